"""`find`: entries by address, handle or words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from disclosure_registry.cli.options import (
    emit_json,
    format_option,
    registry_of,
    registry_option,
)
from disclosure_registry.urls import looks_like_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from disclosure_registry.registry import Registry

_MOST = 25


@click.command(
    "find",
    short_help="Entries by address, handle or words.",
    epilog="""\b
Examples:
  disclosure-registry find https://forum.tudiabetes.org/t/1
  disclosure-registry find '#gbdoc'
  disclosure-registry find thyroid support""",
)
@click.argument("words", nargs=-1, required=True)
@registry_option
@format_option("text", "json")
def command(*, words: tuple[str, ...], folder: Path | None, form: str) -> int:
    """Find the community at an address or handle, or entries whose names hold WORDS.

    Exits with 1 where nothing is found.
    """
    registry = registry_of(folder)
    sought = " ".join(words).strip()
    if not sought:
        raise click.UsageError("Give an address, a handle or words.")
    if looks_like_place(sought):
        place = registry.at(sought)
        found = [] if place is None else [("community", place.id, place.name)]
    else:
        found = list(_named(registry, sought))
    if form == "json":
        emit_json(
            [{"kind": kind, "id": key, "name": name} for kind, key, name in found]
        )
        return 0 if found else 1
    for kind, identifier, name in found[:_MOST]:
        click.echo(f"{identifier}  {name}  ({kind})")
    if len(found) > _MOST:
        click.echo(f"and {len(found) - _MOST} more; --format json lists all")
    if not found:
        click.echo(f"Nothing is known of {sought!r}.", err=True)
    return 0 if found else 1


def _named(registry: Registry, sought: str) -> Iterator[tuple[str, str, str]]:
    """Entries whose id, names or topics hold every word."""
    wanted = sought.casefold().split()

    def holds(*texts: str) -> bool:
        text = " ".join(texts).casefold()
        return all(word in text for word in wanted)

    for community in registry.values():
        topics = (topic.replace("-", " ") for topic in community.topics)
        if holds(community.id, community.name, *community.aliases, *topics):
            yield "community", community.id, community.name
    for code in registry.codes.values():
        if holds(code.id, code.name, *code.aliases, code.issuer.name):
            yield "code", code.id, code.name
    for firm in registry.organizations.values():
        if holds(firm.id, firm.name, *firm.names.strong):
            yield "organization", firm.id, firm.name
