"""The practitioner at the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.referrals.access.form_link import draft_of_form
from bot.referrals.history import PRACTITIONER
from bot.referrals.holding import require_undecided
from bot.referrals.referral import Referral
from bot.storage.base import now
from bot.web.form.tasks import SECTIONS


class FormNotOpen(Exception):
    """This browser has no form open: the link is unknown, or its time is over."""


class FormRefused(Exception):
    """The form was not sent from this draft's page in this browser."""


@dataclass(frozen=True)
class PractitionerDesk:
    """Whoever holds the link that the conversation gave out."""

    token: str
    csrf: str
    base: str = "/form"
    actor: str = PRACTITIONER
    sections: tuple[str, ...] = SECTIONS

    def referral(self, session: Session) -> Referral:
        """The draft of the link. Raises FormNotOpen."""
        found = draft_of_form(session, self.token, now())
        if found is None:
            raise FormNotOpen
        return found

    def require_pen(self, _session: Session, referral: Referral) -> None:
        """Raises AlreadyDecided."""
        require_undecided(referral)

    def context(self) -> dict[str, Any]:
        """What the layout needs."""
        return {"layout": "form/base.html", "by_lead": False}
