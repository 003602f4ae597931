"""What follows from a record's facts. It is worked out anew whenever one of them changes, by whomever, wherever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.criteria.facts import UNKNOWN_VALUE, BadFact, read_facts
from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.check import ImpossibleDate
from bot.guidance.load import load_packs
from bot.guidance.packs import Packs
from bot.interview.assess import assess
from bot.interview.what_would_change import with_basis
from bot.referrals.after.timeline import known_days, rules_of, timeline
from bot.referrals.content import draft_content
from bot.referrals.history import events_of
from bot.referrals.problems import FactsRefused
from bot.referrals.referral import Referral
from bot.referrals.status import Status
from bot.settings import load_settings


@dataclass(frozen=True)
class Judge:
    """The guidance, and the day on which it is asked."""

    packs: Packs
    today: date

    @classmethod
    def of_process(cls) -> Judge:
        """By the settings of this process."""
        settings = load_settings()
        return cls(_packs(settings.guidance_dir), settings.date_today())

    def assess(self, area: str | None, known: Mapping[str, Any]) -> dict[str, Any]:
        """The assessment of what is known under the guidance in force. A fact or a value that it does not know is as
        if it were not told. Raises FactsRefused for a date that cannot be right.
        """
        pack = self.packs.for_area(area if area in self.packs.areas(self.today) else None, self.today)
        raw = dict.fromkeys(known.get("unknown", []), UNKNOWN_VALUE) | dict(known.get("told", {}))
        while True:
            try:
                facts, asked = read_facts(raw, pack)
                break
            except BadFact as stranger:
                del raw[stranger.key]
        try:
            found = assess(pack, facts, asked, self.today)
        except (ImpossibleDate, BeyondCalendar) as refused:
            raise FactsRefused(str(refused)) from None
        return with_basis(found, pack, facts, frozenset(), self.today)


def judge_again(session: Session, referral: Referral, known: Mapping[str, Any], judge: Judge) -> None:
    """Give the referral these facts, and all that follows from them: outcomes, danger, dates, its place in the inbox.

    Raises FactsRefused, and changes nothing then.
    """
    told = {**dict.fromkeys(known.get("unknown", []), None), **known.get("told", {})}
    assessment = judge.assess(referral.area, known)
    content = draft_content(told, assessment, referral.own_words) | {"facts": dict(known)}
    for name, value in content.items():
        setattr(referral, name, value)
    if referral.status is Status.SENT:
        rules, days = rules_of(judge.packs, referral, judge.today), known_days(referral, events_of(session, referral))
        referral.next_due = timeline(rules, referral, days, judge.today).next_due
    session.flush()


@lru_cache(maxsize=4)
def _packs(folder: Path) -> Packs:
    return load_packs(folder)
