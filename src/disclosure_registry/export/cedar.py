"""The registry as Cedar policies, for the part of the law that Cedar can express.

Cedar answers Allow or Deny for one principal. A person has several facets (each tie,
each persona, and what everybody is), and the law looks at each, so a question is one
request for each facet. `docs/how-to/export.md` says how the answers add up.

What Cedar cannot say is settled on the strict side. A fact that nobody gave restricts
and never permits (Cedar itself would skip a `forbid` whose attribute is missing and
answer Allow); leave that is only inferred is no leave. Duties that cannot both be kept
are not found out, and neither silence nor conditions are part of an answer. A yes that
a permission-required rule offers as one of several ways is not expressed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import attrs

from disclosure_registry.hierarchy import RELATIONSHIPS_ABOVE
from disclosure_registry.model import AnyOf, Code, Community, Condition
from disclosure_registry.vocabulary import (
    ACTIVITY_BROADER,
    ACTIVITY_IMPLIES,
    ACTOR_BROADER,
    CHECKABLE,
    KINDS,
    RELATIONSHIP_BROADER,
    Activity,
    Actor,
    Basis,
    Capacity,
    CodeKind,
    ConditionTerm,
    Force,
    Layer,
    Relationship,
    Stance,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from disclosure_registry.model import (
        ConditionItem,
        Exceptions,
        Organization,
        Rule,
        Source,
    )
    from disclosure_registry.registry import Registry

__all__ = ["SLOTS", "CedarExport", "to_cedar"]

Document = dict[str, Any]

#: The attributes of a Person that hold its facets: at most so many are looked at
#: where a rule looks at the whole person.
SLOTS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")

_LEAVE = frozenset((Stance.PERMITTED, Stance.CONDITIONAL))
_OPERATORS_YES = Condition.of(ConditionTerm.APPROVAL, {"whom": "operator"})
_KINDS = frozenset(KINDS)
_CHECKABLE = frozenset(CHECKABLE)
_APPROVED = ["approval", "approval:moderators", "approval:operator"]


@attrs.frozen(kw_only=True)
class CedarExport:
    """Policies and schema in Cedar's own notation, entities as its JSON."""

    policies: str
    schema: str
    entities: list[Document]


def to_cedar(
    registry: Registry, on: date, *, communities: Iterable[Community] | None = None
) -> CedarExport:
    """Compile a registry, or some of its communities with their layers.

    The policies carry the days on which rules hold and hold for any day; the owners
    of organisations among the entities are those of the day `on`.

    Args:
        registry: where hosts, platform policies, codes and organisations come from.
        on: the day whose owners of organisations are meant.
        communities: those to compile; all unless given.

    Raises:
        UnknownIdentifierError: a community is part of one that the registry lacks.

    """
    chosen = tuple(registry.values() if communities is None else communities)
    texts = tuple(_texts(registry, chosen))
    periods = sorted(
        {str(rule.ties_within) for text in texts for rule in text.entry.rules}
        - {"None"}
    )
    compiled = _Compiler(texts)
    return CedarExport(
        policies="\n".join(compiled.policies()),
        schema=_schema(periods),
        entities=[
            *_words(),
            *_organizations(registry.organizations.values(), on),
            *_communities(registry, chosen),
        ],
    )


# --- texts with the layer they stand in ---------------------------------------------


@attrs.frozen(kw_only=True)
class _Text:
    """A community or a code, with the Cedar scope of the places where it speaks."""

    layer: Layer
    entry: Community | Code
    scope: str
    where: str = ""

    @property
    def sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.entry.sources}


def _texts(registry: Registry, chosen: Iterable[Community]) -> Iterator[_Text]:
    hosts: dict[str, Community] = {}
    platforms: dict[str, Code] = {}
    for community in chosen:
        name = _entity("Community", community.id)
        yield _Text(layer=Layer.COMMUNITY, entry=community, scope=f"resource == {name}")
        for host in _hosts(registry, community):
            hosts[host.id] = host
        policy = registry.codes.get(community.platform)
        if policy is not None and policy.kind is CodeKind.PLATFORM_POLICY:
            platforms[policy.id] = policy
    for host in hosts.values():
        name = _entity("Community", host.id)
        yield _Text(
            layer=Layer.HOST,
            entry=host,
            scope=f"resource in {name}",
            where=f"resource != {name}",
        )
    for policy in platforms.values():
        name = _entity("Platform", policy.id)
        yield _Text(layer=Layer.PLATFORM, entry=policy, scope=f"resource in {name}")
    for code in registry.codes.values():
        if code.kind is not CodeKind.PLATFORM_POLICY:
            yield _Text(layer=Layer.CODE, entry=code, scope="resource")


