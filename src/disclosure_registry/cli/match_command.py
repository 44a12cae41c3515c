"""`match`: what a person may do in a community, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from disclosure_registry.asking import Case, answered, next_question
from disclosure_registry.cli.options import (
    emit_json,
    format_option,
    registry_of,
    registry_option,
    text_of,
)
from disclosure_registry.decision import headline
from disclosure_registry.matching import Matcher, match, overview, word
from disclosure_registry.vocabulary import Activity, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from disclosure_registry.decision import Decision
    from disclosure_registry.registry import Registry

_COLOURS = {
    Verdict.PROHIBITED: "red",
    Verdict.ASK_FIRST: "yellow",
    Verdict.UNSTATED: "yellow",
    Verdict.CONDITIONAL: "cyan",
    Verdict.PERMITTED: "green",
    Verdict.CANNOT_TELL: "magenta",
}


@click.command(
    "match",
    short_help="What a person may do in a community, and why.",
    epilog="""\b
Examples:
  disclosure-registry match tudiabetes "Marketing at Sanofi US, views mine"
  disclosure-registry match '#gbdoc' - --declared-in profile \\
      --activity promote < profile.txt
  disclosure-registry match r/Supplements "I work for Roche" --activity post \\
      --met notify:moderators --format json""",
)
@click.argument("community")
@click.argument("text")
@click.option("--activity", metavar="A", help="What the person wants to do.")
@click.option("--on", metavar="DATE", help="The day asked about (today).")
@click.option(
    "--declared-in",
    metavar="PLACE",
    help="Where TEXT stands: profile, post, username, flair, signature, statement.",
)
@click.option("--place", metavar="AREA", help="Where in the community the act is done.")
@click.option("--capacity", metavar="C", help="Speaking for, about or private.")
@click.option("--client", metavar="ORG", help="Whom the person's agency acts for.")
@click.option("--country", metavar="CC", help="Where the person is bound, such as GB.")
@click.option("--about", metavar="S", help="Whose product is spoken of: own or rival.")
@click.option("--met", multiple=True, metavar="TERM", help="A condition that is kept.")
@click.option(
    "--not-met", multiple=True, metavar="TERM", help="A condition that is not kept."
)
@click.option("--posts", type=click.IntRange(min=0), help="Posts written there.")
@click.option("--member-since", metavar="DATE", help="Since when a member there.")
@click.option("--max-age", metavar="AGE", help="How old evidence may be, such as 2y.")
@click.option(
    "--fail-on", metavar="VERDICT,…", help="Exit with 1 for these verdicts.", default=""
)
@click.option(
    "--interactive", is_flag=True, help="Ask for the facts that settle the answer."
)
@registry_option
@format_option("text", "json")
def command(
    *,
    community: str,
    text: str,
    activity: str | None,
    declared_in: str | None,
    fail_on: str,
    interactive: bool,
    folder: Path | None,
    form: str,
    **circumstances: Any,  # noqa: ANN401  checked by the library
) -> int:
    """Decide what COMMUNITY allows the person who declares TEXT.

    COMMUNITY is an id, a web address, a @handle or a #hashtag. TEXT is what the
    person declares; - reads it from standard input and keeps it out of the shell's
    history. Without --activity: the answer for posting, then a line for each other
    activity.
    """
    failing = {
        word(Verdict, "verdicts", verdict.strip())
        for verdict in fail_on.split(",")
        if verdict.strip()
    }
    told = text_of(text)
    who = told if declared_in is None else {declared_in: told}
    registry = registry_of(folder)
    decision = match(
        community,
        who,
        "post" if activity is None else activity,
        registry=registry,
        **circumstances,
    )
    if interactive:
        decision = _interview(community, decision, registry, circumstances)
    others: dict[Activity, Decision] = {}
    if activity is None and not interactive:
        others = overview(
            community, decision.disclosure, registry=registry, **circumstances
        )
        others.pop(Activity.POST, None)
    if form == "json":
        _print_json(decision, others, one=activity is not None or interactive)
    else:
        _print_text(decision, others)
    return 1 if decision.verdict in failing else 0


def _interview(
    community: str,
    decision: Decision,
    registry: Registry,
    circumstances: dict[str, Any],
) -> Decision:
    """Ask on standard error until the answer is settled or nothing is left to ask."""
    matcher = Matcher(registry)
    case = Case(
        disclosure=decision.disclosure,
        circumstances=matcher.circumstances(**circumstances),
    )
    asked: set[tuple[str, str | None]] = set()
    while question := next_question(matcher, community, case, decision):
        if (question.fact, question.about) in asked:
            break
        asked.add((question.fact, question.about))
        kind = click.Choice(question.answers) if question.answers else str
        try:
            answer = click.prompt(question.text, type=kind, err=True)
        except click.Abort:
            # Nobody answers any more: what is known so far has to do.
            click.echo(err=True)
            break
        case = answered(matcher, case, question, answer)
        decision = matcher.decide(
            community, case.disclosure, decision.activity, case.circumstances
        )
    return decision


def _print_json(
    decision: Decision, others: dict[Activity, Decision], *, one: bool
) -> None:
    if one:
        emit_json(decision.to_dict())
    else:
        emit_json([decision.to_dict(), *(each.to_dict() for each in others.values())])


def _print_text(decision: Decision, others: dict[Activity, Decision]) -> None:
    first, _, rest = decision.explain().partition("\n")
    click.secho(first, fg=_COLOURS[decision.verdict], bold=True)
    click.echo(rest, nl=False)
    if others:
        click.echo("\nOther activities")
        for each in others.values():
            line = headline(each).partition(": ")[2]
            click.secho(f"  {line}", fg=_COLOURS[each.verdict])
