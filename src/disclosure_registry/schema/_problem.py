"""What is wrong with a document, as facts; the sentence is one of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import attrs


class Level(StrEnum):
    """How much a problem weighs."""

    #: The document cannot stay as it is.
    ERROR = "error"
    #: The document may be right; somebody should look at the text again.
    QUESTION = "question"


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong, or doubtful, in one place of a document.

    `check` is the name of the check that found it; it stays the same between
    releases. `pointer` is the JSON pointer of the place (`/rules/0/stance`), `line`
    and `column` count from 1 and are None where the text was not given. `field` is the
    name of the field, `found` what stands there (None: nothing, or too large to show),
    `expected` what should, in words, `known` the words to choose from, and `close` the
    nearest of them, best first. `message` says all this in a sentence.
    """

    check: str
    message: str
    level: Level = Level.ERROR
    file: str = ""
    pointer: str = ""
    line: int | None = None
    column: int | None = None
    field: str = ""
    found: str | int | float | bool | None = None
    expected: str = ""
    known: tuple[str, ...] = ()
    close: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it is: `data/communities/x.json:14:18 rules/0/stance`."""
        numbers = () if self.line is None else (str(self.line), str(self.column))
        where = ":".join(filter(None, (self.file, *numbers)))
        return " ".join(filter(None, (where, self.pointer.removeprefix("/"))))

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message

    def to_dict(self) -> dict[str, Any]:
        """The problem as JSON values, without the fields that are empty."""
        facts: dict[str, Any] = {
            "level": self.level.value,
            "check": self.check,
            "file": self.file,
            "pointer": self.pointer,
            "line": self.line,
            "column": self.column,
            "field": self.field,
            "found": self.found,
            "expected": self.expected,
            "known": list(self.known),
            "close": list(self.close),
            "message": self.message,
        }
        return {
            name: value for name, value in facts.items() if value not in (None, "", [])
        }


def pointer(*steps: str | int) -> str:
    """The JSON pointer of these steps (RFC 6901): `/rules/0/stance`."""
    return "".join([f"/{_escaped(str(step))}" for step in steps])


def _escaped(step: str) -> str:
    return (
        step.replace("~", "~0").replace("/", "~1")
        if "/" in step or "~" in step
        else step
    )
