# ruff: noqa: C901, FBT001, FBT002, FBT003, PLR0911, PLR0912, PLR0913, PLR0915, PLR0917
# ruff: noqa: PLR2004, SIM102
# One walk over a grammar: its rules stand side by side, each with its words counted.
"""Which cue governs which organisation: one walk over the words, no step back.

    declaration = segment, { separator, segment }
    segment     = { modifier }, cue, { article | connector }, organisation,
                  { list sign, organisation }, { cue after }

A modifier (former, not, my wife, hoping to) reaches to the end of its segment at
most. An organisation that no cue governs is a mention and makes no claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from disclosure_registry.affiliation._claims import LISTED, Claim, Named
from disclosure_registry.affiliation._gaps import ABBREVIATIONS, LONGEST, Gap, classify
from disclosure_registry.affiliation._silence import (
    PLACES,
    PRESENTED,
    TYPES,
    disease_ending,
)
from disclosure_registry.affiliation.cues import (
    Cue,
    Function,
    Meanings,
    PhraseIndex,
    Side,
)
from disclosure_registry.gazetteer import (
    COUNTRY_WORDS,
    LEGAL_FORMS,
    Gazetteer,
    Hit,
    Strength,
)
from disclosure_registry.text import Form, Words, fold, word_set
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor, Relationship, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from disclosure_registry.affiliation._kinds import Kinds

__all__ = ["Found", "PersonaFound", "Walk"]

F = Function

#: How many plain words may stand between a cue and the organisation it governs.
_REACH_TIE: Final = 4
_REACH_CONNECTOR: Final = 12
#: So many claims and names of a sentence are kept in mind.
_MEMORY: Final = 64

#: Personas that make a branch their subject, not their employer.
_OBSERVERS: Final = frozenset(
    {Actor.JOURNALIST, Actor.STUDENT, Actor.ACADEMIC_RESEARCHER, Actor.INVESTOR,
     Actor.LAWYER,
     Actor.CONTENT_CREATOR, Actor.PATIENT, Actor.CAREGIVER, Actor.PATIENT_ADVOCATE}
)  # fmt: skip


@attrs.define(slots=True, eq=False)
class PersonaFound:
    """A persona with the words that say so."""

    actor: Actor
    status: Status
    begin: int
    end: int


@attrs.define(slots=True, eq=False)
class Found:
    """All that a walk over a text collected."""

    claims: list[Claim] = attrs.Factory(list)
    personas: list[PersonaFound] = attrs.Factory(list)
    loose: list[Named] = attrs.Factory(list)
    bare: list[tuple[Named, bool]] = attrs.Factory(list)
    wished: list[Named] = attrs.Factory(list)
    sector_roles: list[Claim] = attrs.Factory(list)
    employers: list[tuple[int, int]] = attrs.Factory(list)
    disclaimers: list[tuple[int, int]] = attrs.Factory(list)
    speaks_for: list[tuple[int, int]] = attrs.Factory(list)
    languages: dict[str, int] = attrs.Factory(dict)
    health: bool = False
    segments: int = 1
    register: bool = False
    first_person: bool = False
    opens_with_we: bool = False
    we: bool = False


@attrs.define(slots=True, eq=False)
class _Opened:
    """A cue that waits for its organisation."""

    cue: Cue
    begin: int
    end: int
    role: tuple[int, int]


class Walk:
    """One reading of one text."""

    def __init__(
        self,
        words: Words,
        hits: Mapping[int, Hit],
        index: PhraseIndex,
        kinds: Kinds,
        gazetteer: Gazetteer,
    ) -> None:
        self.words = words
        self.size = len(words.keys)
        self.hits = hits
        self.index = index
        self.kinds = kinds
        self.gazetteer = gazetteer
        self.found = Found()
        self.sentences = 1
        self.here = 0
        self.sentence_begin = 0
        self.gaps = self._gaps()
        self.run_ends = self._run_ends()
        self._new_sentence()

    # -- the lie of the text -----------------------------------------------------

    def _gaps(self) -> list[int]:
        """The gap before each word; the first has a line break's weight."""
        between = self.words.gaps
        gaps = [0 if gap == " " else classify(gap[:LONGEST]) for gap in between]
        for at, gap in enumerate(gaps):
            if gap & (Gap.STOP | Gap.DOT) and at:
                gaps[at] = self._settle_stop(at, gap, between[at])
            elif gap & Gap.STROKE and at and self.words.keys[at - 1] == "w":
                # "w/ X": with.
                gaps[at] = 0
        gaps[:1] = [Gap.SEGMENT | Gap.STOP]
        return gaps

    def _settle_stop(self, at: int, gap: int, between: str) -> int:
        words = self.words
        before = words.keys[at - 1]
        after = words.text[words.starts[at]]
        if gap & Gap.DOT:
            # "end.Providing": a missing space; "larkspur.ai", "A.B.C.": one word.
            if (
                after.isupper()
                and len(before) > 3
                and words.text[words.stops[at - 1] - 1].islower()
            ):
                return Gap.STOP | Gap.SEGMENT
            return gap
        if between.startswith("."):
            surface = words.text[words.starts[at - 1] : words.stops[at - 1]]
            if len(before) == 1 and surface.isupper():
                return gap & ~Gap.STOP
            if before in ABBREVIATIONS or (
                before in LEGAL_FORMS
                and (not words.upper[at] or words.keys[at] in LEGAL_FORMS)
            ):
                return gap & ~Gap.STOP
            if before.isdigit() and after.islower():
                return gap & ~Gap.STOP
        return gap | Gap.SEGMENT

    def _run_ends(self) -> list[int]:
        """For each word the end of the run of words that a phrase may cross."""
        size = self.size
        ends = [size] * size
        starts, stops = self.words.starts, self.words.stops
        begin = 0
        for at, gap in enumerate(self.gaps):
            tight = gap == Gap.AND and starts[at] - stops[at - 1] == 1
            if gap and gap != Gap.DOT and at and not tight:
                ends[begin:at] = [at] * (at - begin)
                begin = at
        return ends

    # -- state -------------------------------------------------------------------

    def _new_sentence(self) -> None:
        self.kin: tuple[int, int] | None = None
        self.in_register = False
        #: The sentence has said "I".
        self.spoken = False
        #: What the sentence claims begins here.
        self.claims_before = len(self.found.claims)
        self.roles_before = len(self.found.sector_roles)
        self.subject: Named | None = None
        self._new_segment()
        self.previous_open: list[_Opened] = []
        self.copula = -1
        self.sentence_claims: list[Claim] = []
        self.sentence_loose: list[Named] = []
        self.spread = False
        self.until: str | None = None
        #: The word behind a date: "until 2022 at X".
        self.dated = -99
        self.purpose: Cue | None = None
        self.formers = 0
        self.row: tuple[Cue, int, int] | None = None
        self.offered: Named | None = None

    def _new_segment(self) -> None:
        self.open: list[_Opened] = []
        self.segment_begin = self.here
        self.distance = 0
        self.linked = 0
        self.in_list = False
        self.listed: list[Claim] = []
        self.former: tuple[int, int] | None = None
        self.former_used = False
        #: The segment begins with a span of years: "2009-2014 Head of sales, X".
        self.bygone = False
        self.negation = -1
        self.negated_something = False
        self.wish = False
        #: The segment says "you": what follows is the reader's.
        self.addressed = False
        self.future = False
        self.past = False
        self.stranger = False
        self.loose: list[Named] = []
        self.segment_words = 0
        self.segment_named = 0
        self.name_words = 0
        self.before_bar: list[_Opened] = []
        self.linker = ""
        self.spent = False
        self.over = -1
        self.link_age = 0
        self.saved: tuple[list[_Opened], bool, list[Claim]] | None = None
        self.comma = False
        self.colon = False
        self.opinion = -99
        self.own = -99
        self.since_claim = 99
        self.last_title_end = -1
        self.plain_run = 0
        self.role_begin = -1

    # -- the walk ----------------------------------------------------------------

    def run(self) -> Found:
        """Read the whole text."""
        at, size = 0, self.size
        keys, forms, upper = self.words.keys, self.words.forms, self.words.upper
        gaps, hits, ends = self.gaps, self.hits, self.run_ends
        match, single, heads = self.index.match, self.index.single, self.index.heads
        asides = self.index.asides
        while at < size:
            self.here = at
            if gaps[at]:
                self._cross(at)
            key = keys[at]
            if key in asides:
                self._aside(at)
            found = match(keys, at, ends[at]) if key in heads or key in single else None
            hit = hits.get(at) if hits else None
            if hit is not None and self._within_longer(hit):
                hit = None
            if hit is not None and (found is None or self._name_wins(hit, found[0])):
                named = self._from_hit(hit)
                self._organisation(named)
                at = named.end
                continue
            if found is not None and not self._name_first(at, found):
                at = self._cue(at, at + found[0], found[1])
                continue
            unknown = self._unknown(at) if upper[at] or forms[at] else None
            if unknown is not None:
                self._organisation(unknown)
                at = unknown.end
            elif found is not None:
                at = self._cue(at, at + found[0], found[1])
            else:
                self._plain(at)
                at += 1
        self._end_segment()
        if size and "?" in self.words.text[self.words.stops[-1] :][:LONGEST]:
            self._asked()
        return self.found

    def _name_first(self, at: int, found: tuple[int, Meanings]) -> bool:
        """Whether capitals and an open cue speak for a name where a cue word stands."""
        size, meanings = found
        if not (self.open or self.in_list) or not _NAME_LIKE.intersection(meanings):
            return False
        words = self.words
        after = at + size
        if not words.upper[at]:
            return False
        if F.HEALTH in meanings and len(meanings) == 1:
            return True
        if after >= self.size or self.gaps[after] & ~(Gap.AND | Gap.DOT):
            return False
        # "Healthcare Larkspur Group": the capitals go on behind the cue word.
        if not words.upper[after] or words.forms[after]:
            return False
        following = self.index.match(words.keys, after, self.run_ends[after])
        return following is None or not _NOUN_LIKE.intersection(following[1])

    def _name_wins(self, hit: Hit, size: int) -> bool:
        length = hit.core - hit.begin
        if length == size == 1 and hit.end == hit.core and not hit.form:
            # "Pharma" may be somebody's name; here it is a branch.
            single = self.index.single.get(self.words.keys[hit.begin], {})
            if F.SECTOR in single or F.ORGANISATION in single:
                return False
        if hit.strength is Strength.STRONG:
            return length >= size or hit.end - hit.begin >= size
        return length > size

    def _within_longer(self, hit: Hit) -> bool:
        """A weak name beside other capitals is part of a longer one: "Sigma Tools"."""
        words = self.words
        if hit.strength is Strength.STRONG or hit.form:
            return False
        if hit.end < self.size and not self.gaps[hit.end] and not words.forms[hit.end]:
            after = words.text[words.starts[hit.end] : words.stops[hit.end]]
            if (
                after[0].isupper()
                and self.index.match(words.keys, hit.end, self.run_ends[hit.end])
                is None
            ):
                return True
        at = hit.begin
        if at and not self.gaps[at] and not words.forms[at - 1]:
            before = words.text[words.starts[at - 1] : words.stops[at - 1]]
            if before[0].isupper() and len(before) > 1 and not before.isupper():
                meanings = self.index.single.get(words.keys[at - 1])
                return meanings is None and not self.gaps[at - 1] & Gap.STOP
        return False

    def _cross(self, at: int) -> None:
        gap = self.gaps[at]
        if not gap or at == 0:
            return
        if gap & Gap.STOP:
            self._end_segment()
            if "?" in self.words.gaps[at]:
                self._asked()
            self._new_sentence()
            self.found.segments += 1
            self.sentences += 1
            self.sentence_begin = at
            return
        if gap & Gap.CLOSE and self.saved is not None:
            inside = self.listed
            self.open, self.in_list, self.listed = self.saved
            if not self.in_list and inside and inside is not self.listed:
                # "consultant (A), speaker (B)": the brackets held whom it meant.
                self.open = []
            self.saved = None
        if gap & Gap.SEGMENT:
            carried, stretched = self.open, self.former
            kept = self.distance == 0 and bool(self.open)
            listed = self.listed if self.in_list or self.since_claim == 0 else []
            used = self.former_used
            only_names = (
                self.segment_named > 0 and self.segment_words == self.name_words
            )
            self._end_segment()
            kin = self.kin
            self._new_segment()
            self.kin = None if gap & Gap.SEMICOLON else kin
            self.found.segments += 1
            # "Scientist / Statistician at X", "Pharmacist - X Ltd", "Founder | @x".
            self.previous_open = carried if kept and gap & Gap.STROKE else []
            if kept and gap & Gap.DASH:
                self.open = carried
            self.before_bar = carried if kept else []
            # "Formerly @a | @b": the past reaches over names that stand alone.
            self.spread = (stretched is not None and used and bool(listed)) or (
                self.spread and only_names
            )
            if gap & Gap.SEMICOLON and listed and listed[0].relationship in LISTED:
                self.listed, self.in_list = listed, True
            return
        if gap & Gap.OPEN:
            self.saved = (self.open, self.in_list, self.listed)
            if self.distance or self.in_list:
                self.open = []
            self.in_list = False
        if gap & Gap.COMMA:
            self.comma = True
            if self.negation >= 0 and at - self.negation <= 1:
                self.negation = -1
            if (
                self.former is not None
                and self.last_title_end > self.former[0]
                and not self.in_list
            ):
                self.former = None
            if self.linked:
                self.linked = 0
        if gap & Gap.COLON:
            self.colon = True
        if gap & Gap.AT:
            self.linked = 2
            self.linker = "@"
            self.link_age = 0
        if gap & Gap.AND and not self.in_list and self.linked:
            self.linked = 0

    def _asked(self) -> None:
        """What a question names that does not say "I": nobody declares it."""
        if self.spoken:
            return
        found, claims = self.found, self.found.claims[self.claims_before :]
        if self.words.keys[self.sentence_begin] in self.index.questions:
            found.wished.extend(claim.named for claim in claims)
            del found.claims[self.claims_before :]
            del found.sector_roles[self.roles_before :]
        for claim in claims:
            if claim.status is Status.CURRENT:
                claim.status = Status.UNCLEAR

    def _years(self, at: int) -> None:
        """Such as "(2018-2021)" ends what was just claimed, "2018-present" does not."""
        words = self.words
        if at + 1 >= self.size or not _year(words.keys[at]):
            return
        if words.gap(at).strip() not in {"-", "–", "—", "to", "/"}:
            return
        if not _year(words.keys[at + 1]):
            return
        if at == self.segment_begin and not self.in_register:
            # "2009-2014 Head of sales, X".
            self.bygone = True
            return
        for claim in self.found.claims[-3:]:
            if claim.status is Status.CURRENT and at - claim.named.end <= 4:
                claim.status = Status.FORMER
                claim.since, claim.until = words.keys[at], words.keys[at + 1]

    def _plain(self, at: int) -> None:
        if self.words.keys[at].isdigit():
            self._years(at)
        self.distance += 1
        self.segment_words += 1
        self.since_claim += 1
        self.link_age += 1
        if self.link_age > 2 or not self.words.text[self.words.starts[at]].islower():
            self.linked = 0
        self.comma = self.colon = False
        if self.role_begin < 0:
            self.role_begin = at
        if self.in_list:
            self.in_list = False
            self.spent = True
        if self.spent and self.words.keys[at] in _RELATIVE:
            # "founder of X, which Y bought": Y is another's.
            self.open = []
        if self.found.claims and self.former_used:
            self.former = None
            self.former_used = False

    # -- cues --------------------------------------------------------------------

    def _cue(self, begin: int, end: int, meanings: Meanings) -> int:
        first = next(iter(meanings.values()))
        counts = self.found.languages
        counts[first.language] = counts.get(first.language, 0) + (end - begin)
        if F.NOTHING in meanings:
            for at in range(begin, end):
                self._plain(at)
            return end
        self._light(begin, end, meanings)
        if F.STRANGER in meanings and F.TIE not in meanings:
            self.stranger = True
            self.open = []
            self.in_list = False
            self.distance += 1
            self.segment_words += end - begin
            return end
        tie = meanings.get(F.TIE)
        if tie is not None and self._tie(tie, begin, end):
            self.segment_words += end - begin
            return end
        role = meanings.get(F.SECTOR_ROLE)
        title = meanings.get(F.TITLE)
        persona = meanings.get(F.PERSONA)
        if role is not None:
            self._sector_role(role, begin, end)
            return end
        if persona is not None:
            self._persona(persona, begin, end)
            if title is None and "title" in persona.flags:
                title = persona
        sector = meanings.get(F.SECTOR)
        organisation = meanings.get(F.ORGANISATION)
        if sector is not None or organisation is not None:
            stop = self._noun(sector, organisation, begin, end)
            if stop:
                return stop
        if title is not None:
            self._title(title, begin, end)
            self.segment_words += end - begin
            return end
        if F.CONNECTOR in meanings:
            self._connector(meanings[F.CONNECTOR])
            return end
        if F.ARTICLE in meanings or F.LIST in meanings:
            return end
        if persona is not None:
            self.segment_words += end - begin
            return end
        self.segment_words += end - begin
        if not (
            F.FORMER in meanings
            or F.NEGATION in meanings
            or F.PAST in meanings
            or F.COPULA in meanings
            or F.SELF in meanings
            or F.OPINION in meanings
            or F.OWN in meanings
            or F.EMPLOYER in meanings
            or F.SPEAKS_FOR in meanings
            or F.PURPOSE in meanings
            or F.REGISTER in meanings
            or F.WISH in meanings
            or F.FUTURE in meanings
            or F.HEALTH in meanings
        ):
            self.distance += end - begin
            self.linked = 0
            self.in_list = False
        return end

    def _aside(self, at: int) -> None:
        """Phrases that take no words: "I have" opens a disease or "I have worked"."""
        keys, stop = self.words.keys, self.run_ends[at]
        for rest, cue in self.index.asides[keys[at]]:
            end = at + 1 + len(rest)
            if end > stop or any(
                keys[at + offset] not in choices
                for offset, choices in enumerate(rest, 1)
            ):
                continue
            if cue.function is F.PERSONA:
                self._persona(cue, at, end)
            elif at <= 1 or ("weak" in cue.flags and at <= 6 and self.sentences == 1):
                # "A page for patients" says so only where the text opens with it.
                self.found.speaks_for.append((at, end))

    def _light(self, begin: int, end: int, meanings: Meanings) -> None:
        """Meanings that set the scene and let the words have others as well."""
        if F.FORMER in meanings:
            self._former(meanings[F.FORMER], begin, end)
        if F.PAST in meanings:
            self.past = True
            self.copula = begin
        if F.COPULA in meanings:
            self.copula = begin
            if self.past:
                self.past = False
        if F.NEGATION in meanings:
            self.negation = begin
            self.negated_something = False
        if F.KIN in meanings:
            if "weak" not in meanings[F.KIN].flags:
                self.kin = (begin, end)
            elif self._bracketed(begin, end):
                # "Employment: X (spouse)": the tie is the relative's.
                for claim in self.listed:
                    claim.relationship = Relationship.FAMILY_MEMBER
                    claim.role = (begin, end)
        if F.SELF in meanings:
            self.found.first_person = True
            if self.kin is not None and self.kin[1] < begin:
                self.kin = None
            if self.negation >= 0 and (self.comma or self.colon):
                self.negation = -1
            self.addressed = False
            self.spoken = True
        if F.OTHERS in meanings and "weak" in meanings[F.OTHERS].flags:
            self.addressed = True
        elif F.WISH in meanings or F.OTHERS in meanings:
            self.wish = True
        if F.FUTURE in meanings:
            self.future = True
        if F.WE in meanings:
            self.found.we = True
            if begin == self.sentence_begin:
                self.found.opens_with_we = True
        if F.HEALTH in meanings or F.SECTOR in meanings or F.SECTOR_ROLE in meanings:
            self.found.health = True
        if F.REGISTER in meanings:
            self.found.register = self.in_register = True
            if self.row is not None:
                self._row(*self.row)
        if F.DISCLAIMER in meanings:
            self.found.disclaimers.append((begin, end))
        if F.OPINION in meanings:
            self.opinion = begin
            if begin - self.own <= 3:
                self.found.disclaimers.append((self.own, end))
        if F.OWN in meanings:
            self.own = begin
            if begin - self.opinion <= 9:
                self.found.disclaimers.append((self.opinion, end))
        denied = meanings.get(F.OWN) or meanings.get(F.DISCLAIMER)
        if denied is not None and self.words.keys[end - 1] == "of":
            # "not those of X": likely the employer, and not said.
            self._await_employer(
                attrs.evolve(denied, status=Status.UNCLEAR), begin, end
            )
        if F.SPEAKS_FOR in meanings:
            self._speaks_for(meanings[F.SPEAKS_FOR], begin, end)
        if F.EMPLOYER in meanings:
            self.found.employers.append((begin, end))
            before = self.loose[-1] if self.loose else None
            if before and before.end == begin and self.gaps[begin] & Gap.COMMA:
                # "X, my employer".
                self.loose.pop()
                work, now = Relationship.EMPLOYEE, Status.CURRENT
                self._claim(before, work, now, "after", (begin, end))
            else:
                self._await_employer(meanings[F.EMPLOYER], begin, end)
        elif F.DISCLAIMER in meanings or F.OWN in meanings:
            # "not my employer's": the disclaimer says that there is an employer.
            for at in range(begin + 1, end):
                inner = self.index.match(self.words.keys, at, end)
                if inner is not None and F.EMPLOYER in inner[1]:
                    self.found.employers.append((at, at + inner[0]))
                    break
        if F.PURPOSE in meanings:
            self._purpose(meanings[F.PURPOSE])
        if F.CONTRAST in meanings and "weak" in meanings[F.CONTRAST].flags:
            # "ex-X, now at Y".
            self.past = False
            self.former = None
            self.over = -1
            for claim in self.sentence_claims:
                if claim.status is Status.UNCLEAR and claim.rule == str(F.TIE):
                    claim.status = Status.FORMER
        elif F.CONTRAST in meanings:
            # "X alum, now at Y".
            self.open = [e for e in self.open if e.cue.status is not Status.FORMER]
            self.negation = -1
            self.wish = self.stranger = self.past = False
            self.former = None
        if F.UNTIL in meanings or F.SINCE in meanings:
            self._date(begin, end, F.UNTIL in meanings)

    def _bracketed(self, begin: int, end: int) -> bool:
        """Whether words stand alone in brackets right behind what was claimed."""
        return (
            bool(self.listed)
            and self.listed[-1].named.end == begin
            and bool(self.gaps[begin] & Gap.OPEN)
            and (end >= self.size or bool(self.gaps[end] & Gap.CLOSE))
        )

    def _date(self, begin: int, end: int, ends: bool) -> None:
        """Such as "until May 2003": a year within four words of the sign."""
        month = ""
        for at in range(end, min(end + 4, self.size)):
            key = self.words.keys[at]
            if _year(key):
                break
            month = month or _MONTHS.get(key[:4]) or _MONTHS.get(key[:3], "")
            if at > end and self.gaps[at] & Gap.STOP:
                return
        else:
            return
        self.dated = at + 1
        if month:
            key = f"{key}-{month}"
        if not ends:
            self._since(begin, at)
            for claim in self.sentence_claims[-1:]:
                claim.since = claim.since or key
                if claim.status in (Status.UNCLEAR, Status.FORMER) and not self.past:
                    if self.former is None and claim.rule == str(F.TIE):
                        # "has worked for X since 2015" goes on.
                        claim.status = Status.CURRENT
            return
        self.until = key
        for claim in self.sentence_claims:
            if claim.status in (Status.CURRENT, Status.UNCLEAR):
                claim.status = Status.FORMER
                claim.until = key

    def _since(self, begin: int, year: int) -> None:
        """Such as "| X since 2015 |": a firm and a date, and nothing else."""
        named = self.loose[-1] if self.loose else None
        if (
            named is not None
            and (named.begin, named.end) == (self.segment_begin, begin)
            and (year + 1 >= self.size or self.gaps[year + 1] & Gap.SEGMENT)
            and named.kind in HEALTH_INDUSTRY
            and not (self.wish or self.stranger or self.kin)
        ):
            self.loose.pop()
            work, now = Relationship.EMPLOYEE, Status.CURRENT
            self._claim(named, work, now, "since", (begin, year + 1))

    def _speaks_for(self, cue: Cue, begin: int, end: int) -> None:
        """Such as "spokesperson for X": whoever speaks for a firm belongs to it."""
        if 0 <= begin - self.negation <= 3 and self.negation >= self.segment_begin:
            # "I do not speak for X".
            self.found.disclaimers.append((self.negation, end))
            return
        self.found.speaks_for.append((begin, end))
        tie = attrs.evolve(cue, function=F.TIE, flags=_KNOWN)
        self.open = [_Opened(tie, begin, end, (begin, end))]
        self.distance = 0
        self.in_list = False

    def _await_employer(self, cue: Cue, begin: int, end: int) -> None:
        """Such as "… of my employer, X": the name right behind is the employer's."""
        self.negation = -1
        tie = attrs.evolve(cue, function=F.TIE, flags=frozenset())
        self.open = [_Opened(tie, begin, end, (begin, end))]
        self.distance = 0
        self.in_list = False

    def _former(self, cue: Cue, begin: int, end: int) -> None:
        if cue.side is Side.AFTER:
            for claim in reversed(self.sentence_claims):
                if claim.status is Status.CURRENT and begin - claim.named.end <= 12:
                    claim.status = Status.FORMER
            if not self.sentence_claims and self.sentence_loose:
                named = self.sentence_loose[-1]
                if begin - named.end <= 1:
                    self._claim(
                        named, Relationship.OTHER, Status.FORMER, "ended", (begin, end)
                    )
            return
        self.former = (begin, end)
        self.formers += 1
        self.former_used = False
        self.distance = 0
        self.in_list = False
        self.open = []

    def _purpose(self, cue: Cue) -> None:
        self.purpose = cue
        claims = self.sentence_claims
        if not claims and self.found.register:
            # "Name of donor: X. Two tickets": fields of one entry.
            claims = self.found.claims[-3:]
        last = claims[-1] if claims else None
        for claim in claims:
            if claim.vague and last is not None and claim.cue == last.cue:
                claim.relationship = cue.relationship

    def _tie(self, cue: Cue, begin: int, end: int) -> bool:
        latest = self.listed[-1] if self.listed else None
        if (
            latest is not None
            and latest.named.end == begin
            and not self.gaps[begin]
            and cue.relationship is Relationship.CUSTOMER_OR_USER
            and self.words.keys[begin] in _USERS
        ):
            # "Nurse, Pfizer vaccinated": a user, whatever stood before.
            latest.relationship = cue.relationship
            return True
        if cue.side is Side.AFTER:
            return self._tie_after(cue, begin, end)
        if "field" in cue.flags and not self._colon_follows(end):
            return False
        if "field" in cue.flags and "once" in cue.flags:
            self.in_register = self.found.register = True
        if (
            "passive" in cue.flags
            and self.open
            and self.open[-1].cue.relationship in _RUN
            and not self.in_list
            and self.distance <= 4
        ):
            # "committees for studies sponsored by": the committee is the tie.
            self.linked = 2
            return True
        if "direct" in cue.flags and not self._object(end):
            # "I run the lab at X": work at X; "I run X": a firm of one's own.
            flags = frozenset({"weak"})
            work = Relationship.EMPLOYEE
            part = attrs.evolve(cue, function=F.TITLE, relationship=work, flags=flags)
            self._title(part, begin, end)
            return True
        self._reset_for_new_cue(begin)
        past = self.past and begin - self.copula <= 4
        spoke = cue.relationship is Relationship.SPEAKER and self.copula == begin - 2
        if past and (cue.relationship in _ENDED or spoke):
            cue = attrs.evolve(cue, status=Status.FORMER)
        opened = _Opened(cue, begin, end, (begin, end))
        if self.open and self.distance == 0 and not self.in_list:
            persona = self.open[-1].cue.function is F.PERSONA
            over = cue.status is Status.FORMER and bool(self.gaps[begin] & Gap.COMMA)
            joined = self._joined(begin) and not persona and not over
            self.open = [*self.open, opened] if joined else [opened]
        else:
            self.open = [opened]
        self.distance = 0
        self.linked = 0
        self.in_list = False
        self.colon = False
        self.spent = False
        return True

    def _object(self, at: int) -> bool:
        """Whether an organisation is what the words before this one are done to."""
        words, plain = self.words, 0
        while at < self.size and (not self.gaps[at] or words.forms[at]):
            if at in self.hits or words.forms[at]:
                return True
            match = self.index.match(words.keys, at, self.run_ends[at])
            meanings = match[1] if match else {}
            if F.ORGANISATION in meanings or F.SECTOR in meanings:
                return True
            if words.upper[at] and not _NAME_LIKE.intersection(meanings):
                return True
            if F.ARTICLE not in meanings:
                plain += 1
                if plain > 1 or F.CONNECTOR in meanings:
                    return False
            at += match[0] if match else 1
        return False

    def _joined(self, begin: int) -> bool:
        """Whether a cue goes with the one before it: "founder of and adviser to"."""
        gap = self.gaps[begin]
        if gap & (Gap.COMMA | Gap.AND | Gap.STROKE):
            return True
        before = self.index.single.get(self.words.keys[begin - 1]) if begin else None
        return bool(before and F.LIST in before)

    def _colon_follows(self, end: int) -> bool:
        return end < self.size and bool(self.gaps[end] & Gap.COLON)

    def _reset_for_new_cue(self, begin: int) -> None:
        # What a modifier has been used for, it is not used for twice.
        self.spread = False
        if self.former is not None and self.former_used:
            self.former = None
            self.former_used = False
        if self.negation >= 0 and self.negated_something and not self._or_before(begin):
            self.negation = -1

    def _or_before(self, begin: int) -> bool:
        return begin > 0 and self.words.keys[begin - 1] in {
            "or",
            "nor",
            "oder",
            "ou",
            "o",
            "of",
            "eller",
            "noch",
        }

    def _tie_after(self, cue: Cue, begin: int, end: int) -> bool:
        if "row" in cue.flags:
            return self._row(cue, begin, end)
        if "opening" in cue.flags:
            return self._opening(cue, begin, end)
        if self._relabels(cue, begin) or self._settles(cue, begin):
            return True
        if "greeting" in cue.flags and not self._greeted(begin):
            return False
        if cue.relationship is Relationship.EQUITY or (
            cue.relationship is Relationship.AGENCY and "weak" not in cue.flags
        ):
            last_claim = self.listed[-1] if self.listed else None
            if last_claim is not None and last_claim.named.end == begin:
                # "I work at A and B is one of our clients"; "I own X stock".
                own = last_claim.relationship is Relationship.FOUNDER_OWNER
                if own or cue.relationship is Relationship.AGENCY:
                    last_claim.relationship = cue.relationship
                    return True
            if cue.relationship is Relationship.EQUITY:
                return False
        near = [
            n
            for n in self.loose
            if not n.unnamed and begin - n.end <= (1 if "weak" in cue.flags else 3)
        ]
        if not near:
            return False
        last = near[-1]
        chosen = [last]
        for named in reversed(near[:-1]):
            if chosen[-1].begin - named.end <= 1:
                chosen.append(named)
        if self.wish or self.words.keys[chosen[-1].begin - 1] in _IF:
            self.found.wished.extend(chosen)
            return True
        for named in reversed(chosen):
            self._claim(
                named,
                cue.relationship,
                self._status(cue),
                "after",
                (begin, end),
                vague="vague" in cue.flags,
            )
            if named in self.loose:
                self.loose.remove(named)
        return True

    def _settles(self, cue: Cue, begin: int) -> bool:
        """Such as "not those of X, where I work": the doubt of "those of X" is gone."""
        claim = self.listed[-1] if self.listed else None
        if (
            claim is None
            or claim.status is not Status.UNCLEAR
            or claim.relationship is not cue.relationship
            or begin - claim.named.end > 1
        ):
            return False
        claim.status = self._status(cue)
        return True

    def _introduced(self, named: Named, said: bool = True) -> bool:
        """Such as "this is Anna from X", "soy Pablo de X": a name, "from" and a firm.

        With `said` the words before the person's name must say who speaks.
        """
        words, at = self.words, named.begin - 1
        single = self.index.single
        if at >= 0 and F.ARTICLE in single.get(words.keys[at], {}):
            at -= 1
        if at < 1 or self.gaps[named.begin] or self.gaps[at] & ~Gap.DOT:
            return False
        if not words.upper[at - 1] or words.keys[at] not in _INTRODUCING:
            return False
        if at - 1 in self.hits or words.keys[at - 1] in single:
            return False
        if not said:
            return True
        if not named.numbers or named.kind not in HEALTH_INDUSTRY or self.wish:
            return False
        if named.strength is Strength.WEAK and words.keys[at] not in _FROM:
            # "Maria da Rocha" has a name so.
            return False
        before = at - 2
        if before >= 0 and F.ARTICLE in single.get(words.keys[before], {}):
            before -= 1
        return before >= 0 and words.keys[before] in _I_AM and not self.gaps[at - 1]

    def _greeted(self, begin: int) -> bool:
        """Such as "Hi, Anna from X here": a person's name and "from" before X."""
        named = self.loose[-1] if self.loose else None
        if named is None or named.end != begin or named.begin < 2 or self.gaps[begin]:
            return False
        return self._introduced(named, said=False)

    def _opening(self, cue: Cue, begin: int, end: int) -> bool:
        """Such as "X develops treatments": a text that opens so speaks as X."""
        found = self.found
        if self.sentences > 1 or found.first_person or found.claims or found.personas:
            return False
        subject = self.subject
        if subject is None or subject.begin - self.sentence_begin > 1:
            return False
        if (
            begin - subject.end > 8
            or self.stranger
            or subject.kind not in HEALTH_INDUSTRY
        ):
            return False
        status = Status.CURRENT
        if "weak" in cue.flags:
            # "Biotech people developing …": likely a firm, and not said.
            if not subject.unnamed or self.wish:
                return False
            status = Status.UNCLEAR
        self._claim(subject, cue.relationship, status, "opening", (begin, end))
        if subject in self.loose:
            self.loose.remove(subject)
        return True

    def _row(self, cue: Cue, begin: int, end: int) -> bool:
        """A row of a register: the name first, then town, step, what for, year.

        row = name, { ",", word }, mark of a register, { "," , word }, part, [ year ]
        """
        if self.sentence_claims:
            return False
        if not self.in_register:
            # The mark of a register may stand behind the part.
            self.row = (cue, begin, end)
            return False
        known = [named for named in self.sentence_loose if named.numbers]
        if known:
            named = known[0]
        else:
            stop = self.sentence_begin + 1
            while stop < begin and not self.gaps[stop]:
                stop += 1
            keys = self.words.keys[self.sentence_begin : stop]
            kind, sure, statutory = self.kinds.infer(keys)
            named = Named(
                self.sentence_begin,
                stop,
                (),
                kind,
                sure,
                statutory=statutory,
                firm=True,
            )
        dated = any(
            len(key) == 4 and key.isdigit() for key in self.words.keys[end : end + 12]
        )
        status = Status.FORMER if dated else Status.CURRENT
        once = dated and cue.relationship is Relationship.SPEAKER
        self._claim(named, cue.relationship, status, "row", (begin, end), once=once)
        if named in self.loose:
            self.loose.remove(named)
        return True

    def _title(self, cue: Cue, begin: int, end: int) -> None:
        if "field" in cue.flags and not self._colon_follows(end):
            self.distance += 1
            return
        if "plural" in cue.flags and not 0 <= self.copula < begin <= self.copula + 5:
            self.distance += 1
            self.linked = 0
            return
        # "Pfizer scientist": the name stands before the title.
        if (
            self.loose
            and self.loose[-1].end == begin
            and not self.gaps[begin]
            and "weak" not in cue.flags
            and "vague" not in cue.flags
        ):
            named = self.loose[-1]
            if (
                not self.stranger
                and not self.wish
                and not named.unnamed
                and not self._told_of(named, end)
            ):
                self.loose.pop()
                self._claim(
                    named,
                    cue.relationship,
                    self._status(cue),
                    "title-after",
                    (begin, end),
                )
                self.open = []
                return
            if (
                named.unnamed
                and named.kind in HEALTH_INDUSTRY
                and not named.generic
                and cue.actor not in _OBSERVERS
                and cue.relationship not in _MONEY
            ):
                self.loose.pop()
                status = self._status(cue)
                if status is Status.CURRENT:
                    observes = self.words.keys[end - 1] in _DOUBTFUL
                    doubt = cue.function is F.PERSONA or observes
                    status = Status.UNCLEAR if doubt else Status.CURRENT
                self._claim(
                    named, cue.relationship, status, "sector-title", (begin, end)
                )
        if self._relabels(cue, begin):
            return
        if (
            self.linked == 2
            and self.open
            and not self.in_list
            and self.open[-1].cue.relationship in LISTED
        ):
            # "fees from board membership, X": a thing paid for, not a part.
            return
        self._reset_for_new_cue(begin)
        start = begin
        if (
            0 <= self.role_begin < begin
            and self.words.starts[begin] - self.words.starts[self.role_begin] < 60
        ):
            start = self.role_begin
        opened = _Opened(cue, begin, end, (start, end))
        if (
            cue.function is F.PERSONA
            and self.open
            and self.open[-1].end == begin
            and self.open[-1].cue.relationship is Relationship.CONSULTANT
        ):
            # "Consultant cardiologist": a rank, not advice.
            self.open.pop()
        if (
            self.open
            and not self.in_list
            and (self._joined(begin) or self.distance == 0)
        ):
            kept = [
                each
                for each in self.open
                if not ("vague" in each.cue.flags or self._degree(each.cue))
            ]
            self.open = [*kept, opened][-6:]
        elif self.previous_open and self.segment_words == 0 and "weak" not in cue.flags:
            self.open = [*self.previous_open, opened]
        else:
            self.open = [opened]
        self.previous_open = []
        self.distance = 0
        self.linked = 0
        self.in_list = False
        self.comma = self.colon = False
        self.spent = False
        self.last_title_end = end

    @staticmethod
    def _degree(cue: Cue) -> bool:
        """Such as "PhD, head of research at X": a degree, not a place of study."""
        student = cue.relationship is Relationship.STUDENT_OR_TRAINEE
        return student and "weak" in cue.flags

    def _relabels(self, cue: Cue, begin: int) -> bool:
        """Such as "Member of X's Advisory Board": the board says what the tie is."""
        if cue.relationship not in (
            Relationship.ADVISORY_BOARD,
            Relationship.BOARD_MEMBER,
        ):
            return False
        if (
            not self.listed
            or begin - self.listed[-1].named.end > 4
            or self.distance > 4
        ):
            return False
        if any(
            self.gaps[at] & ~Gap.CLOSE
            for at in range(self.listed[-1].named.end, begin + 1)
        ):
            return False
        changed = False
        for claim in self.listed:
            if claim.relationship in _RELABELLED:
                claim.relationship = cue.relationship
                changed = True
        return changed

    def _told_of(self, named: Named, end: int) -> bool:
        """Whether "X scientist" is somebody the text tells of.

        So it is before a person's name ("Pfizer CEO Ann Other") and before a verb
        ("Pfizer scientist found guilty") that no "I am a" stands before.
        """
        words = self.words
        if named.begin and not self.gaps[named.begin]:
            before = words.keys[named.begin - 1]
            said = self.copula >= 0 and named.begin - self.copula <= 3
            first = named.begin - 1
            opens = first <= self.segment_begin or words.keys[first - 1] in _AS
            if before in _POSSESSIVE or (
                not said
                and self.kin is None
                and (before == "the" or (before in _ONE and not opens))
            ):
                # "My X rep told me", "the X rep": somebody one deals with.
                return True
        if end >= self.size or self.gaps[end]:
            return False
        if F.SELF in self.index.single.get(words.keys[end], {}):
            return False
        if words.upper[end] and not words.forms[end]:
            return True
        said = self.copula >= 0 and named.begin - self.copula <= 3
        if said or words.forms[end]:
            return False
        return words.keys[end] not in self.index.single

    def _connector(self, cue: Cue) -> None:
        if self.in_list:
            return
        self.linker = self.words.keys[self.here]
        self.link_age = 0
        self.linked = 2 if "firm" in cue.flags else 1
        if self.distance and not self.open:
            self.distance += 0

    def _persona(self, cue: Cue, begin: int, end: int) -> None:
        actor = cue.actor
        if actor is None:
            return
        status = Status.CURRENT
        if self.kin is not None:
            return
        if begin and not self.gaps[begin] and self.words.keys[begin - 1] in _PEOPLE:
            # "helping people living with …": others.
            return
        if "illness" in cue.flags and not self._illness(cue, begin, end):
            return
        if "weak" in cue.flags and not self._apart(begin, end):
            return
        if self.negation >= 0 and begin - self.negation <= 4:
            status = Status.NEGATED
        elif (self.former is not None and begin - self.former[1] <= 4) or (
            self.past and begin - self.copula <= 4 and self.past
        ):
            status = Status.FORMER
        elif self.wish:
            return
        self.found.personas.append(PersonaFound(actor, status, begin, end))

    def _apart(self, begin: int, end: int) -> bool:
        """Whether words stand alone between marks, or behind "I am a"."""
        if end < self.size and not self.gaps[end]:
            return False
        return bool(self.gaps[begin]) or 0 <= begin - self.copula <= 2

    def _illness(self, cue: Cue, begin: int, end: int) -> bool:
        """Whether a disease stands beside: "… patient", "living with …"."""
        keys, single = self.words.keys, self.index.single
        if cue.side is Side.AFTER:
            if end < self.size and not self.gaps[end] and keys[end] not in single:
                return False
            at = begin - 1
            while at >= 0 and begin - at <= 4 and not self.gaps[at + 1] & ~Gap.DOT:
                if self._disease(at):
                    return True
                at -= 1
            return False
        for at in range(end, min(end + 6, self.size)):
            if self.gaps[at] & ~(Gap.DOT | Gap.STROKE):
                return False
            if self._disease(at):
                behind = keys[at + 1] if at + 1 < self.size else ""
                return self.gaps[at + 1 : at + 2] != [0] or behind not in _STUDIED
            meanings = single.get(keys[at], {})
            if meanings.keys() & _PARTING:
                return False
        return False

    def _disease(self, at: int) -> bool:
        key = self.words.keys[at]
        if F.CONDITION in self.index.single.get(key, {}):
            return True
        if disease_ending(key):
            return True
        numbered = at + 1 < self.size and self.words.keys[at + 1] in _NUMBERS
        return key in TYPES and numbered

    def _sector_role(self, cue: Cue, begin: int, end: int) -> None:
        """A part in the industry; where an employer follows, its title as well."""
        self._reset_for_new_cue(begin)
        self.segment_words += end - begin
        if self.wish or self.stranger:
            self.open = []
            return
        before = self.loose[-1] if self.loose else None
        if (
            before is not None
            and before.end == begin
            and before.numbers
            and not self.gaps[begin]
            and not self._told_of(before, end)
        ):
            # "Takeda medical science liaison": the name stands before the part.
            self.loose.pop()
            status, where = self._status(cue), (begin, end)
            work = cue.relationship
            self._claim(before, work, status, "title-after", where, where)
            return
        named = Named(begin, end, kind=cue.kind, sure=True, unnamed=True)
        status = self._status(cue)
        if status is Status.CURRENT and self.open and not self.distance:
            # "20 years in pharma marketing": whether they go on is not said.
            doubt = self.open[-1].cue.status is Status.UNCLEAR
            status = Status.UNCLEAR if doubt else status
        if self.kin is not None:
            relationship = Relationship.FAMILY_MEMBER
        else:
            relationship = cue.relationship
        claim = Claim(
            named, relationship, status, "sector-role", (begin, end), (begin, end)
        )
        self.found.sector_roles.append(claim)
        self.sentence_claims.append(claim)
        if self.former is not None:
            self.former_used = True
        title = attrs.evolve(cue, function=F.TITLE, status=Status.CURRENT)
        self.open = [_Opened(title, begin, end, (begin, end))]
        self.distance = 0
        self.linked = 0
        self.in_list = False
        self.last_title_end = end

    # -- organisations -----------------------------------------------------------

    def _from_hit(self, hit: Hit) -> Named:
        kinds = {self.gazetteer.party(number).kind for number in hit.numbers}
        kind = (
            kinds.pop()
            if len(kinds) == 1
            else Actor.PHARMACEUTICAL_COMPANY
            if kinds <= {Actor.PHARMACEUTICAL_COMPANY, Actor.BIOTECH_COMPANY}
            else None
        )
        end = hit.end
        words = self.words
        while (
            end < self.size
            and end - hit.end < 3
            and not hit.form
            and not self.gaps[end]
            and not words.forms[end]
            and words.upper[end]
            and self.kinds.knows(words.keys[end])
            and end not in self.hits
        ):
            end += 1
        name = self.words.keys[hit.begin : end]
        if end > hit.end and kind in HEALTH_INDUSTRY:
            other, certain, _ = self.kinds.infer(words.keys[hit.end : end])
            if certain and other is Actor.OTHER_ORGANISATION:
                return Named(hit.begin, end, (), other, True, firm=True)
        return Named(
            hit.begin,
            end,
            hit.numbers,
            kind,
            sure=True,
            strength=hit.strength,
            form=hit.form,
            countries=hit.countries,
            firm=True,
            statutory=self.kinds.statutory(name),
        )

    def _noun(
        self, sector: Cue | None, organisation: Cue | None, begin: int, end: int
    ) -> int:
        """Such as "pharma", "hospital": an organisation without a name."""
        keys, size = self.words.keys, self.size
        bound = sector is not None and "weak" in sector.flags
        kind = sector.kind if sector is not None else None
        if organisation is not None and organisation.kind is not None:
            kind = organisation.kind
        generic = sector is None and (organisation is None or organisation.kind is None)
        vague = sector is not None and "vague" in sector.flags
        stop = end
        has_head = organisation is not None
        # "pharmaceutical company", "clinical diagnostics firm", "pharma data platform".
        at = end
        while (
            at < size
            and at - end <= 2
            and (at == end or not self.gaps[at])
            and not (self.gaps[at] & ~(Gap.STROKE | Gap.AND))
        ):
            match = self.index.match(keys, at, self.run_ends[at])
            if match is None or (at in self.hits and self.hits[at].strength):
                if at == end and match is None and not self.gaps[at]:
                    at += 1
                    continue
                break
            length, meanings = match
            if F.SECTOR in meanings and F.TITLE not in meanings:
                at += length
                if kind is None:
                    kind = meanings[F.SECTOR].kind
                continue
            if F.ORGANISATION in meanings and (
                at == end
                or meanings[F.ORGANISATION].kind is None
                or not self._and_before(at)
            ):
                other = meanings[F.ORGANISATION]
                if other.kind is not None and not (
                    has_head and organisation and organisation.kind
                ):
                    kind = other.kind
                stop = at + length
                has_head = True
                generic = kind is None
                at = stop
                if other.kind is None:
                    break
                continue
            if F.LIST in meanings and at == end:
                at += length
                continue
            if F.CONNECTOR in meanings and at == stop and has_head and kind is None:
                # "a start-up in digital health": the branch of the firm.
                branch = self._branch(at + length)
                if branch is not None:
                    stop, kind, generic = *branch, False
            break
        if bound and not has_head and self.listed and self.since_claim <= 5:
            claim = self.listed[-1]
            if claim.named.generic:
                # "a company that makes insulin pumps".
                claim.named.kind, claim.named.sure = kind, True
        if bound and not has_head:
            # "drug" is a business only in "drug company".
            return 0
        if has_head and self._name_at(stop):
            # "the drug company Sanofi": what follows has the name.
            self.apposed = kind
            return stop
        named = Named(
            begin,
            stop,
            kind=kind,
            sure=kind is not None and not vague and kind is not Actor.INDUSTRY,
            unnamed=True,
            generic=generic,
            firm=has_head,
        )
        if self._describes(named):
            return stop
        self._organisation(named)
        return stop

    def _branch(self, at: int) -> tuple[int, Actor | None] | None:
        """Where the name of a branch ends that begins here, and of which kind."""
        keys, ends = self.words.keys, self.run_ends
        for _ in range(2):
            if at >= self.size or self.gaps[at]:
                return None
            match = self.index.match(keys, at, ends[at])
            if match is None:
                return None
            if F.SECTOR in match[1] and "weak" not in match[1][F.SECTOR].flags:
                return at + match[0], match[1][F.SECTOR].kind
            if F.ARTICLE not in match[1]:
                return None
            at += match[0]
        return None

    def _and_before(self, at: int) -> bool:
        return F.LIST in self.index.single.get(self.words.keys[at - 1], {})

    def _name_at(self, at: int) -> bool:
        """Whether a name begins at this word, right behind the one before."""
        words = self.words
        if at >= self.size or self.gaps[at]:
            return False
        if at in self.hits:
            return True
        return (
            (self.open or self.in_list)
            and words.upper[at]
            and not words.surface(at).isupper()
            and self.index.match(words.keys, at, self.run_ends[at]) is None
        ) is True

    def _describes(self, named: Named) -> bool:
        """Such as "X, a diagnostics company" and "X (pharma)" tell X's kind."""
        if named.kind is None or named.generic:
            return False
        if not self.listed or self.since_claim > 6:
            return False
        claim = self.listed[-1]
        behind = self.words.keys[claim.named.end : named.begin]
        inside = self.saved is not None
        article = bool(behind) and behind[0] in {
            "a",
            "an",
            "ein",
            "eine",
            "une",
            "un",
            "una",
            "en",
            "ett",
            "een",
            "uma",
            "um",
        }
        if not (
            inside
            or (article and self.gaps[claim.named.end] & Gap.COMMA)
            or "is" in behind[:2]
        ):
            return False
        for each in self.listed:
            if each.named.numbers or each.named.unnamed:
                continue
            if each.named is claim.named and not each.named.sure:
                each.named.kind = named.kind
                each.named.sure = named.sure
        return True

    def _unknown(self, at: int) -> Named | None:
        """A proper name that the gazetteer does not hold, where a cue waits for one.

        A name here is a run of capitalised words, a handle or an address.
        """
        first_in_segment = self.segment_words == 0
        waiting = self.open or self.in_list
        alone = first_in_segment and (self.spread or self.before_bar)
        words = self.words
        form = words.forms[at]
        if not waiting and not alone and not self._proper(at):
            return None
        if form is Form.HASHTAG:
            return None
        first = words.text[words.starts[at]]
        if form is Form.WORD and not first.isupper():
            return None
        if words.keys[at] in COUNTRY_WORDS or words.keys[at].isdigit():
            return None
        if self.saved is not None and first.isupper() and self._abbreviation(at):
            return None
        end = at + 1
        size = self.size
        if form is Form.WORD and self._initials(at):
            return None
        if form is Form.WORD:
            while end < size and end - at < 12:
                gap = self.gaps[end]
                if gap & ~(Gap.AND | Gap.STROKE | Gap.DOT) or words.forms[end]:
                    if not (gap == Gap.COMMA and words.keys[end] in LEGAL_FORMS):
                        break
                if not gap and words.gap(end - 1) == "-" and not words.forms[end]:
                    end += 1
                    continue
                if gap == Gap.DOT and len(words.keys[end]) > 1:
                    end += 1
                    continue
                phrase = self.index.match(words.keys, end, self.run_ends[end])
                if phrase is not None and (
                    phrase[0] > 1 or _TITLE_LIKE.intersection(phrase[1])
                ):
                    title = phrase[1].get(F.TITLE)
                    if not _NAME_LIKE.intersection(phrase[1]) or (
                        title is not None and "weak" not in title.flags
                    ):
                        break
                initial = words.text[words.starts[end]]
                if initial.isupper() or initial.isdigit():
                    hit = self.hits.get(end)
                    if (
                        hit is not None
                        and hit.strength
                        and (gap & (Gap.AND | Gap.STROKE) or not self.open)
                    ):
                        break
                    end += 1
                    continue
                if (
                    words.keys[end] in _INNER
                    and end + 1 < size
                    and not self.gaps[end + 1]
                    and not gap
                    and words.upper[end + 1]
                    and self.kinds.infer(words.keys[at:end])[0] is not None
                ):
                    end += 2
                    continue
                if (
                    words.keys[end] in _INNER
                    and end + 2 < size
                    and words.keys[end + 1] in _INNER
                    and not self.gaps[end + 2]
                    and words.upper[end + 2]
                    and self.kinds.infer(words.keys[at:end])[0] is not None
                ):
                    end += 3
                    continue
                break
            if end < size and not self.gaps[end]:
                # "Clinical Quality Team Leader": capitals that lead to a title.
                behind = self.index.match(words.keys, end, self.run_ends[end])
                title = behind[1].get(F.TITLE) if behind else None
                if title is not None and "weak" not in title.flags and self.linked != 2:
                    return None
        kind, sure, statutory = self.kinds.infer(words.keys[at:end])
        if kind is None and (self._person(at) or self._department(end)):
            return None
        if form is Form.HANDLE and kind is None:
            parts = _parts(words.text[words.starts[at] + 1 : words.stops[at]])
            # A handle's words are run together: enough for a doubt, not for a claim.
            kind, _, statutory = self.kinds.infer(parts[-3:])
        if (
            form is Form.HANDLE
            and kind is None
            and words.text[words.stops[at] - 1] == "U"
        ):
            kind, sure = Actor.ACADEMIC_INSTITUTION, False
        for key in words.keys[at:end]:
            meanings = self.index.single.get(key)
            if meanings is not None and (F.SECTOR in meanings or F.HEALTH in meanings):
                self.found.health = True
        firm = (
            any(key in LEGAL_FORMS for key in words.keys[at + 1 : end])
            or kind is not None
        )
        named = Named(
            at, end, (), kind, sure, Strength.WEAK, form, firm=firm, statutory=statutory
        )
        if form is Form.WORD and kind is None:
            near = (
                self.gazetteer.near("".join(words.keys[at:end]))
                if end - at <= 2
                else ()
            )
            if near:
                kinds = {self.gazetteer.party(n).kind for n in near}
                named.numbers, named.strength = near, Strength.STRONG
                named.kind, named.sure = kinds.pop(), True
        if not waiting:
            last = words.keys[end - 1]
            if self.copula >= self.sentence_begin and (
                F.ORGANISATION in self.index.single.get(last, {})
            ):
                # "X is the Data Company": a description in capitals.
                return None
            if alone or named.sure or last in LEGAL_FORMS - {"company", "co"}:
                return named
            return None
        if self._governs(named):
            return named
        return named if self._proper(at) and named.sure else None

    def _person(self, at: int) -> bool:
        """Such as "Dr Roe": a name with a title before it."""
        keys = self.words.keys
        return keys[at] in _HONORIFICS or (at > 0 and keys[at - 1] in _HONORIFICS)

    def _department(self, end: int) -> bool:
        """Such as "in der Zulassung von X": what ends here belongs to a known firm."""
        return (
            end + 1 < self.size
            and self.words.keys[end] in _INTRODUCING
            and not self.gaps[end]
            and not self.gaps[end + 1]
            and end + 1 in self.hits
        )

    def _initials(self, at: int) -> bool:
        """Such as "…; MNO reports": an author of a statement, not a payer."""
        words = self.words
        surface = words.surface(at)
        if len(surface) > 4 or not surface.isupper() or at + 1 >= self.size:
            return False
        if (
            self.gaps[at + 1] & ~Gap.DOT
            or not words.text[words.starts[at + 1]].islower()
        ):
            return False
        meanings = self.index.single.get(words.keys[at + 1], {})
        return not (F.LIST in meanings or F.CONNECTOR in meanings)

    def _proper(self, at: int) -> bool:
        """Whether two capitalised words begin here: perhaps a name for later."""
        words = self.words
        if at + 1 >= self.size or self.gaps[at + 1] & ~Gap.AND or words.forms[at]:
            return False
        return words.upper[at] and words.upper[at + 1] and not words.forms[at + 1]

    def _abbreviation(self, at: int) -> bool:
        """Such as "(ABCD)" right behind a name is the same name."""
        surface = self.words.text[self.words.starts[at] : self.words.stops[at]]
        return (
            surface.isupper() and len(surface) <= 8 and bool(self.gaps[at] & Gap.OPEN)
        )

    def _governs(self, named: Named) -> bool:
        """Whether an open cue reaches this organisation."""
        unknown = not named.numbers and not named.unnamed
        if self.in_list:
            if not self.listed or named.generic or self._article_before(named):
                # "…, a Bayer company": what somebody else is.
                return False
            if not self._separated(named):
                return False
            if not unknown:
                return True
            if self.listed[-1].named.unnamed or named.form is Form.HASHTAG:
                return False
            if (
                named.form is Form.HANDLE
                and self.listed[-1].named.form is not Form.HANDLE
            ):
                return bool(self.gaps[named.begin])
            relationship = self.listed[0].relationship
            gap = self.gaps[named.begin]
            if (relationship in LISTED - _HOLDERS or self.found.register) or (
                relationship in _HOLDERS and named.firm
            ):
                return True
            if gap & Gap.COMMA and self._list_goes_on(named.end):
                return True
            return (
                bool(gap & (Gap.AND | Gap.STROKE))
                or self.words.keys[named.begin - 1]
                in {"and", "und", "et", "y", "e", "en", "och", "og"}
                or (named.form is Form.HANDLE)
                or named.firm
            )
        if not self.open:
            return False
        cue = next(
            (e.cue for e in reversed(self.open) if "weak" not in e.cue.flags),
            self.open[-1].cue,
        )
        tie = cue.function is F.TIE
        faint = unknown or (bool(named.numbers) and named.strength is Strength.WEAK)
        if (
            faint
            and ("light" in cue.flags or "weak" in cue.flags)
            and not (
                named.form in _ADDRESSES
                or (self.linker in PLACES and "light" not in cue.flags)
            )
        ):
            return False
        if cue.flags is _KNOWN and unknown and not named.firm:
            # "News from London".
            return False
        if named.unnamed and named.kind not in PRESENTED:
            if "light" in cue.flags:
                return False
            if "weak" in cue.flags and self.linker not in PLACES:
                return False
        if self.spent and (unknown or cue.relationship not in LISTED):
            return False
        if not tie and self._spoken_of(named):
            return False
        if self.distance == 0:
            if tie and unknown and self.words.keys[named.begin - 1] in _IN:
                return named.firm
            if tie:
                return not (named.generic and not self._article_before(named))
            if self.linked == 2 or named.form in _ADDRESSES:
                if "weak" in cue.flags and unknown and not named.form:
                    return self.linker in PLACES
                return not named.generic or self._article_before(named)
            if self.linked == 1:
                return self._of(named, cue)
            if "weak" in cue.flags:
                return False
            if self.colon:
                return cue.function is not F.PERSONA
            if named.unnamed:
                # "Gründer eines Startups": the article says "of".
                return self.words.keys[named.begin - 1] in _OF_A or self._employing(
                    named
                )
            if self.comma or self.gaps[named.begin] & (
                Gap.OPEN | Gap.DASH | Gap.COLON | Gap.STROKE
            ):
                return not unknown or named.firm
            return not unknown
        if named.generic or (not tie and self._outsider()):
            # "Recruiter placing talent at X": whom others work for.
            return False
        if named.form is Form.HANDLE and named.numbers and "weak" in cue.flags:
            # "Building better sensors @x": the handle ends what is told.
            return self.distance <= _REACH_CONNECTOR and self._ends_here(named)
        if self.linked and self.distance <= _REACH_CONNECTOR:
            if self.words.keys[named.begin - 1] in _WITH and cue.actor in _WORKPLACES:
                # "Nurse, I vaccinate with X".
                return False
            if unknown and (
                (tie and self.linked == 1) or (self.link_age and not named.firm)
            ):
                return False
            return self.linked == 2 or self._of(named, cue)
        if tie and not unknown and self.distance <= _REACH_TIE and not named.unnamed:
            return True
        if tie and named.unnamed and self.distance == 1 and "direct" in cue.flags:
            return True
        if tie and named.unnamed and named.firm and self.distance <= 2:
            return self.link_age <= 2
        return (
            not tie
            and "weak" not in cue.flags
            and self.comma
            and bool(named.numbers)
            and named.strength is Strength.STRONG
            and self.distance <= 4
        )

    def _spoken_of(self, named: Named) -> bool:
        """Such as "The CEO of X cashed in": a sentence about who has the part."""
        first, end = self.open[0].begin - 1, named.end
        return (
            first == self.sentence_begin
            and self.words.keys[first] in _THE
            and end < self.size
            and not self.gaps[end]
            and not self.words.upper[end]
            and not (_PARTS & self.index.single.get(self.words.keys[end], {}).keys())
        )

    def _employing(self, named: Named) -> bool:
        """Such as "Data manager, medical device company |": a part and where."""
        return (
            not named.generic
            and named.kind in HEALTH_INDUSTRY
            and self.open[-1].cue.actor is None
            and bool(self.gaps[named.begin] & Gap.COMMA)
            and self._ends_here(named)
            and self.copula < self.sentence_begin
        )

    def _outsider(self) -> bool:
        """Whether the open part is of those who deal with a branch from outside."""
        keys = self.words.keys
        return any(keys[opened.end - 1] in _OUTSIDERS for opened in self.open)

    def _separated(self, named: Named) -> bool:
        """Whether a comma, a sign or an "and" parts a name from the one before it."""
        if self.gaps[named.begin] & (Gap.COMMA | Gap.AND | Gap.STROKE | Gap.SEGMENT):
            return True
        if named.form is Form.HANDLE:
            return True
        for at in range(named.begin - 1, max(named.begin - 4, 0), -1):
            before = self.index.single.get(self.words.keys[at], {})
            if F.LIST in before:
                return True
            if self.gaps[at] & (Gap.COMMA | Gap.AND | Gap.STROKE | Gap.SEGMENT):
                return F.ARTICLE in before or F.CONNECTOR in before
            if not (F.ARTICLE in before or F.CONNECTOR in before):
                return False
        return False

    def _acronym(self, named: Named) -> bool:
        surface = self.words.text[
            self.words.starts[named.begin] : self.words.stops[named.end - 1]
        ]
        return surface.isupper() and surface.isalpha() and len(surface) > 2

    def _list_goes_on(self, end: int) -> bool:
        """Whether a list of names ends in "and" before the segment does."""
        words = self.words
        for at in range(end, min(end + 20, self.size - 1)):
            gap = self.gaps[at]
            if gap & Gap.SEGMENT:
                return False
            meanings = self.index.single.get(words.keys[at])
            if (gap & Gap.AND and words.upper[at]) or (
                meanings is not None and F.LIST in meanings and words.upper[at + 1]
            ):
                return True
            if not words.upper[at]:
                return False
        return False

    def _article_before(self, named: Named) -> bool:
        return named.begin > 0 and self.words.keys[named.begin - 1] in {
            "a", "an", "ein", "eine", "einem", "einer", "une", "un", "una", "en", "ett",
            "een", "uma", "um",
        }  # fmt: skip

    def _of(self, named: Named, cue: Cue) -> bool:
        """Whether "of", "for" or "in" joins this organisation to a title."""
        if named.numbers:
            return True
        if named.unnamed:
            return (named.kind in HEALTH_INDUSTRY and cue.actor not in _OBSERVERS) or (
                named.firm and not named.generic
            )
        if self.words.keys[named.begin - 1] in _IN:
            return named.firm and named.kind is not None
        if cue.relationship in LISTED - _HOLDERS:
            served = self.linker in _FOR and cue.relationship in _PERSONS
            return named.firm or served
        if self.linker in _FOR or "chief" in cue.flags or self._acronym(named):
            return True
        return (
            named.firm
            or cue.relationship is not Relationship.EMPLOYEE
            or cue.function is F.TIE
        )

    def _status(self, cue: Cue) -> Status:
        if self.negation >= 0:
            return Status.NEGATED
        if self.former is not None or self.spread or self.bygone:
            return Status.FORMER
        if self.future:
            return Status.UNCLEAR
        if cue.status is not Status.CURRENT:
            return cue.status
        if cue.function is not F.TIE and (
            self.past or (self.over >= 0 and self.copula < self.over)
        ):
            # "was a consultant", "has worked in X as head of Y".
            return Status.FORMER
        return Status.CURRENT

    def _organisation(self, named: Named) -> None:
        self.segment_named += 1
        self.segment_words += named.end - named.begin
        if not named.unnamed:
            self.name_words += named.end - named.begin
        if named.unnamed and named.kind in _MAKERS and self.offered is not None:
            account = attrs.evolve(self.offered, kind=named.kind, sure=False)
            self.offered = None
            if not self.sentence_claims:
                cue = (named.begin, named.end)
                tie = Relationship.ORGANISATION_ACCOUNT
                self._claim(account, tie, Status.CURRENT, "account", cue)
        if named.unnamed and named.kind in _MAKERS:
            self.found.health = True
        barred = False
        if (
            self.before_bar
            and not self.open
            and self.segment_words == named.end - named.begin
            and not named.unnamed
            and (named.form or named.strength is Strength.STRONG or named.numbers)
        ):
            weak = named.strength is Strength.WEAK and not named.form
            barred = weak and named.kind in HEALTH_INDUSTRY and self._ends_here(named)
            self.open = [
                e for e in self.before_bar if weak or "weak" not in e.cue.flags
            ]
            if not named.form and not self._signed(named):
                self.future = True
        if barred or self._governs(named):
            self._govern(named)
        elif self._client(named):
            cue = (named.begin - 1, named.begin)
            self._claim(named, Relationship.AGENCY, self.listed[-1].status, "tie", cue)
        elif self._introduced(named):
            self._claim(
                named,
                Relationship.EMPLOYEE,
                Status.CURRENT,
                "tie",
                (named.begin - 1, named.begin),
            )
        elif self._trailing(named):
            self._claim(named, Relationship.EMPLOYEE, Status.UNCLEAR, "bare-name", None)
        elif self._dated_place(named):
            status = Status.FORMER if self.until else Status.CURRENT
            cue = (self.dated - 1, self.dated)
            self.listed = [
                self._claim(named, Relationship.EMPLOYEE, status, "tie", cue)
            ]
        elif not (named.unnamed and self._account(named)):
            self._leave(named)
        self.linked = 0
        self.comma = self.colon = False

    def _ends_here(self, named: Named) -> bool:
        """Whether a bar, a full stop or the end of the text follows a name."""
        end = named.end
        return end >= self.size or bool(self.gaps[end] & Gap.SEGMENT)

    def _signed(self, named: Named) -> bool:
        """Whether a firm fills the line below a title, as signatures have it."""
        begin, end = named.begin, named.end
        line = bool(self.gaps[begin] & Gap.LINE)
        return line and (end >= self.size or bool(self.gaps[end] & Gap.LINE))

    def _client(self, named: Named) -> bool:
        """Such as "I work at an agency for X": whom the agency serves."""
        if not self.listed or named.kind not in _MAKERS or self.wish or self.kin:
            return False
        claim = self.listed[-1]
        return (
            claim.named.kind in _SERVICES
            and claim.relationship is Relationship.EMPLOYEE
            and named.begin - claim.named.end <= 2
            and self.words.keys[named.begin - 1] in _FOR
            and not self.gaps[named.begin]
        )

    def _trailing(self, named: Named) -> bool:
        """Such as "Patient access, X": a department, a comma and a firm, at the end."""
        return (
            bool(self.gaps[named.begin] & Gap.COMMA)
            and bool(self.open)
            and all(e.cue.function is F.TITLE for e in self.open)
            and all(e.cue.relationship is Relationship.EMPLOYEE for e in self.open)
            and self.open[0].begin - self.segment_begin <= 1
            and self.copula < self.segment_begin
            and self.distance <= 2
            and bool(named.numbers)
            and named.kind in HEALTH_INDUSTRY
            and self._ends_here(named)
            and self.sentences <= 2
            and self._status(self.open[-1].cue) is Status.CURRENT
            and not (self.wish or self.stranger or self.kin)
        )

    def _dated_place(self, named: Named) -> bool:
        """Such as "until 2022 at X": a date and a place of work, and no verb."""
        return (
            named.begin - self.dated in (1, 2)
            and self.words.keys[named.begin - 1] in _WORKED_AT
            and bool(named.numbers)
            and not self.wish
            and not self.stranger
            and self.negation < 0
        )

    def _govern(self, named: Named) -> None:
        if self.in_list:
            pattern = self.listed
            fresh = []
            seen = set()
            if (
                pattern[-1].rule == "former"
                and self.formers > 1
                and self.gaps[named.begin] & Gap.COMMA
            ):
                # "ex-A, ex-B, C": what C is, the text leaves open.
                self.listed = [
                    self._claim(
                        named, Relationship.EMPLOYEE, Status.UNCLEAR, "bare-name"
                    )
                ]
                return
            for claim in pattern:
                sign = (claim.relationship, claim.cue)
                if claim.named is not pattern[-1].named and sign in seen:
                    continue
                if sign in seen:
                    continue
                seen.add(sign)
                fresh.append(
                    self._claim(
                        named,
                        claim.relationship,
                        claim.status,
                        claim.rule,
                        claim.cue,
                        claim.role,
                        claim.vague,
                        claim.once,
                        settled=True,
                    )
                )
            self.listed = fresh
        else:
            if self.wish or self.addressed:
                self.found.wished.append(named)
                self.open = []
                return
            fresh = []
            for opened in self.open:
                cue = opened.cue
                relationship = cue.relationship
                status = self._status(cue)
                if status is Status.CURRENT and (
                    self._observes(relationship, named)
                    or self._site(cue, named)
                    or self._listed_branch(named)
                ):
                    status = Status.UNCLEAR
                if status is Status.NEGATED:
                    if cue.denies is not None:
                        relationship = cue.denies
                    self.negated_something = True
                vague = "vague" in cue.flags
                relationship = self._adapted(opened, relationship, named)
                if vague and self.purpose is not None:
                    relationship = self.purpose.relationship
                once = vague and (self.in_register or self._amount(named.begin))
                if once and status is Status.CURRENT:
                    status = Status.FORMER
                if status is Status.FORMER and cue.status is Status.FORMER:
                    self.over = named.begin
                fresh.append(
                    self._claim(
                        named,
                        relationship,
                        status,
                        str(cue.function),
                        (opened.begin, opened.end),
                        opened.role if cue.function is not F.TIE else None,
                        vague,
                        once,
                    )
                )
            self.listed = fresh
        if self.former is not None:
            self.former_used = True
        self.in_list = True
        self.since_claim = 0
        self.distance = 0
        self.previous_open = []

    def _observes(self, relationship: Relationship, named: Named) -> bool:
        """Such as "Lawyer. Advises pharma companies": in what is left to ask."""
        return (
            named.unnamed
            and relationship is Relationship.CONSULTANT
            and any(persona.actor in _OBSERVERS for persona in self.found.personas)
        )

    def _site(self, cue: Cue, named: Named) -> bool:
        """Such as "Nurse at an X trial site": whose site it is, is not said."""
        end = named.end
        return (
            cue.actor in _WORKPLACES
            and self._article_before(named)
            and end < self.size
            and not self.gaps[end]
        )

    def _listed_branch(self, named: Named) -> bool:
        """Such as "Engineer, pharma": a branch in a list, perhaps an interest."""
        return (
            named.unnamed
            and not named.firm
            and bool(self.gaps[named.begin] & Gap.COMMA)
        )

    def _amount(self, begin: int) -> bool:
        """Whether a sum of money was named in the sentence: a payment made once."""
        words = self.words
        start = words.starts[self.sentence_begin]
        part = words.text[max(start, words.starts[begin] - 300) : words.starts[begin]]
        return any(sign in part for sign in "£€$")

    def _at_agency(self) -> bool:
        """Whether the sentence has said that somebody works at an agency."""
        return any(
            claim.named.kind in _SERVICES
            and claim.relationship in _AT_WORK
            and claim.status is Status.CURRENT
            for claim in self.sentence_claims[-4:]
        )

    def _adapted(
        self, opened: _Opened, relationship: Relationship, named: Named
    ) -> Relationship:
        cue = opened.cue
        if (
            named.unnamed
            and relationship is Relationship.EMPLOYEE
            and cue.function is F.TIE
        ):
            # "working with pharma": for it, not in it.
            if self.words.keys[named.begin - 1] in _WITH:
                return Relationship.AGENCY
        if (
            relationship is Relationship.EMPLOYEE
            and cue.function is F.TIE
            and named.kind in _MAKERS
            and self.words.keys[named.begin - 1] in _SERVED
            and self._at_agency()
        ):
            # "Account manager at an agency, working for X".
            return Relationship.AGENCY
        if "office" in cue.flags and named.kind in _OFFICE_BODIES and not named.unnamed:
            if named.kind is None:
                named.kind = Actor.PROFESSIONAL_BODY
            return Relationship.BOARD_MEMBER
        if not named.sure and not named.unnamed and not named.numbers:
            for each in self.open:
                workplace = _WORKPLACES.get(each.cue.actor) if each.cue.actor else None
                if workplace is not None:
                    named.kind = workplace
        return relationship

    def _claim(
        self,
        named: Named,
        relationship: Relationship,
        status: Status,
        rule: str,
        cue: tuple[int, int] | None = None,
        role: tuple[int, int] | None = None,
        vague: bool = False,
        once: bool = False,
        settled: bool = False,
    ) -> Claim:
        if not settled and self.kin is not None and relationship not in _ONE_S_OWN:
            relationship = Relationship.FAMILY_MEMBER
            role = self.kin
        if relationship is Relationship.FOUNDER_OWNER and named.kind in _SHOPS:
            begin, end = named.begin, named.end
            seller = PersonaFound(Actor.SELLER, status, begin, end)
            self.found.personas.append(seller)
        claim = Claim(named, relationship, status, rule, cue, role, vague, once)
        if self.until is not None and status is Status.CURRENT:
            claim.status, claim.until = Status.FORMER, self.until
        self.found.claims.append(claim)
        self.sentence_claims.append(claim)
        if len(self.sentence_claims) > 2 * _MEMORY:
            # What stands so far back is out of reach; so time stays linear.
            del self.sentence_claims[:_MEMORY]
        return claim

    def _leave(self, named: Named) -> None:
        """A name that nothing governs so far."""
        if (
            self.former is not None
            and not self.open
            and self.distance == 0
            and not named.unnamed
        ):
            # "ex-Pfizer/GSK": the name itself is what is past.
            claim = self._claim(
                named, Relationship.EMPLOYEE, Status.FORMER, "former", self.former
            )
            self.former_used = True
            self.listed = [claim]
            self.in_list = True
            self.since_claim = 0
            return
        if (
            self.spread
            and self.segment_words == named.end - named.begin
            and not named.unnamed
        ):
            claim = self._claim(
                named, Relationship.EMPLOYEE, Status.FORMER, "former-list"
            )
            self.listed = [claim]
            self.in_list = True
            self.since_claim = 0
            return
        self.loose.append(named)
        self.sentence_loose.append(named)
        if len(self.loose) > 2 * _MEMORY:
            del self.loose[:_MEMORY]
        if len(self.sentence_loose) > 2 * _MEMORY:
            del self.sentence_loose[:_MEMORY]
        self.found.loose.append(named)
        if self.subject is None:
            self.subject = named
        if self.in_list or (self.open and self.open[-1].cue.function is F.TIE):
            # An apposition or a foreign name ends the reach of the cue before it.
            self.open = []
        self.distance += 1
        self.in_list = False

    # -- accounts of organisations -------------------------------------------------

    def _account(self, named: Named) -> bool:
        """Such as "X is a diagnostics company": the account is an organisation.

        account = [ subject, copula ], { word }, noun for an organisation
        """
        found = self.found
        if (
            not named.firm
            or self.stranger
            or self.kin
            or found.first_person
            or self.wish
        ):
            return False
        if self.sentence_claims or found.claims or found.personas or self.negation >= 0:
            return False
        if self.sentences > 2 or named.begin - self.sentence_begin > 12:
            return False
        if (
            named.end < self.size
            and named.begin == self.sentence_begin
            and self.words.upper[named.begin]
            and not self.gaps[named.end]
            and F.WE not in self.index.single.get(self.words.keys[named.begin], {})
            and self._goes_on(named.end)
        ):
            # "Association of …": the noun begins a name.
            return False
        opening = self.index.single.get(self.words.keys[self.sentence_begin], {})
        if F.CONNECTOR in opening:
            return False
        if self._listed_account(named):
            return True
        subject = self._subject()
        if subject is None and self.copula >= 0 and not found.we:
            return False
        if named.begin - self.sentence_begin > 1 and (
            subject is None and self.words.keys[named.begin - 1] in _THE
        ):
            # "Opinions do not represent the agency".
            return False
        waiting = [e for e in self.open if "weak" not in e.cue.flags]
        if subject is None and named.generic and not waiting and self.offered is None:
            # "A provider of …": of what branch, the sentence may say yet.
            self.offered = attrs.evolve(named, begin=self.sentence_begin)
        if subject is None and (
            named.kind not in HEALTH_INDUSTRY and named.kind not in _SPEAKING
        ):
            return False
        if named.end < self.size and not self.gaps[named.end]:
            match = self.index.match(
                self.words.keys, named.end, self.run_ends[named.end]
            )
            if match and (F.TITLE in match[1] or F.PERSONA in match[1]):
                # "Healthcare agency owner".
                return False
        if (
            named.end < self.size
            and not self.gaps[named.end]
            and F.SELF in self.index.single.get(self.words.keys[named.end], {})
        ):
            # "The hospital I work at".
            return False
        start = self.sentence_begin
        if self.words.keys[start] in _HONORIFICS and start not in self.hits:
            # "Dr Roe, a leader in biotech": a person.
            return False
        if subject is None and (waiting or named.kind is None or self.loose):
            return False
        if subject is not None:
            if subject.kind is None and named.kind is None:
                return False
            if subject.kind is None or (named.sure and not subject.sure):
                subject.kind, subject.sure = named.kind, named.sure
            account = subject
        else:
            account = (
                attrs.evolve(named, begin=self.sentence_begin)
                if not found.we
                else named
            )
        self._claim(
            account,
            Relationship.ORGANISATION_ACCOUNT,
            Status.CURRENT,
            "account",
            (named.begin, named.end),
        )
        if account in self.loose:
            self.loose.remove(account)
        self.open = []
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether a name goes on here: a capital, at once or behind "of the"."""
        words = self.words
        for word in range(at, min(at + 3, self.size)):
            if words.upper[word]:
                return True
            if words.keys[word] not in _INNER:
                return False
        return False

    def _listed_account(self, named: Named) -> bool:
        """Such as "X | Association": what X is stands alone behind it."""
        at = self.segment_begin
        gap = self.gaps[at]
        if (
            self.sentence_begin
            or not 0 < at <= 14
            or named.begin != at
            or not gap & Gap.SEGMENT
            or gap & (Gap.DASH | Gap.STROKE | Gap.LINE)
            or named.kind not in PRESENTED
            or (named.end < self.size and not self.gaps[named.end] & Gap.SEGMENT)
        ):
            return False
        hits = [hit for start, hit in self.hits.items() if start < at]
        whole = next((h for h in hits if h.begin == 0 and h.end == at), None)
        account = self._from_hit(whole) if whole else Named(0, at, firm=True)
        if whole is None:
            members = [h for h in hits if self._from_hit(h).kind in HEALTH_INDUSTRY]
            account.kind, account.sure = named.kind, named.sure
            if members:
                self.found.health = self.found.health or len(members) > 1
            if len(members) > 1 and named.kind is Actor.NONPROFIT:
                account.kind = Actor.TRADE_ASSOCIATION
        self._claim(
            account,
            Relationship.ORGANISATION_ACCOUNT,
            Status.CURRENT,
            "account-row",
            (named.begin, named.end),
        )
        self.found.bare = [pair for pair in self.found.bare if pair[0].begin >= at]
        return True

    def _subject(self) -> Named | None:
        """The name that begins the sentence and is followed by "is"."""
        start, copula = self.sentence_begin, self.copula
        if copula <= start or copula - start > 7 or self.past:
            return None
        if self.subject is not None:
            return (
                self.subject
                if copula - self.subject.end <= 1 and self.subject.begin - start <= 1
                else None
            )
        words = self.words
        for at in range(start, copula):
            first = words.text[words.starts[at]]
            if (
                not (first.isupper() or first.isdigit() or words.forms[at])
                or self.gaps[at] & Gap.COMMA
            ):
                return None
        if self.index.single.get(words.keys[start], {}).keys() & _NO_SUBJECT:
            return None
        kind, sure, statutory = self.kinds.infer(words.keys[start:copula])
        return Named(
            start,
            copula,
            (),
            kind,
            sure,
            Strength.WEAK,
            words.forms[start],
            firm=True,
            statutory=statutory,
        )

    # -- ends --------------------------------------------------------------------

    def _end_segment(self) -> None:
        for named in self.loose:
            alone = self.segment_words <= sum(n.end - n.begin for n in self.loose)
            named.labelled = not alone and self._labelled(named)
            if named.labelled and self._shaped(named):
                # "Vaccinologist at X": a part, by the shape of its word.
                cue = (self.segment_begin, named.begin)
                work, now = Relationship.EMPLOYEE, self._status(_SHAPED)
                self._claim(named, work, now, "title", cue, cue)
                continue
            alone = alone or named.labelled
            self.found.bare.append(
                (named, alone and not self.stranger and not self.wish)
            )

    def _shaped(self, named: Named) -> bool:
        """Whether the word before "at" has an ending that parts have."""
        words, at = self.words, named.begin - 1
        if words.keys[at] in _FROM:
            at -= 1
        return (
            at >= self.segment_begin
            and named.kind in HEALTH_INDUSTRY
            and _PART.search(words.keys[at]) is not None
        )

    def _labelled(self, named: Named) -> bool:
        """Such as "Chief tinkerer @x": a handle behind words that may be a part."""
        begin, words = named.begin, self.words
        at = named.form is Form.HANDLE or bool(self.gaps[begin] & Gap.AT)
        at = at or (words.keys[begin - 1] == "at" and self._shaped(named))
        start = self.segment_begin
        if not at or not 0 < begin - start <= 4 or self.kin or self.negation >= 0:
            return False
        if not words.upper[start] or words.forms[start] or self.sentences > 3:
            return False
        return all(
            not (self.index.single.get(words.keys[i], {}).keys() - _PLAIN_LIKE)
            for i in range(start, begin)
        )


#: Only persons are called so.
_HONORIFICS: Final = word_set(
    "dr mr mrs ms miss prof professor herr frau m mme monsieur madame sr sra srta "
    "signor signora dott dottssa senor senora dhr mevrouw"
)
_INNER: Final = word_set(
    "of for the de du des la le les fur der di del della do da dos van voor on in i"
)
_NO_SUBJECT: Final = frozenset(
    {F.SELF, F.KIN, F.ARTICLE, F.NEGATION, F.WE, F.EMPLOYER, F.PERSONA, F.TITLE}
)
#: Functions that may stand in a title of one's own making.
_PLAIN_LIKE: Final = frozenset(
    {F.ARTICLE, F.LIST, F.CONNECTOR, F.HEALTH, F.NAME_WORD, F.TITLE, F.CONDITION}
)
_RELATIVE: Final = word_set(
    "which whose welche welcher welches laquelle lequel lesquels quale quali welke "
    "vilken vilket"
)
_PEOPLE: Final = word_set(
    "people patients those persons everyone anyone adults children kids women men "
    "families menschen patienten personnes patients personas pacientes persone "
    "pazienti mensen pessoas personer all for"
)
_NUMBERS: Final = frozenset({"1", "2", "i", "ii", "one", "two"})
#: Behind a disease these make it a subject: "I have diabetes patients".
_STUDIED: Final = word_set(
    "patients research clinic clinics experience experts specialists knowledge "
    "expertise training books studies trials community friends patienten patientinnen"
)
#: These end the look for a disease: "I have a child with …".
_PARTING: Final = frozenset({F.CONNECTOR, F.COPULA, F.SELF, F.KIN, F.TIE, F.NEGATION})
_IN: Final = frozenset({"in", "i", "within", "dans", "inom", "im", "em", "binnen"})
_POSSESSIVE: Final = word_set(
    "my your our their mein meine dein unser mon ma notre mi mio mia mijn meu minha "
    "min mitt"
)
_FROM: Final = frozenset(
    {"from", "with", "at", "bei", "chez", "hos", "pa", "fran", "bij", "presso"}
)
_FROM_OR_NAME: Final = frozenset({"von", "de", "di", "da", "van", "do", "of"})
_INTRODUCING: Final = _FROM | _FROM_OR_NAME
_I_AM: Final = word_set(
    "am m im is bin heisse suis soy sono sou ben ar heter name called hi hello hey"
)
_SHAPED: Final = Cue(function=F.TITLE, language="")
_PART: Final = re.compile(
    "(?:ologist|ician|ineer|chemist|ographer|ometrist|metrician)$"
)
#: Ties that a relative's having them makes nobody's family of the firm.
_ONE_S_OWN: Final = frozenset(
    {
        Relationship.FAMILY_MEMBER,
        Relationship.CUSTOMER_OR_USER,
        Relationship.TRIAL_PARTICIPANT,
        Relationship.LITIGATION_OR_TESTIMONY,
    }
)
_USERS: Final = word_set(
    "vaccinated vaxxed jabbed boosted recipient survivor patient user customer"
)
_AS: Final = frozenset({"as", "being", "am", "m", "i"})
_ONE: Final = frozenset({"a", "an", "some", "another", "any", "every"})
#: Parts that have a branch for their subject or their customer.
_OUTSIDERS: Final = word_set(
    "recruiter headhunter analyst writer editor reporter attorney counsel professor "
    "lecturer economist investor fellow resident postdoc educator publisher "
    "photographer translator correspondent expert"
)
#: Marks a cue that takes only what is known for an organisation.
_KNOWN: Final = frozenset({"known"})
_IF: Final = word_set("if wenn falls si se als om")
_THE: Final = word_set("the der die das le la les el los las il lo gli het")
#: These may go on with what a person says of themselves.
_PARTS: Final = frozenset({F.LIST, F.CONNECTOR, F.TITLE, F.PERSONA, F.SELF})
_OF_A: Final = frozenset({"eines", "einer"})
_DOUBTFUL: Final = _OUTSIDERS | {"researcher", "researchers"}
_PRONOUNS: Final = word_set(
    "he she they it this no dr i we er sie ich il elle je han hon jag hij zij ik "
    "ele ela eu lui lei io el ella yo"
)
_HOLDERS: Final = frozenset({Relationship.FOUNDER_OWNER, Relationship.BOARD_MEMBER})
#: Kinds whose accounts present themselves without a name or a verb.
_SPEAKING: Final = frozenset(
    {
        Actor.PATIENT_ORGANISATION,
        Actor.NONPROFIT,
        Actor.PUBLISHER,
        Actor.PHARMACY_OR_DISTRIBUTOR,
    }
)
_MAKERS: Final = frozenset(HEALTH_INDUSTRY) - {
    Actor.AGENCY,
    Actor.MARKET_RESEARCHER,
    Actor.TRADE_ASSOCIATION,
    Actor.INDUSTRY,
}
#: Parts in studies: who pays for the study pays for the part.
#: Parts that "was" makes former ones; "was supported by" is a payment all the same.
_ENDED: Final = frozenset(
    {Relationship.CONSULTANT, Relationship.BOARD_MEMBER, Relationship.EMPLOYEE}
)
_MONEY: Final = LISTED - {
    Relationship.CONSULTANT,
    Relationship.AGENCY,
    Relationship.FOUNDER_OWNER,
    Relationship.BOARD_MEMBER,
}
_RUN: Final = frozenset({Relationship.ADVISORY_BOARD, Relationship.TRIAL_PARTICIPANT})
_PERSONS: Final = frozenset(
    {Relationship.SPEAKER, Relationship.CONSULTANT, Relationship.ADVISORY_BOARD}
)
_ADDRESSES: Final = frozenset({Form.HANDLE, Form.ADDRESS, Form.MAIL})
_SHOPS: Final = frozenset({Actor.SELLER, Actor.SUPPLEMENT_SELLER})
_AT_WORK: Final = frozenset(
    {
        Relationship.EMPLOYEE,
        Relationship.FOUNDER_OWNER,
        Relationship.ORGANISATION_ACCOUNT,
    }
)
_SERVICES: Final = frozenset({Actor.AGENCY, Actor.MARKET_RESEARCHER})
_WORKED_AT: Final = frozenset(
    {"at", "@", "with", "bei", "beim", "chez", "en", "in", "presso", "bij", "na", "hos",
     "pa"}
)  # fmt: skip
_FOR: Final = frozenset({"for", "fur", "pour", "para", "per", "voor", "av"})
_WITH: Final = frozenset({"with", "mit", "avec", "con", "met", "com", "med"})
_SERVED: Final = _FOR | _WITH
#: Cue words that often stand in names.
_NAME_LIKE: Final = frozenset(
    {
        F.HEALTH,
        F.SECTOR,
        F.ORGANISATION,
        F.ARTICLE,
        F.TITLE,
        F.PERSONA,
        F.NAME_WORD,
        F.OPINION,
        F.CONNECTOR,
    }
)
_NOUN_LIKE: Final = frozenset(
    {F.TITLE, F.SECTOR, F.SECTOR_ROLE, F.PERSONA, F.ORGANISATION, F.TIE}
)
_TITLE_LIKE: Final = frozenset({F.TITLE, F.REGISTER, F.UNTIL, F.SINCE, F.OPINION})
_RELABELLED: Final = frozenset(
    {
        Relationship.EMPLOYEE,
        Relationship.MEMBER,
        Relationship.BOARD_MEMBER,
        Relationship.OTHER,
    }
)
#: Titles of persons without an employer of their own kind tell whom they work for.
_WORKPLACES: Final = {
    Actor.JOURNALIST: Actor.PUBLISHER,
    Actor.NURSE: Actor.HEALTHCARE_PROVIDER,
    Actor.PHYSICIAN: Actor.HEALTHCARE_PROVIDER,
    Actor.HEALTHCARE_PROFESSIONAL: Actor.HEALTHCARE_PROVIDER,
    Actor.PHARMACIST: Actor.PHARMACY_OR_DISTRIBUTOR,
    Actor.STUDENT: Actor.ACADEMIC_INSTITUTION,
    Actor.ACADEMIC_RESEARCHER: Actor.ACADEMIC_INSTITUTION,
}
_OFFICE_BODIES: Final = frozenset(
    {
        Actor.NONPROFIT,
        Actor.PROFESSIONAL_BODY,
        Actor.PATIENT_ORGANISATION,
        Actor.TRADE_ASSOCIATION,
        None,
    }
)


def _year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and key[:2] in {"19", "20"}


#: Months by the letters that tell them in all languages.
_MONTHS: Final = {
    "jan": "01", "gen": "01", "ene": "01", "janv": "01",
    "feb": "02", "fev": "02", "fevr": "02",
    "mar": "03", "marz": "03", "mrt": "03", "maa": "03", "mars": "03",
    "apr": "04", "avr": "04", "abr": "04",
    "may": "05", "mai": "05", "mag": "05", "maj": "05", "mei": "05",
    "jun": "06", "giu": "06", "juin": "06",
    "jul": "07", "lug": "07", "juil": "07",
    "aug": "08", "ago": "08", "aou": "08",
    "sep": "09", "set": "09",
    "oct": "10", "okt": "10", "ott": "10", "out": "10",
    "nov": "11",
    "dec": "12", "dez": "12", "dic": "12",
}  # fmt: skip
_CAMEL: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def _parts(handle: str) -> list[str]:
    """The words of a handle by its capitals: `SomeBiotechCo` → some, biotech, co."""
    return [fold(part) for part in _CAMEL.findall(handle)]
