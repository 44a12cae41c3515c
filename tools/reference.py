"""Write `docs/reference/` from `schemas/` and `data/vocabulary/`.

The pages say what a file may hold and what each word means; the schemas and the
vocabularies are the source. `--check` changes nothing and exits with 1 where a page on
disk differs from what would be written.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "schemas"
VOCABULARIES = ROOT / "data" / "vocabulary"
PAGES = ROOT / "docs" / "reference"

Schema = dict[str, Any]

#: Schema → its page, in the order of the index.
TITLES = {
    "community": "A community",
    "code": "A code",
    "common": "Parts of communities and codes",
    "organizations": "Organisations",
    "phrases": "Phrases",
    "vocabulary": "A vocabulary",
    "disclosure": "A disclosure",
    "decision": "A decision",
    "decision-cases": "Cases of decisions",
    "problems": "Problems that a check finds",
    "rows": "Rows of a query",
    "found": "Entries found",
}

#: Longer lists of words are named, not written out.
FEW = 9

#: Longer examples stand at the end of a page, not in its table.
SHORT = 80

#: Extra facts about terms, each with the head of its column.
COLUMNS = {
    "broader": "Broader",
    "implies": "Implies",
    "parameters": "Parameters",
    "opposite": "Opposite",
    "also_said": "Also said",
}
FLAGS = {
    "kind": "a kind of organisation",
    "persona": "a persona",
    "health_industry": "of the health industry",
    "standard": "in overviews",
    "group": "a group",
    "checkable": "can be shown beforehand",
}

WRITTEN = (
    "<!-- Written by tools/reference.py from {source}: change those and run "
    "`python3 tools/reference.py`. -->"
)


@cache
def read(name: str) -> Schema:
    """The schema in `schemas/<name>.schema.json`."""
    schema: Schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return schema


def anchor(title: str) -> str:
    """The anchor of a heading, as GitHub and MyST make it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def cell(text: str) -> str:
    """A text that can stand in a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def code(value: object) -> str:
    """A JSON value as it stands in a file."""
    return f"`{cell(json.dumps(value, ensure_ascii=False))}`"


class Page:
    """One page about one schema; objects inside get sections of their own."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.schema = read(name)
        self.sections: list[tuple[str, Schema]] = []
        self.named: dict[int, str] = {}

    def lines(self) -> Iterator[str]:
        """The lines of the page."""
        yield WRITTEN.format(source=f"schemas/{self.name}.schema.json")
        yield ""
        yield f"# {TITLES[self.name]}"
        yield ""
        yield self.schema["description"]
        yield ""
        if "properties" in self.schema:
            yield from self.table(self.schema)
        for title, definition in self.schema.get("$defs", {}).items():
            item = definition.get("items", definition)
            if "properties" in item:
                self.section(item.get("title", title), item)
        yield from self.parts()
        yield from self.forms()
        yield from self.example()

    def parts(self) -> Iterator[str]:
        """A section for each object; writing one may add others."""
        done = 0
        while done < len(self.sections):
            title, definition = self.sections[done]
            done += 1
            yield f"## {title}"
            yield ""
            if "description" in definition:
                yield definition["description"]
                yield ""
            yield from self.table(definition)
            yield from needs(definition)

    def forms(self) -> Iterator[str]:
        """Texts that have a form, such as dates."""
        rows = [
            (one["title"], one["description"], one["examples"][0])
            for one in self.schema.get("$defs", {}).values()
            if "pattern" in one and "examples" in one and "title" in one
        ]
        if not rows:
            return
        yield "## Forms of texts"
        yield ""
        yield "| Form | What it is | Example |"
        yield "|---|---|---|"
        for title, description, example in rows:
            yield f"| {title} | {cell(description)} | {code(example)} |"
        yield ""

    def example(self) -> Iterator[str]:
        """The whole example of the schema."""
        for example in self.schema.get("examples", ()):
            yield "## Example"
            yield ""
            yield "```json"
            yield json.dumps(example, indent=2, ensure_ascii=False)
            yield "```"
            yield ""

    def table(self, schema: Schema) -> Iterator[str]:
        """The fields of an object."""
        yield "| Field | Needed | Value | What it says | Example |"
        yield "|---|---|---|---|---|"
        required = schema.get("required", ())
        for name, field in schema["properties"].items():
            full = followed(field, self.name)
            examples = full.get("examples", ())
            yield " | ".join(
                (
                    f"| `{name}`",
                    "yes" if name in required else " ",
                    self.value(field),
                    cell(full.get("description", "")),
                    f"{short(examples[0])} |" if examples else " |",
                )
            )
        yield ""

    def section(self, title: str, definition: Schema) -> str:
        """Give an object a section, once; the link to it."""
        if id(definition) not in self.named:
            taken = {used for used, _ in self.sections}
            while title in taken:
                title += " (2)"
            self.named[id(definition)] = title
            self.sections.append((title, definition))
        title = self.named[id(definition)]
        return f"[{title.lower()}](#{anchor(title)})"

    def value(self, schema: Schema) -> str:
        """What sort of value a field holds, in a few words."""
        if "$ref" in schema:
            return self.reference(schema["$ref"])
        if "anyOf" in schema:
            return " or ".join(self.value(one) for one in schema["anyOf"])
        words = schema.get("enum", [schema["const"]] if "const" in schema else [])
        if len(words) > FEW:
            return f"{str(schema.get('title', 'word')).lower()} (a word of a list)"
        if words:
            return " or ".join(code(word) for word in words)
        kinds = schema.get("type", "")
        if isinstance(kinds, list):
            return " or ".join(self.kind(kind, schema) for kind in kinds)
        return self.kind(kinds, schema)

    def kind(self, kind: str, schema: Schema) -> str:
        """What sort of value has this JSON type."""
        if kind == "array":
            return f"list: {self.value(schema.get('items', {}))}"
        if kind == "object" and "properties" in schema:
            return self.section(schema.get("title", "Fields"), schema)
        if kind == "object" and "else" in schema:
            return f"{self.value(schema['then'])} or {self.value(schema['else'])}"
        names = {
            "string": "text",
            "integer": "whole number",
            "boolean": "true or false",
            "object": "fields",
            "null": "null",
        }
        return names.get(kind, kind)

    def reference(self, ref: str) -> str:
        """What a reference leads to, as a link where that has a section."""
        file, _, place = ref.partition("#")
        name = file.removesuffix(".schema.json") or self.name
        if name == "terms":
            return words_link(place.rpartition("/")[2])
        if not place:
            return f"[{name}]({name}.md)"
        target = resolve(name, place)
        if "properties" not in target:
            # A form or a list: what it is stands here, not behind a link.
            page = self if name == self.name else Elsewhere(name, self)
            return page.value(target)
        title = target.get("title", place.rpartition("/")[2])
        if name == self.name:
            return self.section(title, target)
        return f"[{title.lower()}]({name}.md#{anchor(title)})"


