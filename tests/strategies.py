"""Hypothesis strategies that build whole entries and disclosures as model objects.

What they build is consistent in itself: ids are slugs, sets that must be filled are,
evidence names a source of its entry, spans lie in the text. Ids, dates and places come
from short lists, so that what is drawn often meets, and draws are quick.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from disclosure_registry.model import (
    Affiliation,
    AnyOf,
    Binds,
    Code,
    Community,
    Condition,
    ConditionItem,
    Disclosure,
    Dispute,
    Evidence,
    Exceptions,
    FuzzyDate,
    InForce,
    Issuer,
    Maintainer,
    Names,
    Organization,
    Parent,
    Party,
    Period,
    Persona,
    Rule,
    Section,
    Source,
    Span,
    Unresolved,
    Value,
)
from disclosure_registry.vocabulary import (
    CONDITION_PARAMETERS,
    KINDS,
    PERSONAS,
    RELATIONSHIP_GROUPS,
    Activity,
    Actor,
    Audience,
    Basis,
    Capacity,
    CodeKind,
    CommunityStatus,
    ConditionTerm,
    Enforcement,
    Extent,
    Force,
    IndustryTie,
    Liable,
    MaintainerKind,
    Place,
    Platform,
    Relationship,
    Stance,
    Status,
    Subject,
    Via,
)

__all__ = [
    "affiliations",
    "codes",
    "communities",
    "conditions",
    "dates",
    "days",
    "disclosures",
    "organizations",
    "parties",
    "places",
    "rules",
    "slugs",
    "sources",
    "texts",
    "topics",
    "words",
]

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")


@cache
def words(enum: type[_E]) -> SearchStrategy[_E]:
    """A member of a vocabulary."""
    return st.sampled_from(list(enum))


@cache
def sets(
    enum: type[_E], *, least: int = 0, most: int = 3
) -> SearchStrategy[frozenset[_E]]:
    """A set of members of a vocabulary."""
    return st.frozensets(words(enum), min_size=least, max_size=most)


def tuples(
    items: SearchStrategy[_T], *, least: int = 0, most: int = 2
) -> SearchStrategy[tuple[_T, ...]]:
    """A few items as a tuple."""
    return st.lists(items, min_size=least, max_size=most).map(tuple)


def unique(
    items: SearchStrategy[_T],
    key: Callable[[_T], str],
    *,
    least: int = 0,
    most: int = 2,
) -> SearchStrategy[tuple[_T, ...]]:
    """A few items whose keys differ, as a tuple."""
    return st.lists(items, min_size=least, max_size=most, unique_by=key).map(tuple)


def maybe(items: SearchStrategy[_T]) -> SearchStrategy[_T | None]:
    """The item or nothing."""
    return st.none() | items


@cache
def texts() -> SearchStrategy[str]:
    """Text in any script, not empty."""
    # No surrogates: half a character cannot stand in a file.
    letters = st.characters(exclude_categories=["Cs"])
    return st.sampled_from(["operator", "Ünïted \U0001f9ea", 'a "word"']) | st.text(
        letters, min_size=1, max_size=6
    )


#: Few enough to meet, many enough to differ: ids drawn letter by letter are slow.
_SLUGS = [
    first + rest
    for first in ("a", "roche", "x1", "gb-doc", "no-ads", "7-cups")
    for rest in ("", "-2", "-uk", "-b-c")
]


@cache
def slugs() -> SearchStrategy[str]:
    """An id."""
    return st.sampled_from(_SLUGS)


@cache
def days() -> SearchStrategy[date]:
    """A day on which somebody might ask."""
    return st.dates(date(1998, 1, 1), date(2030, 12, 31))


@cache
def countries() -> SearchStrategy[tuple[str, ...]]:
    """Some countries by their codes."""
    return unique(st.sampled_from(["US", "GB", "DE", "FR", "SE"]), str)


@cache
def languages() -> SearchStrategy[tuple[str, ...]]:
    """Some languages by their codes."""
    return unique(st.sampled_from(["en", "de", "fr", "sv"]), str)


@cache
def topics() -> SearchStrategy[tuple[str, ...]]:
    """Some topics of the vocabulary."""
    return unique(
        st.sampled_from(["diabetes", "type-1-diabetes", "cancer", "psoriasis"]), str
    )


_DATES = [
    f"{year}{rest}"
    for year in (2004, 2007, 2010, 2014, 2019, 2025)
    for rest in ("", "-02", "-10-15", "-11/2026", "-12-31/2027-03")
]


@cache
def dates() -> SearchStrategy[FuzzyDate]:
    """A date of any of the forms that entries use."""
    return st.sampled_from(_DATES).map(FuzzyDate.parse)


@cache
def periods() -> SearchStrategy[Period]:
    """A length of time."""
    return st.sampled_from(["P3Y", "P12M", "P90D", "P1Y6M"]).map(Period.parse)


# --- rules ------------------------------------------------------------------------


@cache
def sources() -> SearchStrategy[Source]:
    """A text that was looked at."""
    return st.builds(
        Source,
        id=slugs(),
        url=maybe(places()),
        title=maybe(texts()),
        publisher=maybe(texts()),
        date=maybe(dates()),
        seen=maybe(dates()),
        via=words(Via),
        extent=words(Extent),
    )


_VALUES: dict[str, SearchStrategy[Value]] = {
    "text": texts(),
    "integer": st.integers(0, 1000),
    "actor": words(Actor).map(str),
    "list": tuples(texts(), least=1),
    "countries": tuples(st.sampled_from(["US", "GB"]), least=1),
}


@st.composite
def plain_conditions(draw: DrawFn) -> Condition:
    """A condition with some of the parameters that its term may have."""
    term = draw(words(ConditionTerm))
    kinds = CONDITION_PARAMETERS.get(term, {})
    names = [name for name in sorted(kinds) if draw(st.booleans())]
    return Condition.of(term, {name: draw(_VALUES[kinds[name]]) for name in names})


@cache
def conditions() -> SearchStrategy[ConditionItem]:
    """A condition, or alternatives of conditions."""
    way = tuples(plain_conditions(), least=1)
    return plain_conditions() | st.builds(AnyOf, tuples(way, least=1))


@cache
def in_force() -> SearchStrategy[InForce]:
    both = st.tuples(dates(), dates()).map(
        lambda pair: InForce(*sorted(pair, key=lambda d: d.earliest))
    )
    return st.one_of(
        dates().map(lambda d: InForce(since=d)),
        dates().map(lambda d: InForce(until=d)),
        both,
    )


@cache
def exceptions() -> SearchStrategy[Exceptions]:
    return st.builds(Exceptions, sets(Actor), sets(Relationship)).filter(
        lambda one: one != Exceptions()
    )


@cache
def rules(
    *,
    actors: SearchStrategy[frozenset[Actor]] | None = None,
    activities: SearchStrategy[frozenset[Activity]] | None = None,
    stance: SearchStrategy[Stance] | None = None,
) -> SearchStrategy[Rule]:
    """A rule whose evidence lies in a source with the id `source`."""
    evidence = st.builds(Evidence, st.just("source"), maybe(texts()))
    return st.builds(
        Rule,
        id=slugs(),
        actors=actors or sets(Actor, least=1),
        activities=activities or sets(Activity, least=1),
        stance=stance or words(Stance),
        summary=texts(),
        basis=words(Basis),
        evidence=tuples(evidence, least=1),
        relationships=sets(Relationship),
        capacities=sets(Capacity),
        ties_within=maybe(periods()),
        excepting=maybe(exceptions()),
        about=maybe(words(Subject)),
        conditions=tuples(conditions()),
        yields=st.booleans(),
        in_force=maybe(in_force()),
        liable=sets(Liable),
        enforcement=sets(Enforcement),
    )


@st.composite
def ruled(draw: DrawFn) -> tuple[tuple[Source, ...], tuple[Rule, ...]]:
    """Sources, and rules that rest on them and may set aside one another."""
    looked_at = draw(unique(sources(), lambda one: one.id, least=1))
    made = draw(unique(rules(), lambda one: one.id, most=3))
    linked: list[Rule] = []
    for index, rule in enumerate(made):
        source = looked_at[index % len(looked_at)].id
        others = [one.id for one in made if one is not rule]
        linked.append(
            attrs.evolve(
                rule,
                evidence=tuple(Evidence(source, one.place) for one in rule.evidence),
                overrides=draw(unique(st.sampled_from(others), str)) if others else (),
            )
        )
    return looked_at, tuple(linked)


# --- entries ----------------------------------------------------------------------


@cache
def places() -> SearchStrategy[str]:
    """A web address, handle or hashtag as an entry would have it."""
    host = st.sampled_from(["a.org", "forum.b.com", "diabetes.co.uk", "reddit.com"])
    path = st.sampled_from(["", "/", "/r/cfs/", "/forum", "/Forum/t/1", "/r/Diabetes"])
    name = st.sampled_from(["gbdoc", "hcldr", "cfs", "d_oc"])
    return st.one_of(
        st.builds("https://{}{}".format, host, path),
        name.map("#{}".format),
        name.map("@{}".format),
        name.map("https://www.reddit.com/r/{}/".format),
    )


@cache
def issuers() -> SearchStrategy[Issuer]:
    return st.builds(Issuer, texts(), maybe(slugs()))


@cache
def maintainers() -> SearchStrategy[Maintainer]:
    return st.builds(
        Maintainer, kind=words(MaintainerKind), name=texts(), proof=maybe(texts())
    )


@cache
def disputes() -> SearchStrategy[Dispute]:
    return st.builds(
        Dispute,
        rules=tuples(slugs(), least=1),
        owner_says=texts(),
        curator_read=texts(),
        opened=dates(),
    )


@st.composite
def communities(draw: DrawFn) -> Community:
    """A whole community."""
    looked_at, made = draw(ruled())
    return Community(
        id=draw(slugs()),
        name=draw(texts()),
        places=draw(unique(places(), str)),
        platform=draw(words(Platform)),
        status=draw(words(CommunityStatus)),
        languages=draw(languages()),
        sources=looked_at,
        rules=made,
        aliases=draw(unique(texts(), str)),
        operator=draw(maybe(issuers())),
        part_of=draw(maybe(slugs())),
        countries=draw(countries()),
        topics=draw(topics()),
        audience=draw(unique(words(Audience), str)),
        contact=draw(maybe(places())),
        maintainers=draw(tuples(maintainers(), most=1)),
        disputes=draw(tuples(disputes(), most=1)),
        notes=draw(maybe(texts())),
    )


@cache
def binds() -> SearchStrategy[Binds]:
    return st.builds(
        Binds,
        actors=sets(Actor, least=1),
        relationships=sets(Relationship),
        capacities=sets(Capacity),
    )


@st.composite
def codes(draw: DrawFn) -> Code:
    """A whole code."""
    looked_at, made = draw(ruled())
    return Code(
        id=draw(slugs()),
        name=draw(texts()),
        kind=draw(words(CodeKind)),
        issuer=draw(issuers()),
        binds=draw(binds()),
        force=draw(words(Force)),
        sources=looked_at,
        rules=made,
        aliases=draw(unique(texts(), str)),
        languages=draw(languages()),
        countries=draw(countries()),
        topics=draw(topics()),
        contact=draw(maybe(places())),
        maintainers=draw(tuples(maintainers(), most=1)),
        disputes=draw(tuples(disputes(), most=1)),
        notes=draw(maybe(texts())),
    )


@cache
def parents() -> SearchStrategy[Parent]:
    return st.builds(
        Parent, organization=slugs(), since=maybe(dates()), until=maybe(dates())
    )


@cache
def organizations() -> SearchStrategy[Organization]:
    """A whole organisation."""
    return st.builds(
        Organization,
        id=slugs(),
        name=texts(),
        kind=st.sampled_from(KINDS),
        names=st.builds(Names, strong=tuples(texts()), weak=tuples(texts())),
        countries=countries(),
        parents=tuples(parents()),
        successor_of=unique(slugs(), str),
        ended=maybe(dates()),
        domains=unique(st.just("roche.com") | st.just("gene.com"), str),
        identifiers=st.dictionaries(
            st.sampled_from(["ror", "wikidata", "lei"]), texts()
        ).map(lambda given: tuple(given.items())),
        evidence=tuples(texts()),
        notes=maybe(texts()),
    )


# --- disclosures ------------------------------------------------------------------


@cache
def parties() -> SearchStrategy[Party]:
    """An organisation in short."""
    return st.builds(Party, id=slugs(), name=texts(), kind=st.sampled_from(KINDS))


#: Relationships that a person can declare: groups are for rules.
TIES = [tie for tie in Relationship if tie not in RELATIONSHIP_GROUPS]


@cache
def spans(length: int) -> SearchStrategy[Span]:
    bounds = st.tuples(st.integers(0, length), st.integers(0, length))
    return bounds.map(lambda pair: Span(min(pair), max(pair)))


@cache
def affiliations(*, length: int = 0) -> SearchStrategy[Affiliation]:
    """A tie, proved by a span of a text of that length."""
    return st.builds(
        Affiliation,
        organization=maybe(parties()),
        surface=st.text(max_size=10),
        kind=maybe(st.sampled_from(KINDS)),
        relationship=st.sampled_from(TIES),
        status=words(Status),
        role=maybe(texts()),
        client=maybe(parties()),
        span=maybe(spans(length)),
        candidates=tuples(parties()),
        countries=countries(),
        since=maybe(dates()),
        until=maybe(dates()),
        rule=maybe(texts()),
        cue=maybe(spans(length)),
    )


@cache
def personas(*, length: int = 0) -> SearchStrategy[Persona]:
    return st.builds(
        Persona,
        actor=st.sampled_from(PERSONAS),
        status=words(Status),
        surface=maybe(texts()),
        span=maybe(spans(length)),
        rule=maybe(texts()),
    )


@st.composite
def disclosures(draw: DrawFn) -> Disclosure:
    """What somebody declares, in one text and its sections."""
    text = draw(st.text(max_size=60))
    span = spans(len(text))
    unresolved = st.builds(
        Unresolved, surface=st.text(max_size=10), why=texts(), span=maybe(span)
    )
    sections = st.builds(
        lambda place, one: Section(place, one.start, one.stop), words(Place), span
    )
    return Disclosure(
        text=text,
        sections=draw(tuples(sections)),
        affiliations=draw(tuples(affiliations(length=len(text)))),
        personas=draw(tuples(personas(length=len(text)))),
        unresolved=draw(tuples(unresolved, most=1)),
        capacity=draw(maybe(words(Capacity))),
        disclaimer=draw(st.booleans()),
        industry_tied=draw(words(IndustryTie)),
        language=draw(maybe(st.sampled_from(["en", "de"]))),
        countries=draw(countries()),
    )


CASES: Final = Path(__file__).parent / "cases" / "affiliation"


@cache
def _words_of_cases() -> list[str]:
    """Texts made of the words of our own cases meet the rules, not only the air."""
    cases = (
        case
        for path in sorted(CASES.glob("*.json"))
        for case in json.loads(path.read_text("utf-8"))["cases"]
    )
    return sorted({word for case in cases for word in case["text"].split()})


def declarations() -> SearchStrategy[str]:
    """Any text, and texts put together from words that our own cases have."""
    signs = st.sampled_from([*"|\n,&/():;@#.…🙂", "and"])
    words = st.deferred(lambda: st.sampled_from(_words_of_cases()))
    patchwork = st.lists(st.one_of(words, signs), max_size=30).map(" ".join)
    tail = st.text(max_size=30)
    return st.one_of(
        st.text(max_size=200), patchwork, st.tuples(patchwork, tail).map("".join)
    )
