"""Documents to model and back.

A document is what `json.loads` returns. `…_from` functions read one, checking each
value as they go, and raise `InvalidDocumentError` at the first that does not fit;
`…_to` functions write one in the canonical order of fields, leaving out what is empty.
`…_to` after `…_from` gives a canonical document back unchanged, `…_from` after `…_to`
an equal model. What spans several values or entries (does this id exist?) is not
looked at here.

Written by hand because registries are read on every cold start: generic converters
took three times as long on the same documents.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Generic, NoReturn, TypeAlias, TypeVar

from disclosure_registry.errors import InvalidDateError, InvalidDocumentError, nearest
from disclosure_registry.model import (
    Affiliation,
    AnyOf,
    Binds,
    Code,
    Community,
    Condition,
    ConditionItem,
    Disclosure,
    Dispute,
    Evidence,
    Exceptions,
    FuzzyDate,
    InForce,
    Issuer,
    Maintainer,
    Names,
    Organization,
    Parent,
    Party,
    Period,
    Persona,
    Rule,
    Section,
    Source,
    Span,
    Unresolved,
)
from disclosure_registry.vocabulary import (
    CONDITION_PARAMETERS,
    Activity,
    Actor,
    Audience,
    Basis,
    Capacity,
    CodeKind,
    CommunityStatus,
    ConditionTerm,
    Enforcement,
    Extent,
    Force,
    IndustryTie,
    Liable,
    MaintainerKind,
    Place,
    Platform,
    Relationship,
    Stance,
    Status,
    Subject,
    Via,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = [
    "Document",
    "code_from",
    "code_to",
    "community_from",
    "community_to",
    "condition_from",
    "condition_to",
    "disclosure_from",
    "disclosure_to",
    "organization_from",
    "organization_to",
    "organizations_from",
    "organizations_to",
    "rule_from",
    "rule_to",
]

Document: TypeAlias = dict[str, Any]

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_SCHEMA: Final = "$schema"
_LONGEST_SHOWN: Final = 120


# --- faults: they collect their path as they rise ---------------------------------


class _FaultError(Exception):
    """Something does not fit; `path` grows from the inside outwards."""

    def __init__(self, expected: str, found: object, *path: str | int) -> None:
        self.expected = expected
        self.found = found
        self.path: list[str | int] = list(path)
        super().__init__(expected)

    def rising(self, *path: str | int) -> _FaultError:
        self.path += path
        return self

    def pointer(self) -> str:
        """The path as RFC 6901 writes it."""
        steps = (str(step) for step in reversed(self.path))
        return "".join(
            "/" + step.replace("~", "~0").replace("/", "~1") for step in steps
        )


def _shown(found: object) -> object:
    """What an error says of a value: never pages of it."""
    if isinstance(found, dict):
        return "an object"
    if isinstance(found, list):
        return "a list"
    if isinstance(found, str) and len(found) > _LONGEST_SHOWN:
        return found[:_LONGEST_SHOWN] + "…"
    return found


def _whole(read: Callable[[object], _T], document: object, name: str) -> _T:
    try:
        return read(document)
    except _FaultError as fault:
        raise InvalidDocumentError(
            fault.pointer(), fault.expected, _shown(fault.found), name
        ) from None


def _wrong(document: Document, key: str, expected: str) -> NoReturn:
    if document.get(key) is None:
        raise _FaultError(f"a field {key!r} ({expected})", None)
    raise _FaultError(expected, document[key], key)


def _nearest(word: object, known: Iterable[str]) -> str:
    close = nearest(str(word), known, most=1)
    return f" (nearest: {close[0]!r})" if close else ""


# --- words: enum members by value, and sets of them -------------------------------


class _Words(Generic[_E]):
    """The members of an enum by their values, in the order of the vocabulary."""

    def __init__(self, enum: type[_E], label: str) -> None:
        self.label = label
        self.members: dict[str, _E] = {member.value: member for member in enum}
        self.rank = {member: rank for rank, member in enumerate(enum)}
        # Entries repeat the same few sets thousands of times.
        self.frozen = lru_cache(maxsize=2048)(self._frozen)
        self.spelt = lru_cache(maxsize=2048)(self._spelt)

    def _frozen(self, words: tuple[str, ...]) -> frozenset[_E]:
        return frozenset([self.members[word] for word in words])

    def _spelt(self, members: frozenset[_E]) -> tuple[str, ...]:
        return tuple(m.value for m in sorted(members, key=self.rank.__getitem__))

    def fault(self, word: object, *path: str | int) -> _FaultError:
        return _FaultError(
            f"one of the {self.label}{_nearest(word, self.members)}", word, *path
        )

    def member(self, word: object) -> _E | None:
        """The member with this value, or None also for what is no text at all."""
        return self.members.get(word) if isinstance(word, str) else None


_ACTIVITIES: Final = _Words(Activity, "activities")
_ACTORS: Final = _Words(Actor, "actors")
_AUDIENCES: Final = _Words(Audience, "audiences")
_BASES: Final = _Words(Basis, "bases")
_CAPACITIES: Final = _Words(Capacity, "capacities")
_CODE_KINDS: Final = _Words(CodeKind, "kinds of code")
_COMMUNITY_STATUSES: Final = _Words(CommunityStatus, "community statuses")
_CONDITIONS: Final = _Words(ConditionTerm, "conditions")
_ENFORCEMENTS: Final = _Words(Enforcement, "enforcements")
_EXTENTS: Final = _Words(Extent, "extents")
_FORCES: Final = _Words(Force, "forces")
_INDUSTRY_TIES: Final = _Words(IndustryTie, "industry ties")
_LIABLES: Final = _Words(Liable, "liable parties")
_MAINTAINER_KINDS: Final = _Words(MaintainerKind, "kinds of maintainer")
_PLACES: Final = _Words(Place, "places of a declaration")
_PLATFORMS: Final = _Words(Platform, "platforms")
_RELATIONSHIPS: Final = _Words(Relationship, "relationships")
_STANCES: Final = _Words(Stance, "stances")
_STATUSES: Final = _Words(Status, "statuses")
_SUBJECTS: Final = _Words(Subject, "subjects")
_VIAS: Final = _Words(Via, "ways of looking at a source")


# --- readers of one value ---------------------------------------------------------


def _object(value: object, fields: frozenset[str]) -> Document:
    if not isinstance(value, dict):
        raise _FaultError("an object", value)
    if not fields.issuperset(value):
        stray = next(key for key in value if key not in fields)
        raise _FaultError(f"a known field{_nearest(stray, fields)}", stray, stray)
    return value


def _text(document: Document, key: str) -> str:
    value = document.get(key)
    if isinstance(value, str) and value:
        return value
    return _wrong(document, key, "a text that is not empty")


def _optional_text(document: Document, key: str) -> str | None:
    value = document.get(key)
    if value is None or (isinstance(value, str) and value):
        return value
    return _wrong(document, key, "a text that is not empty")


def _slug(document: Document, key: str) -> str:
    value = document.get(key)
    if isinstance(value, str) and _SLUG.fullmatch(value):
        return value
    return _wrong(document, key, "an id of lower-case letters, digits and hyphens")


def _texts(document: Document, key: str) -> tuple[str, ...]:
    value = document.get(key)
    if not isinstance(value, list):
        return () if value is None else _wrong(document, key, "a list")
    for item in value:
        if not isinstance(item, str) or not item:
            # By identity: `True` equals 1.
            index = next(i for i, other in enumerate(value) if other is item)
            raise _FaultError("a text that is not empty", item, index, key)
    return tuple(value)


def _flag(document: Document, key: str) -> bool:
    value = document.get(key, False)
    if isinstance(value, bool):
        return value
    return _wrong(document, key, "true or false")


def _count(document: Document, key: str) -> int:
    value = document.get(key)
    # `type`, for `True` is an int to isinstance.
    if type(value) is int and value >= 0:
        return value
    return _wrong(document, key, "a whole number, 0 or more")


def _date(document: Document, key: str) -> FuzzyDate | None:
    value = document.get(key)
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return FuzzyDate.parse(value)
        except InvalidDateError:
            pass
    return _wrong(document, key, "a date as YYYY, YYYY-MM, YYYY-MM-DD or two with '/'")


def _period(document: Document, key: str) -> Period | None:
    value = document.get(key)
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return Period.parse(value)
        except InvalidDateError:
            pass
    return _wrong(document, key, "a period such as P3Y, P36M or P90D")


def _word(document: Document, key: str, words: _Words[_E]) -> _E:
    try:
        return words.members[document[key]]
    except (KeyError, TypeError):  # unknown, missing, or no word at all
        value = document.get(key)
    if value is None:
        _wrong(document, key, f"one of the {words.label}")
    raise words.fault(value, key) from None


def _optional_word(document: Document, key: str, words: _Words[_E]) -> _E | None:
    return None if document.get(key) is None else _word(document, key, words)


def _set(document: Document, key: str, words: _Words[_E]) -> frozenset[_E]:
    value = document.get(key)
    if not isinstance(value, list):
        return frozenset() if value is None else _wrong(document, key, "a list")
    try:
        return words.frozen(tuple(value))
    except (KeyError, TypeError):  # a word unknown, or no word at all
        index = next(i for i, item in enumerate(value) if words.member(item) is None)
        raise words.fault(value[index], index, key) from None


def _filled_set(document: Document, key: str, words: _Words[_E]) -> frozenset[_E]:
    # A rule for nobody or about nothing would be a limit silently lost.
    members = _set(document, key, words)
    if not members:
        _wrong(document, key, f"at least one of the {words.label}")
    return members


def _each(document: Document, key: str, read: Callable[[object], _T]) -> tuple[_T, ...]:
    value = document.get(key)
    if not isinstance(value, list):
        return () if value is None else _wrong(document, key, "a list")
    done: list[_T] = []
    try:
        for item in value:
            done.append(read(item))  # noqa: PERF401  a fault needs the count
    except _FaultError as fault:
        raise fault.rising(len(done), key) from None
    return tuple(done)


def _nested(document: Document, key: str, read: Callable[[object], _T]) -> _T | None:
    value = document.get(key)
    if value is None:
        return None
    try:
        return read(value)
    except _FaultError as fault:
        raise fault.rising(key) from None


def _required(document: Document, key: str, read: Callable[[object], _T]) -> _T:
    value = _nested(document, key, read)
    return _wrong(document, key, "an object") if value is None else value


# --- writers of one value ---------------------------------------------------------


def _filled(document: Document) -> Document:
    """The document without what is absent, empty or false; it holds no numbers."""
    return {
        key: value
        for key, value in document.items()
        if value not in (None, False, "", [], {})
    }


def _dated(date: FuzzyDate | None) -> str | None:
    return None if date is None else date.text


def _spelt(members: frozenset[_E], words: _Words[_E]) -> list[str]:
    return list(words.spelt(members))


# --- rules and what they ask ------------------------------------------------------

_SOURCE_FIELDS: Final = frozenset(
    {"id", "url", "title", "publisher", "date", "seen", "via", "extent"}
)


def _source_from(value: object) -> Source:
    document = _object(value, _SOURCE_FIELDS)
    return Source(
        id=_slug(document, "id"),
        url=_optional_text(document, "url"),
        title=_optional_text(document, "title"),
        publisher=_optional_text(document, "publisher"),
        date=_date(document, "date"),
        seen=_date(document, "seen"),
        # What nobody vouched for proves least: an archived copy, seen in part.
        via=_optional_word(document, "via", _VIAS) or Via.ARCHIVE,
        extent=_optional_word(document, "extent", _EXTENTS) or Extent.PART,
    )


def _source_to(source: Source) -> Document:
    return _filled(
        {
            "id": source.id,
            "url": source.url,
            "title": source.title,
            "publisher": source.publisher,
            "date": _dated(source.date),
            "seen": _dated(source.seen),
            "via": source.via.value,
            "extent": source.extent.value,
        }
    )


_EVIDENCE_FIELDS: Final = frozenset({"source", "place"})


def _evidence_from(value: object) -> Evidence:
    document = _object(value, _EVIDENCE_FIELDS)
    return Evidence(_text(document, "source"), _optional_text(document, "place"))


def _evidence_to(evidence: Evidence) -> Document:
    return _filled({"source": evidence.source, "place": evidence.place})


_PLAIN_CONDITIONS: Final = {term.value: Condition(term) for term in ConditionTerm}
_CONDITION_FIELDS: Final = {
    term: frozenset({"term", *CONDITION_PARAMETERS.get(term, ())})
    for term in ConditionTerm
}


def _list_parameter(document: Document, key: str) -> tuple[str, ...]:
    return _texts(document, key) or _wrong(document, key, "a list of texts")


def _actor_parameter(document: Document, key: str) -> str:
    return _word(document, key, _ACTORS)


_PARAMETER_READERS: Final[
    Mapping[str, Callable[[Document, str], str | int | tuple[str, ...]]]
] = {
    "text": _text,
    "integer": _count,
    "actor": _actor_parameter,
    "list": _list_parameter,
    "countries": _list_parameter,
}


def _condition_from(value: object) -> Condition:
    if not isinstance(value, dict):
        raise _FaultError("an object", value)
    term = _word(value, "term", _CONDITIONS)
    if len(value) == 1:
        return _PLAIN_CONDITIONS[term]
    document = _object(value, _CONDITION_FIELDS[term])
    kinds = CONDITION_PARAMETERS[term]
    return Condition.of(
        term,
        {
            key: _PARAMETER_READERS[kinds[key]](document, key)
            for key in document
            if key != "term"
        },
    )


def _item_from(value: object) -> ConditionItem:
    if isinstance(value, dict) and "any" in value:
        document = _object(value, frozenset({"any"}))
        branches = _each(document, "any", _branch_from)
        return AnyOf(branches or _wrong(document, "any", "at least one alternative"))
    return _condition_from(value)


def _branch_from(value: object) -> tuple[Condition, ...]:
    # An empty alternative would meet the condition for everybody.
    if not isinstance(value, list) or not value:
        raise _FaultError("a list of at least one condition", value)
    done: list[Condition] = []
    try:
        for item in value:
            done.append(_condition_from(item))  # noqa: PERF401  as above
    except _FaultError as fault:
        raise fault.rising(len(done)) from None
    return tuple(done)


def _plain(value: str | int | tuple[str, ...]) -> str | int | list[str]:
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return str(value) if isinstance(value, str) else value


def condition_to(item: ConditionItem) -> Document:
    """Write a condition, or alternatives of conditions, as a rule holds them."""
    if isinstance(item, AnyOf):
        return {"any": [[condition_to(one) for one in way] for way in item.branches]}
    # In the order of the vocabulary, which is how one would say it.
    names = CONDITION_PARAMETERS.get(item.term, {})
    given = dict(item.parameters)
    order = [name for name in names if name in given]
    order += [name for name in given if name not in names]
    return {
        "term": item.term.value,
        **{name: _plain(given[name]) for name in order},
    }


def condition_from(document: object, name: str = "") -> ConditionItem:
    """Read a condition of a rule, or alternatives of conditions.

    Raises:
        InvalidDocumentError: the document is no condition; `name` is put before it.

    """
    return _whole(_item_from, document, name)


_IN_FORCE_FIELDS: Final = frozenset({"from", "until"})


def _in_force_from(value: object) -> InForce | None:
    document = _object(value, _IN_FORCE_FIELDS)
    times = InForce(_date(document, "from"), _date(document, "until"))
    return None if times == InForce() else times


_EXCEPT_FIELDS: Final = frozenset({"actors", "relationships"})


def _exceptions_from(value: object) -> Exceptions | None:
    document = _object(value, _EXCEPT_FIELDS)
    exceptions = Exceptions(
        _set(document, "actors", _ACTORS),
        _set(document, "relationships", _RELATIONSHIPS),
    )
    return None if exceptions == Exceptions() else exceptions


_RULE_FIELDS: Final = frozenset(
    {
        "id",
        "actors",
        "relationships",
        "capacities",
        "ties_within",
        "except",
        "activities",
        "about",
        "stance",
        "conditions",
        "overrides",
        "yields",
        "summary",
        "basis",
        "in_force",
        "liable",
        "enforcement",
        "evidence",
    }
)


_NO_RELATIONSHIPS: Final[frozenset[Relationship]] = frozenset()
_NO_CAPACITIES: Final[frozenset[Capacity]] = frozenset()
_NO_LIABLES: Final[frozenset[Liable]] = frozenset()
_NO_ENFORCEMENTS: Final[frozenset[Enforcement]] = frozenset()


def _rule_from(value: object) -> Rule:
    document = _object(value, _RULE_FIELDS)
    return Rule(
        id=_slug(document, "id"),
        actors=_filled_set(document, "actors", _ACTORS),
        activities=_filled_set(document, "activities", _ACTIVITIES),
        stance=_word(document, "stance", _STANCES),
        summary=_text(document, "summary"),
        basis=_word(document, "basis", _BASES),
        evidence=_each(document, "evidence", _evidence_from)
        or _wrong(document, "evidence", "at least one piece of evidence"),
        # Absent more often than not, and asking is dearer than looking.
        relationships=_set(document, "relationships", _RELATIONSHIPS)
        if "relationships" in document
        else _NO_RELATIONSHIPS,
        capacities=_set(document, "capacities", _CAPACITIES)
        if "capacities" in document
        else _NO_CAPACITIES,
        ties_within=_period(document, "ties_within")
        if "ties_within" in document
        else None,
        excepting=_nested(document, "except", _exceptions_from)
        if "except" in document
        else None,
        about=_optional_word(document, "about", _SUBJECTS)
        if "about" in document
        else None,
        conditions=_each(document, "conditions", _item_from)
        if "conditions" in document
        else (),
        overrides=_texts(document, "overrides") if "overrides" in document else (),
        yields=_flag(document, "yields") if "yields" in document else False,
        in_force=_nested(document, "in_force", _in_force_from)
        if "in_force" in document
        else None,
        liable=_set(document, "liable", _LIABLES)
        if "liable" in document
        else _NO_LIABLES,
        enforcement=_set(document, "enforcement", _ENFORCEMENTS)
        if "enforcement" in document
        else _NO_ENFORCEMENTS,
    )


def rule_from(document: object, name: str = "") -> Rule:
    """Read one rule of a community or a code.

    Raises:
        InvalidDocumentError: the document is no rule; `name` is put before it.

    """
    return _whole(_rule_from, document, name)


def rule_to(rule: Rule) -> Document:
    """Write one rule as it stands in a community or a code."""
    excepting, in_force = rule.excepting, rule.in_force
    return _filled(
        {
            "id": rule.id,
            "actors": _spelt(rule.actors, _ACTORS),
            "relationships": _spelt(rule.relationships, _RELATIONSHIPS),
            "capacities": _spelt(rule.capacities, _CAPACITIES),
            "ties_within": rule.ties_within.text if rule.ties_within else None,
            "except": excepting
            and _filled(
                {
                    "actors": _spelt(excepting.actors, _ACTORS),
                    "relationships": _spelt(excepting.relationships, _RELATIONSHIPS),
                }
            ),
            "activities": _spelt(rule.activities, _ACTIVITIES),
            "about": rule.about.value if rule.about else None,
            "stance": rule.stance.value,
            "conditions": [condition_to(item) for item in rule.conditions],
            "overrides": list(rule.overrides),
            "yields": rule.yields,
            "summary": rule.summary,
            "basis": rule.basis.value,
            "in_force": in_force
            and _filled(
                {"from": _dated(in_force.since), "until": _dated(in_force.until)}
            ),
            "liable": _spelt(rule.liable, _LIABLES),
            "enforcement": _spelt(rule.enforcement, _ENFORCEMENTS),
            "evidence": [_evidence_to(one) for one in rule.evidence],
        }
    )


# --- communities and codes --------------------------------------------------------

_ISSUER_FIELDS: Final = frozenset({"name", "organization"})


def _issuer_from(value: object) -> Issuer:
    document = _object(value, _ISSUER_FIELDS)
    return Issuer(_text(document, "name"), _optional_text(document, "organization"))


def _issuer_to(issuer: Issuer) -> Document:
    return _filled({"name": issuer.name, "organization": issuer.organization})


_MAINTAINER_FIELDS: Final = frozenset({"kind", "name", "proof"})


def _maintainer_from(value: object) -> Maintainer:
    document = _object(value, _MAINTAINER_FIELDS)
    return Maintainer(
        kind=_word(document, "kind", _MAINTAINER_KINDS),
        name=_text(document, "name"),
        proof=_optional_text(document, "proof"),
    )


def _maintainer_to(maintainer: Maintainer) -> Document:
    return _filled(
        {
            "kind": maintainer.kind.value,
            "name": maintainer.name,
            "proof": maintainer.proof,
        }
    )


_DISPUTE_FIELDS: Final = frozenset({"rules", "owner_says", "curator_read", "opened"})


def _dispute_from(value: object) -> Dispute:
    document = _object(value, _DISPUTE_FIELDS)
    return Dispute(
        rules=_texts(document, "rules"),
        owner_says=_text(document, "owner_says"),
        curator_read=_text(document, "curator_read"),
        opened=_date(document, "opened") or _wrong(document, "opened", "a date"),
    )


def _dispute_to(dispute: Dispute) -> Document:
    return _filled(
        {
            "rules": list(dispute.rules),
            "owner_says": dispute.owner_says,
            "curator_read": dispute.curator_read,
            "opened": dispute.opened.text,
        }
    )


_COMMUNITY_SCHEMA: Final = "../../schemas/community.schema.json"
_COMMUNITY_FIELDS: Final = frozenset(
    {
        _SCHEMA,
        "id",
        "name",
        "aliases",
        "places",
        "platform",
        "operator",
        "part_of",
        "languages",
        "countries",
        "topics",
        "audience",
        "status",
        "contact",
        "maintainers",
        "sources",
        "rules",
        "disputes",
        "notes",
    }
)


def _audience_from(document: Document) -> tuple[Audience, ...]:
    words = _texts(document, "audience")
    for index, word in enumerate(words):
        if word not in _AUDIENCES.members:
            raise _AUDIENCES.fault(word, index, "audience")
    return tuple([_AUDIENCES.members[word] for word in words])


def _community_from(value: object) -> Community:
    document = _object(value, _COMMUNITY_FIELDS)
    return Community(
        id=_slug(document, "id"),
        name=_text(document, "name"),
        places=_texts(document, "places"),
        platform=_word(document, "platform", _PLATFORMS),
        status=_word(document, "status", _COMMUNITY_STATUSES),
        languages=_texts(document, "languages"),
        sources=_each(document, "sources", _source_from),
        rules=_each(document, "rules", _rule_from),
        aliases=_texts(document, "aliases"),
        operator=_nested(document, "operator", _issuer_from),
        part_of=_optional_text(document, "part_of"),
        countries=_texts(document, "countries"),
        topics=_texts(document, "topics"),
        audience=_audience_from(document),
        contact=_optional_text(document, "contact"),
        maintainers=_each(document, "maintainers", _maintainer_from),
        disputes=_each(document, "disputes", _dispute_from),
        notes=_optional_text(document, "notes"),
    )


def community_from(document: object, name: str = "") -> Community:
    """Read a community.

    Raises:
        InvalidDocumentError: the document is no community; `name` is put before it.

    """
    return _whole(_community_from, document, name)


def community_to(community: Community) -> Document:
    """Write a community as its file has it, `$schema` first."""
    operator = community.operator
    return _filled(
        {
            _SCHEMA: _COMMUNITY_SCHEMA,
            "id": community.id,
            "name": community.name,
            "aliases": list(community.aliases),
            "places": list(community.places),
            "platform": community.platform.value,
            "operator": None if operator is None else _issuer_to(operator),
            "part_of": community.part_of,
            "languages": list(community.languages),
            "countries": list(community.countries),
            "topics": list(community.topics),
            "audience": [one.value for one in community.audience],
            "status": community.status.value,
            "contact": community.contact,
            "maintainers": [_maintainer_to(one) for one in community.maintainers],
            "sources": [_source_to(one) for one in community.sources],
            "rules": [rule_to(one) for one in community.rules],
            "disputes": [_dispute_to(one) for one in community.disputes],
            "notes": community.notes,
        }
    )


_BINDS_FIELDS: Final = frozenset({"actors", "relationships", "capacities"})


def _binds_from(value: object) -> Binds:
    document = _object(value, _BINDS_FIELDS)
    return Binds(
        actors=_filled_set(document, "actors", _ACTORS),
        relationships=_set(document, "relationships", _RELATIONSHIPS),
        capacities=_set(document, "capacities", _CAPACITIES),
    )


def _binds_to(binds: Binds) -> Document:
    return _filled(
        {
            "actors": _spelt(binds.actors, _ACTORS),
            "relationships": _spelt(binds.relationships, _RELATIONSHIPS),
            "capacities": _spelt(binds.capacities, _CAPACITIES),
        }
    )


_CODE_SCHEMA: Final = "../../schemas/code.schema.json"
_CODE_FIELDS: Final = frozenset(
    {
        _SCHEMA,
        "id",
        "name",
        "aliases",
        "kind",
        "issuer",
        "languages",
        "countries",
        "topics",
        "binds",
        "force",
        "contact",
        "maintainers",
        "sources",
        "rules",
        "disputes",
        "notes",
    }
)


def _code_from(value: object) -> Code:
    document = _object(value, _CODE_FIELDS)
    return Code(
        id=_slug(document, "id"),
        name=_text(document, "name"),
        kind=_word(document, "kind", _CODE_KINDS),
        issuer=_required(document, "issuer", _issuer_from),
        binds=_required(document, "binds", _binds_from),
        force=_word(document, "force", _FORCES),
        sources=_each(document, "sources", _source_from),
        rules=_each(document, "rules", _rule_from),
        aliases=_texts(document, "aliases"),
        languages=_texts(document, "languages"),
        countries=_texts(document, "countries"),
        topics=_texts(document, "topics"),
        contact=_optional_text(document, "contact"),
        maintainers=_each(document, "maintainers", _maintainer_from),
        disputes=_each(document, "disputes", _dispute_from),
        notes=_optional_text(document, "notes"),
    )


def code_from(document: object, name: str = "") -> Code:
    """Read a code.

    Raises:
        InvalidDocumentError: the document is no code; `name` is put before it.

    """
    return _whole(_code_from, document, name)


def code_to(code: Code) -> Document:
    """Write a code as its file has it, `$schema` first."""
    return _filled(
        {
            _SCHEMA: _CODE_SCHEMA,
            "id": code.id,
            "name": code.name,
            "aliases": list(code.aliases),
            "kind": code.kind.value,
            "issuer": _issuer_to(code.issuer),
            "languages": list(code.languages),
            "countries": list(code.countries),
            "topics": list(code.topics),
            "binds": _binds_to(code.binds),
            "force": code.force.value,
            "contact": code.contact,
            "maintainers": [_maintainer_to(one) for one in code.maintainers],
            "sources": [_source_to(one) for one in code.sources],
            "rules": [rule_to(one) for one in code.rules],
            "disputes": [_dispute_to(one) for one in code.disputes],
            "notes": code.notes,
        }
    )


# --- organisations ----------------------------------------------------------------

_NAMES_FIELDS: Final = frozenset({"strong", "weak"})


def _names_from(value: object) -> Names:
    document = _object(value, _NAMES_FIELDS)
    return Names(
        strong=_texts(document, "strong") if "strong" in document else (),
        weak=_texts(document, "weak") if "weak" in document else (),
    )


_PARENT_FIELDS: Final = frozenset({"organization", "from", "until"})


def _parent_from(value: object) -> Parent:
    document = _object(value, _PARENT_FIELDS)
    return Parent(
        organization=_text(document, "organization"),
        since=_date(document, "from"),
        until=_date(document, "until"),
    )


def _parent_to(parent: Parent) -> Document:
    return _filled(
        {
            "organization": parent.organization,
            "from": _dated(parent.since),
            "until": _dated(parent.until),
        }
    )


def _identifiers_from(document: Document) -> tuple[tuple[str, str], ...]:
    value = document.get("identifiers")
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise _FaultError("an object", value, "identifiers")
    for scheme, identifier in value.items():
        if not isinstance(scheme, str):
            raise _FaultError("a text", scheme, "identifiers")
        if not isinstance(identifier, str) or not identifier:
            raise _FaultError(
                "a text that is not empty", identifier, scheme, "identifiers"
            )
    return tuple(value.items())


_ORGANIZATION_FIELDS: Final = frozenset(
    {
        "id",
        "name",
        "kind",
        "names",
        "countries",
        "parents",
        "successor_of",
        "ended",
        "domains",
        "identifiers",
        "evidence",
        "notes",
    }
)


def _organization_from(value: object) -> Organization:
    document = _object(value, _ORGANIZATION_FIELDS)
    return Organization(
        id=_slug(document, "id"),
        name=_text(document, "name"),
        kind=_word(document, "kind", _ACTORS),
        names=_nested(document, "names", _names_from) or Names(),
        countries=_texts(document, "countries"),
        # Thousands of records, most without what follows.
        parents=_each(document, "parents", _parent_from)
        if "parents" in document
        else (),
        successor_of=_texts(document, "successor_of")
        if "successor_of" in document
        else (),
        ended=_date(document, "ended") if "ended" in document else None,
        domains=_texts(document, "domains") if "domains" in document else (),
        identifiers=_identifiers_from(document) if "identifiers" in document else (),
        evidence=_texts(document, "evidence"),
        notes=_optional_text(document, "notes") if "notes" in document else None,
    )


def organization_from(document: object, name: str = "") -> Organization:
    """Read one organisation.

    Raises:
        InvalidDocumentError: the document is no organisation; `name` is put before it.

    """
    return _whole(_organization_from, document, name)


def organization_to(organization: Organization) -> Document:
    """Write one organisation as a file of organisations holds it."""
    names = organization.names
    return _filled(
        {
            "id": organization.id,
            "name": organization.name,
            "kind": organization.kind.value,
            "names": _filled({"strong": list(names.strong), "weak": list(names.weak)}),
            "countries": list(organization.countries),
            "parents": [_parent_to(one) for one in organization.parents],
            "successor_of": list(organization.successor_of),
            "ended": _dated(organization.ended),
            "domains": list(organization.domains),
            "identifiers": dict(organization.identifiers),
            "evidence": list(organization.evidence),
            "notes": organization.notes,
        }
    )


_ORGANIZATIONS_SCHEMA: Final = "../../schemas/organizations.schema.json"
_ORGANIZATIONS_FIELDS: Final = frozenset({_SCHEMA, "organizations"})


def _organizations_from(value: object) -> tuple[Organization, ...]:
    document = _object(value, _ORGANIZATIONS_FIELDS)
    if "organizations" not in document:
        _wrong(document, "organizations", "a list")
    return _each(document, "organizations", _organization_from)


def organizations_from(document: object, name: str = "") -> tuple[Organization, ...]:
    """Read a file of organisations.

    Raises:
        InvalidDocumentError: something in it does not fit; `name` is put before it.

    """
    return _whole(_organizations_from, document, name)


def organizations_to(organizations: Iterable[Organization]) -> Document:
    """Write a file of organisations, sorted by id."""
    return {
        _SCHEMA: _ORGANIZATIONS_SCHEMA,
        "organizations": [
            organization_to(one) for one in sorted(organizations, key=lambda o: o.id)
        ],
    }


# --- disclosures ------------------------------------------------------------------

_PARTY_FIELDS: Final = frozenset({"id", "name", "kind"})


def _party_from(value: object) -> Party:
    document = _object(value, _PARTY_FIELDS)
    return Party(
        id=_text(document, "id"),
        name=_text(document, "name"),
        kind=_word(document, "kind", _ACTORS),
    )


def _party_to(party: Party | None) -> Document | None:
    if party is None:
        return None
    return {"id": party.id, "name": party.name, "kind": party.kind.value}


_SPAN_FIELDS: Final = frozenset({"start", "stop"})


def _span_from(value: object) -> Span:
    document = _object(value, _SPAN_FIELDS)
    start, stop = _count(document, "start"), _count(document, "stop")
    if stop < start:
        raise _FaultError("a whole number not below start", stop, "stop")
    return Span(start, stop)


def _span_to(span: Span | None) -> Document | None:
    return None if span is None else {"start": span.start, "stop": span.stop}


_SECTION_FIELDS: Final = frozenset({"place", "start", "stop"})


def _section_from(value: object) -> Section:
    document = _object(value, _SECTION_FIELDS)
    place = _word(document, "place", _PLACES)
    span = _span_from({key: document.get(key) for key in ("start", "stop")})
    return Section(place, span.start, span.stop)


def _section_to(section: Section) -> Document:
    return {
        "place": section.place.value,
        "start": section.start,
        "stop": section.stop,
    }


_AFFILIATION_FIELDS: Final = frozenset(
    {
        "organization",
        "surface",
        "kind",
        "relationship",
        "status",
        "role",
        "client",
        "span",
        "candidates",
        "countries",
        "since",
        "until",
        "rule",
        "cue",
    }
)


def _affiliation_from(value: object) -> Affiliation:
    document = _object(value, _AFFILIATION_FIELDS)
    return Affiliation(
        organization=_nested(document, "organization", _party_from),
        surface=_any_text(document, "surface") or "",
        kind=_optional_word(document, "kind", _ACTORS),
        relationship=_word(document, "relationship", _RELATIONSHIPS),
        status=_word(document, "status", _STATUSES),
        role=_any_text(document, "role"),
        client=_nested(document, "client", _party_from),
        span=_nested(document, "span", _span_from),
        candidates=_each(document, "candidates", _party_from),
        countries=_texts(document, "countries"),
        since=_date(document, "since"),
        until=_date(document, "until"),
        rule=_any_text(document, "rule"),
        cue=_nested(document, "cue", _span_from),
    )


def _affiliation_to(affiliation: Affiliation) -> Document:
    kind = affiliation.kind
    return {
        "organization": _party_to(affiliation.organization),
        "surface": affiliation.surface,
        "kind": None if kind is None else kind.value,
        "relationship": affiliation.relationship.value,
        "status": affiliation.status.value,
        "role": affiliation.role,
        "client": _party_to(affiliation.client),
        "span": _span_to(affiliation.span),
        **_filled(
            {
                "candidates": [_party_to(one) for one in affiliation.candidates],
                "countries": list(affiliation.countries),
                "since": _dated(affiliation.since),
                "until": _dated(affiliation.until),
                "rule": affiliation.rule,
                "cue": _span_to(affiliation.cue),
            }
        ),
    }


def _any_text(document: Document, key: str) -> str | None:
    """A text, be it empty: what people write is not for us to refuse."""
    value = document.get(key)
    if value is None or isinstance(value, str):
        return value
    return _wrong(document, key, "a text")


_PERSONA_FIELDS: Final = frozenset({"actor", "status", "surface", "span", "rule"})


def _persona_from(value: object) -> Persona:
    document = _object(value, _PERSONA_FIELDS)
    return Persona(
        actor=_word(document, "actor", _ACTORS),
        status=_optional_word(document, "status", _STATUSES) or Status.CURRENT,
        surface=_any_text(document, "surface"),
        span=_nested(document, "span", _span_from),
        rule=_any_text(document, "rule"),
    )


def _persona_to(persona: Persona) -> Document:
    return {
        "actor": persona.actor.value,
        "status": persona.status.value,
        "surface": persona.surface,
        "span": _span_to(persona.span),
        **_filled({"rule": persona.rule}),
    }


_UNRESOLVED_FIELDS: Final = frozenset({"surface", "why", "span"})


def _unresolved_from(value: object) -> Unresolved:
    document = _object(value, _UNRESOLVED_FIELDS)
    return Unresolved(
        surface=_any_text(document, "surface") or "",
        why=_text(document, "why"),
        span=_nested(document, "span", _span_from),
    )


def _unresolved_to(unresolved: Unresolved) -> Document:
    return {
        "surface": unresolved.surface,
        "why": unresolved.why,
        "span": _span_to(unresolved.span),
    }


_DISCLOSURE_FIELDS: Final = frozenset(
    {
        _SCHEMA,
        "text",
        "sections",
        "affiliations",
        "personas",
        "unresolved",
        "capacity",
        "disclaimer",
        "industry_tied",
        "language",
        "countries",
    }
)


def _disclosure_from(value: object) -> Disclosure:
    document = _object(value, _DISCLOSURE_FIELDS)
    return Disclosure(
        text=_any_text(document, "text") or "",
        sections=_each(document, "sections", _section_from),
        affiliations=_each(document, "affiliations", _affiliation_from),
        personas=_each(document, "personas", _persona_from),
        unresolved=_each(document, "unresolved", _unresolved_from),
        capacity=_optional_word(document, "capacity", _CAPACITIES),
        disclaimer=_flag(document, "disclaimer"),
        industry_tied=_optional_word(document, "industry_tied", _INDUSTRY_TIES)
        or IndustryTie.NO,
        language=_optional_text(document, "language"),
        countries=_texts(document, "countries"),
    )


def disclosure_from(document: object, name: str = "") -> Disclosure:
    """Read what somebody declares.

    Raises:
        InvalidDocumentError: the document is no disclosure; `name` is put before it.

    """
    return _whole(_disclosure_from, document, name)


def disclosure_to(disclosure: Disclosure) -> Document:
    """Write what somebody declares.

    An answer rather than a file: the main fields are always there, null where
    nothing is known, so that whoever reads it need not ask whether they are.
    """
    capacity = disclosure.capacity
    return {
        "text": disclosure.text,
        "sections": [_section_to(one) for one in disclosure.sections],
        "affiliations": [_affiliation_to(one) for one in disclosure.affiliations],
        "personas": [_persona_to(one) for one in disclosure.personas],
        "unresolved": [_unresolved_to(one) for one in disclosure.unresolved],
        "capacity": None if capacity is None else capacity.value,
        "disclaimer": disclosure.disclaimer,
        "industry_tied": disclosure.industry_tied.value,
        "language": disclosure.language,
        "countries": list(disclosure.countries),
    }
