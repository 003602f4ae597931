"""Settling what was heard but cannot be relied on: a likely mishearing, or a contradiction of an earlier answer."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.executor import CollectingDispatcher

from actions.kit import Case
from actions.options import options
from actions.replying import CHANGE, STOP, WHY, button, reply
from bot.criteria.answers import decode, encode
from bot.guidance.model import Pack
from bot.guidance.says import say
from bot.interview.citing import citations
from bot.interview.saying import question_for, say_fact


def ask_to_confirm(
    dispatcher: CollectingDispatcher, case: Case, unsettled: Mapping[str, str], *, in_check: bool
) -> None:
    """Ask whether the first of the values is meant; against an earlier answer, whether that is to be changed."""
    fact, value = next(iter(unsettled.items()))
    pack, question = case.pack, question_for(case.pack, fact)
    assert question is not None  # only facts that are asked for can be heard
    now = said(pack, fact, value)
    before = case.told.get(fact, ...)
    if before is ...:
        rest = [
            item
            for item in options(pack, question)
            if item["payload"] != button("", "answer", **{fact: value})["payload"]
        ]
        # A typed "yes" agrees with what is read back: no option beside it may be worded so.
        for item in rest:
            if item["title"] in ("Yes", "No"):
                item["title"] = sentence(said(pack, fact, "yes" if item["title"] == "Yes" else "no"))
        text = f"I think you mean: {now}. Is that right? If not, choose another answer."
        if fact == "immediate_danger":
            text += " " + say("danger_maybe")
        choices = [button(f"Yes: {now}", "answer", **{fact: value}), *rest]
    else:
        intent = "answer" if in_check else "change_answer"
        text = f"Before, you told me: {say_fact(pack, fact, before)}. Shall I change that to: {now}?"
        choices = [
            button(f"Yes, change it: {now}", intent, **{fact: value}),
            button("No, leave it as it was", intent, **{fact: encode(before)}),
        ]
    if not in_check:
        reply(dispatcher, text, choices, topic="change_answer")
        return
    cite = citations(pack, question.cite)
    kind = "date" if pack.facts[fact].kind == "date" and before is ... else "choice"
    reply(dispatcher, text, choices, also=[WHY, CHANGE, STOP], question=fact, expects=kind, sources=cite)


def sentence(clause: str) -> str:
    """The clause with a capital letter; names in it keep theirs."""
    return clause[:1].upper() + clause[1:]


def said(pack: Pack, fact: str, value: str) -> str:
    """The encoded value in words."""
    known = decode(pack.facts[fact], value)
    return "you do not know" if known is None else say_fact(pack, fact, known)
