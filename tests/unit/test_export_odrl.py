"""ODRL of single entries: what a rule becomes, and what cannot be read back."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from rdflib import RDF, Graph, URIRef

from disclosure_registry.errors import InvalidDocumentError
from disclosure_registry.export import OdrlEntries, from_odrl, to_odrl
from disclosure_registry.export.odrl import BASE
from disclosure_registry.model import (
    AnyOf,
    Community,
    Condition,
    Evidence,
    Exceptions,
    FuzzyDate,
    InForce,
    Rule,
    Source,
)
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    Basis,
    CommunityStatus,
    ConditionTerm,
    Platform,
    Relationship,
    Stance,
)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

NOTIFY = Condition.of(ConditionTerm.NOTIFY, {"whom": "moderators"})
POSTS = Condition.of(ConditionTerm.ESTABLISHED_MEMBER, {"posts": 25})
PLAIN = Rule(
    id="rule",
    actors=frozenset({Actor.INDUSTRY}),
    activities=frozenset({Activity.SURVEY, Activity.POST}),
    stance=Stance.CONDITIONAL,
    summary="A rule.",
    basis=Basis.STATED,
    evidence=(Evidence("text", "first paragraph"),),
    conditions=(NOTIFY,),
)


def community(*rules: Rule) -> Community:
    return Community(
        id="venue",
        name="Venue",
        places=("#venue",),
        platform=Platform.CUSTOM,
        status=CommunityStatus.ACTIVE,
        languages=("en",),
        sources=(Source(id="text", title="A text"),),
        rules=rules,
    )


def written(rule: Rule, kind: str) -> dict[str, Any]:
    """The rule as it hangs on its policy by a property."""
    (policy,) = to_odrl([community(rule)])["@graph"]
    (found,) = policy[kind]
    assert isinstance(found, dict)
    return found


def again(rule: Rule) -> Rule:
    document = to_odrl([community(rule)])
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    (found,) = from_odrl(graph).communities
    return found.rules[0]


class TestRules:
    def test_conditions_of_leave_are_duties(self) -> None:
        rule = written(PLAIN, "odrl:permission")
        (duty,) = rule["odrl:duty"]
        action = duty["odrl:action"]
        assert action["rdf:value"] == {"@id": "condition:notify"}
        (refinement,) = action["odrl:refinement"]
        assert refinement["odrl:leftOperand"] == {"@id": "dr:whom"}
        assert refinement["odrl:rightOperand"] == "moderators"

    def test_what_is_demanded_is_the_action_of_a_demand(self) -> None:
        demand = attrs.evolve(PLAIN, stance=Stance.REQUIRED)
        rule = written(demand, "odrl:obligation")
        (action,) = rule["odrl:action"]
        assert action["rdf:value"] == {"@id": "condition:notify"}
        (during,) = rule["odrl:constraint"]
        assert during["odrl:leftOperand"] == {"@id": "dr:activity"}

    def test_a_limit_without_a_named_yes_asks_for_consent(self) -> None:
        limit = attrs.evolve(PLAIN, stance=Stance.PERMISSION_REQUIRED)
        duties = written(limit, "odrl:permission")["odrl:duty"]
        assert duties[-1]["odrl:action"] == {"@id": "odrl:obtainConsent"}
        assert again(limit) == limit

    def test_alternatives_are_one_action(self) -> None:
        either = AnyOf(((NOTIFY, POSTS), (Condition.of(ConditionTerm.WHEN_ASKED),)))
        rule = attrs.evolve(PLAIN, conditions=(either,))
        (duty,) = written(rule, "odrl:permission")["odrl:duty"]
        assert duty["odrl:action"]["rdf:value"] == {"@id": "dr:keepOne"}
        assert again(rule) == rule

    @pytest.mark.parametrize("stance", Stance)
    def test_every_stance_comes_back(self, stance: Stance) -> None:
        rule = attrs.evolve(PLAIN, stance=stance)
        assert again(rule) == rule

    def test_all_that_narrows_a_rule_comes_back(self) -> None:
        rule = attrs.evolve(
            PLAIN,
            relationships=frozenset({Relationship.EMPLOYEE, Relationship.SPEAKER}),
            excepting=Exceptions(
                actors=frozenset({Actor.OPERATOR}),
                relationships=frozenset({Relationship.EQUITY}),
            ),
            in_force=InForce(FuzzyDate.parse("2006-09"), FuzzyDate.parse("2010/2012")),
            overrides=("a-code#its-rule", "another"),
            yields=True,
        )
        assert again(rule) == rule


class TestRefusals:
    @pytest.mark.parametrize("field", ["description", "identifier"])
    def test_a_rule_that_lacks_a_field(self, field: str) -> None:
        document = to_odrl([community(PLAIN)])
        graph = Graph().parse(data=json.dumps(document), format="json-ld")
        rule = URIRef(f"{BASE}data/communities/venue.json#rule")
        graph.remove((rule, URIRef(f"http://purl.org/dc/terms/{field}"), None))
        with pytest.raises(InvalidDocumentError, match=f"dct:{field}"):
            from_odrl(graph)

    def test_policies_of_other_profiles_are_passed_over(self) -> None:
        graph = Graph()
        offer = URIRef("http://www.w3.org/ns/odrl/2/Offer")
        graph.add((URIRef("https://example.org/policy"), RDF.type, offer))
        assert from_odrl(graph) == OdrlEntries(communities=(), codes=())
