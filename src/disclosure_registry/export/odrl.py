"""The registry as ODRL 2.2, in JSON-LD, with a profile for our terms.

Each community and each code is an `odrl:Offer`; each of its rules is a permission, a
prohibition, an obligation, or one of the profile's two further kinds of rule.
`docs/reference/odrl-profile.md` says what becomes what. The IRI of a thing is the
place in this repository where it is defined: a term in its vocabulary, a rule in its
entry, the profile's own words in `schemas/odrl-profile.ttl`.

W3C, *ODRL Information Model 2.2* and *ODRL Vocabulary & Expression 2.2*
(Recommendations, 15 February 2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from disclosure_registry import resources
from disclosure_registry.codec import (
    code_from,
    code_to,
    community_from,
    community_to,
)
from disclosure_registry.errors import InvalidDocumentError
from disclosure_registry.vocabulary import CONDITION_PARAMETERS, ConditionTerm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rdflib import Graph
    from rdflib.term import Node

    from disclosure_registry.model import Code, Community

__all__ = ["BASE", "OdrlEntries", "from_odrl", "profile", "to_odrl"]

Document = dict[str, Any]

#: Where the repository's files are thought to be, as in the `$id` of its schemas.
BASE: Final = "https://disclosure-registry.invalid/"

_PROFILE: Final = f"{BASE}schemas/odrl-profile.ttl"

_NAMESPACES: Final = {
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "dct": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "dr": f"{_PROFILE}#",
}

#: Prefix → the vocabulary whose terms are written with it.
_VOCABULARIES: Final = {
    "activity": "activities",
    "actor": "actors",
    "audience": "audiences",
    "basis": "bases",
    "capacity": "capacities",
    "code-kind": "code-kinds",
    "community-status": "community-statuses",
    "condition": "conditions",
    "enforcement": "enforcements",
    "extent": "extents",
    "force": "forces",
    "liable": "liables",
    "maintainer-kind": "maintainer-kinds",
    "platform": "platforms",
    "relationship": "relationships",
    "stance": "stances",
    "subject": "subjects",
    "topic": "topics",
    "via": "vias",
}

_CONTEXT: Final = {
    **_NAMESPACES,
    **{
        prefix: f"{BASE}data/vocabulary/{name}.json#"
        for prefix, name in _VOCABULARIES.items()
    },
}

#: Stance → the property of the policy and the class of the rule.
_KINDS: Final = {
    "permitted": ("odrl:permission", "odrl:Permission"),
    "conditional": ("odrl:permission", "odrl:Permission"),
    "permission-required": ("odrl:permission", "odrl:Permission"),
    "prohibited": ("odrl:prohibition", "odrl:Prohibition"),
    "discouraged": ("dr:discouragement", "dr:Discouragement"),
    "required": ("odrl:obligation", "odrl:Duty"),
    "advised": ("dr:advice", "dr:Advice"),
}
_DUTIES: Final = frozenset({"required", "advised"})
_LEAVES: Final = frozenset({"permitted", "conditional", "permission-required"})

_TO_CONSENT: Final = {"@id": "odrl:obtainConsent"}
_COMPLY: Final = "dr:comply"
_KEEP_ONE: Final = "dr:keepOne"


def to_odrl(
    communities: Iterable[Community] = (), codes: Iterable[Code] = ()
) -> Document:
    """Write entries as one JSON-LD document with its context inside.

    Whatever an entry says is in the document, so that `from_odrl` gives it back.
    """
    policies = [_community(community_to(each)) for each in communities]
    policies += [_code(code_to(each)) for each in codes]
    return {"@context": dict(_CONTEXT), "@graph": policies}


# --- policies -----------------------------------------------------------------------

#: Field of an entry → its property; `prefix:` where the value is a term's id.
_PLAIN: Final = {
    "name": ("dct:title", ""),
    "aliases": ("skos:altLabel", ""),
    "places": ("dr:location", ""),
    "platform": ("dr:platform", "platform:"),
    "languages": ("dct:language", ""),
    "countries": ("dct:spatial", ""),
    "topics": ("dct:subject", "topic:"),
    "audience": ("dct:audience", "audience:"),
    "status": ("dr:status", "community-status:"),
    "kind": ("dr:kind", "code-kind:"),
    "force": ("dr:force", "force:"),
    "contact": ("dr:contact", ""),
    "notes": ("skos:note", ""),
}
_LISTS: Final = frozenset(
    {"aliases", "places", "languages", "countries", "topics", "audience"}
)


def _community(document: Document) -> Document:
    iri = f"{BASE}data/communities/{document['id']}.json"
    space: Document = {"@id": f"{iri}#space", "@type": "odrl:AssetCollection"}
    within = [{"@id": f"platform:{document['platform']}"}]
    policy = _policy(document, iri, target=space)
    policy["odrl:assigner"] = {"@id": f"{iri}#community", "@type": "odrl:Party"}
    if "operator" in document:
        policy["dr:operator"] = _issuer(document["operator"])
    if "part_of" in document:
        host = f"{BASE}data/communities/{document['part_of']}.json"
        policy["dct:isPartOf"] = {"@id": host}
        within.append({"@id": f"{host}#space"})
    space["odrl:partOf"] = within
    return policy


def _code(document: Document) -> Document:
    iri = f"{BASE}data/codes/{document['id']}.json"
    everywhere = {"@id": "dr:anySpace"}
    platform = {"@id": f"platform:{document['id']}"}
    target = platform if document["kind"] == "platform-policy" else everywhere
    policy = _policy(document, iri, target=target)
    policy["odrl:assigner"] = {"@id": f"{iri}#issuer", "@type": "odrl:Party"}
    policy["dr:issuer"] = _issuer(document["issuer"])
    binds = document["binds"]
    policy["dr:binds"] = {
        "@type": "odrl:PartyCollection",
        "odrl:partOf": _terms("actor", binds["actors"]),
        "odrl:refinement": [
            *_any_of("dr:relationship", "relationship", binds.get("relationships")),
            *_any_of("dr:capacity", "capacity", binds.get("capacities")),
        ],
    }
    return policy


def _policy(document: Document, iri: str, *, target: Document) -> Document:
    policy: Document = {
        "@id": iri,
        "@type": "odrl:Offer",
        "odrl:uid": {"@id": iri},
        "odrl:profile": {"@id": _PROFILE},
        "odrl:conflict": {"@id": "odrl:prohibit"},
        "odrl:target": target,
        "dct:identifier": document["id"],
    }
    for field, (name, prefix) in _PLAIN.items():
        if field in document:
            policy[name] = _values(document[field], prefix)
    policy["dct:source"] = [
        _source(source, iri) for source in document.get("sources", ())
    ]
    policy["dr:maintainer"] = [
        _filled(
            {
                "dr:maintainerKind": _term("maintainer-kind", each["kind"]),
                "dct:title": each["name"],
                "dr:proof": each.get("proof"),
            }
        )
        for each in document.get("maintainers", ())
    ]
    policy["dr:dispute"] = [
        {
            "dr:disputed": [{"@id": f"{iri}#{rule}"} for rule in each["rules"]],
            "dr:ownerSays": each["owner_says"],
            "dr:curatorRead": each["curator_read"],
            "dct:date": _date(each["opened"]),
        }
        for each in document.get("disputes", ())
    ]
    for rule in document.get("rules", ()):
        name, _ = _KINDS[rule["stance"]]
        policy.setdefault(name, []).append(_rule(rule, iri, target))
    return _filled(policy)


def _filled(document: Document) -> Document:
    return {name: value for name, value in document.items() if value not in (None, [])}


def _term(prefix: str, identifier: str) -> Document:
    return {"@id": f"{prefix}:{identifier}"}


def _terms(prefix: str, identifiers: Iterable[str]) -> list[Document]:
    return [_term(prefix, each) for each in identifiers]


def _values(value: Any, prefix: str) -> Any:  # noqa: ANN401  a field's JSON value
    if isinstance(value, list):
        return [_values(each, prefix) for each in value]
    return {"@id": f"{prefix}{value}"} if prefix else value


def _issuer(issuer: Document) -> Document:
    return _filled(
        {"dct:title": issuer["name"], "dr:organization": issuer.get("organization")}
    )


def _source(source: Document, iri: str) -> Document:
    return _filled(
        {
            "@id": f"{iri}#sources/{source['id']}",
            "dct:identifier": source["id"],
            "dr:address": source.get("url"),
            "dct:title": source.get("title"),
            "dct:publisher": source.get("publisher"),
            "dct:date": _date(source.get("date")),
            "dr:seen": _date(source.get("seen")),
            "dr:via": _term("via", source["via"]) if "via" in source else None,
            "dr:extent": _term("extent", source["extent"])
            if "extent" in source
            else None,
        }
    )


#: Length of a date's text → its datatype; two dates with a slash are EDTF's.
_DATES: Final = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def _date(text: str | None) -> Document | None:
    if text is None:
        return None
    kind = "edtf:EDTF" if "/" in text else _DATES[len(text)]
    return {"@value": text, "@type": kind}


# --- rules --------------------------------------------------------------------------


def _rule(rule: Document, iri: str, target: Document) -> Document:
    stance = rule["stance"]
    _, kind = _KINDS[stance]
    actions = [_action(item) for item in rule.get("conditions", ())]
    constraints = list(_constraints(rule))
    written: Document = {
        "@id": f"{iri}#{rule['id']}",
        "@type": kind,
        "dct:identifier": rule["id"],
        "odrl:target": {"@id": target["@id"]},
        "odrl:assignee": _terms("actor", rule["actors"]),
        "dr:stance": _term("stance", stance),
        "dr:basis": _term("basis", rule["basis"]),
        "dct:description": rule["summary"],
    }
    if stance in _DUTIES:
        # What is demanded is the action; what one does meanwhile bounds the demand.
        constraints += _any_of("dr:activity", "activity", rule["activities"])
        written["odrl:action"] = actions or [{"@id": _COMPLY}]
    else:
        written["odrl:action"] = _terms("activity", rule["activities"])
        duties = [{"@type": "odrl:Duty", "odrl:action": each} for each in actions]
        if stance == "permission-required" and not _asks_for_yes(rule):
            duties.append({"@type": "odrl:Duty", "odrl:action": _TO_CONSENT})
        written["odrl:duty" if stance in _LEAVES else "dr:withCondition"] = duties
    written["odrl:constraint"] = constraints
    written["dr:overrides"] = [
        {"@id": _cited(name, iri)} for name in rule.get("overrides", ())
    ]
    written["dr:yields"] = rule.get("yields") or None
    written["dr:liable"] = _terms("liable", rule.get("liable", ()))
    written["dr:enforcement"] = _terms("enforcement", rule.get("enforcement", ()))
    written["dr:evidence"] = [
        _filled(
            {
                "dct:source": {"@id": f"{iri}#sources/{each['source']}"},
                "dr:placeInText": each.get("place"),
            }
        )
        for each in rule["evidence"]
    ]
    return _filled(written)


def _asks_for_yes(rule: Document) -> bool:
    return any(item.get("term") == "approval" for item in rule.get("conditions", ()))


def _cited(name: str, iri: str) -> str:
    """A rule of this entry by its id, or of a code as `entry#rule`."""
    entry, hash_, rule = name.partition("#")
    return f"{BASE}data/codes/{entry}.json#{rule}" if hash_ else f"{iri}#{name}"


def _constraints(rule: Document) -> Iterator[Document]:
    yield from _any_of("dr:relationship", "relationship", rule.get("relationships"))
    yield from _any_of("dr:capacity", "capacity", rule.get("capacities"))
    exceptions = rule.get("except", {})
    yield from _any_of(
        "dr:actor", "actor", exceptions.get("actors"), operator="odrl:isNoneOf"
    )
    yield from _any_of(
        "dr:relationship",
        "relationship",
        exceptions.get("relationships"),
        operator="odrl:isNoneOf",
    )
    if "about" in rule:
        yield _constraint("dr:subject", "odrl:eq", _term("subject", rule["about"]))
    if "ties_within" in rule:
        period = {"@value": rule["ties_within"], "@type": "xsd:duration"}
        yield _constraint("dr:timeSinceTieEnded", "odrl:lteq", period)
    times = rule.get("in_force", {})
    for field, operator in (("from", "odrl:gteq"), ("until", "odrl:lt")):
        if field in times:
            yield _constraint("odrl:dateTime", operator, _date(times[field]))


def _constraint(left: str, operator: str, right: Any) -> Document:  # noqa: ANN401
    return {
        "@type": "odrl:Constraint",
        "odrl:leftOperand": {"@id": left},
        "odrl:operator": {"@id": operator},
        "odrl:rightOperand": right,
    }


def _any_of(
    left: str,
    prefix: str,
    identifiers: Sequence[str] | None,
    *,
    operator: str = "odrl:isAnyOf",
) -> list[Document]:
    if not identifiers:
        return []
    return [_constraint(left, operator, _terms(prefix, identifiers))]


def _action(item: Document) -> Document:
    """A condition as something to do; alternatives as doing one of them."""
    if "any" in item:
        branches = [_and([_leaf(one) for one in branch]) for branch in item["any"]]
        either = {"@type": "odrl:LogicalConstraint", "odrl:or": {"@list": branches}}
        return {"rdf:value": {"@id": _KEEP_ONE}, "odrl:refinement": either}
    action = _term("condition", item["term"])
    refinements = list(_parameters(item))
    return (
        {"rdf:value": action, "odrl:refinement": refinements} if refinements else action
    )


def _leaf(condition: Document) -> Document:
    term = _term("condition", condition["term"])
    kept = _constraint("dr:condition", "odrl:eq", term)
    return _and([kept, *_parameters(condition)])


def _and(parts: list[Document]) -> Document:
    return {"@type": "odrl:LogicalConstraint", "odrl:and": {"@list": parts}}


def _parameters(condition: Document) -> Iterator[Document]:
    kinds = CONDITION_PARAMETERS.get(ConditionTerm(condition["term"]), {})
    for name, value in condition.items():
        if name == "term":
            continue
        left = f"dr:{name}"
        if isinstance(value, list):
            listed = {"@list": [str(each) for each in value]}
            yield _constraint(left, "odrl:isAnyOf", listed)
        elif kinds.get(name) == "actor":
            yield _constraint(left, "odrl:eq", _term("actor", value))
        else:
            yield _constraint(left, "odrl:eq", value)


# --- and back -----------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class OdrlEntries:
    """The entries that a graph holds, by id."""

    communities: tuple[Community, ...]
    codes: tuple[Code, ...]


def from_odrl(graph: Graph) -> OdrlEntries:
    """Read entries back from a graph in which `to_odrl` wrote them, however serialised.

    RDF has no order: what an entry lists comes back sorted. Needs `rdflib`.

    Raises:
        InvalidDocumentError: a policy of the profile lacks what an entry must have.

    """
    reader = _Reader(graph)
    communities, codes = [], []
    for policy in reader.policies():
        document = reader.entry(policy)
        if str(policy).startswith(f"{BASE}data/communities/"):
            communities.append(community_from(document, str(policy)))
        else:
            codes.append(code_from(document, str(policy)))
    return OdrlEntries(communities=tuple(communities), codes=tuple(codes))


class _Reader:
    """Reads the shapes that `to_odrl` writes out of a graph."""

    def __init__(self, graph: Graph) -> None:
        from rdflib import RDF, URIRef  # noqa: PLC0415  for this door alone

        self._graph = graph
        self._type = RDF.type
        self._iri = URIRef

    def policies(self) -> list[Node]:
        profile = self._iri(_PROFILE)
        found = self._graph.subjects(self._name("odrl:profile"), profile)
        return sorted(set(found), key=str)

    def entry(self, policy: Node) -> Document:
        document: Document = {"id": self._text(policy, "dct:identifier")}
        for field, (name, _) in _PLAIN.items():
            found = self._texts(policy, name)
            if found:
                document[field] = found if field in _LISTS else found[0]
        for field, name in (("operator", "dr:operator"), ("issuer", "dr:issuer")):
            for node in self._nodes(policy, name):
                document[field] = self._issuer(node)
        for host in self._nodes(policy, "dct:isPartOf"):
            document["part_of"] = str(host).rpartition("/")[2].removesuffix(".json")
        for node in self._nodes(policy, "dr:binds"):
            document["binds"] = self._binds(node)
        document["maintainers"] = [
            self._maintainer(node) for node in self._nodes(policy, "dr:maintainer")
        ]
        document["sources"] = self._sorted(
            self._source(node) for node in self._nodes(policy, "dct:source")
        )
        document["rules"] = self._sorted(
            self._rule(node, str(policy))
            for name, _ in sorted(set(_KINDS.values()))
            for node in self._nodes(policy, name)
        )
        document["disputes"] = [
            self._dispute(node) for node in self._nodes(policy, "dr:dispute")
        ]
        return _filled(document)

    # -- reaching for what stands there ---

    def _name(self, compact: str) -> Any:  # noqa: ANN401  a URIRef, by rdflib's word
        prefix, _, local = compact.partition(":")
        return self._iri(_CONTEXT[prefix] + local)

    def _nodes(self, subject: Node, name: str) -> list[Node]:
        return sorted(self._graph.objects(subject, self._name(name)), key=str)

    def _texts(self, subject: Node, name: str) -> list[str]:
        return [_local(node) for node in self._nodes(subject, name)]

    def _optional(self, subject: Node, name: str) -> str | None:
        return next(iter(self._texts(subject, name)), None)

    def _text(self, subject: Node, name: str) -> str:
        found = self._optional(subject, name)
        if found is None:
            raise InvalidDocumentError(name, "a value", None, str(subject))
        return found

    @staticmethod
    def _sorted(documents: Iterable[Document]) -> list[Document]:
        return sorted(documents, key=lambda document: str(document["id"]))

    # -- the parts of an entry ---

    def _issuer(self, node: Node) -> Document:
        return _filled(
            {
                "name": self._text(node, "dct:title"),
                "organization": self._optional(node, "dr:organization"),
            }
        )

    def _binds(self, node: Node) -> Document:
        refinements = self._read_constraints(node, "odrl:refinement")
        return _filled(
            {
                "actors": self._texts(node, "odrl:partOf"),
                "relationships": refinements.get("relationship isAnyOf"),
                "capacities": refinements.get("capacity isAnyOf"),
            }
        )

    def _maintainer(self, node: Node) -> Document:
        return _filled(
            {
                "kind": self._text(node, "dr:maintainerKind"),
                "name": self._text(node, "dct:title"),
                "proof": self._optional(node, "dr:proof"),
            }
        )

    def _source(self, node: Node) -> Document:
        fields = {
            "id": "dct:identifier",
            "url": "dr:address",
            "title": "dct:title",
            "publisher": "dct:publisher",
            "date": "dct:date",
            "seen": "dr:seen",
            "via": "dr:via",
            "extent": "dr:extent",
        }
        return _filled(
            {field: self._optional(node, name) for field, name in fields.items()}
        )

    def _dispute(self, node: Node) -> Document:
        return {
            "rules": self._texts(node, "dr:disputed"),
            "owner_says": self._text(node, "dr:ownerSays"),
            "curator_read": self._text(node, "dr:curatorRead"),
            "opened": self._text(node, "dct:date"),
        }

    def _rule(self, node: Node, policy: str) -> Document:
        stance = self._text(node, "dr:stance")
        bounds = self._read_constraints(node, "odrl:constraint")
        if stance in _DUTIES:
            activities = bounds.get("activity isAnyOf")
            actions = self._nodes(node, "odrl:action")
        else:
            activities = self._texts(node, "odrl:action")
            name = "odrl:duty" if stance in _LEAVES else "dr:withCondition"
            actions = [
                action
                for duty in self._nodes(node, name)
                for action in self._nodes(duty, "odrl:action")
            ]
        return _filled(
            {
                "id": self._text(node, "dct:identifier"),
                "actors": self._texts(node, "odrl:assignee"),
                "activities": activities,
                "stance": stance,
                "conditions": self._conditions(actions),
                "overrides": [
                    _citation(str(rule), policy)
                    for rule in self._nodes(node, "dr:overrides")
                ],
                "yields": bool(self._nodes(node, "dr:yields")) or None,
                "summary": self._text(node, "dct:description"),
                "basis": self._text(node, "dr:basis"),
                "liable": self._texts(node, "dr:liable"),
                "enforcement": self._texts(node, "dr:enforcement"),
                "evidence": sorted(
                    (self._evidence(each) for each in self._nodes(node, "dr:evidence")),
                    key=str,
                ),
                **_bounds(bounds),
            }
        )

    def _evidence(self, node: Node) -> Document:
        return _filled(
            {
                "source": self._text(node, "dct:source").removeprefix("sources/"),
                "place": self._optional(node, "dr:placeInText"),
            }
        )

    # -- constraints and conditions ---

    def _read_constraints(self, node: Node, name: str) -> dict[str, list[str]]:
        """`left operator` → the values to the right."""
        found: dict[str, list[str]] = {}
        for constraint in self._nodes(node, name):
            left, operator, right = self._constraint(constraint)
            found.setdefault(f"{left} {operator}", []).extend(map(_local, right))
        return found

    def _constraint(self, node: Node) -> tuple[str, str, list[Node]]:
        right = self._nodes(node, "odrl:rightOperand")
        values = [each for node in right for each in self._members(node)]
        return (
            self._text(node, "odrl:leftOperand"),
            self._text(node, "odrl:operator"),
            values,
        )

    def _members(self, node: Node) -> list[Node]:
        """The members of an RDF list, or the node itself."""
        first = self._nodes(node, "rdf:first")
        if not first:
            return [node]
        rest = self._nodes(node, "rdf:rest")
        ended = str(rest[0]) == _CONTEXT["rdf"] + "nil"
        return [first[0], *([] if ended else self._members(rest[0]))]

    def _conditions(self, actions: Iterable[Node]) -> list[Document]:
        implied = {_CONTEXT["odrl"] + "obtainConsent", _CONTEXT["dr"] + "comply"}
        items = [
            self._condition(action) for action in actions if str(action) not in implied
        ]
        return sorted(items, key=str)

    def _condition(self, action: Node) -> Document:
        value = next(iter(self._nodes(action, "rdf:value")), action)
        refinements = self._nodes(action, "odrl:refinement")
        if str(value) == _CONTEXT["dr"] + "keepOne":
            (either,) = refinements
            branches = self._operands(either, "odrl:or")
            return {"any": [self._branch(branch) for branch in branches]}
        document = {"term": _local(value)}
        return document | self._read_parameters(document["term"], refinements)

    def _operands(self, node: Node, name: str) -> list[Node]:
        return [
            each for list_ in self._nodes(node, name) for each in self._members(list_)
        ]

    def _branch(self, node: Node) -> list[Document]:
        return [self._kept(leaf) for leaf in self._operands(node, "odrl:and")]

    def _kept(self, leaf: Node) -> Document:
        kept, *parameters = self._operands(leaf, "odrl:and")
        _, _, (term,) = self._constraint(kept)
        document = {"term": _local(term)}
        return document | self._read_parameters(document["term"], parameters)

    def _read_parameters(self, term: str, nodes: Iterable[Node]) -> Document:
        kinds = CONDITION_PARAMETERS.get(ConditionTerm(term), {})
        document: Document = {}
        for node in nodes:
            name, _, values = self._constraint(node)
            texts = [_local(value) for value in values]
            if kinds[name] in ("list", "countries"):
                document[name] = texts
            else:
                document[name] = int(texts[0]) if kinds[name] == "integer" else texts[0]
        return dict(sorted(document.items()))


def _local(node: Node) -> str:
    """A literal's text; of an IRI what comes after its namespace."""
    text = str(node)
    if not text.startswith((BASE, _CONTEXT["odrl"])) or not _is_iri(node):
        return text
    return text.removeprefix(_CONTEXT["odrl"]).rpartition("#")[2]


