"""Ask every community what it lets an actor do.

The question of `match` asked of every community at once, about a kind of participant
rather than about a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from disclosure_registry.decision import STRICTNESS, Decision, Standing, decide
from disclosure_registry.errors import UnknownWordError
from disclosure_registry.matching import Matcher, word
from disclosure_registry.model import (
    Affiliation,
    AnyOf,
    Community,
    Disclosure,
    Party,
    Persona,
)
from disclosure_registry.vocabulary import (
    KINDS,
    PERSONAS,
    Activity,
    Actor,
    Certainty,
    ConditionStatus,
    Platform,
    Relationship,
    Status,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from disclosure_registry.registry import Registry

__all__ = ["Row", "participant", "query"]


#: Most leave first; what cannot be told stands just before what is prohibited.
_ORDER: Final = {
    verdict: place
    for place, verdict in enumerate(
        (*STRICTNESS[:0:-1], Verdict.CANNOT_TELL, Verdict.PROHIBITED)
    )
}


@attrs.frozen(kw_only=True)
class Row:
    """The answer of one community.

    `rules` are those that decided, as `entry#rule`; `conditions` the terms that are
    open (`any` for alternatives); `missing` the facts that would settle more.
    """

    community: str
    name: str
    verdict: Verdict
    certainty: Certainty
    rules: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    platform: Platform
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON."""
        return {
            name: list(value) if isinstance(value, tuple) else str(value)
            for name, value in attrs.asdict(self, recurse=False).items()
        }


def query(  # noqa: PLR0913  by keyword, one for each thing one can ask by
    registry: Registry,
    *,
    actor: str = Actor.EVERYONE,
    activity: str = Activity.POST,
    verdicts: Iterable[str] = (),
    topic: str | None = None,
    platform: str | None = None,
    language: str | None = None,
    on: date | str | None = None,
    capacity: str | None = "for",
    country: str | None = None,
) -> tuple[Row, ...]:
    """The answer of each community to an actor who wants to do an activity.

    Args:
        registry: the registry to ask.
        actor: a term of the actors. A kind of organisation asks as one who belongs to
            it, to none in particular: no company's own code is counted.
        activity: a term of the activities.
        verdicts: only rows with one of these; all where empty.
        topic: only communities about this topic or one below it.
        platform: only communities on this platform.
        language: only communities that use this language (`en` is also `en-GB`).
        on: the day asked about; today unless given.
        capacity: as what the actor speaks: `for` the organisation unless said
            otherwise, None where it is not to be known.
        country: where the actor is bound (ISO 3166-1 alpha-2); unknown unless given.

    Returns:
        Rows, the most leave first and then by id.

    Raises:
        UnknownWordError: a word that is not in its vocabulary, or an actor that
            nobody can be by declaring it.
        InvalidDateError: a day of another form.

    """
    doing = word(Activity, "activities", activity)
    wanted = frozenset(word(Verdict, "verdicts", verdict) for verdict in verdicts)
    matcher = Matcher(registry)
    circumstances = matcher.circumstances(on=on, capacity=capacity, country=country)
    standing = Standing.of(participant(actor), circumstances)
    rows = [
        _row(community, decide(matcher.venue(community.id), standing, doing))
        for community in _communities(registry, topic, platform, language)
    ]
    return tuple(
        sorted(
            (row for row in rows if not wanted or row.verdict in wanted),
            key=lambda row: (_ORDER[row.verdict], row.community),
        )
    )


def participant(actor: str) -> Disclosure:
    """Somebody of whom only this is known: what actor they are.

    Raises:
        UnknownWordError: there is no such actor, or none that one can declare to be.

    """
    kind = word(Actor, "actors", actor)
    if kind is Actor.EVERYONE:
        return Disclosure()
    if kind in KINDS:
        # A party that no entry is: named, so that no code of a company might bind.
        words = kind.value.replace("-", " ")
        article = "an" if words[0] in "aeiou" else "a"
        party = Party(f"any-{kind.value}", f"{article} {words}", kind)
        tie = Affiliation(
            organization=party,
            surface=kind.value,
            kind=kind,
            relationship=Relationship.EMPLOYEE,
            status=Status.CURRENT,
        )
        return Disclosure(affiliations=(tie,))
    if kind in PERSONAS:
        return Disclosure(personas=(Persona(actor=kind),))
    raise UnknownWordError("actors that one can declare to be", kind.value)


def _communities(
    registry: Registry, topic: str | None, platform: str | None, language: str | None
) -> Iterator[Community]:
    there = None if platform is None else word(Platform, "platforms", platform)
    for community in registry.values() if topic is None else registry.about(topic):
        if there is not None and community.platform is not there:
            continue
        if language is None or _speaks(community, language):
            yield community


def _speaks(community: Community, language: str) -> bool:
    asked = language.strip().casefold()
    spoken = (one.casefold() for one in community.languages)
    return any(one == asked or one.startswith(f"{asked}-") for one in spoken)


def _row(community: Community, decision: Decision) -> Row:
    return Row(
        community=community.id,
        name=community.name,
        verdict=decision.verdict,
        certainty=decision.certainty,
        rules=_once(reason.rule for reason in decision.reasons if reason.decisive),
        conditions=_once(
            "any" if isinstance(asked.item, AnyOf) else asked.item.term.value
            for asked in decision.conditions
            if asked.status is ConditionStatus.OPEN
        ),
        missing=_once(str(missing.fact) for missing in decision.missing_facts),
        platform=community.platform,
        languages=community.languages,
        topics=community.topics,
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
