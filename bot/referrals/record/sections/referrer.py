"""Who makes the draft."""

from __future__ import annotations

from typing import Annotated

from bot.guidance.says import say
from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.text import Contact, Line


class Referrer(Part):
    """The practitioner, as the lead needs to reach them."""

    TITLE = "You and your organisation"
    PAGES = (
        Page("work", "Your work", ("role", "organisation")),
        Page("contact", "How the lead can reach you", ("contact", "name")),
    )

    role: Annotated[Line | None, Ask("Your role", hint="For example health visitor, or head of year", kept=True)] = None
    organisation: Annotated[Line | None, Ask("Your organisation", kept=True)] = None
    contact: Annotated[
        Contact | None,
        Ask(
            "Work telephone number or email address",
            hint=say("form_only_lead"),
            name="Telephone number or email",
            kept=True,
        ),
    ] = None
    name: Annotated[Line | None, Ask("Your name", need=Need.OPTIONAL, kept=True)] = None
