"""What the words of a proper name tell of the kind of organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from disclosure_registry.affiliation.cues import Cue, Function, Phrases, variants
from disclosure_registry.vocabulary import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from disclosure_registry.affiliation._lexicon import Lexicon

__all__ = ["Kinds"]

#: These decide wherever they stand: an institute of pharma research is an institute.
_DOMINANT: Final = frozenset(
    {
        Actor.ACADEMIC_INSTITUTION,
        Actor.HOSPITAL,
        Actor.NONPROFIT,
        Actor.REGULATOR,
        Actor.PUBLISHER,
        Actor.OTHER_ORGANISATION,
        Actor.LAWYER,
        Actor.PHARMACY_OR_DISTRIBUTOR,
        Actor.HEALTH_INSURER,
    }
)

#: Parts of words that suggest a kind have so many letters.
_SHORTEST: Final = 2
_LONGEST: Final = 10


class Kinds:
    """The name words of all languages: they serve names in texts of any."""

    def __init__(self, languages: Iterable[Phrases], lexicon: Lexicon) -> None:
        self._industry = lexicon.industry
        self._words: dict[str, Cue] = {}
        self._pairs: dict[tuple[str, str], Cue] = {}
        self._begins: dict[str, Cue] = {}
        self._ends: dict[str, Cue] = {}
        for phrases in languages:
            for cue, texts in phrases.cues:
                if cue.function is Function.NAME_WORD:
                    self._hold(cue, texts)

    def _hold(self, cue: Cue, texts: Iterable[str]) -> None:
        singles = self._words
        if "beginning" in cue.flags:
            singles = self._begins
        elif "ending" in cue.flags:
            singles = self._ends
        for text in texts:
            for variant in variants(text):
                if len(variant) == 1:
                    for word in variant[0]:
                        singles.setdefault(word, cue)
                elif len(variant) == len(("two", "words")):
                    self._pairs.setdefault((variant[0][0], variant[1][0]), cue)

    def infer(self, keys: Sequence[str]) -> tuple[Actor | None, bool, bool]:
        """The kind, whether it is sure, and whether the body is a statutory insurer."""
        best: Cue | None = None
        for at in range(len(keys) - 1, -1, -1):
            key = keys[at].lstrip("@#")
            cue = self._pairs.get((keys[at - 1], key)) if at else None
            cue = cue or self._words.get(key)
            if cue is None and keys[at][0] in "@#":
                cue = self._glued(key)
            if cue is None:
                continue
            if cue.kind in _DOMINANT:
                if cue.kind is Actor.NONPROFIT and self._industry.intersection(keys):
                    return Actor.TRADE_ASSOCIATION, True, False
                return cue.kind, True, "statutory" in cue.flags
            if best is None or ("weak" in best.flags and "weak" not in cue.flags):
                best = cue
        if best is None:
            return None, False, False
        return best.kind, "sure" in best.flags, False

    def _glued(self, key: str) -> Cue | None:
        """The last word of a handle written in one: `@mirzymetherapeutics`."""
        for cut in range(min(len(key) - 2, 16), 4, -1):
            cue = self._words.get(key[-cut:])
            if cue is not None:
                return cue
        # So short a word is told only where hardly any other word ends like it.
        return self._words.get("bio") if key.endswith("bio") else None

    def hint(self, keys: Sequence[str]) -> Actor | None:
        """The kind that a part of a word suggests: `Cardiozyme`, `Neuropharm`."""
        for key in keys:
            for cut in range(_SHORTEST, min(len(key), _LONGEST)):
                cue = self._begins.get(key[:cut]) or self._ends.get(key[-cut:])
                if cue is not None:
                    return cue.kind
        return None

    def knows(self, key: str) -> bool:
        """Whether a word tells a kind in a name."""
        return key in self._words

    def statutory(self, keys: Sequence[str]) -> bool:
        """Whether the name is of a statutory health insurer."""
        return any(
            cue is not None and "statutory" in cue.flags
            for cue in (self._words.get(key) for key in keys)
        )
