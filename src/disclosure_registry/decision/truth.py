"""Three-valued truth: yes, no, or unknown with the facts that would settle it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from disclosure_registry.vocabulary import Fact


class Value(IntEnum):
    """In rising order, so that `min` is *and* and `max` is *or* (Kleene's logic)."""

    NO = 0
    MAYBE = 1
    YES = 2


@attrs.frozen
class Missing:
    """A fact that nobody gave, and the name as written that it is about, if any."""

    fact: Fact
    about: str | None = None


@attrs.frozen
class Truth:
    """A value and, where it is MAYBE, the facts that leave it open.

    There is one YES and one NO: compare them with `is`.
    """

    value: Value
    missing: frozenset[Missing] = frozenset()

    def __bool__(self) -> bool:
        raise TypeError("A Truth has three values: compare its `value`.")

    def negated(self) -> Truth:
        """Not this."""
        if self.value is Value.MAYBE:
            return self
        return NO if self.value is Value.YES else YES


YES = Truth(Value.YES)
NO = Truth(Value.NO)


def maybe(fact: Fact, about: str | None = None) -> Truth:
    """Unknown for want of one fact."""
    return Truth(Value.MAYBE, frozenset((Missing(fact, about),)))


def known(condition: bool) -> Truth:  # noqa: FBT001 - the one argument is the value
    """A truth that is not in doubt."""
    return YES if condition else NO


def both(*truths: Truth) -> Truth:
    """All of them hold. What is surely false needs no further fact."""
    doubtful = False
    for truth in truths:
        if truth.value is Value.NO:
            return NO
        doubtful = doubtful or truth.value is Value.MAYBE
    return Truth(Value.MAYBE, _missing(truths)) if doubtful else YES


def either(*truths: Truth) -> Truth:
    """At least one of them holds (none given: no)."""
    value = max((truth.value for truth in truths), default=Value.NO)
    if value is not Value.MAYBE:
        return YES if value is Value.YES else NO
    return Truth(value, _missing(truths))


def _missing(truths: tuple[Truth, ...]) -> frozenset[Missing]:
    return frozenset().union(
        *(truth.missing for truth in truths if truth.value is Value.MAYBE)
    )
