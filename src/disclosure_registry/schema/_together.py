"""What no document says alone: references, and claims that meet.

`Neighbours` is what a registry holds, gathered from its documents, as far as other
documents may refer to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from disclosure_registry import urls
from disclosure_registry.errors import InvalidPlaceError
from disclosure_registry.schema._problem import Level, Problem, pointer
from disclosure_registry.schema._words import (
    ALIKE,
    ALMOST_ALIKE,
    LISTS,
    did_you_mean,
    nearest,
)
from disclosure_registry.vocabulary import Platform

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from disclosure_registry.schema._sound import Fields, Sound

ENTRIES: Final = ("community", "code")


@attrs.frozen
class Held:
    """A document of a registry: its kind, the name of its file, what it says."""

    kind: str
    name: str
    document: Any


@attrs.define
class Neighbours:
    """What documents may refer to, and who claims what."""

    #: Kind → id → the files that hold it.
    ids: dict[str, dict[str, list[str]]] = attrs.Factory(dict)
    #: Alias of a community or code → the ids that claim it.
    aliases: dict[str, list[str]] = attrs.Factory(dict)
    #: `entry#rule` → whether the rule yields.
    rules: dict[str, bool] = attrs.Factory(dict)
    #: Community → the community it is part of.
    part_of: dict[str, str] = attrs.Factory(dict)
    #: Place → the communities that claim it.
    places: dict[urls.Place, list[str]] = attrs.Factory(dict)
    topics: set[str] = attrs.Factory(set)

    @staticmethod
    def of(held: Iterable[Held]) -> Neighbours:
        """Gather what these documents hold; what is malformed is left out."""
        found = Neighbours()
        for one in held:
            if isinstance(one.document, dict):
                found._add(one)
        return found

    def known(self, kind: str) -> Collection[str]:
        """All ids of a kind."""
        return self.ids.get(kind, {}).keys()

    def _add(self, one: Held) -> None:
        identifier = one.document.get("id")
        if one.kind == "organizations":
            for organization in _ids(one.document, "organizations"):
                self._hold("organization", organization, one.name)
        elif one.kind == "vocabulary" and identifier == "topics":
            self.topics.update(_ids(one.document, "terms"))
        elif one.kind in ENTRIES and isinstance(identifier, str):
            self._hold(one.kind, identifier, one.name)
            self._add_entry(identifier, one.document)

    def _hold(self, kind: str, identifier: str, name: str) -> None:
        self.ids.setdefault(kind, {}).setdefault(identifier, []).append(name)

    def _add_entry(self, identifier: str, document: Fields) -> None:
        for alias in _items(document, "aliases"):
            if isinstance(alias, str):
                self.aliases.setdefault(alias.casefold(), []).append(identifier)
        for rule in _items(document, "rules"):
            if isinstance(rule, dict):
                name = f"{identifier}#{rule.get('id')}"
                self.rules[name] = rule.get("yields") is True
        if isinstance(document.get("part_of"), str):
            self.part_of[identifier] = document["part_of"]
        for text in _items(document, "places"):
            place = _place(text)
            claims = self.places.setdefault(place, []) if place else []
            if identifier not in claims:
                claims.append(identifier)


def _items(document: Fields, field: str) -> list[Any]:
    items = document.get(field)
    return items if isinstance(items, list) else []


def _ids(document: Fields, field: str) -> list[str]:
    found = [one.get("id") for one in _items(document, field) if isinstance(one, dict)]
    return [one for one in found if isinstance(one, str)]


def _place(text: object) -> urls.Place | None:
    try:
        return urls.parse(text) if isinstance(text, str) else None
    except InvalidPlaceError:
        return None


def together(entry: Sound, kind: str, near: Neighbours) -> Iterator[Problem]:
    """Everything about a document that depends on the documents beside it."""
    if kind in ENTRIES:
        yield from _entry_claims(entry, kind, near)
        yield from _unknown_topics(entry, near)
        yield from _foreign_overrides(entry, near)
    if kind == "community":
        yield from _unknown_party(entry, "operator", near)
        yield from _unknown_host(entry, near)
        yield from _claimed_places(entry, near)
    elif kind == "code":
        yield from _unknown_party(entry, "issuer", near)
        yield from _nobody_reads(entry)
    elif kind == "organizations":
        yield from _organizations(entry, near)


def _entry_claims(entry: Sound, kind: str, near: Neighbours) -> Iterator[Problem]:
    identifier = entry.document.get("id")
    if not isinstance(identifier, str):
        return
    files = near.ids.get(kind, {}).get(identifier, ())
    if len(files) > 1:
        yield _taken("/id", "id", identifier, f"{len(files)} files hold it")
    for other in ENTRIES:
        if other != kind and identifier in near.ids.get(other, {}):
            # Rules are cited as entry#rule, whichever sort of entry it is.
            yield _taken("/id", "id", identifier, f"a {other} has it")
    owners = [one for one in near.aliases.get(identifier, ()) if one != identifier]
    if owners:
        yield _taken("/id", "id", identifier, f'it is an alias of "{owners[0]}"')
    for place, alias in entry.items("aliases"):
        others = [
            one for one in near.aliases.get(alias.casefold(), ()) if one != identifier
        ]
        if others:
            yield _taken(place, "aliases", alias, f'"{others[0]}" has the same alias')
        elif alias in near.ids.get(kind, {}) and alias != identifier:
            yield _taken(place, "aliases", alias, "it is the id of another entry")


def _taken(place: str, field: str, found: str, why: str) -> Problem:
    return Problem(
        check="taken",
        message=f'"{found}" is taken: {why}',
        pointer=place,
        field=field,
        found=found,
        expected="an id or alias of its own",
    )


def _unknown(
    place: str, found: str, known: Collection[str], kind: str, hint: str
) -> Problem:
    noun = LISTS["Topic"][0] if kind == "topic" else f"the id of {kind}"
    name, alike = ("Topic", ALIKE) if kind == "topic" else ("", ALMOST_ALIKE)
    close = nearest(found, tuple(known), name, alike)
    return Problem(
        check="unknown-reference",
        message=f'"{found}" is not {noun}{did_you_mean(close) or hint}',
        pointer=place,
        field=place.rpartition("/")[2],
        found=found,
        expected=noun,
        close=close,
    )


def _unknown_topics(entry: Sound, near: Neighbours) -> Iterator[Problem]:
    for place, topic in entry.items("topics"):
        if topic not in near.topics:
            hint = "; the words are in data/vocabulary/topics.json"
            yield _unknown(place, topic, near.topics, "topic", hint)


def _unknown_party(entry: Sound, field: str, near: Neighbours) -> Iterator[Problem]:
    found = entry.get(field, "organization")
    known = near.known("organization")
    if isinstance(found, str) and found not in known:
        hint = "; leave it out, or add the organisation to data/organizations"
        place = pointer(field, "organization")
        yield _unknown(place, found, known, "an organisation", hint)


def _unknown_host(entry: Sound, near: Neighbours) -> Iterator[Problem]:
    found = entry.get("part_of")
    if not isinstance(found, str):
        return
    known = near.known("community")
    if found not in known:
        yield _unknown("/part_of", found, known, "a community", "")
        return
    chain = [entry.get("id"), found]
    while chain[-1] in near.part_of and len(set(chain)) == len(chain):
        chain.append(near.part_of[chain[-1]])
    if len(set(chain)) < len(chain):
        yield Problem(
            check="circle",
            message=f"this leads in a circle: {' → '.join(map(str, chain))}",
            pointer="/part_of",
            field="part_of",
            found=found,
            expected="a host that is not part of this community",
        )


def _claimed_places(entry: Sound, near: Neighbours) -> Iterator[Problem]:
    identifier = entry.document.get("id")
    seen: dict[urls.Place, str] = {}
    for where, text in entry.items("places"):
        place = _place(text)
        if place is None:
            yield Problem(
                check="no-place",
                message=f'"{text}" is no web address, handle or hashtag',
                pointer=where,
                field="places",
                found=text[:80],
                expected="a web address, handle or hashtag",
            )
            continue
        others = [one for one in near.places.get(place, ()) if one != identifier]
        if others:
            yield _claimed(where, text, f'"{others[0]}" claims it too')
        elif place in seen:
            yield _claimed(where, text, f'it is the same place as "{seen[place]}"')
        seen[place] = text


def _claimed(where: str, text: str, why: str) -> Problem:
    return Problem(
        check="place-claimed-twice",
        message=f'"{text[:80]}" is claimed twice: {why}',
        pointer=where,
        field="places",
        found=text[:80],
        expected="a place that no other entry claims",
    )


def _foreign_overrides(entry: Sound, near: Neighbours) -> Iterator[Problem]:
    own = entry.get("id")
    for rule_place, rule in entry.items("rules"):
        for index, name in enumerate(rule.get("overrides", ())):
            where = rule_place + pointer("overrides", index)
            if "#" not in name:
                continue
            if name.partition("#")[0] == own:
                short = name.partition("#")[2]
                yield _override(where, name, f'say "{short}", for it is of this entry')
            elif name not in near.rules:
                yield _unknown(where, name, near.rules, "a rule", "")
            elif not near.rules[name]:
                why = f'"{name}" does not yield: its own text must say that it does'
                yield _override(where, name, why)


def _override(where: str, name: str, why: str) -> Problem:
    return Problem(
        check="foreign-override",
        message=why,
        pointer=where,
        field="overrides",
        found=name,
        expected="a rule of this entry, or one that yields",
    )


def _nobody_reads(code: Sound) -> Iterator[Problem]:
    """A platform's policy that no community is judged by, as its id is no platform."""
    identifier = code.get("id")
    if code.get("kind") != "platform-policy" or not isinstance(identifier, str):
        return
    known = tuple(map(str, Platform))
    if identifier not in known:
        close = nearest(identifier, known, "Platform")
        yield Problem(
            check="no-such-platform",
            level=Level.QUESTION,
            message=f'no platform is called "{identifier}", so the policy reaches no '
            f"community{did_you_mean(close)}",
            pointer="/id",
            field="id",
            found=identifier,
            known=known,
            close=close,
        )


