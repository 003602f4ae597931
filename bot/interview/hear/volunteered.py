"""Facts that a free message states of itself. A wrong fact is worse than a missed one: only the explicit is taken."""

from datetime import date

from spacy.tokens import Doc

from bot.interview.hear import scope
from bot.interview.hear.age import group_of
from bot.interview.hear.gazetteer import LOCAL, places
from bot.interview.hear.model import Heard
from bot.interview.hear.numbers import in_digits
from bot.interview.hear.patterns import Hit, Patterns
from bot.interview.hear.statements import statements

_CHILD = (
    "child|baby|babies|toddler|infant|newborn|boy|girl|kid|teenager|teen|pupil|lad|lass|schoolboy|schoolgirl|youngster|"
    "son|daughter|twin|twins|siblings|brothers|sisters|leaver|old|yo|yr|bairn|child|children"
)
_ADULTS = frozenset(
    "woman women man men mum mums mam dad dads mother mothers father fathers parent parents grandmother grandfather nan gran aunt uncle "
    "stepdad stepfather teacher worker wife husband partner boyfriend girlfriend carer carers neighbour colleague "
    "tenant adult adults friend staff driver".split()
)
_DIED = "died|dead|deceased|killed|murdered|hanged|hung|drowned"
_PEOPLE = Patterns(
    child=f"""
    {_CHILD}
    young person|man|woman|people
    little one|boy|girl
    """,
    adult="|".join(sorted(_ADULTS)),
)
_YOUNG = Patterns(
    baby="""
    a|the|our|my|this|one|his|her|their|that|newborn|another|premature .. baby|toddler|infant|newborn|neonate|schoolboy|schoolgirl|preschooler|bairn
    one of our .. babies|toddlers
    looked|in after|care baby|babies
    baby|toddler|infant|twins
    reception|nursery|primary child|pupil|boy|girl
    """,
    months="""
    # day|days|week|weeks|month|months|wk|mth old|baby|boy|girl
    # month|week|day old
    """,
    years="""
    # year|years|yr|yrs|y|yo old|boy|girl|lad|lass|child|of|o
    # year|yr|y|yrs old|o
    # yo
    aged #
    age of? #
    year|y # pupil|child|boy|girl|student|lad
    """,
)
_EVENT = Patterns(
    died=f"""
    has|have|had|hes|shes|just|sadly|suddenly|was|were|also|who|that|where|when|<who>|old|care .. died
    died
    passed away
    has|have|was|were|been|got|is|found|be .. {_DIED}
    took|taken <his> own? life
    ended <his> own? life
    killed himself|herself|themselves
    hanged|hung himself|herself|themselves
    lost <his> life
    stabbed|beaten|starved|shaken|burned to death
    death of a|our|the|one
    found|hanged hanged|dead
    """,
    seriously_harmed="""
    seriously|badly|critically|severely|gravely injured|hurt|harmed|ill|burned|burnt|scalded|neglected|abused|beaten
    serious|severe|critical|life head? injury|injuries|harm|burns|threatening
    life threatening|changing
    fractured|fracture|broken skull
    skull fracture|fractures
    brain bleed|injury|damage
    bleed on the brain
    in|into intensive care
    in picu|icu
    """,
    hurt="""
    injured|hurt|harmed|assaulted|attacked|abused|neglected|burned|burnt|scalded|stabbed|shaken|raped|fractured|fracture|fractures|bruised|bruises|bruising|overdose|poisoned|starved|malnourished|beaten|strangled|smothered|hospital|collapsed
    """,
)
_NEARLY = Patterns(near="""
    nearly|almost|could|might|would|may|attempted|tried|threatened|threatening|risk|near|fear|feared|prevent|prevented|before|until
    came close
    to be
    """)
_CARE = Patterns(yes="""
    in|into foster|local|residential|council care|authority
    foster child|baby|kid|boy|girl|placement
    in|with .. foster carers|carer|family
    looked after child|baby|babies|boy|girl|teenager|children|young|pupil|toddler
    is|was|been looked after by ... council|local|authority
    in care
    on|under|subject .. section|s 20|31
    on|under|subject ... care order
    lac|cla
    """)
_LEAVER = Patterns(yes="""
    a|our|the|was|is|young|former|another|of care leaver|leavers
    """)
