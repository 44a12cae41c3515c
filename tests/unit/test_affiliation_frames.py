"""Ways to say a tie, and ways to speak of a firm without one, in each language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import disclosure_registry as dr
from disclosure_registry import IndustryTie
from disclosure_registry.affiliation import Reader
from disclosure_registry.loading import load_reader

FRAMES = sorted((Path(__file__).parents[1] / "cases" / "frames").glob("*.json"))
#: A maker of drugs, a maker of devices, a name of two words.
FIRMS = ["Novartis", "Medtronic", "Boehringer Ingelheim"]


@cache
def reader() -> Reader:
    return load_reader(dr.load())


def _frames(answer: str) -> list[Any]:
    return [
        pytest.param(frame, id=f"{path.stem}: {frame}")
        for path in FRAMES
        for frame in json.loads(path.read_text("utf-8"))[answer]
    ]


@pytest.mark.parametrize("frame", _frames("yes"))
def test_a_tie_is_read(frame: str) -> None:
    for firm in FIRMS:
        text = frame.format(firm=firm)
        assert reader().read(text).industry_tied is IndustryTie.YES, text


@pytest.mark.parametrize("frame", _frames("no"))
def test_no_tie_is_read(frame: str) -> None:
    for firm in FIRMS:
        text = frame.format(firm=firm)
        assert reader().read(text).industry_tied is IndustryTie.NO, text


@pytest.mark.parametrize("frame", _frames("yes"))
def test_a_person_in_its_place_adds_no_tie(frame: str) -> None:
    # "Pharma rep for X" is tied without X.
    text, bare = frame.format(firm="Ann Other"), frame.format(firm="")
    read = reader().read
    tied = read(bare).industry_tied is IndustryTie.YES
    assert (read(text).industry_tied is IndustryTie.YES) <= tied, text


@pytest.mark.parametrize("path", FRAMES, ids=lambda path: path.stem)
def test_an_employer_without_a_name_is_read(path: Path) -> None:
    document = json.loads(path.read_text("utf-8"))
    assert len(document["employers"]) > len(FIRMS)
    for frame in document["employed"]:
        for employer in document["employers"]:
            text = frame.format(employer=employer)
            assert reader().read(text).industry_tied is IndustryTie.YES, text


@pytest.mark.parametrize("path", FRAMES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    ("trades", "answer"),
    [("trades", IndustryTie.YES), ("other_trades", IndustryTie.NO)],
)
def test_words_beside_a_firm_nobody_knows_tell_its_trade(
    path: Path, trades: str, answer: IndustryTie
) -> None:
    document = json.loads(path.read_text("utf-8"))
    for frame in document["described"]:
        for trade in document[trades]:
            text = frame.format(firm="Larkspur", trade=trade)
            assert reader().read(text).industry_tied is answer, text
