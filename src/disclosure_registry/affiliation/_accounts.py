"""Accounts that present an organisation: "X is a diagnostics company"."""

from __future__ import annotations

from typing import Final

import attrs

from disclosure_registry.affiliation._claims import Named
from disclosure_registry.affiliation._gaps import Gap
from disclosure_registry.affiliation._reach import Reach
from disclosure_registry.affiliation._silence import PRESENTED
from disclosure_registry.affiliation.cues import Function
from disclosure_registry.gazetteer import Strength
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor, Relationship, Status

__all__ = ["Accounts"]

F = Function

_NO_SUBJECT: Final = frozenset(
    {F.SELF, F.KIN, F.ARTICLE, F.NEGATION, F.WE, F.EMPLOYER, F.PERSONA, F.TITLE}
)

#: Nouns that begin so speak of a firm, even where a person spoke before.
_WE: Final = frozenset({"we", "our"})

#: So many words have the name of whoever says "we".
_NAME_SIZE: Final = 4
#: So many words behind "as a maker of pumps" there is "we".
_FOLLOW: Final = 3

#: Kinds whose accounts present themselves without a name or a verb.
_SPEAKING: Final = frozenset(
    {
        Actor.PATIENT_ORGANISATION,
        Actor.NONPROFIT,
        Actor.PUBLISHER,
        Actor.PHARMACY_OR_DISTRIBUTOR,
    }
)


#: Behind a noun for a firm: who has to do with it, "app addict".
_WHO: Final = frozenset({F.TITLE, F.PERSONA, F.STRANGER})
#: "The" in languages whose adjectives stand before the noun.
_THE: Final = frozenset({"the", "der", "die", "das", "het", "den", "det"})
#: Behind "a firm" these tell what it does to others.
_NEWS: Final = frozenset({F.COPULA, F.PAST, F.FUTURE, F.OTHERS, F.WISH, F.STRANGER})


#: Endings of verbs that go with a noun: "company developing", "company based in".
_GOES_ON: Final = ("ing", "ed")
_JOINING: Final = frozenset({F.CONNECTOR, F.LIST, F.SINCE, F.ORGANISATION, F.ARTICLE})


