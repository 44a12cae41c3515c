"""The schemas, joined once, and the validators made from them.

Nothing here reaches the network: a reference leads to a file beside the one that holds
it. References are followed when a schema is loaded and not on each check, for following
them takes longer than checking what they lead to.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol
from urllib.parse import urldefrag, urljoin

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from disclosure_registry import resources
from disclosure_registry.errors import UnknownWordError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

Schema = dict[str, Any]

#: Kinds of document; each has a file `schemas/<kind>.schema.json`.
KINDS: Final = (
    "code",
    "community",
    "decision",
    "decision-cases",
    "disclosure",
    "organizations",
    "phrases",
    "problems",
    "rows",
    "found",
    "vocabulary",
)

_BASE: Final = "https://disclosure-registry.invalid/schemas/"


class Checker(Protocol):
    """What the rest of the room asks of a validator."""

    def iter_errors(self, instance: object, /) -> Iterator[ValidationError]:
        """Every error of a document."""


@cache
def checker(kind: str) -> Checker:
    """The validator for one kind of document (one of `KINDS`)."""
    made: Checker = _Validator(joined(kind))
    return made


@cache
def joined(kind: str) -> Schema:
    """The schema of a kind with every reference replaced by what it leads to.

    Raises:
        UnknownWordError: there is no such kind.
    """
    if kind not in KINDS:
        raise UnknownWordError("kinds of document", kind, nearest(kind, KINDS))
    name = f"{kind}.schema.json"
    schema = _read(name)
    made: Schema = _join(schema, _BASE + name, _registry())
    return made


@cache
def terms() -> dict[str, Schema]:
    """The lists of words by the name of their definition (`Stance`, `Actor` …)."""
    definitions: dict[str, Schema] = _read("terms.schema.json")["$defs"]
    return definitions


@cache
def _registry() -> Registry[Schema]:
    found = [
        (_BASE + file.name, DRAFT202012.create_resource(_read(file.name)))
        for file in resources.documents(resources.schemas())
    ]
    empty: Registry[Schema] = Registry()
    return empty.with_resources(found)


@cache
def _read(name: str) -> Schema:
    schema: Schema = json.loads(resources.schemas().joinpath(name).read_bytes())
    # The name alone says where references lead; an identifier would only differ.
    schema.pop("$id", None)
    return schema


def _join(schema: object, base: str, registry: Registry[Schema]) -> Any:  # noqa: ANN401  whatever JSON value a schema holds
    """A copy of the schema without `$ref`; what stands beside one is added to it."""
    if isinstance(schema, list):
        return [_join(item, base, registry) for item in schema]
    if not isinstance(schema, dict):
        return schema
    rest = {
        name: _join(value, base, registry)
        for name, value in schema.items()
        if name not in ("$ref", "$defs")
    }
    if "$ref" not in schema:
        return rest
    target = urljoin(base, schema["$ref"])
    return _beside(_target(target), rest)


@cache
def _target(address: str) -> Schema:
    """The joined schema that a reference leads to: one object for all references."""
    registry = _registry()
    found: Resource[Schema] | Schema = registry.resolver().lookup(address).contents
    joined_target: Schema = _join(found, urldefrag(address).url, registry)
    return joined_target


def _beside(target: Schema, rest: Schema) -> Schema:
    if not rest:
        return target
    if rest.keys() & target.keys() <= {"title", "description", "examples"}:
        # Of the form of a value the first description speaks, not that of its use.
        return {"$comment": target.get("description", ""), **target, **rest}
    return {**rest, "allOf": [*rest.get("allOf", ()), target]}


def _pattern(
    _validator: object, pattern: str, instance: object, _: Schema
) -> Iterator[ValidationError]:
    r"""`pattern` as ECMA 262 reads it: `$` is the very end and `\d` an ASCII digit."""
    if isinstance(instance, str) and not _compiled(pattern).search(instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    ending = re.sub(r"(?<!\\)\$(?=\)|\||$)", r"\\Z", pattern)
    return re.compile(ending.replace(r"\d", "[0-9]"))


def _enum(
    _validator: object, known: list[Any], instance: object, _: Schema
) -> Iterator[ValidationError]:
    """`enum` of words by look-up: every rule has a dozen of them."""
    # Of other values only null is ever among the known ones.
    if not isinstance(instance, str | None) or instance not in known:
        yield ValidationError(f"{instance!r} is not one of {known!r}")


def _other_fields(
    validator: Any,  # noqa: ANN401  the library's own class, which it does not name
    allowed: object,
    instance: object,
    schema: Schema,
) -> Iterator[ValidationError]:
    """Fields that the schema does not name, one error each where there may be none.

    Equal to the keywords of the standard as long as no schema in place adds fields to
    those of its parent; a test holds our schemas to that. The general keyword also
    reports a field that *is* named when its value is wrong.
    """
    if not isinstance(instance, dict):
        return
    known = schema.get("properties", {})
    for name in instance:
        if name in known:
            continue
        if allowed is False:
            yield ValidationError(f"{name!r} is unknown", path=(name,))
        else:
            yield from validator.descend(instance[name], allowed, path=name)


def _properties(
    validator: Any,  # noqa: ANN401
    properties: Schema,
    instance: object,
    _: Schema,
) -> Iterator[ValidationError]:
    """`properties`, without a descent into words and texts that are plainly right."""
    if isinstance(instance, dict):
        for name, schema in properties.items():
            if name in instance and not _plainly_right(schema, instance[name]):
                yield from validator.descend(
                    instance[name], schema, path=name, schema_path=name
                )


def _items(
    validator: Any,  # noqa: ANN401
    schema: Schema,
    instance: object,
    _: Schema,
) -> Iterator[ValidationError]:
    """`items`, without a descent into words and texts that are plainly right."""
    if isinstance(instance, list):
        for index, item in enumerate(instance):
            if not _plainly_right(schema, item):
                yield from validator.descend(item, schema, path=index)


def _plainly_right(schema: Schema, value: object) -> bool:
    """Whether a schema allows a word, a text or a list of these at first glance.

    False means: look closer. Nine in ten values are such, and the library takes twenty
    times as long to find nothing wrong with one.
    """
    if isinstance(value, list):
        return _plainly_right_list(schema, value)
    if not isinstance(value, str):
        return False
    known = schema.get("enum")
    if known is not None:
        return value in known and schema.keys() <= _OF_WORDS
    return (
        schema.get("type") == "string"
        and schema.keys() <= _OF_TEXTS
        and len(value) <= schema.get("maxLength", len(value))
        and len(value) >= schema.get("minLength", 0)
        and (
            "pattern" not in schema or bool(_compiled(schema["pattern"]).search(value))
        )
    )


def _plainly_right_list(schema: Schema, values: list[Any]) -> bool:
    return (
        schema.get("type") == "array"
        and schema.keys() <= _OF_LISTS
        and len(values) >= schema.get("minItems", 0)
        and all(
            isinstance(value, str) and _plainly_right(schema.get("items", {}), value)
            for value in values
        )
        and len(set(values)) == len(values)
    )


_NOTES: Final = frozenset(("title", "description", "examples", "$comment"))
_OF_WORDS: Final = _NOTES | {"enum"}
_OF_TEXTS: Final = _NOTES | {"type", "pattern", "minLength", "maxLength"}
_OF_LISTS: Final = _NOTES | {"type", "items", "minItems", "uniqueItems"}


_Validator: Final[Any] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {
        "properties": _properties,
        "items": _items,
        "pattern": _pattern,
        "enum": _enum,
        "unevaluatedProperties": _other_fields,
        "additionalProperties": _other_fields,
    },
)
