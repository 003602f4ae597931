"""Replies to "tick any that fit": kinds of harm, features of the case, other routes."""

from dataclasses import dataclass

from spacy.tokens import Doc

from bot.reading.hear import hedging, not_known, polarity, scope
from bot.reading.hear.choice import beside
from bot.reading.hear.model import NOTHING, UNKNOWN, Heard
from bot.reading.hear.patterns import Patterns

_NONE = Patterns.of("sets_none")
_JOINS = frozenset("and but plus also with then".split())  # something more was said, and may not have been heard


@dataclass(frozen=True)
class AnyOf:
    """A question that takes any number of values, or none of them. `says` has a key for each value."""

    says: Patterns
    believed: bool = True

    def hear(self, doc: Doc) -> Heard:
        """The set of values said; the empty set for "none of these"; None when nothing fits."""
        hits = self.says.find(doc)
        doubts = beside(not_known.unknowns(doc), hits)
        hedged = bool(beside(hedging.hedges(doc), hits))
        said = frozenset(hit.key.rstrip("_") for hit in hits if hit.key.endswith("_") or not scope.negated(doc, hit))
        if said:
            if doubts and min(d.start for d in doubts) < hits[0].start:
                return Heard(UNKNOWN, sure=False)
            denied = any(not hit.key.endswith("_") and scope.negated(doc, hit) for hit in hits)
            half = len(said) == 1 and any(token.text in _JOINS for token in doc)
            return Heard(said, sure=not (doubts or hedged or denied or half))
        if doubts:
            return Heard(UNKNOWN, sure=True)
        keys = _NONE.keys(doc)
        if hits or ("none" in keys and (polarity.lead(doc) == "no" or len(doc) <= 6)):
            return Heard(frozenset(), sure=not hits and len(doc) <= 6)
        return Heard(UNKNOWN, sure=False) if hedged and len(doc) <= 6 else NOTHING


HARM_KINDS = AnyOf(Patterns.of("harm_kinds"))
FEATURES = AnyOf(Patterns.of("features"))
OTHER_ROUTES = AnyOf(Patterns.of("other_routes"))
SET_FACTS = {"harm_kinds": HARM_KINDS, "features": FEATURES, "other_routes": OTHER_ROUTES}
