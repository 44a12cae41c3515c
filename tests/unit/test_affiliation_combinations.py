"""Every sentence that can be put together of subjects, verbs, parts and firms.

A phrase that is right alone may be undone by its neighbour: "I am the sales manager at
X" was somebody else's once, "act as an adviser to X" what money was for.
"""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from disclosure_registry import read_disclosure

CASES = Path(__file__).parent.parent / "cases" / "combinations"
FIRMS = ("Novartis", "Medtronic", "Boehringer Ingelheim")
SETS = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(CASES.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text("utf-8")))
]


@pytest.mark.parametrize("case", SETS)
def test_each_combination_is_read_as_its_set_says(case: dict[str, Any]) -> None:
    wrong = []
    for number, parts in enumerate(itertools.product(*case["slots"])):
        text = " ".join(filter(None, parts)).replace(" ,", ",").replace(" ;", ";")
        text = text.replace("{firm}", FIRMS[number % len(FIRMS)])
        if read_disclosure(text).industry_tied != case["expected"]:
            wrong.append(text)
    assert not wrong, f"{len(wrong)} of {number + 1}, such as {wrong[:5]}"
