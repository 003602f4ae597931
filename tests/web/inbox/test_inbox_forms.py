"""Taking on, giving back and deciding: guarded, confirmed, recorded once, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from bot.referrals.event import ReferralEvent
from bot.referrals.referral import Referral
from bot.referrals.status import Status
from bot.storage.database import Sessions

Form = Callable[..., dict[str, str]]


def standing(database: Sessions) -> tuple[Status, str | None]:
    with database() as session:
        referral = session.scalars(select(Referral)).one()
        return referral.status, referral.holder.name if referral.holder else None


def test_a_decision_is_confirmed_and_then_recorded(draft: Any, sam: TestClient, form: Form, database: Sessions) -> None:
    reference = draft(whole=True)
    sent = form(sam, reference, decision="refer", reason="The starting test\nis met.")
    confirm = sam.post(f"/inbox/{reference}/decision", data=sent)
    assert confirm.status_code == 200
    assert "Refer to the safeguarding partners" in confirm.text
    assert standing(database) == (Status.WITH_LEAD, None)
    recorded = sam.post(f"/inbox/{reference}/decision", data=sent | {"step": "record"})
    assert recorded.headers["location"] == f"/inbox/{reference}?done=decided"
    assert standing(database) == (Status.SENT, "Sam Lee")
    page = sam.get(recorded.headers["location"]).text
    for words in (
        "Your decision is recorded",
        "This service has sent nothing",
        "The starting test",
        "by Sam Lee",
    ):
        assert words in page
    assert "What have you decided?" not in page


def test_a_record_with_gaps_is_referred_only_when_the_lead_says_that_it_cannot_wait(
    draft: Any, sam: TestClient, form: Form, database: Sessions
) -> None:
    reference = draft()
    sent = form(sam, reference, decision="refer", reason="It cannot wait")
    refused = sam.post(f"/inbox/{reference}/decision", data=sent)
    assert refused.status_code == 400
    assert "waiting for the answers would do more harm" in refused.text
    assert standing(database) == (Status.WITH_LEAD, None)
    accepted = sent | {"gaps": "accepted"}
    confirm = sam.post(f"/inbox/{reference}/decision", data=accepted)
    assert "The record still has gaps" in confirm.text
    recorded = sam.post(f"/inbox/{reference}/decision", data=accepted | {"step": "record"})
    assert "with gaps in the record" in sam.get(recorded.headers["location"]).text
    assert standing(database) == (Status.SENT, "Sam Lee")


def test_going_back_from_the_confirmation_keeps_what_was_typed(draft: Any, sam: TestClient, form: Form) -> None:
    reference = draft()
    sent = form(sam, reference, decision="other_route", route="LADO", reason="Because of this", step="change")
    page = sam.post(f"/inbox/{reference}/decision", data=sent).text
    assert 'value="other_route" checked' in page
    assert 'value="LADO"' in page
    assert ">Because of this</textarea>" in page
    assert "There is a problem" not in page


@pytest.mark.parametrize("step", ["confirm", "record"])
def test_a_decision_without_a_reason_is_refused_beside_its_field(
    draft: Any, sam: TestClient, form: Form, database: Sessions, step: str
) -> None:
    reference = draft()
    sent = form(sam, reference, decision="not_referred", reason="  ", step=step)
    answer = sam.post(f"/inbox/{reference}/decision", data=sent)
    assert answer.status_code == 400
    for part in (
        "<title>Error: ",
        'href="#reason"',
        "Enter the reason for your decision",
        'value="not_referred" checked',
    ):
        assert part in answer.text
    assert 'aria-describedby="reason-hint reason-error"' in answer.text
    assert standing(database)[0] is Status.WITH_LEAD


def test_every_fault_is_named_at_once_and_what_was_typed_is_kept(draft: Any, sam: TestClient, form: Form) -> None:
    reference = draft()
    typed = "<b>" + "x" * 2000
    page = sam.post(f"/inbox/{reference}/decision", data=form(sam, reference, reason=typed, route="y" * 300)).text
    for part in ('href="#decision"', 'href="#route"', 'href="#reason"', "&lt;b&gt;xxx", "y" * 300):
        assert part in page


def test_a_second_decision_is_refused(draft: Any, sam: TestClient, form: Form, database: Sessions) -> None:
    reference = draft(whole=True)
    sent = form(sam, reference, decision="refer", reason="Because", step="record")
    assert sam.post(f"/inbox/{reference}/decision", data=sent).status_code == 303
    again = sam.post(
        f"/inbox/{reference}/decision", data=sent | {"decision": "not_referred", "reason": "I think better of it"}
    )
    assert again.status_code == 409
    assert "recorded already" in again.text
    assert standing(database)[0] is Status.SENT


def test_a_decision_on_what_has_changed_since_is_refused(
    draft: Any, sam: TestClient, form: Form, database: Sessions
) -> None:
    reference = draft()
    sent = form(sam, reference, decision="not_referred", reason="One child only", step="record")
    draft(own_words="There is a brother in danger.")
    answer = sam.post(f"/inbox/{reference}/decision", data=sent)
    assert answer.status_code == 409
    for words in ("read it again, then decide", "There is a brother in danger.", "One child only"):
        assert words in answer.text
    assert standing(database) == (Status.WITH_LEAD, None)


@pytest.mark.parametrize("written", ["", "x", "-1"])
def test_a_decision_must_say_what_was_read(draft: Any, sam: TestClient, form: Form, written: str) -> None:
    reference = draft()
    sent = form(sam, reference, decision="refer", reason="Because", step="record", written=written)
    assert sam.post(f"/inbox/{reference}/decision", data=sent).status_code == 409


def test_two_leads_cannot_hold_one_draft(
    draft: Any, sam: TestClient, kit: TestClient, form: Form, database: Sessions
) -> None:
    reference = draft()
    sams, kits = (
        form(sam, reference),
        form(kit, reference, decision="refer", reason="My reason", step="record"),
    )
    assert sam.post(f"/inbox/{reference}/claim", data=sams).headers["location"] == f"/inbox/{reference}?done=claimed"
    for action in ("claim", "decision"):
        answer = kit.post(f"/inbox/{reference}/{action}", data=kits)
        assert answer.status_code == 409
        assert "Sam Lee holds this draft" in answer.text
    assert "My reason" in answer.text
    assert standing(database) == (Status.WITH_LEAD, "Sam Lee")


def test_a_draft_given_back_can_be_taken_on_by_another(
    draft: Any, sam: TestClient, kit: TestClient, form: Form, database: Sessions
) -> None:
    reference = draft()
    sam.post(f"/inbox/{reference}/claim", data=form(sam, reference))
    assert kit.post(f"/inbox/{reference}/release", data=form(kit, reference) | {"csrf": "x"}).status_code == 403
    sam.post(f"/inbox/{reference}/release", data=form(sam, reference))
    kit.post(f"/inbox/{reference}/claim", data=form(kit, reference))
    assert standing(database) == (Status.WITH_LEAD, "Kit Osei")


@pytest.mark.parametrize("action", ["claim", "release", "decision"])
@pytest.mark.parametrize("kind", ["missing", "wrong", "another lead's"])
def test_a_form_that_is_not_from_the_leads_own_page_is_refused(
    draft: Any, sam: TestClient, kit: TestClient, form: Form, database: Sessions, action: str, kind: str
) -> None:
    reference = draft()
    sent = form(sam, reference, decision="refer", reason="Because", step="record")
    csrf = {"missing": "", "wrong": "0" * 64, "another lead's": form(kit, reference)["csrf"]}[kind]
    answer = sam.post(f"/inbox/{reference}/{action}", data=sent | {"csrf": csrf})
    assert answer.status_code == 403
    assert standing(database) == (Status.WITH_LEAD, None)


@pytest.mark.parametrize("action", ["claim", "release", "decision"])
@pytest.mark.parametrize("step", ["confirm", "change", "record"])
def test_a_lead_of_another_area_can_change_nothing(
    draft: Any, jo: TestClient, form: Form, database: Sessions, action: str, step: str
) -> None:
    reference, own = draft(), draft(conversation_id="theirs", area="darlington")
    sent = form(jo, own, decision="refer", reason="Because", step=step)
    assert jo.post(f"/inbox/{reference}/{action}", data=sent).status_code == 404
    with database() as session:
        referral = session.scalars(select(Referral).where(Referral.reference == reference)).one()
        assert referral.status is Status.WITH_LEAD
        events = session.scalars(select(ReferralEvent.type).where(ReferralEvent.referral_id == referral.id)).all()
    assert events == ["DraftMade", "PutBeforeLead"]


def test_asking_for_information_leaves_the_draft_open(
    draft: Any, sam: TestClient, form: Form, database: Sessions
) -> None:
    reference = draft()
    sent = form(sam, reference, decision="needs_information", reason="How old was she?", step="record")
    sam.post(f"/inbox/{reference}/decision", data=sent)
    page = sam.get(f"/inbox/{reference}").text
    assert "How old was she?" in page
    assert "What have you decided?" in page
    assert 'value="needs_information"' not in page
    assert "Waiting for information (1)" in sam.get("/inbox").text


def test_a_decision_against_what_applies_is_shown_what_applies_and_what_is_owed(
    draft: Any, sam: TestClient, form: Any
) -> None:
    reference = draft()
    thin = form(sam, reference, decision="not_referred", reason="a", step="confirm")
    refused = sam.post(f"/inbox/{reference}/decision", data=thin)
    assert refused.status_code == 400
    assert "Enter why this does not hold: " in refused.text
    shown = sam.post(f"/inbox/{reference}/decision", data=thin | {"reason": "It was another child"}).text
    assert "You decide not to refer all the same." in shown
    assert "Friday 27 November 2026" in shown
    referred = sam.post(f"/inbox/{reference}/decision", data=thin | {"decision": "other_route", "route": "LADO"}).text
    assert "all the same" not in referred


def test_a_decision_is_reopened_with_a_reason(draft: Any, sam: TestClient, kit: TestClient, form: Any) -> None:
    reference = draft()
    sent = form(sam, reference, decision="not_referred", reason="It was another child", step="record")
    assert sam.post(f"/inbox/{reference}/decision", data=sent).status_code == 303
    assert "Reopen it" in sam.get(f"/inbox/{reference}").text
    assert "Reopen it" not in kit.get(f"/inbox/{reference}").text
    page = form(sam, reference)
    refused = sam.post(f"/inbox/{reference}/reopen", data=page | {"again": "."})
    assert (refused.status_code, 'href="#again"' in refused.text) == (400, True)
    assert (
        kit.post(f"/inbox/{reference}/reopen", data=form(kit, reference, again="There is more now")).status_code == 409
    )
    done = sam.post(f"/inbox/{reference}/reopen", data=page | {"again": "The mother has told more"})
    assert done.status_code == 303
    now = sam.get(f"/inbox/{reference}").text
    assert "What have you decided?" in now and "Reason: The mother has told more" in now
