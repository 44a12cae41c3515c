"""Files to registry, and registry to reader.

Without a path it is the data that ships: canonical and checked where it is made, so
that an entry is read when it is first asked for and no sooner. Any other directory is
read and checked whole at the door.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import ValuesView
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from disclosure_registry import codec, resources
from disclosure_registry.affiliation import Reader, read_phrases
from disclosure_registry.errors import (
    InvalidDocumentError,
    ResourceError,
    UnknownIdentifierError,
    nearest,
)
from disclosure_registry.gazetteer import Gazetteer
from disclosure_registry.registry import (
    ById,
    Card,
    Contents,
    Registry,
    Shelf,
    file_of,
    fingerprint,
)
from disclosure_registry.vocabulary import Actor

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from disclosure_registry.model import Code, Community, Organization

__all__ = ["load", "load_reader", "read_document"]

_T = TypeVar("_T")

_FOLDERS = ("communities", "codes", "organizations")
_SHOWN = 40
_ACTORS = {str(actor): actor for actor in Actor}


def load(path: str | os.PathLike[str] | None = None) -> Registry:
    """The registry that ships with the package, or that of a directory.

    A directory has the layout of the package's data: `communities`, `codes` and
    `organizations` (at least one of them, each a folder of JSON files named after
    their ids; hidden files are passed over), and `phrases` if it has its own. Where it
    has no codes, no organisations or no phrases, those of the package stand in: they
    hold, and mean what they mean, everywhere.

    Raises:
        ResourceError: the directory, or the package's data, is missing.
        InvalidDocumentError: a document in the directory does not fit; the error names
            the file and where in it.

    """
    return _shipped() if path is None else _foreign(Path(path))


def load_reader(registry: Registry) -> Reader:
    """The reader of declarations that knows a registry's organisations and phrases.

    Looks through the names of every organisation, so make one and keep it.

    Raises:
        InvalidDocumentError: a document of organisations or phrases does not fit.

    """
    organizations = registry.organizations
    with _collector_paused():
        return Reader(
            Gazetteer(
                organizations.named()
                if isinstance(organizations, _Organizations)
                else organizations.values()
            ),
            [
                read_phrases(document, f"phrases/{language}.json")
                for language, document in registry.phrases.items()
            ],
        )


def read_document(file: Traversable, name: str = "") -> Any:  # noqa: ANN401
    """The JSON value in a file, strictly read: UTF-8, each field once, no NaN.

    Raises:
        ResourceError: the file cannot be read.
        InvalidDocumentError: it is not JSON; the error names file, line and column.

    """
    name = name or str(file)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ResourceError(f"{name} cannot be read: {error.strerror}.") from error
    return _parsed(content, name)


# --- what ships -------------------------------------------------------------------


class _Folder:
    """The JSON files of a folder by their names without the ending; each read once."""

    def __init__(self, name: str) -> None:
        folder = resources.child(resources.data(), name)
        files = resources.documents(folder) if folder is not None else ()
        self.name = name
        self.files = {file.name.removesuffix(".json"): file for file in files}
        self._contents: dict[str, bytes] = {}

    def content(self, stem: str) -> bytes:
        content = self._contents.get(stem)
        if content is None:
            content = self._contents[stem] = self.files[stem].read_bytes()
        return content

    def document(self, stem: str) -> Any:  # noqa: ANN401  any JSON value
        content = self.content(stem)
        try:
            return json.loads(content)
        except ValueError:  # somebody is editing: the strict reading says where
            return _parsed(content, self.path(stem))

    def path(self, stem: str) -> str:
        return f"{self.name}/{stem}.json"


@cache
def _shipped() -> Registry:
    communities, codes, organizations, phrases = (
        _Folder(name) for name in (*_FOLDERS, "phrases")
    )

    def hashes() -> Mapping[str, str]:
        # What ships is canonical (a test says so): its bytes are its spelling.
        return {
            f"{folder.name}/{stem}": fingerprint(folder.content(stem))
            for folder in (communities, codes, organizations, phrases)
            for stem in folder.files
        }

    return Registry(
        Contents(
            communities=_shelf("community", communities, codec.community_from),
            codes=_shelf("code", codes, codec.code_from),
            organizations=_Organizations(organizations),
            topics=_topics(),
            phrases=Shelf("phrasebook", phrases.files, phrases.document),
            version=_version(),
            cards=lambda: _cards(communities),
            fingerprints=hashes,
        )
    )


def _shelf(kind: str, folder: _Folder, read: Callable[[object, str], _T]) -> Shelf[_T]:
    return Shelf(
        kind,
        folder.files,
        lambda stem: read(folder.document(stem), folder.path(stem)),
    )


def _cards(folder: _Folder) -> Iterator[Card]:
    for stem in folder.files:
        document = folder.document(stem)
        try:
            yield Card(
                id=document["id"],
                name=document["name"],
                aliases=tuple(document.get("aliases", ())),
                places=tuple(document.get("places", ())),
                topics=tuple(document.get("topics", ())),
            )
        except (AttributeError, KeyError, TypeError):  # let the codec say what is wrong
            yield Card.of(codec.community_from(document, folder.path(stem)))


class _Organizations(ById["Organization"]):
    """The organisations that ship: a file is parsed, and a record read, when asked for.

    `file_of` says which file holds a record.
    """

    def __init__(self, folder: _Folder) -> None:
        self._folder = folder
        self._records: dict[str, dict[str, dict[str, Any]]] = {}
        self._made: dict[str, Organization] = {}

    def _file(self, stem: str) -> dict[str, dict[str, Any]]:
        records = self._records.get(stem)
        if records is None:
            records = self._records[stem] = self._by_id(stem)
        return records

    def _by_id(self, stem: str) -> dict[str, dict[str, Any]]:
        document = self._folder.document(stem)
        try:
            return {one["id"]: one for one in document["organizations"]}
        except (KeyError, TypeError):  # let the codec say what is wrong
            return {
                one.id: codec.organization_to(one)
                for one in codec.organizations_from(document, self._folder.path(stem))
            }

    def _record(self, identifier: str) -> dict[str, Any] | None:
        stem = file_of(identifier)
        found = stem in self._folder.files
        return self._file(stem).get(identifier) if found else None

    def __getitem__(self, identifier: str) -> Organization:
        made = self._made.get(identifier)
        if made is not None:
            return made
        record = self._record(identifier)
        if record is None:
            raise UnknownIdentifierError(
                "organization", identifier, nearest(identifier.lower(), self)
            )
        made = codec.organization_from(record, self._folder.path(file_of(identifier)))
        self._made[identifier] = made
        return made

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, str) and self._record(identifier) is not None

    def __iter__(self) -> Iterator[str]:
        for stem in self._folder.files:
            yield from self._file(stem)

    def __len__(self) -> int:
        return sum(len(self._file(stem)) for stem in self._folder.files)

    def values(self) -> ValuesView[Organization]:
        """Every organisation, read file by file rather than asked for one by one."""
        return _EveryOrganization(self)

    def named(self) -> Iterator[_Named]:
        """Every organisation by its names alone; what ships is checked beforehand."""
        for stem in self._folder.files:
            for identifier, record in self._file(stem).items():
                names = record["names"]
                yield _Named(
                    identifier,
                    record["name"],
                    _ACTORS[record["kind"]],
                    _Names(names.get("strong", ()), names.get("weak", ())),
                    record.get("domains", ()),
                )

    def every(self) -> Iterator[Organization]:
        """What `values` goes through."""
        for stem in self._folder.files:
            path = self._folder.path(stem)
            for identifier, record in self._file(stem).items():
                made = self._made.get(identifier)
                if made is None:
                    made = codec.organization_from(record, path)
                    self._made[identifier] = made
                yield made


class _Names(NamedTuple):
    """`model.Names`, as the file has them."""

    strong: Sequence[str]
    weak: Sequence[str]


class _Named(NamedTuple):
    """What a gazetteer needs of a record: an eighth of the cost of all of it."""

    id: str
    name: str
    kind: Actor
    names: _Names
    domains: Sequence[str]


class _EveryOrganization(ValuesView["Organization"]):
    _mapping: _Organizations

    def __iter__(self) -> Iterator[Organization]:
        return self._mapping.every()


def _topics() -> Mapping[str, tuple[str, ...]]:
    terms = resources.vocabulary("topics")["terms"]
    return {term["id"]: tuple(term.get("broader", ())) for term in terms}


def _version() -> str:
    # The front door is above this floor, but it is open already.
    package = sys.modules[__name__.partition(".")[0]]
    stated = getattr(package, "__version__", None)
    if stated is not None:
        return str(stated)
    # Dear: asking the installation costs as much as reading a hundred entries.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("disclosure-registry")
    except PackageNotFoundError:  # a checkout that is not installed
        return "0"


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the cycle collector while thousands of objects are made, all to be kept.

    It would walk them again and again for nothing, which more than doubles the cost.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


# --- any other directory ----------------------------------------------------------


def _foreign(root: Path) -> Registry:
    if not root.is_dir():
        raise ResourceError(f"There is no directory {str(root)!r}.")
    folders = {name: resources.child(root, name) for name in (*_FOLDERS, "phrases")}
    if not any(folders[name] for name in _FOLDERS):
        raise ResourceError(
            f"{str(root)!r} holds no registry: it has none of the folders "
            f"{', '.join(_FOLDERS)}."
        )
    with _collector_paused():
        communities = _entries(folders["communities"], codec.community_from)
        codes = _entries(folders["codes"], codec.code_from)
        organizations = _records(folders["organizations"])
    shipped = _shipped()
    phrases = _documents(folders["phrases"])
    return Registry.of(
        communities.values(),
        codes=(codes or shipped.codes).values(),
        organizations=(organizations or shipped.organizations).values(),
        topics=shipped.topics,
        phrases=phrases or shipped.phrases,
        version=shipped.version,
    )


def _documents(folder: Traversable | None) -> dict[str, Any]:
    if folder is None:
        return {}
    return {
        file.name.removesuffix(".json"): read_document(file)
        for file in resources.documents(folder)
    }


_EntryT = TypeVar("_EntryT", "Community", "Code")


def _entries(
    folder: Traversable | None, read: Callable[[object, str], _EntryT]
) -> dict[str, _EntryT]:
    entries: dict[str, _EntryT] = {}
    for file in resources.documents(folder) if folder is not None else ():
        stem = file.name.removesuffix(".json")
        entry = read(read_document(file), str(file))
        if entry.id != stem:
            raise InvalidDocumentError(
                "/id",
                f"{stem!r}, for a file is named after its entry",
                entry.id,
                str(file),
            )
        entries[stem] = entry
    return entries


def _records(folder: Traversable | None) -> dict[str, Organization]:
    records: dict[str, Organization] = {}
    for file in resources.documents(folder) if folder is not None else ():
        read = codec.organizations_from(read_document(file), str(file))
        for index, organization in enumerate(read):
            if organization.id in records:
                raise InvalidDocumentError(
                    f"/organizations/{index}/id",
                    "an id that no other organisation has",
                    organization.id,
                    str(file),
                )
            records[organization.id] = organization
    return records


# --- JSON, strictly ---------------------------------------------------------------


def _parsed(content: bytes, name: str) -> Any:  # noqa: ANN401  any JSON value
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidDocumentError(
            "", "text in UTF-8", content[error.start : error.end], f"{name}:{line}"
        ) from None
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        found = text[error.pos : error.pos + _SHOWN]
        raise InvalidDocumentError("", f"JSON ({error.msg})", found, where) from None
    except _UnfitError as error:
        raise InvalidDocumentError("", error.expected, error.found, name) from None
    except (RecursionError, ValueError):  # nested, or a number, beyond all reason
        raise InvalidDocumentError(
            "", "JSON of a sane size", text[:_SHOWN], name
        ) from None


class _UnfitError(Exception):
    """JSON that says nothing definite; the error never leaves this module."""

    def __init__(self, expected: str, found: str) -> None:
        self.expected = expected
        self.found = found
        super().__init__(expected, found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) < len(pairs):
        # The last would win unseen, and might be the milder rule.
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _UnfitError("each field once in an object", twice)
    return document


def _refuse(constant: str) -> Any:  # noqa: ANN401  it never returns
    raise _UnfitError("a number that JSON knows", constant)
