"""Files and folders: from bytes to documents, and all problems of a registry."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from disclosure_registry import canonical, resources
from disclosure_registry.schema._load import KINDS
from disclosure_registry.schema._positions import scan
from disclosure_registry.schema._problem import Level, Problem, pointer
from disclosure_registry.schema._together import ENTRIES, Held, Neighbours, together
from disclosure_registry.schema._validate import examine, located

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

#: Larger files are not read; the largest of ours has a tenth of this.
LARGEST: Final = 1_000_000

#: What the parser of JSON says, and what that means to somebody who edits a file.
_SLIPS: Final = {
    "Expecting ',' delimiter": "a comma or a closing bracket is missing before this",
    "Expecting ':' delimiter": "a colon is missing after the name of a field",
    "Expecting property name enclosed in double quotes": "expected the name of a field "
    "in double quotation marks; is there a comma too many before this?",
    "Illegal trailing comma before end of object": "there is a comma too many here",
    "Illegal trailing comma before end of array": "there is a comma too many here",
    "Expecting value": "expected a value; is there a comma too many before this?",
    "Extra data": "something stands after the end of the document",
    "Invalid control character at": "a line break or tab stands inside quotation marks",
    "Unterminated string starting at": "the closing quotation mark is missing",
    "Invalid \\escape": "a backslash stands alone inside quotation marks; write two",
}


@attrs.frozen(kw_only=True)
class Report:
    """What was looked at and what was found, in the order of the files.

    Iterating over a report and asking for its length are about its problems.
    """

    files: int
    problems: tuple[Problem, ...]

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)

    def __len__(self) -> int:
        return len(self.problems)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems because of which a document cannot stay as it is."""
        return tuple(one for one in self.problems if one.level is Level.ERROR)

    @property
    def questions(self) -> tuple[Problem, ...]:
        """The problems at which somebody should look again."""
        return tuple(one for one in self.problems if one.level is Level.QUESTION)


@attrs.frozen
class _File:
    """A file to look at; `folder` is the name of the folder that holds it."""

    file: Traversable
    name: str
    folder: str


@attrs.frozen
class _Document:
    """A file that has been read; without a document where that failed."""

    file: _File
    kind: str
    text: str
    document: Any
    problems: tuple[Problem, ...]


def validate_files(paths: Iterable[Path | Traversable] = ()) -> Report:
    """Find every problem in files and folders, also between entries.

    A folder that holds a registry (`communities`, `codes` … or these below `data`) is
    looked at as one, any other with all JSON files below it. References may lead to
    entries of the same registry, whether named or not, and to what the package ships.

    Args:
        paths: files and folders; none means the data that the package ships.

    Returns:
        How many files were looked at, and the problems in their order. A file that
        cannot be read is a problem too.

    """
    files: list[_File] = []
    missing: list[Problem] = []
    for path in tuple(paths) or (resources.data(),):
        found = list(_files(path, str(path)))
        files += found
        if not found:
            missing.append(_nothing_there(path))
    unique = list({one.name: one for one in files}.values())
    documents = [_read(one) for one in unique]
    near = Neighbours.of(_held(documents))
    problems = [
        problem for one in documents for problem in _document_problems(one, near)
    ]
    return Report(files=len(documents), problems=(*missing, *problems))


def _nothing_there(path: Path | Traversable) -> Problem:
    what = "no JSON file in this folder" if path.is_dir() else "no such file"
    return Problem(check="no-file", message=what, file=str(path), expected="a file")


# --- which files ------------------------------------------------------------------


def _files(path: Path | Traversable, name: str) -> Iterator[_File]:
    if path.is_file():
        yield _File(path, name, _name(path.parent) if isinstance(path, Path) else "")
    elif path.is_dir():
        yield from _in_folder(path, name)


def _in_folder(folder: Traversable, name: str) -> Iterator[_File]:
    below = resources.child(folder, "data")
    if below is not None and any(_rooms(below)):
        yield from _in_folder(below, f"{name}/data")
        return
    rooms = list(_rooms(folder))
    if not rooms:
        yield from _all_below(folder, name)
    for room in rooms:
        yield from _all_below(room, f"{name}/{room.name}")


