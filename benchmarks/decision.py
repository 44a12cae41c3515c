"""Decisions a second against cedarpy and pycasbin on the same rules.

The registry is the shipped one, its communities repeated under new ids until there are
as many as asked for. The peers get what they can express of the same rules: who may
and may not do what in which community, with the hierarchies of actors and activities;
they give a yes or a no without conditions, missing facts or evidence. Each engine
answers the same questions, parsed and loaded beforehand.

    python benchmarks/decision.py [communities ...]
"""

from __future__ import annotations

import itertools
import json
import random
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import attrs

import disclosure_registry as dr
from disclosure_registry.decision import Standing, decide
from disclosure_registry.hierarchy import ACTORS_ABOVE
from disclosure_registry.matching import Matcher
from disclosure_registry.vocabulary import (
    ACTIVITY_BROADER,
    ACTIVITY_IMPLIES,
    ACTOR_BROADER,
    STANDARD_ACTIVITIES,
    Activity,
    Actor,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from disclosure_registry.model import Community
    from disclosure_registry.registry import Registry

SIZES = (100, 1_000, 10_000)
SECONDS = 3.0
TEXT = "I do marketing at sanofi-aventis US; what I write here is my own view."
ACTOR = Actor.PHARMACEUTICAL_COMPANY
PERMITS = (Stance.PERMITTED, Stance.CONDITIONAL)
FORBIDS = (Stance.PROHIBITED, Stance.PERMISSION_REQUIRED, Stance.DISCOURAGED)


def grown(registry: Registry, size: int) -> Registry:
    """The registry with as many communities, those beyond its own repeated."""
    own = list(registry.values())
    more = [
        attrs.evolve(own[index % len(own)], id=f"copy-{index}", places=(), aliases=())
        for index in range(max(0, size - len(own)))
    ]
    kept = own[:size]
    here = {community.id for community in kept}
    kept = [
        community
        if community.part_of in (None, *here)
        else attrs.evolve(community, part_of=None)
        for community in (*kept, *more)
    ]
    return dr.Registry.of(
        kept,
        codes=registry.codes.values(),
        organizations=registry.organizations.values(),
        topics=registry.topics,
        phrases=registry.phrases,
    )


def questions(registry: Registry) -> list[tuple[str, Activity]]:
    every = list(itertools.product(registry, STANDARD_ACTIVITIES))
    random.Random(1).shuffle(every)
    return every


def rate(
    answer: Callable[[str, Activity], object], asked: list[tuple[str, Activity]]
) -> float:
    """Questions answered a second, for some seconds, each question in its turn."""
    done, start = 0, time.perf_counter()
    for community, activity in itertools.cycle(asked):
        answer(community, activity)
        done += 1
        if done % 64 == 0 and time.perf_counter() - start > SECONDS:
            break
    return done / (time.perf_counter() - start)


def ours(registry: Registry) -> Callable[[str, Activity], object]:
    matcher = Matcher(registry)
    circumstances = matcher.circumstances(on=date(2026, 11, 25), country="US")
    standing = Standing.of(matcher.read(TEXT), circumstances)
    venues = {identifier: matcher.venue(identifier) for identifier in registry}
    return lambda community, activity: decide(venues[community], standing, activity)


def statements(community: Community) -> Iterable[tuple[str, str, str]]:
    """(actor, activity, allow or deny) of a community's rules."""
    for rule in community.rules:
        if rule.stance not in (*PERMITS, *FORBIDS) or rule.relationships:
            continue
        effect = "allow" if rule.stance in PERMITS else "deny"
        for actor, activity in itertools.product(rule.actors, rule.activities):
            yield actor, activity, effect


def cedar(registry: Registry) -> Callable[[str, Activity], object]:
    import cedarpy  # noqa: PLC0415  a peer, installed for the benchmark

    policies = []
    for community in registry.values():
        for actor, activity, effect in statements(community):
            word = "permit" if effect == "allow" else "forbid"
            policies.append(
                f'{word}(principal in Actor::"{actor}", action in Action::"{activity}",'
                f' resource == Community::"{community.id}");'
            )
    entities = [
        *(
            {
                "uid": {"type": "Actor", "id": actor},
                "attrs": {},
                "parents": [
                    {"type": "Actor", "id": above}
                    for above in ACTOR_BROADER.get(actor, ())
                ],
            }
            for actor in Actor
        ),
        *(
            {
                "uid": {"type": "Action", "id": activity},
                "attrs": {},
                "parents": [
                    {"type": "Action", "id": above}
                    for above in (
                        *ACTIVITY_BROADER.get(activity, ()),
                        *ACTIVITY_IMPLIES.get(activity, ()),
                    )
                ],
            }
            for activity in Activity
        ),
    ]
    parsed = cedarpy.PolicySet.from_str("\n".join(policies))
    graph = cedarpy.Entities.from_json_str(json.dumps(entities))
    return lambda community, activity: cedarpy.is_authorized(
        {
            "principal": f'Actor::"{ACTOR}"',
            "action": f'Action::"{activity}"',
            "resource": f'Community::"{community}"',
            "context": {},
        },
        parsed,
        graph,
    )


CASBIN_MODEL = """
[request_definition]
r = sub, dom, act
[policy_definition]
p = sub, dom, act, eft
[role_definition]
g = _, _
g2 = _, _
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = r.dom == p.dom && g(r.sub, p.sub) && g2(r.act, p.act)
"""


def casbin(registry: Registry) -> Callable[[str, Activity], object]:
    import casbin as peer  # noqa: PLC0415  a peer, installed for the benchmark

    model = peer.Model()
    model.load_model_from_text(CASBIN_MODEL)
    enforcer = peer.Enforcer(model)
    enforcer.add_policies(
        [
            [actor, community.id, activity, effect]
            for community in registry.values()
            for actor, activity, effect in dict.fromkeys(statements(community))
        ]
    )
    for actor in Actor:
        for broader in ACTORS_ABOVE[actor] - {actor}:
            enforcer.add_grouping_policy(str(actor), str(broader))
    for activity in Activity:
        for above in (
            *ACTIVITY_BROADER.get(activity, ()),
            *ACTIVITY_IMPLIES.get(activity, ()),
        ):
            enforcer.add_named_grouping_policy("g2", str(activity), str(above))
    enforcer.build_role_links()
    return lambda community, activity: enforcer.enforce(
        str(ACTOR), community, str(activity)
    )


ENGINES = {"disclosure_registry": ours, "cedarpy": cedar, "pycasbin": casbin}


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print(f"{'communities':>12}  {'engine':<20} {'decisions/s':>12}  {'ours is':>9}")
    for size in sizes:
        registry = grown(dr.load(), size)
        asked = questions(registry)
        rates = {name: rate(make(registry), asked) for name, make in ENGINES.items()}
        for name, measured in rates.items():
            ratio = rates["disclosure_registry"] / measured
            print(f"{size:>12,}  {name:<20} {measured:>12,.0f}  {ratio:>8.1f}x")


if __name__ == "__main__":
    main()
