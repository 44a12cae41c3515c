"""A plan has one step for each person, place and activity, in that order."""

from __future__ import annotations

import io

import pytest

import disclosure_registry as dr
from disclosure_registry.matching import Matcher
from disclosure_registry.plan import Member, members_from, plan, to_html

ON = "2026-11-25"
TEAM = """name,declaration,actor,country
Ana,"I work for Sanofi. Views mine.",,US
Field <team>,,pharmaceutical-company,GB
"""


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(dr.load())


def test_the_table_of_people_is_read_by_its_columns() -> None:
    ana, team = members_from(io.StringIO(TEAM))

    assert ana == Member(
        name="Ana", declaration="I work for Sanofi. Views mine.", country="US"
    )
    assert team.actor == "pharmaceutical-company"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("who,declaration\nAna,x\n", "a first line"),
        ("name,declaration,colour\nAna,x,red\n", "a first line"),
        ("name,declaration\n,x\n", "a name"),
        ("name,declaration\nAna,\n", "either a declaration or an actor"),
        ("name,declaration,actor\nAna,x,patient\n", "either a declaration"),
        ("name,declaration\nAna,I have asthma, and work at Roche\n", "quote a text"),
        ("name,declaration,declaration\nAna,x,y\n", "each once"),
        ("Ana,I work at Roche\n", "found '2 others'"),
        ("", "a first line"),
    ],
)
def test_a_table_that_does_not_fit_is_told_where(table: str, found: str) -> None:
    with pytest.raises(dr.InvalidDocumentError, match=found):
        members_from(io.StringIO(table), "team.csv")


def test_each_person_gets_a_step_in_each_place(matcher: Matcher) -> None:
    members = members_from(io.StringIO(TEAM))

    steps = list(
        plan(matcher, members, ["tudiabetes", "#gbdoc"], ["post", "promote"], on=ON)
    )

    assert [(step.member, step.community, step.activity) for step in steps] == [
        (member.name, community, activity)
        for member in members
        for community in ("tudiabetes", "gbdoc")
        for activity in ("post", "promote")
    ]
    ana_at_tudiabetes = steps[0]
    assert ana_at_tudiabetes.verdict == "unstated"
    assert ana_at_tudiabetes.ask == "Diabetes Hands Foundation"
    assert steps[1].verdict == "prohibited"
    assert steps[1].first == "Do not do this here."


def test_what_is_to_be_declared_where_is_told(matcher: Matcher) -> None:
    member = Member(name="Rep", declaration="I work for Sanofi.", country="US")

    (step,) = plan(matcher, [member], ["reddit-supplements"], on=ON)

    assert any("flair" in line for line in step.declare)
    assert step.wording.startswith("I work for Sanofi")


def test_the_page_needs_nothing_else_and_escapes_what_it_is_given(
    matcher: Matcher,
) -> None:
    steps = list(plan(matcher, members_from(io.StringIO(TEAM)), ["#gbdoc"], on=ON))

    page = to_html(steps, "Plan & more")

    assert "<title>Plan &amp; more</title>" in page
    assert "Field &lt;team&gt;" in page
    assert "<team>" not in page
    assert "http" not in page.partition("<body>")[0]
    assert page.count("<tr>") == 1 + len(steps)


def test_an_unknown_activity_is_an_error_with_the_nearest_word(
    matcher: Matcher,
) -> None:
    with pytest.raises(dr.UnknownWordError, match="promote"):
        list(plan(matcher, [Member(name="A", actor="industry")], ["gbdoc"], ["promot"]))


def test_an_error_shows_nobody_s_words() -> None:
    table = "name,declaration\n,I secretly work at Roche\n"

    with pytest.raises(dr.InvalidDocumentError) as raised:
        members_from(io.StringIO(table), "team.csv")

    assert "Roche" not in str(raised.value)
