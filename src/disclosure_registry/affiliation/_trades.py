"""What the words beside a firm nobody knows tell of it: "X, a maker of pumps".

description = mark, { article }, ( branch | trade | owner )
trade       = noun for an organisation, ( "of" | "in" ), goods
            | [ "which" | "we" ], verb of making, goods
            | relative, goods, verb of making
owner       = "part of", firm that we hold | article, firm that we hold, "company"
"""

from __future__ import annotations

from typing import Final

import attrs

from disclosure_registry.affiliation._claims import Named
from disclosure_registry.affiliation._dates import year
from disclosure_registry.affiliation._gaps import Gap
from disclosure_registry.affiliation._lexicon import (
    ADJECTIVE_LAST,
    APPOSED,
)
from disclosure_registry.affiliation._state import State
from disclosure_registry.affiliation.cues import Cue, Function, Meanings, Side
from disclosure_registry.gazetteer import (
    LEGAL_FORMS,
    LETTERS,
    Hit,
    Strength,
    legal,
    spelt_form,
)
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor, Relationship, Status

__all__ = ["Trades"]

F = Function

#: So many words behind a firm tell what it does.
_DESCRIBED: Final = 14
#: So many words may stand between a verb and its goods: "makes very small pumps".
_QUALIFIED: Final = 2
#: What goes on behind the name of goods without making them another's.
_BESIDE_GOODS: Final = frozenset(
    {F.CONNECTOR, F.LIST, F.ARTICLE, F.ORGANISATION, F.SECTOR, F.HEALTH, F.STRANGER,
     F.COPULA, F.SINCE}
)  # fmt: skip
#: These may stand anywhere in a description.
_PASSED: Final = frozenset({F.HEALTH, F.NAME_WORD, F.LIST, F.SINCE})
#: So many claims back a firm may have been told.
_TOLD: Final = 4
#: Endings of verbs that say who without a pronoun.
_SAYING_WHO: Final = {
    "en": ("ing", "s"),
    "es": ("o",),
    "it": ("o",),
    "pt": ("o",),
}
#: Languages that put "we" behind the verb: "seit 1998 fertigen wir".
_TURNED: Final = frozenset({"de", "nl", "sv"})
#: Endings of verbs that say "we".
_SAYING_WE: Final = {"es": ("mos",), "it": ("mo",), "pt": ("mos",)}
_WORK: Final = Relationship.EMPLOYEE
_ACCOUNT: Final = Relationship.ORGANISATION_ACCOUNT
#: So many words are a firm's name.
_NAME: Final = 4
#: Pharmacies sell these too.
_DISPENSED: Final = frozenset({Actor.PHARMACEUTICAL_COMPANY})
#: Ties whose holders answer for what the firm does.
_ANSWERING: Final = frozenset(
    {
        Relationship.FOUNDER_OWNER,
        Relationship.BOARD_MEMBER,
        Relationship.ORGANISATION_ACCOUNT,
    }
)


@attrs.define(slots=True)
class _Heard:
    """What a description has said so far, and what it tells once it has told it."""

    #: Whose words they are answers for the firm.
    firm: bool
    #: A bracket, a dash or a colon leads to it.
    loose: bool
    #: It stands beside a firm, which may be another's.
    beside: bool = True
    article: bool = False
    relative: bool = False
    ours: bool = False
    #: A noun for an organisation or a verb of making, and what joins goods to it.
    head: bool = False
    made: bool = False
    joined: bool = False
    sells: bool = False
    doubt: bool = False
    goods: Actor | None = None
    plain: int = 0
    kind: Actor | None = None
    sure: bool = False
    #: The word behind what was heard.
    end: int = 0

    def make(self, cue: Cue) -> None:
        """Hear a verb of making."""
        if "weak" not in cue.flags:
            self.doubt = False
        elif not self.firm:
            # What a lab may do as well leaves a doubt, but where the firm does it.
            self.doubt = self.ours or not (self.head or self.relative)
        self.sells = cue.kind is Actor.SELLER
        self.head = self.made = self.joined = True
        self.plain = 0
        self.tell()

    def tell(self, kind: Actor | None = None) -> None:
        """Take a kind for told, or else the goods."""
        self.kind, self.sure = kind, True
        if kind is None:
            self.kind = self.goods
            self.sure = not (self.doubt or (self.sells and self.goods in _DISPENSED))


_AUXILIARIES: Final = 3


