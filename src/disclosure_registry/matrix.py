"""Every community, actor and activity answered, each distinct question asked once.

The answers are those of `query`, and they are made by the same `decide`. What is new is
only which questions are the same. Two actors look alike to texts that mention neither
of them nor anything that tells them apart; and what the law reads of a rule that
applies is so little that most rules weigh the same (a prohibition seen in part, a duty
that is open …). So the rules that apply are weighed, and of all the cells whose rules
weigh the same one is asked.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import attrs

from disclosure_registry.decision import Standing, Texts, Venue, decide
from disclosure_registry.decision.applies import is_operator, names_the_tie
from disclosure_registry.decision.certainty import CERTAINTY_RANK
from disclosure_registry.decision.conditions import OPEN, flat
from disclosure_registry.decision.evaluate import judged
from disclosure_registry.decision.truth import YES
from disclosure_registry.hierarchy import ACTIVITIES_ABOVE, ACTORS_ABOVE
from disclosure_registry.matching import Matcher, word
from disclosure_registry.model import Code, Community
from disclosure_registry.query import participant
from disclosure_registry.vocabulary import (
    KINDS,
    PERSONAS,
    STANDARD_ACTIVITIES,
    Activity,
    Actor,
    Basis,
    Certainty,
    CommunityStatus,
    ConditionTerm,
    Layer,
    Platform,
    Stance,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from disclosure_registry.decision import Circumstances, Entry
    from disclosure_registry.decision.evaluate import Judged
    from disclosure_registry.decision.law import Application
    from disclosure_registry.decision.question import Line
    from disclosure_registry.decision.truth import Truth
    from disclosure_registry.registry import Registry

__all__ = ["PARTICIPANTS", "Cell", "matrix"]

#: Every actor that one can declare to be.
PARTICIPANTS: Final[tuple[Actor, ...]] = tuple(
    actor
    for actor in Actor
    if actor is Actor.EVERYONE or actor in KINDS or actor in PERSONAS
)

Held: TypeAlias = "tuple[tuple[Line, Truth], ...]"
Answer: TypeAlias = tuple[Verdict, Certainty]

#: For each asker the number of a weight.
Row: TypeAlias = tuple[int, ...]

#: (kind of limit, whether only certain ones are meant) → rank of the weakest certainty.
Limits: TypeAlias = dict[tuple[str, bool], int]

_NO_TEXTS: Final = Texts(())


class Cell(NamedTuple):
    """The answer of one community to one actor about one activity.

    `community` is its id, or what was asked for where that is no community's.
    """

    community: str
    actor: Actor
    activity: Activity
    verdict: Verdict
    certainty: Certainty


def matrix(
    registry: Registry,
    *,
    communities: Iterable[str] | None = None,
    actors: Iterable[str] = PARTICIPANTS,
    activities: Iterable[str] = STANDARD_ACTIVITIES,
    on: date | str | None = None,
    capacity: str | None = "for",
    country: str | None = None,
) -> Iterator[Cell]:
    """What each community lets each actor do: the answers of `query`, all at once.

    Args:
        registry: the registry to ask.
        communities: ids, aliases or places; all communities of the registry where
            left out.
        actors: terms of the actors; all that one can declare to be unless given.
        activities: terms of the activities; the standard ones unless given.
        on: the day asked about; today unless given.
        capacity: as what the actors speak; None where it is not to be known.
        country: where the actors are bound (ISO 3166-1 alpha-2); unknown unless given.

    Returns:
        Cells by community, then actor, then activity, in the order given, each
        question once. The words are looked at before the first cell is asked for.

    Raises:
        UnknownWordError: a word that is not in its vocabulary, or an actor that
            nobody can be by declaring it.
        UnknownIdentifierError: an id that no community has.
        InvalidPlaceError: a community that looks like a place and is none.
        InvalidDateError: a day of another form.

    """
    matcher = Matcher(registry)
    circumstances = matcher.circumstances(on=on, capacity=capacity, country=country)
    askers = [
        _Asker.of(actor, circumstances)
        for actor in dict.fromkeys(word(Actor, "actors", actor) for actor in actors)
    ]
    doing = tuple(
        dict.fromkeys(word(Activity, "activities", activity) for activity in activities)
    )
    venues = {
        community: matcher.venue(community)
        for community in (registry if communities is None else communities)
    }
    return _Matrix(venues, askers, doing, circumstances.on).cells()


@attrs.frozen(kw_only=True, eq=False)
class _Asker:
    """An actor as a participant; `being` is what all of the same sort have in common.

    Everybody, personas, employees outside industry and in it: the law treats each of
    the four differently whatever the rules say. `party` is the id of the organisation.
    """

    actor: Actor
    standing: Standing
    being: tuple[object, ...]
    party: str | None

    @staticmethod
    def of(actor: Actor, circumstances: Circumstances) -> _Asker:
        standing = Standing.of(participant(actor), circumstances)
        facets = standing.person.facets
        parties = [
            facet.tie.organization.id
            for facet in facets
            if facet.tie is not None and facet.tie.organization is not None
        ]
        return _Asker(
            actor=actor,
            standing=standing,
            being=tuple((each.tie is None, each.industry.value) for each in facets),
            party=parties[0] if parties else None,
        )

    def runs(self, venue: Venue) -> bool:
        return any(
            is_operator(facet, venue.operators) for facet in self.standing.person.facets
        )


class _Weight:
    """All that the law reads of some rules that apply, and no more.

    A plain limit counts by its kind and by the weakest certainty of its kind. Whatever
    gives leave, sets aside, can be set aside or may collide is kept as it is.
    """

    __slots__ = ("_hash", "kept", "limits")

    def __init__(self, limits: Limits, kept: Counter[tuple[Any, ...]]) -> None:
        self.limits = limits
        self.kept = kept
        self._hash = hash((frozenset(limits.items()), frozenset(kept.items())))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Weight)
            and self.limits == other.limits
            and self.kept == other.kept
        )

    def __hash__(self) -> int:
        return self._hash

    @staticmethod
    def of(found: Judged, overridden: frozenset[str]) -> _Weight:
        """The weight of the rules that were found to apply.

        `overridden` are the rules, as `entry#rule`, that any other may set aside.
        """
        limits: Limits = {}
        kept: Counter[tuple[Any, ...]] = Counter()
        for each in found.applications:
            if _is_kept(each, overridden):
                essence = _essence(each, found, overridden)
                # Twice the same is once, but for what may collide.
                kept[essence] = kept[essence] + 1 if each.opposable else 1
                continue
            kind = _kind(each)
            if kind is not None:
                rank = CERTAINTY_RANK[each.certainty]
                _note(limits, (kind, False), rank)
                if each.certain:
                    _note(limits, (kind, True), rank)
        return _Weight(limits, kept)

    @staticmethod
    def together(weights: Sequence[_Weight]) -> _Weight:
        """The weight of all that several texts say."""
        limits: Limits = {}
        kept: Counter[tuple[Any, ...]] = Counter()
        for weight in weights:
            for key, rank in weight.limits.items():
                _note(limits, key, rank)
            kept.update(weight.kept)
        return _Weight(limits, kept)


def _note(limits: Limits, key: tuple[str, bool], rank: int) -> None:
    limits[key] = max(rank, limits.get(key, 0))


def _kind(each: Application) -> str | None:
    """What a rule does that gives no leave; None where it does nothing."""
    if each.prohibits:
        return "prohibits"
    if each.asks:
        return "asks"
    if each.items and each.demands and each.state is OPEN:
        return "demands"
    return None


def _is_kept(each: Application, overridden: frozenset[str]) -> bool:
    return bool(
        each.lets_in or each.opposable or each.rule.overrides or each.key in overridden
    )


def _essence(
    each: Application, found: Judged, overridden: frozenset[str]
) -> tuple[Any, ...]:
    """All that the law reads of one rule that applies."""
    rule = each.rule
    facets = found.standing.person.facets
    tangled = bool(rule.overrides) or each.key in overridden
    return (
        each.key if tangled else None,
        frozenset(_overridden_by(each.entry, rule.overrides)),
        next(index for index, facet in enumerate(facets) if facet is each.facet),
        each.venue,
        each.truth is YES,
        each.certain,
        each.certainty,
        each.state,
        (each.permits, each.lets_in, each.prohibits, each.demands, each.asks),
        each.yes_open,
        bool(each.items),
        each.opposable,
        rule.yields,
        rule.stance is Stance.PERMISSION_REQUIRED,
        rule.basis is Basis.STATED,
        Actor.EVERYONE in rule.actors,
        names_the_tie(rule, each.facet),
    )


def _overridden_by(entry: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name if "#" in name else f"{entry}#{name}"


class _Numbers:
    """Weights by number: the same weight has one, and numbers are quick to compare."""

    def __init__(self) -> None:
        self._numbers: dict[_Weight, int] = {}
        self._weights: list[_Weight] = []
        self._sums: dict[tuple[int, ...], int] = {}
        self.nothing = self.of(_Weight({}, Counter()))

    def of(self, weight: _Weight) -> int:
        number = self._numbers.setdefault(weight, len(self._weights))
        if number == len(self._weights):
            self._weights.append(weight)
        return number

    def together(self, numbers: Iterable[int]) -> int:
        """The number of the weight of several; what weighs nothing adds nothing."""
        key = tuple([number for number in numbers if number != self.nothing])
        known = self._sums.get(key)
        if known is None:
            weight = _Weight.together([self._weights[number] for number in key])
            known = self._sums[key] = self.of(weight)
        return known


class _Weighing:
    """Asks the texts of a venue what they weigh for each asker, those alike once."""

    def __init__(self, askers: Sequence[_Asker], overridden: frozenset[str]) -> None:
        self.askers = askers
        self.numbers = _Numbers()
        self._overridden = overridden
        self._groups: dict[frozenset[object], list[list[int]]] = {}

    def ask(
        self, venue: Venue, activity: Activity, mentioned: frozenset[object]
    ) -> Row:
        """The number of the weight of all that a venue's texts say, for each asker.

        `mentioned` are the actors by which the texts tell people apart.
        """
        row = [self.numbers.nothing] * len(self.askers)
        for group in self._alike(mentioned):
            found = judged(venue, self.askers[group[0]].standing, activity)
            number = self.numbers.of(_Weight.of(found, self._overridden))
            for index in group:
                row[index] = number
        return tuple(row)

    def together(self, rows: Sequence[Row]) -> Row:
        """The number of the weight of several texts together, for each asker."""
        if not rows:
            return (self.numbers.nothing,) * len(self.askers)
        return tuple([self.numbers.together(each) for each in zip(*rows, strict=True)])

    def _alike(self, mentioned: frozenset[object]) -> list[list[int]]:
        """The places of the askers, those together whom the texts cannot tell apart."""
        groups = self._groups.get(mentioned)
        if groups is None:
            found: dict[tuple[object, ...], list[int]] = {}
            for index, asker in enumerate(self.askers):
                key = asker.being, ACTORS_ABOVE[asker.actor] & mentioned
                found.setdefault(key, []).append(index)
            groups = self._groups[mentioned] = list(found.values())
        return groups


def _mentioned(lines: Held) -> frozenset[object]:
    """The actors by which rules tell people apart."""
    actors: set[object] = set()
    for line, _ in lines:
        rule = line.rule
        actors |= rule.actors
        if rule.excepting is not None:
            actors |= rule.excepting.actors
        actors.update(
            condition.get("actor")
            for item in rule.conditions
            for condition in flat(item)
            if condition.term is ConditionTerm.IS
        )
    return frozenset(actors)


def _told(lines: Held, activity: Activity) -> tuple[object, ...]:
    """All that an activity is to texts: where this is the same, so is their answer."""
    own = Activity.ANSWER_ABOUT_OWN_PRODUCT in ACTIVITIES_ABOVE[activity]
    return (
        own and any(line.rule.about is not None for line, _ in lines),
        activity is Activity.RUN_A_COMMUNITY,
        tuple(
            [
                (line.key, id(line.entry), line.permits, truth is YES)
                for line, truth in lines
            ]
        ),
    )


class _Codes:
    """What the codes weigh for each asker, by activity and by the venue's countries.

    A code sees of the countries of a community only whether it is a code of one of
    them, so each is asked at most twice: from one of its countries and from none.
    """

    def __init__(self, venues: Sequence[Venue], weighing: _Weighing, on: date) -> None:
        self._weighing = weighing
        self._on = on
        # All venues of a registry share one set of codes.
        self._organizations = venues[0].organizations if venues else {}
        self._codes = [
            (entry, Texts([(layer, entry)]))
            for layer, entry in (venues[0].codes.texts if venues else ())
            if isinstance(entry, Code)
        ]
        self._parts: dict[tuple[object, ...], Row] = {}
        self._speaking: dict[tuple[object, ...], list[tuple[Code, Row]]] = {}
        self._rows: dict[tuple[object, ...], Row] = {}
        self._chosen: dict[tuple[str, ...], Texts] = {}

    def row(self, activity: Activity, countries: frozenset[str]) -> Row:
        """The number of the weight of all that codes say, for each asker."""
        row = self._rows.get((activity, countries))
        if row is None:
            speaking = self._speaking[activity, countries] = [
                (code, self._part(code, texts, activity, countries))
                for code, texts in self._codes
                if texts.holding(activity, self._on)
            ]
            row = self._weighing.together([part for _, part in speaking])
            self._rows[activity, countries] = row
        return row

    def weighty(
        self, index: int, activity: Activity, countries: frozenset[str]
    ) -> Texts:
        """The codes of a row without those that say nothing of weight to an asker."""
        nothing = self._weighing.numbers.nothing
        codes = [
            code
            for code, part in self._speaking[activity, countries]
            if part[index] != nothing
        ]
        key = tuple([code.id for code in codes])
        texts = self._chosen.get(key)
        if texts is None:
            texts = self._chosen[key] = Texts([(Layer.CODE, code) for code in codes])
        return texts

    def _part(
        self, code: Code, texts: Texts, activity: Activity, countries: frozenset[str]
    ) -> Row:
        lines = texts.holding(activity, self._on)
        here = next((one for one in code.countries if one in countries), None)
        key = (code.id, here is None, _told(lines, activity))
        part = self._parts.get(key)
        if part is None:
            venue = Venue(
                community=_somewhere(here),
                own=_NO_TEXTS,
                codes=texts,
                organizations=self._organizations,
            )
            mentioned = _mentioned(lines) | code.binds.actors
            part = self._parts[key] = self._weighing.ask(venue, activity, mentioned)
        return part


def _somewhere(country: str | None) -> Community:
    """A community without any text, in a country or in none."""
    return Community(
        id="somewhere",
        name="Somewhere",
        places=(),
        platform=Platform.CUSTOM,
        status=CommunityStatus.UNKNOWN,
        languages=(),
        sources=(),
        countries=() if country is None else (country,),
    )


class _Matrix:
    """The questions of a matrix, and the answers found so far."""

    def __init__(
        self,
        venues: Mapping[str, Venue],
        askers: Sequence[_Asker],
        activities: Sequence[Activity],
        on: date,
    ) -> None:
        self._venues = venues
        drawn = tuple(venues.values())
        self._askers = _with_known_parties(askers, drawn)
        self._activities = activities
        self._on = on
        overridden = frozenset(
            key
            for entry in _entries(drawn)
            for rule in entry.rules
            for key in _overridden_by(entry.id, rule.overrides)
        )
        self._weighing = _Weighing(self._askers, overridden)
        self._codes = _Codes(drawn, self._weighing, on)
        sorts: dict[object, int] = {}
        self._sorts = [
            sorts.setdefault(asker.being, len(sorts)) for asker in self._askers
        ]
        self._contexts: dict[object, int] = {}
        #: By the weights of the community's own texts and of the codes apart …
        self._known: dict[tuple[int, ...], Answer] = {}
        #: … and by that of both together.
        self._distinct: dict[tuple[int, ...], Answer] = {}

    def cells(self) -> Iterator[Cell]:
        for asked, venue in self._venues.items():
            name = venue.community.id if venue.community else asked
            answers = self._answers(venue)
            for index, asker in enumerate(self._askers):
                actor = asker.actor
                for activity, row in zip(self._activities, answers, strict=True):
                    verdict, certainty = row[index]
                    yield Cell(name, actor, activity, verdict, certainty)

    def _answers(self, venue: Venue) -> list[list[Answer]]:
        """For each activity the answer to each asker."""
        # What is looked up of a venue is forgotten with it.
        venue = attrs.evolve(venue, own=Texts(venue.own.texts))
        own = self._own_rows(venue)
        done: dict[tuple[Row, Row], list[Answer]] = {}
        answers = []
        for activity, mine in zip(self._activities, own, strict=True):
            theirs = self._codes.row(activity, venue.countries)
            row = done.get((mine, theirs))
            if row is None:
                row = done[mine, theirs] = self._row(venue, activity, mine, theirs)
            answers.append(row)
        for index, asker in enumerate(self._askers):
            if asker.runs(venue):
                # What codes say to those who run a community was not asked.
                for place, activity in enumerate(self._activities):
                    answers[place] = answers[place].copy()
                    answers[place][index] = _asked(venue, asker, activity)
        return answers

    def _own_rows(self, venue: Venue) -> list[Row]:
        """For each activity what a community's own texts weigh for each asker."""
        alone = attrs.evolve(venue, codes=_NO_TEXTS)
        found: dict[tuple[object, ...], Row] = {}
        rows = []
        for activity in self._activities:
            lines = venue.own.holding(activity, self._on)
            told = _told(lines, activity)
            row = found.get(told)
            if row is None:
                row = found[told] = (
                    self._weighing.ask(alone, activity, _mentioned(lines))
                    if lines
                    else self._weighing.together(())
                )
            rows.append(row)
        return rows

    def _row(
        self, venue: Venue, activity: Activity, own: Row, codes: Row
    ) -> list[Answer]:
        """The answer to each asker, from what was answered to the like of them."""
        # Numbers instead of what they stand for: the keys of many a look-up.
        context = self._contexts.setdefault(
            _context(venue, self._on), len(self._contexts)
        )
        answers = []
        for index, (mine, theirs, sort) in enumerate(
            zip(own, codes, self._sorts, strict=True)
        ):
            answer = self._known.get((mine, theirs, sort, context))
            if answer is None:
                both = self._weighing.numbers.together((mine, theirs))
                answer = self._distinct.get((both, sort, context))
                if answer is None:
                    answer = self._asked(venue, activity, index)
                    self._distinct[both, sort, context] = answer
                self._known[mine, theirs, sort, context] = answer
            answers.append(answer)
        return answers

    def _asked(self, venue: Venue, activity: Activity, index: int) -> Answer:
        # A code that says nothing of weight need not be read again.
        codes = self._codes.weighty(index, activity, venue.countries)
        return _asked(attrs.evolve(venue, codes=codes), self._askers[index], activity)