class Accounts(Reach):
    """Reads accounts of organisations."""

    def _account(self, named: Named) -> bool:
        """Such as "X is a diagnostics company": the account is an organisation.

        account = [ subject, copula ], { word }, noun for an organisation
        """
        found = self.found
        if (
            not named.firm
            or self.stranger
            or self.judged
            or self.kin
            or self.wish
            or (found.first_person and self.words.keys[named.begin] not in _WE)
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
        first = self.words.keys[self.sentence_begin]
        leads = F.CONNECTOR in self.index.single.get(first, {})
        leads = leads and first not in self.lexicon.definite
        ours = found.we or (leads and self._we_follow(named.end))
        if leads and not ours:
            return False
        if self._listed_account(named):
            return True
        subject = self._subject()
        if subject is None and self.copula >= 0 and not found.we:
            return False
        if (
            named.begin - self.sentence_begin > 1
            and subject is None
            and self.words.keys[named.begin - 1] in self.lexicon.the
            and not (found.we and self.copula >= max(named.begin - 3, 0))
        ):
            # "Opinions do not represent the agency", but "we are the agency".
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
            makes = F.MAKES in self._meanings(named.end)[1]
            if match and not makes and not _WHO.isdisjoint(match[1]):
                # "Healthcare agency owner", but "company developing drugs".
                return False
        if subject is None and not ours and self._talked_about(named):
            return False
        if (
            not ours
            and named.end < self.size
            and not self.gaps[named.end]
            and F.SELF in self.index.single.get(self.words.keys[named.end], {})
        ):
            # "The hospital I work at".
            return False
        start = self.sentence_begin
        if self.words.keys[start] in self.lexicon.honorifics and start not in self.hits:
            # "Dr Roe, a leader in biotech": a person.
            return False
        if subject is None and (waiting or named.kind is None or self.loose):
            return False
        if subject is None and not found.we and self._in_the_news(named):
            return False
        if subject is None and not ours and self._stands_at(named.begin):
            # "Packing pills at a pharma plant".
            work, where = Relationship.EMPLOYEE, (named.begin, named.end)
            self._claim(named, work, Status.CURRENT, "tie", where)
            self.open = []
            return True
        if subject is not None:
            if subject.kind is None and named.kind is None:
                return False
            if self._talked_of(subject, named):
                return False
            # What a name's words tell yields to what the sentence says it is.
            if subject.kind is None or (named.sure and not subject.numbers):
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

    def _stands_at(self, at: int) -> bool:
        """Whether "at" stands before what is here: a place of work, and no account."""
        at -= 1 + self._article(at - 1)
        return at >= self.sentence_begin and self.words.keys[at] in self.lexicon.at

    def _talked_of(self, subject: Named, named: Named) -> bool:
        """Such as "X is a greedy firm", "X is hiring at our clinic": talk of a firm."""
        another = named.kind is not None and named.kind not in HEALTH_INDUSTRY
        if another and subject.numbers and subject.kind in HEALTH_INDUSTRY:
            # "X is building a hospital".
            return True
        keys, end = self.words.keys, named.end
        between = keys[self.copula + 1 : named.begin]
        behind = keys[end : min(end + _FOLLOW, self.size)]
        return not (
            self.lexicon.at.isdisjoint(between) and self.lexicon.mine.isdisjoint(behind)
        )

    def _in_the_news(self, named: Named) -> bool:
        """Such as "A device company is opening in Leeds": no firm says so of itself."""
        first, end = self.sentence_begin, named.end
        mine = not self.lexicon.my_side.isdisjoint(self.words.keys[end : end + _FOLLOW])
        if mine and not self._we_follow(end):
            # "A pharma company called my mother".
            return True
        if named.begin - first > 1:
            return False
        if self.words.keys[first] in _THE:
            return self._does_something(end)
        if self.words.keys[first] not in self.lexicon.some:
            return False
        if self.words.keys[first] in self.lexicon.quantifiers:
            return True
        if end >= self.size or self.gaps[end]:
            return False
        return self.words.keys[end] in self.lexicon.have or not _NEWS.isdisjoint(
            self._meant(end)
        )

    def _does_something(self, end: int) -> bool:
        """Such as "Der Pharmakonzern (kritisiert die Ministerin)": others say so."""
        if end >= self.size or self.gaps[end] or self.words.upper[end]:
            return False
        key = self.words.keys[end]
        _, trade, meanings = self._meanings(end)
        small = key in self.lexicon.relative or key in self.lexicon.adverbs
        return not (trade or meanings or small)

    def _we_follow(self, at: int) -> bool:
        """Such as "As a maker of pumps we care": the text is the maker's."""
        behind = self.words.keys[at : at + _FOLLOW]
        return any(F.WE in self.index.single.get(key, {}) for key in behind)

    def _at_ours(self, begin: int) -> bool:
        """Such as "At Larkspur Health, we help patients": what a firm says."""
        keys, first = self.words.keys, self.sentence_begin + 1
        # "Bei Larkspur Health begleiten wir".
        end = begin - (begin > first + 1 and not self.words.upper[begin - 1])
        if not (
            first < end <= first + _NAME_SIZE
            and keys[first - 1] in self.lexicon.at
            and all(self.words.upper[first:end])
            and self.lexicon.did.isdisjoint(keys[begin + 1 : begin + 2])
        ):
            return False
        kind = self.kinds.infer(keys[first:end])[0]
        return kind is None or kind in HEALTH_INDUSTRY

    def _goes_on(self, at: int) -> bool:
        """Whether a name goes on here: a capital, at once or behind "of the"."""
        words = self.words
        for word in range(at, min(at + 3, self.size)):
            if words.upper[word]:
                return True
            if words.keys[word] not in self.lexicon.inner:
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

    def _talked_about(self, named: Named) -> bool:
        """Such as "Drug companies lie", not "Drug company making pills": a verb."""
        at, keys = named.end, self.words.keys
        if at >= self.size or self.gaps[at] or at in self.hits or self.words.upper[at]:
            return False
        if keys[at - 1] not in self.lexicon.makers or keys[at] in self.lexicon.relative:
            return False
        if keys[at].endswith(_GOES_ON):
            return False
        _, trade, meanings = self._meanings(at)
        if F.MAKES in trade:
            # "Drug makers make money".
            return keys[at - 1] in self.lexicon.several_makers
        return _JOINING.isdisjoint(meanings)

    def _subject(self) -> Named | None:
        """The name that begins the sentence and is followed by "is"."""
        start, copula = self.sentence_begin, self.copula
        if copula <= start or copula - start > 7 or self.past:
            return None
        if copula < self.bar:
            # "X is | a school" says nothing of X.
            return None
        if self.subject is not None:
            return (
                self.subject
                if copula - self.subject.end <= 1 and self.subject.begin - start <= 1
                else None
            )
        words = self.words
        if words.keys[start] in self.lexicon.definite and start + 1 < copula:
            # "A Larkspur é …", "Die Larkspur GmbH ist …".
            start += 1
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
