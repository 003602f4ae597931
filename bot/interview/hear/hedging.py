"""The ways of holding back: "I think so", "presumably", "they said", "as far as I know"."""

from spacy.tokens import Doc

from bot.interview.hear.patterns import Hit, Patterns

_HEDGES = Patterns(
    belief="""
    i|we|id|wed|im|were|they|police|everyone|staff .. think|thinks|believe|believes|reckon|reckons|suspect|
        suspects|feel|thinking
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
    should|ought to? be
    id|wed|would imagine|hope|expect|guess|assume
    i imagine|expect|guess|assume
    hoping|hope
    would|should|may|might have thought
    bound to have|be
    in|all likelihood|probability
    chances are
    presume|presumed|presumably|presuming|presumes|assume|assumed|assuming|assumes|suppose|supposed|
        supposedly|guess|guessing|imagine|expect|expecting|hope|hopefully|hoping
    would|should|must|wouldnt|shouldnt have|of
    shouldve|wouldve|mustve
    maybe|perhaps|possibly|possible|poss|mebbe|potentially|conceivably
    might|may|could well? be|have|of|not
    might|may well? <pron>?
    """,
    hearsay="""
    apparently|allegedly|rumour|rumours|rumoured|gossip|hearsay|reportedly|word
    i|we|ive|weve|i|been|was|were|im|so have|am? been|was|were? told|heard|informed|led
    someone|somebody|people|they|colleague|manager|head|neighbour|mum|dad|nan|family|everyone .. said|says|
        say|saying|told|reckons|mentioned|thinks
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


def hedges(doc: Doc) -> list[Hit]:
    """Where the reply holds back: keys belief, guess, hearsay and limit ("as far as I know")."""
    return _HEDGES.find(doc)
