"""Replies to "tick any that fit": kinds of harm, features of the case, other routes."""

from dataclasses import dataclass

from spacy.tokens import Doc

from bot.interview.hear import hedging, not_known, polarity, scope
from bot.interview.hear.choice import beside
from bot.interview.hear.model import NOTHING, UNKNOWN, Heard
from bot.interview.hear.patterns import Patterns

_NONE = Patterns(
    none="""
    none|neither|nothing|nope|nah|nowt
    none|nothing|not|no of|any|like|else? these|those|them|that|it|apply|applies|fit|fits
    not any
    no
    doesnt|dont|didnt .. apply|fit
    na
    """,
    all="""
    all of? them|these|those|it|above|apply|five|four
    all
    everything
    the lot
    """,
)


@dataclass(frozen=True)
class AnyOf:
    """A question that takes any number of values, or none of them. `says` has a key for each value."""

    says: Patterns
    believed: bool = True

    def hear(self, doc: Doc) -> Heard:
        """The set of values said; the empty set for "none of these"; None when nothing fits."""
        hits = self.says.find(doc)
        doubts = beside(not_known.unknowns(doc), hits)
        hedged = bool(beside(hedging.hedges(doc), hits))
        said = frozenset(hit.key.rstrip("_") for hit in hits if hit.key.endswith("_") or not scope.negated(doc, hit))
        if said:
            if doubts and min(d.start for d in doubts) < hits[0].start:
                return Heard(UNKNOWN, sure=False)
            denied = any(not hit.key.endswith("_") and scope.negated(doc, hit) for hit in hits)
            return Heard(said, sure=not doubts and not hedged and not denied)
        if doubts:
            return Heard(UNKNOWN, sure=True)
        keys = _NONE.keys(doc)
        if hits or ("none" in keys and (polarity.lead(doc) == "no" or len(doc) <= 6)):
            return Heard(frozenset(), sure=not hits and len(doc) <= 6)
        return Heard(UNKNOWN, sure=False) if hedged and len(doc) <= 6 else NOTHING


