"""Every example in the README and in docs/ runs as a test.

Python blocks run as they stand; those with `>>>` are compared with the output shown.
Console blocks (`$ disclosure-registry …`) run the installed command and are compared
with what stands below it; a command without output below it has to succeed. In both,
`...` stands for anything but a traceback. A block of JSON or text below
`<!-- file: NAME -->` is written to that file. Each page has a directory of its own,
where `data` and `schemas` are those of the repository.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from contextlib import ExitStack, chdir
from doctest import ELLIPSIS
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sybil import Example, Region, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sybil import Document

_ROOT = Path(__file__).parent
_SECONDS = 60

#: What a shell may be given: the command itself, or a text piped to it.
_RUN = re.compile(r"(?:(?:echo|printf|cat) [^|;&]+ \| )?disclosure-registry\b")
_FILE = re.compile(
    r"^<!-- file: (?P<name>[\w./-]+) -->\n+```(?:json|text)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


def _console(example: Example) -> str | None:
    """Run each command of a block and say where its output is another."""
    for command, wanted in _commands(example.parsed):
        if _RUN.match(command):
            status, got = _run(command)
            if "Traceback (most recent call last)" in got:
                return f"$ {command}\ncrashes:\n{got}"
            if wanted and not _pattern(wanted).fullmatch(got):
                return f"$ {command}\nshould print\n{wanted}\nbut prints\n{got}"
            if not wanted and status:
                return f"$ {command}\nends with status {status}:\n{got}"
    return None


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block, its continued lines joined, with its output."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.replace("\\\n", "").partition("\n")
        yield command.strip(), output.rstrip("\n") + "\n" if output.strip() else ""


def _pattern(wanted: str) -> re.Pattern[str]:
    """What may stand for `...`: any lines for one alone on its line, else any text."""
    return re.compile(
        "".join(
            "(?:.*\n)*"
            if line.strip() == "..."
            else f"{re.escape(line).replace(re.escape('...'), '.*')}\n"
            for line in wanted.splitlines()
        )
    )


def _run(command: str) -> tuple[int, str]:
    """The status of a command and what it prints, its errors too, at 80 columns."""
    beside = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PATH": os.pathsep.join((beside, os.environ.get("PATH", ""))),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(  # noqa: S603  the commands of our own pages
        ["sh", "-c", command],  # noqa: S607  the shell that a reader would use
        check=False,
        encoding="utf-8",
        env=environment,
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
        timeout=_SECONDS,
    )
    shown = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
    return done.returncode, shown


def _files(document: Document) -> Iterator[Region]:
    for match in _FILE.finditer(document.text):
        yield Region(match.start(), match.end(), match, _write)


def _write(example: Example) -> None:
    path = Path(example.parsed["name"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(example.parsed["text"], encoding="utf-8")


def _enter(namespace: dict[str, Any]) -> None:
    leave = namespace["_leave"] = ExitStack()
    folder = leave.enter_context(tempfile.TemporaryDirectory())
    for name in ("data", "schemas"):
        Path(folder, name).symlink_to(_ROOT / name)
    leave.enter_context(chdir(folder))


def _leave(namespace: dict[str, Any]) -> None:
    namespace["_leave"].close()


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("console", _console),
        _files,
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    setup=_enter,
    teardown=_leave,
).pytest()
