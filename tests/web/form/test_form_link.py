"""The form opens for whoever holds the conversation's link, in time, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text, update

from bot.referrals.access.form_link import FORM_LINK_LASTS, FormLink, make_form_link
from bot.referrals.lead import make_lead
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.web.form.driving import draft_in, hidden, post

PAGES = ["", "/check", "/done", "/answer", "/referrer/work", "/children/children/1/who", "/agencies/agencies/1/remove"]


def test_a_link_opens_the_form_again_and_again_and_no_address_says_whose(
    browser: Callable[[], TestClient], link: Callable[[str], str], reference: str
) -> None:
    address = link(reference)
    for client in (browser(), browser()):
        opened = client.get(address)
        assert (opened.status_code, opened.headers["location"]) == (303, "/form")
        assert "HttpOnly" in opened.headers["set-cookie"]
        assert reference in client.get("/form").text
    assert reference not in address


def test_only_the_hash_of_a_link_is_kept(database: Sessions, link: Callable[[str], str], reference: str) -> None:
    token = link(reference).rsplit("/", 1)[1]
    with database() as session:
        assert token not in str(session.execute(text("SELECT * FROM form_link")).all())


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("cookie", [None, "", "guess"])
def test_without_a_link_nothing_opens_and_nothing_is_told(
    browser: Callable[[], TestClient], reference: str, path: str, cookie: str | None
) -> None:
    client = browser()
    if cookie is not None:
        client.cookies.set("form", cookie)
    for answer in (client.get(f"/form{path}"), client.post(f"/form{path or '/check'}", data={"csrf": "x"})):
        assert answer.status_code == 404
        assert "This form is not open here" in answer.text
        assert reference not in answer.text


def test_a_link_that_nobody_gave_out_opens_nothing(browser: Callable[[], TestClient], reference: str) -> None:
    answer = browser().get("/form/open/" + "x" * 43)
    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


def test_a_link_expires_for_browsers_that_opened_it_too(
    client: TestClient, link: Callable[[str], str], database: Sessions, reference: str
) -> None:
    address = link(reference)
    with database.begin() as session:
        session.execute(update(FormLink).values(expires_at=now()))
    for path in (address, "/form", "/form/referrer/work"):
        assert client.get(path).status_code == 404


def test_a_link_lasts_fourteen_days(database: Sessions, reference: str) -> None:
    with database.begin() as session:
        made = now()
        make_form_link(session, draft_in(session, reference), made)
        assert session.query(FormLink).one().expires_at == made + FORM_LINK_LASTS == made + timedelta(days=14)


@pytest.mark.parametrize("csrf", ["", "0" * 64])
@pytest.mark.parametrize("path", ["referrer/work", "check", "answer", "children/children/1/remove"])
def test_a_form_that_is_not_from_this_drafts_page_is_refused(client: TestClient, path: str, csrf: str) -> None:
    before = client.get("/form/check").text
    answer = client.post(f"/form/{path}", data={"csrf": csrf, "version": "1", "role": "Somebody"})
    assert answer.status_code == 403
    assert "Nothing was saved" in answer.text
    assert client.get("/form/check").text == before


def test_a_page_of_one_draft_cannot_be_sent_into_another(
    client: TestClient, link: Callable[[str], str], draft: Callable[..., str]
) -> None:
    page = client.get("/form/referrer/work").text
    client.get(link(draft(conversation_id="c2")))
    answer = client.post("/form/referrer/work", data=hidden(page) | {"role": "Of the first draft"})
    assert answer.status_code == 403
    assert "Of the first draft" not in client.get("/form/check").text


def test_the_practitioner_cannot_write_what_is_the_leads(client: TestClient, database: Sessions) -> None:
    with database.begin() as session:
        make_lead(session, email="a@example.org", name="A")
    assert client.get("/form/sending/sent").status_code == 404
    assert client.get("/form/answers/answers").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "nothing", "referrer", "referrer/nothing", "children/children/0/who", "children/children/3/who",
        "children/children/x/who", "children/children/1/nothing", "children/others/1/who", "record/reference",
        "late/why", "abuse/types", "agencies/agencies/1/remove", "__class__/x", "referrer/work/1/2/3",
    ],
)  # fmt: skip
def test_an_address_that_is_no_page_says_so(client: TestClient, path: str) -> None:
    assert client.get(f"/form/{path}").status_code == 404


def test_identifiers_are_taken_out_and_the_writer_is_told(client: TestClient, record: Callable[[], object]) -> None:
    answer = post(client, "harm/description", {"description": "Her number is 943 476 5919. She has burns."})
    assert answer.status_code == 200
    assert "I took an NHS number out" in answer.text
    assert "943 476 5919" not in answer.text
    assert "943 476 5919" not in str(record())
    assert "She has burns." in str(record())


def test_the_form_closes_with_the_browser(
    browser: Callable[[], TestClient], link: Callable[[str], str], reference: str
) -> None:
    given = browser().get(link(reference)).headers["set-cookie"]
    assert given.startswith("form=") and "Path=/form" in given
    assert "Max-Age" not in given and "expires" not in given.lower()
