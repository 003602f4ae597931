"""Where others can read along: the guidance is explained, a case is not talked about, and nothing is kept."""

from __future__ import annotations

from rasa.core.agent import Agent
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_topic import say_answer
from bot.channels.model import SourceLink
from bot.channels.teams.cards.messages import Message, in_group
from bot.channels.teams.cards.parts import where_from
from bot.channels.teams.words import DANGER_GROUP, NOT_HERE, ONLY_GUIDANCE
from bot.dialogue.carried import reading_of
from bot.guidance.model import Pack
from bot.rasa.talk import as_words
from bot.reading.danger_words import says_danger
from bot.reading.reading import Danger

A_CASE = 2
"""So many facts of the check in one message are somebody's case, whatever is asked about them."""
LONG = 60
"""Words: a question is shorter; what is longer tells a story."""


async def answer_group(agent: Agent, pack: Pack, app_id: str, text: str) -> Message:
    """The one message to answer with."""
    if says_danger(text):
        return in_group(DANGER_GROUP, app_id)
    reading = reading_of(await agent.parse_message(as_words(text)))
    intent = reading.lead
    if reading.danger is Danger.PLAIN:
        return in_group(DANGER_GROUP, app_id)
    told = {fact for fact, heard in reading.told.items() if heard.sure and fact != "area"}
    if len(told) >= A_CASE or len(text.split()) > LONG or (told and intent not in pack.answers):
        return in_group(NOT_HERE, app_id)
    if intent in pack.answers:
        return _guidance(pack, intent, app_id)
    return in_group(NOT_HERE if intent in ("start_check", "answer", "change_answer") else ONLY_GUIDANCE, app_id)


def _guidance(pack: Pack, topic: str, app_id: str) -> Message:
    said = CollectingDispatcher()
    say_answer(said, pack, topic, offers=False)
    (answer,) = said.messages
    sources = [SourceLink(**place) for place in answer["custom"].get("sources") or []]
    return in_group(answer["text"], app_id, where_from(sources))