def _hosts(registry: Registry, community: Community) -> Iterator[Community]:
    seen = {community.id}
    above = community.part_of
    while above is not None and above not in seen:
        seen.add(above)
        host = registry[above]
        yield host
        above = host.part_of


# --- Cedar's notation ---------------------------------------------------------------


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _entity(kind: str, identifier: str) -> str:
    return f"{kind}::{_text(identifier)}"


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(texts) + "]"


def _in(variable: str, kind: str, identifiers: Iterable[str]) -> str:
    names = [_entity(kind, identifier) for identifier in sorted(identifiers)]
    return f"{variable} in {names[0] if len(names) == 1 else _list(names)}"


def _contains_any(variable: str, texts: Iterable[str]) -> str:
    return f"{variable}.containsAny({_list(_text(text) for text in texts)})"


_TRUE, _FALSE = "true", "false"


def _all(*parts: str) -> str:
    wanted = [part for part in parts if part != _TRUE]
    if _FALSE in wanted:
        return _FALSE
    if len(wanted) < 2:  # noqa: PLR2004  one alone needs no parentheses
        return wanted[0] if wanted else _TRUE
    return "(" + " && ".join(wanted) + ")"


def _any(*parts: str) -> str:
    wanted = [part for part in parts if part != _FALSE]
    if _TRUE in wanted:
        return _TRUE
    if len(wanted) < 2:  # noqa: PLR2004  one alone needs no parentheses
        return wanted[0] if wanted else _FALSE
    return "(" + " || ".join(wanted) + ")"


def _not(part: str) -> str:
    if part in (_TRUE, _FALSE):
        return _FALSE if part == _TRUE else _TRUE
    return f"!({part})"


def _given(variable: str, attribute: str, test: str, *, sure: bool) -> str:
    """A test of an attribute that may be missing: missing, it may yet be so."""
    has = f"{variable} has {attribute}"
    # The validator follows `has` into a `then`, not past a negation.
    return _all(has, test) if sure else f"(if {has} then {test} else true)"


def _some_facet(test: Callable[[str], str]) -> str:
    """Whether any facet of the person passes a test."""
    return _any(
        *(
            _all(f"principal.person has {slot}", test(f"principal.person.{slot}"))
            for slot in SLOTS
        )
    )


# --- rules --------------------------------------------------------------------------


