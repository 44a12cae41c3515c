"""Which limits undo a permission: those that cover something it names."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure_registry.schema._contradictions import undoes


def limit(**more: object) -> dict[str, Any]:
    return {
        "id": "limit",
        "actors": ["industry"],
        "activities": ["talk-about-product"],
        "stance": "prohibited",
        "basis": "stated",
        **more,
    }


def permission(**more: object) -> dict[str, Any]:
    return {**limit(id="permission", stance="permitted"), **more}


FROM = {"in_force": {"from": "2010"}}
UNTIL = {"in_force": {"until": "2010"}}
TO_MAY = {"in_force": {"until": "2010-05"}}

UNDONE = {
    "the same": ({}, {}),
    "a narrower actor": ({}, {"actors": ["biotech-company"]}),
    "one actor of two": ({}, {"actors": ["patient", "agency"]}),
    "a narrower activity": ({}, {"activities": ["name-prescription-medicine"]}),
    "an activity that includes it": ({}, {"activities": ["promote"]}),
    "one that includes it by way of another": (
        {"activities": ["join"]},
        {"activities": ["sell"]},
    ),
    "one activity of two": ({}, {"activities": ["read", "promote"]}),
    "a tie in a group": (
        {"relationships": ["financial"]},
        {"relationships": ["speaker"]},
    ),
    "those who belong, in a group": ({"relationships": ["any-tie"]}, {}),
    "a named capacity": ({"capacities": ["for"]}, {"capacities": ["for", "about"]}),
    "any capacity": ({}, {"capacities": ["private"]}),
    "any subject": ({}, {"about": "own"}),
    "the same subject": ({"about": "own"}, {"about": "own"}),
    "a day in common": (TO_MAY, {"in_force": {"from": "2010-04-01"}}),
    "a ban with an exception for others": ({"except": {"actors": ["patient"]}}, {}),
    "advice against it": ({"stance": "discouraged"}, {}),
    "leave to be asked": ({"stance": "permission-required"}, {}),
}

LEFT_STANDING = {
    "overridden": ({}, {"overrides": ["limit"]}),
    "another branch of actors": ({}, {"actors": ["patient"]}),
    "a broader actor": ({}, {"actors": ["everyone"]}),
    "a broader activity": (
        {"activities": ["name-prescription-medicine"]},
        {"activities": ["talk-about-product"]},
    ),
    "an included activity": ({"activities": ["promote"]}, {"activities": ["post"]}),
    "excepted actors": (
        {"actors": ["everyone"], "except": {"actors": ["industry"]}},
        {"actors": ["agency"]},
    ),
    "excepted ties": ({"except": {"relationships": ["belongs"]}}, {}),
    "an excepted tie": (
        {"relationships": ["paid"], "except": {"relationships": ["speaker"]}},
        {"relationships": ["speaker"]},
    ),
    "other ties": ({}, {"relationships": ["speaker"]}),
    "ties, where somebody without any is meant": (
        {"actors": ["everyone"], "relationships": ["any-tie"]},
        {"actors": ["patient"]},
    ),
    "one capacity of any": ({"capacities": ["for"]}, {}),
    "another capacity": ({"capacities": ["for"]}, {"capacities": ["private"]}),
    "one subject of any": ({"about": "rival"}, {}),
    "another subject": ({"about": "rival"}, {"about": "own"}),
    "earlier": (UNTIL, FROM),
    "later": (FROM, UNTIL),
    "an opinion": ({"basis": "opinion"}, {}),
    "an opinion against it": ({}, {"basis": "opinion"}),
    "the leave that is asked for": (
        {"stance": "permission-required"},
        {"stance": "conditional", "conditions": [{"term": "approval"}]},
    ),
}


@pytest.mark.parametrize(("one", "other"), UNDONE.values(), ids=UNDONE)
def test_a_limit_undoes_a_permission_that_it_covers(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert undoes(limit(**one), permission(**other))


@pytest.mark.parametrize(("one", "other"), LEFT_STANDING.values(), ids=LEFT_STANDING)
def test_a_limit_leaves_other_permissions_standing(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert not undoes(limit(**one), permission(**other))
