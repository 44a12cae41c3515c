"""A file dropped into `tests/cases/valid` or `tests/cases/invalid` is a test.

An invalid file has a neighbour `….errors.txt`: each line must stand in a problem that
is found, and each error that is found must be named by a line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure_registry.schema import Problem, validate, validate_files

CASES = Path(__file__).parent.parent / "cases"
VALID = sorted((CASES / "valid").glob("*.json"))
INVALID = sorted((CASES / "invalid").glob("*.json"))


def name_of(path: Path) -> str:
    return path.stem


def sentence(problem: Problem) -> str:
    return str(problem).replace("\n", "\\n")


@pytest.mark.parametrize("path", VALID, ids=name_of)
def test_a_valid_file_has_no_errors(path: Path) -> None:
    assert validate_files([path]).errors == ()


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_an_invalid_file_is_told_what_is_wrong_and_nothing_else(path: Path) -> None:
    lines = path.with_suffix(".errors.txt").read_text("utf-8").splitlines()
    found = [sentence(problem) for problem in validate_files([path]).errors]

    assert [line for line in lines if not any(line in one for one in found)] == []
    assert [one for one in found if not any(line in one for line in lines)] == []


def test_problems_have_the_shape_of_their_schema() -> None:
    report = validate_files([CASES / "invalid"])

    assert validate([problem.to_dict() for problem in report], "problems") == ()


def test_there_are_cases_of_both_sorts() -> None:
    assert len(VALID) > 5
    assert len(INVALID) > 50


def test_every_list_of_errors_has_its_file() -> None:
    lists = (CASES / "invalid").glob("*.errors.txt")

    assert {one.name.removesuffix(".errors.txt") for one in lists} == {
        path.stem for path in INVALID
    }
