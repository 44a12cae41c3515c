"""Show a text with each claim marked and the rule that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from disclosure_registry.model.disclosures import Affiliation, Disclosure, Span

__all__ = ["explain"]

#: What each rule of the reader says, for people.
_RULES: Final = {
    "tie": "words that say so stand before the name",
    "title": "a title leads to the name",
    "persona": "a profession leads to the name",
    "after": "words that say so stand behind the name",
    "title-after": "a title stands behind the name",
    "sector-title": "a title stands behind a branch of the industry",
    "sector-role": "this part is played in the industry, whoever the employer",
    "former": "a word of the past stands before the name",
    "former-list": "the name continues a list of the past",
    "bare-name": "the name stands alone: the tie is likely and not said",
    "place": "the name stands where somebody is at work, in words that leave it open",
    "list": "the name stands in a row of firms, and no word says why",
    "address": "the address has the name of a person whom the text names",
    "byline": "the name stands behind a person's, as bylines have it",
    "since": "a date behind the name tells since when",
    "signature": "the name stands below the writer's own",
    "makes": "the writer makes what firms of this kind make",
    "again": "the name stands here, another place tells the tie",
    "unnamed-employer": "there is an employer, and no name",
    "account": "the account presents itself as an organisation",
    "account-row": "a register names an organisation and what it is",
    "opening": "the text opens as an organisation's own",
    "row": "a row of a register of interests",
    "ended": "the register says that it has ended",
}


def explain(disclosure: Disclosure, *, reasons: bool = True) -> str:
    """The text with claims numbered in brackets, then one line for each claim.

    What is claimed stands in `[ ]` with its number behind, so that it reads in any
    terminal; lines name organisation, tie and state, and with `reasons` the rule and
    the words that carried it.
    """
    spans = [
        (number, claim.span)
        for number, claim in enumerate(disclosure.affiliations, 1)
        if claim.span is not None
    ]
    lines = [_marked(disclosure.text, spans), ""]
    for number, claim in enumerate(disclosure.affiliations, 1):
        why = _why(claim, disclosure.text) if reasons else ""
        lines.append(f"[{number}] {_sentence(claim)}{why}")
    lines.extend(
        f"also: {persona.actor} ({persona.status}), from {persona.surface!r}"
        for persona in disclosure.personas
    )
    lines.extend(
        f"left open: {item.surface!r}: {item.why}" for item in disclosure.unresolved
    )
    if disclosure.disclaimer:
        lines.append("disclaimer: the views are the person's own; the ties stay")
    lines.append(f"tied to the health industry: {disclosure.industry_tied}")
    return "\n".join(lines)


def _marked(text: str, spans: list[tuple[int, Span]]) -> str:
    numbers: dict[tuple[int, int], list[int]] = {}
    for number, span in spans:
        numbers.setdefault((span.start, span.stop), []).append(number)
    parts: list[str] = []
    at = 0
    for start, stop in sorted(numbers):
        if start < at:
            # A claim inside another's words is listed below and not marked twice.
            continue
        signs = ",".join(map(str, numbers[start, stop]))
        parts.append(f"{text[at:start]}[{text[start:stop]}]{signs}")
        at = stop
    parts.append(text[at:])
    return "".join(parts)


def _sentence(claim: Affiliation) -> str:
    if claim.organization is not None:
        who = claim.organization.name
    elif claim.candidates:
        who = " or ".join(party.name for party in claim.candidates)
    else:
        who = claim.surface
    kind = f" ({claim.kind})" if claim.kind is not None else ""
    return f"{who}{kind}: {claim.relationship}, {claim.status}"


def _why(claim: Affiliation, text: str) -> str:
    rule = _RULES.get(claim.rule or "", claim.rule or "given")
    cue = f": {text[claim.cue.start : claim.cue.stop]!r}" if claim.cue else ""
    return f"; {rule}{cue}"
