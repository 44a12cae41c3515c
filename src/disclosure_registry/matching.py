"""The main job in one call: what may this person do in that community?"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NoReturn, TypeVar

from disclosure_registry.decision import (
    Circumstances,
    ConditionSelector,
    Decision,
    Standing,
    Texts,
    Venue,
    decide,
)
from disclosure_registry.errors import (
    InvalidDateError,
    InvalidDocumentError,
    UnknownIdentifierError,
    UnknownWordError,
    nearest,
)
from disclosure_registry.loading import load, load_reader
from disclosure_registry.model import Affiliation, Disclosure, Party, Period
from disclosure_registry.resources import schemas, vocabulary
from disclosure_registry.urls import looks_like_place, parse, platform_of
from disclosure_registry.vocabulary import (
    STANDARD_ACTIVITIES,
    Activity,
    Capacity,
    CodeKind,
    ConditionTerm,
    Layer,
    Place,
    Relationship,
    Status,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from enum import StrEnum

    from disclosure_registry.affiliation import Reader
    from disclosure_registry.decision import Entry
    from disclosure_registry.model import Code, Community
    from disclosure_registry.registry import Registry

__all__ = ["Matcher", "day_of", "match", "overview", "read_disclosure", "word"]

_Word = TypeVar("_Word", bound="StrEnum")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AGE = re.compile(r"(\d{1,4})\s*([ymd])", re.ASCII | re.IGNORECASE)

#: Registries whose drawn venues and reader are kept, beside the shipped one.
_REMEMBERED = 8


def match(  # noqa: PLR0913  by keyword, one for each circumstance
    community: str,
    who: str | Mapping[str, str] | Disclosure,
    activity: str = "post",
    *,
    on: date | str | None = None,
    registry: Registry | None = None,
    capacity: str | None = None,
    client: str | None = None,
    country: str | None = None,
    about: str | None = None,
    met: Iterable[str] = (),
    not_met: Iterable[str] = (),
    posts: int | None = None,
    member_since: date | str | None = None,
    max_age: str | Period | None = None,
    place: str | None = None,
) -> Decision:
    """Decide what a community allows a person to do, and say why.

    Args:
        community: an id, alias, web address, `@handle` or `#hashtag`. A place that no
            entry claims is answered by its platform's policy and the codes.
        who: what the person declares: a text, texts by place of declaration
            (`{"profile": …, "post": …}`), or a disclosure already read.
        activity: a term of the activities.
        on: the day asked about; today unless given.
        registry: the registry to judge by; the shipped one unless given.
        capacity: `for`, `about` or `private`: as what the person speaks.
        client: the organisation (id or name) that the person's agency acts for.
        country: where the person is bound (ISO 3166-1 alpha-2).
        about: `own` or `rival`: whose product is spoken of.
        met: conditions that are kept, as `term` or `term:value`
            (`notify:moderators`).
        not_met: conditions that are not kept.
        posts: how many posts the person has written there.
        member_since: since when the person is a member there.
        max_age: how old evidence may be (`2y`, `18m`, `90d` or ISO 8601 `P2Y`).
        place: where in the community the act takes place (an area that a rule names).

    Returns:
        The decision. The same inputs, day and registry give the same bytes.

    Raises:
        UnknownIdentifierError: an id that no entry has, with the nearest ones.
        InvalidPlaceError: a text that looks like a place and is none.
        UnknownWordError: a word that is not in its vocabulary, with the nearest.
        InvalidDateError: a day of another form.
        TextTooLongError: a declaration longer than what is read.
    """
    matcher = _matcher(registry)
    circumstances = matcher.circumstances(
        on=on,
        capacity=capacity,
        client=client,
        country=country,
        about=about,
        met=met,
        not_met=not_met,
        posts=posts,
        member_since=member_since,
        max_age=max_age,
        place=place,
    )
    doing = word(Activity, "activities", activity)
    return matcher.decide(community, matcher.read(who), doing, circumstances)


def overview(
    community: str,
    who: str | Mapping[str, str] | Disclosure,
    *,
    registry: Registry | None = None,
    **options: object,
) -> dict[Activity, Decision]:
    """Every standard activity with its decision; options and errors as for `match`."""
    matcher = _matcher(registry)
    circumstances = matcher.circumstances(**options)  # type: ignore[arg-type]  # checked there
    standing = Standing.of(matcher.read(who), circumstances)
    venue = matcher.venue(community)
    return {
        activity: decide(venue, standing, activity) for activity in STANDARD_ACTIVITIES
    }


def read_disclosure(
    who: str | Mapping[str, str], *, registry: Registry | None = None
) -> Disclosure:
    """What a text, or texts by place of declaration, declares.

    Raises:
        UnknownWordError: a place of declaration that is not in the vocabulary.
        TextTooLongError: the text is longer than what is read.
    """
    return _matcher(registry).read(who)


class Matcher:
    """A registry with its reader and the layers drawn so far.

    `match` keeps one for each registry it is given; make one to answer many questions
    of one registry with the disclosures and circumstances in hand.
    """

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._own: dict[str, Texts] = {}
        self._reader: Reader | None = None
        self._codes: Texts | None = None

    def read(self, who: str | Mapping[str, str] | Disclosure) -> Disclosure:
        """What somebody declares; a disclosure is given back as it is."""
        if isinstance(who, Disclosure):
            return who
        if not isinstance(who, str):
            who = {word(Place, "places", place): text for place, text in who.items()}
        return self.reader.read(who)

    @property
    def reader(self) -> Reader:
        """The reader of declarations, made when first asked for."""
        if self._reader is None:
            self._reader = load_reader(self.registry)
        return self._reader

    def decide(
        self,
        community: str,
        disclosure: Disclosure,
        activity: Activity,
        circumstances: Circumstances,
    ) -> Decision:
        """The decision for a disclosure already read."""
        standing = Standing.of(disclosure, circumstances)
        return decide(self.venue(community), standing, activity)

    def venue(self, community: str) -> Venue:
        """A community (by id, alias or place) with its layers drawn.

        Raises:
            UnknownIdentifierError, InvalidPlaceError: as for `match`.
        """
        policy = self._platform_policy(community)
        if policy is not None:
            return self._venue(
                None, policy.name, f"policy {policy.id}", [(Layer.PLATFORM, policy)]
            )
        found = self.registry.resolve(community)
        place = parse(community) if looks_like_place(community) else None
        text = None if place is None else place.text
        if found is None:
            platform = None if place is None else platform_of(place)
            own = self._policies_of(platform)
            return self._venue(None, text, f"at {platform}", own)
        key = f"community {found.id}"
        return self._venue(found, text, key, self._layers(found))

    def circumstances(  # noqa: PLR0913  by keyword, one for each circumstance
        self,
        *,
        on: date | str | None = None,
        capacity: str | None = None,
        client: str | None = None,
        country: str | None = None,
        about: str | None = None,
        met: Iterable[str] = (),
        not_met: Iterable[str] = (),
        posts: int | None = None,
        member_since: date | str | None = None,
        max_age: str | Period | None = None,
        place: str | None = None,
    ) -> Circumstances:
        """Circumstances from plain words; arguments and errors as for `match`."""
        return Circumstances(
            on=date.today() if on is None else day_of(on),  # noqa: DTZ011  the user's day
            capacity=word(Capacity, "capacities", capacity) if capacity else None,
            clients=() if client is None else (self._client(client),),
            country=_country(country) if country else None,
            about=word(Subject, "subjects", about) if about else None,
            area=place,
            met=frozenset(_selector(text) for text in met),
            not_met=frozenset(_selector(text) for text in not_met),
            posts=posts,
            member_since=None if member_since is None else day_of(member_since),
            max_age=_age(max_age),
        )

    def _layers(self, community: Community) -> Iterator[tuple[Layer, Entry]]:
        yield Layer.COMMUNITY, community
        for host in self._hosts(community):
            yield Layer.HOST, host
        yield from self._policies_of(community.platform)

    def _venue(
        self,
        community: Community | None,
        place: str | None,
        key: str,
        own: Iterable[tuple[Layer, Entry]],
    ) -> Venue:
        # Kept by entry and not by the address that was asked: those have no end, and
        # tell where somebody writes.
        texts = self._own.get(key)
        if texts is None:
            texts = self._own[key] = Texts(own)
        return Venue(
            community=community,
            place=place,
            own=texts,
            codes=self._all_codes(),
            organizations=self.registry.organizations,
            registry_version=self.registry.version,
            registry_digest=self.registry.digest,
        )

    def _all_codes(self) -> Texts:
        if self._codes is None:
            self._codes = Texts(
                (Layer.CODE, code)
                for code in self.registry.codes.values()
                if code.kind is not CodeKind.PLATFORM_POLICY
            )
        return self._codes

    def _hosts(self, community: Community) -> Iterator[Community]:
        seen = {community.id}
        above = community.part_of
        while above is not None and above not in seen:
            seen.add(above)
            host = self.registry.get(above)
            if host is None:
                raise InvalidDocumentError(
                    "/part_of", "a community of this registry", above, community.id
                )
            yield host
            above = host.part_of

    def _policies_of(self, platform: str | None) -> list[tuple[Layer, Entry]]:
        policy = None if platform is None else self._platform_policy(platform)
        return [] if policy is None else [(Layer.PLATFORM, policy)]

    def _platform_policy(self, identifier: str) -> Code | None:
        code = self.registry.codes.get(identifier)
        if code is None or code.kind is not CodeKind.PLATFORM_POLICY:
            return None
        return code

    def _client(self, name: str) -> Affiliation:
        """The client that an agency's employee acts for, by id or by name."""
        if not name.strip():
            raise UnknownIdentifierError("organization", name)
        parties = self._named(name)
        kinds = {party.kind for party in parties}
        return Affiliation(
            organization=parties[0] if len(parties) == 1 else None,
            surface=name,
            kind=kinds.pop() if len(kinds) == 1 else None,
            relationship=Relationship.AGENCY,
            status=Status.CURRENT,
            candidates=parties if len(parties) > 1 else (),
        )

    def _named(self, name: str) -> tuple[Party, ...]:
        """The organisations that bear an id or a name."""
        organizations = self.registry.organizations
        if name in organizations:
            found = [organizations[name]]
        else:
            folded = name.casefold()
            found = [
                record
                for record in organizations.values()
                if any(
                    folded == known.casefold()
                    for known in (*record.names.strong, *record.names.weak)
                )
            ]
        return tuple(Party(record.id, record.name, record.kind) for record in found)


