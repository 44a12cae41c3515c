"""The data that ships: every file is right, and all of it fits together.

What `disclosure-registry validate` checks is checked here in one go; the tests after it
hold what is asked of our own registry beyond that.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from disclosure_registry import urls
from disclosure_registry.canonical import kind_of, spell
from disclosure_registry.codec import (
    code_from,
    code_to,
    community_from,
    community_to,
    organizations_from,
    organizations_to,
)
from disclosure_registry.schema import validate_files

DATA = Path(__file__).parents[2] / "data"
COMMUNITIES = sorted((DATA / "communities").glob("*.json"))
CODES = sorted((DATA / "codes").glob("*.json"))
ORGANIZATIONS = sorted((DATA / "organizations").glob("*.json"))
ENTRIES = COMMUNITIES + CODES

Document = dict[str, Any]


@cache
def read(path: Path) -> Document:
    document: Document = json.loads(path.read_text("utf-8"))
    return document


def rules(paths: list[Path] = ENTRIES) -> Iterator[tuple[str, Document]]:
    for path in paths:
        for rule in read(path).get("rules", ()):
            yield f"{path.stem}#{rule['id']}", rule


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def conditions(rule: Document) -> Iterator[Document]:
    for one in rule.get("conditions", ()):
        if "any" in one:
            for branch in one["any"]:
                yield from branch
        else:
            yield one


def terms(vocabulary: str) -> set[str]:
    document = read(DATA / "vocabulary" / f"{vocabulary}.json")
    return {term["id"] for term in document["terms"]}


def test_validate_finds_no_error() -> None:
    report = validate_files([DATA])

    assert "\n".join(map(str, report.errors)) == ""
    assert report.files > len(ENTRIES)


def test_every_file_has_its_one_spelling() -> None:
    misspelt = [
        path.name
        for path in sorted(DATA.glob("*/*.json"))
        if spell(read(path), kind_of(path.parent.name) or "") != path.read_text("utf-8")
    ]

    assert misspelt == []


@pytest.mark.parametrize("kind", ["communities", "codes", "organizations"])
def test_documents_come_back_from_the_model_unchanged(kind: str) -> None:
    for path in sorted((DATA / kind).glob("*.json")):
        document = read(path)
        again: Document
        if kind == "communities":
            again = community_to(community_from(document, path.name))
        elif kind == "codes":
            again = code_to(code_from(document, path.name))
        else:
            again = organizations_to(organizations_from(document, path.name))
        assert again == document, path.name


def test_no_two_entries_have_the_same_id() -> None:
    names = Counter(path.stem for path in ENTRIES)

    assert [name for name, count in names.items() if count > 1] == []
    assert [path.name for path in ENTRIES if read(path)["id"] != path.stem] == []


def test_no_two_communities_claim_the_same_place() -> None:
    index = urls.PlaceIndex(
        (urls.parse(place), path.stem)
        for path in COMMUNITIES
        for place in read(path)["places"]
    )

    assert index.shared() == ()


def test_a_place_finds_the_community_that_claims_it() -> None:
    index = urls.PlaceIndex(
        (urls.parse(place), path.stem)
        for path in COMMUNITIES
        for place in read(path)["places"]
    )
    astray = [
        (path.stem, place)
        for path in COMMUNITIES
        for place in read(path)["places"]
        if index.find(urls.parse(place)) != path.stem
    ]

    assert astray == []


def test_a_community_on_a_platform_names_that_platform() -> None:
    """By its addresses; a handle elsewhere does not make a forum a part of it."""
    wrong = []
    for path in COMMUNITIES:
        document = read(path)
        found = [urls.parse(place) for place in document["places"]]
        lived = {
            urls.platform_of(place)
            for place in found
            if place.kind is urls.PlaceKind.ADDRESS
        }
        # Pages on several platforms are one community, and Usenet is read on others.
        possible = {*lived, "social-media-pages", "usenet"}
        if lived and None not in lived and document["platform"] not in possible:
            wrong.append((path.stem, document["platform"], sorted(map(str, lived))))

    assert wrong == []


def test_every_rule_rests_on_evidence_that_leads_to_a_source() -> None:
    loose = []
    for path in ENTRIES:
        document = read(path)
        sources = {source["id"] for source in document["sources"]}
        for rule in document.get("rules", ()):
            cited = {evidence["source"] for evidence in rule["evidence"]}
            if not cited or not cited <= sources:
                loose.append(f"{path.stem}#{rule['id']}")

    assert loose == []


def test_every_source_says_where_it_stands_and_when_it_was_seen() -> None:
    lacking = [
        (path.stem, source["id"])
        for path in ENTRIES
        for source in read(path)["sources"]
        if not ("url" in source or "title" in source) or "seen" not in source
    ]

    assert lacking == []


def test_every_entry_says_who_answers_for_it() -> None:
    assert [path.name for path in ENTRIES if not read(path).get("maintainers")] == []


def test_every_file_names_its_schema() -> None:
    unnamed = [
        path.name
        for path in sorted(DATA.glob("*/*.json"))
        if not (path.parent / read(path).get("$schema", "")).is_file()
    ]

    assert unnamed == []


def test_there_is_no_mail_address_anywhere() -> None:
    mail = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
    found = [
        (path.name, text)
        for path in sorted(DATA.glob("*/*.json"))
        for text in texts(read(path))
        if mail.search(text)
        and "://" not in text
        and not text.startswith("@")
        and path.parent.name != "phrases"
    ]

    assert found == []


def test_every_rule_is_told_in_a_sentence() -> None:
    unfinished = [
        name for name, rule in rules() if not rule["summary"].endswith((".", "”.", "?"))
    ]

    assert unfinished == []


def test_a_platforms_code_is_named_after_the_platform_and_no_platform_has_two() -> None:
    policies = [path.stem for path in CODES if read(path)["kind"] == "platform-policy"]

    assert set(policies) <= terms("platforms")


def test_every_term_that_only_entries_use_is_used() -> None:
    used = {
        "activities": {word for _, rule in rules() for word in rule["activities"]},
        "conditions": {one["term"] for _, rule in rules() for one in conditions(rule)},
        "topics": {topic for path in ENTRIES for topic in read(path).get("topics", ())},
        "audiences": {
            word for path in COMMUNITIES for word in read(path).get("audience", ())
        },
        "stances": {rule["stance"] for _, rule in rules()},
        "bases": {rule["basis"] for _, rule in rules()},
        "code-kinds": {read(path)["kind"] for path in CODES},
        "forces": {read(path)["force"] for path in CODES},
        "liables": {word for _, rule in rules() for word in rule.get("liable", ())},
        "enforcements": {
            word for _, rule in rules() for word in rule.get("enforcement", ())
        },
    }

    unused = {name: sorted(terms(name) - words) for name, words in used.items()}
    # A term above others is there for those that use the narrower ones.
    above = {
        broader
        for name in used
        for term in read(DATA / "vocabulary" / f"{name}.json")["terms"]
        for broader in term.get("broader", ())
    }
    assert {name: set(words) - above for name, words in unused.items()} == {
        name: set() for name in used
    }
