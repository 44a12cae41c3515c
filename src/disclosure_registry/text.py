"""Clean a text and split it into words, keeping where everything stood.

Cleaning never moves a claim: each character of the cleaned text knows the place of
the given text it came from, so that evidence points into what the person wrote.
"""

from __future__ import annotations

import html
import re
import unicodedata
from enum import IntEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import attrs

from disclosure_registry.errors import TextTooLongError
from disclosure_registry.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "EVERYDAY",
    "LIMIT",
    "MARK",
    "Cleaned",
    "Form",
    "Words",
    "accented",
    "clean",
    "dotted",
    "fold",
    "initials_only",
    "key_of",
    "marked",
    "marked_up",
    "numbered",
    "spelt",
    "split",
    "untroubled",
    "word_set",
]


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set: how long lists of words are written here."""
    return frozenset(text.split())


#: Longer texts are refused: nobody's declaration has a million characters.
LIMIT: Final = 1_000_000

#: What needs no cleaning: ASCII, Latin letters, common marks, most pictures, kana and
#: ideographs. A text of these alone keeps its offsets and skips the slow path.
_UNTROUBLED: Final = re.compile(
    "[^\t\n\r -~¡-§©«¬®°±¶·»¿-ĿŁ-ňŊ-žƀ-ǃǍ-ǰǴ-ʯ"
    "‐‒-–—―‘-‟†-•‰‹›€₹™"
    "←-⇿─-⛿✀-➿"
    "\U0001f300-\U0001faff぀-ゖァ-ヾ一-鿿]"
)

_JOINERS: Final = re.compile("[\ufe0e\ufe0f\u200b-\u200d\u2060]")

#: Marks that NFKC would turn into letters or dots; they stay marks.
_KEPT: Final = frozenset("™®©…℠")

#: Letters of other scripts that look like Latin ones. They are read as Latin only
#: in a word that has Latin letters too: a Cyrillic word is not a disguise.
_LOOKALIKES: Final = str.maketrans(
    "аАвВсСеЕНіІјЈкКмМоОрРѕЅТтхХуУԁԛԝһҺαΑβΒεΕΗιΙκΚΜνΝοΟρΡΤτυΥΧχΖγ",
    "aABBcCeEHiIjJkKMMoOpPsSTtxXyYdqwhHaABBeEHiIkKMvNoOpPTtuYXxZy",
)
_MIXED_WORD: Final = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT: Final = re.compile("[Ͱ-ԯ]")
_LATIN: Final = re.compile("[A-Za-z]")

#: Words that profile texts are full of, whatever they say: no good to look for.
EVERYDAY: Final = word_set(
    "a about above across after again against age ago ain all almost alone along "
    "already also always am america american an and animals another any anyone "
    "anything are army around art artist arts as at author away baby back bad "
    "band basketball be beach beautiful beauty because been before being believe "
    "believer believes best better between big bird black blog blogger blue body "
    "book books born both boy boys brain brother brown building business but by "
    "cafe call can car cars cat cats change chef chess child children christian "
    "city class coffee college come comedy conservative cook cooking cool country "
    "crazy creative creator culture cup dad daily dance daughter day days deep "
    "democrat design designer die digital do does dog dogs done down dream "
    "dreamer dreams drink drive each early earth east eat education else end "
    "engineer english enjoy entrepreneur equality europe ever every everyone "
    "everything eye eyes fact fair faith family fan fans far fashion father fc "
    "feel few film films find fire first fitness food foodie football for forever "
    "free freedom friend friends from fun funny future game gamer games gaming "
    "garden gardening geek get girl girls give go god going gold golf good got "
    "great green grow guitar guy had hair half hand happiness happy hard has hate "
    "have he head heart here high hiking him his history hockey home hope hot "
    "house how human humanist humor husband i idea if in india indian instagram "
    "international into is it its japan jesus job join journey joy just keep kid "
    "kids kind king know lady land large last late laugh law lead learn learner "
    "learning left leo let liberal life light like line little live lives living "
    "local london long look lost lot love loved lover loves loving low mad made "
    "make maker makes making man mankind many marathon march market married "
    "matter matters me meet member memes men middle mind mine model mom moment "
    "money moon more morning most mother mountain move movie movies mr much mum "
    "music musician my name national native natural nature near need nerd never "
    "new news next nice night no nobody none normal north not nothing now nz "
    "occasional of off old on once one only open opinionated or order other "
    "others our out outdoor outdoors over own page paris part party passion "
    "passionate past peace people person pet philosophy photo photographer "
    "photography photos place planet play player playing please poet poetry point "
    "political politics poor positive power pride pro process producer "
    "professional programmer project proud public purpose quality queen question "
    "questions random read reader reading ready real reality red respect rest "
    "retired rich right road rock room run runner running sad sailing same san "
    "school science scientist scotland sea see seeker self send sense sensitive "
    "series service share she shit short show simple since singer single sister "
    "size small smart so soccer social society solutions some someone something "
    "sometimes son song songs soul sound south space speak special spirit sport "
    "sports spring stand star stars start state states stay still stop story "
    "street strong student studies stuff style such summer sun super support sure "
    "survivor swimmer swimming take talk tea teacher team tech technology tell "
    "texas than thanks that the their them then there these they thing things "
    "think thinker thinking this those thoughts through time tired to today "
    "together too top total town travel traveler traveling traveller trees true "
    "truth try trying tv twitter two type uk under union united until up us usa "
    "use used usually vegan very video view voice vote walk walker walking "
    "wanderer want war was watch water way we web weird well were west what when "
    "where white who why wife wild will wine wise with woman women wonder wood "
    "word words work working works world write writer writing wrong year years "
    "yes yoga york you young your yourself youth zero"
)

#: More marks than this on one letter say nothing, and sorting them is slow.
_MARKS: Final = 16

_WORD: Final = re.compile(
    r"(?:https?://|www\.)[^\s|<>\"()]+|[@#]\w+|[^\W_]+", re.IGNORECASE
)
_PLAIN: Final = re.compile(r"[^\W_]+")
_PIECES: Final = re.compile(r"([^\W_]+)")

#: Letters that do not come apart under NFKD.
_UNMARKED: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


@attrs.frozen
class Cleaned:
    """A text without disguises, and the way back to the text as given.

    `places` holds for each character of `text` where it began in `original`, with
    one more entry for the end; None where the two texts are the same.
    """

    text: str
    original: str
    places: Sequence[int] | None = None

    def span(self, start: int, stop: int) -> Span:
        """The part of the original text that `text[start:stop]` was made from."""
        if self.places is None:
            return Span(start, stop)
        if stop <= start:
            return Span(self.places[start], self.places[start])
        return Span(self.places[start], _end(self.original, self.places, stop))


def _end(original: str, places: Sequence[int], stop: int) -> int:
    # A letter's own marks belong to it, dropped characters after it do not.
    end = places[stop - 1] + 1
    following = places[stop]
    while end < following and unicodedata.combining(original[end]):
        end += 1
    return end


def clean(text: str) -> Cleaned:
    """Undo what stands between the words as written and as meant.

    That are compatibility forms, invisible characters, look-alikes, markup, wrapped
    lines, mail addresses written out against robots, and the dots of initials.

    Raises:
        TextTooLongError: the text has more than `LIMIT` characters.

    """
    if len(text) > LIMIT:
        raise TextTooLongError(len(text), LIMIT)
    cleaned = _clean_slowly(text) if _UNTROUBLED.search(text) else Cleaned(text, text)
    cleaned = _unwrapped(_without_markup(cleaned))
    return _with_marks(_with_initials(_with_mails(cleaned)))


def _edited(cleaned: Cleaned, edits: Sequence[tuple[int, int, str]]) -> Cleaned:
    """The text with these parts replaced by others."""
    if not edits:
        return cleaned
    text = cleaned.text
    places = cleaned.places or range(len(text) + 1)
    pieces: list[str] = []
    kept: list[int] = []
    at = 0
    for first, last, new in edits:
        pieces += (text[at:first], new)
        kept += places[at:first]
        kept += [places[first]] * len(new)
        at = last
    pieces.append(text[at:])
    kept += places[at:]
    return Cleaned("".join(pieces), cleaned.original, kept)


#: Elements of HTML that texts are copied with: those that part lines, and others.
_ELEMENT: Final = (
    r"</?(?:(?P<line>blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tr|ul)|"
    r"(?P<cell>td|th)|abbr|a|b|big|center|cite|code|em|font|i|img|q|s|small|span|"
    r"strike|strong|sub|sup|tbody|thead|tt|u)(?:\s[^<>]{0,400})?/?>"
)
#: Characters by name or number.
_ENTITY: Final = (
    r"&(?:amp|nbsp|quot|apos|lt|gt|szlig|[a-z]{1,2}(?:acute|grave|circ|uml|tilde|cedil|"
    r"ring|caron|slash|lig)|[nm]dash|[lr][sd]quo|bull|middot|hellip|reg|trade|copy|"
    r"\#\d{1,7}|\#x[0-9a-f]{1,6});"
)
_MARKUP: Final = re.compile(f"{_ELEMENT}|{_ENTITY}", re.IGNORECASE)


def marked_up(text: str) -> bool:
    """Whether the text has markup of HTML."""
    return ("<" in text or "&" in text) and _MARKUP.search(text) is not None


def _without_markup(cleaned: Cleaned) -> Cleaned:
    """The text as a reader of the page sees it."""
    text = cleaned.text
    if not marked_up(text):
        return cleaned

    def shown(found: re.Match[str]) -> str:
        if found[0][0] == "&":
            return "".join(map(_plain, html.unescape(found[0])))
        if found["line"]:
            return "\n"
        return "|" if found["cell"] and found[0][1] == "/" else ""

    edits = [(*found.span(), shown(found)) for found in _MARKUP.finditer(text)]
    return _edited(cleaned, edits)


#: "At" and "dot" in an address that no robot is to find.
_SPELT_AT: Final = r"\s?[\[({]\s?(?:at|\u00e4t|@|arobase|arroba|chiocciola)\s?[\])}]\s?"
_SPELT_DOT: Final = (
    r"(\.|\s?[\[({]\s?(?:dot|punkt|point|punto|ponto|\.)\s?[\])}]\s?| dot )"
)
_LABEL: Final = r"[^\W_]{1,63}(?:-[^\W_]{1,63}){0,3}"
#: Such as "jane(at)larkspur.example"; without brackets a dot or pointed ones tell that
#: "jane.doe at larkspur.example" is one, and "pens at larkspur.example" is none.
_SPELT: Final = re.compile(
    rf"(?:(?<=[^\W_])({_SPELT_AT})|(?:(?<=<)|[._])[^\W_]{{2,64}}( at ))"
    rf"(?={_LABEL}{_SPELT_DOT}{_LABEL}(?:{_SPELT_DOT}{_LABEL})?)",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(r"[\[({]\s?[a\u00e4@c]", re.IGNORECASE)


def spelt(text: str) -> bool:
    """Whether a mail address may be written out in the text."""
    written = " at " in text or " AT " in text or _OPEN.search(text) is not None
    return written and _SPELT.search(text) is not None


def _with_mails(cleaned: Cleaned) -> Cleaned:
    """The text with mail addresses as programs write them."""
    text = cleaned.text
    if not spelt(text):
        return cleaned
    edits: list[tuple[int, int, str]] = []
    for found in _SPELT.finditer(text):
        edits.append((*found.span(1 if found[1] else 2), "@"))
        edits += ((*found.span(n), ".") for n in (3, 4) if found[n])
    return _edited(cleaned, edits)


#: An author's initials, before what is said of their ties: "A.B.: fees", "A. B. has".
_INITIALS: Final = re.compile(
    r"(?<![\w.])[A-Z\u00c0-\u00de]\.(?:[ -]?[A-Z\u00c0-\u00de]\.){1,3}"
    r"(?=\s?:| [a-z]{2})"
)


def dotted(text: str) -> bool:
    """Whether the text has initials with dots, and what is said of whose they are."""
    return "." in text and _INITIALS.search(text) is not None


def _with_initials(cleaned: Cleaned) -> Cleaned:
    """The text with initials as most write them: "AB: fees"."""
    text = cleaned.text
    if not dotted(text):
        return cleaned
    edits = [
        (at, at + 1, "")
        for found in _INITIALS.finditer(text)
        for at in range(*found.span())
        if text[at] in ". -"
    ]
    return _edited(cleaned, edits)


#: Before a firm it is that of the authors who have the same mark.
MARK: Final = "\u2020"
#: The number of a paper's authors before their firm: "1Larkspur GmbH".
_NUMBERED: Final = re.compile(r"(?<!\w)\d{1,2}(?=[A-Z][^\W\d_]{2})")
#: The number behind an author: "Ann Other1,2".
_AUTHOR: Final = re.compile(r"(?<=[^\W\d_]{2})\d{1,2}(?!\w)")


def numbered(text: str) -> bool:
    """Whether a number is written together with the word behind it."""
    return _NUMBERED.search(text) is not None


def _with_marks(cleaned: Cleaned) -> Cleaned:
    """The text with a mark for the numbers by which a paper's authors have firms."""
    text = cleaned.text
    if not numbered(text):
        return cleaned
    authors = set(_AUTHOR.findall(text))

    def mark(number: re.Match[str]) -> str:
        known = number[0] in authors
        return MARK.rjust(len(number[0])) if known else number[0]

    return Cleaned(_NUMBERED.sub(mark, text), cleaned.original, cleaned.places)


