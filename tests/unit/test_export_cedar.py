"""What Cedar policies say of a small registry, and where they differ by design."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import attrs
import cedarpy

from disclosure_registry.decision import Circumstances, Decision
from disclosure_registry.export.cedar import to_cedar
from disclosure_registry.matching import Matcher
from disclosure_registry.model import (
    Affiliation,
    Binds,
    Code,
    Community,
    Condition,
    Disclosure,
    Evidence,
    FuzzyDate,
    InForce,
    Issuer,
    Names,
    Organization,
    Parent,
    Party,
    Rule,
    Source,
)
from disclosure_registry.registry import Registry
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
    Platform,
    Relationship,
    Stance,
    Status,
    Verdict,
)

ON = date(2026, 6, 1)
SOURCE = Source(id="text", date=FuzzyDate.parse("2020-01-01"), extent=Extent.WHOLE)
MAKER = Organization(
    id="maker",
    name="Maker",
    kind=Actor.PHARMACEUTICAL_COMPANY,
    names=Names(strong=("Maker",)),
)
DAUGHTER = Organization(
    id="daughter",
    name="Daughter",
    kind=Actor.PHARMACEUTICAL_COMPANY,
    names=Names(strong=("Daughter",)),
    parents=(Parent(organization="maker", until=FuzzyDate.parse("2026-01-01")),),
)
WORKER = Disclosure(
    affiliations=(
        Affiliation(
            organization=Party("daughter", "Daughter", Actor.PHARMACEUTICAL_COMPANY),
            surface="Daughter",
            kind=Actor.PHARMACEUTICAL_COMPANY,
            relationship=Relationship.EMPLOYEE,
            status=Status.CURRENT,
        ),
    )
)


def rule(identifier: str, stance: Stance, **changes: Any) -> Rule:
    plain = Rule(
        id=identifier,
        actors=frozenset({Actor.INDUSTRY}),
        activities=frozenset({Activity.POST}),
        stance=stance,
        summary="A rule.",
        basis=Basis.STATED,
        evidence=(Evidence("text"),),
    )
    return attrs.evolve(plain, **changes)


def registry(*rules: Rule, company: tuple[Rule, ...] = ()) -> Registry:
    venue = Community(
        id="venue",
        name="Venue",
        places=(),
        platform=Platform.CUSTOM,
        status=CommunityStatus.ACTIVE,
        languages=("en",),
        sources=(SOURCE,),
        rules=rules,
    )
    code = Code(
        id="company",
        name="Company",
        kind=CodeKind.COMPANY_CODE,
        issuer=Issuer("Maker", "maker"),
        binds=Binds(actors=frozenset({Actor.EVERYONE})),
        force=Force.BINDING,
        sources=(SOURCE,),
        rules=company,
    )
    return Registry.of([venue], codes=[code], organizations=[MAKER, DAUGHTER])


LEAVE = rule("leave", Stance.PERMITTED)


def cedar(
    held: Registry,
    activity: Activity = Activity.POST,
    on: date = ON,
    **attributes: str,
) -> tuple[bool, set[str]]:
    """What Cedar says of the tie alone, and the names of the policies that decided."""
    compiled = to_cedar(held, on)
    facet = {
        "uid": {"type": "Facet", "id": "tie"},
        "attrs": {
            "person": {"__entity": {"type": "Person", "id": "worker"}},
            "tied": True,
            "former": False,
            "organization": {"__entity": {"type": "Organization", "id": "daughter"}},
            **attributes,
        },
        "parents": [
            {"type": "Actor", "id": "pharmaceutical-company"},
            {"type": "Relationship", "id": "employee"},
        ],
    }
    person = {
        "uid": {"type": "Person", "id": "worker"},
        "attrs": {"countries": [], "first": {"__entity": facet["uid"]}},
        "parents": [],
    }
    assert cedarpy.validate_policies(compiled.policies, compiled.schema)
    result = cedarpy.is_authorized(
        {
            "principal": facet["uid"],
            "action": {"type": "Action", "id": str(activity)},
            "resource": {"type": "Community", "id": "venue"},
            "context": {
                "day": on.toordinal(),
                "met": [],
                "failed": [],
                "since": {},
            },
        },
        compiled.policies,
        json.dumps([*compiled.entities, person, facet]),
        compiled.schema,
    )
    assert not result.diagnostics.errors
    named = result.diagnostics.id_annotations_by_reason
    return result.allowed, set(named.values())


def ours(held: Registry, activity: Activity = Activity.POST, on: date = ON) -> Decision:
    return Matcher(held).decide("venue", WORKER, activity, Circumstances(on=on))


class TestAgreement:
    def test_leave(self) -> None:
        assert cedar(registry(LEAVE)) == (True, {"permit venue#leave"})
        assert ours(registry(LEAVE)).verdict is Verdict.PERMITTED

    def test_a_limit_reaches_what_includes_it_and_leave_does_not(self) -> None:
        held = registry(LEAVE, rule("no", Stance.PROHIBITED))
        assert cedar(held, Activity.SURVEY) == (False, {"prohibit venue#no"})
        assert cedar(registry(LEAVE), Activity.SURVEY) == (False, set())
        assert cedar(registry(LEAVE), Activity.JOIN) == (False, set())

    def test_a_permission_sets_a_limit_aside(self) -> None:
        leave = attrs.evolve(LEAVE, overrides=("no",))
        held = registry(leave, rule("no", Stance.PROHIBITED))
        assert cedar(held) == (True, {"permit venue#leave"})

    def test_a_company_binds_its_daughters_while_it_owns_them(self) -> None:
        held = registry(LEAVE, company=(rule("no", Stance.PROHIBITED),))
        while_owned = date(2025, 6, 1)
        assert cedar(held, on=while_owned) == (False, {"prohibit company#no"})
        assert cedar(held) == (True, {"permit venue#leave"})

    def test_rules_hold_from_a_day_until_another(self) -> None:
        since = InForce(FuzzyDate.parse("2026-01-01"), FuzzyDate.parse("2026-05-01"))
        held = registry(LEAVE, rule("no", Stance.PROHIBITED, in_force=since))
        assert cedar(held, on=date(2026, 2, 1))[1] == {"prohibit venue#no"}
        assert cedar(held)[0]

    def test_conditions_that_name_nothing_are_open(self) -> None:
        unnamed = (
            Condition.of(ConditionTerm.DESIGNATED_AREA),
            Condition.of(ConditionTerm.RESIDENT),
            Condition.of(ConditionTerm.ESTABLISHED_MEMBER),
        )
        held = registry(rule("leave", Stance.CONDITIONAL, conditions=unnamed))
        assert cedar(held) == (True, {"permit venue#leave"})
        assert ours(held).verdict is Verdict.CONDITIONAL

    def test_what_one_must_also_be_and_is_not(self) -> None:
        for actor in ({"actor": "physician"}, {}):
            also = (Condition.of(ConditionTerm.IS, actor),)
            held = registry(rule("leave", Stance.CONDITIONAL, conditions=also))
            assert cedar(held) == (False, set())
            assert ours(held).verdict is Verdict.UNSTATED

    def test_a_rule_without_dated_evidence_holds(self) -> None:
        held = registry(attrs.evolve(LEAVE, evidence=(Evidence("elsewhere"),)))
        assert cedar(held) == (True, {"permit venue#leave"})
        assert ours(held).verdict is Verdict.PERMITTED

    def test_words_of_advice_and_opinions_have_no_policy(self) -> None:
        held = registry(
            LEAVE,
            rule("advice", Stance.ADVISED),
            rule("opinion", Stance.PROHIBITED, basis=Basis.OPINION),
        )
        assert cedar(held) == (True, {"permit venue#leave"})
        assert ours(held).verdict is Verdict.PERMITTED


class TestDifferencesByDesign:
    def test_silence_is_a_bare_no(self) -> None:
        assert cedar(registry()) == (False, set())
        assert ours(registry()).verdict is Verdict.UNSTATED

    def test_inferred_leave_is_no_leave(self) -> None:
        held = registry(attrs.evolve(LEAVE, basis=Basis.INFERRED))
        assert cedar(held) == (False, set())
        assert ours(held).verdict is Verdict.ASK_FIRST

    def test_leave_for_everyone_names_no_tie(self) -> None:
        held = registry(attrs.evolve(LEAVE, actors=frozenset({Actor.EVERYONE})))
        assert cedar(held) == (False, set())
        assert ours(held).verdict is Verdict.ASK_FIRST

    def test_a_missing_fact_restricts(self) -> None:
        """Cedar as it comes would skip the forbid and answer Allow."""
        spokesmen = frozenset({Capacity.FOR})
        held = registry(LEAVE, rule("no", Stance.PROHIBITED, capacities=spokesmen))
        assert cedar(held) == (False, {"prohibit venue#no"})
        assert cedar(held, spoken="private") == (True, {"permit venue#leave"})
        decision = ours(held)
        assert decision.verdict is Verdict.CANNOT_TELL
        assert decision.at_worst is Verdict.PROHIBITED

    def test_a_day_in_doubt_restricts(self) -> None:
        doubtful = InForce(FuzzyDate.parse("2026"), None)
        held = registry(LEAVE, rule("no", Stance.PROHIBITED, in_force=doubtful))
        assert cedar(held) == (False, {"prohibit venue#no"})
        assert ours(held).verdict is Verdict.CANNOT_TELL

    def test_before_all_evidence_there_is_no_leave(self) -> None:
        early = date(2019, 1, 1)
        assert cedar(registry(LEAVE), on=early) == (False, set())
        assert ours(registry(LEAVE), on=early).verdict is Verdict.CANNOT_TELL

    def test_an_open_condition_is_not_in_the_answer(self) -> None:
        notify = Condition.of(ConditionTerm.NOTIFY, {"whom": "moderators"})
        held = registry(rule("leave", Stance.CONDITIONAL, conditions=(notify,)))
        assert cedar(held) == (True, {"permit venue#leave"})
        decision = ours(held)
        assert decision.verdict is Verdict.CONDITIONAL
        assert [each.item for each in decision.open_conditions] == [notify]

    def test_an_open_yes_is_asked_for(self) -> None:
        held = registry(rule("ask", Stance.PERMISSION_REQUIRED))
        assert cedar(held) == (False, {"ask venue#ask"})
        assert ours(held).verdict is Verdict.ASK_FIRST

    def test_duties_that_collide_are_not_found_out(self) -> None:
        in_name = Condition.of(ConditionTerm.DISCLOSE_IN_USERNAME)
        not_in_name = Condition.of(ConditionTerm.NAME_WITHOUT_COMPANY)
        held = registry(
            LEAVE,
            rule("name-it", Stance.REQUIRED, conditions=(in_name,)),
            rule("do-not", Stance.REQUIRED, conditions=(not_in_name,)),
        )
        assert cedar(held)[0]
        assert ours(held).verdict is Verdict.ASK_FIRST
