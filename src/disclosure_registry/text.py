"""Clean a text and split it into words, keeping where everything stood.

Cleaning never moves a claim: each character of the cleaned text knows the place of
the given text it came from, so that evidence points into what the person wrote.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

import attrs

from disclosure_registry.errors import TextTooLongError
from disclosure_registry.model import Span

__all__ = ["LIMIT", "Cleaned", "Form", "Words", "clean", "fold", "key_of", "split"]

#: Longer texts are refused: nobody's declaration has a million characters.
LIMIT: Final = 1_000_000

#: What needs no cleaning: ASCII, Latin letters, common marks, most pictures, kana and
#: ideographs. A text of these alone keeps its offsets and skips the slow path.
_UNTROUBLED: Final = re.compile(
    "[^\t\n\r -~¡-§©«¬®°±¶·»¿-ĿŁ-ňŊ-žƀ-ǃǍ-ǰǴ-ʯ"
    "‐‒-–—―‘-‟†-•‰‹›€₹™"
    "←-⇿─-⛿✀-➿"
    "\U0001f300-\U0001faff぀-ゖァ-ヾ一-鿿]"
)

#: Marks that NFKC would turn into letters or dots; they stay marks.
_KEPT: Final = frozenset("™®©…℠")

#: Letters of other scripts that look like Latin ones. They are read as Latin only
#: in a word that has Latin letters too: a Cyrillic word is not a disguise.
_LOOKALIKES: Final = str.maketrans(
    "аАвВсСеЕНіІјЈкКмМоОрРѕЅТтхХуУԁԛԝһҺαΑβΒεΕΗιΙκΚΜνΝοΟρΡΤτυΥΧχΖγ",
    "aABBcCeEHiIjJkKMMoOpPsSTtxXyYdqwhHaABBeEHiIkKMvNoOpPTtuYXxZy",
)
_MIXED_WORD: Final = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT: Final = re.compile("[Ͱ-ԯ]")
_LATIN: Final = re.compile("[A-Za-z]")

#: More marks than this on one letter say nothing, and sorting them is slow.
_MARKS: Final = 16

_WORD: Final = re.compile(
    r"(?:https?://|www\.)[^\s|<>\"()]+|[@#]\w+|[^\W_]+", re.IGNORECASE
)
_PLAIN: Final = re.compile(r"[^\W_]+")

#: Letters that do not come apart under NFKD.
_UNMARKED: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


@attrs.frozen
class Cleaned:
    """A text without disguises, and the way back to the text as given.

    `places` holds for each character of `text` where it began in `original`, with
    one more entry for the end; None where the two texts are the same.
    """

    text: str
    original: str
    places: Sequence[int] | None = None

    def span(self, start: int, stop: int) -> Span:
        """The part of the original text that `text[start:stop]` was made from."""
        if self.places is None:
            return Span(start, stop)
        if stop <= start:
            return Span(self.places[start], self.places[start])
        return Span(self.places[start], _end(self.original, self.places, stop))


def _end(original: str, places: Sequence[int], stop: int) -> int:
    # A letter's own marks belong to it, dropped characters after it do not.
    end = places[stop - 1] + 1
    following = places[stop]
    while end < following and unicodedata.combining(original[end]):
        end += 1
    return end


def clean(text: str) -> Cleaned:
    """Undo compatibility forms, invisible characters and look-alike letters.

    Raises:
        TextTooLongError: the text has more than `LIMIT` characters.

    """
    if len(text) > LIMIT:
        raise TextTooLongError(len(text), LIMIT)
    if _UNTROUBLED.search(text) is None:
        return Cleaned(text, text)
    return _clean_slowly(text)


def _clean_slowly(text: str) -> Cleaned:
    pieces: list[str] = []
    places: list[int] = []
    known: dict[str, str] = {}
    at, size = 0, len(text)
    while at < size:
        begin = at
        cluster = text[at]
        at += 1
        if at < size and text[at] > "\u02ff" and unicodedata.combining(text[at]):
            while at < size and unicodedata.combining(text[at]):
                at += 1
            cluster = text[begin : min(at, begin + _MARKS)]
        if (piece := known.get(cluster)) is None:
            piece = known[cluster] = _plain(cluster)
        pieces.append(piece)
        places.extend([begin] * len(piece))
    places.append(size)
    joined = "".join(pieces)
    if _OTHER_SCRIPT.search(joined):
        joined = _MIXED_WORD.sub(_unmask, joined)
    return Cleaned(joined, text, places)


def _plain(cluster: str) -> str:
    if cluster in _KEPT or cluster in "\t\n\r":
        return cluster
    category = unicodedata.category(cluster[0])
    if category in {"Cf", "Cc", "Cn", "Co", "Cs", "Mn", "Me"}:
        # Line and form separators part words; what cannot be seen does not.
        return " " if cluster in "\x0b\x0c\x85" else ""
    if category in {"Zl", "Zp"}:
        return "\n"
    return unicodedata.normalize("NFKC", cluster)


def _unmask(found: re.Match[str]) -> str:
    word = found.group()
    if _LATIN.search(word) is None:
        return word
    return word.translate(_LOOKALIKES)


def fold(text: str) -> str:
    """The text for comparing: no case, no marks on letters."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.casefold())
    if not folded.isascii():
        folded = "".join(c for c in folded if not unicodedata.combining(c))
        folded = folded.translate(_UNMARKED)
    return folded


def key_of(name: str) -> str:
    """The words of a name for looking up: `Dr. Reddy's` → `dr reddy s`."""
    return " ".join(_PLAIN.findall(fold(name)))


class Form(IntEnum):
    """What a word of a text is."""

    WORD = 0
    HANDLE = 1
    HASHTAG = 2
    ADDRESS = 3
    MAIL = 4


@attrs.frozen
class Words:
    """A cleaned text as words: keys for comparing, places, forms."""

    text: str
    keys: list[str]
    starts: list[int]
    stops: list[int]
    forms: list[Form]

    def __len__(self) -> int:
        return len(self.keys)

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the next."""
        return self.text[self.stops[index] : self.starts[index + 1]]


def split(text: str) -> Words:
    """Words of a cleaned text; handles, hashtags, web and mail addresses are one each."""
    keys: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    forms: list[Form] = []
    ascii_only = text.isascii()
    after_mail = -1
    for found in _WORD.finditer(text):
        start, stop = found.span()
        if start < after_mail:
            continue
        word = found.group()
        first = word[0]
        form = Form.WORD
        if first == "@":
            if stops and stops[-1] == start and forms[-1] == Form.WORD:
                stop = after_mail = _mail_end(text, stop)
                start = starts.pop()
                stops.pop(), forms.pop(), keys.pop()
                word, form = text[start:stop], Form.MAIL
            else:
                form = Form.HANDLE
        elif first == "#":
            form = Form.HASHTAG
        elif len(word) > 4 and (":" in word or word[3] == "."):
            form = Form.ADDRESS
            trimmed = word.rstrip(".,;:!?'\u2019")
            stop -= len(word) - len(trimmed)
            word = trimmed
        if form is Form.HASHTAG:
            word = word[1:]
        keys.append(word.lower() if ascii_only else fold(word))
        starts.append(start)
        stops.append(stop)
        forms.append(form)
    return Words(text, keys, starts, stops, forms)


_DOMAIN_REST: Final = re.compile(r"(?:[.-]\w+)*")


def _mail_end(text: str, stop: int) -> int:
    found = _DOMAIN_REST.match(text, stop)
    return found.end() if found else stop