def _context(venue: Venue, on: date) -> tuple[object, ...]:
    """What an answer has of a community beside its rules: its silence, its age."""
    sources = venue.community.sources if venue.community else ()
    first = venue.first_evidence
    return (
        frozenset([source.extent for source in sources]),
        first is not None and on < first,
    )


def _asked(venue: Venue, asker: _Asker, activity: Activity) -> Answer:
    """The answer of the plain evaluator."""
    decision = decide(venue, asker.standing, activity)
    return decision.verdict, decision.certainty


def _entries(venues: Sequence[Venue]) -> Iterable[Entry]:
    """Every text that speaks in some venue."""
    texts = [text for venue in venues for text in venue.own.texts]
    if venues:
        texts += venues[0].codes.texts
    return {id(entry): entry for _, entry in texts}.values()


def _with_known_parties(
    askers: Sequence[_Asker], venues: Sequence[Venue]
) -> list[_Asker]:
    """The askers, those apart whose organisation the registry happens to know.

    No entry should have such an id; if one has, its owners and codes are this asker's.
    """
    known: set[str | None] = set(venues[0].organizations if venues else ())
    known.update(
        entry.issuer.organization
        for entry in _entries(venues)
        if isinstance(entry, Code)
    )
    known.discard(None)
    return [
        attrs.evolve(asker, being=(*asker.being, asker.party))
        if asker.party in known
        else asker
        for asker in askers
    ]
