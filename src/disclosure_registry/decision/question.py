"""What is asked: the venue with its layers, and the circumstances of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from disclosure_registry.decision.force import in_force
from disclosure_registry.decision.truth import NO, Truth
from disclosure_registry.hierarchy import ACTIVITIES_ABOVE, ACTIVITIES_INCLUDED
from disclosure_registry.model import (
    Affiliation,
    Code,
    Community,
    Condition,
    Organization,
    Period,
    Rule,
    Source,
)
from disclosure_registry.vocabulary import (
    Activity,
    Basis,
    Capacity,
    CodeKind,
    ConditionTerm,
    Force,
    Layer,
    Stance,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

Entry: TypeAlias = Community | Code

#: Questions (an activity on a day) whose lines are remembered for each set of texts.
_MOST_DAYS = 512

#: The stances that let somebody do something.
PERMISSIONS = frozenset((Stance.PERMITTED, Stance.CONDITIONAL))


@attrs.frozen(kw_only=True, eq=False)
class Line:
    """A rule that bears on an activity, with the text and the layer it stands in.

    `key` cites it as `entry#rule`. `advises` says that it only advises: an opinion, a
    word of advice, or any rule of a text without force. `permits` says that the
    activity is one that the rule names or a narrower one, so that it may give leave;
    a limit or a duty also reaches what includes its activity.
    """

    key: str
    layer: Layer
    entry: Entry
    rule: Rule
    sources: Mapping[str, Source]
    permits: bool
    advises: bool


class Texts:
    """Texts with the lines of each that bear on an activity, looked up once."""

    def __init__(self, texts: Iterable[tuple[Layer, Entry]]) -> None:
        self.texts = tuple(texts)
        self._lines: dict[Activity, tuple[Line, ...]] = {}
        self._held: dict[tuple[Activity, date], tuple[tuple[Line, Truth], ...]] = {}

    def bearing_on(self, activity: Activity) -> tuple[Line, ...]:
        """Every line that reaches `activity`, in the order of the texts."""
        lines = self._lines.get(activity)
        if lines is None:
            lines = self._lines[activity] = tuple(self._find(activity))
        return lines

    def holding(self, activity: Activity, on: date) -> tuple[tuple[Line, Truth], ...]:
        """The lines that hold, or may hold, on a day, each with whether it does."""
        held = self._held.get((activity, on))
        if held is None:
            if len(self._held) >= _MOST_DAYS:
                self._held.clear()
            held = self._held[activity, on] = tuple(
                (line, truth)
                for line in self.bearing_on(activity)
                if (truth := in_force(line.rule, line.sources, on)) is not NO
            )
        return held

    def _find(self, activity: Activity) -> Iterator[Line]:
        included, above = ACTIVITIES_INCLUDED[activity], ACTIVITIES_ABOVE[activity]
        for layer, entry in self.texts:
            sources = {source.id: source for source in entry.sources}
            for rule in entry.rules:
                permits = bool(rule.activities & above)
                if permits or (
                    rule.stance not in PERMISSIONS and rule.activities & included
                ):
                    yield Line(
                        key=f"{entry.id}#{rule.id}",
                        advises=_only_advises(entry, rule),
                        layer=layer,
                        entry=entry,
                        rule=rule,
                        sources=sources,
                        permits=permits,
                    )


def _only_advises(entry: Entry, rule: Rule) -> bool:
    return (
        rule.stance is Stance.ADVISED
        or rule.basis is Basis.OPINION
        or (isinstance(entry, Code) and entry.force is Force.ADVISORY)
    )


@attrs.frozen(kw_only=True, eq=False)
class Venue:
    """A community with its layers already drawn from one registry.

    `community` is None for a place that no entry claims; `place` is then its
    canonical text. `own` holds the texts that speak because of where one is: the
    community, what it is part of, its platform's policies. `codes` holds every other
    code of the registry (which of them bind is a question of the person) and is
    shared by all venues of a registry. `organizations` resolves ids to records, for
    the owners of a company. `operators` are the ids of the organisations that run the
    community, `countries` those that it is for, and `first_evidence` is the day before
    which nothing is known of it.
    """

    community: Community | None
    own: Texts
    codes: Texts
    place: str | None = None
    organizations: Mapping[str, Organization] = attrs.field(factory=dict)
    registry_version: str = ""
    registry_digest: str = ""
    operators: frozenset[str] = attrs.field(init=False)
    countries: frozenset[str] = attrs.field(init=False)
    first_evidence: date | None = attrs.field(init=False)

    @operators.default
    def _operators(self) -> frozenset[str]:
        operator = self.community.operator if self.community else None
        if operator is None or operator.organization is None:
            return frozenset()
        return frozenset((operator.organization,))

    @countries.default
    def _countries(self) -> frozenset[str]:
        return frozenset(self.community.countries if self.community else ())

    @first_evidence.default
    def _first_evidence(self) -> date | None:
        if self.community is None:
            return None
        days = [
            day.earliest
            for source in self.community.sources
            for day in (source.date, source.seen)
            if day is not None
        ]
        days += [
            rule.in_force.since.earliest
            for rule in self.community.rules
            if rule.in_force is not None and rule.in_force.since is not None
        ]
        return min(days, default=None)

    @property
    def name(self) -> str:
        """What people call it."""
        return self.community.name if self.community else self.place or "this place"


@attrs.frozen
class ConditionSelector:
    """Names conditions of a term, all of them or those with one parameter's value."""

    term: ConditionTerm
    value: str | None = None


@attrs.frozen(kw_only=True)
class Circumstances:
    """What is known beside the declaration; None or empty means: nobody said.

    `on` is the day asked about, `capacity` as what the person speaks here, `clients`
    whom the person acts for, `country` theirs (ISO 3166-1 alpha-2), `about` whose
    product is spoken of, `area` where in the community the act takes place, `met` and
    `not_met` the conditions that are and are not kept (a whole condition stands for
    itself), `posts` how many the person has written and `member_since` since when they
    are a member, `max_age` how old evidence may be.
    """

    on: date
    capacity: Capacity | None = None
    clients: tuple[Affiliation, ...] = ()
    country: str | None = None
    about: Subject | None = None
    area: str | None = None
    met: frozenset[ConditionSelector | Condition] = frozenset()
    not_met: frozenset[ConditionSelector | Condition] = frozenset()
    posts: int | None = None
    member_since: date | None = None
    max_age: Period | None = None


def is_company_code(entry: Entry) -> bool:
    """Whether an entry is a company's code for its own people."""
    return isinstance(entry, Code) and entry.kind is CodeKind.COMPANY_CODE
