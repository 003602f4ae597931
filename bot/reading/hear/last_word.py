"""What somebody says last, when they take back what they said first: "yes - no wait, no", "the 8th, I tell a lie"."""

import re

_PAUSE = r"(?:^|[\s,.;:!?()-])"
_TAKEN_BACK = (
    r"(?:no|oh|ah|well|but|sorry|erm?|um)?[ ,]{0,3}(?:"
    r"no,? wait|wait,? no|(?:oh|no|sorry|er|um),? wait|wait(?=[,.-])|wait (?:a |up)(?:sec|second|minute|moment|mo)?|"
    r"(?:hang|hold) on(?: a (?:sec|second|minute|moment|mo|tick))?|"
    r"(?:scratch|scrap|strike|ignore|forget|delete|cancel) (?:that|what i (?:said|put)|the last bit)|"
    r"(?:no,? )?(?:i )?tell a lie|i lie|i stand corrected|my (?:mistake|bad|error)|correction|"
    r"let me (?:correct (?:that|myself)|rephrase(?: that)?|start again)|"
    r"(?:i )?(?:misread(?: (?:that|it|the question))?|misspoke|mis-?typed|meant(?: to (?:say|put|type))?)|"
    r"i(?:ve)? (?:was wrong|got (?:that|it) wrong|read (?:that|it) wrong)|thats (?:wrong|not right|a lie)|"
    r"make (?:that|it)|oops|whoops|doh|no,? sorry|sorry,? no(?=[,. ]+i)"
    r")"
)
# These may also go on with what was said: only a different answer after them takes the first one back.
_MAY_BE = (
    r"(?:[,.;-]{1,3} {0,3}(?:no |oh |but )?"
    r"(?:actually|i mean|well|sorry|or rather|rather|in fact|come to think of it)\b"
    r"|\b(?P<first>no|yes|yeah|nope|yep),? (?:actually|i mean|well)\b"
    r"|[.!?;-] {1,3}(?=(?:so |so thats |thats |thats a |its a |so its a |put me down as |call it |)(?:a )?"
    r"(?:yes|yeah|yep|no|nope)[ .!]{0,9}$)"
    r"|[,.;-]{1,3} {0,3}(?:but )?(?=(?:now|since|later|then) (?:known|confirmed|proved|proven|found|changed)))"
)
_OUTRIGHT = re.compile(rf"{_PAUSE}{_TAKEN_BACK}(?=[\s,.;:!?-])[\s,.;:!?-]{{0,9}}")
_PERHAPS = re.compile(rf"{_MAY_BE}[\s,.;:!?-]{{0,9}}")


def taken_back(text: str) -> str | None:
    """The words after the last plain taking-back ("no wait", "I tell a lie"), or None when nothing is taken back."""
    return _after_last(_OUTRIGHT, text)


def perhaps_taken_back(text: str) -> str | None:
    """The words after an "actually", a "well" or a closing yes or no, which may contradict those before; or None."""
    return _after_last(_PERHAPS, text)


def _after_last(sign: re.Pattern[str], text: str) -> str | None:
    low = re.sub(r"[\u2018\u2019\u02bc`']", "", text.lower())
    low = re.sub(r"[\u2010-\u2015]", "-", low)
    found = [match for match in sign.finditer(low) if _follows_something(match)]
    if not found:
        return None
    rest = low[found[-1].end() :].strip()
    return rest if re.search(r"\w", rest) else None


def _follows_something(match: re.Match[str]) -> bool:
    """Whether there is something to take back: words before, or the "no" that the sign itself begins with."""
    said = match.string[: match.start()].strip() or match.groupdict().get("first")
    return bool(said) or match.group().startswith("no")


_INSTEAD = re.compile(
    r"^(?:no[ ,]+)?(?:\w+ ){1,2}(?:did|was|is|has|were|have|had)(?:nt| not) [^,.;]{2,40}?[,;]? *"
    r"(?:\bbut (?=\w+ \w+)|[,;] *(?=(?:but )?(?:he|she|they|it|its|hes|shes|theyre|just|only)\b))"
)


def instead(text: str) -> str:
    """What is said instead of what is denied first: "she didn't die, she was hurt" is "she was hurt"."""
    low = re.sub(r"[\u2018\u2019\u02bc`']", "", text.lower())
    match = _INSTEAD.match(low)
    return low[match.end() :] if match else text
