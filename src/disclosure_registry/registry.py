"""The registry: communities by id, place and topic, with codes and organisations.

Immutable: what would change a registry gives a new one. Nothing here reads files;
`loading` hands in mappings that make an entry when it is first asked for.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, TypeVar, overload

import attrs

from disclosure_registry.canonical import spell
from disclosure_registry.codec import code_to, community_to, organizations_to
from disclosure_registry.errors import (
    InvalidPlaceError,
    UnknownIdentifierError,
    UnknownWordError,
    nearest,
)
from disclosure_registry.model import Code, Community, Organization
from disclosure_registry.urls import Place, PlaceIndex, looks_like_place, parse

if TYPE_CHECKING:
    from datetime import date

    from disclosure_registry.model import Rule

__all__ = [
    "ById",
    "Card",
    "Contents",
    "Registry",
    "Shelf",
    "file_of",
    "fingerprint",
    "fingerprints",
]

_T = TypeVar("_T")
_D = TypeVar("_D")
_Entry = TypeVar("_Entry", Community, Code)

Member: TypeAlias = Community | Code | Organization

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Card:
    """What the indexes need of a community, so that it need not be read whole."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    @staticmethod
    def of(community: Community) -> Card:
        """The card of a community."""
        return Card(
            id=community.id,
            name=community.name,
            aliases=community.aliases,
            places=community.places,
            topics=community.topics,
        )


class ById(Mapping[str, _T]):
    """A mapping whose `get` and `in` ask whether an id is there before they look.

    The ones of `Mapping` catch the error of a missing id, and that error has read
    every id to find the nearest.
    """

    @abstractmethod
    def __contains__(self, identifier: object) -> bool: ...

    @overload
    def get(self, identifier: str, /) -> _T | None: ...

    @overload
    def get(self, identifier: str, /, default: _T | _D) -> _T | _D: ...

    def get(self, identifier: str, /, default: object = None) -> object:
        """The entry with this id, or the default."""
        found = identifier in self
        return self[identifier] if found else default

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)}>"


class Shelf(ById[_T]):
    """Entries by id, in the order of ids, each made when it is first asked for.

    An id that is not there raises `UnknownIdentifierError` with the nearest ones;
    `kind` says of what in its message. `make` must give the same entry each time.
    """

    def __init__(
        self, kind: str, ids: Iterable[str], make: Callable[[str], _T]
    ) -> None:
        self._kind = kind
        # Sorted: the order of a directory differs between systems.
        self._ids = dict.fromkeys(sorted(ids))
        self._make = make
        self._made: dict[str, _T] = {}

    @staticmethod
    def of(kind: str, entries: Mapping[str, _T]) -> Shelf[_T]:
        """A shelf of entries that are already made."""
        return Shelf(kind, entries, entries.__getitem__)

    def __getitem__(self, identifier: str) -> _T:
        entry = self._made.get(identifier)
        if entry is None:
            if identifier not in self._ids:
                _unknown(self._kind, identifier, self._ids)
            entry = self._made[identifier] = self._make(identifier)
        return entry

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@attrs.frozen(kw_only=True, eq=False)
class Contents:
    """What a registry is made of.

    `topics` maps a topic to those just above it, `phrases` a language to its document
    of phrases. `cards` gives what the indexes need and `fingerprints` the SHA-256 of
    every canonical file by its path (`communities/tudiabetes`); both are asked at most
    once, and only when needed.
    """

    communities: Mapping[str, Community]
    codes: Mapping[str, Code]
    organizations: Mapping[str, Organization]
    topics: Mapping[str, tuple[str, ...]] = _NOTHING
    phrases: Mapping[str, Any] = _NOTHING
    version: str = "0"
    cards: Callable[[], Iterable[Card]]
    fingerprints: Callable[[], Mapping[str, str]]


