"""`query`: which communities let an actor do an activity."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import attrs
import click

from disclosure_registry.cli.options import (
    emit_csv,
    emit_json,
    format_option,
    registry_of,
    registry_option,
)
from disclosure_registry.query import Row, query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_NARROWEST = 80
_HEADINGS = ("community", "verdict", "certainty", "open conditions")


@click.command(
    "query",
    short_help="Which communities let an actor do an activity.",
    epilog="""\b
Examples:
  disclosure-registry query --actor pharmaceutical-company \\
      --activity answer-about-own-product --verdict permitted,conditional
  disclosure-registry query --actor academic-researcher --activity survey \\
      --topic diabetes --format csv""",
)
@click.option("--actor", metavar="A", default="everyone", help="Who asks.")
@click.option("--activity", metavar="B", default="post", help="What they want to do.")
@click.option(
    "--verdict", metavar="V,…", default="", help="Only rows with one of these."
)
@click.option("--topic", metavar="T", help="Only about this topic or one below it.")
@click.option("--language", metavar="L", help="Only in this language, such as de.")
@click.option("--platform", metavar="P", help="Only on this platform.")
@click.option("--on", metavar="DATE", help="The day asked about (today).")
@click.option("--country", metavar="CC", help="Where the actor is bound.")
@registry_option
@format_option("table", "json", "csv")
def command(  # noqa: PLR0913  one for each option
    *,
    actor: str,
    activity: str,
    verdict: str,
    topic: str | None,
    language: str | None,
    platform: str | None,
    on: str | None,
    country: str | None,
    folder: Path | None,
    form: str,
) -> int:
    """List communities with their answer to an actor who wants to do an activity.

    The most leave comes first. Exits with 1 where no community fits.
    """
    rows = query(
        registry_of(folder),
        actor=actor,
        activity=activity,
        verdicts=[word.strip() for word in verdict.split(",") if word.strip()],
        topic=topic,
        language=language,
        platform=platform,
        on=on,
        country=country,
    )
    if form == "json":
        emit_json([row.to_dict() for row in rows])
    elif form == "csv":
        emit_csv(
            [field.name for field in attrs.fields(Row)],
            [row.to_dict().values() for row in rows],
        )
    else:
        _print_table(rows)
    return 0 if rows else 1


def _print_table(rows: Sequence[Row]) -> None:
    if not rows:
        click.echo("No community fits.", err=True)
        return
    cells = [
        (row.community, row.verdict, row.certainty, ", ".join(row.conditions))
        for row in rows
    ]
    widths = [
        max(len(line[column]) for line in (_HEADINGS, *cells)) for column in range(3)
    ]
    widest = max(shutil.get_terminal_size((_NARROWEST, 24)).columns, _NARROWEST)
    for line in (_HEADINGS, *cells):
        told = "  ".join(
            [
                *(cell.ljust(width) for cell, width in zip(line, widths, strict=False)),
                line[3],
            ]
        ).rstrip()
        click.echo(told if len(told) <= widest else told[: widest - 1] + "…")
    click.echo(f"{len(rows)} communities.", err=True)
