"""The combining algorithms of XACML 3.0, over outcomes alone.

OASIS, *eXtensible Access Control Markup Language (XACML) Version 3.0* (22 January
2013), appendix C, with the extended values of Indeterminate of its section 7.10. The
law of the house (`decision.law`) is deny-overrides over its layers; tests say where it
goes further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeAlias, TypeVar

from disclosure_registry.errors import UnknownWordError, nearest

_Word = TypeVar("_Word", bound=StrEnum)


class Outcome(StrEnum):
    """What a rule, a policy or a set of policies answers, as XACML 3.0 spells it.

    The letters of an `Indeterminate` say what it might have been without the error:
    `D` a Deny, `P` a Permit, `DP` either.
    """

    PERMIT = "Permit"
    DENY = "Deny"
    NOT_APPLICABLE = "NotApplicable"
    INDETERMINATE_D = "Indeterminate{D}"
    INDETERMINATE_P = "Indeterminate{P}"
    INDETERMINATE_DP = "Indeterminate{DP}"


class Algorithm(StrEnum):
    """The combining algorithms, by the last part of their URN in the standard.

    The ordered ones differ in the order in which obligations are given, so that over
    outcomes alone they equal their unordered namesakes.
    """

    DENY_OVERRIDES = "deny-overrides"
    PERMIT_OVERRIDES = "permit-overrides"
    FIRST_APPLICABLE = "first-applicable"
    ONLY_ONE_APPLICABLE = "only-one-applicable"
    DENY_UNLESS_PERMIT = "deny-unless-permit"
    PERMIT_UNLESS_DENY = "permit-unless-deny"
    ORDERED_DENY_OVERRIDES = "ordered-deny-overrides"
    ORDERED_PERMIT_OVERRIDES = "ordered-permit-overrides"


Combiner: TypeAlias = Callable[[Sequence[Outcome]], Outcome]

#: The value of a response, which no longer says what it might have been.
_INDETERMINATE = "Indeterminate"


def combine(algorithm: Algorithm | str, outcomes: Iterable[Outcome | str]) -> Outcome:
    """Combine the outcomes of children as XACML 3.0, appendix C, does.

    The algorithms see outcomes, not targets. For only-one-applicable, which the
    standard defines by the targets of policies, a child whose outcome is
    `NotApplicable` therefore counts as one whose target does not match, and any other
    child as one whose target matches: two such children give `Indeterminate{DP}`. A
    policy whose target matches while none of its rules does is for this function not
    applicable, where the standard would count it (conformance case IID028).

    First-applicable stops at an Indeterminate and gives it back with its kind, for
    the standard names none.

    Args:
        algorithm: the standard's short name (`deny-overrides` …).
        outcomes: the children's outcomes, in order; a bare `Indeterminate`, as in a
            response, is read as `Indeterminate{DP}`.

    Returns:
        The outcome. Of no children: `NotApplicable`, save that deny-unless-permit
        gives `Deny` and permit-unless-deny `Permit`.

    Raises:
        UnknownWordError: an algorithm or an outcome of another name.

    """
    combiner = _COMBINERS[_word(Algorithm, "combining algorithms", algorithm)]
    return combiner([_outcome(outcome) for outcome in outcomes])


def _outcome(text: Outcome | str) -> Outcome:
    if text == _INDETERMINATE:
        return Outcome.INDETERMINATE_DP
    return _word(Outcome, "outcomes of XACML 3.0", text)


def _word(enum: type[_Word], name: str, text: str) -> _Word:
    try:
        return enum(text)
    except ValueError:
        close = nearest(text, map(str, enum))
        raise UnknownWordError(name, text, close) from None


def _overrides(
    stronger: Outcome, weaker: Outcome, doubtful: Outcome, weakly_doubtful: Outcome
) -> Combiner:
    """Sections C.2 and C.4, which mirror each other.

    `doubtful` is the Indeterminate that might have been the stronger outcome.
    """

    def combined(outcomes: Sequence[Outcome]) -> Outcome:
        found = set(outcomes)
        if stronger in found:
            return stronger
        either = Outcome.INDETERMINATE_DP
        if either in found:
            return either
        if doubtful in found:
            return either if found & {weaker, weakly_doubtful} else doubtful
        for outcome in (weaker, weakly_doubtful):
            if outcome in found:
                return outcome
        return Outcome.NOT_APPLICABLE

    return combined


def _unless(default: Outcome, exception: Outcome) -> Combiner:
    """Sections C.6 and C.7: whatever is not the exception is the default."""

    def combined(outcomes: Sequence[Outcome]) -> Outcome:
        return exception if exception in outcomes else default

    return combined


def _first_applicable(outcomes: Sequence[Outcome]) -> Outcome:
    """Section C.8."""
    applicable = (each for each in outcomes if each is not Outcome.NOT_APPLICABLE)
    return next(applicable, Outcome.NOT_APPLICABLE)


def _only_one_applicable(outcomes: Sequence[Outcome]) -> Outcome:
    """Section C.9, with outcomes in place of targets."""
    applicable = [each for each in outcomes if each is not Outcome.NOT_APPLICABLE]
    if len(applicable) > 1:
        return Outcome.INDETERMINATE_DP
    return applicable[0] if applicable else Outcome.NOT_APPLICABLE


_DENY_OVERRIDES = _overrides(
    Outcome.DENY, Outcome.PERMIT, Outcome.INDETERMINATE_D, Outcome.INDETERMINATE_P
)
_PERMIT_OVERRIDES = _overrides(
    Outcome.PERMIT, Outcome.DENY, Outcome.INDETERMINATE_P, Outcome.INDETERMINATE_D
)

_COMBINERS: dict[Algorithm, Combiner] = {
    Algorithm.DENY_OVERRIDES: _DENY_OVERRIDES,
    Algorithm.PERMIT_OVERRIDES: _PERMIT_OVERRIDES,
    Algorithm.FIRST_APPLICABLE: _first_applicable,
    Algorithm.ONLY_ONE_APPLICABLE: _only_one_applicable,
    Algorithm.DENY_UNLESS_PERMIT: _unless(Outcome.DENY, Outcome.PERMIT),
    Algorithm.PERMIT_UNLESS_DENY: _unless(Outcome.PERMIT, Outcome.DENY),
    Algorithm.ORDERED_DENY_OVERRIDES: _DENY_OVERRIDES,
    Algorithm.ORDERED_PERMIT_OVERRIDES: _PERMIT_OVERRIDES,
}
