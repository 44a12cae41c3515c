"""What `match` takes and refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import disclosure_registry as dr
from disclosure_registry.matching import Matcher, day_of


def test_a_moment_is_its_day() -> None:
    assert day_of(datetime(2026, 1, 2, 3, 4, tzinfo=UTC)) == date(2026, 1, 2)
    assert day_of("2026-01-02") == date(2026, 1, 2)


@pytest.mark.parametrize("text", ["2026", "2026-13-01", "20260102", "soon", ""])
def test_anything_but_a_day_is_told_what_a_day_looks_like(text: str) -> None:
    with pytest.raises(dr.InvalidDateError, match="expected YYYY-MM-DD"):
        day_of(text)


def test_addresses_are_not_kept() -> None:
    matcher = Matcher(dr.load())
    for number in range(20):
        matcher.venue(f"https://forum.example.org/thread/{number}")

    assert "thread" not in repr(vars(matcher))


def test_a_long_word_is_not_shown_whole() -> None:
    secret = "I work at Roche and nobody is to know of it, not even here. " * 10

    with pytest.raises(dr.UnknownIdentifierError) as raised:
        dr.match(secret, "tudiabetes")

    assert len(str(raised.value)) < 400


@pytest.mark.parametrize("selector", ["approval:", "notify: "])
def test_a_condition_with_an_empty_value_is_refused(selector: str) -> None:
    with pytest.raises(dr.UnknownWordError):
        dr.match("tudiabetes", "Hello", met=[selector])


def test_the_nearest_word_is_also_found_by_what_people_say_instead() -> None:
    with pytest.raises(dr.UnknownWordError, match="direct-message"):
        dr.match("tudiabetes", "Hello", "private message")
