"""What the README says of the data is so."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import disclosure_registry as dr
from disclosure_registry.model import Source
from disclosure_registry.query import query
from disclosure_registry.vocabulary import (
    STANDARD_ACTIVITIES,
    Actor,
    Basis,
    Extent,
    Verdict,
    Via,
)

_TEXT = " ".join(
    (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").split()
)

if TYPE_CHECKING:
    from collections.abc import Callable

#: How far the data may run ahead of "more than N" before the README looks stale.
_GROWTH = 1.5
#: Percentage points by which "about N %" may be wrong.
_ROUNDING = 5


def _told(pattern: str) -> str:
    found = re.search(pattern, _TEXT)
    assert found is not None, f"the README no longer says {pattern!r}"
    return found[1].replace(",", "")


def _entries() -> list[dr.Community | dr.Code]:
    registry = dr.load()
    return [*registry.values(), *registry.codes.values()]


def _sources() -> list[Source]:
    return [source for entry in _entries() for source in entry.sources]


def _per_cent(part: int, whole: int) -> float:
    return 100 * part / whole


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        (r"more than ([\d,]+) communities", lambda: len(dr.load())),
        (r"some ([\d,]+) codes", lambda: len(dr.load().codes)),
        (r"more than ([\d,]+) rules", lambda: sum(len(e.rules) for e in _entries())),
        (r"more than ([\d,]+) organisations", lambda: len(dr.load().organizations)),
    ],
    ids=["communities", "codes", "rules", "organisations"],
)
def test_the_registry_holds_as_many_as_the_readme_says(
    pattern: str, count: Callable[[], int]
) -> None:
    said = int(_told(pattern))
    assert said <= count() <= said * _GROWTH


def test_the_readme_counts_the_languages() -> None:
    spoken = Counter(
        language for community in dr.load().values() for language in community.languages
    )
    assert len(spoken) > int(_told(r"in more than (\d+) languages"))
    in_english = _per_cent(spoken["en"], len(dr.load()))
    said = int(_told(r"about (\d+) % of them in English"))
    assert in_english == pytest.approx(said, abs=_ROUNDING)


@pytest.mark.parametrize(
    ("pattern", "via"),
    [
        (r"about (\d+) % of the sources were read in an archived", Via.ARCHIVE),
        (r"archived copy and (\d+) % as quoted", Via.QUOTATION),
    ],
    ids=["archived", "quoted"],
)
def test_the_readme_says_how_the_sources_were_seen(pattern: str, via: Via) -> None:
    sources = _sources()
    share = _per_cent(sum(source.via is via for source in sources), len(sources))
    assert share == pytest.approx(int(_told(pattern)), abs=_ROUNDING)


def test_the_readme_says_how_much_of_the_sources_was_seen() -> None:
    sources = _sources()
    part = sum(source.extent is Extent.PART for source in sources)
    said = int(_told(r"about (\d+) % of the sources were seen in part"))
    assert _per_cent(part, len(sources)) == pytest.approx(said, abs=_ROUNDING)


def test_the_readme_says_how_many_rules_are_stated() -> None:
    rules = [rule for entry in _entries() for rule in entry.rules]
    stated = sum(rule.basis is Basis.STATED for rule in rules)
    said = int(_told(r"about (\d+) % of the rules are stated"))
    assert _per_cent(stated, len(rules)) == pytest.approx(said, abs=_ROUNDING)


def test_the_readme_says_how_old_the_sources_are() -> None:
    sources = _sources()
    seen = [source.seen.earliest for source in sources if source.seen]
    assert f"{min(seen):%B %Y}" == _told(r"looked at from (\w+ \d{4}) on")
    years = [source.date.earliest.year for source in sources if source.date]
    assert f"{min(years) // 10}0" == _told(r"the oldest from the (\d{4})s")
    dated = sum(source.date is not None for source in sources)
    said = int(_told(r"about (\d+) % carry a date"))
    assert _per_cent(dated, len(sources)) == pytest.approx(said, abs=_ROUNDING)


def test_the_readme_says_how_often_there_is_an_answer() -> None:
    verdicts = Counter(
        row.verdict
        for activity in STANDARD_ACTIVITIES
        for row in query(
            dr.load(),
            actor=Actor.PHARMACEUTICAL_COMPANY,
            activity=activity,
            on="2026-11-26",
        )
    )
    total = verdicts.total()
    assert len(STANDARD_ACTIVITIES) == int(_told(r"each of (\d+) activities"))
    for verdict in (
        Verdict.UNSTATED,
        Verdict.PROHIBITED,
        Verdict.ASK_FIRST,
        Verdict.CANNOT_TELL,
    ):
        said = int(_told(rf"(\d+) % (?:of the answers are )?`{verdict}`"))
        got = _per_cent(verdicts[verdict], total)
        assert got == pytest.approx(said, abs=_ROUNDING), verdict
    leave = verdicts[Verdict.CONDITIONAL] + verdicts[Verdict.PERMITTED]
    said = int(_told(r"(\d+) % `conditional` or `permitted`"))
    assert _per_cent(leave, total) == pytest.approx(said, abs=_ROUNDING)
