"""Where communities are: web addresses, handles and hashtags, however they are written.

    place     = hashtag | handle | fediverse | subreddit | address
    hashtag   = "#", word                          #gbdoc
    handle    = "@", word                          @gbdoc, a handle on X
              | "@", host                          @gbdoc.bsky.social
    fediverse = "@", word, "@", host               @gbdoc@mastodon.social
    subreddit = ["/"], ("r" | "u"), "/", word, …   r/diabetes
    address   = ["http" ["s"] "://" | "//"], host, [":", port], path, [query],
                [fragment]

Reading an address neither resolves a name nor fetches anything, so a shortened link
stays what it is. Two spellings of one place give equal `Place`s:

- scheme, a leading `www.`, `m.` or `mobile.`, upper case in the host, a default port, a
  trailing slash, an index file, query and fragment say nothing;
- a platform's own variants are one (`old.reddit.com`, `twitter.com`);
- a hashtag's page on a platform is the hashtag there, a profile on X the handle;
- international names are compared in their ASCII form, paths percent-decoded and by
  case, save where the platform ignores case.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

import attrs

from disclosure_registry.errors import InvalidPlaceError
from disclosure_registry.vocabulary import PLATFORM_HOSTS, Platform

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "LONGEST",
    "Place",
    "PlaceIndex",
    "PlaceKind",
    "looks_like_place",
    "parse",
    "platform_of",
]

#: Characters read at most: no browser sends more, and nobody types more.
LONGEST: Final = 2048
_LONGEST_SHOWN: Final = 120


class PlaceKind(StrEnum):
    """What sort of place it is."""

    #: A page or all pages below it.
    ADDRESS = "address"
    #: An account by its name on a platform.
    HANDLE = "handle"
    #: A conversation by its tag.
    HASHTAG = "hashtag"


@attrs.frozen
class Place:
    """One place, however it was written.

    `host` is lower-case ASCII, with the port where it is no default one, and empty for
    a hashtag on no platform in particular. `segments` are the parts of the path,
    decoded; for a hashtag or a handle its name alone, in lower case. `text` is the one
    spelling that is shown; reading it gives the same place again.
    """

    kind: PlaceKind
    host: str
    segments: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return self.text


# --- reading ----------------------------------------------------------------------

_SCHEME: Final = re.compile(r"(?:https?:)?//", re.ASCII | re.IGNORECASE)
_REDDIT: Final = re.compile(
    r"/?([ru]|user)/([a-z0-9_-]{2,64}(?:[/?#].*)?)", re.ASCII | re.IGNORECASE
)
_UNSEEN: Final = re.compile(r"[\x00-\x20\x7f-\xa0\\\s]")
_HANDLE: Final = re.compile(r"[A-Za-z0-9_]{1,64}", re.ASCII)
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
_TAG: Final = re.compile(r"[^\s!-,./:-@\[-^`{-~]{1,140}")
_DOTS: Final = re.compile("[.\u3002\uff0e\uff61]")
#: Letters that names keep since 2010 and folded before.
_KEPT: Final = re.compile("[ß\u03c2]")
_LONGEST_HOST: Final = 253
_LAST_PORT: Final = 65_535

# Keyboards for Chinese and Japanese type the wide signs.
_TAG_SIGNS: Final = "#\N{FULLWIDTH NUMBER SIGN}"
_HANDLE_SIGNS: Final = "@\N{FULLWIDTH COMMERCIAL AT}"

_X: Final = "x.com"
_BLUESKY: Final = "bsky.app"
_DISCORD_INVITES: Final = "discord.gg"

#: Hosts that are other names of a host.
_SAME_HOST: Final[Mapping[str, str]] = {
    "twitter.com": _X,
    "fb.com": "facebook.com",
    "discordapp.com": "discord.com",
}

#: Host → the sub-domains under which the same pages stand.
_SAME_PAGES: Final[Mapping[str, re.Pattern[str]]] = {
    "reddit.com": re.compile(r"old|new|np|sh|i|amp|[a-z]{2}|[a-z]{2}-[a-z]{2}"),
    "facebook.com": re.compile(r"web|mbasic|touch|[a-z]{2}-[a-z]{2}"),
    "linkedin.com": re.compile(r"[a-z]{2}"),
    "twitter.com": re.compile(r"mobile"),
}

#: Hosts whose paths do not depend on case.
_CASELESS: Final = frozenset(
    {
        _BLUESKY,
        _X,
        "facebook.com",
        "healthunlocked.com",
        "instagram.com",
        "linkedin.com",
        "reddit.com",
        "tiktok.com",
    }
)

#: Host → the path before a hashtag's name.
_TAG_PAGES: Final[Mapping[str, tuple[str, ...]]] = {
    _X: ("hashtag",),
    _BLUESKY: ("hashtag",),
    "facebook.com": ("hashtag",),
    "instagram.com": ("explore", "tags"),
    "linkedin.com": ("feed", "hashtag"),
    "tiktok.com": ("tag",),
    "youtube.com": ("hashtag",),
}

#: First parts of a path on X that are no account.
_NO_ACCOUNT: Final = frozenset(
    {
        "about",
        "compose",
        "explore",
        "hashtag",
        "home",
        "i",
        "intent",
        "jobs",
        "login",
        "logout",
        "messages",
        "notifications",
        "privacy",
        "search",
        "settings",
        "share",
        "signup",
        "tos",
    }
)

_INDEX_FILES: Final = re.compile(
    r"(?:index|default)\.(?:php|html?|aspx?|jsp|cgi)", re.IGNORECASE
)


def parse(text: str) -> Place:
    """Read a web address, a handle or a hashtag; the module's text has the grammar.

    Raises:
        InvalidPlaceError: the text is none of these, or longer than `LONGEST`.

    """
    place = _read(text.strip().strip("<>")) if len(text) <= LONGEST else None
    if place is None:
        raise InvalidPlaceError(text[:_LONGEST_SHOWN])
    return place


def looks_like_place(text: str) -> bool:
    """Tell what is meant as a place from an id or a name.

    True for all that `parse` reads and for slips of the same look (`htp://…`), so that
    the answer can be about the address rather than about an unknown id.
    """
    text = text.strip()
    if not text or _UNSEEN.search(text):
        return False
    return text[0] in _TAG_SIGNS + _HANDLE_SIGNS or any(sign in text for sign in "./:")


def platform_of(place: Place) -> Platform | None:
    """The platform that lives at the place's host or at a parent domain of it."""
    host = place.host.partition(":")[0]
    while host:
        platform = PLATFORM_HOSTS.get(host)
        if platform is not None:
            return platform
        host = host.partition(".")[2]
    return None


