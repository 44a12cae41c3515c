"""What ships is read when asked for; any other directory is checked at the door."""

from __future__ import annotations

import gc
import json
import shutil
from importlib import metadata
from pathlib import Path
from typing import Any

import attrs
import pytest

import disclosure_registry
from disclosure_registry import loading, resources
from disclosure_registry.canonical import spell
from disclosure_registry.codec import code_to, community_to, organizations_to
from disclosure_registry.errors import (
    InvalidDocumentError,
    ResourceError,
    UnknownIdentifierError,
)
from disclosure_registry.loading import load, load_reader, read_document
from disclosure_registry.model import Names
from disclosure_registry.registry import Registry

COMMUNITY: dict[str, Any] = {
    "id": "example",
    "name": "Example",
    "aliases": ["sample"],
    "places": ["https://example.org/"],
    "platform": "discourse",
    "languages": ["en"],
    "topics": ["diabetes"],
    "status": "active",
    "sources": [{"id": "rules", "title": "Rules"}],
}
ORGANIZATION: dict[str, Any] = {
    "id": "acme-pharma",
    "name": "Acme Pharma",
    "kind": "pharmaceutical-company",
    "names": {"strong": ["Acme Pharma"]},
}
CODE: dict[str, Any] = {
    "id": "acme-code",
    "name": "Acme code",
    "kind": "company-code",
    "issuer": {"name": "Acme Pharma", "organization": "acme-pharma"},
    "binds": {"actors": ["everyone"]},
    "force": "binding",
    "sources": [{"id": "code", "title": "Code"}],
}


def write(path: Path, document: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document), "utf-8")


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    write(tmp_path / "communities" / "example.json", COMMUNITY)
    write(tmp_path / "codes" / "acme-code.json", CODE)
    write(tmp_path / "organizations" / "a.json", {"organizations": [ORGANIZATION]})
    return tmp_path


# --- what ships -------------------------------------------------------------------


def test_the_shipped_registry_is_one_and_the_same() -> None:
    assert load() is load()
    assert load()["tudiabetes"] is load()["tudiabetes"]


def test_the_shipped_registry_finds_by_id_alias_place_and_topic() -> None:
    registry = load()
    tudiabetes = registry["tudiabetes"]
    assert registry.at("https://forum.tudiabetes.org/t/1") is tudiabetes
    assert registry.resolve("TuDiabetes.org") is tudiabetes
    assert tudiabetes in registry.about("diabetes")
    assert "diabetes" in registry.topics
    assert "en" in registry.phrases


def test_a_shipped_organisation_is_found_in_its_file() -> None:
    organizations = load().organizations
    assert organizations["roche"].id == "roche"
    assert organizations["roche"] is organizations["roche"]
    assert "roche" in organizations
    assert "rosche" not in organizations
    assert not organizations.__contains__(3)
    assert organizations.get("rosche") is None
    assert len(organizations) == len(list(organizations))
    assert organizations["roche"] in list(organizations.values())
    assert len(organizations.values()) == len(organizations)
    with pytest.raises(UnknownIdentifierError) as caught:
        organizations["rosche"]
    assert "roche" in caught.value.close
    with pytest.raises(UnknownIdentifierError):
        organizations[""]


def test_a_community_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    loading._shipped.cache_clear()  # noqa: SLF001  nothing read yet
    read: list[str] = []
    original = Path.read_bytes

    def spying(path: Path) -> bytes:
        read.append(path.name)
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", spying)
    assert load()["tudiabetes"].id == "tudiabetes"
    assert "tudiabetes.json" in read
    assert "gbdoc.json" not in read
    assert load().codes["reddit"].id == "reddit"
    assert load().organizations["roche"].id == "roche"
    assert "s.json" not in read


def test_the_version_is_that_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosure_registry, "__version__", "1.2.3", raising=False)
    assert loading._version() == "1.2.3"  # noqa: SLF001


