"""What the reader collects while it reads: claims, before they become affiliations."""

from __future__ import annotations

from typing import Final

import attrs

from disclosure_registry.gazetteer import Strength
from disclosure_registry.text import Form
from disclosure_registry.vocabulary import Actor, Relationship, Status

__all__ = ["Claim", "Named"]


@attrs.define(slots=True, eq=False)
class Named:
    """An organisation as the text has it: words `begin` to `end` (exclusive).

    `numbers` are its places in the gazetteer, none for one that is not held; `sure`
    is whether `kind` is more than a guess. `unnamed` is a noun such as "biotech".
    `labelled` is a name behind "@" and words that may be a part.
    """

    begin: int
    end: int
    numbers: tuple[int, ...] = ()
    kind: Actor | None = None
    sure: bool = False
    strength: Strength = Strength.STRONG
    form: Form = Form.WORD
    countries: tuple[str, ...] = ()
    unnamed: bool = False
    generic: bool = False
    firm: bool = False
    statutory: bool = False
    labelled: bool = False


@attrs.define(slots=True, eq=False)
class Claim:
    """One tie, with the words that carry it.

    `cue` is the range of words of the cue. `once` is a payment made once and declared
    in a register; `vague` waits for words that say what a payment was for.
    """

    named: Named
    relationship: Relationship
    status: Status
    rule: str
    cue: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    vague: bool = False
    once: bool = False
    until: str | None = None
    since: str | None = None


#: Ties in which several organisations are listed, known or not.
LISTED: Final = frozenset(
    {
        Relationship.CONSULTANT,
        Relationship.SPEAKER,
        Relationship.ADVISORY_BOARD,
        Relationship.GRANT,
        Relationship.EQUITY,
        Relationship.TRAVEL_OR_HOSPITALITY,
        Relationship.ROYALTY_OR_LICENCE,
        Relationship.OTHER,
        Relationship.AGENCY,
        Relationship.REWARDED,
        Relationship.FOUNDER_OWNER,
        Relationship.BOARD_MEMBER,
    }
)