class _Compiler:
    """Compiles the rules of texts that may set one another aside."""

    def __init__(self, texts: tuple[_Text, ...]) -> None:
        self._texts = texts
        self._overriding: dict[str, list[tuple[_Text, Rule]]] = {}
        yielding = {
            f"{text.entry.id}#{rule.id}"
            for text in texts
            for rule in text.entry.rules
            if rule.yields
        }
        for text in texts:
            for rule in text.entry.rules:
                for name in rule.overrides:
                    key = name if "#" in name else f"{text.entry.id}#{name}"
                    own = key.startswith(f"{text.entry.id}#")
                    # A rule of another text gives way to the venue, where it yields.
                    if own or (text.layer is Layer.COMMUNITY and key in yielding):
                        self._overriding.setdefault(key, []).append((text, rule))

    def policies(self) -> Iterator[str]:
        """Every policy, with the operator's own yes first."""
        yield _policy(
            "permit",
            "permit the operator's yes",
            "action",
            "resource",
            [
                _contains_any("context.met", _APPROVED),
                _not(_contains_any("context.failed", _keys(_OPERATORS_YES))),
                "context.day >= resource.known_since",
            ],
        )
        for text in self._texts:
            if isinstance(text.entry, Code) and text.entry.force is Force.ADVISORY:
                continue
            for rule in text.entry.rules:
                if rule.stance is Stance.ADVISED or rule.basis is Basis.OPINION:
                    continue
                yield from self._rule(text, rule)

    def _rule(self, text: _Text, rule: Rule) -> Iterator[str]:
        key = f"{text.entry.id}#{rule.id}"
        if rule.stance in _LEAVE and text.layer is Layer.COMMUNITY:
            yield from _leave(text, rule, key)
            return
        items = counted(rule, venue=text.layer is Layer.COMMUNITY)
        failed = _any(*(_failed(item) for item in items))
        asks = _all(_not(failed), _any(*(_asks(item) for item in items)))
        prohibits = failed
        if rule.stance is Stance.PROHIBITED:
            prohibits, asks = _TRUE, _FALSE
        elif rule.stance is Stance.DISCOURAGED:
            prohibits, asks = _FALSE, _TRUE
        may = _holds(text, rule, "principal", sure=False)
        reach = _action("within" if rule.stance in _LEAVE else "including", rule)
        aside = self._set_aside(rule, key)
        for name, when in (("prohibit", prohibits), ("ask", asks)):
            if when != _FALSE:
                yield _policy(
                    "forbid",
                    f"{name} {key}",
                    reach,
                    text.scope,
                    [text.where, may, when],
                    aside,
                )
        if rule.stance is Stance.PERMISSION_REQUIRED and text.layer is Layer.COMMUNITY:
            yield _obtained(text, rule, key)

    def _set_aside(self, rule: Rule, key: str) -> list[str]:
        """When permissions set the rule aside, for this facet or for the person."""
        found = []
        for text, permission in self._overriding.get(key, ()):
            if permission.stance not in {*_LEAVE, Stance.PERMISSION_REQUIRED} or (
                permission.basis is Basis.OPINION
            ):
                continue

            def holds(
                facet: str, text: _Text = text, permission: Rule = permission
            ) -> str:
                return _holds(text, permission, facet, sure=True)

            items = counted(permission, venue=text.layer is Layer.COMMUNITY)
            person = _some_facet(holds) if Actor.EVERYONE in rule.actors else _FALSE
            found.append(
                _all(
                    _condition_of(text.scope),
                    text.where or _TRUE,
                    _action("within", permission),
                    _not(_any(*(_failed(item) for item in items))),
                    _any(holds("principal"), _all(_not("principal.tied"), person)),
                )
            )
        return found


def _condition_of(scope: str) -> str:
    return _TRUE if scope == "resource" else scope


def _leave(text: _Text, rule: Rule, key: str) -> Iterator[str]:
    """What the venue's permission gives, and what it asks beforehand."""
    items = counted(rule, venue=True)
    failed = _any(*(_failed(item) for item in items))
    asks = _any(*(_asks(item) for item in items))
    if rule.basis is Basis.STATED:
        yield _policy(
            "permit",
            f"permit {key}",
            _action("within", rule),
            text.scope,
            [
                "context.day >= resource.known_since",
                _holds(text, rule, "principal", sure=True),
                _not(failed),
                _names_the_tie(rule),
            ],
        )
    if asks != _FALSE:
        yield _policy(
            "forbid",
            f"ask {key}",
            _action("within", rule),
            text.scope,
            [_holds(text, rule, "principal", sure=False), _not(failed), asks],
        )


def _obtained(text: _Text, rule: Rule, key: str) -> str:
    """A yes that a rule asks for and that is there is leave to the whole person."""
    items = counted(rule, venue=True)
    return _policy(
        "permit",
        f"permit {key}",
        _action("within", rule),
        text.scope,
        [
            "context.day >= resource.known_since",
            *(_told_met(item) for item in items if _is_approval(item)),
            *(_not(_told_failed(item)) for item in items if _is_approval(item)),
            _not(_any(*(_failed(item) for item in items))),
            _some_facet(lambda facet: _holds(text, rule, facet, sure=True)),
        ],
    )


def _names_the_tie(rule: Rule) -> str:
    """A tie to industry is let in only by a rule that names it."""
    if rule.relationships or Actor.EVERYONE not in rule.actors:
        return _TRUE
    named = _actor(rule.actors - {Actor.EVERYONE}, "principal")
    return _any(_not(_INDUSTRY_TIE), named)


