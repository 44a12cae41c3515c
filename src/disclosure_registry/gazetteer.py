"""Find the names of organisations in a text.

A name is matched word by word on folded keys, longest first, so that "University of
Rochester" never yields "Roche" and spans are exact. A strong name identifies alone; a
weak one (a surname, an everyday word) says so and is for the caller to support.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import chain
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

import attrs

from disclosure_registry.model import Party, Span
from disclosure_registry.text import (
    Cleaned,
    Form,
    Words,
    clean,
    fold,
    key_of,
    split,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from disclosure_registry.vocabulary import Actor

__all__ = ["Gazetteer", "Hit", "Mention", "Named", "NamesOf", "Strength"]


class Strength(IntEnum):
    """How far a name identifies."""

    WEAK = 0
    STRONG = 1


@attrs.frozen(kw_only=True)
class Mention:
    """A name found in a text.

    `text[span.start:span.stop]` is `surface`. Several `organizations` share the name.
    `form` is how it was written; `countries` are those named right behind it.
    """

    span: Span
    surface: str
    organizations: tuple[Party, ...]
    strength: Strength
    form: Form
    countries: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A name among the words of a text: words `begin` to `end` (exclusive).

    `core` is where the name itself ends and a legal form or country begins;
    `numbers` are places in the gazetteer's list of organisations.
    """

    begin: int
    end: int
    core: int
    numbers: tuple[int, ...]
    strength: Strength
    form: Form
    countries: tuple[str, ...]


#: Legal forms that may follow a name and belong to it, as one or two keys.
LEGAL_FORMS: Final = word_set(
    "inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh "
    "ag kg kgaa se sa sas sarl spa srl bv nv ab asa oy oyj aps kk pty pte pvt sl "
    "slu lda ltda mbh ug sasu sca"
)
#: Legal forms that no language has for a word, written in small letters too.
_PLAIN_FORMS: Final = frozenset({"gmbh", "inc", "llc", "ltd", "plc"})
#: A legal form with dots or a stroke has no more letters: "S.p.A.", "A/S".
LETTERS: Final = 4

#: Legal forms that are also words of some language count only in their own spelling.
_SPELT: Final = {"as": "AS", "se": "SE", "co": "Co", "sa": "SA", "ag": "AG", "ab": "AB"}

#: What is larger than a country belongs to a name as well: "X Benelux NV".
_REGIONS: Final = word_set(
    "benelux nordic nordics iberia dach emea europe europa scandinavia latam apac"
)
#: Words of trade that may follow a company's name without making it another's.
_TRADE: Final = frozenset(
    [
        "pharma",
        "farma",
        "pharmaceuticals",
        "pharmaceutical",
        "laboratories",
        "biosciences",
        "group",
        "holding",
        "holdings",
        "international",
        "global",
    ]
)

#: Country words right behind a company's name, with their ISO 3166-1 codes.
COUNTRY_WORDS: Final = {
    "us": "US", "usa": "US", "america": "US", "uk": "GB", "gb": "GB", "britain": "GB",
    "deutschland": "DE", "germany": "DE", "france": "FR", "italia": "IT", "italy": "IT",
    "espana": "ES", "spain": "ES", "nederland": "NL", "netherlands": "NL",
    "belgium": "BE", "canada": "CA", "australia": "AU", "japan": "JP", "india": "IN",
    "sverige": "SE", "sweden": "SE", "norge": "NO", "norway": "NO", "danmark": "DK",
    "denmark": "DK", "suomi": "FI", "finland": "FI", "portugal": "PT", "brasil": "BR",
    "brazil": "BR", "mexico": "MX", "ireland": "IE", "switzerland": "CH",
    "schweiz": "CH", "suisse": "CH", "austria": "AT", "osterreich": "AT",
    "poland": "PL", "polska": "PL", "china": "CN", "turkey": "TR", "israel": "IL",
    "argentina": "AR", "chile": "CL", "colombia": "CO", "peru": "PE", "uruguay": "UY",
    "ecuador": "EC", "venezuela": "VE", "greece": "GR", "hungary": "HU",
    "czechia": "CZ", "romania": "RO", "russia": "RU", "ukraine": "UA", "korea": "KR",
    "taiwan": "TW", "singapore": "SG", "thailand": "TH", "vietnam": "VN",
    "indonesia": "ID", "malaysia": "MY", "philippines": "PH", "egypt": "EG",
    "nigeria": "NG", "kenya": "KE", "belgie": "BE", "belgique": "BE", "belgien": "BE",
    "frankreich": "FR", "francia": "FR", "frankrijk": "FR", "frankrike": "FR",
    "allemagne": "DE", "alemania": "DE", "alemanha": "DE", "germania": "DE",
    "duitsland": "DE", "tyskland": "DE", "italien": "IT", "italie": "IT",
    "spanien": "ES", "espagne": "ES", "spagna": "ES", "espanha": "ES", "spanje": "ES",
    "svizzera": "CH", "suiza": "CH", "suica": "CH", "zwitserland": "CH",
    "autriche": "AT", "schweden": "SE", "suede": "SE", "polen": "PL", "pologne": "PL",
    "polonia": "PL",
}  # fmt: skip

