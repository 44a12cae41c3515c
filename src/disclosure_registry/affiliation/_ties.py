"""Cues that tie, before the name and after it."""

from __future__ import annotations

from typing import Final

import attrs

from disclosure_registry.affiliation._claims import (
    HOLDING,
    LISTED,
    PLAYED,
    Named,
    Opened,
)
from disclosure_registry.affiliation._dates import year
from disclosure_registry.affiliation._gaps import Gap
from disclosure_registry.affiliation._lexicon import (
    NAME_LIKE,
    PAST_O,
)
from disclosure_registry.affiliation._parts import OF_A_PART, SUBJECT, Parts
from disclosure_registry.affiliation.cues import Cue, Function, Side
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Relationship, Status

__all__ = ["Ties"]

F = Function


#: So many words may stand between a firm and the noun for a part of it.
_IN_A_NOUN: Final = 3


#: Parts that "was" makes former ones; "was supported by" is a payment all the same.
_ENDED: Final = frozenset(
    {
        Relationship.CONSULTANT,
        Relationship.CONTRACTOR,
        Relationship.BOARD_MEMBER,
        Relationship.EMPLOYEE,
    }
)


#: So far before a tie it may stand.
_SINCE_AFTER: Final = 8

#: Parts in studies: who pays for the study pays for the part.
_RUN: Final = frozenset({Relationship.ADVISORY_BOARD, Relationship.TRIAL_PARTICIPANT})

#: Ties that somebody a sentence speaks of has.
_WORKED: Final = _ENDED | {Relationship.EQUITY, Relationship.ADVISORY_BOARD}
_NEARER: Final = frozenset({F.KIN, F.EMPLOYER, F.CONTRAST, F.COPULA})
#: So many words may stand between a firm and "now": "where she is".
_AND_IS: Final = 3
#: What may stand behind a firm and begin no noun: "X in Spain", "X since 2019".
_BEHIND_FIRMS: Final = frozenset({F.CONNECTOR, F.SINCE, F.LIST, F.CONTRAST})
#: A pronoun that is an article in another language.
_HE: Final = {"fr": "il"}
#: Languages whose verbs say by their ending who does it.
_UNSAID: Final = frozenset({"es", "it", "pt"})
#: So many words stand between "since" and the years that go on.
_AND_SINCE: Final = 4


