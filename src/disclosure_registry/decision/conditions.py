"""Whether conditions are met, open or failed for a person."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Any

import attrs

from disclosure_registry.decision.facets import Facet, Person, person_of
from disclosure_registry.decision.question import ConditionSelector
from disclosure_registry.decision.truth import Truth, Value
from disclosure_registry.hierarchy import ACTORS_ABOVE
from disclosure_registry.model import (
    Affiliation,
    AnyOf,
    Condition,
    ConditionItem,
    Disclosure,
)
from disclosure_registry.vocabulary import (
    CHECKABLE,
    DISCLOSURE_PLACES,
    KINDS,
    OPPOSITES,
    Actor,
    ConditionStatus,
    ConditionTerm,
    Place,
    Relationship,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from disclosure_registry.decision.question import Circumstances
    from disclosure_registry.model import Value as ParameterValue

MET, OPEN, FAILED = ConditionStatus.MET, ConditionStatus.OPEN, ConditionStatus.FAILED

_CHECKABLE = frozenset(CHECKABLE)
_SEVERITY = {MET: 0, OPEN: 1, FAILED: 2}

#: Where a tie may be declared for "anywhere": wherever it is read.
_ANYWHERE = "anywhere"

_ACCOUNT_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+")
#: Characters of an account name that are looked at; real ones are shorter.
_LONGEST_NAME = 100
_NAME_WORD = re.compile(r"[^\W_]+")

#: Ways through alternatives that are tried before they count as colliding.
_MOST_WAYS = 4096


@attrs.frozen(kw_only=True, eq=False)
class Standing:
    """A participant as a question finds one: declaration, circumstances, facets.

    One Standing serves any number of venues and activities: it remembers which code
    binds which facet and what the codes say of an activity, the costliest parts of a
    question.
    """

    disclosure: Disclosure
    circumstances: Circumstances
    person: Person
    bindings: dict[tuple[Any, ...], Truth] = attrs.field(factory=dict)
    remembered: dict[tuple[Any, ...], Any] = attrs.field(factory=dict)

    @staticmethod
    def of(disclosure: Disclosure, circumstances: Circumstances) -> Standing:
        """A participant who declares this, under these circumstances."""
        return Standing(
            disclosure=disclosure,
            circumstances=circumstances,
            person=person_of(disclosure, circumstances),
        )


def status_of(item: ConditionItem, facet: Facet, standing: Standing) -> ConditionStatus:
    """The state of a condition, or of alternatives, for one facet of a person.

    Alternatives are met by one branch that is met, and failed when all have failed.
    """
    if isinstance(item, AnyOf):
        branches = [
            worst(status_of(condition, facet, standing) for condition in branch)
            for branch in item.branches
        ]
        return min(branches, key=_SEVERITY.__getitem__, default=FAILED)
    told = _told(item, standing.circumstances)
    return _seen(item, facet, standing) if told is None else told


def worst(statuses: Iterable[ConditionStatus]) -> ConditionStatus:
    """Failed if one is, else open if one is; met when there is none."""
    return max(statuses, key=_SEVERITY.__getitem__, default=MET)


def is_checkable(item: ConditionItem) -> bool:
    """Whether it can be shown beforehand (alternatives: whether any branch can)."""
    return any(condition.term in _CHECKABLE for condition in flat(item))


def flat(item: ConditionItem) -> Iterator[Condition]:
    """Every condition in an item, of all branches."""
    if isinstance(item, AnyOf):
        for branch in item.branches:
            yield from branch
    else:
        yield item


def needs_approval(item: ConditionItem, facet: Facet, standing: Standing) -> bool:
    """Whether an open item cannot be met without somebody's yes."""
    branches = item.branches if isinstance(item, AnyOf) else ((item,),)
    ways = []
    for branch in branches:
        statuses = [status_of(condition, facet, standing) for condition in branch]
        if worst(statuses) is not FAILED:
            ways.append(
                any(
                    condition.term is ConditionTerm.APPROVAL and status is OPEN
                    for condition, status in zip(branch, statuses, strict=True)
                )
            )
    return bool(ways) and all(ways)


def has_opposite(item: ConditionItem) -> bool:
    """Whether any condition in an item has one that cannot be kept beside it."""
    return any(condition.term in OPPOSITES for condition in flat(item))


