"""The ways of saying yes, no, "I don't know" and "I think so" that fit any question."""

import re
from functools import lru_cache

from spacy.tokens import Doc

from bot.interview.hear.patterns import BREAKS, Hit, Patterns

_DUNNO = Patterns(
    unknown="""
    dont|didnt|doesnt|wouldnt|couldnt|not <pron>? really? actually? yet? quite? know|knows|remember|recall
    dont|doesnt|dosent know|no if|whether|how|what|where|who|which|when|why
    know nothing|little
    havent|hasnt|not|never .. a|the? clue|foggiest|faintest|scooby|idea
    no|not|little real|earthly|any? idea|clue|knowledge|way
    not|isnt|wasnt|arent|never|nt a? hundred|100 percent? sure|certain
    not|isnt|wasnt|arent|im|cant|couldnt be? entirely|totally|completely|absolutely|really|too|very|quite|altogether|at? all? be? sure|certain|clear
    cant|couldnt be sure|certain
    unsure|unclear|unknown|uncertain|undetermined|unconfirmed|unestablished|undecided|inconclusive|pending|unascertained
    not|isnt|wasnt|never|hasnt|havent|been|be|being|nothing|yet .. to? be? been? established|confirmed|determined|clear|verified|ascertained|decided|concluded
    yet|still to be established|confirmed|determined|verified|decided|seen|looked
    cant|couldnt|not|wouldnt|unable|impossible|hard|difficult|tricky|who|nobody|noone|no|couldnt .. able|one|like|want|to|tough|can|will|would|has|position? to? say|said|tell|told|answer|comment
    who knows|can|could know|say|tell|knows
    nobody|noone|none knows|seems|has|will|can ... know|say|said|tell|told|knows|established|clue
    no one knows|seems|will|can know|say|tell|knows?
    waiting|awaiting|wait|awaited|await|waitin
    got|need|needs|have|has|want|ill|will|would|id|id|going|let|must|trying|try to|me|have|need|like|love? to? have? check|find|ask|look|chase|confirm|establish|clarify|verify
    check|checking|finding|asking|chasing|looking with|out|for|it|into|us|on
    get back to you
    too early|soon to|for ... say|tell|know|call
    beats|search me
    your|anyones|anybodys|anyone guess
    jury is|s still? out
    jurys still? out
    not|havent|hasnt|dont|wasnt|without|didnt|no|any .. got|have|had|given|seen|told|been|any|get|the|that|his|her .. info|information|details|detail|dob|records|file|paperwork|notes|medical|data|access
    no details|info|information|records|record|evidence either way
    no details|info|information
    havent|hasnt|not|wasnt|werent|never|yet .. been told|informed|shared|disclosed|explained|given
    havent|hasnt|not been? looked|look into|at
    havent|hasnt|not been? investigated|assessed|asked
    not my|our area|department|field|place
    outside|above|beyond my|our ...
    nothing to go on
    hearing|heard|hear about it
    mixed messages|picture|accounts|reports|views
    conflicting|differing|contradictory accounts|reports|information|stories|info|versions|views
    could|might|may be|go|have either|any|both|anything
    either way|or
    could go either way
    50 50|/
    fifty fifty
    pass
    cant|couldnt .. judge|comment|speak
    nobody|nobodys|noone|none has? told|tells|knows|said|looked|checked|asked ...
    tbc|tba|tbd|nk|dk
    dont have that|it|this|anything|a|the|any|his|her
    havent|hasnt got that|it|anything
    not in a position to
    wouldnt like|want to
    question mark
    ask me another
    up in the air
    need|needs|require|requires .. more information|info|details
    still|being|are|is|was|under|currently|ongoing investigating|investigated|investigation|investigations|establishing
    still being looked|explored|checked|worked
    trying to find|establish|work
    only|just know|knew|seen|heard|see|hear our|my|one|part|half|what .. side|part|bit|end|it?
    dont|didnt|havent|not have|had|got|seen|see enough|full|whole|the ... information|info|picture|story|evidence
    depends
    """,
)
_OUTRIGHT = Patterns(
    unknown="""
    dont|cant really|actually|honestly? know|say|tell|remember|judge
    not|arent|im really|entirely|too|very? sure|certain
    not|arent sure|certain
    no idea|clue
    havent a|the clue|foggiest|idea
    """,
)
_SPEAKERS = BREAKS | frozenset(("i", "we", "im", "no", "really", "just", "still", "and", "ive", "weve"))
_HEDGES = Patterns(
    belief="""
    i|we|id|wed|im|were|they|police|everyone|staff .. think|thinks|believe|believes|reckon|reckons|suspect|suspects|feel|thinking
    think|reckon|believe so|not|it|he|she
    i think|believe|reckon
    thought|thinking
    pretty|fairly|reasonably|quite|almost|nearly|most|very|more .. sure|certain|certainly|likely
    probably|likely|probable|prob
    seems|looks|appears|appear|looking|seemed|looked|appeared like|to|that|as|it|so
    seems
    believed|thought to|that|by
    in|to my|our opinion|view|mind
    from|by what i|we|ive|weve ...
    more or less
    """,
    guess="""
    presume|presumed|presumably|presuming|presumes|assume|assumed|assuming|assumes|suppose|supposed|supposedly|guess|guessing|imagine|expect|expecting|hope|hopefully|hoping
    would|should|must|wouldnt|shouldnt have|of
    shouldve|wouldve|mustve
    maybe|perhaps|possibly|possible|poss|mebbe|potentially|conceivably
    might|may|could well? be|have|of|not
    might|may well? <pron>?
    """,
    hearsay="""
    apparently|allegedly|rumour|rumours|rumoured|gossip|hearsay|reportedly|word
    i|we|ive|weve|i|been|was|were|im|so have|am? been|was|were? told|heard|informed|led
    someone|somebody|people|they|colleague|manager|head|neighbour|mum|dad|nan|family|everyone .. said|says|say|saying|told|reckons|mentioned|thinks
    some talk
    talk of
    heard
    """,
    limit="""
    as far as i|we|im|were|anyone ...
    far as i|we|im|were ...
    that|to i|we|im|ive|weve|my|our|anyone .. know|aware|knowledge|heard|told|seen|of
    afaik
    so far as ...
    to the? best? of? my|our knowledge
    that|which i|we|im|were|ive|weve .. know|aware|seen|heard|told of?
    not|none|nothing .. aware|knowledge of?
    aware of
    on paper
    """,
)

