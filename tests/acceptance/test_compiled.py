"""The compiled reader answers as the interpreted one does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

import disclosure_registry as dr
from disclosure_registry.loading import load_reader
from strategies import declarations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from disclosure_registry.affiliation import Reader

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"

#: Reads a text a line, and answers each with what was read.
READER = """
import json, sys
import disclosure_registry as dr
from disclosure_registry.affiliation import _scope
from disclosure_registry.loading import load_reader

read = load_reader(dr.load()).read
print(json.dumps(_scope.__file__), flush=True)
for line in sys.stdin:
    print(json.dumps(repr(read(json.loads(line)))), flush=True)
"""


@cache
def interpreted() -> Reader:
    return load_reader(dr.load())


@pytest.fixture(scope="module")
def compiled(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[str], str]]:
    """A reader that was compiled, in a process of its own."""
    place = tmp_path_factory.mktemp("compiled")
    dist, home = place / "dist", place / "venv"
    # Unoptimised: it is the answers that count here, and they come sooner.
    asked = {"HATCH_BUILD_HOOK_ENABLE_CUSTOM": "1", "MYPYC_OPT_LEVEL": "0"}
    _run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation"),
        *("--outdir", str(dist), str(ROOT)),
        **asked,
    )
    (wheel,) = dist.glob("*.whl")
    venv.create(home, with_pip=True)
    _run(str(home / "bin" / "pip"), "install", "--quiet", str(wheel))
    with subprocess.Popen(
        [str(home / "bin" / "python"), "-c", READER],
        cwd=place,
        env={**os.environ, "PYTHONPATH": ""},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        lines, answers = process.stdin, process.stdout
        assert lines is not None
        assert answers is not None

        def read(text: str) -> str:
            lines.write(json.dumps(text) + "\n")
            lines.flush()
            answer = json.loads(answers.readline())
            assert isinstance(answer, str)
            return answer

        assert not json.loads(answers.readline()).endswith(".py")
        yield read
        lines.close()


def _run(*arguments: str, **environment: str) -> None:
    done = subprocess.run(
        arguments,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.wheel
def test_our_cases_are_read_alike(compiled: Callable[[str], str]) -> None:
    cases = [
        case["text"]
        for path in sorted((CASES / "affiliation").glob("*.json"))
        for case in json.loads(path.read_text("utf-8"))["cases"]
    ]
    frames = [
        frame.format(firm="Novartis")
        for path in sorted((CASES / "frames").glob("*.json"))
        for answer in ("yes", "no")
        for frame in json.loads(path.read_text("utf-8"))[answer]
    ]
    for text in (*cases, *frames):
        assert compiled(text) == repr(interpreted().read(text))


@pytest.mark.wheel
@given(text=declarations())
def test_any_text_is_read_alike(compiled: Callable[[str], str], text: str) -> None:
    assert compiled(text) == repr(interpreted().read(text))