#: A name before one of these is the name of something else.
_ELSE_AFTER: Final = word_set(
    "foundation stiftung fondation fundacion fundacao fondazione stichting "
    "university hospital school college institute stadium arena street avenue "
    "road bowl prize award awards leverkusen munchen family trust park bobois "
    "museum marathon open professorship chair scholar fellow fellowship"
)
#: Of these, what is nothing else in small letters: "the Bayer school".
_ELSE_IN_SMALL: Final = word_set(
    "foundation university hospital school college stadium prize award museum marathon"
)
#: And so is a name behind one of these.
_ELSE_BEFORE: Final = word_set(
    "universitat fc mr mrs ms miss herr frau stiftung fondation fundacion fundacao "
    "fondazione stichting stiftelsen"
) | {"university of"}

#: What may be glued to a company's name in a handle.
_HANDLE_TAILS: Final = word_set(
    "us usa uk eu de fr es it nl se ca ch at be in ie br mx no dk fi pl tr za au "
    "nz jp deutschland germany france italia espana canada india mea africa news "
    "careers jobs press pr official global group inc corp co hq pharma medical "
    "med health oncology onc official live social team research science dach "
    "security digital data "
    "europe nordic nordics emea apac latam benelux iberia mena cee gcc anz asia "
    "belgium sverige norge danmark uki sa"
)
#: Tails that say a firm by themselves, so that its name may be a word.
_OF_A_FIRM: Final = frozenset(["careers", "corp", "hq", "news", "official", "pharma"])
_HANDLE_HEADS: Final = frozenset(["the", "team", "at", "my", "we", "official"])

_SOFT: Final = frozenset(
    ("", " ", "-", "‐", "–", " & ", "&", "'", "’", "+", " + ", "  ")
)
_BRIEF: Final = frozenset((".", ". ", "/", ".-"))

#: Anything but letters, figures and line breaks parts the words of a name.
_TO_SPACE: Final = {
    code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "\n"
}

#: Names in capitals of no more letters must be in capitals in the text too.
_SHORT: Final = 4
#: Names of one word as long as this are known with a genitive's s.
_OWNING: Final = 5
#: Names of one word as long as this are known when written as two.
_LONG: Final = 8
#: Words no longer than this may have a full stop behind them within a name.
_INITIAL: Final = 3
#: What is left of a handle must be as long as this to be a name.
_CORE: Final = 5
#: And names as long as this are known with one slip of the pen.
_SURE: Final = 7

_Entry = tuple[tuple[int, ...], Strength, bool]


class NamesOf(Protocol):
    """The names of an organisation, by how far they can be trusted alone."""

    @property
    def strong(self) -> Sequence[str]:
        """Names that identify alone."""

    @property
    def weak(self) -> Sequence[str]:
        """Names that need a cue beside them."""