#: No program wraps lines shorter than this.
_NARROW: Final = 40
_BLANK: Final = frozenset(" \t\r")
#: Words of all languages that go on with a sentence.
_GOING_ON: Final = word_set(
    "from of for at by with to and or the von vom bei f\u00fcr der und mit du des et "
    "chez pour par del y para della dei di da dos van bij voor av och fr\u00e5n "
    "f\u00f6r"
)
#: How an item of a list begins.
_ITEM: Final = re.compile(r"[^\w(\"'\u201c\u2018&@#]|\d+[.)]|$")


def _unwrapped(cleaned: Cleaned) -> Cleaned:
    """The text without the line breaks that a mail or a PDF made, not the writer."""
    text = cleaned.text
    breaks = list(_wraps(text)) if "\n" in text else []
    if not breaks:
        return cleaned
    edits: list[tuple[int, int, str]] = []
    at = 0
    for end in breaks:
        first, last = end, end + 1
        while first > at and text[first - 1] in _BLANK:
            first -= 1
        while last < len(text) and text[last] in _BLANK:
            last += 1
        # Behind a hyphen a word goes on.
        hyphen = first > 1 and text[first - 1] == "-" and text[first - 2].isalpha()
        edits.append((first, last, "" if hyphen else " "))
        at = last
    return _edited(cleaned, edits)


