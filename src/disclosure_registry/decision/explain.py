"""The answer in words: what to do, what to declare, and why."""

from __future__ import annotations

import re
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

from disclosure_registry.decision.conditions import OPEN, flat
from disclosure_registry.model import Affiliation, AnyOf, Condition, Disclosure, Value
from disclosure_registry.vocabulary import (
    CONDITION_SENTENCES,
    DECLARATIONS,
    DISCLOSURE_PLACES,
    STATEMENTS,
    ConditionStatus,
    ConditionTerm,
    Fact,
    Silence,
    Status,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from disclosure_registry.decision.answer import (
        Ask,
        AskedCondition,
        Decision,
        MissingFact,
        Reason,
    )
    from disclosure_registry.decision.question import Venue
    from disclosure_registry.decision.truth import Missing

WIDTH = 79
_ENGLISH = "en"
_POSITION = frozenset(("position", "title", "role"))
_MOST_SHOWN = 6

_SLOT = re.compile(r"( ?)\{(\w+)\}")
_PHRASES = {
    "what": " ({})",
    "place": " ({})",
    "area": " ({})",
    "by": " by {}",
    "form": " ({})",
    "posts": " with {} posts",
    "days": " for {} days",
}
_PEOPLE = {
    "operator": "the operator",
    "moderators": "the moderators",
    "moderator": "a moderator",
    "employer": "your employer",
    "client": "your client",
    "author": "the author",
    "member": "a member",
    "members": "the members",
}
_UNGIVEN = {"whom": "the operator", "by": "the moderators", "of": "those concerned"}

_WHY = {
    Fact.TIE: "It is not clear whether there is a tie at all{}.",
    Fact.ORGANIZATION: "The organisation is not named or not known{}: what it is "
    "decides which rules and which codes apply.",
    Fact.CLIENT: "For whom the agency acts{} decides which rules and codes apply.",
    Fact.STATUS: "It is not clear whether the tie{} still holds.",
    Fact.ENDED: "When the tie{} ended decides whether it still counts.",
    Fact.CAPACITY: "Whether you speak for the organisation, about it or as a private "
    "person decides it; a disclaimer alone does not settle that before a community.",
    Fact.COUNTRY: "Which country's codes bind you depends on where you act from.",
    Fact.ABOUT: "Whether it concerns your own organisation's product or another's "
    "decides it.",
    Fact.DAY: "It is not known whether the rule held on that day.",
}
_SETTLE = {
    Fact.TIE: "Say whether you have a tie to the health industry.",
    Fact.ORGANIZATION: "Name the organisation you are tied to.",
    Fact.CLIENT: "Name the client you act for.",
    Fact.STATUS: "Say whether the tie still holds.",
    Fact.ENDED: "Say when the tie ended.",
    Fact.CAPACITY: "Say whether you speak for your organisation, about it or as a "
    "private person.",
    Fact.COUNTRY: "Say in which country you work.",
    Fact.ABOUT: "Say whether it is about your own organisation's product.",
    Fact.DAY: "Ask about a day that the texts cover.",
}
_A_YES = "No rule decides this: the operator's yes that you tell of is the leave."
_SILENCES = {
    Silence.WHOLE: "The rules were seen whole and do not say.",
    Silence.PART: "The part of the rules that was seen does not say.",
    Silence.NONE: "No rules of this place are in the registry.",
}
_VERDICTS = {
    Verdict.PROHIBITED: "prohibited",
    Verdict.ASK_FIRST: "ask first",
    Verdict.CONDITIONAL: "allowed on conditions",
    Verdict.PERMITTED: "permitted",
    Verdict.UNSTATED: "not stated",
    Verdict.CANNOT_TELL: "cannot tell",
}


def why(missing: Missing, rules: int) -> str:
    """Why a missing fact matters, and how many rules hang on it."""
    about = f" (“{missing.about}”)" if missing.about else ""
    sentence = _WHY[missing.fact].format(about)
    return sentence if not rules else f"{sentence} Rules that hang on it: {rules}."


def sentence(condition: Condition) -> str:
    """What a condition asks, said to the participant."""

    def fill(slot: re.Match[str]) -> str:
        name, value = slot.group(2), condition.get(slot.group(2))
        if slot.group(1):
            return " " + (
                _words(value) if value is not None else _UNGIVEN.get(name, "")
            )
        return (
            "" if value is None else _PHRASES.get(name, " ({})").format(_words(value))
        )

    return _SLOT.sub(fill, CONDITION_SENTENCES[condition.term])


def asks(asked: AskedCondition) -> str:
    """What a condition or a set of alternatives asks, as one sentence."""
    if not isinstance(asked.item, AnyOf):
        return sentence(asked.item)
    branches = (
        " and ".join(_clause(condition) for condition in branch)
        for branch in asked.item.branches
    )
    return "Either " + ", or ".join(branches) + "."


def next_steps(
    venue: Venue,
    verdict: Verdict,
    conditions: Sequence[AskedCondition],
    missing: Sequence[MissingFact],
    asked: Sequence[Ask],
    paths: Sequence[tuple[Condition, ...]],
) -> tuple[str, ...]:
    """What the participant can do next, one sentence each."""
    steps = _steps(venue, verdict, conditions, missing, asked)
    return tuple(dict.fromkeys((*steps, *_ways(verdict, paths))))


def _ways(verdict: Verdict, paths: Sequence[tuple[Condition, ...]]) -> Iterator[str]:
    """What would make it allowed, where the steps before do not say it."""
    if verdict in (Verdict.PERMITTED, Verdict.CANNOT_TELL):
        return
    if not paths:
        yield "Nothing that the rules name would make it allowed."
    elif len(paths) > 1:
        shared = set(paths[0]).intersection(*paths)
        ways = (
            " and ".join(_clause(each) for each in path if each not in shared)
            for path in paths
        )
        yield "One of these is enough: " + "; or ".join(ways) + "."


def _steps(
    venue: Venue,
    verdict: Verdict,
    conditions: Sequence[AskedCondition],
    missing: Sequence[MissingFact],
    asked: Sequence[Ask],
) -> Iterator[str]:
    if verdict is Verdict.PROHIBITED:
        yield "Do not do this here."
        return
    if verdict is Verdict.CANNOT_TELL:
        yield from (_SETTLE[each.fact] for each in missing if each.settles)
    for ask in asked:
        yield _ask_sentence(ask)
    for each in conditions:
        if each.status is OPEN and each.certain and not _is_approval(each):
            yield asks(each)
    if verdict is Verdict.UNSTATED and venue.community is None:
        yield (
            "Read the rules of the place itself, and add an entry for it: "
            "CONTRIBUTING.md says how."
        )
    if verdict is Verdict.PERMITTED:
        yield "Nothing is open: go ahead."
    if verdict is not Verdict.CANNOT_TELL:
        for fact in missing:
            yield f"{_SETTLE[fact.fact]} More conditions may follow from it."


def _is_approval(asked: AskedCondition) -> bool:
    return (
        isinstance(asked.item, Condition) and asked.item.term is ConditionTerm.APPROVAL
    )


def _ask_sentence(ask: Ask) -> str:
    who = _PEOPLE.get(ask.whom, ask.whom)
    name = f" ({ask.name})" if ask.name else ""
    contact = f" {ask.contact}" if ask.contact else ""
    return f"Ask {who}{name} and wait for a yes.{contact}"


def _clause(condition: Condition) -> str:
    text = sentence(condition).rstrip(".")
    return text[:1].lower() + text[1:]


def _words(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return _PEOPLE.get(str(value), str(value).replace("-", " "))


def suggested_disclosure(
    ties: Sequence[Affiliation],
    conditions: Sequence[AskedCondition],
    languages: Sequence[str] = (),
) -> str | None:
    """A wording that meets the open disclosure conditions, or None where none is open.

    It declares the participant's own `ties` and no others, in the first of the
    community's languages that has the words, else in English.
    """
    terms = {
        condition.term
        for each in conditions
        if each.status is OPEN and each.certain
        for condition in flat(each.item)
    }
    if not terms & {*DISCLOSURE_PLACES, ConditionTerm.VIEWS_ARE_OWN}:
        return None
    with_role = any(
        part in _POSITION
        for each in conditions
        for condition in flat(each.item)
        if isinstance(what := condition.get("what"), tuple)
        for part in what
    )
    current = [
        tie
        for tie in ties
        if tie.status is Status.CURRENT and tie.relationship in DECLARATIONS
    ]
    wordings = [DECLARATIONS[tie.relationship] for tie in current]
    if ConditionTerm.VIEWS_ARE_OWN in terms:
        wordings.append(STATEMENTS[ConditionTerm.VIEWS_ARE_OWN])
    language = _common_language(languages, wordings)
    sentences = [
        wording[language].format(_name(tie) if tie else "")
        + (f" ({tie.role})" if tie and tie.role and with_role else "")
        + "."
        for wording, tie in zip_longest(wordings, current)
    ]
    return " ".join(dict.fromkeys(sentences)) or None


def _common_language(
    languages: Sequence[str], wordings: Sequence[Mapping[str, str]]
) -> str:
    """The first language that all the wordings are held in."""
    for language in languages:
        short = language.partition("-")[0].lower()
        if wordings and all(short in wording for wording in wordings):
            return short
    return _ENGLISH


def _name(tie: Affiliation) -> str:
    """The organisation, or where its name belongs."""
    return tie.organization.name if tie.organization else "[your organisation]"


def explanation(decision: Decision) -> str:
    """The whole answer as lines of at most 79 columns."""
    return "\n".join(_lines(decision)) + "\n"


def headline(decision: Decision) -> str:
    """The answer in one line."""
    return (
        f"{decision.name}: {str(decision.activity).replace('-', ' ')}"
        f" – {_VERDICTS[decision.verdict].upper()}"
    )


def _lines(decision: Decision) -> Iterator[str]:
    yield headline(decision)
    yield from _wrap(_basis(decision), "")
    yield from _declared(decision.disclosure)
    decisive = [reason for reason in decision.reasons if reason.decisive]
    others = [reason for reason in decision.reasons if not reason.decisive]
    yield ""
    yield "Why"
    if decision.silence:
        yield from _wrap(_SILENCES[decision.silence], "  ")
    elif not decisive:
        yield from _wrap(_A_YES, "  ")
    yield from _reasons(decisive)
    yield from _section("What to do", decision.next_steps)
    yield from _section(
        "Words that would do",
        [f"“{decision.suggested_disclosure}”"] if decision.suggested_disclosure else [],
    )
    yield from _section(
        "Met",
        [
            asks(each)
            for each in decision.conditions
            if each.status is ConditionStatus.MET
        ],
    )
    yield from _section("Not known", [fact.why for fact in decision.missing_facts])
    yield from _section(
        "In dispute (the stricter reading holds)",
        [
            f"{', '.join(each.rules)}: the owner says: {each.owner_says} A curator "
            f"read: {each.curator_read}"
            for each in decision.disputes
        ],
    )
    also = decision.also
    yield from _section(
        "Also here",
        [
            f"{str(each.activity).replace('-', ' ')}: {_VERDICTS[each.verdict]}"
            f" ({each.rule})"
            for each in also
        ],
    )
    duties = [duty.summary for duty in decision.duties if duty.certain]
    yield from _section("Duties", duties)
    yield from _section(
        "Advice", [duty.summary for duty in decision.advice if duty.certain]
    )
    if others:
        yield ""
        yield from _wrap(
            "Further rules read: " + ", ".join(reason.rule for reason in others), ""
        )


def _basis(decision: Decision) -> str:
    bounds = ""
    if decision.verdict is Verdict.CANNOT_TELL:
        bounds = (
            f" At worst {_VERDICTS[decision.at_worst]}, at best "
            f"{_VERDICTS[decision.at_best]}."
        )
    return f"On {decision.on.isoformat()}; certainty: {decision.certainty}.{bounds}"


def _declared(disclosure: Disclosure) -> Iterator[str]:
    ties = [
        f"{_status(tie)}{str(tie.relationship).replace('-', ' ')} – "
        f"{tie.organization.name if tie.organization else tie.surface}"
        + (f" ({str(tie.kind).replace('-', ' ')})" if tie.kind else "")
        for tie in disclosure.affiliations
    ]
    personas = [
        f"{_former(persona.status)}{str(persona.actor).replace('-', ' ')}"
        for persona in disclosure.personas
    ]
    said = [*ties, *personas]
    if disclosure.disclaimer:
        said.append("views said to be one's own")
    yield from _section("You declare", said or ["no tie"])


def _status(tie: Affiliation) -> str:
    return "" if tie.status is Status.CURRENT else f"{tie.status} "


def _former(status: Status) -> str:
    return "" if status is Status.CURRENT else f"{status} "


def _reasons(reasons: Sequence[Reason]) -> Iterator[str]:
    for reason in reasons[:_MOST_SHOWN]:
        doubt = "" if reason.certain else ", may apply"
        yield from _wrap(
            f"{reason.rule} ({reason.layer}, {reason.stance}{doubt}): {reason.summary}",
            "  ",
            hang="    ",
        )
        for citation in reason.evidence[:1]:
            parts = [citation.title, citation.place, citation.date]
            told = ", ".join(part for part in parts if part)
            yield from _wrap(told, "    ")
            if citation.url:
                yield f"    {citation.url}"
    if len(reasons) > _MOST_SHOWN:
        rest = reasons[_MOST_SHOWN:]
        yield from _wrap("and " + ", ".join(reason.rule for reason in rest), "  ")


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    told = list(dict.fromkeys(items))
    if not told:
        return
    yield ""
    yield title
    for item in told[:_MOST_SHOWN]:
        yield from _wrap(f"- {item}", "  ", hang="    ")
    if len(told) > _MOST_SHOWN:
        yield f"  - and {len(told) - _MOST_SHOWN} more"


def _wrap(text: str, indent: str, *, hang: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if hang is None else hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
