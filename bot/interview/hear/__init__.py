"""Turning what somebody typed into the value of a fact. Pure: nothing is fetched, stored or asked of a clock."""

from bot.interview.hear.model import Heard
from bot.interview.hear.reply import hear
from bot.interview.hear.under_sixteen import under_sixteen
from bot.interview.hear.volunteered import hear_all

__all__ = ["Heard", "hear", "hear_all", "under_sixteen"]
