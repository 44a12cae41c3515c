"""Where the schemas and the data are: in the wheel or in the checkout."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disclosure_registry.errors import ResourceError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

__all__ = ["child", "data", "documents", "root", "schemas", "vocabulary"]

_PACKAGE = "disclosure_registry"


@cache
def root() -> Traversable:
    """The folder that holds `schemas` and `data`.

    A wheel carries them in the package, zipped or not; a checkout has them beside
    `src`, so that an editable installation can hold no stale copy.

    Raises:
        ResourceError: neither is there.

    """
    package = files(_PACKAGE)
    checkout = Path(__file__).resolve().parents[2]
    return _first_with_data((package.joinpath("_shipped"), checkout))


def _first_with_data(folders: Iterable[Traversable]) -> Traversable:
    for folder in folders:
        if folder.joinpath("data", "vocabulary").is_dir():
            return folder
    raise ResourceError(
        "The data of the registry is missing: neither the installed package nor a "
        "checkout has a folder 'data'. Install the package again."
    )


def data() -> Traversable:
    """The folder of entries, phrases and vocabularies."""
    return root().joinpath("data")


def schemas() -> Traversable:
    """The folder of JSON Schemas."""
    return root().joinpath("schemas")


def child(folder: Traversable, name: str) -> Traversable | None:
    """The folder `name` in `folder`, or None where there is no such folder."""
    found = folder.joinpath(name)
    return found if found.is_dir() else None


def documents(folder: Traversable) -> tuple[Traversable, ...]:
    """The JSON files of a folder by name, hidden ones left out.

    Raises:
        ResourceError: the folder cannot be read.

    """
    try:
        found = [
            file
            for file in folder.iterdir()
            if file.name.endswith(".json") and not file.name.startswith(".")
        ]
    except OSError as error:
        raise ResourceError(f"{folder} cannot be read: {error.strerror}.") from error
    # Sorted: the order of a directory differs between systems.
    return tuple(sorted(found, key=lambda file: file.name))


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The vocabulary `name` (`topics`, `actors` …) with labels and definitions.

    The answer is shared: do not change it.

    Raises:
        ResourceError: there is no such vocabulary, or it cannot be read.

    """
    file = data().joinpath("vocabulary", f"{name}.json")
    try:
        document: dict[str, Any] = json.loads(file.read_bytes())
    except OSError as error:
        raise ResourceError(f"The vocabulary {name!r} is missing.") from error
    except ValueError as error:
        raise ResourceError(f"{file} is not JSON: {error}.") from error
    return document
