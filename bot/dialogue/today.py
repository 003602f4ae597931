"""Today's date for Rasa's components, which are made by Rasa and so cannot be handed a clock."""

from __future__ import annotations

from datetime import date

from bot.settings import load_settings


def today() -> date:
    """Today in England, or the fixed date of a demonstration."""
    return load_settings().date_today()
