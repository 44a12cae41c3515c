"""Lines and columns of values and names in a JSON text."""

from __future__ import annotations

import json
import time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from disclosure_registry.schema._positions import scan
from disclosure_registry.schema._problem import pointer

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def places(value: object, place: str = "") -> dict[str, Any]:
    found = {place: value}
    if isinstance(value, dict):
        for name, item in value.items():
            found |= places(item, place + pointer(name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found |= places(item, place + pointer(index))
    return found


@given(JSON, st.sampled_from((None, 0, 2)), st.booleans())
def test_each_value_begins_where_it_is_said_to(
    document: object, indent: int | None, ascii_only: object
) -> None:
    text = json.dumps(document, indent=indent, ensure_ascii=bool(ascii_only))
    positions = scan(text)

    decoder = json.JSONDecoder()
    read = {
        place: decoder.raw_decode(text, offset)[0]
        for place, offset in positions.values.items()
    }
    assert read == places(document)


@given(st.dictionaries(st.text(), JSON, min_size=1))
def test_each_name_begins_where_it_is_said_to(document: dict[str, Any]) -> None:
    text = json.dumps(document, indent=2)
    positions = scan(text)

    for name in document:
        offset = positions.names[pointer(name)]
        assert json.JSONDecoder().raw_decode(text, offset)[0] == name


def test_lines_and_columns_count_from_one() -> None:
    positions = scan('{\n  "a": [1,\r\n 2],\r "b": {}}')

    assert positions.of("") == (1, 1)
    assert positions.of("/a") == (2, 8)
    assert positions.of("/a", name=True) == (2, 3)
    assert positions.of("/a/1") == (3, 2)
    assert positions.of("/b") == (4, 7)
    assert positions.of("/c") is None


def test_a_name_that_stands_twice_is_noted_with_its_second_place() -> None:
    positions = scan('{"a": 1, "b": {"a": 2, "a": 3}, "b": 4}')

    assert [(one.pointer, one.name) for one in positions.repeated] == [
        ("/b/a", "a"),
        ("/b", "b"),
    ]
    assert positions.line_and_column(positions.repeated[0].offset) == (1, 24)


def test_signs_inside_texts_are_no_signs() -> None:
    positions = scan('{"a": "[{\\"}]:,", "b": 2}')

    assert positions.of("/b") == (1, 24)


def test_a_name_with_slashes_is_escaped() -> None:
    assert scan('{"a/b~c": 1}').of("/a~1b~0c") == (1, 11)


def test_scanning_takes_time_in_proportion_to_the_text() -> None:
    def seconds(items: int) -> float:
        text = json.dumps([{"a": ["x"] * 10}] * items, indent=2)
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            scan(text)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(4000) < 12 * seconds(1000)
