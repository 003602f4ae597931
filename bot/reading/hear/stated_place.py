"""Where a free message says the case belongs, and where it says it happened."""

from bot.reading.hear import case_words
from bot.reading.hear.gazetteer import local
from bot.reading.hear.statements import Statement

_ADVERBS = frozenset({"abroad", "overseas"})


def area(said: Statement, event: bool) -> str | None:
    """The one area a statement puts the case in ("in Walsall") or the speaker at ("we work in Kent")."""
    doc = said.doc
    introduced = {hit.end for hit in case_words.OURS.find(doc)} if said.places else set()
    regions = set()
    for hit in said.places:
        near = {token.text for token in doc[max(0, hit.start - 4) : hit.end + 4]}
        placed = hit.start > 0 and doc[hit.start - 1].text in ("in", "for", "at")
        if not placed or near & case_words.SOMEWHERE_ELSE:
            continue
        if hit.key in local() and (event or hit.start in introduced):
            regions.add(hit.key)
        elif hit.start in introduced and hit.key in ("england", "elsewhere_uk"):
            regions.add("england_other" if hit.key == "england" else "not_england")
    return regions.pop() if len(regions) == 1 else None


def outside_england(said: Statement) -> str | None:
    """elsewhere_uk or abroad, where a statement says "in" one such place."""
    regions = {
        hit.key
        for hit in said.places
        if hit.key in ("abroad", "elsewhere_uk")
        and (said.doc[hit.start].text in _ADVERBS or (hit.start > 0 and said.doc[hit.start - 1].text == "in"))
    }
    return regions.pop() if len(regions) == 1 else None
