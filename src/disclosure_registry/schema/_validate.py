"""All problems of one document."""

from __future__ import annotations

from typing import Any

import attrs

from disclosure_registry.schema._load import checker
from disclosure_registry.schema._messages import problems
from disclosure_registry.schema._positions import Positions, scan
from disclosure_registry.schema._problem import Problem


def validate(
    document: Any, kind: str, *, text: str | None = None, name: str = ""
) -> tuple[Problem, ...]:
    """Find everything that is wrong or doubtful in one document.

    Args:
        document: what `json.loads` returns, valid or not.
        kind: one of `KINDS`.
        text: the text of the file, for lines and columns.
        name: the name of the file, for the messages.

    Returns:
        All problems in the order of the document; none if there is nothing to say.
    """
    found = [
        problem
        for error in checker(kind).iter_errors(document)
        for problem in problems(error)
    ]
    return located(found, text, name)


def located(
    found: list[Problem], text: str | None, name: str
) -> tuple[Problem, ...]:
    """The problems with file, line and column, in the order of the text."""
    if not found:
        return ()
    positions = scan(text) if text is not None else None
    placed = [_located(problem, positions, name) for problem in found]
    return tuple(sorted(placed, key=lambda one: (one.line or 0, one.column or 0)))


def _located(problem: Problem, positions: Positions | None, name: str) -> Problem:
    where = None
    if positions is not None:
        of_name = problem.check in ("unknown-field", "stray-field", "stray-parameter")
        where = positions.of(problem.pointer, name=of_name)
    line, column = where or (None, None)
    return attrs.evolve(problem, file=name, line=line, column=column)
