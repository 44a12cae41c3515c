"""`show`: an entry of the registry."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import click

from disclosure_registry.cli.options import (
    emit_json,
    format_option,
    registry_of,
    registry_option,
)
from disclosure_registry.codec import code_to, community_to, organization_to
from disclosure_registry.errors import UnknownIdentifierError, nearest
from disclosure_registry.model import Code, Community

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from disclosure_registry.model import Organization, Rule
    from disclosure_registry.registry import Registry

_WIDTH = 79


@click.command(
    "show",
    short_help="An entry of the registry.",
    epilog="""\b
Examples:
  disclosure-registry show tudiabetes
  disclosure-registry show '#gbdoc'
  disclosure-registry show roche-social-media-principles --format json""",
)
@click.argument("entry")
@registry_option
@format_option("text", "json")
def command(*, entry: str, folder: Path | None, form: str) -> None:
    """Show the community, code or organisation ENTRY (an id or a place)."""
    registry = registry_of(folder)
    found = _find(registry, entry)
    if form == "json":
        emit_json(_document(found))
    else:
        click.echo("\n".join(_lines(found)))


def _find(registry: Registry, entry: str) -> Community | Code | Organization:
    if entry in registry.codes:
        return registry.codes[entry]
    if entry in registry.organizations and entry not in registry:
        return registry.organizations[entry]
    try:
        found = registry.resolve(entry)
    except UnknownIdentifierError as error:
        close = _close(registry, entry) or error.close
        raise UnknownIdentifierError("entry", entry, close) from None
    if found is None:
        raise click.UsageError(f"No entry claims the place {entry!r}.")
    return found


def _close(registry: Registry, entry: str) -> tuple[str, ...]:
    known = [*registry, *registry.codes, *registry.organizations]
    return nearest(entry.casefold(), known)


def _document(entry: Community | Code | Organization) -> dict[str, Any]:
    if isinstance(entry, Community):
        return community_to(entry)
    return code_to(entry) if isinstance(entry, Code) else organization_to(entry)


def _lines(entry: Community | Code | Organization) -> Iterator[str]:
    yield from _wrap(f"{entry.name} ({entry.id})", "")
    if isinstance(entry, Community):
        yield from _fields(_community_facts(entry))
    elif isinstance(entry, Code):
        yield from _fields(_code_facts(entry))
    else:
        yield from _fields(_organization_facts(entry))
        return
    for rule in entry.rules:
        yield ""
        yield from _rule(entry, rule)
    yield ""
    yield "Sources"
    for source in entry.sources:
        told = ", ".join(
            part
            for part in (
                source.title,
                str(source.date) if source.date else None,
                f"seen {source.seen} ({source.extent})" if source.seen else None,
            )
            if part
        )
        yield from _wrap(f"- {source.id}: {told}", "  ")
        if source.url:
            yield f"    {source.url}"


def _community_facts(entry: Community) -> dict[str, str | None]:
    return {
        "places": ", ".join(entry.places),
        "platform": entry.platform,
        "operator": entry.operator.name if entry.operator else None,
        "part of": entry.part_of,
        "languages": ", ".join(entry.languages),
        "topics": ", ".join(entry.topics),
        "status": entry.status,
        "contact": entry.contact,
        "notes": entry.notes,
    }


def _code_facts(entry: Code) -> dict[str, str | None]:
    return {
        "kind": f"{entry.kind} ({entry.force})",
        "issuer": entry.issuer.name,
        "countries": ", ".join(entry.countries),
        "binds": ", ".join(sorted(entry.binds.actors)),
        "notes": entry.notes,
    }


def _organization_facts(entry: Organization) -> dict[str, str | None]:
    return {
        "kind": entry.kind,
        "names": ", ".join(entry.names.strong),
        "weak names": ", ".join(entry.names.weak),
        "countries": ", ".join(entry.countries),
        "parents": ", ".join(parent.organization for parent in entry.parents),
        "domains": ", ".join(entry.domains),
        "notes": entry.notes,
    }


def _fields(facts: dict[str, str | None]) -> Iterator[str]:
    for name, told in facts.items():
        if told:
            yield from _wrap(f"{name}: {told}", "  ")


def _rule(entry: Community | Code, rule: Rule) -> Iterator[str]:
    yield f"{entry.id}#{rule.id}"
    who = ", ".join(sorted(rule.actors))
    what = ", ".join(sorted(rule.activities))
    yield from _wrap(f"{who} × {what}: {rule.stance} ({rule.basis})", "  ")
    yield from _wrap(rule.summary, "  ")
    if rule.in_force:
        since, until = rule.in_force.since, rule.in_force.until
        yield f"  in force from {since or '?'} until {until or 'today'}"


def _wrap(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
