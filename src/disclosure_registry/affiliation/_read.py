"""The reader: from a text to what it declares."""

from __future__ import annotations

from collections import Counter
from operator import add
from typing import TYPE_CHECKING, Final

import attrs

from disclosure_registry.affiliation._claims import Claim, Found, Named
from disclosure_registry.affiliation._dates import is_over
from disclosure_registry.affiliation._kinds import Kinds
from disclosure_registry.affiliation._lexicon import Lexicon
from disclosure_registry.affiliation._scope import Walk
from disclosure_registry.affiliation._silence import Silence
from disclosure_registry.affiliation.cues import (
    TRADES,
    PhraseIndex,
    Phrases,
    telling_words,
)
from disclosure_registry.errors import TextTooLongError
from disclosure_registry.gazetteer import Gazetteer, Strength
from disclosure_registry.model import (
    Affiliation,
    Disclosure,
    FuzzyDate,
    Party,
    Persona,
    Section,
    Span,
    Unresolved,
)
from disclosure_registry.text import (
    LIMIT,
    Cleaned,
    Form,
    Words,
    accented,
    clean,
    initials_only,
    split,
)
from disclosure_registry.vocabulary import (
    HEALTH_INDUSTRY,
    Actor,
    Capacity,
    IndustryTie,
    Place,
    Relationship,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from disclosure_registry.gazetteer import Hit

__all__ = ["Reader"]

#: Ties that make nobody part of the industry: users, trial participants, members,
#: opponents in court, and those who say there is none.
_OUTSIDE: Final = frozenset(
    {
        Relationship.NONE,
        Relationship.CUSTOMER_OR_USER,
        Relationship.TRIAL_PARTICIPANT,
        Relationship.MEMBER,
        Relationship.LITIGATION_OR_TESTIMONY,
    }
)
#: Ties that say who the employer is.
_BELONGING: Final = frozenset(
    {
        Relationship.EMPLOYEE,
        Relationship.FOUNDER_OWNER,
        Relationship.ORGANISATION_ACCOUNT,
        Relationship.CONTRACTOR,
        Relationship.STUDENT_OR_TRAINEE,
    }
)
_AGENCY: Final = frozenset({Actor.AGENCY, Actor.MARKET_RESEARCHER})
#: Kinds that belong to the health industry by those whom they serve.
_SERVING: Final = _AGENCY | {Actor.TRADE_ASSOCIATION}


#: So many function words more than any other language settle it.
_CLEAR: Final = 3
#: No profile has more words.
_PROFILE: Final = 60
#: In so few words all is said of one person.
_SHORT: Final = 30
#: Between the parts of a profile.
_BARS: Final = frozenset("|\u2022\u00b7")
#: Between the texts of several places: a break that no wrapped line has.
_BREAK: Final = "\n\n"
#: From so many texts on, silent ones are told by a test of their own.
_MANY: Final = 64


class Reader:
    """Reads declarations with the names of a gazetteer and the phrases of languages.

    Both are handed in. The same text gives the same disclosure, whatever was read
    before it and from any thread.
    """

    def __init__(self, gazetteer: Gazetteer, phrases: Iterable[Phrases]) -> None:
        self._gazetteer = gazetteer
        self._phrases = tuple(phrases)
        self._lexicon = Lexicon(self._phrases)
        self._kinds = Kinds(self._phrases, self._lexicon)
        self._indexes: dict[str, tuple[PhraseIndex, PhraseIndex]] = {}
        self._count = 0
        self._base = next((p for p in self._phrases if p.language == "en"), None) or (
            self._phrases[0] if self._phrases else None
        )
        self._choices = {
            phrases.language: (phrases,)
            if phrases is self._base or self._base is None
            else (phrases, self._base)
            for phrases in self._phrases
        }
        self._telling = _telling(self._phrases)
        self._silence: Silence | None = None

    @property
    def gazetteer(self) -> Gazetteer:
        """The names that the reader knows."""
        return self._gazetteer

    def read(self, text: str | Mapping[Place | str, str]) -> Disclosure:
        """What a text, or the texts in several places together, declare.

        Raises:
            TextTooLongError: the text has more than a million characters.
            ValueError: a place is none of `Place`.

        """
        sections: tuple[Section, ...] = ()
        if not isinstance(text, str):
            text, sections = _together(text)
        if self._covers(text):
            return Disclosure(text=text, sections=sections)
        cleaned = clean(text)
        return self._read(cleaned, sections)

    def _covers(self, text: str) -> bool:
        """Whether the quick test knows that the text declares nothing."""
        if self._silence is None:
            # Making it costs some fifty readings: only for whoever reads more.
            self._count += 1
            if self._count <= _MANY:
                return False
            self._silence = Silence(
                self._phrases, self._lexicon, self._gazetteer, self._chosen
            )
        return self._silence.covers(text)

    def _read(self, cleaned: Cleaned, sections: tuple[Section, ...]) -> Disclosure:
        words = split(cleaned.text)
        hits = {hit.begin: hit for hit in self._gazetteer.scan(words)}
        index, trades = self._index(_outside(words.keys, hits.values()), cleaned.text)
        walk = Walk(
            words, hits, index, trades, self._kinds, self._gazetteer, self._lexicon
        )
        found = walk.run()
        return _Assembly(self._gazetteer, cleaned, words, found, sections).disclosure()

    def _index(self, keys: Sequence[str], text: str) -> tuple[PhraseIndex, PhraseIndex]:
        """The phrases to read these words of a text with.

        First those that a reading meets word by word, then those that tell trades.
        """
        chosen = self._chosen(keys, text)
        name = chosen[0].language if chosen else ""
        indexes = self._indexes.get(name)
        if indexes is None:
            common = self._lexicon.common
            indexes = (
                PhraseIndex(chosen, common=common),
                PhraseIndex(chosen, TRADES, common),
            )
            self._indexes[name] = indexes
        return indexes

    def _chosen(self, keys: Sequence[str], text: str) -> tuple[Phrases, ...]:
        """The phrases of the language that the words tell, and those of English."""
        counts = [0] * len(self._phrases)
        further = [0] * len(self._phrases)
        for word in self._telling.keys() & keys:
            if initials_only(word, text):
                continue
            for number, marker, cue in self._telling[word]:
                counts[number] += marker
                further[number] += cue
        first, second = (*sorted(counts, reverse=True), 0, 0)[:2]
        unsure = first - second < _CLEAR
        totals = list(map(add, counts, further)) if unsure else counts
        best, most = self._base, (0, 0, False)
        # "VD för X": English has few letters with marks.
        foreign = accented(text)
        for number, phrases in enumerate(self._phrases):
            # Of equals the one with the function words, then English.
            base = (phrases is self._base) != foreign
            rank = (totals[number], counts[number], base)
            if rank[0] and rank > most:
                best, most = phrases, rank
        return self._choices[best.language] if best else ()


def _telling(phrases: Iterable[Phrases]) -> dict[str, list[tuple[int, bool, bool]]]:
    """Word → the languages that it tells, as a marker, by their cues or both."""
    phrases = tuple(phrases)
    counted = Counter(month for language in phrases for month in language.months)
    # "December" is of three languages.
    months = {month for month, languages in counted.items() if languages > 1}
    telling: dict[str, list[tuple[int, bool, bool]]] = {}
    for number, language in enumerate(phrases):
        cues = telling_words(language) - months
        for word in language.markers | cues:
            where = (number, word in language.markers, word in cues)
            telling.setdefault(word, []).append(where)
    return telling


def _outside(keys: Sequence[str], hits: Iterable[Hit]) -> Sequence[str]:
    """The words outside names: "S.A." is of no language."""
    outside: list[str] = []
    at = 0
    for hit in hits:
        outside += keys[at : hit.begin]
        at = hit.end
    return [*outside, *keys[at:]] if at else keys


def _together(texts: Mapping[Place | str, str]) -> tuple[str, tuple[Section, ...]]:
    parts: list[str] = []
    sections: list[Section] = []
    at = 0
    for place, part in texts.items():
        if parts:
            at += len(_BREAK)
        sections.append(Section(Place(place), at, at + len(part)))
        parts.append(part)
        at += len(part)
        if at > LIMIT:
            raise TextTooLongError(at, LIMIT)
    return _BREAK.join(parts), tuple(sections)


class _Assembly:
    """From what the walk found to the disclosure."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        cleaned: Cleaned,
        words: Words,
        found: Found,
        sections: tuple[Section, ...],
    ) -> None:
        self.gazetteer = gazetteer
        self.cleaned = cleaned
        self.words = words
        self.found = found
        self.sections = sections
        self.unresolved: list[Unresolved] = []
        self.health = found.health

    def disclosure(self) -> Disclosure:
        claims = self._claims()
        self._wishes()
        in_username = self._usernames(claims)
        affiliations = self._merge(claims)
        tie = self._tie(claims)
        if in_username and tie is IndustryTie.NO:
            # "ResMed Anna": whether she belongs there, a careful reader would ask.
            tie = IndustryTie.UNCLEAR
        disclaimer = bool(self.found.disclaimers)
        capacity = self._capacity(claims, disclaimer=disclaimer)
        affiliations = self._employer(claims, affiliations)
        ours = self.found.health and self._speaks_as_we()
        if tie is IndustryTie.NO and ours and not affiliations:
            # Who "we" are, a careful reader would ask.
            tie = IndustryTie.UNCLEAR
        affiliations = _with_clients(affiliations)
        personas = self._personas()
        said = affiliations or personas or disclaimer or capacity or self.unresolved
        language = self._language() if said else None
        countries = tuple(dict.fromkeys(c for a in affiliations for c in a.countries))
        return Disclosure(
            text=self.cleaned.original,
            sections=self.sections,
            affiliations=tuple(affiliations),
            personas=personas,
            unresolved=tuple(self.unresolved),
            capacity=capacity,
            disclaimer=disclaimer,
            industry_tied=tie,
            language=language,
            countries=countries,
        )

    # -- claims ------------------------------------------------------------------

    def _claims(self) -> list[Claim]:
        found = self.found
        for claim in found.claims:
            ended = claim.until if claim.status is Status.FORMER else None
            if ended and not is_over(ended):
                # "2023-2026", "until 2028": on some days it is over.
                claim.status = Status.UNCLEAR
        # "Gene therapy researcher at a university": the place decides, not the branch.
        placed = {c.cue for c in found.claims if not c.named.unnamed}
        claims = [
            c for c in found.claims if c.rule != "sector-title" or c.cue not in placed
        ]
        claims = self._makers(claims)
        roles = []
        settled = any(
            c.named.kind in HEALTH_INDUSTRY
            and c.relationship in _BELONGING
            and c.status is Status.CURRENT
            for c in claims
        )
        for role in found.sector_roles:
            own = [c for c in claims if c.cue == role.cue]
            if own:
                for claim in own:
                    if claim.named.kind is None:
                        claim.named.kind = role.named.kind
                        claim.named.sure = role.status is not Status.UNCLEAR
                if any(claim.status is not Status.UNCLEAR for claim in own):
                    continue
            if settled and role.status is not Status.FORMER:
                continue
            roles.append(role)
        tied = {number for c in claims for number in c.named.numbers}
        bare = [
            named
            for named, alone in found.bare
            if (alone and self._bare(named)) or self._mail(named)
        ]
        again = self._again(claims, bare)
        # "X | views not my employer's": who the employer is, the one name tells.
        firms = {named.numbers for named in bare}
        sole = found.employers and len(firms) == 1 and not claims and not roles
        bared = Status.CURRENT if sole else Status.UNCLEAR
        claims.extend(
            Claim(named, Relationship.EMPLOYEE, bared, "bare-name")
            for named in bare
            if not tied.intersection(named.numbers) and not self._in_username(named)
        )
        claims.extend(again)
        claims.extend(roles)
        self.health = found.health or any(
            c.named.kind in set(HEALTH_INDUSTRY) - _SERVING for c in claims
        )
        claims.sort(key=lambda c: (c.named.begin, c.named.end))
        return claims

    def _makers(self, claims: list[Claim]) -> list[Claim]:
        """What "we make pumps" tells of the writer's firm, and "X makes pumps" of none.

        The account "X makes pumps" is talk of X where somebody says "I" later.
        """
        account = Relationship.ORGANISATION_ACCOUNT
        made = [c for c in claims if c.rule == "makes" and c.relationship is account]
        if not made or not self.found.first_person:
            return claims
        if not self.found.we:
            return [claim for claim in claims if claim not in made]
        named = made[0].named
        for claim in claims:
            if (
                claim.named.kind is None
                and claim.relationship in _BELONGING
                and claim.status is Status.CURRENT
            ):
                owner = claim.relationship is Relationship.FOUNDER_OWNER
                claim.named.kind = named.kind
                claim.named.sure = owner or made[0].status is Status.CURRENT
        return claims

    def _usernames(self, claims: list[Claim]) -> bool:
        """Firms in the account name that no place declares: named, and left open."""
        tied = {number for claim in claims for number in claim.named.numbers}
        doubt = False
        for named, _ in self.found.bare:
            if (
                named.numbers
                and named.kind in HEALTH_INDUSTRY
                and not tied.intersection(named.numbers)
                and self._in_username(named)
            ):
                self._leave(named, "part of the account name, and declared nowhere")
                doubt = True
        return doubt

    def _in_username(self, named: Named) -> bool:
        """Whether a name stands in the account name."""
        if not self.sections:
            return False
        start = self._span(named.begin, named.end).start
        return any(
            section.place is Place.USERNAME and section.start <= start < section.stop
            for section in self.sections
        )

    def _wishes(self) -> None:
        """Names that a wish or somebody else's doing stands before: no claim."""
        for named in self.found.wished:
            if named.numbers:
                self._leave(named, "wished for, asked about, or another's")

    def _leave(self, named: Named, why: str) -> None:
        """Say of a name that it stands here and is no claim."""
        span = self._span(named.begin, named.end)
        surface = self.cleaned.original[span.start : span.stop]
        self.unresolved.append(Unresolved(surface=surface, why=why, span=span))

    def _bare(self, named: Named) -> bool:
        """A name alone in its segment of a profile: likely a job, nobody says so."""
        return (
            bool(named.numbers)
            and (named.strength is Strength.STRONG or named.labelled)
            and named.kind in HEALTH_INDUSTRY
            and named.form in (Form.WORD, Form.HANDLE, Form.MAIL)
            and len(self.words) <= _PROFILE
            and (named.labelled or self._listed())
        )

    def _listed(self) -> bool:
        """Whether the text is a list, such as profiles are, if of pictures."""
        return self.found.segments > 1 or not _BARS.isdisjoint(self.words.text)

    def _mail(self, named: Named) -> bool:
        """An address at a firm: whoever has it likely works there."""
        return named.form is Form.MAIL and named.kind in HEALTH_INDUSTRY

    def _span(self, begin: int, end: int) -> Span:
        return self.cleaned.span(self.words.starts[begin], self.words.stops[end - 1])

    def _surface(self, begin: int, end: int) -> str:
        span = self._span(begin, end)
        return self.cleaned.original[span.start : span.stop]

    def _affiliation(self, claim: Claim) -> Affiliation:
        named = claim.named
        parties = tuple(self.gazetteer.party(number) for number in named.numbers)
        sole = parties[0] if len(parties) == 1 else None
        return Affiliation(
            organization=sole,
            surface=self._surface(named.begin, named.end),
            kind=sole.kind if sole else named.kind,
            relationship=claim.relationship,
            status=claim.status,
            role=self._surface(*claim.role) if claim.role else None,
            span=self._span(named.begin, named.end),
            candidates=parties if sole is None else (),
            countries=named.countries,
            since=_date(claim.since),
            until=_date(claim.until),
            rule=claim.rule,
            cue=self._span(*claim.cue) if claim.cue else None,
        )

    def _place(self, span: Span | None) -> int:
        """Which section a claim stands in."""
        if span is None:
            return 0
        return sum(section.start <= span.start for section in self.sections)

    def _again(self, claims: list[Claim], bare: list[Named]) -> list[Claim]:
        """Names that stand alone in one place and whose tie another place tells.

        "Sanofi US" as a flair is the tie that the profile tells of.
        """
        if not self.sections:
            return []
        told = {claim.named.numbers: claim for claim in reversed(claims)}
        found = []
        for named in bare:
            claim = told.get(named.numbers)
            if claim is None:
                continue
            here = self._place(self._span(named.begin, named.end))
            there = self._place(self._span(claim.named.begin, claim.named.end))
            if here != there:
                found.append(Claim(named, claim.relationship, claim.status, "again"))
        return found

    def _merge(self, claims: list[Claim]) -> list[Affiliation]:
        merged: dict[object, Affiliation] = {}
        for claim in claims:
            affiliation = self._affiliation(claim)
            who: object = claim.named.numbers or affiliation.surface.casefold()
            # A tie told in two places is told twice: a rule may ask where it stands.
            place = self._place(affiliation.span)
            key = (who, claim.relationship, claim.status, place)
            merged.setdefault(key, affiliation)
        return list(merged.values())

    # -- conclusions -------------------------------------------------------------

    def _tie(self, claims: list[Claim]) -> IndustryTie:
        answer = IndustryTie.NO
        for claim in claims:
            weight = self._weight(claim)
            if weight is IndustryTie.YES:
                return weight
            if weight is IndustryTie.UNCLEAR:
                answer = weight
        return answer

    def _weight(  # noqa: C901, PLR0911  one for each reason
        self, claim: Claim
    ) -> IndustryTie:
        named = claim.named
        if claim.relationship in _OUTSIDE or named.statutory:
            return IndustryTie.NO
        if claim.status is Status.NEGATED:
            return IndustryTie.NO
        if claim.status is Status.FORMER and not claim.once:
            return IndustryTie.NO
        if named.kind is None and named.numbers:
            kinds = {self.gazetteer.party(number).kind for number in named.numbers}
            shared = kinds.intersection(HEALTH_INDUSTRY)
            return IndustryTie.UNCLEAR if shared else IndustryTie.NO
        if named.kind is None:
            if claim.relationship is Relationship.STUDENT_OR_TRAINEE:
                return IndustryTie.NO
            doubt = not named.unnamed and not named.numbers
            doubt = doubt and self._beside_health(claim)
            return IndustryTie.UNCLEAR if doubt else IndustryTie.NO
        if named.kind not in HEALTH_INDUSTRY:
            return IndustryTie.NO
        if named.kind in _SERVING and not named.numbers and not self.health:
            # Whom an agency or an association serves is not said.
            trade = named.kind is Actor.TRADE_ASSOCIATION
            return IndustryTie.NO if trade else IndustryTie.UNCLEAR
        if claim.status is Status.UNCLEAR or not named.sure:
            return IndustryTie.UNCLEAR
        if named.unnamed and (
            claim.relationship is Relationship.EQUITY
            or (
                named.kind is Actor.DIGITAL_HEALTH_COMPANY
                and not named.firm
                and claim.relationship is Relationship.EMPLOYEE
            )
        ):
            # "Data scientist in digital health": a firm's, or a hospital's.
            return IndustryTie.UNCLEAR
        return IndustryTie.YES

    def _beside_health(self, claim: Claim) -> bool:
        """Whether a firm nobody knows may be of the branch: the text speaks of health.

        In a longer text one word in another sentence is mostly about another thing.
        """
        found = self.found
        return found.health and (
            len(self.words) <= _SHORT
            or found.health_words > 1
            or claim.sentence in found.health_sentences
        )

    def _capacity(self, claims: list[Claim], *, disclaimer: bool) -> Capacity | None:
        if disclaimer:
            return Capacity.PRIVATE
        if self.found.speaks_for:
            return Capacity.FOR
        if any(
            c.relationship is Relationship.ORGANISATION_ACCOUNT
            and c.status in (Status.CURRENT, Status.UNCLEAR)
            for c in claims
        ):
            return Capacity.FOR
        if self._speaks_as_we():
            # "We support patients": an organisation speaks.
            return Capacity.FOR
        return None

    def _speaks_as_we(self) -> bool:
        found = self.found
        own = found.first_person or found.personas or found.kin
        # "Our company sells software": so an employee says.
        employed = found.employers and not found.health
        return found.opens_with_we and not (own or employed)

    def _employer(
        self, claims: list[Claim], affiliations: list[Affiliation]
    ) -> list[Affiliation]:
        if not self.found.employers or any(
            c.relationship in _BELONGING
            and c.status in (Status.CURRENT, Status.UNCLEAR)
            for c in claims
        ):
            return affiliations
        begin, end = self.found.employers[0]
        span = self._span(begin, end)
        return [
            *affiliations,
            Affiliation(
                organization=None,
                surface=self._surface(begin, end),
                kind=None,
                relationship=Relationship.EMPLOYEE,
                status=Status.CURRENT,
                span=span,
                rule="unnamed-employer",
                cue=span,
            ),
        ]

    def _personas(self) -> tuple[Persona, ...]:
        seen: dict[tuple[Actor, Status], Persona] = {}
        for persona in self.found.personas:
            span = self._span(persona.begin, persona.end)
            seen.setdefault(
                (persona.actor, persona.status),
                Persona(
                    actor=persona.actor,
                    status=persona.status,
                    surface=self.cleaned.original[span.start : span.stop],
                    span=span,
                    rule="persona",
                ),
            )
        return tuple(seen.values())

    def _language(self) -> str | None:
        counts = self.found.languages
        if not counts:
            return None
        return max(sorted(counts), key=lambda language: counts[language])


def _with_clients(affiliations: list[Affiliation]) -> list[Affiliation]:
    """The agency's tie names the first client beside it."""
    client: Party | None = next(
        (
            a.organization
            for a in affiliations
            if a.relationship is Relationship.AGENCY and a.organization is not None
        ),
        None,
    )
    if client is None:
        return affiliations
    return [
        attrs.evolve(a, client=client)
        if a.kind in _AGENCY
        and a.relationship in _BELONGING
        and a.organization != client
        else a
        for a in affiliations
    ]


def _date(text: str | None) -> FuzzyDate | None:
    return FuzzyDate.parse(text) if text else None
