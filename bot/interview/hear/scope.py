"""Which words a "not", a "think" or an "apparently" reaches."""

from spacy.tokens import Doc

from bot.interview.hear.patterns import BREAKS, SETS, Hit

_NEGATIONS = SETS["not"]
_REACH = 7
_AFTER_LEADING_NO = frozenset(
    "i we she he they it its shes hes theyre im ive weve you that thats there theres this the my our not never none "
    "nobody nothing dont didnt wasnt isnt hasnt havent just only all everyone both at in from living".split()
) | BREAKS


def clause_start(doc: Doc, at: int) -> int:
    """The index of the first word of the clause that holds word `at`."""
    start = at
    while start > 0 and doc[start - 1].text not in BREAKS:
        start -= 1
    return start


def clause_end(doc: Doc, at: int) -> int:
    """The index after the last word of the clause that holds word `at`."""
    end = at
    while end < len(doc) and doc[end].text not in BREAKS:
        end += 1
    return end


def leads_with_no(doc: Doc, at: int) -> bool:
    """True when the "no" at this place answers a question, rather than denying the noun after it."""
    if doc[at].text != "no" or (at > 0 and doc[at - 1].text not in BREAKS):
        return False
    return at + 1 == len(doc) or doc[at + 1].text in _AFTER_LEADING_NO


def negated(doc: Doc, hit: Hit) -> bool:
    """True when an odd number of negations before the hit, in its clause and near, reach it."""
    first = max(clause_start(doc, hit.start), hit.start - _REACH)
    cues = [i for i in range(first, hit.start) if doc[i].text in _NEGATIONS and not leads_with_no(doc, i)]
    return len(cues) % 2 == 1
