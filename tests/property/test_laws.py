"""The eight laws of a decision, each with a companion that plants a rule.

Rules, people and circumstances are drawn from few words, so that they meet.
"""

from __future__ import annotations

import random
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from disclosure_registry.decision import (
    Circumstances,
    ConditionSelector,
    Decision,
    Standing,
    Texts,
    Venue,
    decide,
    leave_of,
)
from disclosure_registry.model import (
    Affiliation,
    AnyOf,
    Binds,
    Code,
    Community,
    Condition,
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
    Span,
)
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    Basis,
    Capacity,
    CodeKind,
    CommunityStatus,
    ConditionTerm,
    Extent,
    Force,
    IndustryTie,
    Layer,
    Platform,
    Relationship,
    Stance,
    Status,
    Subject,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.filterwarnings("ignore")

ON = date(2026, 6, 1)

SOURCES = (
    Source(id="whole", date=FuzzyDate.parse("2020-01-01"), extent=Extent.WHOLE),
    Source(id="part", date=FuzzyDate.parse("2026"), extent=Extent.PART),
    Source(id="undated", seen=FuzzyDate.parse("2026-05")),
)

ORGANIZATIONS = {
    firm.id: firm
    for firm in (
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
            parents=(Parent(organization="maker", since=FuzzyDate.parse("2026")),),
        ),
        Organization(
            id="house",
            name="House",
            kind=Actor.AGENCY,
            names=Names(strong=("House",)),
        ),
        Organization(
            id="clinic",
            name="Clinic",
            kind=Actor.HOSPITAL,
            names=Names(strong=("Clinic",)),
        ),
    )
}

PARTIES = [Party(firm.id, firm.name, firm.kind) for firm in ORGANIZATIONS.values()]

ACTORS = [
    Actor.EVERYONE,
    Actor.INDUSTRY,
    Actor.PHARMACEUTICAL_COMPANY,
    Actor.AGENCY,
    Actor.HOSPITAL,
    Actor.HEALTHCARE_PROFESSIONAL,
    Actor.PATIENT,
]
ACTIVITIES = [
    Activity.JOIN,
    Activity.POST,
    Activity.PROMOTE,
    Activity.SURVEY,
    Activity.RESEARCH,
    Activity.ANSWER_ABOUT_OWN_PRODUCT,
    Activity.CORRECT_ERRORS,
    Activity.DIRECT_MESSAGE,
    Activity.PROMOTE_BY_MESSAGE,
]
RELATIONSHIPS = [
    Relationship.EMPLOYEE,
    Relationship.AGENCY,
    Relationship.SPEAKER,
    Relationship.FAMILY_MEMBER,
    Relationship.FOUNDER_OWNER,
]
GROUPS = [
    Relationship.ANY_TIE,
    Relationship.FINANCIAL,
    Relationship.PAID,
    Relationship.EMPLOYEE,
    Relationship.FAMILY_MEMBER,
]
#: Conditions that stay open unless somebody tells: nothing in a declaration fails them.
TELLABLE = [
    Condition.of(ConditionTerm.NOTIFY, {"whom": "moderators"}),
    Condition.of(ConditionTerm.APPROVAL, {"whom": "operator"}),
    Condition.of(ConditionTerm.APPROVAL, {"whom": "employer"}),
    Condition.of(ConditionTerm.WHEN_ASKED),
    Condition.of(ConditionTerm.DISCLOSE_IN_USERNAME),
    Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY),
    Condition.of(ConditionTerm.DISCLOSE_IN_POST),
    Condition.of(ConditionTerm.RESPECTFUL),
]

conditions = st.sampled_from(TELLABLE)
items = st.one_of(
    conditions,
    st.builds(
        AnyOf,
        st.lists(
            st.lists(conditions, min_size=1, max_size=2).map(tuple),
            min_size=2,
            max_size=2,
        ).map(tuple),
    ),
)


Word = TypeVar("Word")


def some(words: Sequence[Word], **sizes: int) -> st.SearchStrategy[frozenset[Word]]:
    return st.frozensets(st.sampled_from(words), **sizes)


