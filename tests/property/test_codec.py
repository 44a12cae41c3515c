"""Laws of the codec, on whole entries in any shape the model allows."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import strategies as build
from disclosure_registry import canonical, codec
from disclosure_registry.errors import InvalidDocumentError
from disclosure_registry.model import Code, Community, Disclosure, Organization


@given(build.communities())
def test_a_community_written_and_read_is_the_same(community: Community) -> None:
    assert codec.community_from(codec.community_to(community)) == community


@given(build.codes())
def test_a_code_written_and_read_is_the_same(code: Code) -> None:
    assert codec.code_from(codec.code_to(code)) == code


@given(build.organizations())
def test_an_organisation_written_and_read_is_the_same(
    organization: Organization,
) -> None:
    document = codec.organization_to(organization)
    assert codec.organization_from(document) == organization


@given(build.disclosures())
def test_a_disclosure_written_and_read_is_the_same(disclosure: Disclosure) -> None:
    assert codec.disclosure_from(codec.disclosure_to(disclosure)) == disclosure


@given(st.lists(build.organizations(), max_size=4, unique_by=lambda one: one.id))
def test_a_file_of_organisations_is_sorted_and_keeps_each(
    organizations: list[Organization],
) -> None:
    read = codec.organizations_from(codec.organizations_to(organizations))
    assert list(read) == sorted(organizations, key=lambda one: one.id)


@given(build.communities())
def test_what_is_written_is_canonical_and_survives_json(community: Community) -> None:
    document = codec.community_to(community)
    text = canonical.spell(document, "community")
    # The order of fields is that of the canonical spelling already.
    assert text == json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    again = codec.community_to(codec.community_from(json.loads(text)))
    assert canonical.spell(again, "community") == text


@given(build.codes())
def test_a_code_is_written_canonically(code: Code) -> None:
    document = codec.code_to(code)
    written = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    assert canonical.spell(document, "code") == written


@given(st.lists(build.organizations(), max_size=3, unique_by=lambda one: one.id))
def test_organisations_are_written_canonically(
    organizations: list[Organization],
) -> None:
    document = codec.organizations_to(organizations)
    written = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    assert canonical.spell(document, "organizations") == written


@given(build.communities(), st.data())
def test_shuffled_fields_and_sets_are_spelt_the_same(
    community: Community, data: st.DataObject
) -> None:
    document = codec.community_to(community)
    shuffled = _shuffled(document, data)
    assert canonical.spell(shuffled, "community") == canonical.spell(
        document, "community"
    )


def _shuffled(document: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    names = data.draw(st.permutations(list(document)))
    mixed = {name: document[name] for name in names}
    mixed["rules"] = [
        {
            name: data.draw(st.permutations(rule[name]))
            if name in ("actors", "activities", "relationships", "liable")
            else rule[name]
            for name in data.draw(st.permutations(list(rule)))
        }
        for rule in document.get("rules", [])
    ]
    return mixed


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(build.communities(), st.data())
def test_any_value_in_any_field_is_read_or_refused_with_a_pointer(
    community: Community, data: st.DataObject
) -> None:
    document = codec.community_to(community)
    pointer = data.draw(st.sampled_from(sorted(_pointers(document))))
    broken = _with(document, pointer, data.draw(_JSON))
    error = _refusal(codec.community_from, broken)
    if error is not None:
        # The fault is at what was changed, inside it, or in the object it lies in.
        at = [step for step in error.pointer.split("/") if step]
        changed = [str(step) for step in pointer]
        assert at[: len(changed)] == changed[: len(at)]


@given(_JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    for read in (
        codec.community_from,
        codec.code_from,
        codec.organizations_from,
        codec.disclosure_from,
        codec.rule_from,
        codec.condition_from,
    ):
        error = _refusal(read, value)
        assert error is None or str(error)


def _refusal(
    read: Callable[[object], object], value: object
) -> InvalidDocumentError | None:
    try:
        read(value)
    except InvalidDocumentError as error:
        return error
    return None


def _pointers(value: object, here: tuple[str | int, ...] = ()) -> set[tuple[Any, ...]]:
    found: set[tuple[Any, ...]] = {here} if here else set()
    if isinstance(value, dict):
        for name, item in value.items():
            found |= _pointers(item, (*here, name))
    if isinstance(value, list):
        for index, item in enumerate(value):
            found |= _pointers(item, (*here, index))
    return found


def _with(
    document: dict[str, Any], pointer: tuple[Any, ...], value: object
) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(document))
    inner: Any = copy
    for step in pointer[:-1]:
        inner = inner[step]
    inner[pointer[-1]] = value
    return copy
