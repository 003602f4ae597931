"""`cspr settings`: what can be set, what is in force and where it came from."""

from __future__ import annotations

import os

from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from bot.commands.output import refusing_bad_input
from bot.settings import Settings, load_settings


def settings_command() -> None:
    """List every setting with its meaning, value (secrets masked) and source."""
    with refusing_bad_input():
        settings = load_settings()
    table = Table("Setting", "Value", "From", "Meaning")
    for name, field in Settings.model_fields.items():
        variable = f"CSPR_{name.upper()}"
        value = getattr(settings, name)
        shown = "(secret)" if isinstance(value, SecretStr) else "" if value is None else str(value)
        table.add_row(variable, shown, "environment" if variable in os.environ else "default", field.description)
    Console().print(table)