@st.composite
def rules(draw: st.DrawFn, name: str, others: tuple[str, ...] = ()) -> Rule:
    return Rule(
        id=name,
        actors=draw(some(ACTORS, min_size=1, max_size=2)),
        activities=draw(some(ACTIVITIES, min_size=1, max_size=3)),
        stance=draw(st.sampled_from(Stance)),
        summary="A rule.",
        basis=draw(st.sampled_from([Basis.STATED, Basis.STATED, *Basis])),
        evidence=(Evidence(draw(st.sampled_from(["whole", "part", "undated"]))),),
        relationships=draw(st.one_of(st.just(frozenset()), some(GROUPS, max_size=2))),
        capacities=draw(
            st.one_of(st.just(frozenset()), some(list(Capacity), max_size=2))
        ),
        ties_within=draw(st.sampled_from([None, None, Period.parse("P3Y")])),
        excepting=draw(
            st.one_of(
                st.none(),
                st.builds(
                    Exceptions,
                    actors=some(ACTORS[1:], max_size=1),
                    relationships=some(GROUPS, max_size=1),
                ),
            )
        ),
        about=draw(st.sampled_from([None, None, None, *Subject])),
        conditions=tuple(draw(st.lists(items, max_size=2))),
        overrides=tuple(
            draw(st.lists(st.sampled_from(others), max_size=2, unique=True))
        )
        if others
        else (),
        yields=draw(st.booleans()),
        in_force=draw(
            st.sampled_from(
                [
                    None,
                    None,
                    InForce(FuzzyDate.parse("2026"), None),
                    InForce(FuzzyDate.parse("2020"), FuzzyDate.parse("2026-06")),
                    InForce(FuzzyDate.parse("2020"), None),
                ]
            )
        ),
    )


@st.composite
def rule_lists(draw: st.DrawFn, most: int = 4) -> tuple[Rule, ...]:
    names = [f"r{index}" for index in range(draw(st.integers(0, most)))]
    return tuple(draw(rules(name, tuple(names))) for name in names)


def community(found: tuple[Rule, ...], identifier: str = "venue") -> Community:
    return Community(
        id=identifier,
        name=identifier.title(),
        places=(),
        platform=Platform.CUSTOM,
        status=CommunityStatus.ACTIVE,
        languages=("en",),
        countries=("GB",),
        sources=SOURCES,
        rules=found,
    )


def code(
    found: tuple[Rule, ...],
    kind: CodeKind,
    *,
    identifier: str = "code",
    countries: tuple[str, ...] = (),
) -> Code:
    return Code(
        id=identifier,
        name=identifier.title(),
        kind=kind,
        issuer=Issuer("Maker", "maker"),
        binds=Binds(
            actors=frozenset(
                {Actor.EVERYONE}
                if kind is CodeKind.COMPANY_CODE
                else {Actor.PHARMACEUTICAL_COMPANY, Actor.HEALTHCARE_PROFESSIONAL}
            )
        ),
        force=Force.BINDING,
        sources=SOURCES,
        rules=found,
        countries=countries,
    )


def venue(
    own: tuple[Rule, ...],
    host: tuple[Rule, ...] = (),
    company: tuple[Rule, ...] = (),
    industry: tuple[Rule, ...] = (),
) -> Venue:
    here = community(own)
    return Venue(
        community=here,
        own=Texts([(Layer.COMMUNITY, here), (Layer.HOST, community(host, "host"))]),
        codes=Texts(
            [
                (Layer.CODE, code(company, CodeKind.COMPANY_CODE)),
                (
                    Layer.CODE,
                    code(
                        industry,
                        CodeKind.INDUSTRY_CODE,
                        identifier="industry",
                        countries=("US",),
                    ),
                ),
            ]
        ),
        organizations=ORGANIZATIONS,
    )


few = rule_lists(most=2)
venues = st.builds(venue, rule_lists(), few, few, few)


@st.composite
def ties(draw: st.DrawFn) -> Affiliation:
    party = draw(st.one_of(st.none(), st.sampled_from(PARTIES)))
    kind = party.kind if party else draw(st.sampled_from([None, Actor.INDUSTRY]))
    status = draw(st.sampled_from([Status.CURRENT, Status.CURRENT, *Status]))
    return Affiliation(
        organization=party,
        surface=party.name if party else "my employer",
        kind=kind,
        relationship=draw(st.sampled_from(RELATIONSHIPS)),
        status=status,
        span=Span(0, 1),
        countries=draw(st.sampled_from([(), ("US",)])),
        until=FuzzyDate.parse("2025")
        if status is Status.FORMER and draw(st.booleans())
        else None,
    )


