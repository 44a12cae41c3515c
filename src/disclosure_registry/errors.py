"""Every error that the package raises on purpose, under one root."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "DisclosureRegistryError",
    "InvalidDateError",
    "InvalidDocumentError",
    "InvalidPlaceError",
    "ResourceError",
    "TextTooLongError",
    "UnknownIdentifierError",
    "UnknownWordError",
    "nearest",
]


class DisclosureRegistryError(Exception):
    """The root: catch this to catch all that the package raises on purpose."""


class UnknownIdentifierError(DisclosureRegistryError, KeyError):
    """An id that no entry has.

    `kind` says of what ("community", "code", "organization"), `close` lists the
    nearest known ids, best first.
    """

    def __init__(self, kind: str, identifier: str, close: tuple[str, ...] = ()) -> None:
        self.kind = kind
        self.identifier = identifier
        self.close = close
        super().__init__(kind, identifier, close)

    def __str__(self) -> str:
        hint = f" Did you mean {_either(self.close)}?" if self.close else ""
        return f"There is no {self.kind} with the id {_shown(self.identifier)}.{hint}"


class UnknownWordError(DisclosureRegistryError, ValueError):
    """A word that is not in the vocabulary it must come from.

    `vocabulary` names the list, `close` the nearest words, best first.
    """

    def __init__(self, vocabulary: str, word: str, close: tuple[str, ...] = ()) -> None:
        self.vocabulary = vocabulary
        self.word = word
        self.close = close
        super().__init__(vocabulary, word, close)

    def __str__(self) -> str:
        hint = f" Did you mean {_either(self.close)}?" if self.close else ""
        return f"{_shown(self.word)} is not among the {self.vocabulary}.{hint}"


class InvalidDateError(DisclosureRegistryError, ValueError):
    """A text that is no date of the forms that are read there.

    `whole` says that a single day was expected.
    """

    def __init__(self, text: str, *, whole: bool = False) -> None:
        self.text = text
        self.whole = whole
        super().__init__(text)

    def __str__(self) -> str:
        if self.whole:
            return f"{_shown(self.text)} is no day: expected YYYY-MM-DD."
        return (
            f"{_shown(self.text)} is no date: expected YYYY, YYYY-MM or YYYY-MM-DD, "
            "or two of them with a slash between."
        )


class InvalidPlaceError(DisclosureRegistryError, ValueError):
    """A text that is no web address, handle or hashtag."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(text)

    def __str__(self) -> str:
        return f"{_shown(self.text)} is no web address, handle or hashtag."


class InvalidDocumentError(DisclosureRegistryError, ValueError):
    """A document that cannot become an entry.

    `pointer` is the JSON pointer of the fault, `found` what stands there and
    `expected` what should; `name` is the file or entry, where known.
    """

    def __init__(
        self, pointer: str, expected: str, found: object, name: str = ""
    ) -> None:
        self.pointer = pointer
        self.expected = expected
        self.found = found
        self.name = name
        super().__init__(pointer, expected, found, name)

    def __str__(self) -> str:
        where = f"{self.name}: " if self.name else ""
        place = self.pointer or "/"
        return f"{where}{place}: expected {self.expected}, found {self.found!r}"


class TextTooLongError(DisclosureRegistryError, ValueError):
    """A text longer than what is read (`limit` and `length` in characters)."""

    def __init__(self, length: int, limit: int) -> None:
        self.length = length
        self.limit = limit
        super().__init__(length, limit)

    def __str__(self) -> str:
        return (
            f"The text has {self.length:,} characters; at most {self.limit:,} are read."
        )


class ResourceError(DisclosureRegistryError, OSError):
    """Data that ought to be there and cannot be read."""


#: Characters of a word that a message shows: it may be a text put in its place.
_SHOWN = 60

#: Characters of a word that are compared: ids are no longer.
_COMPARED = 80


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words most like one that is not known, best first, `most` of them."""
    from difflib import get_close_matches  # noqa: PLC0415  for errors alone

    return tuple(get_close_matches(word[:_COMPARED], list(known), n=most))


def _shown(word: str) -> str:
    return repr(word if len(word) <= _SHOWN else word[:_SHOWN] + "…")


def _either(words: tuple[str, ...]) -> str:
    quoted = [repr(word) for word in words]
    return (
        quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]
    )
