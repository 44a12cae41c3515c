"""Dates in a text: months, years, and spans from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from disclosure_registry.affiliation._gaps import Gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from disclosure_registry.affiliation._lexicon import Lexicon
    from disclosure_registry.text import Words

__all__ = [
    "begin_of_date", "begin_of_months", "end_of_date", "end_of_span", "is_over", "year",
]  # fmt: skip

#: The year of this release: what ends in it or later may not be over.
RELEASED: Final = 2026

#: Between two years of a span; two hyphens are how LaTeX writes the dash.
_DASHES: Final = frozenset({"-", "--", "---", "–", "—", "/"})

#: A day or a month in figures has no more digits.
_FIGURES: Final = 2


def year(key: str) -> bool:
    """Whether a word is a year that a person of today may tell of."""
    return len(key) == len("2010") and key.isdigit() and key[:2] in {"19", "20"}


def is_over(date: str) -> bool:
    """Whether a year, or a month with its year before it, is surely past."""
    return int(date[: len("2010")]) < RELEASED


def begin_of_date(words: Words, at: int, lexicon: Lexicon) -> int:
    """Where a date begins whose year stands here: "May 2018", "1.3.2018"."""
    month = _month_before(words, at, lexicon)
    if month is not None:
        return month
    begin = at
    while begin and at - begin < _FIGURES and _figures(words, begin - 1):
        begin -= 1
    return begin


def end_of_date(words: Words, at: int) -> int:
    """The word behind a date that begins with the year here: "2018-03-01"."""
    end, size = at + 1, len(words.keys)
    while (
        end < min(at + 1 + _FIGURES, size)
        and words.gap(end - 1) == "-"
        and len(words.keys[end]) == _FIGURES
        and words.keys[end].isdigit()
    ):
        end += 1
    return end


def end_of_span(
    words: Words, gaps: Sequence[int], at: int, lexicon: Lexicon
) -> int | None:
    """The last year of a span that begins with the year here, if one does.

    Such as "2018-2021", "2018 to May 2021", "03/2018 - 06/2019".
    """
    keys, size = words.keys, len(words.keys)
    if at + 1 >= size or not year(keys[at]):
        return None
    end = end_of_date(words, at)
    if end >= size:
        return None
    begin = begin_of_date(words, at, lexicon)
    between = begin > 0 and keys[begin - 1] in lexicon.between
    linked = keys[end] in lexicon.spans or (between and keys[end] in lexicon.and_)
    if linked and not gaps[end] & Gap.SEGMENT:
        end += 1
    elif end > at + 1:
        # "2021-09-01 | 2022-06-08": fields of a row.
        if not (year(keys[end]) and end_of_date(words, end) > end + 1):
            return None
    elif words.gap(at).strip() == "|" or _fills_a_field(words, begin, at):
        # "2021 | 2024", "July 2019 | July 2020", "; 2021; 2024": fields of a row.
        later = _year_ahead(words, end, lexicon)
        return later if later is not None and keys[at] <= keys[later] else None
    elif words.gap(at).strip() not in _DASHES:
        return None
    return _year_ahead(words, end, lexicon)


def _fills_a_field(words: Words, begin: int, at: int) -> bool:
    """Whether a date has a semicolon before it and behind it."""
    return begin > 0 and words.gap(at).strip() == words.gap(begin - 1).strip() == ";"


def begin_of_months(words: Words, at: int, lexicon: Lexicon) -> int | None:
    """Where a span within the year here begins, if one ends in it.

    Such as "June-August 2023", "May to August 2023".
    """
    keys = words.keys
    month = _month_before(words, at, lexicon) if year(keys[at]) else None
    if not month:
        return None
    begin = month - 1
    if keys[begin] in lexicon.spans and begin:
        begin -= 1
    elif words.gap(begin).strip() not in _DASHES:
        return None
    return begin if keys[begin] in lexicon.times_of_year else None


def _month_before(words: Words, at: int, lexicon: Lexicon) -> int | None:
    """Where the month, or the season, stands whose year is here: "marzo de 2018"."""
    at -= 1
    if at > 0 and words.keys[at] in lexicon.of:
        at -= 1
    return at if at >= 0 and words.keys[at] in lexicon.times_of_year else None


def _year_ahead(words: Words, at: int, lexicon: Lexicon) -> int | None:
    """The year of the date that begins here: "2018", "March 2018", "3/2018"."""
    keys, end, size = words.keys, at, len(words.keys)
    if end + 1 < size and keys[end] in lexicon.months:
        end += 1
        end += end + 1 < size and keys[end] in lexicon.of
    last = min(end + _FIGURES, size - 1)
    while end < last and _figures(words, end):
        end += 1
    return end if end < size and year(keys[end]) else None


def _figures(words: Words, at: int) -> bool:
    """Whether a day or a month in figures stands here, right before more of a date."""
    key = words.keys[at]
    return len(key) <= _FIGURES and key.isdigit() and words.gap(at) in {"/", ".", "-"}
