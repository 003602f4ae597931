"""Have children's services (MASH) been told?"""

from bot.interview.hear.not_told import LATER, NOT_DONE
from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

TOLD_SOCIAL_CARE = YesNo(
    Patterns(
        yes="""
        came|come .. from|through|via mash|social|childrens|them|duty
        on|off|got the? phone|line with|to ...
        came|referred|passed|sent|notified|heard|told us? from|by|via ... mash|social|childrens|them|council
        they|mash|duty|team|edt|council|services|social|care|worker have|has|got|had it|this|the|already|
            opened|picked|allocated
        theyve|shes|hes got|opened|allocated|started|been|picked|visited|acknowledged ...
        put|putting|stuck|got|popped|fired|logged|lodged|whacked .. referral|marf|it|one|contact|
            that .. in|through|off|to?
        reported|logged|submitted|done|sent|filed .. portal|online|website|form|system
        theyre|they|shes|well fully|already|all|now aware|involved|across|know|informed
        already|well|fully known|informed|aware|told|with|involved|reported|referred|in
        told|rung|informed|notified|called|rang|contacted|spoke|reported .. when|on|within|this|last|same|
            an|at|as|immediately|night|morning|day
        they|she|mash know|knows
        social worker ... rang|called|told|phoned|visited|came|knows|aware|involved|allocated
        yes|already they|shes|have|done|did
        done that|it|already|yesterday|this
        did|done it|that
        initial child protection
        icpc|rcpc
        strategy
        told|rang|rung|phoned|called|contacted|informed|notified|emailed|reported|referred|alerted|flagged|
            messaged|telephoned|spoke|spoken|speaking .. mash|social|childrens|duty|edt|cssw|them|front|
            csc|council|it|this|worker|services|sw|through|straight|yesterday|today|on
        told|called|contacted|informed|notified|reported .. at|right the|time|once|away
        emailed|sent|faxed|submitted|uploaded ... referral|marf|form|over|across
        told us|me
        been? reported|referred|informed|notified|told|alerted|logged
        made|sent|submitted|did|done|put|completed|raised|filled|logged .. referral|marf|contact|form|call|
            mash|in|report|notification|it
        referral has|was|went|is|s|been|already|made|in|submitted|sent
        strategy|strat meeting|discussion|mtg
        strat
        allocated|got|have|has|their|a .. social worker|sw
        social worker|sw|workers|mash|edt|duty|childrens|csc|services|they|it|she|he|care .. is|are|s|have|
            has|been|was|were|already|know|knows .. involved|aware|informed|told|know|knows|on|notified|
            leading|investigating|attending|got|holding|dealing|assessing|attended|have|picked|opened|came|
            visited
        theyre|they|well|fully|are|is|all|already|made aware|involved|informed|know
        know|knows about
        section|s 47
        s47
        open|known|allocated to .. mash|social|childrens|csc|them|services|team
        with|through|via .. mash|them|csc|duty|services|social
        marf|referral|form|notification|contact|report went|gone|sent|in|submitted|done|made|completed|
            through|is|was ...
        joint visit|investigation
        case conference
        core group
        i am|work|im .. them|childrens|mash|social
        we are|re childrens|mash|social|the
        reference|ref number|no
        spoke|spoken|speaking|talked|discussed ... mash|duty|social|childrens|edt|csc
        """,
        no_=LATER + NOT_DONE,
        unknown="""
        understanding is|that ...
        as|so far as ...
        police|hospital|school|ward|gp|colleague|manager|head|dsl|crew|paramedics|doctor|she|he|they|
            someone|teacher|nurse|lead|consultant ... meant|supposed|deals|dealing|dealt|handles|handled|
            sorts|sorting|does|do|usually|would|did|doing|said|reported|referred to|with|that|it|this|
            theyd|shed|hed|she|he|they
        someone|somebody|people|others else|will|must|should|would ...
        not that|as|to far|i|we|my|our ...
        not as far as|so ...
        left|leave .. voicemail|message|answerphone|vm
        voicemail|answerphone
        would|should|shouldve|wouldve|must|might|may .. have|of? .. told|done|reported|rung|called|
            referred|informed|let|been
        police|hospital|school|ward|gp|someone|somebody|they|colleague|manager|head|dsl|paramedics|
            ambulance|a&e|health|doctor|consultant|he|she|else .. will|would|should|probably|usually|
            normally|always|said|says|supposed|meant|going|might|may ... tell|told|call|called|
            ring|rung|refer|referred|have|report|inform|do|done|would|will|had
        left it|that with|to
        dealt|dealing|sorted|handled|handling by|with police|school|hospital|manager|head|dsl
        told .. would|will|was|had|has been?
        i|we|ive|im|was|were|been told|heard|understand|gather|led .. they|it|that|someone|she|he|
            police ... have|had|has|did|would|been|knew|know
        would|might|may|should|could have|of been?
        would|should have thought
        no reply|response|acknowledgement|answer
        tried ...
        """,
    ),
    believed="unknown",
    doubted="unknown",
)
