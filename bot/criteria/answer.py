"""Should I refer? The pack's answer on the outcomes found, and the outcome that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.criteria.outcomes import Outcome
from bot.guidance.model import AnswerLine, Pack


class Answered(NamedTuple):
    """The line of the pack's answers that holds, the outcome it rests on (the headline), and whether it is settled.

    Settled: every completion of the unknown facts gives the same answer.
    """

    line: AnswerLine
    head: Outcome
    settled: bool


def answered(pack: Pack, found: Sequence[Outcome]) -> Answered:
    """The first line of the pack that holds on the outcomes that apply or are possible.

    The last line of a checked pack always holds.
    """
    by_name = {item.outcome: item for item in found}
    earlier: set[str] = set()
    for line in pack.answer:
        head = _head(line, by_name)
        if head is not None:
            return Answered(line, head, settled=not line.while_open and earlier <= {line.answer})
        # Once all facts are known only such lines speak: one that still may will, in some completion.
        if not line.while_open and any(name in by_name for name in line.applies):
            earlier.add(line.answer)
    raise LookupError(f"no answer of the pack {pack.head.id} holds")


def _head(line: AnswerLine, by_name: Mapping[str, Outcome]) -> Outcome | None:
    if any(name in by_name and by_name[name].status == "applies" for name in line.unless):
        return None
    names, status = (line.applies, "applies") if line.applies else (line.may_apply, "possible")
    return next((by_name[name] for name in names if name in by_name and by_name[name].status == status), None)
