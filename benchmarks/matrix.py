"""The whole matrix: every community, every actor, every standard activity.

The registry is the shipped one, its communities repeated under new ids until there are
as many as asked for (`grown` of `decision.py`). What is already known of one community
helps with its copies, so the line for as many as ship is the one to look at; `alone` is
what the plain evaluator needs for the same cells, by a sample of them. Process time.

    python benchmarks/matrix.py [communities ...]
"""

from __future__ import annotations

import itertools
import random
import resource
import sys
import time
from collections import deque
from datetime import date
from typing import TYPE_CHECKING

from decision import (  # type: ignore[import-not-found]  # it stands beside this
    grown,
)

import disclosure_registry as dr
from disclosure_registry.decision import Standing, decide
from disclosure_registry.matching import Matcher
from disclosure_registry.matrix import PARTICIPANTS, matrix
from disclosure_registry.query import participant
from disclosure_registry.vocabulary import STANDARD_ACTIVITIES

if TYPE_CHECKING:
    from disclosure_registry.registry import Registry

SIZES = (100, 1_000, 10_000)
SAMPLE = 40
ON = date(2026, 11, 25)


def whole(registry: Registry, communities: list[str]) -> float:
    """Seconds for the whole matrix; its cells are looked at and let go."""
    start = time.process_time()
    deque(matrix(registry, communities=communities, on=ON), maxlen=0)
    return time.process_time() - start


def alone(registry: Registry, communities: list[str]) -> float:
    """Seconds that the plain evaluator needs for one cell."""
    matcher = Matcher(registry)
    circumstances = matcher.circumstances(on=ON, capacity="for")
    standings = [
        Standing.of(participant(actor), circumstances) for actor in PARTICIPANTS
    ]
    # Whole communities, as the matrix asks them: what one look-up finds, others use.
    sample = random.Random(1).sample(communities, min(SAMPLE, len(communities)))
    asked = list(itertools.product(sample, standings, STANDARD_ACTIVITIES))
    venues = {community: matcher.venue(community) for community in sample}
    start = time.process_time()
    for community, standing, activity in asked:
        found = decide(venues[community], standing, activity)
        _ = found.verdict, found.certainty
    return (time.process_time() - start) / len(asked)


def main() -> None:
    shipped = dr.load()
    sizes = [int(size) for size in sys.argv[1:]] or sorted({*SIZES, len(shipped)})
    print(
        f"{'communities':>12}  {'cells':>10}  {'seconds':>8}  {'cells/s':>10}"
        f"  {'alone, s':>9}  {'quicker':>8}  {'MB':>6}"
    )
    for size in sizes:
        # Never fewer than ship: a community may be part of any other.
        registry = grown(shipped, max(size, len(shipped)))
        communities = list(registry)[:size]
        _ = registry.digest  # part of loading, not of asking
        cells = size * len(PARTICIPANTS) * len(STANDARD_ACTIVITIES)
        seconds = whole(registry, communities)
        slow = alone(registry, communities) * cells
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:>12,}  {cells:>10,}  {seconds:>8.2f}  {cells / seconds:>10,.0f}"
            f"  {slow:>9.1f}  {slow / seconds:>7.1f}x  {memory:>6,}",
            flush=True,
        )


if __name__ == "__main__":
    main()
