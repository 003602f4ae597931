"""The ways of saying "I don't know" that fit any question."""

from spacy.tokens import Doc

from bot.interview.hear.patterns import BREAKS, Hit, Patterns

_DUNNO = Patterns(
    unknown="""
    know more|better after|when|once|later|tomorrow|soon ...
    not able|allowed to say|comment|answer|judge|share
    no opinion|comment|view|views|thoughts
    its? too? soon
    too soon
    not recorded|noted|documented|given|disclosed|shared|specified
    still being
    being assessed|investigated|determined|reviewed|decided
    cause of death isnt|not|unknown|unclear|hasnt ...
    anywhere
    not|no confirmation
    no way of knowing|telling
    my|our understanding
    isnt|not|wasnt known
    records|record|file|files|notes|paperwork|system dont|doesnt|arent|isnt|not say|show|clear|complete
    we|i dont hold|keep|get ...
    not certain|sure of|about|how|what|when|where|if|whether ...
    unclear|unsure if|whether|what|how|who|where ...
    cant|couldnt|wont|not|unable .. answer
    dont|doesnt know yet|either|sorry|really?
    havent|hasnt|not|never been able|seen|worked|got|established|managed|reached|checked|confirmed|asked|
        had .. to|out|enough|round|sight|it|that|chance|access
    know , i|we dont|havent
    would|will|should know
    wish i|we knew
    haven|havent checked|asked|got|looked
    yet to find|hear|be
    come|comes|coming out in the|a? review|rapid|inquest|inquiry
    nobody|nobodys|noone|noones|none|not .. confirmed|clear|told|tells|sure|established|explained|shared|
        certain
    wont|refuse|refused|refusing to? tell|say|share|confirm|disclose
    records|record|file|files|notes|paperwork|system|they dont|doesnt|do not|silent|arent|isnt say|show|
        clear|record|tell|complete|sure
    no record|records|update|updates|news|word|sight|confirmation|answer ...
    need|needs|want|have|like to see|read|check|look|ask ...
    mixed|differing|different|conflicting opinions|views|messages|reports|accounts|stories
    for the|a|others? review|coroner|police|court|panel|partners|doctors|medics|inquest|experts|
        others to say|decide|determine|establish|judge
    being|been|be looked|checked|explored|reviewed|discussed at|into?
    one of two|three|several
    not got|have that|it|this|them in|to front|hand
    feeling .. cant|not|dont
    question mark|marks
    cant|couldnt tell|say|remember|recall|be
    wouldnt know|say
    as yet
    no one|two people agree|agrees
    up for debate
    open|unanswered question
    no definite|clear|firm|proper|confirmed answer|diagnosis|information|idea|view
    lost track
    hasnt|havent|not come|got|gone back|that|through|far
    dont|didnt|doesnt|wouldnt|couldnt|not <pron>? really? actually? yet? quite? know|knows|remember|recall
    dont|doesnt|dosent know|no if|whether|how|what|where|who|which|when|why
    know nothing|little
    havent|hasnt|not|never .. a|the? clue|foggiest|faintest|scooby|idea
    no|not|little real|earthly|any? idea|clue|knowledge|way
    not|isnt|wasnt|arent|never|nt a? hundred|100 percent? sure|certain
    not|isnt|wasnt|arent|im|cant|couldnt be? entirely|totally|completely|absolutely|really|too|very|quite|
        altogether|at? all? be? sure|certain|clear
    cant|couldnt be sure|certain
    unsure|unclear|unknown|uncertain|undetermined|unconfirmed|unestablished|undecided|inconclusive|pending|
        unascertained
    not|isnt|wasnt|never|hasnt|havent|been|be|being|nothing|yet .. to? be? been? established|confirmed|
        determined|clear|verified|ascertained|decided|concluded
    yet|still to be established|confirmed|determined|verified|decided|seen|looked
    cant|couldnt|not|wouldnt|unable|impossible|hard|difficult|tricky|who|nobody|noone|no|couldnt .. able|
        one|like|want|to|tough|can|will|would|has|position? to? say|said|tell|told|answer|comment
    who knows|can|could know|say|tell|knows
    nobody|noone|none knows|seems|has|will|can ... know|say|said|tell|told|knows|established|clue
    noone knows|seems|will|can know|say|tell|knows?
    waiting|awaiting|wait|awaited|await|waitin
    got|need|needs|have|has|want|ill|will|would|id|id|going|let|must|trying|try to|me|have|need|like|
        love? to? have? check|find|ask|look|chase|confirm|establish|clarify|verify
    check|checking|finding|asking|chasing|looking with|out|for|it|into|us|on
    get back to you
    too early|soon to|for ... say|tell|know|call
    beats|search me
    your|anyones|anybodys|anyone guess
    jury is|s still? out
    jurys still? out
    not|havent|hasnt|dont|wasnt|without|didnt|no|any .. got|have|had|given|seen|told|been|any|get|the|that|
        his|her .. info|information|details|detail|dob|records|file|paperwork|notes|medical|data|access
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
    still|being|are|is|was|under|currently|ongoing investigating|investigated|investigation|investigations|
        establishing
    still being looked|explored|checked|worked
    trying to find|establish|work
    only|just know|knew|seen|heard|see|hear our|my|one|part|half|what .. side|part|bit|end|it?
    dont|didnt|havent|not have|had|got|seen|see enough|full|whole|the ... information|info|picture|story|
        evidence
    depends
    """,
)
_OUTRIGHT = Patterns(
    unknown="""
    dont|cant really|actually|honestly? know|say|tell|remember|judge
    not|arent|im really|entirely|too|very? sure|certain
    not|arent|im at? all? sure|certain
    unsure|unclear|uncertain
    no idea|clue
    havent a|the clue|foggiest|idea
    havent|not been told|informed|made
    cant answer
    not in a position to
    not able|allowed to say|comment|answer|judge
    """,
)
_SPEAKERS = BREAKS | frozenset(("i", "we", "im", "no", "really", "just", "still", "and", "ive", "weve"))


def unknowns(doc: Doc) -> list[Hit]:
    """Where the reply says that it is not known."""
    return _DUNNO.find(doc)


def own_doubt(doc: Doc) -> bool:
    """True when the speaker says outright "I don't know" or "not sure", whatever else the words could be part of."""
    return any(hit.start == 0 or doc[hit.start - 1].text in _SPEAKERS for hit in _OUTRIGHT.find(doc))


def mostly_doubt(doc: Doc) -> bool:
    """True when not knowing is what the reply is about, rather than an aside in something not understood."""
    return (own_doubt(doc) and len(doc) <= 15) or sum(hit.end - hit.start for hit in unknowns(doc)) * 3 >= len(doc)
