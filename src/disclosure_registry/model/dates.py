"""Dates as the sources give them: a day, a month, a year, or a span between two."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

import attrs

from disclosure_registry.errors import InvalidDateError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_PERIOD = re.compile(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?", re.ASCII)


@attrs.frozen(order=False)
class FuzzyDate:
    """A date known to lie between two days.

    `text` is the spelling of the entry (`2006-09`), `earliest` and `latest` the days
    it may mean, both inclusive.
    """

    text: str
    earliest: date
    latest: date

    @staticmethod
    def parse(text: str) -> FuzzyDate:
        """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or two of these with a slash between.

        Raises:
            InvalidDateError: the text has another form, or no such day exists.

        """
        return _parse(text)

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def _parse(text: str) -> FuzzyDate:
    first, slash, second = text.partition("/")
    earliest, latest = _bounds(first, text)
    if slash:
        latest = _bounds(second, text)[1]
        if latest < earliest:
            raise InvalidDateError(text)
    return FuzzyDate(text, earliest, latest)


def _bounds(part: str, text: str) -> tuple[date, date]:
    found = _DATE.fullmatch(part)
    if found is None:
        raise InvalidDateError(text)
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        if year is None or year < 1:
            raise InvalidDateError(text)
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(
                year, month, calendar.monthrange(year, month)[1]
            )
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise InvalidDateError(text) from error


@attrs.frozen
class Period:
    """A length of time as ISO 8601 writes it: `P3Y`, `P36M`, `P90D`."""

    text: str
    months: int
    days: int

    @staticmethod
    def parse(text: str) -> Period:
        """Read an ISO 8601 period of years, months and days.

        Raises:
            InvalidDateError: the text has another form or is empty.

        """
        found = _PERIOD.fullmatch(text)
        if found is None or not any(found.groups()):
            raise InvalidDateError(text)
        years, months, days = (int(group or 0) for group in found.groups())
        return Period(text, years * 12 + months, days)

    def before(self, day: date) -> date:
        """The day that lies this long before `day` (the last of a month where it must).

        A period longer than the calendar ends at the calendar's first day.
        """
        months = day.year * 12 + day.month - 1 - self.months
        year, month = divmod(months, 12)
        if year < 1:
            return date.min
        last = calendar.monthrange(year, month + 1)[1]
        ordinal = date(year, month + 1, min(day.day, last)).toordinal() - self.days
        return date.fromordinal(max(ordinal, 1))

    def __str__(self) -> str:
        return self.text
