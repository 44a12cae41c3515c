"""From a question to its answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from disclosure_registry.decision.answer import (
    Also,
    Ask,
    AskedCondition,
    Citation,
    Decision,
    Duty,
    MissingFact,
    Reason,
)
from disclosure_registry.decision.applies import applies, binds, in_force, is_operator
from disclosure_registry.decision.conditions import FAILED, OPEN, Standing, flat, worst
from disclosure_registry.decision.explain import next_steps, suggested_disclosure, why
from disclosure_registry.decision.law import (
    Application,
    Judgement,
    counted_items,
    judge,
    leave_of,
)
from disclosure_registry.decision.question import (
    PERMISSIONS,
    Circumstances,
    Line,
    Venue,
    is_company_code,
)
from disclosure_registry.decision.truth import NO, Missing, Truth, Value, both
from disclosure_registry.hierarchy import ACTORS_ABOVE
from disclosure_registry.model import Code, Source
from disclosure_registry.vocabulary import (
    STANDARD_ACTIVITIES,
    Activity,
    Actor,
    Basis,
    Certainty,
    ConditionTerm,
    Extent,
    Fact,
    Force,
    Layer,
    Silence,
    Stance,
    Verdict,
    Via,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from disclosure_registry.decision.facets import Facet

_CERTAINTY_RANK = {certainty: rank for rank, certainty in enumerate(Certainty)}
_SILENCE_CERTAINTY = {
    Silence.WHOLE: Certainty.STATED,
    Silence.PART: Certainty.PARTIAL,
    Silence.NONE: Certainty.INFERRED,
}
_OPERATORS = (None, "operator", "moderators")
_LIMITS = {
    Stance.PROHIBITED: Verdict.PROHIBITED,
    Stance.PERMISSION_REQUIRED: Verdict.ASK_FIRST,
    Stance.DISCOURAGED: Verdict.ASK_FIRST,
}


def decide(venue: Venue, standing: Standing, activity: Activity) -> Decision:
    """Judge what a participant may do at a venue.

    Every rule that may apply is judged twice, with all that is unknown against the
    person and in the person's favour. Where both agree that is the verdict; where
    both allow it is `conditional`; else it is `cannot-tell`, with the facts that
    would settle it.
    """
    facets = _facets_at(venue, standing)
    applications, advice = _applications(venue, standing, facets, activity)
    worst_case, best_case = _judge_twice(applications, facets, standing)
    before = _before_evidence(venue, standing.circumstances.on)
    verdict, at_worst, at_best = _agreed(
        worst_case.verdict, best_case.verdict, nothing_known=before
    )
    decisive = _decisive(verdict, worst_case, best_case)
    shown = _shown(applications, worst_case, best_case, decisive)
    silence = _silence(venue, worst_case, best_case)
    missing = _missing_facts(verdict, worst_case, best_case, facets, before=before)
    conditions = _conditions(worst_case, best_case, decisive)
    asked = _asked(venue, verdict, conditions)
    suggestion = suggested_disclosure(standing.disclosure, conditions)
    return Decision(
        verdict=verdict,
        certainty=_certainty(decisive, silence),
        community=venue.community.id if venue.community else None,
        place=venue.place,
        activity=activity,
        on=standing.circumstances.on,
        actors=_actors(facets),
        reasons=tuple(_reason(line, each, each in decisive) for line, each in shown),
        conditions=conditions,
        duties=_duties(applications),
        advice=advice,
        ask=asked,
        missing_facts=missing,
        at_worst=at_worst,
        at_best=at_best,
        silence=silence,
        countries=tuple(sorted(standing.person.countries | venue.countries)),
        next_steps=next_steps(venue, verdict, conditions, missing, asked),
        suggested_disclosure=suggestion,
        disclosure=standing.disclosure,
        max_age=_text(standing.circumstances.max_age),
        registry_version=venue.registry_version,
        registry_digest=venue.registry_digest,
        neighbours=partial(_neighbours, venue, standing, facets, activity),
        name=venue.name,
    )


def verdict_of(venue: Venue, standing: Standing, activity: Activity) -> Verdict:
    """The verdict alone: what `decide` would answer, without the reasons."""
    facets = _facets_at(venue, standing)
    pairs, _ = _applications(venue, standing, facets, activity)
    worst_case, best_case = _judge_twice(pairs, facets, standing)
    before = _before_evidence(venue, standing.circumstances.on)
    return _agreed(worst_case.verdict, best_case.verdict, nothing_known=before)[0]


Pair = tuple[Line, Application]


def _facets_at(venue: Venue, standing: Standing) -> tuple[Facet, ...]:
    """The person's facets; those who run the venue are its operator too."""
    operators = venue.operators
    if not operators:
        return standing.person.facets
    return tuple(
        attrs.evolve(facet, actors=facet.actors | {Actor.OPERATOR})
        if is_operator(facet, operators)
        else facet
        for facet in standing.person.facets
    )