personas = st.lists(
    st.builds(
        Persona,
        actor=st.sampled_from([Actor.PHYSICIAN, Actor.PATIENT]),
        status=st.sampled_from([Status.CURRENT, Status.UNCLEAR, Status.FORMER]),
    ),
    max_size=2,
).map(tuple)
disclosures = st.one_of(
    st.builds(
        Disclosure,
        text=st.just("x"),
        affiliations=st.lists(ties(), max_size=2).map(tuple),
        personas=personas,
        disclaimer=st.booleans(),
        capacity=st.sampled_from([None, None, Capacity.FOR]),
        industry_tied=st.sampled_from([IndustryTie.YES, IndustryTie.NO]),
    ),
    # A text of which a reader could not tell whether it declares a tie.
    st.builds(
        Disclosure,
        text=st.just("x"),
        personas=personas,
        industry_tied=st.just(IndustryTie.UNCLEAR),
    ),
)
selectors = st.sampled_from(
    [
        ConditionSelector(ConditionTerm.NOTIFY),
        ConditionSelector(ConditionTerm.WHEN_ASKED),
        ConditionSelector(ConditionTerm.APPROVAL, "employer"),
        ConditionSelector(ConditionTerm.APPROVAL, "operator"),
        ConditionSelector(ConditionTerm.DISCLOSE_IN_POST),
        ConditionSelector(ConditionTerm.DISCLOSE_IN_USERNAME),
        ConditionSelector(ConditionTerm.RESPECTFUL),
    ]
)
circumstances = st.builds(
    Circumstances,
    on=st.just(ON),
    capacity=st.sampled_from([None, *Capacity]),
    country=st.sampled_from([None, "US", "DE"]),
    about=st.sampled_from([None, *Subject]),
    met=st.frozensets(selectors, max_size=3),
    max_age=st.sampled_from([None, Period.parse("P2Y")]),
)
activities = st.sampled_from(ACTIVITIES)

few_examples = settings(deadline=None, suppress_health_check=list(HealthCheck))


def ask(
    where: Venue, who: Disclosure, activity: Activity, given_: Circumstances
) -> Decision:
    return decide(where, Standing.of(who, given_), activity)


def leave(decision: Decision) -> int:
    return leave_of(decision.verdict)


def approved(given_: Circumstances) -> bool:
    return any(
        isinstance(selector, ConditionSelector)
        and selector.term is ConditionTerm.APPROVAL
        and selector.value in (None, "operator")
        for selector in given_.met
    )


def planted(stance: Stance, **changes: Any) -> Rule:
    rule = Rule(
        id="planted",
        actors=frozenset({Actor.PHARMACEUTICAL_COMPANY}),
        activities=frozenset({Activity.POST}),
        stance=stance,
        summary="Planted.",
        basis=Basis.STATED,
        evidence=(Evidence("whole"),),
    )
    return attrs.evolve(rule, **changes)


MAKERS_OWN = Disclosure(
    text="x",
    affiliations=(
        Affiliation(
            organization=PARTIES[0],
            surface="Maker",
            kind=Actor.PHARMACEUTICAL_COMPANY,
            relationship=Relationship.EMPLOYEE,
            status=Status.CURRENT,
            span=Span(0, 1),
            countries=("US",),
        ),
    ),
    industry_tied=IndustryTie.YES,
)
PLAIN = Circumstances(on=ON, capacity=Capacity.PRIVATE, about=Subject.OWN)


# --- 1: without a permission of the venue and without its yes there is no leave -----


@few_examples
@given(venues, disclosures, activities, circumstances)
def test_without_leave_from_the_venue_nothing_is_allowed(
    where: Venue, who: Disclosure, activity: Activity, given_: Circumstances
) -> None:
    assume(not approved(given_))
    assert where.community is not None
    silent = tuple(
        rule
        for rule in where.community.rules
        if rule.stance not in (Stance.PERMITTED, Stance.CONDITIONAL)
        and rule.stance is not Stance.PERMISSION_REQUIRED
    )
    here = community(silent)
    host = where.own.texts[1]
    quiet = attrs.evolve(
        where, community=here, own=Texts([(Layer.COMMUNITY, here), host])
    )
    assert leave(ask(quiet, who, activity, given_)) == 0