def _rooms(folder: Traversable) -> Iterator[Traversable]:
    """The folders of a registry: communities, codes and the like."""
    below = sorted(folder.iterdir(), key=lambda one: one.name)
    return (one for one in below if one.is_dir() and canonical.kind_of(one.name))


def _all_below(folder: Traversable, name: str) -> Iterator[_File]:
    # Sorted: the order of a folder differs between systems.
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.name.startswith("."):
            continue
        if one.is_dir():
            yield from _all_below(one, f"{name}/{one.name}")
        elif one.name.endswith(".json") and not one.name.endswith(".schema.json"):
            yield _File(one, f"{name}/{one.name}", _name(folder))


def _name(folder: Traversable) -> str:
    """The name of a folder, also of the one that is called `.`."""
    return folder.resolve().name if isinstance(folder, Path) else folder.name


# --- from bytes to documents ------------------------------------------------------


def _read(file: _File) -> _Document:
    text, fault = _text(file)
    document: Any = None
    if fault is None:
        document, fault = _parsed(text)
    kind = _kind(file, document)
    if fault is None and kind == "":
        fault = Problem(
            check="unknown-kind",
            message="what is this file? Say so with "
            '"$schema": "../../schemas/community.schema.json" at its beginning, or put '
            "it into a folder named communities or codes",
            expected="a community, a code or another kind of document",
            known=KINDS,
        )
    if fault is not None:
        return _Document(file, kind, text, None, (attrs.evolve(fault, file=file.name),))
    return _Document(file, kind, text, document, ())


