"""Did the child normally live in this area?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

NORMALLY_RESIDENT = YesNo(
    Patterns(
        yes="""
        only|just|was|were away for|on|a|when
        away for|on|at|with
        lives|lived with us|here
        lived|lives|live|living|resident|resides|resided|based|home|house|address|settled|stayed .. here|
            area|us|local|locally|borough|patch|town|city|walsall|wolverhampton|birmingham|darlington|
            district|ours
        normally|usually|permanently|always|ordinarily|mainly lived|lives|live|here|resident|resides|local|
            with
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
        not|doesnt|dont|didnt|never .. live|lived|resident|based ... england|here|area|uk
        live|lives|lived|living|resident|based in|over|up .. scotland|wales|ireland|abroad|poland|romania|
            pakistan|spain|france|india|cardiff|glasgow|belfast|dublin
        over|up|down|here|just|only visiting|on|for|seeing .. gran|nan|family|relatives|visit|holiday|
            friends|dad|mum ...
        came|come|over|here .. to|for visit|holiday|see
        abroad for|permanently|now
        moved|emigrated .. abroad|for good|permanently
        lived|lives|live|living|resident|resides|based|home|from .. there|abroad|elsewhere|scotland|wales|
            ireland|another|different|other|somewhere|outside|overseas
        just|only visiting|passing|staying|temporary|temporarily|here
        visiting here|us|from|relatives|family
        not|isnt|wasnt|never|dont|didnt .. live|lived|from|resident|normally|local|here|settled
        moved away|out|abroad|to
        had left|moved|emigrated
        another|different|other council|area|authority|town|county|borough
        travelling|passing through
        """,
        unknown="""
        between addresses|homes|places|areas
        sofa surfing
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
