"""The ways of saying "I don't know" that fit any question."""

from spacy.tokens import Doc

from bot.reading.hear.patterns import BREAKS, Hit, Patterns

_DUNNO = Patterns.of("not_known.dunno")
_OUTRIGHT = Patterns.of("not_known.outright")
_SPEAKERS = BREAKS | frozenset(("i", "we", "im", "no", "really", "just", "still", "and", "ive", "weve"))


def unknowns(doc: Doc) -> list[Hit]:
    """Where the reply says that it is not known."""
    return _DUNNO.find(doc)


def own_doubt(doc: Doc) -> bool:
    """True when the speaker says outright "I don't know" or "not sure", whatever else the words could be part of."""
    return any(hit.start == 0 or doc[hit.start - 1].text in _SPEAKERS for hit in _OUTRIGHT.find(doc))


def mostly_doubt(doc: Doc) -> bool:
    """True when not knowing is what the reply is about, rather than an aside in something not understood."""
    return (own_doubt(doc) and len(doc) <= 15) or sum(hit.end - hit.start for hit in unknowns(doc)) * 3 >= len(doc)
