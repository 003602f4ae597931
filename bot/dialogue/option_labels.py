"""The labels of a question's options, for Rasa's components, which cannot be handed the packs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.dialogue.today import today
from bot.guidance.load import load_packs
from bot.interview.saying import question_for
from bot.settings import load_settings


@cache
def option_labels(fact: str) -> Mapping[str, str]:
    """Label to value, as the national pack words them; empty for dates."""
    question = question_for(load_packs(load_settings().guidance_dir).for_area(None, today()), fact)
    return {option.label: value for value, option in question.options.items()} if question else {}
