"""`stats`: what the registry holds, how sure it is and how old."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from disclosure_registry.cli.options import (
    emit_json,
    format_option,
    registry_of,
    registry_option,
)
from disclosure_registry.coverage import Coverage, Table, coverage
from disclosure_registry.matching import day_of

if TYPE_CHECKING:
    from pathlib import Path

#: Rows of a table that are printed; the rest is summed up.
_MOST = 12


@click.command(
    "stats",
    short_help="What the registry holds, how sure and how old.",
    epilog="""\b
Examples:
  disclosure-registry stats
  disclosure-registry stats --format json""",
)
@click.option(
    "--on",
    metavar="DATE",
    help="The day of the questions (the newest on which a text was seen).",
)
@registry_option
@format_option("text", "json")
def command(*, on: str | None, folder: Path | None, form: str) -> None:
    """Count entries, rules, texts, and how the standard questions come out."""
    found = coverage(registry_of(folder), on=None if on is None else day_of(on))
    if form == "json":
        emit_json(found.to_dict())
    else:
        _print(found)


def _print(found: Coverage) -> None:
    sums = ", ".join(f"{number:,} {word}" for word, number in found.totals.items())
    click.echo(sums)
    if found.on is not None:
        click.echo(f"Questions asked of {found.on.isoformat()}.")
    for table in found.tables:
        if table.rows:
            click.echo(f"\n{table.title} ({table.total:,})")
            _print_rows(table)


def _print_rows(table: Table) -> None:
    # A row more is better than a line that says that one is missing.
    shown = table.rows if len(table.rows) <= _MOST + 1 else table.rows[:_MOST]
    for word, number in shown:
        click.echo(f"{number:>9,}  {table.share(word):>6.1%}  {word}")
    if len(shown) < len(table.rows):
        click.echo(f"{'':>9}  {'':>6}  and {len(table.rows) - len(shown)} more")
