"""The data is found in a wheel, zipped or not, and in a checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import disclosure_registry
from disclosure_registry import resources
from disclosure_registry.errors import ResourceError

PACKAGE = Path(disclosure_registry.__file__).parent


def test_the_root_holds_data_and_schemas() -> None:
    assert resources.root().joinpath("data").is_dir()
    assert resources.data().joinpath("vocabulary").is_dir()
    assert resources.schemas().joinpath("terms.schema.json").is_file()


def test_a_child_that_is_no_folder_is_none(tmp_path: Path) -> None:
    (tmp_path / "codes").mkdir()
    (tmp_path / "file").write_text("x")
    assert resources.child(tmp_path, "codes") is not None
    assert resources.child(tmp_path, "communities") is None
    assert resources.child(tmp_path, "file") is None


def test_documents_are_sorted_and_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b.json", "a.json", ".c.json", "README.md", "d.json~"):
        (tmp_path / name).write_text("{}")
    names = [file.name for file in resources.documents(tmp_path)]
    assert names == ["a.json", "b.json"]


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="cannot be read"):
        resources.documents(tmp_path / "nowhere")


def test_a_vocabulary_is_read_once() -> None:
    assert resources.vocabulary("actors") is resources.vocabulary("actors")
    assert resources.vocabulary("actors")["id"] == "actors"


def test_an_unknown_vocabulary_is_an_error() -> None:
    with pytest.raises(ResourceError, match="'nonsense' is missing"):
        resources.vocabulary("nonsense")


def test_a_vocabulary_that_is_no_json_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "broken.json").write_text("{")
    monkeypatch.setattr(resources, "data", lambda: tmp_path)
    with pytest.raises(ResourceError, match="is not JSON"):
        resources.vocabulary("broken")


def copied(package: Path, *, data: Path | None) -> None:
    """The modules that find the data, without the rest of the package."""
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    for name in ("errors.py", "resources.py"):
        (package / name).write_text((PACKAGE / name).read_text("utf-8"), "utf-8")
    if data is not None:
        (data / "data" / "vocabulary").mkdir(parents=True)
        (data / "data" / "vocabulary" / "topics.json").write_text('{"id": "t"}')


def test_where_nothing_is_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="Install the package again"):
        resources._first_with_data((tmp_path,))  # noqa: SLF001


SCRIPT = (
    "from disclosure_registry import resources as r; "
    "print(r.vocabulary('topics')['id'], [f.name for f in r.documents("
    "r.child(r.data(), 'vocabulary'))])"
)


def run(path: Path, script: str = SCRIPT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_installed_package_carries_its_data(tmp_path: Path) -> None:
    package = tmp_path / "site" / "disclosure_registry"
    copied(package, data=package / "_shipped")
    assert run(tmp_path / "site").stdout == "t ['topics.json']\n"


def test_a_zipped_package_carries_its_data(tmp_path: Path) -> None:
    package = tmp_path / "site" / "disclosure_registry"
    copied(package, data=package / "_shipped")
    wheel = tmp_path / "zipped.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in sorted(package.rglob("*")):
            archive.write(file, file.relative_to(tmp_path / "site"))
    done = run(wheel)
    assert done.stdout == "t ['topics.json']\n", done.stderr


def test_a_checkout_has_its_data_beside_the_sources(tmp_path: Path) -> None:
    copied(tmp_path / "src" / "disclosure_registry", data=tmp_path)
    assert run(tmp_path / "src").stdout == "t ['topics.json']\n"


def test_a_package_without_data_says_so(tmp_path: Path) -> None:
    copied(tmp_path / "src" / "disclosure_registry", data=None)
    script = (
        "from disclosure_registry import resources, errors\n"
        "try: resources.root()\n"
        "except errors.ResourceError as error: print(error)"
    )
    assert "Install the package again" in run(tmp_path / "src", script).stdout
