"""Where a reading stands: the lie of the text, the sentence, the segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from disclosure_registry.affiliation._claims import (
    PLAYED,
    Claim,
    Found,
    Named,
    Opened,
    PersonaFound,
)
from disclosure_registry.affiliation._gaps import LONGEST, Gap, classify
from disclosure_registry.affiliation.cues import (
    Cue,
    Function,
    Meanings,
    PhraseIndex,
    Side,
)
from disclosure_registry.gazetteer import (
    LEGAL_FORMS,
    Gazetteer,
    Hit,
    Strength,
    legal,
)
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor, Relationship, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from disclosure_registry.affiliation._kinds import Kinds
    from disclosure_registry.affiliation._lexicon import Lexicon
    from disclosure_registry.text import Words


__all__ = ["State", "Topic"]

F = Function

#: So many claims and names of a sentence are kept in mind.
_MEMORY: Final = 64


#: A relative who has one of these makes nobody family of the firm.
_ONE_S_OWN: Final = frozenset(
    {
        Relationship.FAMILY_MEMBER,
        Relationship.CUSTOMER_OR_USER,
        Relationship.TRIAL_PARTICIPANT,
        Relationship.LITIGATION_OR_TESTIMONY,
    }
)

#: Who pays for these, pays on.
_PAID: Final = frozenset({Relationship.GRANT, Relationship.TRAVEL_OR_HOSPITALITY})
#: So many words name a town: "Basel, Switzerland".
_TOWN: Final = 4
_SHOPS: Final = frozenset({Actor.SELLER, Actor.SUPPLEMENT_SELLER})
#: Quotation marks, with those that close them, and how far off these may be.
_QUOTES: Final = {
    '"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb",
}  # fmt: skip
_QUOTE: Final = 300
#: So many words stand between "has" and what was done.
_PERFECT: Final = 4
#: So far around a quotation its frame is looked for.
_AROUND: Final = 20


#: The cues that the heading of a list opened, and what it told of the past.
Topic = tuple[list[Opened], tuple[int, int] | None]


class State:
    """The state of a reading of one text."""

    def __init__(
        self,
        words: Words,
        hits: Mapping[int, Hit],
        index: PhraseIndex,
        trades: PhraseIndex,
        kinds: Kinds,
        gazetteer: Gazetteer,
        lexicon: Lexicon,
    ) -> None:
        self.words = words
        self.lexicon = lexicon
        self.size = len(words.keys)
        self.hits = hits
        self.strong = any(
            hit.strength and gazetteer.party(number).kind in HEALTH_INDUSTRY
            for hit in hits.values()
            for number in hit.numbers
        )
        self.index = index
        self.trades = trades
        self.making = not trades.making.isdisjoint(words.keys)
        self.kinds = kinds
        self.gazetteer = gazetteer
        self.found = Found()
        self.sentences = 1
        self.retired = False
        self.now = -1
        #: What the heading of a list opened.
        self.topic: Topic | None = None
        #: The word behind "Best regards".
        self.closed = -99
        #: Where a name begins before which a noun stood, and the noun's kind.
        self.apposed: tuple[int, Actor | None] = (-1, None)
        #: The word behind the latest subject of a course.
        self.course = -99
        #: Where the text last told that a life went on elsewhere.
        self.onward = -1
        #: The last word of the latest span of years.
        self.span_end = -1
        self.here = 0
        self.sentence_begin = 0
        self.gaps = self._gaps()
        self.run_ends = self._run_ends()
        self._new_sentence()

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
            elif gap & Gap.LINE and self._line_of_its_own(at, gaps):
                # "Engineer / at / X", a line each.
                gaps[at] = gaps[at + 1] = 0
            elif between[at] == "- " and self.words.keys[at] in self.lexicon.and_:
                # "Produkt- und Projektleiter".
                gaps[at] = 0
        # Arrows that open a text are bullets.
        gaps[:1] = [Gap.SEGMENT | Gap.STOP | (gaps[0] & Gap.ARROW if gaps else 0)]
        return gaps

    def _line_of_its_own(self, at: int, gaps: list[int]) -> bool:
        """Whether "at" stands alone between two lines."""
        between, end = self.words.gaps, at + 1
        return (
            0 < at < end < self.size
            and self.words.keys[at] in self.lexicon.at
            and bool(gaps[end] & Gap.LINE)
            and between[at].isspace()
            and between[end].isspace()
        )

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
            months = self.lexicon.months
            surface = words.text[words.starts[at - 1] : words.stops[at - 1]]
            dotted = words.text[words.starts[at - 1] - 1 : words.starts[at - 1]] == "."
            if len(before) == 1 and (surface.isupper() or dotted):
                return gap & ~Gap.STOP
            if before in self.lexicon.abbreviations or (
                before in LEGAL_FORMS
                and (
                    gap & Gap.SEGMENT
                    or not words.upper[at]
                    or words.keys[at] in LEGAL_FORMS
                )
            ):
                return gap & ~Gap.STOP
            if before.isdigit() and (after.islower() or words.keys[at] in months):
                # "30. Juni".
                return gap & ~Gap.STOP
            if before in months and after.isdigit():
                # "Jan. 2000".
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

    def _new_sentence(self) -> None:
        self.kin: tuple[int, int] | None = None
        #: Whether they are no close relatives: cousins, uncles.
        self.distant = False
        self.in_register = False
        #: The sentence has said "I".
        self.spoken = False
        #: What the sentence claims begins here.
        self.claims_before = len(self.found.claims)
        self.roles_before = len(self.found.sector_roles)
        self.subject: Named | None = None
        #: The sentence is a row that opens with dates: "2015-2018; chemist; X".
        self.dates_first = False
        #: What the row tells has ended.
        self.entry_past = False
        #: The job of the row has ended, and what was done in it.
        self.work_past = False
        #: A firm that filled a segment of the sentence.
        self.heading: Named | None = None
        self._new_segment()
        self.previous_open: list[Opened] = []
        self.copula = -1
        #: The sentence has judged somebody: "a greedy company".
        self.judged = False
        #: Where the latest bar of the sentence stands.
        self.bar = -1
        self.sentence_claims: list[Claim] = []
        self.sentence_loose: list[Named] = []
        self.spread = False
        self.until: str | None = None
        #: "Since 2018", until the sentence ends.
        self.begun: str | None = None
        #: Whether the sentence opens with how long what it tells has lasted.
        self.lasting = False
        #: The word behind a date: "until 2022 at X".
        self.dated = -99
        #: What payments of the sentence were for, until one is claimed.
        self.purposes: list[Cue] = []
        #: Where the latest of them stands.
        self.purposed = -1
        self.formers = 0
        self.row: tuple[Cue, int, int] | None = None
        self.offered: Named | None = None

    def _new_segment(self) -> None:
        #: The segment opens with a lone year: "2019: chemist at X".
        self.year_first = False
        self.open: list[Opened] = []
        self.segment_begin = self.here
        self.distance = 0
        self.linked = 0
        self.in_list = False
        self.listed: list[Claim] = []
        self.former: tuple[int, int] | None = None
        self.former_used = False
        #: What told of the past in the segment, and was used since.
        self.earlier: tuple[int, int] | None = None
        #: The segment begins with a span of years: "2009-2014 Head of sales, X".
        self.bygone = False
        self.negation = -1
        self.negated_something = False
        self.wish = False
        #: Where the segment began to tell of somebody else.
        self.another = -1
        #: The segment says "you": what follows is the reader's.
        self.addressed = False
        self.future = False
        self.past = False
        #: The segment tells a life: "He gained experience as a chemist at X".
        self.narrated = False
        self.stranger = False
        #: Where the first word that says so stands.
        self.strange = -1
        self.loose: list[Named] = []
        self.segment_words = 0
        self.segment_named = 0
        self.name_words = 0
        self.before_bar: list[Opened] = []
        #: Before the bar a part of the past was told.
        self.former_before = False
        self.linker = ""
        self.spent = False
        self.over = -1
        self.link_age = 0
        self.saved: tuple[list[Opened], bool, list[Claim], int, int] | None = None
        self.comma = False
        self.colon = False
        self.opinion = -99
        self.own = -99
        self.since_claim = 99
        self.last_title_end = -1
        self.plain_run = 0
        self.role_begin = -1

    def _meant(self, at: int) -> Meanings:
        """All that a word may mean, alone or as the first of a phrase."""
        return self.index.single.get(self.words.keys[at], {}) | self._phrase(at)[1]

    def _phrase(self, at: int) -> tuple[int, Meanings]:
        """The phrase at a word: how many words it takes and what it may mean."""
        return self.index.match(self.words.keys, at, self.run_ends[at]) or (0, {})

    def _copula_ends(self, at: int) -> bool:
        """Whether the last copula ends here: "was promoted to (a post)"."""
        return self.copula >= 0 and self.copula + self._phrase(self.copula)[0] == at

    def _quoted(self, begin: int) -> bool:
        """Such as "I work at X", said the man: words that are another's."""
        text, at = self.words.text, self.words.starts[begin]
        if text[at - 1 : at].isspace():
            # French puts a space inside.
            at -= 1
        closing = _QUOTES.get(text[at - 1 : at])
        if not closing:
            return False
        stop = text.find(closing, at, at + _QUOTE)
        before = text[max(at - _AROUND, 0) : at - 1].rstrip()[-1:]
        behind = text[stop + 1 : stop + _AROUND].lstrip(" ,")[:1]
        said = self.index.single.get(self.words.keys[begin - 1], {}).get(F.OTHERS)
        told = before == ":" and said is not None and said.side is Side.AFTER
        # "I lead X." may be what the person of a profile says.
        return stop > 0 and (behind.islower() or before.isalpha() or told)

    def _of_a_subject(self, begin: int, end: int) -> bool:
        """Whether a part has a subject and no branch: a student's, a professor's."""
        persona = self._phrase(begin)[1].get(F.PERSONA)
        student = persona is not None and persona.actor is Actor.STUDENT
        return student or self.words.keys[end - 1] in self.lexicon.teachers

    def _counted(self, at: int) -> bool:
        """Whether a number stands here, one that years are told in."""
        key = self.words.keys[at] if at < self.size else ""
        return key.isdigit() or key in self.lexicon.numbers

    def _has(self, at: int) -> bool:
        """Whether "has" stands a few words before: "has now led"."""
        first = max(at - _PERFECT, self.sentence_begin)
        return not self.lexicon.have.isdisjoint(self.words.keys[first:at])

    def _status(self, cue: Cue) -> Status:
        if self.negation >= 0:
            return Status.NEGATED
        if self.former is not None or self.spread or self.bygone or self.entry_past:
            return Status.FORMER
        if self.future or (self.retired and cue.relationship is Relationship.EMPLOYEE):
            return Status.UNCLEAR
        if cue.status is not Status.CURRENT:
            return cue.status
        if self.work_past and "weak" in cue.flags:
            return Status.FORMER
        if self.year_first and cue.function is not F.TIE and cue.relationship in PLAYED:
            return Status.UNCLEAR
        paid = cue.relationship in _PAID and self.linker in self.lexicon.by
        if (cue.function is not F.TIE and not paid) and (
            self.past or (self.over >= 0 and self.copula < self.over)
        ):
            # "was a consultant", "has worked in X as head of Y".
            return Status.FORMER
        if (
            self.narrated
            and cue.function is not F.TIE
            and cue.relationship is Relationship.EMPLOYEE
        ):
            return Status.FORMER
        return Status.CURRENT

    def _lasting_so(self, claim: Claim) -> bool:
        """Such as "has led trials at X", beside words that say since when."""
        return (
            claim.status is Status.FORMER
            and claim.cue is not None
            and self.former is None
            and self._has(claim.cue[0])
        )

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
            if relationship is Relationship.FOUNDER_OWNER and status is Status.CURRENT:
                # "Her grandfather founded X": whether he is there still, nobody says.
                status = Status.UNCLEAR
            if self.distant and status is Status.CURRENT:
                status = Status.UNCLEAR
            relationship = Relationship.FAMILY_MEMBER
            role = self.kin
        if relationship is Relationship.FOUNDER_OWNER and named.kind in _SHOPS:
            begin, end = named.begin, named.end
            seller = PersonaFound(Actor.SELLER, status, begin, end)
            self.found.personas.append(seller)
        claim = Claim(named, relationship, status, rule, cue, role, vague, once)
        claim.sentence = self.sentence_begin
        if self.until is not None and status is Status.CURRENT:
            claim.status, claim.until = Status.FORMER, self.until
        elif (self.begun or self.lasting) and self._lasting_so(claim):
            claim.status, claim.since = Status.CURRENT, self.begun
        self.found.claims.append(claim)
        self.sentence_claims.append(claim)
        if len(self.sentence_claims) > 2 * _MEMORY:
            # What stands so far back is out of reach; so time stays linear.
            del self.sentence_claims[:_MEMORY]
        return claim

    def _health(self) -> None:
        """The text speaks of health here."""
        self.found.health = True
        self.found.health_words += 1
        self.found.health_sentences.add(self.sentence_begin)

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
        named.doubtful, named.kin = self._unmarked(), self.kin
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

    def _unmarked(self) -> bool:
        """Whether nothing so far tells of what was, is wished or is another's."""
        anothers = self.wish or self.stranger or self.addressed or self.negation >= 0
        past = self.past or self.narrated or self.retired or self.until
        gone = self.former or self.spread or self.bygone or self.entry_past
        return not (anothers or past or gone or self.future)

    def _known(self, at: int) -> bool:
        """Whether a word is a cue's or a name's, and hardly a person's."""
        return at in self.hits or self.words.keys[at] in self.index.single

    def _own_again(self, begin: int) -> None:
        """Such as "My neighbour is a doctor, I am at X": no more of another."""
        joined = self.words.keys[max(begin - 1, 0)] in self.lexicon.and_
        if (self.comma or joined) and 0 <= self.another < self.copula:
            self.wish = False
        elif joined and self.another >= 0:
            # "My colleague Ann and I work at X".
            name = self.another + self._phrase(self.another)[0]
            if all(self.words.upper[name : begin - 1]):
                self.wish = False

    def _while(self, begin: int) -> bool:
        """Such as "When not climbing I am at X": the clause of the denial is over."""
        denied = self.negation
        return (
            denied > 0
            and begin - denied > 1
            and self.words.keys[denied - 1] in self.lexicon.subordinators
        )

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
            and not self._tie_begins(end)
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

    def _possessive(self, named: Named) -> bool:
        """Whether a name has an "'s" behind it."""
        words, end = self.words, named.end
        return (
            end < self.size
            and words.keys[end] == "s"
            and words.gap(end - 1) in {"'", "\u2019"}
        )

    def _tie_begins(self, at: int) -> bool:
        """Such as "X Wellness Advocate": the capital belongs to a part."""
        match = self.index.match(self.words.keys, at, self.run_ends[at])
        if match is None:
            return False
        title = match[1].get(F.TITLE)
        part = title is not None and "weak" not in title.flags
        begins = F.TIE in match[1] or F.SECTOR_ROLE in match[1]
        return begins or (part and self._ends_at(at + match[0]))

    def _employs(self, named: Named) -> bool:
        """Whether a name is a firm of the industry beyond doubt."""
        known = bool(named.numbers) and named.strength is Strength.STRONG
        return named.kind in HEALTH_INDUSTRY and (
            known or (named.sure and self._incorporated(named))
        )

    def _held(self, named: Named) -> bool:
        """Whether a name is that of a firm of the industry in the registry."""
        return bool(named.numbers) and named.kind in HEALTH_INDUSTRY

    def _incorporated(self, named: Named) -> bool:
        """Whether a name has a legal form."""
        return legal(self.words, named.begin + 1, named.end)

    def _ends_here(self, named: Named) -> bool:
        """Whether a bar, a full stop or the end of the text follows a name."""
        return self._ends_at(named.end)

    def _ends_with_town(self, named: Named) -> bool:
        """As above, or a comma, the firm's town and the end or a bracket."""
        at, stop = named.end, min(named.end + _TOWN, self.size)
        if self._ends_at(at):
            return True
        if not self.gaps[at] & Gap.COMMA:
            return False
        at += 1
        while at < stop and self.words.upper[at] and not self.gaps[at] & Gap.SEGMENT:
            at += 1
        ends = self._ends_at(at) or bool(self.gaps[at] & Gap.OPEN)
        return self.words.upper[named.end] and ends

    def _ends_at(self, end: int) -> bool:
        """Whether a segment ends before this word; a full stop ends one too."""
        return end >= self.size or bool(self.gaps[end] & Gap.SEGMENT)

    def _behind_capitals(self, at: int, stop: int) -> int:
        """The word behind the capitals that begin here, with no mark before any."""
        while at < stop and self.words.upper[at] and not self.gaps[at]:
            at += 1
        return at

    def _article(self, at: int) -> bool:
        return F.ARTICLE in self.index.single.get(self.words.keys[at], {})

    def _article_before(self, named: Named) -> bool:
        return named.begin > 0 and self.words.keys[named.begin - 1] in self.lexicon.some

    def _one(self, key: str) -> bool:
        """Such as "a" or "any": one of several."""
        return key in self.lexicon.one or key in {"any", "every"}

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
            opens = (
                first <= self.segment_begin
                or words.keys[first - 1] in self.lexicon.acting
            )
            if (
                before in self.lexicon.possessives and not (said and before == "your")
            ) or (
                not said
                and self.kin is None
                and (before == "the" or (self._one(before) and not opens))
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
        if said or words.forms[end] or self.kin is not None:
            return False
        return words.keys[end] not in self.index.single

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
        if not words.upper[at - 1] or words.keys[at] not in self.lexicon.introducing:
            return False
        if at - 1 in self.hits or words.keys[at - 1] in single:
            return False
        if not said:
            return True
        if not self._held(named) or self.wish:
            return False
        if (
            named.strength is Strength.WEAK
            and words.keys[at] not in self.lexicon.origin
        ):
            # "Maria da Rocha" has a name so.
            return False
        before = at - 2
        if before >= 0 and F.ARTICLE in single.get(words.keys[before], {}):
            before -= 1
        # German "im" and "am" are no "I'm" and "am": "im Streit mit X".
        return (
            before >= 0
            and words.keys[before] in self.lexicon.introduced
            and F.CONNECTOR not in single.get(words.keys[before], {})
            and not self.gaps[at - 1]
        )
