"""`validate`: whether entries are sound."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from disclosure_registry.cli.options import emit_json, format_option
from disclosure_registry.schema import validate_files


@click.command(
    "validate",
    short_help="Whether entries are sound.",
    epilog="""\b
Examples:
  disclosure-registry validate data/communities/tudiabetes.json
  disclosure-registry validate data --format json""",
)
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--strict", is_flag=True, help="Questions count as problems too.")
@format_option("text", "json")
def command(*, paths: tuple[Path, ...], strict: bool, form: str) -> int:
    """Check files or folders of entries, and say all that is wrong with each.

    Exits with 1 where there is a problem. A question (marked so) does not count,
    unless with --strict.
    """
    problems = validate_files(paths)
    found: list[Any] = [
        problem for problem in problems if strict or problem.level == "error"
    ]
    if form == "json":
        emit_json([problem.to_dict() for problem in problems])
        return 1 if found else 0
    for problem in problems:
        colour = "red" if problem.level == "error" else "yellow"
        click.secho(str(problem), fg=colour)
    questions = len(problems) - sum(problem.level == "error" for problem in problems)
    errors = len(problems) - questions
    click.echo(f"{errors} problem(s), {questions} question(s).", err=True)
    return 1 if found else 0
