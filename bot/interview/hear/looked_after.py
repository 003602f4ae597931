"""Was the child looked after by a council (in care)?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

LOOKED_AFTER = YesNo(
    Patterns(
        yes="""
        in|known|through the system
        system ... life
        one of ours|our
        our care
        with|by .. carers
        full|care|interim|placement order ...
        council|la|local|authority|social|they .. had|have|has|shared|held ... order|pr|responsibility|her|him
        came|taken|went|placed|received .. into ... care|accommodation
        care leaver
        lived|living|placed|was .. foster|carers|residential|childrens ...
        matched|placed for adoption
        in|into|under|been|come|came|taken|gone|enter|entered|entering|of local|the|council|la|authority|
            foster|residential|kinship? care
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
        removed|taken|placed|living|stayed|lived|put|moved ... council|local|carers|la|foster|authority|
            social|kinship
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
        order|placement was|had|has|is been? discharged|revoked|ended|over|broken|finished
        gone|went|moved|moving|returned|returning|been back to? live|home|with|to ... mum|dad|parents|
            family|home|mam|mother|father
        with|by <his> grandmother|grandfather|grandma|nana|nan|grandparents|grandparent|uncle|aunty|auntie|
            aunt|sister|brother|friends|godmother|stepmum|stepdad|partner
        privately
        living|lived independently|alone|rough
        own tenancy|flat|place
        looked|in after|care|lac ... but|then|before ... home|returned|back|discharged|ended|went|parents|
            adopted
        was|been|were|used .. once|previously|formerly|briefly|before|years ... but|then|now ...
        went|gone|returned|back|rehabbed|reunified|moved home|to .. mum|dad|parents|home|in|#|years|before
        came|come|left|been|out .. out|of|from .. care ...
        never|not|no|wasnt|isnt|werent|hadnt came|come|went|been|taken|ever|lac|cla|lacs|into|accommodated|
            looked|in
        loving|own|normal family|home
        with <his> parents|mum|dad|mam|mother|father|nan|gran|family|auntie|aunties|sister|grandparents
        at <his> aunties|nans|grans|mums|dads|sisters|grandmas|mams|parents|grandparents
        lived|living|live|stayed|was|were .. mum|dad|mother|father|parents|stepdad|nan|gran|auntie|
            grandparents|mam|sister|brother|husband|partner|family
        home with ...
        home all <his>? life
        just|only a cin|child|cp
        social|a worker but ...
        lived|living|live|lives|was|were|stayed|been|resided|based|always|brought|stayed|home .. at|with|
            by|in|up .. home|mum|mums|dad|dads|mam|mother|father|parents|parent|family|birth|own|
            grandparents|nan|gran|grandma|nana|aunt|auntie|relatives|stepdad
        at home|mums|dads
        with|by .. birth|both|his|her|their|own|biological .. parents|parent|family|mum|mother|dad|father|
            mam|mums|grandparents|nan|gran|nana|aunt|auntie|grandma
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
        not|wasnt|isnt|never|werent|hasnt|hadnt|nt been? accommodated|looked|lac|fostered|removed|in|taken|
            known
        never|not|wasnt|hadnt|hasnt|isnt|werent been? in|into|under ... care
        left|leaving|returned|come|came|out|gone|went|ceased|discharged|stopped from|of|being|home|
            to ... care|before|parents|lac|looked
        care order was|had|is|been ... discharged|revoked|refused|ended|lapsed
        rehabilitated home
        supervision order
        hospital inpatient
        """,
        unknown="""
        legal status
        in|care|through? proceedings ...
        noone|nobody|noones|nobodys ... confirmed|said|told|clear|sure ...
        she|he|they might|may|could ...
        some|a lot|lots|been talk|discussion|chat ...
        talk|talked|discussion|thinking of|about ...
        social worker|workers said|involved|had
        had a social worker
        somewhere|something|place the council|la|social ... arranged|found|put|had
        going|about|due|meant|supposed|planned|planning|proposed|considering|considered|applied|applying|
            application|proceedings to|for|be|had|were ...
        pre proceedings
        plo
        care proceedings
        """,
    ),
    believed="yes",
    doubted="no",
    of_child=True,
)
