"""Two readings of one reply, by rule and by likeness, become one: what they agree on is sure, the rest is read back.

The shares were set on composed replies that were left out of the learning, and on the `seen` half of those held out.
"""

from dataclasses import replace

from bot.interview.hear.likeness import Likely
from bot.interview.hear.model import NOTHING, Heard

_TAKEN = 0.25  # where the rules hear nothing
_TURNS_UNSURE = 0.9  # against what a rule heard but was not sure of
_TURNS_SURE = 0.95  # against what a rule was sure of
_DOUBTS_SURE = 0.3  # enough against a rule's sureness for a reading back
_MAKES_SURE = 0.95


def weighed(question: str, ruled: Heard, likely: Likely) -> Heard:
    """The value to go on with; `sure` only where the rules are sure and nothing speaks against, or both agree."""
    if ruled.value is None:
        return Heard(likely.value) if likely.share >= _TAKEN else NOTHING
    if ruled.value == likely.value:
        return replace(ruled, sure=ruled.sure or likely.share >= _MAKES_SURE)
    if question == "immediate_danger" and ruled.value == "yes":
        return replace(ruled, sure=False)  # nothing talks a rule out of danger
    if likely.share >= (_TURNS_SURE if ruled.sure else _TURNS_UNSURE):
        return Heard(likely.value)
    return replace(ruled, sure=ruled.sure and likely.share < _DOUBTS_SURE)
