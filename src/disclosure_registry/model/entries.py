"""Entries of the registry: communities, codes and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from disclosure_registry.model.dates import FuzzyDate
    from disclosure_registry.model.rules import Rule, Source
    from disclosure_registry.vocabulary import (
        Actor,
        Audience,
        Capacity,
        CodeKind,
        CommunityStatus,
        Force,
        MaintainerKind,
        Platform,
        Relationship,
    )


@attrs.frozen
class Issuer:
    """Who issued a code or runs a community; `organization` is an id if we hold it."""

    name: str
    organization: str | None = None


@attrs.frozen(kw_only=True)
class Maintainer:
    """Who answers for an entry: the operator, with proof, or a third party."""

    kind: MaintainerKind
    name: str
    proof: str | None = None


@attrs.frozen(kw_only=True)
class Dispute:
    """Two readings of the same rules, side by side; `rules` are ids in the entry."""

    rules: tuple[str, ...]
    owner_says: str
    curator_read: str
    opened: FuzzyDate


@attrs.frozen(kw_only=True)
class Community:
    """A space where people meet online, with its rules.

    `places` are web addresses, `@handles` and `#hashtags`; `part_of` is the id of the
    community whose rules hold here too.
    """

    id: str
    name: str
    places: tuple[str, ...]
    platform: Platform
    status: CommunityStatus
    languages: tuple[str, ...]
    sources: tuple[Source, ...]
    rules: tuple[Rule, ...] = ()
    aliases: tuple[str, ...] = ()
    operator: Issuer | None = None
    part_of: str | None = None
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audience: tuple[Audience, ...] = ()
    contact: str | None = None
    maintainers: tuple[Maintainer, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    notes: str | None = None


@attrs.frozen(kw_only=True)
class Binds:
    """Whom a code binds.

    Empty `relationships` mean those who belong to a bound organisation, agencies for
    it not among them; empty `capacities` mean any.
    """

    actors: frozenset[Actor]
    relationships: frozenset[Relationship] = frozenset()
    capacities: frozenset[Capacity] = frozenset()


@attrs.frozen(kw_only=True)
class Code:
    """A text that binds people by who they are.

    A company code binds those who belong to its issuer or the issuer's subsidiaries;
    any other binds the facets that `binds` names, in its `countries` (all where empty).
    """

    id: str
    name: str
    kind: CodeKind
    issuer: Issuer
    binds: Binds
    force: Force
    sources: tuple[Source, ...]
    rules: tuple[Rule, ...] = ()
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    contact: str | None = None
    maintainers: tuple[Maintainer, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    notes: str | None = None


@attrs.frozen(kw_only=True)
class Names:
    """Names of an organisation: strong ones identify alone, weak ones beside a cue."""

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Parent:
    """An organisation that owns this one, from a day (included) until one (not)."""

    organization: str
    since: FuzzyDate | None = None
    until: FuzzyDate | None = None


@attrs.frozen(kw_only=True)
class Organization:
    """An organisation that people are tied to."""

    id: str
    name: str
    kind: Actor
    names: Names
    countries: tuple[str, ...] = ()
    parents: tuple[Parent, ...] = ()
    successor_of: tuple[str, ...] = ()
    ended: FuzzyDate | None = None
    domains: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    evidence: tuple[str, ...] = ()
    notes: str | None = None
