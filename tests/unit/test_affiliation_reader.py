from __future__ import annotations

import textwrap
from functools import cache

import pytest

import disclosure_registry as dr
from disclosure_registry.affiliation import Reader, read_phrases
from disclosure_registry.affiliation._dates import RELEASED
from disclosure_registry.affiliation._lexicon import Lexicon
from disclosure_registry.affiliation.cues import PhraseIndex, variants
from disclosure_registry.errors import InvalidDocumentError, TextTooLongError
from disclosure_registry.gazetteer import Gazetteer
from disclosure_registry.loading import load_reader
from disclosure_registry.text import split
from disclosure_registry.vocabulary import (
    Actor,
    Capacity,
    IndustryTie,
    Place,
    Relationship,
    Status,
)


@cache
def reader() -> Reader:
    return load_reader(dr.load())


def test_texts_of_several_places_are_joined_and_told_apart() -> None:
    disclosure = reader().read({Place.PROFILE: "Novartis employee.", "post": "Hello"})
    assert disclosure.text == "Novartis employee.\n\nHello"
    assert [(s.place, s.start, s.stop) for s in disclosure.sections] == [
        (Place.PROFILE, 0, 18),
        (Place.POST, 20, 25),
    ]
    with pytest.raises(ValueError, match="wall"):
        reader().read({"wall": "x"})
    with pytest.raises(TextTooLongError):
        reader().read({"post": "x" * 600_000, "profile": "y" * 600_000})


LONG = (
    "AB reports grants from Novartis, Bristol-Myers Squibb and Boehringer Ingelheim, "
    "and personal fees from Daiichi Sankyo, outside this work; CD is an employee of "
    "Novo Nordisk and holds shares in the company. EF has served on advisory boards "
    "of Merck KGaA, Eli Lilly and Takeda, and was until 2015 employed by Sanofi. The "
    "other authors have nothing to declare."
)


@pytest.mark.parametrize("width", range(50, 100, 7))
def test_a_statement_is_read_alike_however_its_lines_are_wrapped(width: int) -> None:
    def told(text: str) -> list[tuple[str, Relationship, Status]]:
        return [
            (a.organization.id if a.organization else "", a.relationship, a.status)
            for a in reader().read(text).affiliations
        ]

    assert told(textwrap.fill(LONG, width)) == told(LONG)
    assert told(textwrap.fill(LONG, width, subsequent_indent="      ")) == told(LONG)


def test_a_former_profession_is_a_persona_and_no_tie_to_the_firm() -> None:
    disclosure = reader().read("Director, Communications, Pfizer; former journalist")
    assert [(p.actor, p.status) for p in disclosure.personas] == [
        (Actor.JOURNALIST, Status.FORMER)
    ]
    assert [a.status for a in disclosure.affiliations] == [Status.CURRENT]


def test_an_employer_without_a_name_is_a_tie_all_the_same() -> None:
    (claim,) = reader().read("These are not my employer's views.").affiliations
    assert claim.organization is None
    assert claim.kind is None
    assert claim.relationship is Relationship.EMPLOYEE
    assert "my employer" in claim.surface


def test_a_disclaimer_changes_the_capacity_and_never_the_tie() -> None:
    plain = reader().read("I work for Novartis.")
    private = reader().read("I work for Novartis. Views my own.")
    assert plain.affiliations == private.affiliations
    assert plain.industry_tied is private.industry_tied is IndustryTie.YES
    assert plain.capacity is None
    assert private.capacity is Capacity.PRIVATE


def test_a_shared_name_keeps_its_candidates() -> None:
    (claim,) = reader().read("I consult for Merck.").affiliations
    assert claim.organization is None
    assert len(claim.candidates) > 1
    assert claim.kind is Actor.PHARMACEUTICAL_COMPANY


def test_the_agency_names_its_client() -> None:
    disclosure = reader().read("I work at Edelman. Clients include Novartis.")
    agency = next(a for a in disclosure.affiliations if a.kind is Actor.AGENCY)
    assert agency.client is not None
    assert agency.client.id == "novartis"


def test_the_country_of_a_branch_is_kept() -> None:
    disclosure = reader().read("Marketing at sanofi-aventis US")
    assert disclosure.affiliations[0].countries == ("US",)
    assert disclosure.countries == ("US",)


