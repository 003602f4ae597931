"""Suspected suicide, how organisations worked together, who you work for, where the child normally lived."""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

SUSPECTED_SUICIDE = YesNo(
    Patterns(
        yes="""
        took|taken|taking|take|takes|ended|ending|end <his> own? life|lives
        took|taken|taking|take her|his|their own
        kill*|hang*|hung|shot|drowned|poisoned|harmed herself|himself|themselves|themself|self|theirself|hisself
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
        natural causes|death
        accident|accidental|accidentally|mishap|misadventure
        illness|disease|medical|cancer|leukaemia|asthma|sepsis|meningitis|epilepsy|infection|seizure|condition|cardiac|heart|cot|sudep|sids|sudi|anaphylaxis|tumour
        murder|murdered|homicide|killed by|killing|stabbed|stabbing|assault|manslaughter|assaulted|shaken
        killed by|in|when
        was|were|been killed
        someone|somebody|person|he|dad|father|mother|mum|stepdad|boyfriend|partner|gang else? .. killed|did|stabbed|murdered
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
        not|isnt|wasnt|never|no|nothing ... suicide|self|suspected|suggest|suggesting|intent|deliberate|intentional|suggested|being|treated|like|kind
        """,
        unknown="""
        open verdict|conclusion
        either way
        inquest|coroner|coroners|postmortem|pm|post|toxicology ... yet|opened|pending|decide|open|waiting|results|due|back|awaited|ongoing|adjourned|hasnt|held|heard|tell|say
        waiting|awaiting|wait|pending ... inquest|coroner|coroners|pm|postmortem|post|toxicology|results|police
        police|they|coroner|still|being .. still|keeping|havent|not|investigating|looking ... open|investigating|said|ruled|into|options|know
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
)

AGENCIES_TOGETHER = YesNo(
    Patterns(
        yes="""
        concern|concerns|concerned|worry|worries|worried|issues|issue|problems|problem|failings|failing|failures|failure|failed|gaps|gap|breakdown|breakdowns|shortcomings|delays|delay|missed|lapses|confusion|poor|poorly|badly|mistakes|weaknesses|weak|patchy|disjointed|fragmented|silo|silos|miscommunication
        fell|fallen|falling|slipped|lost through|between|down|in
        didnt|dont|wasnt|werent|hadnt|havent|never|not|doesnt|nobody|noone|nothing|none|hardly|without|wouldnt|couldnt|isnt|failed ... share|shared|sharing|talk|talked|talking|speak|spoke|speaking|spoken|communicate|communicated|communicating|communication|tell|told|pass|passed|join|joined|joining|coordinated|coordinate|coordination|followed|follow|meet|met|meeting|meetings|attend|attended|attending|turn|turned|invited|informed|aware|linked|listen|listened|respond|responded|connect|connected|act|acted|chase|chased|knew|work|worked|happened|escalated|lead|came|picked
        didnt|wasnt|werent|nobody|noone|never .. know|aware
        no communication|information|joint|joined|coordination|lead|multi|strategy|sharing|one
        should have .. shared|talked|told|spoken|known|met|acted|been|worked|done
        could have .. shared|talked|told|spoken|better|met|done|worked|been
        each|everyone|everybody|both|all|agencies|school|police|they .. thought|assumed|blamed|blaming|assuming|thinking ... other|else|others|someone
        passed|pushed|bounced|batted|passing from|around|about|back|pillar
        pillar to post
        bounced|batted
        not|wasnt|werent|isnt|nothing joined|joint
        left|right hand
        disagreed|disagreement|argued|disputes|dispute|arguing|conflict
        lack|absence of
        cross|crossed wires
        late|slow|slowly
        dropped
        wrong
        """,
        no_="""
        no|not|any|without|havent|dont|nothing|havent|never|isnt .. concern|concerns|concerned|worry|worries|issues|issue|problems|problem|gaps|failings|failures|wrong|complaints|criticism|delays|delay|missed|fault|poor
        nothing|nowt wrong|bad|missed|untoward|concerning|amiss|to
        worked|work|working|works|communicated|shared|coordinated|joined|linked|liaised|talked|pulled|coordination|communication|sharing .. well|brilliantly|fine|good|together|properly|up|great|closely|excellent|effectively|everything|excellently|promptly|seamlessly|as|superb
        joined up
        good|great|excellent|strong|brilliant|effective|exemplary|close|fine|first .. working|communication|work|practice|sharing|coordination|liaison|relationships|multi|rate|on
        all|everyone|everybody|they|agencies|we|both|services|people were|was|did|kept|are|turned|attended|came|spoke|talked|shared|communicated|met|knew ... touch|everything|well|together|right|should|up|job|could|loop|informed|closely|regularly|daily|other
        in regular|close|constant|daily|good|contact|touch touch|contact
        regular|weekly|daily|monthly|good contact|meetings|touch|communication
        couldnt|could not have? fault|faulted|done|do
        only|just one|our|us|my|a single? agency|organisation|service|school|involved|team|us
        no|other other|agency|agencies|one|else|services|organisations was|were|involved|knew|been
        only one|agency|us
        everyone|all|they did .. should|right|could|everything|job
        smooth|smoothly|textbook|faultless|spot
        """,
        unknown="""
        only know|seen|see|got|aware|have|speak|had ... side|bit|part|end|records|own|our|us
        only our|my side|bit|part|records
        chronology
        chronologies
        until|till|once|wait|waiting|after ... chronology|review|meeting|records|iir|see|agencies|reports
        some did ...
        gossip|rumour|rumours
        i|we wasnt|werent|only|just .. there|involved|part|started|joined
        new to ...
        """,
    ),
    believed="yes",
    doubted="no",
    supposed="unknown",
)

WORKS_FOR_LA = YesNo(
    Patterns(
        yes="""
        social worker|work|workers|care
        sw|asye|lado|iro|edt|mash|cssw
        childrens|children social|service|services|care|team
        local authority|council
        la|council|borough|county employee|employed|staff|worker|officer|social
        work|works|working|employed|job|based|am|im .. for|by|in|at|within|with .. council|la|local|childrens|borough|mash|authority
        team|practice|service|principal manager|leader|head|director|social|lead
        independent reviewing|chair
        fostering|adoption|leaving|family|early|looked|lac|assessment|duty|court|safeguarding|edge|edt|cp|referral|child|locality|youth care? help|support|team|officer|justice|and
        early help
        front door
        personal adviser|advisor
        family support worker
        duty|mash|assessment|safeguarding team|worker|officer|desk
        dcs
        assistant|service director
        youth offending|justice
        virtual school|head
        """,
        no_="""
        police|officer|pc|dc|ds|cid|constable|detective|sergeant|dci|met
        teacher|teaching|ta|head|headteacher|headmistress|school|academy|college|senco|dsl|pastoral|tutor|lecturer|nursery|preschool|childminder|childcare|playgroup
        nurse|nhs|hospital|gp|doctor|paramedic|midwife|health|hv|physio|consultant|paediatrician|paeds|a&e|camhs|trust|icb|surgery|practice|psychologist|psychiatrist|therapist|ambulance|matron|clinician|ward|pharmacist|dentist|medical
        charity|voluntary|volunteer|charities|barnardos|nspcc|church|vicar|faith|mosque|youth worker
        probation|prison|cafcass|housing association|solicitor|coroner|landlord|army|military|yoi
        foster carer|parent
        foster carer
        private|independent|agency|self|academy|trust|provider|supermarket
        no|not|dont|didnt|never|nor|isnt|left ... council|la|local|childrens|social|them|authority|worker|services|there|mash
        not|no|isnt|arent council|la|them|us|me
        parent|grandparent|member|neighbour|public|relative|mum|dad|nan|aunt|family
        scout|scouts|football|coach|club|guides|sports
        governor|councillor
        different|another|other organisation|agency|employer
        used to
        former|ex|retired|formerly
        refuge|advocate|counsellor
        childrens home|centre
        adult|adults social|services
        """,
        unknown="""
        seconded|secondment|joint|jointly|commissioned|hosted|contractor|contract|locum|half
        sort|kind of
        council school|nursery|run|funded|maintained
        """,
    ),
    believed="yes",
)

NORMALLY_RESIDENT = YesNo(
    Patterns(
        yes="""
        lived|lives|live|living|resident|resides|resided|based|home|house|address|settled|stayed .. here|area|us|local|locally|borough|patch|town|city|walsall|wolverhampton|birmingham|darlington|district|ours
        normally|usually|permanently|always|ordinarily|mainly lived|lives|live|here|resident|resides|local|with
        from|in here|round|this|our
        born and bred|raised
        local family|child|lad|girl|boy
        on|just|only|away|were|was .. holiday|hols|visit|visiting|trip
        holiday|hols|visiting
        home|family home|house is|was|address .. here|in
        registered|enrolled|school|gp here|with|local|in
        our|one pupils|pupil|of
        resident
        """,
        no_="""
        lived|lives|live|living|resident|resides|based|home|from .. there|abroad|elsewhere|scotland|wales|ireland|another|different|other|somewhere|outside|overseas
        just|only visiting|passing|staying|temporary|temporarily|here
        visiting here|us|from|relatives|family
        not|isnt|wasnt|never|dont|didnt .. live|lived|from|resident|normally|local|here|settled
        moved away|out|abroad|to
        had left|moved|emigrated
        another|different|other council|area|authority|town|county|borough
        travelling|passing through
        """,
        unknown="""
        moved|moving|moves|back between|around|about|a|and
        no fixed
        traveller|travellers|travelling
        both
        half|part the|of|time
        split
        """,
    ),
    believed="yes",
)
