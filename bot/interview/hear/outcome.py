"""What happened to the child: died, seriously harmed, a near miss, or something less serious."""

from bot.interview.hear.choice import Choice
from bot.interview.hear.patterns import Patterns

OUTCOME = Choice(
    Patterns(
        died="""
        died|dead|deceased|fatal|fatally|death|killed|murdered|homicide|rip|drowned|fatality|manslaughter|dies
        passed away|on|over
        passed
        lost <his> life
        we|they lost <pron>
        lost his|her|their fight|battle
        taken|took|take <his> own life
        ended <his> own? life
        suicide
        killed himself|herself|themselves
        found|hanged|hung|by hanged|hanging|dead|unresponsive|lifeless
        hanged
        to death
        cot death
        sids|sudi|sudc|suddi
        doa
        stillborn|stillbirth
        postmortem|inquest
        post mortem
        no longer with us
        gone to heaven
        life extinct
        found dead|lifeless|deceased .. in
        life support .. off|withdrawn
        life support|machine|ventilator|it .. turned|switched off
        succumbed
        body was|is|found|has
        found .. body
        collapsed and died
        brain dead
        perished
        stabbed|beaten|burned|burnt|starved|crushed|shaken|strangled to death
        """,
        died_="""
        didnt|not|never|wasnt .. make|survive|pull|wake|woke|recover|regain
        couldnt|not|unable|failed .. saved|save|revived|revive|resuscitated|resuscitate
        did not make|survive
        not|wasnt able to save
        unable to save
        isnt|not with us
        """,
        seriously_harmed="""
        serious|seriously|severe|severely|significant|significantly|badly|critically|major|grievous|catastrophic|gravely .. harm|harmed|hurt|injured|injury|injuries|ill|poorly|unwell|burned|burnt|burns|scalded|abused|neglected|assaulted|beaten|malnourished|disabled
        serious|severe|critical|grave|major condition|harm|injury|injuries|head|burns
        fracture*|skull|brain|bleed|haemorrhage|subdural|coma|picu|icu|itu|hdu|paralysed|amputat*|burns|burned|burnt|scald|scalds|scalded|stabbed|stab|shot|strangled|poisoned|starved|malnourished|emaciated|disfigured|blinded|blind|maimed|mutilated|gbh|scarred|overdosed|overdose|raped|rape
        intensive care
        life support
        ventilator|ventilated|intubated|sedated
        on oxygen
        life changing|threatening|limiting|altering
        critical|critically
        broken|broke|breaks|snapped <his>? arm|leg|bone|bones|ribs|rib|jaw|neck|back|pelvis|collarbone|wrist|hip|femur|limbs|nose|both
        internal injuries|bleeding|damage
        ruptured|lacerated|punctured|collapsed spleen|liver|lung|bowel
        fighting for
        clinging to
        lost <his>? sight|hearing|leg|arm|hand|finger|fingers|eye|foot|vision|use|toe
        permanent|permanently|lifelong|lasting|long .. damage|damaged|disabled|disability|injury|injuries|harm|harmed|scarring|scars|effects|term|impairment
        wheelchair
        nai
        non accidental
        shaken baby
        brain damage|injury|damaged
        major|emergency|life|had|needed surgery|operation|op
        surgery|theatre
        in|still hospital
        hospitalised|hospitalized|resuscitated|resus
        cardiac arrest
        sectioned|psychosis|psychotic
        mental|emotional|psychological health? .. harm|breakdown|trauma|damage|scars|wrecked|shot
        survived|pulled
        sexually abused|assaulted|exploited
        sexual abuse|assault|exploitation
        feeding tube
        seizures|fits
        hurt badly|bad|seriously
        in a bad|terrible way
        touch and go
        trafficked|tortured
        """,
        seriously_harmed_="""
        never|not|wont|cant|unable|able .. walk|talk|see|hear|speak|same|recover|recovered|again
        nearly|almost|came|close .. lost <his> life|leg|arm|sight|eye|hand
        nearly|almost died|dead|killed
        lucky to be alive
        alive but ...
        survived|alive .. but ...
        pulled through
        attempted suicide|overdose
        tried to kill|hang|end|take
        suicide attempt
        brought|bring back|round to? life?
        """,
        near_miss="""
        near|nr miss|misses|thing
        close call|shave|thing
        lucky escape|to
        narrow|narrowly escape|escaped|missed|avoided
        narrowly
        by|within|of|was|were|just inches|seconds|moments|whisker|hair|luck
        a whisker
        in time
        just|nick in|of time
        caught|stopped|pulled|grabbed|saved|rescued|intervened|intervention|talked|got|dragged|coaxed|snatched|disarmed|spotted ... before|just|down|away
        caught|stopped|pulled|grabbed|saved|rescued|intervened|found|spotted ... in time
        talked|talking <who> down
        before|until|but .. anything|any|it|he|she|they|harm|worse|damage .. could|happened|jumped|hurt|got|hit|swallowed|came|serious|done|went
        averted|foiled|thwarted|prevented
        escaped|escape unhurt|uninjured|unharmed|injury|without|with|harm
        no harm but ...
        dodged
        """,
        near_miss_="""
        could|might|would|may easily? have .. been|died|killed|drowned|gone|hurt|ended|much|fatal|worse|serious|burned
        couldve|mightve|wouldve .. been|died|killed|drowned|gone|fatal|worse|far|much
        nearly|almost|came|close ... drowned|hit|run|fell|killed|died|choked|strangled|run|stabbed|but ... unhurt|unharmed|fine|ok|okay|scratch|uninjured|hurt|touched|injured|harm|physically
        nearly|almost|close|came drowned|drowning|ran|hit|run|fell|fallen|choked|serious|bad|very|tragedy
        nearly|almost
        not|wasnt|nobody|no|without|isnt .. scratch|touched|mark
        but|thankfully|luckily|somehow|miraculously|amazingly .. no|wasnt|not|unhurt|unharmed|fine|ok|okay|walked one? .. injury|injuries|hurt|harmed|injured|harm|away
        missed <pron> by
        """,
        less_serious="""
        minor|slight|slightly|superficial|trivial|mild|low|small level|injury|injuries|harm|cut|bump|bruise|bruising|scratch|knock|grade|burn|graze|mark|marks|incident|concern|hurt|impact
        minor|trivial|superficial|slight|mild
        low level
        graze*|bruise*|scratch*|bump*|sprain|sprained|plaster|cuts|nosebleed|knocked|smack|smacked|slapped|slap|fright|scare|upset|tearful|shaken|knock|scrape|scraped|tiff|scuffle
        first aid
        bit shaken
        bit of a ...
        black eye
        fat lip
        shaken up
        patched up
        right as rain
        back at school|nursery
        less serious
        nothing|not|isnt|wasnt|wasn|didnt|didn|no|nowt|never|hardly ... serious|much|major|bad|severe|badly|significant|worse|lasting|doctor|hospital|treatment|medical|broken|seriously|hospitalised|big|stitches
        fine|ok|okay|unharmed|unhurt|uninjured
        recovered fully|quickly|same|next|fast
        discharged|home same|that|next|later
        sent home
        wasnt|not hurt|injured|harmed|too
        no injuries|injury|harm
        """,
        unknown="""
        still|waiting|awaiting|wait ... doctors|hospital|tests|scan|results|hear|update|news|assessed|prognosis|medical
        too early ...
        dont|not|havent|cant|doesnt|unclear ... how|what|yet|if|whether|extent|condition
        """,
    ),
    wins=("died", "near_miss", "seriously_harmed", "less_serious"),
    cancelled={"seriously_harmed": "less_serious"},
    supposed={},
)
