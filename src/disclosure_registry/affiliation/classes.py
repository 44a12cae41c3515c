"""The classes of small words: what the words of a language are to the reader.

Cues say what a text declares; these words stand around them. Each language has its own
in its file of phrases, and a class that it has no word for is left out.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["WordClass"]


class WordClass(StrEnum):
    """What words do to the cues and names beside them."""

    #: The article of what is known: a part that it leads is often somebody else's. Such
    #: as "the".
    DEFINITE_ARTICLES = "definite-articles"
    #: The article of one among several. Such as "a", "an".
    INDEFINITE_ARTICLES = "indefinite-articles"
    #: What stands in the place of an article: its other cases, "this", and prepositions
    #: with an article in them. Such as "this", "another".
    OTHER_ARTICLES = "other-articles"
    #: They say how many. Such as "some", "several", "every".
    QUANTIFIERS = "quantifiers"
    #: What they lead is the writer's own. Such as "my".
    FIRST_PERSON_POSSESSIVES = "first-person-possessives"
    #: Beside a part these make it another's. Such as "your", "our", "their".
    OTHER_POSSESSIVES = "other-possessives"
    #: Words for the writer that may stand behind a verb: not the French "je", but
    #: "moi". Such as "i", "me".
    FIRST_PERSON_PRONOUNS = "first-person-pronouns"
    #: Who does what a verb says. Such as "he", "she", "they".
    PERSONAL_PRONOUNS = "personal-pronouns"
    #: They lead to what is said of the noun before, and are nothing else in any
    #: language. Such as "which", "whose".
    RELATIVE_PRONOUNS = "relative-pronouns"
    #: They do so behind a person or a firm, without a comma as well. Such as "who",
    #: "whom".
    PERSONAL_RELATIVES = "personal-relatives"
    #: They lead to what happened at a place. Such as "where".
    RELATIVE_ADVERBS = "relative-adverbs"
    #: They lead to what is said of a noun, and may be something else as well. Such as
    #: "that".
    RELATIVE_WORDS = "relative-words"
    #: They join two of a kind. Such as "and".
    COORDINATORS = "coordinators"
    #: They leave one of two. Such as "or", "nor".
    ALTERNATIVES = "alternatives"
    #: They open a condition or a time: what is denied before them ends there, and a
    #: firm behind them is supposed. Such as "if", "when", "unless".
    SUBORDINATORS = "subordinators"
    #: What stands behind these came later than what stands before. Such as "before",
    #: "prior".
    ANTERIOR = "anterior"
    #: What stands behind these is over. Such as "after".
    POSTERIOR = "posterior"
    #: They lead to the part in which somebody acts. Such as "as".
    ROLE_WORDS = "role-words"
    #: They name a place of work and stand before little else. Such as "at".
    PREPOSITIONS_AT = "prepositions-at"
    #: They name a place of work, and other things as often. Such as "en", "na".
    PREPOSITIONS_AT_OR_IN = "prepositions-at-or-in"
    #: Within a firm, a branch or a year. Such as "in", "within".
    PREPOSITIONS_IN = "prepositions-in"
    #: Within as well, often with an article in them, but seldom before a branch. Such
    #: as "inside".
    PREPOSITIONS_IN_THE = "prepositions-in-the"
    #: Where somebody or something comes from. Such as "from".
    PREPOSITIONS_FROM = "prepositions-from"
    #: Whose somebody or something is; also parts of the names of persons. Such as "of".
    PREPOSITIONS_OF = "prepositions-of"
    #: Beside whom one works. Such as "with".
    PREPOSITIONS_WITH = "prepositions-with"
    #: For whom one works, and what something is good for. Such as "for".
    PREPOSITIONS_FOR = "prepositions-for"
    #: Who did what a verb of the past says: "paid by X". Such as "by".
    PREPOSITIONS_BY = "prepositions-by"
    #: Behind these stands a subject or a direction and no employer. Such as "about",
    #: "against", "under".
    PREPOSITIONS_OTHER = "prepositions-other"
    #: The seasons of a year, in dates. Such as "spring", "fall".
    SEASONS = "seasons"
    #: At the bounds of a span of years, and the names of the field for its end. Such as
    #: "between", "to", "until", "ended".
    SPANS = "spans"
    #: Before years that go on: "depuis dix ans". Such as "desde", "seit".
    SINCE = "since"
    #: Words for years, and those by which years are counted back. Such as "ago",
    #: "past".
    TIMES = "times"
    #: The numbers that years are mostly told in. Such as "two", "ten".
    NUMBERS = "numbers"
    #: They stand beside a verb or an article and change nothing here. Such as "also",
    #: "still", "now".
    ADVERBS = "adverbs"
    #: Forms of "to be" in the present. Such as "am", "is".
    BE = "be"
    #: Forms of "to be" that tell what was. Such as "was", "were".
    BE_PAST = "be-past"
    #: Behind a "was" they hand something over, and money is no job that is over. Such
    #: as "paid", "awarded".
    GIVEN = "given"
    #: Forms of "to have" that tell what goes on: "has served". Such as "has", "have".
    HAVE = "have"
    #: Forms of "to have" with which a past is told that may be over: "j'ai", "habe".
    #: Such as "had".
    PERFECT = "perfect"
    #: A rule for others is told with them. Such as "must", "may".
    MODALS = "modals"
    #: What somebody does in a part, owns or holds, in the present. Such as "works",
    #: "owns", "holds".
    HOLDING = "holding"
    #: Forms of "to write": a journalist may write in what is named beside them. Such as
    #: "writes", "wrote".
    WRITING = "writing"
    #: Verbs of the past that no ending tells, as lives are told with. Such as "led",
    #: "built".
    IRREGULAR_PASTS = "irregular-pasts"
    #: Verbs that end as a past does and tell no life: they state a tie, or what is so.
    #: Such as "declared", "based".
    STATING = "stating"
    #: What headlines say that a firm does to somebody. Such as "sues", "hires".
    HEADLINES = "headlines"
    #: Only persons are called so. Such as "mr", "prof".
    HONORIFICS = "honorifics"
    #: Words beside which people say their name. Such as "name", "hello".
    INTRODUCTIONS = "introductions"
    #: Adverbs that say of a whole clause that it is past. Such as "previously".
    EARLIER = "earlier"
    #: Between one step of a life and the next. Such as "then", "later".
    THEN = "then"
    #: Talks to which somebody is asked, who is named behind. Such as "interview".
    INTERVIEWS = "interviews"
    #: Between a noun for a firm and its name. Such as "called", "namely".
    NAMING = "naming"
    #: People in general, with or without a disease. Such as "people", "children".
    PEOPLE = "people"
    #: The people of a firm, whom others meet. Such as "reps", "colleagues".
    STAFF = "staff"
    #: Who has or uses what a firm makes. Such as "user", "owner".
    USERS = "users"
    #: Who writes a text or is written of in it may be called so, and so may the text.
    #: Such as "author", "team", "page".
    WRITERS = "writers"
    #: Nouns for persons that name no part. Such as "patient", "neighbour", "lady".
    SOMEBODY = "somebody"
    #: Parts that have a branch for their subject or their customer. Such as "analyst",
    #: "reporter".
    OUTSIDERS = "outsiders"
    #: Who teaches or studies a subject. Such as "lecturer", "researcher".
    TEACHERS = "teachers"
    #: Parts that nobody plays for long. Such as "intern", "postdoc".
    PASSING = "passing"
    #: Times of training, which end. Such as "internship", "placement".
    TRAININGS = "trainings"
    #: What was done with a training or in it, and tells that it is over. Such as
    #: "completed", "did".
    DONE = "done"
    #: In the field for an end they say that there is none. Such as "present".
    ONGOING = "ongoing"
    #: Before a time. Such as "during".
    DURING = "during"
    #: Nouns for a firm that makes something. Such as "manufacturer", "company".
    MAKERS = "makers"
    #: Nouns for several such firms: "drug makers make money" is said of them, "a drug
    #: maker makes pills" by one. Such as "manufacturers", "companies".
    SEVERAL_MAKERS = "several-makers"
    #: In the name of an association these tell that its members are firms. Such as
    #: "industry", "manufacturers".
    INDUSTRY = "industry"
    #: Branches that are firms as well: "a biotech", but "a medical device". Such as
    #: "biotech".
    BRANCHES = "branches"
    #: What a firm has in a town. Such as "plant", "lab".
    SITES = "sites"
    #: Parts of a house that are named after what they do. Such as "division", "office".
    UNITS = "units"
    #: Mail addresses that begin so are nobody's own. Such as "info", "press".
    MAILBOXES = "mailboxes"
    #: Behind a firm these are what it makes or has, or who has to do with that. Such as
    #: "pump", "trial", "stadium".
    THINGS = "things"
    #: Behind a disease these make it a subject, and some goods are subjects as well.
    #: Such as "research", "medicine".
    STUDIED = "studied"
    #: What is told of a firm: its history, its lawsuits. Such as "history", "lawsuit".
    NEWS = "news"
    #: Which of several: "type 1 diabetes", "kind of interest". Such as "type", "kind".
    KINDS = "kinds"
    #: The field of a register that says which tie there is. Such as "relationship".
    RELATIONSHIP_FIELDS = "relationship-fields"
    #: What a register asks for, behind a word for its kind. Such as "interest",
    #: "payment".
    STAKES = "stakes"
    #: Words that end as diseases do and name none. Such as "sympathy", "osmosis".
    NO_DISEASES = "no-diseases"
    #: Words one letter away from a firm's name, and no misspelling of it. Such as
    #: "medical", "internet".
    NO_SLIPS = "no-slips"
    #: A full stop behind one of these ends no sentence. Such as "dr", "dept", "etc".
    ABBREVIATIONS = "abbreviations"
    #: Words too common to be looked for: a cue made of these alone governs only what is
    #: found by its own name. Such as "the", "and", "with".
    COMMON = "common"
