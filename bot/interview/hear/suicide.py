"""Is suicide suspected?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

SUSPECTED_SUICIDE = YesNo(
    Patterns(
        yes="""
        jumped|stepped|walked|threw|lay|ran|went|jumping|stepping .. in|onto|off|under|out|front|herself|
            himself ...
        tried|attempted before|previously|twice ...
        tried before
        did|done|doing it|this himself|herself|themselves|deliberately|intentionally
        meant|intended|wanted|planned|chose to
        meant|intended it|this
        goodbye|farewell|suicide letter|note|text|message|video|messages
        found .. letter|note ...
        no one|body else involved
        believed so|to
        that|thats|which .. what|how .. police|coroner|everyone|they|we
        everyone|everybody|police|coroner|we|they|all .. thinks|think|says|treating|treat|believe|believes ...
        low|depressed|struggling|bullied ...
        railway|tracks|platform|bridge|rope|belt|tablets|paracetamol|ligature|cord|scarf
        mental health ...
        took|taken|taking|take|takes|ended|ending|end <his> own? life|lives
        took|taken|taking|take her|his|their own
        kill*|hang*|hung|shot|drowned|poisoned|harmed herself|himself|themselves|themself|self|theirself|
            hisself
        suicide|suicidal
        died by suicide
        hanged|hanging|hung|noose|ligature
        found hanging|hanged
        overdose|od|overdosed|tablets|pills
        self inflicted
        jumped|jumping|jump off|from|in|out
        intent|intentional|intentionally|deliberate|deliberately|purpose
        note|letter|goodbye|message
        written|wrote|texted|text|messaged|left .. to|her|his|goodbye|note|a|mum|friend|friends|family
        stepped|walked|lay|went in? front|onto|out|under|into ... train|lorry|tracks|traffic|line|bus|track
        train|tracks|railway
        self harm|harmed|harming
        cut <his>? wrists
        looks like it
        wanted|want to die
        """,
        no_="""
        run|knocked|mown over|down
        by|from someone|somebody|another|other|person else?
        shot|stabbed|hit|strangled|pushed|attacked by ...
        police|coroner|they|pathologist say|says|said|think|thinks|believe not|no|otherwise
        someone|somebody|person|other else|other|people ... did|responsible|involved|hurt|killed
        not a chance|hope
        no|not chance|way|reason ...
        fire|gas|fumes|carbon
        attack|anaphylaxis|allergic|bleed|stroke|blood|virus|viral|flu|pneumonia|epileptic|diabetic|
            diabetes|seizure
        knife|gun|gang crime|attack|related|violence
        medical cause|causes|episode|emergency
        by accident
        victim
        died|killed in|at|from|of .. birth|crash|fire|sleep|cancer|illness
        his|her|their sleep
        pure|tragic|freak accident
        only|was|were|just # ...
        toddler|newborn
        natural causes|death
        accident|accidental|accidentally|mishap|misadventure
        illness|disease|medical|cancer|leukaemia|asthma|sepsis|meningitis|epilepsy|infection|seizure|
            condition|cardiac|heart|cot|sudep|sids|sudi|anaphylaxis|tumour
        murder|murdered|homicide|killed by|killing|stabbed|stabbing|assault|manslaughter|assaulted|shaken
        killed by|in|when
        was|were|been killed
        someone|somebody|person|he|dad|father|mother|mum|stepdad|boyfriend|partner|gang else? .. killed|
            did|stabbed|murdered
        third party
        rtc|rta|crash|collision|car|vehicle|fire
        hit by
        ruled out|it
        baby|infant|newborn|toddler|babies|months
        too young|little|small
        two|three|four|five|1|2|3|4|5|one month|week|year|months|weeks|years|yr|day|days old|so
        only 1|2|3|4|5|6|one|two|three|four|five|six
        drowned|drowning|fell|choked|choking|fire
        no .. suggestion|indication|evidence|sign|reason|hint|question|suspicion ...
        not|isnt|wasnt|never|no|nothing ... suicide|self|suspected|suggest|suggesting|intent|deliberate|
            intentional|suggested|being|treated|like|kind
        """,
        unknown="""
        inquest|hearing is|on|next|to|in|set|due|listed ...
        no|without|nobody|noone witnesses|witness|saw ...
        found at the bottom ...
        being looked|investigated|explored|considered ...
        question mark
        not|hasnt|havent said|ruled|decided|concluded|determined ...
        tell|decide|say if|whether ...
        accidental|intentional|deliberate|meant or ...
        not known|sure|clear ...
        open verdict|conclusion
        either way
        inquest|coroner|coroners|postmortem|pm|post|toxicology ... yet|opened|pending|decide|open|waiting|
            results|due|back|awaited|ongoing|adjourned|hasnt|held|heard|tell|say
        waiting|awaiting|wait|pending ... inquest|coroner|coroners|pm|postmortem|post|toxicology|results|
            police
        police|they|coroner|still|being .. still|keeping|havent|not|investigating|looking ... open|
            investigating|said|ruled|into|options|know
        keeping an? open
        not|hasnt|havent|cant|nothing|yet ... ruled|rule|ruling|exclude|excluded|discount out?
        fell|jumped|pushed or ...
        accident|accidental|misadventure or ...
        suicide|deliberate|intentional|meant or ...
        whether|if ... or
        people|someone|some|kids|others|friends|folk say|saying|said|think|are|talking|reckon
        rumours|rumour|gossip
        """,
    ),
    believed="yes",
    doubted="no",
    supposed="yes",
    of_child=True,
)
