"""The pages of `docs/reference` are what the schemas and vocabularies say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "reference"
#: Pages of the folder that other tools write.
LINK = re.compile(r"\]\(([^)#:]*)#([^)]+)\)")


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


def test_the_reference_is_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "reference.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == ""
    assert done.returncode == 0


def test_every_link_within_the_reference_leads_to_a_heading() -> None:
    broken = [
        (page.name, file, place)
        for page in sorted(PAGES.glob("*.md"))
        for file, place in LINK.findall(page.read_text("utf-8"))
        if place not in anchors(page.parent / file if file else page)
    ]

    assert broken == []
