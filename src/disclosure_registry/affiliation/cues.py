"""The cue phrases of a language, from their document to an index of phrases.

A phrase is written as words with a space between; `a|b` is a choice, `_` joins the
words of one choice, a trailing `?` makes it optional: `works|work full-time? at|for`.
`#` is a number of one or two digits: `spent # years at`, `##` a year, `###` a number
of three digits, with which "25,000" ends.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

import attrs

from disclosure_registry.affiliation.classes import WordClass
from disclosure_registry.errors import InvalidDocumentError
from disclosure_registry.text import key_of, word_set
from disclosure_registry.vocabulary import Actor, Relationship, Status

__all__ = [
    "TRADES",
    "WALKED",
    "Cue",
    "Function",
    "PhraseIndex",
    "Phrases",
    "Side",
    "is_light",
    "read_phrases",
    "telling_words",
    "variants",
]


class Function(StrEnum):
    """What a cue does to the reading of the words around it."""

    #: Governs the organisation that follows (or precedes) at once.
    TIE = "tie"
    #: Names a part that a person plays; an organisation follows by connector or comma.
    TITLE = "title"
    #: Joins a title to an organisation.
    CONNECTOR = "connector"
    #: Stands between a cue and its organisation without meaning.
    ARTICLE = "article"
    #: Joins members of a list.
    LIST = "list"
    #: Makes what follows (or precedes) a thing of the past.
    FORMER = "former"
    #: A verb form of the past that makes a title a former one.
    PAST = "past"
    #: A verb form of the present, for sentences that say what somebody is.
    COPULA = "copula"
    #: Denies the tie that follows.
    NEGATION = "negation"
    #: Looks like a cue and means nothing here.
    NOTHING = "nothing"
    #: A relative: the ties that follow are theirs.
    KIN = "kin"
    #: The writer or whoever the text is about: ends a relative's reach.
    SELF = "self"
    #: A "but": what was denied or wished before it ends there.
    CONTRAST = "contrast"
    #: A wish or a plan: no tie yet.
    WISH = "wish"
    #: Somebody else: what follows is theirs and no relative's.
    OTHERS = "others"
    #: A word that opens a question.
    QUESTION = "question"
    #: A tie that has been announced.
    FUTURE = "future"
    #: An attitude to an organisation that is no tie: fan, critic, news, lawsuit.
    STRANGER = "stranger"
    #: A whole disclaimer.
    DISCLAIMER = "disclaimer"
    #: What a disclaimer is about: views, tweets.
    OPINION = "opinion"
    #: Says that opinions are one's own, beside a word of OPINION.
    OWN = "own"
    #: Ends a message: a person and a firm may stand below.
    CLOSING = "closing"
    #: Speaks for an organisation.
    SPEAKS_FOR = "speaks-for"
    #: An employer without a name.
    EMPLOYER = "employer"
    #: A branch of the health industry.
    SECTOR = "sector"
    #: A noun for an organisation, with the kind where the noun tells it.
    ORGANISATION = "organisation"
    #: Says that a firm makes or sells what follows. This and the next two are heard
    #: only where the words beside a firm nobody knows are asked what it is.
    MAKES = "makes"
    #: What only firms of a kind make or sell.
    GOODS = "goods"
    #: Says that a firm belongs to another.
    BELONGS = "belongs"
    #: A part that is played in the industry, whoever the employer.
    SECTOR_ROLE = "sector-role"
    #: What a person is apart from any tie.
    PERSONA = "persona"
    #: Says what money was for, and so settles what kind of tie it is.
    PURPOSE = "purpose"
    #: Before a date with which a tie ends.
    UNTIL = "until"
    #: Before a date with which a tie began.
    SINCE = "since"
    #: A mark of a register of interests.
    REGISTER = "register"
    #: A word in a proper name that tells the kind of organisation.
    NAME_WORD = "name-word"
    #: The people of an organisation speaking as one.
    WE = "we"
    #: A word about health: an organisation of unknown kind may be of the industry.
    HEALTH = "health"
    #: A disease: who has one, or is a patient of one, is a patient.
    CONDITION = "condition"


class Side(StrEnum):
    """Where a cue stands: before what it governs, or after."""

    BEFORE = "before"
    AFTER = "after"


@attrs.frozen(kw_only=True)
class Cue:
    """One group of phrases with one meaning.

    `vague` ties take their relationship from a PURPOSE nearby; `weak` titles need a
    connector; `field` cues need a colon; `plural` titles need a verb that says who;
    `clause` pasts reach to the end of their segment; `title` personas are titles
    too; `sure` name words settle the kind, `sure` shares behind a name are one's own
    ("X makes up my portfolio"); `denies` is the relationship when negated.
    `direct` ties govern only their object ("I run X", not "I run the lab at X"), and
    behind a firm only where the writer or a relative is paid;
    `illness` personas need a disease beside them; `weak` personas stand alone between
    commas; a `greeting` needs "Anna from" before the name; an `alone` former fills a
    sentence and ends every job told before it ("Chemist at X. Retired."), an `onward`
    one ends them and goes on ("From there I moved to Y"), and one of `leaving` ends
    beginnings too ("joined X and left a year later"); an `alone` since lets the
    last one go on ("and counting"); `mocking` strangers deny the tie right before them
    ("paid X shill") or, on the side behind, doubt a payment ("lol"), `weak` ones judge
    ("greedy"); `began` ties are not ended by "years ago" and have the
    firm right behind; `served` titles are work done for a firm or at it ("I test
    sensors for X"); `distant` kin are no close relatives, and their ties stay open;
    `named` others are whoever's name follows ("thanks to Ann Other, chemist at X");
    `personal` ties are what a person does to the firm ("she leads X");
    `weak` nouns for an organisation sell what others make; `weak` verbs of making are
    said of a lab as well, and those with the kind `seller` of a pharmacy;
    `beginning` and `ending` name words are parts of words, and suggest a kind at most.
    """

    function: Function
    language: str
    relationship: Relationship = Relationship.EMPLOYEE
    side: Side = Side.BEFORE
    status: Status = Status.CURRENT
    kind: Actor | None = None
    actor: Actor | None = None
    denies: Relationship | None = None
    flags: frozenset[str] = frozenset()
    number: int = 0


@attrs.frozen(kw_only=True)
class Phrases:
    """The phrases of one language: markers that tell it, and cues with their phrases.

    `words` are its small words by what they do, for the classes that it has words for,
    `months` the names of the months with their numbers in a date.
    `examples` are texts that must (True) or must not (False) make a cue of the group
    carry a claim, for tests.
    """

    language: str
    name: str
    markers: frozenset[str]
    cues: tuple[tuple[Cue, tuple[str, ...]], ...]
    examples: tuple[tuple[Cue, str, bool], ...] = ()
    words: Mapping[WordClass, frozenset[str]] = attrs.Factory(dict)
    months: Mapping[str, str] = attrs.Factory(dict)


def telling_words(phrases: Phrases) -> frozenset[str]:
    """Words of the cues of this language: they tell it where markers fail."""
    words = set()
    for cue, texts in phrases.cues:
        # Where people go when they leave is named alike in many languages.
        if cue.function in _TELLING and "leaving" not in cue.flags:
            for text in texts:
                words.update(_WORD.findall(text))
    return frozenset(words - _TOWNS)


#: Where phrases of travel lead: these are written so in any language.
_TOWNS: Final = word_set(
    "amsterdam barcelona berlin boston chicago hamburg london madrid paris stockholm"
)


_WORD: Final = re.compile(r"[a-z]{4,}")
_TELLING: Final = frozenset(
    (
        Function.TIE,
        Function.TITLE,
        Function.PERSONA,
        Function.SECTOR,
        Function.ORGANISATION,
        Function.SECTOR_ROLE,
        Function.FORMER,
        Function.STRANGER,
        Function.DISCLAIMER,
        Function.CLOSING,
    )
)

_FLAGS: Final = word_set(
    "vague weak field plural clause title sure firm statutory once office chief "
    "row opening passive direct illness greeting alone mocking began served distant "
    "beginning ending onward leaving named personal"
)
_KEYS: Final = word_set(
    "function relationship side status kind actor denies flags phrases fires "
    "silent notes"
)
_CLASSES: Final = frozenset(map(str, WordClass))
#: A word as words are compared.
_SMALL: Final = re.compile("[a-z]+")
_MONTHS: Final = 12


def read_phrases(document: Mapping[str, Any], name: str = "") -> Phrases:
    """The phrases of a parsed `data/phrases/<language>.json`.

    Raises:
        InvalidDocumentError: a part is missing, unknown or of another shape.

    """
    try:
        language = _text(document["language"], "/language", name)
        groups = document["cues"]
        markers = frozenset(key_of(str(word)) for word in document["markers"])
    except KeyError as error:
        raise InvalidDocumentError(f"/{error.args[0]}", "a value", None, name) from None
    cues: list[tuple[Cue, tuple[str, ...]]] = []
    examples: list[tuple[Cue, str, bool]] = []
    for number, group in enumerate(groups):
        pointer = f"/cues/{number}"
        cue = _cue(group, language, number, pointer, name)
        phrases = group.get("phrases")
        if not isinstance(phrases, list) or not phrases:
            raise InvalidDocumentError(
                f"{pointer}/phrases", "a list of phrases", phrases, name
            )
        cues.append((cue, tuple(_text(p, f"{pointer}/phrases", name) for p in phrases)))
        for wanted, key in ((True, "fires"), (False, "silent")):
            examples.extend((cue, str(text), wanted) for text in group.get(key, ()))
    return Phrases(
        language=language,
        name=str(document.get("name", language)),
        markers=markers,
        cues=tuple(cues),
        examples=tuple(examples),
        words=_words(document.get("words", {}), name),
        months=_months(document.get("months"), name),
    )


def _words(groups: object, name: str) -> dict[WordClass, frozenset[str]]:
    if not isinstance(groups, Mapping):
        raise InvalidDocumentError("/words", "an object", groups, name)
    found: dict[WordClass, frozenset[str]] = {}
    for key, words in groups.items():
        if key not in _CLASSES:
            raise InvalidDocumentError(f"/words/{key}", "a class of words", key, name)
        found[WordClass(key)] = frozenset(_plain(words, f"/words/{key}", name))
    return found


def _months(months: object, name: str) -> dict[str, str]:
    if months is None:
        return {}
    if not isinstance(months, list) or len(months) != _MONTHS:
        raise InvalidDocumentError("/months", "a list for each month", months, name)
    return {
        word: f"{number:02}"
        for number, words in enumerate(months, start=1)
        for word in _plain(words, f"/months/{number - 1}", name)
    }


def _plain(words: object, pointer: str, name: str) -> list[str]:
    if not isinstance(words, list):
        raise InvalidDocumentError(pointer, "a list of words", words, name)
    for number, word in enumerate(words):
        if not isinstance(word, str) or not _SMALL.fullmatch(word):
            raise InvalidDocumentError(
                f"{pointer}/{number}", "a word in plain small letters", word, name
            )
    return words


def _text(value: object, pointer: str, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidDocumentError(pointer, "a text", value, name)
    return value


def _cue(group: object, language: str, number: int, pointer: str, name: str) -> Cue:
    if not isinstance(group, Mapping):
        raise InvalidDocumentError(pointer, "an object", group, name)
    for key in group:
        if key not in _KEYS:
            raise InvalidDocumentError(f"{pointer}/{key}", "a known field", key, name)
    flags = frozenset(group.get("flags", ()))
    if not flags <= _FLAGS:
        raise InvalidDocumentError(
            f"{pointer}/flags", f"some of {sorted(_FLAGS)}", sorted(flags), name
        )
    values: dict[str, Any] = {"flags": flags}
    for key, words in (
        ("function", Function),
        ("relationship", Relationship),
        ("side", Side),
        ("status", Status),
        ("kind", Actor),
        ("actor", Actor),
        ("denies", Relationship),
    ):
        if key in group:
            try:
                values[key] = words(group[key])
            except ValueError:
                raise InvalidDocumentError(
                    f"{pointer}/{key}", f"a word of {words.__name__}", group[key], name
                ) from None
    if "function" not in values:
        raise InvalidDocumentError(f"{pointer}/function", "a function", None, name)
    return Cue(language=language, number=number, **values)


#: What the marks of a phrase stand for.
_MARKS: Final = {
    "#": tuple(map(str, range(1, 100))),
    "##": tuple(map(str, range(1970, 2041))),
    "###": tuple(f"{number:03}" for number in range(1000)),
}

#: A phrase as the choices for each of its words.
Variant = tuple[tuple[str, ...], ...]


def variants(phrase: str) -> list[Variant]:
    """The ways to say a phrase, each as choices word by word.

    Optional words and choices of several words make variants of their own, so that a
    variant has a fixed number of words: `ex|used_to_be at` gives `(ex)(at)` and
    `(used)(to)(be)(at)`.
    """
    built: list[tuple[tuple[str, ...], ...]] = [()]
    for element in phrase.split():
        optional = element.endswith("?")
        single: list[str] = []
        longer: list[list[str]] = []
        for option in element.removesuffix("?").split("|"):
            if option in _MARKS:
                single.extend(_MARKS[option])
                continue
            # Nearly all choices are one plain word, which needs no folding.
            plain = option.isalpha() and option.isascii() and option.islower()
            parts = [option] if plain else key_of(option).split()
            if len(parts) == 1:
                single.append(parts[0])
            elif parts:
                longer.append(parts)
        choices: list[Variant] = []
        if single:
            choices.append((tuple(single),))
        choices.extend(tuple((part,) for part in parts) for parts in longer)
        if optional:
            choices.append(())
        built = [head + tail for head in built for tail in choices]
    return [variant for variant in built if variant]


def is_light(words: Variant, common: frozenset[str]) -> bool:
    """Whether a phrase can be said in words that are all common."""
    return all(not common.isdisjoint(choices) for choices in words)


def _lightened(cue: Cue) -> Cue:
    return attrs.evolve(cue, flags=cue.flags | {"light"})


def _is_aside(cue: Cue) -> bool:
    if cue.function is Function.PERSONA:
        return "illness" in cue.flags and cue.side is Side.BEFORE
    return cue.function is Function.SPEAKS_FOR and "opening" in cue.flags


#: Meanings that no word has which only joins others in the language of the text:
#: Portuguese "no", Swedish "i".
_SCENES: Final = frozenset({Function.NEGATION, Function.SELF, Function.COPULA})
_JOINING: Final = frozenset({Function.ARTICLE, Function.CONNECTOR, Function.LIST})


def _joins(meanings: Meanings, cue: Cue) -> bool:
    """Whether a word joins others in another language than this cue's."""
    return any(
        held.function in _JOINING and held.language != cue.language
        for held in meanings.values()
    )


#: The cues of one phrase by function.
Meanings = dict[Function, Cue]
#: What may follow the first two words of a phrase.
_Tail = tuple[Variant, Cue]


#: What tells the trade of a firm nobody knows.
TRADES: Final = frozenset({Function.MAKES, Function.GOODS, Function.BELONGS})
#: What a reading meets word by word.
WALKED: Final = frozenset(Function) - TRADES - {Function.NAME_WORD}


class PhraseIndex:
    """Phrases of several languages, looked up by their first two words.

    Choices stay choices: a phrase of four words with ten choices each costs a hundred
    entries here and would cost ten thousand written out. Ties made of `common` words
    alone are told from others.
    """

    def __init__(
        self,
        languages: Iterable[Phrases],
        functions: Collection[Function] = WALKED,
        common: frozenset[str] = frozenset(),
    ) -> None:
        self.common = common
        self.single: dict[str, Meanings] = {}
        self.heads: dict[str, dict[str, list[_Tail]]] = {}
        #: Phrases that are heard and take no words from others, by their first word.
        self.asides: dict[str, list[_Tail]] = {}
        #: Words that open questions: heard there alone.
        self.questions: set[str] = set()
        #: The words that verbs of making begin with.
        self.making: set[str] = set()
        for phrases in languages:
            for cue, texts in phrases.cues:
                if cue.function not in functions:
                    continue
                for text in texts:
                    for variant in variants(text):
                        self._add(variant, cue)
                        if cue.function is Function.MAKES:
                            self.making.update(variant[0])

    def _add(self, variant: Variant, cue: Cue) -> None:
        if cue.function is Function.QUESTION:
            self.questions.update(variant[0])
            return
        if cue.function is Function.TIE and is_light(variant, self.common):
            cue = _lightened(cue)
        if _is_aside(cue):
            for word in variant[0]:
                self.asides.setdefault(word, []).append((variant[1:], cue))
            return
        if len(variant) == 1:
            for word in variant[0]:
                # Of two cues with one function the first language's wins.
                meanings = self.single.setdefault(word, {})
                if cue.function not in _SCENES or not _joins(meanings, cue):
                    meanings.setdefault(cue.function, cue)
            return
        tail = (variant[2:], cue)
        for word in variant[0]:
            seconds = self.heads.setdefault(word, {})
            for second in variant[1]:
                seconds.setdefault(second, []).append(tail)

    def begins(self, word: str) -> bool:
        """Whether a phrase begins with this word."""
        return word in self.heads or word in self.single

    def match(
        self, keys: Sequence[str], index: int, stop: int
    ) -> tuple[int, Meanings] | None:
        """The longest phrase at `index` that ends by `stop`, and what it may mean."""
        best = 0
        found: Meanings = {}
        word = keys[index]
        seconds = self.heads.get(word)
        if seconds is not None and index + 1 < stop:
            for rest, cue in seconds.get(keys[index + 1], ()):
                size = len(rest) + 2
                if size < best or index + size > stop:
                    continue
                for offset, choices in enumerate(rest, index + 2):
                    if keys[offset] not in choices:
                        break
                else:
                    if size > best:
                        best, found = size, {}
                    found.setdefault(cue.function, cue)
        if best:
            return best, found
        single = self.single.get(word)
        return (1, single) if single is not None else None
