"""The installed command, run as its users run it.

Exit status: 0 done, 1 problems found (or a verdict of `--fail-on`), 2 misuse.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from disclosure_registry.schema import validate

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("disclosure-registry")
COMMANDS = (
    "match",
    "read",
    "show",
    "find",
    "history",
    "query",
    "matrix",
    "stats",
    "export",
    "plan",
    "validate",
)
WIDTH = 80

MARKETER = "Marketing at Sanofi US. What I write is my own view."
ESCAPE = "\x1b"


@attrs.frozen
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


def run(*words: str, stdin: str = "") -> Done:
    """Run the command; the same words twice are run twice."""
    done = subprocess.run(
        [str(COMMAND), *words],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": str(WIDTH)},
        timeout=120,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


@cache
def once(*words: str) -> Done:
    """Run the command, once for all tests that look at the same run."""
    return run(*words)


def too_wide(text: str) -> list[str]:
    """Lines that do not fit; an address alone on its line cannot be broken."""
    return [
        line
        for line in text.splitlines()
        if len(line) > WIDTH and not re.fullmatch(r"\s*https?://\S+", line)
    ]


#: One good run of each command, printing text.
GOOD = [
    ("match", "tudiabetes", MARKETER),
    ("match", "#gbdoc", MARKETER, "--activity", "post", "--on", "2026-11-25"),
    ("match", "heil-verzeichnis", "I work for GSK.", "--activity", "post"),
    ("match", "https://forum.unknown.example/", MARKETER, "--activity", "post"),
    ("read", MARKETER),
    ("show", "tudiabetes"),
    ("show", "roche-social-media-principles"),
    ("show", "fda-interactive-promotional-media-2014"),
    ("show", "sanofi"),
    ("find", "diabetes"),
    ("find", "https://forum.tudiabetes.org/t/1"),
    ("query", "--topic", "diabetes"),
    ("history", "sermo"),
    ("validate", "data/communities/tudiabetes.json"),
]


@pytest.mark.parametrize("words", GOOD, ids=" ".join)
def test_a_good_run_ends_well(words: tuple[str, ...]) -> None:
    done = once(*words)

    assert done.status == 0
    assert "Traceback" not in done.err


@pytest.mark.parametrize("words", GOOD, ids=" ".join)
def test_its_text_fits_eighty_columns(words: tuple[str, ...]) -> None:
    assert too_wide(once(*words).out) == []


@pytest.mark.parametrize("words", GOOD, ids=" ".join)
def test_it_is_not_coloured_where_no_terminal_is(words: tuple[str, ...]) -> None:
    done = once(*words)

    assert ESCAPE not in done.out + done.err


@pytest.mark.parametrize(
    "words",
    [
        ("match", "tudiabetes", MARKETER, "--on", "2026-11-25"),
        ("match", "#gbdoc", MARKETER, "--on", "2026-11-25", "--format", "json"),
        ("read", MARKETER, "--format", "json"),
        ("query", "--topic", "diabetes", "--on", "2026-11-25"),
    ],
    ids=" ".join,
)
def test_the_same_question_twice_gives_the_same_bytes(words: tuple[str, ...]) -> None:
    assert once(*words).out == run(*words).out


# --- match ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "community",
    ["tudiabetes", "#gbdoc", "r/Supplements", "https://nowhere.example/"],
)
def test_match_prints_a_decision(community: str) -> None:
    done = once("match", community, MARKETER, "--activity", "post", "--format", "json")

    assert done.status == 0
    assert validate(done.json(), "decision") == ()


def test_match_without_an_activity_prints_every_standard_one() -> None:
    decisions = once("match", "tudiabetes", MARKETER, "--format", "json").json()

    activities = [decision["activity"] for decision in decisions]
    assert activities[0] == "post"
    assert len(activities) == len(set(activities))
    assert {"promote", "survey", "join", "read"} <= set(activities)
    assert [one for each in decisions for one in validate(each, "decision")] == []


def test_match_without_an_activity_ends_in_a_line_for_each_other() -> None:
    out = once("match", "tudiabetes", MARKETER).out

    assert "Other activities" in out
    others = out.partition("Other activities")[2]
    assert "PROHIBITED" in re.search(r"^\s*promote.*$", others, re.MULTILINE)[0]  # type: ignore[index]
    assert "ASK FIRST" in re.search(r"^\s*survey.*$", others, re.MULTILINE)[0]  # type: ignore[index]


def test_match_says_what_is_barred_nearby_and_whom_to_ask() -> None:
    out = once("match", "tudiabetes", MARKETER).out

    assert "NOT STATED" in out
    assert "tudiabetes#no-promotion" in out
    assert "Diabetes Hands Foundation" in out


def test_match_names_the_fact_that_would_settle_it() -> None:
    words = ("match", "heil-verzeichnis", MARKETER, "--activity", "post")
    decision = once(*words, "--format", "json").json()

    assert decision["verdict"] == "cannot-tell"
    assert decision["at_worst"] == "prohibited"
    assert decision["at_best"] == "unstated"
    assert "capacity" in {fact["fact"] for fact in decision["missing_facts"]}


def test_match_reads_standard_input_for_a_dash() -> None:
    words = ("--activity", "post", "--on", "2026-11-25", "--format", "json")
    piped = run("match", "#gbdoc", "-", *words, stdin=MARKETER + "\n")
    given = run("match", "#gbdoc", MARKETER, *words)

    assert piped.status == 0
    assert piped.json()["verdict"] == given.json()["verdict"]
    assert piped.json()["disclosure"]["affiliations"]


def test_match_takes_the_circumstances() -> None:
    done = run(
        *("match", "r/Supplements", "I do marketing at Sanofi US."),
        *("--activity", "post", "--on", "2026-11-25", "--declared-in", "profile"),
        *("--capacity", "about", "--country", "US", "--max-age", "20y"),
        *("--met", "notify:moderators", "--met", "verified-account"),
        *("--met", "disclose-in-flair", "--format", "json"),
    )

    decision = done.json()
    assert decision["verdict"] == "permitted"
    assert decision["on"] == "2026-11-25"
    assert decision["disclosure"]["sections"][0]["place"] == "profile"


def test_match_counts_posts_and_days() -> None:
    words = ("match", "lowcarbfriends", MARKETER, "--activity", "direct-message")
    standing = ("--on", "2026-11-25", "--member-since", "2026-08-01")
    few = run(*words, *standing, "--posts", "10", "--format", "json")
    many = run(*words, *standing, "--posts", "30", "--format", "json")

    assert few.json()["verdict"] == "prohibited"
    assert many.json()["verdict"] == "unstated"


def test_match_takes_the_client_the_place_and_the_subject() -> None:
    client = run(
        *("match", "#gbdoc", "Account director at Ogilvy Health."),
        *("--activity", "post", "--client", "novo-nordisk", "--format", "json"),
    )
    place = run(
        *("match", "apnea-board", "I work for ResMed."),
        *("--activity", "link-to-own-site", "--place", "forum", "--format", "json"),
    )
    about = run(
        *("match", "mothering-babywearing", "I work for Medtronic."),
        *("--activity", "talk-about-product", "--about", "own", "--format", "json"),
    )

    assert "pharmaceutical-company" in client.json()["actors"]
    assert place.json()["verdict"] == "prohibited"
    assert about.json()["verdict"] == "ask-first"


@pytest.mark.parametrize(
    ("verdicts", "status"),
    [("prohibited", 1), ("ask-first,prohibited", 1), ("permitted", 0), ("", 0)],
)
def test_a_verdict_fails_the_run_where_it_is_named(verdicts: str, status: int) -> None:
    words = ("match", "tudiabetes", MARKETER, "--activity", "promote")

    assert run(*words, "--fail-on", verdicts).status == status


def test_any_verdict_is_a_good_end_without_fail_on() -> None:
    assert run("match", "tudiabetes", MARKETER, "--activity", "promote").status == 0


def test_match_asks_for_the_fact_that_settles_it() -> None:
    words = ("match", "heil-verzeichnis", "I work for GSK.", "--activity", "post")
    acting = run(*words, "--interactive", "--format", "json", stdin="for\n")
    private = run(*words, "--interactive", "--format", "json", stdin="private\n")

    assert acting.json()["verdict"] == "prohibited"
    assert private.json()["verdict"] == "unstated"


def test_match_asks_nothing_where_nothing_is_open() -> None:
    words = ("match", "tudiabetes", MARKETER, "--activity", "promote")
    done = run(*words, "--interactive", "--format", "json")

    assert done.status == 0
    assert done.json()["verdict"] == "prohibited"
    assert done.err == ""


# --- read, show, find, query, validate ---------------------------------------------


def test_read_prints_a_disclosure() -> None:
    document = once("read", MARKETER, "--format", "json").json()

    assert validate(document, "disclosure") == ()
    (tie,) = document["affiliations"]
    span = tie["span"]
    assert document["text"][span["start"] : span["stop"]] == tie["surface"]
    assert document["disclaimer"] is True
    assert document["industry_tied"] == "yes"


def test_read_says_in_words_what_it_read() -> None:
    out = once("read", MARKETER).out

    assert "Sanofi" in out
    assert "employee" in out


def test_read_takes_records_in_order(tmp_path: Path) -> None:
    source = tmp_path / "profiles.jsonl"
    source.write_text(
        '{"id": "a", "text": "I work for GSK."}\n'
        "\n"
        "Type 1 diabetic.\n"
        '{"id": 7, "text": "Cardiologist."}\n',
        "utf-8",
    )
    done = run("read", "--input", str(source))
    lines = [json.loads(line) for line in done.out.splitlines()]

    assert done.status == 0
    assert [line["id"] for line in lines] == ["a", 3, 7]
    assert lines[0]["industry_tied"] == "yes"
    assert lines[1]["personas"][0]["actor"] == "patient"


def test_read_takes_records_from_standard_input() -> None:
    done = run("read", "--input", "-", stdin="I work for GSK.\n")

    assert json.loads(done.out)["industry_tied"] == "yes"


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("tudiabetes", "community"),
        ("#gbdoc", "community"),
        ("roche-social-media-principles", "code"),
        ("reddit", "code"),
    ],
)
def test_show_prints_an_entry(entry: str, kind: str) -> None:
    done = once("show", entry, "--format", "json")

    assert done.status == 0
    assert [one for one in validate(done.json(), kind) if one.level == "error"] == []


def test_show_prints_an_organisation() -> None:
    document = once("show", "genentech", "--format", "json").json()

    assert document["id"] == "genentech"
    assert document["parents"][0]["organization"] == "roche"


def test_show_prints_each_rule_with_its_source() -> None:
    out = once("show", "tudiabetes").out

    assert "tudiabetes#no-promotion" in out
    assert "Sources" in out
    assert "guidelines" in out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("https://forum.tudiabetes.org/t/1",), "tudiabetes"),
        (("#gbdoc",), "gbdoc"),
        (("r/Supplements",), "reddit-supplements"),
        (("https://healthunlocked.com/nras/posts/1",), "hu-nras"),
        (("apnea",), "apnea-board"),
    ],
)
def test_find_finds(words: tuple[str, ...], found: str) -> None:
    done = once("find", *words, "--format", "json")

    assert done.status == 0
    assert found in {one["id"] for one in done.json()}


def test_find_says_when_nothing_is_found() -> None:
    done = run("find", "no-such-words-anywhere")

    assert done.status == 1
    assert done.out == ""
    assert "no-such-words-anywhere" in done.err


def test_find_prints_an_empty_list_when_nothing_is_found() -> None:
    done = run("find", "no-such-words-anywhere", "--format", "json")

    assert done.status == 1
    assert done.json() == []


def test_query_lists_who_lets_a_company_answer() -> None:
    words = (
        *("query", "--actor", "pharmaceutical-company", "--on", "2026-11-25"),
        *("--activity", "answer-about-own-product"),
        *("--verdict", "permitted,conditional"),
    )
    rows = once(*words, "--format", "json").json()

    found = {row["community"]: row["verdict"] for row in rows}
    assert found["reddit-supplements"] == "conditional"
    assert found["rrdi-irosacea"] == "conditional"
    assert "tudiabetes" not in found
    assert set(found.values()) <= {"permitted", "conditional"}


def test_query_prints_the_same_rows_as_json_and_as_csv() -> None:
    words = ("query", "--topic", "diabetes", "--on", "2026-11-25")
    rows = once(*words, "--format", "json").json()
    table = list(csv.DictReader(io.StringIO(once(*words, "--format", "csv").out)))

    assert [row["community"] for row in table] == [row["community"] for row in rows]
    assert [row["verdict"] for row in table] == [row["verdict"] for row in rows]


def test_query_puts_the_most_leave_first() -> None:
    rows = once("query", "--on", "2026-11-25", "--format", "json").json()
    leave = {"permitted": 2, "conditional": 1}
    given = [leave.get(row["verdict"], 0) for row in rows]

    assert given == sorted(given, reverse=True)


def test_query_with_no_row_ends_with_one() -> None:
    done = run("query", "--topic", "diabetes", "--platform", "nabble")

    assert done.status == 1
    assert done.out == ""


def test_history_tells_when_rules_came_and_went() -> None:
    events = once("history", "sermo", "--format", "json").json()

    told = [(each["date"], each["event"], each["what"]) for each in events]
    assert ("2006-09", "from", "no-industry-at-first") in told
    assert ("2007-10-15", "until", "no-industry-at-first") in told
    assert ("2007-10-15", "from", "company-physicians") in told
    assert [date for date, _, _ in told] == sorted(date for date, _, _ in told)


PEOPLE = """\
name,declaration,actor,country,capacity,client
Anna,Marketing at Sanofi US,,US,about,
Ben,,physician,GB,,
Cleo,Account director at Ogilvy Health,,US,,novo-nordisk
"""


def test_plan_answers_for_everybody_everywhere() -> None:
    done = run(
        *("plan", "-", "--community", "tudiabetes", "--community", "#gbdoc"),
        *("--activity", "post", "--on", "2026-11-25", "--format", "json"),
        stdin=PEOPLE,
    )

    rows = done.json()
    verdicts = {(row["member"], row["community"]): row["verdict"] for row in rows}
    assert done.status == 0
    assert set(verdicts) == {
        (name, place)
        for name in ("Anna", "Ben", "Cleo")
        for place in ("tudiabetes", "gbdoc")
    }
    assert verdicts["Anna", "tudiabetes"] == "unstated"
    assert verdicts["Anna", "gbdoc"] == "conditional"


def test_plan_is_the_same_as_json_and_as_csv() -> None:
    words = ("plan", "-", "--community", "tudiabetes", "--on", "2026-11-25")
    rows = run(*words, "--format", "json", stdin=PEOPLE).json()
    table = run(*words, "--format", "csv", stdin=PEOPLE).out

    read = list(csv.DictReader(io.StringIO(table)))
    assert [row["verdict"] for row in read] == [row["verdict"] for row in rows]
    assert [row["first"] for row in read] == [row["first"] for row in rows]


def test_no_cell_of_a_table_is_a_formula() -> None:
    people = "name,actor\n=1+1,physician\n"
    words = ("plan", "-", "--community", "tudiabetes", "--on", "2026-11-25")
    table = run(*words, "--format", "csv", stdin=people).out

    assert [row["member"] for row in csv.DictReader(io.StringIO(table))] == ["'=1+1"]


def test_plan_refuses_a_table_without_names() -> None:
    done = run("plan", "-", "--community", "tudiabetes", stdin="a,b\n1,2\n")

    assert done.status == 2
    assert "name" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("form", ["odrl", "cedar"])
def test_export_writes_a_registry(form: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    done = run("export", form, str(target), "--community", "tudiabetes")

    assert done.status == 0
    files = [target] if target.is_file() else sorted(target.rglob("*"))
    assert sum(path.stat().st_size for path in files if path.is_file()) > 0


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [str(COMMAND), "query", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read().decode()

    assert "Traceback" not in err
    assert process.returncode == 0


def test_validate_prints_problems_with_their_place(tmp_path: Path) -> None:
    bad = tmp_path / "nowhere.json"
    bad.write_text('{"$schema": "x/community.schema.json", "id": "nowhere"}\n', "utf-8")
    done = run("validate", str(bad))
    printed = run("validate", str(bad), "--format", "json")

    assert done.status == 1
    assert "nowhere.json:1" in done.out
    assert printed.status == 1
    assert {"error"} <= {problem["level"] for problem in printed.json()}


def test_validate_takes_folders() -> None:
    done = run("validate", "data/communities/", "data/codes")

    assert done.status == 0


# --- misuse -----------------------------------------------------------------------

MISUSE = [
    (("match", "tudiabetis", "x"), "tudiabetes"),
    (("show", "tudiabetis"), "tudiabetes"),
    (("show", "genentec"), "genentech"),
    (("match", "tudiabetes", "x", "--activity", "posst"), "post"),
    (("match", "tudiabetes", "x", "--activity", "advertise"), "sponsor-or-advertise"),
    (("match", "tudiabetes", "x", "--on", "2026-13-01"), "2026-13-01"),
    (("match", "tudiabetes", "x", "--on", "2026-02-30"), "2026-02-30"),
    (("match", "tudiabetes", "x", "--on", "2026-11"), "2026-11"),
    (("match", "tudiabetes", "x", "--country", "Germany"), "Germany"),
    (("match", "tudiabetes", "x", "--country", "XX"), "XX"),
    (("match", "tudiabetes", "x", "--capacity", "fro"), "for"),
    (("match", "tudiabetes", "x", "--about", "mine"), "mine"),
    (("match", "tudiabetes", "x", "--met", "aproval"), "approval"),
    (("match", "tudiabetes", "x", "--declared-in", "profil"), "profile"),
    (("match", "tudiabetes", "x", "--fail-on", "prohibit"), "prohibited"),
    (("match", "tudiabetes", "x", "--max-age", "soon"), "soon"),
    (("match", "tudiabetes", "x", "--posts", "-1"), "-1"),
    (("match", "tudiabetes", "x", "--registry", "no/such/folder"), "no/such/folder"),
    (("match", "https://", "x"), "https://"),
    (("match", "tudiabetes"), "TEXT"),
    (("match", "tudiabetes", "x", "--activty", "post"), "--activity"),
    (("read",), "TEXT"),
    (("read", "x", "--input", "-"), "TEXT"),
    (("read", "--input", "no/such/file"), "no/such/file"),
    (("show",), "ENTRY"),
    (("query", "--actor", "pharma"), "pharmaceutical-company"),
    (("query", "--verdict", "allowed"), "allowed"),
    (("query", "--topic", "diabetis"), "diabetes"),
    (("query", "--platform", "redit"), "reddit"),
    (("history", "sermoo"), "sermo"),
    (("plan", "no/such/file", "--community", "tudiabetes"), "no/such/file"),
    (("export", "cedr", "out"), "cedar"),
    (("validate",), "PATHS"),
    (("validate", "no/such/file"), "no/such/file"),
    (("mach", "tudiabetes", "x"), "match"),
]


@pytest.mark.parametrize(("words", "named"), MISUSE, ids=lambda one: str(one)[:60])
def test_misuse_ends_in_a_sentence_and_status_two(
    words: tuple[str, ...], named: str
) -> None:
    done = once(*words)

    assert done.status == 2
    assert done.out == ""
    assert named in done.err
    assert "Traceback" not in done.err


def test_a_record_that_is_none_is_named_with_its_line(tmp_path: Path) -> None:
    source = tmp_path / "profiles.jsonl"
    source.write_text('{"id": 1, "text": "I work for GSK."}\n{"id": 2\n', "utf-8")
    done = run("read", "--input", str(source))

    assert done.status == 2
    assert "profiles.jsonl:2" in done.err
    assert "Traceback" not in done.err


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "profiles.jsonl"
    source.write_bytes(b"\xff\xfe\x00broken\n")
    done = run("read", "--input", str(source))

    assert done.status == 2
    assert "profiles.jsonl" in done.err
    assert "Traceback" not in done.err


def test_a_text_that_is_far_too_long_is_refused() -> None:
    done = run("read", "-", stdin="I work for GSK. " * 80_000)

    assert done.status == 2
    assert "Traceback" not in done.err


def test_an_empty_text_declares_nothing() -> None:
    done = run("read", "-", "--format", "json", stdin="")

    assert done.status == 0
    assert done.json()["affiliations"] == []


def test_odd_characters_are_read_all_the_same() -> None:
    text = "I work\u200b for GSK \U0001f489 \u202egnirotcod\u202c\u0000"
    done = run("read", "-", "--format", "json", stdin=text)

    assert done.status == 0
    assert validate(done.json(), "disclosure") == ()


# --- help -------------------------------------------------------------------------


def test_no_arguments_print_three_examples() -> None:
    done = once()

    assert done.status == 0
    examples = re.findall(r"^\s+disclosure-registry (\w+)", done.out, re.MULTILINE)
    assert examples == ["match", "read", "query"]
    assert too_wide(done.out) == []


def test_help_names_every_command() -> None:
    done = once("--help")

    assert done.status == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in done.out] == []
    assert too_wide(done.out) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_shows_an_example(command: str) -> None:
    done = once(command, "--help")

    assert done.status == 0
    assert f"disclosure-registry {command} " in done.out.partition("Examples:")[2]
    assert too_wide(done.out) == []


def test_the_version_is_told() -> None:
    done = once("--version")

    assert done.status == 0
    assert re.search(r"\d+\.\d+\.\d+", done.out)


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("query", "--actor", "industry", "--topic", "diabetes"), "rows"),
        (("find", "diabetes"), "found"),
    ],
)
def test_lists_have_the_shape_of_their_schema(
    arguments: tuple[str, ...], kind: str
) -> None:
    done = run(*arguments, "--format", "json")
    assert done.status == 0
    assert not validate(json.loads(done.out), kind)
