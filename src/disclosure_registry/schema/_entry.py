"""What a schema cannot say about one community or code."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from disclosure_registry.errors import InvalidDateError
from disclosure_registry.model import FuzzyDate, Period
from disclosure_registry.schema._contradictions import LEAVE, contradictions
from disclosure_registry.schema._problem import Level, Problem, pointer
from disclosure_registry.schema._sound import Fields, Sound, date_of, walk
from disclosure_registry.schema._words import did_you_mean, nearest
from disclosure_registry.vocabulary import OPPOSITES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

#: Half of a surrogate pair: JSON can spell it, no text can hold it.
_HALF: Final = re.compile("[\ud800-\udfff]")

#: Fields that hold dates, and how each is read.
_DATES: Final[Mapping[str, Callable[[str], object]]] = {
    **dict.fromkeys(
        ("date", "seen", "from", "until", "opened", "ended"), FuzzyDate.parse
    ),
    "ties_within": Period.parse,
}

#: A longer list of known words is no help in a sentence.
_FEW: Final = 9

#: Activities whose prohibition for everyone would close a community.
_TAKING_PART: Final = ("join", "post")


def entry_problems(entry: Sound) -> Iterator[Problem]:
    """Everything about one community or code that its schema cannot say."""
    yield from _ids_used_twice(entry, "sources", "source")
    yield from _ids_used_twice(entry, "rules", "rule")
    yield from _idle_aliases(entry)
    yield from _sources_out_of_order(entry)
    yield from _loose_disputes(entry)
    for place, rule in entry.items("rules"):
        yield from _missing_sources(entry, place, rule)
        yield from _loose_overrides(entry, place, rule)
        yield from _backward_days(place, rule)
        yield from _closed_to_all(place, rule)
        yield from _leave_or_manners(place, rule)
        yield from _cannot_both_be_kept(place, rule)
    yield from contradictions(entry)


def text_problems(document: object, damaged: frozenset[str]) -> Iterator[Problem]:
    """What no entry may hold: mail addresses, days that do not exist."""
    for steps, text in walk(document):
        field = next((one for one in reversed(steps) if isinstance(one, str)), "")
        if not text.isascii() and _HALF.search(text):
            yield Problem(
                check="half-a-character",
                message="half of a character stands here alone, which no file can hold",
                pointer=pointer(*steps),
                field=field,
                expected="whole characters",
            )
        if "@" in text:
            yield from _mail_address(pointer(*steps), field, text)
        parse = _DATES.get(field)
        if parse is not None and pointer(*steps) not in damaged:
            yield from _impossible_day(pointer(*steps), field, text, parse)


def _mail_address(place: str, field: str, text: str) -> Iterator[Problem]:
    # A web address may hold an @, and @name@server is an account.
    found = None if "://" in text or text.startswith("@") else _MAIL.search(text)
    if found is not None:
        yield Problem(
            check="mail-address",
            message=f'"{found.group()[:80]}" is a mail address; name a page instead',
            pointer=place,
            field=field,
            found=found.group()[:80],
            expected="no mail address",
        )


def _impossible_day(
    place: str, field: str, text: str, parse: Callable[[str], object]
) -> Iterator[Problem]:
    try:
        parse(text)
    except InvalidDateError:
        yield Problem(
            check="impossible-day",
            message=f'"{text[:80]}" is no day of the calendar, or its end lies before '
            "its beginning",
            pointer=place,
            field=field,
            found=text[:80],
            expected="a day that exists",
        )


def _ids_used_twice(entry: Sound, field: str, noun: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, identifier in entry.ids(field):
        if identifier in seen:
            yield Problem(
                check="id-twice",
                message=f'another {noun} of this entry has the id "{identifier}"',
                pointer=f"{place}/id",
                field="id",
                found=identifier,
                expected="an id of its own",
            )
        seen.add(identifier)


def _idle_aliases(entry: Sound) -> Iterator[Problem]:
    own = entry.get("id")
    for place, alias in entry.items("aliases"):
        if alias == own:
            yield Problem(
                check="idle-alias",
                message=f'"{alias}" is the id already; leave the alias out',
                pointer=place,
                field="aliases",
                found=alias,
                expected="another name",
            )


def _sources_out_of_order(entry: Sound) -> Iterator[Problem]:
    for place, source in entry.items("sources"):
        date, seen = date_of(source.get("date")), date_of(source.get("seen"))
        if date and seen and date.earliest > seen.latest:
            yield Problem(
                check="days-out-of-order",
                message=f"the text is dated {date}, after it was seen ({seen})",
                pointer=f"{place}/date",
                field="date",
                found=str(date),
                expected=f"not after {seen}",
            )


def _loose_disputes(entry: Sound) -> Iterator[Problem]:
    known = tuple(identifier for _, identifier in entry.ids("rules"))
    for place, dispute in entry.items("disputes"):
        for index, rule in enumerate(dispute["rules"]):
            if rule not in known:
                yield _no_such_rule(place + pointer("rules", index), rule, known)


def _missing_sources(entry: Sound, place: str, rule: Fields) -> Iterator[Problem]:
    known = tuple(identifier for _, identifier in entry.ids("sources"))
    for index, evidence in enumerate(rule["evidence"]):
        source = evidence["source"]
        if source not in known:
            close = nearest(source, known)
            yield Problem(
                check="unknown-source",
                message=f'the entry has no source "{source}"'
                f"{did_you_mean(close) or _listing('sources', known)}",
                pointer=place + pointer("evidence", index, "source"),
                field="source",
                found=source,
                expected="the id of a source of this entry",
                known=known,
                close=close,
            )


def _listing(noun: str, known: tuple[str, ...]) -> str:
    return f"; its {noun} are {', '.join(known)}" if 0 < len(known) <= _FEW else ""


def _loose_overrides(entry: Sound, place: str, rule: Fields) -> Iterator[Problem]:
    stances = {
        one["id"]: one.get("stance")
        for _, one in entry.all_items("rules")
        if isinstance(one, dict) and isinstance(one.get("id"), str)
    }
    for index, name in enumerate(rule.get("overrides", ())):
        where = place + pointer("overrides", index)
        if "#" in name:
            continue  # another entry's: looked at with the other entries
        if name not in stances:
            yield _no_such_rule(where, name, tuple(stances))
        elif name == rule["id"] or stances[name] in LEAVE:
            yield Problem(
                check="idle-override",
                message=f'"{name}" is '
                + ("this rule itself" if name == rule["id"] else "a permission too")
                + "; only limits and duties can be set aside",
                pointer=where,
                field="overrides",
                found=name,
                expected="a rule that forbids or demands",
            )


def _no_such_rule(place: str, name: str, known: tuple[str, ...]) -> Problem:
    close = nearest(name, known)
    return Problem(
        check="unknown-rule",
        message=f'the entry has no rule "{name}"'
        f"{did_you_mean(close) or _listing('rules', known)}",
        pointer=place,
        field=place.split("/")[-2],
        found=name,
        expected="the id of a rule of this entry",
        known=known,
        close=close,
    )


def _backward_days(place: str, rule: Fields) -> Iterator[Problem]:
    in_force = rule.get("in_force", {})
    since, until = date_of(in_force.get("from")), date_of(in_force.get("until"))
    if since and until and until.latest <= since.earliest:
        yield Problem(
            check="days-out-of-order",
            message=f"the rule ends ({until}) before it begins ({since})",
            pointer=f"{place}/in_force",
            field="in_force",
            expected="from before until",
        )


def _closed_to_all(place: str, rule: Fields) -> Iterator[Problem]:
    barred = [one for one in rule["activities"] if one in _TAKING_PART]
    narrowed = any(name in rule for name in ("except", "relationships", "capacities"))
    if (
        barred
        and not narrowed
        and "everyone" in rule["actors"]
        and (rule["stance"] == "prohibited")
    ):
        yield Problem(
            check="closed-to-all",
            message=f'this bars everyone from "{barred[0]}"; say for whom it does not '
            'hold with "except", or name what is prohibited: a kind of content is an '
            "activity, and an obligation is required",
            pointer=f"{place}/stance",
            field="stance",
            found="prohibited",
            expected='"except", a narrower activity, or the stance "required"',
        )


def _leave_or_manners(place: str, rule: Fields) -> Iterator[Problem]:
    if rule["stance"] == "conditional" and "everyone" in rule["actors"]:
        yield Problem(
            check="leave-or-manners",
            level=Level.QUESTION,
            message="leave, or manners? If the text lets people do what they otherwise "
            'might not, this is right; if it tells those who do it how, say "required"',
            pointer=f"{place}/stance",
            field="stance",
            found="conditional",
        )


def _cannot_both_be_kept(place: str, rule: Fields) -> Iterator[Problem]:
    terms = [one["term"] for one in rule.get("conditions", ()) if "term" in one]
    opposites: dict[Any, tuple[str, ...]] = dict(OPPOSITES)
    for one, other in combinations(terms, 2):
        if other in opposites.get(one, ()):
            yield Problem(
                check="opposite-conditions",
                message=f'"{one}" and "{other}" cannot both be kept; if either is '
                'enough, put them under "any"',
                pointer=f"{place}/conditions",
                field="conditions",
                found=other,
                expected="conditions that can be kept together",
            )