def test_a_package_that_states_no_version_is_asked_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(disclosure_registry, "__version__", None, raising=False)
    monkeypatch.setattr(metadata, "version", lambda name: f"{name} 9")
    assert loading._version() == "disclosure-registry 9"  # noqa: SLF001
    monkeypatch.setattr(metadata, "version", unknown)
    assert loading._version() == "0"  # noqa: SLF001


# --- another directory ------------------------------------------------------------


def test_a_directory_is_a_registry(directory: Path) -> None:
    registry = load(directory)
    assert registry["sample"].name == "Example"
    assert registry.at("example.org") is registry["example"]
    assert list(registry.codes) == ["acme-code"]
    assert list(registry.organizations) == ["acme-pharma"]
    # Words and phrases are those of the package, unless the directory has its own.
    assert registry.about("diabetes") == (registry["example"],)
    assert registry.phrases == load().phrases
    assert load(str(directory)) == registry


def test_a_directory_may_have_its_own_phrases(directory: Path) -> None:
    write(directory / "phrases" / "xx.json", {"language": "xx"})
    assert load(directory).phrases == {"xx": {"language": "xx"}}


def test_one_folder_is_enough(tmp_path: Path) -> None:
    write(tmp_path / "codes" / "acme-code.json", CODE)
    registry = load(tmp_path)
    assert len(registry) == 0
    assert len(registry.codes) == 1


def test_hidden_and_other_files_are_passed_over(directory: Path) -> None:
    (directory / "communities" / ".draft.json").write_text("{", "utf-8")
    (directory / "communities" / "README.md").write_text("Read me", "utf-8")
    assert list(load(directory)) == ["example"]


def test_the_digest_is_that_of_the_content_however_it_is_spelt(
    directory: Path, tmp_path: Path
) -> None:
    registry = load(directory)
    other = tmp_path / "other"
    for folder, kind, document in (
        ("communities/example", "community", community_to(registry["example"])),
        ("codes/acme-code", "code", code_to(registry.codes["acme-code"])),
        (
            "organizations/elsewhere",
            "organizations",
            organizations_to(registry.organizations.values()),
        ),
    ):
        path = other / f"{folder}.json"
        path.parent.mkdir(parents=True)
        path.write_text("\ufeff" + spell(document, kind), "utf-8")
    assert load(other).digest == registry.digest


def test_a_missing_directory_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="There is no directory"):
        load(tmp_path / "nowhere")


def test_a_directory_without_any_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="communities, codes, organizations"):
        load(tmp_path)


def refusal(directory: Path) -> InvalidDocumentError:
    with pytest.raises(InvalidDocumentError) as caught:
        load(directory)
    return caught.value


def test_a_document_that_does_not_fit_is_named_with_its_fault(directory: Path) -> None:
    file = directory / "communities" / "example.json"
    write(file, {**COMMUNITY, "status": "open"})
    error = refusal(directory)
    assert error.name == str(file)
    assert error.pointer == "/status"


def test_a_file_is_named_after_its_entry(directory: Path) -> None:
    write(directory / "communities" / "other.json", COMMUNITY)
    error = refusal(directory)
    assert error.pointer == "/id"
    assert "'other'" in error.expected
    assert error.found == "example"


def test_an_organisation_stands_in_one_file(directory: Path) -> None:
    write(directory / "organizations" / "b.json", {"organizations": [ORGANIZATION]})
    error = refusal(directory)
    assert error.pointer == "/organizations/0/id"
    assert error.name.endswith("b.json")


