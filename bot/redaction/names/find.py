"""Names of people in what somebody typed, of any origin, with capitals or without.

No list holds every name. So a word with a capital that is no ordinary word, place, month or agency is taken for a
name, and the lists only say which words are none, and which words in lower case are names all the same. Measured by
`python -m evaluation.names`.
"""

from __future__ import annotations

from bot.redaction.names.keeping import SURNAMES_TOO, kept_words
from bot.redaction.names.mistyped import is_mistyped
from bot.redaction.names.token import Token, tokens

TITLES = frozenset(
    "mr mrs ms miss mx dr doctor prof professor pc ds di dc dci dsi sgt sergeant constable inspector nurse sister "
    "father councillor cllr judge nan nanny gran grandad uncle aunt aunty auntie officer matron midwife née nee "
    "baby".split()
)
CALLED = frozenset("called named name name's goes by".split())
WHERE = frozenset("in at from to near of on across around between outside into through near".split())
DOES = frozenset(
    "is was has had did does told tells said says died rang hit hits ran lives lived works worked went came broke "
    "stopped thinks thought saw took moved arrived stabbed noticed retired signed attended never would lied wants "
    "reported".split()
)


def find_names(text: str) -> list[tuple[int, int]]:
    """Where names stand, as (start, end) of each run of words, in order."""
    words = tokens(text)
    keep = kept_words(words, text)
    named: list[bool] = []
    for number, word in enumerate(words):
        before = words[number - 1] if number and _touch(text, words[number - 1], word) else None
        after = words[number + 1] if number + 1 < len(words) and _touch(text, word, words[number + 1]) else None
        earlier = words[max(0, number - 3) : number]
        after_name = before is not None and not before.owns and bool(named[-1:]) and named[-1]
        named.append(number not in keep and _is_name(word, before, after, earlier, after_name))
    return _runs(words, named, text)


def _is_name(word: Token, before: Token | None, after: Token | None, earlier: list[Token], after_name: bool) -> bool:
    if len(word.low) == 1 and not after_name:  # initials are what a record asks for
        return False
    introduced = before is not None and (before.low in TITLES or before.low in CALLED or _name_is(earlier))
    if not word.capital:
        return _is_name_in_lower_case(word, before, after_name)
    if introduced and before is not None and (before.low in TITLES or not (word.other or word.place)):
        return True
    if after_name:
        return word.low in SURNAMES_TOO or not word.other
    if word.other:
        return word.first_name and word.opens and after is not None and after.low in DOES - {"is", "was"}
    if word.place and not _is_person_not_place(word, before, after):
        return False
    if not word.ordinary:
        return True if not word.opens else _opens_as_a_name(word, after)
    if word.first_name:
        return not word.opens or _stands_as_a_person(word, before, after)
    return False


def _is_name_in_lower_case(word: Token, before: Token | None, after_name: bool) -> bool:
    if word.text.isupper() and len(word.text) > 1:
        return False
    if word.ordinary or word.other or word.place or len(word.low) < 3:
        return False
    if before is not None and before.low in ("called", "named"):
        return True
    return word.first_name or (after_name and word.family_name)


def _opens_as_a_name(word: Token, after: Token | None) -> bool:
    """A capital at the start of a sentence says nothing by itself, and may sit on an ordinary word mistyped."""
    if word.first_name or word.family_name or _stands_as_a_person(word, None, after):
        return True
    return len(word.low) > 3 and not is_mistyped(word.low)


def _is_person_not_place(word: Token, before: Token | None, after: Token | None) -> bool:
    """A first name that a village somewhere has too is a person's, unless it stands where places stand."""
    if not word.first_name:
        return False
    if word.well_known_place:
        return _stands_as_a_person(word, before, after)
    return before is None or before.low not in WHERE


def _stands_as_a_person(word: Token, before: Token | None, after: Token | None) -> bool:
    if before is not None and before.low in WHERE:
        return False
    if word.owns:
        return True
    if after is None:
        return False
    return after.low in DOES or (after.capital and not after.other) or (after.low == "and" and not word.place)


def _name_is(earlier: list[Token]) -> bool:
    said = [token.low for token in earlier]
    return said[-2:] in (["name", "is"], ["names", "are"], ["name", "was"]) or said[-1:] == ["name's"]


def _touch(text: str, left: Token, right: Token) -> bool:
    """Whether nothing but blanks, a possessive or an initial's full stop stands between two words."""
    between = text[left.end : right.start].removeprefix("'s").removeprefix("’s")
    return between.strip(" ") in ("", ".") if len(left.text) <= 2 else between.strip(" ") == ""


def _runs(words: list[Token], named: list[bool], text: str) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for word, is_name in zip(words, named, strict=True):
        if is_name:
            if runs and text[runs[-1][1] : word.start].strip(" .") == "":
                runs[-1] = (runs[-1][0], word.end)
            else:
                runs.append((word.start, word.end))
    return runs
