"""The parts of a document that further checks may rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from disclosure_registry.errors import InvalidDateError
from disclosure_registry.model import FuzzyDate
from disclosure_registry.schema._problem import Problem, pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Fields = dict[str, Any]


#: Items that a list of an entry may have, as `common.schema.json` says too.
MOST_ITEMS: Final = 300


@attrs.frozen
class Sound:
    """A document seen without the parts that its schema refuses.

    So that every check can run on every document, and none stumbles over what has
    been reported already.
    """

    document: Fields
    damaged: frozenset[str]

    @staticmethod
    def of(document: object, found: Iterable[Problem]) -> Sound:
        """The sound parts of a document, given what its schema found."""
        damaged = {place for one in found for place in _with_parents(one.pointer)}
        fields = document if isinstance(document, dict) else {}
        return Sound(fields, frozenset(damaged))

    def items(self, field: str) -> Iterator[tuple[str, Any]]:
        """The sound items of a list at the top, each with its pointer."""
        for place, item in self.all_items(field):
            if place not in self.damaged:
                yield place, item

    def all_items(self, field: str) -> Iterator[tuple[str, Any]]:
        """All items of a list at the top, each with its pointer."""
        items = self.document.get(field)
        if isinstance(items, list):
            # The schema refuses longer lists: what is beyond need not be compared.
            for index, item in enumerate(items[:MOST_ITEMS]):
                yield pointer(field, index), item

    def get(self, *steps: str) -> Any:  # noqa: ANN401  whatever JSON holds
        """A value below the top if it is there and sound, else None."""
        if pointer(*steps) in self.damaged:
            return None
        value: Any = self.document
        for step in steps:
            if not isinstance(value, dict):
                return None
            value = value.get(step)
        return value

    def ids(self, field: str) -> list[tuple[str, str]]:
        """Pointer and id of each item of a list at the top that has one."""
        return [
            (place, item["id"])
            for place, item in self.all_items(field)
            if isinstance(item, dict) and isinstance(item.get("id"), str)
        ]


def _with_parents(place: str) -> Iterator[str]:
    while place:
        yield place
        place = place.rpartition("/")[0]


def walk(document: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in a document with the steps that lead to it."""
    stack: list[tuple[tuple[str | int, ...], object]] = [((), document)]
    while stack:
        steps, one = stack.pop()
        if isinstance(one, str):
            yield steps, one
        elif isinstance(one, dict):
            stack.extend(((*steps, name), item) for name, item in one.items())
        elif isinstance(one, list):
            stack.extend(((*steps, index), item) for index, item in enumerate(one))


def date_of(value: object) -> FuzzyDate | None:
    """The date that a value spells, or None where it spells none."""
    try:
        return FuzzyDate.parse(value) if isinstance(value, str) else None
    except InvalidDateError:
        return None
