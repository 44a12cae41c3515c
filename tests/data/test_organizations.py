"""The organisations: sound records, canonical files, no name that accuses by chance.

A wrong kind, parent or name makes the reader take somebody for a company's, so these
tests are hard on names: what is also a word, a surname or an abbreviation must be weak.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest

from disclosure_registry.gazetteer import LEGAL_FORMS, Gazetteer
from disclosure_registry.model import Names, Organization
from disclosure_registry.model.dates import FuzzyDate
from disclosure_registry.schema import validate
from disclosure_registry.text import key_of
from disclosure_registry.vocabulary import Actor

ROOT: Final = Path(__file__).parents[2]
FILES: Final = sorted((ROOT / "data" / "organizations").glob("*.json"))

Record = dict[str, Any]


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Strong although it has fewer than four letters: nothing else is called so where
#: people speak of health or of the media. Reviewed by hand.
SHORT: Final = frozenset({"FDA", "GSK", "J&J", "JnJ", "P&G", "Rx&D", "W2O"})

#: Strong although it is an abbreviation of four capitals. Reviewed by hand.
ACRONYMS: Final = words(
    """
    ABHI ABPI AHIP AIFA ASCO BCBS BGMA CNRS CRUK DKFZ DMSG ECDC EDQM EMBL EPFL ESMO
    GHLF JDRF JPMA MFDS MHRA NCPA NHSX NMPA NRAS PAGB PAHO PMDA RNIB RNID UCLA UCLH UCSD
    UCSF UPMC
    """
)

#: Strong although a word list or a list of surnames has it: in texts it is the
#: organisation. Reviewed by hand; keep it short: a weak name still counts beside a cue.
REVIEWED: Final = frozenset(
    {
        "Accord Healthcare",
        "Alliance Boots",
        "Altos Labs",
        "Arthritis Foundation",
        "Aspen Institute",
        "Ballad Health",
        "Banner Health",
        "Bard Medical",
        "Branding Science",
        "Bright Health",
        "Broad Institute",
        "Brown University",
        "Canon Medical",
        "Cardinal Health",
        "Cell Press",
        "Cello Health",
        "Chemist Warehouse",
        "Clicks Group",
        "Compass Pathways",
        "Cook Incorporated",
        "Cook Medical",
        "Cooper Vision",
        "Definitive Healthcare",
        "Dignity Health",
        "Discovery Health",
        "Duke University",
        "ERGO Group",
        "Encompass Health",
        "Epic Systems",
        "Epilepsy Action",
        "Epilepsy Foundation",
        "Epilepsy Society",
        "Establishment Labs",
        "Express Scripts",
        "Fierce Healthcare",
        "Fisher Scientific",
        "Forest Laboratories",
        "Forest Labs",
        "Foundation Medicine",
        "Gates Foundation",
        "General Electric",
        "Gore Medical",
        "Haemophilia Society",
        "Hall & Partners",
        "Health Mart",
        "Hims & Hers",
        "Hinge Health",
        "ICON Clinical",
        "Internet Brands",
        "Kindred Healthcare",
        "Lucid Group",
        "Lucid Motors",
        "Lupin Limited",
        "Mass General",
        "Mended Hearts",
        "Mentor Worldwide",
        "Merit Medical",
        "Metropolis Healthcare",
        "Migraine Trust",
        "Molecular Partners",
        "NICE Systems",
        "Northwestern University",
        "Nucleus Global",
        "Open Orphan",
        "Oracle Corporation",
        "Outset Medical",
        "Pall Corporation",
        "Partners HealthCare",
        "Patient.info",
        "Physicians Interactive",
        "Practice Fusion",
        "Prestige Brands",
        "Prime Global",
        "Psych Central",
        "Quest Software",
        "Quotient Limited",
        "Quotient Sciences",
        "SAGE Publishing",
        "SKIM Group",
        "Sage Group",
        "Sage Publications",
        "Scholar Rock",
        "Sigma Healthcare",
        "Smith+Nephew",
        "Smiths Medical",
        "Sonic Healthcare",
        "Spire Healthcare",
        "Stack Overflow",
        "Stroke Association",
        "Stupid Cancer",
        "Sunrise Medical",
        "Sword Health",
        "Tandem Diabetes",
        "Temple University",
        "Tenet Healthcare",
        "Trinity Health",
        "Tufts University",
        "United Healthcare",
        "United Imaging",
        "Versus Arthritis",
        "Waters Corporation",
        "West-Ward",
        "Wright Medical",
        "Zinc Ahead",
    }
)

#: Behind these a two-word name is a company's even if both words are everyday ones.
SECTOR: Final = words(
    """
    bio biologics biopharma biopharmaceuticals biosciences bioscience biotech
    biotechnologies biotechnology biotherapeutic biotherapeutics chemist diagnostics
    farma genetics genomics immunotherapeutics lifesciences medicines neuroscience
    neurosciences oncology pharma pharmaceutical pharmaceuticals pharmacy surgical
    technology therapeutic therapeutics
    """
)


@cache
def records() -> tuple[Record, ...]:
    return tuple(
        record
        for path in FILES
        for record in json.loads(path.read_text(encoding="utf-8"))["organizations"]
    )


@cache
def by_id() -> dict[str, Record]:
    return {record["id"]: record for record in records()}


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(
        Organization(
            id=record["id"],
            name=record["name"],
            kind=Actor(record["kind"]),
            names=Names(
                strong=tuple(record["names"].get("strong", ())),
                weak=tuple(record["names"].get("weak", ())),
            ),
            domains=tuple(record.get("domains", ())),
        )
        for record in records()
    )


@cache
def listed(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def names(record: Record, *strengths: str) -> list[str]:
    return [
        name for strength in strengths for name in record["names"].get(strength, ())
    ]


def strong_names() -> Iterator[tuple[str, str]]:
    for record in records():
        for name in names(record, "strong"):
            yield record["id"], name


@cache
def owners_by_key() -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for identifier, name in strong_names():
        owners[key_of(name)].add(identifier)
    return dict(owners)


def without_legal_form(name: str) -> str:
    parts = key_of(name).split()
    while len(parts) > 1 and parts[-1] in LEGAL_FORMS:
        parts.pop()
    return " ".join(parts)


def is_word_or_surname(key: str) -> bool:
    return key in listed("everyday-words.txt") or key in listed("surnames.txt")


# -- the files ---------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_valid_by_its_schema(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    found = validate(document, "organizations")
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_has_its_one_spelling(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    document = json.loads(text)
    document["organizations"].sort(key=lambda record: record["id"])
    assert text == json.dumps(document, indent=2, ensure_ascii=False) + "\n", (
        f"write {path.name} sorted by id, with json.dumps(indent=2, ensure_ascii=False)"
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_record_stands_in_the_file_of_its_first_character(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    for record in document["organizations"]:
        first = record["id"][0]
        assert path.stem == (first if first.isalpha() else "0"), record["id"]


def test_ids_are_unique() -> None:
    ids = [record["id"] for record in records()]
    assert len(ids) == len(set(ids))


# -- what a record says ------------------------------------------------------------


def test_the_name_to_show_is_one_of_the_names() -> None:
    for record in records():
        assert record["name"] in names(record, "strong", "weak"), record["id"]


def test_a_name_is_strong_or_weak_never_both_and_said_once() -> None:
    for record in records():
        keys = [key_of(name) for name in names(record, "strong", "weak")]
        assert len(keys) == len(set(keys)), record["id"]


def test_parents_and_forerunners_resolve() -> None:
    known = by_id()
    for record in records():
        for parent in record.get("parents", ()):
            assert parent["organization"] in known, record["id"]
        for forerunner in record.get("successor_of", ()):
            assert forerunner in known, record["id"]


def test_nobody_owns_itself_even_through_others() -> None:
    known = by_id()

    def owners(identifier: str) -> list[str]:
        return [p["organization"] for p in known[identifier].get("parents", ())]

    for start in known:
        seen: set[str] = set()
        todo = owners(start)
        while todo:
            owner = todo.pop()
            assert owner != start, start
            if owner not in seen:
                seen.add(owner)
                todo += owners(owner)


def test_days_are_in_order() -> None:
    for record in records():
        for parent in record.get("parents", ()):
            since, until = (
                FuzzyDate.parse(parent[key]) if key in parent else None
                for key in ("from", "until")
            )
            if since and until:
                assert since.earliest < until.latest, record["id"]
        if "ended" in record:
            FuzzyDate.parse(record["ended"])


def test_owners_follow_one_another() -> None:
    for record in records():
        dated = [parent for parent in record.get("parents", ()) if "from" in parent]
        dated.sort(key=lambda parent: str(parent["from"]))
        for earlier, later in pairwise(dated):
            assert "until" in earlier, record["id"]
            until, since = earlier["until"], later["from"]
            assert FuzzyDate.parse(until).earliest <= FuzzyDate.parse(since).latest


def test_evidence_or_an_honest_note() -> None:
    for record in records():
        told = "general knowledge" in record.get("notes", "")
        assert record.get("evidence") or told, record["id"]


def test_no_domain_is_claimed_twice() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for record in records():
        for domain in record.get("domains", ()):
            owners[domain].append(record["id"])
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_no_identifier_is_claimed_twice() -> None:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in records():
        for pair in record.get("identifiers", {}).items():
            owners[pair].append(record["id"])
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


# -- names that accuse by chance ---------------------------------------------------


def test_no_strong_name_is_claimed_by_two_records() -> None:
    assert {k: v for k, v in owners_by_key().items() if len(v) > 1} == {}


def test_names_of_fewer_than_four_letters_are_weak() -> None:
    short = {
        name
        for _, name in strong_names()
        if key_of(name).replace(" ", "").isascii()
        and len(key_of(name).replace(" ", "")) < 4
    }
    assert short - SHORT == set()


def test_abbreviations_of_four_capitals_and_tickers_are_weak() -> None:
    found = {
        name
        for _, name in strong_names()
        if len(name) == 4 and name.isascii() and name.isalpha() and name.isupper()
    }
    assert found - ACRONYMS == set()


def test_everyday_words_and_surnames_are_weak() -> None:
    found = {name for _, name in strong_names() if is_word_or_surname(key_of(name))}
    assert found - REVIEWED == set()


def test_no_everyday_word_or_surname_is_read_as_a_misspelt_name() -> None:
    # Mend by adding the word to `no-slips` of its language in data/phrases.
    near = gazetteer().near
    phrases = (ROOT / "data" / "phrases").glob("*.json")
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in phrases]
    known = {word for document in documents for word in document["words"]["no-slips"]}
    words = listed("everyday-words.txt") | listed("surnames.txt")
    assert {word for word in words - known if near(word)} == set()


def test_two_everyday_words_are_weak_unless_the_second_names_the_trade() -> None:
    everyday = listed("everyday-words.txt")
    found = set()
    for _, name in strong_names():
        parts = key_of(name).split()
        if len(parts) == 2 and everyday.issuperset(parts) and parts[1] not in SECTOR:
            found.add(name)
    assert found - REVIEWED == set()


def test_what_a_legal_form_leaves_of_a_strong_name_is_not_an_everyday_word() -> None:
    known: dict[str, set[str]] = defaultdict(set)
    for record in records():
        for name in names(record, "strong", "weak"):
            known[key_of(name)].add(record["id"])
    reviewed = {key_of(name) for name in REVIEWED}
    for identifier, name in strong_names():
        rest = without_legal_form(name)
        # Listed as weak, the bare word stays weak when a reader strips the form.
        if is_word_or_surname(rest) and rest not in reviewed:
            assert identifier in known[rest] or known[rest], (identifier, name)


def test_no_name_is_but_a_word_of_the_trade() -> None:
    trade = SECTOR | words(
        "health healthcare medical med medicine hospital clinic care"
    )
    for record in records():
        for name in names(record, "strong", "weak"):
            assert without_legal_form(name) not in trade, record["id"]


def test_a_name_ends_in_no_legal_form_behind_an_and() -> None:
    # A reader that strips legal forms would be left with "Eli Lilly and".
    for identifier, name in strong_names():
        assert not without_legal_form(name).endswith(" and"), (identifier, name)


def test_reviewed_names_are_still_there_and_still_need_the_review() -> None:
    strong = {name for _, name in strong_names()}
    assert strong >= REVIEWED | ACRONYMS | SHORT


@pytest.mark.parametrize(
    "name",
    [
        "Apple",
        "Bayer",
        "Baxter",
        "Abbott",
        "Boots",
        "Calm",
        "Clue",
        "Cook",
        "Endo",
        "Galapagos",
        "Gilead",
        "Google",
        "Horizon",
        "Icon",
        "Inspire",
        "Janssen",
        "Jazz",
        "Juno",
        "Kite",
        "Lilly",
        "Lundbeck",
        "Mentor",
        "Merck",
        "Merz",
        "Meta",
        "Mind",
        "Moderna",
        "Nielsen",
        "Oracle",
        "Orion",
        "Oscar",
        "PPD",
        "Quest",
        "Roche",
        "Sage",
        "Sandoz",
        "Shire",
        "Spectrum",
        "Stryker",
        "Takeda",
        "UCB",
        "Unique",
        "Vertex",
        "Waters",
        "BMS",
        "MSD",
        "AZ",
        "ALK",
        "ADA",
        "Ada",
        "Zoe",
        "Edelman",
        "Chiesi",
        "Illumina",
        "Feedback",
        "ANGLE",
        "Totally",
        "Children with Diabetes",
        "Patients Like Me",
        "UpToDate",
        "Pharmaceutical Product Development",
    ],
)
def test_a_dangerous_name_is_not_strong(name: str) -> None:
    assert key_of(name) not in owners_by_key()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sanofi-aventis US", "sanofi"),
        ("Sanofi US", "sanofi"),
        ("Bristol-Myers Squibb", "bristol-myers-squibb"),
        ("Johnson & Johnson", "johnson-johnson"),
        ("J&J", "johnson-johnson"),
        ("GSK", "gsk"),
        ("GlaxoSmithKline", "gsk"),
        ("Genentech", "genentech"),
        ("Chugai", "chugai-pharmaceutical"),
        ("F. Hoffmann-La Roche", "roche"),
        ("Eli Lilly", "lilly"),
        ("Merck & Co.", "merck-co"),
        ("Merck Sharp & Dohme", "merck-co"),
        ("Merck KGaA", "merck-kgaa"),
        ("Boehringer Ingelheim", "boehringer-ingelheim"),
        ("Novo Nordisk", "novo-nordisk"),
        ("Janssen-Cilag", "janssen"),
        ("W2O Group", "real-chemistry"),
        ("Kantar Health", "oracle-life-sciences"),
        ("inVentiv Medical Communications London", "inventiv-medical-communications"),
        ("Biohaven Ltd.", "biohaven"),
        ("Biohaven Pharmaceuticals", "biohaven-pharmaceuticals"),
        ("Acadia Pharmaceuticals", "acadia-pharmaceuticals"),
        ("Acadia Healthcare", "acadia-healthcare"),
        ("Cadila Healthcare", "zydus-lifesciences"),
        ("Cadila Pharmaceuticals", "cadila-pharmaceuticals"),
        ("G.D. Searle", "g-d-searle"),
        ("The Searle Company", "the-searle-company"),
        ("Schering AG", "schering-ag"),
        ("Schering-Plough", "schering-plough"),
        ("Boehringer Mannheim", "boehringer-mannheim"),
        ("St. Jude Medical", "st-jude-medical"),
        (
            "St. Jude Children's Research Hospital",
            "st-jude-childrens-research-hospital",
        ),
        ("Purdue Pharma", "purdue-pharma"),
        ("Purdue University", "purdue-university"),
        ("ZS Pharma", "zs-pharma"),
        ("ZS Associates", "zs-associates"),
        ("Inspire Medical Systems", "inspire-medical-systems"),
        ("HRA Pharma", "hra-pharma"),
        ("Health Research Authority", "health-research-authority"),
        ("University of Rochester", "university-of-rochester"),
        ("FC Bayern", "fc-bayern-munchen"),
        ("Roche Bobois", "roche-bobois"),
        ("NICE Systems", "nice-systems"),
        ("Johnson Matthey", "johnson-matthey"),
        ("Sainsbury Wellcome Centre", "sainsbury-wellcome-centre"),
        (
            "Robert Wood Johnson University Hospital",
            "robert-wood-johnson-university-hospital",
        ),
        ("Eli Lilly Foundation", "lilly-foundation"),
    ],
)
def test_look_alikes_are_kept_apart(text: str, expected: str) -> None:
    assert owners_by_key()[key_of(text)] == {expected}
    assert [party.id for party in gazetteer().lookup(text)] == [expected]


@pytest.mark.parametrize("identifier", ["merck-co", "merck-kgaa"])
def test_a_bare_merck_is_either(identifier: str) -> None:
    assert "Merck" in names(by_id()[identifier], "weak")


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        ("roche-bobois", "other-organisation"),
        ("apple", "other-organisation"),
        ("reddit", "other-organisation"),
        ("deloitte", "other-organisation"),
        ("barmer", "nonprofit"),
        ("aok", "nonprofit"),
        ("techniker-krankenkasse", "nonprofit"),
        ("assurance-maladie", "nonprofit"),
        ("general-medical-council", "regulator"),
        ("british-medical-association", "professional-body"),
        ("american-society-of-clinical-oncology", "professional-body"),
        ("cochrane", "nonprofit"),
        ("efpia", "trade-association"),
        ("biorestorative-therapies-inc", "biotech-company"),
        ("fda", "regulator"),
        ("ema", "regulator"),
        ("patientslikeme", "digital-health-company"),
        ("diabetes-uk", "patient-organisation"),
    ],
)
def test_a_kind_that_was_wrong_once_stays_right(identifier: str, kind: str) -> None:
    assert by_id()[identifier]["kind"] == kind


@pytest.mark.parametrize(
    ("identifier", "parents"),
    [
        ("genentech", [("roche", "2009-03", None)]),
        ("chugai-pharmaceutical", [("roche", "2002-10", None)]),
        ("sandoz", [("novartis", "1996-12", "2023-10")]),
        ("alcon", [("novartis", "2011-04", "2019-04")]),
        (
            "organon",
            [
                ("schering-plough", "2007-11", "2009-11"),
                ("merck-co", "2009-11", "2021-06"),
            ],
        ),
        (
            "upjohn",
            [
                ("pharmacia", "1995-11", "2003-04"),
                ("pfizer", "2003-04", "2020-11"),
                ("viatris", "2020-11", None),
            ],
        ),
        ("abbvie", [("abbott", None, "2013-01")]),
        ("haleon", [("gsk", None, "2022-07")]),
        ("kenvue", [("johnson-johnson", None, "2023-08")]),
        ("covance", [("labcorp", "2015-02", None)]),
        ("fortrea", [("labcorp", None, "2023-07")]),
        ("aventis", [("sanofi", "2004-08", None)]),
    ],
)
def test_who_owned_whom_when(
    identifier: str, parents: list[tuple[str, str | None, str | None]]
) -> None:
    found = by_id()[identifier].get("parents", [])
    assert [
        (p["organization"], p.get("from"), p.get("until")) for p in found
    ] == parents
