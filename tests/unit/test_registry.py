"""The registry finds what people mean, and a changed one is another one."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from datetime import date

import attrs
import pytest

from disclosure_registry.errors import (
    InvalidPlaceError,
    UnknownIdentifierError,
    UnknownWordError,
)
from disclosure_registry.model import (
    Binds,
    Code,
    Community,
    Evidence,
    FuzzyDate,
    InForce,
    Issuer,
    Names,
    Organization,
    Rule,
    Source,
)
from disclosure_registry.registry import Card, Contents, Registry, Shelf, file_of
from disclosure_registry.urls import parse
from disclosure_registry.vocabulary import (
    Activity,
    Actor,
    Basis,
    CodeKind,
    CommunityStatus,
    Force,
    Platform,
    Stance,
)

TOPICS = {
    "diabetes": (),
    "type-1-diabetes": ("diabetes",),
    "insulin-pumps": ("type-1-diabetes", "devices"),
    "devices": (),
    # A slip of the vocabulary must not hang anybody.
    "hen": ("egg",),
    "egg": ("hen",),
}


def rule(identifier: str, since: str | None = None, until: str | None = None) -> Rule:
    times = InForce(
        FuzzyDate.parse(since) if since else None,
        FuzzyDate.parse(until) if until else None,
    )
    return Rule(
        id=identifier,
        actors=frozenset({Actor.EVERYONE}),
        activities=frozenset({Activity.PROMOTE}),
        stance=Stance.PROHIBITED,
        summary="No promotion.",
        basis=Basis.STATED,
        evidence=(Evidence("rules"),),
        in_force=times if since or until else None,
    )


def community(
    identifier: str,
    *places: str,
    topics: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    rules: tuple[Rule, ...] = (),
    name: str = "",
) -> Community:
    return Community(
        id=identifier,
        name=name or identifier.title(),
        places=places,
        platform=Platform.DISCOURSE,
        status=CommunityStatus.ACTIVE,
        languages=("en",),
        sources=(Source(id="rules"),),
        topics=topics,
        aliases=aliases,
        rules=rules,
    )


def code(identifier: str, rules: tuple[Rule, ...] = ()) -> Code:
    return Code(
        id=identifier,
        name=identifier.title(),
        kind=CodeKind.COMPANY_CODE,
        issuer=Issuer("Roche", "roche"),
        binds=Binds(actors=frozenset({Actor.EVERYONE})),
        force=Force.BINDING,
        sources=(Source(id="rules"),),
        rules=rules,
    )


def organization(identifier: str, name: str = "") -> Organization:
    return Organization(
        id=identifier,
        name=name or identifier.title(),
        kind=Actor.PHARMACEUTICAL_COMPANY,
        names=Names(strong=(name or identifier.title(),)),
    )


TU = community(
    "tudiabetes",
    "https://forum.tudiabetes.org/",
    "https://tudiabetes.org/",
    topics=("diabetes",),
    aliases=("TuDiabetes.org", "Tu Analyze"),
    name="TuDiabetes",
)
GB = community("gbdoc", "#gbdoc", "@gbdoc", topics=("type-1-diabetes",))
PUMPERS = community(
    "pumpers", "https://example.org/pumpers/", topics=("insulin-pumps",)
)
CFS = community("reddit-cfs", "https://www.reddit.com/r/cfs/", "not a place")


@pytest.fixture
def registry() -> Registry:
    return Registry.of(
        [TU, GB, PUMPERS, CFS],
        codes=[code("roche")],
        organizations=[organization("roche"), organization("3m"), organization("5p")],
        topics=TOPICS,
        phrases={"en": {"language": "en"}},
        version="26.11",
    )


def test_it_is_a_mapping_of_communities_in_the_order_of_ids(registry: Registry) -> None:
    assert list(registry) == ["gbdoc", "pumpers", "reddit-cfs", "tudiabetes"]
    assert len(registry) == 4
    assert next(iter(registry.values())) is GB
    assert registry["tudiabetes"] is TU
    assert registry.get("tudiabetes") is TU
    assert registry.get("nowhere") is None
    assert registry.get("nowhere", GB) is GB


@pytest.mark.parametrize(
    "key", ["tudiabetes.org", "TUDIABETES.ORG", "tu  analyze", "TuDiabetes"]
)
def test_an_alias_or_name_leads_to_its_entry(registry: Registry, key: str) -> None:
    assert registry[key] is TU
    assert key in registry


def test_an_id_comes_before_an_alias_and_an_alias_before_a_name() -> None:
    one = community("one", aliases=("two", "Three"), name="Four")
    two = community("two", name="Three")
    four = community("a-four", aliases=("four",), name="one")
    registry = Registry.of([one, two, four])
    assert registry["two"] is two
    assert registry["three"] is one
    assert registry["four"] is four
    assert registry["one"] is one


def test_an_unknown_id_names_the_nearest(registry: Registry) -> None:
    with pytest.raises(UnknownIdentifierError) as caught:
        registry["tudiabtes"]
    assert caught.value.close[0] == "tudiabetes"
    assert caught.value.kind == "community"
    assert "tudiabtes" not in registry
    assert not registry.__contains__(3)
    with pytest.raises(UnknownIdentifierError, match="no code with the id 'rosche'"):
        registry.codes["rosche"]
    with pytest.raises(UnknownIdentifierError, match="no organization"):
        registry.organizations["rosche"]


def test_a_place_leads_to_whoever_claims_it(registry: Registry) -> None:
    assert registry.at("https://forum.tudiabetes.org/t/1") is TU
    assert registry.at(parse("#GBdoc")) is GB
    assert registry.at("r/CFS") is CFS
    assert registry.at("https://example.org/") is None
    with pytest.raises(InvalidPlaceError):
        registry.at("tudiabetes")


def test_what_a_person_means_is_an_id_an_alias_or_a_place(registry: Registry) -> None:
    assert registry.resolve("tudiabetes") is TU
    assert registry.resolve("TuDiabetes.org") is TU
    assert registry.resolve("https://tudiabetes.org/x") is TU
    assert registry.resolve("@GBDOC") is GB
    assert registry.resolve("r/unknown") is None
    with pytest.raises(InvalidPlaceError):
        registry.resolve("htp://tudiabetes.org")
    with pytest.raises(UnknownIdentifierError):
        registry.resolve("gbdok")


def test_a_topic_has_those_below_it(registry: Registry) -> None:
    assert registry.about("diabetes") == (GB, PUMPERS, TU)
    assert registry.about("type-1-diabetes") == (GB, PUMPERS)
    assert registry.about("devices") == (PUMPERS,)
    assert registry.about("hen") == ()


def test_an_unknown_topic_names_the_nearest(registry: Registry) -> None:
    with pytest.raises(UnknownWordError) as caught:
        registry.about("diabets")
    assert caught.value.close[0] == "diabetes"


def test_a_topic_of_a_community_needs_no_vocabulary() -> None:
    assert Registry.of([TU]).about("diabetes") == (TU,)


def test_it_says_what_it_holds(registry: Registry) -> None:
    assert repr(registry) == ("<Registry of 4 communities, 1 codes, 3 organizations>")
    assert repr(registry.codes) == "<Shelf of 1>"
    assert registry.version == "26.11"
    assert registry.topics is TOPICS
    assert registry.phrases == {"en": {"language": "en"}}
    assert "roche" in registry.codes
    assert len(registry.organizations) == 3


# --- the digest -------------------------------------------------------------------


def test_the_digest_is_that_of_the_content_not_of_the_way_there(
    registry: Registry,
) -> None:
    step_by_step = (
        Registry.of([CFS], phrases={"en": {"language": "en"}})
        .plus(organization("5p"), GB)
        .plus(PUMPERS, TU, code("roche"))
        .plus(organization("roche"), organization("3m"))
    )
    assert step_by_step.digest == registry.digest
    assert step_by_step == registry
    assert hash(step_by_step) == hash(registry)
    assert len(registry.digest) == 64


@pytest.mark.parametrize(
    "entry",
    [
        attrs.evolve(TU, notes="Changed."),
        community("another"),
        code("another"),
        attrs.evolve(code("roche"), force=Force.ADVISORY),
        organization("3m", "3M Company"),
        organization("another"),
    ],
    ids=["changed", "community", "code", "changed-code", "changed-org", "org"],
)
def test_any_change_changes_the_digest(
    registry: Registry, entry: Community | Code | Organization
) -> None:
    changed = registry.plus(entry)
    assert changed.digest != registry.digest
    assert changed != registry


def test_phrases_are_part_of_the_digest(registry: Registry) -> None:
    assert Registry.of([TU]) != Registry.of([TU], phrases={"en": {}})
    assert registry != {"tudiabetes": TU}


def test_half_a_character_does_not_keep_an_entry_from_its_digest() -> None:
    assert Registry.of([attrs.evolve(TU, notes="\ud800")]).digest


# --- other registries -------------------------------------------------------------


def test_a_registry_plus_an_entry_is_another_one(registry: Registry) -> None:
    new = community("aaa", "https://aaa.example.org/", topics=("devices",))
    bigger = registry.plus(new)
    assert bigger["aaa"] is new
    assert next(iter(bigger)) == "aaa"
    assert bigger.at("aaa.example.org") is new
    assert bigger.about("devices") == (new, PUMPERS)
    assert "aaa" not in registry
    assert bigger["tudiabetes"] is TU
    assert bigger.topics is registry.topics


def test_an_entry_with_a_known_id_takes_its_place(registry: Registry) -> None:
    moved = attrs.evolve(TU, places=("https://moved.example.org/",))
    changed = registry.plus(moved)
    assert changed["tudiabetes"] is moved
    assert changed.at("https://tudiabetes.org/") is None
    assert changed.at("https://moved.example.org/") is moved
    assert len(changed) == len(registry)


def test_plus_nothing_is_the_same_content(registry: Registry) -> None:
    assert registry.plus() == registry


SERMO = community(
    "sermo",
    rules=(
        rule("founding", "2006-09", "2007-10-15"),
        rule("later", "2007-10-15"),
        rule("always"),
        rule("until-2010", until="2010"),
    ),
)


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        (date(2006, 8, 31), ["always", "until-2010"]),
        # From some day of that month: not knowing lifts no rule.
        (date(2006, 9, 1), ["founding", "always", "until-2010"]),
        (date(2007, 10, 14), ["founding", "always", "until-2010"]),
        (date(2007, 10, 15), ["later", "always", "until-2010"]),
        (date(2010, 12, 30), ["later", "always", "until-2010"]),
        (date(2010, 12, 31), ["later", "always"]),
    ],
)
def test_on_a_day_the_rules_surely_not_in_force_are_gone(
    day: date, kept: list[str]
) -> None:
    registry = Registry.of([SERMO, TU], codes=[code("roche", SERMO.rules)]).on(day)
    assert [one.id for one in registry["sermo"].rules] == kept
    assert [one.id for one in registry.codes["roche"].rules] == kept
    assert registry["tudiabetes"] is TU


def test_a_day_on_which_all_holds_changes_nothing(registry: Registry) -> None:
    assert registry.on(date(2020, 1, 1)) == registry
    trimmed = Registry.of([SERMO, TU]).on(date(2005, 1, 1))
    assert trimmed == Registry.of([trimmed["sermo"], TU])
    assert trimmed.resolve("TuDiabetes.org") is TU


# --- being lazy -------------------------------------------------------------------


def test_an_entry_is_made_once_and_only_when_asked_for() -> None:
    made: list[str] = []

    def make(identifier: str) -> Community:
        made.append(identifier)
        return attrs.evolve(TU, id=identifier)

    def cards() -> Iterator[Card]:
        made.append("cards")
        yield Card.of(TU)

    def fingerprints() -> Mapping[str, str]:
        made.append("fingerprints")
        return {"communities/tudiabetes": "0"}

    registry = Registry(
        Contents(
            communities=Shelf("community", ["tudiabetes"], make),
            codes={},
            organizations={},
            cards=cards,
            fingerprints=fingerprints,
        )
    )
    assert len(registry) == 1
    assert "tudiabetes" in registry
    assert made == []
    assert registry["tudiabetes"] is registry["tudiabetes"]
    assert made == ["tudiabetes"]
    assert registry.at("#nothing") is None
    assert registry.at("#nothing") is None
    assert registry.digest == registry.digest
    assert made == ["tudiabetes", "cards", "fingerprints"]


def test_it_can_be_pickled(registry: Registry) -> None:
    again = pickle.loads(pickle.dumps(registry))  # noqa: S301  our own
    assert again == registry
    assert again.version == registry.version
    assert again.about("devices") == (PUMPERS,)


def test_a_file_of_organisations_is_named_after_the_first_character() -> None:
    assert file_of("roche") == "r"
    assert file_of("3m") == "0"
