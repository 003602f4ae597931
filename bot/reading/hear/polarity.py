"""The ways of saying yes and no that fit any question."""

import re

from spacy.tokens import Doc

from bot.reading.hear.not_known import unknowns

# What may come before the yes or no itself.
_OPENS = (
    r"^(?:(?:oh|err?|um|hmm|ok|okay|well|ah|aw|right|so|and|but|pretty much|more or less|on balance|on the whole|"
    r"by and large|in a word|simply put|basically|essentially|technically|strictly speaking|normally|usually|mostly|"
    r"mainly|generally|officially|definitely|absolutely|certainly|most|quite|of course|clearly|obviously|sadly|"
    r"unfortunately|regrettably|thankfully|luckily|fortunately|thank god|thank goodness|hell|big|a big|its a|its|thats "
    r"a|thats|that would be a|that would be|would be|itd be a|its got to be a|definite|a definite|deffo|defo|hard|firm|"
    r"a firm|clear|a clear|strong|oh god|god|christ|erm|yes|no)[ ,]+)*?"
)
_YES = re.compile(
    _OPENS + r"(?:"
    r"yes|yeah|yep|yup|yea|yeh|aye|ye|yh|ya|yess+|yas|uh huh|mm ?hmm?|mhm|correct|affirmative|indeed|"
    r"definitely(?! not| no\b| wasnt| isnt| hasnt| hadnt| havent| didnt| werent| arent| dont)|"
    r"(?:deffo|defo|defs|def|defiantly|definately|definatly)(?! not| no\b| \w+nt\b)|"
    r"absolutely(?! not| no\b| \w+nt\b| nothing| none)|"
    r"certainly(?! not| \w+nt\b)|of course(?! not| \w+nt\b)|for sure|very much so|afraid so|im afraid so|im afraid yes|"
    r"unfortunately(?: so|,? yes)|sadly(?: so|,? yes)|"
    r"too right|without (?:a |any )?doubt|no doubt|thats (?:right|correct|true|the one|it|a yes)|true|right|exactly|"
    r"100 percent|hundred percent|one hundred percent|done(?= (?:that|it|this|already|so|and)\b| ?[.,!]|$)|"
    r"already done|sorted(?= ?[.,!]|$)|all done|all sorted|ticked off|"
    r"sure(?: is| was| did| am)?(?! ,? (?:if|whether|what|how))|it is yes|it was yes|y|affirm|quite right|spot on|"
    r"bang on|clearly yes|obviously yes|most definitely(?! not)|"
    r"course (?:i|we|they|he|she) (?:have|did|was|do|has|am|is)|"
    r"for my sins|guilty as charged|you bet|yessir|yup"
    r")\b"
)
_NO = re.compile(
    _OPENS + r"(?:"
    r"no|nope|nah|naw|nay|never|negative|not at all|no way|not yet|not really|not (?:to|at) (?:all|present|the "
    r"moment)|afraid not|im afraid not|n|not a (?:chance|bit|bit of it|jot)|by no means|far from it|nuh uh|uh uh|"
    r"not any ?more|not now|not|none|neither|nowt|nothing|false|incorrect|noo+|as if|course not"
    r")\b"
)
_ECHO = re.compile(
    r"^(?:(?:yes|yeah|no|nope|nah|oh|definitely|certainly|absolutely|sadly|unfortunately|normally|usually|deffo|defo|"
    r"obviously|clearly) ,? ?)*(?:(?:i|we|she|he|they|it|there|that|this)(?:s|re|ve|m|d)? ?)?(?:definitely |certainly |"
    r"absolutely |sadly |unfortunately |normally |usually |indeed |most certainly |really )?"
    r"(?P<aux>was|were|is|are|am|has|have|had|did|do|does|wasnt|werent|isnt|arent|hasnt|havent|hadnt|didnt|dont|"
    r"doesnt|not)\b"
    r"(?: (?:indeed|yes|yeah|no|yet|now|been|actually|already|definitely|certainly|not|at all|at that time|at the "
    r"time|then|still|of course|never))* ?(?:[.!]*$|,(?! but| though| until)(?!.*\b(?:but|until|though)\b))"
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
    "as none neither either way way deffo defo normally usually mostly that would a big hell clear definite god oh "
    "well thankfully luckily obviously clearly done already course mm uh huh".split()
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
