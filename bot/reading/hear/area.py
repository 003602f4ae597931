"""Which area's safeguarding partnership is this for?"""

from spacy.tokens import Doc

from bot.reading.hear import hedging, not_known, scope
from bot.reading.hear.choice import beside
from bot.reading.hear.gazetteer import local, places
from bot.reading.hear.model import NOTHING, UNKNOWN, Heard
from bot.reading.hear.patterns import Hit, Patterns

_SAYS = Patterns.of("area")
_REGION = {"england": "england_other", "elsewhere_uk": "not_england", "abroad": "not_england"}


def hear_area(doc: Doc) -> Heard:
    """The partnership named, or the kind of place that is not one of ours."""
    named = places(doc)
    said = beside(_SAYS.find(doc), named)
    doubts = beside(not_known.unknowns(doc), named)
    kept = [hit for hit in named if not scope.negated(doc, hit) and not _left(doc, hit)]
    # "Lives in Dudley but it's for Walsall": the partnership named after "for", "under" or "with" is meant.
    wanted = [hit for hit in kept if _introduced(doc, hit)] or kept
    values = {_REGION.get(hit.key, hit.key) for hit in wanted}
    values -= {"england_other"} if len(values & local()) == 1 and "(" in doc.text else set()
    if len(values) > 1 and any(value in local() for value in values) and "west midlands" in doc.text:
        values.discard("england_other")
    if any(hit.key == UNKNOWN for hit in said) and len(values) != 1:
        return Heard(UNKNOWN, sure=not values)
    if len(values) == 1:
        value = values.pop()
        doubtful = bool(doubts) or any(hit.key in ("guess", "hearsay", "belief") for hit in hedging.hedges(doc))
        alone = len({_REGION.get(hit.key, hit.key) for hit in kept}) == 1 and not any(h.key == UNKNOWN for h in said)
        if doubts and doubts[0].start < wanted[0].start and not _introduced(doc, wanted[0]):
            return Heard(UNKNOWN if doubts[0].start == 0 else value, sure=False)
        return Heard(value, sure=alone and not doubtful)
    if len(values) > 1:
        return Heard(UNKNOWN, sure=False)
    if doubts:
        return Heard(UNKNOWN, sure=True)
    keys = {hit.key for hit in said}
    if "not_england" in keys:
        return Heard("not_england", sure=True)
    if "england_other" in keys or (named and not kept):
        return Heard("england_other", sure=bool(keys) and "elsewhere" not in doc.text)
    return NOTHING


def _introduced(doc: Doc, hit: Hit) -> bool:
    before = {token.text for token in doc[max(0, hit.start - 3) : hit.start]}
    return bool(before & {"for", "under", "with", "by"}) or (
        hit.end < len(doc) and doc[hit.end].text in ("partnership", "s", "council", "childrens", "mash", "safeguarding")
    )


def _left(doc: Doc, hit: Hit) -> bool:
    """True for where somebody used to be: "moved from Dudley", "originally from Kent"."""
    before = [token.text for token in doc[max(0, hit.start - 3) : hit.start]]
    return ("from" in before and bool({"moved", "originally", "came"} & set(before))) or "near" in before[-1:]
