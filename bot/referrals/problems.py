"""What can stand in the way of a lead or a practitioner; each message can be shown as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.referrals.record.needs import Missing


class ReferralProblem(Exception):
    """Base of them all."""


class NoSuchReferral(ReferralProblem):
    """No referral has this reference, or the lead may not see it: the two are not told apart."""


class AlreadyDecided(ReferralProblem):
    """A decision was recorded, so the draft no longer changes."""


class NotWithLead(ReferralProblem):
    """The draft was not put before a lead yet."""


class HeldByAnother(ReferralProblem):
    """Another lead holds the draft."""


class NotHeld(ReferralProblem):
    """The lead does not hold the draft."""


class NoSuchLead(ReferralProblem):
    """Nobody by this number may take the draft."""


class NotDecided(ReferralProblem):
    """No decision stands."""


class FactsRefused(ReferralProblem):
    """A date cannot be right beside the others; the message says what was found and what is expected."""


class NoteRefused(ReferralProblem):
    """The reason or the note beside a change of hands cannot be taken."""


class ChangedMeanwhile(ReferralProblem):
    """The draft says something else than when the lead read it."""


class RecordIncomplete(ReferralProblem):
    """The record still needs answers before it can be sent. `missing` says which."""

    def __init__(self, missing: list[Missing]) -> None:
        super().__init__("The record still needs: " + "; ".join(each.label for each in missing))
        self.missing = missing


class DecisionIncomplete(ReferralProblem):
    """The decision lacks something. `faults` gives a sentence for each field."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__("; ".join(faults.values()))
        self.faults = faults
