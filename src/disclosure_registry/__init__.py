"""What online communities ask of people who declare an affiliation.

`match` is the main job in one call: a community, what a person declares and what they
want to do, and a `Decision` with its reasons. `load` gives the registry that ships
with the package, `read_disclosure` reads a declaration. Each name is fetched when it
is first touched, so that the bare import costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disclosure_registry.decision import Decision, MissingFact, Reason
    from disclosure_registry.errors import (
        DisclosureRegistryError,
        InvalidDateError,
        InvalidDocumentError,
        InvalidPlaceError,
        ResourceError,
        TextTooLongError,
        UnknownIdentifierError,
        UnknownWordError,
    )
    from disclosure_registry.loading import load
    from disclosure_registry.matching import match, overview, read_disclosure
    from disclosure_registry.model import (
        Affiliation,
        Code,
        Community,
        Disclosure,
        Organization,
        Rule,
    )
    from disclosure_registry.registry import Registry
    from disclosure_registry.vocabulary import (
        Activity,
        Actor,
        Capacity,
        Certainty,
        IndustryTie,
        Relationship,
        Stance,
        Status,
        Verdict,
    )

__version__ = "26.11.0"

_HOMES = {
    "Activity": "vocabulary",
    "Actor": "vocabulary",
    "Affiliation": "model",
    "Capacity": "vocabulary",
    "Certainty": "vocabulary",
    "Code": "model",
    "Community": "model",
    "Decision": "decision",
    "Disclosure": "model",
    "DisclosureRegistryError": "errors",
    "IndustryTie": "vocabulary",
    "InvalidDateError": "errors",
    "InvalidDocumentError": "errors",
    "InvalidPlaceError": "errors",
    "MissingFact": "decision",
    "Organization": "model",
    "Reason": "decision",
    "Registry": "registry",
    "Relationship": "vocabulary",
    "ResourceError": "errors",
    "Rule": "model",
    "Stance": "vocabulary",
    "Status": "vocabulary",
    "TextTooLongError": "errors",
    "UnknownIdentifierError": "errors",
    "UnknownWordError": "errors",
    "Verdict": "vocabulary",
    "load": "loading",
    "match": "matching",
    "overview": "matching",
    "read_disclosure": "matching",
}

__all__ = [
    "Activity",
    "Actor",
    "Affiliation",
    "Capacity",
    "Certainty",
    "Code",
    "Community",
    "Decision",
    "Disclosure",
    "DisclosureRegistryError",
    "IndustryTie",
    "InvalidDateError",
    "InvalidDocumentError",
    "InvalidPlaceError",
    "MissingFact",
    "Organization",
    "Reason",
    "Registry",
    "Relationship",
    "ResourceError",
    "Rule",
    "Stance",
    "Status",
    "TextTooLongError",
    "UnknownIdentifierError",
    "UnknownWordError",
    "Verdict",
    "load",
    "match",
    "overview",
    "read_disclosure",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
