"""Was the child looked after by a council? Was the young person a care leaver?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

LOOKED_AFTER = YesNo(
    Patterns(
        yes="""
        in|into|under|been|come|came|taken|gone|enter|entered|entering|of local|the|council|la|authority|foster|residential|kinship? care
        in|into|under|of .. care|lac
        care|placement|interim|full|emergency|supervision? order|orders
        ico|fco
        looked after
        lac|cla|cic|uasc
        child|kid|children looked|in after|care
        foster*
        childrens|kids|care|residential home|homes|placement|unit
        section|s|sec 20|31|38|twenty|21
        s20|s31|s38|sec20
        accommodated|accomodated|accommodation under|by
        voluntary accommodation|arrangement|care
        removed|taken|placed|living|stayed|lived|put|moved ... council|local|carers|la|foster|authority|social|kinship
        ward of court
        parental responsibility
        shared pr
        placed|placement with|at|in
        placement
        connected person|persons|carer|carers
        kinship foster*|placement|care|carer|carers
        short breaks|break
        remanded
        on remand
        secure unit|accommodation|order
        adoption|adoptive placement
        iro
        corporate parent|parents|parenting
        """,
        no_="""
        lived|living|live|lives|was|were|stayed|been|resided|based|always|brought|stayed|home .. at|with|by|in|up .. home|mum|mums|dad|dads|mam|mother|father|parents|parent|family|birth|own|grandparents|nan|gran|grandma|nana|aunt|auntie|relatives|stepdad
        at home|mums|dads
        with|by .. birth|both|his|her|their|own|biological .. parents|parent|family|mum|mother|dad|father|mam|mums|grandparents|nan|gran|nana|aunt|auntie|grandma
        with|by mum|dad|mam|parents|family|nan|gran|mums|both
        at home with
        cin|cp|cpp
        child|children in need
        child|cp|cin protection? plan
        protection plan
        plan only
        early help
        private|privately fostering|fostered|arrangement|foster
        special guardianship|guardian
        sgo
        child arrangements order
        adopted
        edge of care
        informal|family arrangement
        informally
        no order|orders|care
        open to
        not|wasnt|isnt|never|werent|hasnt|hadnt|nt been? accommodated|looked|lac|fostered|removed|in|taken|known
        never|not|wasnt|hadnt|hasnt|isnt|werent been? in|into|under ... care
        left|leaving|returned|come|came|out|gone|went|ceased|discharged|stopped from|of|being|home|to ... care|before|parents|lac|looked
        care order was|had|is|been ... discharged|revoked|refused|ended|lapsed
        rehabilitated home
        supervision order
        hospital inpatient
        """,
        unknown="""
        some|a lot|lots|been talk|discussion|chat ...
        talk|talked|discussion|thinking of|about ...
        social worker|workers said|involved|had
        had a social worker
        somewhere|something|place the council|la|social ... arranged|found|put|had
        going|about|due|meant|supposed|planned|planning|proposed|considering|considered|applied|applying|application|proceedings to|for|be|had|were ...
        pre proceedings
        plo
        care proceedings
        """,
    ),
    believed="yes",
    doubted="no",
)

CARE_LEAVER = YesNo(
    Patterns(
        yes="""
        care leaver|leavers
        left|leave|leaving|aged|came|out|come|moved|turned|ended ... care|fostering|foster
        left|leaving|aged|come|came out? of? .. care|system
        leaving care|team
        former|formerly relevant|looked|in|fostered|lac|foster
        relevant|eligible|qualifying child|young|person|care
        formerly|previously|used|had .. in care|lac|looked|fostered
        ex|former care|lac|looked|cla|foster
        pathway plan
        personal adviser|advisor ... team?
        personal adviser|advisor
        pa|p a from|through|assigned|allocated|support|visits|visited|worker|was|with
        had|has|have|got|his|her|their|a pa
        staying put
        16|18|17|sixteen|eighteen|seventeen|21|25 plus team
        through|throughcare care|team
        aftercare|throughcare
        was|were|been|spent|had|grew|brought|raised in|up|years|time ... care|foster
        in ... care until|till|up
        looked after until|till|up
        looked after
        spent|been|was ... care
        supported|semi independent? lodgings|accommodation|living
        setting up home
        foster*
        in care
        """,
        no_="""
        never|not|wasnt|isnt|hadnt|hasnt|werent|didnt|no .. been? in|into|any|a|known|looked|time|spent .. care|leaver|after
        never|not|didnt|doesnt|wasnt|dont qualify|qualified|eligible|count|meet|met
        only|just in care for|a|briefly|few
        lived|living|grew|brought|always|raised|been|was|stayed .. with|at|up|by .. home|mum|parents|family|dad|own|birth|mam
        at home with|all
        with|by .. birth|both|his|her|their|own parents|parent|family|mum|dad
        still|currently|remained|yet ... care|looked|lac|fostered|foster|accommodated
        still|currently in|looked|with|a
        too young
        was|were|s|only # or|years|yo|at|when
        adopted
        no care history|experience|background|involvement
        respite only|care
        didnt qualify
        not|isnt|wasnt a? care leaver
        """,
        unknown="""
        leaving care|team .. checking|check|confirm|looking|will|havent|hasnt
        checking|asked|asking|waiting|check|confirm ... leaving|care|team|la|council|pa|authority
        some time|point|stage ... care
        different|another|other authority|council|la|area
        might ...
        some talk of
        """,
    ),
    believed="yes",
    doubted="no",
)
