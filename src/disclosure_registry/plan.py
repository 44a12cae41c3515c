"""An engagement plan: what each of several people may do in each of several places.

The companies' implementation surveys of 2013 asked for just this: who goes where, whom
to ask first, what to declare where, and which training the codes demand.
"""

from __future__ import annotations

import csv
import html
from typing import IO, TYPE_CHECKING, Any

import attrs

from disclosure_registry.decision import Standing, asks, decide
from disclosure_registry.decision.conditions import flat
from disclosure_registry.errors import InvalidDocumentError
from disclosure_registry.matching import word
from disclosure_registry.query import participant
from disclosure_registry.vocabulary import (
    DISCLOSURE_PLACES,
    Activity,
    ConditionStatus,
    ConditionTerm,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from disclosure_registry.decision import Decision
    from disclosure_registry.matching import Matcher

__all__ = ["COLUMNS", "Member", "Step", "members_from", "plan", "to_html"]

#: The columns of a table of people; `name` and either `declaration` or `actor`.
COLUMNS = ("name", "declaration", "actor", "country", "capacity", "client")

#: Rows read at most from one table of people.
MOST_MEMBERS = 10_000


@attrs.frozen(kw_only=True)
class Member:
    """A person or a role: what they declare, or merely what actor they are."""

    name: str
    declaration: str = ""
    actor: str = ""
    country: str | None = None
    capacity: str | None = None
    client: str | None = None


@attrs.frozen(kw_only=True)
class Step:
    """What one member may do in one community, and what comes first.

    `declare` says what is to be declared where, `training` what the codes demand.
    """

    member: str
    community: str
    name: str
    activity: Activity
    verdict: Verdict
    first: str
    ask: str
    declare: tuple[str, ...]
    wording: str
    training: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The step as JSON."""
        return {
            field: list(value) if isinstance(value, tuple) else str(value)
            for field, value in attrs.asdict(self, recurse=False).items()
        }


def members_from(table: IO[str], name: str = "") -> tuple[Member, ...]:
    """The people of a CSV table whose first line names its columns.

    Raises:
        InvalidDocumentError: an unknown, missing or repeated column; a row without a
            name, with both or neither of declaration and actor, or with cells to
            spare; more than `MOST_MEMBERS` rows.
    """
    rows = csv.DictReader(table)
    columns = rows.fieldnames or ()
    known = set(columns) <= set(COLUMNS) and len(set(columns)) == len(columns)
    if "name" not in columns or not known:
        # What stands there is not shown: without a first line it is somebody's words.
        raise InvalidDocumentError(
            "",
            f"a first line with name and columns among {', '.join(COLUMNS[1:])}, "
            "each once",
            f"{len(columns)} others",
            name,
        )
    members: list[Member] = []
    try:
        for row in rows:
            where = f"{name}:{rows.line_num}"
            if len(members) == MOST_MEMBERS:
                raise InvalidDocumentError(
                    "", f"at most {MOST_MEMBERS:,} people", "more", where
                )
            members.append(_member(row, where))
    except csv.Error as error:
        raise InvalidDocumentError("", "a table", str(error), name) from None
    return tuple(members)


def _member(row: dict[str, Any], where: str) -> Member:
    """One row; what it holds is not shown in errors, for it is somebody's words."""
    if None in row:
        raise InvalidDocumentError(
            "", "no more cells than columns (quote a text with commas)", "more", where
        )
    given = {
        key: value.strip() for key, value in row.items() if value and value.strip()
    }
    if "name" not in given:
        raise InvalidDocumentError("/name", "a name", None, where)
    if len(given.keys() & {"declaration", "actor"}) != 1:
        raise InvalidDocumentError(
            "/declaration", "either a declaration or an actor", None, where
        )
    return Member(**given)


def plan(
    matcher: Matcher,
    members: Iterable[Member],
    communities: Sequence[str],
    activities: Iterable[str] = (Activity.POST,),
    *,
    on: date | str | None = None,
) -> Iterator[Step]:
    """Each member's step in each community for each activity, in that order.

    Raises:
        UnknownWordError, UnknownIdentifierError, InvalidDateError: as for `match`.
    """
    doing = [word(Activity, "activities", activity) for activity in activities]
    for member in members:
        circumstances = matcher.circumstances(
            on=on,
            country=member.country,
            capacity=member.capacity,
            client=member.client,
        )
        disclosure = (
            matcher.read(member.declaration)
            if member.declaration
            else participant(member.actor)
        )
        standing = Standing.of(disclosure, circumstances)
        for community in communities:
            venue = matcher.venue(community)
            for activity in doing:
                yield _step(member, decide(venue, standing, activity))


def _step(member: Member, decision: Decision) -> Step:
    open_conditions = [each for each in decision.open_conditions if each.certain]
    declare = [
        asks(each)
        for each in open_conditions
        if any(condition.term in DISCLOSURE_PLACES for condition in flat(each.item))
    ]
    training = [
        f"{asks(each)} ({each.rule})"
        for each in decision.conditions
        if each.status is ConditionStatus.OPEN
        and any(
            condition.term is ConditionTerm.TRAINING for condition in flat(each.item)
        )
    ]
    return Step(
        member=member.name,
        community=decision.community or decision.place or "",
        name=decision.name,
        activity=decision.activity,
        verdict=decision.verdict,
        first=decision.next_steps[0] if decision.next_steps else "",
        ask=", ".join(ask.name or ask.whom for ask in decision.ask),
        declare=tuple(dict.fromkeys(declare)),
        wording=decision.suggested_disclosure or "",
        training=tuple(dict.fromkeys(training)),
    )


def to_html(steps: Sequence[Step], title: str = "Engagement plan") -> str:
    """The plan as one page that needs nothing else and prints well."""
    head = ("Who", "Where", "What", "Answer", "First", "Ask", "Declare", "Training")
    rows = "\n".join(
        "<tr>"
        + "".join(
            f'<td class="{step.verdict}">{cell}</td>'
            if place == _ANSWER
            else f"<td>{cell}</td>"
            for place, cell in enumerate(_cells(step))
        )
        + "</tr>"
        for step in steps
    )
    heading = "".join(f'<th scope="col">{name}</th>' for name in head)
    return _PAGE.format(title=html.escape(title), heading=heading, rows=rows)


_ANSWER = 3


def _cells(step: Step) -> tuple[str, ...]:
    words = (*step.declare, f"“{step.wording}”") if step.wording else step.declare
    return tuple(
        "<br>".join(html.escape(line) for line in lines)
        for lines in (
            (step.member,),
            (step.name,),
            (str(step.activity).replace("-", " "),),
            (str(step.verdict).replace("-", " "),),
            (step.first,),
            (step.ask,),
            words,
            step.training,
        )
    )


_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #111; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid #999; padding: .4rem .5rem; text-align: left;
  vertical-align: top; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
th {{ background: #eee; }}
.prohibited {{ background: #f6d5d5; }}
.permitted {{ background: #d7ecd5; }}
.conditional {{ background: #dcebf5; }}
.ask-first, .unstated, .cannot-tell {{ background: #f7ecc8; }}
@media print {{ body {{ margin: 0; font-size: 10px; }} @page {{ size: landscape; }} }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>Leave is given by a community alone; what is not stated is not allowed.</p>
<table>
<thead><tr>{heading}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</body>
</html>
"""
