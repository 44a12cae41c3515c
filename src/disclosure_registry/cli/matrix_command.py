"""`matrix`: every community, actor and activity answered."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from disclosure_registry.cli.options import (
    emit_csv,
    format_option,
    registry_of,
    registry_option,
)
from disclosure_registry.matrix import PARTICIPANTS, Cell, matrix
from disclosure_registry.query import query
from disclosure_registry.vocabulary import STANDARD_ACTIVITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from disclosure_registry.registry import Registry


@click.command(
    "matrix",
    short_help="Every community, actor and activity answered.",
    epilog="""\b
Examples:
  disclosure-registry matrix --topic diabetes --actor pharmaceutical-company
  disclosure-registry matrix --format csv > matrix.csv""",
)
@click.option("--topic", metavar="T", help="Only about this topic or one below it.")
@click.option("--language", metavar="L", help="Only in this language, such as de.")
@click.option("--platform", metavar="P", help="Only on this platform.")
@click.option(
    "--actor",
    "actors",
    metavar="A",
    multiple=True,
    help="Who asks; may be repeated. Every actor unless given.",
)
@click.option(
    "--activity",
    "activities",
    metavar="B",
    multiple=True,
    help="What they want to do; may be repeated. The standard ones unless given.",
)
@click.option("--on", metavar="DATE", help="The day asked about (today).")
@registry_option
@format_option("table", "csv", "json")
def command(
    *,
    topic: str | None,
    language: str | None,
    platform: str | None,
    actors: tuple[str, ...],
    activities: tuple[str, ...],
    on: str | None,
    folder: Path | None,
    form: str,
) -> int:
    """Print the answer of each community to each actor about each activity.

    The actors speak for whom they are tied to. Exits with 1 where no community fits.
    """
    registry = registry_of(folder)
    communities = _chosen(registry, topic, language, platform)
    cells = matrix(
        registry,
        communities=communities,
        actors=actors or PARTICIPANTS,
        activities=activities or STANDARD_ACTIVITIES,
        on=on,
    )
    if form == "json":
        _print_json(cells)
    elif form == "csv":
        emit_csv(Cell._fields, cells)
    else:
        _print_table(cells, communities)
    if not communities:
        click.echo("No community fits.", err=True)
    return 0 if communities else 1


def _chosen(
    registry: Registry,
    topic: str | None,
    language: str | None,
    platform: str | None,
) -> list[str]:
    """The communities that `query` would ask, by their ids."""
    if topic is None and language is None and platform is None:
        return list(registry)
    rows = query(registry, topic=topic, language=language, platform=platform)
    return sorted(row.community for row in rows)


def _print_json(cells: Iterator[Cell]) -> None:
    """One array, a cell on each line, printed as it is found."""
    start = "["
    for cell in cells:
        sys.stdout.write(f"{start}\n  {json.dumps(cell._asdict(), ensure_ascii=False)}")
        start = ","
    sys.stdout.write("\n]\n" if start == "," else "[]\n")


def _print_table(cells: Iterator[Cell], communities: Sequence[str]) -> None:
    found = list(cells)
    if not found:
        return
    widths = [
        max(len(name), *map(len, {cell[column] for cell in found}))
        for column, name in enumerate(Cell._fields)
    ]
    for cell in (Cell._fields, *found):
        told = "  ".join(
            word.ljust(width) for word, width in zip(cell, widths, strict=True)
        )
        click.echo(told.rstrip())
    click.echo(f"{len(found)} answers of {len(communities)} communities.", err=True)
