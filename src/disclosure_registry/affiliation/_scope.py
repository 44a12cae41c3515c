"""Which cue governs which organisation: one walk over the words, no step back.

    declaration = segment, { separator, segment }
    segment     = { modifier }, cue, { article | connector }, organisation,
                  { list sign, organisation }, { cue after }

A modifier (former, not, my wife, hoping to) reaches to the end of its segment at
most. An organisation that no cue governs is a mention and makes no claim.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import attrs

from disclosure_registry.affiliation._claims import (
    HOLDING,
    LISTED,
    PLAYED,
    Claim,
    Found,
    Named,
    Opened,
)
from disclosure_registry.affiliation._dates import (
    begin_of_date,
    begin_of_months,
    end_of_date,
    end_of_span,
    is_over,
    year,
)
from disclosure_registry.affiliation._gaps import LONGEST, Gap
from disclosure_registry.affiliation._lexicon import (
    APPOSED,
    KNOWN,
    MAKERS,
    NAME_LIKE,
    OF_A_PLACE,
    PAST_O,
)
from disclosure_registry.affiliation._names import agent
from disclosure_registry.affiliation._ties import Ties
from disclosure_registry.affiliation.cues import (
    Cue,
    Function,
    Meanings,
    Side,
)
from disclosure_registry.gazetteer import Hit, Strength, legal
from disclosure_registry.text import EVERYDAY, MARK, Form, word_set
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Relationship, Status

if TYPE_CHECKING:
    from disclosure_registry.affiliation._state import Topic

__all__ = ["Walk"]

F = Function

#: Functions that may stand in a title of one's own making.
_PLAIN_LIKE: Final = frozenset(
    {
        F.ARTICLE,
        F.LIST,
        F.CONNECTOR,
        F.HEALTH,
        F.NAME_WORD,
        F.TITLE,
        F.CONDITION,
        F.SECTOR,
        F.PERSONA,
        F.ORGANISATION,
    }
)

#: Words between a cue and its name that do not part them.
_MODIFIERS: Final = frozenset(
    {F.FORMER, F.NEGATION, F.PAST, F.COPULA, F.SELF, F.OPINION, F.OWN, F.EMPLOYER,
     F.SPEAKS_FOR, F.PURPOSE, F.REGISTER, F.WISH, F.FUTURE, F.HEALTH, F.DISCLAIMER}
)  # fmt: skip
#: All that `Walk._light` looks for: what sets the scene for the words behind.
_SCENE: Final = _MODIFIERS | {
    F.KIN, F.OTHERS, F.CLOSING, F.WE, F.SECTOR, F.SECTOR_ROLE, F.CONTRAST, F.UNTIL,
    F.SINCE,
}  # fmt: skip

#: So many words stand between "Best regards" and the firm.
_SIGNATURE: Final = 24
#: So many words back a comma begins the clause of a verb.
_CLAUSE: Final = 6
#: The line that signatures stand below.
_DELIMITER: Final = re.compile(r"(?:^|\n)(?:--|__+) *\n")
#: A comma at the end of what somebody says, inside the marks or behind them.
_SPEECH_ENDS: Final = re.compile('["\u201c\u201d\u00bb] ?,|,["\u201d\u00bb] ')
#: Signs that begin the items of a list.
_BULLETS: Final = frozenset("*-\u2022\u2013\u25cf\u2043\u00b7\u25e6\u25aa")
#: So many words before a name hardly make a sentence.
_BRIEF: Final = 3
#: So many words may stand between a firm and its years, in a record and elsewhere.
_RECORD: Final = 20
_SPAN_BEHIND: Final = 4
#: So many words behind a part tell what it is of.
_OF_A_PART: Final = 5
#: So many words behind a firm an end still ends the tie to it.
_BACK: Final = 12
#: Endings of verbs that tell what was, in the languages that have no helper for it.
_TOLD: Final = ("ed", "ete", "erte", "kte", "dde", "tte", "ade", "ou")
#: And those of participles that a helper stands before.
_PARTICIPLE: Final = ("ato", "uto", "ito")
_ACCENTS: Final = PAST_O | {"\u00e9"}
#: So many firms of a row are ended by its years.
_PARTS: Final = 2
#: So many words behind "since 2005" tell what somebody became then.
_AFTER_A_YEAR: Final = 5
_FREE: Final = frozenset({Relationship.CONTRACTOR, Relationship.FOUNDER_OWNER})
#: A firm that fills a field of a row has so many words.
_FIRM_ALONE: Final = 4
#: An address in the head of a paper has so many figures, and the authors stand so
#: many words before it.
_FEW: Final = 2
_AUTHORS: Final = 60
#: What the forms end in that tell what somebody did: "viví", "trabajó".
_ACUTE: Final = _ACCENTS | {"\u00ed"}
#: So many jobs at most are told before "retired".
_LIFE: Final = 16
#: So many parts are told of one firm at once.
_MEANT: Final = 6
#: The shape of a verb of the past that stands last.
_TOLD_LAST: Final = re.compile(r"(?:\w{0,5}ge|be|ver)\w+(?:t|en|aan)$")
#: So many words name a person in a byline, with these among them.
_BYLINE: Final = 16
#: Degrees, which are the same in all languages.
_DEGREES: Final = word_set(
    "md m ph phd d msc mph mba dphil pharmd rn bsc ba ma mbbs frcp mrcp med habil drph "
    "dvm rph facc fesc mmed dipl ing rer nat"
)
#: So many words head a list of what is past, with these marks among them.
_HEADING: Final = 8
_WITHIN_HEADING: Final = Gap.AND | Gap.STROKE | Gap.OPEN | Gap.CLOSE
#: So many words tell of what somebody is head: "of drug safety".
_OF_SOMETHING: Final = 4
#: So many words behind "not" the verb stands: "none of us speaks".
_NOT: Final = 3
#: So many words behind "was paid" it is told what.
_HANDED: Final = 4
#: So many words name one person, or two.
_PEOPLE: Final = 7
#: Years of two figures below this are of this century.
_THIS_CENTURY: Final = "50"
#: So many words behind a job a year tells when it was.
_DATED: Final = 6
#: Behind what is denied of opinions these name whose they are not.
_WHOSE: Final = frozenset({"represent", "reflect"})

#: The cue of a part that only the shape of its word tells.
_SHAPED: Final = Cue(function=F.TITLE, language="")

#: Endings that parts have, in the languages that write them as one word too.
_PART: Final = re.compile(
    "(?:ologist|ician|ineer|chemist|ographer|ometrist|metrician|.chef|.chefin|.leiter|"
    ".leiterin|.manager|.managerin|.referent|.referentin|.berater|.beraterin|ingenieur|"
    "ingenieurin|.techniker|.technikerin|.entwickler|.entwicklerin|.assistent|"
    ".assistentin|.mitarbeiter|.mitarbeiterin|.ledare|.ansvarig|.direktor|.utvecklare|"
    ".konsult|.medewerker|.adviseur|.leider|.ontwikkelaar|.analist)$"
)

_NOUN_LIKE: Final = frozenset(
    {F.TITLE, F.SECTOR, F.SECTOR_ROLE, F.PERSONA, F.ORGANISATION, F.TIE}
)


def _ended_part(claim: Claim) -> Status:
    """What a verb of the past makes of a part: a traineeship is over, a job perhaps."""
    trained = claim.relationship is Relationship.STUDENT_OR_TRAINEE
    return Status.FORMER if trained else Status.UNCLEAR


class Walk(Ties):
    """One reading of one text."""

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
            if hit is not None and self._backs(hit.end):
                if self._from_hit(hit).kind not in HEALTH_INDUSTRY:
                    at = hit.end + 1
                    continue
            if hit is not None and self._within_longer(hit):
                hit = None
            if hit is not None and (found is None or self._name_wins(hit, found[0])):
                at = self._named(self._from_hit(hit))
                continue
            if found is not None and not self._name_first(at, found):
                at = self._cue(at, at + found[0], found[1])
                continue
            looks = upper[at] or forms[at] or (self.in_list and self._camel(at))
            if looks and found is None:
                skipped = 2 if self._backs(at + 1) else int(self._whence(at))
                if skipped:
                    self.segment_words += skipped
                    at += skipped
                    continue
            unknown = self._unknown(at) if looks else None
            if unknown is not None:
                at = self._named(unknown)
            elif found is not None:
                at = self._cue(at, at + found[0], found[1])
            else:
                self._plain(at)
                at += 1
        self._end_segment(size)
        if size and "?" in self.words.text[self.words.stops[-1] :][:LONGEST]:
            self._asked(size)
        return self.found

    def _named(self, named: Named) -> int:
        """Read a name, and tell where the words behind it begin."""
        self._organisation(named)
        if named.end < self.size and self.words.keys[named.end] in self.lexicon.where:
            self._told_where(named)
        last = named.end - 1
        if self.words.keys[last] in self.index.asides:
            # "The Larkspur Foundation accepts …": the name has the word.
            self._aside(last)
        return named.end

    def _told_where(self, named: Named) -> None:
        """Such as "intern at X, where I learned": over, or perhaps, for a job."""
        for claim in self.listed:
            if (
                claim.named is named
                and claim.rule == str(F.TITLE)
                and claim.relationship in PLAYED
                and claim.status is Status.CURRENT
                and self._past_follows(named.end + 1)
            ):
                claim.status = _ended_part(claim)

    def _past_follows(self, begin: int) -> bool:
        """Whether the clause that begins here has a verb of the past soon."""
        words = self.words
        for at in range(begin, min(begin + _CLAUSE, self.size)):
            if self.gaps[at]:
                return False
            key, surface = words.keys[at], words.surface(at)
            if key in self.lexicon.have:
                # "Where she has worked since 2014".
                return False
            if key in self.lexicon.did or (
                not words.upper[at] and surface[-1] in _ACUTE
            ):
                return True
            told = key.endswith(_TOLD) or key in self.lexicon.irregular_pasts
            if told and key not in self.lexicon.stating:
                return True
        return False

    def _name_first(self, at: int, found: tuple[int, Meanings]) -> bool:
        """Whether capitals and an open cue speak for a name where a cue word stands."""
        size, meanings = found
        if not (self.open or self.in_list) or not NAME_LIKE.intersection(meanings):
            return False
        words = self.words
        after = at + size
        if not words.upper[at]:
            return False
        if F.HEALTH in meanings and len(meanings) == 1:
            return True
        if F.ARTICLE in meanings and size > 1:
            # "Firma namens X".
            return False
        organisation = meanings.get(F.ORGANISATION)
        if organisation is not None and (
            after in self.hits
            or (size == 1 and words.surface(at).isupper())
            or (organisation.language == "de" and organisation.kind in HEALTH_INDUSTRY)
        ):
            # "der Firma X", "the CRO X", "beim Pumpenhersteller X": what X is.
            return False
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

    def _backs(self, end: int) -> bool:
        """Such as "a YC-backed start-up": the name before says more of what follows."""
        words = self.words
        return (
            end < self.size
            and words.gaps[end] == "-"
            and words.keys[end] in self.lexicon.stating
        )

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
        if gap & Gap.DASH and self._hyphen(at):
            return
        if gap & Gap.LINE or at == 0:
            if _DELIMITER.search(self.words.gaps[at][:LONGEST]):
                self.closed = at
        if not gap or at == 0:
            return
        if gap & Gap.STOP:
            self._end_segment(at)
            if "?" in self.words.gaps[at]:
                self._asked(at)
            topic = self._topic(at)
            self._new_sentence()
            self.found.segments += 1
            self.sentences += 1
            self.sentence_begin = at
            self._itemise(topic)
            return
        if gap & Gap.CLOSE and self.saved is not None:
            inside = self.listed
            self.open, self.in_list, self.listed, self.distance, self.negation = (
                self.saved
            )
            if not self.in_list and inside and inside is not self.listed:
                # "consultant (A), speaker (B)": the brackets held whom it meant.
                self.open = []
            self.saved = None
        if gap & Gap.ARROW and not self.gaps[0] & Gap.ARROW:
            self._leave_behind()
        if gap & Gap.BAR:
            self.bar = at
        if gap & Gap.SEGMENT:
            carried, stretched = self.open, self.former
            kept = bool(self.open) and (
                self.distance == 0
                or self._in_capitals(at, _BRIEF, self.lexicon.inner)
                or self._signs_below(at)
            )
            topic = self._topic(at)
            listed = self.listed if self.in_list or self.since_claim == 0 else []
            used = self.former_used
            only_names = (
                self.segment_named > 0 and self.segment_words == self.name_words
            )
            self._end_segment(at)
            if not self.open:
                # A firm before the part has it: "X: fees; Y: travel".
                carried, kept = [], False
            waits = kept and not listed
            # "2018-2021, chemist | X": the part waits, and its years with it.
            kin, bygone = self.kin, self.bygone and (waits or at <= self.span_end)
            heading = self._past_heading(at)
            self._new_segment()
            self.bygone = bygone
            self.former = None if gap & Gap.LINE else heading
            self.kin = None if gap & Gap.SEMICOLON else kin
            self.found.segments += 1
            # "Scientist / Statistician at X", "Pharmacist - X Ltd", "Founder | @x".
            self.previous_open = carried if kept and gap & Gap.STROKE else []
            if kept and gap & Gap.DASH:
                self.open = carried
            self.before_bar = carried if kept else []
            self.former_before = stretched is not None
            # "Formerly @a | @b": the past reaches over names that stand alone.
            self.spread = (stretched is not None and used and bool(listed)) or (
                self.spread and only_names
            )
            if gap & Gap.SEMICOLON and listed and listed[0].relationship in LISTED:
                self.listed, self.in_list = listed, True
            self._itemise(topic)
            return
        if gap & Gap.OPEN:
            self.saved = (
                self.open,
                self.in_list,
                self.listed,
                self.distance,
                self.negation,
            )
            if self.distance or self.in_list:
                self.open = []
            self.in_list = False
        if gap & Gap.COMMA and _SPEECH_ENDS.match(self.words.gaps[at]):
            # "We need pumps", says Ann Other.
            self.wish, self.negation = False, -1
        if gap & Gap.COMMA:
            self.comma = True
            if self.negation >= 0 and (
                at - self.negation <= 1 or self._while(at) or self._begins_anew(at)
            ):
                # "When not at the piano, she works at X".
                self.negation = -1
            if self._were_so(at) or (
                self.former is not None
                and self.last_title_end > self.former[0]
                and not self.in_list
                and not (self._title_ends(at) and self._goes_on_to_a_firm(at))
            ):
                self.former = None
            if self.linked:
                self.linked = 0
        if gap & Gap.COLON:
            self.colon = True
            self.former = self.former or self._past_heading(at)
            if self.distance and all(
                opened.cue.function is F.PERSONA for opened in self.open
            ):
                # "Prof. Roe: employee of X": who is spoken of.
                self.open = []
        if gap & Gap.AT:
            self.linked = 2
            self.linker = "@"
            self.link_age = 0
        if gap & Gap.AND and not self.in_list and self.linked:
            self.linked = 0

    def _past_heading(self, at: int) -> tuple[int, int] | None:
        """Such as "Previously | chemist at X", "Before: X": words of the past alone."""
        begin = self.segment_begin
        before = begin == at - 1 and self.words.keys[begin] in self.lexicon.before
        return (begin, at) if before or self.former == (begin, at) else None

    def _hyphen(self, at: int) -> bool:
        """Such as "Ex- chemist": no dash between two parts."""
        before = self.index.single.get(self.words.keys[at - 1], {})
        return self.words.gaps[at] == "- " and F.FORMER in before

    def _begins_anew(self, at: int) -> bool:
        """Such as "I cannot sing, and I pack pumps": what was denied is told wholly."""
        listing = bool(self.open) or self.in_list or bool(self.loose)
        return not listing and self.words.keys[at] in self.lexicon.and_

    def _signs_below(self, at: int) -> bool:
        """Such as "Product manager implants / X": a firm fills the next line."""
        hit = self.hits.get(at)
        return hit is not None and self.distance <= _BRIEF and self._signed(hit)

    def _topic(self, at: int) -> Topic | None:
        """What the items of a list are: "Consulting fees:", a line break, a bullet.

        The heading holds for as long as lines begin with bullets.
        """
        gap = self.gaps[at]
        if not gap & Gap.LINE or _BULLETS.isdisjoint(self.words.gaps[at]):
            return None
        if gap & Gap.COLON:
            if self.distance == 0:
                return self.open, self.former
            # "Former jobs:".
            past = self.former if self.distance <= _BRIEF else None
            return ([], past) if past else None
        return self.topic

    def _itemise(self, topic: Topic | None) -> None:
        """Open an item of a list below its heading."""
        self.topic = topic
        if topic is not None:
            self.open, self.former = list(topic[0]), topic[1]
            self.colon, self.before_bar = True, []

    def _were_so(self, at: int) -> bool:
        """Such as "Former Xer, chemist at Y": what they were has no firm to come."""
        return (
            self.former is not None
            and not (self.in_list or self.former_used)
            and self.last_title_end <= self.former[0] < self.former[1] < at
            and not {F.TITLE, F.TIE}.isdisjoint(self._phrase(at)[1])
        )

    def _title_ends(self, at: int) -> bool:
        """Whether a title stands before: "Chemist, …", "head of drug safety, …"."""
        end = self.last_title_end
        return at == end or (bool(self.open) and at - end <= _OF_SOMETHING)

    def _goes_on_to_a_firm(self, at: int) -> bool:
        """Such as "former manager, X", "ex-manager, production, X"."""
        if at in self.hits:
            return True
        match = self.index.match(self.words.keys, at, self.run_ends[at])
        title = match[1].get(F.TITLE) if match else None
        if match is None or title is None or "weak" not in title.flags:
            return False
        end = at + match[0]
        return end in self.hits or (end + 1 in self.hits and self._place_follows(end))

    def _leave_behind(self) -> None:
        """Such as "X → Y → Z": what stands before an arrow is a step left behind."""
        for claim in self.sentence_claims:
            if claim.status in (Status.CURRENT, Status.UNCLEAR):
                claim.status = Status.FORMER
        for named in self.loose:
            if named.numbers and named.strength is Strength.STRONG:
                work = Relationship.EMPLOYEE
                self._claim(named, work, Status.FORMER, "former-list")
        self.loose = []
        self.open = []

    def _asked(self, stop: int) -> None:
        """What a question names that does not say "I": nobody declares it.

        "Do I work for X?" leaves it open.
        """
        begin = self.sentence_begin
        first, *second = self.words.keys[begin : begin + 2]
        # "Arbeite ich für X?" has the verb first.
        asks = (
            first in self.index.questions
            or not self.lexicon.first_person.isdisjoint(second)
        )
        # "Payé par X, moi ?".
        asks = asks or self.words.keys[stop - 1] in self.lexicon.first_person
        if self.spoken and not asks:
            return
        found, claims = self.found, self.found.claims[self.claims_before :]
        if asks and not self.spoken:
            found.wished.extend(claim.named for claim in claims)
            del found.claims[self.claims_before :]
            del found.sector_roles[self.roles_before :]
        for claim in claims:
            if claim.status is Status.CURRENT:
                claim.status = Status.UNCLEAR

    def _years(self, at: int) -> None:
        """Such as "(2018-2021)" ends what was just claimed, "2018-present" does not.

        Where an entry or a segment opens with the years, what follows is past:
        "2009-2014; chemist; X", "Between 2009 and 2014 I worked for X".
        """
        keys = self.words.keys
        begin = begin_of_date(self.words, at, self.lexicon)
        months = begin_of_months(self.words, at, self.lexicon)
        if months is not None:
            begin = months
        if (
            year(keys[at])
            and keys[begin - 1] in self.lexicon.spans
            and (
                self.gaps[begin] & Gap.COLON
                or begin - 1 == self.segment_begin > self.sentence_begin
            )
        ):
            # "Organisation: X | From: 2005 | To: 12/2011", "… | until 2011".
            row = self.sentence_claims[-_MEANT:] or self.found.claims[-1:]
            for claim in (*row, *self.found.sector_roles[-1:]):
                if claim.status in (Status.CURRENT, Status.UNCLEAR):
                    claim.status, claim.until = Status.FORMER, keys[at]
            return
        between = begin > 0 and keys[begin - 1] in self.lexicon.between
        # A dash between spaces parts the months: "Jan - May 2019".
        parted = months is not None and at - 1 == self.segment_begin
        opens = begin - between == self.segment_begin or parted
        if opens and begin - between == self.sentence_begin:
            self.dates_first = True
        end = end_of_span(self.words, self.gaps, at, self.lexicon)
        if end is None and months is not None:
            end = at
        if end is None:
            colon = at + 1 < self.size and self.gaps[at + 1] & Gap.COLON
            lone = opens and bool(colon) and year(keys[at])
            self.year_first = lone and not self._goes_on_from(at)
            if self._behind_span(begin) and self._goes_on_from(at):
                # "2011-2014 and since 2018": there again.
                for claim in self.found.claims[-1:]:
                    if claim.until == keys[self.span_end]:
                        claim.status, claim.until = Status.CURRENT, None
            self._once(at)
            if opens and at > self.span_end:
                self.entry_past = False
            return
        self.span_end = end
        fills = opens and self._ends_at(end_of_date(self.words, end))
        if fills and self.dates_first:
            self.entry_past = not self.in_register and is_over(keys[end])
            return
        claims = self.sentence_claims if fills else self.found.claims
        # "title: X | dates: 2018-2021": a field of the record.
        field = self.gaps[begin] & Gap.COLON and begin - 1 == self.segment_begin
        reach = _RECORD if field else _SPAN_BEHIND
        near = [c for c in claims[-3:] if fills or begin - c.named.end <= reach]
        if field:
            near = [c for c in near if c.named is near[-1].named]
        if (opens and not fills) or (between and not near):
            self.bygone = not self.in_register and is_over(keys[end])
            return
        if fills and not near:
            self._ended(keys[at], keys[end])
        alone = self.loose[-1] if self.loose and not near else None
        if alone is not None and alone.end == begin and self._employs(alone):
            # "X (2015-2018)".
            near = [
                self._claim(
                    self.loose.pop(), Relationship.OTHER, Status.CURRENT, "ended"
                )
            ]
        for claim in near:
            if claim.status in (Status.CURRENT, Status.UNCLEAR):
                claim.status = Status.FORMER
                claim.since, claim.until = keys[at], keys[end]
        # "Engineer | X | 2019 - 2021 | Building apps for Y": the job's work.
        self.work_past = self.work_past or (fills and bool(near))

    def _behind_span(self, begin: int) -> bool:
        """Whether a date is joined to the span of years before it: "and since"."""
        at, keys, single = self.span_end + 1, self.words.keys, self.index.single
        if not 0 < at <= begin <= at + _BRIEF:
            return False
        joined = self.gaps[at] & Gap.AND or keys[at] in self.lexicon.and_
        return bool(joined) and all(
            key in self.lexicon.and_ or F.SINCE in single.get(key, {})
            for key in keys[at:begin]
        )

    def _ended(self, since: str, until: str) -> None:
        """Such as "Developer | X | A platform | 2019 - 2021": a row that has ended."""
        bare, work, over = self.found.bare, Relationship.EMPLOYEE, Status.FORMER
        latest, bare[-_PARTS:] = bare[-_PARTS:], []
        for named, alone in latest:
            if named.begin >= self.sentence_begin and self._held(named):
                claim = self._claim(named, work, over, "ended")
                claim.since, claim.until = since, until
            else:
                bare.append((named, alone))

    def _once(self, at: int) -> None:
        """Such as "Chemist at X in 1996", "Chemist | X | 2012": perhaps then alone."""
        if not year(self.words.keys[at]) or at <= self.span_end or self.narrated:
            return
        for claim in self.sentence_claims[-1:]:
            cue = claim.cue[0] if claim.cue else at
            begin = claim.role[0] if claim.role else cue
            passing = self.words.keys[cue] in self.lexicon.passing
            alone = self.gaps[begin] and self.copula < self.segment_begin
            # No "Ann became head of …".
            alone = alone and all(self.words.upper[begin:cue])
            if (
                ((alone and claim.rule == str(F.TITLE)) or passing)
                and claim.relationship in PLAYED
                and claim.status is Status.CURRENT
                and not self.found.register
                and 0 <= at - claim.named.end <= _DATED
                and not self._goes_on_from(at)
                and not self._began(claim)
            ):
                claim.status = Status.UNCLEAR

    def _plain(self, at: int) -> None:
        key = self.words.keys[at]
        if key.isdigit():
            self._years(at)
        elif not self.narrated and self._narrates(at):
            self.narrated = True
            self._told_as(at)
        self.distance += 1
        self.segment_words += 1
        self.since_claim += 1
        self.link_age += 1
        mixed = key[0].isdigit() and not key.isdigit()
        small = mixed or self.words.text[self.words.starts[at]].islower()
        if (
            self.link_age > (4 if self.linker in self.lexicon.places else 2)
            or not small
        ):
            self.linked = 0
        self.comma = self.colon = False
        if self.role_begin < 0:
            self.role_begin = at
        if self.strong and _PART.search(key):
            self._title(_SHAPED, at, at + 1)
        if self.in_list:
            self.in_list = False
            self.spent = True
        if self.spent and key in self.lexicon.which:
            # "founder of X, which Y bought": Y is another's.
            self.open = []
        if self.found.claims and self.former_used:
            self.former = None
            self.former_used = False

    def _told_as(self, at: int) -> None:
        """Such as "As head of safety at X, I led": it may be over, a traineeship is."""
        keys = self.words.keys
        if (
            keys[self.sentence_begin] in self.lexicon.as_
            and keys[at - 1] in self.lexicon.persons
        ):
            for claim in self.sentence_claims:
                if claim.status is Status.CURRENT and claim.relationship in PLAYED:
                    claim.status = _ended_part(claim)

    def _narrates(self, at: int) -> bool:
        """Such as "He gained", "Dr Roe leitete", "elle a dirigé": a life so far."""
        words = self.words
        key, surface = words.keys[at], words.surface(at)
        if key in self.lexicon.stating:
            return False
        if surface[-1] in PAST_O:
            return True
        if not at or self.gaps[at]:
            # A verb may open a sentence where its ending says who.
            return key.endswith("ou") and len(key) > len("estou")
        before = words.keys[at - 1]
        if words.upper[at] or before.endswith("ly"):
            # "Newly minted X chemist".
            return False
        if surface[-1] in _ACCENTS:
            return before in self.lexicon.had
        if before in self.lexicon.had:
            return key.endswith(_PARTICIPLE)
        told = key.endswith(_TOLD) or key in self.lexicon.irregular_pasts
        return told and (
            before in self.lexicon.persons
            or (words.upper[at - 1] and at - 1 not in self.hits)
        )

    def _cue(self, begin: int, end: int, meanings: Meanings) -> int:
        first = next(iter(meanings.values()))
        counts = self.found.languages
        counts[first.language] = counts.get(first.language, 0) + (end - begin)
        tie = meanings.get(F.TIE)
        played = F.PURPOSE in meanings and self._plays(begin, end)
        if played or (tie is not None and self._of_its_unit(tie, begin)):
            self._plain(begin)
            return begin + 1
        if F.OTHERS in meanings and self._is_the(begin):
            article = self.index.single[self.words.keys[begin]]
            return self._cue(begin, begin + 1, article)
        if F.NOTHING in meanings:
            narrated = self.narrated
            for at in range(begin, end):
                self._plain(at)
            # "a été rédigé par" tells of the text.
            self.narrated = narrated
            return end
        denied = F.SPEAKS_FOR in meanings and self._denied(begin)
        if not _SCENE.isdisjoint(meanings):
            self._light(begin, end, meanings)
        title = meanings.get(F.TITLE)
        if title is not None and F.SELF in self.index.single.get(
            self.words.keys[begin], {}
        ):
            # "I oversee": the part has the "I".
            self.spoken = True
        told = self.words.surface(begin)[-1] in _ACCENTS
        faint = title is not None and "weak" in title.flags
        if (told or faint) and self._narrates(begin):
            if told or (title and self._degree(title)):
                # "trabajó como", "a dirigé", "she earned her PhD": not "she leads".
                self.narrated = True
            if faint:
                self._told_as(begin)
        if F.STRANGER in meanings and "weak" in meanings[F.STRANGER].flags:
            self.judged = True
            return end
        stranger = meanings.get(F.STRANGER)
        if stranger is not None and F.TIE not in meanings:
            latest = self.sentence_claims[-1] if self.sentence_claims else None
            if latest is not None and "mocking" in stranger.flags:
                self._mocked(latest, stranger, begin)
            if stranger.side is Side.AFTER:
                return end
            self.stranger = True
            if self.strange < 0:
                self.strange = begin
            self.open = []
            self.in_list = False
            self.distance += 1
            self.segment_words += end - begin
            return end
        if denied:
            # "I cannot speak for X": who speaks, and no talk that X paid for.
            tie = None
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
        opens = sector is None or begin == self.segment_begin
        fills = begin == self.segment_begin and self._ends_at(end)
        works = title is not None and title.relationship is Relationship.EMPLOYEE
        if title and ((opens and self._place_follows(end)) or (fills and works)):
            # "Developer at X", "Developer |": a person, "a developer of drugs" a firm.
            sector = organisation = None
        elif title and organisation and self._served_for(title, end):
            # "Consultancy: X" is what was done, "a consultancy" a firm.
            organisation = None
        if sector is not None or organisation is not None:
            stop = self._noun(sector, organisation, begin, end)
            if stop:
                return stop
        if title is not None:
            if title.relationship is Relationship.EMPLOYEE and not faint:
                self._where_now(begin, end)
            self._title(title, begin, end)
            self.segment_words += end - begin
            return end
        if F.CONNECTOR in meanings and not (self.linked and F.ARTICLE in meanings):
            # "Verpleegkundige op de IC": "op" leads there, "de" is an article.
            self._connector(meanings[F.CONNECTOR])
            return end
        if F.ARTICLE in meanings or F.LIST in meanings:
            return end
        if persona is not None:
            self.segment_words += end - begin
            return end
        self.segment_words += end - begin
        if _MODIFIERS.isdisjoint(meanings):
            self.distance += end - begin
            self.linked = 0
            self.in_list = False
        if tie is not None and self.linker == "on" and self.words.keys[end - 1] == "at":
            # "I work on the pump team at X": the phrase was none, and ends in "at".
            self.linked, self.linker, self.link_age = 2, "at", 0
        return end

    def _is_the(self, begin: int) -> bool:
        """Such as "I am the (sales manager at X)": nobody else."""
        keys = self.words.keys
        if keys[begin] not in self.lexicon.definite or self.gaps[begin]:
            return False
        # "I am now the …".
        is_it = self._copula_ends(begin) or self._copula_ends(begin - 1)
        is_it = is_it or (begin > 0 and keys[begin - 1] in self.lexicon.as_)
        return is_it and F.TITLE in self._meant(begin + 1)

    def _plays(self, begin: int, end: int) -> bool:
        """Such as "I act as an adviser to X": a part, and not what money was for."""
        paid = any("vague" in opened.cue.flags for opened in self.open)
        return (
            self.words.keys[begin] in self.lexicon.as_
            and not (paid or self.sentence_claims)
            and end < self.size
            and F.CONNECTOR in self._meant(end)
            and self.words.keys[end] not in self.lexicon.by
        )

    def _mocked(self, claim: Claim, cue: Cue, begin: int) -> None:
        """What mockery makes of a tie: "paid X shill", "I'm paid by X, lol"."""
        if cue.side is Side.AFTER:
            if claim.relationship is Relationship.OTHER or claim.rule == "after":
                claim.status = Status.UNCLEAR
        elif claim.named.end == begin and not self.gaps[begin]:
            claim.status = Status.NEGATED

    def _served_for(self, title: Cue, end: int) -> bool:
        """Whether a word here, without an article, is a tie: "consultancy"."""
        at = self.here
        bare = at == self.sentence_begin or not self._article(at - 1)
        paid = title.relationship in LISTED - HOLDING
        return bare and paid and (not self._ends_at(end) or self._item(at, end))

    def _place_follows(self, end: int) -> bool:
        """Whether "at" stands right behind."""
        if end < self.size and self.gaps[end] & Gap.OPEN:
            # "Developer (part-time) at X".
            closing = range(end + 1, min(end + _BRIEF, self.size))
            end = next((at for at in closing if self.gaps[at] & Gap.CLOSE), end)
        if end >= self.size:
            return False
        gap = self.gaps[end] & ~Gap.CLOSE
        return bool(gap & Gap.AT) or (
            not gap and self.words.keys[end] in self.lexicon.held_at
        )

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

    def _means_and(self, at: int, meanings: Meanings) -> bool:
        """Such as Italian "e", which with an accent is "is"."""
        return F.LIST in meanings and self.words.surface(at).isascii()

    def _light(self, begin: int, end: int, meanings: Meanings) -> None:
        """Meanings that set the scene and let the words have others as well."""
        keys = self.words.keys
        if F.FORMER in meanings:
            self._former(meanings[F.FORMER], begin, end)
        if F.PAST in meanings:
            going_on = (
                keys[begin] == "been" and keys[max(begin - 1, 0)] in self.lexicon.have
            )
            perfect = self._perfect(begin) or self._has_been(begin)
            self.past = not (going_on or perfect or self._handed(end))
            self.copula = begin
            self._looks_back(begin, end)
        if F.COPULA in meanings and not self._means_and(begin, meanings):
            if self.open and self.distance and not self.in_list:
                behind = max(self.open[-1].end, begin - _CLAUSE)
                if any(gap & Gap.COMMA for gap in self.gaps[behind:begin]):
                    # "Engineer, and her experience is in pharma".
                    self.open = []
            if self._while(begin):
                self.negation = -1
            anew = keys[begin] in self.lexicon.and_ and not self._awaits(begin)
            if anew and not self._unpaid():
                # "Served as investigator at X and reports fees from Y".
                self.open = []
            self.copula = begin
            self.past = self.narrated = False
            if (
                self.former
                and self.former[1] < begin
                and keys[begin - 1] in self.lexicon.persons
            ):
                # "Joined a former client, and she is head of safety at X".
                self.former = None
            if any(gap & Gap.COMMA for gap in self.gaps[max(begin - 1, 0) : begin + 1]):
                # "Having worked at X, she is head of Y".
                self.bygone = False
        if F.NEGATION in meanings:
            self._deny_behind(begin)
            if self.gaps[begin] & Gap.COLON and (end >= self.size or self.gaps[end]):
                # "Conflicts: none, X did not fund this".
                self.open = []
            self.negation = begin
            self.negated_something = False
        if F.KIN in meanings:
            self.found.kin = True
            if "weak" not in meanings[F.KIN].flags:
                near = self.kin is not None and not self.distant
                self.distant = not near and "distant" in meanings[F.KIN].flags
                self.kin = (begin, end)
            elif self._bracketed(begin, end):
                # "Employment: X (spouse)": the tie is the relative's.
                for claim in self.listed:
                    claim.relationship = Relationship.FAMILY_MEMBER
                    claim.role = (begin, end)
        ours = F.WE in meanings and self._at_ours(begin)
        if F.SELF in meanings:
            self.found.first_person |= not ours
            self._own_again(begin)
            self.wish = self.wish or self._quoted(begin)
            if self.kin is not None and self.kin[1] < begin:
                self.kin = None
            if self.negation >= 0 and (self.comma or self.colon or self._while(begin)):
                self.negation = -1
            self.addressed = False
            self.spoken = True
        # "Quasi due anni": nearly so many years, no wish.
        wish = F.WISH in meanings and not self._counted(end)
        others = meanings.get(F.OTHERS)
        if (wish or others) and self._interviewed(begin, end):
            wish, others = False, None
        if others and "opening" in others.flags and begin != self.sentence_begin:
            # "I'm one of those who …".
            others = None
        if others and "named" in others.flags and not self._named_soon(end):
            # "Thanks to my team at X".
            others = None
        if others is not None and others.side is Side.AFTER:
            self._told(begin)
        elif others is not None and "weak" in others.flags:
            self.addressed = True
        elif others is not None or wish:
            self.wish = True
            self.another = -1 if wish else begin
        if F.CLOSING in meanings and self._closing(begin, end):
            self.closed = end
        if F.FUTURE in meanings:
            self.future = True
        if F.WE in meanings:
            self.found.we = True
            if ours or begin == self.sentence_begin:
                self.found.opens_with_we = True
        if F.HEALTH in meanings or F.SECTOR in meanings or F.SECTOR_ROLE in meanings:
            # "Formerly Twin Health": the name of a firm that was left.
            left = self.former is not None and self.words.upper[begin]
            if not left:
                self._health()
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
        if denied is not None and (
            self.words.keys[end - 1] in self.lexicon.of
            or self.words.keys[end - 1] in _WHOSE
        ):
            # "not those of X", "don't represent X": likely the employer, and not said.
            self._await_employer(
                attrs.evolve(denied, status=Status.UNCLEAR), begin, end
            )
        elif (
            F.DISCLAIMER in meanings
            and self.words.keys[end - 1] in self.lexicon.towards
        ):
            # "aucun lien avec X".
            none, no = Relationship.NONE, Status.NEGATED
            denied = attrs.evolve(meanings[F.DISCLAIMER], relationship=none, status=no)
            self._await_employer(denied, begin, end)
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
                self._employer(meanings[F.EMPLOYER], begin, end)
        elif F.DISCLAIMER in meanings or F.OWN in meanings:
            # "not my employer's": the disclaimer says that there is an employer.
            for at in range(begin + 1, end):
                inner = self.index.match(self.words.keys, at, end)
                if inner is not None and F.EMPLOYER in inner[1]:
                    self.found.employers.append((at, at + inner[0]))
                    if end in self.hits and self.gaps[end] & Gap.COMMA:
                        # "Not speaking for my employer, X".
                        self._await_employer(inner[1][F.EMPLOYER], at, end)
                    break
        if F.PURPOSE in meanings:
            self._purpose(meanings[F.PURPOSE], begin)
        if F.CONTRAST in meanings:
            self._contrast(meanings[F.CONTRAST], begin, end)
        since = meanings.get(F.SINCE)
        if since is not None and "alone" in since.flags:
            self._last_goes_on()
        elif since is not None and "weak" in since.flags:
            self._lasts(begin, end)
        elif F.UNTIL in meanings or since is not None:
            self._date(begin, end, F.UNTIL in meanings)

    def _named_soon(self, at: int) -> bool:
        """Whether a person's name stands here: "Thanks to (Dr Ann Other)"."""
        at += at < self.size and self.words.keys[at] in self.lexicon.honorifics
        return (
            at + 1 < self.size
            and not self.gaps[at + 1]
            and self._names_person(at)
            and self._names_person(at + 1)
        )

    def _interviewed(self, begin: int, end: int) -> bool:
        """Such as "Interview with Ann Other": no talk about a job, who speaks."""
        article = end < self.size and self._article(end)
        return not self.lexicon.interviews.isdisjoint(
            self.words.keys[begin:end]
        ) and self._named_soon(end + article)

    def _deny_behind(self, begin: int) -> None:
        """Such as "X betaalt mij niet", "Honorare von X wurden nicht bezogen"."""
        if self.gaps[begin] & Gap.COLON and self._tells_of_a_tie(begin):
            # Such as "Company: X. Relationship: none."
            for claim in self.found.claims[-1:]:
                claim.status = Status.NEGATED
            return
        told = self.sentence_claims[-1] if self.sentence_claims else None
        if told is None:
            return
        if self.gaps[begin] & Gap.COLON and begin == told.named.end:
            # "Honorare von X: keine".
            if self._ends_at(begin + 1):
                told.status = Status.NEGATED
            return
        if self.gaps[begin]:
            return
        paid = told.rule == "after" and told.cue is not None and told.cue[1] == begin
        if paid or (
            self.copula == begin - 1 == told.named.end and not self.gaps[begin - 1]
        ):
            told.status = Status.NEGATED

    def _tells_of_a_tie(self, at: int) -> bool:
        """Whether a field ends here that says what tie the firm before it is."""
        keys = self.words.keys
        kinds = not self.lexicon.kinds.isdisjoint(keys[max(at - 3, 0) : at])
        return keys[at - 1] in self.lexicon.relationship_fields or (
            kinds and keys[at - 1] in self.lexicon.stakes
        )

    def _told(self, begin: int) -> None:
        """Such as "Head of sales at X arrested": somebody the sentence tells of."""
        found = self.found
        latest = found.claims[-1] if found.claims else None
        if latest is None or latest not in self.sentence_claims:
            return
        end = max(latest.named.end, latest.cue[1] if latest.cue else 0)
        said = self.spoken or self.copula >= self.segment_begin
        part = latest.rule.startswith("title") and not (said or self.gaps[begin])
        if begin == end and (part or self._in_an_aside(latest, begin)):
            cues = {c.cue for c in found.claims[-_MEANT:] if c.named is latest.named}
            for claims in (found.claims, self.sentence_claims, found.sector_roles):
                claims[-_MEANT:] = [c for c in claims[-_MEANT:] if c.cue not in cues]
            found.wished.append(latest.named)

    def _in_an_aside(self, claim: Claim, at: int) -> bool:
        """Such as "Jane Roe, who works at X, told us": a clause about somebody."""
        begin = claim.cue[0] if claim.cue else 0
        if self.words.keys[begin] not in self.lexicon.relative:
            begin -= 1
        return (
            begin > self.sentence_begin
            and self.kin is None
            and bool(self.gaps[at] & Gap.COMMA)
            and bool(self.gaps[begin] & Gap.COMMA)
            and self.words.keys[begin] in self.lexicon.relative
        )

    def _contrast(self, cue: Cue, begin: int, end: int) -> None:
        self.past = self.bygone = self.narrated = False
        self.former = self.until = self.earlier = None
        if "weak" not in cue.flags:
            # "X alum, now at Y".
            self.open = [e for e in self.open if e.cue.status is not Status.FORMER]
            self.negation = -1
            self.wish = self.stranger = False
            return
        if self._where_now(begin, end):
            return
        # "ex-X, now at Y".
        self.over = -1
        self.now = end
        if end < self.size and not self.gaps[end] & Gap.SEGMENT:
            for claim in self.sentence_claims:
                if claim.status is Status.UNCLEAR and claim.rule == str(F.TIE):
                    claim.status = Status.FORMER

    def _handed(self, at: int) -> bool:
        """Such as "was (paid honoraria by X)", which tells of no job that is over."""
        if at >= self.size or self.words.keys[at] not in self.lexicon.given:
            return False
        return any(
            cue.relationship in LISTED
            for word in range(at + 1, min(at + 1 + _HANDED, self.size))
            for function, cue in self._meant(word).items()
            if function in (F.TITLE, F.TIE)
        )

    def _perfect(self, begin: int) -> bool:
        """Such as "has received grants and served as": "has" goes for both."""
        return (
            bool(self.open)
            and not self.distance
            and self._joined(begin)
            and not self.lexicon.have.isdisjoint(
                self.words.keys[max(begin - 8, 0) : begin]
            )
        )

    def _has_been(self, begin: int) -> bool:
        """Such as "AB ha sido ponente": what an author declares goes on."""
        first = self.sentence_begin
        if begin - first > _BRIEF:
            return False
        perfect = self.words.keys[first + 1 : begin + 1]
        return (
            not self.lexicon.has_been.isdisjoint(perfect)
            and len(self.words.surface(first)) > 1
            and self._few_capitals(first)
            and not self._known(first)
        )

    def _bracketed(self, begin: int, end: int) -> bool:
        """Whether words stand alone in brackets right behind what was claimed."""
        return (
            bool(self.listed)
            and self.listed[-1].named.end == begin
            and bool(self.gaps[begin] & Gap.OPEN)
            and (end >= self.size or bool(self.gaps[end] & Gap.CLOSE))
        )

    def _full_year(self, at: int) -> str:
        """The word here, written out where it is a year such as "'21"."""
        key = self.words.keys[at]
        marked = at > 0 and self.words.gaps[at].endswith(("'", "\u2019", "\u2018"))
        if marked and key.isdigit() and len(key) == len("21"):
            return ("20" if key < _THIS_CENTURY else "19") + key
        return key

    def _date(self, begin: int, end: int, ends: bool) -> None:
        """Such as "until May 2003": a year within four words of the sign."""
        named = ""
        for at in range(end, min(end + 4, self.size)):
            key = self._full_year(at)
            if year(key):
                break
            named = named or self.lexicon.months.get(key, "")
            if at > end and self.gaps[at] & Gap.STOP:
                return
        else:
            return
        self.dated = at + 1
        if named:
            key = f"{key}-{named}"
        if not ends and self._on_ones_own(at + 1):
            self._end_jobs()
            return
        if not ends:
            self._since(begin, at)
            self.begun = key
            for claim in self.sentence_claims[-1:]:
                claim.since = claim.since or key
                if claim.named.end <= self.onward:
                    # "Got my start at X and have been freelancing since 2005".
                    continue
                if claim.status in (Status.UNCLEAR, Status.FORMER) and not self.past:
                    perfect = claim.cue and self._has(claim.cue[0])
                    if self.former is None and (perfect or claim.rule == str(F.TIE)):
                        # "has worked for X since 2015" goes on.
                        claim.status = Status.CURRENT
            return
        claims = self.sentence_claims
        if not claims and self.found.register:
            # "Organisation: X. Date ceased: 2018": fields of one entry.
            claims = self.found.claims[-1:]
        anew = F.LIST in self.index.single.get(self.words.keys[begin - 1], {})
        if not claims or anew or self._elsewhere(begin, at + 1):
            # "Until 2018 I was at X"; "… and until 2018 I was at X".
            self.until = key
            return
        last = claims[-1]
        for claim in claims:
            if claim.cue != last.cue and claim.named is not last.named:
                continue
            if claim.status in (Status.CURRENT, Status.UNCLEAR):
                claim.status = Status.FORMER
                claim.until = key

    def _elsewhere(self, begin: int, end: int) -> bool:
        """Such as "…, until 2018 at X": a date that another place follows."""
        return (
            end + 1 < self.size
            and bool(self.gaps[begin] & (Gap.COMMA | Gap.SEGMENT))
            and not (self.gaps[end] or self.gaps[end + 1])
            and self.words.keys[end] in self.lexicon.worked_at
            # "Chemist at X, until 2018 in Basel" tells of one place.
            and (self.words.keys[end] in self.lexicon.at or end + 1 in self.hits)
        )

    def _looks_back(self, begin: int, end: int) -> None:
        """Such as "weil er Berater von X war", "Working for X was hard": a tie told."""
        first = self.sentence_begin
        being = self.words.keys[first] == "being"
        last = self._ends_at(end) or bool(self.gaps[end] & Gap.COMMA)
        last = last and not self.gaps[begin]
        for claim in self.sentence_claims[-1:]:
            opens = claim.cue and (claim.cue[0] == first or being)
            here = claim.named.end == begin
            if (last or opens) and here and claim.status is Status.CURRENT:
                claim.status = Status.FORMER

    def _lasts(self, begin: int, end: int) -> None:
        """Such as "has worked at X for six years", if no other place follows."""
        keys = self.words.keys
        elsewhere = (
            end < self.size and keys[end] in self.lexicon.and_ and not self.gaps[end]
        )
        if begin == self.sentence_begin:
            # "For ten years she has led safety at X".
            self.lasting = True
        for claim in self.sentence_claims[-1:]:
            doubted = claim.rule == str(F.TIE) and claim.status is Status.UNCLEAR
            here = claim.named.end == begin and not elsewhere
            if here and (doubted or self._lasting_so(claim)):
                claim.status = Status.CURRENT

    def _on_ones_own(self, at: int) -> bool:
        """Such as "Started at X, and since 2005 I am a freelancer": X is over."""
        for place in range(at, min(at + _AFTER_A_YEAR, self.size)):
            if self.gaps[place]:
                return False
            title = self.index.single.get(self.words.keys[place], {}).get(F.TITLE)
            if title is not None and title.relationship in _FREE:
                return not self._place_follows(place + 1)
        return False

    def _last_goes_on(self) -> None:
        """Such as "nine years at X and counting": what was told last is so still."""
        for claim in self.sentence_claims[-1:]:
            if claim.status in (Status.UNCLEAR, Status.FORMER) and not self.wish:
                claim.status = Status.CURRENT

    def _at_work(self, named: Named) -> bool:
        """Such as "at X since 2015" where no cue stands."""
        opens = named.begin - 1 <= self.segment_begin
        placed = self.words.keys[named.begin - 1] in self.lexicon.placed_at or bool(
            self.gaps[named.begin] & Gap.AT
        )
        return bool(named.numbers) and opens and placed

    def _since(self, begin: int, year: int) -> None:
        """Such as "| X since 2015 |", "at X since 2015": a firm, a date and no cue."""
        named = self.loose[-1] if self.loose else None
        if named is None or named.end != begin:
            return
        if self._at_work(named):
            rule, cue = "tie", (named.begin - 1, named.begin)
        elif (
            named.begin == self.segment_begin
            and self._ends_at(year + 1)
            and named.kind in HEALTH_INDUSTRY
            and not (self.wish or self.stranger or self.kin)
        ):
            rule, cue = "since", (begin, year + 1)
        else:
            return
        self.loose.pop()
        self._claim(named, Relationship.EMPLOYEE, Status.CURRENT, rule, cue)

    def _speaks_for(self, cue: Cue, begin: int, end: int) -> None:
        """Such as "spokesperson for X": whoever speaks for a firm belongs to it."""
        if self._denied(begin):
            former = self._phrase(self.negation)[1].get(F.FORMER)
            if former is not None and "weak" not in former.flags:
                # "She no longer speaks for X".
                return
            # "I do not speak for X": likely the employer, and not said.
            self.found.disclaimers.append((self.negation, end))
            self._await_employer(
                attrs.evolve(cue, status=Status.UNCLEAR), self.negation, end
            )
            return
        we = F.WE in self.index.single.get(self.words.keys[begin], {})
        another = not we and self._another_s(begin, cue.language)
        if not another:
            self.found.speaks_for.append((begin, end))
        tie = attrs.evolve(cue, function=F.TIE, flags=KNOWN)
        self.open = [Opened(tie, begin, end, (begin, end), another)]
        self.distance = 0
        self.in_list = False

    def _denied(self, begin: int) -> bool:
        """Whether a word of denial stands right before: "I do not (speak for X)"."""
        return 0 <= begin - self.negation <= _NOT and (
            self.negation >= self.segment_begin
        )

    def _employer(self, cue: Cue, begin: int, end: int) -> None:
        """Such as "my employer, X", "my company makes pumps"."""
        self._await_employer(cue, begin, end)
        named = Named(begin, end, unnamed=True, firm=True)
        self._trade(named, self.open[-1].cue)
        if named.kind is not None and not (self.wish or self.stranger):
            work, where = Relationship.EMPLOYEE, (begin, end)
            self._claim(named, work, self._status(cue), "tie", where)

    def _await_employer(self, cue: Cue, begin: int, end: int) -> None:
        """Such as "… of my employer, X": the name right behind is the employer's."""
        self.negation = -1
        tie = attrs.evolve(cue, function=F.TIE, flags=APPOSED)
        self.open = [Opened(tie, begin, end, (begin, end))]
        self.distance = self.linked = 0
        self.in_list = False

    def _former(self, cue: Cue, begin: int, end: int) -> None:
        leaving = "leaving" in cue.flags
        if (leaving or "alone" in cue.flags) and self._alone(begin, end):
            # "Chemist at X. Retired.": the words alone are about the job told.
            self._end_jobs()
            self.retired = self.retired or not leaving
            return
        if "onward" in cue.flags:
            # "I was hired by X. From there I moved on": what was told is over.
            self._end_jobs()
            self.onward = begin
            return
        if "field" in cue.flags and not self._heads(end):
            return
        if cue.side is Side.AFTER and "weak" in cue.flags:
            # "Device rep turned teacher": the part right before it.
            for claim in self.sentence_claims[-2:]:
                if begin in (claim.named.end, claim.cue and claim.cue[1]):
                    claim.status = Status.FORMER
            # "X: consultant (ended)": a title that waits for its name.
            past = Status.FORMER
            self.open = [
                attrs.evolve(each, cue=attrs.evolve(each.cue, status=past))
                for each in self.open
                if each.end == begin and self.gaps[begin] & Gap.OPEN
            ]
            if self.open and self.saved is not None:
                self.saved = (self.open, *self.saved[1:])
            return
        opens = begin == self.sentence_begin and cue.side is Side.AFTER
        if "clause" in cue.flags or (opens and "alone" not in cue.flags):
            # "Before that, A at X, B at Y": all that the clause tells.
            self.bygone = True
            self.open = []
            return
        if cue.side is Side.AFTER or self._ends_part(begin, end):
            self._end_told(leaving, begin, end)
            if not self.sentence_claims and self.sentence_loose:
                named = self.sentence_loose[-1]
                if begin - named.end <= 1 and not named.unnamed:
                    named.doubtful = False
                    self._claim(
                        named, Relationship.OTHER, Status.FORMER, "ended", (begin, end)
                    )
            return
        if begin == self.segment_begin and self._heads(end):
            # "Previously: A at X, B at Y".
            self.bygone = True
        self.former = self.earlier = (begin, end)
        self.formers += 1
        self.former_used = False
        self.distance = 0
        self.in_list = False
        self.open = []

    def _end_told(self, leaving: bool, begin: int, end: int) -> None:
        """End what the sentence tells before words such as "resigned", "years ago".

        A beginning is ended by words that tell of `leaving` alone.
        """
        ago = not self.lexicon.times.isdisjoint(self.words.keys[begin:end])
        for claim in reversed(self.sentence_claims):
            behind = range(claim.named.end, min(begin, claim.named.end + _BACK) + 1)
            near = begin - claim.named.end <= _BACK and not any(
                self.gaps[at] & Gap.LINE for at in behind
            )
            if leaving:
                told = claim.status in (Status.CURRENT, Status.UNCLEAR)
            else:
                began = ago and self._began(claim)
                told = claim.status is Status.CURRENT and not began
            if told and near:
                claim.status = Status.FORMER

    def _heads(self, end: int) -> bool:
        """Whether a colon follows, perhaps behind a few words: "Past roles (2020):"."""
        stop = min(end + _HEADING, self.size)
        while end < stop and not self.gaps[end] & ~_WITHIN_HEADING:
            end += 1
        return self._colon_follows(end)

    def _began(self, claim: Claim) -> bool:
        """Such as "joined X two years ago": a beginning, which no past ends."""
        meanings = self._phrase(claim.cue[0])[1] if claim.cue else {}
        return any("began" in cue.flags for cue in meanings.values())

    def _alone(self, begin: int, end: int) -> bool:
        """Whether words fill a sentence or a segment."""
        return begin == self.segment_begin and self._ends_at(end)

    def _end_jobs(self) -> None:
        """End the jobs that were told last."""
        found = self.found
        for claim in (*found.claims[-_LIFE:], *found.sector_roles[-_LIFE:]):
            if (
                claim.status is Status.CURRENT
                and claim.relationship is Relationship.EMPLOYEE
            ):
                claim.status = Status.FORMER

    def _ends_part(self, begin: int, end: int) -> bool:
        """Such as "Pharma rep, retired", "X chemist (former)"."""
        return (
            (self._ends_at(end) or bool(self.gaps[end] & (Gap.CLOSE | Gap.COMMA)))
            and not (end < self.size and self._hyphen(end))
            and begin > 0
            and bool(self.gaps[begin] & ~Gap.SEGMENT)
            and bool(self.sentence_claims)
            and begin - self.sentence_claims[-1].named.end <= 1
        )

    def _purpose(self, cue: Cue, begin: int) -> None:
        claims = self.sentence_claims
        if claims and claims[-1].named.begin > self.purposed:
            # "Fees for talks from X and for advice from Y": X pays for no advice.
            self.purposes = []
        if not claims and self.found.register:
            # "Name of donor: X. Two tickets": fields of one entry.
            claims = self.found.claims[-3:]
        last = claims[-1] if claims else None
        for claim in claims:
            told = claim.named.begin < self.purposed
            if claim.vague and not told and last is not None and claim.cue == last.cue:
                claim.relationship = cue.relationship
        if all(each.relationship is not cue.relationship for each in self.purposes):
            self.purposes.append(cue)
        self.purposed = begin

    def _shares_in_it(self) -> None:
        """Such as "an employee of X and holds shares": no other firm is named."""
        claim = self.sentence_claims[-1] if self.sentence_claims else None
        opened = self.open[-1] if self.open and not self.in_list else None
        if (
            claim is None
            or opened is None
            or opened.cue.relationship is not Relationship.EQUITY
            or not 0 <= opened.begin - claim.named.end <= _BACK
            or claim.relationship is not Relationship.EMPLOYEE
            or (self.negation >= 0 or self.wish)
            or self.lexicon.held_with.isdisjoint(
                self.words.keys[claim.named.end : opened.end]
            )
        ):
            return
        status = claim.status
        if status is Status.FORMER:
            status = Status.UNCLEAR
        where = (opened.begin, opened.end)
        self._claim(claim.named, Relationship.EQUITY, status, "title", where)

    def _firm_alone(self, end: int) -> None:
        """Such as "Graphic design | Larkspur Pharma": a firm by its name, in a row."""
        begin, words = self.segment_begin, self.words
        after = self.gaps[end] if end < self.size else 0
        if (
            not 1 < end - begin <= _FIRM_ALONE
            or not (self.gaps[begin] | after) & Gap.BAR
            or self.sentence_claims
            or words.keys[begin] in EVERYDAY
            or legal(words, begin + 1, end)
        ):
            return
        first = self.index.single.get(words.keys[begin], {})
        if first and (F.ORGANISATION not in first or self._known(begin + 1)):
            return
        if any(
            self.gaps[at] or at in self.hits or not words.upper[at]
            for at in range(begin + 1, end)
        ):
            return
        kind, sure, _ = self.kinds.infer(words.keys[begin + 1 : end])
        if sure and kind in MAKERS and words.upper[begin] and begin not in self.hits:
            named = Named(begin, end, kind=kind, sure=True, firm=True)
            unsaid = Status.UNCLEAR
            self._claim(named, Relationship.EMPLOYEE, unsaid, "bare-name")

    def _end_segment(self, end: int) -> None:
        self._shares_in_it()
        self._firm_alone(end)
        self._footed(end)
        self._unnamed_maker(end)
        doubt = bool(self.loose) and self._unmarked() and not self._told_last(end)
        if doubt:
            self._enumerated()
        for named in self.loose:
            if self._underneath(named):
                work, now = Relationship.EMPLOYEE, Status.CURRENT
                self._claim(named, work, now, "signature")
                continue
            if self._byline(named) or self._by_mark(named):
                work, now = Relationship.EMPLOYEE, Status.CURRENT
                self._claim(named, work, now, "byline")
                continue
            if self._person_of(named):
                ends = self._ends_with_town(named)
                now = Status.CURRENT if ends else Status.UNCLEAR
                self._claim(named, Relationship.EMPLOYEE, now, "byline")
                continue
            alone = self.segment_words <= sum(n.end - n.begin for n in self.loose)
            named.labelled = not alone and self._labelled(named)
            if named.labelled and self._shaped(named) and not self.stranger:
                # "Vaccinologist at X": a part, by the shape of its word.
                cue = (self.segment_begin, named.begin)
                work, now = Relationship.EMPLOYEE, self._status(_SHAPED)
                self._claim(named, work, now, "title", cue, cue)
                continue
            named.labelled = named.labelled or (
                self._opens_profile(named)
                if alone
                else self._brief(named) or self._unit(named)
            )
            alone = alone or named.labelled
            if doubt and not alone and self._unsaid(named):
                self._leave_open(named)
                continue
            status = None if alone else self._behind_person(named)
            if status is not None:
                self._claim(named, Relationship.EMPLOYEE, status, "byline")
                continue
            self.found.bare.append(
                (named, alone and not self.stranger and not self.wish)
            )
        self._head()

    def _byline(self, named: Named) -> bool:
        """Such as "Dr Ann Other, X", "Ann Other, MD, Safety, X": a person, and a firm.

        A number at a name or a department is an author's in the head of a paper.
        """
        begin, at = self.segment_begin, named.begin
        if self._addressed(named):
            return True
        if not 1 < at - begin <= _BYLINE or not self._doubted(named):
            return False
        first = begin + 1
        while first < at and not self.gaps[first] & (Gap.COMMA | Gap.OPEN):
            first += 1
        names = [word for word in range(begin, first) if not self._titled(word)]
        numbered = any(map(self._numbered, range(begin, at)))
        return (
            (numbered or any(map(self._titled, range(begin, at))))
            and bool(names)
            and all(self.words.upper[word] and not self._known(word) for word in names)
            and all(self._heads_a_paper(word) for word in range(first, at))
            and bool(self.gaps[at] & (Gap.COMMA | Gap.OPEN))
            and (
                numbered
                or self._ends_with_town(named)
                or self._closes_segment(named.end)
            )
        )

    def _behind_person(self, named: Named) -> Status | None:
        """Such as "Elected: Ann Other (X), B. Lee (Y)": firms behind persons' names.

        "Dr Ann Other (X)" leaves no doubt that it is a person.
        """
        end, at, keys = named.end, named.begin, self.words.keys
        if (
            not self.gaps[at] & Gap.OPEN
            or (end < self.size and not self.gaps[end])
            or not self._doubted(named)
        ):
            return None
        first = max(at - _PEOPLE, self.segment_begin)
        while at > first and (at == named.begin or not self.gaps[at] & ~Gap.DOT):
            if not self._names_person(at - 1):
                break
            at -= 1
        done = at > 0 and keys[at - 1] in self.lexicon.done_by
        titled = keys[at] in self.lexicon.honorifics
        if named.begin - at <= 1 + titled or done:
            return None
        return Status.CURRENT if titled else Status.UNCLEAR

    def _addressed(self, named: Named) -> bool:
        """Such as "1 X, Basel, Switzerland": a line below the names of a paper."""
        begin = self.segment_begin
        number = self.words.keys[begin]
        authors = range(max(begin - _AUTHORS, 0), begin)
        return (
            number.isdigit()
            and len(number) <= _FEW
            and named.begin - begin <= _BYLINE
            and self._doubted(named)
            and self._ends_with_town(named)
            and all(map(self._heads_a_paper, range(begin + 1, named.begin)))
            and any(map(self._numbered, authors))
        )

    def _by_mark(self, named: Named) -> bool:
        """Such as "Ann Other1, Bo Lee2. 1X, Basel": whose firm it is, a number says."""
        before = self.words.gaps[named.begin].rstrip()
        if not before.endswith(MARK) or not self._employs(named):
            return False
        return self._ends_here(named) or bool(self.gaps[named.end] & Gap.COMMA)

    def _person_of(self, named: Named) -> bool:
        """Such as "Ann Other of X": a person's name and a firm, in a text's opening."""
        begin, at = self.segment_begin, named.begin
        article = at > begin and self.words.keys[at - 1] in self.lexicon.definite
        at -= article
        people = range(begin, at - 1)
        return (
            self.sentences == 1
            and begin == self.sentence_begin
            and 1 < len(people) <= _PEOPLE
            and named.doubtful
            and self._employs(named)
            and self.words.keys[at - 1]
            in (self.lexicon.introducing if article else self.lexicon.hailing)
            and not any(self.gaps[word] & ~Gap.AND for word in people[1:])
            and self.lexicon.honorifics.isdisjoint(self.words.keys[begin:at])
            and all(
                not self._known(word)
                if self.words.upper[word]
                else self.words.keys[word] in self.lexicon.and_
                for word in people
            )
        )

    def _titled(self, at: int) -> bool:
        """Such as "Dr", "MD"."""
        key = self.words.keys[at]
        return key in self.lexicon.honorifics or key in _DEGREES

    def _numbered(self, at: int) -> bool:
        """Such as "Roe1", "2Safety"."""
        key = self.words.keys[at]
        return key[:1].isdigit() != key[-1:].isdigit()

    def _heads_a_paper(self, at: int) -> bool:
        """Whether a word is of a name, a degree or a department."""
        key = self.words.keys[at]
        return (
            self.words.upper[at]
            or key in self.lexicon.inner
            or key in self.lexicon.and_
            or key in _DEGREES
            or key[0].isdigit()
        )

    def _closes_segment(self, end: int) -> bool:
        """Whether a bracket closes here and nothing follows."""
        bracket = end < self.size and self.gaps[end] & Gap.CLOSE
        return end >= self.size or bool(bracket and self._ends_at(end))

    def _enumerated(self) -> None:
        """Such as "My clients so far: X, Y and Z": firms in a row, and no word why."""
        row: list[Named] = []
        for named in [*self.loose, None]:
            if row and not (named and self._enumerates(row[-1], named)):
                if len(row) > 1 and any(n.strength is Strength.STRONG for n in row):
                    for firm in row:
                        self.loose.remove(firm)
                        other, unsaid = Relationship.OTHER, Status.UNCLEAR
                        self._claim(firm, other, unsaid, "list")
                row = []
            if named and self._doubted(named):
                row.append(named)

    def _enumerates(self, left: Named, right: Named) -> bool:
        """Whether a comma or "and" alone stands between two firms."""
        between = self.words.keys[left.end : right.begin]
        comma = bool(self.gaps[right.begin] & Gap.COMMA)
        joined = len(between) <= 1 and self.lexicon.joined.issuperset(between)
        return self._doubted(right) and joined and (comma or bool(between))

    def _leave_open(self, named: Named) -> None:
        """Claim what is open about a place of work; "Mum at X", "my wife, who is at X".

        Whose it is was told before it: "… at X, told me" says "me" of another.
        """
        cue = (named.begin - 1, named.begin)
        status = Status.UNCLEAR
        if named.kin:
            between = self.words.keys[named.kin[1] : cue[0]]
            if len(between) <= 1 and self.lexicon.is_at.issuperset(between):
                status = Status.CURRENT
        kin, self.kin = self.kin, named.kin
        self._claim(named, Relationship.EMPLOYEE, status, "place", cue)
        self.kin = kin

    def _unsaid(self, named: Named) -> bool:
        """Such as "I knit pumps at X": a place of work, in words that nobody knows."""
        at, end = named.begin - 1, named.end
        if at > self.segment_begin and self._article(at):
            if end < self.size and not self.gaps[end]:
                # "in the X case".
                return False
            at -= 1
        if at < self.segment_begin or not self._doubted(named):
            return False
        placed = self.words.keys[at] in self.lexicon.at or bool(
            self.gaps[named.begin] & Gap.AT
        )
        strong = named.strength is Strength.STRONG
        return placed or (strong and self.words.keys[at] in self.lexicon.placed_at)

    def _doubted(self, named: Named) -> bool:
        """Whether a name is a firm's of the industry, and nothing tells of another."""
        return named.doubtful and self._held(named)

    def _told_last(self, end: int) -> bool:
        """Such as "Ich habe bei X gekündigt": a verb of the past ends the segment."""
        words = self.words.keys[self.segment_begin : end]
        return not self.lexicon.helpers.isdisjoint(words) and bool(
            _TOLD_LAST.match(words[-1])
        )

    def _closing(self, begin: int, end: int) -> bool:
        """Whether words open a line and a mark ends them: no "Best of"."""
        return self._line_begins(begin) and (
            self._ends_at(end) or bool(self.gaps[end] & Gap.COMMA)
        )

    def _line_begins(self, at: int) -> bool:
        """Whether a line begins here, or the text."""
        return at == 0 or bool(self.gaps[at] & Gap.LINE)

    def _underneath(self, named: Named) -> bool:
        """Such as "Best regards, / Anna Roe / X": a firm that fills a line below."""
        begin, end, person = named.begin, named.end, self.closed
        return (
            0 < begin - person <= _SIGNATURE
            and self._employs(named)
            and self._signs(person)
            and self._line_begins(begin)
            and self._line_ends(end)
        )

    def _signs(self, at: int) -> bool:
        """Whether a person's name may begin here."""
        key = self.words.keys[at]
        known = key in self.index.single or at in self.hits
        return self.words.upper[at] and (key in self.lexicon.honorifics or not known)

    def _line_ends(self, end: int) -> bool:
        """Whether a mark ends a name here, or behind a site: "X Central Research"."""
        marks = Gap.LINE | Gap.COMMA | Gap.OPEN
        for at in range(end, min(end + OF_A_PLACE + 1, self.size)):
            if self.gaps[at] & marks:
                return True
            if self.gaps[at] or not self.words.upper[at]:
                return False
        return end + OF_A_PLACE >= self.size

    def _head(self) -> None:
        """Keep in mind a firm that fills a segment: its part may stand in a later."""
        named = self.loose[-1] if self.loose else None
        if named is not None and named.firm and not named.unnamed:
            alone = self.segment_words == named.end - named.begin or (
                self.segment_named == 1
                and self._opens(named)
                and self._ends_here(named)
            )
            self.heading = named if alone and named.kind in HEALTH_INDUSTRY else None
        elif self.heading is not None and not self._incorporated(self.heading):
            begin = self.segment_begin
            end = min(begin + self.segment_words, self.size)
            place = end - begin <= OF_A_PLACE and all(self.words.upper[begin:end])
            self.heading = self.heading if place and not self.open else None

    def _footed(self, stop: int) -> None:
        """Such as "X AG, Basel, board member", "X | Head of sales": the firm first."""
        if not self.open:
            return
        itemised, last = self._itemised(), self.open[-1].end
        start = self._begin_of_part(self.open[0].begin)
        below = self._below_firm(start, stop)
        if (
            self.copula >= self.segment_begin
            or (self.wish or self.stranger or self.addressed or self.in_list)
            or not (below or itemised or self._closes(last, stop))
            or (not below and (self.kin or self.linked))
            or self._outsider()
        ):
            return
        if itemised and len(self.loose) > 1:
            self._claim_row(start)
            return
        named = self.loose[0] if self.loose else self.heading
        if named is None or self.segment_named > 1:
            return
        sure = self._employs(named) or (itemised and self._surely_a_firm(named))
        if not sure and (self.loose or self.open[0].begin - named.end > _BRIEF):
            return
        if self.loose:
            if not (self._placed_before(named, start) and self._opens(named)):
                return
        elif start != self.segment_begin and not below:
            return
        if below and self.span_end >= self.segment_begin:
            # "X | Chemist, 2018-2021".
            self.bygone = is_over(self.words.keys[self.span_end])
        if self._claim_parts(named, sure=sure):
            self.loose = []
        if not self.loose:
            self.open = []

    def _claim_row(self, start: int) -> None:
        """Such as "Roe: X, Y, Z: consultancy": each firm of the row has the part."""
        row = self.loose
        if (
            self._placed_before(row[-1], start)
            and self._opens(row[0])
            and all(self._enumerates(left, right) for left, right in pairwise(row))
        ):
            for named in row:
                self._claim_parts(named, sure=self._surely_a_firm(named))
            self.loose, self.open = [], []

    def _surely_a_firm(self, named: Named) -> bool:
        """Whether a firm is held, or its name tells its kind beyond doubt."""
        return self._held(named) or (named.sure and named.kind in HEALTH_INDUSTRY)

    def _claim_parts(self, named: Named, *, sure: bool) -> bool:
        """Claim the open parts for a firm that stands before them."""
        claimed = False
        for opened in self.open:
            cue = opened.cue
            stated = cue.function is F.TITLE or cue.relationship in LISTED
            if stated and not (cue.actor or opened.another):
                where = (opened.begin, opened.end)
                status = self._status(cue)
                faint = "weak" in cue.flags and not agent(
                    self.words.keys[opened.end - 1]
                )
                if (faint or not sure) and status is Status.CURRENT:
                    # "X, sales": a department, or what the person buys.
                    status = Status.UNCLEAR
                self._claim(
                    named, cue.relationship, status, "title", where, opened.role
                )
                claimed = True
        return claimed

    def _below_firm(self, start: int, stop: int) -> bool:
        """Such as "X | Data scientist who runs": the firm alone opens the text.

        No verb goes on, as in "X | Head of sales leaves", and no year stands alone.
        """
        if (
            self.heading is None
            or self.heading.begin
            or self.heading.end != self.segment_begin
            or self.segment_named
            or (self.kin is not None and self.kin[0] < self.open[0].begin)
        ):
            return False
        keys, end = self.words.keys, self.open[-1].end
        titled = self.open[0].cue.function is F.TITLE and start == self.segment_begin
        if not (titled or self._opens_part()):
            return False
        goes_on = end < stop and not self.gaps[end]
        return not (goes_on and keys[end] not in self.lexicon.behind_parts) and not any(
            year(keys[at]) and at > self.span_end and not self._goes_on_from(at)
            for at in range(end, stop)
        )

    def _opens_part(self) -> bool:
        """Such as "Packaging manager and …": a part opens the segment."""
        begin = self.segment_begin
        parts = (
            self._phrase(at)[1].get(F.TITLE)
            for at in range(begin, min(begin + _BRIEF, self.size))
        )
        return any(part is not None and "weak" not in part.flags for part in parts)

    def _itemised(self) -> bool:
        """Such as "X: speaker fees, travel": a colon, and what the firm paid for."""
        begin, end = self.open[0].begin, self.open[-1].end
        told = end < self.size and not self.gaps[end]
        if told and self.open[-1].cue.relationship is Relationship.EQUITY:
            # "X: stock falls".
            return False
        return bool(self.gaps[begin] & Gap.COLON) and all(
            opened.cue.relationship in LISTED - HOLDING or "field" in opened.cue.flags
            for opened in self.open
        )

    def _begin_of_part(self, at: int) -> int:
        """Where a part begins whose cue stands here: "former data engineer"."""
        first = max(self.segment_begin, at - _BRIEF)
        while at > first and not self.gaps[at]:
            meanings = self.index.single.get(self.words.keys[at - 1], {})
            if not meanings.keys() <= _PLAIN_LIKE | {F.FORMER} or at - 1 in self.hits:
                break
            if not (meanings or self.words.upper[at - 1]):
                break
            at -= 1
        return at

    def _placed_before(self, named: Named, at: int) -> bool:
        """Whether a name, and perhaps its town, stand right before a mark here."""
        return (
            bool(self.gaps[at])
            and 0 <= at - named.end <= OF_A_PLACE
            and all(self.words.upper[named.end : at])
        )

    def _opens(self, named: Named) -> bool:
        """Whether a firm opens its segment, perhaps behind a person and a mark."""
        begin = end = named.begin
        while begin > self.segment_begin and end - begin <= _BRIEF:
            begin -= 1
            if self.gaps[begin] & Gap.COLON:
                # "Disclosures: A. Roe: X".
                break
        return begin == end or (
            end - begin <= _BRIEF
            and bool(self.gaps[end] & (Gap.COMMA | Gap.COLON))
            and (begin == self.segment_begin or bool(self.gaps[begin] & Gap.COLON))
            and not any(self.gaps[begin + 1 : end])
            and self._of_a_person(begin)
            and self._of_a_person(end - 1)
        )

    def _of_a_person(self, at: int) -> bool:
        """Whether a word may be a person's name, title or initials."""
        key = self.words.keys[at]
        return self.words.upper[at] and (
            key not in self.index.single
            or key in self.lexicon.honorifics
            or self._few_capitals(at)
        )

    def _closes(self, end: int, stop: int) -> bool:
        """Whether a part ends a segment, but for a few words of what it is of."""
        if self._ends_at(end):
            return True
        if self.distance <= _BRIEF and self.words.keys[end] in self.lexicon.inner:
            return True
        # "Global Head Reporting Tools".
        upper, keys = self.words.upper, self.words.keys
        return stop - end <= _OF_A_PART and all(
            not self.gaps[at] & ~Gap.AND
            and (upper[at] or keys[at] in self.lexicon.inner)
            for at in range(end, stop)
        )

    def _brief(self, named: Named) -> bool:
        """Such as "Dad, husband, X": a name at the end of hardly anything else."""
        end = named.end
        place = end < self.size and bool(
            self.gaps[end] & self.gaps[named.begin] & Gap.COMMA
        )
        return (
            named.begin - self.segment_begin <= _BRIEF
            and bool(self.gaps[named.begin] & ~Gap.COLON)
            and (self._ends_here(named) or place)
            and not any(map(self._article, range(self.segment_begin, named.begin)))
            and named.strength is Strength.STRONG
            and not named.unnamed
            and not (self.spoken or self.addressed or self.kin or self.negation >= 0)
        )

    def _unit(self, named: Named) -> bool:
        """Such as "X Marketing": a firm and a department fill the segment."""
        begin, end = named.end, self.segment_begin + self.segment_words
        if (
            named.begin != self.segment_begin
            or named.strength is Strength.WEAK
            or not named.numbers
            or not begin < end <= self.size
            or (end > begin + _BRIEF and not self.gaps[begin] & Gap.OPEN)
        ):
            return False
        if self.gaps[begin] & Gap.OPEN:
            # "X (remote)".
            return True
        # "X, Warwick": and where; "Sales | X Trauma": and what of it.
        return all(self.words.upper[begin:end]) and (
            bool(self.gaps[begin] & Gap.COMMA)
            or (bool(self.before_bar) and end - begin == 1)
            or any(F.TITLE in self._phrase(at)[1] for at in range(begin, end))
        )

    def _shaped(self, named: Named) -> bool:
        """Whether the word before "at" has an ending that parts have."""
        words, at = self.words, named.begin - 1
        if words.keys[at] in self.lexicon.origin:
            at -= 1
        told = words.keys[
            self.segment_begin
        ] in self.lexicon.the and not self._ends_here(named)
        return (
            at >= self.segment_begin
            and not told
            and named.kind in HEALTH_INDUSTRY
            and _PART.search(words.keys[at]) is not None
        )

    def _opens_profile(self, named: Named) -> bool:
        """Such as "X | Basel", "X; geneticist", where X is a word as well."""
        begin = end = named.end
        if (
            named.begin
            or named.kind not in HEALTH_INDUSTRY
            or end >= self.size
            or not self.gaps[end] & (Gap.BAR | Gap.SEMICOLON)
        ):
            return False
        begin += begin + 1 < self.size and self._article(begin)
        meanings = self._phrase(begin)[1]
        if F.TITLE in meanings or F.PERSONA in meanings:
            return True
        while end < self.size and (end == named.end or not self._ends_at(end)):
            end += 1
        return end - named.end <= OF_A_PLACE and all(self.words.upper[named.end : end])

    def _labelled(self, named: Named) -> bool:
        """Such as "Chief tinkerer @x": a handle behind words that may be a part."""
        begin, words = named.begin, self.words
        at = named.form is Form.HANDLE or bool(self.gaps[begin] & Gap.AT)
        after = self.gaps[named.end] if named.end < self.size else Gap.SEGMENT
        if words.keys[begin - 1] in self.lexicon.at and after & (
            Gap.SEGMENT | Gap.COMMA
        ):
            at = True
        at = at or (
            words.keys[begin - 1] in self.lexicon.origin and self._shaped(named)
        )
        start = self.segment_begin
        if not at or not 0 < begin - start <= 5 or self.kin or self.negation >= 0:
            return False
        known = named.form is Form.HANDLE and bool(named.numbers)
        if (
            (words.surface(start).islower() and not known)
            or words.forms[start]
            or self.sentences > 3
        ):
            return False
        return all(
            words.keys[i] not in self.lexicon.outsiders
            and not (self.index.single.get(words.keys[i], {}).keys() - _PLAIN_LIKE)
            for i in range(start, begin)
        )
