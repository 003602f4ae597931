"""What saying that nobody has been told yet looks like, whoever it is that should be."""

LATER = """
        will|ill|well|going|about|planning|plan|meant|meaning|intend|intending|plan|hoping|need|tomorrow|
            later|must|yet|still|forgot|waiting|due|drafting ... tell|telling|ring|ringing|call|phone|
            contact|report|refer|speak|talk|see|do|let|inform|email|send|calling|it|raise
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
NOT_DONE = """
        nobody|noone|nothing has|have|been ... told|rung|done|said|called|contacted|informed|made|reported|
            sent|spoken|notified|referred
        havent|hasnt|not yet|had
        told|asked|advised|said to come|check|ask|speak|use|try .. here|you|this|first
        not in|here|around|available|working till|until|today|this
        told|asked|advised|said to|i|we come|check|ask|speak|use|try .. here|you|this|first
        havent|hasnt|not|never|didnt .. had|got|get|been|found .. chance|round|time|moment|opportunity|
            able|to|minute
        held|holding|hold|hung|waiting|wait|wanted|want|putting off|back|on|until|till|for|to
        not|nor a|one word|soul|thing|peep|dicky|sausage
        i|we|ive|weve|they|noone havent|hasnt|not
        noone|nobody has
        still need|needs|have|got to
        no i|we|they havent|didnt|hasnt
        never|not got|get round|to
        meetings all
        not|havent|hasnt|didnt|never|nobody|noone|none|wasnt|werent|isnt|arent|no|dont|without|
            hadnt ... told|tell|rung|rang|called|phoned|contacted|reported|report|referred|referral|spoken|
            spoke|speak|informed|aware|notified|notify|emailed|sent|involved|done|made|raised|mentioned|
            contact|call|logged|discussed|touch|submitted|gone|looped|say|said
        they|mash|services|she|he|lead dont|doesnt know
        noone|nobody .. told|rung|called|contacted|reported|informed|spoken|has|s
        wanted|want|thought|wondering|wondered|checking|see|check|hear ... first|before
        you first
        before i|we .. tell|ring|call|contact|do|speak|report|refer
        """
