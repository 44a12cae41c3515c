"""Which organisations an open cue reaches, and what it makes of them."""

from __future__ import annotations

from typing import Final

from disclosure_registry.affiliation._claims import HOLDING, LISTED, Named, Opened
from disclosure_registry.affiliation._dates import is_over, year
from disclosure_registry.affiliation._gaps import Gap
from disclosure_registry.affiliation._lexicon import (
    APPOSED,
    GENITIVE,
    KNOWN,
    MAKERS,
    OBSERVERS,
    OF_A_PLACE,
    SERVICES,
    WITHIN,
)
from disclosure_registry.affiliation._silence import PRESENTED
from disclosure_registry.affiliation._trades import Trades
from disclosure_registry.affiliation.cues import Cue, Function, Side
from disclosure_registry.gazetteer import Strength, legal
from disclosure_registry.text import Form, key_of
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor, Relationship, Status

__all__ = ["Reach"]

F = Function

#: How many plain words may stand between a cue and the organisation it governs.
_REACH_TIE: Final = 4
_REACH_CONNECTOR: Final = 12
_IN_CAPITALS: Final = 3
#: So many claims back a part may have found its employer.
_LATEST: Final = 4

#: "Is", which looks like "and" once accents are taken off.
_IS: Final = frozenset({"\u00e8", "\u00e9"})
#: These may go on with what a person says of themselves.
_PARTS: Final = frozenset({F.LIST, F.CONNECTOR, F.TITLE, F.PERSONA, F.SELF})
#: So many words may stand between "a" and the noun for a firm.
_QUALIFIERS: Final = 2

_PERSONS: Final = frozenset(
    {Relationship.SPEAKER, Relationship.CONSULTANT, Relationship.ADVISORY_BOARD}
)

#: What a tie beside a part makes of it.
_TOLD: Final = (Status.FORMER, Status.UNCLEAR)
#: So far before a training a verb tells that it is over, and so far behind the firm.
_TRAINING: Final = 8
_TRAINED: Final = 4
#: Behind "nurse, X" these do not make X what one has to do with.
_GOING_ON: Final = frozenset({F.CONNECTOR, F.LIST, F.ARTICLE, F.SINCE, F.CONTRAST})
_ADVISING: Final = frozenset({Relationship.CONSULTANT, Relationship.AGENCY})

_ADDRESSES: Final = frozenset({Form.HANDLE, Form.ADDRESS, Form.MAIL})

_AT_WORK: Final = frozenset(
    {
        Relationship.EMPLOYEE,
        Relationship.FOUNDER_OWNER,
        Relationship.ORGANISATION_ACCOUNT,
    }
)

#: Parts that are "on" what they study.
_STUDYING: Final = frozenset({Relationship.EMPLOYEE, Relationship.STUDENT_OR_TRAINEE})
#: Ties whose firm stands right behind.
_CLOSE: Final = frozenset({"began", "opening"})

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


#: So many words behind the article of a sentence its part begins.
_LED: Final = 3
_WITHIN_PARTS: Final = WITHIN | {F.SECTOR, F.TIE}
#: Behind a part and its firm these tell what became of whoever has it.
_TELLING: Final = frozenset({F.COPULA, F.PAST, F.OTHERS, F.NEGATION, F.FORMER})
#: Behind a name these begin what is told of it.
_NAMELY: Final = frozenset({F.TITLE, F.ORGANISATION, F.SECTOR, F.LIST, F.CONNECTOR})
_CLAUSES: Final = frozenset({F.COPULA, F.PAST, F.NEGATION})


def _leads(opened: Opened) -> bool:
    """Such as "physician and founder of X": whoever leads a firm may lead any."""
    cue = opened.cue
    return "chief" in cue.flags or cue.relationship is Relationship.FOUNDER_OWNER


