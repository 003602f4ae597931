"""Two readings of one reply, by rule and by the joint reader, become one: what they agree on is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.reading.hear.model import NOTHING, UNKNOWN, Heard, Value
from bot.reading.joint.labels import PLACES, SETS, VALUES
from bot.reading.joint.labels import UNKNOWN as NOT_KNOWN
from bot.reading.joint.reader import joint_reader
from bot.reading.risk import READ_BACK

TAKEN, TAKEN_SURELY = 0.55, 0.94
"""Shares at which a learnt value is taken, and taken as sure, where the rules hear nothing."""
TURNS_UNSURE, TURNS_SURE = 0.8, 0.95
"""Shares at which a learnt value stands against what a rule heard, unsurely or surely."""
FEW = 5
BACKED = 0.6
"""A share without which a rule's value that makes the result less safe is read back."""
TURNS_A_FIRST_WORD = 0.97
"""A share of a no that only the first word says, against what the rules hear after it."""
DOUBTS_SURE = 0.3
"""A share of the rule's own value below which it is not relied on."""
TALKED_OUT = 0.1
"""A share of "yes" to the question about danger below which a rule that read it is not believed."""
ALSO = 0.5
"""From this share a value of a tick-list is ticked beside a likelier one."""


PLAIN_NO, SURE_OF_UNSAFE = 0.95, 0.98
"""Shares at which a plain no to danger, and another value that makes the result less safe, need no reading back."""
_NO = re.compile(r"[\s\"'(]{0,5}(?:no|nope|nah|none|nobody|no ?one)\b", re.IGNORECASE)
_TURNS = re.compile(
    r"\b(?:until|but|though|although|however|unless|except|back|out|not safe|unsafe|none of (?:them|us)|(?:is|are)n.?t)"
    r"\b",
    re.IGNORECASE,
)


def is_plain_no(text: str) -> bool:
    """Whether a reply opens with a no that nothing after it turns ("no, they are safe until he comes back")."""
    return bool(_NO.match(text)) and not _TURNS.search(text)


@dataclass(frozen=True, slots=True)
class Likely:
    """A value (None: no reply to this question) and how likely it is, from 0 to 1; `of` a given value."""

    value: Value
    share: float
    shares: dict[str, float]


def likely(question: str, text: str) -> Likely:
    """What the joint reader takes the text for, as a reply to the question."""
    found = joint_reader().shares(question, text)
    shares = {value: float(found[PLACES[f"{question}={value}"]]) for value in VALUES.get(question, ())}
    shares[UNKNOWN] = float(found[PLACES[NOT_KNOWN]])
    best = max(shares, key=shares.__getitem__)
    value: Value = best
    if question in SETS and best != UNKNOWN:
        ticked = {name for name, share in shares.items() if share >= ALSO} - {UNKNOWN, "none_of_these"}
        value = frozenset() if best == "none_of_these" else frozenset({best} | ticked)
    return Likely(value if shares[best] >= TAKEN else None, shares[best], shares)


def weighed(question: str, ruled: Heard, text: str) -> Heard:
    """The value to go on with; `sure` only where nothing speaks against it."""
    if question not in VALUES:
        return ruled
    learnt = likely(question, text)
    believed = learnt.share >= (SURE_OF_UNSAFE if learnt.value in READ_BACK.get(question, ()) else TAKEN_SURELY)
    if question == "immediate_danger" and learnt.value == "no":
        believed = learnt.share >= PLAIN_NO and is_plain_no(text)
    if ruled.value is None:
        return NOTHING if learnt.value is None else Heard(learnt.value, sure=believed)
    if ruled.value == learnt.value and learnt.value in READ_BACK.get(question, ()):
        return replace(ruled, sure=believed or (ruled.sure and learnt.share >= BACKED))
    if ruled.value == learnt.value:
        return replace(ruled, sure=ruled.sure or believed)
    own = _own_share(ruled.value, learnt)
    if question == "immediate_danger" and learnt.value == "no" and not ruled.sure and _NO.match(text):
        return Heard("no")  # it opens with a no: that is read back
    if question == "immediate_danger" and ruled.value == "yes" and (ruled.sure or own >= TALKED_OUT):
        return replace(ruled, sure=ruled.sure and own >= DOUBTS_SURE)  # a rule is hardly ever talked out of danger
    if question == "immediate_danger" and ruled.value == "no" and ruled.sure:
        few = len(text.split()) <= FEW and is_plain_no(text)  # "no, they're safe"
        return replace(ruled, sure=few or own >= DOUBTS_SURE)
    turns = TURNS_SURE if ruled.sure else TURNS_UNSURE
    if learnt.value == "no" and _NO.match(text):
        turns = TURNS_A_FIRST_WORD  # "no, he was in foster care"
    elif question == "immediate_danger" and ruled.value == "no":
        turns = TURNS_SURE  # "they should be fine" is read back
    if learnt.value is not None and learnt.share >= turns:
        return Heard(learnt.value)
    return replace(ruled, sure=ruled.sure and own >= DOUBTS_SURE)


def _own_share(value: Value, learnt: Likely) -> float:
    names = ([*value] or ["none_of_these"]) if isinstance(value, frozenset) else [str(value)]
    return max(learnt.shares.get(name, 0.0) for name in names)
