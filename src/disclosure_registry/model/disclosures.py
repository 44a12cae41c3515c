"""What a participant declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from disclosure_registry.model.explaining import explain
from disclosure_registry.vocabulary import (
    Actor,
    Capacity,
    IndustryTie,
    Place,
    Relationship,
    Status,
)

if TYPE_CHECKING:
    from disclosure_registry.model.dates import FuzzyDate


@attrs.frozen
class Span:
    """Half-open offsets into `Disclosure.text`: `text[start:stop]` proves the claim."""

    start: int
    stop: int


@attrs.frozen
class Party:
    """An organisation that the registry holds, in short."""

    id: str
    name: str
    kind: Actor


@attrs.frozen(kw_only=True)
class Affiliation:
    """One tie between the participant and an organisation.

    `organization` is None where the text names none that the registry holds;
    `surface` is the name or words as written and `kind` what sort of organisation
    it is (None: not known). `candidates` are the organisations that share the name.
    An agency's tie to whom it acts for is an affiliation of its own, with the
    relationship `agency`; `client` repeats the first such client beside the agency.
    `since` and `until` are what the text says of the time. `rule` names the reader's
    rule that made the claim, `cue` the words that carried it.
    """

    organization: Party | None
    surface: str
    kind: Actor | None
    relationship: Relationship
    status: Status
    role: str | None = None
    client: Party | None = None
    span: Span | None = None
    candidates: tuple[Party, ...] = ()
    countries: tuple[str, ...] = ()
    since: FuzzyDate | None = None
    until: FuzzyDate | None = None
    rule: str | None = None
    cue: Span | None = None


@attrs.frozen(kw_only=True)
class Persona:
    """What the participant is apart from any tie; `actor` is one of PERSONAS."""

    actor: Actor
    status: Status = Status.CURRENT
    surface: str | None = None
    span: Span | None = None
    rule: str | None = None


@attrs.frozen(kw_only=True)
class Unresolved:
    """Words that look like a tie and could not be settled, and why."""

    surface: str
    why: str
    span: Span | None = None


@attrs.frozen
class Section:
    """The part of `Disclosure.text` that stood in one place."""

    place: Place
    start: int
    stop: int


@attrs.frozen(kw_only=True)
class Disclosure:
    """What a participant declares, as read from texts or given in fields.

    `text` joins the texts as given, in order, with a line break between; `sections`
    say which part stood where. `capacity` is what the text itself settles, or None.
    `disclaimer` is true where the text says that views are the person's own.
    """

    text: str = ""
    sections: tuple[Section, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    personas: tuple[Persona, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    capacity: Capacity | None = None
    disclaimer: bool = False
    industry_tied: IndustryTie = IndustryTie.NO
    language: str | None = None
    countries: tuple[str, ...] = ()

    def explain(self) -> str:
        """The text with each claim marked, and the rule and words that made it."""
        return explain(self)
