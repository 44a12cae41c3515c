"""Places as people write them, one by one."""

from __future__ import annotations

import pytest

from disclosure_registry.errors import InvalidPlaceError
from disclosure_registry.urls import (
    LONGEST,
    PlaceIndex,
    PlaceKind,
    looks_like_place,
    parse,
    platform_of,
)
from disclosure_registry.vocabulary import Platform


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("https://forum.tudiabetes.org/t/1", "https://forum.tudiabetes.org/t/1"),
        ("tudiabetes.org", "https://tudiabetes.org/"),
        ("  <https://tudiabetes.org/>  ", "https://tudiabetes.org/"),
        ("HTTP://WWW.TuDiabetes.ORG:80/", "https://tudiabetes.org/"),
        ("tudiabetes.org.", "https://tudiabetes.org/"),
        ("//tudiabetes.org/a", "https://tudiabetes.org/a"),
        ("example.org:8080/a", "https://example.org:8080/a"),
        ("example.org:08080/a", "https://example.org:8080/a"),
        ("https://m.example.org/a", "https://example.org/a"),
        ("https://www.m.example.org/a", "https://example.org/a"),
        ("https://m.de/", "https://m.de/"),
        ("https://www.de/", "https://www.de/"),
        ("https://example.org/a//b/./c/../d/", "https://example.org/a/b/d"),
        ("https://example.org/../..", "https://example.org/"),
        ("https://example.org/forum/index.php?board=2", "https://example.org/forum"),
        ("https://example.org/forum/Default.aspx", "https://example.org/forum"),
        ("https://example.org/%7Ejoe/a%20b", "https://example.org/~joe/a%20b"),
        ("https://example.org/a%2Fb", "https://example.org/a%2Fb"),
        ("https://example.org/%ff", "https://example.org/%25ff"),
        ("https://example.org/caf%C3%A9", "https://example.org/caf%C3%A9"),
        ("https://example.org/cafe\u0301", "https://example.org/caf%C3%A9"),
        ("https://münchen.de/", "https://xn--mnchen-3ya.de/"),
        ("https://XN--MNCHEN-3YA.de/", "https://xn--mnchen-3ya.de/"),
        ("https://Straße.de/", "https://xn--strae-oqa.de/"),
        ("https://strasse.de/", "https://strasse.de/"),
        ("https://example\u3002org/ß", "https://example.org/%C3%9F"),
        ("https://example.org/Forum", "https://example.org/Forum"),
        # Reddit
        ("r/Diabetes", "https://reddit.com/r/diabetes"),
        ("/r/diabetes/", "https://reddit.com/r/diabetes"),
        ("R/diabetes", "https://reddit.com/r/diabetes"),
        ("r/diabetes/comments/1/x?y=1#z", "https://reddit.com/r/diabetes/comments/1/x"),
        ("u/Somebody", "https://reddit.com/user/somebody"),
        ("/user/Somebody", "https://reddit.com/user/somebody"),
        ("https://old.reddit.com/r/cfs", "https://reddit.com/r/cfs"),
        ("https://np.reddit.com/r/cfs", "https://reddit.com/r/cfs"),
        ("https://ads.reddit.com/r/cfs", "https://ads.reddit.com/r/cfs"),
        ("https://redd.it/abc", "https://redd.it/abc"),
        # X
        ("@GBdoc", "@gbdoc"),
        ("\uff20GBdoc", "@gbdoc"),
        ("https://twitter.com/GBdoc/", "@gbdoc"),
        ("https://mobile.twitter.com/gbdoc?lang=de", "@gbdoc"),
        ("https://x.com/gbdoc/status/1", "https://x.com/gbdoc/status/1"),
        ("https://x.com/search", "https://x.com/search"),
        ("https://x.com/search?q=gbdoc", "https://x.com/search"),
        ("https://x.com/search?f=live&q=%23GBdoc", "https://x.com/hashtag/gbdoc"),
        ("https://x.com/home", "https://x.com/home"),
        # Hashtags
        ("#GBdoc", "#gbdoc"),
        ("\uff03GBdoc", "#gbdoc"),
        ("#Größe", "#grösse"),
        ("#diabetes_2", "#diabetes_2"),
        (
            "https://twitter.com/hashtag/COPDChat?src=x",
            "https://x.com/hashtag/copdchat",
        ),
        (
            "https://www.instagram.com/explore/tags/T1D/",
            "https://instagram.com/explore/tags/t1d",
        ),
        ("https://bsky.app/hashtag/gbdoc", "https://bsky.app/hashtag/gbdoc"),
        # Other platforms
        ("@gbdoc@Mastodon.social", "https://mastodon.social/@gbdoc"),
        ("https://mastodon.social/@gbdoc", "https://mastodon.social/@gbdoc"),
        ("@gbdoc.bsky.social", "https://bsky.app/profile/gbdoc.bsky.social"),
        (
            "https://fb.com/groups/CGMInTheCloud",
            "https://facebook.com/groups/cgminthecloud",
        ),
        ("https://de-de.facebook.com/groups/1", "https://facebook.com/groups/1"),
        ("https://uk.linkedin.com/company/roche", "https://linkedin.com/company/roche"),
        ("https://discord.com/invite/4fQ", "https://discord.gg/4fQ"),
        ("https://discordapp.com/invite/4fQ", "https://discord.gg/4fQ"),
        (
            "https://healthunlocked.com/NRAS/posts",
            "https://healthunlocked.com/nras/posts",
        ),
        (
            "https://en.m.wikipedia.org/wiki/Roche",
            "https://en.wikipedia.org/wiki/Roche",
        ),
        (
            "https://groups.google.com/forum/#!forum/diybio",
            "https://groups.google.com/g/diybio",
        ),
        (
            "https://groups.google.com/forum/#!topic/diybio/9",
            "https://groups.google.com/g/diybio/9",
        ),
        (
            "https://groups.google.com/d/forum/diybio",
            "https://groups.google.com/g/diybio",
        ),
        (
            "https://groups.google.com/group/diybio",
            "https://groups.google.com/g/diybio",
        ),
        ("https://groups.google.com/g/diybio", "https://groups.google.com/g/diybio"),
    ],
)
def test_a_place_has_one_spelling(text: str, canonical: str) -> None:
    assert str(parse(text)) == canonical
    assert parse(canonical) == parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "tudiabetes",
        "TuDiabetes forum",
        "1.2",
        "10.0.0.1",
        "localhost",
        "http://localhost/",
        "ftp://example.org/",
        "mailto:somebody@example.org",
        "somebody@example.org",
        "https://reddit.com@evil.example/r/diabetes",
        "https://exa mple.org/",
        "https://example.org\\@evil.example",
        "https://-example.org/",
        "https://exam_ple-.org/",
        "https://example..org/",
        "https://example.org:port/",
        "https://example.org:99999/",
        "https://example.org:\u0663/",
        "https://[::1]/",
        "https://" + "a" * 64 + ".org/",
        "https://" + "a." * 130 + "org/",
        "https://" + "ü" * 70 + ".org/",
        "https://example.c/",
        "https:///path",
        "#",
        "#a b",
        "#a/b",
        "#\u2100",
        "@",
        "@a-b",
        "@@a",
        "@a b@example.org",
        "@a@b",
        "r/",
        "r/a",
        "https://example.org/\ud800",
        "https://example.org/" + "a" * LONGEST,
    ],
)
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(InvalidPlaceError):
        parse(text)


