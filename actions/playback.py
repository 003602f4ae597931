"""What was heard in typed words is said back, so that a mishearing is caught at once."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.executor import CollectingDispatcher

from actions.replying import reply
from bot.guidance.model import Pack
from bot.interview.answers import decode
from bot.interview.saying import say_fact


def play_back(dispatcher: CollectingDispatcher, pack: Pack, news: Mapping[str, str]) -> None:
    """Say the newly heard facts back; nothing is said for none."""
    if news:
        said = "; ".join(say_fact(pack, name, decode(pack.facts[name], value)) for name, value in news.items())
        reply(dispatcher, f"I have noted: {said}. Tell me if any of that is wrong.")