def word(enum: type[_Word], name: str, text: str) -> _Word:
    """A term of a vocabulary by its id.

    Raises:
        UnknownWordError: no such term; the nearest are named, also by the words that
            people use instead.
    """
    try:
        return enum(text)
    except ValueError:
        raise UnknownWordError(name, text, _near(enum, name, text)) from None


def _near(enum: type[_Word], name: str, text: str) -> tuple[str, ...]:
    asked = text.casefold().replace("_", "-").strip()
    said: dict[str, str] = {str(member): str(member) for member in enum}
    for term in vocabulary(name)["terms"]:
        for other in (term["label"], *term.get("also_said", ())):
            said.setdefault(other.casefold(), term["id"])
    return tuple(dict.fromkeys(said[other] for other in nearest(asked, said)))


def _selector(text: str) -> ConditionSelector:
    term, colon, value = text.partition(":")
    found = word(ConditionTerm, "conditions", term.strip())
    if colon and not value.strip():
        raise UnknownWordError("values of a condition", value)
    return ConditionSelector(found, value.strip() if colon else None)


def day_of(day: date | str) -> date:
    """A day given as one, or as `YYYY-MM-DD`.

    Raises:
        InvalidDateError: a text of another form.
    """
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day) if _DAY.fullmatch(day) else _no_day(day)
    except ValueError:
        return _no_day(day)


