"""Who is among whom, and what is part of what, by the vocabulary."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from disclosure_registry.vocabulary import (
    ACTIVITY_BROADER,
    ACTIVITY_IMPLIES,
    ACTOR_BROADER,
    RELATIONSHIP_BROADER,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def actors_over(actor: str) -> frozenset[str]:
    """The actor itself and all that are broader."""
    return _reached(actor, ACTOR_BROADER)


@cache
def relationships_over(relationship: str) -> frozenset[str]:
    """The relationship itself and the groups it is in."""
    return _reached(relationship, RELATIONSHIP_BROADER)


@cache
def activities_reaching(activity: str) -> frozenset[str]:
    """The activities that a limit may name to reach this one.

    The activity itself, what is broader, and what doing it includes, at any distance.
    """
    return _reached(activity, ACTIVITY_BROADER, ACTIVITY_IMPLIES)


def _reached(word: str, *links: Mapping[Any, tuple[str, ...]]) -> frozenset[str]:
    # A document's words are plain strings; members of a StrEnum equal them.
    found: set[str] = set()
    waiting = [word]
    while waiting:
        one = str(waiting.pop())
        if one not in found:
            found.add(one)
            waiting += [above for link in links for above in link.get(one, ())]
    return frozenset(found)
