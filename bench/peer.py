"""Rasa's own SQL tracker store beside ours: the same model, actions and messages, in process."""

from __future__ import annotations

import asyncio
import tempfile
import time
from itertools import cycle
from pathlib import Path
from statistics import median

import bot.rasa.ready  # noqa: F401  comes before anything of rasa's

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import SQLTrackerStore

from actions import all_actions
from actions.kit import Kit
from bench.service import ROOT
from bench.turns import MIXED, OPENING
from bot.guidance.load import load_packs
from bot.rasa.talk import Listener, load_talk
from bot.rasa.train import train_if_changed
from bot.settings import load_settings


def stock_store(turns: int = 160) -> dict[int, float]:
    """Median milliseconds around turns 5, 50 and 150 with Rasa's SQL tracker store on SQLite."""
    kit = Kit(load_packs(ROOT / "guidance"), load_settings().date_today)
    agent = load_talk(train_if_changed(ROOT, ROOT / "models"), all_actions(kit)).agent
    with tempfile.TemporaryDirectory() as folder:
        store = SQLTrackerStore(domain=agent.domain, dialect="sqlite", db=str(Path(folder) / "rasa.db"), query={})
        agent.tracker_store = agent.processor.tracker_store = store
        return asyncio.run(_drive(agent, turns))


async def _drive(agent: Agent, turns: int) -> dict[int, float]:
    took, said = [], cycle(MIXED)
    for turn in range(turns):
        began = time.perf_counter()
        text = OPENING if turn == 0 else next(said)
        await agent.handle_message(UserMessage(text, Listener(), "peer"))
        took.append((time.perf_counter() - began) * 1000)
    return {turn: median(took[turn - 5 : turn + 5]) for turn in (5, 50, 150)}
