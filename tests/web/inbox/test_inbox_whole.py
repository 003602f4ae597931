"""The lead reads the whole record, changes it while holding the draft, and sends nothing that lacks an answer."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.referrals.find import find_draft
from bot.referrals.lead import find_lead
from bot.referrals.leaving import OPERATOR, end_lead
from bot.referrals.record.store import current_record
from bot.referrals.status import Status
from bot.storage.base import now
from bot.storage.database import Sessions


def page_form(client: TestClient, address: str) -> dict[str, str]:
    page = client.get(address)
    assert page.status_code == 200
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))


def claim(client: TestClient, reference: str) -> None:
    sent = page_form(client, f"/inbox/{reference}")
    assert client.post(f"/inbox/{reference}/claim", data=sent).status_code == 303


def change(client: TestClient, reference: str, **typed: str) -> Any:
    address = f"/inbox/{reference}/record/harm/description"
    return client.post(address, data=page_form(client, address) | typed)


def description(database: Sessions, reference: str) -> str | None:
    with database() as session:
        referral = find_draft(session, reference)
        assert referral is not None
        return current_record(session, referral).record.harm.description


def test_the_whole_record_stands_beside_the_practitioners_words(draft: Any, sam: TestClient) -> None:
    page = sam.get(f"/inbox/{draft()}/record").text
    for words in ("The child died", "we think she was neglected", "Still needed before it can be sent", "Your role"):
        assert words in page


def test_only_the_lead_who_holds_the_draft_changes_its_record(
    draft: Any, sam: TestClient, kit: TestClient, database: Sessions
) -> None:
    reference = draft()
    assert "Take this draft on" in change(sam, reference, description="Burns").text
    claim(sam, reference)
    refused = change(kit, reference, description="By the other")
    assert refused.status_code == 409
    assert "Sam Lee holds this draft" in refused.text
    assert "By the other" in refused.text
    assert change(sam, reference, description="Burns").headers["location"] == f"/inbox/{reference}/record"
    assert description(database, reference) == "Burns"


def test_a_lead_of_another_area_reads_and_changes_nothing(
    draft: Any, jo: TestClient, sam: TestClient, database: Sessions
) -> None:
    reference, own = draft(), draft(conversation_id="theirs", area="darlington")
    for path in ("record", "history", "record/harm/description", "record/agencies/agencies/1/remove"):
        assert jo.get(f"/inbox/{reference}/{path}").status_code == 404
    sent = page_form(jo, f"/inbox/{own}/record/harm/description") | {"description": "Theirs"}
    assert jo.post(f"/inbox/{reference}/record/harm/description", data=sent).status_code == 404
    assert jo.post(f"/inbox/{reference}/hand-over", data=sent | {"to": "3"}).status_code == 404
    assert description(database, reference) is None


def test_a_form_without_its_token_changes_nothing(draft: Any, sam: TestClient, database: Sessions) -> None:
    reference = draft()
    claim(sam, reference)
    sent = page_form(sam, f"/inbox/{reference}/record/harm/description") | {"csrf": "x", "description": "Burns"}
    for path in ("record/harm/description", "hand-over"):
        assert sam.post(f"/inbox/{reference}/{path}", data=sent).status_code == 403
    assert description(database, reference) is None


def test_the_history_says_what_changed_from_what_to_what_and_by_whom(draft: Any, sam: TestClient) -> None:
    reference = draft()
    claim(sam, reference)
    change(sam, reference, description="Burns")
    change(sam, reference, description="Scalds")
    page = re.sub(r"\s+", " ", sam.get(f"/inbox/{reference}/history").text)
    assert page.count(", by Sam Lee,") >= 2
    assert 'Burns</td> <td class="govuk-table__cell asked">Scalds' in page


def test_a_record_that_lacks_answers_is_not_sent_and_links_to_each(
    draft: Any, sam: TestClient, form: Any, database: Sessions
) -> None:
    reference = draft()
    claim(sam, reference)
    for step in ("confirm", "record"):
        sent = form(sam, reference, decision="refer", reason="The test is met.", step=step)
        answer = sam.post(f"/inbox/{reference}/decision", data=sent)
        assert answer.status_code == 400
        assert "The record still needs" in answer.text
        assert "The test is met." in answer.text
        links = re.findall(rf'href="(/inbox/{reference}/record/[^"]+)"', answer.text)
        assert len(links) > 20
        assert all(sam.get(link).status_code == 200 for link in links)
    with database() as session:
        referral = find_draft(session, reference)
        assert referral is not None
        assert referral.status is Status.WITH_LEAD


def test_the_lead_is_told_that_the_draft_changed_since_they_looked(draft: Any, sam: TestClient) -> None:
    reference = draft()
    assert "has changed since" not in sam.get(f"/inbox/{reference}").text
    draft(own_words="There is a brother.")
    assert "has changed since you last opened it" in sam.get(f"/inbox/{reference}").text
    assert "has changed since" not in sam.get(f"/inbox/{reference}").text


def test_a_draft_is_handed_over_to_a_lead_by_name(
    draft: Any, sam: TestClient, kit: TestClient, database: Sessions
) -> None:
    reference = draft()
    claim(sam, reference)
    page = sam.get(f"/inbox/{reference}").text
    choices = dict(
        re.findall(r'name="to" type="radio" value="(\d+)".*?<label[^>]*>\s*(.*?)\s*</label>', page, re.DOTALL)
    )
    assert list(choices.values()) == ["Kit Osei"]
    sent = page_form(sam, f"/inbox/{reference}")
    for wrong in ("", "x", "999999", "-1", "99999999999999"):
        refused = sam.post(f"/inbox/{reference}/hand-over", data=sent | {"to": wrong})
        assert refused.status_code == 400
        assert 'href="#to"' in refused.text
    given = sam.post(f"/inbox/{reference}/hand-over", data=sent | {"to": next(iter(choices))})
    assert given.status_code == 303
    assert "Give back" in kit.get(f"/inbox/{reference}").text
    assert "Kit Osei holds this draft" in sam.get(f"/inbox/{reference}").text


def test_another_lead_takes_over_with_a_reason_that_the_history_keeps(
    draft: Any, sam: TestClient, kit: TestClient, jo: TestClient
) -> None:
    reference = draft()
    claim(sam, reference)
    assert "Take it over from Sam Lee" in kit.get(f"/inbox/{reference}").text
    sent = page_form(kit, f"/inbox/{reference}")
    refused = kit.post(f"/inbox/{reference}/take-over", data=sent | {"why": "."})
    assert refused.status_code == 400
    assert 'href="#why"' in refused.text and 'value="."' in refused.text
    assert jo.post(f"/inbox/{reference}/take-over", data=sent | {"why": "They are ill today"}).status_code in (403, 404)
    taken = kit.post(f"/inbox/{reference}/take-over", data=sent | {"why": "They are ill today"})
    assert taken.status_code == 303
    page = kit.get(f"/inbox/{reference}").text
    assert "Give back" in page and "Reason: They are ill today" in page
    assert "Kit Osei holds this draft" in sam.get(f"/inbox/{reference}").text


def test_after_the_decision_a_draft_still_changes_hands(
    draft: Any, sam: TestClient, kit: TestClient, database: Sessions
) -> None:
    reference = draft(whole=True)
    sent = page_form(sam, f"/inbox/{reference}") | {"decision": "refer", "reason": "Because", "step": "record"}
    assert sam.post(f"/inbox/{reference}/decision", data=sent).status_code == 303
    assert "Hand it over to another lead" in sam.get(f"/inbox/{reference}").text
    with database.begin() as session:
        sam_lee = find_lead(session, "sam@example.org")
        assert sam_lee is not None
        end_lead(session, sam_lee, OPERATOR, now())
    assert "Take on" in kit.get(f"/inbox/{reference}").text
    claim(kit, reference)
    page = kit.get(f"/inbox/{reference}").text
    assert "Given back</strong> by the operator" in page and "Give back" not in page


def test_after_the_decision_only_where_it_was_sent_can_be_filled_in(
    draft: Any, sam: TestClient, form: Any, database: Sessions
) -> None:
    reference = draft(whole=True)
    sent = form(sam, reference, decision="refer", reason="Because", step="record")
    assert sam.post(f"/inbox/{reference}/decision", data=sent).status_code == 303
    assert change(sam, reference, description="Late").status_code == 409
    address = f"/inbox/{reference}/record/sending/sent"
    typed = {"to": "The business manager", "on-day": "24", "on-month": "11", "on-year": "2026", "acknowledged": "no"}
    assert sam.post(address, data=page_form(sam, address) | typed).status_code == 303
    assert "The business manager" in sam.get(f"/inbox/{reference}/record").text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"search": "manor"}, ["hospital"]),
        ({"search": "  WALSALL   Manor "}, ["hospital"]),
        ({"search": "%"}, []),
        ({"search": "_"}, []),
        ({"search": "\x00"}, ["hospital", "school", "unknown"]),
        ({"search": "x" * 100}, []),
        ({"area": "walsall", "status": "all"}, ["hospital", "school"]),
        ({"area": "darlington"}, ["hospital", "school", "unknown"]),
        ({"status": "reviewing"}, ["school"]),
        ({"status": "new", "search": "a"}, ["hospital"]),
    ],
)
def test_the_list_is_filtered_by_pile_area_reference_and_organisation(
    draft: Any, sam: TestClient, query: dict[str, str], found: list[str]
) -> None:
    made = {
        "hospital": draft(conversation_id="1", organisation="Walsall Manor Hospital"),
        "school": draft(conversation_id="2", organisation="An Academy"),
        "unknown": draft(conversation_id="3", area=None),
    }
    claim(sam, made["school"])
    page = sam.get("/inbox", params={"status": "all"} | query).text
    assert set(re.findall(r'href="/inbox/(CSPR-[^"]+)"', page)) == {made[each] for each in found}
    assert html.unescape(query.get("search", "").strip().replace("\x00", "")[:100]) in html.unescape(page)
