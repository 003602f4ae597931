"""The ways of saying yes and no that fit any question."""

import re

from spacy.tokens import Doc

from bot.interview.hear.not_known import unknowns

_YES = re.compile(
    r"^(?:oh |err? |um |hmm |ok |okay |well )*(?:"
    r"yes|yeah|yep|yup|yea|yeh|aye|ye|yh|ya|yess+|correct|affirmative|indeed|definitely(?! not| no\b| wasnt| isnt| "
    r"hasnt)|absolutely(?! not| no\b)|"
    r"certainly(?! not)|of course(?! not)|for sure|very much so|afraid so|im afraid so|im afraid yes|"
    r"unfortunately(?: so|,? yes)|sadly(?: so|,? yes)|"
    r"too right|without (?:a |any )?doubt|no doubt|thats (?:right|correct|true)|true|right|exactly|100 percent|"
    r"sure(?: is| was| did| am)?|"
    r"it is yes|it was yes|y|affirm|quite right|spot on|bang on|clearly yes|obviously yes|most definitely(?! not)|"
    r"big yes|hell yes)\b"
)
_NO = re.compile(
    r"^(?:oh |err? |um |hmm |ok |okay |well |definitely |absolutely |certainly |most |of course |clearly |obviously "
    r"|thankfully |luckily |sadly |unfortunately )*(?:"
    r"no|nope|nah|naw|nay|never|negative|not at all|no way|not yet|not really|not (?:to|at) (?:all|present|the "
    r"moment)|afraid not|im afraid not|n|"
    r"not any ?more|not now|not|none|neither|nowt|nothing|false|incorrect|noo+)\b"
)
_ECHO = re.compile(
    r"^(?:(?:yes|yeah|no|nope|nah|oh) ,? ?)*(?:i|we|she|he|they|it|there|that|this)(?:s|re|ve|m|d)? ?"
    r"(?P<aux>was|were|is|are|am|has|have|had|did|do|does|wasnt|werent|isnt|arent|hasnt|havent|hadnt|didnt|dont|"
    r"doesnt|not)"
    r"(?: (?:indeed|yes|yeah|no|yet|now|been|actually|already|definitely|certainly|not|at all|at that time|at the "
    r"time|then|still|of course|never))* ?[.,!]*$"
)
_FILL = frozenset(
    "yes yeah yep yup aye no nope nah never not definitely absolutely certainly sure indeed very much so i we she "
    "he they it there that thats this was were is are am "
    "has have had did do does wasnt werent isnt arent hasnt havent hadnt didnt dont doesnt been yet now at all "
    "really any more anymore , . ! ? thanks thank you "
    "please mate duck love afraid im sorry sadly unfortunately of course correct right true for sure then still "
    "already "
    "hes shes theyre its ive weve theres one hundred 100 percent nothing like that and to case sort kind the moment "
    "time "
    "as none neither either way way".split()
)


def lead(doc: Doc) -> str | None:
    """The yes or no that the reply opens or plainly echoes with, or None."""
    text = doc.text
    echo = _ECHO.match(text)
    if echo:
        return "no" if echo["aux"].endswith("nt") or re.search(r"\bnot?\b|\bnever\b", text) else "yes"
    if re.match(r"^no doubt\b", text) or re.match(r"^(?:not wrong|no question about it)", text):
        return "yes"
    if _YES.match(text):
        return "yes"
    if _NO.match(text) and not _dunno_at_start(doc):
        return "no"
    ends = re.search(r"(?:,|so|that|thats|its?|be) (?:a )?(?:definite |clear |big )?(yes|no|yeah|nope)[ .!]*$", text)
    if ends:
        return "yes" if ends[1] in ("yes", "yeah") else "no"
    if re.search(r"\b(?:no|nope|nah)[ .!]*$", text) and len(doc) > 1:
        return "no"
    return None


def _dunno_at_start(doc: Doc) -> bool:
    hits = unknowns(doc)
    return (
        bool(hits)
        and hits[0].start <= 1
        and doc[0].text not in ("nope", "nah")
        and (hits[0].start == 0 or doc[0].text not in ("no",))
    )


def bare(doc: Doc) -> bool:
    """True when nothing but yes, no and their trimmings was said."""
    return all(token.text in _FILL for token in doc)