_YES = re.compile(
    r"^(?:oh |err? |um |hmm |ok |okay |well )*(?:"
    r"yes|yeah|yep|yup|yea|yeh|aye|ye|yh|ya|yess+|correct|affirmative|indeed|definitely(?! not| no\b| wasnt| isnt| hasnt)|absolutely(?! not| no\b)|"
    r"certainly(?! not)|of course(?! not)|for sure|very much so|afraid so|im afraid so|im afraid yes|unfortunately(?: so|,? yes)|sadly(?: so|,? yes)|"
    r"too right|without (?:a |any )?doubt|no doubt|thats (?:right|correct|true)|true|right|exactly|100 percent|sure(?: is| was| did| am)?|"
    r"it is yes|it was yes|y|affirm|quite right|spot on|bang on|clearly yes|obviously yes|most definitely(?! not)|big yes|hell yes)\b"
)
_NO = re.compile(
    r"^(?:oh |err? |um |hmm |ok |okay |well |definitely |absolutely |certainly |most |of course |clearly |obviously |thankfully |luckily |sadly |unfortunately )*(?:"
    r"no|nope|nah|naw|nay|never|negative|not at all|no way|not yet|not really|not (?:to|at) (?:all|present|the moment)|afraid not|im afraid not|n|"
    r"not any ?more|not now|not|none|neither|nowt|nothing|false|incorrect|noo+)\b"
)
_ECHO = re.compile(
    r"^(?:(?:yes|yeah|no|nope|nah|oh) ,? ?)*(?:i|we|she|he|they|it|there|that|this)(?:s|re|ve|m|d)? ?"
    r"(?P<aux>was|were|is|are|am|has|have|had|did|do|does|wasnt|werent|isnt|arent|hasnt|havent|hadnt|didnt|dont|doesnt|not)"
    r"(?: (?:indeed|yes|yeah|no|yet|now|been|actually|already|definitely|certainly|not|at all|at that time|at the time|then|still|of course|never))* ?[.,!]*$"
)
_FILL = frozenset(
    "yes yeah yep yup aye no nope nah never not definitely absolutely certainly sure indeed very much so i we she he they it there that thats this was were is are am "
    "has have had did do does wasnt werent isnt arent hasnt havent hadnt didnt dont doesnt been yet now at all really any more anymore , . ! ? thanks thank you "
    "please mate duck love afraid im sorry sadly unfortunately of course correct right true for sure then still already "
    "hes shes theyre its ive weve theres one hundred 100 percent nothing like that and to case sort kind the moment time "
    "as none neither either way way".split()
)


@lru_cache(maxsize=256)
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
    return bool(hits) and hits[0].start <= 1 and doc[0].text not in ("nope", "nah") and (
        hits[0].start == 0 or doc[0].text not in ("no",)
    )


def bare(doc: Doc) -> bool:
    """True when nothing but yes, no and their trimmings was said."""
    return all(token.text in _FILL for token in doc)


def unknowns(doc: Doc) -> list[Hit]:
    """Where the reply says that it is not known."""
    return _DUNNO.find(doc)


def own_doubt(doc: Doc) -> bool:
    """True when the speaker says outright "I don't know" or "not sure", whatever else the words could be part of."""
    return any(hit.start == 0 or doc[hit.start - 1].text in _SPEAKERS for hit in _OUTRIGHT.find(doc))


def hedges(doc: Doc) -> list[Hit]:
    """Where the reply holds back: keys belief, guess, hearsay and limit ("as far as I know")."""
    return _HEDGES.find(doc)