def collide(items: Iterable[ConditionItem]) -> bool:
    """Whether the items cannot all be kept, by any way through their alternatives.

    Where there are more ways than can be tried, they are taken to collide.
    """
    settled = list(items)
    ways = [
        item.branches if isinstance(item, AnyOf) else ((item,),) for item in settled
    ]
    count = 1
    for branches in ways:
        count *= max(len(branches), 1)
    if count > _MOST_WAYS:
        return any(_opposed([flat(item) for item in settled]))
    return not any(not any(_opposed(list(way))) for way in product(*ways))


def opposed_pairs(
    items: Iterable[Condition],
) -> Iterator[tuple[Condition, Condition]]:
    """Each pair of conditions that cannot both be kept."""
    given = list(items)
    for index, one in enumerate(given):
        for other in given[index + 1 :]:
            if other.term in OPPOSITES.get(one.term, ()):
                yield one, other


def _opposed(
    branches: list[Iterable[Condition]],
) -> Iterator[tuple[Condition, Condition]]:
    return opposed_pairs(condition for branch in branches for condition in branch)


def selects(selector: ConditionSelector | Condition, condition: Condition) -> bool:
    """Whether a selector, or a condition told of itself, speaks of a condition."""
    if isinstance(selector, Condition):
        return selector == condition
    if selector.term is not condition.term:
        return False
    return selector.value is None or any(
        selector.value in _values(value) for _, value in condition.parameters
    )


def _told(condition: Condition, circumstances: Circumstances) -> ConditionStatus | None:
    if any(selects(selector, condition) for selector in circumstances.not_met):
        return FAILED
    return MET if _meets(circumstances.met, condition) else None


def _meets(told: Iterable[ConditionSelector | Condition], condition: Condition) -> bool:
    """Whether what was told meets all of a condition.

    A value that says whom, by whom or where speaks for the whole condition; of
    numbers and lists each one has to be told.
    """
    selectors = [selector for selector in told if selects(selector, condition)]
    named = {
        selector.value
        for selector in selectors
        if isinstance(selector, ConditionSelector)
    }
    if None in named or any(isinstance(each, Condition) for each in selectors):
        return True
    if any(value in named for _, value in condition.parameters if _is_text(value)):
        return True
    return bool(named) and all(
        part in named
        for _, value in condition.parameters
        if not _is_text(value)
        for part in _values(value)
    )


def _is_text(value: ParameterValue) -> bool:
    return isinstance(value, str)


def _values(value: ParameterValue) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _seen(condition: Condition, facet: Facet, standing: Standing) -> ConditionStatus:
    """What the declaration and the circumstances show of a condition."""
    term = condition.term
    if term in DISCLOSURE_PLACES:
        return _disclosed(condition, facet, standing)
    check = _CHECKS.get(term)
    return OPEN if check is None else check(condition, standing)


def _disclosed(
    condition: Condition, facet: Facet, standing: Standing
) -> ConditionStatus:
    """A disclosure is met where the declaration itself makes it in that place."""
    where = DISCLOSURE_PLACES[condition.term]
    what = condition.get("what")
    for tie in _declared(where, facet, standing.disclosure):
        asked = what if isinstance(what, tuple) else ("company",)
        if all(_says(part, tie) for part in asked):
            return OPEN if condition.get("place") is not None else MET
    return OPEN


def _declared(
    where: str, facet: Facet, disclosure: Disclosure
) -> Iterator[Affiliation]:
    if facet.tie is None:
        return
    for tie in disclosure.affiliations:
        if (
            (_same(tie, facet.tie) or _client_of(tie, facet.tie))
            # An ended tie, said, does not declare the one that holds.
            and tie.status is facet.tie.status
            and _stands(tie, where, disclosure)
        ):
            yield tie


def _same(tie: Affiliation, other: Affiliation) -> bool:
    if tie.organization is None and tie.surface != other.surface:
        return False
    return tie.organization == other.organization


def _client_of(tie: Affiliation, other: Affiliation) -> bool:
    """Whether the other tie is to the client that this one names beside it."""
    acting = other.relationship is Relationship.AGENCY
    return acting and tie.client is not None and tie.client == other.organization


def _stands(tie: Affiliation, where: str, disclosure: Disclosure) -> bool:
    if where == _ANYWHERE:
        return tie.span is not None
    span = tie.span
    return span is not None and any(
        section.place == where and section.start <= span.start < section.stop
        for section in disclosure.sections
    )


