"""Words that several steps of a reading look for."""

from __future__ import annotations

from typing import Final

from disclosure_registry.affiliation.cues import Function
from disclosure_registry.text import word_set
from disclosure_registry.vocabulary import HEALTH_INDUSTRY, Actor

__all__ = [
    "ALL_DEFINITE",
    "AND",
    "APPOSED",
    "ARTICLES",
    "BY",
    "DEFINITE",
    "FOR",
    "FROM",
    "FROM_OR_NAME",
    "HAVE",
    "HONORIFICS",
    "INDEFINITE",
    "INNER",
    "INTRODUCING",
    "KNOWN",
    "MAKERS",
    "NAME_LIKE",
    "OBSERVERS",
    "OF",
    "OFFICES",
    "OF_A_PLACE",
    "OUTSIDERS",
    "PAST_O",
    "PERSON",
    "POSSESSIVES",
    "RELATIVE",
    "SERVICES",
    "TEACHING",
    "THE",
    "WHEN",
    "WHICH",
    "WITH",
    "WITHIN",
    "A",
]

F = Function

#: Personas that make a branch their subject, not their employer.
OBSERVERS: Final = frozenset(
    {Actor.JOURNALIST, Actor.STUDENT, Actor.ACADEMIC_RESEARCHER, Actor.INVESTOR,
     Actor.LAWYER,
     Actor.CONTENT_CREATOR, Actor.PATIENT, Actor.CAREGIVER, Actor.PATIENT_ADVOCATE}
)  # fmt: skip

#: Only persons are called so.
HONORIFICS: Final = word_set(
    "dr mr mrs ms miss prof professor herr frau fru m mme monsieur madame sr sra srta "
    "signor signora dott dottssa senor senora dhr mevrouw"
)

INNER: Final = word_set(
    "of for the de du des la le les fur der di del della do da dos van voor on in i"
)

FROM: Final = frozenset(
    {"from", "with", "at", "bei", "chez", "hos", "pa", "fran", "bij", "presso"}
)

FROM_OR_NAME: Final = frozenset({"von", "de", "di", "da", "van", "do", "of"})
INTRODUCING: Final = FROM | FROM_OR_NAME

#: Parts that have a branch for their subject or their customer.
OUTSIDERS: Final = word_set(
    "recruiter headhunter analyst writer editor reporter attorney counsel professor "
    "lecturer economist investor fellow resident postdoc educator publisher "
    "photographer translator correspondent"
)

#: Who teaches a subject.
TEACHING: Final = word_set(
    "professor lecturer teacher tutor reader chair dozent dozentin professorin lehrer "
    "lehrerin professeur professeure enseignant enseignante profesor profesora "
    "catedratico catedratica docente professore professoressa hoogleraar lector "
    "professora docent lektor universitetslektor larare"
)
#: Words that lead to what is said of the noun before, and are nothing else.
WHICH: Final = word_set(
    "which whose welche welcher welches laquelle lequel lesquels quale quali welke "
    "vilken vilket"
)
#: And those that may be something else as well.
RELATIVE: Final = WHICH | word_set(
    "that who where die das der den qui que che dat som wo waar onde donde dove ou"
)
#: Marks a cue that takes only what is known for an organisation.
KNOWN: Final = frozenset({"known"})
#: Marks a cue whose name stands right behind it.
APPOSED: Final = frozenset({"apposed"})
#: Endings of the past that lose their accent where words are compared: "trabajó".
PAST_O: Final = frozenset("\u00f3\u00f2")
HAVE: Final = frozenset({"has", "have", "ve"})
AND: Final = word_set("and und et y e ed en och")
#: What is denied behind these ends with its clause.
WHEN: Final = word_set("when while if once wenn quand cuando quando wanneer nar")
#: Who does what a verb says.
PERSON: Final = word_set(
    "i he she they also then who er sie ich hij zij ze ik han hon jag ele ela eu elle "
    "ella lui lei je"
)
#: Articles of each language, some with a preposition in them: "merci au directeur".
ARTICLES: Final = {
    "en": word_set("the a an another some this"),
    "de": word_set("der die das den dem des ein eine einen einem einer"),
    "fr": word_set("le la les l un une des du au aux"),
    "es": word_set("el la los las un una al del"),
    "it": word_set("il lo la i gli le l un uno una al del dal dell della"),
    "nl": word_set("de het een"),
    "pt": word_set("o a os as um uma ao do"),
    "sv": word_set("en ett den det"),
}
#: Before a part these make it another's, also where they open a sentence.
POSSESSIVES: Final = {
    "en": word_set("my your our every each"),
    "de": word_set("mein meine dein deine unser unsere euer jeder jede"),
    "fr": word_set("mon ma ton ta notre votre chaque"),
    "es": word_set("mi tu nuestro nuestra cada todo toda"),
    "it": word_set("mio mia tuo tua nostro nostra ogni"),
    "nl": word_set("mijn jouw onze elke iedere"),
    "pt": word_set("meu minha nosso nossa cada todo toda"),
    "sv": word_set("min mitt din var varje"),
}
#: Definite articles that are nothing else in another language.
THE: Final = word_set("the der die das le la les el los las il lo gli het")

#: Indefinite articles of each language.
INDEFINITE: Final = {
    "en": word_set("a an"),
    "de": word_set("ein eine einem einer eines"),
    "fr": word_set("un une"),
    "es": word_set("un una"),
    "it": word_set("un una"),
    "nl": word_set("een"),
    "pt": word_set("um uma"),
    "sv": word_set("en ett"),
}
A: Final = frozenset().union(*INDEFINITE.values())
#: Definite articles of each language.
DEFINITE: Final = {
    "en": word_set("the"),
    "de": word_set("der die das"),
    "fr": word_set("le la les l"),
    "es": word_set("el la los las"),
    "it": word_set("il lo la i gli le l"),
    "nl": word_set("de het"),
    "pt": word_set("o a os as"),
    "sv": word_set("den de det"),
}
ALL_DEFINITE: Final = frozenset().union(*DEFINITE.values())

MAKERS: Final = frozenset(HEALTH_INDUSTRY) - {
    Actor.AGENCY,
    Actor.MARKET_RESEARCHER,
    Actor.TRADE_ASSOCIATION,
    Actor.INDUSTRY,
}

SERVICES: Final = frozenset({Actor.AGENCY, Actor.MARKET_RESEARCHER})
WITH: Final = frozenset({"with", "mit", "avec", "con", "met", "com", "med"})
FOR: Final = frozenset({"for", "fur", "pour", "para", "per", "voor", "av"})

#: Between a noun for a firm and what it makes or deals in.
OF: Final = FROM_OR_NAME | FOR | word_set("in within i af des der d dans inom")

#: Mail addresses that begin so are nobody's own.
OFFICES: Final = word_set(
    "info contact support press media sales career careers jobs hello office team help "
    "privacy service news medinfo presse kontakt contacto contatto contato"
)

#: So many words name a place: "San Diego".
OF_A_PLACE: Final = 2

#: Behind a verb of the past: "was written by employees of X" is not about a past job.
BY: Final = frozenset({"by", "von", "par", "por", "da", "door", "av"})

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
