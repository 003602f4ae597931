"""The ways of holding back: "I think so", "presumably", "they said", "as far as I know"."""

from spacy.tokens import Doc

from bot.reading.hear.patterns import Hit, Patterns

_HEDGES = Patterns.of("hedging")


def hedges(doc: Doc) -> list[Hit]:
    """Where the reply holds back: keys belief, guess, hearsay and limit ("as far as I know")."""
    return _HEDGES.find(doc)