class Registry(ById[Community]):
    """Communities by id, with the codes and organisations that decisions need.

    `registry[key]` takes an id, an alias or a name; iteration gives ids. Two
    registries are equal if their digests are.
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    @classmethod
    def of(
        cls,
        communities: Iterable[Community] = (),
        *,
        codes: Iterable[Code] = (),
        organizations: Iterable[Organization] = (),
        topics: Mapping[str, tuple[str, ...]] = _NOTHING,
        phrases: Mapping[str, Any] = _NOTHING,
        version: str = "0",
    ) -> Registry:
        """A registry of entries that are already there."""
        held = {one.id: one for one in communities}
        bound = {one.id: one for one in codes}
        known = {one.id: one for one in organizations}
        return cls(
            Contents(
                communities=Shelf.of("community", held),
                codes=Shelf.of("code", bound),
                organizations=Shelf.of("organization", known),
                topics=topics,
                phrases=phrases,
                version=version,
                cards=lambda: map(Card.of, held.values()),
                fingerprints=lambda: fingerprints(held, bound, known, phrases),
            )
        )

    # -- a mapping of communities --------------------------------------------------

    def __getitem__(self, key: str) -> Community:
        identifier = self._identified(key)
        if identifier is None:
            _unknown("community", key, self._contents.communities)
        return self._contents.communities[identifier]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._identified(key) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents.communities)

    def __len__(self) -> int:
        return len(self._contents.communities)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Registry):
            return NotImplemented
        return self is other or self.digest == other.digest

    def __hash__(self) -> int:
        # Cheap on purpose: a digest reads every entry.
        return hash((Registry, len(self)))

    def __repr__(self) -> str:
        counts = (
            f"{len(self)} communities",
            f"{len(self.codes)} codes",
            f"{len(self.organizations)} organizations",
        )
        return f"<Registry of {', '.join(counts)}>"

    def __reduce__(self) -> tuple[Any, ...]:
        contents = self._contents
        return _rebuilt, (
            tuple(contents.communities.values()),
            tuple(contents.codes.values()),
            tuple(contents.organizations.values()),
            dict(contents.topics),
            dict(contents.phrases),
            contents.version,
        )

    # -- finding -------------------------------------------------------------------

    def at(self, place: str | Place) -> Community | None:
        """The community that claims a place most specifically, or None.

        Raises:
            InvalidPlaceError: the text is no web address, handle or hashtag.

        """
        found = self._places.find(parse(place) if isinstance(place, str) else place)
        return None if found is None else self._contents.communities[found]

    def resolve(self, text: str) -> Community | None:
        """The community that a person means by an id, an alias, a name or a place.

        None is a place that no community claims.

        Raises:
            UnknownIdentifierError: the text is neither an id nor looks like a place.
            InvalidPlaceError: the text looks like a place and is none.

        """
        identifier = self._identified(text)
        if identifier is not None:
            return self._contents.communities[identifier]
        if looks_like_place(text):
            return self.at(text)
        return _unknown("community", text, self._contents.communities)

    def about(self, topic: str) -> tuple[Community, ...]:
        """The communities about a topic or one below it, in the order of their ids.

        Raises:
            UnknownWordError: no vocabulary and no community has the topic.

        """
        wanted = self._below(topic)
        found = [card.id for card in self._cards if not wanted.isdisjoint(card.topics)]
        if not found and topic not in self.topics:
            raise UnknownWordError("topics", topic, nearest(topic.lower(), self.topics))
        return tuple([self._contents.communities[one] for one in sorted(found)])

    def _below(self, topic: str) -> set[str]:
        """The topic and all that are narrower, through any number of steps."""
        narrower: dict[str, list[str]] = {}
        for below, broader in self.topics.items():
            for above in broader:
                narrower.setdefault(above, []).append(below)
        found: set[str] = set()
        waiting = [topic]
        while waiting:
            word = waiting.pop()
            if word not in found:
                found.add(word)
                waiting += narrower.get(word, ())
        return found

    def _identified(self, key: str) -> str | None:
        if key in self._contents.communities:
            return key
        return self._names.get(_folded(key))

    @cached_property
    def _cards(self) -> Sequence[Card]:
        return tuple(sorted(self._contents.cards(), key=lambda card: card.id))

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Folded id, alias or name → id; an id before an alias, that before a name."""
        names: dict[str, str] = {}
        for card in self._cards:
            names.setdefault(_folded(card.id), card.id)
        for card in self._cards:
            for alias in card.aliases:
                names.setdefault(_folded(alias), card.id)
        for card in self._cards:
            names.setdefault(_folded(card.name), card.id)
        return names

    @cached_property
    def _places(self) -> PlaceIndex:
        return PlaceIndex(_claims(self._cards))

    # -- what else it holds --------------------------------------------------------

    @property
    def codes(self) -> Mapping[str, Code]:
        """The codes by id."""
        return self._contents.codes

    @property
    def organizations(self) -> Mapping[str, Organization]:
        """The organisations by id; decoded when asked for, for there are thousands."""
        return self._contents.organizations

    @property
    def phrases(self) -> Mapping[str, Any]:
        """The documents of the reader's phrases by language; do not change them."""
        return self._contents.phrases

    @property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """Every topic of the vocabulary with those just above it."""
        return self._contents.topics

    @property
    def version(self) -> str:
        """The version of the package or data that this came with."""
        return self._contents.version

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the canonical content, in hexadecimal.

        The same for the same communities, codes, organisations and phrases, however
        they were loaded; any change of content changes it.
        """
        lines = sorted(self._fingerprints.items())
        return fingerprint("".join(f"{path} {sha}\n" for path, sha in lines).encode())

    @cached_property
    def _fingerprints(self) -> Mapping[str, str]:
        return self._contents.fingerprints()

    # -- other registries ----------------------------------------------------------

    def plus(self, *entries: Member) -> Registry:
        """A registry with these communities, codes and organisations besides.

        One with the id of an entry that is there takes its place.
        """
        communities = {one.id: one for one in entries if isinstance(one, Community)}
        codes = {one.id: one for one in entries if isinstance(one, Code)}
        firms = {one.id: one for one in entries if isinstance(one, Organization)}
        contents = self._contents
        organizations = _overlaid("organization", contents.organizations, firms)

        def cards() -> Iterable[Card]:
            kept = (card for card in self._cards if card.id not in communities)
            return (*kept, *map(Card.of, communities.values()))

        def again() -> Mapping[str, str]:
            touched = {file_of(one) for one in firms}
            regrouped = {
                one: organizations[one]
                for one in organizations
                if file_of(one) in touched
            }
            return {
                **self._fingerprints,
                **fingerprints(communities, codes, regrouped, _NOTHING),
            }

        return Registry(
            attrs.evolve(
                contents,
                communities=_overlaid("community", contents.communities, communities),
                codes=_overlaid("code", contents.codes, codes),
                organizations=organizations,
                cards=cards,
                fingerprints=again,
            )
        )

    def on(self, day: date) -> Registry:
        """The registry without the rules that are surely not in force on a day.

        A rule whose dates leave it open stays: not knowing lifts no rule.
        """
        contents = self._contents
        communities = _shelved_on("community", contents.communities, day)
        codes = _shelved_on("code", contents.codes, day)

        def again() -> Mapping[str, str]:
            return {
                **self._fingerprints,
                **fingerprints(
                    _changed(contents.communities, communities),
                    _changed(contents.codes, codes),
                    _NOTHING,
                    _NOTHING,
                ),
            }

        return Registry(
            attrs.evolve(
                contents,
                communities=communities,
                codes=codes,
                cards=lambda: self._cards,
                fingerprints=again,
            )
        )


def _rebuilt(
    communities: tuple[Community, ...],
    codes: tuple[Code, ...],
    organizations: tuple[Organization, ...],
    topics: Mapping[str, tuple[str, ...]],
    phrases: Mapping[str, Any],
    version: str,
) -> Registry:
    return Registry.of(
        communities,
        codes=codes,
        organizations=organizations,
        topics=topics,
        phrases=phrases,
        version=version,
    )


# --- indexes ----------------------------------------------------------------------


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _claims(cards: Iterable[Card]) -> Iterator[tuple[Place, str]]:
    for card in cards:
        for text in card.places:
            try:
                yield parse(text), card.id
            except InvalidPlaceError:
                # A place that nobody can name cannot be asked for; `validate` says so.
                continue


def _unknown(kind: str, identifier: str, known: Iterable[str]) -> NoReturn:
    raise UnknownIdentifierError(kind, identifier, nearest(identifier.lower(), known))


# --- other registries -------------------------------------------------------------


def _overlaid(kind: str, below: Mapping[str, _T], above: Mapping[str, _T]) -> Shelf[_T]:
    def make(identifier: str) -> _T:
        return above[identifier] if identifier in above else below[identifier]

    return Shelf(kind, (*below, *above), make)


def _shelved_on(kind: str, entries: Mapping[str, _Entry], day: date) -> Shelf[_Entry]:
    return Shelf(kind, entries, lambda identifier: _trimmed(entries[identifier], day))


def _trimmed(entry: _Entry, day: date) -> _Entry:
    rules = tuple([rule for rule in entry.rules if not _is_out_of_force(rule, day)])
    return entry if len(rules) == len(entry.rules) else attrs.evolve(entry, rules=rules)


def _is_out_of_force(rule: Rule, day: date) -> bool:
    times = rule.in_force
    if times is None:
        return False
    # `until` is exclusive: on its last possible day the rule has surely ended.
    return (times.since is not None and day < times.since.earliest) or (
        times.until is not None and day >= times.until.latest
    )


def _changed(
    before: Mapping[str, _Entry], after: Mapping[str, _Entry]
) -> Mapping[str, _Entry]:
    return {one: after[one] for one in after if after[one] is not before[one]}


# --- the digest -------------------------------------------------------------------


def fingerprint(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    from hashlib import sha256  # noqa: PLC0415  dear to import, and not always needed

    return sha256(content).hexdigest()


def fingerprints(
    communities: Mapping[str, Community],
    codes: Mapping[str, Code],
    organizations: Mapping[str, Organization],
    phrases: Mapping[str, Any],
) -> dict[str, str]:
    """The SHA-256 of each file in which these would canonically stand."""
    documents: dict[str, tuple[str, object]] = {}
    for identifier, community in communities.items():
        documents[f"communities/{identifier}"] = "community", community_to(community)
    for identifier, code in codes.items():
        documents[f"codes/{identifier}"] = "code", code_to(code)
    files: dict[str, list[Organization]] = {}
    for organization in organizations.values():
        files.setdefault(file_of(organization.id), []).append(organization)
    for initial, group in files.items():
        document = organizations_to(group)
        documents[f"organizations/{initial}"] = "organizations", document
    for language, phrasebook in phrases.items():
        documents[f"phrases/{language}"] = "phrases", phrasebook
    return {
        # `surrogatepass`: half a character must not keep an entry from its digest.
        path: fingerprint(spell(document, kind).encode("utf-8", "surrogatepass"))
        for path, (kind, document) in documents.items()
    }


def file_of(identifier: str) -> str:
    """The name, without ending, of the file in which an organisation stands.

    That is the first character of its id; digits share the file `0`.
    """
    return "0" if identifier[:1].isdigit() else identifier[:1]
