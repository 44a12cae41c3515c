"""`history`: how the rules of an entry have changed."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from disclosure_registry.cli.options import (
    emit_json,
    format_option,
    registry_of,
    registry_option,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from disclosure_registry.model import Code, Community


@click.command(
    "history",
    short_help="How the rules of an entry have changed.",
    epilog="""\b
Examples:
  disclosure-registry history sermo
  disclosure-registry history reddit --format json""",
)
@click.argument("entry")
@registry_option
@format_option("text", "json")
def command(*, entry: str, folder: Path | None, form: str) -> None:
    """Tell the story of ENTRY (a community or a code): its texts and rules by date."""
    registry = registry_of(folder)
    found = registry.codes.get(entry) or registry[entry]
    events = sorted(_events(found))
    if form == "json":
        emit_json(
            [
                {"date": date, "event": event, "what": what, "summary": summary}
                for date, event, what, summary in events
            ]
        )
        return
    click.echo(f"{found.name} ({found.id})")
    for date, event, what, summary in events:
        told = f"{what}: {summary}" if summary else what
        for line in textwrap.wrap(
            f"{date}  {event} {told}", 79, subsequent_indent=" " * 12
        ):
            click.echo(line)
    undated = sum(rule.in_force is None for rule in found.rules)
    click.echo(f"{undated} of {len(found.rules)} rules have no date of their own.")


def _events(entry: Community | Code) -> Iterator[tuple[str, str, str, str]]:
    """Each dated text, and each day on which a rule came or went."""
    for source in entry.sources:
        if source.date is not None:
            yield str(source.date), "text", source.title or source.id, ""
    for rule in entry.rules:
        if rule.in_force is None:
            continue
        if rule.in_force.since is not None:
            yield str(rule.in_force.since), "from", rule.id, rule.summary
        if rule.in_force.until is not None:
            yield str(rule.in_force.until), "until", rule.id, ""