def _wraps(text: str) -> Iterator[int]:
    """Where lines are wrapped.

    They are where in a paragraph of three lines or more no line had room for the first
    word of the next (give or take a tenth: letters differ in width), and no line is an
    item of a list. Of a long line that breaks off, a small letter in the next tells
    the same, and so do a comma and words that no line begins or ends with.
    """
    if max(map(len, text.split("\n"))) < _NARROW:
        return
    at = 0
    for paragraph in text.split("\n\n"):
        lines = paragraph.rstrip().split("\n")
        sizes = [len(line.rstrip()) for line in lines]
        width = max(sizes)
        firsts = [line.lstrip()[:_NARROW].split(" ", 1)[0] for line in lines[1:]]
        full = len(firsts) > 1 and all(
            size + len(first) + width // 10 >= width and _ITEM.match(first) is None
            for size, first in zip(sizes, firsts, strict=False)
        )
        stop = at
        for line, size, first in zip(lines, sizes, firsts, strict=False):
            stop += len(line)
            broken = size >= _NARROW and first[:1].islower()
            last = line.rsplit(" ", 1)[-1]
            broken = broken or first in _GOING_ON or last in _GOING_ON
            broken = broken or line.endswith(",")
            if broken or (full and width >= _NARROW):
                yield stop
            stop += 1
        at += len(paragraph) + 2