def test_an_unknown_firm_has_the_kind_that_its_name_tells() -> None:
    (sure,) = reader().read("Founder of Larkspur Therapeutics").affiliations
    assert sure.kind is Actor.BIOTECH_COMPANY
    doubt = reader().read("Founder of Larkspur Bio, building better medicines")
    assert doubt.industry_tied is IndustryTie.UNCLEAR


def test_dates_are_kept() -> None:
    disclosure = reader().read("Non-executive director of Genmab until 2019")
    claim = disclosure.affiliations[0]
    assert claim.status is Status.FORMER
    assert str(claim.until) == "2019"


def test_a_wish_is_left_open_and_claimed_by_nobody() -> None:
    disclosure = reader().read("Hoping to work at Novartis one day.")
    assert disclosure.affiliations == ()
    assert [item.surface for item in disclosure.unresolved] == ["Novartis"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I work for Novartis.", "en"),
        ("Ich arbeite bei Novartis.", "de"),
        ("Je travaille chez Novartis.", "fr"),
        ("Trabajo en Novartis.", "es"),
        ("Lavoro presso Novartis.", "it"),
        ("Ik werk bij Novartis.", "nl"),
        ("Trabalho na Novartis.", "pt"),
        ("Jag jobbar hos Novartis.", "sv"),
        ("Nothing to see here.", None),
    ],
)
def test_the_language_is_told_by_the_words(text: str, language: str | None) -> None:
    assert reader().read(text).language == language


def test_the_explanation_marks_claims_and_names_rules() -> None:
    text = "ex-GSK | I work for Novartis. Hoping to work at Roche. Views mine."
    shown = reader().read(text).explain()
    assert "ex-[GSK]1" in shown
    assert "Novartis (pharmaceutical-company): employee, current" in shown
    assert "left open: 'Roche'" in shown
    assert shown.endswith("tied to the health industry: yes")


def test_choices_of_a_phrase_are_kept_as_choices() -> None:
    assert variants("ex|used_to_be at?") == [
        (("ex",), ("at",)),
        (("ex",),),
        (("used",), ("to",), ("be",), ("at",)),
        (("used",), ("to",), ("be",)),
    ]


def test_the_longest_phrase_wins() -> None:
    phrases = read_phrases(
        {
            "language": "en",
            "markers": ["the"],
            "cues": [
                {"function": "title", "phrases": ["head"]},
                {"function": "tie", "phrases": ["head|lead of research"]},
            ],
        }
    )
    index = PhraseIndex([phrases])
    keys = split("Lead of research and head").keys
    found = index.match(keys, 0, len(keys))
    assert found is not None
    assert found[0] == 3
    assert index.match(keys, 4, len(keys)) is not None
    assert index.match(keys, 3, len(keys)) is None


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        ({}, "/language"),
        ({"language": "en", "markers": []}, "/cues"),
        ({"language": "", "markers": [], "cues": []}, "/language"),
        ({"language": "en", "markers": [], "cues": [1]}, "/cues/0"),
        (
            {"language": "en", "markers": [], "cues": [{"phrases": ["x"]}]},
            "/cues/0/function",
        ),
        (
            {"language": "en", "markers": [], "cues": [{"function": "tie"}]},
            "/cues/0/phrases",
        ),
        (
            {
                "language": "en",
                "markers": [],
                "cues": [{"function": "x", "phrases": ["x"]}],
            },
            "/cues/0/function",
        ),
        (
            {
                "language": "en",
                "markers": [],
                "cues": [{"function": "tie", "flags": ["x"], "phrases": ["x"]}],
            },
            "/cues/0/flags",
        ),
        (
            {
                "language": "en",
                "markers": [],
                "cues": [{"function": "tie", "colour": 1, "phrases": ["x"]}],
            },
            "/cues/0/colour",
        ),
        (
            {"language": "en", "markers": [], "cues": [], "words": ["the"]},
            "/words",
        ),
        (
            {"language": "en", "markers": [], "cues": [], "words": {"colours": []}},
            "/words/colours",
        ),
        (
            {"language": "en", "markers": [], "cues": [], "words": {"numbers": "two"}},
            "/words/numbers",
        ),
        (
            {
                "language": "en",
                "markers": [],
                "cues": [],
                "words": {"numbers": ["two", "Three"]},
            },
            "/words/numbers/1",
        ),
        (
            {"language": "en", "markers": [], "cues": [], "months": [["jan"]]},
            "/months",
        ),
        (
            {"language": "en", "markers": [], "cues": [], "months": [["Jan"]] * 12},
            "/months/0/0",
        ),
    ],
)
def test_a_fault_in_phrases_is_named_by_its_place(
    document: dict[str, object], pointer: str
) -> None:
    with pytest.raises(InvalidDocumentError) as raised:
        read_phrases(document)
    assert raised.value.pointer == pointer