class Trades(State):
    """Reads what a firm is said to be or to make."""

    def _trade(self, named: Named, cue: Cue | None) -> None:
        """Learn the kind of a firm nobody knows from the words right behind it."""
        kind, sure = self._described(named.end, cue)
        if kind is not None and (sure or named.kind is None):
            named.kind, named.sure, named.firm = kind, sure, True

    def _described(self, begin: int, cue: Cue | None) -> tuple[Actor | None, bool]:
        """The kind that the words from here tell, and whether they leave no doubt.

        Reads `_DESCRIBED` words at most and stops at the first that does not belong.
        """
        if begin >= self.size or not self._leads_to_trade(begin):
            return None, False
        firm = cue is not None and (
            cue.relationship in _ANSWERING
            or "chief" in cue.flags
            or cue.flags is APPOSED
        )
        loose = bool(self.gaps[begin] & (Gap.OPEN | Gap.DASH | Gap.COLON))
        heard = _Heard(firm, loose)
        self._listen(begin, heard)
        return heard.kind, heard.sure

    def _listen(self, begin: int, heard: _Heard) -> None:
        at, stop = begin, min(begin + _DESCRIBED, self.size)
        while at < stop and heard.kind is None:
            gap = self.gaps[at] if at > begin else 0
            if gap & (Gap.STOP | Gap.SEGMENT | Gap.CLOSE | Gap.COLON):
                break
            if gap & Gap.COMMA and not heard.joined:
                break
            length = self._hear(heard, at)
            if not length:
                break
            at += length
        heard.end = at

    def _unnamed_maker(self, end: int) -> None:
        """Such as "I sell stents", "Designing pumps", "Buyer, catheters": no name."""
        if (
            self.sentence_claims
            or (self.wish or self.kin or self.addressed)
            or (self.past or self.narrated or self.bygone or self.in_list)
            or (self.negation >= 0 or self.former is not None)
            or any(c.named.kind in HEALTH_INDUSTRY for c in self.found.claims[-_TOLD:])
        ):
            return
        self._dealer(end)
        begin = self.segment_begin
        stop = min(end, begin + _DESCRIBED) if self.making else begin
        for at in range(begin, stop):
            if 0 <= self.strange < at:
                return
            if not self.trades.begins(self.words.keys[at]):
                continue
            makes = self._meanings(at)[1].get(F.MAKES)
            if makes is None:
                continue
            first = self._auxiliaries(at)
            employed = self._employer_ends(first)
            ours = self._we_make(makes, at) or (
                False if employed else self._who_makes(makes, first)
            )
            if ours is None:
                continue
            heard = _Heard(firm=employed, loose=False, beside=False, ours=ours)
            self._listen(at, heard)
            if heard.kind is not None:
                self.found.we = self.found.we or ours
                who = _ACCOUNT if ours else _WORK
                status = Status.CURRENT if heard.sure else Status.UNCLEAR
                named = self._unnamed(at, heard.end, heard.kind)
                if self._names_itself(at):
                    # "Larkspur makes pumps": its account, or talk of it.
                    named.begin, who = self.sentence_begin, _ACCOUNT
                    if not legal(self.words, named.begin + 1, at):
                        status = Status.UNCLEAR
                self._claim(named, who, status, "makes", (at, at + 1))
            return

    def _unnamed(self, begin: int, end: int, kind: Actor | None) -> Named:
        return Named(begin, end, kind=kind, sure=True, unnamed=True, firm=True)

    def _auxiliaries(self, at: int) -> int:
        """Where the words begin that belong to a verb: "are making", "have been"."""
        first = at
        while (
            first > self.segment_begin
            and not self.gaps[first]
            and at - first < _AUXILIARIES
            and self.words.keys[first - 1] in self.lexicon.helping
        ):
            first -= 1
        return first

    def _employer_ends(self, at: int) -> bool:
        """Such as "our company": the words right before are of the employer."""
        ends = self.found.employers[-1][1] if self.found.employers else -1
        return ends == at > self.segment_begin and not self.gaps[at]

    def _we_make(self, makes: Cue, at: int) -> bool:
        """Such as "produciamo", "seit 1998 fertigen wir": a verb that says "we"."""
        words, after = self.words, at + 1
        if words.keys[at].endswith(_SAYING_WE.get(makes.language, ())):
            return True
        turned = makes.language in _TURNED and after < self.size
        inverted = turned and not self.gaps[after]
        return inverted and F.WE in self.index.single.get(words.keys[after], {})

    def _who_makes(self, makes: Cue, at: int) -> bool | None:
        """Whether a verb is said of "us", or else of one person: None for others."""
        begin, key = self.segment_begin, self.words.keys[at]
        if at == begin:
            # "Make insulin affordable!" asks others.
            return False if key.endswith(_SAYING_WHO.get(makes.language, ())) else None
        if self.gaps[at]:
            return None
        before = self.index.single.get(self.words.keys[at - 1], {})
        if F.WE in before:
            return True
        part = any(e.end == at and not e.cue.actor for e in self.open)
        return False if part or F.SELF in before or self._names_itself(at) else None

    def _names_itself(self, at: int) -> bool:
        """Whether a name nobody knows, and nothing else, opens the text before here.

        What stands before it may be when the firm began: "Since 1950 X makes pumps".
        """
        words, begin = self.words, self.sentence_begin
        if self.sentences > 1 or self.found.first_person:
            return False
        dated = F.SINCE in self.index.single.get(words.keys[begin], {})
        if dated and begin + 1 < at and year(words.keys[begin + 1]):
            begin += 2
        if begin < at and words.keys[begin] in self.lexicon.definite:
            begin += 1
        # "X S.r.l. makes pumps": how a legal form is spelt is no part of the name.
        forms = range(max(begin + 1, at - LETTERS), at)
        end = next((form for form in forms if form + spelt_form(words, form) == at), at)
        name = range(begin, end)
        return 0 < len(name) <= _NAME and all(
            words.upper[i]
            and i not in self.hits
            and (words.keys[i] not in self.index.single or words.keys[i] in LEGAL_FORMS)
            for i in name
        )

    def _dealer(self, end: int) -> None:
        """Such as "Sales manager for stents", "Buyer, catheters": a part and goods."""
        opened = self.open[-1] if self.open else None
        if opened is None or opened.another or opened.end >= end:
            return
        cue, at = opened.cue, opened.end
        if cue.function is not F.TITLE or cue.relationship is not _WORK or cue.actor:
            return
        if self.words.keys[at - 1] in self.lexicon.outsiders:
            return
        if not self.gaps[at] and self.words.keys[at] in self.lexicon.dealing_in:
            at += 1
        elif not self.gaps[at] & (Gap.COMMA | Gap.OPEN) or "weak" in cue.flags:
            return
        if at >= end or (self.gaps[at] and at > opened.end):
            return
        length, trade, meanings = self._meanings(at)
        goods = trade.get(F.GOODS) or meanings.get(F.SECTOR)
        stop = at + length
        if (
            goods is None
            or self.words.keys[stop - 1] in self.lexicon.studied
            or not (self._ends_at(stop) or self.gaps[stop] & (Gap.CLOSE | Gap.COMMA))
        ):
            return
        role = (opened.begin, opened.end)
        named = self._unnamed(at, stop, goods.kind)
        self._claim(named, _WORK, Status.UNCLEAR, "title", role, opened.role)

    def _hear(self, heard: _Heard, at: int) -> int:
        """Hear what stands here, and tell how many words it takes: 0 for the end."""
        hit = self.hits.get(at)
        if hit is not None:
            if not heard.beside:
                return 0
            # "A company of X" is X's; what "builds X's page" or supplies X is not.
            theirs = heard.joined and not (heard.made or heard.sells)
            owner = self._part_of(at) if theirs else None
            owner = owner or self._owner(hit, article=heard.article)
            if owner is not None or heard.joined or hit.strength is Strength.STRONG:
                return self._settle(heard, owner)
        length, trade, meanings = self._meanings(at)
        belongs, makes = trade.get(F.BELONGS), trade.get(F.MAKES)
        if belongs is not None and belongs.side is Side.BEFORE:
            return self._settle(heard, self._part_of(at + length))
        goods = trade.get(F.GOODS) or meanings.get(F.SECTOR)
        if makes is not None:
            heard.make(makes)
        elif F.ORGANISATION in meanings:
            return length if self._hear_noun(heard, meanings[F.ORGANISATION]) else 0
        elif goods is not None and self._goods_end(goods, at + length):
            self._hear_goods(heard, goods, at + length)
        else:
            return length if self._hear_small(heard, at, meanings) else 0
        return length

    def _settle(self, heard: _Heard, owner: Actor | None) -> int:
        """An owner settles the kind; any other name ends the description."""
        if owner is not None:
            heard.tell(owner)
        return 0

    def _hear_noun(self, heard: _Heard, cue: Cue) -> bool:
        """Hear a noun for an organisation, and tell whether the description goes on."""
        if cue.kind is None:
            heard.head, heard.joined, heard.plain = True, False, 0
            heard.sells = "weak" in cue.flags
            heard.tell()
        elif heard.joined and not heard.article:
            # "A firm for hospitals".
            return False
        else:
            heard.tell(cue.kind)
        return True

    def _hear_goods(self, heard: _Heard, cue: Cue, end: int) -> None:
        """Hear goods or a branch that end here."""
        heard.goods = cue.kind
        bound = cue.function is F.GOODS or "weak" in cue.flags
        app = heard.article and cue.kind is Actor.DIGITAL_HEALTH_COMPANY
        branch = not bound and (heard.article or self._ends_at(end))
        # "X (insulin pumps)", "X, an app for patients", "X, a biotech".
        alone = heard.plain == 0 and (heard.loose or app or branch)
        if alone or (heard.head and heard.joined):
            heard.tell()

    def _hear_small(self, heard: _Heard, at: int, meanings: Meanings) -> bool:
        """Hear any other word, and tell whether the description goes on."""
        key = self.words.keys[at]
        if F.WE in meanings:
            # "Makes us take a test" is about no goods, "entwickeln wir" may be.
            inverted, heard.ours = heard.ours, True
            return inverted or not heard.head
        if F.CONNECTOR in meanings or key in self.lexicon.dealing_in:
            if heard.goods is None:
                adjective = heard.plain == 1 and key in self.lexicon.behind_adjectives
                heard.joined = (
                    key in self.lexicon.dealing_in and heard.plain <= adjective
                )
                return heard.head and heard.joined
            return True
        if key in self.lexicon.relative:
            heard.relative = True
            return True
        if heard.head and key in self.lexicon.whose:
            # "I make my own pumps".
            return False
        if F.ARTICLE in meanings:
            heard.article = heard.article or not heard.head
            return True
        if not meanings:
            heard.plain += not key.isdigit()
            led = heard.head or heard.article or self.words.upper[at]
            led = led and key not in self.lexicon.no_goods
            return led and heard.plain <= _QUALIFIED and heard.goods is None
        against = heard.goods is not None and F.STRANGER in meanings
        return against or not _PASSED.isdisjoint(meanings)

    def _meanings(self, at: int) -> tuple[int, Meanings, Meanings]:
        """How many words mean something here, of a trade, and besides."""
        keys, end = self.words.keys, self.run_ends[at]
        length, trade = self.trades.match(keys, at, end) or (0, {})
        size, meanings = self._phrase(at)
        if length < size and trade and F.WE in meanings:
            # "Maken wij" begins an organisation's text, and makes goods.
            size, meanings = length, {}
        elif length < size:
            trade = {}
        return max(length, size, 1), trade, meanings if size >= length else {}

    def _leads_to_trade(self, at: int) -> bool:
        """Whether the words behind a name may tell of the firm."""
        gap, key = self.gaps[at], self.words.keys[at]
        if gap & (Gap.COMMA | Gap.OPEN | Gap.COLON | Gap.DASH):
            return True
        if gap & (Gap.STOP | Gap.SEGMENT):
            return F.WE in self.index.single.get(key, {})
        return not gap and (
            key in self.lexicon.relative or F.MAKES in self._meanings(at)[1]
        )

    def _goods_end(self, cue: Cue, at: int) -> bool:
        """Whether goods are not part of another noun: "insulin pump user"."""
        if at >= self.size or self.gaps[at]:
            return True
        _, trade, meanings = self._meanings(at)
        if trade or self.words.keys[at] in self.lexicon.relative:
            return True
        if not meanings:
            adverb = self.words.keys[at] in self.lexicon.adverbs
            return adverb or cue.language in ADJECTIVE_LAST
        return not _BESIDE_GOODS.isdisjoint(meanings)

    def _part_of(self, at: int) -> Actor | None:
        """Such as "a subsidiary of X": the kind of the firm that follows."""
        for place in range(at, min(at + _QUALIFIED + 1, self.size)):
            if self.gaps[place] and place > at:
                break
            hit = self.hits.get(place)
            if hit is not None:
                owner = self._from_hit(hit).kind
                return owner if owner in HEALTH_INDUSTRY else None
        return None

    def _owner(self, hit: Hit, *, article: bool) -> Actor | None:
        """Such as "an X company", "(X group)": the kind of the owner."""
        owner = self._from_hit(hit)
        end = owner.end
        if owner.kind not in HEALTH_INDUSTRY:
            return None
        # "Roche Group" is one name in itself.
        after = self.trades.single.get(self.words.keys[end - 1], {})
        if end < self.size and not self.gaps[end]:
            after = self._meanings(end)[1]
        cue = after.get(F.BELONGS)
        told = cue is not None and cue.side is Side.AFTER
        bracket = self.gaps[hit.begin] & Gap.OPEN
        return owner.kind if told and (article or bracket) else None
