"""What would make it allowed: the smallest sets of conditions that lead there."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import attrs

from disclosure_registry.decision.conditions import OPEN, Standing
from disclosure_registry.decision.evaluate import Judged, judged, verdict_of
from disclosure_registry.decision.law import OPERATORS_YES
from disclosure_registry.model import AnyOf, Condition
from disclosure_registry.vocabulary import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from disclosure_registry.model import ConditionItem

Path: TypeAlias = tuple[Condition, ...]

#: Ways through alternatives that are tried; real texts have two or three.
_MOST_WAYS = 64


def paths_to_leave(found: Judged) -> tuple[Path, ...]:
    """The smallest sets of conditions under which the verdict would be `permitted`.

    Each set is enough and none of its conditions can be left out. The operator's yes
    counts as a condition also where no rule asks for it. Empty where no conditions
    would do (a prohibition, a missing fact, duties that collide), and where the
    verdict is `permitted` already.
    """
    if found.verdict in (Verdict.PERMITTED, Verdict.PROHIBITED):
        return ()
    asked = _open_items(found)
    enough = {
        frozenset(path)
        for extra in ((), (OPERATORS_YES,))
        for way in _ways(asked)
        if (path := _shortened(found, (*way, *extra))) is not None
    }
    smallest = [one for one in enough if not any(other < one for other in enough)]
    return tuple(
        sorted(
            (tuple(sorted(one, key=_order)) for one in smallest),
            key=lambda path: (len(path), [_order(each) for each in path]),
        )
    )


def _open_items(found: Judged) -> tuple[ConditionItem, ...]:
    """Everything open, also what would be asked once the operator had said yes."""
    agreed = _with(found.standing, (OPERATORS_YES,))
    sides = (
        found.worst_case,
        judged(found.venue, agreed, found.activity).worst_case,
    )
    return tuple(
        dict.fromkeys(
            item
            for side in sides
            for each in (*side.demanding, *side.leave)
            for item, status in each.items
            if status is OPEN
        )
    )


def _ways(items: Iterable[ConditionItem]) -> Iterator[Path]:
    branches = [
        item.branches if isinstance(item, AnyOf) else ((item,),) for item in items
    ]
    for index, way in enumerate(product(*branches)):
        if index == _MOST_WAYS:
            return
        yield tuple(dict.fromkeys(each for branch in way for each in branch))


def _shortened(found: Judged, path: Path) -> Path | None:
    """The path without what it can do without, or None where it does not lead there."""
    if not _permits(found, path):
        return None
    for each in path:
        shorter = tuple(other for other in path if other != each)
        if _permits(found, shorter):
            path = shorter
    return path


def _permits(found: Judged, path: Path) -> bool:
    standing = _with(found.standing, path)
    return verdict_of(found.venue, standing, found.activity) is Verdict.PERMITTED


def _with(standing: Standing, path: Path) -> Standing:
    circumstances = standing.circumstances
    return Standing.of(
        standing.disclosure,
        attrs.evolve(circumstances, met=circumstances.met | {*path}),
    )


def _order(condition: Condition) -> tuple[str, str]:
    return str(condition.term), repr(condition.parameters)