def test_a_planted_permission_lets_those_in_whom_it_names() -> None:
    decision = ask(
        venue((planted(Stance.PERMITTED),)), MAKERS_OWN, Activity.POST, PLAIN
    )
    assert decision.verdict is Verdict.PERMITTED
    assert [each.rule for each in decision.reasons if each.decisive] == [
        "venue#planted"
    ]


# --- 2: one more limit or duty never raises leave -----------------------------------

LIMITS = [
    Stance.PROHIBITED,
    Stance.DISCOURAGED,
    Stance.PERMISSION_REQUIRED,
    Stance.REQUIRED,
]


@few_examples
@given(
    rule_lists(),
    few,
    few,
    few,
    rules("added"),
    st.sampled_from(LIMITS),
    st.sampled_from([0, 1, 2, 3]),
    disclosures,
    activities,
    circumstances,
)
def test_one_more_limit_never_makes_the_answer_milder(
    own: tuple[Rule, ...],
    host: tuple[Rule, ...],
    company: tuple[Rule, ...],
    industry: tuple[Rule, ...],
    rule: Rule,
    stance: Stance,
    layer: int,
    who: Disclosure,
    activity: Activity,
    given_: Circumstances,
) -> None:
    assume(not (stance is Stance.PERMISSION_REQUIRED and approved(given_)))
    more = attrs.evolve(rule, stance=stance)
    layers = [own, host, company, industry]
    before = ask(venue(*layers), who, activity, given_)
    layers[layer] = (*layers[layer], more)
    after = ask(venue(*layers), who, activity, given_)
    assert leave(after) <= leave(before)


@pytest.mark.parametrize(
    ("stance", "verdict"),
    [
        (Stance.PROHIBITED, Verdict.PROHIBITED),
        (Stance.DISCOURAGED, Verdict.ASK_FIRST),
        (Stance.PERMISSION_REQUIRED, Verdict.ASK_FIRST),
        (Stance.REQUIRED, Verdict.CONDITIONAL),
    ],
)
@pytest.mark.parametrize("layer", [0, 1, 2, 3])
def test_a_planted_limit_bites_in_every_layer(
    stance: Stance, verdict: Verdict, layer: int
) -> None:
    limit = planted(
        stance,
        id="limit",
        conditions=(TELLABLE[0],) if stance is Stance.REQUIRED else (),
    )
    layers: list[tuple[Rule, ...]] = [(planted(Stance.PERMITTED),), (), (), ()]
    layers[layer] = (*layers[layer], limit)
    decision = ask(venue(*layers), MAKERS_OWN, Activity.POST, PLAIN)
    assert decision.verdict is verdict
    assert any(
        each.rule.endswith("#limit") and each.decisive for each in decision.reasons
    )


# --- 3: what is not known never widens a permission ---------------------------------


def hidden(
    who: Disclosure, given_: Circumstances, seed: int
) -> tuple[Disclosure, Circumstances]:
    """The same question with some of its facts made unknown."""
    choose = random.Random(seed)
    affiliations = []
    for tie in who.affiliations:
        unknown: dict[str, Any] = {}
        if choose.random() < 0.4:
            unknown |= {"organization": None, "kind": None, "countries": ()}
        if choose.random() < 0.4:
            unknown["status"] = Status.UNCLEAR
        if choose.random() < 0.4:
            unknown["until"] = None
        affiliations.append(attrs.evolve(tie, **unknown))
    personas = [
        attrs.evolve(persona, status=Status.UNCLEAR)
        if choose.random() < 0.4
        else persona
        for persona in who.personas
    ]
    return (
        attrs.evolve(who, affiliations=tuple(affiliations), personas=tuple(personas)),
        attrs.evolve(
            given_,
            capacity=choose.choice([None, given_.capacity]),
            country=choose.choice([None, given_.country]),
            about=choose.choice([None, given_.about]),
        ),
    )


@few_examples
@given(venues, disclosures, activities, circumstances, st.integers(0, 10_000))
def test_hiding_a_fact_never_gives_more_leave(
    where: Venue, who: Disclosure, activity: Activity, given_: Circumstances, seed: int
) -> None:
    known = ask(where, who, activity, given_)
    less, untold = hidden(who, given_, seed)
    assert leave(ask(where, less, activity, untold)) <= leave(known)


