"""Rules, what they ask, and where they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    Basis,
    Capacity,
    ConditionTerm,
    Enforcement,
    Extent,
    Liable,
    Relationship,
    Stance,
    Subject,
    Via,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from disclosure_registry.model.dates import FuzzyDate, Period

Value: TypeAlias = str | int | tuple[str, ...]


@attrs.frozen(kw_only=True)
class Source:
    """A text that was looked at, also one that says nothing.

    `date` is the text's own date, `seen` the day it was looked at and `via` how:
    only a text seen in its place proves that it stood there on that day.
    """

    id: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: FuzzyDate | None = None
    seen: FuzzyDate | None = None
    via: Via = Via.ARCHIVE
    extent: Extent = Extent.PART


@attrs.frozen
class Evidence:
    """The place in a source where a rule can be read; `source` is a source's id."""

    source: str
    place: str | None = None


@attrs.frozen(order=False)
class Condition:
    """One condition: its term and its parameters, in the order of their names."""

    term: ConditionTerm
    parameters: tuple[tuple[str, Value], ...] = ()

    @staticmethod
    def of(
        term: ConditionTerm, parameters: Mapping[str, Value] | None = None
    ) -> Condition:
        """A condition with its parameters put in order."""
        return Condition(term, tuple(sorted((parameters or {}).items())))

    def get(self, name: str) -> Value | None:
        """The value of a parameter, or None where it is not given."""
        for key, value in self.parameters:
            if key == name:
                return value
        return None


@attrs.frozen
class AnyOf:
    """Alternatives: all conditions of one branch are enough."""

    branches: tuple[tuple[Condition, ...], ...]


ConditionItem: TypeAlias = Condition | AnyOf


@attrs.frozen
class InForce:
    """When a rule holds: from a day (inclusive) until another (exclusive)."""

    since: FuzzyDate | None = None
    until: FuzzyDate | None = None


@attrs.frozen
class Exceptions:
    """For whom a rule does not hold: any of these facets excepts the whole person."""

    actors: frozenset[Actor] = frozenset()
    relationships: frozenset[Relationship] = frozenset()


@attrs.frozen(kw_only=True)
class Rule:
    """One statement of a community or a code.

    Empty `relationships` mean those who belong to an organisation; empty
    `capacities` mean any. `overrides` names rules of the same entry by id, or of
    another as `entry#rule`. `yields` lets a venue's permission set this rule aside.
    """

    id: str
    actors: frozenset[Actor]
    activities: frozenset[Activity]
    stance: Stance
    summary: str
    basis: Basis
    evidence: tuple[Evidence, ...]
    relationships: frozenset[Relationship] = frozenset()
    capacities: frozenset[Capacity] = frozenset()
    ties_within: Period | None = None
    excepting: Exceptions | None = None
    about: Subject | None = None
    conditions: tuple[ConditionItem, ...] = ()
    overrides: tuple[str, ...] = ()
    yields: bool = False
    in_force: InForce | None = None
    liable: frozenset[Liable] = frozenset()
    enforcement: frozenset[Enforcement] = frozenset()
