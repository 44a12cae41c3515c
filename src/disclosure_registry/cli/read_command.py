"""`read`: what a text declares."""

from __future__ import annotations

import json
import textwrap
from typing import IO, TYPE_CHECKING

import click

from disclosure_registry.cli.options import (
    emit_json,
    format_option,
    is_wide_terminal,
    registry_of,
    registry_option,
    text_of,
)
from disclosure_registry.codec import disclosure_to
from disclosure_registry.errors import InvalidDocumentError, TextTooLongError
from disclosure_registry.matching import read_disclosure
from disclosure_registry.model.explaining import explain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from disclosure_registry.registry import Registry


_WIDTH = 79

#: Texts after which a person is told how far it is.
_EACH = 1000


@click.command(
    "read",
    short_help="What a text declares.",
    epilog="""\b
Examples:
  disclosure-registry read "MSL in oncology, ex-GSK. Opinions mine."
  disclosure-registry read --explain - < profile.txt
  disclosure-registry read --input profiles.jsonl > read.jsonl""",
)
@click.argument("text", required=False)
@click.option(
    "--input",
    "source",
    type=click.File(encoding="utf-8"),
    help="JSON Lines with id and text, or plain lines; - is standard input.",
)
@click.option("--declared-in", metavar="PLACE", help="Where TEXT stands.")
@click.option(
    "--explain", "why", is_flag=True, help="Show the rule and words behind each claim."
)
@registry_option
@format_option("text", "json")
def command(
    *,
    text: str | None,
    source: IO[str] | None,
    declared_in: str | None,
    why: bool,
    folder: Path | None,
    form: str,
) -> None:
    """Read the ties that TEXT declares, each with the words that say so.

    With --input, prints one JSON line for each record, in order.
    """
    if (text is None) == (source is None):
        raise click.UsageError("Give either TEXT (or -) or --input FILE.")
    registry = registry_of(folder)
    if source is not None:
        _read_all(source, registry)
        return
    told = text_of(text or "")
    disclosure = read_disclosure(
        told if declared_in is None else {declared_in: told}, registry=registry
    )
    if form == "json":
        emit_json(disclosure_to(disclosure))
    else:
        for line in explain(disclosure, reasons=why).splitlines():
            click.echo(textwrap.fill(line, _WIDTH, subsequent_indent="    "))


def _read_all(source: IO[str], registry: Registry) -> None:
    """One JSON line for each record; progress for a person who is looking."""
    show = is_wide_terminal()
    done = 0
    for record, text in _records(source):
        document = _read_one(record, text, source.name, registry)
        click.echo(json.dumps({**record, **document}, ensure_ascii=False))
        done += 1
        if show and done % _EACH == 0:
            click.echo(f"\r{done:,} texts read", nl=False, err=True)
    if show and done >= _EACH:
        click.echo(f"\r{done:,} texts read", err=True)


def _read_one(
    record: dict[str, object], text: str, name: str, registry: Registry
) -> dict[str, object]:
    try:
        return disclosure_to(read_disclosure(text, registry=registry))
    except TextTooLongError as error:
        where = f"{name}, record {record['id']}"
        longest = f"a text of at most {error.limit:,} characters"
        raise InvalidDocumentError("/text", longest, error.length, where) from None


def _records(source: IO[str]) -> Iterator[tuple[dict[str, object], str]]:
    for number, line in enumerate(_decoded(source), start=1):
        told = line.rstrip("\r\n")
        if not told.strip():
            continue
        if not told.lstrip().startswith("{"):
            yield {"id": number}, told
            continue
        yield _json_record(told, f"{source.name}:{number}")


def _decoded(source: IO[str]) -> Iterator[str]:
    try:
        yield from source
    except UnicodeDecodeError as error:
        found = f"byte {error.object[error.start]:#04x}"
        raise InvalidDocumentError("", "text in UTF-8", found, source.name) from None


def _json_record(line: str, where: str) -> tuple[dict[str, object], str]:
    # What was found is not shown: it may be somebody's declaration.
    expected = "a JSON object with a text"
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise InvalidDocumentError("", expected, "no JSON", where) from None
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str):
        raise InvalidDocumentError("/text", expected, "no text", where)
    return {"id": record.get("id")}, text
