"""Where did it happen?"""

from spacy.tokens import Doc

from bot.reading.hear import hedging, not_known, scope
from bot.reading.hear.choice import beside
from bot.reading.hear.gazetteer import local, places
from bot.reading.hear.model import NOTHING, UNKNOWN, Heard
from bot.reading.hear.patterns import Patterns

_SAYS = Patterns.of("place")
_REGION = {"england": "other_area_england"}


def hear_place(doc: Doc) -> Heard:
    """This area, another in England, elsewhere in the United Kingdom, or abroad.

    A name of one of our own areas may be this one or another, since the reply does not say which area is
    being asked for: it counts as this area only beside other words that say so, and is then read back.
    """
    named = [hit for hit in places(doc) if not scope.negated(doc, hit)]
    said = [hit for hit in _SAYS.find(doc) if hit.key != "this_area" or not scope.negated(doc, hit)]
    said = [
        hit for hit in said if not any(hit.start < p.end and p.start < hit.end and hit.key != "abroad" for p in named)
    ]
    doubts = beside(not_known.unknowns(doc), said)
    hedged = bool(beside(hedging.hedges(doc), said))
    distant = {hit.key for hit in named if hit.key not in local()}
    keys = {hit.key for hit in said}
    first_doubt = min((hit.start for hit in doubts), default=len(doc))
    first_said = min((hit.start for hit in [*named, *said]), default=len(doc))
    if doubts and first_doubt <= first_said:
        return Heard(UNKNOWN, sure=not named)
    if len(distant) == 1:
        region = distant.pop()
        return Heard(
            _REGION.get(region, region),
            sure=not doubts and not hedged and "this_area" not in keys - {"this_area"},
        )
    if distant:
        return Heard(_REGION.get(named[-1].key, named[-1].key), sure=False)
    if UNKNOWN in keys:
        return Heard(UNKNOWN, sure=keys == {UNKNOWN})
    for value in ("abroad", "elsewhere_uk", "other_area_england", "this_area"):
        if value in keys:
            plain = len(keys) == 1 and not named and not hedged and not doubts
            return Heard(UNKNOWN, sure=False) if doubts and value != "this_area" else Heard(value, sure=plain)
    if named:
        return Heard("this_area", sure=False) if len({hit.key for hit in named}) == 1 else NOTHING
    return Heard(UNKNOWN, sure=True) if doubts else NOTHING
