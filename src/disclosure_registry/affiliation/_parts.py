"""Parts that people play: titles, personas, parts in a branch."""

from __future__ import annotations

from typing import Final

import attrs

from disclosure_registry.affiliation._claims import (
    HOLDING,
    LISTED,
    SEATS,
    Claim,
    Named,
    Opened,
    PersonaFound,
)
from disclosure_registry.affiliation._gaps import Gap
from disclosure_registry.affiliation._lexicon import (
    OBSERVERS,
    WITHIN,
)
from disclosure_registry.affiliation._names import Names, agent
from disclosure_registry.affiliation._silence import disease_ending
from disclosure_registry.affiliation.cues import Cue, Function, Side
from disclosure_registry.gazetteer import Strength
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Relationship, Status

__all__ = ["OF_A_PART", "SUBJECT", "Parts"]

F = Function


#: These end the look for a disease: "I have a child with …".
_PARTING: Final = frozenset({F.CONNECTOR, F.COPULA, F.SELF, F.KIN, F.TIE, F.NEGATION})


#: So far behind "is" a name is what somebody is said to be of.
_SAID: Final = 3
#: Ties that are a person's part, and no thing that one gets.
_HELD: Final = frozenset({Relationship.EMPLOYEE, Relationship.FOUNDER_OWNER})
#: So many words say of whom a sentence speaks.
SUBJECT: Final = 9
#: Words that point at somebody, besides articles: no "this", which may be the writer.
_POINTING: Final = frozenset({"that"})
#: So many words name a course: "student of the master in".
_OF_A_COURSE: Final = 2
#: So many words may stand between an article and its part.
_BEFORE_A_PART: Final = 4
#: So many words may stand between a firm and the noun of a title.
_IN_A_TITLE: Final = 3
#: So many words may stand in brackets before what a firm paid, with these marks.
_IN_A_ROW: Final = 6
_ROWS: Final = Gap.AND | Gap.COMMA
#: Ties that a part behind them makes plain: "Employment: board member of X".
_PASSING_ON: Final = frozenset({"vague", "field"})
#: Behind a part that a firm has before it.
_PARTING_MARKS: Final = Gap.COMMA | Gap.SEGMENT | Gap.OPEN
#: So many words say what a part is of.
OF_A_PART: Final = 8
#: So many words may stand between "by" and a grant.
_IN_A_GRANT: Final = 4
_RANKS: Final = frozenset(
    {F.TITLE, F.HEALTH, F.NAME_WORD, F.SECTOR, F.CONDITION, F.PERSONA, F.LIST}
)
#: What may stand before the article of another's part: "sued the", "to the".
_DEALING: Final = frozenset({F.CONNECTOR, F.STRANGER, F.OTHERS})
#: So many words stand between a tie that waits for its firm and the next.
_WAITING: Final = 6

_MONEY: Final = LISTED - {
    Relationship.CONSULTANT,
    Relationship.AGENCY,
    Relationship.FOUNDER_OWNER,
    Relationship.BOARD_MEMBER,
}

_RELABELLED: Final = frozenset(
    {
        Relationship.EMPLOYEE,
        Relationship.MEMBER,
        Relationship.BOARD_MEMBER,
        Relationship.OTHER,
    }
)