HARM_KINDS = AnyOf(
    Patterns(
        life_threatening="""
        life threatening
        lifethreatening
        could|nearly|almost|might|would have? died|killed|dying|dead
        nearly|almost lost <his> life
        fighting for
        critical|critically|coma|picu|icu|itu|ventilator|ventilated|intubated|resuscitated|resus|strangled|
            strangulation
        intensive care
        life support
        cardiac arrest
        stopped breathing
        touch and go
        bleed on|in
        brain bleed|haemorrhage
        """,
        lasting_physical="""
        lasting|permanent|permanently|long|lifelong|likely|ongoing|irreversible .. physical|physically|
            disability|disabled|scarring|scars|scarred|injury|injuries|damage|pain|body|disfigured|
            disfigurement
        physical|bodily lasting? harm|damage|injury|injuries|impairment|disability|health|effects
        body
        physical|physically
        paralysed|amputat*|disabled|disability|blind|blinded|deaf|wheelchair|scarred|scars|scarring|
            disfigured|limp|mobility|seizures|epilepsy|sight|burns
        never|wont|cant|unable|not .. walk|see|hear|talk again|properly
        brain|head|spinal injury|damage|damaged
        lost|losing .. arm|leg|hand|eye|sight|hearing|finger|foot|kidney|use
        """,
        mental_health="""
        mental|mentally|psychological|psychologically|emotional|emotionally|mind|feelings|ptsd|trauma|
            traumatised|traumatized|depression|depressed|anxiety|anxious|flashbacks|nightmares|psychosis|
            suicidal|psychiatric|camhs
        self harm|harming|harms
        eating disorder
        panic attacks
        selective mute|mutism
        """,
        development="""
        development|developmental|developmentally|learning|intellectual|behaviour|behavioural|behavior|
            social|socially|speech|language|cognitive|milestones|delayed|education|schooling
        delay|delays|behind|regressed|regression|senco|ehcp
        """,
        other_serious="""
        other|another|different|something serious|kind|else|harm
        other
        fracture*|malnourished|malnutrition|starved|starvation|poisoned|overdose|stabbed|stabbing|shot|
            raped|rape|trafficked|exploited|fgm|tortured
        broken arm|leg|bones|bone|ribs
        sexual|sexually abuse|abused|assault|assaulted|exploitation|exploited
        stab|gunshot wound|wounds
        """,
    )
)
FEATURES = AnyOf(
    Patterns(
        improvements_needed="""
        improve|improvement|improvements|improved|lessons|learning|change|changes
        need|needs|should|could .. better|done|change|different|differently
        do|done .. better|differently
        """,
        repeat_theme="""
        repeat|repeated|repeats|recurring|recurrent|theme|themes|pattern|again|similar|same|identical
        happened|seen|had|been .. before|again|previously
        second|third|another time|case|one like|this|similar?
        keeps|keep happening|coming
        """,
        single_agency="""
        single|one|1 agency|organisation|service
        only|just .. one|us|our|school|hospital|agency|police|organisation|trust|service
        us alone
        on our own
        """,
        no_agency_known_="""
        not|never|no|nobody|noone|unknown|none|nothing|wasnt|werent|hadnt .. known|know|knew|agency|
            agencies|services|anyone|contact|radar|involvement|involved|agency|heard
        unknown|hidden to|from .. services|agencies|anyone|us|social|everyone
        off the radar|grid
        under the radar
        home educated ...
        """,
        cross_boundary="""
        cross|crosses|crossed|crossing|over|across .. boundary|boundaries|border|borders|boroughs|area|
            areas|county|counties
        two|2|three|several|different|more|another|other|both .. areas|councils|authorities|boroughs|
            counties|partnerships|area|council|authority|borough|county|las
        moved|moves|placed .. area|areas|county|borough|between|council|here|from|out
        out of area|borough|county
        boundary|boundaries|border
        """,
        panel_suggested="""
        panel
        """,
        good_practice="""
        good|best|excellent|great|outstanding|brilliant|positive practice|work|working|example|examples
        went|worked really? well
        done|did .. well|right
        """,
    )
)
OTHER_ROUTES = AnyOf(
    Patterns(
        allegation_against_worker="""
        allegation|allegations|accusation|complaint|accused|alleged|against|about .. worker|staff|teacher|
            carer|coach|volunteer|professional|nurse|practitioner|ta|childminder|person|colleague|member|
            tutor|driver|doctor
        worker|staff|teacher|carer|coach|volunteer|nurse|ta|childminder|colleague|tutor|practitioner|
            professional|officer .. accused|hurt|hit|harmed|alleged|allegation|abused|assaulted|suspended|
            groomed|arrested|involved
        lado
        """,
        adult_victim="""
        adult|adults|mum|mother|dad|father|nan|gran|aunt|parent .. also|too|was|were? victim|hurt|harmed|
            injured|abused|attacked|died|killed|risk|care|needs
        adult victim|victims|at|with|safeguarding|also|hurt|harmed|abused|died|too|neglected
        vulnerable adult|adults
        sar
        """,
        domestic_abuse_death_16_plus="""
        domestic abuse|violence|homicide ...
        domestic
        dhr|dardr|dv|femicide
        killed|murdered by .. partner|husband|ex|boyfriend|girlfriend|wife
        """,
        staff_conduct_only="""
        only|just|purely|simply .. conduct|disciplinary|hr|complaint|grievance|misconduct|behaviour|
            staffing|employment|performance
        conduct|disciplinary|misconduct|hr|grievance|malpractice|unprofessional
        """,
        position_of_trust_adults="""
        position|positions of trust
        pipot|pot
        works|work|working|worker|carer|cares .. with|for vulnerable? adults|elderly|old|older
        """,
    )
)
