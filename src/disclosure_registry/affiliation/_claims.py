"""What the reader collects while it reads: claims, before they become affiliations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from disclosure_registry.gazetteer import Strength
from disclosure_registry.text import Form
from disclosure_registry.vocabulary import Actor, Relationship, Status

if TYPE_CHECKING:
    from disclosure_registry.affiliation.cues import Cue

__all__ = [
    "HOLDING",
    "LISTED",
    "PLAYED",
    "SEATS",
    "Claim",
    "Found",
    "Named",
    "Opened",
    "PersonaFound",
]


@attrs.define(slots=True, eq=False)
class Named:
    """An organisation as the text has it: words `begin` to `end` (exclusive).

    `numbers` are its places in the gazetteer, none for one that is not held; `sure`
    is whether `kind` is more than a guess. `unnamed` is a noun such as "biotech".
    `labelled` is a name behind "@" and words that may be a part, `doubtful` one that
    nothing governs, before which nothing of another, a wish or the past is said. `kin`
    are the words for a relative before it.
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
    doubtful: bool = False
    kin: tuple[int, int] | None = None


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
    #: The first word of its sentence.
    sentence: int = 0


@attrs.define(slots=True, eq=False)
class PersonaFound:
    """A persona with the words that say so."""

    actor: Actor
    status: Status
    begin: int
    end: int


@attrs.define(slots=True, eq=False)
class Found:
    """All that a walk over a text collected."""

    claims: list[Claim] = attrs.Factory(list)
    personas: list[PersonaFound] = attrs.Factory(list)
    loose: list[Named] = attrs.Factory(list)
    bare: list[tuple[Named, bool]] = attrs.Factory(list)
    wished: list[Named] = attrs.Factory(list)
    sector_roles: list[Claim] = attrs.Factory(list)
    employers: list[tuple[int, int]] = attrs.Factory(list)
    disclaimers: list[tuple[int, int]] = attrs.Factory(list)
    speaks_for: list[tuple[int, int]] = attrs.Factory(list)
    languages: dict[str, int] = attrs.Factory(dict)
    health: bool = False
    health_words: int = 0
    #: The sentences that speak of health, by their first words.
    health_sentences: set[int] = attrs.Factory(set)
    segments: int = 1
    register: bool = False
    first_person: bool = False
    opens_with_we: bool = False
    we: bool = False
    kin: bool = False


@attrs.define(slots=True, eq=False)
class Opened:
    """A cue that waits for its organisation; `another` is one that is another's."""

    cue: Cue
    begin: int
    end: int
    role: tuple[int, int]
    another: bool = False


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
#: Ties in which one holds a part, and is not paid for a thing done.
HOLDING: Final = frozenset({Relationship.FOUNDER_OWNER, Relationship.BOARD_MEMBER})
#: Parts of boards.
SEATS: Final = frozenset({Relationship.BOARD_MEMBER, Relationship.ADVISORY_BOARD})
#: Parts that a life goes on from.
PLAYED: Final = frozenset({Relationship.EMPLOYEE, Relationship.STUDENT_OR_TRAINEE})
