"""Is abuse or neglect known or suspected to have played any part?"""

from bot.interview.hear.choice import Choice
from bot.interview.hear.patterns import Patterns

ABUSE_NEGLECT = Choice(
    Patterns(
        known="""
        doing|got|serving|given|handed .. years|months|life|time|sentence
        came|comes out in court
        owned|own|owning up
        fessed|coughed|held up|his|her|hands
        registered|plan|cpp|cp|conference .. neglect|abuse|emotional|physical|sexual
        on a|child cp|protection plan
        medics|doctors|consultant|paediatrician|hospital|pathologist|radiologist|expert|experts|postmortem|
            pm|police|they .. confirmed|confirm|confirms|proved|concluded|certain|found|established|say|
            said .. inflicted|deliberate|nai|abuse|abused|neglect|non
        judge|court|jury found|ruled|decided|concluded|said|held|convicted
        caught|recorded|seen|filmed|got on|him|her|them|it ...
        went|gone|sent to|down prison|for|jail
        sentenced|jailed|imprisoned|convicted|locked
        yes|yeah|definitely definitely|known|absolutely|it
        threshold met|was|crossed
        known to be|have ...
        not in doubt
        no question
        fact|facts
        known|confirmed|proven|proved|established|substantiated|definite|definitely|certain|admitted|
            admits|confessed|confession|convicted|conviction|guilty|sentenced|jailed|imprisoned|disclosed|
            finding|findings|witnessed|cctv|filmed|undeniable|upheld
        found|finding guilty|of|fact
        court|judge|jury|panel .. found|finding|made|ruled|decided|said|finding|convicted|concluded|accepted
        plead|pleaded|pled guilty|to
        he|she|mum|dad|father|mother|parents|stepdad|boyfriend|partner|uncle|they|carer|parent .. admitted|
            admits|confessed|owned|did|hit|shook|beat|hurt|starved|abused|neglected|killed|stabbed|threw|
            strangled|smothered|burned|raped|poisoned|murdered
        we|already|well|all|everyone know|knew|knows
        saw|seen it|her|him|them|the
        child protection plan
        cp|protection plan ...
        non accidental
        nai
        inflicted
        medical|forensic evidence confirms|confirmed|shows|showed
        no doubt
        we|i|they|all|everyone|school|already know|knew|knows .. was|were|had|she|he ...
        beyond doubt
        clear|obvious|blatant case|evidence|abuse|neglect
        served time
        long|previous|chronic|years .. history|neglect|abuse
        """,
        stated="""
        was|been|were|being .. abused|neglected|beaten|starved|hit|shaken|assaulted|raped|tortured|groomed|
            exploited|burned|strangled|murdered|stabbed|molested
        neglect|abuse|neglected|abused|violence|assault|maltreatment|cruelty|fgm|exploitation|grooming
        """,
        suspected="""
        worried|concerned|fear|think|believe|suspect|worry|concern|concerns .. neglect|neglected|abuse|
            abused|hit|hurt|harmed|beaten|starved|shaken
        feeling|feel|feels|vibe|consensus
        nobody|noone|noones|nobodys|cant|couldnt|not|unable|none|parents|never ... explain|explained|
            explanation|account|accounted|answers
        consultant|doctors|doctor|medics|paediatrician|hospital|police|gp|school|they|staff|nurse|team|
            pathologist|coroner .. thinks|think|suspect|suspects|reckon|reckons|believe|believes|query|
            queries|querying|worried|concerned ...
        sister|brother|mum|dad|child|she|he|nan|neighbour|aunt|they|friend|someone|teacher says|said|
            claims|claimed|told|alleges|reports|reported|saying ... did|hit|abused|hurt|hits|was|touched|
            beat|neglected|him|her
        denies|denied|denying
        due in court|trial
        on|awaiting trial|charge|charged|remand
        not|nothing|isnt|hasnt|yet .. proved|proven|certain|confirmed|convicted ...
        criminal|police|cid|active|open|live .. investigation|enquiry|inquiry|inquiries|enquiries
        s|section 47
        47 enquiry|enquiries|investigation
        shocking|appalling|awful|terrible|filthy|poor|squalid|neglected state|conditions|home|house
        left alone|unsupervised|home
        yes suspected|suspect|we
        high|strong|real|grave|serious|significant|considerable|some|lots|many|lot|of index|suspicion|
            suspicions|concerns|worries|concern|doubts
        delay|delayed in|seeking|presenting|presentation
        history of ...
        domestic abuse|violence|home
        drugs|drinking|drunk|alcohol
        inappropriate
        changed their|his|her|the story|account|explanation
        hidden|hiding|covered|covering up
        hmm|hm
        more than likely
        50|fifty
        wouldnt|couldnt|cant|not|havent rule|ruled|ruling|exclude|discount .. out
        suspect*|alleged|allegation|allegations|alleging|allege|alleges|accused|suspicion|suspicions|
            suspicious|unexplained|concerns|concern|concerned|worried|worries|fears|fear|queried|query|
            possible|possibly|might|maybe|perhaps|could|probable|probably|likely|unproven|believed|
            arrested|bail|charged|charge|charges|cps|investigating|investigation|investigated|red|
            inconsistent|implausible|hunch|gut|signs|indicators
        think|thinks|reckon|believe|suspects|feel|looks|look|seems|appears|appear|sounds|thought|points|
            pointing .. so|it|she|he|like|abuse|neglect|that|they|there|to|was|is|towards
        doesnt|dont|didnt|not|never ... add|fit|match|stack|explain|explained|right
        being|under|police|still|s47|section|social .. investigated|investigation|investigating|looked|
            looking|enquiry
        too many|much bruises|marks|coincidences|injuries
        red flags
        not|isnt|nothing|havent|yet .. proved|proven|confirmed|charged|convicted
        bruises|bruising|marks|fractures .. explained|explain|age|ages
        cant|couldnt|no|not .. explain|explanation|account|accounted ...
        was|were not? brought
        house|home|kids|children|flat was|is|were .. awful|filthy|state|squalid|dirty|disgusting|hungry|tip
        neglectful
        """,
        suspected_="""
        cant|couldnt|not be? proven|proved|confirmed|prove but ...
        opinion|view|feeling|belief|think is|that|its ... inflicted|abuse|neglect|nai|likely|deliberate
        likely|probably|possibly|apparently|thought|believed to? be? inflicted|deliberate|nai|non|abuse|
            neglect
        cant|couldnt|wouldnt|not|dont|havent|hasnt|arent .. ruled|rule|rulling out|exclude|excluded
        not been ruled out
        cannot|cant be ruled|excluded
        not|isnt|hasnt|nothing|nobody|never|yet|none|noone .. been? proved|proven|charged|convicted|arrested
        wouldnt be surprised|surprise
        something|things|story|it|explanation|account isnt|not|doesnt|didnt|dont|changed|changes|
            changing ... right|up|add|fit|match|stack|sense?
        """,
        no_sign="""
        accident|accidental|accidentally|illness|disease|leukaemia|cancer|tumour|meningitis|sepsis|asthma|
            epilepsy|congenital|genetic|infection|anaphylaxis|sids
        natural causes
        heart|medical condition|defect|cause|causes|reasons
        freak accident
        bad luck
        tragic|pure|genuine|complete|just|purely accident
        loving|lovely|caring|wonderful|devoted|brilliant|doting|fantastic|good|supportive|excellent|
            attentive|great parents|family|mum|dad|home|mother|father|carers|parent|care
        well cared|looked
        parents|family|mum|carers were|was|are|did .. wonderful|lovely|great|brilliant|fine|everything|
            devoted|loving|fantastic|good|excellent|amazing
        nothing|nowt|none|neither
        unavoidable|unforeseeable|unpreventable|choked|drowned|allergic|allergy|stroke|seizure|flu|covid|
            pneumonia|viral|virus|prematurity|premature|cot
        genetic|congenital|rare|heart|long|brain|medical|underlying condition|disorder|disease|defect|
            illness|tumour
        cot death
        car|road|traffic|train|bike accident|crash|collision
        rta|rtc|rtc
        """,
        no_sign_="""
        nobody|noone|not|no ... raised|mentioned|reported|suggested|flagged|said|seen ...
        purely|entirely|wholly|completely|all? medical|natural|accidental|innocent
        loved to bits
        she|he|child|they|baby|kids|was|were well looked|cared
        no|not|never|nothing|without|any|zero|none|didnt|havent ... kind|sort|nature|like|happened
        clean bill|slate ...
        well looked|cared after|for
        well looked
        nobody|noone|nobodys|noones ... fault|blame|wrong
        nothing|nowt|none ... at|whatsoever|all|that|of
        not at all|one|a|in
        no|not|never|nothing|without|any|zero|none|wasnt|isnt|nobody|nowt|arent|werent|dont|doesnt|
            didnt ... abuse|neglect|concern|concerns|concerning|suspicion|suspicious|suspicions|suspect|
            suspected|suggest|suggestion|suggesting|sign|signs|indication|hint|worries|worry|worried|
            evidence|untoward|inflicted|allegation|allegations|foul|safeguarding|maltreatment|red|question|
            mistreated|harmed|neglected|abused|bruises|history
        not that|as|what i|we|far ...
        none that|what i|we|so ...
        noone|nobody .. suspects|suspected|concerned|worried|thinks|suggesting
        ruled|ruling out
        ruled out .. abuse|neglect
        abuse|neglect|it|this .. ruled|been|was|discounted|excluded out|ruled|discounted
        nobodys fault
        noones fault
        """,
        unknown="""
        not|hasnt|isnt|yet|nothing|nobody|nobodys|noone|havent|never ... looked|look|investigated|assessed|
            examined|asked|said|decided into?
        postmortem|pm|post|inquest|results|report|tests|toxicology ... awaited|back|yet|pending|due|waiting
        waiting|awaiting|wait ...
        dont|not|havent|cant|no|unable|havent ... medical|info|information|details|know|idea|say|sure|clue
        only just hearing|heard|found|come|been
        could be either ...
        """,
    ),
    wins=("known", "suspected", "stated", "no_sign"),
    bare={"yes": "suspected", "no": "no_sign"},
    cancelled={"known": "unknown", "stated": "no_sign"},
    read_as={"stated": "known"},
    believed={"known": "suspected", "stated": "suspected"},
    supposed={"known": "suspected", "stated": "suspected"},
    opinion="suspected",
)
