"""Write `schemas/odrl-profile.ttl`, the ODRL profile of our terms, from the vocabularies.

`--check` changes nothing and exits with 1 where the file is not what would be written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from disclosure_registry.export.odrl import profile

TARGET = Path(__file__).resolve().parent.parent / "schemas" / "odrl-profile.ttl"


def main() -> int:
    """Write or check the profile."""
    made = profile()
    if "--check" in sys.argv[1:]:
        current = TARGET.read_text("utf-8") == made
        if not current:
            print(f"{TARGET.name} is not current: run `make vocabulary`")
        return 0 if current else 1
    TARGET.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