def _applications(
    venue: Venue, standing: Standing, facets: Sequence[Facet], activity: Activity
) -> tuple[list[Pair], tuple[Duty, ...]]:
    """Every rule that may apply to a facet, and the advice beside them."""
    pairs: list[Pair] = []
    advice: dict[str, Duty] = {}
    for line in venue.own.bearing_on(activity) + venue.codes.bearing_on(activity):
        held = in_force(line.rule, line.sources, standing.circumstances.on)
        if held.value is Value.NO:
            continue
        for index, facet in enumerate(facets):
            truth = _holds(line, facet, index, venue, standing, activity, held)
            if truth.value is Value.NO:
                continue
            if _only_advises(line):
                certain = both(truth, facet.exists).value is Value.YES
                _advise(advice, line, certain=certain)
                continue
            pairs.append((line, _apply(line, facet, truth, venue, standing, activity)))
    return pairs, tuple(advice.values())


def _holds(
    line: Line,
    facet: Facet,
    index: int,
    venue: Venue,
    standing: Standing,
    activity: Activity,
    held: Truth,
) -> Truth:
    bound = _binding(line, facet, index, venue, standing)
    if bound.value is Value.NO:
        return NO
    before_codes = line.layer is Layer.CODE
    spoken = applies(
        line.rule,
        facet,
        standing.person,
        activity,
        standing.circumstances,
        capacities=facet.code_capacities if before_codes else facet.venue_capacities,
        actors_settled=before_codes and is_company_code(line.entry),
    )
    return NO if spoken.value is Value.NO else both(held, bound, spoken)


def _binding(
    line: Line, facet: Facet, index: int, venue: Venue, standing: Standing
) -> Truth:
    """Whether the text binds the facet, remembered for the next question."""
    key = (line.entry.id, index, venue.countries)
    truth = standing.bindings.get(key)
    if truth is None:
        truth = standing.bindings[key] = binds(
            line.entry,
            facet,
            standing.person,
            standing.circumstances,
            places=venue.countries,
            organizations=venue.organizations,
        )
    return truth


def _only_advises(line: Line) -> bool:
    return (
        line.rule.stance is Stance.ADVISED
        or line.rule.basis is Basis.OPINION
        or (isinstance(line.entry, Code) and line.entry.force is Force.ADVISORY)
    )


def _advise(advice: dict[str, Duty], line: Line, *, certain: bool) -> None:
    key = f"{line.entry.id}#{line.rule.id}"
    known = advice.get(key)
    if known is None or (certain and not known.certain):
        advice[key] = Duty(
            layer=line.layer,
            rule=key,
            stance=line.rule.stance,
            summary=line.rule.summary,
            certain=certain,
        )


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
    return Application(
        layer=line.layer,
        venue=is_venue,
        entry=line.entry.id,
        rule=line.rule,
        facet=facet,
        truth=truth,
        certainty=_rule_certainty(line, facet, standing.circumstances),
        permits=line.permits
        and (
            line.rule.stance in PERMISSIONS
            or line.rule.stance is Stance.PERMISSION_REQUIRED
        ),
        items=counted_items(line.rule, facet, standing, venue=is_venue),
    )


