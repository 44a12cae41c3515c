"""The matrix gives what asking one by one gives."""

from __future__ import annotations

import csv
import json
import random
from datetime import date
from typing import Any

import attrs
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as own
from disclosure_registry.cli.matrix_command import command
from disclosure_registry.codec import code_from, community_from
from disclosure_registry.decision import Standing, decide
from disclosure_registry.errors import (
    InvalidDateError,
    UnknownIdentifierError,
    UnknownWordError,
)
from disclosure_registry.loading import load
from disclosure_registry.matching import Matcher
from disclosure_registry.matrix import PARTICIPANTS, Cell, matrix
from disclosure_registry.model import (
    Code,
    Community,
    Names,
    Organization,
    Parent,
)
from disclosure_registry.query import participant, query
from disclosure_registry.registry import Registry
from disclosure_registry.vocabulary import (
    STANDARD_ACTIVITIES,
    Activity,
    Actor,
    Certainty,
    Verdict,
)

DAY = "2026-11-30"


def one_by_one(registry: Registry, **asked: Any) -> list[Cell]:
    """The matrix as the plain evaluator gives it."""
    communities = asked.pop("communities", registry)
    actors = asked.pop("actors", PARTICIPANTS)
    activities = asked.pop("activities", STANDARD_ACTIVITIES)
    matcher = Matcher(registry)
    circumstances = matcher.circumstances(**{"capacity": "for", **asked})
    standings = {
        actor: Standing.of(participant(actor), circumstances) for actor in actors
    }
    cells = []
    for community in communities:
        venue = matcher.venue(community)
        for actor in actors:
            for activity in activities:
                found = decide(venue, standings[actor], Activity(activity))
                cells.append(
                    Cell(
                        community,
                        Actor(actor),
                        Activity(activity),
                        found.verdict,
                        found.certainty,
                    )
                )
    return cells


def community(identifier: str, *rules: dict[str, Any], **fields: object) -> Community:
    source = {"id": "text", "title": "Rules", "date": "2020", "extent": "whole"}
    return community_from(
        {
            "id": identifier,
            "name": identifier.title(),
            "platform": "discourse",
            "languages": ["en"],
            "status": "active",
            "sources": [source],
            "rules": [rule(f"r{place}", **each) for place, each in enumerate(rules)],
            **fields,
        }
    )


def rule(identifier: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": identifier,
        "actors": ["everyone"],
        "activities": ["post"],
        "stance": "permitted",
        "summary": "A rule.",
        "basis": "stated",
        "evidence": [{"source": "text"}],
        **fields,
    }


def code(identifier: str, *rules: dict[str, Any], **fields: object) -> Code:
    return code_from(
        {
            "id": identifier,
            "name": identifier.title(),
            "kind": "industry-code",
            "issuer": {"name": "Some"},
            "binds": {"actors": ["industry"]},
            "force": "binding",
            "sources": [{"id": "text", "title": "Code"}],
            "rules": [rule(f"r{place}", **each) for place, each in enumerate(rules)],
            **fields,
        }
    )


# --- equal to asking one by one ---------------------------------------------------


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    communities = draw(own.unique(own.communities(), lambda each: each.id, most=3))
    known = [each.id for each in communities]
    settled = [
        attrs.evolve(each, part_of=each.part_of if each.part_of in known else None)
        for each in communities
    ]
    codes = draw(own.unique(own.codes(), lambda each: each.id, most=3))
    return Registry.of(settled, codes=codes)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    registries(),
    st.lists(st.sampled_from(PARTICIPANTS), min_size=1, max_size=8, unique=True),
    st.lists(own.words(Activity), min_size=1, max_size=5, unique=True),
    own.days(),
    st.sampled_from([None, "for", "about", "private"]),
    st.sampled_from([None, "GB", "US"]),
)
def test_the_matrix_is_what_asking_one_by_one_gives(
    registry: Registry,
    actors: list[Actor],
    activities: list[Activity],
    on: date,
    capacity: str | None,
    country: str | None,
) -> None:
    asked: dict[str, Any] = {
        "actors": actors,
        "activities": activities,
        "on": on,
        "capacity": capacity,
        "country": country,
    }

    assert list(matrix(registry, **asked)) == one_by_one(registry, **asked)


