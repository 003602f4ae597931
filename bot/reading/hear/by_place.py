"""An answer that points at the list of options instead of saying what it means."""

from bot.reading.hear.counting import everything, positions
from bot.reading.hear.model import UNKNOWN, Heard
from bot.reading.hear.sets import SET_FACTS
from bot.reading.hear.words import read

_NAMED_IN_WORDS = frozenset(("age_group", "area"))  # "16" and "one for Leeds" are not places in a list


def by_place(question: str, text: str, options: tuple[str, ...]) -> Heard | None:
    """The option or options meant by their place in the list; None when the reply does not speak of places."""
    every, left_out = everything(text)
    if every and question in SET_FACTS:
        if not left_out:
            return Heard(frozenset(options), sure=True)
        missing = {options[place] for place in positions(left_out, len(options))} or _named(question, left_out)
        return Heard(frozenset(options) - missing, sure=False) if missing else None
    places = positions(text, len(options))
    digits = any(part.isdigit() for part in text.replace(",", " ").split())
    if not places or (digits and question in _NAMED_IN_WORDS):
        return None
    if question in SET_FACTS:
        return Heard(frozenset(options[place] for place in places), sure=True)
    return Heard(options[places[0]], sure=not digits) if len(places) == 1 else Heard(UNKNOWN, sure=False)


def _named(question: str, words: str) -> frozenset[str]:
    value = SET_FACTS[question].hear(read(words)).value
    return value if isinstance(value, frozenset) else frozenset()
