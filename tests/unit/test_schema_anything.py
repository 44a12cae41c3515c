"""Whatever there may be: validation never stumbles, and what it lets pass loads."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure_registry.canonical import spell
from disclosure_registry.codec import code_from, community_from, disclosure_from
from disclosure_registry.schema import KINDS, Level, Problem, validate, validate_files
from disclosure_registry.schema._load import joined
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    ConditionTerm,
    Relationship,
    Stance,
)

CASES = Path(__file__).parent.parent / "cases" / "valid"
ENTRIES = [json.loads(path.read_text("utf-8")) for path in sorted(CASES.glob("*.json"))]

WORDS = st.sampled_from(
    [
        str(word)
        for words in (Activity, Actor, ConditionTerm, Relationship, Stance)
        for word in words
    ]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | WORDS
    | st.text(max_size=20)
    | st.sampled_from(["2013-11", "2013/2010", "P3Y", "guidelines", "no-promotion"])
)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(WORDS | st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def errors(found: tuple[Problem, ...]) -> list[str]:
    return [str(problem) for problem in found if problem.level is Level.ERROR]


def places(value: object, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The steps to every value within a document."""
    found = [steps]
    if isinstance(value, dict):
        for name, item in value.items():
            found += places(item, (*steps, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += places(item, (*steps, index))
    return found


@st.composite
def damaged_entries(draw: st.DrawFn) -> dict[str, Any]:
    """A valid entry with some values replaced, taken out, doubled or added."""
    entry: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(ENTRIES)))
    for _ in range(draw(st.integers(0, 3))):
        steps = draw(st.sampled_from(places(entry)[1:]))
        inside: Any = entry
        for step in steps[:-1]:
            inside = inside[step]
        act = draw(st.sampled_from(("replace", "remove", "double", "add")))
        if act == "replace":
            inside[steps[-1]] = draw(JSON)
        elif act == "remove":
            del inside[steps[-1]]
        elif isinstance(inside, list):
            inside.append(copy.deepcopy(inside[-1]) if act == "double" else draw(JSON))
        else:
            inside[draw(WORDS | st.text(max_size=8))] = draw(JSON)
        if len(places(entry)) == 1:
            break
    return entry


@given(JSON, st.sampled_from(KINDS))
def test_any_document_of_any_kind_is_answered(document: object, kind: str) -> None:
    text = json.dumps(document, indent=2)

    for problem in validate(document, kind, text=text, name="x.json"):
        assert problem.message
        assert problem.line is not None
        assert len(problem.message) < 1000


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(damaged_entries())
def test_an_entry_without_errors_loads(entry: dict[str, Any]) -> None:
    schema = str(entry.get("$schema", ""))
    kind = "code" if "code" in schema or "binds" in entry else "community"

    if not errors(validate(entry, kind)):
        (code_from if kind == "code" else community_from)(entry)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(damaged_entries())
def test_problems_are_found_wherever_lines_are_known(entry: dict[str, Any]) -> None:
    text = spell(entry, "community")
    with_text = validate(json.loads(text), "community", text=text)
    without = validate(json.loads(text), "community")

    assert {one.message for one in with_text} == {one.message for one in without}
    assert all(one.line is not None for one in with_text)


@given(st.binary(max_size=200) | JSON.map(lambda one: json.dumps(one).encode()))
def test_any_file_is_answered(tmp_path_factory: Any, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("data") / "communities"
    folder.mkdir()
    path = folder / "x.json"
    path.write_bytes(data)

    report = validate_files([path])

    assert report.files == 1
    assert report.errors


def test_the_example_of_a_disclosure_loads() -> None:
    for example in joined("disclosure")["examples"]:
        disclosure_from(example)
