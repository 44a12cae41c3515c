"""How a decision is made: rules that apply, judged by the law of the house.

`decide(venue, standing, activity)` is the one way in. `Venue` is a community with its
layers already drawn from one registry; `Standing` is a participant with what they
declare and the circumstances of the act.
"""

from disclosure_registry.decision.algorithms import Algorithm, Outcome, combine
from disclosure_registry.decision.answer import (
    Also,
    Ask,
    AskedCondition,
    Citation,
    Decision,
    Disputed,
    Duty,
    MissingFact,
    Reason,
    decide,
)
from disclosure_registry.decision.conditions import Standing
from disclosure_registry.decision.evaluate import verdict_of
from disclosure_registry.decision.explain import asks, headline
from disclosure_registry.decision.law import STRICTNESS, leave_of
from disclosure_registry.decision.question import (
    Circumstances,
    ConditionSelector,
    Entry,
    Texts,
    Venue,
)

__all__ = [
    "STRICTNESS",
    "Algorithm",
    "Also",
    "Ask",
    "AskedCondition",
    "Circumstances",
    "Citation",
    "ConditionSelector",
    "Decision",
    "Disputed",
    "Duty",
    "Entry",
    "MissingFact",
    "Outcome",
    "Reason",
    "Standing",
    "Texts",
    "Venue",
    "asks",
    "combine",
    "decide",
    "headline",
    "leave_of",
    "verdict_of",
]
