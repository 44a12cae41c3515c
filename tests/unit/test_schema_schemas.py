"""The schemas themselves: they explain every field, and they are closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from disclosure_registry.affiliation import WordClass, cues
from disclosure_registry.schema import KINDS, validate
from disclosure_registry.schema._load import joined, terms
from disclosure_registry.schema._words import LISTS
from disclosure_registry.vocabulary import CONDITION_PARAMETERS

SCHEMAS = Path(__file__).parents[2] / "schemas"
FILES = sorted(SCHEMAS.glob("*.schema.json"))
#: Written by tools/vocabulary.py: its lists have titles, its words need no example.
WRITTEN_BY_HAND = [path for path in FILES if path.name != "terms.schema.json"]

#: Keywords that take other schemas in place; fields that these add are not known to
#: the closed object around them.
IN_PLACE = ("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas")


def read(path: Path) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return schema


def subschemas(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for name, value in schema.items():
            if name not in ("examples", "const", "enum"):
                yield from subschemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from subschemas(value)


def fields(schema: dict[str, Any], base: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every named field of a closed object, with what a reference adds to it."""
    for one in subschemas(schema):
        if "unevaluatedProperties" in one or "additionalProperties" in one:
            for name, value in one.get("properties", {}).items():
                yield name, followed(value, base)


def followed(schema: dict[str, Any], base: Path) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    file, _, place = schema["$ref"].partition("#")
    path = base.parent / file if file else base
    target: Any = read(path)
    for step in filter(None, place.split("/")):
        target = target[step]
    return {**followed(target, path), **schema}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_schema_is_a_schema(path: Path) -> None:
    Draft202012Validator.check_schema(read(path))


@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=lambda path: path.name)
def test_every_field_has_a_title_a_description_and_an_example(path: Path) -> None:
    lacking = [
        (name, keyword)
        for name, value in fields(read(path), path)
        for keyword in ("title", "description", "examples")
        if not value.get(keyword) and value.get("not") != {}
    ]

    assert lacking == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_object_is_closed(kind: str) -> None:
    open_ones = [
        one.get("title", sorted(one["properties"]))
        for one in subschemas(joined(kind))
        if one.get("type") == "object"
        and "properties" in one
        and one.get("unevaluatedProperties") is not False
        and one.get("additionalProperties") is not False
    ]

    assert open_ones == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_schema_in_place_adds_a_field(kind: str) -> None:
    """The check of unknown fields looks at `properties` alone, see `_load`."""
    added = [
        (one.get("title"), name)
        for one in subschemas(joined(kind))
        if one.get("unevaluatedProperties") is False
        for keyword in IN_PLACE
        for inner in subschemas(one.get(keyword))
        for name in inner.get("properties", ())
        if name not in one["properties"] and inner.get("title") is None
    ]

    assert added == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_schema_is_valid(kind: str) -> None:
    for example in joined(kind).get("examples", ()):
        assert validate(example, kind) == ()


def test_the_examples_of_the_parts_are_valid() -> None:
    definitions = read(SCHEMAS / "common.schema.json")["$defs"]
    rules = joined("code")["properties"]["rules"]["items"]
    examples = {name: one["examples"][0] for name, one in rules["properties"].items()}
    conditional = {**examples, "id": "vendors-by-leave"}
    rule = definitions["rules"]["examples"][0][0]
    document = {
        **joined("code")["examples"][0],
        "rules": [conditional, rule],
        "sources": definitions["sources"]["examples"][0],
    }

    assert [str(one) for one in validate(document, "code")] == []


def test_a_condition_takes_the_parameters_of_the_vocabulary() -> None:
    condition = read(SCHEMAS / "common.schema.json")["$defs"]["condition"]
    by_schema = {
        (term, name)
        for name, schema in condition["dependentSchemas"].items()
        for term in schema["properties"]["term"]["enum"]
    }
    by_vocabulary = {
        (str(term), name)
        for term, names in CONDITION_PARAMETERS.items()
        for name in names
    }

    assert by_schema == by_vocabulary
    assert condition["properties"].keys() - {"term"} == {name for _, name in by_schema}


def test_every_list_of_words_has_a_name_for_messages() -> None:
    lists = {name for name, schema in terms().items() if "enum" in schema}

    assert lists <= LISTS.keys()


def test_the_phrases_schema_knows_what_the_reader_knows() -> None:
    cue = joined("phrases")["properties"]["cues"]["items"]["properties"]

    assert set(cue["function"]["enum"]) == set(map(str, cues.Function))
    assert set(cue["side"]["enum"]) == set(map(str, cues.Side))
    assert set(cue["flags"]["items"]["enum"]) == cues._FLAGS  # noqa: SLF001
    assert set(cue) == cues._KEYS  # noqa: SLF001
    words = joined("phrases")["properties"]["words"]["properties"]
    assert list(words) == list(map(str, WordClass))
