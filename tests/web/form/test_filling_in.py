"""Filling in: tasks with statuses, page by page, save and come back, entries of lists, nothing overwritten unseen."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from bot.referrals.decisions import decide
from bot.referrals.history import events_of
from bot.referrals.lead import Lead, make_lead
from bot.referrals.record.record import Record
from bot.referrals.record.store import current_record, save_record
from bot.referrals.status import Status
from bot.storage.database import Sessions
from tests.filled_record import filled_record
from tests.web.form.driving import draft_in, hidden, post

Read = Callable[[], Record]


def statuses(client: TestClient) -> dict[str, str]:
    """Title of each task to its status."""
    page = re.sub(r"\s+", " ", client.get("/form").text)
    items = re.findall(r'govuk-task-list__link[^>]*> (.*?) </a>.*?-status"> ?(?:<strong[^>]*>)? ?(.*?) ?<', page)
    return {html.unescape(title): status for title, status in items}


def test_the_tasks_say_how_far_each_has_come(client: TestClient) -> None:
    before = statuses(client)
    assert before["You and your organisation"] == "Not yet started"
    assert before["The child or children"].endswith("to do")
    assert post(client, "referrer/work", {"role": "Nurse", "organisation": "A trust"}).status_code == 303
    assert statuses(client)["You and your organisation"] == "1 to do"
    assert post(client, "referrer/contact", {"contact": "01922 650000"}).status_code == 303
    assert statuses(client)["You and your organisation"] == "Completed"
    assert "Why it is raised now" not in before


def test_what_the_check_heard_is_filled_in_already(client: TestClient) -> None:
    assert 'value="died" checked' in client.get("/form/harm/what").text
    assert "we think she was neglected" in client.get("/form/incident/summary").text
    page = client.get("/form/incident/aware").text
    assert 'value="20"' in page
    assert 'value="2026"' in page


def test_each_page_leads_to_the_next_that_asks_something(client: TestClient) -> None:
    steps = [
        ("abuse/known", {"known": "no_sign"}, "/form/abuse/suicide"),
        ("abuse/suicide", {"suicide": "no"}, "/form"),
        ("abuse/known", {"known": "known"}, "/form/abuse/types"),
        ("incident/when", {"known": "range"}, "/form/incident/between"),
        ("advice/consulted", {"consulted": "no"}, "/form/advice/manager"),
        ("agencies/organisations", {"none_known": "yes"}, "/form"),
    ]
    for path, typed, following in steps:
        assert post(client, path, typed).headers["location"] == following


def test_a_page_may_be_left_empty_and_saved_for_later(client: TestClient, record: Read) -> None:
    answer = post(client, "referrer/work", {"role": "Nurse", "organisation": "", "then": "list"})
    assert answer.headers["location"] == "/form"
    assert (record().referrer.role, record().referrer.organisation) == ("Nurse", None)


def test_what_was_saved_is_there_in_another_browser(
    client: TestClient, browser: Callable[[], TestClient], link: Callable[[str], str], reference: str
) -> None:
    post(client, "referrer/work", {"role": "Nurse"})
    other = browser()
    other.get(link(reference))
    assert 'value="Nurse"' in other.get("/form/referrer/work").text


def test_entries_are_added_changed_and_taken_out(client: TestClient, record: Read) -> None:
    add = re.search(r'href="/form/(agencies/agencies/1/\w+)"', client.get("/form/agencies/organisations").text)
    assert add is not None
    for number, name in enumerate(("School", "GP practice"), start=1):
        answer = post(client, f"agencies/agencies/{number}/organisation", {"organisation": name, "role": "x"})
        assert answer.headers["location"] == "/form/agencies/organisations"
    page = client.get("/form/agencies/organisations").text
    assert "School" in page
    assert "Add another organisation" in page
    post(client, "agencies/agencies/2/organisation", {"organisation": "Surgery", "role": "y", "involved": "no"})
    asked = client.get("/form/agencies/agencies/1/remove").text
    assert "Take out organisation 1?" in asked
    client.post("/form/agencies/agencies/1/remove", data=hidden(asked))
    assert [each.organisation for each in record().agencies.agencies] == ["Surgery"]


def test_there_is_room_for_four_children(client: TestClient, record: Read) -> None:
    for number in (2, 3, 4):
        assert post(client, f"children/children/{number}/who", {"code": f"C{number}"}).status_code == 303
    assert len(record().children.children) == 4
    assert "There is room for 4." in client.get("/form/children/children").text
    assert client.get("/form/children/children/5/who").status_code == 404


def test_two_who_write_in_one_group_do_not_overwrite_each_other(
    client: TestClient, browser: Callable[[], TestClient], link: Callable[[str], str], reference: str, record: Read
) -> None:
    other = browser()
    other.get(link(reference))
    page = client.get("/form/harm/description").text
    post(other, "harm/description", {"description": "From the other"})
    answer = client.post("/form/harm/description", data=hidden(page) | {"description": "From the first"})
    assert answer.status_code == 409
    assert "From the first" in answer.text
    assert record().harm.description == "From the other"
    again = client.post("/form/harm/description", data=hidden(answer.text) | {"description": "From both"})
    assert again.status_code == 303
    assert record().harm.description == "From both"


def test_two_who_write_in_different_groups_both_save(
    client: TestClient, browser: Callable[[], TestClient], link: Callable[[str], str], reference: str, record: Read
) -> None:
    other = browser()
    other.get(link(reference))
    page = client.get("/form/harm/description").text
    post(other, "referrer/work", {"role": "Nurse"})
    answer = client.post("/form/harm/description", data=hidden(page) | {"description": "Burns"})
    assert answer.status_code == 303
    assert (record().harm.description, record().referrer.role) == ("Burns", "Nurse")


def test_an_entry_is_not_taken_out_of_a_list_that_changed(
    client: TestClient, database: Sessions, reference: str, record: Read
) -> None:
    asked = client.get("/form/children/children/1/remove").text
    post(client, "children/children/1/who", {"code": "ZZ"})
    assert client.post("/form/children/children/1/remove", data=hidden(asked)).status_code == 409
    assert len(record().children.children) == 1


def test_changing_from_the_check_page_leads_back_to_it(client: TestClient) -> None:
    page = client.get("/form/sharing/family?from=check").text
    answer = client.post("/form/sharing/family", data=hidden(page) | {"family_told": "yes"})
    assert answer.headers["location"] == "/form/sharing/basis?from=check"
    page = client.get(answer.headers["location"]).text
    assert client.post("/form/sharing/basis", data=hidden(page)).headers["location"] == "/form/check"


def test_what_is_still_needed_is_listed_with_links(client: TestClient) -> None:
    page = client.get("/form/check").text
    assert "Still needed before your lead can send it" in page
    for href in re.findall(r'<li><a class="govuk-link" href="([^"]+)"', page):
        assert client.get(href).status_code == 200


def test_handing_in_tells_the_lead_once_for_each_change(client: TestClient, database: Sessions, reference: str) -> None:
    def put() -> int:
        answer = client.post("/form/check", data=hidden(client.get("/form/check").text))
        assert answer.headers["location"] == "/form/done"
        with database() as session:
            kinds = [event.type for event in events_of(session, draft_in(session, reference))]
        return kinds.count("PutBeforeLead")

    assert put() == 1
    post(client, "referrer/work", {"role": "Nurse"})
    assert put() == put() == 2
    for page in ("/form", "/form/done"):
        assert "nobody has been told of this draft. Ring your own safeguarding lead" in client.get(page).text


@pytest.fixture
def lead(database: Sessions) -> Lead:
    with database.begin() as session:
        return make_lead(session, email="sam@example.org", name="Sam Lee", areas=["darlington"])


def test_the_leads_question_is_shown_answered_and_put_before_the_lead(
    client: TestClient, database: Sessions, reference: str, lead: Lead, record: Read
) -> None:
    assert client.get("/form/answer").headers["location"] == "/form"
    with database.begin() as session:
        decide(session, draft_in(session, reference), lead, "needs_information", "How old is\r\nthe <brother>?")
    assert re.search(r"How old is\s+the &lt;brother&gt;\?", client.get("/form").text)
    empty = post(client, "answer", {"answer": "  "})
    assert empty.status_code == 400
    assert "Enter your answer" in empty.text
    assert post(client, "answer", {"answer": "He is 5."}).headers["location"] == "/form/done"
    assert [(each.question, each.answer) for each in record().answers.answers] == [
        ("How old is\nthe <brother>?", "He is 5.")
    ]
    with database() as session:
        assert draft_in(session, reference).status is Status.WITH_LEAD
    assert "asked for more" not in client.get("/form").text


def test_a_decided_draft_is_read_only(
    client: TestClient, database: Sessions, reference: str, lead: Lead, record: Read
) -> None:
    page = client.get("/form/referrer/work").text
    check = client.get("/form/check").text
    with database.begin() as session:
        draft = draft_in(session, reference)
        save_record(session, draft, filled_record(), "practitioner")
        decide(session, draft, lead, "refer", "Because")
    before = record()
    answer = client.post("/form/referrer/work", data=hidden(page) | {"role": "Late words"})
    assert answer.status_code == 409
    assert "Late words" in answer.text
    assert client.post("/form/check", data=hidden(check)).status_code == 409
    assert 'href="/form/referrer/work' not in client.get("/form").text
    with database() as session:
        assert current_record(session, draft_in(session, reference)).record == before
