"""From a question to its two judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from disclosure_registry.decision.applies import applies, binds, is_operator
from disclosure_registry.decision.conditions import OPEN, Standing, selects
from disclosure_registry.decision.law import (
    Application,
    Judgement,
    counted_items,
    judge,
    leave_of,
    leaves_a_yes_open,
)
from disclosure_registry.decision.question import PERMISSIONS, is_company_code
from disclosure_registry.decision.truth import NO, YES, Truth, Value, both
from disclosure_registry.model import Code, Condition
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    ConditionTerm,
    Layer,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from disclosure_registry.decision.facets import Facet
    from disclosure_registry.decision.question import Circumstances, Line, Venue

#: Selectors of a yes that is the operator's: said so, by the moderators, or not said.
OPERATORS = (None, "operator", "moderators")

#: Advice and whether it surely is for this person.
Advice: TypeAlias = tuple["Line", bool]


@attrs.frozen(kw_only=True, eq=False)
class Judged:
    """A question with all that was found for it.

    `worst_case` is judged with every unknown against the person, `best_case` in the
    person's favour. `before` says that the day lies before all evidence.
    """

    venue: Venue
    standing: Standing
    activity: Activity
    applications: tuple[Application, ...]
    advice: tuple[Advice, ...]
    worst_case: Judgement
    best_case: Judgement
    before: bool
    verdict: Verdict
    at_worst: Verdict
    at_best: Verdict


def judged(venue: Venue, standing: Standing, activity: Activity) -> Judged:
    """Judge what a participant may do at a venue.

    Every rule that may apply is judged twice, with all that is unknown against the
    person and in the person's favour. Where both agree that is the verdict; where
    both allow it is `conditional`; else it is `cannot-tell`.
    """
    standing = _standing_at(venue, standing)
    applications, advice = _applications(venue, standing, activity)
    worst_case, best_case = _judge_twice(applications, standing)
    first = venue.first_evidence
    before = first is not None and standing.circumstances.on < first
    verdict, at_worst, at_best = (
        _before_evidence(best_case)
        if before
        else _agreed(worst_case.verdict, best_case.verdict)
    )
    return Judged(
        venue=venue,
        standing=standing,
        activity=activity,
        applications=applications,
        advice=advice,
        worst_case=worst_case,
        best_case=best_case,
        before=before,
        verdict=verdict,
        at_worst=at_worst,
        at_best=at_best,
    )


def verdict_of(venue: Venue, standing: Standing, activity: Activity) -> Verdict:
    """The verdict alone."""
    return judged(venue, standing, activity).verdict


def _standing_at(venue: Venue, standing: Standing) -> Standing:
    """The participant as the venue sees one: those who run it are its operator too."""
    facets = standing.person.facets
    if not venue.operators or not any(
        is_operator(facet, venue.operators) for facet in facets
    ):
        return standing
    seen = tuple(
        attrs.evolve(facet, actors=facet.actors | {Actor.OPERATOR})
        if is_operator(facet, venue.operators)
        else facet
        for facet in facets
    )
    return Standing(
        disclosure=standing.disclosure,
        circumstances=standing.circumstances,
        person=attrs.evolve(standing.person, facets=seen),
    )


def _applications(
    venue: Venue, standing: Standing, activity: Activity
) -> tuple[tuple[Application, ...], tuple[Advice, ...]]:
    """Every rule that may apply to a facet, and the advice beside them.

    What the codes say depends on the venue by its countries alone, so it is found
    once for a person, an activity and a set of countries.
    """
    on = standing.circumstances.on
    own, own_advice = _found(venue.own.holding(activity, on), venue, standing, activity)
    # The codes themselves are in the key: another registry may have others.
    key = (venue.codes, activity, venue.countries)
    remembered = standing.remembered.get(key)
    if remembered is None:
        remembered = standing.remembered[key] = _found(
            venue.codes.holding(activity, on), venue, standing, activity
        )
    codes, code_advice = remembered
    return own + codes, own_advice + code_advice


def _found(
    lines: tuple[tuple[Line, Truth], ...],
    venue: Venue,
    standing: Standing,
    activity: Activity,
) -> tuple[tuple[Application, ...], tuple[Advice, ...]]:
    applications: list[Application] = []
    advice: dict[str, Advice] = {}
    for line, held in lines:
        for index, facet in enumerate(standing.person.facets):
            truth = _holds(line, facet, index, venue, standing, activity, held)
            if truth is NO:
                continue
            if not line.advises:
                applications.append(
                    _apply(line, facet, truth, venue, standing, activity)
                )
            elif not advice.get(line.key, (line, False))[1]:
                advice[line.key] = line, truth is YES and facet.exists is YES
    return tuple(applications), tuple(advice.values())


def _holds(
    line: Line,
    facet: Facet,
    index: int,
    venue: Venue,
    standing: Standing,
    activity: Activity,
    held: Truth,
) -> Truth:
    entry = line.entry
    code = entry if line.layer is Layer.CODE and isinstance(entry, Code) else None
    bound = _binding(code, facet, index, venue, standing) if code else YES
    if bound is NO:
        return NO
    spoken = applies(
        line.rule,
        facet,
        standing.person,
        activity,
        standing.circumstances,
        capacities=facet.code_capacities if code else facet.venue_capacities,
        actors_settled=code is not None and is_company_code(code),
    )
    if spoken is YES and bound is YES:
        return held
    return both(held, bound, spoken)


def _binding(
    code: Code, facet: Facet, index: int, venue: Venue, standing: Standing
) -> Truth:
    """Whether a code binds the facet, remembered for its other rules."""
    key = (venue.codes, code.id, index, venue.countries)
    truth = standing.bindings.get(key)
    if truth is None:
        truth = standing.bindings[key] = binds(
            code,
            facet,
            standing.person,
            standing.circumstances,
            places=venue.countries,
            organizations=venue.organizations,
        )
    return truth


def _apply(
    line: Line,
    facet: Facet,
    truth: Truth,
    venue: Venue,
    standing: Standing,
    activity: Activity,
) -> Application:
    is_venue = line.layer is Layer.COMMUNITY or (
        # The platform is the venue of a community that does not exist yet.
        line.layer is Layer.PLATFORM
        and venue.community is None
        and activity is Activity.RUN_A_COMMUNITY
    )
    items = (
        counted_items(line.rule, facet, standing, venue=is_venue)
        if line.rule.conditions or line.rule.stance not in PERMISSIONS
        else ()
    )
    return Application(
        line=line,
        facet=facet,
        truth=truth,
        venue=is_venue,
        circumstances=standing.circumstances,
        items=items,
        yes_open=bool(items) and leaves_a_yes_open(items, facet, standing),
    )


def _is_approved(circumstances: Circumstances) -> bool:
    """Whether the operator's yes is there, whatever rule may ask for one.

    A yes that is said to be there and not to be there is not.
    """
    for told in circumstances.met:
        if told.term is not ConditionTerm.APPROVAL:
            continue
        whom = told.get("whom") if isinstance(told, Condition) else told.value
        yes = Condition.of(ConditionTerm.APPROVAL, {"whom": str(whom or "operator")})
        if whom in OPERATORS and not any(
            selects(denied, yes) for denied in circumstances.not_met
        ):
            return True
    return False


def _judge_twice(
    applications: Sequence[Application], standing: Standing
) -> tuple[Judgement, Judgement]:
    approved = bool(standing.circumstances.met) and _is_approved(standing.circumstances)
    facets = standing.person.facets
    worst_case = judge(applications, facets, favourably=False, approved=approved)
    if all(each.certain for each in applications) and not any(
        facet.industry.value is Value.MAYBE for facet in facets
    ):
        # Nothing is unknown: the other side is the same.
        return worst_case, worst_case
    best_case = judge(applications, facets, favourably=True, approved=approved)
    return worst_case, best_case


def _before_evidence(best_case: Judgement) -> tuple[Verdict, Verdict, Verdict]:
    """Before all evidence of a venue anything may have held, save what others ask."""
    if best_case.verdict is Verdict.PROHIBITED:
        return (Verdict.PROHIBITED,) * 3
    if best_case.asking or best_case.colliding:
        at_best = Verdict.ASK_FIRST
    elif any(each.state is OPEN for each in best_case.demanding):
        at_best = Verdict.CONDITIONAL
    else:
        at_best = Verdict.PERMITTED
    return Verdict.CANNOT_TELL, Verdict.PROHIBITED, at_best


def _agreed(at_worst: Verdict, at_best: Verdict) -> tuple[Verdict, Verdict, Verdict]:
    """The verdict and its bounds."""
    if at_worst is at_best:
        return at_worst, at_worst, at_best
    if leave_of(at_worst) and leave_of(at_best):
        return Verdict.CONDITIONAL, at_worst, at_best
    return Verdict.CANNOT_TELL, at_worst, at_best
