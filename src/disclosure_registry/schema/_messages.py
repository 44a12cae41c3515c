"""Errors of the schema library in the words of those who edit entries.

They know fields, lists and texts, not properties, arrays and strings.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypedDict

import attrs

from disclosure_registry.schema._load import Schema, terms
from disclosure_registry.schema._problem import Problem, pointer
from disclosure_registry.schema._words import LISTS, did_you_mean, either, nearest
from disclosure_registry.vocabulary import CONDITION_PARAMETERS, ConditionTerm

if TYPE_CHECKING:
    from jsonschema import ValidationError

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


@attrs.frozen
class Fault:
    """An error of the schema library: which keyword wanted what, and found what."""

    keyword: str
    wanted: Any
    instance: Any
    schema: Schema
    steps: tuple[str | int, ...]
    schema_steps: tuple[str | int, ...]
    text: str

    @staticmethod
    def of(error: ValidationError) -> Fault:
        """The facts of an error."""
        return Fault(
            keyword=str(error.validator),
            wanted=error.validator_value,
            instance=error.instance,
            schema=error.schema if isinstance(error.schema, dict) else {},
            steps=tuple(error.absolute_path),
            schema_steps=tuple(error.absolute_schema_path),
            text=error.message,
        )

    @property
    def where(self) -> _Where:
        """The place, as fields of a problem."""
        names = [step for step in self.steps if isinstance(step, str)]
        return {"pointer": pointer(*self.steps), "field": names[-1] if names else ""}


class _Where(TypedDict):
    pointer: str
    field: str


Maker = Callable[[Fault], Problem]


def problems(error: ValidationError) -> Iterator[Problem]:
    """The problems that one error of the schema library stands for."""
    if error.context:
        yield from _of_the_nearest_branch(error)
    else:
        fault = Fault.of(error)
        if _follows_from_an_unknown_term(fault):
            return
        make = _MAKERS.get(fault.keyword, _otherwise)
        yield make(fault)


def _follows_from_an_unknown_term(fault: Fault) -> bool:
    """Of a condition that nobody knows nobody knows the parameters."""
    return "dependentSchemas" in fault.schema_steps and not (
        isinstance(fault.instance, str) and fault.instance in set(ConditionTerm)
    )


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


def _thing(schema: Schema) -> str:
    """What a closed object is, as it stands in a sentence: `a rule`."""
    title = str(schema["title"]).lower()
    if title.endswith(("s", "evidence")):
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


def _unknown_field(fault: Fault) -> Problem:
    where = fault.where
    schema = fault.schema
    known = tuple(schema.get("properties", {}))
    close = nearest(where["field"], known)
    missing = tuple(name for name in close if name not in fault.instance)
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


def _missing_field(fault: Fault) -> Problem:
    where = fault.where
    name = _missing_name(fault)
    schema = fault.schema
    properties: Mapping[str, Any] = schema.get("properties", {})
    example = _example(properties.get(name, {}))
    return Problem(
        check="missing-field",
        message=f'the field "{name}" is missing{_because(fault)}{example}',
        pointer=where["pointer"],
        field=name,
        expected=f'the field "{name}"',
    )


def _missing_name(fault: Fault) -> str:
    # The library words it "'name' is a required property", a sentence per name.
    names: list[str] = [name for name in fault.wanted if name not in fault.instance]
    return next((one for one in names if fault.text.startswith(repr(one))), names[0])


def _because(fault: Fault) -> str:
    """Why a field is needed that is not always needed."""
    found = fault.instance
    if "then" not in fault.schema_steps:
        return ""
    for name in ("stance", "term", "kind"):
        if name in found:
            return f', which "{found[name]}" needs'
    is_source = "sources" in fault.steps
    return ", which a source without a web address needs" if is_source else ""


def _example(schema: Schema) -> str:
    examples = schema.get("examples", ())
    if not examples or not isinstance(examples[0], str | int):
        return ""
    return f" (for example {shown(examples[0])})"


def _unknown_word(fault: Fault) -> Problem:
    where = fault.where
    if "dependentSchemas" in fault.schema_steps:
        return _stray_parameter(fault)
    known = tuple(word for word in fault.wanted if isinstance(word, str))
    name = _list_name(tuple(known))
    close = nearest(fault.instance, known, name)
    noun = LISTS[name][0] if name in LISTS else "possible here"
    hint = did_you_mean(close)
    if not hint and len(known) <= _FEW:
        hint = f"; it can be {either(known)}"
    elif not hint and name in LISTS and LISTS[name][1]:
        hint = f"; the words are in data/vocabulary/{LISTS[name][1]}.json"
    return Problem(
        check="unknown-word",
        message=f"{shown(fault.instance)} is not {noun}{hint}",
        found=fact(fault.instance),
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


def _stray_parameter(fault: Fault) -> Problem:
    path = list(fault.schema_steps)
    name = str(path[len(path) - 1 - path[::-1].index("dependentSchemas") + 1])
    steps = list(fault.steps)[:-1]
    takes = tuple(CONDITION_PARAMETERS.get(ConditionTerm(str(fault.instance)), ()))
    hint = f"; it takes {either(takes)}" if takes else " and no other field"
    return Problem(
        check="stray-parameter",
        message=f'the condition {shown(fault.instance)} takes no "{name}"{hint}',
        pointer=pointer(*steps, name),
        field=name,
        found=fact(fault.instance),
        expected="a field that the condition takes",
        known=takes,
    )


def _wrong_type(fault: Fault) -> Problem:
    wanted = fault.wanted
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    expected = " or ".join(_TYPES[kind] for kind in kinds)
    return Problem(
        check="wrong-type",
        message=f"expected {expected}, found {shown(fault.instance)}",
        found=fact(fault.instance),
        expected=expected,
        **fault.where,
    )


def _wrong_form(fault: Fault) -> Problem:
    schema = fault.schema
    described = str(schema.get("$comment") or schema.get("description", ""))
    form = described.partition(". ")[0].rstrip(".")
    if not str(fault.instance).strip():
        message = "nothing stands between the quotation marks"
    elif str(fault.instance) != str(fault.instance).strip():
        message = f"{shown(fault.instance)} begins or ends with a space"
    else:
        message = (
            f"{shown(fault.instance)} does not fit: expected {form[:1].lower()}"
            f"{form[1:]}{_example(schema)}"
        )
    return Problem(
        check="wrong-form",
        message=message,
        found=fact(fault.instance),
        expected=form,
        **fault.where,
    )


def _too_long(fault: Fault) -> Problem:
    return Problem(
        check="too-long",
        message=f"{len(fault.instance):,} characters are too many; at most "
        f"{fault.wanted:,} fit",
        expected=f"at most {fault.wanted} characters",
        **fault.where,
    )


def _too_few(fault: Fault) -> Problem:
    least = fault.wanted
    if fault.instance:
        message = f"expected at least {least}, found {len(fault.instance)}"
    else:
        message = "nothing stands here; leave the field out instead"
        field = fault.where["field"]
        if field in ("sources", "evidence", "actors", "activities", "places"):
            message = f"at least one of the {field} is needed"
    return Problem(
        check="too-few",
        message=message,
        expected=f"at least {least}",
        **fault.where,
    )


def _twice(fault: Fault) -> Problem:
    seen: set[str] = set()
    again = []
    for item in fault.instance:
        spelt = json.dumps(item, sort_keys=True)
        if spelt in seen:
            again.append(item)
            break
        seen.add(spelt)
    return Problem(
        check="twice",
        message=f"{shown(again[0]) if again else 'something'} stands here twice",
        found=fact(again[0]) if again else None,
        expected="each once",
        **fault.where,
    )


def _out_of_range(fault: Fault) -> Problem:
    least = fault.keyword == "minimum"
    expected = f"{'at least' if least else 'at most'} {fault.wanted}"
    return Problem(
        check="out-of-range",
        message=f"expected {expected}, found {shown(fault.instance)}",
        found=fact(fault.instance),
        expected=expected,
        **fault.where,
    )


def _not_here(fault: Fault) -> Problem:
    where = fault.where
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


def _constant(fault: Fault) -> Problem:
    wanted = fault.wanted
    return Problem(
        check="unknown-word",
        message=f"expected {shown(wanted)}, found {shown(fault.instance)}",
        found=fact(fault.instance),
        expected=shown(wanted),
        known=(wanted,) if isinstance(wanted, str) else (),
        **fault.where,
    )


def _otherwise(fault: Fault) -> Problem:
    """A keyword without words of its own: the library's sentence."""
    return Problem(check="schema", message=fault.text, **fault.where)


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
