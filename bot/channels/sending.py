"""All ways of telling leads that the settings ask for."""

from __future__ import annotations

from functools import partial

from bot.channels.teams.delivery import Delivery
from bot.channels.teams.lead_notices import TeamsCards
from bot.outbox.mail import Mail, choose_transport
from bot.outbox.way import Way
from bot.referrals.access.sign_in_mail import SIGN_IN, sign_in_letter
from bot.referrals.notices import Kind, notice_letter
from bot.referrals.practitioner_notices import Told, practitioner_letter
from bot.settings import Settings
from bot.storage.database import Sessions


def ways_of_telling(settings: Settings, sessions: Sessions, delivery: Delivery | None) -> list[Way]:
    """Mail, and cards in Teams where Teams is on: `delivery` is what sends them. Empty: what is to be told waits."""
    ways: list[Way] = []
    if (transport := choose_transport(settings)) is not None:
        notice = partial(notice_letter, public_url=settings.public_url, today=settings.date_today)
        practitioner = partial(practitioner_letter, public_url=settings.public_url)
        writers = {kind.value: notice for kind in Kind} | {told.value: practitioner for told in Told}
        ways.append(Mail(sessions, transport, {SIGN_IN: sign_in_letter, **writers}))
    if delivery is not None:
        ways.append(TeamsCards(sessions, delivery, settings.public_url))
    return ways
