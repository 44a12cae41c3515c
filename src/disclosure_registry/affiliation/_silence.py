"""Tell quickly that a text declares nothing.

Most profile texts declare nothing, and most can be passed over by looking at their
words as a set. The test may let a silent text through to be read; it never passes
over one that has anything to say (a property test compares the two ways).
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from operator import add
from typing import TYPE_CHECKING, Final

from disclosure_registry.affiliation._lexicon import GENITIVE
from disclosure_registry.affiliation.cues import (
    Function,
    Side,
    variants,
)
from disclosure_registry.gazetteer import LEGAL_FORMS
from disclosure_registry.text import (
    EVERYDAY,
    LIMIT,
    Form,
    dotted,
    fold,
    marked,
    marked_up,
    numbered,
    spelt,
    split,
    untroubled,
)
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from disclosure_registry.affiliation._lexicon import Lexicon
    from disclosure_registry.affiliation.cues import Cue, Phrases
    from disclosure_registry.gazetteer import Gazetteer

__all__ = ["PRESENTED", "Silence", "disease_ending"]

F = Function

#: Kinds that a noun alone may present: "A leading CRO", "A page for patients".
PRESENTED: Final = frozenset(HEALTH_INDUSTRY) | {
    Actor.PATIENT_ORGANISATION,
    Actor.NONPROFIT,
    Actor.PUBLISHER,
    Actor.PHARMACY_OR_DISTRIBUTOR,
}

#: Functions whose cues say something by themselves.
_ALONE: Final = frozenset(
    {
        F.DISCLAIMER,
        F.SPEAKS_FOR,
        F.EMPLOYER,
        F.SECTOR,
        F.SECTOR_ROLE,
        F.PERSONA,
    }
)
#: Functions whose cues need an organisation; one that nobody knows begins with a
#: capital or is a handle.
_WITH_NAME: Final = frozenset({F.TIE, F.TITLE, F.FORMER})

#: A capital where no sentence and no segment begins, or a handle.
_NAME: Final = re.compile(
    "@|(?:[\\w,:;(&/+'\"\u201c\u201d\u2018\u2019\u00ab\u00bb\\[\\]{}<>=$\u00a3\u20ac\u00a5%#^`\\\\"
    "\u2013\u2014\u2026)\u2122\u00ae\u00a9\u00b0-]|\\b\\w{1,5}\\.)\\s*[A-Z\u00c0-\u1fff\u2c00-\ud7ff\uff21-\uffdc]"
)

#: Endings that diseases have in all languages that took their names from Greek.
_DISEASE: Final = re.compile(
    "(?:.itis|itides|osis|iasis|iase|[^d]emia|aemia|pathy|lepsy|lepsie|lepsia|algia|"
    "algie|plegia|trophy|penia|philia|philie|aemie|pathie|opatia|thrite|trite|colite|"
    "patite|ngite|matite|lanoma?e?|cinoma|denoma|phoma|nfoma|eloma|lioma|arcoma|"
    "glaucoma|phome?|elome?|erosis|erose|sclerosi|metriose|metriosi|metrios|viscidose|"
    "fibrose|fibrosi|krebs)$"
)
#: No ending is longer, with the letter before it.
_ENDING: Final = 12


def disease_ending(key: str, others: frozenset[str]) -> bool:
    """Whether a word ends as diseases do, and is none of the others that do."""
    return _DISEASE.search(key[-_ENDING:]) is not None and key not in others


_PLAIN: Final = re.compile(r"[^\W_]+")
#: What ends a sentence.
_STOPS: Final = re.compile("[.!?\u3002]")
#: Anything but what is in no word or ASCII, and needs no cleaning either.
_NOT_CLEAN: Final = re.compile(
    "[^\t\n\r -~¡-§©«¬®°±¶·»¿‐‒–―‘-‟†-•‰‹›€₹←-⇿─-⛿✀-❵➔-➿🌀-🫿]"
)
#: Anything but ASCII and signs that are in no word.
_NOT_SIMPLE: Final = re.compile(
    "[^\x00-\x7f\xa0-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u2010-\u205e\u20a0-\u20bf"
    "\u2190-\u2426\u2500-\u2775\u2794-\u2bff\u3000-\u3003\ufe00-\ufe0f"
    "\U0001f300-\U0001faff]"
)
#: Between the steps of a life.
_ARROW: Final = re.compile("[-=]>|[\u2192\u21d2]")
#: What no cue reaches over to a noun that may be anybody's.
_PARTS: Final = re.compile("[|\u2022\U0001f300-\U0001faff]|\\. ")
#: A part so short at the beginning may be a firm's name; names have so many words.
_FIRST_PART: Final = re.compile("[^|;]{2,60}?(?:[|;*~]|[^\\w\\s!-/:-@\\[-`{-~])")
_OPENING: Final = 5
#: For each byte of ASCII, its small letter or digit, a space if it is in no word.
_SPACED: Final = bytes(
    ord(chr(code).lower()) if chr(code).isascii() and chr(code).isalnum() else ord(" ")
    for code in range(256)
)

# What a word is a sign of, to be added up over a text.
#: Says something by itself.
_SAYS: Final = 1
#: A cue that needs an organisation, and one that needs a place before it as well.
_NAMED: Final = 2
_PLACED: Final = 4
_PLACE: Final = 8
#: A noun for an organisation, which a cue or a copula makes one's own.
_NOUN: Final = 16
_COPULA: Final = 32
#: A name that a cue must support.
_FAINT: Final = 64
#: Words of the ill, and what they may be ill of.
_ILL: Final = 128
_DISEASE_NAME: Final = 256
#: "We" speaks as an organisation where the text is about health.
_WE: Final = 512
_HEALTH: Final = 1024
#: "Mine" disclaims where there is a word for opinions.
_MINE: Final = 2048
_VIEWS: Final = 4096
_MY_VIEWS: Final = _MINE | _VIEWS
#: A tie, and a word that leads from a title to where it is held.
_TIED: Final = 8192
_LEADS: Final = 16384
#: What firms of a kind make, and a verb of making.
_GOODS: Final = 65536
_MAKING: Final = 131072
#: A legal form, which makes a faint name a firm's: "Lilly GmbH".
_LEGAL: Final = 32768
#: The name of an organisation outside the industry, which a cue must tie to somebody.
_ELSEWHERE: Final = 262144
#: A word that tells when something was.
_DATED: Final = 524288
#: What may tie a name to somebody.
_CUE: Final = _NAMED | _PLACE | _NOUN | _COPULA | _LEGAL | _MINE | _VIEWS | _DATED
#: So far behind the first word a cue still finds it, and the part of "X scientist".
_BEGINNING: Final = 12
_BESIDE: Final = 4


#: What the first words of these cues are signs of.
_FIRST_WORDS: Final = {
    F.CONDITION: _DISEASE_NAME,
    F.WE: _WE,
    F.HEALTH: _HEALTH,
    F.COPULA: _COPULA,
    F.CONNECTOR: _LEADS,
    F.UNTIL: _DATED,
    F.SINCE: _DATED,
}
#: What the cues of these functions are signs of.
_SIGNS: Final = {
    F.OWN: _MINE,
    F.OPINION: _VIEWS,
    F.GOODS: _GOODS,
    F.MAKES: _MAKING,
}


class Silence:
    """The words without which a text declares nothing, each with what it may begin."""

    def __init__(
        self,
        phrases: Sequence[Phrases],
        lexicon: Lexicon,
        gazetteer: Gazetteer,
        chosen: Callable[[Sequence[str], str], Iterable[Phrases]],
    ) -> None:
        """Made of what the reader reads with; `chosen` are its phrases for words."""
        self._shared: dict[str, int] = {}
        industry = frozenset(HEALTH_INDUSTRY)
        for kinds, sign in ((industry, _SAYS), (set(Actor) - industry, _ELSEWHERE)):
            _mark(self._shared, gazetteer.anchors(kinds), sign)
            _mark(self._shared, gazetteer.pairs(kinds), sign)
        _mark(self._shared, gazetteer.faint(), _FAINT)
        _mark(self._shared, LEGAL_FORMS, _LEGAL)
        _mark(self._shared, lexicon.kinds, _DISEASE_NAME)
        _mark(self._shared, lexicon.places, _PLACE | _LEADS)
        _mark(self._shared, GENITIVE, _LEADS)
        self._languages = {
            p.language: _of_a_language(p, lexicon.common) for p in phrases
        }
        self._signs = dict(self._shared)
        for signs in self._languages.values():
            for word, sign in signs.items():
                _mark(self._signs, (word,), sign)
        # A set misses sooner than a mapping, and most words are missed.
        self._words = frozenset(self._signs)
        self._gazetteer = gazetteer
        self._chosen = chosen
        self._base = tuple(chosen((), ""))
        self._no_diseases = lexicon.no_diseases

    def covers(self, text: str) -> bool:
        """Whether the text surely declares nothing."""
        simple = len(text) <= LIMIT and _NOT_CLEAN.search(text) is None
        plain = text if simple else untroubled(text)
        if plain is None or (not simple and "\u0130" in plain):
            # A capital I with a dot becomes two signs in small letters.
            return False
        tokens, simple = _tokens(plain, simple=simple)
        # In most texts no letter but the first is a capital.
        calm = simple and plain.encode("ascii", "replace")[1:].islower()
        if marked_up(plain) or spelt(plain):
            # "<b>Novar</b>tis", "jane.doe at novartis.com".
            return False
        if not calm and (numbered(plain) or dotted(plain)):
            # "1Novartis, Basel", "G.E.: fees".
            return False
        seen = self._seen(tokens)
        if seen & _FAINT and self._opens_with_name(plain, tokens):
            return False
        # Of which language a text is, the words outside names tell.
        named = seen & (_FAINT | _ELSEWHERE)
        if seen & _FAINT and simple and not self._loud(plain, tokens, calm=calm):
            seen ^= _FAINT
        special = marked(plain)
        if self._says(seen, plain, tokens, calm=calm):
            if special or named:
                return False
            # The base is read whatever the language is.
            keys = tokens[: _singles(tokens)]
            for chosen in (self._base, self._chosen(keys, plain)):
                seen = self._seen_in(chosen, tokens)
                if self._says(seen, plain, tokens, calm=calm):
                    return False
        return not special or self._no_address(plain)

    def _opens_with_name(self, plain: str, tokens: list[str]) -> bool:
        """Whether a name that may be a word fills the first part: "Roche | Basel"."""
        first = _FIRST_PART.match(plain)
        return first is not None and any(
            self._signs.get(token, 0) & _FAINT for token in tokens[:_OPENING]
        )

    def _says(self, seen: int, plain: str, tokens: list[str], *, calm: bool) -> bool:
        """Whether a text with these signs may declare something."""
        ill = seen & _ILL
        return bool(
            seen & _SAYS
            or _may_name(seen, plain, calm=calm)
            or (_may_own(seen, plain) and self._owns(plain))
            or (seen & _WE and (seen & _HEALTH or self._we_open(plain)))
            or seen & _MY_VIEWS == _MY_VIEWS
            or (seen & _GOODS and seen & (_MAKING | _NAMED | _PLACED))
            or (ill and (seen & _DISEASE_NAME or self._ailing(tokens)))
        )

    def _we_open(self, plain: str) -> bool:
        """Whether "we" or "at X we" open a sentence, as an organisation's texts do."""
        firsts = filter(None, map(_PLAIN.search, _STOPS.split(plain)))
        opening = _WE | _PLACE
        return any(
            self._signs.get(fold(first[0].lower()), 0) & opening for first in firsts
        )

    def _seen(self, tokens: list[str]) -> int:
        """What the words, and the pairs of neighbours, are signs of."""
        seen = 0
        for word in self._words.intersection(tokens):
            seen |= self._signs[word]
        return seen

    def _seen_in(self, chosen: Iterable[Phrases], tokens: list[str]) -> int:
        """As `_seen`, in these languages alone."""
        read = [self._shared, *(self._languages[p.language] for p in chosen)]
        seen = 0
        for word in self._words.intersection(tokens):
            for signs in read:
                seen |= signs.get(word, 0)
        return seen

    def _ailing(self, tokens: list[str]) -> bool:
        """Whether one of the words ends as diseases do."""
        return any(
            disease_ending(token, self._no_diseases)
            for token in tokens[: _singles(tokens)]
        )

    def _owns(self, plain: str) -> bool:
        """Whether in one part of the text a noun for an organisation has a cue."""
        for part in _PARTS.split(plain):
            if _may_own(self._seen(_tokens(part)[0]), plain):
                return True
        return False

    def _loud(self, plain: str, tokens: list[str], *, calm: bool) -> bool:
        """Whether a name that may be a word is written with a capital or a digit.

        `tokens` are those of the text; in a `calm` one only the first has a capital,
        and a cue must stand near it.
        """
        if calm:
            pairs = _singles(tokens)
            if self._seen(tokens[:1] + tokens[pairs : pairs + 1]) & _FAINT and (
                self._seen(_behind_first(tokens, _BESIDE)) & _PLACED
                or self._seen(_behind_first(tokens, _BEGINNING)) & _CUE
            ):
                return True
            loud = set(filter(_figured, tokens))
        else:
            words = _PLAIN.findall(plain)
            words += map(add, words, words[1:])
            loud = {w.lower() for w in words if not w.islower() or _figured(w)}
        return any(self._signs.get(word, 0) & _FAINT for word in loud)

    def _no_address(self, plain: str) -> bool:
        words = split(plain)
        return not any(
            form is not Form.WORD and self._gazetteer.holds(words, index)
            for index, form in enumerate(words.forms)
        )


