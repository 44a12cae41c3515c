"""Errors of the schema library in the words of those who edit entries.

They know fields, lists and texts, not properties, arrays and strings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from jsonschema import ValidationError

from disclosure_registry.schema._load import Schema, terms
from disclosure_registry.schema._problem import Problem, pointer
from disclosure_registry.schema._words import LISTS, did_you_mean, either, nearest
from disclosure_registry.vocabulary import CONDITION_PARAMETERS

#: JSON type → what people call it.
_TYPES: Final = {
    "string": "text in quotation marks",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list in square brackets",
    "object": "fields in braces",
    "null": "null",
}

#: A longer list of known words is no help in a sentence.
_FEW: Final = 9

_LONGEST_SHOWN: Final = 80

Maker = Callable[[ValidationError], Problem]


def problems(error: ValidationError) -> Iterator[Problem]:
    """The problems that one error of the schema library stands for."""
    if error.context:
        yield from _of_the_nearest_branch(error)
    else:
        make = _MAKERS.get(str(error.validator), _otherwise)
        yield make(error)


def _of_the_nearest_branch(error: ValidationError) -> Iterator[Problem]:
    """Of alternatives that all fail, the one that got furthest says what is wrong."""
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    # A branch of the wrong type got nowhere; of the others the one with fewest errors.
    best = min(
        branches.values(),
        key=lambda found: (
            any(e.validator == "type" and not e.relative_path for e in found),
            len(found),
        ),
    )
    for inner in best:
        yield from problems(inner)


def _where(error: ValidationError) -> dict[str, Any]:
    steps = list(error.absolute_path)
    names = [step for step in steps if isinstance(step, str)]
    return {"pointer": pointer(*steps), "field": names[-1] if names else ""}


def _thing(schema: Schema) -> str:
    """What a schema describes, as it stands in a sentence: `a rule`."""
    title = str(schema.get("title", "this object")).lower()
    if title.startswith("this "):
        return title
    return ("an " if title[0] in "aeio" else "a ") + title


def shown(value: object) -> str:
    """A value as a message shows it: never pages of it."""
    if isinstance(value, dict):
        return "fields in braces"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, str):
        short = value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "…"
        return f'"{short}"'
    return str(value)[:_LONGEST_SHOWN]


def fact(value: object) -> str | int | float | bool | None:
    """A value as a problem keeps it: a plain one, short."""
    if isinstance(value, str):
        return value[:_LONGEST_SHOWN]
    if isinstance(value, bool | int | float):
        return value
    return None


def _unknown_field(error: ValidationError) -> Problem:
    where = _where(error)
    schema: Schema = _schema(error)
    known = tuple(schema.get("properties", {}))
    close = nearest(where["field"], known)
    missing = tuple(name for name in close if name not in error.instance)
    hint = did_you_mean(missing or close)
    if not hint and len(known) <= _FEW:
        hint = f"; the fields are {', '.join(known)}"
    return Problem(
        check="unknown-field",
        message=f'"{where["field"]}" is no field of {_thing(schema)}{hint}',
        expected="a known field",
        known=known,
        close=missing or close,
        **where,
    )


def _missing_field(error: ValidationError) -> Problem:
    where = _where(error)
    name = _missing_name(error)
    schema = _schema(error)
    properties: Mapping[str, Any] = schema.get("properties", {})
    example = _example(properties.get(name, {}))
    return Problem(
        check="missing-field",
        message=f'the field "{name}" is missing{_because(error)}{example}',
        pointer=where["pointer"],
        field=name,
        expected=f'the field "{name}"',
    )


def _missing_name(error: ValidationError) -> str:
    # The library words it "'name' is a required property", a sentence per name.
    names = [name for name in error.validator_value if name not in error.instance]
    return next(
        (name for name in names if error.message.startswith(repr(name))), names[0]
    )


def _because(error: ValidationError) -> str:
    """Why a field is needed that is not always needed."""
    found = error.instance
    if "then" not in error.absolute_schema_path:
        return ""
    for name in ("stance", "term", "kind"):
        if name in found:
            return f', which "{found[name]}" needs'
    return "" if "url" in found else ", which a source without a web address needs"


def _example(schema: Schema) -> str:
    examples = schema.get("examples", ())
    if not examples or not isinstance(examples[0], str | int):
        return ""
    return f" (for example {shown(examples[0])})"


def _unknown_word(error: ValidationError) -> Problem:
    where = _where(error)
    if "dependentSchemas" in error.absolute_schema_path:
        return _stray_parameter(error)
    known = tuple(word for word in error.validator_value if isinstance(word, str))
    name = _list_name(tuple(known))
    close = nearest(error.instance, known, name)
    noun = LISTS[name][0] if name in LISTS else "possible here"
    hint = did_you_mean(close)
    if not hint and len(known) <= _FEW:
        hint = f"; it can be {either(known)}"
    elif not hint and name in LISTS and LISTS[name][1]:
        hint = f"; the words are in data/vocabulary/{LISTS[name][1]}.json"
    return Problem(
        check="unknown-word",
        message=f"{shown(error.instance)} is not {noun}{hint}",
        found=fact(error.instance),
        expected=noun,
        known=known,
        close=close,
        **where,
    )


@cache
def _list_name(known: tuple[str, ...]) -> str:
    for name, schema in terms().items():
        if tuple(schema.get("enum", ())) == known:
            return name
    return "country" if "GB" in known and "US" in known else ""


def _stray_parameter(error: ValidationError) -> Problem:
    path = list(error.absolute_schema_path)
    name = str(path[len(path) - 1 - path[::-1].index("dependentSchemas") + 1])
    steps = list(error.absolute_path)[:-1]
    takes = tuple(CONDITION_PARAMETERS.get(error.instance, ()))
    hint = f"; it takes {either(takes)}" if takes else " and no other field"
    return Problem(
        check="stray-parameter",
        message=f'the condition {shown(error.instance)} takes no "{name}"{hint}',
        pointer=pointer(*steps, name),
        field=name,
        found=fact(error.instance),
        expected="a field that the condition takes",
        known=takes,
    )


def _wrong_type(error: ValidationError) -> Problem:
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    expected = " or ".join(_TYPES[kind] for kind in kinds)
    return Problem(
        check="wrong-type",
        message=f"expected {expected}, found {shown(error.instance)}",
        found=fact(error.instance),
        expected=expected,
        **_where(error),
    )


def _wrong_form(error: ValidationError) -> Problem:
    schema = _schema(error)
    form = str(schema.get("$comment") or schema.get("description", "")).rstrip(".")
    if not str(error.instance).strip():
        message = "nothing stands between the quotation marks"
    elif str(error.instance) != str(error.instance).strip():
        message = f"{shown(error.instance)} begins or ends with a space"
    else:
        message = (
            f"{shown(error.instance)} does not fit: expected {form[:1].lower()}"
            f"{form[1:]}{_example(schema)}"
        )
    return Problem(
        check="wrong-form",
        message=message,
        found=fact(error.instance),
        expected=form,
        **_where(error),
    )


def _too_long(error: ValidationError) -> Problem:
    return Problem(
        check="too-long",
        message=f"{len(error.instance):,} characters are too many; at most "
        f"{error.validator_value:,} fit",
        expected=f"at most {error.validator_value} characters",
        **_where(error),
    )


def _too_few(error: ValidationError) -> Problem:
    least = error.validator_value
    if error.instance:
        message = f"expected at least {least}, found {len(error.instance)}"
    else:
        message = "nothing stands here; leave the field out instead"
        field = _where(error)["field"]
        if field in ("sources", "evidence", "actors", "activities", "places"):
            message = f"at least one of the {field} is needed"
    return Problem(
        check="too-few",
        message=message,
        expected=f"at least {least}",
        **_where(error),
    )


def _twice(error: ValidationError) -> Problem:
    items = error.instance
    again = [item for place, item in enumerate(items) if item in items[:place]]
    return Problem(
        check="twice",
        message=f"{shown(again[0]) if again else 'something'} stands here twice",
        found=fact(again[0]) if again else None,
        expected="each once",
        **_where(error),
    )


def _out_of_range(error: ValidationError) -> Problem:
    least = error.validator == "minimum"
    expected = f"{'at least' if least else 'at most'} {error.validator_value}"
    return Problem(
        check="out-of-range",
        message=f"expected {expected}, found {shown(error.instance)}",
        found=fact(error.instance),
        expected=expected,
        **_where(error),
    )


def _not_here(error: ValidationError) -> Problem:
    where = _where(error)
    reasons = {
        "yields": "stands only on the rules of a code",
        "conditions": "goes with no rule that is permitted or prohibited: say "
        '"conditional" for leave, or "required" for a duty',
    }
    reason = reasons.get(where["field"], "does not belong here")
    return Problem(
        check="stray-field",
        message=f'the field "{where["field"]}" {reason}',
        expected="no such field",
        **where,
    )


def _constant(error: ValidationError) -> Problem:
    wanted = error.validator_value
    return Problem(
        check="unknown-word",
        message=f"expected {shown(wanted)}, found {shown(error.instance)}",
        found=fact(error.instance),
        expected=shown(wanted),
        known=(wanted,) if isinstance(wanted, str) else (),
        **_where(error),
    )


def _otherwise(error: ValidationError) -> Problem:
    """A keyword without words of its own: the library's sentence."""
    return Problem(check="schema", message=error.message, **_where(error))


def _schema(error: ValidationError) -> Schema:
    return error.schema if isinstance(error.schema, dict) else {}


_MAKERS: Final[Mapping[str, Maker]] = {
    "additionalProperties": _unknown_field,
    "unevaluatedProperties": _unknown_field,
    "required": _missing_field,
    "enum": _unknown_word,
    "const": _constant,
    "not": _not_here,
    "type": _wrong_type,
    "pattern": _wrong_form,
    "minLength": _wrong_form,
    "maxLength": _too_long,
    "minItems": _too_few,
    "minProperties": _too_few,
    "uniqueItems": _twice,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
}
