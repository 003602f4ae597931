"""Identifiers and names are taken out of what is typed before anything is stored, and the writer is told."""

from __future__ import annotations

import re

from bot.redaction.identifiers import Found, Taken, find_identifiers
from bot.redaction.names.find import find_names

NAME = "a name"
REMOVED = re.compile(r"\[an? [\w -]{1,40} removed\]")
STANDS_FOR_A_NAME = "she"
"""What is read instead of a name that a channel took out: "she is in danger now" is understood, a gap is not."""


def redact(text: str) -> tuple[str, list[str]]:
    """The text with identifiers and names replaced by "[... removed]", and what was removed, in words, each once."""
    codes = find_identifiers(text)
    taken = Taken(text)
    for code in codes:
        taken.take(code.start, code.end)
    names = [Found(NAME, start, end) for start, end in find_names(text) if taken.is_free(start, end)]
    found = sorted([*codes, *names], key=lambda each: each.start)
    clean, at = [], 0
    for each in found:
        clean += [text[at : each.start], f"[{each.what} removed]"]
        at = each.end
    return "".join([*clean, text[at:]]), list(dict.fromkeys(each.what for each in found))


def to_understand(redacted: str) -> str:
    """A text as the dialogue reads it: a pronoun for a name that was taken out before, nothing for a number."""
    return REMOVED.sub(lambda match: STANDS_FOR_A_NAME if NAME in match.group() else " ", redacted).strip()
