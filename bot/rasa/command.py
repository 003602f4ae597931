"""Rasa's own command line, run on this project with our actions in process and no telemetry."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import bot.rasa.ready  # noqa: F401  comes before anything of rasa's

from rasa.core.utils import AvailableEndpoints

from actions import all_actions
from actions.kit import Kit
from bot.guidance.load import load_packs
from bot.rasa.in_process_actions import InProcessActions
from bot.reading.hear.gazetteer import hear_areas_of
from bot.settings import load_settings


def run_rasa(arguments: Sequence[str]) -> int:
    """Run `rasa <arguments>`; gives back its exit code."""
    settings = load_settings()
    packs = load_packs(settings.guidance_dir)
    hear_areas_of(packs, settings.date_today)
    kit = Kit(packs, settings.date_today)

    read = AvailableEndpoints.read_endpoints

    def with_our_actions(endpoint_file: str) -> AvailableEndpoints:
        endpoints = read(endpoint_file)
        endpoints.action = InProcessActions(all_actions(kit))
        return endpoints

    AvailableEndpoints.read_endpoints = staticmethod(with_our_actions)
    from rasa.__main__ import main

    sys.argv = ["rasa", *arguments]
    try:
        main()
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0