class Elsewhere(Page):
    """Another schema as seen from `page`: its links lead there."""

    def __init__(self, name: str, page: Page) -> None:
        super().__init__(name)
        self.page = page

    def section(self, title: str, _: Schema) -> str:
        """Link to the section on the other page."""
        return f"[{title.lower()}]({self.name}.md#{anchor(title)})"

    def reference(self, ref: str) -> str:
        """Link as the page does from which this schema is seen."""
        full = f"{self.name}.schema.json{ref}" if ref.startswith("#") else ref
        return self.page.reference(full)


def resolve(name: str, place: str) -> Schema:
    """What a reference leads to."""
    target: Any = read(name)
    for step in filter(None, place.split("/")):
        target = target[step]
    found: Schema = target
    return found


def followed(schema: Schema, name: str) -> Schema:
    """A field with what its reference adds to it."""
    if "$ref" not in schema:
        return schema
    file, _, place = schema["$ref"].partition("#")
    source = file.removesuffix(".schema.json") or name
    return {**followed(resolve(source, place), source), **schema}


def short(example: object) -> str:
    """An example that fits into a table; longer ones stand at the end of the page."""
    text = json.dumps(example, ensure_ascii=False)
    return code(example) if len(text) <= SHORT else "see below"


def needs(definition: Schema) -> Iterator[str]:
    """What else an object needs, from the conditions of its schema."""
    found = []
    for one in [definition, *definition.get("allOf", ())]:
        condition = one.get("if", {})
        then = one.get("then", {})
        if "not" in condition and "required" in then:
            without = condition["not"].get("required", ["?"])[0]
            found.append(f"Without `{without}` it needs {listed(then['required'])}.")
        for field, word in condition.get("properties", {}).items():
            words = [word["const"]] if "const" in word else word.get("enum", ())
            said = f"`{field}` {' or '.join(code(w) for w in words)}"
            if "required" in then:
                found.append(f"With {said} it needs {listed(then['required'])}.")
            for name, value in then.get("properties", {}).items():
                if value == {"not": {}}:
                    found.append(f"With {said} it has no `{name}`.")
        if condition.get("required") and "stance" in then.get("properties", {}):
            possible = then["properties"]["stance"]["enum"]
            words_ = " or ".join(code(word) for word in possible)
            found.append(f"With `{condition['required'][0]}` its `stance` is {words_}.")
    if "dependentSchemas" in definition:
        found.append(
            "Which fields go with which term: [conditions](words.md#conditions)."
        )
    if found:
        yield from (f"- {sentence}" for sentence in found)
        yield ""


