"""Each entry answers the standard questions, or lacks a fact of the person alone.

The standard questions are those of every actor that one can declare to be, about every
standard activity, speaking for whom they are tied to and from no country in particular.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

import disclosure_registry as dr
from disclosure_registry.coverage import newest_day
from disclosure_registry.decision import Decision, Standing, decide
from disclosure_registry.matching import Matcher
from disclosure_registry.matrix import PARTICIPANTS, Cell, matrix
from disclosure_registry.query import participant
from disclosure_registry.vocabulary import (
    STANDARD_ACTIVITIES,
    Activity,
    Actor,
    CodeKind,
    Fact,
    Verdict,
)

#: What only the person can say. The day is not theirs: an entry that leaves open
#: whether a rule holds on the day on which its texts were read is at fault itself.
FACTS_OF_THE_PERSON = frozenset(Fact) - {Fact.DAY}

#: Entries that may be in doubt of their own, by id, each with the reason. None is.
EXCEPTIONS: dict[str, str] = {}


@pytest.fixture(scope="module")
def registry() -> dr.Registry:
    return dr.load()


@pytest.fixture(scope="module")
def venues(registry: dr.Registry) -> list[str]:
    """Every entry that is a place: communities, and platforms by their policies."""
    policies = [
        code.id
        for code in registry.codes.values()
        if code.kind is CodeKind.PLATFORM_POLICY
    ]
    return list(dict.fromkeys([*registry, *policies]))


@pytest.fixture(scope="module")
def cells(registry: dr.Registry, venues: list[str]) -> list[Cell]:
    return list(matrix(registry, communities=venues, on=newest_day(registry)))


class Evaluator:
    """The plain evaluator, with one standing for each actor."""

    def __init__(self, registry: dr.Registry) -> None:
        self._matcher = Matcher(registry)
        circumstances = self._matcher.circumstances(
            on=newest_day(registry), capacity="for"
        )
        self._standings = {
            actor: Standing.of(participant(actor), circumstances)
            for actor in PARTICIPANTS
        }

    def decide(self, community: str, actor: Actor, activity: Activity) -> Decision:
        venue = self._matcher.venue(community)
        return decide(venue, self._standings[actor], activity)


@pytest.fixture(scope="module")
def evaluator(registry: dr.Registry) -> Evaluator:
    return Evaluator(registry)


def test_every_question_is_answered(cells: list[Cell], venues: list[str]) -> None:
    asked = len(venues) * len(PARTICIPANTS) * len(STANDARD_ACTIVITIES)

    assert len({cell[:3] for cell in cells}) == len(cells) == asked


def test_what_cannot_be_told_lacks_a_fact_of_the_person(
    cells: list[Cell], evaluator: Evaluator
) -> None:
    faults: dict[str, set[str]] = defaultdict(set)
    for cell in cells:
        if cell.verdict is Verdict.CANNOT_TELL:
            found = evaluator.decide(cell.community, cell.actor, cell.activity)
            facts = {missing.fact for missing in found.missing_facts}
            if not facts or facts - FACTS_OF_THE_PERSON:
                faults[cell.community].add(f"{cell.actor}, {cell.activity}: {facts}")

    assert {name: why for name, why in faults.items() if name not in EXCEPTIONS} == {}
    assert set(EXCEPTIONS) <= set(faults), "an exception that is none any more"


def test_every_entry_s_answer_can_be_told_whole(
    evaluator: Evaluator, venues: list[str]
) -> None:
    for place, community in enumerate(venues):
        # Another actor and activity for each: all of them are asked, none of all.
        actor = PARTICIPANTS[place % len(PARTICIPANTS)]
        activity = STANDARD_ACTIVITIES[place % len(STANDARD_ACTIVITIES)]
        found = evaluator.decide(community, actor, activity)

        assert found.explain()


def test_a_rule_in_doubt_of_its_day_would_be_found() -> None:
    """The companion: with a day before the texts, the fault is the entry's own."""
    registry = dr.load()
    cells = matrix(registry, communities=["tudiabetes"], on="1999-01-01")
    cell = next(cell for cell in cells if cell.verdict is Verdict.CANNOT_TELL)
    found = dr.match(
        cell.community,
        participant(cell.actor),
        cell.activity,
        on="1999-01-01",
        capacity="for",
    )

    assert Fact.DAY in {missing.fact for missing in found.missing_facts}
