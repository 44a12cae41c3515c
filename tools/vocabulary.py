"""Write `src/disclosure_registry/vocabulary.py` and `schemas/terms.schema.json` from `data/vocabulary/`.

The JSON files are the source; the Python enums and the schema's enums are made from
them, so that a term is added in one place. `--check` changes nothing and exits with 1
where the files on disk differ from what would be written.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VOCABULARIES = ROOT / "data" / "vocabulary"
MODULE = ROOT / "src" / "disclosure_registry" / "vocabulary.py"
SCHEMA = ROOT / "schemas" / "terms.schema.json"

#: Vocabulary file → name of the enum made from it. `topics` stays open: no code
#: depends on a single topic, so its words are checked by `validate` alone.
ENUMS = {
    "actors": "Actor",
    "activities": "Activity",
    "conditions": "ConditionTerm",
    "relationships": "Relationship",
    "stances": "Stance",
    "verdicts": "Verdict",
    "certainties": "Certainty",
    "bases": "Basis",
    "statuses": "Status",
    "capacities": "Capacity",
    "code-kinds": "CodeKind",
    "forces": "Force",
    "extents": "Extent",
    "community-statuses": "CommunityStatus",
    "audiences": "Audience",
    "places": "Place",
    "liables": "Liable",
    "enforcements": "Enforcement",
    "platforms": "Platform",
    "industry-ties": "IndustryTie",
    "layers": "Layer",
    "vias": "Via",
    "subjects": "Subject",
    "condition-statuses": "ConditionStatus",
    "silences": "Silence",
    "facts": "Fact",
    "maintainer-kinds": "MaintainerKind",
}

HEADER = '''"""The words of the registry as enums, with the relations between them.

