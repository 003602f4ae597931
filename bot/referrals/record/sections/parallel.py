"""Other processes that run as well."""

from __future__ import annotations

from typing import Annotated

from bot.referrals.record.asking import Ask, Page, Part
from bot.referrals.record.options import Options


class Process(Options):
    """None of them stops or replaces a referral."""

    CRIMINAL = "criminal", "Criminal investigation"
    CORONER = "coroner", "Coroner's inquest or investigation"
    SECTION_47 = "section_47", "Child protection enquiry (section 47)"
    CARE = "care_proceedings", "Care proceedings in court"
    LADO = "lado", "Allegation against a worker, with the local authority designated officer (LADO)"
    CHILD_DEATH = "child_death", "Child death review"
    NHS = "nhs", "NHS patient safety investigation"
    ADULTS = "adults_review", "Safeguarding Adults Review"
    DOMESTIC = "domestic_abuse", "Domestic abuse related death review"
    SINGLE = "single_agency", "A review by one organisation of its own work"
    REGULATOR = "regulator", "A professional regulator, such as Social Work England"
    NONE = "none", "None of these", True
    UNKNOWN = "unknown", "Not known", True


class Parallel(Part):
    """What else looks at the case."""

    TITLE = "Other processes"
    PAGES = (Page("processes", "", ("processes",)),)

    processes: Annotated[
        tuple[Process, ...],
        Ask("Which of these are running or planned?", hint="Tick all that you know of.", name="Other processes"),
    ] = ()
