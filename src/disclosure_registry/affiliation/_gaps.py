"""What stands between two words: nothing of weight, a list, a segment, a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

__all__ = ["LONGEST", "Gap", "classify"]

#: Of a longer run of marks only the beginning counts, so that the memory of
#: `classify` stays bounded.
LONGEST: Final = 48


class Gap:
    """The weights a gap can have, to be added up; 0 is a mere space or hyphen.

    Plain numbers: flags of the standard library cost ten times as much to test.
    """

    COMMA: Final = 1
    #: A bar, bullet, picture, line break, spaced stroke or dash: a new segment.
    SEGMENT: Final = 2
    #: A full stop, question or exclamation mark before a space.
    STOP: Final = 4
    OPEN: Final = 8
    CLOSE: Final = 16
    COLON: Final = 32
    AND: Final = 64
    AT: Final = 128
    STROKE: Final = 256
    LINE: Final = 512
    DASH: Final = 1024
    DOT: Final = 2048
    SEMICOLON: Final = 4096
    #: From one step of a life to the next.
    ARROW: Final = 8192
    #: A segment that a bar, a bullet or a picture opens, whatever else stands there.
    BAR: Final = 16384


_BAR: Final = Gap.SEGMENT | Gap.BAR
_SIMPLE: Final = {
    ",": Gap.COMMA, "…": Gap.COMMA, "、": Gap.COMMA, "，": Gap.COMMA,
    "(": Gap.OPEN, "[": 0, "]": 0,
    ")": Gap.CLOSE, ":": Gap.COLON, "&": Gap.AND, "+": Gap.AND, "@": Gap.AT,
    "|": _BAR, "•": _BAR, "·": _BAR, "*": _BAR,
    "~": _BAR, "►": _BAR, "●": _BAR, "⁃": _BAR,
    ";": Gap.SEGMENT | Gap.SEMICOLON, "\n": Gap.SEGMENT | Gap.LINE, "\r": 0,
    "!": Gap.STOP, "?": Gap.STOP, "。": Gap.STOP,
}  # fmt: skip
_ARROWS: Final = frozenset("\u2192\u21d2")
_LIGHT: Final = frozenset(" \t-‐'’‘`\"“”„«»_=#$£€¥%™®©<>\\^{}≠″′")


@lru_cache(maxsize=4096)
def classify(gap: str) -> int:  # noqa: C901, PLR0912  a branch for each mark
    """The weight of the marks between two words, of `LONGEST` of them at most."""
    found = 0
    size = len(gap)
    for at, mark in enumerate(gap):
        if mark in _LIGHT or (mark == "*" and "**" in gap[max(at - 1, 0) : at + 2]):
            # Two asterisks make words bold, one is a bullet.
            continue
        simple = _SIMPLE.get(mark)
        if simple is not None:
            found |= simple
        elif mark == ".":
            if gap.startswith("...", at) or (at and gap[at - 1] == "."):
                found |= Gap.COMMA
            elif at + 1 < size and gap[at + 1] == ",":
                continue
            elif at + 1 < size and gap[at + 1] != ".":
                found |= Gap.STOP
            elif size == 1:
                found |= Gap.DOT
            else:
                found |= Gap.STOP
        elif mark == "/":
            found |= Gap.SEGMENT | Gap.STROKE if " " in gap else Gap.STROKE
        elif mark in "–—―":
            found |= Gap.SEGMENT | Gap.DASH if " " in gap else Gap.STROKE
        else:
            # Pictures, arrows and other signs part what people list.
            found |= _BAR
    if "->" in gap or "=>" in gap or not _ARROWS.isdisjoint(gap):
        found |= Gap.SEGMENT | Gap.ARROW
    if gap.strip(" ") == "-" and gap != "-":
        found |= Gap.SEGMENT | Gap.DASH
    return found