_INDUSTRY_TIE = _all(
    "principal.tied",
    "!principal.former",
    _in("principal", "Relationship", [Relationship.FINANCIAL]),
    _in("principal", "Actor", [Actor.INDUSTRY]),
)


def _policy(
    effect: str,
    name: str,
    action: str,
    resource: str,
    when: Iterable[str],
    unless: Iterable[str] = (),
) -> str:
    lines = [f"@id({_text(name)})", f"{effect} (principal, {action}, {resource})"]
    condition = _all(*(part for part in when if part))
    if condition != _TRUE:
        lines.append(f"when {{ {condition} }}")
    lines += [f"unless {{ {condition} }}" for condition in unless]
    return "\n".join(lines) + ";\n"


def _action(reach: str, rule: Rule) -> str:
    return _in("action", "Action", (f"{reach} {each}" for each in rule.activities))


# --- whether a rule holds for a facet -----------------------------------------------


def _holds(text: _Text, rule: Rule, facet: str, *, sure: bool) -> str:
    """Whether a rule holds for a facet: beyond doubt, or perhaps."""
    code = text.entry if text.layer is Layer.CODE else None
    attribute = "spoken" if code is None else "spoken_before_codes"
    settled = (
        isinstance(code, Code)
        and code.kind is CodeKind.COMPANY_CODE
        and bool(rule.actors & _KINDS)
    )
    return _all(
        _in_force(rule, text.sources, sure=sure),
        _bound(code, facet, sure=sure) if isinstance(code, Code) else _TRUE,
        _related(rule.relationships, facet),
        _TRUE if settled else _actor_or_persona(rule, facet),
        _capacity(rule.capacities, facet, attribute, sure=sure),
        _subject(rule.about, facet, sure=sure),
        _status(rule, facet, sure=sure),
        _not(_excepted(rule.excepting)),
    )


def _in_force(rule: Rule, sources: Mapping[str, Source], *, sure: bool) -> str:
    since = rule.in_force.since if rule.in_force else None
    until = rule.in_force.until if rule.in_force else None
    parts = []
    if since is not None:
        day = since.latest if sure else since.earliest
        parts.append(f"context.day >= {day.toordinal()}")
    elif sure:
        days = [
            shown.earliest.toordinal()
            for evidence in rule.evidence
            if (source := sources.get(evidence.source)) is not None
            and (shown := source.date or source.seen) is not None
        ]
        if days:
            parts.append(f"context.day >= {min(days)}")
    if until is not None:
        day = until.earliest if sure else until.latest
        parts.append(f"context.day < {day.toordinal()}")
    return _all(*parts)


def _bound(code: Code, facet: str, *, sure: bool) -> str:
    capacity = _capacity(code.binds.capacities, facet, "spoken_before_codes", sure=sure)
    if code.kind is CodeKind.COMPANY_CODE:
        current = _not(f"{facet}.former")
        return _all(current, _of_issuer(code, facet, sure=sure), capacity)
    named = code.binds.relationships
    # A profession is bound as such also where the code speaks of its ties.
    untied = code.binds.actors - {Actor.EVERYONE} if named else code.binds.actors
    return _all(
        _any(
            _all(_not(f"{facet}.tied"), _actor(untied, facet)),
            _all(
                f"{facet}.tied",
                _related(named, facet),
                _any(
                    _actor(code.binds.actors, facet),
                    _persona(code.binds.actors) if named else _FALSE,
                ),
            ),
        ),
        capacity,
        _countries(code, sure=sure),
    )


def _of_issuer(code: Code, facet: str, *, sure: bool) -> str:
    issuer = code.issuer.organization
    if issuer is None:
        return _FALSE
    bound = code.binds.relationships
    return _all(
        f"{facet}.tied",
        _in(facet, "Relationship", bound)
        if bound
        else _all(
            _in(facet, "Relationship", [Relationship.BELONGS]),
            _not(_in(facet, "Relationship", [Relationship.AGENCY])),
        ),
        _given(
            facet,
            "organization",
            _in(f"{facet}.organization", "Organization", [issuer]),
            sure=sure,
        ),
    )