@pytest.mark.parametrize("on", [DAY, "2012-06-01"])
def test_the_matrix_of_what_ships_is_what_asking_one_by_one_gives(on: str) -> None:
    registry = load()
    chosen = random.Random(4).sample(list(registry), 12)
    asked: dict[str, Any] = {"communities": chosen, "on": on}

    assert list(matrix(registry, **asked)) == one_by_one(registry, **asked)


def test_the_matrix_is_what_query_gives() -> None:
    registry = load()
    actor, activity = Actor.PHARMACEUTICAL_COMPANY, Activity.SURVEY
    cells = matrix(registry, actors=[actor], activities=[activity], on=DAY)
    rows = query(registry, actor=actor, activity=activity, on=DAY)

    assert {cell.community: (cell.verdict, cell.certainty) for cell in cells} == {
        row.community: (row.verdict, row.certainty) for row in rows
    }


#: Registries in which two questions look alike and are not.
ALMOST_ALIKE = {
    "an exception": [
        community("c", {"stance": "prohibited", "except": {"actors": ["physician"]}})
    ],
    "a condition that names an actor": [
        community("c", {"conditions": [{"term": "is", "actor": "nurse"}]})
    ],
    "a permission that sets aside": [
        community(
            "c",
            {"stance": "prohibited"},
            {"actors": ["patient"], "overrides": ["r0"]},
        )
    ],
    "terms that collide": [
        community(
            "c",
            {"actors": ["industry"], "conditions": [{"term": "disclose-in-username"}]},
            {
                "actors": ["agency"],
                "stance": "required",
                "conditions": [{"term": "name-without-company"}],
            },
        )
    ],
    "whose product": [
        community(
            "c",
            {"actors": ["industry"]},
            {"actors": ["industry"], "stance": "prohibited", "about": "own"},
        )
    ],
    "a text seen in part": [
        community("whole"),
        community("part", sources=[{"id": "t", "title": "T", "extent": "part"}]),
        community("none", sources=[]),
    ],
    "a day before": [
        community("old"),
        community("new", sources=[{"id": "t", "title": "T", "date": "2027"}]),
    ],
    "a venue that sets aside what a code says": [
        community("c", {"actors": ["industry"], "overrides": ["law#r0"]}),
        community("d", {"actors": ["industry"]}),
        code("law", {"stance": "prohibited"}),
    ],
    "a code of another country": [
        community("home", countries=["DE"]),
        community("away", countries=["FR"]),
        code("law", {"stance": "prohibited"}, countries=["DE"]),
    ],
    "a code that binds a few": [
        community("c", {"actors": ["industry"]}),
        code("law", {"stance": "prohibited"}, binds={"actors": ["agency"]}),
    ],
    "an organisation with the name of a kind": [
        community(
            "c",
            {"stance": "prohibited", "except": {"actors": ["operator"]}},
            operator={"name": "Any", "organization": "any-agency"},
        ),
        code(
            "own",
            {"stance": "discouraged"},
            kind="company-code",
            issuer={"name": "Maker", "organization": "maker"},
            binds={"actors": ["everyone"]},
        ),
        Organization(
            id="any-agency",
            name="Any",
            kind=Actor.AGENCY,
            names=Names(strong=("Any",)),
            parents=(Parent(organization="maker"),),
        ),
        Organization(
            id="maker",
            name="Maker",
            kind=Actor.PHARMACEUTICAL_COMPANY,
            names=Names(strong=("Maker",)),
        ),
    ],
}


@pytest.mark.parametrize("entries", ALMOST_ALIKE.values(), ids=list(ALMOST_ALIKE))
def test_what_only_looks_alike_is_asked_apart(entries: list[Any]) -> None:
    registry = Registry.of().plus(*entries)
    asked: dict[str, Any] = {"on": DAY, "capacity": None}
    cells = list(matrix(registry, **asked))

    assert cells == one_by_one(registry, **asked)
    assert len({cell[3:] for cell in cells}) > 1


# --- what is asked ----------------------------------------------------------------


@pytest.fixture
def registry() -> Registry:
    return Registry.of(
        [
            community("a", {"actors": ["industry"]}, aliases=["first"]),
            community("b", {"stance": "prohibited"}),
        ]
    )


