"""A suggested wording, read back, declares the ties that it was made for."""

from __future__ import annotations

from typing import Final

import pytest

import disclosure_registry as dr
from disclosure_registry.decision import AskedCondition
from disclosure_registry.decision.explain import suggested_disclosure
from disclosure_registry.model import Affiliation, Condition, Party
from disclosure_registry.vocabulary import (
    DECLARATIONS,
    STATEMENTS,
    Actor,
    ConditionStatus,
    ConditionTerm,
    Relationship,
    Status,
)

ROCHE: Final = Party("roche", "Roche", Actor.PHARMACEUTICAL_COMPANY)
SANOFI: Final = Party("sanofi", "Sanofi", Actor.PHARMACEUTICAL_COMPANY)


def asked(term: ConditionTerm) -> AskedCondition:
    return AskedCondition(
        item=Condition.of(term),
        status=ConditionStatus.OPEN,
        rule="here#rule",
        certain=True,
    )


def tie(party: Party, relationship: Relationship) -> Affiliation:
    return Affiliation(
        organization=party,
        surface=party.name,
        kind=party.kind,
        relationship=relationship,
        status=Status.CURRENT,
    )


WORDINGS: Final = [
    (relationship, language)
    for relationship, wording in DECLARATIONS.items()
    for language in wording
]


@pytest.mark.parametrize(("relationship", "language"), WORDINGS)
def test_each_wording_reads_as_the_tie_it_declares(
    relationship: Relationship, language: str
) -> None:
    who = (tie(ROCHE, relationship),)

    wording = suggested_disclosure(
        who, [asked(ConditionTerm.DISCLOSE_IN_POST)], (language,)
    )

    assert wording is not None
    read = dr.read_disclosure(wording)
    assert [
        (found.organization, found.relationship, found.status)
        for found in read.affiliations
    ] == [(ROCHE, relationship, Status.CURRENT)]


@pytest.mark.parametrize("language", STATEMENTS[ConditionTerm.VIEWS_ARE_OWN])
def test_each_disclaimer_reads_as_one(language: str) -> None:
    who = (tie(ROCHE, Relationship.EMPLOYEE),)

    wording = suggested_disclosure(
        who, [asked(ConditionTerm.VIEWS_ARE_OWN)], (language,)
    )

    assert wording is not None
    read = dr.read_disclosure(wording)
    assert read.disclaimer
    assert [found.organization for found in read.affiliations] == [ROCHE]


def test_several_ties_are_all_declared() -> None:
    ties = (tie(ROCHE, Relationship.SPEAKER), tie(SANOFI, Relationship.EQUITY))

    wording = suggested_disclosure(ties, [asked(ConditionTerm.DISCLOSE_AFFILIATION)])

    assert wording is not None
    read = dr.read_disclosure(wording)
    assert {
        (found.organization, found.relationship) for found in read.affiliations
    } == {
        (ROCHE, Relationship.SPEAKER),
        (SANOFI, Relationship.EQUITY),
    }


def test_nothing_is_suggested_where_nothing_is_to_be_declared() -> None:
    who = (tie(ROCHE, Relationship.EMPLOYEE),)

    assert suggested_disclosure(who, [asked(ConditionTerm.NOTIFY)]) is None


def test_a_language_without_the_words_falls_back_on_english() -> None:
    who = (tie(ROCHE, Relationship.EMPLOYEE),)
    conditions = [asked(ConditionTerm.DISCLOSE_IN_POST)]

    assert suggested_disclosure(who, conditions, ("pl", "de-CH")) == (
        "Ich arbeite für Roche."
    )
    assert suggested_disclosure(who, conditions, ("pl",)) == "I work for Roche."
