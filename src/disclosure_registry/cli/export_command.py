"""`export`: the registry in the notation of another."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from disclosure_registry.cli.options import registry_of, registry_option
from disclosure_registry.errors import UnknownIdentifierError
from disclosure_registry.export import write_cedar, write_odrl

if TYPE_CHECKING:
    from disclosure_registry.model import Community
    from disclosure_registry.registry import Registry


@click.command(
    "export",
    short_help="The registry in the notation of another.",
    epilog="""\b
Examples:
  disclosure-registry export odrl registry.jsonld
  disclosure-registry export cedar policies/
  disclosure-registry export cedar policies/ --community tudiabetes""",
)
@click.argument("form", metavar="FORMAT", type=click.Choice(("cedar", "odrl")))
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--community",
    "names",
    metavar="COMMUNITY",
    multiple=True,
    help="This community alone, with whatever else speaks there; may be repeated.",
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(("%Y-%m-%d",)),
    help="For cedar: the day whose owners of companies are meant; today unless given.",
)
@registry_option
def command(
    *,
    form: str,
    path: Path,
    names: tuple[str, ...],
    day: datetime | None,
    folder: Path | None,
) -> int:
    """Write the registry to PATH as FORMAT.

    `cedar` makes PATH a folder of policies, schema and entities; `odrl` makes it a
    file of JSON-LD. Files are written aside and then renamed. Exits with 1 where
    PATH cannot be written.
    """
    registry = registry_of(folder)
    chosen = [_community(registry, name) for name in names] if names else None
    try:
        if form == "cedar":
            on = date.today() if day is None else day.date()  # noqa: DTZ011  the user's
            written = write_cedar(registry, path, on, communities=chosen)
        else:
            written = write_odrl(registry, path, communities=chosen)
    except OSError as error:
        click.echo(f"Error: {path} cannot be written: {error.strerror}.", err=True)
        return 1
    for file in written:
        click.echo(str(file))
    return 0


def _community(registry: Registry, name: str) -> Community:
    community = registry.resolve(name)
    if community is None:
        raise UnknownIdentifierError("community", name)
    return community