def _is_iri(node: Node) -> bool:
    from rdflib import URIRef  # noqa: PLC0415  for this door alone

    return isinstance(node, URIRef)


def _citation(rule: str, policy: str) -> str:
    entry, _, identifier = rule.rpartition("#")
    if entry == policy:
        return identifier
    return f"{entry.rpartition('/')[2].removesuffix('.json')}#{identifier}"


#: Constraint → the field of a rule, and whether it holds a list.
_BOUNDS: Final[dict[str, tuple[str, bool]]] = {
    "relationship isAnyOf": ("relationships", True),
    "capacity isAnyOf": ("capacities", True),
    "subject eq": ("about", False),
    "timeSinceTieEnded lteq": ("ties_within", False),
}


def _bounds(found: dict[str, list[str]]) -> Document:
    document: Document = {
        field: found[name] if listed else found[name][0]
        for name, (field, listed) in _BOUNDS.items()
        if name in found
    }
    exceptions = _filled(
        {
            "actors": found.get("actor isNoneOf"),
            "relationships": found.get("relationship isNoneOf"),
        }
    )
    times = _filled(
        {
            "from": next(iter(found.get("dateTime gteq", ())), None),
            "until": next(iter(found.get("dateTime lt", ())), None),
        }
    )
    return document | {
        name: value
        for name, value in (("except", exceptions), ("in_force", times))
        if value
    }