_NEGLECT = "abuse|abused|neglect|neglected|maltreated|maltreatment|shaken|inflicted|mistreated|starved|beaten|assaulted"
_ABUSE = Patterns(
    suspected=f"""
    i|we|police|they|doctors|everyone|staff|hospital|school|consultant|paediatrician|also|all|strongly|really think|thinks|suspect|suspects|believe|believes|reckon|fear|worried|concerned ... {_NEGLECT}
    suspected|suspicion|suspicions|suspecting|possible|alleged|allegation|allegations|concerns|probable of? about? {_NEGLECT}|nai|physical|sexual|emotional|child|non
    {_NEGLECT}|nai is|was|are suspected|alleged|likely|possible|thought
    suspected non accidental
    """,
    known=f"""
    been|was|were found? to? have? been? convicted|found|guilty|jailed|sentenced .. {_NEGLECT}|murder|cruelty|killing
    pleaded|pled guilty to .. {_NEGLECT}|murder|manslaughter|cruelty
    admitted|confessed .. {_NEGLECT}|shaking|hitting|beating|killing|abusing|neglecting
    confirmed|known|proven {_NEGLECT}|nai
    {_NEGLECT}|nai is|was|has been? confirmed|known|proven|proved|established
    """,
)
_SUICIDE = Patterns(yes="""
    took|taken <his> own? life
    ended <his> own? life
    killed himself|herself|themselves
    hanged|hung himself|herself|themselves
    found hanged|hanging
    died by|of suicide
    suspected|apparent suicide
    suicide is|was|being suspected
    """)
_SETTING = Patterns(
    residential="""
    in|at|from|living .. childrens|residential|boarding home|homes|school|unit
    """,
    custody_or_detention="""
    in|into .. custody|prison|yoi|hmyoi
    in|at .. young offenders|offender
    in|at .. secure unit|home|childrens|training
    police cell|custody
    """,
    other_regulated="""
    at|in <his>? nursery|preschool|childminders|playgroup
    at .. childminders|childminder
    """,
)
_TOLD = Patterns(yes="""
    i|we|ive|weve have|had|already|just|also? told|informed|notified|rang|rung|phoned|called|contacted ... childrens|social|mash services|care
    i|we|ive|weve told|informed|notified|rang|phoned|called|contacted|have|already told|informed|notified|rung|phoned|called|contacted|mash|social|childrens|the mash|care|services
    i|we|ive|weve have|already|has reported|referred|made|done ... to ... childrens|social|mash|services
    childrens|social services|care|mash have|has|are|is|were|know|already been? told|aware|informed|notified|involved
    mash have|has|are|is been? told|aware|informed|notified|involved
    """)
_ROLE = Patterns(
    yes="""
    i|we work for|in .. councils|childrens childrens? services
    i work for|in|at .. council|local|childrens services|authority
    im|am a .. social worker for|at|in|with .. council|local|mash
    """,
    no="""
    im|am a|an .. teacher|headteacher|midwife|paramedic|gp
    im|am a|an .. police officer
    i am|m? a police
    """,
)
_OURS = Patterns(ours="""
    im|we|i|were|this|its|it|weve .. in|for|from|at|with
    we|i|were|im work|are|am|based|live .. in|for|from|at
    """)
_SOMEWHERE_ELSE = frozenset("hospital hospitals university prison airport college holiday visiting friend cousin aunt panel court crown".split())


def hear_all(text: str, today: date) -> dict[str, Heard]:
    """The facts that a free message volunteers, by name; empty when it asks, supposes or denies.

    `today` stands for the day of the message. Every value is to be read back: `sure` says only that the
    words were explicit.
    """
    docs = [statement.doc for statement in statements(text)]
    heard: dict[str, str] = {}
    clashes: set[str] = set()
    case = any(_about_a_child(doc) for doc in docs)
    adults = any(hit.key == "adult" for doc in docs for hit in _PEOPLE.find(doc))
    for doc in docs:
        for fact, value in _stated(doc, case, adults).items():
            if heard.setdefault(fact, value) != value:
                clashes.add(fact)
    if heard.get("outcome") in ("died", "seriously_harmed") and "outcome" in clashes:
        heard["outcome"] = "died"
        clashes.discard("outcome")
    if len({hit.key for doc in docs for hit in places(doc)}) > 1:
        clashes.add("area")  # "based in Leeds, the family lived in Walsall": whose partnership is not said
    if "abuse_neglect" in clashes:
        heard["abuse_neglect"] = "known"
        clashes.discard("abuse_neglect")
    return {fact: Heard(value, sure=True) for fact, value in heard.items() if fact not in clashes}


def _about_a_child(doc: Doc) -> bool:
    return bool(_EVENT.find(doc)) and any(hit.key == "child" for hit in _PEOPLE.find(doc))