class Named(Protocol):
    """What is needed of an organisation to find it: `model.Organization` will do."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def kind(self) -> Actor:
        """What sort of organisation it is."""

    @property
    def names(self) -> NamesOf:
        """All its names."""

    @property
    def domains(self) -> Sequence[str]:
        """The domains it is known by."""


class _Loose:
    """Names as they stand in handles, addresses and with a slip of the pen.

    `joined` has each name written together, `domains` the number of who has one, and
    `similar` the long strong names, written together, by first letter and length.
    """

    def __init__(
        self, names: Mapping[str, _Entry], organizations: Iterable[Named]
    ) -> None:
        self.joined: dict[str, _Entry] = {}
        for key, entry in names.items():
            together = key.replace(" ", "")
            known = self.joined.get(together)
            if known is None or (entry[1] > known[1]):
                self.joined[together] = entry
        self.domains = {
            domain: number
            for number, organization in enumerate(organizations)
            for domain in organization.domains
        }
        self.similar: dict[tuple[str, int], list[str]] = {}
        for key, entry in self.joined.items():
            if entry[1] is Strength.STRONG and len(key) >= _SURE:
                self.similar.setdefault((key[0], len(key)), []).append(key)


class Gazetteer:
    """The names of a set of organisations, ready to be found in texts.

    Organisations are handed in; nothing is read from files. The indexes for names are
    built at once, those for handles, addresses and misspellings when first needed.
    """

    def __init__(self, organizations: Iterable[Named]) -> None:
        self._organizations: tuple[Named, ...] = tuple(organizations)
        self._parties: dict[int, Party] = {}
        self._names: dict[str, _Entry] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._made: _Loose | None = None
        self._build()

    def __len__(self) -> int:
        return len(self._organizations)

    def party(self, number: int) -> Party:
        """The organisation at this place of the list, in short."""
        party = self._parties.get(number)
        if party is None:
            organization = self._organizations[number]
            party = Party(organization.id, organization.name, organization.kind)
            self._parties[number] = party
        return party

    def lookup(self, name: str) -> tuple[Party, ...]:
        """The organisations that bear this very name, strong or weak, in any case."""
        entry = self._names.get(key_of(name))
        return tuple(self.party(number) for number in entry[0]) if entry else ()

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every name in the text, from left to right, none inside another.

        Raises:
            TextTooLongError: the text is longer than what is read.

        """
        cleaned = clean(text)
        words = split(cleaned.text)
        return tuple(self.mention(hit, words, cleaned) for hit in self.scan(words))

    def mention(self, hit: Hit, words: Words, cleaned: Cleaned) -> Mention:
        """What a hit means for the text as given."""
        span = cleaned.span(words.starts[hit.begin], words.stops[hit.end - 1])
        return Mention(
            span=span,
            surface=cleaned.original[span.start : span.stop],
            organizations=tuple(self.party(number) for number in hit.numbers),
            strength=hit.strength,
            form=hit.form,
            countries=hit.countries,
        )

    # -- building ----------------------------------------------------------------

    def _build(self) -> None:  # noqa: C901  one pass, for speed
        plain: list[str] = []
        marks: list[tuple[int, Strength, bool, bool]] = []
        for number, organization in enumerate(self._organizations):
            names = organization.names
            own = organization.name
            for strength, spellings in (
                (Strength.STRONG, names.strong),
                (Strength.WEAK, names.weak),
            ):
                for name in spellings:
                    plain.append(name.lower() if name.isascii() else key_of(name))
                    short = len(name) <= _SHORT and name.isupper()
                    marks.append((number, strength, short, name == own))
        # One pass of translate over all names costs a tenth of one per name.
        # Names in other scripts would make it slow for all: they stay as they are.
        together = "\n".join(name if name.isascii() else "" for name in plain)
        lines = together.translate(_TO_SPACE).split("\n") if plain else []
        table = self._names
        owned: set[str] = set()
        derived: list[tuple[list[str], int, Strength]] = []
        for line, name, (number, strength, short, primary) in zip(
            lines, plain, marks, strict=True
        ):
            parts = (line or name).split()
            if not parts:
                continue
            key = " ".join(parts)
            known = table.get(key)
            if known is None:
                table[key] = ((number,), strength, short)
            elif number not in known[0]:
                table[key] = _merged(
                    known, (number, strength, short, primary), owned=key in owned
                )
            if primary:
                owned.add(key)
            if len(parts) > 1 and parts[-1] in LEGAL_FORMS:
                derived.append((parts, number, strength))
        for parts, number, strength in derived:
            key = _without_legal_form(parts)
            if key not in table:
                # What is left of one word may be any word: it never becomes strong.
                weaker = strength if " " in key else Strength.WEAK
                table[key] = ((number,), weaker, False)
        self._lengths = _lengths(table)

    @property
    def _loose(self) -> _Loose:
        if self._made is None:
            self._made = _Loose(self._names, self._organizations)
        return self._made

    def pairs(self, kinds: Container[Actor]) -> frozenset[str]:
        """Two words written together that a text with a strong name may have.

        They are the longest two neighbours in each name of several words, and
        each long name of one, which people write as two: "Astra Zeneca". Only names
        that an organisation of one of these kinds has count.
        """
        pairs = set()
        for key, entry in self._names.items():
            if not (entry[1] and self._of_kind(entry, kinds)):
                continue
            if " " in key:
                parts = key.split()
                pairs.add(max(map(add, parts, parts[1:]), key=len))
            elif len(key) >= _LONG:
                pairs.add(key)
        return frozenset(pairs)

    def faint(self) -> frozenset[str]:
        """As `anchors` and `pairs` together, for the weak names.

        Of a name of several words all neighbours, for any may have the capital
        without which a weak name is none.
        """
        keys = (key.split() for key, entry in self._names.items() if not entry[1])
        return frozenset(
            word
            for parts in keys
            for word in (map(add, parts, parts[1:]) if len(parts) > 1 else parts)
        )

    def holds(self, words: Words, index: int) -> bool:
        """Whether the handle, hashtag or address at `index` is one of ours."""
        return self._special(words, index) is not None

    def anchors(self, kinds: Container[Actor]) -> frozenset[str]:
        """Strong names of one word, their genitives, and all written together.

        With `pairs` made for callers that skip most texts unread: a text that has
        neither names no organisation of one of these kinds strongly. Weak names count
        only beside a cue.
        """
        strong = (
            key.replace(" ", "")
            for key, entry in self._names.items()
            if entry[1] and self._of_kind(entry, kinds)
        )
        genitives = (
            key + "s"
            for key, entry in self._names.items()
            if _owns(key, entry) and self._of_kind(entry, kinds)
        )
        return frozenset(chain(strong, genitives))

    def _of_kind(self, entry: _Entry, kinds: Container[Actor]) -> bool:
        return any(self._organizations[number].kind in kinds for number in entry[0])

    # -- finding -----------------------------------------------------------------

    def scan(self, words: Words) -> list[Hit]:
        """Hits among the words of a cleaned text, left to right, longest first."""
        hits: list[Hit] = []
        keys, forms, upper = words.keys, words.forms, words.upper
        lengths = self._lengths
        size = len(keys)
        index = 0
        while index < size:
            hit = None
            if forms[index]:
                hit = self._special(words, index)
            else:
                options = lengths.get(keys[index])
                if options is not None:
                    hit = self._name(words, index, options)
                elif upper[index] and keys[index][-1] == "s":
                    hit = self._genitive(words, index)
                if hit is None and index + 1 < size and upper[index + 1]:
                    hit = self._parted(words, index)
            if hit is None:
                index += 1
            else:
                hits.append(hit)
                index = hit.end
        return hits

    def _name(self, words: Words, index: int, options: Sequence[int]) -> Hit | None:
        keys = words.keys
        for length in options:
            stop = index + length
            if stop > len(keys):
                continue
            key = keys[index] if length == 1 else " ".join(keys[index:stop])
            entry = self._names.get(key)
            if entry is None or not self._coherent(words, index, stop, entry):
                continue
            if self._belongs_to_another(words, index, stop):
                return None
            hit = self._accept(words, index, stop, entry)
            if hit is not None:
                return hit
        return None

    def _genitive(self, words: Words, index: int) -> Hit | None:
        """Such as "Pfizers": a strong name and the s that owns, as German writes it."""
        entry = self._names.get(words.keys[index][:-1])
        if entry is None or not _owns(words.keys[index][:-1], entry):
            return None
        return self._accept(words, index, index + 1, entry)

    def _coherent(self, words: Words, index: int, stop: int, entry: _Entry) -> bool:
        """Whether words make one name; a strong one may go on in the next line."""
        wrapped = entry[1] is Strength.STRONG
        for at in range(index, stop - 1):
            gap = words.gap(at)
            if gap in _SOFT or (wrapped and gap.strip(" &") == "\n"):
                continue
            # "Dr. Reddy's", "A/S": dots and strokes only beside short parts.
            if gap in _BRIEF and (
                len(words.keys[at]) <= _INITIAL or len(words.keys[at + 1]) < _INITIAL
            ):
                continue
            if gap == ", " and words.keys[at + 1] in LEGAL_FORMS:
                continue
            return False
        return True

    def _accept(self, words: Words, index: int, stop: int, entry: _Entry) -> Hit | None:
        numbers, strength, capitals = entry
        surface = words.text[words.starts[index] : words.stops[stop - 1]]
        if capitals and not surface.isupper():
            return None
        if strength is Strength.WEAK and not _capitalised(surface):
            return None
        end, legal, countries = _tail(words, stop)
        if stop - index > 1 and words.keys[stop - 1] in COUNTRY_WORDS:
            countries = (COUNTRY_WORDS[words.keys[stop - 1]], *countries)
        if legal and _capitalised(surface):
            strength = Strength.STRONG
        return Hit(index, end, stop, numbers, strength, Form.WORD, countries)

    def _belongs_to_another(self, words: Words, index: int, stop: int) -> bool:
        keys = words.keys
        if (
            stop < len(keys)
            and keys[stop] in _ELSE_AFTER
            and words.gap(stop - 1) in {" ", "-"}
        ):
            after = words.text[words.starts[stop]]
            if after.isupper() or keys[stop] in _ELSE_IN_SMALL:
                return True
        if index and words.gap(index - 1) in {" ", ". "}:
            if keys[index - 1] in _ELSE_BEFORE:
                return True
            if index > 1 and f"{keys[index - 2]} {keys[index - 1]}" in _ELSE_BEFORE:
                return True
        return False

    def _parted(self, words: Words, index: int) -> Hit | None:
        # "Astra Zeneca": a strong name of one word written as two.
        if words.forms[index + 1] or words.gap(index) not in {" ", "-"}:
            return None
        together = words.keys[index] + words.keys[index + 1]
        if len(together) < _LONG:
            return None
        entry = self._names.get(together)
        if entry is None or entry[1] is not Strength.STRONG:
            return None
        if self._belongs_to_another(words, index, index + 2):
            return None
        return self._accept(words, index, index + 2, entry)

    def _special(self, words: Words, index: int) -> Hit | None:
        form, key = words.forms[index], words.keys[index]
        if form in (Form.ADDRESS, Form.MAIL):
            number = self._by_domain(key)
            if number is None:
                return None
            return Hit(
                index, index + 1, index + 1, (number,), Strength.STRONG, form, ()
            )
        surface = words.text[words.starts[index] : words.stops[index]]
        found = self._by_handle(surface)
        if found is None:
            return None
        entry, countries = found
        return Hit(index, index + 1, index + 1, entry[0], entry[1], form, countries)

    def _by_handle(self, surface: str) -> tuple[_Entry, tuple[str, ...]] | None:
        bare = fold(surface[1:])
        together = bare.replace("_", "")
        entry = self._loose.joined.get(together)
        if entry is not None:
            return entry, ()
        for cut in range(2, min(12, len(bare) - 2)):
            tail = bare[-cut:]
            if tail not in _HANDLE_TAILS:
                continue
            head = bare[:-cut].rstrip("_")
            entry = self._loose.joined.get(head.replace("_", ""))
            # Glued on in small letters it may be part of a longer word.
            parted = bare[-cut - 1] == "_" or surface[-cut].isupper()
            told = parted and (tail in COUNTRY_WORDS or tail in _OF_A_FIRM)
            if entry is not None and (
                told or (entry[1] and (parted or len(head) > _CORE))
            ):
                code = COUNTRY_WORDS.get(tail)
                return entry, (code,) if code else ()
        if "_" in bare:
            # "@UCB_news": what stands before the stroke is the firm.
            head = bare.split("_", 1)[0]
            entry = self._loose.joined.get(head)
            if entry is not None and (entry[1] or surface[1 : len(head) + 1].isupper()):
                return entry, ()
        for head in _HANDLE_HEADS:
            if bare.startswith(head) and len(bare) - len(head) >= _CORE:
                entry = self._loose.joined.get(bare[len(head) :].lstrip("_"))
                if entry is not None and entry[1]:
                    return entry, ()
        return None

    def _by_domain(self, address: str) -> int | None:
        host = address.rsplit("@", 1)[-1]
        host = host.split("//", 1)[-1].split("/", 1)[0].split(":", 1)[0]
        labels = host.split(".")
        # From the whole host to its last two labels, so the most specific wins.
        for start in range(max(0, len(labels) - 5), len(labels) - 1):
            number = self._loose.domains.get(".".join(labels[start:]))
            if number is not None:
                return number
        return None

    def near(self, word: str) -> tuple[int, ...]:
        """Organisations whose strong name is one slip away from this word.

        The words of the name are given together. Only for seven letters and more
        with the same first letter, and only where a single name comes so close.
        """
        key = fold(word)
        if len(key) < _SURE or not key.isalpha() or key in self._loose.joined:
            # A name written right is found where it counts.
            return ()
        found: set[tuple[int, ...]] = set()
        for length in (len(key) - 1, len(key), len(key) + 1):
            for name in self._loose.similar.get((key[0], length), ()):
                if _one_slip(key, name):
                    found.add(self._loose.joined[name][0])
        return found.pop() if len(found) == 1 else ()

    def __iter__(self) -> Iterator[Named]:
        return iter(self._organizations)


