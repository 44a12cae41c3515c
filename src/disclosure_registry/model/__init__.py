"""The things of the registry as frozen classes: no dict, no file, no JSON in sight."""

from disclosure_registry.model.dates import FuzzyDate, Period
from disclosure_registry.model.disclosures import (
    Affiliation,
    Disclosure,
    Party,
    Persona,
    Section,
    Span,
    Unresolved,
)
from disclosure_registry.model.entries import (
    Binds,
    Code,
    Community,
    Dispute,
    Issuer,
    Maintainer,
    Names,
    Organization,
    Parent,
)
from disclosure_registry.model.rules import (
    AnyOf,
    Condition,
    ConditionItem,
    Evidence,
    Exceptions,
    InForce,
    Rule,
    Source,
    Value,
)

__all__ = [
    "Affiliation",
    "AnyOf",
    "Binds",
    "Code",
    "Community",
    "Condition",
    "ConditionItem",
    "Disclosure",
    "Dispute",
    "Evidence",
    "Exceptions",
    "FuzzyDate",
    "InForce",
    "Issuer",
    "Maintainer",
    "Names",
    "Organization",
    "Parent",
    "Party",
    "Period",
    "Persona",
    "Rule",
    "Section",
    "Source",
    "Span",
    "Unresolved",
    "Value",
]