def test_the_error_shows_only_the_beginning_of_a_long_text() -> None:
    with pytest.raises(InvalidPlaceError) as caught:
        parse("x" * 100_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("text", "kind", "host", "segments"),
    [
        ("#gbdoc", PlaceKind.HASHTAG, "", ("gbdoc",)),
        ("twitter.com/hashtag/gbdoc", PlaceKind.HASHTAG, "x.com", ("gbdoc",)),
        ("@gbdoc", PlaceKind.HANDLE, "x.com", ("gbdoc",)),
        ("r/cfs", PlaceKind.ADDRESS, "reddit.com", ("r", "cfs")),
        ("example.org", PlaceKind.ADDRESS, "example.org", ()),
    ],
)
def test_a_place_has_its_parts(
    text: str, kind: PlaceKind, host: str, segments: tuple[str, ...]
) -> None:
    place = parse(text)
    assert (place.kind, place.host, place.segments) == (kind, host, segments)


@pytest.mark.parametrize(
    "text",
    ["#gbdoc", "@gbdoc", "r/cfs", "/r/cfs", "htp://a", "tudiabetes.org", "a.b", "//a"],
)
def test_what_is_meant_as_a_place_looks_like_one(text: str) -> None:
    assert looks_like_place(text)


@pytest.mark.parametrize(
    "text", ["", " ", "tudiabetes", "reddit-cfs", "Dr. Oz forum", "a b#c", "7-cups"]
)
def test_ids_and_names_do_not_look_like_places(text: str) -> None:
    assert not looks_like_place(text)


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("r/diabetes", Platform.REDDIT),
        ("https://ads.reddit.com/", Platform.REDDIT),
        ("@gbdoc", Platform.X),
        ("https://twitter.com/hashtag/gbdoc", Platform.X),
        ("https://tesg.forumotion.com/", Platform.FORUMOTION),
        ("https://groups.google.com/g/diybio", Platform.GOOGLE_GROUPS),
        ("https://reddit.com:8080/", Platform.REDDIT),
        ("https://notreddit.com/", None),
        ("https://google.com/", None),
        ("#gbdoc", None),
    ],
)
def test_the_platform_is_that_of_the_host_or_a_parent(
    text: str, platform: Platform | None
) -> None:
    assert platform_of(parse(text)) is platform


