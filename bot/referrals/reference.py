"""References: short, readable aloud, holding nothing personal, with a check character.

Digits and consonants only, so that no word appears; I, L, O and U are left out as Crockford does. That leaves
29 characters, a prime number, so that a weighted sum finds any one wrong character and any two swapped.
"""

from __future__ import annotations

import re
import secrets

PREFIX = "CSPR"
ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXZ"
BODY = 7
MISREAD = str.maketrans("OIL", "011")


class NotAReference(ValueError):
    """What was given cannot be a reference."""


def check_character(body: str) -> str:
    """The last character for the first seven."""
    return ALPHABET[sum(n * ALPHABET.index(c) for n, c in enumerate(body, start=2)) % len(ALPHABET)]


def make_reference() -> str:
    """A new reference, drawn at random (29 to the 7th: 17 thousand million)."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(BODY))
    return _written(body + check_character(body))


def parse_reference(typed: str) -> str:
    """The reference as it is stored, from however it was typed: any case, spaces, dashes or none, O for 0, I
    for 1.

    Raises NotAReference with a sentence saying what is wrong.
    """
    kept = compact(typed).removeprefix(PREFIX)
    if len(kept) != BODY + 1 or any(c not in ALPHABET for c in kept):
        raise NotAReference("A reference looks like CSPR-7K4M-92QX: 8 letters and numbers after CSPR")
    if check_character(kept[:BODY]) != kept[BODY]:
        raise NotAReference("This reference has a mistake in it: check it letter by letter")
    return _written(kept)


def compact(typed: str) -> str:
    """What was typed, in capitals, without spaces and dashes, misread characters put right."""
    return re.sub(r"[\s\-\u2010-\u2015]", "", typed).upper().translate(MISREAD)


def _written(kept: str) -> str:
    return f"{PREFIX}-{kept[:4]}-{kept[4:]}"