def _judge_twice(
    pairs: Sequence[Pair], facets: Sequence[Facet], standing: Standing
) -> tuple[Judgement, Judgement]:
    applications = [each for _, each in pairs]
    approved = any(
        selector.term is ConditionTerm.APPROVAL and selector.value in _OPERATORS
        for selector in standing.circumstances.met
    )
    return (
        judge(applications, facets, standing, favourably=False, approved=approved),
        judge(applications, facets, standing, favourably=True, approved=approved),
    )


def _agreed(
    at_worst: Verdict, at_best: Verdict, *, nothing_known: bool
) -> tuple[Verdict, Verdict, Verdict]:
    """The verdict and its bounds; before all evidence, anything may have held."""
    if nothing_known and at_best is not Verdict.PROHIBITED:
        return Verdict.CANNOT_TELL, Verdict.PROHIBITED, Verdict.PERMITTED
    if at_worst is at_best:
        return at_worst, at_worst, at_best
    if leave_of(at_worst) and leave_of(at_best):
        return Verdict.CONDITIONAL, at_worst, at_best
    return Verdict.CANNOT_TELL, at_worst, at_best


def _before_evidence(venue: Venue, on: date) -> bool:
    """Whether the day lies before anything that is known of the community."""
    community = venue.community
    if community is None:
        return False
    days = [
        day.earliest
        for source in community.sources
        for day in (source.date, source.seen)
        if day is not None
    ]
    days += [
        rule.in_force.since.earliest
        for rule in community.rules
        if rule.in_force is not None and rule.in_force.since is not None
    ]
    return bool(days) and on < min(days)


def _decisive(
    verdict: Verdict, worst_case: Judgement, best_case: Judgement
) -> tuple[Application, ...]:
    if verdict is not Verdict.CANNOT_TELL:
        return worst_case.decisive
    return tuple(dict.fromkeys((*worst_case.decisive, *best_case.decisive)))


def _shown(
    pairs: Sequence[Pair],
    worst_case: Judgement,
    best_case: Judgement,
    decisive: tuple[Application, ...],
) -> list[Pair]:
    """One line for each rule that surely applies or matters, the decisive ones first.

    Of a rule that applies to several facets the weightiest application is shown.
    """
    mattering = {
        id(each)
        for side in (worst_case, best_case)
        for each in (*side.prohibiting, *side.asking, *side.leave, *side.colliding)
    }
    chosen: dict[str, Pair] = {}

    def weight(each: Application) -> tuple[bool, bool]:
        return each in decisive, each.certain

    for pair in pairs:
        each = pair[1]
        idle = each.permits and not each.venue and not each.items
        if (
            id(each) not in mattering
            and each not in decisive
            and (idle or not each.certain)
        ):
            continue
        known = chosen.get(each.key)
        if known is None or weight(each) > weight(known[1]):
            chosen[each.key] = pair
    return sorted(chosen.values(), key=lambda pair: pair[1] not in decisive)


def _reason(line: Line, each: Application, decisive: bool) -> Reason:  # noqa: FBT001
    return Reason(
        layer=each.layer,
        source=line.entry.name,
        rule=each.key,
        stance=line.rule.stance,
        summary=line.rule.summary,
        decisive=decisive,
        certain=each.certain,
        certainty=each.certainty,
        evidence=tuple(
            _citation(line.sources[evidence.source], evidence.place)
            for evidence in line.rule.evidence
            if evidence.source in line.sources
        ),
    )


def _citation(source: Source, place: str | None) -> Citation:
    return Citation(
        source=source.id,
        place=place,
        url=source.url,
        title=source.title,
        date=_text(source.date),
        seen=_text(source.seen),
        extent=source.extent,
    )


