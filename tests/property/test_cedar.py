"""Cedar as an outside judge: the same questions, decided by another engine.

The registry is compiled to Cedar (`disclosure_registry.export.cedar`) and asked facet
by facet; the answers must say what our decision says at worst. Where the two differ by
design the difference is stated here and asserted: silence, inferred leave, duties that
collide, days before all evidence, and facts that are missing.

`DISCLOSURE_REGISTRY_CEDAR_QUESTIONS=100000` asks so many in all, half of them over the
shipped registry and half over generated ones; without it some thousands are asked.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from random import Random
from typing import Any

import attrs
import cedarpy

from disclosure_registry import load
from disclosure_registry.decision import (
    Circumstances,
    ConditionSelector,
    Decision,
    Entry,
    leave_of,
)
from disclosure_registry.export.cedar import SLOTS, CedarExport, to_cedar
from disclosure_registry.hierarchy import ACTORS_ABOVE, RELATIONSHIPS_ABOVE
from disclosure_registry.matching import Matcher
from disclosure_registry.model import (
    Affiliation,
    AnyOf,
    Binds,
    Code,
    Community,
    Condition,
    ConditionItem,
    Disclosure,
    Evidence,
    Exceptions,
    FuzzyDate,
    InForce,
    Issuer,
    Names,
    Organization,
    Parent,
    Party,
    Period,
    Persona,
    Rule,
    Source,
)
from disclosure_registry.registry import Registry
from disclosure_registry.vocabulary import (
    KINDS,
    OPPOSITES,
    PERSONAS,
    RELATIONSHIP_GROUPS,
    Activity,
    Actor,
    Basis,
    Capacity,
    CodeKind,
    CommunityStatus,
    ConditionStatus,
    ConditionTerm,
    Extent,
    Force,
    IndustryTie,
    Platform,
    Relationship,
    Stance,
    Status,
    Subject,
    Verdict,
)

Document = dict[str, Any]

#: How many questions are asked of each kind of registry.
QUESTIONS = int(os.environ.get("DISCLOSURE_REGISTRY_CEDAR_QUESTIONS", "2400")) // 2

#: Questions that are asked of one community at a time.
_TOGETHER = 100

#: Conditions of which somebody says whether they are kept, for each question.
_TOLD = 25

_PERIODS = tuple(Period.parse(text) for text in ("P1Y", "P2Y", "P3Y", "P36M"))
_TIES = [
    each
    for each in Relationship
    if each not in RELATIONSHIP_GROUPS and each is not Relationship.NONE
]
_ACTING_FOR = (Relationship.AGENCY, Relationship.ORGANISATION_ACCOUNT)


# --- questions ----------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Question:
    """A person, the circumstances and an activity, for both judges."""

    disclosure: Disclosure
    circumstances: Circumstances
    activity: Activity


@attrs.frozen
class Known:
    """What questions are drawn from."""

    parties: tuple[Party, ...]
    selectors: tuple[ConditionSelector, ...]
    areas: tuple[str, ...]
    days: tuple[date, ...]
    activities: tuple[Activity, ...]
    actors: tuple[Actor, ...] = tuple(KINDS)
    relationships: tuple[Relationship, ...] = tuple(_TIES)
    countries: tuple[str, ...] = ("US", "GB", "DE", "FR", "AU", "NO")


def question(random: Random, known: Known, day: date) -> Question:
    ties = [_tie(random, known, day) for _ in range(random.choice((0, 1, 1, 1, 2)))]
    # An agency that names no client leaves one open; here everybody names one.
    if any(_is_agency(tie) for tie in ties):
        client = attrs.evolve(
            _tie(random, known, day),
            relationship=Relationship.AGENCY,
            status=Status.CURRENT,
            until=None,
        )
        ties.append(client)
    personas = random.sample(PERSONAS, random.choice((0, 0, 1, 2)))
    disclosure = Disclosure(
        affiliations=tuple(ties),
        personas=tuple(Persona(actor=actor) for actor in personas),
        industry_tied=IndustryTie.NO,
    )
    return Question(
        disclosure=disclosure,
        circumstances=_circumstances(random, known, day),
        activity=random.choice(known.activities),
    )


def _is_agency(tie: Affiliation) -> bool:
    return (
        tie.status is Status.CURRENT
        and tie.kind is not None
        and Actor.AGENCY in ACTORS_ABOVE[tie.kind]
        and Relationship.BELONGS in RELATIONSHIPS_ABOVE[tie.relationship]
    )


def _tie(random: Random, known: Known, day: date) -> Affiliation:
    if random.random() < 0.5:
        party = random.choice(known.parties)
    else:
        kind = random.choice(known.actors)
        party = Party(f"some-{kind}", f"Some {kind}", kind)
    former = random.random() < 0.15
    until = date(day.year - random.randint(0, 5), random.randint(1, 12), 15)
    return Affiliation(
        organization=party,
        surface=party.name,
        kind=party.kind,
        relationship=random.choice(
            (Relationship.EMPLOYEE, random.choice(known.relationships))
        ),
        status=Status.FORMER if former else Status.CURRENT,
        until=FuzzyDate.parse(until.isoformat())
        if former and random.random() < 0.8
        else None,
    )


def _circumstances(random: Random, known: Known, day: date) -> Circumstances:
    met: set[ConditionSelector] = set()
    not_met: set[ConditionSelector] = set()
    told = random.sample(known.selectors, min(_TOLD, len(known.selectors) // 3))
    for selector in told:
        # A yes settles much at once, so it is seldom had.
        yes = 0.1 if selector.term is ConditionTerm.APPROVAL else 0.7
        (met if random.random() < yes else not_met).add(selector)
    # Nobody keeps two conditions that exclude one another.
    for selector in sorted(met, key=str):
        if any(other.term in OPPOSITES.get(selector.term, ()) for other in met):
            met.discard(selector)
    return Circumstances(
        on=day,
        capacity=random.choice((None, *Capacity)),
        country=random.choice((None, *known.countries)),
        about=random.choice((None, *Subject)),
        met=frozenset(met),
        not_met=frozenset(not_met),
        posts=random.choice((None, 0, 10, 100)),
        member_since=random.choice((None, day, date(day.year - 1, 1, 1))),
        area=random.choice((None, "elsewhere", *known.areas)),
    )


def _selectors(condition: Condition) -> Iterator[ConditionSelector]:
    yield ConditionSelector(condition.term)
    for _, value in condition.parameters:
        for each in value if isinstance(value, tuple) else (str(value),):
            yield ConditionSelector(condition.term, each)


# --- the same for Cedar -------------------------------------------------------------


def entities_of(asked: Question, name: str) -> list[Document]:
    """The person and each facet: what everybody is, personas, ties, in this order."""
    facets = [
        _facet(name, [Actor.EVERYONE]),
        *(_facet(name, [persona.actor]) for persona in asked.disclosure.personas),
        *(
            _tied(name, tie, asked.circumstances)
            for tie in asked.disclosure.affiliations
        ),
    ]
    country = asked.circumstances.country
    person: Document = {
        "uid": {"type": "Person", "id": name},
        "attrs": {"countries": [country] if country else []},
        "parents": [],
    }
    for slot, facet in zip(SLOTS, facets, strict=False):
        facet["uid"] = {"type": "Facet", "id": f"{name} {slot}"}
        person["attrs"][slot] = {"__entity": facet["uid"]}
    return [person, *facets]


def _facet(name: str, actors: list[Actor]) -> Document:
    return {
        "attrs": {
            "person": {"__entity": {"type": "Person", "id": name}},
            "tied": False,
            "former": False,
            "spoken": "private",
            "spoken_before_codes": "private",
        },
        "parents": [{"type": "Actor", "id": str(actor)} for actor in actors],
    }


def _tied(name: str, tie: Affiliation, circumstances: Circumstances) -> Document:
    assert tie.kind is not None
    assert tie.organization is not None
    facet = _facet(name, [tie.kind])
    facet["parents"].append({"type": "Relationship", "id": str(tie.relationship)})
    attributes = facet["attrs"]
    attributes["tied"] = True
    attributes["former"] = tie.status is Status.FORMER
    organization = {"type": "Organization", "id": tie.organization.id}
    attributes["organization"] = {"__entity": organization}
    if tie.until is not None:
        attributes["ended"] = tie.until.earliest.toordinal()
    capacity = circumstances.capacity
    if capacity is None and tie.relationship in _ACTING_FOR:
        capacity = Capacity.FOR
    for attribute in ("spoken", "spoken_before_codes"):
        del attributes[attribute]
        if capacity is not None:
            attributes[attribute] = str(capacity)
    return facet


def context_of(circumstances: Circumstances, periods: set[str]) -> Document:
    context: Document = {
        "day": circumstances.on.toordinal(),
        "met": sorted(_key(each) for each in _selectors_in(circumstances.met)),
        "failed": sorted(_key(each) for each in _selectors_in(circumstances.not_met)),
        "since": {
            period: Period.parse(period).before(circumstances.on).toordinal()
            for period in periods
        },
    }
    if circumstances.about is not None:
        context["about"] = str(circumstances.about)
    if circumstances.posts is not None:
        context["posts"] = circumstances.posts
    if circumstances.member_since is not None:
        context["days"] = (circumstances.on - circumstances.member_since).days
    if circumstances.area is not None:
        context["area"] = circumstances.area.casefold()
    return context


def _selectors_in(
    told: frozenset[ConditionSelector | Condition],
) -> Iterator[ConditionSelector]:
    for each in told:
        assert isinstance(each, ConditionSelector)
        yield each


def _key(selector: ConditionSelector) -> str:
    if selector.value is None:
        return str(selector.term)
    return f"{selector.term}:{selector.value}"


def needs_leave(tie: Affiliation) -> bool:
    """Whether it is a present tie to industry, with money or ownership in it."""
    assert tie.kind is not None
    return (
        tie.status is Status.CURRENT
        and Actor.INDUSTRY in ACTORS_ABOVE[tie.kind]
        and Relationship.FINANCIAL in RELATIONSHIPS_ABOVE[tie.relationship]
    )


@attrs.frozen(kw_only=True)
class Answer:
    """What Cedar says of all facets together."""

    allowed: bool
    prohibiting: frozenset[str]
    asking: frozenset[str]

    @staticmethod
    def of(asked: Question, results: list[cedarpy.AuthzResult]) -> Answer:
        forbids: set[str] = set()
        for result in results:
            assert not result.diagnostics.errors
            if not result.allowed:
                names = result.diagnostics.id_annotations_by_reason
                forbids.update(names.values())
        ties = asked.disclosure.affiliations
        tied = results[len(results) - len(ties) :]
        needy = [
            result for tie, result in zip(ties, tied, strict=True) if needs_leave(tie)
        ]
        given = (
            all(each.allowed for each in needy)
            if needy
            else any(each.allowed for each in results)
        )
        return Answer(
            allowed=given and not forbids,
            prohibiting=_named(forbids, "prohibit "),
            asking=_named(forbids, "ask "),
        )


def _named(forbids: set[str], kind: str) -> frozenset[str]:
    return frozenset(
        each.removeprefix(kind) for each in forbids if each.startswith(kind)
    )


class Judge:
    """Cedar with the policies of one community and its layers, on one day."""

    def __init__(self, compiled: CedarExport, base: cedarpy.Entities) -> None:
        self._policies = cedarpy.PolicySet.from_str(compiled.policies)
        self._schema = cedarpy.Schema.from_str(compiled.schema)
        self._base = base
        self._periods = {
            str(period) for period in _PERIODS if f"{period}?: Long" in compiled.schema
        }

    def ask(self, community: str, questions: list[Question]) -> list[Answer]:
        people = [
            entities_of(asked, f"person-{index}")
            for index, asked in enumerate(questions)
        ]
        requests = [
            {
                "principal": facet["uid"],
                "action": {"type": "Action", "id": str(asked.activity)},
                "resource": {"type": "Community", "id": community},
                "context": context_of(asked.circumstances, self._periods),
            }
            for asked, entities in zip(questions, people, strict=True)
            for facet in entities[1:]
        ]
        everybody = [entity for entities in people for entity in entities]
        results = iter(
            cedarpy.is_authorized_batch(
                requests,
                self._policies,
                self._base.with_added_json_str(json.dumps(everybody), self._schema),
            )
        )
        return [
            Answer.of(asked, [next(results) for _ in entities[1:]])
            for asked, entities in zip(questions, people, strict=True)
        ]


# --- the comparison -----------------------------------------------------------------


def compare(asked: Question, decision: Decision, answer: Answer, since: date) -> str:
    """Fail where the judges differ; else the name of how they agree.

    Cedar's answer is what our decision says at worst, for what is not known restricts
    in the policies as it does in the law.
    """
    worst = decision.at_worst
    if asked.circumstances.on < since:
        # Difference: before all evidence we cannot tell; Cedar finds no leave.
        assert not answer.allowed, _told(asked, decision, answer)
        assert decision.verdict in (Verdict.CANNOT_TELL, Verdict.PROHIBITED), _told(
            asked, decision, answer
        )
        return "before all evidence"
    if worst is Verdict.ASK_FIRST and not answer.asking and _collides(decision):
        # Difference: Cedar does not see that two duties cannot both be kept.
        assert not answer.prohibiting, _told(asked, decision, answer)
        return "colliding"
    assert answer.allowed == (leave_of(worst) > 0), _told(asked, decision, answer)
    assert bool(answer.prohibiting) == (worst is Verdict.PROHIBITED), _told(
        asked, decision, answer
    )
    if worst is Verdict.UNSTATED:
        # Difference: silence is a verdict of its own with us, a bare no with Cedar.
        assert not answer.asking, _told(asked, decision, answer)
        return "silence"
    if decision.verdict is Verdict.PROHIBITED:
        decisive = {reason.rule for reason in decision.reasons if reason.decisive}
        assert decisive == answer.prohibiting, _told(asked, decision, answer)
    if worst is Verdict.ASK_FIRST and not answer.asking:
        # Difference: leave that is only inferred is no leave in the policies.
        assert any(
            reason.stance in (Stance.PERMITTED, Stance.CONDITIONAL)
            for reason in decision.reasons
        ), _told(asked, decision, answer)
        return "inferred leave"
    if decision.verdict is not worst:
        # Difference: facts are missing; Cedar gives the strict answer alone.
        assert leave_of(decision.at_best) >= leave_of(worst), _told(
            asked, decision, answer
        )
        return f"missing facts, {decision.verdict}"
    return str(worst)


def _told(asked: Question, decision: Decision, answer: Answer) -> str:
    return f"{asked}\n{decision.explain()}\n{answer}"


def _collides(decision: Decision) -> bool:
    terms = {
        condition.term
        for each in decision.conditions
        if each.status is not ConditionStatus.FAILED
        for condition in flat(each.item)
    }
    return any(other in terms for term in terms for other in OPPOSITES.get(term, ()))


def first_day(community: Community) -> date:
    days = [
        day.earliest
        for source in community.sources
        for day in (source.date, source.seen)
        if day is not None
    ]
    days += [
        rule.in_force.since.earliest
        for rule in community.rules
        if rule.in_force is not None and rule.in_force.since is not None
    ]
    return min(days, default=date.min)


def judge_all(
    registry: Registry, communities: list[Community], known: Known, random: Random
) -> Counter[str]:
    """Ask a hundred questions of each of these communities, on one day."""
    agreed: Counter[str] = Counter()
    matcher = Matcher(registry)
    bases: dict[date, cedarpy.Entities] = {}
    for community in communities:
        day = random.choice(known.days)
        if day not in bases:
            whole = to_cedar(registry, day)
            bases[day] = cedarpy.Entities.from_json_str(
                json.dumps(whole.entities), whole.schema
            )
        compiled = to_cedar(registry, day, communities=[community])
        judge = Judge(compiled, bases[day])
        questions = [question(random, known, day) for _ in range(_TOGETHER)]
        answers = judge.ask(community.id, questions)
        for asked, answer in zip(questions, answers, strict=True):
            decision = matcher.decide(
                community.id, asked.disclosure, asked.activity, asked.circumstances
            )
            agreed[compare(asked, decision, answer, first_day(community))] += 1
    return agreed


def known_of(
    conditions: Iterable[Condition],
    parties: tuple[Party, ...],
    days: tuple[date, ...],
    activities: tuple[Activity, ...],
    **fewer: Any,
) -> Known:
    """What to draw questions from, where rules ask for these conditions."""
    conditions = tuple(conditions)
    selectors = {each for found in conditions for each in _selectors(found)}
    areas = {area for found in conditions if isinstance(area := found.get("area"), str)}
    return Known(
        parties,
        tuple(sorted(selectors, key=str)),
        tuple(sorted(areas)),
        days,
        activities,
        **fewer,
    )


def conditions_in(registry: Registry) -> Iterator[Condition]:
    entries: list[Entry] = [*registry.values(), *registry.codes.values()]
    for entry in entries:
        for rule in entry.rules:
            for item in rule.conditions:
                yield from flat(item)


def flat(item: ConditionItem) -> tuple[Condition, ...]:
    if isinstance(item, AnyOf):
        return tuple(condition for branch in item.branches for condition in branch)
    return (item,)


# --- the shipped registry -----------------------------------------------------------


@cache
def shipped() -> tuple[Registry, Known]:
    registry = load()
    issuers = {
        code.issuer.organization
        for code in registry.codes.values()
        if code.issuer.organization
    }
    operators = {
        community.operator.organization
        for community in registry.values()
        if community.operator and community.operator.organization
    }
    owned = [
        each.id
        for each in registry.organizations.values()
        if any(parent.organization in issuers for parent in each.parents)
    ]
    chosen = sorted({*issuers, *operators, *owned} & set(registry.organizations))
    parties = tuple(
        Party(record.id, record.name, record.kind)
        for record in map(registry.organizations.__getitem__, chosen)
    )
    days = (*[date(2026, 11, 20)] * 8, date(2019, 3, 9), date(2011, 7, 1))
    return registry, known_of(conditions_in(registry), parties, days, tuple(Activity))


def test_shipped_registry_and_cedar_agree() -> None:
    registry, known = shipped()
    random = Random(20261126)
    communities = list(registry.values())
    chosen = [random.choice(communities) for _ in range(max(1, QUESTIONS // _TOGETHER))]
    agreed = judge_all(registry, chosen, known, random)
    assert agreed.total() == len(chosen) * _TOGETHER
    for kind in (Verdict.PROHIBITED, "silence"):
        assert agreed[str(kind)], agreed
    print(agreed)  # noqa: T201  numbers for those who run many


def test_shipped_policies_are_valid() -> None:
    registry, _ = shipped()
    compiled = to_cedar(registry, date(2026, 11, 1))
    result = cedarpy.validate_policies(compiled.policies, compiled.schema)
    assert result.validation_passed, [str(error) for error in result.errors[:3]]
    cedarpy.Entities.from_json_str(json.dumps(compiled.entities), compiled.schema)


# --- generated registries -----------------------------------------------------------

_ACTORS = (
    Actor.EVERYONE,
    Actor.INDUSTRY,
    Actor.PHARMACEUTICAL_COMPANY,
    Actor.BIOTECH_COMPANY,
    Actor.AGENCY,
    Actor.HOSPITAL,
    Actor.OPERATOR,
    Actor.HEALTHCARE_PROFESSIONAL,
    Actor.PHYSICIAN,
    Actor.PATIENT,
)
_ACTIVITIES = (
    Activity.JOIN,
    Activity.POST,
    Activity.PROMOTE,
    Activity.RESEARCH,
    Activity.SURVEY,
    Activity.ANSWER_ABOUT_OWN_PRODUCT,
    Activity.CORRECT_ERRORS,
    Activity.DIRECT_MESSAGE,
    Activity.PROMOTE_BY_MESSAGE,
)
_RELATIONSHIPS = (
    Relationship.ANY_TIE,
    Relationship.FINANCIAL,
    Relationship.PAID,
    Relationship.EMPLOYEE,
    Relationship.AGENCY,
    Relationship.FAMILY_MEMBER,
)
_CONDITIONS = (
    Condition.of(ConditionTerm.NOTIFY, {"whom": "moderators"}),
    Condition.of(ConditionTerm.APPROVAL, {"whom": "operator"}),
    Condition.of(ConditionTerm.APPROVAL, {"whom": "employer"}),
    Condition.of(ConditionTerm.WHEN_ASKED),
    Condition.of(ConditionTerm.DISCLOSE_IN_USERNAME),
    Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY),
    Condition.of(ConditionTerm.RESPECTFUL),
    Condition.of(ConditionTerm.ESTABLISHED_MEMBER, {"posts": 25, "days": 25}),
    Condition.of(ConditionTerm.DESIGNATED_AREA, {"area": "Classifieds"}),
    Condition.of(ConditionTerm.IS, {"actor": "physician"}),
    Condition.of(ConditionTerm.RESIDENT, {"countries": ("GB", "US")}),
)
_SOURCES = (
    Source(id="whole", date=FuzzyDate.parse("2020-01-01"), extent=Extent.WHOLE),
    Source(id="undated", seen=FuzzyDate.parse("2026-05")),
)
_FORCES = (
    None,
    None,
    None,
    InForce(FuzzyDate.parse("2026"), None),
    InForce(FuzzyDate.parse("2019"), FuzzyDate.parse("2026-06")),
    InForce(None, FuzzyDate.parse("2026-03-01")),
)
_ORGANIZATIONS = (
    Organization(
        id="maker",
        name="Maker",
        kind=Actor.PHARMACEUTICAL_COMPANY,
        names=Names(strong=("Maker",)),
    ),
    Organization(
        id="daughter",
        name="Daughter",
        kind=Actor.BIOTECH_COMPANY,
        names=Names(strong=("Daughter",)),
        parents=(Parent(organization="maker", until=FuzzyDate.parse("2025-01-01")),),
    ),
    Organization(
        id="granddaughter",
        name="Granddaughter",
        kind=Actor.BIOTECH_COMPANY,
        names=Names(strong=("Granddaughter",)),
        parents=(Parent(organization="daughter"),),
    ),
    Organization(
        id="clinic", name="Clinic", kind=Actor.HOSPITAL, names=Names(strong=("Clinic",))
    ),
    Organization(
        id="house", name="House", kind=Actor.AGENCY, names=Names(strong=("House",))
    ),
)


def _some(random: Random, words: tuple[Any, ...], most: int) -> frozenset[Any]:
    return frozenset(random.sample(words, random.randint(1, most)))


def _item(random: Random, *, waits: bool) -> ConditionItem:
    """A condition, or alternatives; a yes that is waited for has none (left out)."""
    if random.random() < 0.25:
        choices = [
            each
            for each in _CONDITIONS
            if not (waits and each.term is ConditionTerm.APPROVAL)
        ]
        return AnyOf(
            tuple(
                tuple(random.sample(choices, random.choice((1, 1, 2))))
                for _ in range(2)
            )
        )
    return random.choice(_CONDITIONS)


def _rules(
    random: Random, most: int, elsewhere: tuple[str, ...] = ()
) -> tuple[Rule, ...]:
    """Rules that may set one another aside, and rules `elsewhere` that yield."""
    names = [f"rule-{index}" for index in range(random.randint(0, most))]
    return tuple(_rule(random, name, (*names, *elsewhere)) for name in names)


def _rule(random: Random, name: str, others: tuple[str, ...]) -> Rule:
    def seldom(chance: float) -> bool:
        return random.random() < chance

    stance = random.choice(
        (*Stance, Stance.PERMITTED, Stance.CONDITIONAL, Stance.PROHIBITED)
    )
    leave = stance in (
        Stance.PERMITTED,
        Stance.CONDITIONAL,
        Stance.PERMISSION_REQUIRED,
    )
    return Rule(
        id=name,
        actors=_some(random, _ACTORS, 4),
        activities=_some(random, _ACTIVITIES, 4),
        stance=stance,
        summary="A rule.",
        basis=random.choice((Basis.STATED, Basis.STATED, Basis.STATED, *Basis)),
        evidence=(Evidence(random.choice(("whole", "undated"))),),
        relationships=_some(random, _RELATIONSHIPS, 2) if seldom(0.3) else frozenset(),
        capacities=_some(random, tuple(Capacity), 2) if seldom(0.2) else frozenset(),
        ties_within=random.choice(_PERIODS) if seldom(0.15) else None,
        excepting=Exceptions(
            actors=_some(random, _ACTORS[1:], 1),
            relationships=_some(random, _RELATIONSHIPS, 1)
            if seldom(0.5)
            else frozenset(),
        )
        if seldom(0.2)
        else None,
        about=random.choice(tuple(Subject)) if seldom(0.15) else None,
        conditions=tuple(
            _item(random, waits=stance is Stance.PERMISSION_REQUIRED)
            for _ in range(random.choice((0, 0, 1, 1, 2)))
        ),
        overrides=tuple(random.sample(others, min(2, len(others))))
        if leave and seldom(0.7)
        else (),
        yields=True,
        in_force=random.choice(_FORCES),
    )


def _bar_and_leave(random: Random) -> tuple[Rule, Rule]:
    """A prohibition, and a permission that sets it aside: chance seldom pairs them."""
    plain = Rule(
        id="bar",
        actors=random.choice(
            (frozenset({Actor.EVERYONE}), frozenset({Actor.INDUSTRY, Actor.PATIENT}))
        ),
        activities=frozenset(random.sample(_ACTIVITIES, 2)),
        stance=Stance.PROHIBITED,
        summary="Not here.",
        basis=Basis.STATED,
        evidence=(Evidence("whole"),),
    )
    leave = attrs.evolve(
        plain,
        id="leave",
        actors=_some(random, _ACTORS, 2) | random.choice((plain.actors, frozenset())),
        activities=plain.activities | _some(random, _ACTIVITIES, 2),
        stance=Stance.PERMITTED,
        overrides=random.choice((("bar",), ())),
    )
    return plain, leave


def _community(random: Random, name: str, **fields: Any) -> Community:
    return Community(
        id=name,
        name=name.title(),
        places=(),
        platform=random.choice((Platform.REDDIT, Platform.CUSTOM)),
        status=CommunityStatus.ACTIVE,
        languages=("en",),
        countries=random.choice(((), ("GB",))),
        sources=_SOURCES,
        operator=Issuer("Maker", random.choice((None, "maker", "clinic"))),
        **fields,
    )


def _code(random: Random, name: str, kind: CodeKind) -> Code:
    company = kind is CodeKind.COMPANY_CODE
    return Code(
        id=name,
        name=name.title(),
        kind=kind,
        issuer=Issuer("Maker", "maker" if company else None),
        binds=Binds(
            actors=frozenset({Actor.EVERYONE})
            if company
            else _some(random, _ACTORS[:6] + _ACTORS[7:], 2),
            relationships=random.choice(
                (frozenset(), _some(random, _RELATIONSHIPS, 2))
            ),
            capacities=random.choice(
                (frozenset(), frozenset(), frozenset({Capacity.FOR}))
            ),
        ),
        force=random.choice((Force.BINDING, Force.BINDING, Force.ADVISORY)),
        sources=_SOURCES,
        rules=_rules(random, 3),
        countries=random.choice(((), (), ("US",), ("GB", "DE"))),
    )


def generated(random: Random) -> Registry:
    """A community with its host, its platform's policy and three codes."""
    codes = [
        _code(random, "company", CodeKind.COMPANY_CODE),
        _code(random, "industry", CodeKind.INDUSTRY_CODE),
        _code(random, "profession", CodeKind.PROFESSIONAL_CODE),
        attrs.evolve(
            _code(random, "reddit", CodeKind.PLATFORM_POLICY), force=Force.BINDING
        ),
    ]
    elsewhere = tuple(f"{code.id}#{rule.id}" for code in codes for rule in code.rules)
    return Registry.of(
        [
            _community(random, "network", rules=_rules(random, 2)),
            _community(random, "host", rules=_rules(random, 2), part_of="network"),
            _community(
                random,
                "venue",
                rules=(*_rules(random, 4, elsewhere), *_bar_and_leave(random)),
                part_of=random.choice((None, "host")),
            ),
        ],
        codes=codes,
        organizations=_ORGANIZATIONS,
    )


