"""The words of a case in a free message: who, what happened, and what was stated about it."""

from bot.interview.hear.patterns import Patterns

CHILD = (
    "child|baby|babies|toddler|infant|newborn|boy|girl|kid|teenager|teen|pupil|lad|lass|schoolboy|schoolgirl|youngster|"
    "son|daughter|twin|twins|siblings|brothers|sisters|leaver|old|yo|yr|bairn|child|children"
)
ADULTS = frozenset(
    "woman women man men mum mums mam dad dads mother mothers father fathers parent parents grandmother grandfather "
    "nan gran aunt uncle "
    "stepdad stepfather teacher worker wife husband partner boyfriend girlfriend carer carers neighbour colleague "
    "tenant adult adults friend staff driver".split()
)
DIED = "died|dead|deceased|killed|murdered|hanged|hung|drowned"
PEOPLE = Patterns(
    child=f"""
    {CHILD}
    young person|man|woman|people
    little one|boy|girl
    """,
    adult="|".join(sorted(ADULTS)),
)
YOUNG = Patterns(
    baby="""
    a|the|our|my|this|one|his|her|their|that|newborn|another|premature .. baby|toddler|infant|newborn|
        neonate|schoolboy|schoolgirl|preschooler|bairn
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
EVENT = Patterns(
    died=f"""
    has|have|had|hes|shes|just|sadly|suddenly|was|were|also|who|that|where|when|<who>|old|care .. died
    died
    passed away
    has|have|was|were|been|got|is|found|be .. {DIED}
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
    seriously|badly|critically|severely|gravely injured|hurt|harmed|ill|burned|burnt|scalded|neglected|
        abused|beaten
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
    injured|hurt|harmed|assaulted|attacked|abused|neglected|burned|burnt|scalded|stabbed|shaken|raped|
        fractured|fracture|fractures|bruised|bruises|bruising|overdose|poisoned|starved|malnourished|
        beaten|strangled|smothered|hospital|collapsed
    """,
)
NEARLY = Patterns(
    near="""
    nearly|almost|could|might|would|may|attempted|tried|threatened|threatening|risk|near|fear|feared|
        prevent|prevented|before|until
    came close
    to be
    """
)
CARE = Patterns(
    yes="""
    in|into foster|local|residential|council care|authority
    foster child|baby|kid|boy|girl|placement
    in|with .. foster carers|carer|family
    looked after child|baby|babies|boy|girl|teenager|children|young|pupil|toddler
    is|was|been looked after by ... council|local|authority
    in care
    on|under|subject .. section|s 20|31
    on|under|subject ... care order
    lac|cla
    """
)
LEAVER = Patterns(
    yes="""
    a|our|the|was|is|young|former|another|of care leaver|leavers
    """
)
NEGLECT = "abuse|abused|neglect|neglected|maltreated|maltreatment|shaken|inflicted|mistreated|starved|beaten|assaulted"
ABUSE = Patterns(
    suspected=f"""
    i|we|police|they|doctors|everyone|staff|hospital|school|consultant|paediatrician|also|all|strongly|
        really think|thinks|suspect|suspects|believe|believes|reckon|fear|worried|concerned ... {NEGLECT}
    suspected|suspicion|suspicions|suspecting|possible|alleged|allegation|allegations|concerns|
        probable of? about? {NEGLECT}|nai|physical|sexual|emotional|child|non
    {NEGLECT}|nai is|was|are suspected|alleged|likely|possible|thought
    suspected non accidental
    """,
    known=f"""
    been|was|were found? to? have? been? convicted|found|guilty|jailed|sentenced .. {NEGLECT}|murder|
        cruelty|killing
    pleaded|pled guilty to .. {NEGLECT}|murder|manslaughter|cruelty
    admitted|confessed .. {NEGLECT}|shaking|hitting|beating|killing|abusing|neglecting
    confirmed|known|proven {NEGLECT}|nai
    {NEGLECT}|nai is|was|has been? confirmed|known|proven|proved|established
    """,
)
SUICIDE = Patterns(
    yes="""
    took|taken <his> own? life
    ended <his> own? life
    killed himself|herself|themselves
    hanged|hung himself|herself|themselves
    found hanged|hanging
    died by|of suicide
    suspected|apparent suicide
    suicide is|was|being suspected
    """
)
SETTING = Patterns(
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
TOLD = Patterns(
    yes="""
    i|we|ive|weve have|had|already|just|also? told|informed|notified|rang|rung|phoned|called|
        contacted ... childrens|social|mash services|care
    i|we|ive|weve told|informed|notified|rang|phoned|called|contacted|have|already told|informed|notified|
        rung|phoned|called|contacted|mash|social|childrens|the mash|care|services
    i|we|ive|weve have|already|has reported|referred|made|done ... to ... childrens|social|mash|services
    childrens|social services|care|mash have|has|are|is|were|know|already been? told|aware|informed|
        notified|involved
    mash have|has|are|is been? told|aware|informed|notified|involved
    """
)
ROLE = Patterns(
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
OURS = Patterns(
    ours="""
    im|we|i|were|this|its|it|weve .. in|for|from|at|with
    we|i|were|im work|are|am|based|live .. in|for|from|at
    """
)
SOMEWHERE_ELSE = frozenset(
    "hospital hospitals university prison airport college holiday visiting friend cousin aunt panel court crown".split()
)
