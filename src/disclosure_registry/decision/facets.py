"""The facets of a person: each tie and each persona, as declared and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from disclosure_registry.decision.truth import (
    NO,
    YES,
    Truth,
    both,
    maybe,
)
from disclosure_registry.hierarchy import ACTORS_ABOVE, RELATIONSHIPS_ABOVE
from disclosure_registry.model import Affiliation, Disclosure
from disclosure_registry.vocabulary import (
    Actor,
    Capacity,
    Fact,
    IndustryTie,
    Relationship,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure_registry.decision.question import Circumstances

_EVERYONE = ACTORS_ABOVE[Actor.EVERYONE]
_ALL_CAPACITIES = frozenset(Capacity)
_NOT_FOR = frozenset((Capacity.ABOUT, Capacity.PRIVATE))

#: Relationships in which one acts for the organisation by their very nature.
_ACTING_FOR = frozenset((Relationship.AGENCY, Relationship.ORGANISATION_ACCOUNT))


@attrs.frozen(kw_only=True, eq=False)
class Facet:
    """One side of a person that rules look at.

    `actors` are closed upwards. `kind_open` says that the organisation's kind is not
    known, so that it may be any; `why_open` is the fact that would tell. `exists` is
    MAYBE for a tie that the declaration leaves in doubt, and `industry` says whether
    it is a tie to industry that needs leave of its own. `belongs` says that the tie is
    one of those whom a rule means that names none, `former` that it has ended.
    """

    actors: frozenset[Actor]
    tie: Affiliation | None = None
    relationships: frozenset[Relationship] = frozenset()
    kind_open: bool = False
    why_open: Fact = Fact.ORGANIZATION
    exists: Truth = YES
    industry: Truth = NO
    venue_capacities: frozenset[Capacity] = frozenset((Capacity.PRIVATE,))
    code_capacities: frozenset[Capacity] = frozenset((Capacity.PRIVATE,))
    belongs: bool = attrs.field(init=False)
    former: bool = attrs.field(init=False)

    @belongs.default
    def _belongs(self) -> bool:
        return Relationship.BELONGS in self.relationships

    @former.default
    def _former(self) -> bool:
        return self.tie is not None and self.tie.status is Status.FORMER

    @property
    def surface(self) -> str | None:
        """The organisation as the declaration names it."""
        return None if self.tie is None else named(self.tie)


@attrs.frozen(kw_only=True, eq=False)
class Person:
    """A participant as rules see one: facets, and the personas that stand for all.

    `doubtful_personas` are those of which the declaration leaves open whether they
    hold; `countries` are those that are known, none meaning that nobody said.
    """

    facets: tuple[Facet, ...]
    personas: frozenset[Actor]
    doubtful_personas: frozenset[Actor]
    countries: frozenset[str]


def named(tie: Affiliation) -> str:
    """What an organisation is called, or the words of the declaration for it."""
    return tie.organization.name if tie.organization else tie.surface


def person_of(disclosure: Disclosure, circumstances: Circumstances) -> Person:
    """The facets that a declaration and the circumstances give a person.

    A facet that everybody has stands for the person apart from all ties. A tie whose
    organisation is not named, an agency whose client is not named and a declaration
    that leaves open whether there is a tie give facets that are open.
    """
    ties = [
        _tie_facet(tie, disclosure, circumstances)
        for tie in (
            *disclosure.affiliations,
            *_clients(disclosure),
            *circumstances.clients,
        )
        if tie.status is not Status.NEGATED
        and tie.relationship is not Relationship.NONE
    ]
    ties += _unnamed_client(ties, disclosure, circumstances)
    ties += _untold_tie(ties, disclosure, circumstances)
    personas = [
        Facet(
            actors=ACTORS_ABOVE[persona.actor],
            exists=YES if persona.status is Status.CURRENT else maybe(Fact.STATUS),
        )
        for persona in disclosure.personas
        if persona.status in (Status.CURRENT, Status.UNCLEAR)
    ]
    sure = [facet.actors for facet in personas if facet.exists is YES]
    doubtful = [facet.actors for facet in personas if facet.exists is not YES]
    return Person(
        facets=(Facet(actors=_EVERYONE), *personas, *ties),
        personas=frozenset().union(*sure) - _EVERYONE,
        doubtful_personas=frozenset().union(*doubtful) - _EVERYONE,
        countries=_countries(disclosure, circumstances),
    )


def _tie_facet(
    tie: Affiliation, disclosure: Disclosure, circumstances: Circumstances
) -> Facet:
    kind = tie.organization.kind if tie.organization else tie.kind
    relationships = RELATIONSHIPS_ABOVE[tie.relationship]
    actors = _EVERYONE if kind is None else ACTORS_ABOVE[kind]
    why = Fact.CLIENT if tie.relationship is Relationship.AGENCY else Fact.ORGANIZATION
    exists = maybe(Fact.STATUS, named(tie)) if tie.status is Status.UNCLEAR else YES
    at_venue, before_codes = _capacities(tie.relationship, disclosure, circumstances)
    return Facet(
        actors=actors,
        tie=tie,
        relationships=relationships,
        kind_open=kind is None,
        why_open=why,
        exists=exists,
        industry=_industry(tie, actors, relationships, exists, why),
        venue_capacities=at_venue,
        code_capacities=before_codes,
    )


def _industry(
    tie: Affiliation,
    actors: frozenset[Actor],
    relationships: frozenset[Relationship],
    exists: Truth,
    why: Fact,
) -> Truth:
    if tie.status is Status.FORMER or Relationship.FINANCIAL not in relationships:
        return NO
    if Actor.INDUSTRY in actors:
        return exists
    if tie.organization is None and tie.kind is None:
        return both(exists, maybe(why, named(tie)))
    return NO


def _capacities(
    relationship: Relationship, disclosure: Disclosure, circumstances: Circumstances
) -> tuple[frozenset[Capacity], frozenset[Capacity]]:
    """As what one may be speaking: before the venue, and before the codes.

    A disclaimer settles it before the codes and leaves it open before a venue, for
    others see no separation (Roche's first rule for personal use, 2010).
    """
    if circumstances.capacity is not None:
        given = frozenset((circumstances.capacity,))
        return given, given
    if disclosure.capacity is Capacity.FOR:
        acting = frozenset((Capacity.FOR,))
        return acting, acting
    if disclosure.disclaimer or disclosure.capacity is not None:
        return _ALL_CAPACITIES, _NOT_FOR
    if relationship in _ACTING_FOR:
        acting = frozenset((Capacity.FOR,))
        return acting, acting
    return _ALL_CAPACITIES, _ALL_CAPACITIES


def _clients(disclosure: Disclosure) -> Iterator[Affiliation]:
    """The clients that ties name beside them and no tie declares by itself."""
    told = {
        tie.organization.id
        for tie in disclosure.affiliations
        if tie.organization and tie.relationship is Relationship.AGENCY
    }
    for tie in disclosure.affiliations:
        if tie.client is not None and tie.client.id not in told:
            told.add(tie.client.id)
            yield Affiliation(
                organization=tie.client,
                surface=tie.client.name,
                kind=tie.client.kind,
                relationship=Relationship.AGENCY,
                status=tie.status,
            )


def _unnamed_client(
    ties: list[Facet], disclosure: Disclosure, circumstances: Circumstances
) -> list[Facet]:
    """The client of an agency that names none: somebody, of a kind not known."""
    agencies = [
        facet
        for facet in ties
        if Actor.AGENCY in facet.actors and facet.belongs and not facet.former
    ]
    if not agencies or any(
        Relationship.AGENCY in facet.relationships and not facet.former
        for facet in ties
    ):
        return []
    client = Affiliation(
        organization=None,
        surface=agencies[0].surface or "",
        kind=None,
        relationship=Relationship.AGENCY,
        status=Status.CURRENT,
    )
    open_client = _tie_facet(client, disclosure, circumstances)
    # The agency's own tie says in which capacity its employee may be speaking.
    return [
        attrs.evolve(
            open_client,
            venue_capacities=agencies[0].venue_capacities,
            code_capacities=agencies[0].code_capacities,
        )
    ]


def _untold_tie(
    ties: list[Facet], disclosure: Disclosure, circumstances: Circumstances
) -> list[Facet]:
    """A tie to industry that the declaration holds, or may hold, beside those it tells.

    A text of which the reader could not say whether it declares one leaves it in doubt;
    a declaration made by hand may say that there is one and not which.
    """
    tied = disclosure.industry_tied
    if tied is IndustryTie.NO or any(facet.industry is not NO for facet in ties):
        return []
    if tied is IndustryTie.YES and any(
        Actor.INDUSTRY in facet.actors for facet in ties
    ):
        # It has ended: what is still declared of it is told by the tie itself.
        return []
    surface = disclosure.unresolved[0].surface if disclosure.unresolved else ""
    sure = tied is IndustryTie.YES
    tie = Affiliation(
        organization=None,
        surface=surface,
        kind=Actor.INDUSTRY if sure else None,
        relationship=Relationship.EMPLOYEE,
        status=Status.CURRENT if sure else Status.UNCLEAR,
    )
    facet = _tie_facet(tie, disclosure, circumstances)
    if sure:
        return [facet]
    doubt = maybe(Fact.TIE, surface or None)
    return [attrs.evolve(facet, exists=doubt, industry=doubt)]


def _countries(disclosure: Disclosure, circumstances: Circumstances) -> frozenset[str]:
    if circumstances.country is not None:
        return frozenset((circumstances.country,))
    return frozenset(disclosure.countries).union(
        *(
            tie.countries
            for tie in disclosure.affiliations
            if tie.status is Status.CURRENT
        )
    )
