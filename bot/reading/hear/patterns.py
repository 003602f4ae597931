"""Word patterns, one a line in the files of data/patterns/, in a small notation that becomes spaCy Matcher patterns.

| notation | stands for |
|---|---|
| `care` | that word |
| `care|caring` | either |
| `foster*` | a word that begins so |
| `word?` | may be missing |
| `..` | up to three words of the same clause, none of them a "not" |
| `...` | up to seven such words |
| `#` | a number in digits |
| `<name>` | one word of a named set (see `SETS`) |
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from bot.reading.hear.words import vocabulary

BREAKS = frozenset("but however although though because so whereas while and unless except then".split()) | frozenset(
    '.,;:!?()"'
)

SETS: dict[str, frozenset[str]] = {
    "who": frozenset(
        "she he they it child baby boy girl lad lass kid infant toddler teenager youngster son daughter sister brother "
        "sibling siblings sibs children kids twins him her them we everyone others rest bairn".split()
    ),
    "pron": frozenset("she he they shes hes theyre her him them we".split()),
    "his": frozenset("his her their the its my our a an".split()),
    "be": frozenset("is was were are be been being shes hes theyre its isnt wasnt werent arent".split()),
    "were": frozenset("is was were are be been being shes hes theyre its got".split()),
    "have": frozenset("has have had having got shed hed theyd hes shes theyve weve ive".split()),
    "not": frozenset(
        "not no never wasnt isnt werent arent didnt doesnt dont hasnt havent hadnt wont cant couldnt wouldnt shouldnt "
        "nobody noone none nothing neither without nor nowt hardly".split()
    ),
}


# A gap never passes over a "not": "they .. safe" must not be found in "they are not safe".
_NOT_SKIPPED = sorted(BREAKS | SETS["not"])


@dataclass(frozen=True)
class Hit:
    """A pattern found: whose it is, and the words from `start` up to `end`."""

    key: str
    start: int
    end: int


@cache
def _file(name: str) -> Any:
    return yaml.safe_load(files("bot.reading.hear").joinpath(f"data/patterns/{name}.yaml").read_text(encoding="utf-8"))


def _word(written: str) -> dict[str, Any]:
    if written == "#":
        return {"IS_DIGIT": True}
    choices: list[str] = []
    for choice in written.split("|"):
        choices += sorted(SETS[choice[1:-1]]) if choice.startswith("<") else [choice]
    if any(choice.endswith("*") for choice in choices):
        parts = [re.escape(c[:-1]) if c.endswith("*") else re.escape(c) + "$" for c in choices]
        return {"LOWER": {"REGEX": "^(?:" + "|".join(parts) + ")"}}
    return {"LOWER": {"IN": choices}} if len(choices) > 1 else {"LOWER": choices[0]}


def _tokens(line: str) -> list[dict[str, Any]]:
    tokens: list[dict[str, Any]] = []
    for written in line.split():
        if written in ("..", "..."):
            longest = 3 if written == ".." else 7
            tokens.append({"LOWER": {"NOT_IN": _NOT_SKIPPED}, "OP": f"{{0,{longest}}}"})
        elif written.endswith("?") and len(written) > 1:
            tokens.append({**_word(written[:-1]), "OP": "?"})
        else:
            tokens.append(_word(written))
    return tokens


class Patterns:
    """Lines of patterns under keys; finds the longest that do not overlap."""

    def __init__(self, lines_by_key: Mapping[str, str]) -> None:
        """Each key's lines, one pattern a line; blank lines are passed over."""
        self._matcher = Matcher(vocabulary())
        for key, lines in lines_by_key.items():
            self._matcher.add(key, [_tokens(line) for line in lines.splitlines() if line.strip()], greedy="LONGEST")

    @classmethod
    def of(cls, name: str) -> "Patterns":
        """Those of data/patterns/<name>.yaml, or with a dot in the name those of one part of a file ("file.part")."""
        file, _, part = name.partition(".")
        written = _file(file)
        return cls(written[part] if part else written)

    def find(self, doc: Doc) -> list[Hit]:
        """The hits in the order of the text, the longest winning where two overlap."""
        spans = filter_spans(self._matcher(doc, as_spans=True))
        return [Hit(span.label_, span.start, span.end) for span in spans]

    def keys(self, doc: Doc) -> set[str]:
        """The keys with a hit."""
        return {hit.key for hit in self.find(doc)}


@cache
def words() -> frozenset[str]:
    """Every whole word that a pattern names."""
    return frozenset(word for word in _written() if not word.endswith("*") and word.isalpha())


@cache
def written() -> frozenset[str]:
    """Every word that a pattern names or begins, and every word of its sets: none of them is a slip."""
    return frozenset(word.rstrip("*") for word in _written()).union(*SETS.values())


def _written() -> set[str]:
    found: set[str] = set()
    folder = files("bot.reading.hear").joinpath("data/patterns")
    for file in folder.iterdir():
        found |= set(re.findall(r"[a-z]{2,}\*?", file.read_text(encoding="utf-8")))
    return found