class Reach(Trades):
    """How far cues reach."""

    def _governs(self, named: Named) -> bool:
        """Whether an open cue reaches this organisation."""
        unknown = not named.numbers and not named.unnamed
        if named.form is Form.MAIL and not self.lexicon.mailboxes.isdisjoint(
            key_of(self._local_part(named)).split()
        ):
            # "Support: support@x.com".
            return False
        if unknown and not named.kind and self._heads_a_list(named.end):
            # "Disclosures: Roe: X: honoraria": a person.
            return False
        if unknown and not named.sure and self._bracketed_unit(named):
            return False
        if self.in_list:
            if not self.listed or named.generic or self._article_before(named):
                # "…, a Bayer company": what somebody else is.
                return False
            if not self._separated(named) or self._modifies(named):
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
            if (relationship in LISTED - HOLDING or self.found.register) or (
                relationship in HOLDING and named.firm
            ):
                return True
            if gap & Gap.COMMA and self._list_goes_on(named.end):
                return True
            return (
                bool(gap & (Gap.AND | Gap.STROKE))
                or self.words.keys[named.begin - 1] in self.lexicon.and_
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
                or (self.linker in self.lexicon.places and "light" not in cue.flags)
                or (tie and self._placed(named))
            )
        ):
            return False
        apart = self.linked and self.linker not in self.lexicon.places
        apart = apart and self.copula < self.open[-1].end
        if cue.flags is APPOSED and (self.distance or apart):
            # "Our company sells to X", "sold her company to X".
            return False
        if (
            cue.actor in OBSERVERS
            and (self.gaps[named.begin] & Gap.OPEN or self.saved is not None)
            and named.kind in HEALTH_INDUSTRY
        ):
            # "Journalist (X, Y beat)".
            return False
        if cue.flags is KNOWN and unknown and not named.firm:
            # "News from London".
            return False
        if named.unnamed and named.kind not in PRESENTED:
            if "light" in cue.flags:
                return False
            if "weak" in cue.flags and self.linker not in self.lexicon.places:
                return self._field(named)
        branch = (
            named.unnamed and not named.firm and self.linker not in self.lexicon.places
        )
        latest = self.open[-1]
        learnt = named.unnamed and not named.firm and self.linker not in self.lexicon.at
        learnt = learnt or (unknown and self.linker in self.lexicon.in_)
        if learnt and not tie and self._of_a_subject(latest.begin, latest.end):
            # "PhD student in biotechnology", "in the Pharmaceutical Sciences group".
            return False
        if branch and tie and self.linker == "on" and named.begin > latest.end + 1:
            # "Member of the advisory group of a study on medical devices".
            return False
        if branch and not tie and self._placed_elsewhere(named):
            # "Director of Medical Devices at the regulator": a field, not the firm.
            return False
        if branch and self.distance and self._placed_already():
            # "Engineer at X, where he tests medical devices".
            return False
        if branch and self.distance and "weak" in cue.flags:
            # "She leads work on the security of medical devices", but "I write reports
            # for drug makers".
            if not ("served" in cue.flags and self._served_branch(named, cue)):
                return False
        if self.spent and (unknown or cue.relationship not in LISTED):
            return False
        job = cue.relationship is Relationship.EMPLOYEE
        titled = (job or "vague" in cue.flags) and not (tie or named.unnamed)
        if titled and not self.linked and (self._acts(named) or self._used(named)):
            return False
        if titled and self._behind_a_profession(named):
            return False
        if titled and not self.linked and named.form is Form.HASHTAG:
            # "Nurse, #X": what the posts are about.
            return False
        held = cue.relationship in HOLDING
        if (not tie or job or held) and self._spoken_of(named):
            # What the sentence goes on to say is of another, too.
            self.stranger = True
            return False
        if (tie and self._news_of(named)) or self._where_it_is(named):
            return False
        first = max(latest.end, named.begin - _REACH_CONNECTOR)
        if not (
            tie or self.lexicon.which.isdisjoint(self.words.keys[first : named.begin])
        ):
            # "I manage a programme which buys from X".
            return False
        if self._acted_on(named, latest.end):
            return False
        made = self.words.keys[max(named.begin - 2, 0)] in self.lexicon.things
        if made and self._of_theirs(first, named.begin):
            return False
        weak = made or "weak" in cue.flags
        if not tie and weak and self.linker in self.lexicon.done_by:
            # "Her work was praised by X", "a driver for meters by X".
            return False
        if not tie and named.form is Form.WORD and self._subject_of(named, cue):
            return False
        if tie and (self._of_people(named) or self._handles(named)):
            return False
        thing = held or (job and (tie or "weak" in cue.flags))
        if thing and self._thing_of(named):
            return False
        near = self.distance <= _REACH_CONNECTOR
        if held and near and self._owns_a_thing(latest.end, named.begin):
            return False
        if titled and not self.linked and self._hyphened(named):
            return False
        if "served" in cue.flags and not self._served(named, cue):
            return False
        close = tie and not _CLOSE.isdisjoint(cue.flags)
        if close and self.distance and not named.unnamed:
            # "Joined the protest at X".
            return False
        if self.distance == 0:
            if tie and unknown and self.words.keys[named.begin - 1] in self.lexicon.in_:
                return named.firm
            if tie:
                return not (named.generic and not self._article_before(named))
            if self.linked == 2 or named.form in _ADDRESSES:
                if "weak" in cue.flags and unknown and not named.form:
                    return self.linker in self.lexicon.places
                return not named.generic or self._article_before(named)
            if self.linked == 1:
                return self._of(named, cue)
            if "weak" in cue.flags:
                # "She leads X's safety group".
                return self._possessive(named) and not named.unnamed
            if self.colon:
                # "Reporter on the pharma beat: X, Y".
                return cue.function is not F.PERSONA and cue.actor not in OBSERVERS
            if named.unnamed:
                # "Gründer eines Startups": the article says "of".
                return self.words.keys[named.begin - 1] in GENITIVE or self._employing(
                    named
                )
            if self.comma or self.gaps[named.begin] & (
                Gap.OPEN | Gap.DASH | Gap.COLON | Gap.STROKE
            ):
                chief = "chief" in cue.flags and self._ends_here(named)
                return not unknown or named.firm or chief
            # "Styrelseledamot X AB".
            seat = cue.relationship is Relationship.BOARD_MEMBER
            return not unknown or (seat and named.firm)
        if named.unnamed and self.distance <= _QUALIFIERS:
            # "Leiterin eines kleinen Pharmaunternehmens", "CEO of a kidney biotech".
            before = self.words.keys[
                max(named.begin - 1 - _QUALIFIERS, 0) : named.begin
            ]
            reached = bool(self.linked or tie) and named.kind in HEALTH_INDUSTRY
            if (not tie and not GENITIVE.isdisjoint(before)) or (
                reached and not self.lexicon.indefinite.isdisjoint(before)
            ):
                return True
        if named.generic or (not tie and self._outsider()):
            # "Recruiter placing talent at X": whom others work for.
            return False
        if named.form is Form.HANDLE and named.numbers and "weak" in cue.flags:
            # "Building better sensors @x": the handle ends what is told.
            return self.distance <= _REACH_CONNECTOR and self._ends_here(named)
        if named.form is Form.HANDLE and named.numbers and not tie:
            # "Head of patient engagement, EMEA @x".
            capitals = self.words.upper[named.begin - self.distance : named.begin]
            return self.distance <= _IN_CAPITALS and all(capitals)
        if tie and near and self._of_others(latest.end, named.begin):
            return False
        if self.linked and self.distance <= _REACH_CONNECTOR:
            if unknown and not (tie or named.firm) and self._far_behind(named):
                # "Research associate, proud mum of two and fan of SQL".
                return False
            if (
                self.words.keys[named.begin - 1] in self.lexicon.with_
                and cue.actor in _WORKPLACES
            ):
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
            and (self.distance <= _REACH_TIE or self._long_part(named))
        )

    def _in_capitals(self, end: int, most: int, small: frozenset[str]) -> bool:
        """Such as "Head of Data": capitals behind the words of a part, to here."""
        begin = self.open[-1].end
        return end - begin <= most and all(
            self.words.upper[at] or self.words.keys[at] in small
            for at in range(begin, end)
        )

    def _of_theirs(self, begin: int, end: int) -> bool:
        """Such as "I train those who wear pumps by X": a clause about other people."""
        keys, lexicon = self.words.keys, self.lexicon
        if keys[end - 1] not in lexicon.made_by:
            return False
        return any(
            keys[at] in lexicon.which
            or keys[at] in lexicon.who
            or (keys[at] in lexicon.relative and self.gaps[at] & Gap.COMMA)
            for at in range(begin, end - 2)
        )

    def _where_it_is(self, named: Named) -> bool:
        """Such as "Speaker at events where X had a stand": a clause about the firm."""
        words, before, end = self.words, named.begin - 1, named.end
        before -= self._article(before)
        return (
            words.keys[before] in self.lexicon.where
            # French "ou" without an accent is "or".
            and words.surface(before) != "ou"
            and end < self.size
            and not (self.gaps[end] or words.upper[end])
        )

    def _long_part(self, named: Named) -> bool:
        """Such as "Head of Labels and Advertising, Trade, X": capitals up to a firm."""
        return self._in_capitals(named.begin, _REACH_CONNECTOR, self.lexicon.inner_and)

    def _local_part(self, named: Named) -> str:
        """What stands before the "@" of a mail address."""
        return self.words.keys[named.begin].partition("@")[0]

    def _acts(self, named: Named) -> bool:
        """Such as "I am a nurse and X was here": a firm of which a new clause tells."""
        end = named.end
        if end >= self.size or self.gaps[end] or self.words.upper[end]:
            return False
        if self._possessive(named):
            return False
        key = self.words.keys[end]
        if not self._phrase(end)[1]:
            copula = self.spoken or self.copula >= self.segment_begin
            return copula and not self.in_list
        return key in self.lexicon.have or not _CLAUSES.isdisjoint(
            self.index.single.get(key, {})
        )

    def _modifies(self, named: Named) -> bool:
        """Such as ", pharma hater", ", X pump on my arm": before what it tells of."""
        end = named.end
        if end >= self.size or self.gaps[end]:
            return False
        meanings = self._phrase(end)[1]
        if named.unnamed:
            return not named.firm and (not meanings or F.STRANGER in meanings)
        work = self.listed[0].relationship is Relationship.EMPLOYEE
        if not work or self.words.upper[end]:
            return False
        aside = self.gaps[named.begin] & Gap.COMMA
        # "My employer is the hospital, X is a supplier".
        others = not meanings or F.TIE in meanings
        return bool(aside and others) or self._used(named) or self._acts(named)

    def _owns_a_thing(self, begin: int, end: int) -> bool:
        """Such as "(Proud owner of) a pump by (X)"."""
        return not self.lexicon.things.isdisjoint(self.words.keys[begin:end])

    def _of_others(self, begin: int, end: int) -> bool:
        """Such as "(I work with) patients who use pumps by (X)"."""
        return any(
            key in self.lexicon.who
            or (key in self.lexicon.relative and self.gaps[at] & Gap.COMMA)
            for at, key in enumerate(self.words.keys[begin:end], begin)
        )

    def _used(self, named: Named) -> bool:
        """Such as ", X pump user", "Reporter, X files": what one has to do with."""
        at, end = named.begin, named.end
        if (
            at
            and self.words.keys[at - 1] in self.lexicon.things
            and self.gaps[at - 1] & Gap.COMMA
        ):
            # "…, pompe X".
            return True
        if not self.gaps[at] & Gap.COMMA or end >= self.size or self.gaps[end]:
            return False
        meanings = self._meant(end)
        tie = meanings.get(F.TIE)
        used = tie is not None and tie.relationship is Relationship.CUSTOMER_OR_USER
        if self.words.upper[end]:
            return used and self.words.gaps[end] == "-"
        persona = bool(self.open) and self.open[-1].cue.function is F.PERSONA
        other = F.PERSONA in meanings or F.TITLE in meanings
        return used or other or (persona and _GOING_ON.isdisjoint(meanings))

    def _subject_of(self, named: Named, cue: Cue) -> bool:
        """Such as "PhD on X's pricing", "reporter in the X case": what it is about."""
        end = named.end
        matter = end < self.size and not self.gaps[end]
        before = self.words.keys[max(named.begin - 2, 0) : named.begin]
        about = self.linker == "on" or not self.lexicon.news.isdisjoint(before)
        studied = about and cue.relationship in _STUDYING
        return not named.unnamed and (
            studied or (matter and self.words.keys[end] in self.lexicon.news)
        )

    def _placed_elsewhere(self, named: Named) -> bool:
        """Whether a branch is followed by the place where the part is held."""
        at = named.end
        if (
            at + 1 >= self.size
            or self.gaps[at]
            or self.words.keys[at] not in self.lexicon.at
        ):
            return False
        at += 1 + self._article(at + 1)
        if at >= self.size or self.gaps[at]:
            return False
        noun = self._phrase(at)[1].get(F.ORGANISATION)
        # "Engineer in medtech at a start-up", "at Larkspur": a firm of the branch.
        return at in self.hits or (noun is not None and noun.kind is not None)

    def _far_behind(self, named: Named) -> bool:
        """Whether a comma parts a part from a name further off."""
        between = range(self.open[-1].end, named.begin)
        return self.distance > _QUALIFIERS and any(
            self.gaps[at] & Gap.COMMA for at in between[-_REACH_CONNECTOR:]
        )

    def _placed_already(self) -> bool:
        """Whether the open part has found its employer before."""
        latest = self.open[-1]
        cues = {claim.cue for claim in self.sentence_claims[-_LATEST:]}
        return (latest.begin, latest.end) in cues

    def _placed(self, named: Named) -> bool:
        """Such as "now at X": a name that may be a word, and stands for a place."""
        return (
            self.distance == 0
            and (self._held(named) or (named.firm and named.sure))
            and self.words.keys[named.begin - 1] in self.lexicon.places
        )

    def _of_people(self, named: Named) -> bool:
        """Such as "working with X reps": people of the firm, not the firm."""
        end = named.end
        return (
            end < self.size
            and not self.gaps[end]
            and self.words.keys[end] in self.lexicon.staff
            and self.words.keys[named.begin - 1] in self.lexicon.meeting
        )

    def _handles(self, named: Named) -> bool:
        """Such as "works with medical equipment": things, and no firm's branch."""
        begin, end = named.begin, named.end
        return (
            named.unnamed
            and not named.firm
            and self.words.keys[end - 1] in self.lexicon.things
            and self.words.keys[begin - 1] in self.lexicon.with_
        )

    def _acted_on(self, named: Named, end: int) -> bool:
        """Such as "As a speaker for patients I criticise X", "kritisiere ich X"."""
        begin, pronouns = named.begin, self.lexicon.first_person
        if begin - end <= len(("I", "criticise")) or self.gaps[begin]:
            return False
        first, second = self.words.keys[begin - 2 : begin]
        if second in pronouns:
            return not self._known(begin - 2)
        return first in pronouns and not self._known(begin - 1)

    def _served(self, named: Named, cue: Cue) -> bool:
        """Whether work is done for a firm or at it: no "I test the sensor of X"."""
        job = cue.relationship is Relationship.EMPLOYEE
        before = self.words.keys[max(named.begin - 2, 0) : named.begin]
        return not (self.lexicon.serving if job else self.lexicon.for_).isdisjoint(
            (*before, self.linker)
        )

    def _served_branch(self, named: Named, cue: Cue) -> bool:
        """Such as "I write reports for drug makers": no "for my pharma class"."""
        return (
            self.words.keys[named.end - 1] not in self.lexicon.things
            and self.words.keys[named.begin - 1] not in self.lexicon.mine
            and self._served(named, cue)
            and not self._describes_more(named.end)
        )

    def _describes_more(self, end: int) -> bool:
        """Whether a word follows that nobody knows: what a branch before it is of."""
        return (
            end < self.size
            and not self.gaps[end]
            and self.words.keys[end] not in self.index.single
            and self.words.keys[end] not in self.index.heads
        )

    def _hyphened(self, named: Named) -> bool:
        """Such as "nurse, X-Pumpe": a compound of the firm's name, and no part."""
        end = named.end
        if end >= self.size or self.words.gap(end - 1) != "-" or end in self.hits:
            return False
        return _NAMELY.isdisjoint(self._phrase(end)[1])

    def _thing_of(self, named: Named) -> bool:
        """Such as "at the X trial site", "injections with an X": what a firm makes."""
        at, end = named.begin - 1, named.end
        if named.unnamed:
            return False
        alone = end >= self.size or bool(self.gaps[end])
        if not alone and self.words.keys[end] in self.lexicon.things:
            # But "on the X sensor team".
            after = self._phrase(end + 1)[1] if end + 1 < self.size else {}
            team = after.get(F.TIE)
            return team is None or "greeting" not in team.flags
        an = self.lexicon.indefinite_of.get(self.open[-1].cue.language, frozenset())
        article = bool(named.numbers) and at >= 0 and self.words.keys[at] in an
        return article and (alone or F.CONNECTOR in self._phrase(end)[1])

    def _spoken_of(self, named: Named) -> bool:
        """Such as "The CEO of X cashed in": a sentence about who has the part."""
        words, opened = self.words, self.open[0]
        end, language = self._behind_place(named.end), opened.cue.language
        if end >= self.size or self.gaps[end] or words.upper[end]:
            return False
        key, verb = words.keys[end], words.surface(end) in _IS
        # "Le directeur de X a menti": no "à".
        verb = verb or (language == "fr" and words.surface(end) == "a")
        meanings = self._meant(end)
        if self._led_by(
            opened.begin, self.lexicon.definite_of.get(language, self.lexicon.the)
        ):
            # "Il direttore di X è gentile": no "and".
            return verb or _PARTS.isdisjoint(meanings)
        if key in self.lexicon.relative or self.spoken:
            # "A chemist at X who loves tea", "A chemist, I run trials for X in Spain".
            return False
        return self._led_by(
            opened.begin,
            self.lexicon.indefinite_of.get(language, self.lexicon.indefinite),
        ) and (
            verb
            or key in self.lexicon.have
            or not _TELLING.isdisjoint(meanings)
            or not (meanings or key.endswith("ing"))
        )

    def _led_by(self, at: int, articles: frozenset[str]) -> bool:
        """Whether an article opens the sentence, a word or two before a part."""
        first, keys = self.sentence_begin, self.words.keys
        cue = self.open[0].cue
        # Nothing stands before a verb: "Those employed at X".
        most = 1 if cue.function is F.TIE or "weak" in cue.flags else _LED
        return (
            0 < at - first <= most
            and keys[first] in articles
            and not any(self.gaps[first + 1 : at + 1])
            and all(
                self.index.single.get(key, {}).keys() <= _WITHIN_PARTS
                # "Der Erstautor hat Honorare von X angenommen".
                and key not in self.lexicon.had
                for key in keys[first + 1 : at]
            )
        )

    def _behind_place(self, at: int) -> int:
        """The word behind a firm and where it is: "X in Spain", "X Argentina"."""
        words, start = self.words, at
        if at < self.size and F.CONNECTOR in self.index.single.get(words.keys[at], {}):
            at += 1
        end = self._behind_capitals(at, min(at + OF_A_PLACE, self.size))
        return end if end > at else start

    def _news_of(self, named: Named) -> bool:
        """Such as "Employees of X are on strike": the sentence tells of them."""
        begin, end, keys = self.open[0].begin, named.end, self.words.keys
        language = self.open[0].cue.language
        articles = self.lexicon.articles_of.get(language, frozenset())
        whose = self.lexicon.whose_of.get(language, frozenset())
        article = begin - 1 == self.sentence_begin and keys[begin - 1] in articles
        ours = F.WE in self.index.single.get(keys[begin], {}) or keys[begin] in whose
        if not (article or (begin == self.sentence_begin and not ours)):
            return False
        if end >= self.size or self.gaps[end]:
            return False
        after = self._phrase(end)[1]
        others = after.get(F.OTHERS)
        told = others is not None and others.side is Side.AFTER
        is_so = F.COPULA in after or F.PAST in after
        if F.LIST in after and self.words.surface(end) not in _IS:
            # "Lavoro presso X e …".
            is_so = False
        # "Working at X is fun": whoever says so works there.
        tells = is_so or keys[end] in self.lexicon.modals
        return told or (tells and not keys[begin].endswith("ing"))

    def _opens_sentence(self, begin: int, end: int, language: str) -> bool:
        """Whether "the" and these words open a sentence that goes on."""
        return (
            begin - 1 == self.sentence_begin
            and self.words.keys[begin - 1]
            in self.lexicon.definite_of.get(language, self.lexicon.the)
            and end < self.size
            and not self.gaps[end]
        )

    def _employing(self, named: Named) -> bool:
        """Such as "Data manager, medical device company |": a part and where."""
        end, comma = named.end, self.gaps[named.begin] & Gap.COMMA
        # "Account manager pharma, Leeds": a comma before the branch or what ends it.
        told = comma or (
            self.gaps[named.begin] == 0
            and self.words.gaps[named.begin] == " "
            and (self._ends_at(end) or bool(self.gaps[end] & Gap.COMMA))
        )
        return (
            not named.generic
            and named.kind in HEALTH_INDUSTRY
            and self.open[-1].cue.actor is None
            and bool(told)
            and (self._ends_here(named) or not comma)
            and self.copula < self.sentence_begin
            and not self._outsider()
        )

    def _field(self, named: Named) -> bool:
        """Such as "Sales in pharma |": a department, "in" and a branch, no more."""
        return (
            self.distance == 0
            and self.linked == 1
            and named.kind in HEALTH_INDUSTRY
            and self.words.keys[named.begin - 1] in self.lexicon.in_
            and self.open[0].begin == self.segment_begin
            and self._ends_here(named)
        )

    def _outsider(self) -> bool:
        """Whether the open part is of those who deal with a branch from outside."""
        keys = self.words.keys
        return any(
            keys[opened.end - 1] in self.lexicon.outsiders for opened in self.open
        )

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

    def _of(self, named: Named, cue: Cue) -> bool:
        """Whether "of", "for" or "in" joins this organisation to a title."""
        if named.numbers:
            return True
        if named.unnamed:
            return (
                (named.kind in HEALTH_INDUSTRY and cue.actor not in OBSERVERS)
                or (named.firm and not named.generic)
                or (
                    named.generic
                    and self._article_before(named)
                    and self._explained(named)
                )
                or (
                    cue.actor is Actor.ACADEMIC_RESEARCHER
                    and self.linker in self.lexicon.in_
                )
            )
        if self.words.keys[named.begin - 1] in self.lexicon.in_:
            return named.firm and named.kind is not None
        if cue.relationship in LISTED - HOLDING:
            served = self.linker in self.lexicon.for_ and cue.relationship in _PERSONS
            return named.firm or served
        if (
            self.linker in self.lexicon.for_
            or "chief" in cue.flags
            or self._acronym(named)
        ):
            return True
        return (
            named.firm
            or cue.relationship is not Relationship.EMPLOYEE
            or cue.function is F.TIE
        )

    def _explained(self, named: Named) -> bool:
        """Such as "director of a company that makes pumps": what it does follows."""
        end = named.end
        key = self.words.keys[end] if end < self.size else ""
        return key in self.lexicon.relative or key in self.trades.making

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
            opened = self.open[-1]
            quoted = self._quoted(self.open[0].begin)
            if self.wish or self.addressed or opened.another or quoted:
                self.found.wished.append(named)
                self.open = []
                return
            fresh = []
            ties = {o.cue.status for o in self.open if o.cue.function is F.TIE}
            ties.update(self._training(each, named.end) for each in self.open)
            for opened in self.open:
                cue = opened.cue
                relationship = cue.relationship
                status = self._status(cue)
                if status is Status.CURRENT and (
                    cue.function is not F.TIE
                    or relationship is Relationship.STUDENT_OR_TRAINEE
                ):
                    # "studied engineering and worked at X", "ten years as a rep at X".
                    status = next(filter(ties.__contains__, _TOLD), status)
                if status is Status.CURRENT and (
                    self._observes(relationship, named)
                    or self._writes_in(opened, named)
                    or self._site(cue, named)
                    or self._listed_branch(named)
                    or (cue.function is F.TITLE and self._qualifies(named))
                ):
                    status = Status.UNCLEAR
                if status is Status.NEGATED:
                    if cue.denies is not None:
                        relationship = cue.denies
                    self.negated_something = True
                vague = "vague" in cue.flags
                relationships = [self._adapted(opened, relationship, named)]
                if vague and self.purposes:
                    relationships = [each.relationship for each in self.purposes]
                once = vague and (self.in_register or self._amount(named.begin))
                if once and status is Status.CURRENT:
                    status = Status.FORMER
                if status is cue.status is Status.FORMER and self._tells(opened):
                    self.over = named.begin
                fresh += [
                    self._claim(
                        named,
                        each,
                        status,
                        str(cue.function),
                        (opened.begin, opened.end),
                        opened.role if cue.function is not F.TIE else None,
                        vague and not self.purposes,
                        once,
                    )
                    for each in relationships
                ]
            self.listed = fresh
        if self.former is not None:
            self.former_used = True
        self.in_list = True
        self.since_claim = 0
        self.distance = 0
        self.previous_open = []

    def _tells(self, opened: Opened) -> bool:
        """Such as "worked at X (as head of Y)"; not "alumna of X", "studied at X"."""
        cue, key = opened.cue, self.words.keys[opened.begin]
        if cue.function is F.TIE:
            noun = F.TITLE in self.index.single.get(key, {})
            studied = cue.relationship is Relationship.STUDENT_OR_TRAINEE
            return not (noun or studied or key in self.lexicon.after)
        return "weak" in cue.flags

    def _behind_a_profession(self, named: Named) -> bool:
        """Such as "nurse, injured by X": more than where the nurse works."""
        opened = self.open[-1]
        begin, keys = opened.end, self.words.keys
        return (
            opened.cue.function is F.PERSONA
            and begin < named.begin
            and bool(self.gaps[begin] & Gap.COMMA)
            and not self.lexicon.before_places.issuperset(keys[begin : named.begin])
        )

    def _bracketed_unit(self, named: Named) -> bool:
        """Such as "Director (Clinical & Statistical) at X": no firm, what of."""
        end, words = named.end, self.words
        if end >= self.size or not self.gaps[named.begin] & Gap.OPEN:
            return False
        placed = words.keys[end] in self.lexicon.at or self.gaps[end] & Gap.AT
        return bool(self.gaps[end] & Gap.CLOSE and placed)

    def _heads_a_list(self, end: int) -> bool:
        """Whether a colon and a name stand here."""
        return bool(end in self.hits and self.gaps[end] & Gap.COLON)

    def _training(self, opened: Opened, end: int) -> Status:
        """Such as "completed an internship at X": over; "code from one": perhaps."""
        keys, lexicon = self.words.keys, self.lexicon
        begin = opened.begin
        while begin < opened.end and keys[begin] not in lexicon.trainings:
            begin += 1
        first = max(self.sentence_begin, begin - _TRAINING)
        before = keys[first:begin]
        trained = opened.cue.relationship is Relationship.STUDENT_OR_TRAINEE
        if not trained or begin == opened.end or not lexicon.is_in.isdisjoint(before):
            return Status.CURRENT
        if not lexicon.done.isdisjoint(keys[first : min(end + _TRAINED, self.size)]):
            return Status.FORMER
        at = end + (end < self.size and keys[end] in lexicon.within)
        if at < self.size and year(keys[at]) and is_over(keys[at]):
            # "Internship at X in 2012".
            return Status.FORMER
        led = not lexicon.during.isdisjoint(before) or any(
            keys[at] in lexicon.beside_trainings and keys[at + 1] in lexicon.determined
            for at in range(first, begin - 1)
        )
        return Status.UNCLEAR if led else Status.CURRENT

    def _observes(self, relationship: Relationship, named: Named) -> bool:
        """Such as "Lawyer. Advises pharma companies": in what is left to ask."""
        if not named.unnamed:
            return False
        if relationship in _ADVISING:
            if any(persona.actor in OBSERVERS for persona in self.found.personas):
                return True
        # "Journalist in pharma".
        return (
            self.linker in self.lexicon.in_
            and not named.firm
            and any(opened.cue.actor in OBSERVERS for opened in self.open)
        )

    def _writes_in(self, opened: Opened, named: Named) -> bool:
        """Such as "I write for Pharma Focus": a firm by its name, likely a paper."""
        words, begin = self.words, named.begin
        reports = (
            opened.cue.actor is Actor.JOURNALIST
            or not self.lexicon.writing.isdisjoint(
                words.keys[opened.begin : opened.end]
            )
        )
        return (
            reports
            and not named.numbers
            and begin + 1 < self.size
            and not self.gaps[begin + 1]
            and words.upper[begin]
            and words.upper[begin + 1]
            and not words.forms[begin + 1]
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

    def _qualifies(self, named: Named) -> bool:
        """Such as "Research in pharma pricing": the branch is a part of the subject."""
        return (
            named.unnamed
            and not named.firm
            and self.words.keys[named.begin - 1] in self.lexicon.in_
            and self._describes_more(named.end)
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
            claim.named.kind in SERVICES
            and claim.relationship in _AT_WORK
            and claim.status is Status.CURRENT
            for claim in self.sentence_claims[-4:]
        )

    def _adapted(
        self, opened: Opened, relationship: Relationship, named: Named
    ) -> Relationship:
        cue = opened.cue
        if (
            named.unnamed
            and relationship is Relationship.EMPLOYEE
            and cue.function is F.TIE
        ):
            # "working with pharma": for it, not in it.
            if self.words.keys[named.begin - 1] in self.lexicon.with_:
                return Relationship.AGENCY
        if (
            relationship is Relationship.EMPLOYEE
            and cue.function is F.TIE
            and named.kind in MAKERS
            and self.words.keys[named.begin - 1] in self.lexicon.served
            and self._at_agency()
        ):
            # "Account manager at an agency, working for X".
            return Relationship.AGENCY
        if (
            relationship is Relationship.MEMBER
            and self._held(named)
            and named.kind in MAKERS
            and self.linker in self.lexicon.serving
        ):
            # "Council member for X": sent there by the firm.
            return Relationship.EMPLOYEE
        if "office" in cue.flags and named.kind in _OFFICE_BODIES and not named.unnamed:
            incorporated = legal(self.words, named.begin, named.end)
            if named.kind is None and not incorporated:
                named.kind = Actor.PROFESSIONAL_BODY
            return Relationship.BOARD_MEMBER
        known = named.sure or named.unnamed or named.numbers
        if not known and not any(map(_leads, self.open)):
            for each in self.open:
                workplace = _WORKPLACES.get(each.cue.actor) if each.cue.actor else None
                if workplace is not None:
                    named.kind = workplace
        return relationship
