"""Read what a person declares of their ties, and say by which words.

`Reader(gazetteer, phrases).read(text)` finds organisations and cue phrases, lets each
cue govern the organisations in its reach, and turns what is left into a `Disclosure`
whose every claim has the span that proves it.
"""

from disclosure_registry.affiliation._read import Reader
from disclosure_registry.affiliation.classes import WordClass
from disclosure_registry.affiliation.cues import (
    Cue,
    Function,
    Phrases,
    Side,
    read_phrases,
)

__all__ = [
    "Cue",
    "Function",
    "Phrases",
    "Reader",
    "Side",
    "WordClass",
    "read_phrases",
]
