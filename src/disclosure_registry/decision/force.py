"""Whether a rule holds on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_registry.decision.truth import NO, YES, Truth, maybe
from disclosure_registry.model import InForce
from disclosure_registry.vocabulary import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from disclosure_registry.model import FuzzyDate, Rule, Source

_ALWAYS = InForce()


def in_force(rule: Rule, sources: Mapping[str, Source], on: date) -> Truth:
    """Whether a rule holds on a day.

    A day inside the doubt of `from` or `until` is unknown; so is a day before the
    oldest text that shows a rule without `from`.
    """
    period = rule.in_force or _ALWAYS
    held = during(period.since, period.until, on)
    if period.since is not None or held is NO:
        return held
    oldest = _oldest_day(rule, sources)
    return held if oldest is None or on >= oldest else maybe(Fact.DAY)


def during(since: FuzzyDate | None, until: FuzzyDate | None, on: date) -> Truth:
    """Whether a day lies from `since` (inclusive) until `until` (exclusive)."""
    if since is not None and on < since.earliest:
        return NO
    if until is not None and on >= until.latest:
        return NO
    doubt = (since is not None and on < since.latest) or (
        until is not None and on >= until.earliest
    )
    return maybe(Fact.DAY) if doubt else YES


def _oldest_day(rule: Rule, sources: Mapping[str, Source]) -> date | None:
    """The first day by which the oldest text that shows the rule surely stood there."""
    days = [
        day
        for evidence in rule.evidence
        if (source := sources.get(evidence.source)) is not None
        and (day := _stood_by(source)) is not None
    ]
    return min(days, default=None)


def _stood_by(source: Source) -> date | None:
    """A text of June stood there by the end of June; one that was seen had a past."""
    if source.date is not None:
        return source.date.latest
    return source.seen.earliest if source.seen is not None else None
