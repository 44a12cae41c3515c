"""`plan`: what several people may do in several communities."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import attrs
import click

from disclosure_registry.cli.options import (
    emit_csv,
    emit_json,
    format_option,
    registry_of,
    registry_option,
)
from disclosure_registry.matching import Matcher
from disclosure_registry.plan import Step, members_from, plan, to_html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@click.command(
    "plan",
    short_help="What several people may do in several communities.",
    epilog="""\b
Examples:
  disclosure-registry plan team.csv --community tudiabetes \\
      --community '#gbdoc'
  disclosure-registry plan team.csv --topic diabetes --activity survey \\
      --format html > plan.html
  (team.csv: name,declaration,actor,country,capacity,client)""",
)
@click.argument("people", type=click.File(encoding="utf-8-sig"))
@click.option("--community", "communities", multiple=True, help="Where.")
@click.option("--topic", metavar="T", help="All communities about this topic.")
@click.option(
    "--activity", "activities", multiple=True, default=("post",), help="What to do."
)
@click.option("--on", metavar="DATE", help="The day asked about (today).")
@registry_option
@format_option("table", "csv", "html", "json")
def command(
    *,
    people: IO[str],
    communities: tuple[str, ...],
    topic: str | None,
    activities: tuple[str, ...],
    on: str | None,
    folder: Path | None,
    form: str,
) -> None:
    """Plan for the PEOPLE of a CSV table (- reads standard input) where they may act.

    For each person and community: the answer, what to do first, whom to ask, what to
    declare where, and which training the codes demand.
    """
    registry = registry_of(folder)
    places = [*communities]
    if topic is not None:
        places += [community.id for community in registry.about(topic)]
    if not places:
        raise click.UsageError("Give --community (any number) or --topic.")
    members = members_from(people, people.name)
    steps = list(plan(Matcher(registry), members, places, activities, on=on))
    if form == "json":
        emit_json([step.to_dict() for step in steps])
    elif form == "html":
        click.echo(to_html(steps), nl=False)
    elif form == "csv":
        emit_csv(
            [field.name for field in attrs.fields(Step)],
            [step.to_dict().values() for step in steps],
        )
    else:
        _print_table(steps)


def _print_table(steps: Sequence[Step]) -> None:
    for step in steps:
        click.echo(f"{step.member} · {step.name} · {step.activity}: {step.verdict}")
        for label, told in (
            ("first", step.first),
            ("ask", step.ask),
            ("declare", " ".join(step.declare)),
            ("words", step.wording),
            ("training", " ".join(step.training)),
        ):
            if told:
                click.echo(click.wrap_text(f"{label}: {told}", 79, "    ", "      "))
