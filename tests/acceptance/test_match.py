"""The main job in one call, from Python: `match`, `overview`, `read_disclosure`."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

import disclosure_registry as dr
from disclosure_registry.model import Party
from disclosure_registry.schema import validate
from disclosure_registry.vocabulary import STANDARD_ACTIVITIES, Activity

DAY = date(2026, 11, 25)
MARKETER = "Marketing at Sanofi US. What I write is my own view."
PLACES = (
    "tudiabetes",
    "#gbdoc",
    "r/Supplements",
    "heil-verzeichnis",
    "https://healthunlocked.com/nras/",
    "sermo",
    "https://forum.unknown.example/",
)
PEOPLE = (
    MARKETER,
    "Social media director at Bristol Myers Squibb, once a journalist. Opinions mine.",
    "All posts are mine and none speaks for my employer.",
    "I work for Hoffmann-La Roche.",
    "Account director at Ogilvy Health.",
    "Type 1 diabetic, on a Novo Nordisk pen.",
    "Cardiologist. I have received speaker fees from Novartis.",
    "Retired teacher, fond of gardening.",
    "",
)


@pytest.mark.parametrize("community", PLACES)
def test_every_answer_about_a_place_is_a_valid_document(community: str) -> None:
    for decision in dr.overview(community, MARKETER, on=DAY).values():
        assert validate(decision.to_dict(), "decision") == ()


@pytest.mark.parametrize("who", PEOPLE)
def test_every_answer_to_a_person_is_a_valid_document(who: str) -> None:
    assert validate(dr.match("#gbdoc", who, on=DAY).to_dict(), "decision") == ()


@pytest.mark.parametrize("community", PLACES)
def test_every_explanation_fits_eighty_columns(community: str) -> None:
    for who in PEOPLE:
        text = dr.match(community, who, on=DAY).explain()
        wide = [line for line in text.splitlines() if len(line) > 79]
        # An address alone on its line cannot be broken.
        assert [line for line in wide if not line.lstrip().startswith("http")] == []
        assert text.endswith("\n")


def test_an_overview_answers_every_standard_activity() -> None:
    decisions = dr.overview("tudiabetes", MARKETER, on=DAY)

    assert tuple(decisions) == tuple(STANDARD_ACTIVITIES)
    assert {each.verdict for each in decisions.values()} >= {
        dr.Verdict.UNSTATED,
        dr.Verdict.PROHIBITED,
        dr.Verdict.ASK_FIRST,
    }


def test_the_overview_and_the_single_answer_are_one() -> None:
    decisions = dr.overview("#gbdoc", MARKETER, on=DAY)

    for activity in (Activity.POST, Activity.PROMOTE):
        single = dr.match("#gbdoc", MARKETER, activity, on=DAY)
        assert single.to_dict() == decisions[activity].to_dict()


def test_posting_is_what_is_asked_where_nothing_is_said() -> None:
    assert dr.match("tudiabetes", MARKETER, on=DAY).activity is Activity.POST


def test_the_day_is_today_unless_it_is_given() -> None:
    before = date.today()  # noqa: DTZ011  the user's day, as `match` takes it
    decision = dr.match("tudiabetes", MARKETER)

    assert before <= decision.on <= before + timedelta(days=1)
    assert dr.match("tudiabetes", MARKETER, on="2026-11-25").on == DAY


def test_a_decision_is_neither_true_nor_false() -> None:
    decision = dr.match("tudiabetes", MARKETER, on=DAY)

    with pytest.raises(TypeError, match="allowed"):
        bool(decision)


def test_only_what_is_permitted_is_allowed() -> None:
    circumstances = {"on": DAY, "capacity": "about", "country": "US"}
    kept = ["notify:moderators", "verified-account", "disclose-in-flair"]
    done = dr.match("r/Supplements", MARKETER, met=kept, **circumstances)  # type: ignore[arg-type]
    begun = dr.match("r/Supplements", MARKETER, met=kept[:1], **circumstances)  # type: ignore[arg-type]

    assert done.verdict is dr.Verdict.PERMITTED
    assert done.allowed
    assert done.open_conditions == ()
    assert begun.verdict is dr.Verdict.CONDITIONAL
    assert not begun.allowed
    assert {str(each.item.term) for each in begun.open_conditions} >= {  # type: ignore[union-attr]
        "verified-account",
        "disclose-in-flair",
    }


def test_silence_says_in_the_same_breath_what_is_barred_nearby() -> None:
    decision = dr.match("tudiabetes", MARKETER, on=DAY)

    nearby = {str(each.activity): str(each.verdict) for each in decision.also}
    assert decision.verdict is dr.Verdict.UNSTATED
    assert nearby["promote"] == "prohibited"
    assert nearby["survey"] == "ask-first"
    assert nearby["medical-advice"] == "prohibited"


def test_ask_first_names_whom_to_ask() -> None:
    decision = dr.match("tudiabetes", MARKETER, "survey", on=DAY)

    (ask,) = decision.ask
    assert ask.whom == "operator"
    assert ask.name == "Diabetes Hands Foundation"
    assert any("Diabetes Hands Foundation" in step for step in decision.next_steps)


def test_every_decisive_reason_can_be_read_up() -> None:
    decision = dr.match("tudiabetes", MARKETER, "promote", on=DAY)

    decisive = [reason for reason in decision.reasons if reason.decisive]
    assert [reason.rule for reason in decisive] == ["tudiabetes#no-promotion"]
    (citation,) = decisive[0].evidence
    assert citation.url is not None
    assert citation.url.startswith("http")
    assert citation.seen is not None


def test_a_suggested_disclosure_declares_the_tie_and_no_other() -> None:
    decision = dr.match(
        "r/Supplements", "I work for GSK.", on=DAY, country="US", capacity="about"
    )

    assert decision.suggested_disclosure is not None
    again = dr.read_disclosure(decision.suggested_disclosure)
    assert [tie.organization and tie.organization.id for tie in again.affiliations] == [
        "gsk"
    ]


@pytest.mark.parametrize(
    "relationship",
    [
        "employee",
        "contractor",
        "founder-owner",
        "board-member",
        "organisation-account",
        "agency",
        "student-or-trainee",
        "consultant",
        "advisory-board",
        "speaker",
        "grant",
        "royalty-or-licence",
        "travel-or-hospitality",
        "litigation-or-testimony",
        "rewarded",
        "patient-ambassador",
        "equity",
        "family-member",
        "member",
    ],
)
def test_a_suggested_disclosure_reads_back(relationship: str) -> None:
    gsk = dr.load().organizations["gsk"]
    tie = dr.Affiliation(
        organization=Party(gsk.id, gsk.name, gsk.kind),
        surface="GSK",
        kind=gsk.kind,
        relationship=dr.Relationship(relationship),
        status=dr.Status.CURRENT,
    )
    who = dr.Disclosure(affiliations=(tie,), industry_tied=dr.IndustryTie.YES)
    decision = dr.match(
        "tudiabetes", who, "recommend", on=DAY, country="US", about="own"
    )

    assert decision.suggested_disclosure is not None
    (again,) = dr.read_disclosure(decision.suggested_disclosure).affiliations
    assert again.organization == tie.organization
    assert again.relationship == relationship
    assert again.status == "current"


def test_a_place_that_no_entry_claims_is_an_answer() -> None:
    decision = dr.match("https://forum.unknown.example/t/1", MARKETER, on=DAY)

    assert decision.verdict is dr.Verdict.UNSTATED
    assert decision.community is None
    assert decision.place == "https://forum.unknown.example/t/1"
    assert any("CONTRIBUTING" in step for step in decision.next_steps)
    assert any(
        reason.rule.startswith("sanofi-code-social-media#")
        for reason in decision.reasons
    )


def test_a_subreddit_that_no_entry_claims_has_the_policy_of_reddit() -> None:
    decision = dr.match("r/NoSuchPlaceAtAll", MARKETER, on=DAY)

    layers = {str(reason.layer) for reason in decision.reasons}
    assert decision.community is None
    assert "platform" in layers
    assert any(duty.rule.startswith("reddit#") for duty in decision.duties)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("tudiabetis", "tudiabetes"),
        ("healthunlockd", "healthunlocked"),
        ("reddit-suplements", "reddit-supplements"),
    ],
)
def test_an_unknown_id_is_an_error_with_the_nearest(written: str, near: str) -> None:
    with pytest.raises(dr.UnknownIdentifierError) as caught:
        dr.match(written, MARKETER, on=DAY)

    assert near in caught.value.close
    assert near in str(caught.value)


def test_an_unknown_activity_is_an_error_with_the_nearest() -> None:
    with pytest.raises(dr.UnknownWordError) as caught:
        dr.match("tudiabetes", MARKETER, "posst", on=DAY)

    assert "post" in caught.value.close


@pytest.mark.parametrize("day", ["2026-02-30", "2026-11", "yesterday", ""])
def test_a_day_that_is_none_is_an_error(day: str) -> None:
    with pytest.raises(dr.InvalidDateError):
        dr.match("tudiabetes", MARKETER, on=day)


@pytest.mark.parametrize(
    "spelling",
    [
        "reddit-supplements",
        "r/Supplements",
        "/r/supplements/",
        "https://www.reddit.com/r/Supplements/",
        "https://old.reddit.com/r/Supplements/comments/abc/def/",
        "HTTPS://REDDIT.COM/r/supplements",
    ],
)
def test_one_place_has_many_spellings(spelling: str) -> None:
    assert dr.match(spelling, MARKETER, on=DAY).community == "reddit-supplements"


def test_where_a_tie_is_declared_matters() -> None:
    kept = ["notify:moderators", "verified-account"]
    circumstances = {"on": DAY, "capacity": "about", "country": "US", "met": kept}
    flair = {"flair": "Sanofi US", "profile": "Marketing at Sanofi US"}
    profile = {"profile": "Marketing at Sanofi US"}

    worn = dr.match("r/Supplements", flair, **circumstances)  # type: ignore[arg-type]
    bare = dr.match("r/Supplements", profile, **circumstances)  # type: ignore[arg-type]

    assert worn.verdict is dr.Verdict.PERMITTED
    assert bare.verdict is dr.Verdict.CONDITIONAL


def test_a_disclosure_that_was_read_gives_the_same_answer_as_its_text() -> None:
    read = dr.read_disclosure(MARKETER)

    assert (
        dr.match("#gbdoc", read, on=DAY).to_dict()
        == dr.match("#gbdoc", MARKETER, on=DAY).to_dict()
    )


@pytest.mark.parametrize("who", PEOPLE)
def test_the_same_question_twice_gives_the_same_bytes(who: str) -> None:
    first, second = (
        json.dumps(dr.match("#gbdoc", who, on=DAY).to_dict()) for _ in range(2)
    )

    assert first == second


def test_the_answer_says_by_which_registry_it_was_given() -> None:
    document = dr.match("#gbdoc", MARKETER, on=DAY).to_dict()

    registry = dr.load()
    assert document["registry"] == {
        "version": registry.version,
        "digest": registry.digest,
    }


def test_permission_by_the_employer_is_never_permission_by_the_community() -> None:
    decision = dr.match(
        "tudiabetes",
        "I work for Hoffmann-La Roche.",
        on=DAY,
        capacity="for",
        met=["approval:employer"],
    )

    assert decision.verdict is dr.Verdict.UNSTATED


def test_an_employer_without_a_name_is_a_missing_fact_and_not_no_tie() -> None:
    decision = dr.match("#gbdoc", PEOPLE[2], on=DAY)

    assert decision.verdict is dr.Verdict.CANNOT_TELL
    assert dr.Verdict.CONDITIONAL is decision.at_best
    assert "organization" in {str(fact.fact) for fact in decision.missing_facts}


def test_a_wording_that_collides_is_named_on_both_sides() -> None:
    decision = dr.match(
        "apnea-board", "I work for GSK.", "join", on=DAY, capacity="for", country="GB"
    )

    decisive = {reason.rule for reason in decision.reasons if reason.decisive}
    assert decision.verdict is dr.Verdict.ASK_FIRST
    assert decisive == {
        "apnea-board#no-business-name",
        "abpi-pharmacovigilance-digital-media#listeners-register-as-company",
    }


def test_a_suggested_disclosure_names_the_client_that_the_caller_names() -> None:
    decision = dr.match(
        "tudiabetes",
        "Account director at Ogilvy Health.",
        "recommend",
        on=DAY,
        client="gsk",
        country="US",
        about="own",
    )

    assert decision.suggested_disclosure is not None
    again = dr.read_disclosure(decision.suggested_disclosure)
    assert {tie.organization and tie.organization.id for tie in again.affiliations} == {
        "ogilvy-health",
        "gsk",
    }


def test_a_suggested_disclosure_meets_what_it_is_for() -> None:
    circumstances = {"on": DAY, "country": "US", "capacity": "about", "about": "own"}
    place = "https://www.quora.com/topic/Diabetes"
    before = dr.match(place, "I work for GSK.", "talk-about-product", **circumstances)  # type: ignore[arg-type]
    assert before.suggested_disclosure is not None
    told = {"profile": "I work for GSK.", "post": before.suggested_disclosure}
    after = dr.match(place, told, "talk-about-product", **circumstances)  # type: ignore[arg-type]

    assert [each.rule for each in before.open_conditions if each.certain] != []
    assert [each.rule for each in after.open_conditions if each.certain] == []
