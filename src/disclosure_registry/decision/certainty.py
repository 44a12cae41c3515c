"""How firm a rule is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_registry.decision.question import PERMISSIONS
from disclosure_registry.decision.truth import NO
from disclosure_registry.vocabulary import Actor, Basis, Certainty, Extent, Via

if TYPE_CHECKING:
    from disclosure_registry.decision.facets import Facet
    from disclosure_registry.decision.question import Circumstances, Line
    from disclosure_registry.model import Source

CERTAINTY_RANK = {certainty: rank for rank, certainty in enumerate(Certainty)}


def rule_certainty(line: Line, facet: Facet, circumstances: Circumstances) -> Certainty:
    """How firm a rule is: the best of its sources, unless it is not stated."""
    rule = line.rule
    leave_by_everyone = (
        rule.stance in PERMISSIONS
        and facet.industry is not NO
        and not rule.relationships
        and not rule.actors & facet.actors - {Actor.EVERYONE}
    )
    if rule.basis is not Basis.STATED or leave_by_everyone:
        return Certainty.INFERRED
    grades = [
        _source_certainty(line.sources[evidence.source], circumstances)
        for evidence in rule.evidence
        if evidence.source in line.sources
    ]
    return min(grades, key=CERTAINTY_RANK.__getitem__, default=Certainty.UNDATED)


def _source_certainty(source: Source, circumstances: Circumstances) -> Certainty:
    """The state of a text; a copy in an archive does not prove that it stands yet."""
    seen = source.seen if source.via is Via.LIVE else None
    days = [day.earliest for day in (source.date, seen) if day is not None]
    if circumstances.max_age is not None and (
        not days or max(days) < circumstances.max_age.before(circumstances.on)
    ):
        return Certainty.STALE
    if not days:
        return Certainty.UNDATED
    return Certainty.STATED if source.extent is Extent.WHOLE else Certainty.PARTIAL