def _organizations(entry: Sound, near: Neighbours) -> Iterator[Problem]:
    for where, one in entry.items("organizations"):
        files = near.ids["organization"].get(one["id"], ())
        if len(files) > 1:
            yield _taken(
                f"{where}/id", "id", one["id"], f"{len(files)} records have it"
            )
        yield from _unnamed(where, one)
        yield from _unknown_relatives(where, one, near)


def _unnamed(where: str, one: Fields) -> Iterator[Problem]:
    names = [*one["names"].get("strong", ()), *one["names"].get("weak", ())]
    if one["name"] not in names:
        yield Problem(
            check="name-not-listed",
            message=f'"{one["name"]}" is neither among the strong nor the weak names',
            pointer=f"{where}/name",
            field="name",
            found=one["name"][:80],
            expected="a name that is listed",
        )


def _unknown_relatives(where: str, one: Fields, near: Neighbours) -> Iterator[Problem]:
    known = near.known("organization")
    named = [
        (pointer("parents", index, "organization"), parent["organization"])
        for index, parent in enumerate(one.get("parents", ()))
    ]
    named += [
        (pointer("successor_of", index), identifier)
        for index, identifier in enumerate(one.get("successor_of", ()))
    ]
    for place, identifier in named:
        if identifier == one["id"]:
            yield Problem(
                check="circle",
                message=f'"{identifier}" is the organisation itself',
                pointer=where + place,
                field=place.split("/")[1],
                found=identifier,
                expected="another organisation",
            )
        elif identifier not in near.ids["organization"]:
            yield _unknown(where + place, identifier, known, "an organisation", "")
