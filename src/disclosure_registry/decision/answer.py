"""The answer: a verdict with everything that led there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from disclosure_registry.codec import condition_to, disclosure_to
from disclosure_registry.decision.certainty import CERTAINTY_RANK
from disclosure_registry.decision.conditions import FAILED, OPEN, Standing, flat, worst
from disclosure_registry.decision.evaluate import OPERATORS, Judged, judged
from disclosure_registry.decision.explain import (
    explanation,
    next_steps,
    suggested_disclosure,
    why,
)
from disclosure_registry.decision.law import leave_of
from disclosure_registry.decision.paths import paths_to_leave
from disclosure_registry.decision.truth import Missing, both
from disclosure_registry.hierarchy import ACTORS_ABOVE
from disclosure_registry.vocabulary import (
    STANDARD_ACTIVITIES,
    Activity,
    Actor,
    Certainty,
    ConditionStatus,
    ConditionTerm,
    Extent,
    Fact,
    Layer,
    Silence,
    Stance,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from disclosure_registry.decision.facets import Facet
    from disclosure_registry.decision.law import Application, Judgement
    from disclosure_registry.decision.question import Line, Venue
    from disclosure_registry.model import (
        Condition,
        ConditionItem,
        Disclosure,
        Source,
    )

Document: TypeAlias = dict[str, Any]

_SILENCE_CERTAINTY = {
    Silence.WHOLE: Certainty.STATED,
    Silence.PART: Certainty.PARTIAL,
    Silence.NONE: Certainty.INFERRED,
}
_LIMITS = frozenset((Stance.PROHIBITED, Stance.PERMISSION_REQUIRED, Stance.DISCOURAGED))


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
class Disputed:
    """Two readings of rules that bear on the answer, which is the stricter one."""

    rules: tuple[str, ...]
    owner_says: str
    curator_read: str
    opened: str


@attrs.frozen(kw_only=True)
class MissingFact:
    """A fact that nobody gave, why it matters, and the rules that hang on it.

    `settles` says that the verdict itself may change with it; what else is missing
    may add conditions.
    """

    fact: Fact
    about: str | None
    settles: bool
    why: str
    rules: tuple[str, ...]


class Decision:
    """What the rules mean for this person and this activity, and why.

    `verdict` is the answer; `at_worst` and `at_best` bound it while facts are missing.
    The reasons, conditions and all else are worked out when they are asked for. A
    Decision has no truth value: ask `allowed`, which is true for `permitted` alone.
    Two are equal that say the same.
    """

    def __init__(self, found: Judged) -> None:
        self._found = found
        self.verdict: Verdict = found.verdict
        self.at_worst: Verdict = found.at_worst
        self.at_best: Verdict = found.at_best

    def __bool__(self) -> bool:
        raise TypeError(
            "A Decision is neither true nor false: ask `.allowed` or `.verdict`."
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Decision):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash((self.verdict, self.community, self.place, self.activity, self.on))

    def __repr__(self) -> str:
        return (
            f"<Decision {self.verdict}: {self.activity} at {self.name!r}"
            f" on {self.on.isoformat()}>"
        )

    # -- the question ----------------------------------------------------------------

    @property
    def name(self) -> str:
        """What the venue is called, for people."""
        return self._found.venue.name

    @property
    def community(self) -> str | None:
        """The id of the community; None for a place that no entry claims."""
        community = self._found.venue.community
        return community.id if community else None

    @property
    def place(self) -> str | None:
        """The place asked about, in its one spelling, where one was given."""
        return self._found.venue.place

    @property
    def activity(self) -> Activity:
        """What the person wants to do."""
        return self._found.activity

    @property
    def on(self) -> date:
        """The day asked about."""
        return self._found.standing.circumstances.on

    @property
    def max_age(self) -> str | None:
        """How old evidence may be, as an ISO 8601 period, where that was asked."""
        return _text(self._found.standing.circumstances.max_age)

    @property
    def disclosure(self) -> Disclosure:
        """What the person declares, as read."""
        return self._found.standing.disclosure

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries by which codes were judged: the person's, the community's."""
        found = self._found
        return tuple(sorted(found.standing.person.countries | found.venue.countries))

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """What the person is, without what a narrower word already says."""
        return _actors(self._found.standing.person.facets)

    # -- the answer ------------------------------------------------------------------

    @property
    def allowed(self) -> bool:
        """Whether the person may do it now, with nothing open."""
        return self.verdict is Verdict.PERMITTED

    @cached_property
    def certainty(self) -> Certainty:
        """How firm the answer is: as its weakest decisive reason."""
        return _certainty(self._decisive, self.silence)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Each rule that applies or may decide, the decisive ones first."""
        return tuple(
            _reason(each, decisive=each in self._decisive)
            for each in _shown(self._found, self._decisive)
        )

    @cached_property
    def conditions(self) -> tuple[AskedCondition, ...]:
        """Each condition that counts, with its state, the open ones first."""
        return _conditions(self._found, self._decisive)

    @property
    def open_conditions(self) -> tuple[AskedCondition, ...]:
        """The conditions that nobody has shown to be met."""
        return tuple(each for each in self.conditions if each.status is OPEN)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What rules demand of those who do it."""
        return _told(
            (each.line, each.certain)
            for each in self._found.applications
            if each.rule.stance is Stance.REQUIRED
        )

    @cached_property
    def advice(self) -> tuple[Duty, ...]:
        """What rules advise, and what texts without force say."""
        return _told(self._found.advice)

    @cached_property
    def missing_facts(self) -> tuple[MissingFact, ...]:
        """The facts that would settle the verdict, or show what more it asks."""
        return _missing_facts(self._found)

    @cached_property
    def disputes(self) -> tuple[Disputed, ...]:
        """The disputes about rules among the reasons, with both readings."""
        return tuple(_disputed(self.reasons, self._found))

    @cached_property
    def silence(self) -> Silence | None:
        """Whose silence the answer rests on, where leave is missing."""
        return _silence(self._found)

    @cached_property
    def ask(self) -> tuple[Ask, ...]:
        """Whom to ask: those whose yes is open, else the operator without leave."""
        return _asked(self._found.venue, self.verdict, self.conditions)

    @cached_property
    def also(self) -> tuple[Also, ...]:
        """What the venue limits nearby, as it bears on this person."""
        return tuple(_neighbours(self._found))

    @cached_property
    def next_steps(self) -> tuple[str, ...]:
        """What the person can do next, one sentence each."""
        return next_steps(
            self._found.venue,
            self.verdict,
            self.conditions,
            self.missing_facts,
            self.ask,
            self.paths(),
        )

    @cached_property
    def suggested_disclosure(self) -> str | None:
        """A wording that meets the open disclosure conditions, where one is open."""
        community = self._found.venue.community
        languages = community.languages if community else ()
        clients = self._found.standing.circumstances.clients
        ties = (*self.disclosure.affiliations, *clients)
        return suggested_disclosure(ties, self.conditions, languages)

    @cached_property
    def _decisive(self) -> tuple[Application, ...]:
        found = self._found
        if self.verdict is not Verdict.CANNOT_TELL:
            return found.worst_case.decisive
        return tuple(
            dict.fromkeys((*found.worst_case.decisive, *found.best_case.decisive))
        )

    def paths(self) -> tuple[tuple[Condition, ...], ...]:
        """The smallest sets of conditions under which it would be `permitted`.

        Empty where no conditions would do, and where it is permitted already.
        """
        return self._paths

    @cached_property
    def _paths(self) -> tuple[tuple[Condition, ...], ...]:
        return paths_to_leave(self._found)

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
            "disputes": [_plain(dispute) for dispute in self.disputes],
            "at_worst": str(self.at_worst),
            "at_best": str(self.at_best),
            "silence": None if self.silence is None else str(self.silence),
            "countries": list(self.countries),
            "next_steps": list(self.next_steps),
            "paths": [[condition_to(each) for each in path] for path in self.paths()],
            "suggested_disclosure": self.suggested_disclosure,
            "disclosure": disclosure_to(self.disclosure),
            "max_age": self.max_age,
            "registry": {
                "version": self._found.venue.registry_version,
                "digest": self._found.venue.registry_digest,
            },
        }


