"""Questions settle the answer: the one that does so most often comes first."""

from __future__ import annotations

from typing import Any

import pytest

import disclosure_registry as dr
from disclosure_registry.asking import Case, Question, answered, next_question
from disclosure_registry.matching import Matcher
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    Fact,
    IndustryTie,
    Relationship,
    Status,
    Verdict,
)

ON = "2026-11-25"


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(dr.load())


def case_of(matcher: Matcher, who: str | dr.Disclosure, **facts: Any) -> Case:
    return Case(
        disclosure=matcher.read(who),
        circumstances=matcher.circumstances(on=ON, **facts),
    )


def decided(matcher: Matcher, community: str, case: Case) -> dr.Decision:
    return matcher.decide(community, case.disclosure, Activity.POST, case.circumstances)


def test_asked_until_settled_and_no_longer(matcher: Matcher) -> None:
    case = case_of(matcher, "I work for Sanofi.", country="US")
    decision = decided(matcher, "heil-verzeichnis", case)
    assert decision.verdict is Verdict.CANNOT_TELL

    question = next_question(matcher, "heil-verzeichnis", case, decision)

    assert question is not None
    assert question.fact is Fact.CAPACITY
    assert question.answers == ("for", "about", "private")
    case = answered(matcher, case, question, "for")
    settled = decided(matcher, "heil-verzeichnis", case)
    assert settled.verdict is Verdict.PROHIBITED
    assert next_question(matcher, "heil-verzeichnis", case, settled) is None


def question(fact: Fact, about: str | None = None) -> Question:
    return Question(fact=fact, about=about, text="?")


def test_a_named_organisation_replaces_words(matcher: Matcher) -> None:
    tie = dr.Affiliation(
        organization=None,
        surface="my employer",
        kind=None,
        relationship=Relationship.EMPLOYEE,
        status=Status.CURRENT,
    )
    case = case_of(matcher, dr.Disclosure(affiliations=(tie,)))

    told = answered(
        matcher, case, question(Fact.ORGANIZATION, "my employer"), "Novo Nordisk"
    )

    (better,) = told.disclosure.affiliations
    assert better.organization is not None
    assert better.organization.id == "novo-nordisk"
    assert better.kind is Actor.PHARMACEUTICAL_COMPANY


def test_a_client_is_one_whom_an_agency_acts_for(matcher: Matcher) -> None:
    case = case_of(matcher, "I work for Sanofi.")

    told = answered(matcher, case, question(Fact.CLIENT), "roche")

    (client,) = told.circumstances.clients
    assert client.relationship is Relationship.AGENCY
    assert client.organization is not None
    assert client.organization.id == "roche"


@pytest.mark.parametrize(
    ("answer", "status"), [("yes", Status.CURRENT), ("no", Status.FORMER)]
)
def test_whether_a_tie_holds(matcher: Matcher, answer: str, status: Status) -> None:
    tie = dr.Affiliation(
        organization=None,
        surface="a firm",
        kind=Actor.INDUSTRY,
        relationship=Relationship.EMPLOYEE,
        status=Status.UNCLEAR,
    )
    case = case_of(matcher, dr.Disclosure(affiliations=(tie,)))

    told = answered(matcher, case, question(Fact.STATUS, "a firm"), answer)

    assert told.disclosure.affiliations[0].status is status


def test_whether_there_is_a_tie_at_all(matcher: Matcher) -> None:
    unclear = dr.Disclosure(industry_tied=IndustryTie.UNCLEAR)
    case = case_of(matcher, unclear)

    denied = answered(matcher, case, question(Fact.TIE), "no")
    owned = answered(matcher, case, question(Fact.TIE), "yes")

    assert denied.disclosure.industry_tied is IndustryTie.NO
    assert owned.disclosure.industry_tied is IndustryTie.YES
    assert owned.disclosure.affiliations[0].kind is Actor.INDUSTRY


def test_the_other_facts_are_circumstances(matcher: Matcher) -> None:
    case = case_of(matcher, "I worked for Sanofi until 2024.")

    assert answered(
        matcher, case, question(Fact.COUNTRY), "gb"
    ).circumstances.country == ("GB")
    assert (
        answered(matcher, case, question(Fact.ABOUT), "own").circumstances.about
        == "own"
    )
    ended = answered(matcher, case, question(Fact.ENDED), "2023-05")
    assert all(str(tie.until) == "2023-05" for tie in ended.disclosure.affiliations)


@pytest.mark.parametrize(
    ("fact", "answer", "error"),
    [
        (Fact.CAPACITY, "sometimes", dr.UnknownWordError),
        (Fact.COUNTRY, "Atlantis", dr.UnknownWordError),
        (Fact.TIE, "perhaps", dr.UnknownWordError),
        (Fact.ENDED, "long ago", dr.InvalidDateError),
    ],
)
def test_an_answer_that_is_none_is_an_error(
    matcher: Matcher, fact: Fact, answer: str, error: type[Exception]
) -> None:
    case = case_of(matcher, "I worked for Sanofi until 2024.")

    with pytest.raises(error):
        answered(matcher, case, question(fact), answer)


def test_a_tie_is_known_by_the_name_that_was_asked_about(matcher: Matcher) -> None:
    case = case_of(matcher, "I used to work at BMS.")
    (tie,) = case.disclosure.affiliations
    assert tie.organization is not None

    told = answered(matcher, case, question(Fact.ENDED, tie.organization.name), "2010")

    assert str(told.disclosure.affiliations[0].until) == "2010"
