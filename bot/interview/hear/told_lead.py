"""Have you spoken to your safeguarding lead?"""

from bot.interview.hear.not_told import LATER, NOT_DONE
from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

TOLD_LEAD = YesNo(
    Patterns(
        yes="""
        discussed|spoken|told|informed|shared|done already|it|together|yesterday|today
        already discussed|spoken|told|informed|shared|done|spoke
        had|got|a quick|brief|good|long|a? word|chat|call|conversation with?
        had|got a quick|brief|good|long? word|chat|call|conversation|catch ...
        in the picture|loop|know
        fully|well|already aware|in|briefed|informed|on
        talked|discussed|spoke|speaking .. over|about|through|it|this|lunch|today
        that|its|it is? me|myself
        thats me
        shes|hes|theyre|she|he is? the|who|aware|fully|happy|told ...
        told|rang|rung|phoned|called|informed|emailed|spoke|spoken|talked|discussed|messaged|consulted|
            briefed|reported|seen|saw|notified|run|ran|raised|shared|flagged|asked .. lead|dsl|dsp|named|
            designated|her|him|them|manager|head|it|this|with|to|past|nurse|doctor|already|straight|
            yesterday|today
        i|we have
        had|having .. word|chat|call|conversation|meeting|discussion|catch
        i|we am|are|m .. lead|dsl|named|designated
        im|thats .. lead|dsl|named|designated|me
        lead|dsl|she|he|they|nurse|manager .. knows|aware|agrees|agreed|asked|said|told|suggested|informed|
            wants|supports
        asked|told|advised|suggested me|us to
        she|he|they|dsl|lead is|s|has|have .. aware|informed|board|told|agreed
        knows|aware about|of|already|all
        at|in our|my|todays|yesterdays|a? supervision
        had|had|having .. conversation|chat|word|call|meeting|discussion
        """,
        no_=LATER
        + NOT_DONE
        + """
        dont|havent|no|not .. have|got one|a|lead|dsl
        hes|shes|theyre|she|he|lead|dsl is|on|been|off|currently .. leave|holiday|off|away|sick|unavailable
        on leave|holiday|sick
        off sick|today|until
        cant|couldnt get|reach|find ...
        """,
        unknown="""
        left|leave <pron>|<his> a? message|voicemail|email
        not sure who ...
        who it|that is
        left|leave .. voicemail|message|answerphone|vm
        dont know who .. is|are
        """,
    ),
    believed="unknown",
    doubted="unknown",
)
