"""Organisations in a text: held, not held, and without a name."""

from __future__ import annotations

import re
from typing import Final

import attrs

from disclosure_registry.affiliation._accounts import Accounts
from disclosure_registry.affiliation._claims import SEATS, Named, Opened
from disclosure_registry.affiliation._dates import begin_of_date, year
from disclosure_registry.affiliation._gaps import Gap
from disclosure_registry.affiliation._lexicon import (
    MAKERS,
    NAME_LIKE,
    OBSERVERS,
    OF_A_PLACE,
    SERVICES,
    WITHIN,
)
from disclosure_registry.affiliation.cues import Cue, Function
from disclosure_registry.gazetteer import (
    COUNTRY_WORDS,
    LEGAL_FORMS,
    Hit,
    Strength,
    legal,
    spelt_form,
)
from disclosure_registry.text import Form, fold, word_set
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor, Relationship, Status

__all__ = ["Names", "agent"]

F = Function


#: Nouns for an association that have more words than these name its branch.
_OF_A_BRANCH: Final = len(("trade", "association"))
#: Consultant, employee, grant, honoraria, speaker, intellectual property, stock,
#: advisory board and their kin, as journals abbreviate them.
_CODES: Final = word_set("ab c con e emp et g h ip o oi rf rg s sab sb stk t")

#: Behind "At X I" these tell of a visit or of the past.
_TOLD_OF: Final = frozenset({F.PAST, F.OTHERS, F.STRANGER, F.NEGATION, F.WISH})
_NOT_ONE_S_OWN: Final = frozenset({F.OTHERS, F.NEGATION})
#: Endings of nouns for people at work, in all languages: departments have others.
_AGENT: Final = re.compile(
    "(?:er|or|ist|yst|ician|tician|man|frau|mann|cook|chef|clerk|guard|vet|pilot|tech|"
    "erin|istin|ystin|ent|koch|eur|euse|rice|ier|iere|iste|ista|ero|era|ien|ienne|"
    "ologo|ologa|olog|ologue|ologe|ologin|adora|idor|aio|tore|ario|aar|cus|oog|(?<!onor)are|"
    "iker|ikerin)$"
)
#: No such ending is longer.
_AGENT_ENDING: Final = 8


def agent(key: str) -> bool:
    """Whether a word ends as those for people at work do, and no department."""
    return _AGENT.search(key[-_AGENT_ENDING:]) is not None


_TITLE_LIKE: Final = frozenset({F.TITLE, F.REGISTER, F.UNTIL, F.SINCE, F.OPINION})
_CAMEL: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def _parts(handle: str) -> list[str]:
    """The words of a handle by its capitals: `SomeBiotechCo` → some, biotech, co."""
    return [fold(part) for part in _CAMEL.findall(handle)]


#: Parts that a firm behind a comma has: "Adviser, X".
_SERVING: Final = frozenset({Relationship.EMPLOYEE, Relationship.CONSULTANT})
#: Observers who may name a firm beside their part and not be at it.
_ONLOOKERS: Final = OBSERVERS - {Actor.ACADEMIC_RESEARCHER, Actor.LAWYER}
#: Parts that are played at the firm in the next part of a profile.
_IN_ROWS: Final = _SERVING | {Relationship.BOARD_MEMBER, Relationship.ADVISORY_BOARD}
#: What a row of a table tells of a firm in the next cell, and no job of that name.
_IN_CELLS: Final = frozenset(
    {
        Relationship.ADVISORY_BOARD,
        Relationship.EQUITY,
        Relationship.GRANT,
        Relationship.ROYALTY_OR_LICENCE,
        Relationship.TRAVEL_OR_HOSPITALITY,
    }
)
#: Before the initials of an author, whose ties follow a colon.
_NEW_PART: Final = Gap.COLON | Gap.SEMICOLON | Gap.STOP | Gap.LINE
#: So many words name a department.
_IN_A_UNIT: Final = 8
#: How verbs end that say "we": "trabajamos", "lavoriamo".
_OF_US: Final = ("amos", "emos", "imos", "iamo")
#: Legal forms that are words like others.
_NO_FORM: Final = frozenset({"company", "co"})
#: So many words tell who does something and that they do.
_SUBJECT: Final = 3
#: So many words may stand between "views" and whose they are not.
_DENYING: Final = 4
#: Countries and parts of them that bodies are named after.
_LANDS: Final = COUNTRY_WORDS.keys() | word_set("england scotland wales europe nordic")
#: So many words may stand between a branch and its firm.
_IN_A_NOUN: Final = 3
_NOUNS: Final = frozenset({F.ORGANISATION, F.SECTOR})
#: So many words may stand between a noun for a firm and its name.
_NAMED_AT_LAST: Final = 6
#: So many words behind the firm of a row its years begin.
_ROW: Final = 8
#: So many words before an address its owner's name stands; names have more letters.
_ADDRESSED: Final = 12
_BRIEF_NAME: Final = 3
#: Behind a name they tell how to speak of its bearer.
_PRONOUNS: Final = word_set("she her hers he him his they them theirs ella el lui lei")
#: So many words behind a firm tell where it is, or since when.
_WHERE: Final = 5
#: Behind a year one of these says that it goes on: "2018-".
_OPEN_END: Final = frozenset("-\u2013\u2014")
#: The initials of an author have so many letters.
_INITIALS: Final = 4
#: So many words before it a person's name begins.
_FULL_NAME: Final = 5