def _read(text: str) -> Place | None:
    if not text or _UNSEEN.search(text) or not _is_writable(text):
        return None
    if text[0] in _TAG_SIGNS:
        return _hashtag("", text[1:])
    if text[0] in _HANDLE_SIGNS:
        return _handle(text[1:])
    subreddit = _REDDIT.fullmatch(text)
    if subreddit is not None:
        return _address(f"reddit.com/{subreddit[1]}/{subreddit[2]}")
    scheme = _SCHEME.match(text)
    return _address(text[scheme.end() :] if scheme else text)


def _is_writable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair is no character
        return False
    return True


def _hashtag(host: str, name: str) -> Place | None:
    if _TAG.fullmatch(name) is None:
        return None
    tag = _caseless(name)
    if _TAG.fullmatch(tag) is None:  # a compatibility character hid a sign
        return None
    page = "/".join((*_TAG_PAGES.get(host, ()), quote(tag)))
    return Place(
        PlaceKind.HASHTAG, host, (tag,), f"https://{host}/{page}" if host else f"#{tag}"
    )


def _handle(name: str) -> Place | None:
    user, at, server = name.partition("@")
    if at:
        host = _host(server)
        known = host is not None and _HANDLE.fullmatch(user)
        return _at(host, [f"@{user.lower()}"]) if host and known else None
    if _HANDLE.fullmatch(name):
        return _account(name)
    host = _host(name)
    return _at(_BLUESKY, ["profile", host]) if host else None


def _account(name: str) -> Place:
    name = name.lower()
    return Place(PlaceKind.HANDLE, _X, (name,), f"@{name}")


def _address(text: str) -> Place | None:
    authority, rest = _split(text, "/?#")
    host = _host(authority)
    if host is None:
        return None
    path, rest = _split(rest, "?#")
    query, _, fragment = rest.partition("#")
    if fragment.startswith("!"):  # pages that scripts drew: /forum/#!topic/…
        path = f"{path}/{fragment[1:]}"
    return _at(host, _segments(path), query)


