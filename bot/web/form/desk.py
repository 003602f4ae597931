"""Who sits at the form: the practitioner with a link, or the lead who holds the draft."""

from __future__ import annotations

from typing import Any, Protocol

from sqlalchemy.orm import Session

from bot.referrals.referral import Referral


class Desk(Protocol):
    """What the pages of the form need to know of whoever uses them."""

    @property
    def base(self) -> str:
        """The form's own address, without a slash at the end."""
        ...

    @property
    def csrf(self) -> str:
        """Goes into every form on the page."""
        ...

    @property
    def actor(self) -> str:
        """As events name them."""
        ...

    @property
    def sections(self) -> tuple[str, ...]:
        """The groups of the record that are theirs to write."""
        ...

    def referral(self, session: Session) -> Referral:
        """The draft. Raises when it is not theirs to see."""
        ...

    def require_pen(self, session: Session, referral: Referral) -> None:
        """Raises a ReferralProblem when they may not write in it now."""
        ...

    def context(self) -> dict[str, Any]:
        """What their page layout needs."""
        ...
