"""Options and helpers that several commands share."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disclosure_registry.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from disclosure_registry.registry import Registry

#: Characters read from standard input at most; longer texts are refused by the reader.
MOST_READ = 1_000_001


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


def is_wide_terminal() -> bool:
    """Whether a person is looking at standard error."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