def test_a_reader_without_names_and_phrases_reads_nothing() -> None:
    assert Reader(Gazetteer([]), []).read("I work for Novartis.").affiliations == ()


def test_a_tie_told_in_two_places_is_told_twice() -> None:
    disclosure = reader().read(
        {"profile": "I work for Sanofi.", "post": "I work for Sanofi, so weigh this."}
    )
    assert [
        claim.organization.id for claim in disclosure.affiliations if claim.organization
    ] == [
        "sanofi",
        "sanofi",
    ]


def test_a_name_as_a_flair_is_the_tie_that_the_profile_tells() -> None:
    disclosure = reader().read({"flair": "Sanofi", "profile": "I work for Sanofi."})
    assert {claim.status for claim in disclosure.affiliations} == {Status.CURRENT}
    assert {claim.rule for claim in disclosure.affiliations} == {"again", "tie"}


#: A language of which the code knows nothing.
DANISH: dict[str, object] = {
    "language": "da",
    "markers": ["og", "jeg", "er", "hos", "ikke", "det", "som", "til"],
    "words": {
        "definite-articles": ["den", "det", "de"],
        "indefinite-articles": ["en", "et"],
        "first-person-possessives": ["min", "mit", "mine"],
        "other-possessives": ["din", "dit", "vores"],
        "prepositions-at": ["hos"],
        "prepositions-other": ["om"],
        "be": ["er"],
    },
    "cues": [
        {"function": "tie", "phrases": ["arbejder|ansat hos"]},
        {"function": "title", "phrases": ["kemiker", "direktor"]},
        {"function": "connector", "flags": ["firm"], "phrases": ["hos", "i"]},
        {"function": "article", "phrases": ["en", "et", "min|mit|mine"]},
        {"function": "copula", "phrases": ["er", "jeg er"]},
        {"function": "self", "phrases": ["jeg"]},
    ],
}
OWN = ["Jeg arbejder hos Novartis.", "Kemiker hos Novartis", "Jeg er kemiker hos Roche"]
ANOTHER_S = [
    "Jeg takker den kemiker hos Novartis",
    "Jeg mødte en kemiker hos Novartis",
    "Bogen er om en kemiker hos Novartis",
    "Mødte min kemiker hos Novartis i går",
    "Vores kemiker hos Novartis er glad",
]


def tied_in_danish(document: dict[str, object], text: str) -> bool:
    registry = dr.load()
    names = Gazetteer([registry.organizations[one] for one in ("novartis", "roche")])
    languages = [registry.phrases["en"], document]
    danish = Reader(names, [read_phrases(one) for one in languages])
    return bool(danish.read(text).affiliations)


def test_a_new_language_brings_its_small_words_in_its_file() -> None:
    assert [text for text in OWN if not tied_in_danish(DANISH, text)] == []
    assert [text for text in ANOTHER_S if tied_in_danish(DANISH, text)] == []


def test_a_language_without_small_words_still_reads() -> None:
    without = {key: value for key, value in DANISH.items() if key != "words"}

    assert [text for text in OWN if not tied_in_danish(without, text)] == []
    assert any(tied_in_danish(without, text) for text in ANOTHER_S)


def test_the_lexicon_joins_the_words_of_its_languages_and_keeps_them_apart() -> None:
    registry = dr.load()
    documents = [registry.phrases["en"], registry.phrases["de"], DANISH]
    lexicon = Lexicon([read_phrases(one) for one in documents])

    assert {"my", "mein", "min"} <= lexicon.mine
    assert lexicon.indefinite_of["da"] == {"en", "et"}
    assert "en" not in lexicon.indefinite_of["de"]
    assert Lexicon([]).mine == frozenset()
    assert Lexicon([]).indefinite_of == {}


def test_what_ends_in_the_year_of_the_release_or_later_may_go_on() -> None:
    assert f"{RELEASED - 2000}." == dr.__version__[:3]
    for year, status in ((RELEASED - 1, Status.FORMER), (RELEASED, Status.UNCLEAR)):
        for text in ("Engineer at Novartis until {}", "Engineer, Novartis, 2019-{}"):
            (tie,) = reader().read(text.format(year)).affiliations
            assert tie.status is status
