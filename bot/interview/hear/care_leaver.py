"""Was the young person a care leaver?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

CARE_LEAVER = YesNo(
    Patterns(
        yes="""
        childrens|kids|care|residential home|homes|unit ... till|until|to|up|since|before
        in|lived|living a? childrens home|homes
        entitled|eligible|qualified|qualifies to|for ...
        had|has|have|with|her|his|allocated .. pa|personal
        came|come|moved|aged|stepped|went|gone|discharged|exited|on .. out|from|of|on .. care|foster|
            system|fostering
        in|care from ... to|until|till|eighteen|18|17|16
        system
        spent|most|half|all ... care
        after care
        turned 18 in care
        18|16|21 plus|+
        leaving care
        care leaver|leavers
        left|leave|leaving|aged|came|out|come|moved|turned|ended ... care|fostering|foster
        left|leaving|aged|come|came out? of? .. care|system
        leaving care|team
        former|formerly relevant|looked|in|fostered|lac|foster
        relevant|eligible|qualifying child|young|person|care
        formerly|previously|used|had .. in care|lac|looked|fostered
        ex|former care|lac|looked|cla|foster
        pathway plan
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
        <pron>|child was|were|is still in|looked|with|being|fostered|under|a ... care|after|foster|carers|
            child|order?
        was|were|is still in|looked|fostered care|after?
        never|not|wasnt|hadnt|hasnt|isnt|no|didnt|werent ... system|fostered|care|looked|leaver|lac
        still|currently .. being? looked|in|a|fostered|child ...
        was|were|s|is|only|aged|just #|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
        baby|toddler|infant|newborn|primary
        lived|stayed|always|living .. home|parents|mum|dad|family|nan|grandparents ...
        home all|with
        not that kind|sort
        never|not|wasnt|isnt|hadnt|hasnt|werent|didnt|no .. been? in|into|any|a|known|looked|time|
            spent .. care|leaver|after
        never|not|didnt|doesnt|wasnt|dont qualify|qualified|eligible|count|meet|met
        only|just in care for|a|briefly|few
        lived|living|grew|brought|always|raised|been|was|stayed .. with|at|up|by .. home|mum|parents|
            family|dad|own|birth|mam
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
    of_child=True,
)
