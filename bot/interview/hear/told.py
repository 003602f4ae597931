"""Have children's services been told? Have you spoken to your safeguarding lead?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

_LATER = """
        will|ill|well|going|about|planning|plan|meant|meaning|intend|intending|plan|hoping|need|tomorrow|later|must|yet|still|forgot|waiting|due|drafting ... tell|telling|ring|ringing|call|phone|contact|report|refer|speak|talk|see|do|let|inform|email|send|calling|it|raise
        was|were|am|im|we|next .. going|about|planning|meaning|meant|intending to
        thats|its|be|on my|our|the? next|list job|thing|call|step|to
        tomorrow|later
        next job|thing|step|call
        not yet
        yet to
        on|top my|the|our|todays|to list|do|agenda ...
        to do list
        have|had|got to? chance|time|opportunity to
        """
_NOT_DONE = """
        not|havent|hasnt|didnt|never|nobody|noone|none|wasnt|werent|isnt|arent|no|dont|without|hadnt ... told|tell|rung|rang|called|phoned|contacted|reported|report|referred|referral|spoken|spoke|speak|informed|aware|notified|notify|emailed|sent|involved|done|made|raised|mentioned|contact|call|logged|discussed|touch|submitted|gone|looped|say|said
        they|mash|services|she|he|lead dont|doesnt know
        no one|body .. told|rung|called|contacted|reported|informed|spoken|has|s
        wanted|want|thought|wondering|wondered|checking|see|check|hear ... first|before
        you first
        before i|we .. tell|ring|call|contact|do|speak|report|refer
        """

TOLD_SOCIAL_CARE = YesNo(
    Patterns(
        yes="""
        told|rang|rung|phoned|called|contacted|informed|notified|emailed|reported|referred|alerted|flagged|messaged|telephoned|spoke|spoken|speaking .. mash|social|childrens|duty|edt|cssw|them|front|csc|council|it|this|worker|services|her|him|that|sw|through|us|straight|yesterday|today|on|at
        been? reported|referred|informed|notified|told|alerted|logged
        made|sent|submitted|did|done|put|completed|raised|filled|logged .. referral|marf|contact|form|call|mash|in|report|notification|it
        referral has|was|went|is|s|been|already|made|in|submitted|sent
        strategy|strat meeting|discussion|mtg
        strat
        allocated|got|have|has|their|a .. social worker|sw
        social worker|sw|workers|mash|edt|duty|childrens|csc|services|they|it|she|he|care .. is|are|s|have|has|been|was|were|already|know|knows .. involved|aware|informed|told|know|knows|on|notified|leading|investigating|attending|got|holding|dealing|assessing|attended|have|picked|opened|came|visited
        theyre|they|well|fully|are|is|all|already|made aware|involved|informed|know
        know|knows about
        section|s 47
        s47
        open|known|allocated to .. mash|social|childrens|csc|them|services|team
        with|through|via .. mash|them|csc|duty|services|social
        marf|referral|form|notification|contact|report went|gone|sent|in|submitted|done|made|completed|through|is|was ...
        joint visit|investigation
        case conference
        core group
        came from|through|via .. them|mash|social|childrens
        i am|work|im .. them|childrens|mash|social
        we are|re childrens|mash|social|the
        reference|ref number|no
        spoke|spoken|speaking|talked|discussed ... mash|duty|social|childrens|edt|csc
        """,
        no_=_LATER + _NOT_DONE,
        unknown="""
        not that|as|to far|i|we|my|our ...
        not as far as|so ...
        left|leave .. voicemail|message|answerphone|vm
        voicemail|answerphone
        would|should|shouldve|wouldve|must|might|may .. have|of? .. told|done|reported|rung|called|referred|informed|let|been
        police|hospital|school|ward|gp|someone|somebody|they|colleague|manager|head|dsl|paramedics|ambulance|a&e|health|doctor|consultant|he|she|else .. will|would|should|probably|usually|normally|always|said|says|was|were|supposed|meant|going|might|may ... tell|told|call|called|ring|rung|refer|referred|have|report|inform|do|done|would|will|had
        left it|that with|to
        dealt|dealing|sorted|handled|handling by|with police|school|hospital|manager|head|dsl
        told .. would|will|was|had|has been?
        i|we|ive|im|was|were|been told|heard|understand|gather|led .. they|it|that|someone|she|he|police
        no reply|response|acknowledgement|answer
        tried ...
        """,
    ),
    believed="unknown",
    doubted="unknown",
)

TOLD_LEAD = YesNo(
    Patterns(
        yes="""
        told|rang|rung|phoned|called|informed|emailed|spoke|spoken|talked|discussed|messaged|consulted|briefed|reported|seen|saw|notified|run|ran|raised|shared|flagged|asked .. lead|dsl|dsp|named|designated|her|him|them|manager|head|it|this|with|to|past|nurse|doctor|already|straight|yesterday|today
        i|we am|are|m .. lead|dsl|named|designated
        im|thats .. lead|dsl|named|designated|me
        lead|dsl|she|he|they|nurse|manager .. knows|aware|agrees|agreed|asked|said|told|suggested|informed|wants|supports
        asked|told|advised|suggested me|us to
        she|he|they|dsl|lead is|s|has|have .. aware|informed|board|told|agreed
        knows|aware about|of|already|all
        at|in our|my|todays|yesterdays|a? supervision
        had|had|having .. conversation|chat|word|call|meeting|discussion
        """,
        no_=_LATER + _NOT_DONE + """
        dont|havent|no|not .. have|got one|a|lead|dsl
        hes|shes|theyre|she|he|lead|dsl is|s|on|been .. leave|holiday|off|away|sick|unavailable
        on leave|holiday|sick
        off sick|today|until
        cant|couldnt get|reach|find ...
        """,
        unknown="""
        left|leave .. voicemail|message|answerphone|vm
        dont know who .. is|are
        """,
    ),
    believed="unknown",
    doubted="unknown",
)