def _text(thing: object) -> str | None:
    return None if thing is None else str(thing)


def _rule_certainty(
    line: Line, facet: Facet, circumstances: Circumstances
) -> Certainty:
    """How firm a rule is: the best of its sources, unless it is not stated."""
    rule = line.rule
    leave_by_everyone = (
        rule.stance in PERMISSIONS
        and facet.industry.value is not Value.NO
        and not rule.relationships
        and not rule.actors & facet.actors - {Actor.EVERYONE}
    )
    if rule.basis is not Basis.STATED or leave_by_everyone:
        return Certainty.INFERRED
    grades = [
        _source_certainty(line.sources[evidence.source], circumstances)
        for evidence in rule.evidence
        if evidence.source in line.sources
    ]
    return min(grades, key=_CERTAINTY_RANK.__getitem__, default=Certainty.UNDATED)


def _source_certainty(source: Source, circumstances: Circumstances) -> Certainty:
    """The state of a text; a copy in an archive does not prove that it stands yet."""
    seen = source.seen if source.via is Via.LIVE else None
    days = [day.latest for day in (source.date, seen) if day is not None]
    if circumstances.max_age is not None and (
        not days or max(days) < circumstances.max_age.before(circumstances.on)
    ):
        return Certainty.STALE
    if not days:
        return Certainty.UNDATED
    return Certainty.STATED if source.extent is Extent.WHOLE else Certainty.PARTIAL


def _certainty(decisive: tuple[Application, ...], silence: Silence | None) -> Certainty:
    grades = [each.certainty for each in decisive]
    if silence is not None:
        grades.append(_SILENCE_CERTAINTY[silence])
    return max(grades, key=_CERTAINTY_RANK.__getitem__, default=Certainty.STATED)


def _silence(
    venue: Venue, worst_case: Judgement, best_case: Judgement
) -> Silence | None:
    """Whose silence the answer rests on, where leave is missing."""
    unstated = Verdict.UNSTATED
    if unstated not in (worst_case.verdict, best_case.verdict):
        return None
    if venue.community is None or not venue.community.sources:
        return Silence.NONE
    extents = {source.extent for source in venue.community.sources}
    return Silence.WHOLE if extents == {Extent.WHOLE} else Silence.PART


def _missing_facts(
    verdict: Verdict,
    worst_case: Judgement,
    best_case: Judgement,
    facets: Sequence[Facet],
    *,
    before: bool,
) -> tuple[MissingFact, ...]:
    """The facts that would settle the verdict, or show what more it asks."""
    hanging: dict[Missing, dict[str, None]] = {}

    def note(truth: Truth, key: str) -> None:
        if truth.value is Value.MAYBE:
            for missing in truth.missing:
                hanging.setdefault(missing, {})[key] = None

    if verdict is not Verdict.PROHIBITED:
        sides = (
            (worst_case,)
            if verdict is not Verdict.CANNOT_TELL
            else (worst_case, best_case)
        )
        for side in sides:
            for each in (*side.decisive, *side.demanding, *side.asking, *side.leave):
                note(both(each.truth, each.facet.exists), each.key)
        if verdict is Verdict.CANNOT_TELL:
            for facet in facets:
                note(facet.industry, "")
    if before:
        hanging.setdefault(Missing(Fact.DAY), {})
    return tuple(
        MissingFact(
            fact=missing.fact,
            about=missing.about,
            why=why(missing, len([rule for rule in rules if rule])),
            rules=tuple(sorted(rule for rule in rules if rule)),
        )
        for missing, rules in sorted(
            hanging.items(), key=lambda item: (item[0].fact, item[0].about or "")
        )
    )


