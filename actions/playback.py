"""What was heard in typed words is said back, so that a mishearing is caught at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rasa_sdk.executor import CollectingDispatcher

from actions.replying import reply
from bot.criteria.answers import decode
from bot.guidance.model import Pack
from bot.interview.saying import question_for, say_fact


def play_back(
    dispatcher: CollectingDispatcher, pack: Pack, news: Mapping[str, str], thinks: Collection[str] = ()
) -> None:
    """Say the newly heard facts back, those that are only likely and those that the writer does not know apart;
    nothing is said for none."""
    asked = {name: value for name, value in news.items() if question_for(pack, name)}  # the others have no words yet
    values = {name: decode(pack.facts[name], value) for name, value in asked.items()}
    told = {name: say_fact(pack, name, value) for name, value in values.items() if value is not None}
    known = [words for name, words in told.items() if name not in thinks]
    likely = [words for name, words in told.items() if name in thinks]
    not_known = [_inside(pack.facts[name].label) for name, value in values.items() if value is None]
    parts = [f"I have noted: {'; '.join(known)}."] if known else []
    if not_known:
        parts.append(f"Noted as not known: {'; '.join(not_known)}. That is fine.")
    if likely:
        parts.append(f"I think you mean: {'; '.join(likely)}.")
    if len(told) > 1 or likely:
        parts.append("Tell me if any of that is wrong.")
    if parts:
        reply(dispatcher, " ".join(parts))


def _inside(label: str) -> str:
    """A label in the middle of a sentence."""
    return label[:1].lower() + label[1:]
