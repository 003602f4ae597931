"""The labels of the questions' options, for Rasa's components, which cannot be handed the packs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.dialogue.today import today
from bot.guidance.load import load_packs
from bot.settings import load_settings


def option_labels(fact: str) -> Mapping[str, str]:
    """Label to value, as the national pack words them; empty for dates."""
    return labels_by_fact().get(fact, {})


@cache
def labels_by_fact() -> Mapping[str, Mapping[str, str]]:
    """The labels of every fact that the check asks for."""
    national = load_packs(load_settings().guidance_dir).for_area(None, today())
    return {q.fact: {option.label: value for value, option in q.options.items()} for q in national.questions}