Written by `tools/vocabulary.py` from `data/vocabulary/`: change the JSON and run
`make vocabulary`. Labels, definitions and hints are in the JSON files.
"""'''

Terms = list[dict[str, Any]]


def read(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        (VOCABULARIES / f"{name}.json").read_text("utf-8")
    )
    return document


def member(identifier: str) -> str:
    return identifier.upper().replace("-", "_")


def enum_source(name: str, document: dict[str, Any]) -> str:
    lines = [f"class {name}(StrEnum):", f'    """{document["description"]}"""', ""]
    for term in document["terms"]:
        lines += [
            f"    #: {term['definition']}",
            f'    {member(term["id"])} = "{term["id"]}"',
        ]
    return "\n".join(lines)


def mapping_source(constant: str, enum: str, terms: Terms, key: str, doc: str) -> str:
    rows = [
        f"    {enum}.{member(term['id'])}: ("
        + "".join(f"{enum}.{member(value)}, " for value in term[key]).rstrip(" ")
        + "),"
        for term in terms
        if key in term
    ]
    annotation = f"Final[Mapping[{enum}, tuple[{enum}, ...]]]"
    return "\n".join([f"#: {doc}", f"{constant}: {annotation} = {{", *rows, "}"])


def flag_source(constant: str, enum: str, terms: Terms, key: str, doc: str) -> str:
    rows = [f"    {enum}.{member(term['id'])}," for term in terms if term.get(key)]
    return "\n".join(
        [f"#: {doc}", f"{constant}: Final[tuple[{enum}, ...]] = (", *rows, ")"]
    )


def text_source(constant: str, enum: str, terms: Terms, key: str, doc: str) -> str:
    rows = [
        f"    {enum}.{member(term['id'])}: {json.dumps(term[key], ensure_ascii=False)},"
        for term in terms
        if key in term
    ]
    return "\n".join(
        [f"#: {doc}", f"{constant}: Final[Mapping[{enum}, str]] = {{", *rows, "}"]
    )


def declarations_source(constant: str, enum: str, terms: Terms, doc: str) -> str:
    """A constant that maps each term to its wordings by language."""
    rows = [
        f"    {enum}.{member(term['id'])}: "
        f"{json.dumps(term['declaration'], ensure_ascii=False)},"
        for term in terms
        if "declaration" in term
    ]
    annotation = f"Final[Mapping[{enum}, Mapping[str, str]]]"
    return "\n".join([f"#: {doc}", f"{constant}: {annotation} = {{", *rows, "}"])


def parameters_source(terms: Terms) -> str:
    rows = [
        f"    ConditionTerm.{member(term['id'])}: {json.dumps(term['parameters'])},"
        for term in terms
        if "parameters" in term
    ]
    return "\n".join(
        [
            "#: The parameters that a condition may carry, each with the kind of its value.",
            "CONDITION_PARAMETERS: Final[Mapping[ConditionTerm, Mapping[str, str]]] = {",
            *rows,
            "}",
        ]
    )


def hosts_source(terms: Terms) -> str:
    rows = [
        f'    "{host}": Platform.{member(term["id"])},'
        for term in terms
        for host in term.get("hosts", ())
    ]
    return "\n".join(
        [
            "#: Host (or its parent domain) → the platform that lives there.",
            "PLATFORM_HOSTS: Final[Mapping[str, Platform]] = {",
            *rows,
            "}",
        ]
    )


def module_source() -> str:
    documents = {name: read(name) for name in ENUMS}
    actors, activities = documents["actors"]["terms"], documents["activities"]["terms"]
    conditions = documents["conditions"]["terms"]
    relationships = documents["relationships"]["terms"]
    parts = [
        HEADER,
        "from __future__ import annotations",
        "from collections.abc import Mapping\nfrom enum import StrEnum\nfrom typing import Final",
        *(enum_source(enum, documents[name]) for name, enum in ENUMS.items()),
        mapping_source(
            "ACTOR_BROADER",
            "Actor",
            actors,
            "broader",
            "Actor → the actors just above it.",
        ),
        mapping_source(
            "ACTIVITY_BROADER",
            "Activity",
            activities,
            "broader",
            "Activity → the activities just above it.",
        ),
        mapping_source(
            "ACTIVITY_IMPLIES",
            "Activity",
            activities,
            "implies",
            "Activity → the activities that doing it includes.",
        ),
        mapping_source(
            "RELATIONSHIP_BROADER",
            "Relationship",
            relationships,
            "broader",
            "Relationship → the group just above it.",
        ),
        mapping_source(
            "OPPOSITES",
            "ConditionTerm",
            conditions,
            "opposite",
            "Condition → those that cannot be kept beside it.",
        ),
        flag_source(
            "KINDS", "Actor", actors, "kind", "Actors that are kinds of organisation."
        ),
        flag_source(
            "PERSONAS",
            "Actor",
            actors,
            "persona",
            "Actors that a person can be apart from any tie.",
        ),
        flag_source(
            "HEALTH_INDUSTRY",
            "Actor",
            actors,
            "health_industry",
            "Kinds of organisation that make up the health industry.",
        ),
        flag_source(
            "STANDARD_ACTIVITIES",
            "Activity",
            activities,
            "standard",
            "The activities that an overview answers for.",
        ),
        flag_source(
            "CHECKABLE",
            "ConditionTerm",
            conditions,
            "checkable",
            "Conditions that can be shown to be met beforehand.",
        ),
        flag_source(
            "RELATIONSHIP_GROUPS",
            "Relationship",
            relationships,
            "group",
            "Relationships that group others: for rules, never for a disclosure.",
        ),
        text_source(
            "DISCLOSURE_PLACES",
            "ConditionTerm",
            conditions,
            "disclosure",
            "Disclosure condition → the place where the words must stand.",
        ),
        text_source(
            "CONDITION_SENTENCES",
            "ConditionTerm",
            conditions,
            "sentence",
            "Condition → what to do, said to the participant.",
        ),
        declarations_source(
            "DECLARATIONS",
            "Relationship",
            relationships,
            "Relationship → language → a wording that declares it ({} is the name).",
        ),
        declarations_source(
            "STATEMENTS",
            "ConditionTerm",
            conditions,
            "Condition → language → a wording that meets it.",
        ),
        parameters_source(conditions),
        hosts_source(documents["platforms"]["terms"]),
    ]
    return "\n\n\n".join(parts) + "\n"


def schema_source() -> str:
    definitions: dict[str, Any] = {}
    for name, enum in ENUMS.items():
        document = read(name)
        definitions[enum] = {
            "title": document["title"],
            "description": document["description"],
            "enum": [term["id"] for term in document["terms"]],
        }
    actors = read("actors")["terms"]
    definitions["Kind"] = {
        "title": "Kind of organisation",
        "description": "An actor that is a kind of organisation.",
        "enum": [term["id"] for term in actors if term.get("kind")],
    }
    definitions["Persona"] = {
        "title": "Persona",
        "description": "An actor that a person can be apart from any tie.",
        "enum": [term["id"] for term in actors if term.get("persona")],
    }
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Terms",
        "description": "The words of the vocabularies, made from data/vocabulary/.",
        "$defs": definitions,
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    targets = {MODULE: module_source(), SCHEMA: schema_source()}
    stale = [
        path
        for path, text in targets.items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(
                f"{path.relative_to(ROOT)} is not what data/vocabulary says: run `make vocabulary`"
            )
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(targets[path], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