def untroubled(text: str) -> str | None:
    """The text as cleaning leaves it where that is quick to say, else None.

    Quick is a text that needs no cleaning, or none but the removal of joiners and
    variation selectors, which pictures are full of.
    """
    if len(text) > LIMIT:
        return None
    if _UNTROUBLED.search(text) is None:
        return text
    bare = _JOINERS.sub("", text)
    return bare if _UNTROUBLED.search(bare) is None else None


def _clean_slowly(text: str) -> Cleaned:
    pieces: list[str] = []
    places: list[int] = []
    known: dict[str, str] = {}
    at, size = 0, len(text)
    while at < size:
        begin = at
        cluster = text[at]
        at += 1
        if at < size and text[at] > "\u02ff" and unicodedata.combining(text[at]):
            while at < size and unicodedata.combining(text[at]):
                at += 1
            cluster = text[begin : min(at, begin + _MARKS)]
        if (piece := known.get(cluster)) is None:
            piece = known[cluster] = _plain(cluster)
        pieces.append(piece)
        places.extend([begin] * len(piece))
    places.append(size)
    joined = "".join(pieces)
    if _OTHER_SCRIPT.search(joined):
        joined = _MIXED_WORD.sub(_unmask, joined)
    return Cleaned(joined, text, places)


def _plain(cluster: str) -> str:
    if cluster in _KEPT or cluster in "\t\n\r":
        return cluster
    category = unicodedata.category(cluster[0])
    if category in {"Cf", "Cc", "Cn", "Co", "Cs", "Mn", "Me"}:
        # Line and form separators part words; what cannot be seen does not.
        return " " if cluster in "\x0b\x0c\x85" else ""
    if category in {"Zl", "Zp"}:
        return "\n"
    return unicodedata.normalize("NFKC", cluster)


