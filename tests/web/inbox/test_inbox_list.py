"""The list shows a lead their drafts in the order in which they press, and nothing to anybody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

pytestmark = pytest.mark.both


def references(page: str) -> list[str]:
    return re.findall(r'href="/inbox/(CSPR-[^"]+)"', page)


def test_a_draft_made_in_the_chat_is_in_the_inbox(draft: Any, sam: TestClient) -> None:
    reference = draft()
    page = sam.get("/inbox").text
    assert references(page) == [reference]
    for words in (
        "Under 18, They died",
        "The council must notify the national Panel",
        "Friday 27 November 2026",
        "in 3 working days",
    ):
        assert words in page
    for words in ("Danger not ruled out", "Walsall", "New (1)", "Nobody"):
        assert words in page


def test_the_list_holds_no_words_of_the_case(draft: Any, sam: TestClient) -> None:
    draft(own_words="MARKER-7731")
    assert "MARKER-7731" not in sam.get("/inbox").text


def test_who_is_not_signed_in_is_sent_to_sign_in(draft: Any, stranger: TestClient) -> None:
    reference = draft()
    for path in ("/inbox", f"/inbox/{reference}"):
        answer = stranger.get(path)
        assert (answer.status_code, answer.headers["location"]) == (
            303,
            "/sign-in?next=" + path.replace("/", "%2F"),
        )
        assert reference not in answer.text
    for action in ("claim", "release", "decision"):
        answer = stranger.post(f"/inbox/{reference}/{action}", data={"csrf": "x"})
        assert answer.headers["location"].startswith("/sign-in?next=%2Finbox%2FCSPR")


def test_a_made_up_session_opens_nothing(draft: Any, stranger: TestClient) -> None:
    stranger.cookies.set("lead", "guess")
    assert stranger.get("/inbox").status_code == 303


def test_a_lead_of_another_area_sees_nothing_of_it(draft: Any, jo: TestClient) -> None:
    draft()
    page = jo.get("/inbox?status=all").text
    assert references(page) == []
    assert "All (0)" in page


def test_a_draft_of_unknown_area_is_in_every_inbox(draft: Any, sam: TestClient, jo: TestClient) -> None:
    reference = draft(area=None)
    assert references(sam.get("/inbox").text) == references(jo.get("/inbox").text) == [reference]


def test_danger_is_listed_first_whatever_is_due(draft: Any, sam: TestClient, assessment: dict[str, Any]) -> None:
    calm = draft(conversation_id="calm", assessment=assessment | {"outcomes": assessment["outcomes"][1:]})
    danger = draft(conversation_id="danger", assessment=assessment | {"deadlines": []})
    assert references(sam.get("/inbox").text) == [danger, calm]


def test_a_part_of_a_reference_finds_the_draft_in_any_tab(draft: Any, sam: TestClient) -> None:
    wanted, _ = draft(conversation_id="a", before_lead=False), draft(conversation_id="b")
    page = sam.get("/inbox", params={"status": "all", "search": wanted[5:].lower()}).text
    assert references(page) == [wanted]
    assert f'value="{wanted[5:].lower()}"' in page


@pytest.mark.parametrize(
    "query", ["status=NONSENSE", "number=0", "number=-1", "number=x", "number=99999999999999999999"]
)
def test_a_nonsense_address_still_lists(draft: Any, sam: TestClient, query: str) -> None:
    reference = draft()
    assert references(sam.get("/inbox?" + query).text) == [reference]


def test_what_is_searched_for_is_shown_as_text(sam: TestClient) -> None:
    page = sam.get("/inbox", params={"search": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page
    assert "No draft fits this filter." in page


def test_fifty_drafts_make_a_page(draft: Any, sam: TestClient) -> None:
    made = {draft(conversation_id=f"c{n}") for n in range(52)}
    first = sam.get("/inbox").text
    second = sam.get("/inbox?status=new&number=2").text
    assert (len(references(first)), len(references(second))) == (50, 2)
    assert set(references(first) + references(second)) == made
    assert "number=2" in first
    assert "number=3" not in second


def test_facts_and_values_are_in_the_words_of_the_packs(
    draft: Any, app: FastAPI, signed_in: Callable[[str], TestClient]
) -> None:
    class Pack:
        def fact_words(self, name: str) -> str:
            return f"<{name}>"

        def value_words(self, fact: str, value: str) -> str:
            return f"{fact}={value}"

    app.state.words = Pack()
    reference = draft()
    client = signed_in("sam")
    assert "age_group=under_18, outcome=died" in client.get("/inbox").text
    assert "&lt;age_group&gt;" in client.get(f"/inbox/{reference}").text