def test_a_hidden_employer_takes_the_planted_leave_away() -> None:
    where = venue((planted(Stance.PERMITTED),))
    tie = attrs.evolve(MAKERS_OWN.affiliations[0], organization=None, kind=None)
    who = attrs.evolve(MAKERS_OWN, affiliations=(tie,))
    decision = ask(where, who, Activity.POST, PLAIN)
    assert decision.verdict is Verdict.CANNOT_TELL
    assert decision.at_best is Verdict.PERMITTED
    assert "organization" in [fact.fact for fact in decision.missing_facts]


# --- 4: permitted with something unknown stays permitted however it falls -----------


@few_examples
@given(few, few, few, disclosures, activities, circumstances)
def test_permitted_stays_permitted_however_the_unknown_falls(
    own: tuple[Rule, ...],
    host: tuple[Rule, ...],
    company: tuple[Rule, ...],
    who: Disclosure,
    activity: Activity,
    given_: Circumstances,
) -> None:
    # A welcome to all kinds, so that permitted is not too rare to be met.
    welcome = planted(
        Stance.PERMITTED,
        actors=frozenset(ACTORS),
        activities=frozenset(ACTIVITIES),
        relationships=frozenset(),
    )
    where = venue((*own, welcome), host, company)
    assume(ask(where, who, activity, given_).verdict is Verdict.PERMITTED)
    for capacity, country, about in product(Capacity, ("US", "DE"), Subject):
        told = attrs.evolve(
            given_,
            capacity=given_.capacity or capacity,
            country=given_.country or country,
            about=given_.about or about,
        )
        if who.capacity is not None or any(tie.countries for tie in who.affiliations):
            # The declaration itself says so: the circumstances have nothing to add.
            told = attrs.evolve(told, capacity=given_.capacity, country=given_.country)
        assert ask(where, who, activity, told).verdict is Verdict.PERMITTED


def test_a_planted_rule_for_one_capacity_keeps_an_unsaid_one_from_permitted() -> None:
    limit = planted(Stance.PROHIBITED, id="limit", capacities=frozenset({Capacity.FOR}))
    where = venue((planted(Stance.PERMITTED), limit))
    unsaid = attrs.evolve(PLAIN, capacity=None)
    assert ask(where, MAKERS_OWN, Activity.POST, unsaid).verdict is Verdict.CANNOT_TELL
    assert ask(where, MAKERS_OWN, Activity.POST, PLAIN).verdict is Verdict.PERMITTED


# --- 5: meeting a condition never lowers leave --------------------------------------


@few_examples
@given(venues, disclosures, activities, circumstances, selectors)
def test_meeting_a_condition_never_lowers_leave(
    where: Venue,
    who: Disclosure,
    activity: Activity,
    given_: Circumstances,
    selector: ConditionSelector,
) -> None:
    before = ask(where, who, activity, given_)
    after = ask(where, who, activity, attrs.evolve(given_, met=given_.met | {selector}))
    assert leave(after) >= leave(before)


def test_meeting_the_planted_condition_opens_the_way() -> None:
    rule = planted(Stance.CONDITIONAL, conditions=(TELLABLE[0],))
    where = venue((rule,))
    met = attrs.evolve(PLAIN, met=frozenset({ConditionSelector(ConditionTerm.NOTIFY)}))
    unmet = attrs.evolve(PLAIN, not_met=met.met)
    assert ask(where, MAKERS_OWN, Activity.POST, PLAIN).verdict is Verdict.CONDITIONAL
    assert ask(where, MAKERS_OWN, Activity.POST, met).verdict is Verdict.PERMITTED
    assert ask(where, MAKERS_OWN, Activity.POST, unmet).verdict is Verdict.UNSTATED


# --- 6: the bounds hold the verdict -------------------------------------------------


@few_examples
@given(venues, disclosures, activities, circumstances)
def test_the_verdict_lies_between_its_bounds(
    where: Venue, who: Disclosure, activity: Activity, given_: Circumstances
) -> None:
    decision = ask(where, who, activity, given_)
    assert leave_of(decision.at_worst) <= leave(decision) <= leave_of(decision.at_best)
    if decision.at_worst is decision.at_best:
        assert decision.verdict is decision.at_worst