class Names(Accounts):
    """Reads organisations."""

    def _organisation(self, named: Named) -> None:
        self.segment_named += 1
        self.segment_words += named.end - named.begin
        place, kind = self.apposed
        if place == named.begin and kind and not (named.numbers or named.sure):
            # "the generics maker X".
            named.kind, named.sure = kind, True
        if not named.unnamed:
            self.name_words += named.end - named.begin
        elif not named.firm and self._of_a_unit(named.begin):
            named.kind, named.sure = None, False
        if named.unnamed and named.kind in MAKERS and self.offered is not None:
            account = attrs.evolve(self.offered, kind=named.kind, sure=False)
            self.offered = None
            if not self.sentence_claims:
                cue = (named.begin, named.end)
                tie = Relationship.ORGANISATION_ACCOUNT
                self._claim(account, tie, Status.CURRENT, "account", cue)
        if named.unnamed and named.kind in MAKERS:
            self._health()
        self._yields_to_body(named)
        barred = False
        if (
            self.before_bar
            and not self.open
            and self.segment_words == named.end - named.begin
            and not (named.unnamed or self._hyphened(named))
            and (named.form or named.strength is Strength.STRONG or named.numbers)
        ):
            weak = named.strength is Strength.WEAK and not named.form
            # "Teacher | X | Y" may list what somebody likes.
            after = self.hits.get(named.end)
            sole = after is None or not self._ends_at(after.end)
            sole = sole and self.copula < self.sentence_begin
            self.open = [
                each
                for each in self.before_bar
                if weak
                or "weak" not in each.cue.flags
                or (sole and each.end == named.begin and self._plays_a_part(each))
            ]
            headed = self._headed(named)
            played = headed and all(map(self._plays_a_part, self.open))
            barred = played or (weak and self._ends_here(named))
            barred = barred and named.kind in HEALTH_INDUSTRY
            headed = headed or self._signed(named) or self._dated(named)
            topic = named.form is Form.HASHTAG
            if self.former_before or topic or not (named.form or headed):
                self.future = True
        if self._placed_branch(named) or self._named_at_last(named):
            claim = self.listed[-1]
            if named.kind is None:
                named.kind, named.sure = claim.named.kind, claim.named.sure
            claim.named = named
        elif self._present(named):
            # "ex-X, now Y".
            cue = (named.begin - 1, named.begin)
            work, now = Relationship.EMPLOYEE, Status.CURRENT
            self.listed = [self._claim(named, work, now, "tie", cue)]
        elif barred or self._governs(named):
            self._govern(named)
        elif self._not_theirs(named):
            # "Views not X's": likely the employer, and not said.
            said = self._disclaimed()
            self.found.disclaimers.append((said, named.end))
            cue = (said, named.begin)
            unsaid = Status.UNCLEAR
            self._claim(named, Relationship.EMPLOYEE, unsaid, "tie", cue)
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
        elif self._trailing(named) or self._branch_alone(named):
            work = Relationship.EMPLOYEE
            parts = [] if named.unnamed else self.open
            part = next((e for e in parts if agent(self.words.keys[e.end - 1])), None)
            if part is not None:
                # "Electrician, X", "Engineer, Pumps, X": a person, not a department.
                where, tie = (part.begin, part.end), part.cue.relationship
                self._claim(named, tie, Status.CURRENT, "title", where, part.role)
            else:
                self._claim(named, work, Status.UNCLEAR, "bare-name", None)
        elif self._seated(named):
            work, now = Relationship.EMPLOYEE, Status.CURRENT
            self._claim(named, work, now, "tie", (named.begin - 1, named.begin))
        elif self._dated_place(named):
            status = Status.FORMER if self.until else Status.CURRENT
            cue = (self.dated - 1, self.dated)
            self.listed = [
                self._claim(named, Relationship.EMPLOYEE, status, "tie", cue)
            ]
        elif self._own_address(named):
            work, now = Relationship.EMPLOYEE, Status.CURRENT
            self._claim(named, work, now, "address")
        elif self._coded(named):
            cue = (named.end, named.end + 1)
            self._claim(named, Relationship.OTHER, Status.CURRENT, "after", cue)
        elif self._before_it(named):
            # "Before X, she was at a bank": where she went, and perhaps is.
            cue = (self.sentence_begin, named.begin)
            self._claim(named, Relationship.EMPLOYEE, Status.UNCLEAR, "place", cue)
        elif not (named.unnamed and self._account(named)):
            self._leave(named)
        self.linked = 0
        self.comma = self.colon = False

    def _placed_branch(self, named: Named) -> bool:
        """Such as "I work in medtech at X": the place decides, not the branch."""
        claim = self.listed[-1] if self.listed else None
        if claim is None or not claim.named.unnamed:
            return False
        if named.unnamed and (named.kind is None or named.kind in HEALTH_INDUSTRY):
            return False
        between = self.words.keys[claim.named.end : named.begin]
        return (
            claim.rule == "tie"
            and claim.relationship in (Relationship.EMPLOYEE, Relationship.AGENCY)
            and not claim.named.firm
            and not self.gaps[claim.named.end] & ~Gap.AT
            and (
                between[0] in self.lexicon.at_work
                and len(between) - self._article_before(named) == 1
                if between
                else named.form is Form.HANDLE or bool(self.gaps[named.begin])
            )
        )

    def _named_at_last(self, named: Named) -> bool:
        """Such as "I work at a startup in Boston, X": which one it is."""
        claim = self.listed[-1] if self.listed else None
        if claim is None or not claim.named.unnamed or not claim.named.firm:
            return False
        words, between = self.words, range(claim.named.end, named.begin)
        apart = Gap.COMMA | Gap.COLON | Gap.OPEN
        return (
            not named.unnamed
            and len(between) <= _NAMED_AT_LAST
            and claim.named.kind in (None, named.kind)
            and (
                words.keys[named.begin - 1] in self.lexicon.naming
                or bool(self.gaps[named.begin] & apart)
            )
            and (named.end >= self.size or bool(self.gaps[named.end]))
            and named.end not in self.hits
            and all(
                words.upper[at] or words.keys[at] in self.lexicon.where_named
                for at in between
            )
        )

    def _yields_to_body(self, named: Named) -> None:
        """Such as "Assessor, medical devices / The Regulator": no firm's branch."""
        branch = self.sentence_claims[-1].named if self.sentence_claims else None
        if (
            branch is not None
            and branch.unnamed
            and not branch.firm
            and branch.end == named.begin
            and named.kind is not None
            and named.kind not in HEALTH_INDUSTRY
            and self._signed(named)
        ):
            branch.kind = named.kind

    def _coded(self, named: Named) -> bool:
        """Such as "X (C, SAB)": the letters that statements have for kinds of ties."""
        words, at = self.words, named.end
        if not self._held(named) or at >= self.size or not self.gaps[at] & Gap.OPEN:
            return False
        initial = words.keys[named.begin][0]
        while (
            at < self.size and words.keys[at] in _CODES and words.surface(at).isupper()
        ):
            if words.keys[at] == initial:
                # "Bayer (B)": short for the name.
                return False
            at += 1
            if at == self.size or self.gaps[at] & Gap.CLOSE:
                return True
        return False

    def _present(self, named: Named) -> bool:
        """Such as "ex-X, now Y": a firm behind "now" where a job left was told."""
        return (
            named.begin == self.now
            and self._held(named)
            and not (self.wish or self.stranger or self.kin or self.negation >= 0)
            and (
                self.formers > 0
                or any(c.status is Status.FORMER for c in self.found.claims[-3:])
                or (
                    # "Today Edwards." may be anybody.
                    named.strength is Strength.STRONG
                    and (named.begin - 1 == self.segment_begin or self._byname(named))
                    and self._ends_with_town(named)
                )
            )
        )

    def _byname(self, named: Named) -> bool:
        """Such as "Ann Other, now X, …": a person's name alone opens the segment."""
        person = range(self.segment_begin, named.begin - 1)
        return (
            len(person) <= _FULL_NAME
            and bool(self.gaps[named.begin - 1] & Gap.COMMA)
            and all(self.words.upper[at] and not self._phrase(at)[1] for at in person)
        )

    def _not_theirs(self, named: Named) -> bool:
        """Such as "views not X's", "views mine, not X": whose they are not."""
        words, at = self.words, named.begin - 1
        stop = words.stops[named.end - 1]
        return (
            at > self._disclaimed() >= max(at - _DENYING, self.sentence_begin)
            and F.NEGATION in self.index.single.get(words.keys[at], {})
            and (
                words.text[stop : stop + 1] in {"'", "\u2019"} or self._ends_here(named)
            )
        )

    def _disclaimed(self) -> int:
        """Where the words stand that called opinions one's own."""
        told = self.found.disclaimers[-1:]
        return max(self.opinion, self.own, *(begin for begin, _ in told))

    def _signed(self, named: Named | Hit) -> bool:
        """Whether a firm fills the line below a title, as signatures have it."""
        begin, end = named.begin, named.end
        line = bool(self.gaps[begin] & Gap.LINE)
        return line and (end >= self.size or bool(self.gaps[end] & Gap.LINE))

    def _headed(self, named: Named) -> bool:
        """Whether a part and a firm we hold fill a segment each: "Nurse | X | Mum"."""
        return (
            bool(self.open)
            and bool(named.numbers)
            and named.strength is Strength.STRONG
            and (self._ends_with_town(named) or self._and_where(named.end))
            and not self._outsider()
            and all(
                (
                    opened.cue.relationship is Relationship.EMPLOYEE
                    and opened.cue.actor is None
                )
                or self._plays_a_part(opened)
                # "Honoraria | X", "Speakers' bureau | X", but hardly "Speaker | X".
                or opened.cue.relationship in _IN_CELLS
                or not agent(self.words.keys[opened.end - 1])
                for opened in self.open
            )
        )

    def _and_where(self, end: int) -> bool:
        """Such as "X in Basel", "X since 2019", "X (she/her)", and no more."""
        keys, stop = self.words.keys, min(end + _WHERE, self.size)
        if self.gaps[end] & Gap.OPEN:
            closing = (at for at in range(end + 1, stop) if self.gaps[at] & Gap.CLOSE)
            close = next(closing, stop)
            told = any(map(year, keys[end:close])) or _PRONOUNS.issuperset(
                keys[end:close]
            )
            return told and self._ends_at(close)
        if self.gaps[end] & ~Gap.COMMA or end >= stop:
            return False
        dated = next((at for at in range(end, stop) if year(keys[at])), None)
        if dated is not None:
            # "X since 2019", "X, Jan 2019 - present".
            begin = begin_of_date(self.words, dated, self.lexicon)
            return self._goes_on_from(dated) and all(
                self._tells_since(at) for at in range(end, begin)
            )
        if self.gaps[end]:
            return False
        after = self._behind_capitals(end, min(end + OF_A_PLACE, stop))
        if self._ends_at(after):
            # "X Basel".
            return not any(map(self._known, range(end, after)))
        # "X à Bâle": "a" leads to more than places, but hardly to capitals.
        where = keys[end] in self.lexicon.worked_at or keys[end] == "a"
        after = self._behind_capitals(end + 1, stop)
        return where and after > end + 1 and self._ends_at(after)

    def _tells_since(self, at: int) -> bool:
        """Such as "since", "seit", "da"."""
        key = self.words.keys[at]
        return key in self.lexicon.since or F.SINCE in self.index.single.get(key, {})

    def _goes_on_from(self, at: int) -> bool:
        """Such as "since 2018", "2018-present", "2018-": no end, or no lone year."""
        words, after = self.words, at + 1
        begin = begin_of_date(words, at, self.lexicon)
        stop = words.stops[at]
        before = max(begin - 1, 0)
        behind = words.text[stop : stop + 2].lstrip()
        if behind[:1] in _OPEN_END and not behind[1:].isdigit():
            return True
        if words.keys[before] in self.lexicon.between or self._tells_since(before):
            return True
        if after >= self.size:
            return False
        # "2018 | present": fields of a row.
        field = words.keys[after] in self.lexicon.ongoing and self._ends_at(after + 1)
        return field or words.keys[after] in self.lexicon.spans

    def _dated(self, named: Named) -> bool:
        """Such as "Data scientist | X | Basel | 2023 - ongoing": a row of a life."""
        end = named.end
        return (
            self._held(named)
            and self._ends_at(end)
            and any(map(year, self.words.keys[end : end + _ROW]))
        )

    def _own_address(self, named: Named) -> bool:
        """Such as "Ann Other, ann.other@x.com": a person, and an address so named."""
        # "Created by Ann Other (ann.other@x.com)" speaks of no stranger.
        theirs = (
            self.stranger and self.words.keys[self.strange + 1] not in self.lexicon.by
        )
        if (
            named.form is not Form.MAIL
            or named.kind not in HEALTH_INDUSTRY
            or (self.wish or theirs or self.kin or self.addressed)
        ):
            return False
        keys, begin = self.words.keys, named.begin
        local = self._local_part(named)
        return any(
            len(keys[at]) > _BRIEF_NAME
            and keys[at] in local
            and keys[at] not in self.lexicon.mailboxes
            and self._names_somebody(at)
            for at in range(max(begin - _ADDRESSED, 0), begin)
        )

    def _names_somebody(self, at: int) -> bool:
        """Whether a person's name that has this word opens a line or a part of one."""
        words, begin, first = self.words, at, max(at - _FULL_NAME, 0)
        if not words.upper[at] or words.keys[at] in self.index.single:
            return False
        while begin > first and words.upper[begin - 1]:
            if self.gaps[begin] & ~Gap.DOT:
                break
            begin -= 1
        # A bracket or a quotation mark opens a part as a comma does.
        opening = begin == 0 or not words.gap(begin - 1).isspace()
        opening = opening or words.keys[begin - 1] in self.lexicon.by
        return begin not in self.hits and opening

    def _client(self, named: Named) -> bool:
        """Such as "I work at an agency for X": whom the agency serves."""
        if not self.listed or named.kind not in MAKERS or self.wish or self.kin:
            return False
        claim = self.listed[-1]
        return (
            claim.named.kind in SERVICES
            and claim.relationship is Relationship.EMPLOYEE
            and named.begin - claim.named.end <= 2
            and self.words.keys[named.begin - 1] in self.lexicon.for_
            and not self.gaps[named.begin]
        )

    def _trailing(self, named: Named) -> bool:
        """Such as "Patient access, X": a department, a comma and a firm, at the end."""
        return (
            bool(self.gaps[named.begin] & Gap.COMMA)
            and bool(self.open)
            and all(e.cue.function is F.TITLE for e in self.open)
            and all(e.cue.relationship in _SERVING for e in self.open)
            and self.open[0].begin - self.segment_begin <= 3
            and self.copula < self.segment_begin
            and (self.distance <= 2 or self._long_part(named))
            and self._held(named)
            and (self._ends_with_town(named) or bool(self.gaps[named.end] & Gap.OPEN))
            and self.sentences <= 2
            and self._status(self.open[-1].cue) is Status.CURRENT
            and not (self.wish or self.stranger or self.kin)
        )

    def _plays_a_part(self, opened: Opened) -> bool:
        """Such as "Physicist" before a bar: a part at the firm behind it."""
        cue = opened.cue
        part = cue.function is F.TITLE or "title" in cue.flags
        works = part and cue.relationship in _IN_ROWS
        return works and cue.actor not in _ONLOOKERS and "light" not in cue.flags

    def _branch_alone(self, named: Named) -> bool:
        """Such as "Immunologist | Biotech |": a part, a bar and a branch alone."""
        return (
            named.unnamed
            and not named.firm
            and bool(self.before_bar)
            and self.before_bar[-1].cue.actor not in OBSERVERS
            and self.segment_words == named.end - named.begin
            and named.kind in HEALTH_INDUSTRY
            and self._ends_here(named)
            and not (self.wish or self.stranger or self.kin)
        )

    def _before_it(self, named: Named) -> bool:
        """Such as "Before X, she was at a bank", where a sentence opens so."""
        keys, at = self.words.keys, named.begin - 1
        at -= keys[at] in self.lexicon.of
        soon = keys[named.end : named.end + _SUBJECT]
        return (
            at == self.sentence_begin
            and keys[at] in self.lexicon.before
            and named.end < self.size
            and bool(self.gaps[named.end] & Gap.COMMA)
            and self._employs(named)
            and named.kind in HEALTH_INDUSTRY
            and not self.lexicon.persons.isdisjoint(soon)
        )

    def _seated(self, named: Named) -> bool:
        """Such as "At X, Anna leads quality", "Bei X leitet sie": where, and what."""
        words, at = self.words, named.end
        before = named.begin - 1
        opens = before == self.sentence_begin
        # "Yes: at X I lead …".
        headed = before > 0 and words.keys[before] in self.lexicon.at
        headed = headed and bool(self.gaps[before] & Gap.COLON)
        if (
            not (opens or headed)
            or words.keys[before] not in self.lexicon.worked_at
            or named.kind not in HEALTH_INDUSTRY
            or named.unnamed
            or at >= self.size
            or self.gaps[at] & ~Gap.COMMA
        ):
            return False
        if (
            named.strength is Strength.WEAK
            and words.keys[named.begin - 1] not in self.lexicon.places
        ):
            # "In Roche gibt es".
            return False
        for at in range(named.end, min(named.end + _SUBJECT, self.size)):
            if at > named.end and self.gaps[at]:
                return False
            length, meanings = self._phrase(at)
            if F.WE in meanings:
                # "At X, we were told".
                behind = words.keys[at + length : at + length + 1]
                return self.lexicon.did.isdisjoint(behind)
            if F.COPULA in meanings:
                return True
            if words.keys[at].endswith(_OF_US):
                return True
            if (
                F.SELF in meanings
                and at == named.end
                and words.keys[at] in self.lexicon.persons
            ):
                return self._goes_on_now(at + length)
            verb = meanings.get(F.TITLE) or meanings.get(F.TIE)
            if verb is not None and not words.upper[at]:
                goes_on = verb.status is Status.CURRENT and F.ARTICLE not in meanings
                return goes_on and not self._nobody(at + length)
            if not (
                words.upper[at]
                or words.keys[at] in self.lexicon.persons
                or F.SELF in meanings
            ):
                return False
        return False

    def _nobody(self, begin: int) -> bool:
        """Such as "At X leads nobody": who does not, or somebody else."""
        stop = min(begin + _SUBJECT, self.size)
        meant = (self._phrase(at)[1].keys() for at in range(begin, stop))
        return not all(map(_NOT_ONE_S_OWN.isdisjoint, meant))

    def _goes_on_now(self, at: int) -> bool:
        """Such as "At X I build …", not "At X I was told": a verb of the present."""
        if at >= self.size or self.gaps[at]:
            return False
        told = not _TOLD_OF.isdisjoint(self._phrase(at)[1])
        return not (told or self.words.keys[at].endswith("ed"))

    def _dated_place(self, named: Named) -> bool:
        """Such as "until 2022 at X": a date and a place of work, and no verb."""
        before = self.words.keys[named.begin - 1]
        if named.begin == self.dated and self.gaps[named.begin] & Gap.COLON:
            # "Since 2021: X".
            return self._employs(named) and self._ends_with_town(named)
        apart = named.begin - 1 - self.dated
        # "Since 2015 only at X", not "since 1987, looping with X".
        near = (
            apart == 1 and before in self.lexicon.places and not self.gaps[self.dated]
        )
        return (
            (apart == 0 or near)
            and before in self.lexicon.worked_at
            and bool(named.numbers)
            and not self.wish
            and not self.stranger
            and self.negation < 0
        )

    def _noun(
        self, sector: Cue | None, organisation: Cue | None, begin: int, end: int
    ) -> int:
        """Such as "pharma", "hospital": an organisation without a name."""
        keys, size = self.words.keys, self.size
        if organisation is not None and self._serves_health(organisation, begin, end):
            self._health()
        bound = sector is not None and "weak" in sector.flags
        kind = sector.kind if sector is not None else None
        if organisation is not None and organisation.kind is not None:
            kind = organisation.kind
        generic = sector is None and (organisation is None or organisation.kind is None)
        sells = organisation is not None and "weak" in organisation.flags
        vague = sector is not None and "vague" in sector.flags
        stop = end
        has_head = organisation is not None
        # "pharmaceutical company", "clinical diagnostics firm", "pharma data platform".
        at = end
        while (
            at < size
            and at - end <= _IN_A_NOUN
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
            if at > end and not has_head and meanings.keys() <= WITHIN:
                # "digital health and data analytics company".
                at += length
                continue
            if F.CONNECTOR in meanings and at <= stop + 1 and has_head and kind is None:
                # "a start-up in digital health", "un'azienda americana del settore …".
                branch = self._branch(
                    at + length, goods=keys[at] in self.lexicon.of and not sells
                )
                if branch is not None:
                    stop, kind, generic = *branch, False
            break
        if not has_head and self.listed and self.since_claim <= 5:
            named = self.listed[-1].named
            beside = named.end == begin and not self.gaps[begin] and not named.unnamed
            if (bound and named.generic) or (beside and named.kind is None):
                # "a company that makes insulin pumps", "Larkspur vitamins".
                named.kind, named.sure = kind, True
                if not bound:
                    return stop
        if bound and not has_head:
            # "drug" is a business only in "drug company".
            return 0
        if has_head and (self._name_at(stop) or (generic and self._named_next(stop))):
            # "the drug company Sanofi", "another firm, X": what follows has the name.
            self.apposed = (stop, kind)
            return stop
        if kind is None and has_head:
            # "a company that makes insulin pumps", "un'azienda americana che …".
            kind, _ = self._described(stop, None)
            if kind is None and stop < size and not self.gaps[stop]:
                kind, _ = self._described(stop + 1, None)
            generic = kind is None
        named = Named(
            begin,
            stop,
            kind=kind,
            sure=kind is not None and not vague and kind is not Actor.INDUSTRY,
            unnamed=True,
            generic=generic,
            firm=has_head or self._countable(begin, stop, sector),
            statutory=organisation is not None and "statutory" in organisation.flags,
        )
        if self._describes(named):
            return stop
        self._organisation(named)
        return stop

    def _countable(self, begin: int, end: int, sector: Cue | None) -> bool:
        """Such as "a biotech": with "a" before it, and no noun behind, a firm."""
        return (
            sector is not None
            and begin > 0
            and self.words.keys[end - 1] in self.lexicon.branches
            and self.words.keys[begin - 1]
            in self.lexicon.indefinite_of.get(sector.language, ())
            and self._goods_end(sector, end)
            and not (end < self.size and self.gaps[end] & (Gap.STROKE | Gap.AND))
        )

    def _serves_health(self, cue: Cue, begin: int, end: int) -> bool:
        """Such as "medcomms agency", "the voice of generics": whom the noun serves."""
        if cue.kind is Actor.TRADE_ASSOCIATION and end - begin > _OF_A_BRANCH:
            return True
        single = self.index.single
        return cue.kind in SERVICES and any(
            F.HEALTH in single.get(key, {}) for key in self.words.keys[begin:end]
        )

    def _branch(self, at: int, *, goods: bool) -> tuple[int, Actor | None] | None:
        """Where the name of a branch ends that begins here, and of which kind.

        With `goods` that may be what the branch makes.
        """
        for _ in range(2):
            if at >= self.size or self.gaps[at]:
                return None
            length, trade, meanings = self._meanings(at)
            sector = trade.get(F.GOODS) if goods else None
            sector = sector or meanings.get(F.SECTOR)
            if sector is not None and (goods or "weak" not in sector.flags):
                return at + length, sector.kind
            if F.ARTICLE not in meanings:
                return None
            at += length
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

    def _named_next(self, at: int) -> bool:
        """Such as "I work at another company, X": a comma and a firm, set apart."""
        hit = self.hits.get(at)
        return (
            hit is not None
            and self.gaps[at] == Gap.COMMA
            and hit.strength is Strength.STRONG
            and (self._ends_at(hit.end) or bool(self.gaps[hit.end] & Gap.COMMA))
        )

    def _describes(self, named: Named) -> bool:
        """Such as "X, a diagnostics company" and "X (pharma)" tell X's kind."""
        if named.kind is None or named.generic:
            return False
        if not self.listed or self.since_claim > 6:
            return False
        claim = self.listed[-1]
        behind = self.words.keys[claim.named.end : named.begin]
        inside = self.saved is not None
        article = (
            bool(behind)
            and behind[0] in self.lexicon.indefinite
            and self.lexicon.places.isdisjoint(behind)
        )
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
        if form is Form.WORD and not first.isupper() and not self._camel(at):
            return None
        if words.keys[at] in COUNTRY_WORDS or words.keys[at].isdigit():
            return None
        following = words.keys[at + 1] if at + 1 < self.size else ""
        dated = following.isdigit() or following in self.lexicon.months
        if dated and words.keys[at] in self.lexicon.times_of_year:
            return None
        if self.saved is not None and first.isupper() and self._abbreviation(at):
            return None
        end = at + 1
        size = self.size
        if form is Form.WORD and (self._initials(at) or self._seat(at)):
            return None
        if self._town_of_list(at):
            return None
        if form is Form.WORD:
            while end < size and end - at < 12:
                gap = self.gaps[end]
                run = spelt_form(words, end) if words.upper[end] else 0
                if run and not gap & ~Gap.COMMA:
                    end += run
                    break
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
                    if not NAME_LIKE.intersection(phrase[1]) or (
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
                    words.keys[end] in self.lexicon.inner
                    and end + 1 < size
                    and not self.gaps[end + 1]
                    and not gap
                    and words.upper[end + 1]
                    and self.kinds.infer(words.keys[at:end])[0] is not None
                ):
                    end += 2
                    continue
                if (
                    words.keys[end] in self.lexicon.inner
                    and end + 2 < size
                    and words.keys[end + 1] in self.lexicon.inner
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
        incorporated = legal(words, at + 1, end)
        if end - at == OF_A_PLACE and words.keys[at + 1] in _LANDS:
            # "Genomics England", "Pharma Suisse": perhaps a body of the country's.
            sure = False
        if not incorporated and (
            (kind is None and self._person(at)) or self._department(end)
        ):
            return None
        if kind in HEALTH_INDUSTRY and not incorporated and self._taught():
            return None
        if self._of_a_unit(at) and not incorporated:
            kind, sure = None, False
        start = self.hits.get(at)
        if kind is None and start is None and form is Form.WORD:
            kind = self._suggested(at, end)
        if kind is None and start is not None and form is Form.WORD:
            # "Bayer Crop Science": what begins with a maker's name may be of it.
            kind, sure = self._from_hit(start).kind, False
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
        # A firm that was left tells nothing of the one beside it.
        if self.former is None and any(
            F.SECTOR in meanings or F.HEALTH in meanings
            for meanings in (self.index.single.get(k, {}) for k in words.keys[at:end])
        ):
            self._health()
        firm = incorporated or kind is not None
        named = Named(
            at, end, (), kind, sure, Strength.WEAK, form, firm=firm, statutory=statutory
        )
        if form is Form.WORD and kind is None:
            spelt = "".join(words.keys[at:end])
            slip = end - at <= 2 and waiting and spelt not in self.lexicon.no_slips
            near = self.gazetteer.near(spelt) if slip else ()
            if near:
                kinds = {self.gazetteer.party(n).kind for n in near}
                named.numbers = near
                named.kind, named.sure = kinds.pop(), True
        if waiting and not (named.numbers or named.sure):
            self._trade(named, self.open[-1].cue if self.open else None)
        if not waiting:
            last = words.keys[end - 1]
            if self.copula >= self.sentence_begin and (
                F.ORGANISATION in self.index.single.get(last, {})
            ):
                # "X is the Data Company": a description in capitals.
                return None
            if alone or named.sure or (incorporated and last not in _NO_FORM):
                return named
            return None
        if self._governs(named):
            return named
        return named if self._proper(at) and named.sure else None

    def _suggested(self, at: int, end: int) -> Actor | None:
        """What the parts of a name suggest of its kind: a doubt, and no more."""
        words = self.words
        for word in range(at, end):
            parts = _parts(words.surface(word))
            if len(parts) > 1 and not words.surface(word).isupper():
                kind, _, _ = self.kinds.infer(parts)
                if kind is not None:
                    return kind
        return self.kinds.hint(words.keys[at:end])

    def _town_of_list(self, at: int) -> bool:
        """Such as "University of Lund, Lund, Sweden": the town of the name before."""
        latest = self.listed[-1].named if self.in_list and self.listed else None
        return (
            latest is not None
            and latest.end == at
            and self.words.keys[at] in self.words.keys[latest.begin : at]
            and (at + 1 == self.size or bool(self.gaps[at + 1] & Gap.COMMA))
        )

    def _seat(self, at: int) -> bool:
        """Such as "Styrelseledamot X AB": a capital that is of a part."""
        title = self._phrase(at)[1].get(F.TITLE)
        return title is not None and title.relationship in SEATS

    def _taught(self) -> bool:
        """Such as "Professor of Molecular Genetics": a subject, and no firm."""
        if not self.open or self.linker in self.lexicon.places:
            return False
        return self.words.keys[self.open[-1].end - 1] in self.lexicon.teachers

    def _camel(self, at: int) -> bool:
        """Such as "xCures" in a list of names: a small letter before a capital."""
        second = self.words.surface(at)[1:2]
        return self.in_list and bool(self.gaps[at] & Gap.COMMA) and second.isupper()

    def _person(self, at: int) -> bool:
        """Such as "Dr Roe", "A. Roe": a name with a title or an initial before it."""
        words, keys = self.words, self.words.keys
        if keys[at] in self.lexicon.honorifics or (
            at > 0 and keys[at - 1] in self.lexicon.honorifics
        ):
            return True
        return any(
            first >= 0
            and len(keys[first]) == 1
            and words.upper[first]
            and words.gaps[first + 1 : first + 2] == [". "]
            for first in (at - 1, at)
        )

    def _of_a_unit(self, at: int) -> bool:
        """Such as "Division of (Biomedical Research), Foo University": what it does."""
        keys, unit = self.words.keys, at - 1
        while unit > at - 3 and unit >= 0 and keys[unit] in self.lexicon.inner:
            unit -= 1
        return (
            0 <= unit < at - 1
            and keys[unit] in self.lexicon.units
            and self.words.upper[unit]
        )

    def _department(self, end: int) -> bool:
        """Such as "in der Zulassung von X": what ends here belongs to a firm."""
        end = self._coordinated(end)
        keys, at = self.words.keys, end + 1
        if at >= self.size or self.gaps[end] or self.gaps[at]:
            return False
        if self._within_unit(end):
            return True
        if keys[end] in self.lexicon.sites and at + 1 < self.size:
            # "The Basel site of X".
            where = keys[at] in self.lexicon.of or keys[at] in self.lexicon.at
            return where and at + 1 in self.hits
        if keys[end] in self.lexicon.introducing and (
            at in self.hits or (self._article(at) and at + 1 in self.hits)
        ):
            return True
        if (
            keys[end] not in self.lexicon.leading_to
            or not self._article(at)
            or at + 1 >= self.size
        ):
            return False
        match = self.index.match(keys, at + 1, self.run_ends[at + 1])
        return match is not None and not _NOUNS.isdisjoint(match[1])

    def _coordinated(self, end: int) -> int:
        """Where a name ends that goes on: "Pharmacology (and Pharmacometrics) at X"."""
        words, stop = self.words, min(end + _IN_A_NOUN, self.size - 1)
        if end >= stop or words.keys[end] not in self.lexicon.and_:
            return end
        return self._behind_capitals(end + 1, stop)

    def _within_unit(self, end: int) -> bool:
        """Such as "(Head of Modelling) within the Clinical Pharmacology Unit at X"."""
        words, at = self.words, end + 1
        if words.keys[end] not in self.lexicon.in_ or not self._article(at):
            return False
        first = at + 1
        stop = min(first + _IN_A_UNIT, self.size - 1)
        at = first
        while (
            at < stop
            and not self.gaps[at]
            and (words.upper[at] or words.keys[at] in self.lexicon.and_)
        ):
            at += 1
        return at > first and words.keys[at] in self.lexicon.at and at + 1 in self.hits

    def _whence(self, at: int) -> bool:
        """Such as "a Cambridge biotech", "a Bay Area start-up": where the firm is."""
        words, begin, end = self.words, at, at + 1
        first, last = max(at - OF_A_PLACE, 0), min(at + OF_A_PLACE, self.size)
        while begin > first and words.upper[begin] and not self.gaps[begin]:
            begin -= 1
        end = self._behind_capitals(end, last)
        if (
            words.upper[begin]
            or words.keys[begin] not in self.lexicon.one
            or end >= self.size
            or words.upper[end]
            or self.gaps[end]
        ):
            return False
        if any(word in self.hits for word in range(begin, end)):
            return False
        match = self.index.match(words.keys, end, self.run_ends[end])
        return match is not None and not _NOUNS.isdisjoint(match[1])

    def _few_capitals(self, at: int) -> bool:
        """Whether a word may be initials by its letters: "AB"."""
        surface = self.words.surface(at)
        return surface.isupper() and len(surface) <= _INITIALS

    def _initials(self, at: int) -> bool:
        """Such as "…; MNO reports": an author of a statement, not a payer."""
        words = self.words
        if not self._few_capitals(at) or at + 1 >= self.size:
            return False
        if self.gaps[at + 1] & Gap.COLON and self.gaps[at] & _NEW_PART:
            # "Conflicts of interest: AB: consultant".
            return True
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
