"""What a word reaches: the closures of the vocabularies' relations.

A rule that forbids or demands reaches every narrower actor and activity and every
activity that implies one it names; a permission reaches what it names and what is
narrower (ODRL 2.2 `includedIn` and `implies`; SKOS `broader`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from disclosure_registry.vocabulary import (
    ACTIVITY_BROADER,
    ACTIVITY_IMPLIES,
    ACTOR_BROADER,
    RELATIONSHIP_BROADER,
    Activity,
    Actor,
    Relationship,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Term = TypeVar("Term", bound=StrEnum)


def _upward(
    terms: type[Term], *relations: Mapping[Term, tuple[Term, ...]]
) -> dict[Term, frozenset[Term]]:
    """Each term with all that its relations lead to, itself included."""

    def climb(start: Term) -> frozenset[Term]:
        seen, ahead = {start}, [start]
        while ahead:
            here = ahead.pop()
            for relation in relations:
                for above in relation.get(here, ()):
                    if above not in seen:
                        seen.add(above)
                        ahead.append(above)
        return frozenset(seen)

    return {term: climb(term) for term in terms}


#: Actor → itself and every broader actor.
ACTORS_ABOVE = _upward(Actor, ACTOR_BROADER)

#: Relationship → itself and every group it belongs to.
RELATIONSHIPS_ABOVE = _upward(Relationship, RELATIONSHIP_BROADER)

#: Activity → itself and every broader activity: what a permission of it must name.
ACTIVITIES_ABOVE = _upward(Activity, ACTIVITY_BROADER)

#: Activity → all that doing it includes: a limit on any of these reaches it.
ACTIVITIES_INCLUDED = _upward(Activity, ACTIVITY_BROADER, ACTIVITY_IMPLIES)
