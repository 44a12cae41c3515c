"""The cases of tests/cases/affiliation: a file dropped there is a test."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import disclosure_registry as dr
from disclosure_registry.affiliation import Function, Reader, read_phrases
from disclosure_registry.loading import load_reader
from disclosure_registry.vocabulary import Capacity

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "tests" / "cases" / "affiliation").glob("*.json"))
PHRASES = sorted((ROOT / "data" / "phrases").glob("*.json"))


@cache
def reader() -> Reader:
    return load_reader(dr.load())


def _cases() -> list[Any]:
    found: list[Any] = []
    for path in CASES:
        document = json.loads(path.read_text("utf-8"))
        found.extend(
            pytest.param(case, id=f"{path.stem}: {case['text'][:60]}")
            for case in document["cases"]
        )
    return found


@pytest.mark.parametrize("case", _cases())
def test_a_declaration_is_read_as_its_case_says(case: dict[str, Any]) -> None:
    disclosure = reader().read(case["text"])
    found = sorted(
        (
            claim.organization.id if claim.organization else "",
            claim.relationship,
            claim.status,
        )
        for claim in disclosure.affiliations
    )
    expected = sorted(
        (claim["organization"] or "", claim["relationship"], claim["status"])
        for claim in case["affiliations"]
    )
    assert found == expected
    assert disclosure.industry_tied == case["industry_tied"]
    wanted = Capacity(case["capacity"]) if case["capacity"] else None
    assert disclosure.capacity is wanted
    assert disclosure.disclaimer is (wanted is Capacity.PRIVATE)
    personas = {str(persona.actor) for persona in disclosure.personas}
    assert personas.issuperset(case.get("personas", ()))


def test_there_are_enough_cases_of_each_kind() -> None:
    assert len(_cases()) >= 500
    assert len(CASES) >= 20


def test_every_rule_is_explained_in_words() -> None:
    # A rule without a sentence would be shown by its name.
    for case in _cases():
        disclosure = reader().read(case.values[0]["text"])
        explained = disclosure.explain()
        for claim in disclosure.affiliations:
            assert f"; {claim.rule}:" not in explained
            assert f"; {claim.rule}\n" not in explained


def _examples() -> list[Any]:
    found = []
    for path in PHRASES:
        phrases = read_phrases(json.loads(path.read_text("utf-8")), path.name)
        for cue, text, fires in phrases.examples:
            sign = "fires" if fires else "silent"
            label = f"{path.stem} {cue.function} {sign}: {text[:50]}"
            found.append(pytest.param(cue, text, fires, id=label))
    return found


@pytest.mark.parametrize(("cue", "text", "fires"), _examples())
def test_a_group_of_phrases_fires_where_its_examples_say(
    cue: Any, text: str, fires: bool
) -> None:
    disclosure = reader().read(text)
    if cue.function is Function.PERSONA:
        said = any(persona.actor is cue.actor for persona in disclosure.personas)
    elif cue.function in (Function.DISCLAIMER, Function.OPINION, Function.OWN):
        said = disclosure.disclaimer
    elif cue.function is Function.SPEAKS_FOR:
        said = disclosure.capacity is Capacity.FOR
    else:
        said = bool(disclosure.affiliations)
    assert said is fires


def test_every_language_has_examples() -> None:
    languages = {path.stem for path in PHRASES}
    assert languages == {"de", "en", "es", "fr", "it", "nl", "pt", "sv"}
    for path in PHRASES:
        assert read_phrases(json.loads(path.read_text("utf-8"))).examples, path.name
