"""Where in a file's text each value of a JSON document stands.

`json.loads` forgets positions. This scanner reads a text that `json.loads` has
accepted once more, token by token, and notes where each value and each name begins.
It runs only for files that have a problem, so that valid files cost nothing.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Final

import attrs

from disclosure_registry.schema._problem import pointer

_TOKEN: Final = re.compile(
    r'[ \t\r\n]*(?:([{}\[\],:])|("(?:[^"\\]|\\.)*")|[^ \t\r\n{}\[\],:"]+)', re.DOTALL
)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@attrs.frozen
class Repeated:
    """A name that stands twice in one object: where the second stands."""

    pointer: str
    name: str
    offset: int


@attrs.frozen
class Positions:
    """Offsets of the values and names of a document, by JSON pointer."""

    values: dict[str, int]
    names: dict[str, int]
    repeated: tuple[Repeated, ...]
    starts: tuple[int, ...]

    def of(self, place: str, *, name: bool = False) -> tuple[int, int] | None:
        """Line and column (from 1) of a value, or with `name` of its field's name."""
        offsets = self.names if name and place in self.names else self.values
        if place not in offsets:
            return None
        return self.line_and_column(offsets[place])

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of an offset into the text."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


@attrs.define
class _Frame:
    """An object or array that is open while the scanner walks through it."""

    place: str
    is_object: bool
    index: int = 0
    name: str | None = None
    seen: set[str] = attrs.Factory(set)


def scan(text: str) -> Positions:
    """Find the positions in a text that `json.loads` accepts, in linear time."""
    values: dict[str, int] = {"": 0}
    names: dict[str, int] = {}
    repeated: list[Repeated] = []
    stack: list[_Frame] = []
    for token in _TOKEN.finditer(text):
        mark, string = token.group(1), token.group(2)
        start = token.start(1) if mark else token.end() - len(token.group().lstrip())
        if mark in ("}", "]"):
            stack.pop()
        elif mark == ",":
            stack[-1].index += 1
            stack[-1].name = None
        elif mark == ":":
            pass
        elif string is not None and stack and _awaits_name(stack[-1]):
            frame = stack[-1]
            frame.name = json.loads(string)
            place = frame.place + pointer(frame.name or "")
            if frame.name in frame.seen:
                repeated.append(Repeated(place, frame.name or "", start))
            frame.seen.add(frame.name or "")
            names[place] = start
        else:
            place = _place(stack)
            values[place] = start
            if mark is not None:
                stack.append(_Frame(place, mark == "{"))
    return Positions(values, names, tuple(repeated), _starts(text))


def _awaits_name(frame: _Frame) -> bool:
    return frame.is_object and frame.name is None


def _place(stack: list[_Frame]) -> str:
    if not stack:
        return ""
    frame = stack[-1]
    step = frame.name if frame.is_object else frame.index
    return frame.place + pointer(step if step is not None else "")


def _starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _LINE_END.finditer(text)))
