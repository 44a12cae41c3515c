"""The engine on venues made for one question each; the laws are in `property/`."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from disclosure_registry.decision import (
    Circumstances,
    ConditionSelector,
    Decision,
    Standing,
    Texts,
    Venue,
    decide,
)
from disclosure_registry.decision.conditions import collide
from disclosure_registry.decision.truth import YES
from disclosure_registry.model import (
    Affiliation,
    AnyOf,
    Binds,
    Code,
    Community,
    Condition,
    Disclosure,
    Dispute,
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
    Section,
    Source,
    Span,
)
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    Basis,
    Capacity,
    Certainty,
    CodeKind,
    CommunityStatus,
    ConditionTerm,
    Extent,
    Fact,
    Force,
    IndustryTie,
    Layer,
    Place,
    Platform,
    Relationship,
    Silence,
    Stance,
    Status,
    Subject,
    Verdict,
    Via,
)

ON = date(2026, 6, 1)
SOURCE = Source(id="rules", date=FuzzyDate.parse("2020"), extent=Extent.WHOLE)
MAKER = Party("maker", "Maker", Actor.PHARMACEUTICAL_COMPANY)


def rule(stance: Stance, *activities: Activity, **changes: Any) -> Rule:
    base = Rule(
        id=str(stance),
        actors=frozenset({Actor.INDUSTRY}),
        activities=frozenset(activities or {Activity.POST}),
        stance=stance,
        summary="A rule.",
        basis=Basis.STATED,
        evidence=(Evidence("rules", "1"),),
    )
    return attrs.evolve(base, **changes)


def venue(*rules: Rule, **changes: Any) -> Venue:
    community = attrs.evolve(
        Community(
            id="here",
            name="Here",
            places=("https://example.org/",),
            platform=Platform.CUSTOM,
            status=CommunityStatus.ACTIVE,
            languages=("en",),
            sources=(SOURCE,),
            rules=rules,
        ),
        **changes,
    )
    return Venue(
        community=community, own=Texts([(Layer.COMMUNITY, community)]), codes=Texts([])
    )


def tie(**changes: Any) -> Affiliation:
    base = Affiliation(
        organization=MAKER,
        surface="Maker",
        kind=MAKER.kind,
        relationship=Relationship.EMPLOYEE,
        status=Status.CURRENT,
        span=Span(0, 5),
    )
    return attrs.evolve(base, **changes)


def person(*ties: Affiliation, **changes: Any) -> Disclosure:
    return attrs.evolve(
        Disclosure(text="Maker", affiliations=ties, industry_tied=IndustryTie.YES),
        **changes,
    )


def answer(
    where: Venue,
    who: Disclosure,
    activity: Activity = Activity.POST,
    **facts: Any,
) -> Decision:
    circumstances = Circumstances(**{"on": ON, "capacity": Capacity.FOR, **facts})
    return decide(where, Standing.of(who, circumstances), activity)


REP = person(tie())
PERMITTED = rule(Stance.PERMITTED)


def conditional(*items: Condition | AnyOf, **changes: Any) -> Rule:
    return rule(Stance.CONDITIONAL, conditions=items, **changes)


def test_a_decision_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="allowed"):
        bool(answer(venue(PERMITTED), REP))


def test_decisions_are_equal_that_say_the_same() -> None:
    first, second = (answer(venue(PERMITTED), REP) for _ in range(2))

    assert first == second
    assert hash(first) == hash(second)
    assert first != answer(venue(), REP)
    assert first != "permitted"
    assert repr(first) == "<Decision permitted: post at 'Here' on 2026-06-01>"


@pytest.mark.parametrize(
    ("stance", "verdict"),
    [
        (Stance.PERMITTED, Verdict.PERMITTED),
        (Stance.PROHIBITED, Verdict.PROHIBITED),
        (Stance.PERMISSION_REQUIRED, Verdict.ASK_FIRST),
        (Stance.DISCOURAGED, Verdict.ASK_FIRST),
        (Stance.REQUIRED, Verdict.UNSTATED),
        (Stance.ADVISED, Verdict.UNSTATED),
    ],
)
def test_what_one_rule_alone_comes_to(stance: Stance, verdict: Verdict) -> None:
    assert answer(venue(rule(stance)), REP).verdict is verdict


def test_a_limit_reaches_what_includes_it_and_a_permission_does_not() -> None:
    bar = venue(rule(Stance.PROHIBITED, Activity.POST))
    welcome = venue(rule(Stance.PERMITTED, Activity.POST))

    assert answer(bar, REP, Activity.PROMOTE).verdict is Verdict.PROHIBITED
    assert answer(bar, REP, Activity.READ).verdict is Verdict.UNSTATED
    assert answer(welcome, REP, Activity.PROMOTE).verdict is Verdict.UNSTATED


def test_a_bar_on_joining_does_not_reach_reading() -> None:
    bar = venue(rule(Stance.PROHIBITED, Activity.JOIN))

    assert answer(bar, REP, Activity.POST).verdict is Verdict.PROHIBITED
    assert answer(bar, REP, Activity.READ).verdict is Verdict.UNSTATED


def test_an_exception_takes_the_whole_person_out() -> None:
    physicians_only = rule(
        Stance.PROHIBITED,
        Activity.JOIN,
        actors=frozenset({Actor.EVERYONE}),
        excepting=Exceptions(actors=frozenset({Actor.PHYSICIAN})),
    )
    where = venue(physicians_only, PERMITTED)
    physician = person(tie(), personas=(Persona(actor=Actor.PHYSICIAN),))

    assert answer(where, REP).verdict is Verdict.PROHIBITED
    assert answer(where, physician).verdict is Verdict.PERMITTED


def test_an_exception_in_doubt_fails_and_says_so() -> None:
    physicians_only = rule(
        Stance.PROHIBITED,
        actors=frozenset({Actor.EVERYONE}),
        excepting=Exceptions(actors=frozenset({Actor.PHYSICIAN})),
    )
    unsure = person(
        tie(), personas=(Persona(actor=Actor.PHYSICIAN, status=Status.UNCLEAR),)
    )
    decision = answer(venue(physicians_only, PERMITTED), unsure)

    assert decision.verdict is Verdict.CANNOT_TELL
    assert (decision.at_worst, decision.at_best) == (
        Verdict.PROHIBITED,
        Verdict.PERMITTED,
    )
    assert [fact.fact for fact in decision.missing_facts] == [Fact.STATUS]


def test_a_permission_sets_aside_what_it_overrides_and_its_terms_speak() -> None:
    bar = rule(Stance.PROHIBITED, Activity.PROMOTE, id="bar")
    listed = Condition.of(ConditionTerm.LISTED)
    way = conditional(
        listed, id="way", activities=frozenset({Activity.PROMOTE}), overrides=("bar",)
    )
    where = venue(bar, way)
    met = frozenset({ConditionSelector(ConditionTerm.LISTED)})

    assert answer(where, REP, Activity.PROMOTE).verdict is Verdict.CONDITIONAL
    assert answer(where, REP, Activity.PROMOTE, met=met).verdict is Verdict.PERMITTED
    failed = answer(where, REP, Activity.PROMOTE, not_met=met)
    assert failed.verdict is Verdict.PROHIBITED


def test_an_override_does_not_fire_for_the_broader_act() -> None:
    bar = rule(Stance.PROHIBITED, Activity.ANSWER_ABOUT_OWN_PRODUCT, id="stay-out")
    one_correction = rule(
        Stance.PERMITTED, Activity.CORRECT_ERRORS, overrides=("stay-out",)
    )
    where = venue(bar, one_correction)

    assert answer(where, REP, Activity.CORRECT_ERRORS).verdict is Verdict.PERMITTED
    assert (
        answer(where, REP, Activity.ANSWER_ABOUT_OWN_PRODUCT).verdict
        is Verdict.PROHIBITED
    )


def test_the_bar_on_everyone_is_set_aside_for_the_same_person() -> None:
    bar = rule(
        Stance.PROHIBITED,
        Activity.PROMOTE,
        id="bar",
        actors=frozenset({Actor.EVERYONE}),
    )
    sponsors = rule(Stance.PERMITTED, Activity.PROMOTE, overrides=("bar",))
    who = person(tie(), personas=(Persona(actor=Actor.PATIENT),))

    decision = answer(venue(bar, sponsors), who, Activity.PROMOTE)

    assert decision.verdict is Verdict.PERMITTED


def test_speakers_are_meant_only_where_a_rule_says_so() -> None:
    speaker = person(tie(relationship=Relationship.SPEAKER))
    named = rule(
        Stance.PERMITTED, relationships=frozenset({Relationship.PAID}), id="paid"
    )

    assert answer(venue(PERMITTED), speaker).verdict is Verdict.UNSTATED
    assert answer(venue(named), speaker).verdict is Verdict.PERMITTED
    assert answer(venue(rule(Stance.PROHIBITED)), speaker).verdict is Verdict.UNSTATED


def test_a_profession_with_a_tie_is_one_person() -> None:
    declared = rule(
        Stance.PROHIBITED,
        actors=frozenset({Actor.HEALTHCARE_PROFESSIONAL}),
        relationships=frozenset({Relationship.FINANCIAL}),
    )
    speaker = tie(relationship=Relationship.SPEAKER)
    physician = (Persona(actor=Actor.PHYSICIAN),)

    assert (
        answer(venue(declared), person(speaker, personas=physician)).verdict
        is Verdict.PROHIBITED
    )
    assert answer(venue(declared), person(speaker)).verdict is Verdict.UNSTATED


def test_ties_that_have_ended_count_only_within_the_period_of_a_rule() -> None:
    three_years = rule(Stance.PROHIBITED, ties_within=Period.parse("P3Y"))

    def ended(until: str | None) -> Verdict:
        day = FuzzyDate.parse(until) if until else None
        former = person(tie(status=Status.FORMER, until=day))
        return answer(venue(three_years), former).verdict

    assert ended("2024-06-02") is Verdict.PROHIBITED
    assert ended("2023-05-31") is Verdict.UNSTATED
    assert ended("2023") is Verdict.CANNOT_TELL
    assert ended(None) is Verdict.CANNOT_TELL
    former = person(tie(status=Status.FORMER))
    assert answer(venue(rule(Stance.PROHIBITED)), former).verdict is Verdict.UNSTATED


def test_a_disclaimer_leaves_the_capacity_open_before_a_venue() -> None:
    acting_for = rule(Stance.PROHIBITED, capacities=frozenset({Capacity.FOR}))
    disclaimed = attrs.evolve(REP, disclaimer=True)

    decision = answer(venue(acting_for), disclaimed, capacity=None)

    assert decision.verdict is Verdict.CANNOT_TELL
    assert decision.at_best is Verdict.UNSTATED
    assert [fact.fact for fact in decision.missing_facts] == [Fact.CAPACITY]


def test_an_account_of_the_organisation_speaks_for_it() -> None:
    acting_for = rule(Stance.PROHIBITED, capacities=frozenset({Capacity.FOR}))
    account = person(tie(relationship=Relationship.ORGANISATION_ACCOUNT))

    decision = answer(venue(acting_for), account, capacity=None)

    assert decision.verdict is Verdict.PROHIBITED


def test_an_agency_that_names_no_client_has_one_all_the_same() -> None:
    bar = rule(
        Stance.PROHIBITED, actors=frozenset({Actor.PHARMACEUTICAL_COMPANY}), id="bar"
    )
    house = Party("house", "House", Actor.AGENCY)
    agency = tie(organization=house, kind=Actor.AGENCY, surface="House")

    unnamed = answer(venue(bar, PERMITTED), person(agency))

    assert unnamed.verdict is Verdict.CANNOT_TELL
    assert Fact.CLIENT in [fact.fact for fact in unnamed.missing_facts]
    client = tie(relationship=Relationship.AGENCY)
    named = answer(venue(bar, PERMITTED), person(agency), clients=(client,))
    assert named.verdict is Verdict.PROHIBITED


def test_a_rule_about_ones_own_product_waits_for_the_subject() -> None:
    own = rule(Stance.PROHIBITED, Activity.RECOMMEND, about=Subject.OWN)
    where = venue(own, rule(Stance.PERMITTED, Activity.RECOMMEND))

    def asked(subject: Subject | None) -> Verdict:
        return answer(where, REP, Activity.RECOMMEND, about=subject).verdict

    assert asked(None) is Verdict.CANNOT_TELL
    assert asked(Subject.OWN) is Verdict.PROHIBITED
    assert asked(Subject.RIVAL) is Verdict.PERMITTED


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2020, 5, 31), Verdict.PERMITTED),
        (date(2020, 6, 1), Verdict.CANNOT_TELL),
        (date(2020, 6, 30), Verdict.PROHIBITED),
        (date(2021, 1, 1), Verdict.CANNOT_TELL),
        (date(2021, 12, 31), Verdict.PERMITTED),
    ],
)
def test_a_day_inside_the_doubt_of_a_date_is_an_unknown(
    day: date, verdict: Verdict
) -> None:
    bar = rule(
        Stance.PROHIBITED,
        id="bar",
        in_force=InForce(FuzzyDate.parse("2020-06"), FuzzyDate.parse("2021")),
    )
    always = attrs.evolve(PERMITTED, in_force=InForce(FuzzyDate.parse("2000-01-01")))

    assert answer(venue(bar, always), REP, on=day).verdict is verdict


def test_before_all_evidence_nothing_can_be_told() -> None:
    decision = answer(venue(PERMITTED), REP, on=date(2019, 1, 1))

    assert decision.verdict is Verdict.CANNOT_TELL
    assert (decision.at_worst, decision.at_best) == (
        Verdict.PROHIBITED,
        Verdict.PERMITTED,
    )
    assert [fact.fact for fact in decision.missing_facts] == [Fact.DAY]


def test_leave_that_is_stale_or_inferred_is_to_be_asked_for() -> None:
    inferred = attrs.evolve(PERMITTED, basis=Basis.INFERRED)
    two_years = Period.parse("P2Y")

    assert answer(venue(inferred), REP).verdict is Verdict.ASK_FIRST
    assert answer(venue(PERMITTED), REP, max_age=two_years).verdict is Verdict.ASK_FIRST
    bar = venue(rule(Stance.PROHIBITED))
    assert answer(bar, REP, max_age=two_years).verdict is Verdict.PROHIBITED


def test_an_opinion_never_changes_a_verdict() -> None:
    opinion = rule(Stance.PROHIBITED, basis=Basis.OPINION, id="opinion")
    decision = answer(venue(opinion, PERMITTED), REP)

    assert decision.verdict is Verdict.PERMITTED
    assert [duty.rule for duty in decision.advice] == ["here#opinion"]


@pytest.mark.parametrize(
    ("extent", "silence"),
    [(Extent.WHOLE, Silence.WHOLE), (Extent.PART, Silence.PART)],
)
def test_silence_says_whose_it_is(extent: Extent, silence: Silence) -> None:
    where = venue(sources=(attrs.evolve(SOURCE, extent=extent),))

    assert answer(where, REP).silence is silence


def test_an_obtained_yes_is_leave_to_this_person() -> None:
    leave = rule(Stance.PERMISSION_REQUIRED, actors=frozenset({Actor.EVERYONE}))
    yes = frozenset({ConditionSelector(ConditionTerm.APPROVAL, "operator")})

    assert answer(venue(leave), REP, met=yes).verdict is Verdict.PERMITTED
    assert answer(venue(leave), REP, not_met=yes).verdict is Verdict.PROHIBITED
    assert answer(venue(), REP, met=yes).verdict is Verdict.PERMITTED


def test_a_tie_declared_in_the_profile_is_disclosed_in_the_profile() -> None:
    named = Condition.of(ConditionTerm.DISCLOSE_IN_PROFILE, {"what": ("company",)})
    where = venue(conditional(named))
    in_profile = attrs.evolve(REP, sections=(Section(Place.PROFILE, 0, 5),))
    in_post = attrs.evolve(REP, sections=(Section(Place.POST, 0, 5),))

    assert answer(where, in_profile).verdict is Verdict.PERMITTED
    assert answer(where, in_post).verdict is Verdict.CONDITIONAL
    assert answer(where, in_post).suggested_disclosure == "I work for Maker."


def test_a_company_in_the_account_name_breaks_the_rule_against_it() -> None:
    clean = rule(
        Stance.REQUIRED, conditions=(Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY),)
    )
    named = attrs.evolve(REP, sections=(Section(Place.USERNAME, 0, 5),))

    assert answer(venue(clean, PERMITTED), named).verdict is Verdict.PROHIBITED
    assert answer(venue(clean, PERMITTED), REP).verdict is Verdict.CONDITIONAL


def test_conditions_that_cannot_both_be_kept_are_to_be_asked_about() -> None:
    show = conditional(Condition.of(ConditionTerm.DISCLOSE_IN_USERNAME), id="show")
    hide = rule(
        Stance.REQUIRED,
        id="hide",
        conditions=(Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY),),
    )
    decision = answer(venue(show, hide), REP)

    assert decision.verdict is Verdict.ASK_FIRST
    assert {each.rule for each in decision.reasons if each.decisive} == {
        "here#show",
        "here#hide",
    }
    yielding = attrs.evolve(show, yields=True)
    assert answer(venue(yielding, hide), REP).verdict is Verdict.CONDITIONAL
    flair = Condition.of(ConditionTerm.DISCLOSE_IN_FLAIR)
    name = Condition.of(ConditionTerm.DISCLOSE_IN_USERNAME)
    either = conditional(AnyOf(((name,), (flair,))), id="either")
    assert answer(venue(either, hide), REP).verdict is Verdict.CONDITIONAL


def test_an_established_member_is_one_by_posts_and_days() -> None:
    standing = Condition.of(ConditionTerm.ESTABLISHED_MEMBER, {"posts": 25, "days": 25})
    where = venue(conditional(standing))
    long_ago, yesterday = date(2026, 1, 1), date(2026, 5, 31)

    def asked(posts: int | None, since: date | None) -> Verdict:
        return answer(where, REP, posts=posts, member_since=since).verdict

    assert asked(25, long_ago) is Verdict.PERMITTED
    assert asked(25, None) is Verdict.CONDITIONAL
    assert asked(24, long_ago) is Verdict.UNSTATED
    assert asked(25, yesterday) is Verdict.UNSTATED


def test_paths_are_the_smallest_sets_that_lead_to_leave() -> None:
    notify = Condition.of(ConditionTerm.NOTIFY)
    flair = Condition.of(ConditionTerm.DISCLOSE_IN_FLAIR)
    listed = Condition.of(ConditionTerm.LISTED)
    where = venue(conditional(notify, AnyOf(((flair,), (listed,)))))

    paths = answer(where, REP).paths()

    assert set(map(frozenset, paths)) == {
        frozenset({notify, flair}),
        frozenset({notify, listed}),
    }
    for path in paths:
        met = frozenset(path)
        assert answer(where, REP, met=met).verdict is Verdict.PERMITTED


def test_where_nothing_would_do_there_is_no_path() -> None:
    barred = answer(venue(rule(Stance.PROHIBITED)), REP)

    assert barred.paths() == ()
    assert barred.next_steps == (
        "Do not do this here.",
        "Nothing that the rules name would make it allowed.",
    )
    assert answer(venue(PERMITTED), REP).paths() == ()
    approval = Condition.of(ConditionTerm.APPROVAL, {"whom": "operator"})
    assert answer(venue(), REP).paths() == ((approval,),)


def test_a_dispute_shows_both_readings_and_the_stricter_one_holds() -> None:
    dispute = Dispute(
        rules=("prohibited",),
        owner_says="Only spam is meant.",
        curator_read="All promotion is barred.",
        opened=FuzzyDate.parse("2026-05-01"),
    )
    decision = answer(
        venue(rule(Stance.PROHIBITED), PERMITTED, disputes=(dispute,)), REP
    )

    assert decision.verdict is Verdict.PROHIBITED
    assert [each.owner_says for each in decision.disputes] == ["Only spam is meant."]
    assert "In dispute" in decision.explain()


def test_whoever_runs_the_place_is_its_operator() -> None:
    bar = rule(
        Stance.PROHIBITED,
        actors=frozenset({Actor.EVERYONE}),
        excepting=Exceptions(actors=frozenset({Actor.OPERATOR})),
    )
    where = venue(bar, PERMITTED, operator=Issuer("Maker", "maker"))
    other = Party("other", "Other", Actor.PHARMACEUTICAL_COMPANY)

    assert answer(where, REP).verdict is Verdict.PERMITTED
    stranger = person(tie(organization=other, surface="Other"))
    assert answer(where, stranger).verdict is Verdict.PROHIBITED


def test_the_explanation_keeps_to_the_width_of_a_terminal() -> None:
    text = answer(venue(conditional(Condition.of(ConditionTerm.NOTIFY))), REP).explain()

    assert text.startswith("Here: post – ALLOWED ON CONDITIONS\n")
    assert max(map(len, text.splitlines())) <= 79


# --- what is vague, old or said elsewhere gives no more leave ------------------------


@pytest.mark.parametrize(
    ("dated", "verdict"),
    [("2013-02", Verdict.PERMITTED), ("2013", Verdict.CANNOT_TELL)],
)
def test_a_text_of_a_year_surely_stands_from_its_end(
    dated: str, verdict: Verdict
) -> None:
    source = attrs.evolve(SOURCE, date=FuzzyDate.parse(dated))

    assert (
        answer(venue(PERMITTED, sources=(source,)), REP, on=date(2013, 3, 1)).verdict
        is verdict
    )


def test_a_text_whose_age_is_in_doubt_is_stale() -> None:
    source = attrs.evolve(SOURCE, date=FuzzyDate.parse("2024"))
    where = venue(PERMITTED, sources=(source,))

    decision = answer(where, REP, on=ON, max_age=Period.parse("P2Y"))

    assert decision.verdict is Verdict.ASK_FIRST


def test_another_text_sets_nothing_aside_that_does_not_yield() -> None:
    here = venue(rule(Stance.PROHIBITED), PERMITTED)
    assert here.community is not None
    host = attrs.evolve(
        here.community,
        id="host",
        rules=(rule(Stance.PERMITTED, overrides=("here#prohibited",)),),
    )
    own = Texts([(Layer.COMMUNITY, here.community), (Layer.HOST, host)])
    assert answer(attrs.evolve(here, own=own), REP).verdict is Verdict.PROHIBITED

    def venue_over_host(*, yields: bool) -> Verdict:
        above = attrs.evolve(
            host, rules=(rule(Stance.PROHIBITED, id="bar", yields=yields),)
        )
        opened = venue(attrs.evolve(PERMITTED, overrides=("host#bar",)))
        assert opened.community is not None
        texts = Texts([(Layer.COMMUNITY, opened.community), (Layer.HOST, above)])
        return answer(attrs.evolve(opened, own=texts), REP).verdict

    assert venue_over_host(yields=False) is Verdict.PROHIBITED
    assert venue_over_host(yields=True) is Verdict.PERMITTED


def test_a_client_of_the_past_is_none_of_today() -> None:
    bar = rule(
        Stance.PROHIBITED, actors=frozenset({Actor.PHARMACEUTICAL_COMPANY}), id="bar"
    )
    house = Party("house", "House", Actor.AGENCY)
    agency = tie(organization=house, kind=Actor.AGENCY, surface="House")
    past = tie(relationship=Relationship.AGENCY, status=Status.FORMER)

    decision = answer(venue(bar, PERMITTED), person(agency, past))

    assert decision.verdict is Verdict.CANNOT_TELL


def test_part_of_a_condition_does_not_meet_it() -> None:
    standing = Condition.of(ConditionTerm.ESTABLISHED_MEMBER, {"posts": 25, "days": 90})
    where = venue(conditional(standing))

    def met(*values: str | None) -> Verdict:
        told = frozenset(
            ConditionSelector(ConditionTerm.ESTABLISHED_MEMBER, value)
            for value in values
        )
        return answer(where, REP, met=told).verdict

    assert met("25") is Verdict.CONDITIONAL
    assert met("25", "90") is Verdict.PERMITTED
    assert met(None) is Verdict.PERMITTED


def test_an_ended_tie_said_does_not_declare_the_one_that_holds() -> None:
    named = Condition.of(ConditionTerm.DISCLOSE_IN_PROFILE)
    sections = (Section(Place.PROFILE, 0, 5), Section(Place.POST, 6, 11))
    who = person(tie(status=Status.FORMER), tie(span=Span(6, 11)), sections=sections)

    assert answer(venue(conditional(named)), who).verdict is Verdict.CONDITIONAL


@pytest.mark.parametrize(
    ("account", "verdict"),
    [
        ("jazzfan", Verdict.CONDITIONAL),
        ("az_fan", Verdict.PROHIBITED),
        ("AZfan", Verdict.PROHIBITED),
    ],
)
def test_a_short_name_is_held_only_as_a_word(account: str, verdict: Verdict) -> None:
    clean = rule(
        Stance.REQUIRED, conditions=(Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY),)
    )
    short = tie(surface="AZ", organization=Party("az", "AZ", MAKER.kind), span=None)
    who = person(
        short, text=account, sections=(Section(Place.USERNAME, 0, len(account)),)
    )

    assert answer(venue(clean, PERMITTED), who).verdict is verdict


def test_a_yes_that_is_denied_is_none() -> None:
    yes = frozenset({ConditionSelector(ConditionTerm.APPROVAL)})
    no = frozenset({ConditionSelector(ConditionTerm.APPROVAL, "operator")})

    assert answer(venue(), REP, met=yes, not_met=no).verdict is Verdict.UNSTATED


def test_where_one_lives_is_for_oneself_to_say() -> None:
    resident = Condition.of(ConditionTerm.RESIDENT, {"countries": ("FR",)})
    where = venue(conditional(resident))
    french_firm = person(tie(countries=("FR",)))

    assert answer(where, french_firm).verdict is Verdict.CONDITIONAL
    assert answer(where, french_firm, country="FR").verdict is Verdict.PERMITTED
    assert answer(where, french_firm, country="DE").verdict is Verdict.UNSTATED


def test_a_yes_under_alternatives_is_the_yes_that_is_asked() -> None:
    author = Condition.of(ConditionTerm.APPROVAL, {"whom": "author"})
    moderators = Condition.of(ConditionTerm.APPROVAL, {"whom": "moderators"})
    either = rule(
        Stance.PERMISSION_REQUIRED, conditions=(AnyOf(((author,), (moderators,))),)
    )
    yes = frozenset({ConditionSelector(ConditionTerm.APPROVAL, "author")})

    assert answer(venue(either), REP).verdict is Verdict.ASK_FIRST
    assert answer(venue(either), REP, met=yes).verdict is Verdict.PERMITTED


def test_a_profession_in_doubt_with_a_paid_tie_is_not_forgotten() -> None:
    bar = rule(
        Stance.PROHIBITED,
        actors=frozenset({Actor.PHYSICIAN}),
        relationships=frozenset({Relationship.PAID}),
    )
    welcome = rule(Stance.PERMITTED, relationships=frozenset({Relationship.PAID}))
    speaker = tie(relationship=Relationship.SPEAKER)

    def asked(status: Status) -> Verdict:
        personas = (Persona(actor=Actor.PHYSICIAN, status=status),)
        return answer(venue(bar, welcome), person(speaker, personas=personas)).verdict

    assert asked(Status.CURRENT) is Verdict.PROHIBITED
    assert asked(Status.UNCLEAR) is Verdict.CANNOT_TELL
    assert asked(Status.FORMER) is Verdict.PERMITTED


@pytest.mark.parametrize(
    ("tied", "verdict"),
    [
        (IndustryTie.NO, Verdict.PERMITTED),
        (IndustryTie.UNCLEAR, Verdict.CANNOT_TELL),
        (IndustryTie.YES, Verdict.ASK_FIRST),
    ],
)
def test_a_tie_that_is_said_and_not_named_is_one(
    tied: IndustryTie, verdict: Verdict
) -> None:
    everyone = rule(Stance.PERMITTED, actors=frozenset({Actor.EVERYONE}))

    assert answer(venue(everyone), Disclosure(industry_tied=tied)).verdict is verdict


def test_before_all_evidence_what_others_ask_still_bounds_the_best() -> None:
    where = venue(PERMITTED)
    assert where.community is not None
    always = rule(Stance.PERMISSION_REQUIRED, in_force=InForce(FuzzyDate.parse("1990")))
    host = attrs.evolve(where.community, id="host", rules=(always,))
    own = Texts([(Layer.COMMUNITY, where.community), (Layer.HOST, host)])

    decision = answer(attrs.evolve(where, own=own), REP, on=date(2010, 1, 1))

    assert decision.verdict is Verdict.CANNOT_TELL
    assert decision.at_best is Verdict.ASK_FIRST


def test_a_way_without_a_yes_does_not_replace_the_operators() -> None:
    yes = Condition.of(ConditionTerm.APPROVAL, {"whom": "moderators"})
    standing = Condition.of(ConditionTerm.ESTABLISHED_MEMBER, {"posts": 5})
    either = rule(
        Stance.PERMISSION_REQUIRED,
        actors=frozenset({Actor.EVERYONE}),
        conditions=(AnyOf(((yes,), (standing,))),),
    )

    assert answer(venue(either), REP, posts=10).verdict is Verdict.ASK_FIRST


def test_a_yes_by_the_moderators_that_is_denied_too_is_none() -> None:
    told = frozenset({ConditionSelector(ConditionTerm.APPROVAL, "moderators")})

    assert answer(venue(), REP, met=told).verdict is Verdict.PERMITTED
    assert answer(venue(), REP, met=told, not_met=told).verdict is Verdict.UNSTATED


def test_a_name_inside_a_longer_word_is_no_proof() -> None:
    clean = rule(
        Stance.REQUIRED, conditions=(Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY),)
    )

    def account(name: str) -> Verdict:
        sections = (Section(Place.USERNAME, 0, len(name)),)
        who = person(tie(span=None), text=name, sections=sections)
        return answer(venue(clean, PERMITTED), who).verdict

    assert account("homemakers") is Verdict.CONDITIONAL
    assert account("Maker_Anna") is Verdict.PROHIBITED


def test_the_area_is_for_the_one_who_asks_to_name() -> None:
    area = Condition.of(ConditionTerm.DESIGNATED_AREA, {"area": "Industry"})
    where = venue(conditional(area))

    assert answer(where, REP).verdict is Verdict.CONDITIONAL
    assert answer(where, REP, area="industry").verdict is Verdict.PERMITTED
    assert answer(where, REP, area="general").verdict is Verdict.UNSTATED


def test_saying_that_the_views_are_ones_own_is_what_is_asked() -> None:
    where = venue(conditional(Condition.of(ConditionTerm.VIEWS_ARE_OWN)))

    open_yet = answer(where, REP)
    assert open_yet.verdict is Verdict.CONDITIONAL
    assert open_yet.suggested_disclosure is not None
    assert answer(where, person(tie(), disclaimer=True)).verdict is Verdict.PERMITTED


def test_before_all_evidence_a_bar_by_others_holds_all_the_same() -> None:
    where = venue(PERMITTED)
    assert where.community is not None
    bar = rule(Stance.PROHIBITED, in_force=InForce(FuzzyDate.parse("1990")))
    host = attrs.evolve(where.community, id="host", rules=(bar,))
    own = Texts([(Layer.COMMUNITY, where.community), (Layer.HOST, host)])
    decision = answer(attrs.evolve(where, own=own), REP, on=date(2010, 1, 1))

    assert decision.verdict is Verdict.PROHIBITED


def test_before_all_evidence_what_others_demand_stays_a_condition_at_best() -> None:
    where = venue(PERMITTED)
    assert where.community is not None
    demand = rule(
        Stance.REQUIRED,
        in_force=InForce(FuzzyDate.parse("1990")),
        conditions=(Condition.of(ConditionTerm.DISCLOSE_IN_FLAIR),),
    )
    host = attrs.evolve(where.community, id="host", rules=(demand,))
    own = Texts([(Layer.COMMUNITY, where.community), (Layer.HOST, host)])
    decision = answer(attrs.evolve(where, own=own), REP, on=date(2010, 1, 1))

    assert decision.verdict is Verdict.CANNOT_TELL
    assert decision.at_best is Verdict.CONDITIONAL


def test_where_not_all_ways_can_be_tried_opposites_are_taken_to_collide() -> None:
    name = Condition.of(ConditionTerm.DISCLOSE_IN_USERNAME)
    flair = Condition.of(ConditionTerm.DISCLOSE_IN_FLAIR)
    hide = Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY)
    either = AnyOf(((name,), (flair,)))

    assert not collide([either] * 3 + [hide])
    assert collide([either] * 13 + [hide])
    assert not collide([either] * 13)


#: Binds those who belong to the maker, and nobody else.
HOUSE_RULES = Code(
    id="house-rules",
    name="House rules",
    kind=CodeKind.COMPANY_CODE,
    issuer=Issuer(name="Maker", organization=MAKER.id),
    binds=Binds(actors=frozenset({Actor.PHARMACEUTICAL_COMPANY})),
    force=Force.BINDING,
    sources=(SOURCE,),
    rules=(rule(Stance.PROHIBITED, actors=frozenset({Actor.EVERYONE})),),
)


def record(identifier: str, kind: Actor, *parents: Parent) -> Organization:
    return Organization(
        id=identifier,
        name=identifier.title(),
        kind=kind,
        names=Names(strong=(identifier.title(),)),
        parents=parents,
    )


def under_house_rules(who: Affiliation, *records: Organization) -> Verdict:
    where = attrs.evolve(
        venue(PERMITTED),
        codes=Texts([(Layer.CODE, HOUSE_RULES)]),
        organizations={each.id: each for each in records},
    )
    return answer(where, person(who)).verdict


def test_one_of_several_names_is_bound_perhaps_by_a_code_of_one_owner() -> None:
    other = Party("other", "Other", Actor.PHARMACEUTICAL_COMPANY)
    third = Party("third", "Third", Actor.PHARMACEUTICAL_COMPANY)

    def among(*parties: Party) -> Verdict:
        return under_house_rules(tie(organization=None, candidates=parties))

    assert under_house_rules(tie()) is Verdict.PROHIBITED
    assert among(MAKER, other) is Verdict.CANNOT_TELL
    assert among(other, third) is Verdict.PERMITTED


@pytest.mark.parametrize(
    ("kind", "may_be"),
    [
        (None, True),
        (Actor.PHARMACEUTICAL_COMPANY, True),
        (Actor.MEDICAL_DEVICE_COMPANY, True),
        (Actor.AGENCY, False),
    ],
)
def test_an_unnamed_organisation_may_be_the_issuers_if_it_is_of_its_trade(
    kind: Actor | None, may_be: bool
) -> None:
    unnamed = tie(organization=None, surface="a firm", kind=kind)
    everyone = rule(Stance.PERMITTED, actors=frozenset({Actor.EVERYONE}))
    where = attrs.evolve(
        venue(everyone),
        codes=Texts([(Layer.CODE, HOUSE_RULES)]),
        organizations={MAKER.id: record(MAKER.id, MAKER.kind)},
    )
    at_worst = answer(where, person(unnamed)).at_worst

    assert (at_worst is Verdict.PROHIBITED) is may_be


def test_a_company_code_binds_the_subsidiaries_while_they_are_held() -> None:
    pharma = Actor.PHARMACEUTICAL_COMPANY
    small = tie(organization=Party("small", "Small", pharma))

    def held(since: str | None, until: str | None) -> Verdict:
        owner = Parent(
            organization=MAKER.id,
            since=FuzzyDate.parse(since) if since else None,
            until=FuzzyDate.parse(until) if until else None,
        )
        return under_house_rules(
            small,
            record("small", pharma, Parent(organization="middle")),
            record("middle", pharma, owner),
            record(MAKER.id, pharma),
        )

    assert held(None, None) is Verdict.PROHIBITED
    assert held("2020", None) is Verdict.PROHIBITED
    assert held("2027", None) is Verdict.PERMITTED
    assert held(None, "2020") is Verdict.PERMITTED
    assert held("2026", None) is Verdict.CANNOT_TELL
    loop = record("small", pharma, Parent(organization="middle"))
    back = record("middle", pharma, Parent(organization="small"))
    assert under_house_rules(small, loop, back) is Verdict.PERMITTED


def test_a_condition_of_being_something_else_too() -> None:
    patient = conditional(Condition.of(ConditionTerm.IS, {"actor": "patient"}))

    def asked(*ties: Affiliation, status: Status | None) -> Verdict:
        personas = (Persona(actor=Actor.PATIENT, status=status),) if status else ()
        return answer(venue(patient), person(*ties, personas=personas)).verdict

    left = tie(status=Status.FORMER)
    assert asked(tie(), status=Status.CURRENT) is Verdict.PERMITTED
    assert asked(left, tie(), status=Status.CURRENT) is Verdict.PERMITTED
    assert asked(tie(), status=Status.UNCLEAR) is Verdict.CONDITIONAL
    assert asked(tie(), status=Status.FORMER) is Verdict.UNSTATED
    assert asked(tie(), status=None) is Verdict.UNSTATED
    assert asked(left, tie(), status=None) is Verdict.UNSTATED


def test_an_unnamed_employer_may_be_what_is_asked_for_besides() -> None:
    maker = conditional(
        Condition.of(ConditionTerm.IS, {"actor": "pharmaceutical-company"})
    )
    unnamed = tie(organization=None, surface="my employer", kind=None)

    assert answer(venue(maker), REP).verdict is Verdict.PERMITTED
    assert answer(venue(maker), person(unnamed)).verdict is not Verdict.PERMITTED


def test_an_exception_is_found_behind_a_tie_that_has_ended() -> None:
    staff_only = rule(
        Stance.PROHIBITED,
        actors=frozenset({Actor.EVERYONE}),
        excepting=Exceptions(relationships=frozenset({Relationship.EMPLOYEE})),
    )
    left = tie(status=Status.FORMER, organization=None, surface="Another")

    assert answer(venue(staff_only), person(left)).verdict is Verdict.PROHIBITED
    assert answer(venue(staff_only), person(left, tie())).verdict is Verdict.UNSTATED


def test_the_day_that_a_period_begins_belongs_to_it() -> None:
    three_years = rule(Stance.PROHIBITED, ties_within=Period.parse("P3Y"))

    def ended(until: str | None) -> Decision:
        day = FuzzyDate.parse(until) if until else None
        return answer(venue(three_years), person(tie(status=Status.FORMER, until=day)))

    assert ended("2023-06-01").verdict is Verdict.PROHIBITED
    assert ended("2023-05-01/2023-06-01").verdict is Verdict.CANNOT_TELL
    for doubtful in ("2023", None):
        facts = ended(doubtful).missing_facts
        assert [(each.fact, each.about) for each in facts] == [(Fact.ENDED, "Maker")]


@pytest.mark.parametrize(
    ("account", "verdict"),
    [
        ("maker_labs_anna", Verdict.PROHIBITED),
        ("anna_makerlabs", Verdict.PROHIBITED),
        ("anna.ml", Verdict.PROHIBITED),
        ("labs_anna", Verdict.CONDITIONAL),
    ],
)
def test_neither_the_name_nor_what_is_said_for_it_may_stand_in_the_account(
    account: str, verdict: Verdict
) -> None:
    clean = rule(
        Stance.REQUIRED, conditions=(Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY),)
    )
    labs = Party("labs", "Maker Labs", MAKER.kind)
    who = person(
        tie(surface="ML", organization=labs, span=None),
        text=account,
        sections=(Section(Place.USERNAME, 0, len(account)),),
    )

    assert answer(venue(clean, PERMITTED), who).verdict is verdict


def test_each_part_of_a_disclosure_is_met_by_itself() -> None:
    both = Condition.of(
        ConditionTerm.DISCLOSE_IN_FLAIR, {"what": ("company", "position")}
    )

    def met(*values: str) -> Verdict:
        told = frozenset(
            ConditionSelector(ConditionTerm.DISCLOSE_IN_FLAIR, value)
            for value in values
        )
        return answer(venue(conditional(both)), REP, met=told).verdict

    assert met("position") is Verdict.CONDITIONAL
    assert met("company", "position") is Verdict.PERMITTED


@pytest.mark.parametrize(
    ("parameters", "verdict"),
    [
        ({}, Verdict.PERMITTED),
        ({"what": ("company",)}, Verdict.PERMITTED),
        ({"what": ("relationship", "employer")}, Verdict.PERMITTED),
        ({"what": ("company", "position")}, Verdict.CONDITIONAL),
        # Where in the profile it stands, nobody here has seen.
        ({"place": "first-line"}, Verdict.CONDITIONAL),
    ],
)
def test_a_disclosure_is_made_where_it_says_all_that_is_asked(
    parameters: dict[str, Any], verdict: Verdict
) -> None:
    asked = Condition.of(ConditionTerm.DISCLOSE_IN_PROFILE, parameters)
    who = person(tie(), sections=(Section(Place.PROFILE, 0, 5),))

    assert answer(venue(conditional(asked)), who).verdict is verdict


@pytest.mark.parametrize(
    ("changes", "facts", "verdict"),
    [
        ({}, {}, Verdict.PROHIBITED),
        ({"countries": ("FR",)}, {"country": "FR"}, Verdict.PROHIBITED),
        ({"countries": ("FR",)}, {"country": "DE"}, Verdict.PERMITTED),
        ({"countries": ("FR",)}, {}, Verdict.CANNOT_TELL),
        ({"binds": Binds(actors=frozenset({Actor.AGENCY}))}, {}, Verdict.PERMITTED),
        (
            {
                "binds": Binds(
                    actors=frozenset({Actor.PHARMACEUTICAL_COMPANY}),
                    relationships=frozenset({Relationship.SPEAKER}),
                )
            },
            {},
            Verdict.PERMITTED,
        ),
        (
            {
                "binds": Binds(
                    actors=frozenset({Actor.PHARMACEUTICAL_COMPANY}),
                    capacities=frozenset({Capacity.FOR}),
                )
            },
            {"capacity": Capacity.PRIVATE},
            Verdict.PERMITTED,
        ),
    ],
)
def test_a_code_of_an_industry_binds_whom_it_names_where_it_holds(
    changes: dict[str, Any], facts: dict[str, Any], verdict: Verdict
) -> None:
    code = attrs.evolve(HOUSE_RULES, kind=CodeKind.INDUSTRY_CODE, **changes)
    where = attrs.evolve(venue(PERMITTED), codes=Texts([(Layer.CODE, code)]))

    assert answer(where, REP, **facts).verdict is verdict


def test_a_truth_is_no_boolean() -> None:
    with pytest.raises(TypeError, match="three values"):
        bool(YES)


def test_a_dispute_about_other_rules_is_not_told() -> None:
    dispute = Dispute(
        rules=("elsewhere",),
        owner_says="That is not meant.",
        curator_read="That is barred.",
        opened=FuzzyDate.parse("2026-05-01"),
    )
    assert answer(venue(PERMITTED, disputes=(dispute,)), REP).disputes == ()


def test_a_permission_may_name_a_rule_of_its_own_text_in_full() -> None:
    opened = attrs.evolve(PERMITTED, overrides=("here#prohibited",))
    assert (
        answer(venue(rule(Stance.PROHIBITED), opened), REP).verdict
        is not Verdict.PROHIBITED
    )


def test_a_platforms_policy_binds_whoever_is_there() -> None:
    policy = attrs.evolve(HOUSE_RULES, kind=CodeKind.PLATFORM_POLICY)
    where = venue(PERMITTED)
    assert where.community is not None
    texts = Texts([(Layer.COMMUNITY, where.community), (Layer.PLATFORM, policy)])
    where = attrs.evolve(where, own=texts)
    patient = Disclosure(
        text="x", personas=(Persona(actor=Actor.PATIENT, status=Status.CURRENT),)
    )
    assert answer(where, patient).verdict is Verdict.PROHIBITED


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (Status.CURRENT, Verdict.PROHIBITED),
        (Status.UNCLEAR, Verdict.CANNOT_TELL),
        (Status.FORMER, Verdict.PERMITTED),
    ],
)
def test_a_code_for_professions_with_a_tie_binds_whoever_is_of_one(
    status: Status, verdict: Verdict
) -> None:
    code = attrs.evolve(
        HOUSE_RULES,
        kind=CodeKind.INDUSTRY_CODE,
        binds=Binds(
            actors=frozenset({Actor.PHYSICIAN}),
            relationships=frozenset({Relationship.SPEAKER}),
        ),
    )
    welcome = rule(Stance.PERMITTED, relationships=frozenset({Relationship.PAID}))
    where = attrs.evolve(venue(welcome), codes=Texts([(Layer.CODE, code)]))
    speaker = tie(relationship=Relationship.SPEAKER)
    personas = (Persona(actor=Actor.PHYSICIAN, status=status),)

    assert answer(where, person(speaker, personas=personas)).verdict is verdict


def test_alternatives_are_told_as_such() -> None:
    flair = Condition.of(ConditionTerm.DISCLOSE_IN_FLAIR)
    listed = Condition.of(ConditionTerm.LISTED)
    decision = answer(venue(conditional(AnyOf(((flair,), (listed,))))), REP)

    assert any(step.startswith("Either ") for step in decision.next_steps)


def test_of_very_many_ways_some_are_tried() -> None:
    flair = Condition.of(ConditionTerm.DISCLOSE_IN_FLAIR)
    listed = Condition.of(ConditionTerm.LISTED)
    other = Condition.of(ConditionTerm.NOTIFY)
    sets = [
        AnyOf(((flair, Condition.of(ConditionTerm.LISTED, {"area": f"room {n}"})),
               (listed, other)))
        for n in range(7)
    ]  # fmt: skip
    where = venue(conditional(*sets))

    paths = answer(where, REP).paths()

    assert paths
    for path in paths:
        assert answer(where, REP, met=frozenset(path)).verdict is Verdict.PERMITTED


def test_a_kept_venue_answers_for_any_number_of_days() -> None:
    where = venue(
        attrs.evolve(PERMITTED, in_force=InForce(FuzzyDate.parse("2021-03-01")))
    )
    first = date(2020, 6, 1)
    verdicts = [
        answer(where, REP, on=first + timedelta(days=days)).verdict
        for days in range(600)
    ]
    opened = verdicts.index(Verdict.PERMITTED)

    assert first + timedelta(days=opened) == date(2021, 3, 1)
    assert set(verdicts[opened:]) == {Verdict.PERMITTED}
    assert answer(where, REP, on=first).verdict is verdicts[0]


def test_a_yes_where_no_rule_speaks_is_the_reason_that_is_told() -> None:
    yes = frozenset({ConditionSelector(ConditionTerm.APPROVAL, "operator")})
    decision = answer(venue(), REP, met=yes)

    assert decision.verdict is Verdict.PERMITTED
    assert "the operator's yes that you tell of" in decision.explain()


def test_a_doubt_between_leave_and_leave_on_terms_is_leave_on_terms() -> None:
    told = rule(
        Stance.REQUIRED,
        conditions=(Condition.of(ConditionTerm.NOTIFY),),
        capacities=frozenset({Capacity.FOR}),
    )

    decision = answer(venue(PERMITTED, told), REP, capacity=None)

    assert decision.verdict is Verdict.CONDITIONAL
    assert (decision.at_worst, decision.at_best) == (
        Verdict.CONDITIONAL,
        Verdict.PERMITTED,
    )


def test_how_to_behave_is_a_term_of_leave_and_a_duty_elsewhere() -> None:
    manner = Condition.of(ConditionTerm.BALANCED_INFORMATION)
    demanded = rule(Stance.REQUIRED, conditions=(manner,))

    leave = answer(venue(conditional(manner)), REP)
    assert leave.verdict is Verdict.CONDITIONAL
    duty = answer(venue(PERMITTED, demanded), REP)
    assert duty.verdict is Verdict.PERMITTED


def test_a_text_seen_live_stays_fresh_and_an_archived_copy_does_not() -> None:
    def seen(via: Via) -> Verdict:
        source = attrs.evolve(SOURCE, seen=FuzzyDate.parse("2026-05-20"), via=via)
        where = venue(PERMITTED, sources=(source,))
        return answer(where, REP, max_age=Period.parse("P2Y")).verdict

    assert seen(Via.LIVE) is Verdict.PERMITTED
    assert seen(Via.ARCHIVE) is Verdict.ASK_FIRST


def test_a_text_without_a_date_stood_when_it_was_seen() -> None:
    source = attrs.evolve(SOURCE, date=None, seen=FuzzyDate.parse("2025-04-10"))
    where = venue(PERMITTED, sources=(source,))

    assert answer(where, REP).verdict is not Verdict.CANNOT_TELL
    earlier = answer(where, REP, on=date(2025, 4, 1))
    assert earlier.verdict is Verdict.CANNOT_TELL


def test_one_way_that_is_shut_leaves_the_other() -> None:
    either = AnyOf(
        (
            (Condition.of(ConditionTerm.ESTABLISHED_MEMBER, {"posts": 50}),),
            (Condition.of(ConditionTerm.IS, {"actor": "pharmaceutical-company"}),),
        )
    )
    assert answer(venue(conditional(either)), REP, posts=3).verdict is Verdict.PERMITTED


def test_on_the_day_itself_one_is_a_member_long_enough() -> None:
    grown = conditional(Condition.of(ConditionTerm.ESTABLISHED_MEMBER, {"days": 30}))

    def member_for(days: int) -> Verdict:
        since = ON - timedelta(days=days)
        return answer(venue(grown), REP, member_since=since).verdict

    assert member_for(30) is Verdict.PERMITTED
    assert member_for(29) is not Verdict.PERMITTED


@pytest.mark.parametrize(
    ("part", "changes", "verdict"),
    [
        ("company", {}, Verdict.PERMITTED),
        ("company", {"organization": None}, Verdict.PERMITTED),
        ("company", {"organization": None, "surface": ""}, Verdict.CONDITIONAL),
        ("client", {}, Verdict.PERMITTED),
        ("client", {"kind": Actor.AGENCY, "organization": None}, Verdict.CONDITIONAL),
        (
            "client",
            {"kind": Actor.AGENCY, "organization": None, "client": MAKER},
            Verdict.PERMITTED,
        ),
        ("role", {}, Verdict.CONDITIONAL),
        ("role", {"role": "chemist"}, Verdict.PERMITTED),
        ("relationship", {}, Verdict.PERMITTED),
    ],
)
def test_each_part_of_a_disclosure_is_said_by_its_own_words(
    part: str, changes: dict[str, Any], verdict: Verdict
) -> None:
    said = Condition.of(ConditionTerm.DISCLOSE_IN_PROFILE, {"what": (part,)})
    where = venue(conditional(said))

    who = person(tie(**changes), sections=(Section(Place.PROFILE, 0, 5),))
    assert answer(where, who).verdict is verdict


def test_two_employers_without_names_are_declared_each_for_itself() -> None:
    said = Condition.of(ConditionTerm.DISCLOSE_IN_PROFILE, {"what": ("relationship",)})
    unnamed = {"organization": None, "kind": Actor.PHARMACEUTICAL_COMPANY}
    one = tie(surface="a maker", span=Span(0, 7), **unnamed)
    other = tie(surface="another", span=Span(8, 15), **unnamed)
    profile = (Section(Place.PROFILE, 0, 7), Section(Place.POST, 7, 20))
    both_in_profile = (Section(Place.PROFILE, 0, 20),)

    def asked(sections: tuple[Section, ...]) -> Verdict:
        who = person(one, other, text="a maker another", sections=sections)
        return answer(venue(conditional(said)), who).verdict

    assert asked(profile) is Verdict.CONDITIONAL
    assert asked(both_in_profile) is Verdict.PERMITTED


def bound_by(who: Disclosure, **binds: Any) -> Verdict:
    code = attrs.evolve(HOUSE_RULES, kind=CodeKind.INDUSTRY_CODE, binds=Binds(**binds))
    welcome = (
        attrs.evolve(PERMITTED, actors=frozenset({Actor.EVERYONE, Actor.INDUSTRY})),
        rule(
            Stance.PERMITTED,
            id="paid",
            relationships=frozenset({Relationship.PAID}),
            actors=frozenset({Actor.EVERYONE, Actor.INDUSTRY}),
        ),
    )
    where = attrs.evolve(venue(*welcome), codes=Texts([(Layer.CODE, code)]))
    return answer(where, who).verdict


def test_a_code_of_a_profession_binds_only_those_of_it() -> None:
    speaker = tie(relationship=Relationship.SPEAKER)
    doctors = {
        "actors": frozenset({Actor.PHYSICIAN}),
        "relationships": frozenset({Relationship.SPEAKER}),
    }

    assert bound_by(person(speaker), **doctors) is Verdict.PERMITTED
    unnamed = tie(organization=None, surface="my employer", kind=None)
    maker = frozenset({Actor.PHARMACEUTICAL_COMPANY})
    assert bound_by(person(unnamed), actors=maker) is not Verdict.PROHIBITED
    assert bound_by(REP, actors=maker) is Verdict.PROHIBITED


def test_a_company_code_may_bind_in_one_capacity_alone() -> None:
    code = attrs.evolve(
        HOUSE_RULES,
        binds=attrs.evolve(HOUSE_RULES.binds, capacities=frozenset({Capacity.FOR})),
    )
    where = attrs.evolve(venue(PERMITTED), codes=Texts([(Layer.CODE, code)]))

    assert answer(where, REP, capacity=Capacity.FOR).verdict is Verdict.PROHIBITED
    assert answer(where, REP, capacity=Capacity.PRIVATE).verdict is Verdict.PERMITTED


def test_a_company_code_may_bind_those_it_pays() -> None:
    code = attrs.evolve(
        HOUSE_RULES,
        binds=attrs.evolve(
            HOUSE_RULES.binds, relationships=frozenset({Relationship.SPEAKER})
        ),
        rules=(
            rule(Stance.PROHIBITED, relationships=frozenset({Relationship.SPEAKER})),
        ),
    )
    welcome = rule(Stance.PERMITTED, relationships=frozenset({Relationship.PAID}))
    where = attrs.evolve(venue(PERMITTED, welcome), codes=Texts([(Layer.CODE, code)]))
    speaker = person(tie(relationship=Relationship.SPEAKER))

    assert answer(where, speaker).verdict is Verdict.PROHIBITED
    assert answer(where, REP).verdict is Verdict.PERMITTED


def test_answering_about_ones_own_product_is_about_it_whatever_is_said() -> None:
    act = Activity.ANSWER_ABOUT_OWN_PRODUCT
    own = rule(Stance.PROHIBITED, act, about=Subject.OWN)
    where = venue(own, rule(Stance.PERMITTED, act))

    assert answer(where, REP, act, about=None).verdict is Verdict.PROHIBITED
    assert answer(where, REP, act, about=Subject.RIVAL).verdict is Verdict.PROHIBITED


def test_a_yes_told_as_a_condition_is_the_operators() -> None:
    yes = Condition.of(ConditionTerm.APPROVAL, {"whom": "operator"})
    other = Condition.of(ConditionTerm.NOTIFY)

    def asked(*met: Condition, **facts: Any) -> Verdict:
        return answer(venue(), REP, met=frozenset(met), **facts).verdict

    assert asked(other) is Verdict.UNSTATED
    assert asked(other, yes) is Verdict.PERMITTED
    assert asked(yes, not_met=frozenset({yes})) is Verdict.UNSTATED
    ethics = Condition.of(ConditionTerm.APPROVAL, {"whom": "ethics board"})
    assert asked(ethics) is Verdict.UNSTATED


DATA = Path(__file__).resolve().parent.parent / "data"


def told() -> Decision:
    """An answer with something in nearly all its parts."""
    source = attrs.evolve(
        SOURCE, url="https://example.org/rules", title="Rules", extent=Extent.PART
    )
    flair = Condition.of(ConditionTerm.DISCLOSE_IN_FLAIR, {"what": ("company",)})
    terms = conditional(
        Condition.of(ConditionTerm.NOTIFY, {"whom": "moderators"}),
        AnyOf(((flair,), (Condition.of(ConditionTerm.LISTED),))),
        summary="Firms may post on terms.",
    )
    cap = rule(
        Stance.PROHIBITED,
        id="cap",
        summary="No post for a firm.",
        capacities=frozenset({Capacity.FOR}),
    )
    asked = rule(
        Stance.PERMISSION_REQUIRED,
        id="asked",
        summary="For rivals a yes is needed.",
        about=Subject.RIVAL,
    )
    duty = rule(
        Stance.REQUIRED,
        id="duty",
        summary="Side effects are reported.",
        conditions=(Condition.of(ConditionTerm.REPORT_ADVERSE_EVENTS),),
    )
    advice = rule(
        Stance.ADVISED,
        id="advice",
        summary="Listening comes first.",
        conditions=(Condition.of(ConditionTerm.LISTEN_FIRST),),
    )
    bar = rule(Stance.PROHIBITED, Activity.PROMOTE, id="bar", summary="No promotion.")
    dispute = Dispute(
        rules=("conditional",),
        owner_says="Only firms are meant.",
        curator_read="Everyone paid is meant.",
        opened=FuzzyDate.parse("2026-05-01"),
    )
    where = venue(
        terms, cap, asked, duty, advice, bar, disputes=(dispute,), sources=(source,)
    )
    return answer(where, REP, capacity=None)


def told_to_ask() -> Decision:
    """An answer that sends to ask, to somebody of several ties and a past."""
    ethics = Condition.of(ConditionTerm.APPROVAL, {"whom": "ethics board"})
    asked = rule(Stance.PERMISSION_REQUIRED, summary="Firms ask beforehand.")
    approved = conditional(
        ethics, Condition.of(ConditionTerm.APPROVAL), summary="With two yeses."
    )
    many = [
        rule(Stance.REQUIRED, id=f"duty-{number}", summary=f"Duty {number}.")
        for number in range(9)
    ]
    where = venue(
        asked,
        approved,
        *many,
        operator=Issuer("The Makers of Here", None),
        contact="mods@example.org",
    )
    agency = Party("agency", "Agency", Actor.AGENCY)
    who = person(
        tie(relationship=Relationship.CONSULTANT, status=Status.FORMER),
        tie(organization=agency, surface="Agency", kind=Actor.AGENCY, client=MAKER),
        tie(organization=None, surface="a firm", kind=None, status=Status.UNCLEAR),
        personas=(
            Persona(actor=Actor.PATIENT, status=Status.CURRENT),
            Persona(actor=Actor.NURSE, status=Status.FORMER),
        ),
        disclaimer=True,
    )
    return answer(where, who)


@pytest.mark.parametrize(
    ("name", "decision"), [("decision", told()), ("to-ask", told_to_ask())]
)
def test_an_answer_is_told_in_full(name: str, decision: Decision) -> None:
    document = json.loads((DATA / f"{name}.json").read_text("utf-8"))

    assert decision.to_dict() == document
    assert decision.explain() == (DATA / f"{name}.txt").read_text("utf-8")


UNNAMED = tie(organization=None, surface="my employer", kind=None)
DOUBTFUL_DOCTOR = person(
    tie(relationship=Relationship.SPEAKER),
    personas=(Persona(actor=Actor.PHYSICIAN, status=Status.UNCLEAR),),
)
BAR = rule(Stance.PROHIBITED)
EVERYONES = attrs.evolve(PERMITTED, actors=frozenset({Actor.EVERYONE}))
PAID = frozenset({Relationship.PAID})
WELCOME = rule(Stance.PERMITTED, relationships=PAID)


def under(code: Code, *rules: Rule) -> Venue:
    return attrs.evolve(
        venue(*rules),
        codes=Texts([(Layer.CODE, code)]),
        organizations={MAKER.id: record(MAKER.id, MAKER.kind)},
    )


@pytest.mark.parametrize(
    ("where", "who", "fact", "about"),
    [
        (
            venue(PERMITTED, BAR),
            person(tie(status=Status.UNCLEAR, surface="MKR")),
            Fact.STATUS,
            "Maker",
        ),
        (venue(BAR, EVERYONES), person(UNNAMED), Fact.ORGANIZATION, "my employer"),
        (
            venue(PERMITTED, attrs.evolve(BAR, capacities=frozenset({Capacity.FOR}))),
            REP,
            Fact.CAPACITY,
            None,
        ),
        (
            venue(PERMITTED, attrs.evolve(BAR, about=Subject.OWN)),
            REP,
            Fact.ABOUT,
            None,
        ),
        (
            under(
                attrs.evolve(
                    HOUSE_RULES, kind=CodeKind.INDUSTRY_CODE, countries=("FR",)
                ),
                PERMITTED,
            ),
            REP,
            Fact.COUNTRY,
            None,
        ),
        (
            venue(
                WELCOME,
                attrs.evolve(
                    BAR, actors=frozenset({Actor.PHYSICIAN}), relationships=PAID
                ),
            ),
            DOUBTFUL_DOCTOR,
            Fact.STATUS,
            None,
        ),
        (
            under(
                attrs.evolve(
                    HOUSE_RULES,
                    kind=CodeKind.INDUSTRY_CODE,
                    binds=Binds(
                        actors=frozenset({Actor.PHYSICIAN}),
                        relationships=frozenset({Relationship.SPEAKER}),
                    ),
                ),
                WELCOME,
            ),
            DOUBTFUL_DOCTOR,
            Fact.STATUS,
            None,
        ),
        (
            under(attrs.evolve(HOUSE_RULES, kind=CodeKind.INDUSTRY_CODE), EVERYONES),
            person(UNNAMED),
            Fact.ORGANIZATION,
            "my employer",
        ),
        (
            under(HOUSE_RULES, PERMITTED),
            person(tie(organization=None, surface="a maker")),
            Fact.ORGANIZATION,
            "a maker",
        ),
        (
            venue(
                EVERYONES,
                rule(
                    Stance.PROHIBITED,
                    actors=frozenset({Actor.EVERYONE}),
                    excepting=Exceptions(actors=frozenset({Actor.HOSPITAL})),
                ),
            ),
            person(UNNAMED),
            Fact.ORGANIZATION,
            "my employer",
        ),
    ],
)
def test_the_fact_that_would_settle_it_is_named(
    where: Venue, who: Disclosure, fact: Fact, about: str | None
) -> None:
    capacity = None if fact is Fact.CAPACITY else Capacity.FOR
    decision = answer(where, who, capacity=capacity)

    assert decision.verdict is Verdict.CANNOT_TELL
    missing = [(each.fact, each.about, each.settles) for each in decision.missing_facts]
    assert missing == [(fact, about, True)]


@pytest.mark.parametrize(
    ("stated", "source", "certainty"),
    [
        (BAR, {}, Certainty.STATED),
        (BAR, {"extent": Extent.PART}, Certainty.PARTIAL),
        (BAR, {"date": None}, Certainty.UNDATED),
        (attrs.evolve(BAR, basis=Basis.INFERRED), {}, Certainty.INFERRED),
        (
            attrs.evolve(BAR, actors=frozenset({Actor.EVERYONE})),
            {},
            Certainty.STATED,
        ),
        (EVERYONES, {}, Certainty.INFERRED),
    ],
)
def test_an_answer_is_as_certain_as_the_text_behind_it(
    stated: Rule, source: dict[str, Any], certainty: Certainty
) -> None:
    where = venue(stated, sources=(attrs.evolve(SOURCE, **source),))
    assert answer(where, REP).certainty is certainty


def test_a_client_named_beside_the_agency_is_one_of_the_persons_ties() -> None:
    agency = {"organization": None, "surface": "an agency", "kind": Actor.AGENCY}
    bar = rule(Stance.PROHIBITED, actors=frozenset({Actor.PHARMACEUTICAL_COMPANY}))
    where = venue(bar, rule(Stance.PERMITTED))

    def asked(client: Party | None) -> Verdict:
        return answer(where, person(tie(client=client, **agency))).verdict

    assert asked(MAKER) is Verdict.PROHIBITED
    assert asked(None) is Verdict.CANNOT_TELL
    stated = tie(relationship=Relationship.AGENCY)
    twice = person(tie(client=MAKER, **agency), stated)
    assert answer(where, twice).verdict is Verdict.PROHIBITED


def test_leave_by_a_tie_in_doubt_sets_the_bar_on_everyone_aside_in_doubt() -> None:
    bar = rule(Stance.PROHIBITED, id="bar", actors=frozenset({Actor.EVERYONE}))
    where = venue(bar, attrs.evolve(PERMITTED, overrides=("bar",)))

    assert answer(where, REP).verdict is Verdict.PERMITTED
    doubtful = person(tie(status=Status.UNCLEAR))
    assert answer(where, doubtful).verdict is Verdict.CANNOT_TELL
