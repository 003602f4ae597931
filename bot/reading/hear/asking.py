"""A question put to the guide is not a reply."""

import re

from bot.reading.hear.words import plain

_OPENS = re.compile(
    r"^(?:(?:ok|okay|right|sorry|so|but|and|hang on|wait|hi|hello|er|um|please|also|actually)[ ,.]+)*(?:"
    r"(?:what|whats|why|whys|how|hows|who|whos|whose|whom|when|whens|where|wheres|which)\b(?! (?:knows|can say|ever|"
    r"happened (?:is|was)))"
    r"|(?:am|is|are|was|were|has|have|had|isnt|arent|wasnt|hasnt|havent) (?:i|we|you|it|this|that|they|he|she|there|"
    r"anyone|neglect|abuse|suicide|being)\b"
    r"|(?:do|does|did|can|could|should|shall|would|will|may|must|need|doesnt|dont|cant|shouldnt|wouldnt) "
    r"(?:i|we|you|it|this|that|they|he|she|there|the|a|an|any|anyone|my|our|your|someone|neglect|abuse|suicide|being)\b"
    r"|(?:can|could|please|pls) (?:you )?(?:explain|tell me|clarify|define|remind me)"
    r"|(?:explain|define|meaning of|tell me (?:what|why|how|about))\b"
    r"|(?:i|id|im|we)(?: would| d)? (?:dont understand|not sure what (?:you|that|this|it|the question|counts)|dont "
    r"get (?:what|why|the)|"
    r"want to (?:know|ask)|wanted to ask|need to know what|dont know what (?:that|you|this|it) means?|"
    r"dont know what counts|was wondering|wonder)"
    r"|(?:does|can|could) (?!have|be|say|confirm|tell|not|only|seem|look|sound|appear|feel|know|think|well|go|"
    r"see)\w+ \w+"
    r"|(?:is|are) (?:\w+ ){1,4}(?:the same|different|included|covered|counted|classed)\b"
    r"|(?:does|do|is|are|would|will|can|could|should) \w+ (?:count|mean|matter|include|come|apply|get|go|be|have)\b)"
)
# Statements that open with an auxiliary: "has been in care", "was found dead", "is safe now".
_TAG = re.compile(r"\b(?:isnt it|wasnt (?:he|she|it)|didnt (?:he|she|they)|right|innit|yeah|you know|no|why)\s*\?\s*$")
_WITHIN = re.compile(
    r"\b(?:what (?:counts|do you mean|does (?:that|it|this) mean|is meant|is a|is an|happens|if)|why (?:do|are|does|"
    r"would) (?:you|it|we|they)|"
    r"does (?:that|it|this) (?:count|matter|mean|include)|(?:do|should|can|must) (?:i|we) (?:need|have|tell|still|"
    r"report|refer|do|get|say|put)|does \w+ count|does (?:it|that|this) (?:get|come|go|have|apply|still)|is (?:that|"
    r"this|it) (?:the sort|covered|something))\b"
)


_IF = re.compile(
    r"^(?:and |so |but )*if .*\b(?:do|does|is|are|will|would|can|should|what|how|who|which) (?:i|we|it|that|they|he|"
    r"she|this|the|happens)\b"
)
# Talk about the conversation itself: going back, starting again, leaving, being told what to say.
_ABOUT_THE_TALK = re.compile(
    r"\b(?:go(?:ing)? back|start(?:ing)? (?:again|over|afresh)|from scratch|from the (?:top|beginning)|begin again|"
    r"log(?:ging)? out|sign(?:ing)? out|"
    r"(?:change|alter|correct|amend|fix|undo) (?:my|an|that|the|a|one|what i)|(?:put|gave|typed|said|told you|given "
    r"you|entered|clicked|ticked|pressed) (?:the|it|that|you)? ?(?:wrong|in error|by mistake)|"
    r"muddled|(?:got|gotta) to do with|see (?:what|why)|back (?:later|in a (?:bit|min|sec|minute)|soon|tomorrow)|"
    r"finish (?:the rest|this|it|off)? ?(?:later|after|tomorrow)|"
    r"hang (?:on|fire)|give me (?:a|\d+|five|ten|twenty)|brb|one (?:moment|sec|second|minute)\b|hold on a|why (?:do "
    r")?you|need (?:that|this|to know (?:that|this))|repeat the|pretend|ignore (?:your|all|the)|"
    r"speak to (?:a )?(?:human|person|someone real)|youre (?:rubbish|useless|wrong|not)|are you (?:a|real|there)|"
    r"good ?bye(?! (?:letter|note|text|message|video))|bye|cheerio)\b"
)


def is_question(text: str) -> bool:
    """True when the text asks the guide something, or talks about the talk, rather than answering."""
    words = plain(text).strip(" ,.;:")
    if not words:
        return False
    if any(sign.search(words) for sign in (_OPENS, _WITHIN, _IF, _ABOUT_THE_TALK)):
        return True
    return words.endswith("?") and not _TAG.search(words) and len(words.split()) > 3
