"""Asking for the facts that are missing, the one that settles soonest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from disclosure_registry.decision import Standing, verdict_of
from disclosure_registry.decision.facets import named
from disclosure_registry.errors import UnknownWordError
from disclosure_registry.matching import word
from disclosure_registry.model import Affiliation, FuzzyDate
from disclosure_registry.vocabulary import (
    Actor,
    Capacity,
    Fact,
    IndustryTie,
    Relationship,
    Status,
    Subject,
    Verdict,
)

if TYPE_CHECKING:
    from disclosure_registry.decision import Circumstances, Decision, MissingFact
    from disclosure_registry.matching import Matcher
    from disclosure_registry.model import Disclosure

__all__ = ["Case", "Question", "answered", "next_question"]

_YES_NO = ("yes", "no")

_TEXTS = {
    Fact.TIE: "Do you have a tie to the health industry today?",
    Fact.ORGANIZATION: "Which organisation is it?",
    Fact.CLIENT: "Which client do you act for?",
    Fact.STATUS: "Does the tie still hold?",
    Fact.ENDED: "When did the tie end (YYYY, YYYY-MM or YYYY-MM-DD)?",
    Fact.CAPACITY: "Do you speak for the organisation, about it, or privately?",
    Fact.COUNTRY: "In which country do you work (two letters, such as GB)?",
    Fact.ABOUT: "Is it about your own organisation's product or a rival's?",
}
_ANSWERS = {
    Fact.TIE: _YES_NO,
    Fact.STATUS: _YES_NO,
    Fact.CAPACITY: tuple(map(str, Capacity)),
    Fact.ABOUT: tuple(map(str, Subject)),
}


@attrs.frozen(kw_only=True)
class Case:
    """What is known so far: the declaration and the circumstances."""

    disclosure: Disclosure
    circumstances: Circumstances


@attrs.frozen(kw_only=True)
class Question:
    """A missing fact as a question; without `answers` any text will do."""

    fact: Fact
    about: str | None
    text: str
    answers: tuple[str, ...] = ()


def next_question(
    matcher: Matcher, community: str, case: Case, decision: Decision
) -> Question | None:
    """The question whose answers settle the verdict most often.

    None where the verdict is settled, or where no fact that a person could give is
    missing.
    """
    if decision.verdict is not Verdict.CANNOT_TELL:
        return None
    askable = [
        each for each in decision.missing_facts if each.settles and each.fact in _TEXTS
    ]
    questions = [_question(each) for each in askable]
    return max(
        questions,
        key=lambda question: _settled(matcher, community, case, decision, question),
        default=None,
    )


def answered(matcher: Matcher, case: Case, question: Question, answer: str) -> Case:
    """The case with one fact more.

    Raises:
        UnknownWordError: the answer is none of those that the question allows.
        InvalidDateError: a date of another form.
    """
    fact, told = question.fact, answer.strip()
    if fact is Fact.CAPACITY:
        return _circumstanced(case, capacity=word(Capacity, "capacities", told))
    if fact is Fact.ABOUT:
        return _circumstanced(case, about=word(Subject, "subjects", told))
    if fact is Fact.COUNTRY:
        given = matcher.circumstances(country=told)
        return _circumstanced(case, country=given.country)
    if fact is Fact.CLIENT:
        given = matcher.circumstances(client=told)
        return _circumstanced(
            case, clients=(*case.circumstances.clients, *given.clients)
        )
    if fact is Fact.TIE:
        return attrs.evolve(case, disclosure=_with_tie(case.disclosure, told))
    return attrs.evolve(
        case, disclosure=_told_of(matcher, case.disclosure, question, told)
    )


def _question(missing: MissingFact) -> Question:
    about = f" (“{missing.about}”)" if missing.about else ""
    return Question(
        fact=missing.fact,
        about=missing.about,
        text=_TEXTS[missing.fact] + about,
        answers=_ANSWERS.get(missing.fact, ()),
    )


def _settled(
    matcher: Matcher,
    community: str,
    case: Case,
    decision: Decision,
    question: Question,
) -> float:
    """The share of a question's answers that settle the verdict.

    A question with any answer is taken to settle it half the time.
    """
    answers = question.answers
    if question.fact is Fact.COUNTRY:
        answers = _countries(matcher, decision)
    if not answers:
        return 0.5
    settled = 0
    for answer in answers:
        told = answered(matcher, case, question, answer)
        standing = Standing.of(told.disclosure, told.circumstances)
        verdict = verdict_of(matcher.venue(community), standing, decision.activity)
        settled += verdict is not Verdict.CANNOT_TELL
    return settled / len(answers)


def _countries(matcher: Matcher, decision: Decision) -> tuple[str, ...]:
    """The countries of the codes that hang on the country."""
    codes = {
        rule.partition("#")[0]
        for missing in decision.missing_facts
        if missing.fact is Fact.COUNTRY
        for rule in missing.rules
    }
    found = {
        country
        for code in codes & set(matcher.registry.codes)
        for country in matcher.registry.codes[code].countries
    }
    return tuple(sorted(found))


def _circumstanced(case: Case, **facts: object) -> Case:
    return attrs.evolve(
        case,
        circumstances=attrs.evolve(case.circumstances, **facts),  # type: ignore[arg-type]  # by name
    )


def _is_no(answer: str) -> bool:
    if answer not in _YES_NO:
        raise UnknownWordError("answers (yes or no)", answer)
    return answer == "no"


def _with_tie(disclosure: Disclosure, answer: str) -> Disclosure:
    if _is_no(answer):
        return attrs.evolve(disclosure, industry_tied=IndustryTie.NO, unresolved=())
    tie = Affiliation(
        organization=None,
        surface="the health industry",
        kind=Actor.INDUSTRY,
        relationship=Relationship.EMPLOYEE,
        status=Status.CURRENT,
    )
    return attrs.evolve(
        disclosure,
        affiliations=(*disclosure.affiliations, tie),
        industry_tied=IndustryTie.YES,
    )


def _told_of(
    matcher: Matcher, disclosure: Disclosure, question: Question, answer: str
) -> Disclosure:
    """The declaration with one of its ties better known."""
    ties = tuple(
        _better(matcher, tie, question.fact, answer)
        if question.about in (None, named(tie))
        else tie
        for tie in disclosure.affiliations
    )
    return attrs.evolve(disclosure, affiliations=ties)


def _better(matcher: Matcher, tie: Affiliation, fact: Fact, answer: str) -> Affiliation:
    if fact is Fact.ENDED:
        return attrs.evolve(tie, until=FuzzyDate.parse(answer))
    if fact is Fact.STATUS:
        ended = _is_no(answer)
        return attrs.evolve(tie, status=Status.FORMER if ended else Status.CURRENT)
    given = matcher.circumstances(client=answer).clients[0]
    return attrs.evolve(
        tie,
        organization=given.organization,
        candidates=given.candidates,
        surface=answer,
        # A firm that the registry does not hold is of a kind not known.
        kind=given.kind if given.kind is not None else tie.kind,
    )