def _countries(code: Code, *, sure: bool) -> str:
    if not code.countries:
        return _TRUE
    return _any(
        _contains_any("resource.countries", code.countries),
        _contains_any("principal.person.countries", code.countries),
        _FALSE if sure else "principal.person.countries.isEmpty()",
    )


def _related(named: Iterable[Relationship], facet: str) -> str:
    if named:
        return _in(facet, "Relationship", named)
    belongs = _in(facet, "Relationship", [Relationship.BELONGS])
    return _any(_not(f"{facet}.tied"), belongs)


def _actor_or_persona(rule: Rule, facet: str) -> str:
    persona = _persona(rule.actors) if rule.relationships else _FALSE
    return _any(_actor(rule.actors, facet), persona)


def _actor(actors: Iterable[Actor], facet: str) -> str:
    found = [_in(facet, "Actor", actors)] if actors else []
    if Actor.OPERATOR in actors:
        found.append(
            _all(
                "resource has operator",
                f"{facet} has organization",
                f"{facet}.organization == resource.operator",
                _in(facet, "Relationship", [Relationship.BELONGS]),
            )
        )
    return _any(*found)


def _persona(actors: frozenset[Actor]) -> str:
    """Whether the person is one of these apart from all ties."""
    named = actors - {Actor.EVERYONE}
    if not named:
        return _FALSE
    return _some_facet(
        lambda facet: _all(_not(f"{facet}.tied"), _in(facet, "Actor", named))
    )


def _capacity(
    named: frozenset[Capacity], facet: str, attribute: str, *, sure: bool
) -> str:
    if not named or named == frozenset(Capacity):
        return _TRUE
    told = _list(_text(each) for each in sorted(named))
    test = f"{told}.contains({facet}.{attribute})"
    return _given(facet, attribute, test, sure=sure)


def _subject(about: Subject | None, facet: str, *, sure: bool) -> str:
    """Whoever answers about their own product speaks of it, whatever else is said."""
    if about is None:
        return _TRUE
    own = _entity("Action", f"within {Activity.ANSWER_ABOUT_OWN_PRODUCT}")
    said = _given("context", "about", f"context.about == {_text(about)}", sure=sure)
    if about is Subject.OWN:
        return _all(f"{facet}.tied", _any(f"action in {own}", said))
    return _all(f"{facet}.tied", _not(f"action in {own}"), said)


def _status(rule: Rule, facet: str, *, sure: bool) -> str:
    current = _not(f"{facet}.former")
    if rule.ties_within is None:
        return current
    period = str(rule.ties_within)
    test = f"{facet}.ended >= context.since.{period}"
    in_time = _given("context.since", period, test, sure=sure)
    return _any(current, _given(facet, "ended", in_time, sure=sure))


def _excepted(exceptions: Exceptions | None) -> str:
    if exceptions is None:
        return _FALSE

    def fits(facet: str) -> str:
        related = (
            _in(facet, "Relationship", exceptions.relationships)
            if exceptions.relationships
            else _FALSE
        )
        actor = _all(
            _any(
                _not(f"{facet}.tied"),
                _in(facet, "Relationship", [Relationship.BELONGS]),
            ),
            _actor(exceptions.actors, facet),
        )
        return _all(_not(f"{facet}.former"), _any(related, actor))

    return _some_facet(fits)


# --- conditions ---------------------------------------------------------------------


def counted(rule: Rule, *, venue: bool) -> tuple[ConditionItem, ...]:
    """The conditions of a rule that count: ways to behave only as terms of leave."""
    items = rule.conditions
    if rule.stance is Stance.PERMISSION_REQUIRED:
        asked = any(_is_approval(item) for item in items)
        return items if asked else (_OPERATORS_YES, *items)
    if venue and rule.stance in _LEAVE:
        return items
    return tuple(item for item in items if any(map(_is_checkable, _branches(item))))


def _is_checkable(branch: tuple[Condition, ...]) -> bool:
    return any(condition.term in _CHECKABLE for condition in branch)


def _is_approval(item: ConditionItem) -> bool:
    return isinstance(item, Condition) and item.term is ConditionTerm.APPROVAL


def _branches(item: ConditionItem) -> tuple[tuple[Condition, ...], ...]:
    return item.branches if isinstance(item, AnyOf) else ((item,),)


