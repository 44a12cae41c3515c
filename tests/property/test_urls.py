"""Laws of places: spelling is nothing, prefixes are whole parts, nothing is widened."""

from __future__ import annotations

from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from disclosure_registry.errors import InvalidPlaceError
from disclosure_registry.urls import (
    LONGEST,
    Place,
    PlaceIndex,
    looks_like_place,
    parse,
    platform_of,
)

LABELS = st.sampled_from(
    ["forum", "diabetes", "a", "xn--mnchen-3ya", "7cups", "m", "www"]
)
HOSTS = st.sampled_from(
    ["tudiabetes.org", "reddit.com", "x.com", "healthunlocked.com", "groups.io"]
) | st.builds("{}.{}.{}".format, LABELS, LABELS, st.sampled_from(["org", "co", "uk"]))
PARTS = st.text(min_size=1, max_size=6)
PATHS = st.lists(
    st.from_regex(r"[A-Za-z0-9_~@:+-]{1,6}", fullmatch=True) | PARTS, max_size=4
)


def address(host: str, path: list[str]) -> str:
    return f"https://{host}/" + "/".join(quote(part, safe="") for part in path)


ADDRESSES = st.builds(address, HOSTS, PATHS).filter(
    lambda text: parsed(text) is not None
)
NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{1,12}", fullmatch=True)


def parsed(text: str) -> Place | None:
    try:
        return parse(text)
    except InvalidPlaceError:
        return None


@given(st.text(max_size=80) | ADDRESSES)
def test_a_place_read_from_its_own_text_is_the_same(text: str) -> None:
    place = parsed(text)
    if place is not None:
        assert parse(place.text) == place
        assert str(place) == place.text


@given(st.text(max_size=80))
def test_whatever_is_read_looked_like_a_place(text: str) -> None:
    if parsed(text) is not None:
        assert looks_like_place(text)


@given(st.text(max_size=5))
def test_nothing_longer_than_the_limit_is_read(text: str) -> None:
    assert parsed("https://a.org/".ljust(LONGEST + 1, "x") + text) is None


@given(
    ADDRESSES,
    st.sampled_from(["https://", "http://", "HTTP://", "//", ""]),
    st.sampled_from(["", "www.", "m.", "WWW."]),
    st.sampled_from(["", ":443", ":80", ":"]),
    st.sampled_from(["", "/", "//", "/index.php", "/./"]),
    st.sampled_from(["", "?utm_source=a&b=%23", "#top", "?a=1#b"]),
)
def test_scheme_variant_port_slash_query_and_fragment_are_nothing(
    text: str, scheme: str, variant: str, port: str, tail: str, rest: str
) -> None:
    place = parse(text)
    if place.kind != "address" or place.segments == ("search",):
        return
    host, _, path = text.removeprefix("https://").partition("/")
    if host.startswith(("www.", "m.")) or host.count(".") > 1:
        variant = ""  # what stands before a sub-domain is not a variant of the site
    spelt = f"{scheme}{variant}{host.upper()}{port}/{path.rstrip('/')}{tail}{rest}"
    assert parse(spelt) == place


@given(NAMES)
def test_every_spelling_of_a_subreddit_is_one_place(name: str) -> None:
    spellings = [
        f"r/{name}",
        f"/r/{name}/",
        f"R/{name.upper()}",
        f"reddit.com/r/{name}",
        f"https://old.reddit.com/r/{name.lower()}/?sort=new",
        f"https://www.reddit.com/r/{name}#top",
        f"https://de.reddit.com/r/{name}",
    ]
    assert len({parse(spelling) for spelling in spellings}) == 1


@given(NAMES)
def test_every_spelling_of_a_handle_on_x_is_one_place(name: str) -> None:
    name = f"z{name}"  # so that it is none of the site's own pages
    spellings = [
        f"@{name}",
        f"@{name.upper()}",
        f"https://twitter.com/{name}",
        f"https://mobile.twitter.com/{name}/",
        f"x.com/{name}?lang=en",
    ]
    assert len({parse(spelling) for spelling in spellings}) == 1


@given(NAMES, st.sampled_from(["twitter.com/hashtag/", "instagram.com/explore/tags/"]))
def test_a_hashtag_claimed_as_such_is_claimed_on_every_platform(
    name: str, page: str
) -> None:
    index = PlaceIndex([(parse(f"#{name}"), "entry")])
    assert index.find(parse(f"https://{page}{name.lower()}")) == "entry"
    assert index.find(parse(f"#{name.upper()}")) == "entry"
    assert index.find(parse(f"#{name}x")) is None


@given(ADDRESSES, PATHS)
def test_a_claim_holds_for_all_below_it(text: str, below: list[str]) -> None:
    claimed = parse(text)
    deeper = parsed(text.rstrip("/") + address("", below).removeprefix("https:/"))
    index = PlaceIndex([(claimed, "entry")])
    assert index.find(claimed) == "entry"
    dots = {"", ".", ".."}
    if deeper is None or dots & set(below) or claimed.kind == "hashtag":
        return
    if deeper.kind != "hashtag" and deeper.host == claimed.host:
        prefix = deeper.segments[: len(claimed.segments)] == claimed.segments
        assert (index.find(deeper) == "entry") is prefix


@given(st.lists(st.tuples(ADDRESSES, st.sampled_from("abc")), max_size=6), ADDRESSES)
def test_the_most_specific_claim_wins(claims: list[tuple[str, str]], text: str) -> None:
    places = [(parse(claim), entry) for claim, entry in claims]
    place = parse(text)
    if place.kind == "hashtag":
        return
    # The plain reading of the rule: the longest claim that begins the path.
    fitting = [
        (len(claim.segments), -order, entry)
        for order, (claim, entry) in enumerate(places)
        if claim.kind != "hashtag"
        and claim.host == place.host
        and place.segments[: len(claim.segments)] == claim.segments
    ]
    expected = max(fitting)[2] if fitting else None
    assert PlaceIndex(places).find(place) == expected


@given(ADDRESSES, LABELS.filter(lambda label: label not in ("m", "www", "a")))
def test_a_claimed_host_does_not_claim_its_sub_domains(text: str, label: str) -> None:
    claimed = parse(text)
    other = parsed(f"https://{label}.{claimed.host}/" + "/".join(claimed.segments))
    if other is not None and other.host != claimed.host:
        assert PlaceIndex([(claimed, "entry")]).find(other) is None


@given(ADDRESSES, LABELS)
def test_a_platform_has_its_sub_domains(text: str, label: str) -> None:
    place = parse(text)
    platform = platform_of(place)
    other = parsed(f"{label}.{place.host}")
    if platform is not None and other is not None and place.kind == "address":
        assert platform_of(other) is platform
