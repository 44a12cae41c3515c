"""Every entry that ships is read, refers to what is there, and has the one spelling."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure_registry import codec, resources
from disclosure_registry.canonical import kind_of, spell
from disclosure_registry.loading import load, read_document
from disclosure_registry.registry import Registry, file_of

DATA = Path(str(resources.data()))
FILES = {
    folder: sorted((DATA / folder).glob("*.json"))
    for folder in ("communities", "codes", "organizations", "phrases", "vocabulary")
}
ALL = [file for files in FILES.values() for file in files]


def name_of(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


READERS: dict[str, Callable[[object, str], object]] = {
    "communities": codec.community_from,
    "codes": codec.code_from,
    "organizations": codec.organizations_from,
}
ENTRIES = [file for folder in READERS for file in FILES[folder]]


@pytest.mark.parametrize("file", ENTRIES, ids=name_of)
def test_every_entry_is_read(file: Path) -> None:
    assert READERS[file.parent.name](read_document(file), name_of(file))


@pytest.mark.parametrize("file", ALL, ids=name_of)
def test_every_file_has_the_one_spelling(file: Path) -> None:
    text = file.read_text("utf-8")
    kind = kind_of(file.parent.name)
    assert kind is not None
    wanted = spell(json.loads(text), kind)
    difference = difflib.unified_diff(
        text.splitlines(), wanted.splitlines(), "as it is", "as it should be", n=1
    )
    assert text == wanted, "\n".join(difference)


@pytest.mark.parametrize("folder", ["communities", "codes"])
def test_every_entry_is_named_after_its_id(folder: str) -> None:
    for file in FILES[folder]:
        assert json.loads(file.read_bytes())["id"] == file.stem


def test_every_organisation_stands_in_the_file_of_its_id_once() -> None:
    seen: set[str] = set()
    for file in FILES["organizations"]:
        for one in json.loads(file.read_bytes())["organizations"]:
            assert file_of(one["id"]) == file.stem, one["id"]
            assert one["id"] not in seen, one["id"]
            seen.add(one["id"])


def test_the_digest_of_the_files_is_that_of_the_entries() -> None:
    registry = load()
    assert (
        registry.digest
        == Registry.of(
            registry.values(),
            codes=registry.codes.values(),
            organizations=registry.organizations.values(),
            phrases=registry.phrases,
        ).digest
    )


def test_every_place_and_alias_leads_to_the_entry_that_names_it() -> None:
    registry = load()
    for community in registry.values():
        for place in community.places:
            assert registry.at(place) is community, place
        for alias in community.aliases:
            assert registry[alias] is community, alias


def test_every_host_and_every_topic_is_there() -> None:
    registry = load()
    for community in registry.values():
        assert community.part_of is None or community.part_of in registry
        assert registry.topics.keys() >= set(community.topics), community.id
