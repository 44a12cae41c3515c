"""The one spelling of a file.

Every file of data has one spelling, so that a change shows what changed and nothing
else: fields in the order of the documents' contract, sets of words in the order of
their vocabulary, nothing empty, two spaces, text as it is, a line end at the end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from disclosure_registry.vocabulary import (
    CONDITION_PARAMETERS,
    Activity,
    Actor,
    Capacity,
    Enforcement,
    Liable,
    Relationship,
)

if TYPE_CHECKING:
    from enum import StrEnum

__all__ = ["KINDS", "kind_of", "ordered", "spell"]

_Order: TypeAlias = Callable[[object], object]


def _as_is(value: object) -> object:
    return value


def _words(enum: type[StrEnum]) -> _Order:
    """Put a set of words in the order of their vocabulary, each once."""
    rank = {member.value: place for place, member in enumerate(enum)}

    def order(value: object) -> object:
        if not isinstance(value, list) or not all(isinstance(w, str) for w in value):
            return value
        # Unknown words keep their order, at the end: a check will name them.
        return sorted(dict.fromkeys(value), key=lambda word: rank.get(word, len(rank)))

    return order


def _fields(**orders: _Order) -> _Order:
    """Put the fields of an object in order; unknown ones follow as they came."""
    # A keyword cannot be written `except` or `$schema`.
    known = {_SPELT.get(name, name): order for name, order in orders.items()}

    def order(value: object) -> object:
        if not isinstance(value, dict):
            return value
        names = [name for name in known if name in value]
        names += [name for name in value if name not in known]
        pairs = ((name, known.get(name, _as_is)(value[name])) for name in names)
        return {name: item for name, item in pairs if not _is_empty(item)}

    return order


_SPELT: Final = {"schema": "$schema", "excepting": "except", "since": "from"}


def _is_empty(value: object) -> bool:
    # `is False`: a number 0 says something.
    return value is None or value is False or value in ("", [], {})


def _each(order: _Order) -> _Order:
    def each(value: object) -> object:
        return [order(item) for item in value] if isinstance(value, list) else value

    return each


def _condition(value: object) -> object:
    """Put a term first, then its parameters as the vocabulary lists them."""
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("any"), list):
        return {**value, "any": [_each(_condition)(way) for way in value["any"]]}
    names = ["term", *_PARAMETERS.get(str(value.get("term")), ())]
    names = [name for name in names if name in value]
    names += [name for name in value if name not in names]
    return {name: value[name] for name in names}


_PARAMETERS: Final[Mapping[str, Sequence[str]]] = {
    term.value: tuple(names) for term, names in CONDITION_PARAMETERS.items()
}


def _by_id(value: object) -> object:
    """Sort records of organisations by id, each with its fields in order."""
    if not isinstance(value, list):
        return value
    records = [_ORGANIZATION(item) for item in value]
    return sorted(
        records,
        key=lambda one: str(one.get("id", "")) if isinstance(one, dict) else "",
    )


_ISSUER: Final = _fields(name=_as_is, organization=_as_is)
_MAINTAINER: Final = _fields(kind=_as_is, name=_as_is, proof=_as_is)
_SOURCE: Final = _fields(
    id=_as_is,
    url=_as_is,
    title=_as_is,
    publisher=_as_is,
    date=_as_is,
    seen=_as_is,
    via=_as_is,
    extent=_as_is,
)
_RULE: Final = _fields(
    id=_as_is,
    actors=_words(Actor),
    relationships=_words(Relationship),
    capacities=_words(Capacity),
    ties_within=_as_is,
    excepting=_fields(actors=_words(Actor), relationships=_words(Relationship)),
    activities=_words(Activity),
    about=_as_is,
    stance=_as_is,
    conditions=_each(_condition),
    overrides=_as_is,
    yields=_as_is,
    summary=_as_is,
    basis=_as_is,
    in_force=_fields(since=_as_is, until=_as_is),
    liable=_words(Liable),
    enforcement=_words(Enforcement),
    evidence=_each(_fields(source=_as_is, place=_as_is)),
)
_DISPUTE: Final = _fields(
    rules=_as_is, owner_says=_as_is, curator_read=_as_is, opened=_as_is
)
_COMMUNITY: Final = _fields(
    schema=_as_is,
    id=_as_is,
    name=_as_is,
    aliases=_as_is,
    places=_as_is,
    platform=_as_is,
    operator=_ISSUER,
    part_of=_as_is,
    languages=_as_is,
    countries=_as_is,
    topics=_as_is,
    audience=_as_is,
    status=_as_is,
    contact=_as_is,
    maintainers=_each(_MAINTAINER),
    sources=_each(_SOURCE),
    rules=_each(_RULE),
    disputes=_each(_DISPUTE),
    notes=_as_is,
)
_CODE: Final = _fields(
    schema=_as_is,
    id=_as_is,
    name=_as_is,
    aliases=_as_is,
    kind=_as_is,
    issuer=_ISSUER,
    languages=_as_is,
    countries=_as_is,
    topics=_as_is,
    binds=_fields(
        actors=_words(Actor),
        relationships=_words(Relationship),
        capacities=_words(Capacity),
    ),
    force=_as_is,
    contact=_as_is,
    maintainers=_each(_MAINTAINER),
    sources=_each(_SOURCE),
    rules=_each(_RULE),
    disputes=_each(_DISPUTE),
    notes=_as_is,
)
_ORGANIZATION: Final = _fields(
    id=_as_is,
    name=_as_is,
    kind=_as_is,
    names=_fields(strong=_as_is, weak=_as_is),
    countries=_as_is,
    parents=_each(_fields(organization=_as_is, since=_as_is, until=_as_is)),
    successor_of=_as_is,
    ended=_as_is,
    domains=_as_is,
    identifiers=_as_is,
    evidence=_as_is,
    notes=_as_is,
)


def _file_of_organizations(value: object) -> object:
    """Put a file of organisations in order; a file of none still says so."""
    if not isinstance(value, dict):
        return value
    names = [name for name in ("$schema", "organizations") if name in value]
    names += [name for name in value if name not in names]
    return {
        name: _by_id(value[name]) if name == "organizations" else value[name]
        for name in names
    }


#: Kind of document → how its fields are put in order.
_ORDERS: Final[Mapping[str, _Order]] = {
    "community": _COMMUNITY,
    "code": _CODE,
    "organizations": _file_of_organizations,
    # Vocabularies and phrases are lists whose order is theirs to choose.
    "vocabulary": _as_is,
    "phrases": _as_is,
}

#: Folder of data → the kind of the documents in it.
_FOLDERS: Final[Mapping[str, str]] = {
    "communities": "community",
    "codes": "code",
    "organizations": "organizations",
    "vocabulary": "vocabulary",
    "phrases": "phrases",
}

#: The kinds of document that have a canonical spelling.
KINDS: Final = tuple(_ORDERS)


def kind_of(folder: str) -> str | None:
    """The kind of the documents in a folder of data, or None for any other folder."""
    return _FOLDERS.get(folder)


def ordered(document: object, kind: str) -> object:
    """The document with its fields and sets of words in canonical order.

    Takes any JSON value, also one that is no valid document of its kind: what it
    does not know it leaves as it is. `kind` is one of `KINDS`.
    """
    return _ORDERS[kind](document)


def spell(document: object, kind: str) -> str:
    """The text of the file that holds this document. `kind` is one of `KINDS`."""
    return json.dumps(ordered(document, kind), indent=2, ensure_ascii=False) + "\n"