def _failed(item: ConditionItem) -> str:
    """Whether no way is left to keep it."""
    return _all(*(_branch_failed(branch) for branch in _branches(item)))


def _branch_failed(branch: tuple[Condition, ...]) -> str:
    return _any(*(_condition_failed(condition) for condition in branch))


def _asks(item: ConditionItem) -> str:
    """Whether it is not failed, and every way that is left needs a yes not yet had."""
    if not any(
        condition.term is ConditionTerm.APPROVAL
        for branch in _branches(item)
        for condition in branch
    ):
        return _FALSE
    ways = [
        _any(
            _branch_failed(branch),
            *(
                _all(_not(_told_met(condition)), _not(_told_failed(condition)))
                for condition in branch
                if condition.term is ConditionTerm.APPROVAL
            ),
        )
        for branch in _branches(item)
    ]
    return _all(_not(_failed(item)), *ways)


def _condition_failed(condition: Condition) -> str:
    check = _SEEN.get(condition.term)
    seen = _FALSE if check is None else check(condition)
    unless_met = _all(_not(_told_met(condition)), seen)
    return _any(_told_failed(condition), unless_met)


def _told_met(item: ConditionItem) -> str:
    """All of it: a word says whom or where for all, numbers and lists each count."""
    ways = []
    for condition in (each for branch in _branches(item) for each in branch):
        term = str(condition.term)
        words = [
            f"{term}:{value}"
            for _, value in condition.parameters
            if isinstance(value, str)
        ]
        ways.append(_contains_any("context.met", [term, *words]))
        parts = [
            f"{term}:{part}"
            for _, value in condition.parameters
            if not isinstance(value, str)
            for part in (value if isinstance(value, tuple) else (value,))
        ]
        if parts:
            ways.append(_all(*(_contains_any("context.met", [part]) for part in parts)))
    return _any(*ways)


def _told_failed(condition: ConditionItem) -> str:
    return _contains_any("context.failed", _keys(condition))


def _keys(item: ConditionItem) -> list[str]:
    """The words by which one may say that it failed: `notify`, `notify:moderators`."""
    keys = []
    for condition in (each for branch in _branches(item) for each in branch):
        keys.append(str(condition.term))
        for _, value in condition.parameters:
            values = value if isinstance(value, tuple) else (str(value),)
            keys += [f"{condition.term}:{each}" for each in values]
    return keys


def _established(condition: Condition) -> str:
    return _any(
        *(
            _all(f"context has {name}", f"context.{name} < {wanted}")
            for name in ("posts", "days")
            if isinstance(wanted := condition.get(name), int)
        )
    )


def _elsewhere(condition: Condition) -> str:
    area = condition.get("area")
    if not isinstance(area, str):
        return _FALSE
    return _all("context has area", f"context.area != {_text(area.casefold())}")


def _is_not(condition: Condition) -> str:
    actor = condition.get("actor")
    if not isinstance(actor, str) or actor not in frozenset(Actor):
        return _TRUE

    def fits(facet: str) -> str:
        belongs = _in(facet, "Relationship", [Relationship.BELONGS])
        return _all(
            _not(f"{facet}.former"),
            _any(_not(f"{facet}.tied"), belongs),
            _actor([Actor(actor)], facet),
        )

    return _not(_some_facet(fits))


def _resident_elsewhere(condition: Condition) -> str:
    countries = condition.get("countries")
    if not isinstance(countries, tuple):
        return _FALSE
    return _all(
        "!principal.person.countries.isEmpty()",
        _not(_contains_any("principal.person.countries", countries)),
    )


#: Conditions that the facts of the request can show to have failed.
_SEEN: dict[ConditionTerm, Callable[[Condition], str]] = {
    ConditionTerm.ESTABLISHED_MEMBER: _established,
    ConditionTerm.DESIGNATED_AREA: _elsewhere,
    ConditionTerm.IS: _is_not,
    ConditionTerm.RESIDENT: _resident_elsewhere,
}


# --- schema and entities ------------------------------------------------------------