def index(**claims: str) -> PlaceIndex:
    return PlaceIndex([(parse(text), entry) for entry, text in claims.items()])


def test_the_longest_claim_wins_whatever_the_order() -> None:
    found = index(
        network="https://healthunlocked.com/",
        group="https://healthunlocked.com/nras",
        wiki="https://healthunlocked.com/nras/wiki",
    )
    assert found.find(parse("https://healthunlocked.com/nras/posts/1")) == "group"
    assert found.find(parse("https://healthunlocked.com/nras/wiki/a/b")) == "wiki"
    assert found.find(parse("https://healthunlocked.com/other")) == "network"
    assert found.find(parse("healthunlocked.com")) == "network"


def test_a_claim_ends_at_whole_parts_of_the_path() -> None:
    found = index(forum="https://example.org/forum")
    assert found.find(parse("https://example.org/forums")) is None
    assert found.find(parse("https://example.org/")) is None
    assert found.find(parse("https://example.org/forum/t/1")) == "forum"


def test_a_claimed_host_claims_neither_sub_domains_nor_parents_nor_ports() -> None:
    found = index(entry="https://forum.example.org/")
    assert found.find(parse("https://www.forum.example.org/")) == "entry"
    assert found.find(parse("https://a.forum.example.org/")) is None
    assert found.find(parse("https://example.org/")) is None
    assert found.find(parse("https://forum.example.org:8080/")) is None


def test_case_matters_in_paths_save_where_the_platform_ignores_it() -> None:
    found = index(site="https://example.org/Forum", sub="https://reddit.com/r/CFS")
    assert found.find(parse("https://example.org/forum")) is None
    assert found.find(parse("r/cfs")) == "sub"


def test_a_page_of_an_account_is_the_account_s() -> None:
    found = index(account="@gbdoc")
    assert found.find(parse("https://twitter.com/GBdoc/status/1")) == "account"
    assert found.find(parse("https://twitter.com/gbdocs")) is None


def test_a_bare_hashtag_finds_the_one_claim_on_a_platform() -> None:
    found = index(chat="https://twitter.com/hashtag/COPDChat")
    assert found.find(parse("#copdchat")) == "chat"
    assert found.find(parse("https://instagram.com/explore/tags/copdchat")) is None


def test_a_bare_hashtag_claimed_on_two_platforms_is_nobody_s() -> None:
    found = index(
        one="https://twitter.com/hashtag/hcldr",
        two="https://instagram.com/explore/tags/hcldr",
    )
    assert found.find(parse("#hcldr")) is None
    assert found.find(parse("https://x.com/hashtag/hcldr")) == "one"


def test_a_bare_claim_of_a_hashtag_comes_before_one_on_a_platform() -> None:
    found = index(chat="https://twitter.com/hashtag/hcldr", bare="#hcldr")
    assert found.find(parse("#hcldr")) == "bare"
    assert found.find(parse("https://x.com/hashtag/hcldr")) == "chat"
    assert found.find(parse("https://bsky.app/hashtag/hcldr")) == "bare"


def test_places_that_two_entries_claim_are_told() -> None:
    found = index(
        one="https://example.org/",
        two="http://www.example.org",
        three="#tag",
        four="#TAG",
        alone="https://example.com/",
    )
    assert found.find(parse("example.org")) == "one"
    assert found.shared() == (("one", "two"), ("three", "four"))


def test_an_entry_may_claim_a_place_in_two_spellings() -> None:
    claims = [(parse("example.org"), "one"), (parse("www.example.org"), "one")]
    assert PlaceIndex(claims).shared() == ()
