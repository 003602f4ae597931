"""What happened to the child: died, seriously harmed, a near miss, or something less serious."""

from bot.interview.hear.choice import Choice
from bot.interview.hear.fatal import DIED, DIED_FIXED
from bot.interview.hear.grave import SERIOUSLY_HARMED, SERIOUSLY_HARMED_FIXED
from bot.interview.hear.narrow import NEAR_MISS, NEAR_MISS_FIXED
from bot.interview.hear.patterns import Patterns

OUTCOME = Choice(
    Patterns(
        died=DIED,
        died_=DIED_FIXED,
        seriously_harmed=SERIOUSLY_HARMED,
        seriously_harmed_=SERIOUSLY_HARMED_FIXED,
        near_miss=NEAR_MISS,
        near_miss_=NEAR_MISS_FIXED,
        less_serious="""
        stitches|stitch|steristrips|butterfly|nosebleed|paracetamol|calpol
        small|tiny|little|slight|minor|mild|light|faint ... scald|burn|fracture|concussion|bump|cut|bruise|
            graze|wound|injury
        mild ...
        cold water
        home|back by|for|in ... teatime|tea|lunch|same|hours|day
        just|only shaken|scared|frightened|upset|sore
        red|small|faint|few|couple|tiny .. mark|marks|bump|bruise|bruises|scratches|graze|cut|cuts
        no real|proper|lasting|actual|visible|significant|major injury|injuries|harm|damage
        not|nothing much|major|big|a ...
        not|nothing badly|seriously|really hurt|injured|harmed
        hurt feelings
        a bit|little sore|upset|shaken|bruised
        dusted
        gp|nurse looked|checked|saw ...
        minor|slight|slightly|superficial|trivial|mild|low|small level|injury|injuries|harm|cut|bump|
            bruise|bruising|scratch|knock|grade|burn|graze|mark|marks|incident|concern|hurt|impact
        minor|trivial|superficial|slight|mild
        low level
        graze*|bruise*|scratch*|bump*|sprain|sprained|plaster|cuts|nosebleed|knocked|smack|smacked|slapped|
            slap|fright|scare|upset|tearful|shaken|knock|scrape|scraped|tiff|scuffle
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
        nothing|not|isnt|wasnt|wasn|didnt|didn|no|nowt|never|hardly ... serious|much|major|bad|severe|
            badly|significant|worse|lasting|doctor|hospital|treatment|medical|broken|seriously|
            hospitalised|big|stitches
        fine|ok|okay|unharmed|unhurt|uninjured
        recovered fully|quickly|same|next|fast
        discharged|home same|that|next|later
        sent home
        wasnt|not hurt|injured|harmed|too
        no injuries|injury|harm
        """,
        unknown="""
        still|waiting|awaiting|wait ... doctors|hospital|tests|scan|results|hear|update|news|assessed|
            prognosis|medical
        too early ...
        dont|not|havent|cant|doesnt|unclear ... how|what|yet|if|whether|extent|condition
        """,
    ),
    wins=("died", "near_miss", "seriously_harmed", "less_serious"),
    cancelled={"seriously_harmed": "less_serious"},
    of_child=True,
)
