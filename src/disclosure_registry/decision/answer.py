"""The answer: a verdict with everything that led there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

from disclosure_registry.codec import condition_to, disclosure_to
from disclosure_registry.decision.explain import explanation
from disclosure_registry.model import AnyOf, ConditionItem, Disclosure
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    Certainty,
    ConditionStatus,
    Extent,
    Fact,
    Layer,
    Silence,
    Stance,
    Verdict,
)

Document = dict[str, Any]


@attrs.frozen(kw_only=True)
class Citation:
    """A place in a text where a rule can be read."""

    source: str
    place: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    seen: str | None = None
    extent: Extent = Extent.PART


@attrs.frozen(kw_only=True)
class Reason:
    """A rule that applies (or, where not `certain`, may apply) to the person.

    `rule` is `entry#rule`, `source` the name of the entry, `decisive` whether the
    verdict would be another without it.
    """

    layer: Layer
    source: str
    rule: str
    stance: Stance
    summary: str
    decisive: bool
    certain: bool
    certainty: Certainty
    evidence: tuple[Citation, ...]


@attrs.frozen(kw_only=True)
class AskedCondition:
    """A condition of the answer, or alternatives, with its state and its rule."""

    item: ConditionItem
    status: ConditionStatus
    rule: str
    certain: bool

    @property
    def whom(self) -> str | None:
        """Whom the condition speaks of, where it speaks of one."""
        if isinstance(self.item, AnyOf):
            return None
        whom = self.item.get("whom")
        return whom if isinstance(whom, str) else None

    def to_dict(self) -> Document:
        """The condition as JSON: its term and parameters, status and rule."""
        document: Document = dict(condition_to(self.item))
        document["status"] = str(self.status)
        document["rule"] = self.rule
        document["certain"] = self.certain
        return document


@attrs.frozen(kw_only=True)
class Duty:
    """What a rule tells those who do it to do, or advises."""

    layer: Layer
    rule: str
    stance: Stance
    summary: str
    certain: bool


@attrs.frozen(kw_only=True)
class Ask:
    """Whom to ask: the word of the rule, their name and a page, where known."""

    whom: str
    name: str | None = None
    contact: str | None = None


@attrs.frozen(kw_only=True)
class Also:
    """What a rule of the venue says of a neighbouring activity."""

    activity: Activity
    verdict: Verdict
    rule: str


@attrs.frozen(kw_only=True)
class MissingFact:
    """A fact that would settle more, why, and the rules that hang on it."""

    fact: Fact
    about: str | None
    why: str
    rules: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Decision:
    """What the rules mean for this person and this activity, and why.

    `at_worst` and `at_best` bound the verdict while facts are missing. `silence` says
    on whose silence a verdict without leave rests. A Decision has no truth value: ask
    `allowed`, which is true for `permitted` alone.
    """

    verdict: Verdict
    certainty: Certainty
    community: str | None
    place: str | None
    activity: Activity
    on: date
    actors: tuple[Actor, ...]
    reasons: tuple[Reason, ...]
    conditions: tuple[AskedCondition, ...]
    duties: tuple[Duty, ...]
    advice: tuple[Duty, ...]
    ask: tuple[Ask, ...]
    missing_facts: tuple[MissingFact, ...]
    at_worst: Verdict
    at_best: Verdict
    silence: Silence | None
    countries: tuple[str, ...]
    next_steps: tuple[str, ...]
    suggested_disclosure: str | None
    disclosure: Disclosure
    max_age: str | None
    registry_version: str
    registry_digest: str
    _neighbours: Callable[[], tuple[Also, ...]] = attrs.field(eq=False, repr=False)
    _name: str = attrs.field(eq=False, repr=False)

    def __bool__(self) -> bool:
        raise TypeError(
            "A Decision is neither true nor false: ask `.allowed` or `.verdict`."
        )

    @property
    def allowed(self) -> bool:
        """Whether the person may do it now, with nothing open."""
        return self.verdict is Verdict.PERMITTED

    @property
    def open_conditions(self) -> tuple[AskedCondition, ...]:
        """The conditions that nobody has shown to be met."""
        return tuple(
            each for each in self.conditions if each.status is ConditionStatus.OPEN
        )

    @property
    def also(self) -> tuple[Also, ...]:
        """What the venue limits nearby, as it bears on this person."""
        return self._neighbours()

    @property
    def name(self) -> str:
        """What the venue is called, for people."""
        return self._name

    def explain(self) -> str:
        """The answer in sentences, for a person to read (lines of 79 columns)."""
        return explanation(self)

    def to_dict(self) -> Document:
        """The answer as JSON, in the shape of `schemas/decision.schema.json`."""
        return {
            "verdict": str(self.verdict),
            "certainty": str(self.certainty),
            "community": self.community,
            "place": self.place,
            "activity": str(self.activity),
            "on": self.on.isoformat(),
            "actors": [str(actor) for actor in self.actors],
            "reasons": [_reason_to(reason) for reason in self.reasons],
            "conditions": [each.to_dict() for each in self.conditions],
            "duties": [_plain(duty) for duty in self.duties],
            "advice": [_plain(duty) for duty in self.advice],
            "ask": [_plain(ask) for ask in self.ask],
            "also": [_plain(also) for also in self.also],
            "missing_facts": [_plain(fact) for fact in self.missing_facts],
            "at_worst": str(self.at_worst),
            "at_best": str(self.at_best),
            "silence": None if self.silence is None else str(self.silence),
            "countries": list(self.countries),
            "next_steps": list(self.next_steps),
            "suggested_disclosure": self.suggested_disclosure,
            "disclosure": disclosure_to(self.disclosure),
            "max_age": self.max_age,
            "registry": {
                "version": self.registry_version,
                "digest": self.registry_digest,
            },
        }


def _reason_to(reason: Reason) -> Document:
    document = _plain(reason)
    document["evidence"] = [_plain(citation) for citation in reason.evidence]
    return document


def _plain(thing: attrs.AttrsInstance) -> Document:
    document: Document = {}
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        if isinstance(value, tuple):
            document[field.name] = list(value)
        elif isinstance(value, bool) or value is None:
            document[field.name] = value
        else:
            document[field.name] = str(value)
    return document