def _figured(word: str) -> bool:
    """Whether a word begins with a digit."""
    return word[0].isdigit()


def _singles(tokens: list[str]) -> int:
    """How many of the tokens are words; behind them are pairs, one fewer."""
    return (len(tokens) + 1) // 2


def _behind_first(tokens: list[str], count: int) -> list[str]:
    """The words and pairs behind the first, so many of each."""
    pairs = _singles(tokens)
    return tokens[1 : count + 1] + tokens[pairs + 1 : pairs + count + 1]


def _mark(signs: dict[str, int], words: Iterable[str], sign: int) -> None:
    for word in words:
        signs[word] = signs.get(word, 0) | sign


def _of_a_language(phrases: Phrases, common: frozenset[str]) -> dict[str, int]:
    """The words of a language's phrases, and what each is a sign of."""
    signs: dict[str, int] = {}
    for cue, texts in phrases.cues:
        sign = _sign(cue)
        first = _FIRST_WORDS.get(cue.function, 0)
        for words in chain.from_iterable(map(variants, texts)) if sign | first else ():
            if first:
                _mark(signs, words[0], first)
            if sign:
                # "Not those of X" says that X may be the employer.
                of = sign == _MINE and "of" in words[-1]
                _mark(signs, _anchor(words, common), _SAYS if of else sign)
    return signs