def test_cells_come_by_community_actor_and_activity(registry: Registry) -> None:
    cells = list(
        matrix(
            registry,
            actors=["agency", "patient", "agency"],
            activities=["post", "join"],
            on=DAY,
        )
    )

    assert cells[0] == Cell(
        "a", Actor.AGENCY, Activity.POST, Verdict.PERMITTED, Certainty.STATED
    )
    assert [(cell.community, cell.actor, cell.activity) for cell in cells] == [
        (one, actor, activity)
        for one in ("a", "b")
        for actor in ("agency", "patient")
        for activity in ("post", "join")
    ]


def test_every_actor_that_can_declare_is_asked_about_every_standard_activity(
    registry: Registry,
) -> None:
    cells = list(matrix(registry, on=DAY))

    assert len(cells) == len(registry) * len(PARTICIPANTS) * len(STANDARD_ACTIVITIES)
    assert Actor.OPERATOR not in PARTICIPANTS
    assert set(PARTICIPANTS) == set(Actor) - {Actor.OPERATOR}


def test_communities_can_be_chosen(registry: Registry) -> None:
    cells = matrix(registry, communities=["first"], on=DAY)

    assert {cell.community for cell in cells} == {"a"}


def test_a_place_that_nobody_claims_is_answered_too(registry: Registry) -> None:
    cells = matrix(registry, communities=["https://nowhere.org/"], on=DAY)

    assert {cell.verdict for cell in cells} == {Verdict.UNSTATED}


def test_a_platform_is_answered_under_its_own_name() -> None:
    policy = code("reddit", {"stance": "prohibited"}, kind="platform-policy")
    registry = Registry.of([community("a")], codes=[policy])
    cells = list(matrix(registry, communities=["reddit"], on=DAY))

    assert cells == one_by_one(registry, communities=["reddit"], on=DAY)
    assert {cell.verdict for cell in cells} == {Verdict.PROHIBITED, Verdict.UNSTATED}


def test_nothing_asked_is_nothing_answered(registry: Registry) -> None:
    assert list(matrix(registry, communities=[], on=DAY)) == []
    assert list(matrix(registry, actors=[], on=DAY)) == []
    assert list(matrix(Registry.of(), on=DAY)) == []


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"actors": ["pharma"]}, UnknownWordError),
        ({"actors": ["operator"]}, UnknownWordError),
        ({"activities": ["posting"]}, UnknownWordError),
        ({"capacity": "with"}, UnknownWordError),
        ({"country": "Sweden"}, UnknownWordError),
        ({"communities": ["c"]}, UnknownIdentifierError),
        ({"on": "2026-11"}, InvalidDateError),
    ],
    ids=str,
)
def test_a_wrong_word_is_refused_before_anything_is_asked(
    registry: Registry, asked: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        matrix(registry, **asked)


# --- the command ------------------------------------------------------------------


def run(*words: str) -> Result:
    few = ["--topic", "type-2-diabetes", "--actor", "agency", "--on", DAY]
    return CliRunner().invoke(command, [*few, *words], standalone_mode=False)


def test_the_command_prints_the_same_in_every_form() -> None:
    chosen = [each.id for each in load().about("type-2-diabetes")]
    cells = [
        [str(word) for word in cell]
        for cell in matrix(load(), communities=chosen, actors=["agency"], on=DAY)
    ]
    table, lines, document = (
        run("--format", form).stdout for form in ("table", "csv", "json")
    )

    assert [row.split() for row in table.splitlines()] == [list(Cell._fields), *cells]
    assert list(csv.reader(lines.splitlines())) == [list(Cell._fields), *cells]
    assert [list(each.values()) for each in json.loads(document)] == cells


@pytest.mark.parametrize(
    ("form", "out"),
    [("table", ""), ("csv", ",".join(Cell._fields) + "\n"), ("json", "[]\n")],
)
def test_the_command_says_where_no_community_fits(form: str, out: str) -> None:
    done = run("--language", "tlh", "--format", form)

    assert (done.return_value, done.stdout) == (1, out)
    assert done.stderr == "No community fits.\n"


def test_the_command_asks_every_community_unless_some_are_chosen() -> None:
    words = ["--activity", "post", "--actor", "agency", "--format", "csv"]
    done = CliRunner().invoke(command, words, standalone_mode=False)

    assert len(done.stdout.splitlines()) == 1 + len(load())
