"""Was the child in residential provision, in custody or detained, or in another regulated setting?"""

from bot.interview.hear.choice import Choice
from bot.interview.hear.patterns import Patterns

SETTING = Choice(
    Patterns(
        residential="""
        resident|residing|lodging|weekly|termly|boarder at|in|boarder ...
        special school resident|residential
        boarded|boards
        living|lived|placed|was|looked|in|at|his|her .. childrens|kids|care|residential|childs home|unit|house
        childrens|kids|childs|care|group|residential|registered home|homes|house
        childrens|kids residential? unit|homes
        residential
        boarding|board|boarder|boards|boarded|boarders
        special residential? boarding|residential school
        short break|breaks|stay
        respite
        care home
        semi|supported independent|accommodation|lodgings|living
        secure childrens
        living|lived|placed in a unit
        boarding school|house
        in a home
        solo placement
        family|mother assessment|and unit|centre|baby
        group home
        eton|harrow
        """,
        custody_or_detention="""
        under|on a? section
        secure childrens|residential|unit|home|training|accommodation home|centre?
        secure|locked home|unit|ward
        in|at the? nick|cells|cell|jail|prison|slammer
        hmp|hmyoi|feltham|wetherby|werrington|cookham|oakhill|parc|rainsbrook|swanwick|aycliffe
        custody|custodial|detained|detention|prison|jail|yoi|hmyoi|remand|remanded|borstal|arrested|arrest|
            cell|cells|lockup|imprisoned|incarcerated|inmate|handcuffed|serving|sentence|nick
        young offenders|offender
        youth offenders|offender|detention|custody
        secure unit|accommodation|training|childrens|home|estate|school|centre|hospital|ward
        stc|sch
        under|sectioned|on|section|held ... mha|mental|136|135|sectioned
        sectioned
        section 2|3|136|5|135
        locked up|in|ward|unit
        police|court van|station|cell|cells|custody|vehicle
        immigration detention|removal|centre
        held .. police|overnight|cells|station|immigration
        dols
        deprivation of liberty
        deprived of ...
        psychiatric|secure intensive|unit|ward
        picu ward unit
        """,
        other_regulated="""
        nursery|nurseries|preschool|playgroup|creche|childminder|childminders|childminding|childcare|
            daycare|playscheme|kindergarten|hospital|ward|ofsted|cqc|clinic|hospice|maternity|a&e|picu|
            nicu|scbu|childminded|inpatient|camhs|wraparound
        pre school
        child minder|minders|minding|care
        minder
        day care|nursery|centre
        after|breakfast|before|holiday|play|out school? club|scheme|provision|care
        holiday|play|summer|activity club|scheme|playscheme|camp
        early years
        a and e
        labour|delivery|childrens|paediatric|neonatal|burns|maternity|postnatal|paeds ward|unit|suite|hospital
        foster*
        special care baby
        registered setting|provider|nanny|provision|childcare|service
        regulated
        nanny|au
        tier 4|four
        intensive care
        inpatient|in patient
        ambulance
        gp surgery|practice
        health centre
        eating disorder|disorders
        mental health unit|ward|hospital
        adolescent unit|ward
        """,
        none="""
        swimming|leisure|public|sports baths|centre|pool
        friends|mates|birthday|house party
        party|sleepover|wedding
        her|his|their|own bedroom|room|bed|garden|bath|bathroom|flat
        at <his>? home|house
        home|house alone|with ...
        round|over at|his|her|a ... mates|friends|house
        nothing|no like|of ...
        not|nor in|at any|one ...
        river|canal|festival|bus|train|car|tent|park|rec|shop|shops|cinema|gym
        at|in|his|her|their|own|family|the|mums|dads|nans|grans|grandmas|grandparents|aunts|uncles|parents|
            friends|mates|neighbours|house|council|relatives own|family|mums|dads|nans|grans|grandmas|
            grandparents|aunts|uncles|parents|friends|mates|neighbours|mam|mams|relatives|stepdads|
            boyfriends|rented|private|step home|house|flat|place|caravan|address|garden|bedroom|bathroom|
            car|kitchen
        at|in|from|own home|house|flat|bedroom|bath|garden|car|caravan|tent|bed|kitchen
        living|lived|was|stayed|stays|live|lives .. home|mum|dad|family|parents|nan|gran|mam
        with <his>? own|mum|dad|mother|father|mam|family|parents|nan|gran|grandparents|friends|mates|
            relatives|aunt|boyfriend|grandma
        mums|dads|nans|grans|mams|parents|grandparents|grandmas
        street|park|road|river|canal|beach|shop|town|field|woods|motorway|railway|lake|sea|pool|bus|train|
            playground|alley|alleyway|outside|outdoors|car|caravan|hotel|pub|lane|pavement|mcdonalds|
            fields|reservoir|quarry|rec|skatepark|estate|platform|tracks|bridge|supermarket
        mates|friends|neighbours|nans|grans|aunties|cousins house|flat|place|home
        on|walking|way his|her|the|their way|home|from|to
        none
        family home
        private home|house|address|dwelling|rented|property
        tent|sofa
        community
        holiday|hols
        out and about
        out with|playing|on
        at <his>? friends|mates|nans|grans|neighbours|cousins|mums|dads|aunties|partners|relatives|
            boyfriends|girlfriends
        at a friend|mate|relative|neighbour|relatives|friends|party|sleepover
        nothing|none like|of|that|those
        neither|nowhere
        not|no|nor|wasnt|isnt|without ... setting|provision|service|settings|services|those|placement|
            residential|custody|regulated|care
        school
        youth|football|boxing|swimming|karate|sports|dance|church|scout|scouts|cadets club|group|hut|
            practice|lesson|lessons|match
        scouts|brownies|cubs|mosque|church
        day school
        primary|secondary|mainstream school
        """,
        unknown="""
        noone|nobody|noones|nobodys|not|dont ... what|sure|know|which|where ...
        some|sort|kind of|sort placement|place|accommodation
        dont|not|isnt|unclear|unsure|whether|if ... registered|regulated
        somewhere|something|place|some ... council|la|social|authority ... arranged|found|put|placed|sorted
        temporary|emergency|unregistered|unregulated|supported accommodation|placement
        """,
    ),
    wins=("custody_or_detention", "residential", "unknown", "other_regulated", "none"),
    bare={"no": "none"},
)