# --- the profile --------------------------------------------------------------------

_OWN_RULES: Final = {
    "Discouragement": (
        "discouragement",
        "A rule that says what its assignees should not do.",
    ),
    "Advice": ("advice", "A rule that says what its assignees should do."),
}
_OWN_ACTIONS: Final = {
    "keepOne": "Keep all conditions of one of the alternatives in the refinement.",
    "comply": "Do as the description of the rule says.",
}
_OWN_LEFT_OPERANDS: Final = {
    "activity": "What the assignee is doing while the duty holds.",
    "actor": "What the assignee is apart from the tie at hand.",
    "capacity": "As what the assignee speaks: for, about, or privately.",
    "condition": "A condition that the assignee keeps.",
    "relationship": "What tie the assignee has; without it, it is one of belonging.",
    "subject": "Whose product is spoken of, as against the assignee's tie.",
    "timeSinceTieEnded": "How long ago the tie ended: ended ties count within it.",
}
_OWN_PROPERTIES: Final = {
    "address": "The address of a text, or the words by which it is found.",
    "basis": "What a rule rests on.",
    "binds": "Whom a code binds: any of these actors, refined.",
    "contact": "A page where one can ask.",
    "curatorRead": "How whoever keeps the entry reads the rules in dispute.",
    "dispute": "Two readings of the same rules, side by side.",
    "disputed": "A rule that is in dispute.",
    "enforcement": "What follows on a breach.",
    "evidence": "Where a rule can be read: a source and the place in it.",
    "extent": "How much of a text was seen.",
    "force": "Whether a code must be kept or only advises.",
    "issuer": "Who issued a code.",
    "kind": "The kind of a code.",
    "liable": "Who answers for a breach.",
    "maintainer": "Who answers for an entry.",
    "maintainerKind": "Whether that is the operator or somebody else.",
    "operator": "Who runs a community.",
    "organization": "The id of an organisation in the registry.",
    "overrides": "A rule that this permission sets aside where it applies.",
    "ownerSays": "How whoever runs the community reads the rules in dispute.",
    "location": "An address, handle or hashtag of a community.",
    "placeInText": "The place in a source where a rule stands.",
    "platform": "The platform whose policy holds in a community.",
    "proof": "What shows that the operator keeps the entry.",
    "seen": "The day on which a text was looked at.",
    "stance": "What the text of a rule says.",
    "status": "Whether a community is in use.",
    "via": "How a text was seen.",
    "withCondition": "A condition that a prohibition or discouragement names.",
    "yields": "Whether a permission of the place sets this rule of a code aside.",
}
#: Words of ODRL itself that the profile leans on.
_BORROWED: Final = {
    "odrl:dateTime": "odrl:LeftOperand",
    "odrl:inform": "odrl:Action",
    "odrl:obtainConsent": "odrl:Action",
    "odrl:use": "odrl:Action",
}
#: Condition → the action of ODRL that it is a kind of; all others are kinds of use.
_INCLUDED_IN: Final = {
    "approval": "odrl:obtainConsent",
    "notify": "odrl:inform",
}