def _split(text: str, signs: str) -> tuple[str, str]:
    """The text before the first of the signs, and the rest from it on."""
    ends = [end for end in (text.find(sign) for sign in signs) if end >= 0]
    end = min(ends, default=len(text))
    return text[:end], text[end:]


def _at(host: str, segments: list[str], query: str = "") -> Place | None:
    """A place by what its platform makes of the path."""
    if host in _CASELESS:
        segments = [_caseless(segment) for segment in segments]
    host, segments = _rewritten(host, segments)
    before = _TAG_PAGES.get(host)
    if before and len(segments) == len(before) + 1 and tuple(segments[:-1]) == before:
        return _hashtag(host, segments[-1])
    if host == _X:
        searched = segments == ["search"] and _searched_tag(query)
        if searched:
            return _hashtag(host, searched)
        if _is_account(segments):
            return _account(segments[0])
    path = "".join("/" + quote(segment, safe=_PATH_SIGNS) for segment in segments)
    return Place(
        PlaceKind.ADDRESS, host, tuple(segments), f"https://{host}{path or '/'}"
    )


#: What may stand in a part of a path as it is (RFC 3986, pchar).
_PATH_SIGNS: Final = "!$&'()*+,;=:@~"


def _is_account(segments: list[str]) -> bool:
    return (
        len(segments) == 1
        and segments[0] not in _NO_ACCOUNT
        and _HANDLE.fullmatch(segments[0]) is not None
    )


def _searched_tag(query: str) -> str:
    """The hashtag that a search on X is for, or nothing."""
    for pair in query.lstrip("?").split("&"):
        name, _, value = pair.partition("=")
        if name == "q" and value.lower().startswith("%23"):
            return _decoded(value[3:])
    return ""


def _rewritten(host: str, segments: list[str]) -> tuple[str, list[str]]:
    """The address by which a platform's page goes elsewhere."""
    if host == "reddit.com" and segments[:1] == ["u"]:
        return host, ["user", *segments[1:]]
    if host == "discord.com" and segments[:1] == ["invite"]:
        return _DISCORD_INVITES, segments[1:]
    if host == "groups.google.com":
        return host, _google_group(segments)
    return host, segments


def _google_group(segments: list[str]) -> list[str]:
    """`/forum/#!forum/NAME`, `/d/forum/NAME` and `/group/NAME` are `/g/NAME` now."""
    if segments[:1] in (["forum"], ["d"]) and segments[1:2] in (["forum"], ["topic"]):
        return ["g", *segments[2:]]
    if segments[:1] == ["group"]:
        return ["g", *segments[1:]]
    return segments


def _segments(path: str) -> list[str]:
    """The parts of a path: decoded, without empty ones, dots and an index file."""
    segments: list[str] = []
    for raw in path.split("/"):
        segment = _decoded(raw)
        if segment == "..":
            del segments[-1:]
        elif segment not in ("", "."):
            segments.append(segment)
    if segments and _INDEX_FILES.fullmatch(segments[-1]):
        segments.pop()
    return segments


def _decoded(segment: str) -> str:
    try:
        # Once: what is encoded twice means its own percent signs.
        segment = unquote(segment, errors="strict")
    except UnicodeDecodeError:
        return segment
    return segment if segment.isascii() else unicodedata.normalize("NFC", segment)


def _caseless(text: str) -> str:
    if text.isascii():
        return text.lower()
    # Twice, for folding can undo a composition and the other way round.
    for _ in range(2):
        text = unicodedata.normalize("NFKC", text.casefold())
    return text


# --- hosts ------------------------------------------------------------------------


def _host(authority: str) -> str | None:
    """The host and, where it is no default one, the port; None for no host."""
    name, colon, port = authority.partition(":")
    if colon and not _is_port(port):
        return None
    host = _name(name)
    if host is None:
        return None
    host = _plain(host)
    return host if port.lstrip("0") in ("", "80", "443") else f"{host}:{int(port)}"


def _is_port(text: str) -> bool:
    if not text:
        return True
    return text.isascii() and text.isdigit() and int(text[-6:]) <= _LAST_PORT


