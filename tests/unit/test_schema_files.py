"""Files and folders: which are looked at, and what they may refer to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import ValidationError

from disclosure_registry.canonical import spell
from disclosure_registry.errors import UnknownWordError
from disclosure_registry.schema import (
    LARGEST,
    Level,
    Problem,
    Report,
    validate,
    validate_files,
)
from disclosure_registry.schema._load import joined
from disclosure_registry.schema._messages import problems

SOURCE = {
    "id": "rules",
    "url": "https://forum.example.org/rules/",
    "seen": "2026-11",
    "via": "live",
    "extent": "whole",
}


def community(identifier: str, **more: object) -> dict[str, Any]:
    return {
        "$schema": "../../schemas/community.schema.json",
        "id": identifier,
        "name": identifier.title(),
        "places": [f"https://{identifier}.example.org/"],
        "platform": "custom",
        "languages": ["en"],
        "status": "active",
        "sources": [SOURCE],
        **more,
    }


def code(identifier: str, **more: object) -> dict[str, Any]:
    return {
        "$schema": "../../schemas/code.schema.json",
        "id": identifier,
        "name": identifier.title(),
        "kind": "professional-code",
        "issuer": {"name": "Example College"},
        "binds": {"actors": ["physician"]},
        "force": "binding",
        "sources": [SOURCE],
        **more,
    }


def rule(identifier: str, **more: object) -> dict[str, Any]:
    return {
        "id": identifier,
        "actors": ["industry"],
        "activities": ["post"],
        "stance": "prohibited",
        "summary": "A rule.",
        "basis": "stated",
        "evidence": [{"source": "rules"}],
        **more,
    }


def write(folder: Path, document: dict[str, Any], kind: str = "community") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{document['id']}.json"
    path.write_text(spell(document, kind), "utf-8")
    return path


def checks(report: Report) -> list[str]:
    return [problem.check for problem in report.problems]


def test_a_folder_is_looked_at_with_all_below_it(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", community("one"))
    write(tmp_path / "c", community("two"))
    write(tmp_path / ".hidden", community("three"))

    assert validate_files([tmp_path]) == Report(files=2, problems=())


def test_of_a_registry_its_rooms_are_looked_at_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "data" / "communities", community("one"))
    write(tmp_path / "data" / "codes", code("two"), "code")
    (tmp_path / "package.json").write_text("{}", "utf-8")
    (tmp_path / "data" / "other.json").write_text("{}", "utf-8")

    assert validate_files([tmp_path]) == Report(files=2, problems=())


def test_a_file_named_twice_is_looked_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, community("one"))

    assert validate_files([path, path]).files == 1


def test_without_paths_the_shipped_data_is_looked_at() -> None:
    assert validate_files().files > 100


@pytest.mark.parametrize("name", ["nothing.json", "nowhere"])
def test_a_path_that_leads_nowhere_is_a_problem(tmp_path: Path, name: str) -> None:
    report = validate_files([tmp_path / name])

    assert [problem.message for problem in report.problems] == ["no such file"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    (problem,) = validate_files([tmp_path]).problems

    assert problem.message == "no JSON file in this folder"


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)

    assert checks(validate_files([path])) == ["too-large"]


def test_a_folder_that_looks_like_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.json").mkdir()

    assert checks(validate_files([tmp_path])) == ["no-file"]


def test_brackets_without_end_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "communities" / "deep.json"
    path.parent.mkdir()
    path.write_text("[" * 100_000 + "]" * 100_000, "utf-8")

    assert checks(validate_files([path])) == ["too-deep"]


def test_a_number_without_end_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "communities" / "long.json"
    path.parent.mkdir()
    path.write_text("9" * 5000, "utf-8")

    assert checks(validate_files([path])) == ["not-json"]


def test_the_folder_says_what_a_file_is_where_the_file_does_not(tmp_path: Path) -> None:
    document = community("one")
    del document["$schema"]
    write(tmp_path / "communities", document)

    assert validate_files([tmp_path]).problems == ()


def test_two_communities_cannot_claim_one_place(tmp_path: Path) -> None:
    write(tmp_path / "communities", community("one", places=["https://x.example.org/"]))
    write(
        tmp_path / "communities", community("two", places=["http://www.x.example.org"])
    )
    report = validate_files([tmp_path])

    assert checks(report) == ["place-claimed-twice"] * 2
    assert '"two" claims it too' in report.problems[0].message


def test_a_neighbour_counts_though_it_was_not_named(tmp_path: Path) -> None:
    write(tmp_path / "communities", community("one", places=["https://x.example.org/"]))
    path = write(
        tmp_path / "communities", community("two", places=["https://x.example.org/"])
    )

    assert checks(validate_files([path])) == ["place-claimed-twice"]


def test_an_id_can_be_taken_once(tmp_path: Path) -> None:
    write(tmp_path / "a", community("one"))
    write(tmp_path / "b", community("one"))

    assert checks(validate_files([tmp_path])) == ["taken", "taken"]


def test_an_alias_can_be_taken_once(tmp_path: Path) -> None:
    write(tmp_path / "communities", community("one", aliases=["Same"]))
    write(tmp_path / "communities", community("two", aliases=["same"]))

    assert checks(validate_files([tmp_path])) == ["taken", "taken"]


def test_hosts_in_a_circle_are_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "communities", community("one", part_of="two"))
    write(tmp_path / "communities", community("two", part_of="three"))
    write(tmp_path / "communities", community("three", part_of="one"))
    report = validate_files([tmp_path])

    assert checks(report) == ["circle"] * 3
    assert "one → two → three → one" in report.problems[0].message


def test_a_rule_that_yields_can_be_set_aside_from_elsewhere(tmp_path: Path) -> None:
    rules = [rule("yields", yields=True), rule("stands")]
    write(tmp_path / "codes", code("law", rules=rules), "code")
    leave = {"stance": "permitted", "actors": ["physician"]}
    asks = [
        rule("a", overrides=["law#yields"], **leave),
        rule("b", overrides=["law#stands"], **leave),
    ]
    write(tmp_path / "communities", community("one", rules=asks))
    (problem,) = validate_files([tmp_path]).problems

    assert problem.pointer == "/rules/1/overrides/0"
    assert '"law#stands" does not yield' in problem.message


def test_a_registry_of_ones_own_may_refer_to_what_ships(tmp_path: Path) -> None:
    path = write(
        tmp_path / "communities",
        community("one", part_of="healthunlocked", topics=["diabetes"]),
    )

    assert validate_files([path]).problems == ()


def test_an_entry_of_ones_own_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    own = community("healthunlocked", places=["https://healthunlocked.com/"])
    path = write(tmp_path / "communities", own)

    assert validate_files([path]).problems == ()


def test_organisations_refer_to_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "organizations"
    folder.mkdir()
    records = [
        {
            "id": "example-one",
            "name": "Example One",
            "kind": "agency",
            "names": {"strong": ["Another Name"]},
            "parents": [
                {"organization": "example-one"},
                {"organization": "example-to"},
            ],
            "successor_of": ["example-two"],
        },
        {
            "id": "x-example-two",
            "name": "Example Two",
            "kind": "agency",
            "names": {"weak": ["Example Two"]},
        },
    ]
    document = {
        "$schema": "../../schemas/organizations.schema.json",
        "organizations": records,
    }
    (folder / "e.json").write_text(spell(document, "organizations"), "utf-8")
    report = validate_files([folder])

    assert [(one.check, one.pointer) for one in report.problems] == [
        ("name-not-listed", "/organizations/0/name"),
        ("circle", "/organizations/0/parents/0/organization"),
        ("unknown-reference", "/organizations/0/parents/1/organization"),
        ("unknown-reference", "/organizations/0/successor_of/0"),
        ("misnamed-file", "/organizations/1/id"),
    ]


def test_the_terms_of_a_vocabulary_lead_somewhere(tmp_path: Path) -> None:
    terms = [
        {"id": "a", "label": "a", "definition": "A.", "broader": ["c"]},
        {"id": "a", "label": "a", "definition": "A.", "opposite": ["b"]},
        {"id": "b", "label": "b", "definition": "B."},
    ]
    document = {
        "$schema": "../schemas/vocabulary.schema.json",
        "id": "letters",
        "title": "Letters",
        "description": "Letters.",
        "terms": terms,
    }
    write(tmp_path, document, "vocabulary")
    report = validate_files([tmp_path])

    assert [str(problem).partition("json")[2] for problem in report.problems] == [
        ':12:9 terms/0/broader/0: "c" is no term of this list',
        ':16:13 terms/1/id: "a" stands here twice',
        ':20:9 terms/1/opposite/0: "b" does not name "a" as its opposite',
    ]


def test_a_platforms_policy_is_named_after_the_platform(tmp_path: Path) -> None:
    policy = code("redit", kind="platform-policy")
    write(tmp_path / "codes", policy, "code")
    report = validate_files([tmp_path])

    assert report.errors == ()
    assert [problem.close for problem in report.questions] == [("reddit",)]


def test_manners_for_everyone_are_asked_about(tmp_path: Path) -> None:
    manners = rule(
        "manners",
        actors=["everyone"],
        stance="conditional",
        conditions=[{"term": "registered"}],
    )
    write(tmp_path / "communities", community("one", rules=[manners]))
    (problem,) = validate_files([tmp_path]).problems

    assert problem.level is Level.QUESTION
    assert problem.message.startswith("leave, or manners?")


def test_leave_that_a_ban_undoes_is_asked_about() -> None:
    rules = [
        rule("ban", activities=["survey"]),
        rule("leave", activities=["survey"], stance="permission-required"),
    ]
    (problem,) = validate(community("one", rules=rules), "community")

    assert problem.check == "unreachable-leave"
    assert problem.level is Level.QUESTION


def test_a_report_is_the_sequence_of_its_problems(tmp_path: Path) -> None:
    report = validate_files([tmp_path, tmp_path / "x.json"])

    assert list(report) == list(report.problems)
    assert len(report) == 2


def test_a_problem_says_its_facts() -> None:
    document = community("one", rules=[rule("a", stance="prohibitted")])
    text = spell(document, "community")
    (problem,) = validate(document, "community", text=text, name="data/one.json")

    assert str(problem) == (
        'data/one.json:31:17 rules/0/stance: "prohibitted" is not a stance; '
        'did you mean "prohibited"?'
    )
    assert problem.to_dict() == {
        "level": "error",
        "check": "unknown-word",
        "file": "data/one.json",
        "pointer": "/rules/0/stance",
        "line": 31,
        "column": 17,
        "field": "stance",
        "found": "prohibitted",
        "expected": "a stance",
        "known": list(problem.known),
        "close": ["prohibited"],
        "message": problem.message,
    }
    assert "prohibited" in problem.known


def test_a_problem_without_a_file_is_its_sentence() -> None:
    assert str(Problem(check="x", message="Something is odd")) == "Something is odd"


def test_every_problem_is_told_not_the_first() -> None:
    document = community("one", platform="x-forum", rules=[rule("a"), rule("a")])
    del document["name"]

    assert {problem.check for problem in validate(document, "community")} == {
        "missing-field",
        "unknown-word",
        "id-twice",
    }


@pytest.mark.parametrize("document", [None, 3, "text", [], {}])
def test_anything_can_be_looked_at(document: object) -> None:
    for kind in ("community", "code", "organizations", "vocabulary", "decision"):
        assert validate(document, kind)


def test_messages_never_carry_pages_of_text() -> None:
    document = community("one", platform="x" * 10_000, topics=["y" * 10_000])
    found = validate(json.loads(json.dumps(document)), "community")

    assert found
    assert all(len(problem.message) < 500 for problem in found)


def test_an_id_of_a_code_is_no_id_for_a_community(tmp_path: Path) -> None:
    write(tmp_path / "communities", community("same"))
    write(tmp_path / "codes", code("same"), "code")
    report = validate_files([tmp_path])

    assert [problem.message for problem in report.problems] == [
        '"same" is taken: a community has it',
        '"same" is taken: a code has it',
    ]


def test_an_id_that_is_somebodys_alias_is_taken(tmp_path: Path) -> None:
    write(tmp_path / "communities", community("one", aliases=["two"]))
    write(tmp_path / "communities", community("two"))
    report = validate_files([tmp_path])

    assert [problem.message for problem in report.problems] == [
        '"two" is taken: it is the id of another entry',
        '"two" is taken: it is an alias of "one"',
    ]


def test_two_records_of_one_organisation_are_a_problem(tmp_path: Path) -> None:
    record = {
        "id": "example-one",
        "name": "Example One",
        "kind": "agency",
        "names": {"strong": ["Example One"]},
    }
    document = {
        "$schema": "../../schemas/organizations.schema.json",
        "organizations": [record, record],
    }
    path = tmp_path / "organizations" / "e.json"
    path.parent.mkdir()
    path.write_text(spell(document, "organizations"), "utf-8")

    assert {problem.check for problem in validate_files([path]).problems} == {"taken"}


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    class Locked(type(tmp_path)):  # type: ignore[misc]
        def read_bytes(self) -> bytes:
            raise PermissionError(13, "Permission denied")

    path = Locked(write(tmp_path, community("one")))
    (problem,) = validate_files([path]).problems

    assert problem.message == "cannot be read: permission denied"


def test_a_neighbour_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "communities", community("one"))
    (tmp_path / "communities" / "two.json").write_text("{", "utf-8")

    assert validate_files([path]).problems == ()


@pytest.mark.parametrize(
    ("kind", "field", "value", "message"),
    [
        ("decision", "community", 3, "expected text in quotation marks, found 3"),
        (
            "decision",
            "silence",
            "prat",
            '"prat" is not a silence; did you mean "part"?',
        ),
        ("decision", "conditions", [{"any": [], "x": 1}], '"x" is no field'),
        ("decision", "reasons", [[]], "expected fields in braces, found a list"),
        ("disclosure", "disclaimer", "yes", "expected true or false"),
        ("disclosure", "capacity", {}, "is not a capacity"),
        ("disclosure", "text", None, "expected text in quotation marks, found null"),
        ("disclosure", "language", False, "expected text in quotation marks or null"),
    ],
)
def test_answers_are_checked_too(
    kind: str, field: str, value: object, message: str
) -> None:
    (example,) = joined(kind)["examples"]
    found = validate({**example, field: value}, kind)

    assert any(message in problem.message for problem in found), found


def test_names_that_a_file_chooses_and_what_they_hold_are_checked() -> None:
    (example,) = joined("vocabulary")["examples"]
    parameters = {"Whom": "text", "what": "word"}
    term = {**example["terms"][0], "parameters": parameters}
    found = validate({**example, "terms": [term]}, "vocabulary")

    value, name = sorted(map(str, found))
    assert value.startswith(
        'terms/0/parameters/what: "word" is not possible here; it can be "text", '
    )
    assert name == (
        'terms/0/parameters: "Whom" does not fit: expected a name of small letters a '
        "to z, with _ between"
    )


def test_a_mark_is_true_or_absent() -> None:
    (example,) = joined("vocabulary")["examples"]
    term = {**example["terms"][0], "kind": False}
    (problem,) = validate({**example, "terms": [term]}, "vocabulary")

    assert problem.message == "expected true, found false"


def test_a_question_does_not_hide_another_spelling() -> None:
    manners = rule(
        "manners",
        actors=["everyone"],
        stance="conditional",
        conditions=[{"term": "registered"}],
    )
    document = community("one", rules=[manners])
    found = validate(document, "community", text=json.dumps(document))

    assert {problem.check for problem in found} == {"leave-or-manners", "spelling"}


def test_deep_brackets_where_each_may_stand_once_are_answered(tmp_path: Path) -> None:
    deep = "[" * 700 + "]" * 700
    text = json.dumps(community("one", rules=[rule("a", evidence=["x"])]))
    path = tmp_path / "communities" / "one.json"
    path.parent.mkdir()
    path.write_text(text.replace('"x"', f"{deep}, {deep}"), "utf-8")

    assert validate_files([path]).errors


def test_records_without_an_id_are_told_so_once(tmp_path: Path) -> None:
    document = {
        "$schema": "../../schemas/organizations.schema.json",
        "organizations": [{"name": "A", "kind": "agency", "names": {"weak": ["A"]}}, 3],
    }
    path = tmp_path / "organizations" / "e.json"
    path.parent.mkdir()
    path.write_text(spell(document, "organizations"), "utf-8")

    assert checks(validate_files([path])) == ["missing-field", "wrong-type"]


def test_an_empty_text_is_said_to_be_empty() -> None:
    (problem,) = validate(community("one", name=""), "community")

    assert problem.message == "nothing stands between the quotation marks"


def test_a_problem_keeps_plain_values_alone() -> None:
    found = validate(community("one", status={}, platform=2.5), "community")

    assert [problem.found for problem in found] == [2.5, None]


def test_a_keyword_that_our_schemas_do_not_use_is_told_in_the_librarys_words() -> None:
    error = ValidationError("3 is odd", validator="even", path=("places", 0))

    assert [str(one) for one in problems(error)] == ["places/0: 3 is odd"]


def test_other_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, community("one"))
    (tmp_path / "readme.txt").write_text("Not JSON.", "utf-8")
    (tmp_path / "x.schema.json").write_text("{", "utf-8")

    assert validate_files([tmp_path]) == Report(files=1, problems=())


def test_a_short_list_of_fields_is_told_in_full() -> None:
    evidence = [{"source": "rules", "paragraph": "3"}]
    document = community("one", rules=[rule("a", evidence=evidence)])
    (problem,) = validate(document, "community")

    assert problem.message == (
        '"paragraph" is no field of evidence; the fields are source, place'
    )


def test_a_kind_that_is_none_is_an_error_of_the_caller() -> None:
    with pytest.raises(UnknownWordError, match="Did you mean 'community'"):
        validate({}, "comunity")


def test_a_country_that_is_none_is_told_so() -> None:
    (problem,) = validate(community("one", countries=["XX"]), "community")

    assert problem.message == '"XX" is not a country'


def test_a_malformed_entry_does_not_disturb_its_neighbours(tmp_path: Path) -> None:
    broken = community("broken", aliases=[1], rules=["none"], places=[2])
    del broken["id"]
    folder = tmp_path / "communities"
    path = write(folder, community("one"))
    (folder / "broken.json").write_text(spell(broken, "community"), "utf-8")
    with_id = {**broken, "id": "another"}
    (folder / "another.json").write_text(spell(with_id, "community"), "utf-8")

    assert validate_files([path]).problems == ()
    assert {one.file.rpartition("/")[2] for one in validate_files([folder])} == {
        "another.json",
        "broken.json",
    }


def test_the_folder_one_stands_in_has_a_name_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = community("one")
    del document["$schema"]
    write(tmp_path / "communities", document)
    monkeypatch.chdir(tmp_path / "communities")

    assert validate_files([Path()]) == Report(files=1, problems=())
    assert validate_files([Path("one.json")]) == Report(files=1, problems=())
