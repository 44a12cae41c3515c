"""How long one waits: the bare import, and a cold `match` on the command line.

Peers: the bare interpreter, and importing attrs, click and jsonschema, which any such
command would pay. Median of several cold processes each.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 9
COMMAND = str(Path(sys.executable).with_name("disclosure-registry"))
TEXT = "I do marketing at sanofi-aventis US; what I write here is my own view."


def cold(*arguments: str) -> float:
    """Median seconds of a fresh process."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(arguments, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def main() -> None:
    bare = cold(*python("pass"))
    rows = {
        "bare interpreter": bare,
        "import disclosure_registry": cold(*python("import disclosure_registry")),
        "import attrs": cold(*python("import attrs")),
        "import click": cold(*python("import click")),
        "import jsonschema": cold(*python("import jsonschema")),
        "cold match on the command line": cold(
            COMMAND, "match", "tudiabetes", TEXT, "--activity", "post"
        ),
    }
    for name, seconds in rows.items():
        over = (seconds - bare) * 1000
        print(f"{name:<32} {seconds * 1000:7.0f} ms   {over:+7.0f} ms over bare")


if __name__ == "__main__":
    main()