def _conditions(
    worst_case: Judgement, best_case: Judgement, decisive: tuple[Application, ...]
) -> tuple[AskedCondition, ...]:
    """Each condition once for each rule, in its worst state over the facets."""
    found: dict[tuple[str, object], AskedCondition] = {}
    for each in dict.fromkeys(
        (
            *worst_case.leave,
            *worst_case.demanding,
            *worst_case.prohibiting,
            *best_case.leave,
        )
    ):
        for item, status in each.items:
            known = found.get((each.key, item))
            found[each.key, item] = AskedCondition(
                item=item,
                status=worst((status, known.status)) if known else status,
                rule=each.key,
                certain=each.certain or (known is not None and known.certain),
            )
    rank = {each.key: index for index, each in enumerate(decisive)}
    order = {OPEN: 0, FAILED: 1}
    return tuple(
        sorted(
            found.values(),
            key=lambda each: (
                not each.certain,
                order.get(each.status, 2),
                rank.get(each.rule, len(rank)),
            ),
        )
    )


def _duties(pairs: Sequence[Pair]) -> tuple[Duty, ...]:
    duties: dict[str, Duty] = {}
    for line, each in pairs:
        if line.rule.stance is not Stance.REQUIRED:
            continue
        known = duties.get(each.key)
        if known is None or (each.certain and not known.certain):
            duties[each.key] = Duty(
                layer=each.layer,
                rule=each.key,
                stance=line.rule.stance,
                summary=line.rule.summary,
                certain=each.certain,
            )
    return tuple(duties.values())


def _asked(
    venue: Venue, verdict: Verdict, conditions: tuple[AskedCondition, ...]
) -> tuple[Ask, ...]:
    """Whom to ask: those whose yes is open, else the operator where nothing is said."""
    asks: dict[str, Ask] = {}
    for each in conditions:
        if each.status is not OPEN:
            continue
        for condition in flat(each.item):
            whom = condition.get("whom")
            if condition.term is ConditionTerm.APPROVAL and each.certain:
                word = whom if isinstance(whom, str) else "operator"
                asks.setdefault(word, _ask(venue, word))
    if not asks and verdict in (Verdict.UNSTATED, Verdict.ASK_FIRST):
        asks["operator"] = _ask(venue, "operator")
    return tuple(asks.values())


def _ask(venue: Venue, whom: str) -> Ask:
    community = venue.community
    if community is None or whom not in _OPERATORS:
        return Ask(whom=whom)
    operator = community.operator.name if community.operator else None
    return Ask(whom=whom, name=operator, contact=community.contact)


def _actors(facets: Sequence[Facet]) -> tuple[Actor, ...]:
    """What the person is: the kinds and personas that no narrower one stands for."""
    present: set[Actor] = set().union(
        *(facet.actors for facet in facets if not facet.former and _says_who(facet))
    )
    narrowest = [
        actor
        for actor in Actor
        if actor in present and not _has_narrower(actor, present)
    ]
    return tuple(narrowest)


def _says_who(facet: Facet) -> bool:
    return facet.tie is None or facet.belongs


def _has_narrower(actor: Actor, present: set[Actor]) -> bool:

    return any(other is not actor and actor in ACTORS_ABOVE[other] for other in present)


def _neighbours(
    venue: Venue, standing: Standing, facets: Sequence[Facet], activity: Activity
) -> tuple[Also, ...]:
    """What stays limited on the other standard activities, by the venue's rules."""
    found = []
    for other in STANDARD_ACTIVITIES:
        if other is activity or not any(
            line.rule.stance in _LIMITS for line in venue.own.bearing_on(other)
        ):
            continue
        pairs, _ = _applications(venue, standing, facets, other)
        side, _ = _judge_twice(pairs, facets, standing)
        if side.verdict in (Verdict.PROHIBITED, Verdict.ASK_FIRST):
            rules = [
                each.key
                for each in (*side.prohibiting, *side.asking)
                if each.certain and each.layer is not Layer.CODE
            ]
            if rules:
                found.append(Also(activity=other, verdict=side.verdict, rule=rules[0]))
    return tuple(found)
