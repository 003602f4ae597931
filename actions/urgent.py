"""Danger comes before everything: what is said, at once, whatever was being talked about."""

from __future__ import annotations

from collections.abc import Iterable

from rasa_sdk.executor import CollectingDispatcher

from actions.kit import Case
from actions.replying import Button, reply
from bot.guidance.says import say
from bot.interview.citing import citations


def say_urgent(
    dispatcher: CollectingDispatcher, case: Case, offers: Iterable[Button] = (), in_their_words: str | None = None
) -> None:
    """999, or children's services, before anything else, first `in_their_words` where they write in another language;
    then the offer to carry on."""
    wording = case.pack.wording["act_now"]
    text = f"**{wording.do_now}** {wording.text} {say('danger_before_this')}"
    if in_their_words:
        text = f"**{in_their_words}**\n\n{text}"
    sources = citations(case.pack, ("working-together/protect", "darlington-page/safety"))
    reply(dispatcher, text, offers, topic="danger_now", sources=sources)