@few_examples
@given(venues, disclosures, activities, circumstances)
def test_every_answer_says_why(
    where: Venue, who: Disclosure, activity: Activity, given_: Circumstances
) -> None:
    decision = ask(where, who, activity, given_)
    decided = any(reason.decisive for reason in decision.reasons)
    assert decided or decision.silence or approved(given_)


def test_the_bounds_of_a_planted_doubt_are_its_two_sides() -> None:
    limit = planted(Stance.PROHIBITED, id="limit", capacities=frozenset({Capacity.FOR}))
    unsaid = attrs.evolve(PLAIN, capacity=None)
    decision = ask(
        venue((planted(Stance.PERMITTED), limit)), MAKERS_OWN, Activity.POST, unsaid
    )
    assert (decision.at_worst, decision.at_best) == (
        Verdict.PROHIBITED,
        Verdict.PERMITTED,
    )


# --- 7: order is nothing ------------------------------------------------------------


@few_examples
@given(
    rule_lists(),
    few,
    few,
    few,
    disclosures,
    activities,
    circumstances,
    st.integers(0, 99),
)
def test_the_order_of_rules_ties_and_layers_is_nothing(
    own: tuple[Rule, ...],
    host: tuple[Rule, ...],
    company: tuple[Rule, ...],
    industry: tuple[Rule, ...],
    who: Disclosure,
    activity: Activity,
    given_: Circumstances,
    seed: int,
) -> None:
    choose = random.Random(seed)

    def shuffled(things: tuple[Word, ...]) -> tuple[Word, ...]:
        return tuple(choose.sample(things, len(things)))

    one = venue(own, host, company, industry)
    mixed = venue(shuffled(own), shuffled(host), shuffled(company), shuffled(industry))
    other = attrs.evolve(
        mixed, own=Texts(mixed.own.texts[::-1]), codes=Texts(mixed.codes.texts[::-1])
    )
    turned = attrs.evolve(
        who,
        affiliations=shuffled(who.affiliations),
        personas=shuffled(who.personas),
    )
    first, second = (
        ask(one, who, activity, given_),
        ask(other, turned, activity, given_),
    )
    assert (first.verdict, first.at_worst, first.at_best, first.certainty) == (
        second.verdict,
        second.at_worst,
        second.at_best,
        second.certainty,
    )
    assert {(each.rule, each.decisive) for each in first.reasons} == {
        (each.rule, each.decisive) for each in second.reasons
    }


def test_the_planted_prohibition_wins_from_either_end() -> None:
    pair = (planted(Stance.PERMITTED), planted(Stance.PROHIBITED, id="limit"))
    for order in (pair, pair[::-1]):
        decision = ask(venue(order), MAKERS_OWN, Activity.POST, PLAIN)
        assert decision.verdict is Verdict.PROHIBITED


# --- 8: rules for everyone let nobody in who has a tie to industry ------------------


@few_examples
@given(rule_lists(), disclosures, activities, circumstances)
def test_rules_for_everyone_give_no_leave_to_industry(
    own: tuple[Rule, ...], who: Disclosure, activity: Activity, given_: Circumstances
) -> None:
    assume(not approved(given_))
    general = tuple(
        attrs.evolve(
            rule,
            actors=frozenset({Actor.EVERYONE}),
            relationships=frozenset(),
            stance=Stance.PERMITTED
            if rule.stance is Stance.PERMISSION_REQUIRED
            else rule.stance,
        )
        for rule in own
    )
    tied = attrs.evolve(who, affiliations=(*who.affiliations, *MAKERS_OWN.affiliations))
    assert leave(ask(venue(general), tied, activity, given_)) == 0


def test_a_planted_welcome_to_everyone_is_an_inference_for_industry_alone() -> None:
    rule = planted(Stance.PERMITTED, actors=frozenset({Actor.EVERYONE}))
    where = venue((rule,))
    decision = ask(where, MAKERS_OWN, Activity.POST, PLAIN)
    assert decision.verdict is Verdict.ASK_FIRST
    assert decision.certainty == "inferred"
    nobody = ask(where, Disclosure(text="x"), Activity.POST, PLAIN)
    assert nobody.verdict is Verdict.PERMITTED
