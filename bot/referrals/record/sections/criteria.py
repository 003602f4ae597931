"""Why this case may call for a review, and what is asked for."""

from __future__ import annotations

from typing import Annotated

from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.options import Options
from bot.referrals.record.text import Text


class Factor(Options):
    """What partners must or should take into account (2018 Regulations, reg. 11; Working Together)."""

    IMPROVEMENTS = "improvements_needed", "It may show what needs to improve, even if that is known already"
    REPEAT = "repeat_theme", "A theme that has been seen before"
    SINGLE = "single_agency", "Concern about one organisation alone"
    NO_AGENCY = "no_agency_known", "No organisation was working with the family, and that is a concern"
    CROSS = "cross_boundary", "More than one council, police force or health board is involved"
    PANEL = "panel_suggested", "The national Panel has suggested a local review"
    GOOD = "good_practice", "There is good practice to learn from"
    NONE = "none", "None of these", True
    UNKNOWN = "unknown", "Not known", True


class AskedFor(Options):
    """What the referrer asks of the partnership; it decides."""

    REVIEW = "review", "That the partners consider a review"
    OTHER = "other_learning", "Other learning, such as a shorter review of practice"
    DISCRETIONARY = "discretionary", "A review at the partners' discretion, though the starting test may not be met"
    UNSURE = "unknown", "I am not sure: the lead decides"


class Criteria(Part):
    """The referrer's reasons; whether the starting test is met is computed from the check."""

    TITLE = "Why this may need a review"
    PAGES = (
        Page("why", "", ("why",)),
        Page("factors", "", ("factors",)),
        Page("factor-lines", "", ("factor_lines",)),
        Page("asked-for", "", ("asked_for",)),
    )

    why: Annotated[
        Text | None,
        Ask(
            "Why do you think this case should be looked at?",
            hint="In your own words. Not being sure is no reason to hold back.",
            name="Why",
        ),
    ] = None
    factors: Annotated[
        tuple[Factor, ...],
        Ask("Which of these fit the case?", hint="Tick all that fit.", name="What fits the case"),
    ] = ()
    factor_lines: Annotated[
        Text | None,
        Ask(
            "Say a line about each one that you ticked",
            name="Lines about what fits",
            need=Need.OPTIONAL,
            when=lambda part, _: bool(part.factors) and not part.factors[0].alone,
        ),
    ] = None
    asked_for: Annotated[AskedFor | None, Ask("What do you ask for?")] = None
