"""Options told by their place in the list: "the first one", "1 and 3", "everything except the last"."""

import re

from bot.reading.dates.numbers import in_digits
from bot.reading.hear.words import plain

_FILL = frozenset(
    "the option options number numbers of and both them those these just only yes yeah yep please that thats "
    "it its is would be id say tick ticks box boxes on list a an for me mate duck love i think in to , . ! choice "
    "choose go with".split()
)
_ALL = re.compile(
    r"\b(?:all (?:of )?(?:the )?(?:above|them|these|those|it|two|three|four|five|six|seven|options|boxes|\d)|"
    r"everything|every (?:single )?(?:one|box|option)|each of them|the (?:whole )?lot|the whole list|^all|"
    r"yes to (?:all|everything))\b"
)
_BUT = re.compile(r"\b(?:except(?: for)?|apart from|but|bar|excluding|other than|minus|not|besides|without)\b")
_ONE = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|last|final|top|bottom|that|this|the|only|just) ones?\b"
)
_ENDS = {"last": -1, "bottom": -1, "final": -1, "top": 1}


def everything(text: str) -> tuple[bool, str]:
    """Whether every option is meant, and the words that leave some out ("the last" of "all except the last")."""
    words = plain(text)
    match = _ALL.search(words)
    if match is None or re.search(r"\bnot$|\bnone$", words[: match.start()].strip()):
        return False, ""
    head, tail = words[: match.start()], words[match.end() :]
    left_out = _BUT.search(tail)
    said = head + (tail[: left_out.start()] if left_out else tail)
    alone = all(word in _FILL or word in ("im", "afraid", "apply", "applies", "fit", "sadly") for word in said.split())
    return alone, tail[left_out.end() :].strip(" ,.") if left_out and alone else ""


def positions(text: str, options: int) -> tuple[int, ...]:
    """The places (from 0) of the options meant, when the text says nothing but places; empty otherwise."""
    words = in_digits(re.sub(r"\bsecond\b", "2", _ONE.sub(r"\1", plain(text))).split())
    found: list[int] = []
    i = 0
    while i < len(words):
        word, after = words[i], words[i + 1] if i + 1 < len(words) else ""
        run = int(after) if after.isdigit() and 2 <= int(after) <= options else 0
        if word in ("1", "first", "top") and run and (i == 0 or words[i - 1] in ("the", "both", "of", "just", "only")):
            found += range(run)
            i += 2
            continue
        if word in _ENDS and run:
            found += range(options - run, options) if _ENDS[word] < 0 else range(run)
            i += 2
            continue
        if word in _ENDS:
            found.append(0 if _ENDS[word] > 0 else options - 1)
        elif word.isdigit():
            found.append(int(word) - 1)
        elif word not in _FILL:
            return ()
        i += 1
    return tuple(sorted(set(found))) if all(0 <= place < options for place in found) else ()
