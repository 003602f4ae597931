"""Which words a "not", a "think" or an "apparently" reaches."""

from spacy.tokens import Doc

from bot.reading.hear.patterns import BREAKS, SETS, Hit

_NEGATIONS = SETS["not"]
_REACH = 7
_TURNS = frozenset("but until till except unless though although however yet".split())
_OUGHT = frozenset("should ought hopefully supposed meant".split())
_KIN = frozenset(
    "mum mam mums mother dad dads father brother sister cousin nan gran parents sibling siblings sibs".split()
)
_AFTER_LEADING_NO = (
    frozenset(
        "i we she he they it its shes hes theyre im ive weve you that thats there theres this the my our not never "
        "none "
        "nobody nothing dont didnt wasnt isnt hasnt havent just only all everyone both at in from living".split()
    )
    | BREAKS
)


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


def turned_later(doc: Doc, hits: list[Hit]) -> bool:
    """True when what was understood is followed by a "but" or "until" that was not: "she was safe until ..."."""
    return any(token.text in _TURNS for token in doc[hits[-1].end : -1])


def hoped(doc: Doc, hits: list[Hit]) -> bool:
    """True when what was understood is what ought to be, not what is: "she should be safe"."""
    return any(token.text in _OUGHT for hit in hits for token in doc[hit.start : hit.end])


def of_another(doc: Doc, hit: Hit) -> bool:
    """True when the clause is about a relative: "mum was in care", "her brother died"."""
    return any(token.text in _KIN for token in doc[clause_start(doc, hit.start) : hit.start])


def answers_no(doc: Doc, lead: str) -> bool:
    """False for the "no" of "no opinion yet", which denies a noun; True for a "no" or "yes" that answers."""
    return lead != "no" or doc[0].text != "no" or leads_with_no(doc, 0)


def negated(doc: Doc, hit: Hit) -> bool:
    """True when an odd number of negations before the hit, in its clause and near, reach it."""
    first = max(clause_start(doc, hit.start), hit.start - _REACH)
    cues = [i for i in range(first, hit.start) if doc[i].text in _NEGATIONS and not leads_with_no(doc, i)]
    return len(cues) % 2 == 1
