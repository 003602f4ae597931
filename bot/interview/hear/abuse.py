"""Is abuse or neglect known or suspected to have played any part?"""

from bot.interview.hear.choice import Choice
from bot.interview.hear.patterns import Patterns

ABUSE_NEGLECT = Choice(
    Patterns(
        known="""
        known|confirmed|proven|proved|established|substantiated|definite|definitely|certain|admitted|admits|confessed|confession|convicted|conviction|guilty|sentenced|jailed|imprisoned|disclosed|finding|findings|witnessed|cctv|filmed|undeniable|upheld
        found|finding guilty|of|fact
        court|judge|jury|panel .. found|finding|made|ruled|decided|said|finding|convicted|concluded|accepted
        plead|pleaded|pled guilty|to
        he|she|mum|dad|father|mother|parents|stepdad|boyfriend|partner|uncle|they|carer|parent .. admitted|admits|confessed|owned|did|hit|shook|beat|hurt|starved|abused|neglected|killed|stabbed|threw|strangled|smothered|burned|raped|poisoned|murdered
        we|already|well|all|everyone know|knew|knows
        saw|seen it|her|him|them|the
        child protection plan
        cp|protection plan ...
        non accidental
        nai
        inflicted
        medical|forensic evidence confirms|confirmed|shows|showed
        no doubt
        beyond doubt
        clear|obvious|blatant case|evidence|abuse|neglect
        served time
        long|previous|chronic|years .. history|neglect|abuse
        """,
        stated="""
        was|been|were|being .. abused|neglected|beaten|starved|hit|shaken|assaulted|raped|tortured|groomed|exploited|burned|strangled|murdered|stabbed|molested
        neglect|abuse|neglected|abused|violence|assault|maltreatment|cruelty|fgm|exploitation|grooming
        """,
        suspected="""
        suspect*|alleged|allegation|allegations|alleging|allege|alleges|accused|suspicion|suspicions|suspicious|unexplained|concerns|concern|concerned|worried|worries|fears|fear|queried|query|possible|possibly|might|maybe|perhaps|could|probable|probably|likely|unproven|believed|arrested|bail|charged|charge|charges|cps|investigating|investigation|investigated|red|inconsistent|implausible|hunch|gut|signs|indicators
        think|thinks|reckon|believe|suspects|feel|looks|look|seems|appears|appear|sounds|thought|points|pointing .. so|it|she|he|like|abuse|neglect|that|they|there|to|was|is|towards
        doesnt|dont|didnt|not|never ... add|fit|match|stack|explain|explained|right
        being|under|police|still|s47|section|social .. investigated|investigation|investigating|looked|looking|enquiry
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
        cant|couldnt|wouldnt|not|dont|havent|hasnt|arent .. ruled|rule|rulling out|exclude|excluded
        not been ruled out
        cannot|cant be ruled|excluded
        not|isnt|hasnt|nothing|nobody|never|yet|none|noone .. been? proved|proven|charged|convicted|arrested
        wouldnt be surprised|surprise
        something|things|story|it|explanation|account isnt|not|doesnt|didnt|dont|changed|changes|changing ... right|up|add|fit|match|stack|sense?
        """,
        no_sign="""
        accident|accidental|accidentally|illness|disease|leukaemia|cancer|tumour|meningitis|sepsis|asthma|epilepsy|congenital|genetic|infection|anaphylaxis|sids
        natural causes
        heart|medical condition|defect|cause|causes|reasons
        freak accident
        bad luck
        tragic|pure|genuine|complete|just|purely accident
        loving|lovely|caring|wonderful|devoted|brilliant|doting|fantastic|good|supportive|excellent|attentive|great parents|family|mum|dad|home|mother|father|carers|parent|care
        well cared|looked
        parents|family|mum|carers were|was|are|did .. wonderful|lovely|great|brilliant|fine|everything|devoted|loving|fantastic|good|excellent|amazing
        nothing|nowt|none|neither
        """,
        no_sign_="""
        no|not|never|nothing|without|any|zero|none|wasnt|isnt|nobody|nowt|arent|werent|dont|doesnt|didnt ... abuse|neglect|concern|concerns|concerning|suspicion|suspicious|suspicions|suspect|suspected|suggest|suggestion|suggesting|sign|signs|indication|hint|worries|worry|worried|evidence|untoward|inflicted|allegation|allegations|foul|safeguarding|maltreatment|red|question|mistreated|harmed|neglected|abused|bruises|history
        not that|as|what i|we|far ...
        none that|what i|we|so ...
        no one|body .. suspects|suspected|concerned|worried|thinks|suggesting
        ruled|ruling out
        ruled out .. abuse|neglect
        abuse|neglect|it|this .. ruled|been|was|discounted|excluded out|ruled|discounted
        nobodys fault
        no ones fault
        """,
        unknown="""
        not|hasnt|isnt|yet|nothing|nobody|nobodys|noone|havent|never ... looked|look|investigated|assessed|examined|asked|said|decided into?
        postmortem|pm|post|inquest|results|report|tests|toxicology ... awaited|back|yet|pending|due|waiting
        waiting|awaiting|wait ...
        dont|not|havent|cant|no|unable|havent ... medical|info|information|details|know|idea|say|sure|clue
        only just hearing|heard|found|come|been
        could be either ...
        """,
    ),
    wins=("known", "suspected", "stated", "no_sign"),
    bare={"yes": "suspected", "no": "no_sign"},
    read_as={"stated": "known"},
    believed={"known": "suspected", "stated": "suspected"},
    supposed={"known": "suspected", "stated": "suspected"},
    opinion="suspected",
)
