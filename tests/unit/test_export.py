"""Exports as files: whole or not at all, of everything or of some communities."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import cedarpy
import pytest

from disclosure_registry import load
from disclosure_registry.export import write_cedar, write_odrl
from disclosure_registry.export.odrl import BASE

ON = date(2026, 11, 20)
_MAIN = "from disclosure_registry.cli import main; main()"
CEDAR_FILES = ["entities.json", "policies.cedar", "schema.cedarschema"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _MAIN, "export", *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def ids(document: dict[str, Any]) -> set[str]:
    return {policy["@id"].removeprefix(BASE) for policy in document["@graph"]}


class TestFiles:
    def test_cedar_is_a_folder_of_three(self, tmp_path: Path) -> None:
        registry = load()
        folder = tmp_path / "new" / "policies"
        written = write_cedar(
            registry, folder, ON, communities=[registry["tudiabetes"]]
        )
        assert sorted(file.name for file in written) == CEDAR_FILES
        assert sorted(file.name for file in folder.iterdir()) == CEDAR_FILES
        schema = (folder / "schema.cedarschema").read_text(encoding="utf-8")
        assert cedarpy.validate_policies(
            (folder / "policies.cedar").read_text(encoding="utf-8"), schema
        )
        entities = (folder / "entities.json").read_text(encoding="utf-8")
        assert cedarpy.Entities.from_json_str(entities, schema)

    def test_odrl_is_a_file(self, tmp_path: Path) -> None:
        registry = load()
        (file,) = write_odrl(registry, tmp_path / "registry.jsonld")
        document = json.loads(file.read_text(encoding="utf-8"))
        assert len(document["@graph"]) == len(registry) + len(registry.codes)

    def test_some_communities_come_with_what_speaks_there(self, tmp_path: Path) -> None:
        registry = load()
        within = next(each for each in registry.values() if each.part_of)
        (file,) = write_odrl(registry, tmp_path / "one.jsonld", communities=[within])
        found = ids(json.loads(file.read_text(encoding="utf-8")))
        communities = {name for name in found if name.startswith("data/communities/")}
        assert f"data/communities/{within.id}.json" in communities
        assert f"data/communities/{within.part_of}.json" in communities
        assert len(communities) < len(registry)
        policies = {
            code.id
            for code in registry.codes.values()
            if code.kind == "platform-policy" and f"data/codes/{code.id}.json" in found
        }
        hosts = [registry[Path(name).stem] for name in communities]
        assert policies <= {str(host.platform) for host in hosts}
        company = {code.id for code in registry.codes.values()} - policies
        assert "roche-social-media-principles" in company
        assert "data/codes/roche-social-media-principles.json" in found

    def test_the_same_registry_gives_the_same_bytes(self, tmp_path: Path) -> None:
        registry = load()
        chosen = [registry["tudiabetes"]]
        first = write_cedar(registry, tmp_path / "one", ON, communities=chosen)
        second = write_cedar(registry, tmp_path / "two", ON, communities=chosen)
        for one, other in zip(first, second, strict=True):
            assert one.read_bytes() == other.read_bytes()

    def test_what_fails_leaves_the_old_file_and_no_other(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "registry.jsonld"
        target.write_text("old", encoding="utf-8")

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            write_odrl(load(), target, communities=[load()["tudiabetes"]])
        assert [file.name for file in tmp_path.iterdir()] == ["registry.jsonld"]
        assert target.read_text(encoding="utf-8") == "old"


class TestCommand:
    def test_names_what_it_wrote(self, tmp_path: Path) -> None:
        target = tmp_path / "one.jsonld"
        done = run("odrl", str(target), "--community", "tudiabetes")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.strip() == str(target)
        document = json.loads(target.read_text(encoding="utf-8"))
        assert "data/communities/tudiabetes.json" in ids(document)

    def test_cedar_on_a_day(self, tmp_path: Path) -> None:
        done = run(
            "cedar", str(tmp_path), "--community", "#gbdoc", "--on", "2014-05-01"
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert sorted(file.name for file in tmp_path.iterdir()) == CEDAR_FILES

    def test_a_path_that_cannot_be_written(self, tmp_path: Path) -> None:
        file = tmp_path / "file"
        file.write_text("", encoding="utf-8")
        done = run("odrl", str(file / "in" / "it"), "--community", "tudiabetes")
        assert done.returncode == 1
        assert "cannot be written" in done.stderr

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["owl", "x"], "'owl'"),
            (["odrl"], "PATH"),
            (["odrl", "x", "--community", "tudiabets"], "'tudiabetes'"),
            (["odrl", "x", "--community", "https://example.org/"], "example.org"),
            (["cedar", "x", "--on", "yesterday"], "yesterday"),
        ],
    )
    def test_misuse(self, arguments: list[str], told: str) -> None:
        done = run(*arguments)
        assert done.returncode == 2
        assert told in done.stderr
        assert not Path("x").exists()
