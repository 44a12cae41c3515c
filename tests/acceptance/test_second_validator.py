"""An independent validator reads our schemas and comes to the same conclusion.

It is run as its users would: from its own command, on files, with the schemas found by
their relative paths. Whatever a schema alone can tell both must tell.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure_registry.schema._load import checker

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
COMMAND = Path(sys.executable).with_name("check-jsonschema")


def verdicts(kind: str, paths: list[Path]) -> dict[Path, bool]:
    """What the other validator says of each file: whether it is valid."""
    schema = ROOT / "schemas" / f"{kind}.schema.json"
    done = subprocess.run(
        [
            str(COMMAND),
            "-o",
            "JSON",
            "-v",
            "--schemafile",
            str(schema),
            *map(str, paths),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report.get("parse_errors", []) == []
    refused = {Path(error["filename"]) for error in report.get("errors", [])}
    return {path: path not in refused for path in paths}


def ours(kind: str, path: Path) -> bool:
    document = json.loads(path.read_text("utf-8"))
    return not list(checker(kind).iter_errors(document))


def readable(path: Path) -> bool:
    """Whether a file holds fields in JSON that the other validator can read."""
    try:
        document = json.loads(path.read_text("utf-8"))
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        return False
    return isinstance(document, dict)


def kind_of(path: Path) -> str:
    said = json.loads(path.read_text("utf-8")).get("$schema", "")
    return str(said).rpartition("/")[2].removesuffix(".schema.json") or "community"


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("communities", "community"),
        ("codes", "code"),
        ("organizations", "organizations"),
        ("phrases", "phrases"),
        ("vocabulary", "vocabulary"),
    ],
)
def test_both_accept_all_that_ships(folder: str, kind: str) -> None:
    paths = sorted((ROOT / "data" / folder).glob("*.json"))

    assert [
        path.name for path, valid in verdicts(kind, paths).items() if not valid
    ] == []
    assert [path.name for path in paths if not ours(kind, path)] == []


@pytest.mark.parametrize("kind", ["community", "code"])
def test_both_agree_on_every_case(kind: str) -> None:
    paths = [
        path
        for path in sorted(CASES.glob("*valid/*.json"))
        if readable(path) and kind_of(path) == kind
    ]
    theirs = verdicts(kind, paths)

    assert len(set(theirs.values())) == 2
    assert theirs == {path: ours(kind, path) for path in paths}