def _merged(
    known: _Entry, new: tuple[int, Strength, bool, bool], *, owned: bool
) -> _Entry:
    """What a name means that two organisations bear.

    A strong name wins over a weak one, then an organisation's own name over another's
    alias; what is equal in both is shared.
    """
    numbers, best, upper = known
    number, strength, short, own = new
    if strength > best or (strength == best and own and not owned):
        return (number,), strength, short
    if strength < best or (owned and not own):
        return known
    return (*numbers, number), best, upper and short


def _without_legal_form(parts: list[str]) -> str:
    end = len(parts)
    while end > 1 and parts[end - 1] in LEGAL_FORMS:
        end -= 1
    return " ".join(parts[:end])


def _lengths(table: Mapping[str, _Entry]) -> dict[str, tuple[int, ...]]:
    """First word → how many words the names that begin with it have, longest first."""
    bits: dict[str, int] = {}
    for key in table:
        first, _, rest = key.partition(" ")
        size = rest.count(" ") + 2 if rest else 1
        bits[first] = bits.get(first, 0) | 1 << size
    shared: dict[int, tuple[int, ...]] = {}
    lengths = {}
    for first, mask in bits.items():
        sizes = shared.get(mask)
        if sizes is None:
            sizes = shared[mask] = tuple(
                size for size in range(mask.bit_length() - 1, 0, -1) if mask >> size & 1
            )
        lengths[first] = sizes
    return lengths


