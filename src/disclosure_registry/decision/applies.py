"""Whether a rule holds for a facet of a person, in three values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_registry.decision.force import during
from disclosure_registry.decision.question import Circumstances, is_company_code
from disclosure_registry.decision.truth import (
    NO,
    YES,
    Truth,
    Value,
    both,
    either,
    known,
    maybe,
)
from disclosure_registry.hierarchy import ACTIVITIES_ABOVE, ACTORS_ABOVE
from disclosure_registry.vocabulary import (
    KINDS,
    Activity,
    Actor,
    Capacity,
    Fact,
    Relationship,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from disclosure_registry.decision.facets import Facet, Person
    from disclosure_registry.model import (
        Code,
        Exceptions,
        Organization,
        Party,
        Period,
        Rule,
    )

_KINDS = frozenset(KINDS)
_MAKERS = frozenset(
    (
        Actor.PHARMACEUTICAL_COMPANY,
        Actor.MEDICAL_DEVICE_COMPANY,
        Actor.DIGITAL_HEALTH_COMPANY,
    )
)

#: How many owners up the chain are looked at; real chains are three or four long.
_MOST_OWNERS = 12


def applies(
    rule: Rule,
    facet: Facet,
    person: Person,
    activity: Activity,
    circumstances: Circumstances,
    *,
    capacities: frozenset[Capacity],
    actors_settled: bool = False,
) -> Truth:
    """Whether `rule` speaks of `facet`, if that facet exists; time is not looked at.

    `capacities` are those in which the person may be speaking before this layer.
    `actors_settled` says that the text binds the facet whatever kinds its rule
    names, as a company's code does for all its people.
    """
    # Most rules leave most of these fields empty: what is empty is not asked.
    if not _relates(rule, facet):
        return NO
    answer = YES
    if not (rule.actors & facet.actors or (actors_settled and rule.actors & _KINDS)):
        answer = _actor(rule, facet, person)
    if rule.capacities and answer is not NO:
        answer = both(answer, _capacity(rule.capacities, capacities))
    if rule.about is not None and answer is not NO:
        answer = both(answer, _subject(rule, facet, activity, circumstances))
    if facet.former and answer is not NO:
        answer = both(answer, _status(rule.ties_within, facet, circumstances.on))
    if rule.excepting is not None and answer is not NO:
        answer = both(answer, _excepted(rule.excepting, person).negated())
    return answer


def names_the_tie(rule: Rule, facet: Facet) -> bool:
    """Whether a permission names this facet, and not merely everyone."""
    return bool(rule.relationships) or bool(
        rule.actors & facet.actors - {Actor.EVERYONE}
    )


def binds(
    code: Code,
    facet: Facet,
    person: Person,
    circumstances: Circumstances,
    *,
    places: frozenset[str],
    organizations: Mapping[str, Organization],
) -> Truth:
    """Whether a code binds a facet; `places` are the countries of the community.

    A company code binds those who belong to its issuer or the issuer's subsidiaries,
    its agencies only where it says so. Any other binds the facets that it names, in
    its countries.
    """
    capacity = _capacity(code.binds.capacities, facet.code_capacities)
    if is_company_code(code):
        return both(
            capacity, _belongs_to_issuer(code, facet, circumstances.on, organizations)
        )
    return both(
        _bound_facet(code, facet, person),
        capacity,
        _bound_country(code, person.countries, places),
    )


def _bound_facet(code: Code, facet: Facet, person: Person) -> Truth:
    """Whether the code names the facet; what has ended is for its rules to say."""
    named = code.binds.relationships
    if facet.tie is None:
        # A profession is bound as such also where the code speaks of its ties.
        bound = facet.actors - {Actor.EVERYONE} if named else facet.actors
        return known(bool(code.binds.actors & bound))
    if not (named & facet.relationships if named else facet.belongs):
        return NO
    if code.binds.actors & facet.actors:
        return YES
    if named and code.binds.actors & person.personas:
        return YES
    if named and code.binds.actors & person.doubtful_personas:
        return maybe(Fact.STATUS)
    if facet.kind_open and code.binds.actors & _KINDS:
        return maybe(facet.why_open, facet.surface)
    return NO


def _bound_country(
    code: Code, countries: frozenset[str], places: frozenset[str]
) -> Truth:
    if not code.countries or (countries | places).intersection(code.countries):
        return YES
    return NO if countries else maybe(Fact.COUNTRY)


def _belongs_to_issuer(
    code: Code, facet: Facet, on: date, organizations: Mapping[str, Organization]
) -> Truth:
    issuer = code.issuer.organization
    if facet.tie is None or facet.former or issuer is None:
        return NO
    bound = code.binds.relationships
    if bound:
        if not bound & facet.relationships:
            return NO
    elif not facet.belongs or Relationship.AGENCY in facet.relationships:
        return NO
    if facet.tie.organization is not None:
        return _owned_by(facet.tie.organization.id, issuer, on, organizations)
    if facet.tie.candidates:
        possible = (
            _owned_by(party.id, issuer, on, organizations)
            for party in facet.tie.candidates
        )
        if either(*possible).value is Value.NO:
            return NO
    elif not (facet.kind_open or _same_trade(facet, organizations.get(issuer))):
        return NO
    return maybe(facet.why_open, facet.surface)


def _same_trade(facet: Facet, issuer: Organization | None) -> bool:
    """Whether an unnamed organisation of the facet's kind may belong to the issuer.

    A group of makers has makers of any sort among its companies; an agency or a firm
    that studies markets is not a maker.
    """
    if issuer is None or issuer.kind in facet.actors:
        return True
    kind = facet.tie.kind if facet.tie else None
    if kind is None or kind in ACTORS_ABOVE[issuer.kind]:
        return True
    return bool(_MAKERS & facet.actors) and bool(_MAKERS & ACTORS_ABOVE[issuer.kind])


def _owned_by(
    identifier: str, owner: str, on: date, organizations: Mapping[str, Organization]
) -> Truth:
    answer = NO
    level = {identifier: YES}
    for _ in range(_MOST_OWNERS):
        if owner in level:
            answer = either(answer, level[owner])
        above: dict[str, Truth] = {}
        for child, truth in level.items():
            record = organizations.get(child)
            for parent in record.parents if record else ():
                held = both(truth, during(parent.since, parent.until, on))
                if held.value is not Value.NO:
                    above[parent.organization] = either(
                        above.get(parent.organization, NO), held
                    )
        if answer.value is Value.YES or not above:
            return answer
        level = above
    return answer


def _relates(rule: Rule, facet: Facet) -> bool:
    if rule.relationships:
        return bool(rule.relationships & facet.relationships)
    return facet.tie is None or facet.belongs


def _actor(rule: Rule, facet: Facet, person: Person) -> Truth:
    # "A physician with a paid tie": the tie has the relationship, the person is one.
    if rule.relationships and rule.actors & person.personas:
        return YES
    if rule.relationships and rule.actors & person.doubtful_personas:
        return maybe(Fact.STATUS)
    if facet.kind_open and rule.actors & _KINDS:
        return maybe(facet.why_open, facet.surface)
    return NO


def _capacity(named: frozenset[Capacity], possible: frozenset[Capacity]) -> Truth:
    if not named or possible <= named:
        return YES
    return maybe(Fact.CAPACITY) if possible & named else NO


def _subject(
    rule: Rule, facet: Facet, activity: Activity, circumstances: Circumstances
) -> Truth:
    if facet.tie is None:
        return NO
    # Whoever answers about their own product speaks of it, whatever else is said.
    own = Activity.ANSWER_ABOUT_OWN_PRODUCT in ACTIVITIES_ABOVE[activity]
    subject = Subject.OWN if own else circumstances.about
    return maybe(Fact.ABOUT) if subject is None else known(subject is rule.about)


def _status(within: Period | None, facet: Facet, on: date) -> Truth:
    if within is None or facet.tie is None:
        return NO
    ended = facet.tie.until
    if ended is None:
        return maybe(Fact.ENDED, facet.surface)
    limit = within.before(on)
    if ended.earliest >= limit:
        return YES
    return NO if ended.latest < limit else maybe(Fact.ENDED, facet.surface)


def _excepted(exceptions: Exceptions, person: Person) -> Truth:
    """Whether any facet takes the whole person out of a rule."""
    fits = NO
    for facet in person.facets:
        if facet.former:
            continue
        named = exceptions.relationships & facet.relationships
        actor = NO
        if facet.tie is None or facet.belongs:
            if exceptions.actors & facet.actors:
                actor = YES
            elif facet.kind_open and exceptions.actors & _KINDS:
                actor = maybe(facet.why_open, facet.surface)
        fits = either(fits, both(facet.exists, either(known(bool(named)), actor)))
    return fits


def is_operator(facet: Facet, operators: frozenset[str]) -> bool:
    """Whether a tie is to one of the organisations that run the community."""
    party: Party | None = facet.tie.organization if facet.tie else None
    return party is not None and party.id in operators and facet.belongs