def _tokens(plain: str, *, simple: bool = False) -> tuple[list[str], bool]:
    """The words of a text in small letters, folded, and whether they are all ASCII.

    That may be known before. Behind the words all two neighbours written together: they
    stand for phrases whose words are everyday ones.
    """
    simple = simple or _NOT_SIMPLE.search(plain) is None
    if simple:
        # Twice as fast as a pattern.
        letters = plain.encode("ascii", "replace").translate(_SPACED)
        tokens = letters.decode("ascii").split()
    else:
        tokens = _PLAIN.findall(plain.lower())
        simple = "".join(tokens).isascii()
        if not simple:
            tokens = [t if t.isascii() else fold(t) for t in tokens]
    tokens += map(add, tokens, tokens[1:])
    return tokens, simple


def _sign(cue: Cue) -> int:
    """What a cue's words may begin, 0 for those that only lead from word to word."""
    if cue.function is F.PERSONA and "illness" in cue.flags:
        return _ILL
    if cue.function in _ALONE or "row" in cue.flags:
        return _SAYS
    if cue.function in _SIGNS:
        return _SIGNS[cue.function]
    if cue.function is F.ORGANISATION:
        return _SAYS if cue.kind in PRESENTED else _NOUN
    if cue.function in _WITH_NAME:
        named = _PLACED if _needs_place(cue) else _NAMED
        return named if cue.function is F.TITLE else named | _TIED
    return 0