def _owns(key: str, entry: _Entry) -> bool:
    """Whether a name makes a genitive with a bare s."""
    return bool(entry[1]) and len(key) >= _OWNING and key.isalpha() and key[-1] != "s"


def _capitalised(surface: str) -> bool:
    return any(c.isupper() for c in surface) or surface[:1].isdigit()


def spelt_form(words: Words, at: int) -> int:
    """How many words a legal form in letters has here: "S.p.A.", "A/S"; 0 for none."""
    letters = ""
    for end in range(at, min(at + LETTERS, len(words))):
        if len(words.keys[end]) > 1:
            return 0
        letters += words.keys[end]
        if end + 1 == len(words) or words.gap(end) not in {".", "/"}:
            break
    told = len(letters) > 1 and (letters in LEGAL_FORMS or letters == "as")
    return len(letters) if told else 0


def legal(words: Words, begin: int, end: int) -> bool:
    """Whether a legal form stands among these words."""
    return any(
        words.keys[at] in LEGAL_FORMS or spelt_form(words, at)
        for at in range(begin, end)
    )


def _tail(words: Words, stop: int) -> tuple[int, bool, tuple[str, ...]]:
    """Legal forms and country words right behind a name belong to it."""
    legal = False
    countries: list[str] = []
    keys, size = words.keys, len(words)
    for _ in range(4):
        if stop >= size or words.forms[stop]:
            break
        gap = words.gap(stop - 1)
        key = keys[stop]
        surface = words.text[words.starts[stop] : words.stops[stop]]
        if gap not in {" ", ", ", ". ", "-", " & ", "/"}:
            break
        upper = surface[0].isupper() or key in _PLAIN_FORMS
        if (
            key in LEGAL_FORMS
            and upper
            and gap != "/"
            and surface.startswith(_SPELT.get(key, ""))
        ):
            legal = True
        elif gap in {" ", ", "} and upper and (run := spelt_form(words, stop)):
            legal = True
            stop += run - 1
        elif gap == " " and key == "as" and surface == "AS":
            legal = True
        elif gap == " " and key in COUNTRY_WORDS and upper:
            countries.append(COUNTRY_WORDS[key])
        elif gap == " " and (key in _TRADE or (key in _REGIONS and upper)):
            pass
        else:
            break
        stop += 1
    return stop, legal, tuple(countries)


def _one_slip(left: str, right: str) -> bool:
    """One letter added, lost or changed, or two neighbours swapped."""
    if left == right:
        return False
    if len(left) > len(right):
        left, right = right, left
    at = 0
    while at < len(left) and left[at] == right[at]:
        at += 1
    if len(left) != len(right):
        return left[at:] == right[at + 1 :]
    if left[at + 1 :] == right[at + 1 :]:
        return True
    return (
        at + 1 < len(left)
        and left[at] == right[at + 1]
        and left[at + 1] == right[at]
        and left[at + 2 :] == right[at + 2 :]
    )
