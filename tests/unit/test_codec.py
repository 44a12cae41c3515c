"""The codec says where a document does not fit, what it wants and what it found."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from disclosure_registry import codec
from disclosure_registry.errors import InvalidDocumentError
from disclosure_registry.model import (
    AnyOf,
    Condition,
    FuzzyDate,
    InForce,
    Names,
    Period,
)
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    ConditionTerm,
    Extent,
    IndustryTie,
    Relationship,
    Stance,
    Status,
    Via,
)

RULE: dict[str, Any] = {
    "id": "research-needs-leave",
    "actors": ["everyone"],
    "activities": ["survey"],
    "stance": "permission-required",
    "summary": "Whoever wants to ask members for data asks the operator first.",
    "basis": "stated",
    "evidence": [{"source": "guidelines", "place": "paragraph 3"}],
}
COMMUNITY: dict[str, Any] = {
    "$schema": "../../schemas/community.schema.json",
    "id": "example",
    "name": "Example",
    "places": ["https://example.org/"],
    "platform": "discourse",
    "languages": ["en"],
    "status": "active",
    "sources": [{"id": "guidelines", "title": "Guidelines"}],
    "rules": [RULE],
}
CODE: dict[str, Any] = {
    "id": "roche",
    "name": "Roche principles",
    "kind": "company-code",
    "issuer": {"name": "Roche", "organization": "roche"},
    "binds": {"actors": ["everyone"]},
    "force": "binding",
    "sources": [{"id": "principles", "url": "https://example.org/roche.pdf"}],
}
ORGANIZATION: dict[str, Any] = {
    "id": "genentech",
    "name": "Genentech",
    "kind": "biotech-company",
    "names": {"strong": ["Genentech"], "weak": ["Gene"]},
    "parents": [{"organization": "roche", "from": "2009-03", "until": "2030"}],
    "identifiers": {"ror": "https://ror.org/04gndp242"},
}
DISCLOSURE: dict[str, Any] = {
    "text": "I work for Roche",
    "sections": [{"place": "profile", "start": 0, "stop": 16}],
    "affiliations": [
        {
            "organization": {
                "id": "roche",
                "name": "Roche",
                "kind": "pharmaceutical-company",
            },
            "surface": "Roche",
            "kind": "pharmaceutical-company",
            "relationship": "employee",
            "status": "current",
            "role": None,
            "client": None,
            "span": {"start": 11, "stop": 16},
            "cue": {"start": 2, "stop": 10},
        }
    ],
    "personas": [
        {"actor": "patient", "status": "current", "surface": None, "span": None}
    ],
    "unresolved": [{"surface": "Acme", "why": "nobody we know", "span": None}],
    "capacity": None,
    "disclaimer": False,
    "industry_tied": "yes",
    "language": "en",
    "countries": [],
}


def changed(document: dict[str, Any], **fields: object) -> dict[str, Any]:
    return {**document, **fields}


def without(document: dict[str, Any], field: str) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != field}


def refusal(read: Callable[[object], object], document: object) -> InvalidDocumentError:
    with pytest.raises(InvalidDocumentError) as caught:
        read(document)
    return caught.value


def test_a_rule_is_read_field_by_field() -> None:
    rule = codec.rule_from(
        changed(
            RULE,
            relationships=["employee"],
            ties_within="P3Y",
            conditions=[
                {"term": "established-member", "posts": 25, "days": 25},
                {
                    "any": [
                        [{"term": "when-asked"}],
                        [{"term": "approval", "whom": "us"}],
                    ]
                },
            ],
            overrides=["no-ads"],
            yields=True,
            in_force={"from": "2007-10-15", "until": "2010"},
            **{"except": {"actors": ["patient"]}},
        )
    )
    assert rule.actors == {Actor.EVERYONE}
    assert rule.activities == {Activity.SURVEY}
    assert rule.stance is Stance.PERMISSION_REQUIRED
    assert rule.relationships == {Relationship.EMPLOYEE}
    assert rule.ties_within == Period.parse("P3Y")
    assert rule.excepting is not None
    assert rule.excepting.actors == {Actor.PATIENT}
    assert rule.in_force == InForce(
        FuzzyDate.parse("2007-10-15"), FuzzyDate.parse("2010")
    )
    assert rule.yields
    standing, ways = rule.conditions
    assert isinstance(standing, Condition)
    assert standing.get("posts") == 25
    assert isinstance(ways, AnyOf)
    assert ways.branches[0] == (Condition(ConditionTerm.WHEN_ASKED),)


def test_a_community_comes_back_as_it_was() -> None:
    document = changed(
        COMMUNITY,
        sources=[
            {
                "id": "guidelines",
                "title": "Guidelines",
                "via": "live",
                "extent": "whole",
            }
        ],
        maintainers=[
            {"kind": "operator", "name": "Us", "proof": "https://example.org/"}
        ],
        disputes=[
            {
                "rules": ["research-needs-leave"],
                "owner_says": "Only of our own studies.",
                "curator_read": "Of any.",
                "opened": "2026-11-20",
            }
        ],
    )
    assert codec.community_to(codec.community_from(document)) == document
    assert list(codec.community_to(codec.community_from(document)))[:3] == [
        "$schema",
        "id",
        "name",
    ]


def test_what_a_source_does_not_say_counts_as_seen_least() -> None:
    source = codec.community_from(COMMUNITY).sources[0]
    assert source.via is Via.ARCHIVE
    assert source.extent is Extent.PART


def test_sets_are_written_in_the_order_of_the_vocabulary() -> None:
    rule = codec.rule_from(changed(RULE, actors=["patient", "industry", "everyone"]))
    assert codec.rule_to(rule)["actors"] == ["everyone", "industry", "patient"]


def test_parameters_are_written_in_the_order_of_the_vocabulary() -> None:
    item = codec.condition_from({"days": 2, "posts": 1, "term": "established-member"})
    assert list(codec.condition_to(item)) == ["term", "posts", "days"]


def test_a_zero_is_written() -> None:
    document = {"term": "established-member", "posts": 0}
    assert codec.condition_to(codec.condition_from(document)) == document


def test_a_parameter_that_the_vocabulary_lacks_is_still_written() -> None:
    condition = Condition.of(ConditionTerm.WHEN_ASKED, {"mood": ("kind",)})
    assert codec.condition_to(condition) == {"term": "when-asked", "mood": ["kind"]}


def test_an_actor_as_parameter_is_a_word_of_the_vocabulary() -> None:
    item = codec.condition_from({"term": "is", "actor": "physician"})
    assert isinstance(item, Condition)
    assert item.get("actor") is Actor.PHYSICIAN
    assert type(codec.condition_to(item)["actor"]) is str


def test_an_exception_or_time_that_says_nothing_is_none() -> None:
    rule = codec.rule_from(changed(RULE, in_force={}, **{"except": {}}))
    assert rule.excepting is None
    assert rule.in_force is None


def test_null_is_the_same_as_absent() -> None:
    document = changed(COMMUNITY, notes=None, aliases=None)
    assert codec.community_from(document) == codec.community_from(COMMUNITY)
    assert codec.rule_from(changed(RULE, ties_within=None)).ties_within is None
    document = changed(ORGANIZATION, identifiers=None)
    assert codec.organization_from(document).identifiers == ()


def test_a_code_is_read_and_written() -> None:
    code = codec.code_from(CODE)
    assert code.issuer.organization == "roche"
    assert code.binds.actors == {Actor.EVERYONE}
    assert codec.code_from(codec.code_to(code)) == code
    assert codec.code_to(code)["$schema"].endswith("/code.schema.json")


def test_an_organisation_is_read_and_written() -> None:
    organization = codec.organization_from(ORGANIZATION)
    assert organization.names == Names(strong=("Genentech",), weak=("Gene",))
    assert str(organization.parents[0].since) == "2009-03"
    assert codec.organization_to(organization) == ORGANIZATION


def test_a_file_of_organisations_may_hold_none() -> None:
    assert codec.organizations_from({"organizations": []}) == ()
    assert codec.organizations_to([])["organizations"] == []


def test_a_disclosure_comes_back_as_it_was() -> None:
    disclosure = codec.disclosure_from(DISCLOSURE)
    assert disclosure.industry_tied is IndustryTie.YES
    assert disclosure.affiliations[0].status is Status.CURRENT
    assert codec.disclosure_to(disclosure) == DISCLOSURE


def test_an_empty_disclosure_declares_nothing() -> None:
    disclosure = codec.disclosure_from({})
    assert not disclosure.affiliations
    assert codec.disclosure_to(disclosure)["capacity"] is None


def test_a_model_can_be_pickled() -> None:
    community = codec.community_from(COMMUNITY)
    assert pickle.loads(pickle.dumps(community)) == community  # noqa: S301  our own


R = codec.rule_from
C = codec.community_from
O = codec.organization_from  # noqa: E741  as short as its neighbours
D = codec.disclosure_from


@pytest.mark.parametrize(
    ("read", "document", "pointer", "expected"),
    [
        pytest.param(R, [], "", "an object", id="no-object"),
        pytest.param(R, without(RULE, "stance"), "", "'stance'", id="missing-word"),
        pytest.param(R, without(RULE, "summary"), "", "'summary'", id="missing-text"),
        pytest.param(R, without(RULE, "id"), "", "'id'", id="missing-id"),
        pytest.param(R, without(RULE, "actors"), "", "'actors'", id="missing-set"),
        pytest.param(R, without(RULE, "evidence"), "", "'evidence'", id="no-evidence"),
        pytest.param(
            R, changed(RULE, id="No_Slug"), "/id", "lower-case", id="id-no-slug"
        ),
        pytest.param(R, changed(RULE, id="a--b"), "/id", "hyphens", id="id-hyphens"),
        pytest.param(
            R, changed(RULE, actor=[]), "/actor", "'actors'", id="stray-field"
        ),
        pytest.param(
            R, changed(RULE, actors=[]), "/actors", "at least one", id="empty-actors"
        ),
        pytest.param(
            R, changed(RULE, actors="patient"), "/actors", "a list", id="text-for-list"
        ),
        pytest.param(
            R,
            changed(RULE, actors=["patient", "pateint"]),
            "/actors/1",
            "nearest: 'patient'",
            id="misspelt-actor",
        ),
        pytest.param(
            R,
            changed(RULE, actors=[["patient"]]),
            "/actors/0",
            "actors",
            id="list-word",
        ),
        pytest.param(
            R, changed(RULE, actors=[1]), "/actors/0", "one of the actors", id="number"
        ),
        pytest.param(
            R,
            changed(RULE, stance="forbidden"),
            "/stance",
            "one of the stances",
            id="unknown-stance",
        ),
        pytest.param(
            R, changed(RULE, stance=[]), "/stance", "stances", id="list-stance"
        ),
        pytest.param(
            R, changed(RULE, summary=""), "/summary", "a text", id="no-summary"
        ),
        pytest.param(
            C, changed(COMMUNITY, notes=3), "/notes", "a text", id="notes-number"
        ),
        pytest.param(R, changed(RULE, yields=1), "/yields", "true or false", id="flag"),
        pytest.param(
            R, changed(RULE, ties_within="3 years"), "/ties_within", "P3Y", id="period"
        ),
        pytest.param(
            R, changed(RULE, ties_within=3), "/ties_within", "P3Y", id="period-number"
        ),
        pytest.param(
            R,
            changed(RULE, in_force={"from": "15.10.2007"}),
            "/in_force/from",
            "YYYY-MM-DD",
            id="date",
        ),
        pytest.param(
            R,
            changed(RULE, in_force={"from": 2007}),
            "/in_force/from",
            "YYYY",
            id="date-number",
        ),
        pytest.param(
            R,
            changed(RULE, in_force={"since": "2007"}),
            "/in_force/since",
            "a known field",
            id="stray-time",
        ),
        pytest.param(
            R,
            changed(RULE, **{"except": {"actors": ["x"]}}),
            "/except/actors/0",
            "actors",
            id="except",
        ),
        pytest.param(
            R,
            changed(RULE, evidence=[{"source": "a"}, {}]),
            "/evidence/1",
            "'source'",
            id="evidence-source",
        ),
        pytest.param(
            R,
            changed(RULE, overrides=["a", ""]),
            "/overrides/1",
            "a text",
            id="empty-override",
        ),
        pytest.param(
            R,
            changed(RULE, overrides={"a": 1}),
            "/overrides",
            "a list",
            id="object-for-list",
        ),
        pytest.param(
            R,
            changed(RULE, conditions={}),
            "/conditions",
            "a list",
            id="conditions-object",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=["when-asked"]),
            "/conditions/0",
            "an object",
            id="condition-text",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"term": "when-askd"}]),
            "/conditions/0/term",
            "nearest: 'when-asked'",
            id="condition-term",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"term": "when-asked", "posts": 3}]),
            "/conditions/0/posts",
            "a known field",
            id="parameter-of-another-term",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"term": "established-member", "posts": True}]),
            "/conditions/0/posts",
            "a whole number",
            id="true-is-no-number",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"term": "established-member", "posts": -1}]),
            "/conditions/0/posts",
            "0 or more",
            id="negative",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"term": "is", "actor": "doctor"}]),
            "/conditions/0/actor",
            "one of the actors",
            id="actor-parameter",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"term": "disclose-in-post", "what": []}]),
            "/conditions/0/what",
            "a list of texts",
            id="empty-parameter",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"any": []}]),
            "/conditions/0/any",
            "at least one alternative",
            id="no-alternative",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"any": [[{"term": "when-asked"}], []]}]),
            "/conditions/0/any/1",
            "at least one condition",
            id="empty-alternative",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"any": [[{"term": "when-asked"}, {}]]}]),
            "/conditions/0/any/0/1",
            "'term'",
            id="condition-in-alternative",
        ),
        pytest.param(
            R,
            changed(RULE, conditions=[{"any": [], "term": "when-asked"}]),
            "/conditions/0/term",
            "a known field",
            id="alternatives-with-term",
        ),
        pytest.param(
            C,
            changed(COMMUNITY, platform="geocities"),
            "/platform",
            "platforms",
            id="pf",
        ),
        pytest.param(
            C,
            changed(COMMUNITY, audience=["patients", "doctors"]),
            "/audience/1",
            "audiences",
            id="audience",
        ),
        pytest.param(
            C, changed(COMMUNITY, rules=[RULE, 3]), "/rules/1", "an object", id="rule"
        ),
        pytest.param(
            C,
            changed(COMMUNITY, operator={"organization": "x"}),
            "/operator",
            "'name'",
            id="operator",
        ),
        pytest.param(
            C,
            changed(COMMUNITY, disputes=[{"owner_says": "a", "curator_read": "b"}]),
            "/disputes/0",
            "'opened'",
            id="dispute",
        ),
        pytest.param(
            C,
            changed(COMMUNITY, maintainers=[{"kind": "owner", "name": "a"}]),
            "/maintainers/0/kind",
            "kinds of maintainer",
            id="maintainer",
        ),
        pytest.param(
            C,
            changed(COMMUNITY, **{"~a/b": 1}),
            "/~0a~1b",
            "a known field",
            id="escaped",
        ),
        pytest.param(
            codec.code_from, without(CODE, "issuer"), "", "'issuer'", id="no-issuer"
        ),
        pytest.param(
            codec.code_from,
            changed(CODE, binds={"actors": []}),
            "/binds/actors",
            "at least one",
            id="binds-nobody",
        ),
        pytest.param(
            codec.code_from, changed(CODE, places=[]), "/places", "known", id="place"
        ),
        pytest.param(
            O, changed(ORGANIZATION, identifiers=[]), "/identifiers", "object", id="ids"
        ),
        pytest.param(
            O,
            changed(ORGANIZATION, identifiers={"ror": 1}),
            "/identifiers/ror",
            "a text",
            id="identifier",
        ),
        pytest.param(
            O,
            changed(ORGANIZATION, identifiers={3: "a"}),
            "/identifiers",
            "a text",
            id="scheme",
        ),
        pytest.param(
            codec.organizations_from, {}, "", "'organizations'", id="no-organizations"
        ),
        pytest.param(
            codec.organizations_from,
            {"organizations": [without(ORGANIZATION, "kind")]},
            "/organizations/0",
            "'kind'",
            id="organization-in-file",
        ),
        pytest.param(D, {"text": 3}, "/text", "a text", id="disclosure-text"),
        pytest.param(
            D,
            {"sections": [{"place": "wall", "start": 0, "stop": 1}]},
            "/sections/0/place",
            "places",
            id="section-place",
        ),
        pytest.param(
            D,
            {"personas": [{"actor": "patient", "span": {"start": 3, "stop": 1}}]},
            "/personas/0/span/stop",
            "not below start",
            id="span",
        ),
        pytest.param(
            D, {"industry_tied": "maybe"}, "/industry_tied", "industry ties", id="tied"
        ),
    ],
)
def test_what_does_not_fit_is_named(
    read: Callable[[object], object], document: object, pointer: str, expected: str
) -> None:
    error = refusal(read, document)
    assert error.pointer == pointer
    assert expected in error.expected


def test_the_name_of_the_file_is_in_the_message() -> None:
    document = changed(COMMUNITY, rules=[changed(RULE, stance="prohibted")])
    with pytest.raises(InvalidDocumentError) as caught:
        codec.community_from(document, "communities/example.json")
    assert str(caught.value) == (
        "communities/example.json: /rules/0/stance: expected one of the stances "
        "(nearest: 'prohibited'), found 'prohibted'"
    )


def test_what_was_found_is_shown_in_short() -> None:
    assert refusal(R, changed(RULE, summary=["x"] * 999)).found == "a list"
    assert refusal(R, changed(RULE, summary={"x": 1})).found == "an object"
    assert len(str(refusal(R, changed(RULE, stance="x" * 9999)).found)) < 200