def _may_own(seen: int, text: str) -> bool:
    """Whether a cue or a copula may make a noun for an organisation one's own."""
    if not seen & _NOUN:
        return False
    cue = seen & _NAMED or (seen & _PLACED and (seen & _PLACE or "@" in text))
    led = seen & (_TIED | _LEADS) or "@" in text or ":" in text
    return bool((cue and led) or seen & _COPULA)


def _may_name(seen: int, plain: str, *, calm: bool) -> bool:
    """Whether a cue may find the name of an organisation."""
    place = seen & _PLACE or "@" in plain
    if seen & _FAINT and (place or seen & (_NAMED | _PLACED | _LEGAL | _DATED)):
        return True
    if seen & _ELSEWHERE and (place or seen & (_CUE | _PLACED) or _ARROW.search(plain)):
        return True
    cue = seen & _NAMED or (seen & _PLACED and place)
    return bool(cue and ("@" in plain if calm else _NAME.search(plain)))


def _needs_place(cue: Cue) -> bool:
    return cue.function is F.TITLE and "weak" in cue.flags and cue.side is Side.BEFORE


def _anchor(
    words: tuple[tuple[str, ...], ...], common: frozenset[str]
) -> Iterable[str]:
    """Words of which every use of the phrase has one: the choices for its rarest word.

    Where that is an everyday word too, two neighbours written together serve.
    """
    sure = [choices for choices in words if common.isdisjoint(choices)]
    best = min(sure, key=_cost, default=None)
    if len(words) > 1 and (best is None or _cost(best)[0]):
        left, right = min(pairwise(words), key=_pair_cost)
        return [first + second for first in left for second in right]
    return best or words[0]


def _pair_cost(two: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[bool, int]:
    left, right = two
    brief = min(map(len, left)) + min(map(len, right)) < len("have")
    return brief, len(left) * len(right)


def _cost(choices: tuple[str, ...]) -> tuple[int, int, int]:
    everyday = sum(word in EVERYDAY for word in choices)
    return everyday, len(choices), -min(map(len, choices))
