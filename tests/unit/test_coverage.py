"""What is counted, over a registry to count by hand, and the page made of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from disclosure_registry.cli.stats_command import command
from disclosure_registry.codec import code_from, community_from
from disclosure_registry.coverage import Coverage, coverage, newest_day
from disclosure_registry.errors import InvalidDateError
from disclosure_registry.matrix import PARTICIPANTS
from disclosure_registry.model import Names, Organization
from disclosure_registry.registry import Registry
from disclosure_registry.vocabulary import STANDARD_ACTIVITIES, Actor

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "reference"
ONE = len(PARTICIPANTS) * len(STANDARD_ACTIVITIES)


def rule(identifier: str, stance: str, **fields: object) -> dict[str, Any]:
    return {
        "id": identifier,
        "actors": ["industry"],
        "activities": ["post"],
        "stance": stance,
        "summary": "A rule.",
        "basis": "stated",
        "evidence": [{"source": "text"}],
        **fields,
    }


def entry(identifier: str, **fields: object) -> dict[str, Any]:
    return {
        "id": identifier,
        "name": identifier.title(),
        "sources": [{"id": "text", "title": "Rules", "seen": "2026-11"}],
        **fields,
    }


def community(identifier: str, **fields: object) -> dict[str, Any]:
    return entry(
        identifier,
        **{
            "platform": "discourse",
            "languages": ["en"],
            "status": "active",
            **fields,
        },
    )


@pytest.fixture(scope="module")
def found() -> Coverage:
    communities = [
        community(
            "a",
            topics=["type-1-diabetes", "diabetes", "cancer"],
            languages=["en", "de"],
            rules=[rule("firms-out", "prohibited"), rule("calm", "advised")],
        ),
        community("b", topics=["cancer"], platform="phpbb"),
        community(
            "c",
            status="closed",
            sources=[
                {
                    "id": "text",
                    "title": "T",
                    "date": "2019-05/2020",
                    "seen": "2026-09-03",
                    "via": "live",
                    "extent": "whole",
                }
            ],
        ),
        community("d", sources=[]),
    ]
    law = entry(
        "law",
        kind="law-or-guidance",
        issuer={"name": "State"},
        binds={"actors": ["agency"]},
        countries=["DE", "FR"],
        force="binding",
        rules=[rule("no-ads", "prohibited", activities=["promote"], basis="inferred")],
    )
    maker = Organization(
        id="maker",
        name="Maker",
        kind=Actor.PHARMACEUTICAL_COMPANY,
        names=Names(strong=("Maker",)),
    )
    return coverage(
        Registry.of(
            [community_from(each) for each in communities],
            codes=[code_from(law)],
            organizations=[maker],
            topics={"diabetes": (), "type-1-diabetes": ("diabetes",), "cancer": ()},
        )
    )


def test_the_sums(found: Coverage) -> None:
    assert found.totals == {
        "communities": 4,
        "codes": 1,
        "organizations": 1,
        "sources": 4,
        "rules": 3,
        "questions": 4 * ONE,
    }


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("topics", {"cancer": 2, "none given": 2, "diabetes": 1}),
        ("languages", {"en": 4, "de": 1}),
        ("platforms", {"discourse": 3, "phpbb": 1}),
        ("statuses", {"active": 3, "closed": 1}),
        ("stances", {"prohibited": 2, "advised": 1}),
        ("bases", {"stated": 2, "inferred": 1}),
        ("code_kinds", {"law-or-guidance": 1}),
        ("code_countries", {"DE": 1, "FR": 1}),
        ("organization_kinds", {"pharmaceutical-company": 1}),
        ("years", {"2020": 1, "undated": 3}),
        ("extents", {"part": 3, "whole": 1}),
        ("vias", {"archive": 3, "live": 1}),
        ("seen", {"2026-11": 3, "2026-09-03": 1}),
    ],
)
def test_what_is_counted(found: Coverage, name: str, rows: dict[str, int]) -> None:
    assert dict(found[name].rows) == rows


def test_the_questions_are_asked_of_the_newest_day(found: Coverage) -> None:
    assert found.on == date(2026, 11, 1)


def test_every_question_has_a_verdict_and_a_certainty(found: Coverage) -> None:
    for name in ("verdicts", "certainties"):
        assert sum(number for _, number in found[name].rows) == 4 * ONE
    assert found["verdicts"].share("prohibited") > 0


def test_silence_is_that_of_a_text_or_of_none(found: Coverage) -> None:
    silences = found["silences"]

    assert silences.total == dict(found["verdicts"].rows)["unstated"]
    assert sum(number for _, number in silences.rows) == silences.total
    assert set(dict(silences.rows)) == {"whole", "part", "none"}


def test_what_cannot_be_told_lacks_a_fact() -> None:
    law = entry(
        "law",
        kind="law-or-guidance",
        issuer={"name": "State"},
        binds={"actors": ["industry"]},
        countries=["DE"],
        force="binding",
        rules=[rule("no", "prohibited")],
    )
    registry = Registry.of([community_from(community("a"))], codes=[code_from(law)])
    doubts = coverage(registry)["missing_facts"]

    assert doubts.total > 0
    assert dict(doubts.rows)["country"] == doubts.total


def test_the_newest_day_without_a_look_is_that_of_the_newest_text() -> None:
    dated = community("a", sources=[{"id": "t", "title": "T", "date": "2012-02"}])

    assert newest_day(Registry.of([community_from(dated)])) == date(2012, 2, 1)


def test_a_day_can_be_given() -> None:
    registry = Registry.of([community_from(community("a"))])

    assert coverage(registry, on=date(2001, 1, 1)).on == date(2001, 1, 1)


def test_nothing_is_counted_as_nothing() -> None:
    found = coverage(Registry.of())

    assert found.on is None
    assert set(found.totals.values()) == {0}
    assert all(table.rows == () and table.share("x") == 0 for table in found.tables)


def test_the_numbers_are_json(found: Coverage) -> None:
    document = json.loads(json.dumps(found.to_dict()))

    assert document["on"] == "2026-11-01"
    assert document["languages"] == {"total": 4, "rows": {"en": 4, "de": 1}}
    assert set(document) == {"on", "totals", *(table.name for table in found.tables)}


# --- the page ---------------------------------------------------------------------


def test_the_page_is_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "coverage.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr) == ("", "")
    assert done.returncode == 0


def test_every_chart_is_on_the_page_and_told_in_words() -> None:
    charts = {path.name: path for path in PAGES.glob("coverage-*.svg")}
    page = (PAGES / "coverage.md").read_text("utf-8")

    assert set(re.findall(r"!\[[^]]+\]\(([^)]+)\)", page)) == set(charts)
    for path in charts.values():
        root = ET.parse(path).getroot()  # noqa: S314  our own file
        inside = {child.tag.partition("}")[2]: child.text for child in root}
        assert inside["title"]
        assert inside["desc"]
        assert "prefers-color-scheme: dark" in (inside["style"] or "")
        assert root.get("role") == "img"


# --- the command ------------------------------------------------------------------


def folder_of(place: Path, *entries: dict[str, Any]) -> list[str]:
    for each in entries:
        path = place / "communities" / f"{each['id']}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(each), "utf-8")
    return ["--registry", str(place)]


def run(*words: str) -> Result:
    return CliRunner().invoke(command, words, standalone_mode=False)


def test_the_command_prints_the_numbers(tmp_path: Path) -> None:
    languages = ["en", "de", *(f"a{letter}" for letter in "abcdefghijkl")]
    here = folder_of(tmp_path, community("a", languages=languages))
    told = run(*here).stdout
    document = json.loads(run(*here, "--format", "json").stdout)

    assert "1 communities, " in told
    assert "Questions asked of 2026-11-01." in told
    assert "\nCommunities by language (1)\n        1  100.0%  aa\n" in told
    assert "and 2 more\n" in told
    assert document["totals"]["questions"] == ONE


def test_the_command_takes_a_day(tmp_path: Path) -> None:
    here = folder_of(tmp_path, community("a"))

    assert "asked of 2020-02-29" in run(*here, "--on", "2020-02-29").stdout
    assert isinstance(run(*here, "--on", "2020-02").exception, InvalidDateError)


def test_a_folder_without_communities_has_none(tmp_path: Path) -> None:
    # Codes and organisations are those that ship: none of its own are in the folder.
    (tmp_path / "communities").mkdir()

    assert run("--registry", str(tmp_path)).stdout.startswith("0 communities, ")