def _name(name: str) -> str | None:
    """A host name in lower-case ASCII, or None for what is none."""
    if len(name) > _LONGEST_HOST:
        return None
    if not name.isascii():
        try:
            name = ".".join(_in_ascii(label) for label in _DOTS.split(name))
        except UnicodeError:
            return None
    name = name.lower().removesuffix(".")
    labels = name.split(".")
    if len(name) > _LONGEST_HOST or len(labels) < 2:  # noqa: PLR2004  `localhost`
        return None
    if not all(_LABEL.fullmatch(label) for label in labels):
        return None
    # No top-level domain has a digit first: 1.2 is a number, 10.0.0.1 no community.
    return None if labels[-1][0].isdigit() or len(labels[-1]) == 1 else name


def _in_ascii(label: str) -> str:
    """A part of an international name as it is registered (RFC 5891)."""
    if label.isascii():
        return label
    if _KEPT.search(label):
        # Python's codec is older and would make straße.de the site strasse.de.
        label = unicodedata.normalize("NFKC", label.lower())
        return "xn--" + label.encode("punycode").decode("ascii")
    return label.encode("idna").decode("ascii")


def _plain(host: str) -> str:
    """The host under which a platform or site shows the same pages."""
    for prefix in ("www.", "m.", "mobile."):
        rest = host.removeprefix(prefix)
        if "." in rest:
            host = rest
    first, _, parent = host.partition(".")
    variants = _SAME_PAGES.get(parent)
    if variants is not None and variants.fullmatch(first):
        host = parent
    if host.endswith(".m.wikipedia.org"):
        host = host.replace(".m.", ".")
    return _SAME_HOST.get(host, host)


# --- finding ----------------------------------------------------------------------


class PlaceIndex:
    """Which entry claims a place.

    The most specific claim wins: the one with the longest path whose parts all begin
    the place's path (`/forum` claims `/forum/t/1`, not `/forums`). A claimed host does
    not claim its sub-domains, for on shared hosts they are other people's; variants
    that show the same pages (`www.`, `m.`, `old.reddit.com`) are the host itself. A
    hashtag claimed as such is claimed on every platform; one claimed on a platform is
    found by its bare name too, if no other entry claims that. Where two entries claim
    the same place the one handed in first has it.
    """

    __slots__ = ("_deepest", "_paths", "_tags")

    def __init__(self, claims: Iterable[tuple[Place, str]]) -> None:
        self._paths: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        self._tags: dict[tuple[str, str], tuple[str, ...]] = {}
        self._deepest: dict[str, int] = {}
        for place, entry in claims:
            self._claim(place, entry)

    def _claim(self, place: Place, entry: str) -> None:
        if place.kind is PlaceKind.HASHTAG:
            for tag in {
                (place.host, place.segments[0]),
                (_ANYWHERE, place.segments[0]),
            }:
                self._tags[tag] = _with(self._tags.get(tag, ()), entry)
            return
        path = (place.host, place.segments)
        self._paths[path] = _with(self._paths.get(path, ()), entry)
        depth = self._deepest.get(place.host, 0)
        self._deepest[place.host] = max(depth, len(place.segments))

    def find(self, place: Place) -> str | None:
        """The id of the entry whose claim is the most specific, or None."""
        if place.kind is PlaceKind.HASHTAG:
            return self._tagged(place)
        deepest = self._deepest.get(place.host)
        if deepest is None:
            return None
        for length in range(min(deepest, len(place.segments)), -1, -1):
            entries = self._paths.get((place.host, place.segments[:length]))
            if entries:
                return entries[0]
        return None

    def _tagged(self, place: Place) -> str | None:
        tag = place.segments[0]
        for host in dict.fromkeys((place.host, "")):
            entries = self._tags.get((host, tag))
            if entries:
                return entries[0]
        everywhere = () if place.host else self._tags.get((_ANYWHERE, tag), ())
        return everywhere[0] if len(everywhere) == 1 else None

    def shared(self) -> tuple[tuple[str, ...], ...]:
        """The entries that claim one and the same place, for each such place."""
        found = [e for e in self._paths.values() if len(e) > 1]
        found += [
            e for (host, _), e in self._tags.items() if host != _ANYWHERE and len(e) > 1
        ]
        return tuple(sorted(set(found)))


#: Stands for "on whichever platform" among claims of hashtags; no host looks so.
_ANYWHERE: Final = "*"


def _with(entries: tuple[str, ...], entry: str) -> tuple[str, ...]:
    return entries if entry in entries else (*entries, entry)