def _unmask(found: re.Match[str]) -> str:
    word = found.group()
    if _LATIN.search(word) is None:
        return word
    return word.translate(_LOOKALIKES)


def fold(text: str) -> str:
    """The text for comparing: no case, no marks on letters."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.casefold())
    if not folded.isascii():
        folded = "".join(c for c in folded if not unicodedata.combining(c))
        folded = folded.translate(_UNMARKED)
    return folded


#: Latin letters with marks.
_ACCENTED: Final = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")


def accented(text: str) -> bool:
    """Whether a letter of the text has a mark: English has few."""
    return not text.isascii() and _ACCENTED.search(text) is not None


#: Words so short are often initials; these letters are words of some language.
_BRIEF_WORD: Final = 2
_MARKED: Final = {"a": "aàáâå", "e": "eèéê", "i": "ií", "o": "oóò", "y": "y"}


def initials_only(word: str, text: str) -> bool:
    """Whether a word stands in the text as initials alone: "A. Roe", "DE: fees"."""
    if len(word) > _BRIEF_WORD:
        return False
    capital = word.upper()
    if len(word) == 1:
        if f"{capital}." not in text:
            return False
        small = _MARKED.get(word, word)
        plain = rf"(?<!\w)(?:[{small}](?!\w)|[{small.upper()}](?![\w.]))"
        return re.search(plain, text) is None
    if capital not in text or text.isupper():
        return False
    found = re.finditer(rf"(?<!\w){word}(?!\w)", text, re.IGNORECASE)
    return all(each[0] == capital for each in found)


def key_of(name: str) -> str:
    """The words of a name for looking up: `Dr. Reddy's` → `dr reddy s`."""
    return " ".join(_PLAIN.findall(fold(name)))


class Form(IntEnum):
    """What a word of a text is."""

    WORD = 0
    HANDLE = 1
    HASHTAG = 2
    ADDRESS = 3
    MAIL = 4


@attrs.frozen
class Words:
    """A cleaned text as words: keys for comparing, places, forms, capital or not.

    `gaps` has what stands before each word.
    """

    text: str
    keys: list[str]
    starts: list[int]
    stops: list[int]
    forms: list[Form]
    upper: list[bool]
    gaps: list[str]

    def __len__(self) -> int:
        return len(self.keys)

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the next."""
        return self.gaps[index + 1]

    def surface(self, index: int) -> str:
        """The word as the cleaned text has it."""
        return self.text[self.starts[index] : self.stops[index]]


