"""Whether an age that was told is certainly under sixteen."""

import re

from bot.reading.dates.numbers import in_digits
from bot.reading.hear.birth import age_in_words

_STAGE = re.compile(
    r"\b(?:newborn|baby|babies|infant|toddler|bairn|pre-?schooler|nursery|reception|year [1-6]|primary)\b"
)
_AGE = re.compile(
    r"\b((?:is|was|s|aged?|turned|only|just|(?:boy|girl|lad|lass|child|kid|pupil|son|daughter) of) )?(\d{1,2})[ -]*"
    r"(years?|yrs?|y\W?o|months?|mths?|weeks?|wks?|days?)?\b"
)
_OTHERS = re.compile(r"\b(?:mum|mother|dad|father|parents?|teen\w*|adult|student|care leaver|carer)\b")


def under_sixteen(text: str) -> bool:
    """True only if one age, or a stage of early childhood, is told and nobody older is spoken of.

    Anything doubtful is False: the question is then asked.
    """
    words = " ".join(
        in_digits(re.findall(r"[a-z0-9]+", age_in_words(text).replace(" and a half", "").lower()), ordinals=False)
    )
    if _OTHERS.search(words):
        return False
    told = [(n, unit) for said, n, unit in _AGE.findall(words) if said or unit or words == n]
    ages = {int(n) if not unit or unit[0] == "y" else 0 for n, unit in told}
    if len(ages) > 1:
        return False
    return max(ages) < 16 if ages else bool(_STAGE.search(words))
