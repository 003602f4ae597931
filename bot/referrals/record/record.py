"""The record as a whole: what the practitioner and the lead fill in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from bot.referrals.record.asking import Part
from bot.referrals.record.sections.abuse import Abuse
from bot.referrals.record.sections.advice import Advice
from bot.referrals.record.sections.agencies import Agencies
from bot.referrals.record.sections.answers import Answers
from bot.referrals.record.sections.children import Children
from bot.referrals.record.sections.criteria import Criteria
from bot.referrals.record.sections.family import Family
from bot.referrals.record.sections.harm import Harm
from bot.referrals.record.sections.incident import Incident
from bot.referrals.record.sections.joint_working import JointWorking
from bot.referrals.record.sections.late import Late
from bot.referrals.record.sections.notified import Notified
from bot.referrals.record.sections.parallel import Parallel
from bot.referrals.record.sections.referrer import Referrer
from bot.referrals.record.sections.safety import Safety
from bot.referrals.record.sections.sending import Sending
from bot.referrals.record.sections.sharing import Sharing


class Record(BaseModel):
    """Every group; what a group holds may still be empty. See `needs.py` for what must not be.

    Raises pydantic's ValidationError for a value that a field does not take and for a field that does not exist.
    Give `context={"today": date}` to refuse days to come.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    safety: Safety = Safety()
    children: Children = Children()
    harm: Harm = Harm()
    incident: Incident = Incident()
    abuse: Abuse = Abuse()
    family: Family = Family()
    agencies: Agencies = Agencies()
    joint_working: JointWorking = JointWorking()
    criteria: Criteria = Criteria()
    late: Late = Late()
    notified: Notified = Notified()
    parallel: Parallel = Parallel()
    sharing: Sharing = Sharing()
    advice: Advice = Advice()
    referrer: Referrer = Referrer()
    answers: Answers = Answers()
    sending: Sending = Sending()

    def section(self, name: str) -> Part:
        """The group of this name. Raises KeyError when there is none."""
        if name not in type(self).model_fields:
            raise KeyError(name)
        part: Part = getattr(self, name)
        return part

    def having(self, name: str, part: Part) -> Record:
        """The record with this group instead."""
        return self.model_copy(update={name: part})

    def stored(self) -> dict[str, object]:
        """As JSON holds it, without what is empty."""
        return self.model_dump(mode="json", exclude_defaults=True)