def _schema(periods: list[str]) -> str:
    slots = ", ".join(f"{slot}?: Facet" for slot in SLOTS)
    since = ", ".join(f"{period}?: Long" for period in periods)
    lines = [
        "// Who one may be, what tie one may have: narrower words are in broader ones.",
        "entity Actor in [Actor];",
        "entity Relationship in [Relationship];",
        "// An organisation is in those that own it.",
        "entity Organization in [Organization];",
        "entity Platform;",
        "entity Community in [Community, Platform] = {",
        "  countries: Set<String>, operator?: Organization, known_since: Long,",
        "};",
        f"entity Person = {{ countries: Set<String>, {slots} }};",
        "entity Facet in [Actor, Relationship] = {",
        "  person: Person, tied: Bool, former: Bool, ended?: Long,",
        "  organization?: Organization, spoken?: String, spoken_before_codes?: String,",
        "};",
        "// Days are counted from 1 January of the year 1, which is day 1.",
        "type Circumstances = {",
        "  day: Long, met: Set<String>, failed: Set<String>, about?: String,",
        f"  posts?: Long, days?: Long, area?: String, since: {{ {since} }},",
        "};",
    ]
    for activity in Activity:
        broader = [f"within {each}" for each in ACTIVITY_BROADER.get(activity, ())]
        included = [
            f"including {each}"
            for each in (
                *ACTIVITY_BROADER.get(activity, ()),
                *ACTIVITY_IMPLIES.get(activity, ()),
            )
        ]
        own = [f"within {activity}", f"including {activity}"]
        lines += [
            f"action {_text(f'within {activity}')}{_groups(broader)};",
            f"action {_text(f'including {activity}')}{_groups(included)};",
            f"action {_text(activity)}{_groups(own)} appliesTo {{",
            "  principal: Facet, resource: Community, context: Circumstances",
            "};",
        ]
    return "\n".join(lines) + "\n"


def _groups(names: list[str]) -> str:
    return f" in {_list(_entity('Action', name) for name in names)}" if names else ""


def _words() -> Iterator[Document]:
    for actor in Actor:
        yield _entry("Actor", actor, ACTOR_BROADER.get(actor, ()))
    for relationship in RELATIONSHIPS_ABOVE:
        above = RELATIONSHIP_BROADER.get(relationship, ())
        yield _entry("Relationship", relationship, above)


def _entry(
    kind: str,
    identifier: str,
    parents: Iterable[str],
    attributes: Document | None = None,
) -> Document:
    return {
        "uid": {"type": kind, "id": str(identifier)},
        "attrs": attributes or {},
        "parents": [{"type": kind, "id": str(parent)} for parent in parents],
    }


def _organizations(
    organizations: Iterable[Organization], on: date
) -> Iterator[Document]:
    for organization in organizations:
        owners = [
            parent.organization
            for parent in organization.parents
            if (parent.since is None or on >= parent.since.earliest)
            and (parent.until is None or on < parent.until.latest)
        ]
        yield _entry("Organization", organization.id, dict.fromkeys(owners))


def _communities(registry: Registry, chosen: Iterable[Community]) -> Iterator[Document]:
    found = {community.id: community for community in chosen}
    for community in tuple(found.values()):
        for host in _hosts(registry, community):
            found.setdefault(host.id, host)
    platforms = sorted({str(community.platform) for community in found.values()})
    yield from (_entry("Platform", platform, ()) for platform in platforms)
    for community in found.values():
        attributes: Document = {
            "countries": list(community.countries),
            "known_since": _known_since(community),
        }
        operator = community.operator.organization if community.operator else None
        if operator is not None:
            name = {"type": "Organization", "id": operator}
            attributes["operator"] = {"__entity": name}
        above = [community.part_of] if community.part_of else []
        entry = _entry("Community", community.id, above, attributes)
        entry["parents"].append({"type": "Platform", "id": str(community.platform)})
        yield entry


def _known_since(community: Community) -> int:
    """The first day of which anything is known; before it, nothing is permitted."""
    days = [
        day.earliest.toordinal()
        for source in community.sources
        for day in (source.date, source.seen)
        if day is not None
    ]
    days += [
        rule.in_force.since.earliest.toordinal()
        for rule in community.rules
        if rule.in_force is not None and rule.in_force.since is not None
    ]
    return min(days, default=0)
