"""The labels of the questions' options, for Rasa's components, which cannot be handed the packs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.criteria.remember import once_a_pack
from bot.dialogue.today import today
from bot.guidance.load import load_packs
from bot.guidance.model import Pack
from bot.settings import load_settings

_packs = cache(load_packs)


def facts_of_today() -> frozenset[str]:
    """Every fact of today's edition, asked for or not."""
    return frozenset(_packs(load_settings().guidance_dir).for_area(None, today()).facts)


def labels_by_fact() -> Mapping[str, Mapping[str, str]]:
    """The labels of every fact that the check asks for today."""
    return _labels(_packs(load_settings().guidance_dir).for_area(None, today()))


@once_a_pack
def _labels(pack: Pack) -> Mapping[str, Mapping[str, str]]:
    return {q.fact: {option.label: value for value, option in q.options.items()} for q in pack.questions}
