"""Options and helpers that several commands share."""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disclosure_registry.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from disclosure_registry.registry import Registry

#: Characters read from standard input at most; longer texts are refused by the reader.
MOST_READ = 1_000_001

#: What a cell begins with that a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def format_option(*formats: str) -> Callable[[Any], Any]:
    """`--format`, the first one given being the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print.",
    )


registry_option = click.option(
    "--registry",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with communities/, codes/ … to use instead of the shipped data.",
)


def registry_of(folder: Path | None) -> Registry:
    """The registry of a folder; None stands for the shipped one."""
    return load(folder)


def text_of(text: str) -> str:
    """The text itself, or what comes on standard input for `-`.

    `-` keeps a person's words out of the shell's history.
    """
    if text != "-":
        return text
    if sys.stdin is None:
        raise click.UsageError("There is no standard input to read.")
    return sys.stdin.read(MOST_READ)


def emit_json(document: object) -> None:
    """Print a document as JSON, the same bytes for the same document."""
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))


def emit_csv(fields: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a heading and its rows as CSV; the words of a list are parted by blanks.

    A spreadsheet runs a cell that begins like a formula, and the names come from
    others: such a cell gets an apostrophe before it, as OWASP's page on CSV injection
    advises.
    """
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(fields)
    for row in rows:
        writer.writerow(map(_cell, row))


def _cell(value: object) -> str:
    told = " ".join(value) if isinstance(value, list) else str(value)
    return f"'{told}" if told.startswith(_FORMULA) else told


def is_wide_terminal() -> bool:
    """Whether a person is looking at standard error."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
