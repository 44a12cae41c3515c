from __future__ import annotations

import pytest

from disclosure_registry.gazetteer import Gazetteer, Strength
from disclosure_registry.model import Names, Organization
from disclosure_registry.text import Form
from disclosure_registry.vocabulary import Actor


def _organization(
    identifier: str,
    *strong: str,
    weak: tuple[str, ...] = (),
    domains: tuple[str, ...] = (),
    kind: Actor = Actor.PHARMACEUTICAL_COMPANY,
) -> Organization:
    return Organization(
        id=identifier,
        name=(strong + weak)[0],
        kind=kind,
        names=Names(strong=strong, weak=weak),
        domains=domains,
    )


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(
        [
            _organization("pfizer", "Pfizer", "Pfizer Inc.", domains=("pfizer.com",)),
            _organization("bristol", "Bristol Myers Squibb", "BMS"),
            _organization("reddy", "Dr. Reddy's Laboratories", "Dr. Reddy's"),
            _organization("merck-co", "Merck & Co.", "MSD", weak=("Merck",)),
            _organization("merck-kgaa", "Merck KGaA", weak=("Merck",)),
            _organization("roche", "Roche", domains=("roche.com",)),
            _organization(
                "rochester", "University of Rochester", kind=Actor.ACADEMIC_INSTITUTION
            ),
            _organization("astra", "AstraZeneca", "sanofi-aventis"),
            _organization("sigma", "Sigma Ltd"),
            _organization("boehringer", "Boehringer Ingelheim"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "surface", "identifier"),
    [
        ("I like Pfizer.", "Pfizer", "pfizer"),
        ("PFIZER", "PFIZER", "pfizer"),
        ("at Pfizer Inc., Berlin", "Pfizer Inc", "pfizer"),
        ("Bristol-Myers Squibb rocks", "Bristol-Myers Squibb", "bristol"),
        ("dr.reddy's", "dr.reddy's", "reddy"),
        ("University of Rochester", "University of Rochester", "rochester"),
        ("Astra Zeneca", "Astra Zeneca", "astra"),
        ("Merck KGaA, Darmstadt", "Merck KGaA", "merck-kgaa"),
        ("Sigma Ltd.", "Sigma Ltd", "sigma"),
        ("Pf\u200bizer", "Pf\u200bizer", "pfizer"),
    ],
)
def test_a_name_is_found_with_its_span(
    gazetteer: Gazetteer, text: str, surface: str, identifier: str
) -> None:
    (mention,) = gazetteer.find(text)
    assert text[mention.span.start : mention.span.stop] == mention.surface == surface
    assert [party.id for party in mention.organizations] == [identifier]


@pytest.mark.parametrize(
    "text",
    [
        "in Rochester",
        "bms are black metal singers",
        "merck",
        "Pfizerish",
        "Roche Foundation",
        "Roche Bobois",
        "FC Roche",
        "",
        "no. names at all",
    ],
)
def test_what_is_no_name_of_ours_is_left_alone(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.find(text) == ()


def test_a_name_that_two_share_keeps_both_and_is_weak(gazetteer: Gazetteer) -> None:
    (mention,) = gazetteer.find("Merck")
    assert {party.id for party in mention.organizations} == {"merck-co", "merck-kgaa"}
    assert mention.strength is Strength.WEAK


def test_cutting_a_legal_form_never_makes_a_word_strong(gazetteer: Gazetteer) -> None:
    (mention,) = gazetteer.find("Sigma")
    assert mention.strength is Strength.WEAK


def test_a_country_behind_the_name_is_told(gazetteer: Gazetteer) -> None:
    (mention,) = gazetteer.find("with sanofi-aventis US")
    assert mention.surface == "sanofi-aventis US"
    assert mention.countries == ("US",)


@pytest.mark.parametrize(
    ("text", "identifier", "form"),
    [
        ("@pfizer", "pfizer", Form.HANDLE),
        ("@Pfizer_UK", "pfizer", Form.HANDLE),
        ("#Roche", "roche", Form.HASHTAG),
        ("@BoehringerIngelheim", "boehringer", Form.HANDLE),
        ("https://www.roche.com/careers", "roche", Form.ADDRESS),
        ("a@mail.pfizer.com", "pfizer", Form.MAIL),
    ],
)
def test_handles_and_addresses_are_found(
    gazetteer: Gazetteer, text: str, identifier: str, form: Form
) -> None:
    (mention,) = gazetteer.find(text)
    assert mention.organizations[0].id == identifier
    assert mention.form is form


def test_one_slip_of_the_pen_is_forgiven_in_long_names_only(
    gazetteer: Gazetteer,
) -> None:
    assert gazetteer.near("BoerhingerIngelheim")
    assert gazetteer.near("Astrazenca")
    assert gazetteer.near("Rohce") == ()
    assert gazetteer.near("Pfizzer") == ()


def test_each_strong_name_has_a_sign_to_be_looked_for(gazetteer: Gazetteer) -> None:
    assert {"pfizer", "bristolmyerssquibb"} <= gazetteer.anchors(tuple(Actor))
    assert {"bristolmyers", "astrazeneca"} <= gazetteer.pairs(tuple(Actor))
    assert "merck" not in gazetteer.anchors(tuple(Actor))


def test_names_are_looked_up_in_any_case(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("PFIZER INC")[0].id == "pfizer"
    assert gazetteer.lookup("nobody") == ()
    assert len(gazetteer) == len(tuple(gazetteer))
