"""Texts read a second, against tools that only find names in the same texts.

The names are those of the shipped organisations. Of ten texts nine declare nothing:
they are put together from everyday words as profiles are (lists, bars, pictures, a
profession here and there); the tenth is one of our own cases. Durations are of the
processor, so that other work on the machine weighs less. Peers that are not installed
are left out (`pip install --group bench`).

    python benchmarks/reader.py [texts]
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import disclosure_registry as dr
from disclosure_registry.affiliation import Reader, read_phrases
from disclosure_registry.gazetteer import Gazetteer
from disclosure_registry.text import EVERYDAY

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
SIGNS = (" ", " ", " ", ", ", " | ", " • ", ". ", " & ", " / ", "\n", " 🌻 ")
TRADES = [
    "accountant",
    "actor",
    "baker",
    "barber",
    "bookkeeper",
    "carpenter",
    "coach",
    "cyclist",
    "drummer",
    "electrician",
    "farmer",
    "florist",
    "gamer",
    "hiker",
    "illustrator",
    "joiner",
    "knitter",
    "librarian",
    "magician",
    "mechanic",
    "novelist",
    "painter",
    "pilot",
    "plumber",
    "potter",
    "programmer",
    "sailor",
    "sculptor",
    "singer",
    "skater",
    "surfer",
    "teacher",
    "translator",
    "waiter",
    "weaver",
]


def texts(count: int) -> list[str]:
    """Profiles, nine in ten of which declare nothing; the same for the same count."""
    draw = random.Random(count)
    words = sorted(EVERYDAY) + TRADES * 8
    cases = [
        case["text"]
        for path in sorted((ROOT / "tests" / "cases" / "affiliation").glob("*.json"))
        for case in json.loads(path.read_text("utf-8"))["cases"]
    ]
    made = []
    for _ in range(count):
        if draw.random() < 0.1:
            made.append(draw.choice(cases))
            continue
        parts = [
            draw.choice(words) + draw.choice(SIGNS) for _ in range(draw.randint(5, 22))
        ]
        made.append("".join(parts).strip().capitalize())
    return made


def rate(run: Callable[[str], object], profiles: list[str]) -> float:
    """Texts a second, the best of three rounds after one to warm up."""
    best = 0.0
    for round_ in range(4):
        start = time.process_time()
        for profile in profiles:
            run(profile)
        taken = time.process_time() - start
        if round_:
            best = max(best, len(profiles) / taken)
    return best


def peers(names: list[str]) -> dict[str, Callable[[str], object]]:
    """The peers that are installed, loaded with the names."""
    found: dict[str, Callable[[str], object]] = {}
    try:
        from ahocorasick_rs import AhoCorasick  # noqa: PLC0415  may be missing
    except ImportError:
        pass
    else:
        automaton = AhoCorasick([name.lower() for name in names])
        found["ahocorasick-rs (bare scan)"] = lambda text: (
            automaton.find_matches_as_indexes(text.lower())
        )
    try:
        from flashtext import KeywordProcessor  # noqa: PLC0415
    except ImportError:
        pass
    else:
        processor = KeywordProcessor()
        for name in names:
            processor.add_keyword(name)
        found["flashtext"] = lambda text: processor.extract_keywords(
            text, span_info=True
        )
    try:
        import spacy  # noqa: PLC0415
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415
    except ImportError:
        pass
    else:
        language = spacy.blank("en")
        matcher = PhraseMatcher(language.vocab, attr="LOWER")
        matcher.add("ORG", [language.make_doc(name) for name in names])
        found["spaCy PhraseMatcher"] = lambda text: matcher(language.make_doc(text))
    return found


#: Texts that have led readers to look back too far, by what they are full of.
HOSTILE = {
    "brackets": "A.B. reports (grants, ((fees)) and a) from Novartis, Foo & Co., (X; ",
    "shares": "Employee of Novartis | shares | ",
    "makers": "Novartis | Foo makes tea | ",
    "years": "Medtronic | Foo | 2019 - 2021 | Jan - May 2020 | ",
    "lives": "As head of safety at Novartis, where I led, I directed trials, ",
    "pasts": "it was by Novartis and ",
    "names": "Ann Other, now Novartis, University of Foo, Foo, Head of Foo and Bar, ",
    "we": "We. Our ... we! we ",
}


def linear(reader: Reader) -> dict[str, list[tuple[int, float]]]:
    """Seconds for hostile texts of doubling length."""
    rows: dict[str, list[tuple[int, float]]] = {}
    for name, unit in HOSTILE.items():
        for length in (36_000, 72_000, 144_000, 288_000, 576_000):
            text = unit * (length // len(unit))
            start = time.process_time()
            reader.read(text)
            seconds = time.process_time() - start
            rows.setdefault(name, []).append((len(text), seconds))
    return rows


def main() -> None:
    """Print texts a second for the reader and each peer, then the doublings."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    registry = dr.load()
    organizations = list(registry.organizations.values())
    start = time.process_time()
    gazetteer = Gazetteer(organizations)
    built = time.process_time() - start
    phrases = [read_phrases(document) for document in registry.phrases.values()]
    reader = Reader(gazetteer, phrases)
    profiles = texts(count)
    said = sum(
        bool(d.affiliations or d.personas or d.disclaimer)
        for d in map(reader.read, profiles)
    )
    print(f"{len(organizations):,} organisations, built in {built * 1000:.0f} ms")
    print(f"{count:,} texts, of which {said:,} declare something")
    print(f"{'reader':28} {rate(reader.read, profiles):12,.0f} texts/s")
    names = sorted({n for o in organizations for n in (*o.names.strong, *o.names.weak)})
    for name, run in peers(names).items():
        print(f"{name:28} {rate(run, profiles):12,.0f} texts/s")
    print("\nseconds for hostile texts of doubling length")
    for name, rows in linear(reader).items():
        print(f"{name:28}", *(f"{length:9,}: {took:6.3f}" for length, took in rows))


if __name__ == "__main__":
    main()
