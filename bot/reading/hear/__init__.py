"""Turning what somebody typed into the value of a fact. Pure: nothing is fetched, stored or asked of a clock."""

from bot.reading.hear.model import Heard
from bot.reading.hear.reply import hear
from bot.reading.hear.under_sixteen import under_sixteen
from bot.reading.hear.volunteered import hear_all

__all__ = ["Heard", "hear", "hear_all", "under_sixteen"]
