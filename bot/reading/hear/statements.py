"""The parts of a free message that state what happened: no questions, no "what if", no reviews in general."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from spacy.tokens import Doc

from bot.reading.hear import case_words, scope
from bot.reading.hear.asking import is_question
from bot.reading.hear.gazetteer import places
from bot.reading.hear.patterns import Hit
from bot.reading.hear.words import plain, read
from bot.reading.pieces import pieces

_SENTENCE = re.compile(r"(?<=[.!?])\s{1,3}|\n+")
_ASKS = (
    r"(?:do|does|did|should|shall|can|could|would|will|is|are|was|were|am|has|have|must|may) "
    r"(?:i|we|you|it|this|that|they|he|she|there|the|a|an|anyone|someone|neglect|abuse)\b|what\b|whats\b|who\b|"
    r"whos\b|how\b|when (?:do|should|must)\b|where (?:do|should|can)\b|which\b|why\b"
)
# "... has died, do I need to refer?": what comes before the question was stated.
_QUESTION_PART = re.compile(rf"(?:[,;:-]\s{{0,3}}(?:and |so |but )?|\s(?:and|so|but) )(?:{_ASKS})")
_NOT_A_CASE = re.compile(
    r"\b(?:if|whether|unless|hypothetical\w*|suppos\w+|imagine|imagining|pretend|scenario|generally|in general|in "
    r"theory|for example|eg|example|"
    r"reviews|reports|training|trainee|policy|policies|procedure|procedures|guidance says|leaflet|course|essay|"
    r"dissertation|assignment|article|case stud\w+|research\w*|"
    r"students|would (?:a|an|be|have|it|that|this|we|you|they)|could (?:a|an|it|that|we) |any (?:child|death|baby|"
    r"case)|every child|each child|when a (?:child|baby)|where a (?:child|baby)|"
    r"wondering|wonder|want to know (?:if|what|how)|ever|rather than|as opposed to|does not count|counts? as|means?|"
    r"definition|novel|film|story|programme|news)\b"
)


@dataclass(frozen=True)
class Statement:
    """One sentence that states something, as words; who is named in it and what happened are found once."""

    doc: Doc

    @cached_property
    def people(self) -> list[Hit]:
        """The people named: keys child and adult."""
        return case_words.PEOPLE.find(self.doc)

    @cached_property
    def events(self) -> list[Hit]:
        """What happened to somebody: keys died, seriously_harmed and hurt."""
        return case_words.EVENT.find(self.doc)

    @cached_property
    def nearly(self) -> list[Hit]:
        """Where something did not quite happen, or may yet."""
        return case_words.NEARLY.find(self.doc)

    @cached_property
    def places(self) -> list[Hit]:
        """The place names that are not denied, by region."""
        return [hit for hit in places(self.doc) if not scope.negated(self.doc, hit)]

    def about_a_child(self) -> bool:
        """True when something happened and a child is named."""
        return bool(self.events) and any(hit.key == "child" for hit in self.people)


@lru_cache(maxsize=8)
def statements(text: str) -> tuple[Statement, ...]:
    """The stated sentences of the message in order."""
    found = []
    for sentence in (sentence for piece in pieces(text) for sentence in _SENTENCE.split(piece)):
        stated = _before_the_question(sentence)
        if stated and not _NOT_A_CASE.search(plain(stated)) and not is_question(stated):
            found.append(Statement(read(stated)))
    return tuple(found)


def _before_the_question(sentence: str) -> str:
    low = sentence.lower().replace("\u2019", "'").replace("'", "\u02bc")
    match = _QUESTION_PART.search(low)
    if match and (
        sentence.rstrip().endswith("?")
        or re.search(rf"^(?:and |so |but )?(?:{_ASKS})", low[match.start() :].strip(" ,;:-"))
    ):
        return sentence[: match.start()]
    return "" if sentence.rstrip().endswith("?") else sentence