class Ties(Parts):
    """Reads ties."""

    def _tie(self, cue: Cue, begin: int, end: int) -> bool:
        if self._recasts(cue, begin):
            return True
        if cue.side is Side.AFTER or self._stands_last(cue, begin, end):
            return self._tie_after(cue, begin, end)
        if "field" in cue.flags and not self._entered(begin, end):
            if self._item(begin, end):
                # "Roe: X: employment".
                self._title(attrs.evolve(cue, function=F.TITLE), begin, end)
                return True
            return False
        if "opening" in cue.flags and begin != self.sentence_begin:
            # "My pump is powered by X".
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
        if "personal" in cue.flags and not (
            self._done_by_a_person(begin, end, cue.language)
            and ("vague" in cue.flags or self._firm_behind(end))
        ):
            # "The market leads X", "she leads trials of X", "the city got 500 from X".
            return False
        if "direct" in cue.flags and not self._object(end):
            # "I run the lab at X": work at X; "I run X": a firm of one's own.
            flags = frozenset({"weak"})
            work = Relationship.EMPLOYEE
            part = attrs.evolve(cue, function=F.TITLE, relationship=work, flags=flags)
            self._title(part, begin, end)
            return True
        if self._works_now(begin):
            # "Former party leader Ann Roe works for X".
            self.former = None
        if self._while(begin):
            self.negation = -1
        if F.SELF in self.index.single.get(self.words.keys[begin], {}):
            self._own_again(begin)
        self._reset_for_new_cue(begin)
        if F.TITLE in self.index.single.get(self.words.keys[begin], {}):
            # "Adviser to X", but hardly "works at X".
            self._past_goes_on(begin)
        if self.words.keys[begin] in self.lexicon.before:
            # "J'ai commencé chez A, avant de rejoindre X".
            self.former, self.past = None, False
        if self.former and "began" in cue.flags:
            first, last = self.former[0], self.former[1] - 1
            keys = self.words.keys
            if keys[first] in self.lexicon.after or keys[last] == "ago":
                # "Ten years ago", "after gaining experience elsewhere I joined X".
                self.former = None
        cue = self._in_its_time(cue, begin)
        if cue.relationship is Relationship.TRIAL_PARTICIPANT and self._unpaid():
            # "Served as a speaker and participated in trials for X": ran them.
            cue = attrs.evolve(cue, relationship=Relationship.GRANT)
        another = self._of_a_stranger(cue, begin)
        another = another or self._someone_else(begin, cue.language)
        opened = Opened(cue, begin, end, (begin, end), another)
        if self._awaits(begin) or (self._unpaid() and self._and_has(begin)):
            self.open = [*self.open, opened][-6:]
        elif self.open and self.distance == 0 and not self.in_list:
            persona = self.open[-1].cue.function is F.PERSONA
            over = cue.status is Status.FORMER and bool(self.gaps[begin] & Gap.COMMA)
            joined = self._joined(begin) and not persona and not over
            kept = [each for each in self.open if not self._degree(each.cue)]
            self.open = [*kept, opened] if joined else [opened]
        else:
            self.open = [opened]
        self.distance = self.linked = self.link_age = 0
        self.in_list = False
        self.colon = False
        self.spent = False
        return True

    def _of_its_unit(self, cue: Cue, begin: int) -> bool:
        """Such as "head of (the unit of) vaccines of X": a unit's name, no dose."""
        keys, part = self.words.keys, self.last_title_end
        return (
            cue.relationship is Relationship.CUSTOMER_OR_USER
            and bool(self.open)
            and self.open[-1].cue.function is F.TITLE
            and not (self.in_list or self.gaps[begin])
            and part <= begin <= part + OF_A_PART
            and all(
                keys[at] in self.lexicon.of
                or keys[at] in self.lexicon.units
                or self.words.upper[at]
                or self._article(at)
                for at in range(part, begin)
            )
        )

    def _unpaid(self) -> bool:
        """Such as "has served as speaker, and has …": a payment without a payer yet."""
        return not self.in_list and any(
            opened.cue.relationship in LISTED - HOLDING for opened in self.open
        )

    def _and_has(self, begin: int) -> bool:
        """Such as "served as a speaker and has (advised X)": X paid for both."""
        keys = self.words.keys
        return (
            self.distance == 1
            and keys[begin - 1] in self.lexicon.have
            and keys[begin - 2] in self.lexicon.and_
        )

    def _of_a_stranger(self, cue: Cue, begin: int) -> bool:
        """Such as "The lady at the till works at X", where a text opens so."""
        first, keys = self.sentence_begin, self.words.keys
        openers = self.lexicon.determiners_of.get(cue.language, frozenset())
        if (
            self.sentences > 1
            or self.kin is not None
            or cue.relationship not in _WORKED
            or cue.language != "en"
            or not 1 < begin - first <= SUBJECT
            or any(self.gaps[first + 1 : begin + 1])
            or (keys[first] not in openers and keys[first] != "that")
            or not self.lexicon.writers.isdisjoint(keys[first + 1 : begin + 1])
        ):
            return False
        return not any(
            at in self.hits
            or self.words.upper[at]
            or not _NEARER.isdisjoint(self.index.single.get(keys[at], {}))
            for at in range(first + 1, begin)
        )

    def _of_ones_own(self, named: Named) -> bool:
        """Whether the sentence before a name speaks of the writer or a relative."""
        before = self.words.keys[self.sentence_begin : named.begin][-SUBJECT:]
        return self.kin is not None or not self.lexicon.first_person.isdisjoint(before)

    def _stands_last(self, cue: Cue, begin: int, end: int) -> bool:
        """Such as "Wir haben X gegründet": a verb behind what was founded."""
        named = self.loose[-1] if self.loose else None
        first = max(self.sentence_begin, begin - SUBJECT)
        return (
            cue.relationship is Relationship.FOUNDER_OWNER
            and named is not None
            and named.end == begin
            and not self.lexicon.had.isdisjoint(self.words.keys[first:begin])
            and self.words.keys[named.begin - 1] not in self.lexicon.by
            and self._ends_at(end)
        )

    def _in_its_time(self, cue: Cue, begin: int) -> Cue:
        """The cue, past where the words before it say so: "was employed by"."""
        past = self.past and begin - self.copula <= 4
        if begin and self.words.keys[begin - 1] in self.lexicon.by:
            # "was written by employees of X": the writing is past.
            past = False
        begins = "began" in cue.flags and cue.status is Status.CURRENT
        if self.words.surface(begin)[-1] in PAST_O and not begins:
            # "trabajó", "lavorò": not "I work" but "she worked".
            past = True
        clause = self.words.keys[begin].endswith("ing") and self.gaps[begin] & Gap.COMMA
        if clause and self.past and cue.status is Status.CURRENT:
            # "He began as a researcher, working at X": when, the text may not say.
            cue = attrs.evolve(cue, status=Status.UNCLEAR)
        doubted = cue.status is Status.UNCLEAR and "began" not in cue.flags
        if doubted and not self.lexicon.after.isdisjoint(
            self.words.keys[max(begin - _SINCE_AFTER, 0) : begin]
        ):
            # "After more than ten years in pharma I left".
            cue = attrs.evolve(cue, status=Status.FORMER)
        if cue.status is not Status.CURRENT and self._ever_since(begin):
            cue = attrs.evolve(cue, status=Status.CURRENT)
        spoke = cue.relationship is Relationship.SPEAKER and self.copula == begin - 2
        if not past or not (cue.relationship in _ENDED or spoke):
            return cue
        advised = cue.relationship is Relationship.CONSULTANT
        first = self.sentence_begin
        author = len(self.words.keys[first]) > 1 and self._initials(first)
        acted = self.words.keys[self.copula] not in self.lexicon.was
        # "AR acted as a consultant to X": past, and declared all the same.
        unsaid = advised and author and acted
        return attrs.evolve(cue, status=Status.UNCLEAR if unsaid else Status.FORMER)

    def _works_now(self, begin: int) -> bool:
        """Whether a verb of the present follows a name, behind a part of the past."""
        return (
            self.former is not None
            and self.words.keys[begin] in self.lexicon.holding
            and self.words.upper[begin - 1]
            and begin - self.former[1] > 1
        )

    def _ever_since(self, begin: int) -> bool:
        """Such as "trabajo desde hace casi dos años en X": years that go on."""
        if self.words.keys[begin] not in self.lexicon.times:
            return False
        at = begin
        while at > max(begin - _AND_SINCE, 0) and not self.gaps[at]:
            at -= 1
            if (
                self.words.keys[at] in self.lexicon.since
                or self.words.surface(at) == "h\u00e1"
            ):
                return not (self.past or self.former)
        return False

    def _recasts(self, cue: Cue, begin: int) -> bool:
        """Whether words right behind a name make its tie another."""
        latest = self.listed[-1] if self.listed else None
        if latest is None or any(self.gaps[latest.named.end : begin + 1]):
            return False
        between = begin - latest.named.end
        if latest.relationship is Relationship.MEMBER and "greeting" in cue.flags:
            # "A member of the X process science team" works there.
            if between <= _IN_A_NOUN:
                latest.relationship = Relationship.EMPLOYEE
            return between <= _IN_A_NOUN
        if between:
            return False
        keys = self.words.keys
        if cue.relationship is Relationship.CUSTOMER_OR_USER:
            # "Nurse, Pfizer vaccinated": a user, whatever stood before.
            other = keys[begin] in self.lexicon.users
        elif cue.relationship is Relationship.TRIAL_PARTICIPANT and latest.cue:
            # "I'm in an X trial": not employed there.
            other = latest.rule == "tie" and (
                keys[latest.cue[0]] in self.lexicon.being
                or keys[latest.cue[0]] == "part"
            )
        else:
            other = False
        if other:
            latest.relationship = cue.relationship
        return other

    def _done_by_a_person(self, begin: int, end: int, language: str) -> bool:
        """Whether who does it is a person: "she", "Ann Other", or no word says who."""
        keys, start, at = self.words.keys, self.sentence_begin, begin - 1
        if not self.lexicon.persons.isdisjoint(keys[begin:end]):
            # "2023 erhielt sie".
            return True
        while at >= start and (self._helps(at) or year(keys[at])):
            # "En 2023 recibió", "ha già ricevuto".
            at -= 1
            at -= at == start and year(keys[at + 1])
        if at < start or self.gaps[at + 1]:
            return language in _UNSAID
        person = F.SELF in self.index.single.get(keys[at], {})
        person = person or keys[at] == _HE.get(language)
        if person or keys[at] in self.lexicon.persons:
            # "Ann Other, who leads X", but not "Who leads X?", "he who leads X".
            return keys[at] not in self.lexicon.who or bool(self.gaps[at] & Gap.COMMA)
        first = at - 1
        if first > start and keys[first] in self.lexicon.of:
            # "Anna de Wit".
            first -= 1
        name = first >= start and not any(
            gap & ~Gap.DOT for gap in self.gaps[first + 1 : at + 1]
        )
        return name and self._names_person(first) and self._names_person(at)

    def _helps(self, at: int) -> bool:
        """Such as "has", "is", "now", before what is done."""
        key = self.words.keys[at]
        helps = key in self.lexicon.helping or key in self.lexicon.had
        return helps and key not in self.lexicon.persons

    def _names_person(self, at: int) -> bool:
        """Whether a word may be of a person's name, or stands before one."""
        words = self.words
        key = words.keys[at]
        own = len(key) == 1 or not (self._known(at) or self.kinds.knows(key))
        return key in self.lexicon.honorifics or (words.upper[at] and own)

    def _firm_behind(self, at: int) -> bool:
        """Whether a firm follows at once: "X", "the company X"."""
        while at < self.size and not self.gaps[at] and self._article(at):
            at += 1
        noun = False
        while at < self.size and not self.gaps[at] and at not in self.hits:
            length, meanings = self._phrase(at)
            if F.ORGANISATION not in meanings and F.SECTOR not in meanings:
                break
            noun, at = True, at + length
        if at >= self.size or self.gaps[at]:
            return False
        hit = self.hits.get(at)
        if hit is not None:
            named = self._from_hit(hit)
            return not (self._possessive(named) or self._before_a_noun(named.end))
        return noun and self.words.upper[at] and not self._known(at)

    def _before_a_noun(self, end: int) -> bool:
        """Such as "X (marathons)", "X (ads)": nothing is done to the firm itself."""
        if end >= self.size or self.gaps[end] or self.words.upper[end]:
            return False
        return _BEHIND_FIRMS.isdisjoint(self.index.single.get(self.words.keys[end], {}))

    def _object(self, at: int) -> bool:
        """Whether an organisation is what the words before this one are done to."""
        words, plain = self.words, 0
        while at < self.size and (not self.gaps[at] or words.forms[at]):
            if at in self.hits:
                return not self._possessive(self._from_hit(self.hits[at]))
            if words.forms[at]:
                return True
            match = self.index.match(words.keys, at, self.run_ends[at])
            meanings = match[1] if match else {}
            if F.ORGANISATION in meanings or F.SECTOR in meanings:
                return True
            if words.upper[at] and not NAME_LIKE.intersection(meanings):
                return True
            if F.ARTICLE not in meanings:
                plain += 1
                if plain > 1 or F.CONNECTOR in meanings:
                    return False
            at += match[0] if match else 1
        return False

    def _tie_after(self, cue: Cue, begin: int, end: int) -> bool:
        if "row" in cue.flags:
            return self._row(cue, begin, end) or self._opens_row(cue, begin, end)
        if "opening" in cue.flags:
            return self._opening(cue, begin, end)
        if self._relabels(cue, begin) or self._settles(cue, begin):
            return True
        now = cue.status is Status.CURRENT and cue.relationship in PLAYED
        if now and self._where_now(begin, end):
            return True
        if now and self.words.keys[begin] in self.lexicon.where:
            # "I went to a firm where I now work as …".
            self.past = self.narrated = self.wish = False
        claim = self.listed[-1] if self.listed else None
        if "passive" in cue.flags and claim is not None and claim.named.end == begin:
            # "onderzoek door X gefinancierd": paid for, not done at X.
            if self.words.keys[claim.named.begin - 1] in self.lexicon.by:
                claim.relationship = cue.relationship
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
            if cue.relationship is Relationship.EQUITY and "sure" not in cue.flags:
                return False
        near = [
            n
            for n in self.loose
            if not n.unnamed and begin - n.end <= (1 if "weak" in cue.flags else 3)
        ]
        if not near:
            return False
        last = near[-1]
        if self.stranger and cue.relationship is Relationship.AGENCY:
            # "I follow the X account".
            return False
        if cue.relationship is Relationship.CONTRACTOR and self._told_of(last, end):
            return False
        if (
            "passive" in cue.flags
            and self.words.keys[last.begin - 1] not in self.lexicon.by
        ):
            # "X funded it" is what X does, "funded by X" a tie.
            return False
        if "direct" in cue.flags and not self._of_ones_own(last):
            # "Du wirst von X bezahlt", but "ich werde", "mein Mann wird".
            return False
        if self.past and cue.relationship in _ENDED:
            cue = attrs.evolve(cue, status=Status.FORMER)
        chosen = [last]
        for named in reversed(near[:-1]):
            if chosen[-1].begin - named.end <= 1:
                chosen.append(named)
        if (
            self.wish
            or self.words.keys[chosen[-1].begin - 1] in self.lexicon.subordinators
        ):
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

    def _where_now(self, begin: int, end: int) -> bool:
        """Such as "joined X in 2011, where she now leads research": there still."""
        told = self.sentence_claims[-1] if self.sentence_claims else None
        if told is None or told.relationship not in PLAYED or told.cue is None:
            return False
        meant = self._phrase(told.cue[0])[1]
        left = meant.get(F.TIE)
        if F.FORMER in meant or (left and left.status is Status.FORMER):
            # "I left X, where things are now worse".
            return False
        at, keys = told.named.end, self.words.keys
        if not at <= begin <= at + _AND_IS or keys[at] not in self.lexicon.where:
            return False
        small = self.lexicon.persons, self.lexicon.be
        if not all(key in small[0] or key in small[1] for key in keys[at + 1 : begin]):
            return False
        if told.status is Status.UNCLEAR:
            told.status = Status.CURRENT
        elif told.status is Status.FORMER:
            work, now = Relationship.EMPLOYEE, Status.CURRENT
            self._claim(told.named, work, now, "tie", (begin, end))
        return True

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
        if self._possessive(subject):
            # "Declined X's offer".
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

    def _entry(self, begin: int, end: int) -> bool:
        """Such as "X AG, Basel, Mitglied des Aufsichtsrates": a firm, and the part."""
        named = self.sentence_loose[0] if self.sentence_loose else None
        return (
            named is not None
            and named.begin == self.sentence_begin
            and self._employs(named)
            and bool(self.gaps[begin] & Gap.COMMA)
            and self._ends_at(end)
        )

    def _opens_row(self, cue: Cue, begin: int, end: int) -> bool:
        """Such as "Mitglied des Aufsichtsrates, X AG": the part, then the firm."""
        opens = begin == self.segment_begin and end < self.size
        if not opens or not self.gaps[end] or F.TITLE in self._phrase(begin)[1]:
            return False
        part = attrs.evolve(
            cue, function=F.TITLE, side=Side.BEFORE, flags=frozenset[str]()
        )
        self._title(part, begin, end)
        return True

    def _row(self, cue: Cue, begin: int, end: int) -> bool:
        """A row of a register: the name first, then town, step, what for, year.

        row = name, { ",", word }, mark of a register, { "," , word }, part, [ year ]
        """
        if self.sentence_claims:
            return False
        if not self.in_register and not self._entry(begin, end):
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
