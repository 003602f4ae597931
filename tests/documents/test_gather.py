"""What a document says is what the record says: status, reasons, dates, what is missing, the audit head."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.documents.referral.document import Document
from bot.documents.referral.gather import partnership_of
from bot.guidance.load import Packs
from bot.referrals.after.recording import record_step
from bot.referrals.after.step import STEPS
from bot.referrals.decisions import decide
from bot.referrals.history import head_of
from bot.referrals.judging import Judge
from bot.referrals.lead import Lead
from bot.referrals.record.in_words import RowStanding
from bot.referrals.record.store import current_record, save_record
from bot.referrals.referral import Referral
from tests.documents.case import TODAY
from tests.documents.conftest import Gathered
from tests.filled_record import filled_around

DRAFT = "Draft: not a referral until a lead sends it"


def test_a_document_is_a_draft_until_a_lead_has_decided(
    session: Session, referral: Referral, lead: Lead, gathered: Gathered
) -> None:
    assert gathered(referral).status == DRAFT
    assert gathered(referral).title.startswith("Draft referral")
    decide(session, referral, lead, "needs_information", "Was social care told?")
    asked = gathered(referral)
    assert (asked.status, asked.decided, asked.decisions[0].reason) == (DRAFT, False, "Was social care told?")


@pytest.mark.parametrize(
    ("decision", "title", "begins"),
    [
        ("refer", "Referral for a Local", "Referral: a safeguarding lead has decided to send it"),
        ("not_referred", "Record of a draft", "Not a referral: a safeguarding lead decided"),
        ("other_route", "Record of a draft", "Not a referral to the partners"),
    ],
)
def test_a_decided_document_says_what_was_decided_by_whom_and_when(
    session: Session, referral: Referral, lead: Lead, gathered: Gathered, decision: str, title: str, begins: str
) -> None:
    save_record(session, referral, filled_around(current_record(session, referral).record), "practitioner")
    route = "LADO" if decision == "other_route" else ""
    decide(session, referral, lead, decision, "Because nobody was hurt.", route=route)
    found = gathered(referral)
    assert found.title.startswith(title)
    assert found.status.startswith(begins)
    assert found.decided
    assert (found.decisions[-1].by, found.decisions[-1].reason) == ("Sam Lee", "Because nobody was hurt.")
    assert found.decisions[-1].at_words


def test_what_is_needed_and_missing_reads_not_given(document: Document) -> None:
    rows = {row.path: row for group in document.groups for row in group.rows}
    assert (rows["family/done"].value, rows["family/done"].standing) == ("Not given", RowStanding.NEEDED)
    assert (rows["referrer/name"].value, rows["referrer/name"].standing) == ("Not given", RowStanding.NOT_GIVEN)
    assert len(document.still_needed) == len([row for row in rows.values() if row.standing is RowStanding.NEEDED])


def test_facts_are_told_derived_or_unknown(document: Document) -> None:
    assert ("Age", "Under 18") in [(fact.label, fact.value) for fact in document.facts.told]
    assert {fact.name for fact in document.facts.unknown} == {"told_social_care"}
    assert ("looked_after", "No") in [(fact.name, fact.value) for fact in document.facts.told]
    told = {fact.name for fact in document.facts.told}
    assert not told & {fact.name for fact in document.facts.derived}


def test_a_fact_that_followed_from_another_is_called_derived(gathered: Gathered, referral: Referral) -> None:
    outcomes = [dict(each) for each in referral.assessment["outcomes"]]
    outcomes[0]["basis"] = [{"fact": "referrer", "label": "derived", "words": "a practitioner asks"}]
    referral.assessment = {**referral.assessment, "outcomes": outcomes}
    derived = gathered(referral).facts.derived
    assert [(fact.name, fact.value) for fact in derived] == [("referrer", "a practitioner asks")]


def test_each_rule_has_its_reasons_and_sources_and_each_date_its_count(document: Document) -> None:
    refer = next(each for each in document.outcomes if each.rule == "R20")
    assert refer.status == "applies"
    assert "the child died (told)" in refer.because
    assert any(source.text.startswith("Children Act 2004") for source in refer.sources)
    panel = next(each for each in document.deadlines if each.title == "Tell the national Panel")
    assert (panel.due_words, panel.days_left) == ("Friday 27 November 2026", "in 3 working days")
    assert "Day 0 is Friday 20 November 2026" in panel.counted
    assert "day 0" in document.convention


def test_the_audit_head_and_the_guidance_are_those_of_the_record(
    session: Session, referral: Referral, document: Document
) -> None:
    assert document.audit.head == head_of(session, referral)
    assert document.audit.events == referral.last_event
    assert document.guidance.version == referral.pack_version


def test_steps_after_the_decision_are_in_the_document(
    session: Session, referral: Referral, lead: Lead, gathered: Gathered, packs: Packs
) -> None:
    assert "after" not in [group.id for group in gathered(referral).groups]
    save_record(session, referral, filled_around(current_record(session, referral).record), "practitioner")
    decide(session, referral, lead, "refer", "Because.")
    record_step(session, referral, lead, STEPS[1], TODAY, judge=Judge(packs, TODAY))
    after = next(group for group in gathered(referral).groups if group.id == "after")
    assert [row.value for row in after.rows] == ["Friday 20 November 2026", "Tuesday 24 November 2026"]


def test_only_an_area_with_a_pack_of_its_own_has_a_partnership(packs: Packs) -> None:
    assert partnership_of(packs, "walsall", TODAY) == "Walsall Safeguarding Partnership"
    assert [partnership_of(packs, area, TODAY) for area in (None, "england_other", "atlantis")] == ["", "", ""]


def test_an_assessment_without_the_extras_is_told_all_the_same(referral: Referral, gathered: Gathered) -> None:
    referral.assessment = {
        "headline": {"outcome": "refer", "status": "possible"},
        "outcomes": [{"outcome": "refer", "status": "possible", "rule": "R20", "because": {"age_group": "under_18"}}],
        "deadlines": [{"id": "refer"}],
        "pack": {"id": "national", "version": "1"},
    }
    found = gathered(referral)
    assert (found.headline, found.outcomes[0].title, found.outcomes[0].because) == (
        "Possibly: Refer",
        "Refer",
        ("Age: Under 18",),
    )
    assert found.deadlines[0].due_words == "As soon as possible"