def _no_day(text: str) -> NoReturn:
    raise InvalidDateError(text, whole=True) from None


def _age(age: str | Period | None) -> Period | None:
    if age is None or isinstance(age, Period):
        return age
    short = _AGE.fullmatch(age.strip())
    try:
        return Period.parse(f"P{short[1]}{short[2].upper()}" if short else age)
    except InvalidDateError:
        raise UnknownWordError("ages (such as 2y, 18m, 90d or P2Y)", age) from None


def _country(text: str) -> str:
    code = text.strip().upper()
    if code not in _countries():
        raise UnknownWordError("countries (ISO 3166-1 alpha-2, such as GB)", text)
    return code


@cache
def _countries() -> frozenset[str]:
    """The countries that entries may name."""
    common = schemas().joinpath("common.schema.json").read_text("utf-8")
    return frozenset(json.loads(common)["$defs"]["country"]["enum"])


def _matcher(registry: Registry | None) -> Matcher:
    return _shipped() if registry is None else _remembered(_Same(registry))


@cache
def _shipped() -> Matcher:
    return Matcher(load())


class _Same:
    """A registry as a key by identity: comparing digests would read every entry."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.registry is self.registry

    def __hash__(self) -> int:
        return id(self.registry)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(same: _Same) -> Matcher:
    return Matcher(same.registry)