def _stated(doc: Doc, case: bool, adults: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    event = bool(_EVENT.find(doc))
    if role := _first(doc, _ROLE):
        found["works_for_la"] = role
    if _first(doc, _TOLD) and case:
        found["told_social_care"] = "yes"
    if area := _area(doc, event and case):
        found["area"] = area
    if not case:
        return found
    if event and (age := _age(doc)):
        found["age_group"] = age
    for outcome in ("died", "seriously_harmed"):
        if any(hit.key == outcome and _of_the_child(doc, hit, adults) for hit in _EVENT.find(doc)):
            found.setdefault("outcome", outcome)
    for fact, patterns in (("looked_after", _CARE), ("care_leaver", _LEAVER), ("suspected_suicide", _SUICIDE), ("setting", _SETTING)):
        hits = [hit for hit in patterns.find(doc) if _of_the_child(doc, hit, adults)]
        if hits and len({hit.key for hit in hits}) == 1 and (event or fact == "looked_after"):
            found[fact] = hits[0].key
    if abuse := [hit.key for hit in _ABUSE.find(doc) if not scope.negated(doc, hit) and not _nearly(doc, hit)]:
        found["abuse_neglect"] = "known" if "known" in abuse else "suspected"
    if (abroad := _abroad(doc)) and event:
        found["place"] = abroad
    return found


def _first(doc: Doc, patterns: Patterns) -> str | None:
    return next((hit.key for hit in patterns.find(doc) if not scope.negated(doc, hit) and not _within_negation(doc, hit)), None)


def _within_negation(doc: Doc, hit: Hit) -> bool:
    return any(token.text.endswith("nt") or token.text in ("not", "never", "nobody") for token in doc[hit.start : hit.end])


def _nearly(doc: Doc, hit: Hit) -> bool:
    start = scope.clause_start(doc, hit.start)
    return any(near.start >= start and near.end <= hit.end for near in _NEARLY.find(doc[start : hit.end].as_doc())) or any(
        start <= near.start < hit.end for near in _NEARLY.find(doc)
    )


def _of_the_child(doc: Doc, hit: Hit, adults: bool) -> bool:
    """True when the clause is about a child: the person named nearest before, or "she" with no adult in sight."""
    if scope.negated(doc, hit) or _within_negation(doc, hit) or _nearly(doc, hit):
        return False
    people = [person for person in _PEOPLE.find(doc) if person.start < hit.end and person.start >= scope.clause_start(doc, hit.start)]
    if people:
        return people[-1].key == "child" and not any(p.key == "adult" for p in people)
    after = [person for person in _PEOPLE.find(doc) if hit.end <= person.start <= hit.end + 3]
    return not adults or bool(after and after[0].key == "child" and doc[hit.start].text == "death")


def _age(doc: Doc) -> str | None:
    groups: set[str] = set()
    words = read_numbers(doc)
    for hit in _YOUNG.find(words):
        if scope.negated(words, hit):
            continue
        if hit.key != "years":
            groups.add("under_18")
            continue
        around = {token.text for token in words[max(0, hit.start - 3) : hit.end + 2]}
        number = next(int(token.text) for token in words[hit.start : hit.end] if token.text.isdigit())
        if not around & _ADULTS and number < 120:
            groups.add("under_18" if words[hit.start].text in ("year", "y") else group_of(number))
    return groups.pop() if len(groups) == 1 else None


def read_numbers(doc: Doc) -> Doc:
    """The document with number words as digits."""
    return Doc(doc.vocab, words=in_digits([token.text for token in doc]))


def _area(doc: Doc, event: bool) -> str | None:
    named = [hit for hit in places(doc) if not scope.negated(doc, hit)]
    introduced = {hit.end for hit in _OURS.find(doc)}
    regions = set()
    for hit in named:
        near = {token.text for token in doc[max(0, hit.start - 4) : hit.end + 4]}
        placed = hit.start > 0 and doc[hit.start - 1].text in ("in", "for", "at")
        if not placed or near & _SOMEWHERE_ELSE:
            continue
        if hit.key in LOCAL and (event or hit.start in introduced):
            regions.add(hit.key)
        elif hit.start in introduced and hit.key in ("england", "elsewhere_uk"):
            regions.add("england_other" if hit.key == "england" else "not_england")
    return regions.pop() if len(regions) == 1 else None


def _abroad(doc: Doc) -> str | None:
    regions = {
        hit.key for hit in places(doc)
        if hit.key in ("abroad", "elsewhere_uk") and hit.start > 0 and doc[hit.start - 1].text == "in" and not scope.negated(doc, hit)
    }
    return regions.pop() if len(regions) == 1 else None