_GENERATED = known_of(
    _CONDITIONS,
    tuple(Party(each.id, each.name, each.kind) for each in _ORGANIZATIONS),
    (*[date(2026, 9, 1)] * 5, date(2026, 4, 15), date(2024, 5, 1), date(2019, 1, 1)),
    _ACTIVITIES,
    actors=tuple(actor for actor in _ACTORS if actor in KINDS),
    relationships=(
        Relationship.EMPLOYEE,
        Relationship.AGENCY,
        Relationship.SPEAKER,
        Relationship.EQUITY,
        Relationship.FAMILY_MEMBER,
        Relationship.ORGANISATION_ACCOUNT,
    ),
    countries=("US", "GB", "FR"),
)


def test_generated_registries_and_cedar_agree() -> None:
    random = Random(5)
    agreed: Counter[str] = Counter()
    rounds = max(1, QUESTIONS // _TOGETHER)
    for _ in range(rounds):
        registry = generated(random)
        chosen = [registry[random.choice(("venue", "venue", "venue", "host"))]]
        agreed += judge_all(registry, chosen, _GENERATED, random)
    assert agreed.total() == rounds * _TOGETHER
    for kind in ("silence", str(Verdict.PERMITTED), str(Verdict.PROHIBITED)):
        assert agreed[kind], agreed
    print(agreed)  # noqa: T201  numbers for those who run many
