"""What the guides show is valid: each entry, and each rule as part of an entry."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from disclosure_registry.affiliation import WordClass
from disclosure_registry.canonical import spell
from disclosure_registry.schema import Level, validate

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "docs" / "how-to" / "add-a-community.md", ROOT / "CONTRIBUTING.md"]
BLOCK = re.compile(r"^ *```json\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


def blocks(path: Path) -> list[tuple[str, dict[str, Any]]]:
    found = BLOCK.findall(path.read_text("utf-8"))
    return [(text, json.loads(text)) for text in found]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_what_a_guide_shows_is_valid(path: Path) -> None:
    entries = [one for text, one in blocks(path) if "$schema" in one]
    rules = [one for text, one in blocks(path) if "$schema" not in one]

    for entry in entries:
        for more in ([], *([rule] for rule in rules)):
            whole = {**entry, "rules": [*entry["rules"], *more]}
            found = validate(whole, "community")
            assert [str(one) for one in found if one.level is Level.ERROR] == []


def test_the_example_is_in_the_one_spelling_of_a_file() -> None:
    ((text, entry),) = [one for one in blocks(GUIDES[0]) if "$schema" in one[1]]

    assert text == spell(entry, "community")


def test_the_guide_has_an_example_for_every_sort_of_rule() -> None:
    rules = [one for _, one in blocks(GUIDES[0]) if "$schema" not in one]

    assert {"prohibited", "conditional", "required"} <= {one["stance"] for one in rules}
    assert any("except" in one for one in rules)
    assert any("overrides" in one for one in rules)
    assert any("any" in item for one in rules for item in one.get("conditions", ()))


def test_the_guide_to_a_language_names_every_class_of_words() -> None:
    guide = (ROOT / "docs" / "how-to" / "add-a-language.md").read_text("utf-8")

    assert [str(one) for one in WordClass if f"`{one}`" not in guide] == []
