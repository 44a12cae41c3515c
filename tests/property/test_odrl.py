"""ODRL: what is written is sound, and read back decides every question the same.

`DISCLOSURE_REGISTRY_ODRL_COMMUNITIES=1000` asks the standard questions of every
community; without it of some.
"""

from __future__ import annotations

import json
import os
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pyshacl
import pytest
from hypothesis import given, settings
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, SKOS

import strategies as build
from disclosure_registry import load
from disclosure_registry.codec import code_to, community_to
from disclosure_registry.decision import Circumstances
from disclosure_registry.export.odrl import BASE, from_odrl, profile, to_odrl
from disclosure_registry.matching import Matcher
from disclosure_registry.model import (
    Affiliation,
    Code,
    Community,
    Disclosure,
    Party,
    Period,
    Persona,
)
from disclosure_registry.registry import Registry
from disclosure_registry.vocabulary import (
    KINDS,
    PERSONAS,
    STANDARD_ACTIVITIES,
    Capacity,
    Relationship,
    Status,
)

#: rdflib's reader of JSON-LD uses a class that rdflib itself has given up.
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:rdflib.*", "ignore::DeprecationWarning:pyshacl.*"
)

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
ODRL = Namespace("http://www.w3.org/ns/odrl/2/")
DR = Namespace(f"{BASE}schemas/odrl-profile.ttl#")

#: How many communities are asked the standard questions.
COMMUNITIES = int(os.environ.get("DISCLOSURE_REGISTRY_ODRL_COMMUNITIES", "5"))

ON = date(2026, 11, 20)


def parsed(document: dict[str, Any]) -> Graph:
    return Graph().parse(data=json.dumps(document), format="json-ld")


@cache
def whole() -> Graph:
    """The shipped registry as a graph."""
    registry = load()
    return parsed(to_odrl(registry.values(), registry.codes.values()))


@cache
def read_back() -> Registry:
    entries = from_odrl(whole())
    return Registry.of(
        entries.communities,
        codes=entries.codes,
        organizations=load().organizations.values(),
    )


def unordered(document: object) -> object:
    """A document in which order and repetition are nothing, as they are in RDF."""
    if isinstance(document, dict):
        return {
            name: _months(value) if name == "ties_within" else unordered(value)
            for name, value in document.items()
        }
    if isinstance(document, list):
        spelt = {json.dumps(unordered(each), sort_keys=True) for each in document}
        return sorted(spelt)
    return document


def _months(text: str) -> list[int]:
    period = Period.parse(text)
    return [period.months, period.days]


# --- the round trip -----------------------------------------------------------------


def test_every_entry_comes_back() -> None:
    held, found = load(), read_back()
    assert set(found) == set(held)
    assert set(found.codes) == set(held.codes)
    for name, community in held.items():
        assert unordered(community_to(found[name])) == unordered(
            community_to(community)
        )
    for name, code in held.codes.items():
        assert unordered(code_to(found.codes[name])) == unordered(code_to(code))


@settings(max_examples=25, deadline=None)
@given(build.communities())
def test_any_community_comes_back(community: Community) -> None:
    (again,) = from_odrl(parsed(to_odrl([community]))).communities
    assert unordered(community_to(again)) == unordered(community_to(community))


@settings(max_examples=25, deadline=None)
@given(build.codes())
def test_any_code_comes_back(code: Code) -> None:
    (again,) = from_odrl(parsed(to_odrl(codes=[code]))).codes
    assert unordered(code_to(again)) == unordered(code_to(code))


def test_another_serialisation_says_the_same() -> None:
    community = load()["tudiabetes"]
    graph = parsed(to_odrl([community]))
    again = Graph().parse(data=graph.serialize(format="turtle"), format="turtle")
    (found,) = from_odrl(again).communities
    assert unordered(community_to(found)) == unordered(community_to(community))


def standard_people() -> list[Disclosure]:
    """Somebody of each kind of organisation, each persona, and nobody in particular."""
    employees = [
        Disclosure(
            affiliations=(
                Affiliation(
                    organization=Party(f"some-{kind}", f"Some {kind}", kind),
                    surface=f"Some {kind}",
                    kind=kind,
                    relationship=Relationship.EMPLOYEE,
                    status=Status.CURRENT,
                ),
            )
        )
        for kind in KINDS
    ]
    personas = [Disclosure(personas=(Persona(actor=actor),)) for actor in PERSONAS]
    return [Disclosure(), *employees, *personas]


@pytest.mark.parametrize(
    "circumstances",
    [
        Circumstances(on=ON),
        Circumstances(on=ON, capacity=Capacity.FOR, country="GB"),
    ],
    ids=["nothing more said", "for the company, in Britain"],
)
def test_standard_questions_are_decided_the_same(circumstances: Circumstances) -> None:
    before, after = Matcher(load()), Matcher(read_back())
    names = sorted(load())
    chosen = Random(7).sample(names, min(COMMUNITIES, len(names)))
    for name in ["tudiabetes", *chosen]:
        for person in standard_people():
            for activity in STANDARD_ACTIVITIES:
                one, other = (
                    matcher.decide(name, person, activity, circumstances)
                    for matcher in (before, after)
                )
                assert _essence(one) == _essence(other), (name, person, activity)


def _essence(decision: Any) -> tuple[object, ...]:
    return (
        decision.verdict,
        decision.at_worst,
        decision.at_best,
        decision.certainty,
        {(each.rule, each.decisive) for each in decision.reasons},
    )


# --- the graph ----------------------------------------------------------------------


