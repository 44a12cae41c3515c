"""Tell quickly that a text declares nothing.

Most profile texts declare nothing, and most can be passed over by looking at their
words as a set. The test may let a silent text through to be read; it never passes
over one that has anything to say (a property test compares the two ways).
"""

from __future__ import annotations

import re
from itertools import islice
from operator import add
from typing import TYPE_CHECKING, Final

from disclosure_registry.affiliation.cues import (
    COMMON,
    Function,
    Side,
    is_light,
    variants,
)
from disclosure_registry.text import EVERYDAY, Form, fold, split, untroubled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from disclosure_registry.affiliation.cues import Cue, Phrases
    from disclosure_registry.gazetteer import Gazetteer

__all__ = ["PLACES", "Silence"]

F = Function

#: Connectors that name a place of work: only these join an unknown name to a
#: department ("research at X").
PLACES: Final = frozenset(
    {"at", "@", "chez", "bei", "hos", "bij", "presso", "na", "en"}
)

#: Functions whose cues can carry a claim with no organisation of ours in the text.
_TELLING: Final = frozenset(
    {
        F.TIE,
        F.TITLE,
        F.FORMER,
        F.OWN,
        F.DISCLAIMER,
        F.SPEAKS_FOR,
        F.EMPLOYER,
        F.SECTOR,
        F.ORGANISATION,
        F.SECTOR_ROLE,
        F.PERSONA,
    }
)

_PLAIN: Final = re.compile(r"[^\W_]+")
_SPECIAL: Final = re.compile(r"[@#/]|www\.", re.IGNORECASE)


class Silence:
    """The words without one of which a text declares nothing."""

    def __init__(self, phrases: Sequence[Phrases], gazetteer: Gazetteer) -> None:
        anchors: set[str] = set()
        weak: set[str] = set()
        for language in phrases:
            for cue, texts in language.cues:
                if cue.function not in _TELLING:
                    continue
                target = weak if _needs_place(cue) else anchors
                for text in texts:
                    for words in variants(text):
                        target.update(_anchor(words))
        self._anchors = frozenset(anchors) | gazetteer.anchors
        self._weak = frozenset(weak) - self._anchors
        self._gazetteer = gazetteer
        self._we = frozenset(_first_words(phrases, F.WE))
        self._health = frozenset(_first_words(phrases, F.HEALTH))

    def covers(self, text: str) -> bool:
        """Whether the text surely declares nothing."""
        plain = untroubled(text)
        if plain is None:
            return False
        tokens = _PLAIN.findall(plain.lower())
        if not plain.isascii():
            tokens = [t if t.isascii() else fold(t) for t in tokens]
        if not self._anchors.isdisjoint(tokens):
            return False
        if not self._weak.isdisjoint(tokens) and (
            "@" in plain or not PLACES.isdisjoint(tokens)
        ):
            return False
        if not (self._we.isdisjoint(tokens) or self._health.isdisjoint(tokens)):
            return False
        if not self._gazetteer.single.isdisjoint(
            map(add, tokens, islice(tokens, 1, None))
        ):
            return False
        return _SPECIAL.search(plain) is None or self._no_address(plain)

    def _no_address(self, plain: str) -> bool:
        words = split(plain)
        return not any(
            form is not Form.WORD and self._gazetteer.holds(words, index)
            for index, form in enumerate(words.forms)
        )


def _first_words(phrases: Iterable[Phrases], function: Function) -> Iterator[str]:
    for language in phrases:
        for cue, texts in language.cues:
            if cue.function is function:
                for text in texts:
                    for words in variants(text):
                        yield from words[0]


def _needs_place(cue: Cue) -> bool:
    return cue.function is F.TITLE and "weak" in cue.flags and cue.side is Side.BEFORE


def _anchor(words: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The choices for one word of a phrase, none of them common: every use has one."""
    if is_light(words):
        return ()
    sure = [choices for choices in words if COMMON.isdisjoint(choices)]
    return min(sure, key=_cost)


def _cost(choices: tuple[str, ...]) -> tuple[int, int, int]:
    everyday = sum(word in EVERYDAY for word in choices)
    return everyday, len(choices), -min(map(len, choices))
