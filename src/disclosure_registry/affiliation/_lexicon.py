"""The small words of the languages, and what several steps of a reading look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from disclosure_registry.affiliation.classes import WordClass
from disclosure_registry.affiliation.cues import Function
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from disclosure_registry.affiliation.cues import Phrases

__all__ = [
    "ADJECTIVE_LAST",
    "APPOSED",
    "GENITIVE",
    "KNOWN",
    "MAKERS",
    "NAME_LIKE",
    "OBSERVERS",
    "OF_A_PLACE",
    "PAST_O",
    "SERVICES",
    "WITHIN",
    "Lexicon",
]

F = Function
W = WordClass

#: Personas that make a branch their subject, not their employer.
OBSERVERS: Final = frozenset(
    {Actor.JOURNALIST, Actor.STUDENT, Actor.ACADEMIC_RESEARCHER, Actor.INVESTOR,
     Actor.LAWYER,
     Actor.CONTENT_CREATOR, Actor.PATIENT, Actor.CAREGIVER, Actor.PATIENT_ADVOCATE}
)  # fmt: skip

#: Marks a cue that takes only what is known for an organisation.
KNOWN: Final = frozenset({"known"})
#: Marks a cue whose name stands right behind it.
APPOSED: Final = frozenset({"apposed"})
#: Endings of the past that lose their accent where words are compared: "trabajó".
PAST_O: Final = frozenset("\u00f3\u00f2")
#: Articles that say "of" by their form, in German alone: "Gründer eines Startups".
GENITIVE: Final = frozenset({"eines", "einer"})
#: The languages whose adjectives stand behind: "une medtech lyonnaise".
ADJECTIVE_LAST: Final = frozenset({"fr", "es", "it", "pt"})

MAKERS: Final = frozenset(HEALTH_INDUSTRY) - {
    Actor.AGENCY,
    Actor.MARKET_RESEARCHER,
    Actor.TRADE_ASSOCIATION,
    Actor.INDUSTRY,
}
SERVICES: Final = frozenset({Actor.AGENCY, Actor.MARKET_RESEARCHER})

#: So many words name a place: "San Diego".
OF_A_PLACE: Final = 2
#: Cue words that often stand in names.
NAME_LIKE: Final = frozenset(
    {
        F.HEALTH,
        F.SECTOR,
        F.ORGANISATION,
        F.ARTICLE,
        F.TITLE,
        F.PERSONA,
        F.NAME_WORD,
        F.OPINION,
        F.CONNECTOR,
    }
)

#: What words within a noun or a title may be: "digital health and data company".
WITHIN: Final = frozenset({F.TITLE, F.HEALTH, F.NAME_WORD})


class Lexicon:
    """The small words of all languages of a reader, by what they do.

    Sets hold those of all languages together, for a text may mix them; mappings those
    of each language, for words that mean something else in the next.
    """

    def __init__(self, phrases: Sequence[Phrases]) -> None:
        self._phrases = phrases
        self._determiners()
        self._pronouns()
        self._conjunctions()
        self._prepositions()
        self._times()
        self._verbs()
        self._trainings()
        self._nouns()
        self._in_names()

    def _all(self, *classes: WordClass) -> frozenset[str]:
        """The words of these classes in any language."""
        return frozenset().union(*self._each(*classes).values())

    def _each(self, *classes: WordClass) -> dict[str, frozenset[str]]:
        """The words of these classes in each language."""
        nothing: frozenset[str] = frozenset()
        found = {
            phrases.language: nothing.union(
                *(phrases.words.get(one, nothing) for one in classes)
            )
            for phrases in self._phrases
        }
        return {language: words for language, words in found.items() if words}

    def _determiners(self) -> None:
        self.definite = self._all(W.DEFINITE_ARTICLES)
        self.definite_of = self._each(W.DEFINITE_ARTICLES)
        self.indefinite = self._all(W.INDEFINITE_ARTICLES)
        self.indefinite_of = self._each(W.INDEFINITE_ARTICLES)
        self.other_articles = self._all(W.OTHER_ARTICLES)
        articles = (W.DEFINITE_ARTICLES, W.INDEFINITE_ARTICLES, W.OTHER_ARTICLES)
        self.articles_of = self._each(*articles)
        self.quantifiers = self._all(W.QUANTIFIERS)
        #: What may open a sentence about somebody: "Two ladies at the till".
        self.determiners_of = self._each(*articles, W.QUANTIFIERS, W.NUMBERS)
        #: One of several.
        self.one = self.indefinite | self.other_articles
        #: One of several, or several.
        self.some = self.indefinite | self.quantifiers | GENITIVE
        self.mine = self._all(W.FIRST_PERSON_POSSESSIVES)
        self.possessives = self.mine | self._all(W.OTHER_POSSESSIVES)
        whose = (W.FIRST_PERSON_POSSESSIVES, W.OTHER_POSSESSIVES, W.QUANTIFIERS)
        #: Before a part these make it another's, also where they open a sentence.
        self.whose = self._all(*whose)
        self.whose_of = self._each(*whose)
        #: Before a noun.
        self.determined = self.some | self.definite | self.possessives

    def _pronouns(self) -> None:
        self.first_person = self._all(W.FIRST_PERSON_PRONOUNS)
        #: Of the writer's side: "me", "my".
        self.my_side = self.mine | self.first_person
        #: Words that lead to what is said of the noun before, and are nothing else.
        self.which = self._all(W.RELATIVE_PRONOUNS)
        self.who = self._all(W.PERSONAL_RELATIVES)
        self.where = self._all(W.RELATIVE_ADVERBS)
        #: And those that may be something else as well.
        self.relative = self.which | self.who | self.where
        self.relative |= self._all(W.RELATIVE_WORDS)
        #: What stands between a relative and "at X".
        self.is_at = self.relative | {"s"}
        #: Who does what a verb says.
        self.persons = self._all(W.PERSONAL_PRONOUNS) | self.first_person | self.who

    def _conjunctions(self) -> None:
        self.and_ = self._all(W.COORDINATORS)
        self.or_ = self._all(W.ALTERNATIVES)
        #: What stands between two firms of a row.
        self.joined = self.and_ | self.or_
        self.subordinators = self._all(W.SUBORDINATORS)
        self.before = self._all(W.ANTERIOR)
        self.after = self._all(W.POSTERIOR)
        self.as_ = self._all(W.ROLE_WORDS)

    def _prepositions(self) -> None:
        self.at = self._all(W.PREPOSITIONS_AT)
        at_or_in = self._all(W.PREPOSITIONS_AT_OR_IN)
        #: Connectors that name a place of work: only these join an unknown name to a
        #: department ("research at X").
        self.places = self.at | at_or_in | {"@"}
        self.in_ = self._all(W.PREPOSITIONS_IN)
        in_the = self._all(W.PREPOSITIONS_IN_THE)
        #: Before the year of a job or a department, with an article or without.
        self.within = self.in_ | in_the | at_or_in
        self.of = self._all(W.PREPOSITIONS_OF)
        self.with_ = self._all(W.PREPOSITIONS_WITH)
        self.for_ = self._all(W.PREPOSITIONS_FOR)
        self.by = self._all(W.PREPOSITIONS_BY)
        from_ = self._all(W.PREPOSITIONS_FROM)
        #: Behind these stands no employer: "videos about pumps".
        self.about = self._all(W.PREPOSITIONS_OTHER)
        #: Behind these stands no goods of the firm's.
        self.no_goods = self.about | self.at | from_
        #: Words that mean nothing else than who did it.
        self.done_by = self.by - self.for_ - self.of
        #: Before those whom one meets.
        self.meeting = self.with_ | from_
        #: What a denied tie is a tie with.
        self.towards = self.with_ | self.about
        #: Before whom one works, and that with the places where.
        self.served = self.for_ | self.with_
        self.serving = self.for_ | self.places | in_the
        #: Between a person and a firm.
        self.origin = self.at | self.with_ | from_ | in_the
        self.introducing = self.origin | self.of
        #: The same; German nouns look like names.
        self.hailing = self.introducing - {"von"}
        #: Between a thing and its maker.
        self.made_by = self.introducing | self.by
        #: Between a word and the department that it belongs to.
        self.leading_to = self.for_ | self.origin
        #: Words for a place of work that stand before much else only seldom.
        self.at_work = self.at | at_or_in | in_the
        #: Before a name all of these do.
        self.worked_at = self.places | self.with_ | self.in_ | in_the
        #: Before a firm and "since" these mean a place.
        plain = self.in_ - self._all(W.BE) - self.persons
        self.placed_at = self.places | plain | in_the | {"w"}
        #: Behind a title these mean a place too.
        self.held_at = self.places | in_the | self.with_ | self.for_
        #: Between a noun for a firm and what it makes or deals in.
        self.dealing_in = self.of | self.for_ | self.in_ | from_ | self.other_articles
        #: Between "a startup in Boston" and its name.
        self.naming = self._all(W.NAMING)
        self.where_named = self.naming | self.within | self.of | from_ | self.about
        self.where_named |= self.relative | self._all(W.STATING, W.THINGS)
        self.where_named |= self.determined
        romance = self._each(W.PREPOSITIONS_OF, W.PREPOSITIONS_FROM, W.OTHER_ARTICLES)
        #: "Of" in languages that put it behind an adjective: "empresa emergente de …".
        self.behind_adjectives = frozenset(
            word for language in ADJECTIVE_LAST for word in romance.get(language, ())
        )

    def _in_names(self) -> None:
        #: Small words within names and titles.
        self.inner = self.of | self.for_ | self.definite | self.other_articles
        self.inner |= self.in_ - self.be
        self.inner_and = self.inner | self.and_
        #: What may stand between a part and where it is played.
        self.before_places = self.held_at | self.determined | self.adverbs | self.of
        #: What tells more of somebody: "Data scientist who runs", "chemist in Basel".
        self.behind_parts = self.joined | self.relative | self.within | self.with_
        #: Definite articles that are nothing else in another language.
        self.the = self.definite - self.indefinite - self.of - self.in_
        self.the -= self.persons | self.or_ | self.as_

    def _times(self) -> None:
        self.spans = self._all(W.SPANS)
        from_ = self._all(W.PREPOSITIONS_FROM)
        self.since = self._all(W.SINCE)
        #: Before the first of two years.
        self.between = self.spans | from_ | self.of | self.since | self.other_articles
        #: The names of months, with their numbers in a date.
        self.months: dict[str, str] = {}
        for phrases in self._phrases:
            self.months.update(phrases.months)
        self.times_of_year = self._all(W.SEASONS) | frozenset(self.months)
        self.times = self._all(W.TIMES)
        self.numbers = self._all(W.NUMBERS)
        #: Of a type or a phase.
        self.figures = self.numbers | {"1", "2", "i", "ii"}
        self.adverbs = self._all(W.ADVERBS)

    def _verbs(self) -> None:
        self.be = self._all(W.BE)
        self.was = self._all(W.BE_PAST)
        self.have = self._all(W.HAVE)
        #: Helpers of a past, also of one that is over.
        self.had = self.have | self._all(W.PERFECT)
        #: Helpers that alone tell what was, "a" left out: "where I was", "où j'ai".
        self.did = (self._all(W.PERFECT) | self.was) - self.indefinite
        #: "Has" and "is" before a participle, where they mean that it goes on.
        self.has_been = self.had | self.be
        #: Helpers of a verb that stands last.
        self.helpers = self.has_been | self.was
        #: What stands between "we" and "making".
        self.helping = (self.be - self.and_) | self.have | self.was | self.adverbs
        #: Before these a part is one's own: "I am", "as".
        self.being = self.be | self.first_person
        #: Behind "the nurse" they tell which: "who taught me", "I met".
        self.telling_who = self.relative | self.of | self.at | self.first_person
        self.acting = self.as_ | self.being
        #: Between these and an article nobody else comes in.
        self.beside_articles = (
            self.as_ | self.be | self.adverbs | self.joined - self.of | self.within
        )
        self.introduced = self.be | self._all(W.INTRODUCTIONS)
        self.interviews = self._all(W.INTERVIEWS)
        self.earlier = self._all(W.EARLIER)
        self.then = self._all(W.THEN)
        self.modals = self._all(W.MODALS)
        self.holding = self._all(W.HOLDING)
        self.owning = self.holding | self.have
        self.held_with = self.owning | self.with_
        self.writing = self._all(W.WRITING)
        self.irregular_pasts = self._all(W.IRREGULAR_PASTS)
        self.stating = self._all(W.STATING)
        self.given = self._all(W.GIVEN)
        self.headlines = self._all(W.HEADLINES)

    def _trainings(self) -> None:
        self.ongoing = self._all(W.ONGOING)
        self.during = self._all(W.DURING)
        #: Before a training these tell that something else is spoken of: "code from an
        #: internship at X".
        self.beside_trainings = self.during | self.within | self.of | self.about
        self.beside_trainings |= self.with_ | self._all(W.PREPOSITIONS_FROM)
        #: "I am in an internship", where German "im" is no "I'm".
        self.is_in = self.be - self.within
        self.trainings = self._all(W.TRAININGS)
        self.done = self._all(W.DONE) | self._all(W.IRREGULAR_PASTS)

    def _nouns(self) -> None:
        self.honorifics = self._all(W.HONORIFICS)
        #: Before a part these make it others': "for nurses", "people with diabetes".
        self.people = self._all(W.PEOPLE) | {"for"}
        self.staff = self._all(W.STAFF)
        self.users = self._all(W.USERS)
        #: Who writes a text, or is written of in it, may be called so.
        self.writers = self._all(W.WRITERS) | self.persons | self.mine | self.by
        self.somebody = self._all(W.SOMEBODY)
        self.outsiders = self._all(W.OUTSIDERS)
        self.teachers = self._all(W.TEACHERS)
        #: Beside a branch these say that they study it, perhaps from outside.
        self.doubtful = self.outsiders | self.teachers | {"expert"}
        self.passing = self._all(W.PASSING)
        self.several_makers = self._all(W.SEVERAL_MAKERS)
        self.makers = self._all(W.MAKERS) | self.several_makers
        self.industry = self._all(W.INDUSTRY)
        self.branches = self._all(W.BRANCHES)
        self.sites = self._all(W.SITES)
        self.units = self._all(W.UNITS)
        self.mailboxes = self._all(W.MAILBOXES)
        self.things = self._all(W.THINGS)
        self.studied = self._all(W.STUDIED)
        self.news = self._all(W.NEWS)
        self.kinds = self._all(W.KINDS)
        self.relationship_fields = self._all(W.RELATIONSHIP_FIELDS)
        self.stakes = self._all(W.STAKES)
        self.abbreviations = self._all(W.ABBREVIATIONS)
        self.common = self._all(W.COMMON)
        self.no_diseases = self._all(W.NO_DISEASES)
        self.no_slips = self._all(W.NO_SLIPS)