def test_expected_triples() -> None:
    graph = whole()
    entry = f"{BASE}data/communities/tudiabetes.json"
    policy = URIRef(entry)
    assert (policy, RDF.type, ODRL.Offer) in graph
    assert (policy, ODRL.profile, URIRef(f"{BASE}schemas/odrl-profile.ttl")) in graph
    assert (policy, DCTERMS.title, Literal("TuDiabetes")) in graph
    for rule in load()["tudiabetes"].rules:
        node = URIRef(f"{entry}#{rule.id}")
        assert (node, DCTERMS.description, Literal(rule.summary)) in graph
        stance = URIRef(f"{BASE}data/vocabulary/stances.json#{rule.stance}")
        assert (node, DR.stance, stance) in graph
        for actor in rule.actors:
            party = URIRef(f"{BASE}data/vocabulary/actors.json#{actor}")
            assert (node, ODRL.assignee, party) in graph


def test_what_stances_become() -> None:
    """In numbers: each rule hangs on its policy by the property of its stance."""
    registry, graph = load(), whole()
    entries: list[Community | Code] = [*registry.values(), *registry.codes.values()]
    stances = [rule.stance for entry in entries for rule in entry.rules]
    for properties, expected in [
        (ODRL.permission, {"permitted", "conditional", "permission-required"}),
        (ODRL.prohibition, {"prohibited"}),
        (ODRL.obligation, {"required"}),
        (DR.discouragement, {"discouraged"}),
        (DR.advice, {"advised"}),
    ]:
        written = len(list(graph.subject_objects(properties)))
        assert written == sum(stance in expected for stance in stances)


def test_a_yes_that_is_needed_is_a_duty_to_obtain_consent() -> None:
    profile_graph = Graph().parse(SCHEMAS / "odrl-profile.ttl")
    consent = {
        ODRL.obtainConsent,
        *profile_graph.subjects(ODRL.includedIn, ODRL.obtainConsent),
    }
    stance = URIRef(f"{BASE}data/vocabulary/stances.json#permission-required")
    for rule in whole().subjects(DR.stance, stance):
        actions = {
            whole().value(action, RDF.value) or action
            for duty in whole().objects(rule, ODRL.duty)
            for action in whole().objects(duty, ODRL.action)
        }
        assert actions & consent, rule


# --- the profile and the shapes -----------------------------------------------------


def test_the_profile_is_that_of_the_vocabulary() -> None:
    written = (SCHEMAS / "odrl-profile.ttl").read_text(encoding="utf-8")
    assert written == profile(), (
        "Write disclosure_registry.export.odrl.profile() to schemas/odrl-profile.ttl."
    )


def test_iris_lead_to_places_in_the_repository() -> None:
    """Each IRI under the base is a file, and its fragment an id in that file."""
    found: dict[str, set[str]] = {}
    for triple in whole():
        for node in triple:
            if isinstance(node, URIRef) and str(node).startswith(BASE):
                file, _, fragment = str(node).removeprefix(BASE).partition("#")
                found.setdefault(file, set()).add(fragment)
    assert found
    for file, fragments in found.items():
        assert _ids(file) >= fragments - {""}, file


def _ids(file: str) -> set[str]:
    path = ROOT / file
    if path.suffix == ".ttl":
        graph = Graph().parse(path)
        return {
            str(node).removeprefix(f"{BASE}{file}#")
            for node in graph.subjects(SKOS.definition)
        }
    document = json.loads(path.read_text(encoding="utf-8"))
    if file.startswith("data/vocabulary/"):
        return {term["id"] for term in document["terms"]}
    return {
        "community",
        "space",
        "issuer",
        *(rule["id"] for rule in document.get("rules", ())),
        *(f"sources/{source['id']}" for source in document["sources"]),
    }


def shapes() -> Graph:
    return Graph().parse(SCHEMAS / "odrl-shapes.ttl")


def conforms(graph: Graph) -> tuple[bool, str]:
    profile_graph = Graph().parse(SCHEMAS / "odrl-profile.ttl")
    sound, _, told = pyshacl.validate(graph + profile_graph, shacl_graph=shapes())
    return sound, told


def test_policies_have_the_shapes_of_the_profile() -> None:
    registry = load()
    names = sorted(registry)
    chosen = Random(11).sample(names, min(COMMUNITIES, len(names)))
    codes = sorted(registry.codes)[:: max(1, len(registry.codes) // COMMUNITIES)]
    document = to_odrl(
        [registry[name] for name in ("tudiabetes", *chosen)],
        [registry.codes[name] for name in codes],
    )
    sound, told = conforms(parsed(document))
    assert sound, told


RULE = f"{BASE}data/communities/tudiabetes.json"


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("odrl:assigner", "assigner"),
        ("odrl:profile of another", "profile"),
        ("odrl:assignee", "names whom it is for"),
        ("odrl:action", "names an action"),
        ("dr:evidence", "has evidence"),
        ("dr:stance", "stance"),
    ],
)
def test_a_spoilt_policy_is_found_out(spoilt: str, told: str) -> None:
    document = to_odrl([load()["tudiabetes"]])
    (policy,) = document["@graph"]
    name, _, another = spoilt.partition(" of ")
    if another:
        policy[name] = [policy[name], {"@id": "https://example.org/profile"}]
    elif name in policy:
        del policy[name]
    else:
        for rule in policy["odrl:prohibition"]:
            del rule[name]
    sound, report = conforms(parsed(document))
    assert not sound
    assert told in report