@pytest.mark.parametrize(
    ("content", "where", "expected"),
    [
        pytest.param(b'{\n  "id": "a",,\n}', ":2:13", "JSON (", id="comma"),
        pytest.param(b"", ":1:1", "JSON (", id="empty"),
        pytest.param(b'{"id": 1}\n{"id": 2}', ":2:1", "Extra data", id="two"),
        pytest.param(b'{\n"a": "\xff"}', ":2", "text in UTF-8", id="bytes"),
        pytest.param(b'{"id": 1, "id": 2}', "", "each field once", id="twice"),
        pytest.param(b'{"id": NaN}', "", "a number that JSON knows", id="nan"),
        pytest.param(b"[" * 100_000, "", "JSON of a sane size", id="deep"),
        pytest.param(b"[" + b"9" * 10_000 + b"]", "", "JSON of a sane size", id="big"),
    ],
)
def test_what_is_not_json_is_named_by_line_and_column(
    directory: Path, content: bytes, where: str, expected: str
) -> None:
    file = directory / "communities" / "example.json"
    file.write_bytes(content)
    error = refusal(directory)
    assert error.name == f"{file}{where}"
    assert expected in error.expected


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="cannot be read"):
        read_document(tmp_path / "nothing.json")


def test_a_document_can_be_named_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{", "utf-8")
    with pytest.raises(InvalidDocumentError, match="the input:1:2: /: "):
        read_document(tmp_path / "a.json", "the input")


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(directory: Path, enabled: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load(directory)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()


# --- the reader -------------------------------------------------------------------


def test_the_reader_knows_the_organisations_of_its_registry(directory: Path) -> None:
    registry = load(directory)
    read = load_reader(registry).read("I work for Acme Pharma.")
    assert [one.organization and one.organization.id for one in read.affiliations] == [
        "acme-pharma"
    ]
    other = attrs.evolve(
        registry.organizations["acme-pharma"],
        id="zeta-pharma",
        name="Zeta Pharma",
        names=Names(strong=("Zeta Pharma",)),
    )
    stranger = Registry.of(organizations=[other], phrases=registry.phrases)
    read = load_reader(stranger).read("I work for Acme Pharma.")
    assert all(one.organization is None for one in read.affiliations)


def shipping(directory: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """The registry as if the directory were what ships."""
    monkeypatch.setattr(resources, "data", lambda: directory)
    monkeypatch.setattr(resources, "vocabulary", lambda _: {"terms": []})
    registry = loading._shipped.__wrapped__()  # noqa: SLF001
    assert isinstance(registry, Registry)
    return registry


def test_nothing_ships_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = shipping(tmp_path, monkeypatch)
    assert len(registry) == 0
    assert list(registry.organizations) == []
    assert registry.digest == Registry.of().digest


def test_a_slip_in_what_ships_is_named_when_it_is_read(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = shipping(directory, monkeypatch)
    (directory / "communities" / "example.json").write_text(
        '{"id": "example",}', "utf-8"
    )
    with pytest.raises(InvalidDocumentError, match=r"communities/example\.json:1:"):
        registry["example"]


@pytest.mark.parametrize(
    "document", [[], {"id": "example"}, {**COMMUNITY, "places": 3}]
)
def test_an_entry_that_ships_and_has_no_card_is_named(
    directory: Path, monkeypatch: pytest.MonkeyPatch, document: object
) -> None:
    write(directory / "communities" / "example.json", document)
    with pytest.raises(InvalidDocumentError, match=r"communities/example\.json"):
        shipping(directory, monkeypatch).at("example.org")


@pytest.mark.parametrize("document", [{}, {"organizations": [{"name": "Acme"}]}])
def test_a_file_of_organisations_that_does_not_fit_is_named(
    directory: Path, monkeypatch: pytest.MonkeyPatch, document: object
) -> None:
    write(directory / "organizations" / "a.json", document)
    with pytest.raises(InvalidDocumentError, match=r"organizations/a\.json"):
        len(shipping(directory, monkeypatch).organizations)


def test_a_directory_without_organizations_knows_those_of_the_package(
    directory: Path,
) -> None:
    shutil.rmtree(directory / "organizations")
    registry = load(directory)
    assert registry.organizations["roche"] == load().organizations["roche"]