class Parts(Names):
    """Reads parts."""

    def _title(self, cue: Cue, begin: int, end: int) -> None:
        if "field" in cue.flags and not (
            self._entered(begin, end) or self._item(begin, end)
        ):
            self.distance += 1
            return
        are = 0 <= self.copula < begin <= self.copula + 5 or self._of_authors(begin)
        if "plural" in cue.flags and not are:
            self.distance += 1
            self.linked = 0
            return
        if (
            "weak" in cue.flags
            and begin
            and self.words.keys[begin - 1] in self.lexicon.which
        ):
            # "Developer at Y, which builds X's page": what the firm does.
            self.distance += 1
            return
        if "weak" in cue.flags and self._within_part(begin, end):
            self.distance += 1
            return
        if "weak" in cue.flags and self._in_a_name(begin):
            # "at Oracle Digital and at X": a word of the name.
            return
        if "weak" in cue.flags and self._taught_there(begin):
            # "MSc in statistics from X".
            self.distance += 1
            return
        if self._firm_first(cue, begin, end):
            return
        # "Pfizer scientist": the name stands before the title.
        if (
            self.loose
            and self._beside(self.loose[-1], cue, begin, end)
            and "weak" not in cue.flags
            and "vague" not in cue.flags
        ):
            named = self.loose[-1]
            if named.numbers and self._of_its_own(named, cue, end):
                return
            if (
                not self.stranger
                and not self.wish
                and not named.unnamed
                and self.words.keys[named.begin - 1] not in self.lexicon.meeting
                and (self._owned(cue, named) or not self._told_of(named, end))
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
                and not self.wish
                and cue.actor not in OBSERVERS
                and cue.relationship not in _MONEY
                and not self._of_a_subject(begin, end)
            ):
                self.loose.pop()
                status = self._status(cue)
                if status is Status.CURRENT:
                    observes = self.words.keys[end - 1] in self.lexicon.doubtful
                    # "An open life science ambassador" speaks for a subject.
                    speaks = cue.relationship is Relationship.PATIENT_AMBASSADOR
                    doubt = cue.function is F.PERSONA or observes or speaks
                    status = Status.UNCLEAR if doubt else Status.CURRENT
                self._claim(
                    named, cue.relationship, status, "sector-title", (begin, end)
                )
        if self._says_which(cue, begin, end) or self._relabels(cue, begin):
            return
        paid = cue.relationship in LISTED - HOLDING
        before = self.words.keys[max(begin - (_IN_A_GRANT if paid else 1), 0) : begin]
        if not self.lexicon.by.isdisjoint(before):
            # "was written by employees of X", "was backed by an unrestricted grant
            # from X": the writing and the work are past.
            self.past = False
        if (
            self.linked == 2
            and self.open
            and not self.in_list
            and not self.gaps[begin] & Gap.COLON
            and self.open[-1].cue.relationship in LISTED
        ):
            # "fees from board membership, X": a thing paid for, not a part.
            return
        self._reset_for_new_cue(begin)
        self._past_goes_on(begin)
        if "vague" in cue.flags:
            # "Honoraria from X and honoraria for advice from Y": X's are told.
            for claim in self.sentence_claims:
                claim.vague = False
        start = begin
        if (
            0 <= self.role_begin < begin
            and self.words.starts[begin] - self.words.starts[self.role_begin] < 60
        ):
            start = self.role_begin
        latest = self.open[-1] if self.open and not self.distance else None
        if latest is not None and self.copula < latest.end:
            # "The regional sales manager", "PA to the CEO of X".
            another = latest.another
        else:
            person = cue.language == "en" or "weak" not in cue.flags
            another = (
                person
                and cue.relationship in _HELD
                and self._another_s(begin, cue.language)
            ) or self._someone_else(begin, cue.language)
        opened = Opened(cue, begin, end, (start, end), another)
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
            and (
                self._joined(begin)
                or self.distance == 0
                or self._awaits(begin)
                or self._then_as(begin)
            )
        ):
            kept = [
                paid
                for each in self.open
                for paid in self._paid_for(each)
                if not self._degree(each.cue)
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

    def _then_as(self, begin: int) -> bool:
        """Such as "worked as a welder and later as a (fitter at X)": past as well."""
        keys, at = self.words.keys, begin - 1
        at -= at > 0 and self._article(at) and keys[at] not in self.lexicon.as_
        past = self.open[0].cue.status is not Status.CURRENT or self.past
        return past and at > 0 and keys[at] in self.lexicon.as_ and self.copula < at

    def _firm_first(self, cue: Cue, begin: int, end: int) -> bool:
        """Such as "X, Data analyst, 2016 - now": a firm, and the part there."""
        named = self.loose[-1] if self.loose else None
        if (
            named is None
            or named.end != begin
            or not self.gaps[begin] & Gap.COMMA
            or not self.gaps[named.begin] & Gap.SEGMENT
            or not self._employs(named)
            or cue.function is F.PERSONA
            or "vague" in cue.flags
            or not (agent(self.words.keys[end - 1]) or "weak" not in cue.flags)
            or (self.wish or self.stranger)
        ):
            return False
        if end < self.size and self.words.keys[end] in self.lexicon.inner:
            stop = min(end + OF_A_PART, self.size)
            while end < stop and not self.gaps[end] and self._names_part(end):
                end += 1
        if end < self.size and not self.gaps[end] & _PARTING_MARKS:
            return False
        self.loose.pop()
        where = (begin, end)
        status = self._status(cue)
        tie = self._claim(named, cue.relationship, status, "title-after", where, where)
        self.listed, self.open = [tie], []
        return True

    def _names_part(self, at: int) -> bool:
        """Whether a word may go on with a part: "Head of Pumps", "jefa de datos"."""
        keys = self.words.keys
        small = keys[at - 1] in self.lexicon.inner or keys[at] in self.lexicon.inner_and
        return small or self.words.upper[at]

    def _within_part(self, begin: int, end: int) -> bool:
        """Such as "Director of Pumps and Sensor Strategy": what the part is of."""
        if not self.open or self.in_list or self.open[-1].end + 1 >= begin:
            return False
        return (
            any(agent(self.words.keys[each.end - 1]) for each in self.open)
            and not agent(self.words.keys[end - 1])
            and self._in_capitals(end, OF_A_PART, self.lexicon.inner_and)
            and not any(self.gaps[self.open[-1].end : begin + 1])
        )

    def _in_a_name(self, begin: int) -> bool:
        """Whether a capitalised word stands right behind a name that was claimed."""
        return (
            self.in_list
            and bool(self.listed)
            and self.listed[-1].named.end == begin
            and not self.gaps[begin]
            and self.words.upper[begin]
        )

    def _paid_for(self, opened: Opened) -> list[Opened]:
        """What a cue is beside another: a payment gives way to what it is for."""
        if _PASSING_ON.isdisjoint(opened.cue.flags):
            return [opened]
        if self.purposed < opened.begin:
            return [] if opened.cue.relationship is Relationship.OTHER else [opened]
        flags = opened.cue.flags - _PASSING_ON
        return [
            attrs.evolve(
                opened,
                cue=attrs.evolve(
                    opened.cue, relationship=each.relationship, flags=flags
                ),
            )
            for each in self.purposes
        ]

    def _someone_else(self, begin: int, language: str) -> bool:
        """Such as "My patient is (a chemist at X)", "The nurse I met (joined X)".

        subject = ( "my" | "that" | "some" … ), [ word ], person, verb
                | "the", [ word ], person, ( "who" | "of" | "I" … ), { word }
        """
        first, keys = self.sentence_begin, self.words.keys
        if (
            self.kin is not None
            or not 1 < begin - first <= SUBJECT
            or any(self.gaps[first + 1 : begin + 1])
            or not self.lexicon.and_.isdisjoint(keys[first:begin])
        ):
            return False
        opener, nothing = keys[first], frozenset[str]()
        if not (
            opener in self.lexicon.determiners_of.get(language, nothing)
            or opener in self.lexicon.possessives
            or opener in _POINTING
        ):
            return False
        head = first + 1 if self._person_noun(first + 1) else first + 2
        if head >= begin or not self._person_noun(head):
            return False
        after = keys[head + 1]
        if opener in self.lexicon.definite_of.get(language, nothing):
            return after in self.lexicon.telling_who and head + 1 < begin
        # No "my patient group", but "my patient gets fees".
        noun = F.ORGANISATION in self._meant(head + 1) or self.words.upper[head + 1]
        verb = begin - head <= len(("patient", "gets")) and not noun
        verb = verb or after in self.lexicon.helping
        # "Our moderator" may be who declares.
        ours = opener in self.lexicon.possessives and opener not in self.lexicon.mine
        ours = ours and keys[head] not in self.lexicon.somebody
        several = opener not in self.lexicon.indefinite_of.get(language, nothing)
        return several and verb and not ours

    def _person_noun(self, at: int) -> bool:
        """Whether a word is for a person, and for no writer of a text."""
        key = self.words.keys[at]
        if key in self.lexicon.writers or self.words.upper[at]:
            return False
        meanings = self.index.single.get(key, {})
        return key in self.lexicon.somebody or (
            F.KIN not in meanings
            and (F.PERSONA in meanings or (F.TITLE in meanings and agent(key)))
        )

    def _another_s(self, begin: int, language: str) -> bool:
        """Such as "met the director of X", "ask your rep at X": another's part.

        One's own has no article, or one that opens a segment or that stands behind
        "I am", "as" and their kin.
        """
        if self.kin is not None or language not in self.lexicon.articles_of:
            return False
        keys, single, at = self.words.keys, self.index.single, begin
        first = max(self.segment_begin, begin - _BEFORE_A_PART)
        articles = self.lexicon.articles_of[language]
        whose = self.lexicon.whose_of.get(language, frozenset())
        while at > first and not self.gaps[at] and keys[at - 1] not in articles | whose:
            meanings = single.get(keys[at - 1])
            if meanings and _RANKS.isdisjoint(meanings) and keys[at - 1] != "of":
                return False
            at -= 1
        at -= 1
        if at < first or self.gaps[at + 1] or keys[at] not in articles | whose:
            return False
        mine = keys[at] in whose
        if mine and at > first and keys[at - 1] in articles:
            # "Il mio …".
            at -= 1
        if at == self.segment_begin or self.gaps[at]:
            return mine
        before = keys[at - 1]
        if before in self.lexicon.about and not self._copula_ends(at):
            # "The book is about a chemist at X".
            return True
        if (
            before in self.lexicon.beside_articles
            or before.endswith("ly")
            or self.copula >= max(at - _SAID, 0)
        ):
            return False
        return single.get(before, {}).keys() <= _DEALING

    def _of_its_own(self, named: Named, cue: Cue, end: int) -> bool:
        """Such as "X pump owner", "X stock watcher", "X Professor of Law"."""
        last, goes_on = self.words.keys[end - 1], end < self.size and not self.gaps[end]
        opens = named.begin == self.segment_begin
        share = cue.relationship is Relationship.EQUITY and goes_on and opens
        chair = last in self.lexicon.teachers and goes_on
        return last in self.lexicon.users or share or chair

    def _beside(self, named: Named, cue: Cue, begin: int, end: int) -> bool:
        """Whether a title follows: "X chemist", "pharma strategy consultant"."""
        if cue.relationship in LISTED and self._in_a_row_of_money(named, begin, end):
            return True
        if named.end == begin:
            return not self.gaps[begin] or self._in_brackets(named, begin, end)
        if named.end + 1 == begin and self._possessive(named):
            # "She is X's head of safety".
            return 0 <= named.begin - self.copula <= _SAID
        if self._ranked(named, begin):
            return True
        return (
            named.unnamed
            and named.end == begin - 1
            and self.words.gaps[begin] == self.words.gaps[named.end] == " "
            and self.index.single.get(self.words.keys[named.end], {}).keys() <= WITHIN
        )

    def _in_brackets(self, named: Named, begin: int, end: int) -> bool:
        """Such as "Roe: X (speaker), Y (consultant, employee)": rows of statements."""
        closed = Gap.CLOSE | Gap.COMMA | Gap.AND
        return (
            bool(self.gaps[begin] & Gap.OPEN)
            and self._employs(named)
            and (end >= self.size or bool(self.gaps[end] & closed))
        )

    def _in_a_row_of_money(self, named: Named, begin: int, end: int) -> bool:
        """Such as "X (travel and speaker fees), Y (teaching, honoraria)"."""
        between = range(named.end + 1, begin + 1)
        return (
            0 < len(between) <= _IN_A_ROW
            and self._in_brackets(named, named.end, end)
            and not any(self.gaps[at] & ~_ROWS for at in between)
            and self.lexicon.which.isdisjoint(self.words.keys[named.end : begin])
        )

    def _owned(self, cue: Cue, named: Named) -> bool:
        """Such as "I have some X shares"."""
        before = self.words.keys[max(named.begin - 3, 0) : named.begin]
        return (
            cue.relationship is Relationship.EQUITY
            and not self.lexicon.owning.isdisjoint(before)
        )

    def _ranked(self, named: Named, begin: int) -> bool:
        """Such as "X data engineer", "X global brand lead": words within the title."""
        words, opening = self.words, max(self.copula, self.segment_begin)
        told = named.begin > 0 and self._article(named.begin - 1)
        if (
            named.strength is Strength.WEAK
            or not named.numbers
            or begin - named.end > _IN_A_TITLE
            or not (told or named.begin == opening)
            or any(self.gaps[at] & ~Gap.AND for at in range(named.end, begin + 1))
        ):
            return False
        at = named.end
        while at < begin:
            size, meanings = self.index.match(words.keys, at, begin) or (1, {})
            if not meanings:
                # "X sues scientist", "X hired a manager": what X does.
                if words.keys[at] in self.lexicon.headlines or words.keys[at].endswith(
                    "ed"
                ):
                    return False
            elif F.TITLE not in meanings and not meanings.keys() <= _RANKS:
                return False
            at += size
        return True

    @staticmethod
    def _degree(cue: Cue) -> bool:
        """Such as "PhD, head of research at X": a degree, not a place of study."""
        student = cue.relationship is Relationship.STUDENT_OR_TRAINEE
        return student and "weak" in cue.flags

    def _says_which(self, cue: Cue, begin: int, end: int) -> bool:
        """Such as "Disclosures: X: consultant; Y: speaker": what the tie to X is."""
        told = self.sentence_claims[-1] if self.sentence_claims else None
        if (
            told is None
            or told.named.end != begin
            or not self.gaps[begin] & Gap.COLON
            or not self.gaps[told.named.begin] & (Gap.COLON | Gap.SEGMENT)
            or "vague" in cue.flags
        ):
            return False
        told.relationship, told.cue, told.role = cue.relationship, (begin, end), None
        told.vague = False
        if told.status is Status.UNCLEAR and cue.status is Status.CURRENT:
            told.status = Status.CURRENT
        return True

    def _relabels(self, cue: Cue, begin: int) -> bool:
        """Such as "Member of X's Advisory Board": the board says what the tie is."""
        if cue.relationship not in SEATS:
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

    def _sector_role(self, cue: Cue, begin: int, end: int) -> None:
        """A part in the industry; where an employer follows, its title as well."""
        self._reset_for_new_cue(begin)
        self.segment_words += end - begin
        stranger = self.stranger and not self.gaps[begin] & Gap.COMMA
        another = self._another_s(begin, cue.language)
        stranger = stranger or self.addressed or another
        if self._taught_there(begin):
            self.course = end
            return
        if self.wish or stranger or self._opens_sentence(begin, end, cue.language):
            # "The pharma rep is nice": somebody the sentence tells of.
            self.open = []
            return
        before = self.loose[-1] if self.loose else None
        if (
            before is not None
            and before.numbers
            and not self.gaps[begin]
            and (before.end == begin or self._ranked(before, begin))
            and not self._told_of(before, end)
        ):
            # "X medical science liaison", "X Global Medical Affairs".
            self.loose.pop()
            # That the employer is of the branch, its name tells.
            status = self._status(attrs.evolve(cue, status=Status.CURRENT))
            where = (begin, end)
            work = cue.relationship
            self._claim(before, work, status, "title-after", where, where)
            return
        named = Named(begin, end, kind=cue.kind, sure=True, unnamed=True)
        status = self._status(cue)
        if status is Status.CURRENT and self.open and not self.distance:
            # "20 years in pharma marketing": whether they go on is not said.
            doubt = self.open[-1].cue.status is Status.UNCLEAR
            status = Status.UNCLEAR if doubt else status
        if begin and self._counted(begin - 1) and status is Status.CURRENT:
            # "30 år inom läkemedelsindustrin": "år", years, not "är", is.
            status = Status.UNCLEAR
        if self.kin is not None:
            relationship = Relationship.FAMILY_MEMBER
            if self.distant and status is Status.CURRENT:
                status = Status.UNCLEAR
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
        self.open = [Opened(title, begin, end, (begin, end))]
        self.distance = 0
        self.linked = 0
        self.in_list = False
        self.last_title_end = end

    def _taught_there(self, begin: int) -> bool:
        """Such as "a master in medical affairs, drug safety and …": subjects."""
        if begin - self.course <= 1 and self._joined(begin):
            return True
        opened = self.open[-1] if self.open else None
        if opened is None or self.distance > _OF_A_COURSE or not self.linked:
            return False
        if self.words.keys[begin - 1] not in self.lexicon.within:
            return False
        subject = self._of_a_subject(opened.begin, opened.end)
        return subject or self._degree(opened.cue)

    def _connector(self, cue: Cue) -> None:
        if self.in_list:
            return
        self.linker = self.words.keys[self.here]
        self.link_age = 0
        self.linked = 2 if "firm" in cue.flags else 1

    def _persona(self, cue: Cue, begin: int, end: int) -> None:
        actor = cue.actor
        if actor is None:
            return
        status = Status.CURRENT
        if self.kin is not None:
            return
        if (
            begin
            and not self.gaps[begin]
            and self.words.keys[begin - 1] in self.lexicon.people
        ):
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
                return (
                    self.gaps[at + 1 : at + 2] != [0]
                    or behind not in self.lexicon.studied
                )
            meanings = single.get(keys[at], {})
            if meanings.keys() & _PARTING:
                return False
        return False

    def _disease(self, at: int) -> bool:
        key = self.words.keys[at]
        if F.CONDITION in self.index.single.get(key, {}):
            return True
        if disease_ending(key, self.lexicon.no_diseases):
            return True
        numbered = (
            at + 1 < self.size and self.words.keys[at + 1] in self.lexicon.figures
        )
        return key in self.lexicon.kinds and numbered

    def _joined(self, begin: int) -> bool:
        """Whether a cue goes with the one before it: "founder of and adviser to"."""
        gap = self.gaps[begin]
        if gap & (Gap.COMMA | Gap.AND | Gap.STROKE):
            return True
        before = self.index.single.get(self.words.keys[begin - 1]) if begin else None
        return bool(before and F.LIST in before)

    def _awaits(self, begin: int) -> bool:
        """Such as "holds shares in, and advises X": the first waits for its firm."""
        if not self.open or self.in_list:
            return False
        end, keys = self.open[-1].end, self.words.keys
        return begin - end <= _WAITING and any(
            F.CONNECTOR in self.index.single.get(keys[at - 1], {})
            and (self.gaps[at] & (Gap.COMMA | Gap.AND) or keys[at] in self.lexicon.and_)
            for at in (end, end + 1)
            if at <= begin
        )

    def _entered(self, begin: int, end: int) -> bool:
        """Such as "Travel: X", "A. Roe: travel (X)", "Employment | X": its value."""
        if end >= self.size:
            return False
        if self._colon_follows(end):
            return True
        headed = self.gaps[begin] & (Gap.COLON | Gap.SEMICOLON)
        parted = self.gaps[end] & (Gap.BAR | Gap.LINE | Gap.DASH)
        if parted and (headed or begin == self.segment_begin):
            return end in self.hits
        return bool(headed and self.gaps[end] & (Gap.COMMA | Gap.OPEN))

    def _of_authors(self, begin: int) -> bool:
        """Such as "AB, CD: employees of X"."""
        colon = begin > 0 and bool(self.gaps[begin] & Gap.COLON)
        return colon and self._few_capitals(begin - 1)

    def _item(self, begin: int, end: int) -> bool:
        """Such as "A. Roe: X: employment": what a statement has behind a firm."""
        named = self.loose[-1] if self.loose else None
        return (
            named is not None
            and (end >= self.size or bool(self.gaps[end]))
            and named.end == begin
            and bool(self.gaps[begin] & Gap.COLON)
            and self._held(named)
            # "Lilly: travel" is anybody's.
            and (self._employs(named) or named.begin > self.segment_begin)
        )

    def _colon_follows(self, end: int) -> bool:
        return end < self.size and bool(self.gaps[end] & Gap.COLON)

    def _reset_for_new_cue(self, begin: int) -> None:
        # What a modifier has been used for, it is not used for twice.
        self.spread = False
        if (
            self.former is not None
            and self.former_used
            and begin != self.last_title_end
        ):
            self.former = None
            self.former_used = False
        if self.negation >= 0 and self.negated_something and not self._or_before(begin):
            self.negation = -1

    def _past_goes_on(self, begin: int) -> None:
        """Such as "Previously engineer at Y and (chemist at X)": past as well.

        So is "Ann Other, then (chemist at X)"; "former engineer at Y and chemist at X"
        and "previously … at Y, then at X" are open.
        """
        told, keys = self.earlier, self.words.keys
        if self._at_the_time(begin - 1):
            self.former, self.former_used = (begin - 1, begin), False
        if (
            told is None
            or self.former is not None
            or keys[begin] in self.lexicon.holding
        ):
            # "And works at X": not any more.
            return
        while begin > told[1] + 1 and self._article(begin - 1):
            begin -= 1
        joined = self.gaps[begin] & Gap.AND or keys[begin - 1] in self.lexicon.and_
        if joined and keys[told[1] - 1] in self.lexicon.earlier:
            self.former, self.former_used = told, False
        elif joined or keys[begin - 1] in self.lexicon.then:
            self.future = True

    def _at_the_time(self, at: int) -> bool:
        """Such as "Ann Other, then (chemist at X)": no step after another."""
        if at < 1 or self.words.keys[at] not in self.lexicon.then:
            return False
        told = self.gaps[at] & Gap.COMMA or self._article(at - 1)
        return bool(told) and not self.sentence_claims

    def _or_before(self, begin: int) -> bool:
        return begin > 0 and self.words.keys[begin - 1] in self.lexicon.or_
