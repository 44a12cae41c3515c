"""Compile the reader while the wheel is built, if that is asked for.

    HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip install .

mypyc makes C of the very modules that else are interpreted, so that there is one
reader and not two. It needs a C compiler; the wheel then fits one platform and one
Python. `tests/acceptance/test_compiled.py` compares the answers.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "disclosure_registry"
#: mypyc cannot yet give attrs classes members of an enum as defaults.
INTERPRETED = {"__init__.py", "_claims.py"}


def modules() -> list[str]:
    """What is compiled, seen from `src`: the reader, and what it stands on."""
    reader = Path(PACKAGE, "affiliation").glob("*.py")
    below = [Path(PACKAGE, "gazetteer.py"), Path(PACKAGE, "text.py")]
    return sorted(str(p) for p in (*reader, *below) if p.name not in INTERPRETED)


class Compile(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled modules beside their sources in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell the builder what to pack."""
        if version == "editable":
            return
        from mypyc.build import mypycify  # noqa: PLC0415  there only if asked for
        from setuptools import Distribution  # noqa: PLC0415

        # Emptied with the process: the wheel is packed after this returns.
        self._made = tempfile.TemporaryDirectory()
        made = Path(self._made.name)
        with chdir(Path(self.root, "src")):
            extensions = mypycify(
                ["--cache-dir", os.devnull, *modules()],
                opt_level=os.environ.get("MYPYC_OPT_LEVEL", "3"),
                debug_level="0",
                target_dir=str(made / "c"),
            )
            build = Distribution({"ext_modules": extensions}).get_command_obj(
                "build_ext"
            )
            build.build_lib, build.build_temp = str(made / "lib"), str(made / "o")
            build.ensure_finalized()
            build.run()
        for path in (made / "lib").rglob("*.*"):
            if path.is_file():
                packed = path.relative_to(made / "lib")
                build_data["force_include"][str(path)] = str(packed)
        build_data["infer_tag"] = True
        build_data["pure_python"] = False