def profile() -> str:
    """The ODRL profile of our terms, in Turtle, made from the vocabularies."""
    prefixes = {**_NAMESPACES, "owl": "http://www.w3.org/2002/07/owl#"}
    prefixes |= {prefix: _CONTEXT[prefix] for prefix in _VOCABULARIES}
    lines = [
        "# Written by disclosure_registry.export.odrl.profile() from data/vocabulary/.",
        *(f"@prefix {name}: <{iri}> ." for name, iri in sorted(prefixes.items())),
        "",
        f"<{_PROFILE}> a owl:Ontology ;",
        '  dct:title "Disclosure registry profile of ODRL 2.2"@en ;',
        '  dct:description "What online communities ask of people with a tie."@en ;',
        "  dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ;",
        "  owl:imports <http://www.w3.org/ns/odrl/2/ODRL22> .",
        "",
    ]
    lines += _own_terms()
    for prefix, name in _VOCABULARIES.items():
        for term in resources.vocabulary(name)["terms"]:
            lines += _described(prefix, term)
    return "\n".join(lines)


def _own_terms() -> Iterator[str]:
    for name, kind in _BORROWED.items():
        yield f"{name} a {kind} .\n"
    for kind, (name, told) in _OWN_RULES.items():
        yield (
            f"dr:{kind} a owl:Class ; rdfs:subClassOf odrl:Rule ;\n"
            "  owl:disjointWith odrl:Permission, odrl:Prohibition, odrl:Duty ;\n"
            f"  skos:definition {_quoted(told)} .\n"
        )
        yield (
            f"dr:{name} a rdf:Property ; rdfs:domain odrl:Policy ;\n"
            f"  rdfs:range dr:{kind} ; skos:definition {_quoted(told)} .\n"
        )
    for name, told in _OWN_ACTIONS.items():
        yield (
            f"dr:{name} a odrl:Action, skos:Concept ; odrl:includedIn odrl:use ;\n"
            f"  skos:definition {_quoted(told)} .\n"
        )
    parameters = {
        name: f"The parameter of a condition that is called {name}."
        for kinds in CONDITION_PARAMETERS.values()
        for name in kinds
    }
    operands = {**parameters, **_OWN_LEFT_OPERANDS}
    for name, told in sorted(operands.items()):
        yield (
            f"dr:{name} a odrl:LeftOperand, skos:Concept ;\n"
            f"  skos:definition {_quoted(told)} .\n"
        )
    for name, told in _OWN_PROPERTIES.items():
        yield f"dr:{name} a rdf:Property ; skos:definition {_quoted(told)} .\n"
    yield (
        "dr:anySpace a odrl:AssetCollection ;\n"
        '  skos:definition "Every place where one may take part."@en .\n'
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@en'


def _described(prefix: str, term: Document) -> Iterator[str]:
    kind, relations = _KINDS_OF_TERMS.get(prefix, _plain_term)(term)
    lines = [
        f"{prefix}:{term['id']} a {kind}",
        f"  skos:prefLabel {_quoted(term['label'])}",
        f"  skos:definition {_quoted(term['definition'])}",
        *(f"  {relation}" for relation in relations),
    ]
    yield " ;\n".join(lines) + " .\n"


def _plain_term(term: Document) -> tuple[str, list[str]]:
    del term
    return "skos:Concept", []


def _activity_term(term: Document) -> tuple[str, list[str]]:
    broader = term.get("broader", ())
    within = [f"activity:{each}" for each in broader] or ["odrl:use"]
    relations = [f"odrl:includedIn {each}" for each in within]
    relations += [f"odrl:implies activity:{each}" for each in term.get("implies", ())]
    return "odrl:Action, skos:Concept", relations


def _condition_term(term: Document) -> tuple[str, list[str]]:
    within = _INCLUDED_IN.get(term["id"], "odrl:use")
    return "odrl:Action, skos:Concept", [f"odrl:includedIn {within}"]


def _actor_term(term: Document) -> tuple[str, list[str]]:
    relations = []
    for each in term.get("broader", ()):
        relations += [f"odrl:partOf actor:{each}", f"skos:broader actor:{each}"]
    return "odrl:PartyCollection, skos:Concept", relations


def _relationship_term(term: Document) -> tuple[str, list[str]]:
    broader = term.get("broader", ())
    return "skos:Concept", [f"skos:broader relationship:{each}" for each in broader]


def _platform_term(term: Document) -> tuple[str, list[str]]:
    del term
    return "odrl:AssetCollection, skos:Concept", []


_KINDS_OF_TERMS: Final[dict[str, Callable[[Document], tuple[str, list[str]]]]] = {
    "activity": _activity_term,
    "actor": _actor_term,
    "condition": _condition_term,
    "platform": _platform_term,
    "relationship": _relationship_term,
}
