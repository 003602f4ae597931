"""Passing over a question: "skip", "next please", "I'd rather not say"."""

import re

from bot.reading.hear.words import plain

_PASS = re.compile(
    r"^(?:(?:ill|lets|let me|id like to|id rather|i want to|well|just|ok|please|um|er|no|yes) )*(?:we |i )?(?:"
    r"skip(?: (?:this|that|it|over|past)(?: one| question)?)?|pass|next(?: question| one)?|move on|moving on|"
    r"leave (?:it|this|that)(?: one)?(?: blank| out| for now| empty)?|come back to (?:it|this|that)(?: one)?|"
    r"(?:would |d |id )?(?:rather|prefer) not(?: to)?(?: (?:say|answer|tell you|comment|go into it))?"
    r"(?: (?:that|it|this))?|"
    r"prefer not(?: to)? (?:say|answer)|not saying|no comment|not (?:prepared|willing|happy) to (?:say|answer)|"
    r"(?:cant|wont|not going to) answer (?:that|this)(?: one)?|decline to (?:say|answer)"
    r")(?: (?:please|thanks|thank you|for now|then|sorry|mate|if i can|if thats ok|later|here))*[ .!]*$"
)


def passes(text: str) -> bool:
    """True when the reply leaves the question open on purpose."""
    return bool(_PASS.match(plain(text)))
