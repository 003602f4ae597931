"""The words of a message, with what a look at each tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.hear.gazetteer import place_names
from bot.redaction.names.words import kept, listed, places

WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*", re.UNICODE)
INNER_CAPITAL = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^Le)(?<![-'’.])(?<!^)[A-Z]")
FIRST_PERSON = frozenset({"i", "i'm", "i've", "i'd", "i'll", "i’m", "i’ve", "i’d", "i’ll"})
ENDS_SENTENCE, OPENS_SPEECH = frozenset(".!?:;-–—"), frozenset('"“(')


@dataclass(frozen=True, slots=True)
class Token:
    """A word: where it stands (`start`, `end`, without a possessive 's), in lower case, and how it is written."""

    text: str
    low: str
    start: int
    end: int
    opens: bool
    owns: bool

    @property
    def capital(self) -> bool:
        """Written like a name: a capital, and neither all of it (NSPCC) nor one in the middle of a word (SCRs, DfE)."""
        return self.text[0].isupper() and self.low not in FIRST_PERSON and not INNER_CAPITAL.search(self.text)

    @property
    def parts(self) -> list[str]:
        """The halves of a double name."""
        return re.split(r"[-'’]", self.low)

    @property
    def ordinary(self) -> bool:
        """A word of the language."""
        words = listed("words")
        return self.low in words or ("-" in self.low and all(part in words for part in self.parts))

    @property
    def first_name(self) -> bool:
        """A first name somewhere; of a double name one half is enough."""
        names = listed("first_names")
        return self.low in names or ("-" in self.low and any(part in names for part in self.parts))

    @property
    def family_name(self) -> bool:
        """A family name somewhere."""
        names = listed("family_names")
        return self.low in names or ("-" in self.low and any(part in names for part in self.parts))

    @property
    def place(self) -> bool:
        """A town or suburb."""
        return self.low in places()

    @property
    def well_known_place(self) -> bool:
        """A place that practitioners here are likely to name."""
        return self.low in place_names()

    @property
    def other(self) -> bool:
        """A month, a country, an agency: a capital, and no name."""
        one = self.low.removesuffix("s")
        groups = ("time", "countries", "agencies", "institutions", "opens", "family")
        return any(self.low in kept(group) or one in kept(group) for group in groups)


def tokens(text: str) -> list[Token]:
    """The words in order."""
    found, done = [], 0
    for match in WORD.finditer(text):
        word, owns = match.group(), False
        if word.lower().endswith(("'s", "’s")) and len(word) > 3:
            word, owns = word[:-2], True
        opens = match.start() == 0 or _opens_sentence(text[done : match.start()])
        found.append(Token(word, word.lower(), match.start(), match.start() + len(word), opens, owns))
        done = match.end()
    return found


def _opens_sentence(between: str) -> bool:
    """Whether a sentence begins after what stands between two words."""
    marks = between.rstrip()
    blanks = between[len(marks) :]
    return "\n" in blanks or marks[-1:] in OPENS_SPEECH or (blanks != "" and marks[-1:] in ENDS_SENTENCE)
