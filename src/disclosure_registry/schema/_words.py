"""What the lists of words are called, and which word somebody may have meant."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from functools import cache
from typing import Final

from disclosure_registry import resources

#: Definition in `terms.schema.json` → what one of its words is, and its vocabulary.
LISTS: Final = {
    "Activity": ("an activity", "activities"),
    "Actor": ("an actor", "actors"),
    "Audience": ("an audience", "audiences"),
    "Basis": ("a basis", "bases"),
    "Capacity": ("a capacity", "capacities"),
    "Certainty": ("a certainty", "certainties"),
    "CodeKind": ("a kind of code", "code-kinds"),
    "CommunityStatus": ("a status of a community", "community-statuses"),
    "ConditionStatus": ("a status of a condition", "condition-statuses"),
    "ConditionTerm": ("a condition", "conditions"),
    "Enforcement": ("an enforcement", "enforcements"),
    "Extent": ("an extent", "extents"),
    "Fact": ("a fact", "facts"),
    "Force": ("a force", "forces"),
    "IndustryTie": ("a tie to the industry", "industry-ties"),
    "Kind": ("a kind of organisation", "actors"),
    "Layer": ("a layer", "layers"),
    "Liable": ("a party that can be liable", "liables"),
    "MaintainerKind": ("a kind of maintainer", "maintainer-kinds"),
    "Persona": ("a persona", "actors"),
    "Place": ("a place of declaration", "places"),
    "Platform": ("a platform", "platforms"),
    "Relationship": ("a relationship", "relationships"),
    "Silence": ("a silence", "silences"),
    "Stance": ("a stance", "stances"),
    "Status": ("a status of a tie", "statuses"),
    "Subject": ("a subject", "subjects"),
    "Topic": ("a topic", "topics"),
    "Verdict": ("a verdict", "verdicts"),
    "Via": ("a way of seeing a text", "vias"),
    "country": ("a country", ""),
}

#: Longer words are no misspelling of ours; comparing them would only cost time.
_LONGEST: Final = 60

#: Codes that people write for countries, and the code of ISO 3166-1.
_COUNTRIES: Final = {"UK": "GB", "EL": "GR", "ENG": "GB", "USA": "US", "SCO": "GB"}


#: How alike two words must be (0 to 1) for one to be a slip of the other. Of many ids
#: some are always half alike.
ALIKE: Final = 0.6
ALMOST_ALIKE: Final = 0.8


def nearest(
    word: object, known: tuple[str, ...], name: str = "", alike: float = ALIKE
) -> tuple[str, ...]:
    """The known words that somebody who wrote `word` may have meant, best first.

    `name` is a key of `LISTS`; the words that its vocabulary lists as also said count.
    """
    if not isinstance(word, str) or len(word) > _LONGEST:
        return ()
    if name == "country" and word.upper() in _COUNTRIES:
        return (_COUNTRIES[word.upper()],)
    folded = word.strip().casefold().replace("_", "-").replace(" ", "-")
    said = _also_said(LISTS[name][1]) if name in LISTS else {}
    found = [term for term in known if term.casefold() == folded]
    if folded in said and said[folded] in known:
        found.append(said[folded])
    by_case = {term.casefold(): term for term in known}
    if not found:
        found = [by_case[term] for term in _similar(folded, tuple(by_case), alike)]
    return tuple(dict.fromkeys(found))[:3]


def _similar(word: str, known: tuple[str, ...], alike: float) -> list[str]:
    """The most similar words; those much less similar than the first are left out."""
    found = get_close_matches(word, known, cutoff=alike)
    ratios = [SequenceMatcher(None, term, word).ratio() for term in found]
    return [
        term
        for term, ratio in zip(found, ratios, strict=True)
        if ratio > ratios[0] - 0.1
    ]


def either(words: tuple[str, ...]) -> str:
    """The words as a choice: `"a", "b" or "c"`."""
    quoted = [f'"{word}"' for word in words]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def did_you_mean(words: tuple[str, ...]) -> str:
    """`; did you mean "a" or "b"?`, or nothing where there are no words."""
    return f"; did you mean {either(words)}?" if words else ""


@cache
def _also_said(vocabulary: str) -> dict[str, str]:
    if not vocabulary:
        return {}
    document = resources.vocabulary(vocabulary)
    return {
        spelling.casefold().replace(" ", "-"): term["id"]
        for term in document["terms"]
        for spelling in (term["label"], *term.get("also_said", ()))
    }
