"""The law of the house: from rules that apply to a verdict.

Only the venue can permit, and only those it names; every layer can forbid; duties add
up; and what is not known never widens a permission. (Manny Hernandez to Roche, 2010:
leave by the employer is never leave by the community.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from disclosure_registry.decision.applies import names_the_tie
from disclosure_registry.decision.certainty import rule_certainty
from disclosure_registry.decision.conditions import (
    FAILED,
    MET,
    OPEN,
    Standing,
    collide,
    has_opposite,
    is_checkable,
    needs_approval,
    status_of,
    worst,
)
from disclosure_registry.decision.question import PERMISSIONS
from disclosure_registry.decision.truth import YES, Truth, Value
from disclosure_registry.model import AnyOf, Condition, ConditionItem, Rule
from disclosure_registry.vocabulary import (
    Actor,
    Basis,
    Certainty,
    ConditionStatus,
    ConditionTerm,
    Layer,
    Stance,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from disclosure_registry.decision.facets import Facet
    from disclosure_registry.decision.question import Circumstances, Line

#: Strictest first.
STRICTNESS = (
    Verdict.PROHIBITED,
    Verdict.ASK_FIRST,
    Verdict.UNSTATED,
    Verdict.CONDITIONAL,
    Verdict.PERMITTED,
)

#: Verdict → how much leave it gives; what is not named gives none.
LEAVE = {Verdict.PERMITTED: 2, Verdict.CONDITIONAL: 1}

_PAIR = 2

#: The yes that a permission-required rule means where it names none.
OPERATORS_YES = Condition.of(ConditionTerm.APPROVAL, {"whom": "operator"})


def leave_of(verdict: Verdict) -> int:
    """2 for permitted, 1 for conditional, 0 for all else."""
    return LEAVE.get(verdict, 0)


class Application:
    """A rule that applies, or may apply, to a facet of the person.

    `venue` says that the rule is the venue's own, which alone can permit. `truth`
    holds given that the facet exists, `certain` that it applies beyond doubt to a
    facet beyond doubt. `items` are the rule's conditions that count in its layer,
    each with its state; `state` is that of all together. What the law asks of a rule
    again and again is worked out once: whether it `permits`, gives leave as it stands
    (`lets_in`), forbids, demands, asks for somebody's yes, or leaves one open, and
    which of its items are `opposable`.
    """

    __slots__ = (
        "_circumstances",
        "asks",
        "certain",
        "demands",
        "facet",
        "items",
        "lets_in",
        "line",
        "opposable",
        "permits",
        "prohibits",
        "rule",
        "state",
        "truth",
        "venue",
        "yes_open",
    )

    def __init__(
        self,
        *,
        line: Line,
        facet: Facet,
        truth: Truth,
        venue: bool,
        circumstances: Circumstances,
        items: tuple[tuple[ConditionItem, ConditionStatus], ...],
        yes_open: bool,
    ) -> None:
        stance = line.rule.stance
        self.line = line
        self.rule = line.rule
        self.facet = facet
        self.truth = truth
        self.venue = venue
        self.items = items
        self._circumstances = circumstances
        self.certain = truth is YES and facet.exists is YES
        self.state = worst(status for _, status in items) if items else MET
        leave = stance in PERMISSIONS
        waits = stance is Stance.PERMISSION_REQUIRED
        self.permits = line.permits and (leave or waits) and self.state is not FAILED
        self.lets_in = self.permits and venue and (leave or _has_the_yes(items))
        # Where a layer cannot permit, the terms of its permissions are duties.
        self.demands = stance is Stance.REQUIRED or waits or (leave and not venue)
        self.prohibits = stance is Stance.PROHIBITED or (
            self.demands and self.state is FAILED
        )
        self.yes_open = yes_open
        self.opposable = tuple(
            [
                item
                for item, status in items
                if status is not FAILED and has_opposite(item)
            ]
        )
        self.asks = stance is Stance.DISCOURAGED or (self.demands and yes_open)

    @property
    def key(self) -> str:
        """The rule as it is cited: `entry#rule`."""
        return self.line.key

    @property
    def certainty(self) -> Certainty:
        """How firm the rule is, as it stands for this facet."""
        return rule_certainty(self.line, self.facet, self._circumstances)

    @property
    def layer(self) -> Layer:
        """The layer that the rule stands in."""
        return self.line.layer

    @property
    def entry(self) -> str:
        """The id of the entry that the rule stands in."""
        return self.line.entry.id


@attrs.frozen(kw_only=True, eq=False)
class Judgement:
    """One side of the answer, with the applications that led there."""

    verdict: Verdict
    prohibiting: tuple[Application, ...] = ()
    asking: tuple[Application, ...] = ()
    leave: tuple[Application, ...] = ()
    demanding: tuple[Application, ...] = ()
    colliding: tuple[Application, ...] = ()
    leave_is_firm: bool = True

    @property
    def decisive(self) -> tuple[Application, ...]:
        """Those without which the verdict would be another."""
        if self.verdict is Verdict.PROHIBITED:
            return self.prohibiting
        if self.verdict is Verdict.ASK_FIRST:
            inferred = () if self.leave_is_firm else self.leave
            return (*self.asking, *self.colliding, *inferred)
        if self.verdict is Verdict.UNSTATED:
            return ()
        return (*self.leave, *(each for each in self.demanding if each.state is OPEN))


def counted_items(
    rule: Rule, facet: Facet, standing: Standing, *, venue: bool
) -> tuple[tuple[ConditionItem, ConditionStatus], ...]:
    """The conditions of a rule that count in the answer, with their states.

    Ways to behave cannot be shown beforehand: they count where they are the terms of
    a permission and are shown as duties elsewhere.
    """
    items = rule.conditions
    if rule.stance is Stance.PERMISSION_REQUIRED and not any(
        _asks_for_yes(item) for item in items
    ):
        items = (OPERATORS_YES, *items)
    terms_of_leave = venue and rule.stance in PERMISSIONS
    if not terms_of_leave and rule.stance is not Stance.PERMISSION_REQUIRED:
        items = tuple(item for item in items if is_checkable(item))
    return tuple((item, status_of(item, facet, standing)) for item in items)


def judge(
    applications: Sequence[Application],
    facets: Sequence[Facet],
    *,
    favourably: bool,
    approved: bool,
) -> Judgement:
    """Combine what applies, with every unknown against the person or in favour.

    Against: an uncertain rule restricts, permits nothing and sets nothing aside. In
    favour: it permits and sets aside, and restricts nothing. `approved` says that the
    operator's yes is there: leave to this person, whoever a rule names.
    """
    permissions = [each for each in applications if each.permits]
    aside = _set_aside(permissions, favourably=favourably)
    limits = [
        each
        for each in applications
        if (not favourably or each.certain)
        and (aside is None or not aside.covers(each))
    ]
    leave = _leave(permissions, facets, favourably=favourably, approved=approved)
    prohibiting = tuple([each for each in limits if each.prohibits])
    demanding = [
        each for each in limits if each.items and each.demands and not each.prohibits
    ]
    asking = [each for each in limits if each.asks and not each.prohibits]
    terms = [*leave.terms, *demanding]
    asking += [each for each in leave.terms if each.yes_open and each not in asking]
    colliding = _colliding(terms)
    return Judgement(
        verdict=_verdict(prohibiting, asking, colliding, leave, terms),
        prohibiting=prohibiting,
        asking=tuple(asking),
        leave=leave.applications,
        demanding=tuple(dict.fromkeys((*demanding, *leave.terms))),
        colliding=colliding,
        leave_is_firm=leave.firm,
    )


def _verdict(
    prohibiting: Sequence[Application],
    asking: Sequence[Application],
    colliding: Sequence[Application],
    leave: _Leave,
    terms: Sequence[Application],
) -> Verdict:
    """The strictest of all: prohibited, ask first, unstated, conditional, permitted."""
    if prohibiting:
        return Verdict.PROHIBITED
    if asking or colliding or (leave.given and not leave.firm):
        return Verdict.ASK_FIRST
    if not leave.given:
        return Verdict.UNSTATED
    is_open = any(each.state is OPEN for each in terms)
    return Verdict.CONDITIONAL if is_open else Verdict.PERMITTED


def _set_aside(permissions: list[Application], *, favourably: bool) -> _SetAside | None:
    """What the permissions set aside, or None where they set nothing aside."""
    overriding = [
        each
        for each in permissions
        if each.rule.overrides and (favourably or each.truth is YES)
    ]
    return _SetAside(overriding, favourably=favourably) if overriding else None


class _SetAside:
    """The rules that permissions set aside, for each facet and for the person.

    A limit on everyone that meets the person apart from ties is set aside by the
    permission of any of the person's facets: it is the same act. A rule of another
    text gives way to the venue alone, and only where it yields.
    """

    def __init__(self, permissions: list[Application], *, favourably: bool) -> None:
        self._by_facet: dict[int, set[str]] = {}
        self._of_person: set[str] = set()
        for each in permissions:
            keys = set(_overridden(each))
            self._by_facet.setdefault(id(each.facet), set()).update(keys)
            if favourably or each.facet.exists.value is Value.YES:
                self._of_person |= keys

    def covers(self, application: Application) -> bool:
        key = application.key
        return self._names(application, key) or (
            application.rule.yields and self._names(application, _FOREIGN + key)
        )

    def _names(self, application: Application, key: str) -> bool:
        if key in self._by_facet.get(id(application.facet), ()):
            return True
        return (
            application.facet.tie is None
            and Actor.EVERYONE in application.rule.actors
            and key in self._of_person
        )


#: Marks a rule that is named from another text.
_FOREIGN = "from elsewhere: "


def _overridden(permission: Application) -> Iterable[str]:
    """The rules that a permission names, those of other texts marked."""
    for name in permission.rule.overrides:
        entry, sign, _ = name.partition("#")
        if not sign:
            yield f"{permission.entry}#{name}"
        elif entry == permission.entry:
            yield name
        elif permission.venue:
            yield f"{_FOREIGN}{name}"


@attrs.frozen(kw_only=True, eq=False)
class _Leave:
    """What the venue gives: whether, how firm, by which rules, on which terms."""

    given: bool
    firm: bool
    applications: tuple[Application, ...] = ()
    terms: tuple[Application, ...] = ()


_NO_LEAVE = _Leave(given=False, firm=True)


def _leave(
    permissions: list[Application],
    facets: Sequence[Facet],
    *,
    favourably: bool,
    approved: bool,
) -> _Leave:
    """Leave by the venue's permissions that have not failed.

    Against the person, a doubtful permission gives no leave, yet its terms count
    beside the leave that another gives. In the person's favour, doubtful permissions
    (and their terms) are used only where sure ones do not do.
    """
    here = [each for each in permissions if each.lets_in]
    if not here and not approved:
        return _NO_LEAVE
    if not favourably:
        sure = [each for each in here if each.truth is YES]
        leave = _leave_by(sure, here, facets, favourably=False, approved=approved)
        return attrs.evolve(leave, terms=tuple(each for each in here if each.items))
    sure = [each for each in here if each.certain]
    leave = _leave_by(sure, [], facets, favourably=True, approved=approved)
    if leave.given and leave.firm:
        return leave
    return _leave_by(here, [], facets, favourably=True, approved=approved)


def _leave_by(
    permissions: list[Application],
    doubtful: list[Application],
    facets: Sequence[Facet],
    *,
    favourably: bool,
    approved: bool,
) -> _Leave:
    obtained = [
        each for each in permissions if each.rule.stance is Stance.PERMISSION_REQUIRED
    ]
    if approved or obtained:
        return _Leave(
            given=True,
            firm=True,
            applications=tuple(permissions),
            terms=tuple(each for each in permissions if each.items),
        )
    floor = Value.YES if favourably else Value.MAYBE
    needy = [
        facet
        for facet in facets
        if facet.industry.value >= floor and not _welcome_if_industry(facet, doubtful)
    ]
    used = [
        each
        for each in permissions
        if any(each.facet is facet for facet in needy)
        or (not needy and (favourably or each.facet.exists.value is Value.YES))
    ]
    groups = (
        [[each for each in used if each.facet is facet] for facet in needy]
        if needy
        else [used]
    )
    if not all(groups):
        return _NO_LEAVE
    sure = [each for each in used if _is_firm(each, floor)]
    firm = all(any(each in sure for each in group) for group in groups)
    return _Leave(
        given=True,
        firm=firm,
        # Where firm leave stands, what is merely inferred decides nothing.
        applications=tuple(sure if firm else used),
        # Terms of every permission that applies add up, whichever facet it is for.
        terms=tuple(each for each in permissions if each.items),
    )


def _welcome_if_industry(facet: Facet, permissions: list[Application]) -> bool:
    """Whether a tie of unknown kind is let in in case it is one to industry.

    A permission that names industry itself lets it in if it is, and if it is not the
    tie needs no leave: either way it asks for nothing more.
    """
    return facet.kind_open and any(
        each.facet is facet
        and Actor.INDUSTRY in each.rule.actors
        and each.rule.basis is Basis.STATED
        and each.certainty is not Certainty.STALE
        and each.truth.missing == facet.industry.missing
        for each in permissions
    )


def _has_the_yes(items: tuple[tuple[ConditionItem, ConditionStatus], ...]) -> bool:
    """Whether every yes that a permission-required rule names has been given."""
    return all(status is MET for item, status in items if _asks_for_yes(item))


def _is_firm(application: Application, floor: Value) -> bool:
    """Firm leave is stated, not stale, and names the tie to industry it lets in."""
    if application.rule.basis is not Basis.STATED:
        return False
    if application.certainty is Certainty.STALE:
        return False
    tied = application.facet.industry.value >= floor
    return not tied or names_the_tie(application.rule, application.facet)


def leaves_a_yes_open(
    items: tuple[tuple[ConditionItem, ConditionStatus], ...],
    facet: Facet,
    standing: Standing,
) -> bool:
    """Whether some item cannot be met without a yes that is not there yet."""
    return any(
        status is OPEN and needs_approval(item, facet, standing)
        for item, status in items
    )


def _asks_for_yes(item: ConditionItem) -> bool:
    """Whether there is no way through an item without somebody's yes."""
    branches = item.branches if isinstance(item, AnyOf) else ((item,),)
    return all(
        any(condition.term is ConditionTerm.APPROVAL for condition in branch)
        for branch in branches
    )


def _colliding(terms: Sequence[Application]) -> tuple[Application, ...]:
    """Those whose conditions cannot all be kept; a rule that yields gives way."""
    wanted = [(each, item) for each in terms for item in each.opposable]
    if len(wanted) < _PAIR or not collide(item for _, item in wanted):
        return ()
    firm = [(each, item) for each, item in wanted if not each.rule.yields]
    if len(firm) < len(wanted) and not collide(item for _, item in firm):
        return ()
    return tuple(
        dict.fromkeys(
            each
            for index, (each, item) in enumerate(firm)
            if any(
                collide((item, other))
                for place, (_, other) in enumerate(firm)
                if place != index
            )
        )
    ) or tuple(dict.fromkeys(each for each, _ in firm))
