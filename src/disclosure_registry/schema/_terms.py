"""What a schema cannot say about a vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from disclosure_registry.schema._problem import Problem, pointer
from disclosure_registry.schema._words import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure_registry.schema._sound import Sound

_LINKS: Final = ("broader", "implies", "opposite")


def term_problems(vocabulary: Sound) -> Iterator[Problem]:
    """Terms that stand twice, lead nowhere, or are opposite on one side only."""
    known = tuple(identifier for _, identifier in vocabulary.ids("terms"))
    opposites = {
        term["id"]: term.get("opposite", ()) for _, term in vocabulary.items("terms")
    }
    seen: set[str] = set()
    for place, term in vocabulary.items("terms"):
        if term["id"] in seen:
            yield _problem(place, "id", term["id"], "stands here twice", ())
        seen.add(term["id"])
        for field in _LINKS:
            for index, word in enumerate(term.get(field, ())):
                where = place + pointer(field, index)
                if word not in known:
                    close = nearest(word, known)
                    yield _problem(where, field, word, "is no term of this list", close)
                elif field == "opposite" and term["id"] not in opposites.get(word, ()):
                    why = f'does not name "{term["id"]}" as its opposite'
                    yield _problem(where, field, word, why, ())


def _problem(
    place: str, field: str, found: str, why: str, close: tuple[str, ...]
) -> Problem:
    return Problem(
        check="term",
        message=f'"{found}" {why}{did_you_mean(close)}',
        pointer=place if field != "id" else f"{place}/id",
        field=field,
        found=found,
        expected="a term of this list",
        close=close,
    )
