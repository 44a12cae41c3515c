"""The registry in the notations of others: Cedar, ODRL.

What is written stands there whole or not at all: each file is written aside and then
renamed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from disclosure_registry.export.cedar import CedarExport, to_cedar
from disclosure_registry.export.odrl import OdrlEntries, from_odrl, to_odrl

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from disclosure_registry.model import Community
    from disclosure_registry.registry import Registry

__all__ = [
    "CedarExport",
    "OdrlEntries",
    "from_odrl",
    "to_cedar",
    "to_odrl",
    "write_cedar",
    "write_odrl",
]

_READABLE = 0o644


def write_cedar(
    registry: Registry,
    path: str | os.PathLike[str],
    on: date,
    *,
    communities: Iterable[Community] | None = None,
) -> tuple[Path, ...]:
    """Write `policies.cedar`, `schema.cedarschema` and `entities.json` to a folder.

    Makes the folder where it is missing; each file is whole at any time, the three
    together are not, where they replace older ones. Arguments as for `to_cedar`.

    Returns:
        The files written.

    Raises:
        OSError: a file cannot be written.

    """
    compiled = to_cedar(registry, on, communities=communities)
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "schema.cedarschema": compiled.schema,
        "entities.json": _json(compiled.entities),
        "policies.cedar": compiled.policies,
    }
    for name, text in texts.items():
        _write(folder / name, text)
    return tuple(folder / name for name in texts)


def write_odrl(
    registry: Registry,
    path: str | os.PathLike[str],
    *,
    communities: Iterable[Community] | None = None,
) -> tuple[Path, ...]:
    """Write a registry as one file of JSON-LD.

    Of some communities alone: with the communities and platform policies whose rules
    hold there, and with all other codes, which bind people wherever they are.

    Returns:
        The file written.

    Raises:
        OSError: the file cannot be written.
        UnknownIdentifierError: a community is part of one that the registry lacks.

    """
    chosen, codes = registry.values(), registry.codes.values()
    if communities is None:
        document = to_odrl(chosen, codes)
    else:
        with_hosts = _with_hosts(registry, communities)
        platforms = {str(each.platform) for each in with_hosts}
        speaking = [
            code
            for code in codes
            if code.kind != "platform-policy" or code.id in platforms
        ]
        document = to_odrl(with_hosts, speaking)
    target = Path(path)
    _write(target, _json(document))
    return (target,)


def _with_hosts(
    registry: Registry, communities: Iterable[Community]
) -> list[Community]:
    found: dict[str, Community] = {}
    ahead = list(communities)
    while ahead:
        community = ahead.pop(0)
        if community.id not in found:
            found[community.id] = community
            if community.part_of is not None:
                ahead.append(registry[community.part_of])
    return list(found.values())


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _write(target: Path, text: str) -> None:
    """Write beside the target, and give it the target's name once it is whole."""
    with NamedTemporaryFile(
        "w",
        encoding="utf-8",
        newline="\n",
        dir=target.parent,
        prefix=f".{target.name}.",
        delete=False,
    ) as file:
        aside = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            aside.chmod(_READABLE)
            aside.replace(target)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
