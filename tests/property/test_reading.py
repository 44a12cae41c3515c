"""Laws of reading declarations."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given

import disclosure_registry as dr
from disclosure_registry.affiliation import Reader
from disclosure_registry.affiliation._silence import Silence
from disclosure_registry.loading import load_reader
from disclosure_registry.model import Disclosure
from disclosure_registry.text import clean, split
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, IndustryTie, Status
from strategies import declarations

ROOT = Path(__file__).resolve().parents[2]


@cache
def reader() -> Reader:
    return load_reader(dr.load())


@cache
def silence() -> Silence:
    ours = reader()
    return Silence(
        ours._phrases,  # noqa: SLF001
        ours._lexicon,  # noqa: SLF001
        ours._gazetteer,  # noqa: SLF001
        ours._chosen,  # noqa: SLF001
    )


@given(declarations())
def test_any_text_is_read_and_spans_prove_what_is_claimed(text: str) -> None:
    disclosure = reader().read(text)
    assert disclosure.text == text
    for claim in disclosure.affiliations:
        assert claim.span is not None
        assert text[claim.span.start : claim.span.stop] == claim.surface
        assert claim.surface.strip()
        if claim.cue is not None:
            assert text[claim.cue.start : claim.cue.stop]
    for persona in disclosure.personas:
        assert persona.span is not None
        assert text[persona.span.start : persona.span.stop] == persona.surface


@given(declarations())
def test_the_same_text_gives_the_same_disclosure(text: str) -> None:
    assert reader().read(text) == reader().read(text)


@given(declarations())
@example("People -> autorin-")
@example("stay per Sage Bionetworks musician")
def test_a_text_passed_over_has_nothing_to_say(text: str) -> None:
    if silence().covers(text):
        whole = reader()._read(clean(text), ())  # noqa: SLF001
        assert whole == Disclosure(text=text)


@given(declarations())
def test_yes_needs_a_tie_to_the_industry_that_holds_or_was_paid_once(text: str) -> None:
    disclosure = reader().read(text)
    if disclosure.industry_tied is IndustryTie.YES:
        assert any(
            (claim.kind in HEALTH_INDUSTRY or claim.candidates)
            and claim.status in (Status.CURRENT, Status.FORMER)
            for claim in disclosure.affiliations
        )


@given(declarations())
def test_words_lie_in_order_and_inside_the_text(text: str) -> None:
    cleaned = clean(text)
    words = split(cleaned.text)
    at = 0
    for start, stop in zip(words.starts, words.stops, strict=True):
        assert at <= start < stop <= len(cleaned.text)
        at = stop
        span = cleaned.span(start, stop)
        assert 0 <= span.start < span.stop <= len(text)


HOSTILE = [
    "A.B. reports (grants, ((fees)) and a) from Novartis, Foo Bar & Co., X; ",
    "employee of Novartis until 2015, ",
    "received fees from Novartis for lectures, ",
    "@pfizer#x ",
    "my wife, Novartis, ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_four_times_the_text_takes_about_four_times_the_time(unit: str) -> None:
    def taken(repeat: int) -> float:
        text = unit * repeat
        start = time.process_time()
        reader().read(text)
        return time.process_time() - start

    # Anything quadratic takes sixteen times as long. The best of three counts: the
    # collector may come upon a full heap in any of them.
    assert min(taken(4000) for _ in range(3)) < 10 * min(taken(1000) for _ in range(3))