def marked(text: str) -> bool:
    """Whether a text may have handles, hashtags or addresses: quick to ask."""
    return ("@" in text or "#" in text or "://" in text) or (
        "www." in text or "WWW." in text or "Www." in text
    )


def split(text: str) -> Words:
    """Words of a cleaned text; handles, hashtags and addresses are one word each."""
    if marked(text):
        return _split_marked(text)
    # Gap, word, gap, word, … gap: all of it made without a step of our own.
    pieces = _PIECES.split(text)
    surfaces = pieces[1::2]
    edges = list(accumulate(map(len, pieces)))
    keys = list(map(str.lower, surfaces))
    if not "".join(keys).isascii():
        keys = [
            k if k.isascii() else fold(s) for k, s in zip(keys, surfaces, strict=True)
        ]
    return Words(
        text=text,
        keys=keys,
        starts=edges[:-1:2],
        stops=edges[1::2],
        forms=[Form.WORD] * len(keys),
        upper=[surface[0].isupper() for surface in surfaces],
        gaps=pieces[:-1:2],
    )


def _split_marked(text: str) -> Words:
    keys: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    forms: list[Form] = []
    after_mail = -1
    for found in _WORD.finditer(text):
        start, stop = found.span()
        if start < after_mail:
            continue
        word = found.group()
        first = word[0]
        form = Form.WORD
        if first == "@":
            glued = stops and stops[-1] == start and forms[-1] == Form.WORD
            end = _mail_end(text, stop) if glued else stop
            # Without a dot it is a missing space: "Chemist@Larkspur".
            if "." in text[stop:end]:
                stop = after_mail = end
                start = starts.pop()
                stops.pop(), forms.pop(), keys.pop()
                while stops and text[stops[-1] : start] in _INSIDE:
                    start = starts.pop()
                    stops.pop(), forms.pop(), keys.pop()
                word, form = text[start:stop], Form.MAIL
            else:
                form = Form.HANDLE
        elif first == "#":
            form = Form.HASHTAG
            word = word[1:]
        elif len(word) > len("www.") and (":" in word or word[3] == "."):
            form = Form.ADDRESS
            trimmed = word.rstrip(".,;:!?'\u2019")
            stop -= len(word) - len(trimmed)
            word = trimmed
        keys.append(fold(word))
        starts.append(start)
        stops.append(stop)
        forms.append(form)
    upper = [text[start].isupper() for start in starts]
    gaps = [text[a:b] for a, b in zip([0, *stops], starts, strict=False)]
    return Words(text, keys, starts, stops, forms, upper, gaps)


#: Within the part of an address before the "@".
_INSIDE: Final = frozenset("._-+")
_DOMAIN_REST: Final = re.compile(r"(?:[.-]\w+)*")


def _mail_end(text: str, stop: int) -> int:
    found = _DOMAIN_REST.match(text, stop)
    return found.end() if found else stop