def listed(names: list[str]) -> str:
    """The names of fields in a sentence."""
    return " and ".join(f"`{name}`" for name in names)


# --- words ------------------------------------------------------------------------


@cache
def vocabularies() -> dict[str, Schema]:
    """The vocabularies by their names, in the order of their titles."""
    found = [
        json.loads(path.read_text("utf-8"))
        for path in sorted(VOCABULARIES.glob("*.json"))
    ]
    return {one["id"]: one for one in sorted(found, key=lambda one: str(one["title"]))}


def words_link(definition: str) -> str:
    """A link to the list of words that a definition of the terms stands for."""
    title = read("terms")["$defs"][definition]["title"]
    titles = {one["title"] for one in vocabularies().values()}
    if title in titles:
        return f"a word: [{title.lower()}](words.md#{anchor(title)})"
    # Kinds of organisation and personas are marked among the actors.
    return f"a word: [{title.lower()}](words.md#actors)"


def words_lines() -> Iterator[str]:
    """The page of all words."""
    yield WRITTEN.format(source="data/vocabulary/")
    yield ""
    yield "# Words"
    yield ""
    yield (
        "Every word that entries and answers use. A field that takes a word takes one "
        "of these and no other."
    )
    yield ""
    for one in vocabularies().values():
        yield f"- [{one['title']}](#{anchor(one['title'])})"
    yield ""
    for one in vocabularies().values():
        yield f"## {one['title']}"
        yield ""
        yield one["description"]
        yield ""
        yield from words_table(one["terms"])


def words_table(terms: list[Schema]) -> Iterator[str]:
    """The words of one list."""
    columns = [key for key in COLUMNS if any(key in term for term in terms)]
    flags = [key for key in FLAGS if any(key in term for term in terms)]
    heads = ["Word", "What it means", *(COLUMNS[key] for key in columns)]
    heads += ["Marks"] if flags else []
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for term in terms:
        row = [f"`{term['id']}`", cell(term["definition"])]
        row += [words_cell(key, term.get(key)) for key in columns]
        if flags:
            row.append(", ".join(FLAGS[key] for key in flags if term.get(key)))
        yield f"| {' | '.join(row)} |"
    yield ""


def words_cell(key: str, value: object) -> str:
    """What a term says in one column."""
    if isinstance(value, dict):
        return ", ".join(f"`{name}` ({kind})" for name, kind in value.items())
    if isinstance(value, list):
        return ", ".join(
            cell(one) if key == "also_said" else f"`{one}`" for one in value
        )
    return ""


# --- pages ------------------------------------------------------------------------


def index_lines() -> Iterator[str]:
    """The page that leads to the others."""
    yield WRITTEN.format(source="schemas/ and data/vocabulary/")
    yield ""
    yield "# Reference"
    yield ""
    yield "What each sort of file may hold, field by field, and what each word means."
    yield ""
    for name, title in pages():
        yield f"- [{title}]({name}.md): {first_sentence(read(name)['description'])}"
    yield "- [Words](words.md): Every word that entries and answers use."
    yield ""


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    return text.partition(". ")[0].rstrip(".") + "."


def pages() -> list[tuple[str, str]]:
    """The schemas that there are, with the titles of their pages."""
    return [
        (name, title)
        for name, title in TITLES.items()
        if (SCHEMAS / f"{name}.schema.json").is_file()
    ]


def targets() -> dict[Path, str]:
    """Every page with its text."""
    made = {PAGES / f"{name}.md": Page(name).lines() for name, _ in pages()}
    made[PAGES / "words.md"] = words_lines()
    made[PAGES / "README.md"] = index_lines()
    return {path: "\n".join(lines).rstrip() + "\n" for path, lines in made.items()}


def main() -> int:
    """Write the pages that have changed, or name them."""
    stale = [
        (path, text)
        for path, text in targets().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    if "--check" in sys.argv[1:]:
        for path, _ in stale:
            print(
                f"{path.relative_to(ROOT)} is not what schemas/ and data/vocabulary/ "
                "say: run `python3 tools/reference.py`"
            )
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for path, text in stale:
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
