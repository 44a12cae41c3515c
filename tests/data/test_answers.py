"""Every community answers a standard set of questions, and none for a fault of its own.

Whoever asks declares all there is to declare: one tie to an organisation that the
registry holds, or one persona, with capacity, country and subject. What remains unknown
then would be the entry's fault.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import disclosure_registry as dr
from disclosure_registry.model import Affiliation, Disclosure, Party, Persona
from disclosure_registry.schema import validate
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    IndustryTie,
    Relationship,
    Status,
    Verdict,
)

DATA = Path(__file__).parents[2] / "data"
ACTIVITIES = (
    Activity.JOIN,
    Activity.POST,
    Activity.PROMOTE,
    Activity.SURVEY,
    Activity.DIRECT_MESSAGE,
)
KINDS = (Actor.PHARMACEUTICAL_COMPANY, Actor.MEDICAL_DEVICE_COMPANY)
PERSONAS = (Actor.PATIENT, Actor.PHYSICIAN, Actor.ACADEMIC_RESEARCHER)
#: A day after all that the registry holds: no rule is uncertain for its date.
DAY = "2026-12-31"


def employee(kind: Actor, registry: dr.Registry) -> Disclosure:
    """Somebody from an organisation of this kind that no code of its own binds."""
    issuers = {code.issuer.organization for code in registry.codes.values()}
    one = next(
        one
        for one in registry.organizations.values()
        if one.kind is kind and not one.parents and one.id not in issuers
    )
    tie = Affiliation(
        organization=Party(one.id, one.name, one.kind),
        surface=one.name,
        kind=one.kind,
        relationship=Relationship.EMPLOYEE,
        status=Status.CURRENT,
    )
    return Disclosure(text=one.name, affiliations=(tie,), industry_tied=IndustryTie.YES)


def person(persona: Actor) -> Disclosure:
    return Disclosure(text=persona, personas=(Persona(actor=persona),))


@pytest.fixture(scope="module")
def registry() -> dr.Registry:
    return dr.load()


@pytest.mark.parametrize("who", [*KINDS, *PERSONAS], ids=str)
def test_no_entry_leaves_somebody_in_doubt_who_declares_everything(
    who: Actor, registry: dr.Registry
) -> None:
    disclosure = employee(who, registry) if who in KINDS else person(who)
    doubtful = []
    for community in registry:
        for activity in ACTIVITIES:
            decision = dr.match(
                community,
                disclosure,
                activity,
                registry=registry,
                on=DAY,
                capacity="for",
                country="US",
                about="own",
            )
            if decision.verdict is Verdict.CANNOT_TELL:
                facts = [(fact.fact, fact.rules) for fact in decision.missing_facts]
                doubtful.append((community, str(activity), facts))

    assert doubtful == []


def test_answers_have_the_shape_of_the_schema(registry: dr.Registry) -> None:
    text = "Marketing at Sanofi US. Views are my own."
    disclosure = dr.read_disclosure(text)
    # One in ten: shapes differ by what is known, hardly by community.
    for community in list(registry)[::10]:
        decision = dr.match(community, disclosure, "promote", registry=registry, on=DAY)
        document = json.loads(json.dumps(decision.to_dict()))
        assert [str(one) for one in validate(document, "decision")] == [], community