def decide(venue: Venue, standing: Standing, activity: Activity) -> Decision:
    """What a participant may do at a venue, and why."""
    return Decision(judged(venue, standing, activity))


def _shown(found: Judged, decisive: tuple[Application, ...]) -> list[Application]:
    """One application for each rule that surely applies or matters.

    Of a rule that applies to several facets the weightiest is shown; the decisive
    ones come first.
    """
    mattering = {
        id(each)
        for side in (found.worst_case, found.best_case)
        for each in (*side.prohibiting, *side.asking, *side.leave, *side.colliding)
    }
    mattering.update(map(id, decisive))
    chosen: dict[str, Application] = {}

    def weight(each: Application) -> tuple[bool, bool]:
        return each in decisive, each.certain

    for each in found.applications:
        # A permission outside the venue, without terms, lets nobody do anything.
        idle = each.permits and not each.venue and not each.items
        if id(each) in mattering or (each.certain and not idle):
            known = chosen.get(each.key)
            if known is None or weight(each) > weight(known):
                chosen[each.key] = each
    return sorted(chosen.values(), key=lambda each: each not in decisive)


def _reason(each: Application, *, decisive: bool) -> Reason:
    line = each.line
    return Reason(
        layer=line.layer,
        source=line.entry.name,
        rule=line.key,
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


def _certainty(decisive: tuple[Application, ...], silence: Silence | None) -> Certainty:
    grades = [each.certainty for each in decisive]
    if silence is not None:
        grades.append(_SILENCE_CERTAINTY[silence])
    return max(grades, key=CERTAINTY_RANK.__getitem__, default=Certainty.STATED)


def _silence(found: Judged) -> Silence | None:
    if Verdict.UNSTATED not in (found.worst_case.verdict, found.best_case.verdict):
        return None
    community = found.venue.community
    if community is None or not community.sources:
        return Silence.NONE
    extents = {source.extent for source in community.sources}
    return Silence.WHOLE if extents == {Extent.WHOLE} else Silence.PART


def _missing_facts(found: Judged) -> tuple[MissingFact, ...]:
    """Those that can change the verdict first, each with the rules that hang on it."""
    if found.verdict is Verdict.PROHIBITED:
        return ()
    unsettled = found.verdict is Verdict.CANNOT_TELL
    sides = (found.worst_case, found.best_case) if unsettled else (found.worst_case,)
    deciding = _deciding_facts(found, sides) if unsettled else {}
    adding: dict[Missing, set[str]] = {}
    for side in sides:
        for each in (*side.asking, *side.leave, *side.demanding):
            _note(adding, each)
    told = [(True, missing, rules) for missing, rules in deciding.items()]
    told += [
        (False, missing, rules)
        for missing, rules in adding.items()
        if missing not in deciding
    ]
    return tuple(
        MissingFact(
            fact=missing.fact,
            about=missing.about,
            settles=settles,
            why=why(missing, len(rules)),
            rules=tuple(sorted(rules)),
        )
        for settles, missing, rules in sorted(
            told, key=lambda each: (not each[0], each[1].fact, each[1].about or "")
        )
    )


def _deciding_facts(
    found: Judged, sides: Sequence[Judgement]
) -> dict[Missing, set[str]]:
    """The facts on which the two judgements differ."""
    hanging: dict[Missing, set[str]] = {}
    for side in sides:
        # Where a side allows, its leave made the difference and not its conditions.
        for each in side.leave if leave_of(side.verdict) else side.decisive:
            _note(hanging, each)
    for facet in found.standing.person.facets:
        for missing in facet.industry.missing:
            hanging.setdefault(missing, set())
    if found.before:
        hanging.setdefault(Missing(Fact.DAY), set())
    return hanging


def _note(hanging: dict[Missing, set[str]], each: Application) -> None:
    for missing in both(each.truth, each.facet.exists).missing:
        hanging.setdefault(missing, set()).add(each.key)


def _disputed(reasons: Sequence[Reason], found: Judged) -> Iterable[Disputed]:
    told = {reason.rule for reason in reasons}
    entries = (entry for _, entry in (*found.venue.own.texts, *found.venue.codes.texts))
    for entry in entries:
        for dispute in entry.disputes:
            rules = tuple(f"{entry.id}#{rule}" for rule in dispute.rules)
            if told.intersection(rules):
                yield Disputed(
                    rules=rules,
                    owner_says=dispute.owner_says,
                    curator_read=dispute.curator_read,
                    opened=str(dispute.opened),
                )


def _conditions(
    found: Judged, decisive: tuple[Application, ...]
) -> tuple[AskedCondition, ...]:
    """Each condition once for each rule, in its worst state over the facets."""
    asked: dict[tuple[str, object], AskedCondition] = {}
    against, favour = found.worst_case, found.best_case
    for each in dict.fromkeys(
        (*against.leave, *against.demanding, *against.prohibiting, *favour.leave)
    ):
        for item, status in each.items:
            known = asked.get((each.key, item))
            asked[each.key, item] = AskedCondition(
                item=item,
                status=worst((status, known.status)) if known else status,
                rule=each.key,
                certain=each.certain or (known is not None and known.certain),
            )
    rank = {each.key: index for index, each in enumerate(decisive)}
    order = {OPEN: 0, FAILED: 1}
    return tuple(
        sorted(
            asked.values(),
            key=lambda each: (
                not each.certain,
                order.get(each.status, 2),
                rank.get(each.rule, len(rank)),
            ),
        )
    )


def _told(lines: Iterable[tuple[Line, bool]]) -> tuple[Duty, ...]:
    """Each rule once; what is certain for one facet is certain."""
    duties: dict[str, Duty] = {}
    for line, certain in lines:
        known = duties.get(line.key)
        if known is None or (certain and not known.certain):
            duties[line.key] = Duty(
                layer=line.layer,
                rule=line.key,
                stance=line.rule.stance,
                summary=line.rule.summary,
                certain=certain,
            )
    return tuple(duties.values())


def _asked(
    venue: Venue, verdict: Verdict, conditions: tuple[AskedCondition, ...]
) -> tuple[Ask, ...]:
    asks: dict[str, Ask] = {}
    for each in conditions:
        if each.status is not OPEN or not each.certain:
            continue
        for condition in flat(each.item):
            if condition.term is ConditionTerm.APPROVAL:
                whom = condition.get("whom")
                word = whom if isinstance(whom, str) else "operator"
                asks.setdefault(word, _ask(venue, word))
    if not asks and verdict in (Verdict.UNSTATED, Verdict.ASK_FIRST):
        asks["operator"] = _ask(venue, "operator")
    return tuple(asks.values())


def _ask(venue: Venue, whom: str) -> Ask:
    community = venue.community
    if community is None or whom not in OPERATORS:
        return Ask(whom=whom)
    operator = community.operator.name if community.operator else None
    return Ask(whom=whom, name=operator, contact=community.contact)


def _actors(facets: Sequence[Facet]) -> tuple[Actor, ...]:
    """What the person is, without what a narrower word already says."""
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


def _neighbours(found: Judged) -> Iterable[Also]:
    for other in STANDARD_ACTIVITIES:
        if other is found.activity or not any(
            line.rule.stance in _LIMITS for line in found.venue.own.bearing_on(other)
        ):
            continue
        side = judged(found.venue, found.standing, other).worst_case
        if side.verdict in (Verdict.PROHIBITED, Verdict.ASK_FIRST):
            rules = [
                each.key
                for each in (*side.prohibiting, *side.asking)
                if each.certain and each.layer is not Layer.CODE
            ]
            if rules:
                yield Also(activity=other, verdict=side.verdict, rule=rules[0])


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
