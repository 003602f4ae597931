"""A question put to the guide is not a reply."""

import re

from bot.interview.hear.words import plain

_OPENS = re.compile(
    r"^(?:(?:ok|okay|right|sorry|so|but|and|hang on|wait|hi|hello|er|um|please|also|actually)[ ,.]+)*(?:"
    r"(?:what|whats|why|whys|how|hows|who|whos|whose|whom|when|whens|where|wheres|which)\b(?! (?:knows|can say|ever|happened (?:is|was)))"
    r"|(?:do|does|did|can|could|should|shall|would|will|may|must|am|is|are|was|were|has|have|had|need|"
    r"isnt|arent|doesnt|dont|cant|shouldnt|wouldnt) "
    r"(?:i|we|you|it|this|that|they|he|she|there|the|a|an|any|anyone|my|our|your|someone|neglect|abuse|suicide|being)\b"
    r"|(?:can|could|please|pls) (?:you )?(?:explain|tell me|clarify|define|remind me)"
    r"|(?:explain|define|meaning of|tell me (?:what|why|how|about))\b"
    r"|(?:i|id|im|we)(?: would| d)? (?:dont understand|not sure what (?:you|that|this|it|the question|counts)|dont get (?:what|why|the)|"
    r"want to (?:know|ask)|wanted to ask|need to know what|dont know what (?:that|you|this|it) means?|"
    r"dont know what counts|was wondering|wonder)"
    r"|(?:does|do|is|are|would|will|can|could|should) \w+ (?:count|mean|matter|include|come|apply|get|go|be|have)\b)"
)
# Statements that open with an auxiliary: "has been in care", "was found dead", "is safe now".
_TAG = re.compile(r"\b(?:isnt it|wasnt (?:he|she|it)|didnt (?:he|she|they)|right|innit|yeah|you know|no|why)\s*\?\s*$")
_WITHIN = re.compile(
    r"\b(?:what (?:counts|do you mean|does (?:that|it|this) mean|is meant|is a|is an|happens|if)|why (?:do|are|does|would) (?:you|it|we|they)|"
    r"does (?:that|it|this) (?:count|matter|mean|include)|do i (?:need|have)|does \w+ count)\b"
)


def is_question(text: str) -> bool:
    """True when the text asks the guide something, rather than answering it."""
    words = plain(text)
    if not words:
        return False
    if _OPENS.match(words) or _WITHIN.search(words):
        return True
    return words.endswith("?") and not _TAG.search(words) and len(words.split()) > 3
