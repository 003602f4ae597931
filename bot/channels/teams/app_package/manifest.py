"""The manifest of the app, for one connection."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from jsonschema import Draft4Validator, FormatChecker

from bot.guidance.says import say
from bot.settings.teams_connection import TeamsConnection

SCHEMA = Path(__file__).parent / "MicrosoftTeams.schema.json"
MANIFEST_VERSION = "1.21"
APPS = UUID("c1a6b0c5-58a8-4a3e-9a53-6d4c5b7c1f20")
COLOR, OUTLINE = "color.png", "outline.png"
ACCENT = "#12436D"
SHORT = "Works out whether a child's case should be considered for a review."
FULL = say("app")


class ManifestFault(ValueError):
    """The manifest would not be taken; the message names the place, what was found and what is expected."""


def manifest(connection: TeamsConnection, public_url: str, version: str) -> dict[str, Any]:
    """The manifest. `public_url` is the service's https address, `version` the package's (raise it for each roll-out).

    Raises ManifestFault where Microsoft's schema would not have it.
    """
    home = public_url.rstrip("/")
    if urlsplit(home).scheme != "https":
        raise ManifestFault(f"CSPR_PUBLIC_URL: found {public_url}, expected an https address, which Teams asks for")
    made = {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{MANIFEST_VERSION}/MicrosoftTeams.schema.json",
        "manifestVersion": MANIFEST_VERSION,
        "version": version,
        "id": str(uuid5(APPS, connection.app_id)),
        "developer": {
            "name": connection.organisation,
            "websiteUrl": connection.website or home,
            "privacyUrl": connection.privacy or f"{home}/privacy",
            "termsOfUseUrl": connection.terms or f"{home}/accessibility",
        },
        "name": {"short": connection.name, "full": f"{connection.name} - {connection.organisation}"},
        "description": {"short": SHORT, "full": FULL},
        "icons": {"color": COLOR, "outline": OUTLINE},
        "accentColor": ACCENT,
        "defaultInstallScope": "personal",
        "bots": [
            {
                "botId": connection.app_id,
                "scopes": ["personal", "team", "groupChat"],
                "supportsFiles": False,
                "isNotificationOnly": False,
            }
        ],
        "validDomains": [str(urlsplit(home).hostname)],
    }
    check(made)
    return made


def check(made: dict[str, Any]) -> None:
    """Raises ManifestFault for the first fault that Microsoft's schema finds."""
    for fault in sorted(_validator().iter_errors(made), key=lambda error: list(map(str, error.absolute_path))):
        place = ".".join(map(str, fault.absolute_path)) or "manifest"
        raise ManifestFault(f"{place}: {fault.message}")


@lru_cache(maxsize=1)
def _validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker())
