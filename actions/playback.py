"""What was heard in typed words is said back, so that a mishearing is caught at once."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.executor import CollectingDispatcher

from actions.replying import reply
from bot.guidance.model import Pack
from bot.interview.answers import decode
from bot.interview.saying import say_fact


def play_back(dispatcher: CollectingDispatcher, pack: Pack, news: Mapping[str, str]) -> None:
    """Say the newly heard facts back, those that the writer does not know apart; nothing is said for none."""
    values = {name: decode(pack.facts[name], value) for name, value in news.items()}
    known = [say_fact(pack, name, value) for name, value in values.items() if value is not None]
    not_known = [_inside(pack.facts[name].label) for name, value in values.items() if value is None]
    parts = [f"I have noted: {'; '.join(known)}."] if known else []
    if not_known:
        parts.append(f"Noted as not known: {'; '.join(not_known)}. That is fine.")
    if len(known) > 1:
        parts.append("Tell me if any of that is wrong.")
    if parts:
        reply(dispatcher, " ".join(parts))


def _inside(label: str) -> str:
    """A label in the middle of a sentence."""
    return label[:1].lower() + label[1:]
