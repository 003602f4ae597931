"""Who is in the Playground, and where they meet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

TENANT = "7f3c2a10-0000-4000-8000-0000000000aa"
BOT = "7f3c2a10-0000-4000-8000-0000000000bb"
PERSONAL, GROUP, CHANNEL = "personal-1", "group-1", "channel-1"


class Person(NamedTuple):
    """A user of the tenant: id in Teams, object id in Entra, name."""

    id: str
    object_id: str
    name: str


PRACTITIONER = Person("user-robin", "7f3c2a10-0000-4000-8000-000000000001", "Robin Marsh")
"""Whose chats the Playground shows; in some tests a lead."""
OTHER_LEAD = Person("user-dee", "7f3c2a10-0000-4000-8000-000000000003", "Dee Deputy")
OTHERS = [Person(f"user-{n}", f"7f3c2a10-0000-4000-8000-00000000001{n}", f"Person {n}") for n in range(4)]


def write_config(path: Path) -> None:
    """The Playground's configuration file; JSON is YAML too."""
    config = {
        "version": "0.1.0",
        "tenantId": TENANT,
        "bot": {"id": BOT, "name": "Guide"},
        "currentUser": _user(PRACTITIONER),
        "users": [_user(person) for person in (OTHER_LEAD, *OTHERS)],
        "personalChat": {"id": PERSONAL},
        "groupChat": {"id": GROUP, "name": "Team meeting"},
        "team": {
            "id": "team-1",
            "name": "Safeguarding",
            "aadGroupId": "7f3c2a10-0000-4000-8000-0000000000cc",
            "channels": [{"id": CHANNEL, "name": "Questions"}],
        },
    }
    path.write_text(json.dumps(config), encoding="utf-8")


def _user(person: Person) -> dict[str, str]:
    first, _, last = person.name.partition(" ")
    mail = f"{person.id}@example.org"
    return {
        "id": person.id, "name": person.name, "userPrincipleName": mail, "aadObjectId": person.object_id,
        "givenName": first, "surname": last, "email": mail,
    }  # fmt: skip