#: What an entry may ask to be named → what a tie says of it.
_ORGANISATION = frozenset(("company", "employer", "affiliation", "organisation"))
_POSITION = frozenset(("position", "title", "role"))


def _says(part: str, tie: Affiliation) -> bool:
    if part in _ORGANISATION:
        return tie.organization is not None or bool(tie.kind and tie.surface)
    if part in _POSITION:
        return tie.role is not None
    if part == "client":
        # Whoever acts for no client has none to name.
        return tie.client is not None or tie.kind is not Actor.AGENCY
    return part == "relationship"


def _without_company(_condition: Condition, standing: Standing) -> ConditionStatus:
    """Failed where a name that the person is tied to stands in the account name.

    A name without it may yet hold another company's, so nothing here shows it as met.
    """
    disclosure = standing.disclosure
    accounts = [
        disclosure.text[section.start : section.stop]
        for section in disclosure.sections
        if section.place is Place.USERNAME
    ]
    names = {
        name
        for tie in disclosure.affiliations
        if tie.status in (Status.CURRENT, Status.UNCLEAR)
        for name in (tie.surface, tie.organization.name if tie.organization else "")
        if name
    }
    named = any(_holds(account, name) for account in accounts for name in names)
    return FAILED if named else OPEN


def _holds(account: str, name: str) -> bool:
    """Whether an account name holds a name as whole words, apart or together."""
    found = _ACCOUNT_WORD.findall(account[:_LONGEST_NAME])
    words = [word.casefold() for word in found]
    wanted = "".join(_NAME_WORD.findall(name)).casefold()
    return bool(wanted) and any(
        "".join(words[start:stop]) == wanted
        for start in range(len(words))
        for stop in range(start + 1, len(words) + 1)
    )


def _own_views(_condition: Condition, standing: Standing) -> ConditionStatus:
    return MET if standing.disclosure.disclaimer else OPEN


def _established(condition: Condition, standing: Standing) -> ConditionStatus:
    circumstances = standing.circumstances
    statuses = []
    posts, days = condition.get("posts"), condition.get("days")
    if isinstance(posts, int):
        have = circumstances.posts
        statuses.append(OPEN if have is None else MET if have >= posts else FAILED)
    if isinstance(days, int):
        since = circumstances.member_since
        age = None if since is None else (circumstances.on - since).days
        statuses.append(OPEN if age is None else MET if age >= days else FAILED)
    return worst(statuses) if statuses else OPEN


def _area(condition: Condition, standing: Standing) -> ConditionStatus:
    area, asked = standing.circumstances.area, condition.get("area")
    if area is None or not isinstance(asked, str):
        return OPEN
    return MET if area.casefold() == asked.casefold() else FAILED


def _is_also(condition: Condition, standing: Standing) -> ConditionStatus:
    """A further facet at once; what is not declared is not the case."""
    wanted = condition.get("actor")
    status = FAILED
    for facet in standing.person.facets:
        if facet.former or not (facet.tie is None or facet.belongs):
            continue
        if wanted in facet.actors and wanted in ACTORS_ABOVE:
            if facet.exists.value is Value.YES:
                return MET
            status = OPEN
        elif facet.kind_open and wanted in _KIND_WORDS:
            status = OPEN
    return status


def _resident(condition: Condition, standing: Standing) -> ConditionStatus:
    """Where one lives is for oneself to say: the employer's country is a guess."""
    asked, given = condition.get("countries"), standing.circumstances.country
    employers = {
        country for tie in standing.disclosure.affiliations for country in tie.countries
    }
    own = {*standing.disclosure.countries} - employers
    lives = own if given is None else {given}
    if not lives or not isinstance(asked, tuple):
        return OPEN
    return MET if lives.intersection(asked) else FAILED


_KIND_WORDS = frozenset(KINDS)

_CHECKS = {
    ConditionTerm.NAME_WITHOUT_COMPANY: _without_company,
    ConditionTerm.VIEWS_ARE_OWN: _own_views,
    ConditionTerm.ESTABLISHED_MEMBER: _established,
    ConditionTerm.DESIGNATED_AREA: _area,
    ConditionTerm.IS: _is_also,
    ConditionTerm.RESIDENT: _resident,
}
