"""Write `docs/reference/coverage.md` and its charts from what the registry holds.

The numbers are those of `disclosure-registry stats`, asked of the newest day on which
a text was seen, so that they change with the data and not with the calendar. `--check`
changes nothing and exits with 1 where a file on disk differs from what would be
written.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from disclosure_registry import load
from disclosure_registry.coverage import Coverage, Table, coverage
from disclosure_registry.errors import DisclosureRegistryError

PAGES = Path(__file__).resolve().parent.parent / "docs" / "reference"
NOTICE = (
    "<!-- Written by tools/coverage.py from data/: change the data and run "
    "`python3 tools/coverage.py`. -->"
)

#: Tables that are drawn too.
CHARTS = ("topics", "languages", "stances", "verdicts", "certainties", "years")

#: Rows of a table that are written out; the rest is summed up.
MOST = 24

#: Sizes of a chart, in pixels.
WIDTH, BAR, GAP, LABEL, NUMBER = 720, 18, 8, 210, 110

#: The colours follow the reader's choice of light or dark; nothing is painted behind.
STYLE = """\
    text { font: 13px system-ui, sans-serif; fill: #1f2328; }
    rect { fill: #2f6f9f; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      rect { fill: #6cb0e0; }
    }"""

HEADINGS = {
    "topics": "Communities",
    "stances": "Rules",
    "code_kinds": "Codes and organisations",
    "verdicts": "Answers to the standard questions",
    "years": "Age and kind of the evidence",
}


def shown(table: Table) -> list[tuple[str, int]]:
    """The rows that are written out, and one for the rest."""
    rows = list(table.rows)
    if table.name == "years" or len(rows) <= MOST + 1:
        return rows
    return rows[:MOST]


def chart(table: Table) -> str:
    """A bar chart of a table; a reader of screens is told what it says."""
    rows = shown(table)
    most = max(number for _, number in rows)
    room = WIDTH - LABEL - NUMBER
    height = len(rows) * (BAR + GAP) + GAP
    told = "; ".join(f"{word} {number:,}" for word, number in rows)
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
            f' width="{WIDTH}" height="{height}" role="img"'
            ' aria-labelledby="title desc">'
        ),
        f'  <title id="title">{escape(table.title)}</title>',
        f'  <desc id="desc">{escape(f"Of {table.total:,}: {told}.")}</desc>',
        f"  <style>\n{STYLE}\n  </style>",
    ]
    for place, (word, number) in enumerate(rows):
        top = GAP + place * (BAR + GAP)
        base = top + BAR - 5
        # What there is at all is to be seen.
        long = max(1, round(room * number / most))
        lines += [
            (
                f'  <text x="{LABEL - 8}" y="{base}" text-anchor="end">'
                f"{escape(word)}</text>"
            ),
            f'  <rect x="{LABEL}" y="{top}" width="{long}" height="{BAR}"/>',
            (
                f'  <text x="{LABEL + long + 8}" y="{base}">{number:,}'
                f" ({table.share(word):.1%})</text>"
            ),
        ]
    return "\n".join([*lines, "</svg>", ""])


def section(table: Table) -> list[str]:
    lines = []
    if table.name in HEADINGS:
        lines += [f"## {HEADINGS[table.name]}", ""]
    lines += [f"### {table.title}", "", table.note, ""]
    rows = shown(table)
    if not rows:
        return [*lines, "None.", ""]
    if table.name in CHARTS:
        lines += [f"![{table.title}: as in the table below]({picture(table)})", ""]
    lines += [f"| | number | of {table.total:,} |", "|---|--:|--:|"]
    lines += [
        f"| {word} | {number:,} | {table.share(word):.1%} |" for word, number in rows
    ]
    rest = len(table.rows) - len(rows)
    if rest:
        lines += ["", f"And {rest} more: `disclosure-registry stats --format json`."]
    return [*lines, ""]


def picture(table: Table) -> str:
    return f"coverage-{table.name.replace('_', '-')}.svg"


def page(found: Coverage) -> str:
    day = "no day" if found.on is None else found.on.isoformat()
    totals = found.totals
    lines = [
        NOTICE,
        "",
        "# Coverage",
        "",
        (
            f"What the registry holds: {totals['communities']:,} communities, "
            f"{totals['codes']:,} codes and {totals['organizations']:,} organisations, "
            f"with {totals['rules']:,} rules from {totals['sources']:,} texts. "
            f"The questions are asked of {day}, the newest day on which any of the texts "
            "was seen."
        ),
        "",
        *honestly(found),
    ]
    for table in found.tables:
        lines += section(table)
    return "\n".join(lines)


def honestly(found: Coverage) -> list[str]:
    """What is not known, before all else."""
    verdicts, extents = found["verdicts"], found["extents"]
    silences, years = found["silences"], found["years"]
    unstated = verdicts.share("unstated")
    return [
        (
            "**What it does not know.** "
            f"To {unstated:.0%} of the {verdicts.total:,} standard questions the texts say "
            "nothing that lets one in or keeps one out (`unstated`); of these, "
            f"{silences.share('whole'):.0%} rest on texts that were seen whole. "
            f"{verdicts.share('cannot-tell'):.1%} cannot be told without a further fact of "
            f"the person. {extents.share('part'):.0%} of the texts were seen in part, and "
            f"{years.share('undated'):.0%} give no date of their own."
        ),
        "",
    ]


def files() -> dict[Path, str]:
    found = coverage(load())
    drawn = [found[name] for name in CHARTS if found[name].rows]
    return {
        PAGES / "coverage.md": page(found),
        **{PAGES / picture(table): chart(table) for table in drawn},
    }


def main() -> int:
    try:
        written = files()
    except DisclosureRegistryError as error:
        print(f"Error: {error}")
        return 2
    written.update(
        dict.fromkeys(set(PAGES.glob("coverage-*.svg")) - written.keys(), "")
    )
    stale = [
        path
        for path, text in written.items()
        if (path.read_text("utf-8") if path.exists() else "") != text
    ]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.name} is not what the data say: run tools/coverage.py")
        return 1 if stale else 0
    for path in stale:
        if written[path]:
            path.write_text(written[path], "utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
