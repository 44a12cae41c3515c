"""The case file: questions with answers reasoned by hand, run through `match`.

`docs/reference/conformance.md` says what each field means; another implementation runs
the same files in the same way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import disclosure_registry as dr
from disclosure_registry.codec import disclosure_from
from disclosure_registry.decision import STRICTNESS, AskedCondition
from disclosure_registry.model import AnyOf, Condition

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
FILES = sorted((ROOT / "tests" / "cases" / "decisions").glob("*.json"))

Case = dict[str, Any]

#: What a refused question raises, by the word of the case file.
ERRORS: dict[str, type[dr.DisclosureRegistryError]] = {
    "unknown-identifier": dr.UnknownIdentifierError,
    "unknown-word": dr.UnknownWordError,
    "invalid-place": dr.InvalidPlaceError,
    "invalid-date": dr.InvalidDateError,
}

#: Fields of a case that are given to `match` as they are.
CIRCUMSTANCES = (
    "on",
    "capacity",
    "client",
    "country",
    "about",
    "met",
    "not_met",
    "posts",
    "member_since",
    "max_age",
    "place",
)

#: Fields that hold a single word of the answer.
WORDS = ("verdict", "at_worst", "at_best", "certainty", "silence")


def cases(path: Path) -> list[Case]:
    """The cases of a file."""
    found: list[Case] = json.loads(path.read_text("utf-8"))["cases"]
    return found


CASES = [case for path in FILES for case in cases(path)]


def ask(case: Case) -> dr.Decision:
    """Put the question of a case."""
    who = case["who"]
    if isinstance(who, dict) and "affiliations" in who:
        who = disclosure_from(who, case["id"])
    given = {name: case[name] for name in CIRCUMSTANCES if name in case}
    return dr.match(case["community"], who, case["activity"], **given)


def differences(case: Case) -> list[str]:
    """Everything in which the answer differs from what the case expects."""
    expect = case["expect"]
    if "error" in expect:
        return list(refused(case))
    decision = ask(case)
    return [*of_words(expect, decision), *of_lists(expect, decision)]


def refused(case: Case) -> Iterator[str]:
    """In what a refusal differs from the one that is expected."""
    expect = case["expect"]
    try:
        decision = ask(case)
    except ERRORS[expect["error"]] as error:
        near = {str(word) for word in getattr(error, "close", ())}
        yield from lacking("close", expect.get("close", ()), near)
    else:
        yield f"expected {expect['error']}, got {decision.verdict}"


def of_words(expect: Case, decision: dr.Decision) -> Iterator[str]:
    """Single words that differ."""
    for name in WORDS:
        found = str(getattr(decision, name))
        if name in expect and found != expect[name]:
            yield f"{name}: expected {expect[name]}, got {found}"


def of_lists(expect: Case, decision: dr.Decision) -> Iterator[str]:
    """What the answer ought to hold and does not, or holds and ought not to."""
    there = content(decision)
    for name, found in there.items():
        wanted = expect.get(name, ())
        if isinstance(wanted, dict):
            wanted = [f"{activity}: {verdict}" for activity, verdict in wanted.items()]
        yield from lacking(name, wanted, found)
    if "ways" in expect:
        yield from of_ways(expect["ways"], decision)
    rules = {each.rule for each in decision.reasons}
    rules |= there["duties"] | there["advice"]
    entries = {f"{rule.partition('#')[0]}#" for rule in rules}
    present = rules | entries | there["conditions"] | there["missing"]
    for absent in expect.get("not", ()):
        if absent in present:
            yield f"not: {absent} is there"


def of_ways(wanted: list[list[str]], decision: dr.Decision) -> Iterator[str]:
    """Ways to leave that are wanted and not named; with none wanted, those named."""
    found = [
        sorted({selector(condition) for condition in way}) for way in decision.paths()
    ]
    if not wanted and found:
        yield f"ways: expected none, got {found}"
    for way in wanted:
        if sorted(way) not in found:
            yield f"ways: {way} lacks among {found}"


def content(decision: dr.Decision) -> dict[str, set[str]]:
    """The parts of an answer by the names that cases give them."""
    return {
        "decisive": {each.rule for each in decision.reasons if each.decisive},
        "conditions": terms(decision, "open"),
        "met": terms(decision, "met"),
        "whom": {each.whom for each in decision.ask},
        "missing": {str(each.fact) for each in decision.missing_facts},
        "duties": {each.rule for each in decision.duties},
        "advice": {each.rule for each in decision.advice},
        "also": {f"{each.activity}: {each.verdict}" for each in decision.also},
    }


def terms(decision: dr.Decision, status: str) -> set[str]:
    """The terms of the conditions in a state, those of every alternative too."""
    return {
        term
        for each in decision.conditions
        if each.status == status
        for term in terms_of(each)
    }


def terms_of(asked: AskedCondition) -> Iterator[str]:
    """The terms of a condition, or of every alternative."""
    if isinstance(asked.item, AnyOf):
        for branch in asked.item.branches:
            yield from (str(condition.term) for condition in branch)
    else:
        yield str(asked.item.term)


def lacking(name: str, wanted: Iterable[str], there: set[str]) -> Iterator[str]:
    """What is wanted and not there."""
    for one in wanted:
        if one not in there:
            yield f"{name}: {one} lacks among {sorted(there)}"


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_answer_is_the_one_that_was_reasoned_by_hand(case: Case) -> None:
    assert differences(case) == []


UNSETTLED = [case for case in CASES if case["expect"].get("verdict") == "cannot-tell"]

#: Values that a missing fact may turn out to have.
VALUES = {
    "capacity": ("for", "about", "private"),
    "about": ("own", "rival"),
    "country": ("AU", "CA", "DE", "GB", "JP", "SE", "US"),
}


@pytest.mark.parametrize("case", UNSETTLED, ids=[case["id"] for case in UNSETTLED])
def test_however_a_missing_fact_falls_the_answer_stays_within_its_bounds(
    case: Case,
) -> None:
    decision = ask(case)
    for fact in decision.missing_facts:
        for value in VALUES.get(str(fact.fact), ()):
            # A disclaimer settles before the codes that one does not speak for them.
            if value == "for" and decision.disclosure.disclaimer:
                continue
            settled = ask({**case, str(fact.fact): value})
            assert rank(decision.at_worst) <= rank(settled.at_worst)
            assert rank(settled.at_best) <= rank(decision.at_best)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_way_that_an_answer_names_ends_in_leave(path: Path) -> None:
    for case in cases(path):
        if "error" in case["expect"]:
            continue
        for way in ask(case).paths():
            kept = [*case.get("met", ()), *map(selector, way)]
            assert ask({**case, "met": kept}).verdict == "permitted", case["id"]


def selector(condition: Condition) -> str:
    """A condition as one names it when it is kept."""
    for name in ("whom", "by", "area", "form"):
        value = condition.get(name)
        if isinstance(value, str):
            return f"{condition.term}:{value}"
    return str(condition.term)


def rank(verdict: dr.Verdict) -> int:
    """How much a verdict lets one do: 0 is the strictest."""
    return STRICTNESS.index(verdict)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_file_is_valid(path: Path) -> None:
    errors = validator().iter_errors(json.loads(path.read_text("utf-8")))

    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_file_has_the_one_spelling(path: Path) -> None:
    text = path.read_text("utf-8")

    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_the_ids_of_cases_are_unique() -> None:
    ids = [case["id"] for case in CASES]

    assert len(ids) == len(set(ids))


def test_every_rule_that_a_case_names_exists() -> None:
    registry = dr.load()
    entries: list[dr.Community | dr.Code] = [
        *registry.values(),
        *registry.codes.values(),
    ]
    known = {f"{entry.id}#{rule.id}" for entry in entries for rule in entry.rules}
    known |= {f"{entry.id}#" for entry in entries}
    named = {
        (case["id"], word)
        for case in CASES
        for field in ("decisive", "duties", "advice", "not")
        for word in case["expect"].get(field, ())
        if "#" in word
    }

    assert sorted(pair for pair in named if pair[1] not in known) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"verdict": None}, "verdict"),
        ({"verdict": "maybe"}, "verdict"),
        ({"verdict": "prohibited", "error": "unknown-word"}, "expect"),
        ({"verdict": "prohibited", "decisive": ["no-promotion"]}, "decisive"),
        ({"verdict": "prohibited", "conditions": ["a-word-of-no-list"]}, "conditions"),
        ({"verdict": "prohibited", "reason": "none"}, "expect"),
    ],
)
def test_the_schema_refuses_an_expectation_that_is_none(
    change: Case, where: str
) -> None:
    document = json.loads(FILES[0].read_text("utf-8"))
    document["cases"][0]["expect"] = change

    errors = list(validator().iter_errors(document))

    assert any(where in error.json_path for error in errors)


def test_the_same_question_twice_gives_the_same_bytes() -> None:
    for case in CASES[:20]:
        first, second = (json.dumps(ask(case).to_dict()) for _ in range(2))
        assert first == second


def validator() -> Draft202012Validator:
    """The published schema of cases, with those that it refers to."""
    documents = [json.loads(path.read_text("utf-8")) for path in _schema_files()]
    names = [path.name for path in _schema_files()]
    resources = [
        (name, Resource.from_contents(document))
        for name, document in zip(names, documents, strict=True)
    ]
    registry: Registry[Any] = Registry().with_resources(resources)
    root = documents[names.index("decision-cases.schema.json")]
    return Draft202012Validator(root, registry=registry)


def _schema_files() -> list[Path]:
    return sorted(SCHEMAS.glob("*.schema.json"))
