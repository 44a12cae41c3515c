"""Which communities let whom do what, over a handful whose rules are plain."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure_registry.codec import code_from, community_from
from disclosure_registry.errors import InvalidDateError, UnknownWordError
from disclosure_registry.loading import load
from disclosure_registry.model import Code, Community
from disclosure_registry.query import Row, participant, query
from disclosure_registry.registry import Registry
from disclosure_registry.vocabulary import Actor, Relationship, Verdict

DAY = "2026-11-20"


def community(identifier: str, *rules: dict[str, Any], **fields: object) -> Community:
    return community_from(
        {
            "id": identifier,
            "name": identifier.title(),
            "platform": "discourse",
            "languages": ["en"],
            "status": "active",
            "sources": [
                {
                    "id": "rules",
                    "title": "Rules",
                    "date": "2020",
                    "seen": "2026-11",
                    "via": "live",
                    "extent": "whole",
                }
            ],
            "rules": list(rules),
            **fields,
        }
    )


def rule(identifier: str, actor: str, stance: str, **fields: object) -> dict[str, Any]:
    return {
        "id": identifier,
        "actors": [actor],
        "activities": ["post"],
        "stance": stance,
        "summary": "A rule.",
        "basis": "stated",
        "evidence": [{"source": "rules"}],
        **fields,
    }


WELCOME = community("welcome", rule("firms-may", "industry", "permitted"))
MARKED = community(
    "marked",
    rule(
        "firms-may-with-flair",
        "industry",
        "conditional",
        conditions=[
            {"term": "disclose-in-flair"},
            {"any": [[{"term": "when-asked"}], [{"term": "product-already-named"}]]},
        ],
    ),
    languages=["en-GB", "de"],
    topics=["type-1-diabetes"],
)
CLOSED = community(
    "closed",
    rule("no-firms", "pharmaceutical-company", "prohibited", in_force={"from": "2021"}),
    platform="phpbb",
    topics=["diabetes"],
)
SILENT = community("silent")
PATIENTS = community("patients", rule("patients-may", "patient", "permitted"))
COMPANY_CODE: Code = code_from(
    {
        "id": "acme-code",
        "name": "Acme code",
        "kind": "company-code",
        "issuer": {"name": "Acme", "organization": "acme"},
        "binds": {"actors": ["everyone"]},
        "force": "binding",
        "sources": [{"id": "rules", "title": "Rules"}],
        "rules": [rule("nobody-posts", "everyone", "prohibited")],
    }
)


@pytest.fixture
def registry() -> Registry:
    return Registry.of(
        [WELCOME, MARKED, CLOSED, SILENT, PATIENTS],
        codes=[COMPANY_CODE],
        topics={"diabetes": (), "type-1-diabetes": ("diabetes",)},
    )


def verdicts(rows: tuple[Row, ...]) -> dict[str, str]:
    return {row.community: row.verdict.value for row in rows}


def test_each_community_answers_the_most_leave_first(registry: Registry) -> None:
    rows = query(registry, actor="pharmaceutical-company", activity="post", on=DAY)
    assert verdicts(rows) == {
        "welcome": "permitted",
        "marked": "conditional",
        "patients": "unstated",
        "silent": "unstated",
        "closed": "prohibited",
    }
    assert list(verdicts(rows)) == [
        "welcome",
        "marked",
        "patients",
        "silent",
        "closed",
    ]


def test_a_row_says_what_decided_and_what_is_open(registry: Registry) -> None:
    rows = query(registry, actor="pharmaceutical-company", on=DAY)
    marked = next(row for row in rows if row.community == "marked")
    assert marked.rules == ("marked#firms-may-with-flair",)
    assert marked.conditions == ("disclose-in-flair", "any")
    assert marked.to_dict() == {
        "community": "marked",
        "name": "Marked",
        "verdict": "conditional",
        "certainty": marked.certainty.value,
        "rules": ["marked#firms-may-with-flair"],
        "conditions": ["disclose-in-flair", "any"],
        "missing": list(marked.missing),
        "platform": "discourse",
        "languages": ["en-GB", "de"],
        "topics": ["type-1-diabetes"],
    }
    assert all(type(row.to_dict()["verdict"]) is str for row in rows)


def test_rows_can_be_chosen_by_verdict(registry: Registry) -> None:
    rows = query(
        registry,
        actor="pharmaceutical-company",
        verdicts=["permitted", Verdict.CONDITIONAL],
        on=DAY,
    )
    assert list(verdicts(rows)) == ["welcome", "marked"]


def test_communities_can_be_chosen_by_topic_and_those_below(registry: Registry) -> None:
    assert set(verdicts(query(registry, topic="diabetes"))) == {"closed", "marked"}
    assert set(verdicts(query(registry, topic="type-1-diabetes"))) == {"marked"}


def test_communities_can_be_chosen_by_platform(registry: Registry) -> None:
    assert set(verdicts(query(registry, platform="phpbb"))) == {"closed"}


@pytest.mark.parametrize(
    ("language", "found"),
    [("de", {"marked"}), ("EN-gb", {"marked"}), ("fr", set()), ("e", set())],
)
def test_communities_can_be_chosen_by_language(
    registry: Registry, language: str, found: set[str]
) -> None:
    assert set(verdicts(query(registry, language=language))) == found


def test_a_language_has_its_varieties(registry: Registry) -> None:
    assert set(verdicts(query(registry, language="en"))) == set(registry)


def test_the_day_decides_which_rules_hold(registry: Registry) -> None:
    before = query(registry, actor="pharmaceutical-company", on="2020-06-01")
    assert verdicts(before)["closed"] == "unstated"


def test_a_persona_asks_as_a_person(registry: Registry) -> None:
    rows = verdicts(query(registry, actor="patient", on=DAY))
    assert rows["patients"] == "permitted"
    assert rows["welcome"] == "unstated"


def test_whoever_declares_nothing_is_everybody(registry: Registry) -> None:
    assert verdicts(query(registry, on=DAY))["welcome"] == "unstated"


def test_no_company_s_own_code_binds_a_kind_of_company(registry: Registry) -> None:
    rows = query(registry, actor="pharmaceutical-company", on=DAY)
    assert not any("acme-code" in rule for row in rows for rule in row.rules)


def test_the_capacity_is_for_the_organisation_unless_said_otherwise() -> None:
    registry = Registry.of(
        [community("closed", rule("no", "industry", "prohibited", capacities=["for"]))]
    )
    asked = {
        capacity: query(registry, actor="industry", capacity=capacity, on=DAY)[
            0
        ].verdict
        for capacity in ("for", "private", None)
    }
    assert asked == {
        "for": Verdict.PROHIBITED,
        "private": Verdict.UNSTATED,
        None: Verdict.CANNOT_TELL,
    }


@pytest.mark.parametrize(
    "words",
    [
        {"actor": "pharma"},
        {"actor": "operator"},
        {"activity": "posting"},
        {"verdicts": ["allowed"]},
        {"topic": "diabets"},
        {"platform": "geocities"},
        {"capacity": "with"},
        {"country": "Sweden"},
    ],
    ids=str,
)
def test_a_word_that_is_not_in_its_vocabulary_is_refused(
    registry: Registry, words: dict[str, Any]
) -> None:
    with pytest.raises(UnknownWordError):
        query(registry, **words)


def test_a_day_must_be_one(registry: Registry) -> None:
    with pytest.raises(InvalidDateError):
        query(registry, on="2026-11")


@pytest.mark.parametrize("actor", [one for one in Actor if one is not Actor.OPERATOR])
def test_every_actor_that_one_can_be_can_ask(actor: Actor) -> None:
    disclosure = participant(actor)
    kinds = {one.kind for one in disclosure.affiliations}
    personas = {one.actor for one in disclosure.personas}
    assert kinds | personas == ({actor} - {Actor.EVERYONE})
    assert all(
        one.relationship is Relationship.EMPLOYEE for one in disclosure.affiliations
    )


def test_what_ships_answers() -> None:
    rows = query(load(), actor="pharmaceutical-company", activity="promote", on=DAY)
    assert len(rows) == len(load())
    assert verdicts(rows)["tudiabetes"] == "prohibited"
