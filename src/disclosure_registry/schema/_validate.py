"""All problems of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from disclosure_registry import canonical
from disclosure_registry.schema._entry import entry_problems, text_problems
from disclosure_registry.schema._load import checker
from disclosure_registry.schema._messages import problems
from disclosure_registry.schema._positions import Positions, scan
from disclosure_registry.schema._problem import Level, Problem
from disclosure_registry.schema._sound import Sound
from disclosure_registry.schema._terms import term_problems
from disclosure_registry.schema._together import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Checks whose place is the name of a field, not its value.
_OF_NAMES = ("unknown-field", "stray-field", "stray-parameter")

_LONGEST_SHOWN = 80


def validate(
    document: object, kind: str, *, text: str | None = None, name: str = ""
) -> tuple[Problem, ...]:
    """Find everything that is wrong or doubtful in one document.

    What depends on other documents (does this organisation exist?) is for
    `validate_files`.

    Args:
        document: what `json.loads` returns, valid or not.
        kind: one of `KINDS`.
        text: the text of the file, for lines and columns and for its spelling.
        name: the name of the file, for the messages.

    Returns:
        All problems, in the order of the text where it is given; none if there is
        nothing to say.

    Raises:
        UnknownWordError: there is no such kind.

    """
    found, _ = examine(document, kind, text)
    return located(found, text, name)


def examine(
    document: object, kind: str, text: str | None
) -> tuple[list[Problem], Sound]:
    """The problems of a document, not yet located, and its sound parts."""
    found = [
        problem
        for error in checker(kind).iter_errors(document)
        for problem in problems(error)
    ]
    sound = Sound.of(document, found)
    if kind in ENTRIES:
        found += entry_problems(sound)
    if kind == "vocabulary":
        found += term_problems(sound)
    if kind in (*ENTRIES, "organizations"):
        found += text_problems(document, sound.damaged)
    sure = all(problem.level is Level.QUESTION for problem in found)
    if text is not None and sure and kind in canonical.KINDS:
        found += _misspelt(document, kind, text)
    return found, sound


def _misspelt(document: object, kind: str, text: str) -> Iterator[Problem]:
    """The first line that is not in the one spelling which a file has."""
    wanted = canonical.spell(document, kind)
    if wanted == text:
        return
    lines, others = wanted.splitlines(), text.splitlines()
    pairs = enumerate(zip(lines, others, strict=False), start=1)
    short = min(len(lines), len(others)) + 1
    number = next((n for n, (one, other) in pairs if one != other), short)
    expected = lines[number - 1].strip() if number <= len(lines) else "the end"
    yield Problem(
        check="spelling",
        message="from here on the file is not in its one spelling (order of fields and "
        f"words, indentation, line ends); expected {expected[:_LONGEST_SHOWN]}",
        line=number,
        column=1,
        expected=expected[:_LONGEST_SHOWN],
    )


def located(found: list[Problem], text: str | None, name: str) -> tuple[Problem, ...]:
    """The problems with file, line and column, in the order of the text."""
    if not found:
        return ()
    positions = scan(text) if text is not None else None
    placed = [_located(problem, positions, name) for problem in found]
    return tuple(sorted(placed, key=lambda one: (one.line or 0, one.column or 0)))


def _located(problem: Problem, positions: Positions | None, name: str) -> Problem:
    if positions is None or problem.line is not None:
        return attrs.evolve(problem, file=name)
    of_name = problem.check in _OF_NAMES
    line, column = positions.of(problem.pointer, name=of_name) or (None, None)
    return attrs.evolve(problem, file=name, line=line, column=column)
