"""Search for texts on which the reader breaks, guided by the code that they reach.

Needs `pip install atheris`; run by hand for a stated time:

    python benchmarks/fuzz_reader.py -max_total_time=300 [CORPUS_DIRECTORY]

Each input is read as a text and, cut at its line breaks, as texts in several places.
What must hold: no error but `TextTooLongError`, spans inside the text whose words are
the ones said, and the same answer when read again.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

import atheris

if TYPE_CHECKING:
    from disclosure_registry.affiliation import Reader
    from disclosure_registry.model import Disclosure

with atheris.instrument_imports(include=["disclosure_registry"]):
    import disclosure_registry as dr
    from disclosure_registry.errors import TextTooLongError
    from disclosure_registry.loading import load_reader
    from disclosure_registry.vocabulary import Place


@cache
def reader() -> Reader:
    """The reader of the data that ships."""
    return load_reader(dr.load())


def check(text: str, disclosure: Disclosure) -> None:
    """Whether what was read fits the text.

    Raises:
        AssertionError: a span lies outside the text or holds other words.

    """
    for claim in disclosure.affiliations:
        span = claim.span
        if span is None:
            continue
        if not 0 <= span.start < span.stop <= len(text):
            raise AssertionError(text, claim)
        if text[span.start : span.stop] != claim.surface:
            raise AssertionError(text, claim)


def one(data: bytes) -> None:
    """Read one input in two ways."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(len(data))
    try:
        disclosure = reader().read(text)
        check(text, disclosure)
        if reader().read(text) != disclosure:
            raise AssertionError(text)
        parts = dict(zip(Place, text.split("\n"), strict=False))
        together = reader().read(parts)
        check(together.text, together)
    except TextTooLongError:
        return


def main() -> None:
    """Run until the time given is over."""
    reader()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
