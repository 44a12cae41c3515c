"""Rules of one entry that cannot both mean what they say.

A permission and a limit contradict each other if the limit covers something that the
permission names: the strictest stands, so the permission would do nothing. Either it
is an exception from the limit, then it has to say so with `overrides`, or one of the
two was read wrongly. A limit on a part of what is permitted (one actor of many, one
narrower activity) is no contradiction: that is what limits are for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from disclosure_registry.hierarchy import (
    ACTIVITIES_INCLUDED,
    ACTORS_ABOVE,
    RELATIONSHIPS_ABOVE,
)
from disclosure_registry.schema._problem import Level, Problem
from disclosure_registry.schema._sound import date_of
from disclosure_registry.vocabulary import KINDS, Relationship

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure_registry.schema._sound import Fields, Sound

LEAVE: Final = ("permitted", "conditional")
LIMITS: Final = ("prohibited", "permission-required", "discouraged")

#: Conditions that are the leave which a permission-required rule asks for.
_GIVE_LEAVE: Final = ("approval", "through-operator", "contract")

#: Actors that a tie makes; to the others a rule about ties says nothing.
_TIED: Final = frozenset(("everyone", *map(str, KINDS)))


def contradictions(entry: Sound) -> Iterator[Problem]:
    """Permissions that a limit of the same entry undoes, unless they override it."""
    rules = [(place, rule) for place, rule in entry.items("rules")]
    limits = [rule for _, rule in rules if rule["stance"] in LIMITS]
    for place, rule in rules:
        if rule["stance"] in (*LEAVE, "permission-required"):
            for limit in limits:
                if _is_stricter(limit, rule) and undoes(limit, rule):
                    yield _judged(place, rule, limit)


def _is_stricter(limit: Fields, rule: Fields) -> bool:
    return rule["stance"] in LEAVE or limit["stance"] == "prohibited"


def _judged(place: str, rule: Fields, limit: Fields) -> Problem:
    """A contradiction, or a doubt where both may well be meant."""
    if rule["stance"] not in LEAVE:
        return _doubt(place, rule, limit)
    # To join may take leave and what members do need not.
    through = not set(limit["activities"]) & set(rule["activities"])
    if limit["stance"] == "permission-required" and through:
        return _doubt(place, rule, limit)
    return _contradiction(place, rule, limit)


def _contradiction(place: str, rule: Fields, limit: Fields) -> Problem:
    return Problem(
        check="contradiction",
        message=f'"{rule["id"]}" permits what "{limit["id"]}" limits '
        f"({limit['stance']}, {', '.join(limit['activities'])}); if it is an "
        f'exception, add "overrides": ["{limit["id"]}"]',
        pointer=f"{place}/stance",
        field="stance",
        found=rule["stance"],
        expected=f'"overrides" with "{limit["id"]}", or no contradiction',
        known=(limit["id"],),
    )


def _doubt(place: str, rule: Fields, limit: Fields) -> Problem:
    return Problem(
        check="unreachable-leave",
        level=Level.QUESTION,
        message=f'"{limit["id"]}" ({limit["stance"]}) reaches what "{rule["id"]}" lets '
        f'people do or ask for; is that an exception? Then add "overrides": '
        f'["{limit["id"]}"]',
        pointer=f"{place}/stance",
        field="stance",
        found=rule["stance"],
        known=(limit["id"],),
    )


def undoes(limit: Fields, rule: Fields) -> bool:
    """Whether a limit covers something that a permission names."""
    return (
        limit["id"] != rule["id"]
        and limit["id"] not in rule.get("overrides", ())
        and "opinion" not in (limit["basis"], rule["basis"])
        and not _asks_only_for_the_same_leave(limit, rule)
        and _covers_an_activity(limit, rule)
        and _covers_an_actor(limit, rule)
        and _covers_a_tie(limit, rule)
        and _covers_capacity_and_subject(limit, rule)
        and _at_the_same_time(limit, rule)
    )


def _asks_only_for_the_same_leave(limit: Fields, rule: Fields) -> bool:
    """A permission on condition of approval fits a limit that asks for approval."""
    return limit["stance"] == "permission-required" and any(
        condition.get("term") in _GIVE_LEAVE for condition in rule.get("conditions", ())
    )


def _covers_an_activity(limit: Fields, rule: Fields) -> bool:
    named = set(limit["activities"])
    return any(named & ACTIVITIES_INCLUDED[activity] for activity in rule["activities"])


def _covers_an_actor(limit: Fields, rule: Fields) -> bool:
    named = set(limit["actors"])
    excepted = set(limit.get("except", {}).get("actors", ()))
    return any(
        named & ACTORS_ABOVE[actor] and not excepted & ACTORS_ABOVE[actor]
        for actor in rule["actors"]
    )


def _covers_a_tie(limit: Fields, rule: Fields) -> bool:
    named = set(limit.get("relationships", ()))
    excepted = set(limit.get("except", {}).get("relationships", ()))
    if not named and not rule.get("relationships"):
        return not excepted & RELATIONSHIPS_ABOVE[Relationship.BELONGS]
    if named and not rule.get("relationships") and not _TIED & set(rule["actors"]):
        return False
    return any(
        (named or {"belongs"}) & RELATIONSHIPS_ABOVE[tie]
        and not excepted & RELATIONSHIPS_ABOVE[tie]
        for tie in rule.get("relationships", ["belongs"])
    )


def _covers_capacity_and_subject(limit: Fields, rule: Fields) -> bool:
    capacities = set(limit.get("capacities", ()))
    if capacities and not capacities & set(rule.get("capacities", ())):
        return False
    return limit.get("about") in (None, rule.get("about"))


def _at_the_same_time(limit: Fields, rule: Fields) -> bool:
    return not (_ends_before(limit, rule) or _ends_before(rule, limit))


def _ends_before(one: Fields, other: Fields) -> bool:
    until = date_of(one.get("in_force", {}).get("until"))
    since = date_of(other.get("in_force", {}).get("from"))
    if until is None or since is None:
        return False
    # The same words mean the same day, however little is known of it.
    return until == since or until.latest <= since.earliest