def _text(file: _File) -> tuple[str, Problem | None]:
    try:
        if isinstance(file.file, Path) and file.file.stat().st_size > LARGEST:
            return "", Problem(
                check="too-large",
                message=f"the file is larger than {LARGEST:,} bytes",
                expected=f"at most {LARGEST} bytes",
            )
        data = file.file.read_bytes()
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        return "", Problem(check="unreadable", message=f"cannot be read: {why}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", Problem(
            check="not-utf-8",
            message="the text is not in UTF-8 here; save the file as UTF-8",
            line=line,
            column=error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1,
            expected="UTF-8",
        )
    if text.startswith("\ufeff"):
        return text, Problem(
            check="byte-order-mark",
            message="the file begins with a byte order mark; save it as UTF-8 without",
            expected="UTF-8 without a byte order mark",
        )
    return text, None


class _NoJsonError(ValueError):
    """A word that Python reads and JSON does not know."""


def _refuse(word: str) -> None:
    raise _NoJsonError(word)


def _parsed(text: str) -> tuple[Any, Problem | None]:
    repeated: list[bool] = []

    def fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            repeated.append(True)
        return found

    try:
        document = json.loads(text, object_pairs_hook=fields, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        slip = next((said for said in _SLIPS if error.msg.startswith(said)), error.msg)
        return None, Problem(
            check="not-json",
            message=f"not JSON: {_SLIPS.get(slip, slip)}",
            line=error.lineno,
            column=error.colno,
            expected="JSON",
        )
    except RecursionError:
        return None, _too_deep()
    except ValueError as error:  # NaN, or a number with thousands of digits
        what = (
            f"{error} is no JSON"
            if isinstance(error, _NoJsonError)
            else "a number is too long"
        )
        return None, Problem(check="not-json", message=what, expected="JSON")
    return document, _repeated(text) if repeated else None


def _too_deep() -> Problem:
    return Problem(
        check="too-deep",
        message="brackets stand too deep within each other",
        expected="a document as the schema describes it",
    )


def _repeated(text: str) -> Problem:
    positions = scan(text)
    first = positions.repeated[0]
    line, column = positions.line_and_column(first.offset)
    return Problem(
        check="field-twice",
        message=f'the field "{first.name[:80]}" stands here twice',
        pointer=first.pointer,
        field=first.name,
        line=line,
        column=column,
        expected="each field once",
    )


def _kind(file: _File, document: object) -> str:
    kind = canonical.kind_of(file.folder)
    if kind is not None:
        return kind
    said = document.get("$schema") if isinstance(document, dict) else None
    name = said.rpartition("/")[2] if isinstance(said, str) else ""
    kind = name.removesuffix(".schema.json")
    return kind if kind in KINDS else ""


# --- what is around them ----------------------------------------------------------


def _held(documents: list[_Document]) -> list[Held]:
    """The documents, the rest of their registries, and what the package ships."""
    own = [Held(one.kind, one.file.name, one.document) for one in documents]
    seen = {_identity(one.file.file) for one in documents}
    shipped_root = _identity(resources.data())
    roots = {root for one in documents if (root := _registry_of(one)) is not None}
    for root in sorted(root for root in roots if str(root) != shipped_root):
        for identity, held in _registry(root):
            if identity not in seen:
                seen.add(identity)
                own.append(held)
    mine = {_key(one) for one in own}
    shipped = (held for identity, held in _shipped() if identity not in seen)
    return [*own, *(held for held in shipped if _key(held) not in mine)]


@cache
def _shipped() -> tuple[tuple[str, Held], ...]:
    """What the package ships, read once: it does not change while a program runs."""
    return tuple(_registry(resources.data()))


def _identity(file: Traversable) -> str:
    return str(file.resolve()) if isinstance(file, Path) else str(file)


def _key(held: Held) -> tuple[str, object]:
    """An entry of one's own takes the place of a shipped one with the same id."""
    document = held.document
    named = held.kind in ENTRIES and isinstance(document, dict)
    return (held.kind, document.get("id") if named else held.name)


def _registry_of(one: _Document) -> Path | None:
    if isinstance(one.file.file, Path) and canonical.kind_of(one.file.folder):
        return one.file.file.resolve().parent.parent
    return None


def _registry(folder: Traversable) -> Iterator[tuple[str, Held]]:
    """The documents of a registry that can be read, for others to refer to."""
    for room in _rooms(folder):
        kind = canonical.kind_of(room.name) or ""
        for file in resources.documents(room):
            try:
                document = json.loads(file.read_bytes())
            except (OSError, ValueError, RecursionError):
                continue  # whoever looks at that file is told
            yield _identity(file), Held(kind, file.name, document)


# --- what is wrong ----------------------------------------------------------------


def _document_problems(one: _Document, near: Neighbours) -> tuple[Problem, ...]:
    if one.problems:
        return one.problems
    try:
        found, sound = examine(one.document, one.kind, one.text)
        found += together(sound, one.kind, near)
    except RecursionError:
        return (attrs.evolve(_too_deep(), file=one.file.name),)
    found += _misnamed(one)
    return located(found, one.text, one.file.name)


def _misnamed(one: _Document) -> Iterator[Problem]:
    """A file that is not named after what it holds."""
    stem = one.file.file.name.removesuffix(".json")
    if one.kind in (*ENTRIES, "vocabulary"):
        identifier = one.document.get("id") if isinstance(one.document, dict) else stem
        if isinstance(identifier, str) and identifier != stem:
            identifier = identifier[:80]
            yield Problem(
                check="misnamed-file",
                message=f'the file is named "{stem}.json" and holds "{identifier}"; '
                f'name it "{identifier}.json"',
                pointer="/id",
                field="id",
                found=identifier,
                expected=stem,
            )
    elif one.kind == "organizations" and one.file.folder == "organizations":
        yield from _misfiled(one, stem)


def _misfiled(one: _Document, stem: str) -> Iterator[Problem]:
    records = (
        one.document.get("organizations") if isinstance(one.document, dict) else ()
    )
    for index, record in enumerate(records if isinstance(records, list) else ()):
        identifier = record.get("id") if isinstance(record, dict) else None
        if not isinstance(identifier, str) or not identifier:
            continue
        home = "0" if identifier[0].isdigit() else identifier[0]
        if home != stem:
            yield Problem(
                check="misnamed-file",
                message=f'"{identifier[:80]}" belongs into "{home}.json"',
                pointer=pointer("organizations", index, "id"),
                field="id",
                found=identifier[:80],
                expected=f"{home}.json",
            )
