"""What a registry holds, how sure it is, how old, and how much it does not know."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from disclosure_registry.decision import Standing, decide
from disclosure_registry.matching import Matcher
from disclosure_registry.matrix import PARTICIPANTS, matrix
from disclosure_registry.query import participant
from disclosure_registry.vocabulary import (
    STANDARD_ACTIVITIES,
    Certainty,
    Silence,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from disclosure_registry.decision import Circumstances, Entry
    from disclosure_registry.matrix import Cell
    from disclosure_registry.registry import Registry

__all__ = ["Coverage", "Table", "coverage", "newest_day"]

#: What the certainty of `unstated` says of the texts that were silent.
_SILENCES = {
    Certainty.STATED: Silence.WHOLE,
    Certainty.PARTIAL: Silence.PART,
    Certainty.INFERRED: Silence.NONE,
}


@attrs.frozen(kw_only=True)
class Table:
    """How many there are of each sort.

    `name` is the table's key in JSON, `title` its heading, `note` a sentence on how
    was counted. `rows` pair a word with its number; `total` is what shares are of,
    which is less than the sum of the rows where one thing is of several sorts.
    """

    name: str
    title: str
    note: str
    rows: tuple[tuple[str, int], ...]
    total: int

    def share(self, word: str) -> float:
        """The part of the total that is of a sort; 0 where there is none."""
        return dict(self.rows).get(word, 0) / self.total if self.total else 0.0


@attrs.frozen(kw_only=True)
class Coverage:
    """What a registry holds on a day: sums, and tables by name."""

    on: date | None
    totals: Mapping[str, int]
    tables: tuple[Table, ...]

    def __getitem__(self, name: str) -> Table:
        return next(table for table in self.tables if table.name == name)

    def to_dict(self) -> dict[str, Any]:
        """The numbers as JSON."""
        return {
            "on": None if self.on is None else self.on.isoformat(),
            "totals": dict(self.totals),
            **{
                table.name: {"total": table.total, "rows": dict(table.rows)}
                for table in self.tables
            },
        }


def newest_day(registry: Registry) -> date | None:
    """The last day on which any text of a registry was looked at, or None.

    Where no text says when it was seen, the newest of their own dates. A month or year
    stands for its first day, which has surely come.
    """
    sources = [source for entry in _entries(registry) for source in entry.sources]
    seen = [source.seen.earliest for source in sources if source.seen is not None]
    dated = [source.date.earliest for source in sources if source.date is not None]
    return max(seen or dated, default=None)


def coverage(registry: Registry, *, on: date | None = None) -> Coverage:
    """Count what a registry holds and what it answers.

    The standard questions are those of every actor that one can declare to be, about
    every standard activity, in every community, speaking for whom they are tied to and
    from no country in particular.

    Args:
        registry: what to count.
        on: the day of the questions; `newest_day` unless given, so that the numbers
            change with the data and not with the calendar. (Nothing in the registry
            has a day: none is asked, and `on` is None.)

    """
    day = on or newest_day(registry)
    cells = [] if day is None else list(matrix(registry, on=day))
    entries = list(_entries(registry))
    return Coverage(
        on=day,
        totals={
            "communities": len(registry),
            "codes": len(registry.codes),
            "organizations": len(registry.organizations),
            "sources": sum(len(entry.sources) for entry in entries),
            "rules": sum(len(entry.rules) for entry in entries),
            "questions": len(cells),
        },
        tables=(
            *_of_communities(registry),
            *_of_rules(entries),
            *_of_codes(registry),
            *_of_answers(cells, registry, day),
            *_of_evidence(entries),
        ),
    )


def _entries(registry: Registry) -> Iterator[Entry]:
    yield from registry.values()
    yield from registry.codes.values()


def _table(
    name: str, title: str, note: str, words: Iterable[object], total: int
) -> Table:
    """A table of how often each word comes, the most frequent first."""
    counts = Counter(str(word) for word in words)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return Table(name=name, title=title, note=note, rows=tuple(rows), total=total)


def _each(groups: Iterable[Iterable[str]], none: str) -> Iterator[str]:
    """Each word of each group once, or the word for a group of none."""
    for group in groups:
        yield from dict.fromkeys(group) or (none,)


def _broadest(topics: Iterable[str], above: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The topics at the top of those that are given."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = list(topics)
    while waiting:
        topic = waiting.pop()
        if topic in seen:
            continue
        seen.add(topic)
        broader = above.get(topic, ())
        waiting += broader
        if not broader:
            found.add(topic)
    return found


def _of_communities(registry: Registry) -> Iterator[Table]:
    communities = list(registry.values())
    total = len(communities)
    yield _table(
        "topics",
        "Communities by topic",
        "Narrower topics count for the broadest above them; a community with several "
        "counts in each.",
        _each(
            (_broadest(each.topics, registry.topics) for each in communities),
            "none given",
        ),
        total,
    )
    yield _table(
        "languages",
        "Communities by language",
        "A community with several languages counts in each.",
        _each((each.languages for each in communities), "none given"),
        total,
    )
    yield _table(
        "platforms",
        "Communities by platform",
        "`custom` is software of their own.",
        (each.platform for each in communities),
        total,
    )
    yield _table(
        "statuses",
        "Communities by status",
        "Whether a community was seen in use; closed ones keep their entries.",
        (each.status for each in communities),
        total,
    )


def _of_rules(entries: Sequence[Entry]) -> Iterator[Table]:
    rules = [rule for entry in entries for rule in entry.rules]
    yield _table(
        "stances",
        "Rules by stance",
        "What the texts say, of communities and of codes.",
        (rule.stance for rule in rules),
        len(rules),
    )
    yield _table(
        "bases",
        "Rules by basis",
        "Whether a text says so, or it follows from one, was done, or is an opinion.",
        (rule.basis for rule in rules),
        len(rules),
    )


def _of_codes(registry: Registry) -> Iterator[Table]:
    codes = list(registry.codes.values())
    yield _table(
        "code_kinds",
        "Codes by kind",
        "Texts that bind people by who they are, and the policies of platforms.",
        (code.kind for code in codes),
        len(codes),
    )
    yield _table(
        "code_countries",
        "Codes by country",
        "A code of several countries counts in each.",
        _each((code.countries for code in codes), "everywhere"),
        len(codes),
    )
    organizations = list(registry.organizations.values())
    yield _table(
        "organization_kinds",
        "Organisations by kind",
        "Whom people may be tied to; names to recognise, not members of anything.",
        (each.kind for each in organizations),
        len(organizations),
    )


def _of_answers(
    cells: Sequence[Cell], registry: Registry, on: date | None
) -> Iterator[Table]:
    yield _table(
        "verdicts",
        "Answers by verdict",
        f"{len(PARTICIPANTS)} actors × {len(STANDARD_ACTIVITIES)} activities × "
        f"{len(registry)} communities.",
        (cell.verdict for cell in cells),
        len(cells),
    )
    yield _table(
        "certainties",
        "Answers by certainty",
        "As certain as the weakest text that decides; of `unstated`, as the silence.",
        (cell.certainty for cell in cells),
        len(cells),
    )
    unstated = [cell for cell in cells if cell.verdict is Verdict.UNSTATED]
    yield _table(
        "silences",
        "Whose silence an unstated answer is",
        "Silence of a text that was seen in part may be broken by the rest of it.",
        (_SILENCES[cell.certainty] for cell in unstated),
        len(unstated),
    )
    doubtful = [cell for cell in cells if cell.verdict is Verdict.CANNOT_TELL]
    yield _table(
        "missing_facts",
        "What would settle the answers that cannot be told",
        "Facts of the person that the standard questions leave open; an answer may "
        "lack several.",
        _missing(doubtful, registry, on),
        len(doubtful),
    )


def _missing(
    cells: Sequence[Cell], registry: Registry, on: date | None
) -> Iterator[str]:
    matcher = Matcher(registry)
    circumstances: Circumstances = matcher.circumstances(on=on, capacity="for")
    standings = {
        actor: Standing.of(participant(actor), circumstances)
        for actor in dict.fromkeys(cell.actor for cell in cells)
    }
    for cell in cells:
        decision = decide(
            matcher.venue(cell.community), standings[cell.actor], cell.activity
        )
        yield from dict.fromkeys(each.fact for each in decision.missing_facts)


def _of_evidence(entries: Sequence[Entry]) -> Iterator[Table]:
    sources = [source for entry in entries for source in entry.sources]
    total = len(sources)
    years = _table(
        "years",
        "Texts by the year they give as their own",
        "The last year that a text's own date may mean; the day on which we looked is "
        "another matter.",
        (
            "undated" if source.date is None else source.date.latest.year
            for source in sources
        ),
        total,
    )
    # Time has an order of its own, and what has no date comes after it.
    yield attrs.evolve(years, rows=tuple(sorted(years.rows)))
    yield _table(
        "extents",
        "Texts by how much of them was seen",
        "What was seen in part can permit and forbid, but its silence says little.",
        (source.extent for source in sources),
        total,
    )
    yield _table(
        "vias",
        "Texts by how they were seen",
        "In their place, in an archive's copy, or as another text quotes them.",
        (source.via for source in sources),
        total,
    )
    yield _table(
        "seen",
        "Texts by when they were looked at",
        "When somebody last read them for this registry.",
        ("not said" if source.seen is None else source.seen for source in sources),
        total,
    )
