"""One spelling of each file, whatever the document was like before."""

from __future__ import annotations

import json

import pytest

from disclosure_registry.canonical import KINDS, kind_of, ordered, spell


def test_fields_are_put_in_the_order_of_the_contract() -> None:
    text = spell({"name": "A", "$schema": "s", "id": "a"}, "community")
    assert text == '{\n  "$schema": "s",\n  "id": "a",\n  "name": "A"\n}\n'


def test_text_is_written_as_it_is() -> None:
    assert "Größe 🧪" in spell({"name": "Größe 🧪"}, "code")


def test_what_is_empty_is_left_out_and_zero_is_not() -> None:
    document = {
        "id": "a",
        "aliases": [],
        "notes": "",
        "operator": {"name": None},
        "rules": [
            {
                "id": "r",
                "yields": False,
                "except": {},
                "conditions": [{"term": "established-member", "posts": 0}],
            }
        ],
    }
    assert ordered(document, "community") == {
        "id": "a",
        "rules": [
            {"id": "r", "conditions": [{"term": "established-member", "posts": 0}]}
        ],
    }


def test_sets_are_put_in_the_order_of_the_vocabulary_each_word_once() -> None:
    rule = {"actors": ["patient", "industry", "nonsense", "patient", "everyone"]}
    assert ordered({"rules": [rule]}, "community") == {
        "rules": [{"actors": ["everyone", "industry", "patient", "nonsense"]}]
    }


def test_lists_whose_order_means_something_keep_it() -> None:
    document = {"places": ["b", "a"], "topics": ["z", "a"], "languages": ["fr", "en"]}
    assert ordered(document, "community") == document


def test_conditions_say_their_term_first() -> None:
    given = {"days": 2, "x": 1, "posts": 1, "term": "established-member"}
    rule = {"conditions": [{"any": [[given]]}, given]}
    wanted = ["term", "posts", "days", "x"]
    done = json.loads(spell({"rules": [rule]}, "community"))["rules"][0]["conditions"]
    assert list(done[0]["any"][0][0]) == wanted
    assert list(done[1]) == wanted


def test_what_is_unknown_follows_as_it_came() -> None:
    document = {"zeta": 1, "alpha": 2, "id": "a"}
    done = json.loads(spell(document, "community"))
    assert list(done) == ["id", "zeta", "alpha"]


def test_organisations_are_sorted_by_id() -> None:
    document = {"organizations": [{"id": "b"}, {"name": "A", "id": "a"}], "x": 1}
    done = json.loads(spell(document, "organizations"))
    assert [one["id"] for one in done["organizations"]] == ["a", "b"]
    assert list(done["organizations"][0]) == ["id", "name"]
    assert list(done) == ["organizations", "x"]


def test_a_file_of_no_organisations_still_says_so() -> None:
    assert '"organizations": []' in spell({"organizations": []}, "organizations")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "value",
    [
        None,
        3,
        "text",
        [],
        [1],
        {"rules": 3},
        {"rules": [3], "sources": {"a": 1}},
        {"rules": [{"actors": "patient", "conditions": "x", "except": []}]},
        {"rules": [{"actors": [1, None], "conditions": [3, {"any": 3}]}]},
        {"rules": [{"conditions": [{"any": [3]}]}]},
        {"organizations": 3},
        {"organizations": [3, {"id": 4}, {"names": 1}]},
    ],
)
def test_any_json_has_a_spelling(kind: str, value: object) -> None:
    text = spell(value, kind)
    assert spell(json.loads(text), kind) == text


def test_each_folder_of_data_has_its_kind() -> None:
    assert kind_of("communities") == "community"
    assert kind_of("organizations") == "organizations"
    assert kind_of("elsewhere") is None
