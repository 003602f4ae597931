"""Every page of the inbox in every state of a draft: accessible, by keyboard, narrow, at twice the text size."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple
from uuid import uuid4

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from bot.referrals.access.lead_session import open_session
from bot.referrals.after.step import STEPS
from bot.referrals.decisions import decide
from bot.referrals.drafts import make_draft
from bot.referrals.history import PRACTITIONER
from bot.referrals.holding import claim
from bot.referrals.lead import Lead, make_lead
from bot.referrals.record.store import save_record
from bot.referrals.referral import Referral
from bot.storage.base import now
from tests.browser.looking import fine_everywhere, opened
from tests.conftest import ROOT
from tests.filled_record import filled_record
from tests.web.form.spots import pages_by_record

ASSESSMENT = json.loads((ROOT / "tests/referrals/assessment.json").read_text(encoding="utf-8"))
TOLD = {"age_group": "under_18", "outcome": "died", "la_aware_on": "2026-11-20", "place": "unknown"}


class Leads(NamedTuple):
    """Who is signed in, and a colleague of the same area."""

    me: Lead
    other: Lead


State = Callable[[Session, Referral, Leads], None]


def unclaimed(session: Session, draft: Referral, leads: Leads) -> None:
    """As the chat made it."""


def mine(session: Session, draft: Referral, leads: Leads) -> None:
    claim(session, draft, leads.me)


def theirs(session: Session, draft: Referral, leads: Leads) -> None:
    claim(session, draft, leads.other)


def theirs_and_i_stand_in(session: Session, draft: Referral, leads: Leads) -> None:
    claim(session, draft, leads.other)
    leads.me.deputy_for.append(leads.other)


def waiting(session: Session, draft: Referral, leads: Leads) -> None:
    decide(session, draft, leads.me, "needs_information", "How old is the brother?")


def referred(session: Session, draft: Referral, leads: Leads) -> None:
    decide(session, draft, leads.me, "refer", "The test is met.", with_gaps=True)


def not_referred(session: Session, draft: Referral, leads: Leads) -> None:
    decide(session, draft, leads.me, "not_referred", "It was another child.")


def another_route(session: Session, draft: Referral, leads: Leads) -> None:
    decide(session, draft, leads.me, "other_route", "About a worker.", route="LADO")


STATES: list[State] = [
    unclaimed, mine, theirs, theirs_and_i_stand_in, waiting, referred, not_referred, another_route,
]  # fmt: skip


class Desk(NamedTuple):
    """A signed-in lead's browser. `begin` gives a transaction, and who is who in it."""

    page: Page
    inbox: str
    begin: Callable[[], AbstractContextManager[tuple[Session, Leads]]]

    def draft(self, state: State, *, whole: bool = False, area: str = "walsall") -> str:
        """A draft in this state; gives its reference."""
        with self.begin() as (session, leads):
            made = make_draft(
                session,
                conversation_id=uuid4().hex,
                area=area,
                facts=TOLD,
                assessment=ASSESSMENT,
                own_words="A two-year-old has died and we think she was neglected.",
            )
            if whole:
                save_record(session, made, filled_record(), PRACTITIONER)
            state(session, made, leads)
            return str(made.reference)


@pytest.fixture
def desk(app: FastAPI, address: str, page: Page) -> Desk:
    numbers = []
    with app.state.sessions.begin() as session:
        for name in ("Sam Lee", "Kit Osei"):
            email = f"{name[:3].lower()}-{uuid4().hex}@walsall.example"
            numbers.append(make_lead(session, email=email, name=name, areas=["walsall", "birmingham"]))
        session.flush()
        ids = [lead.id for lead in numbers]
        token = open_session(session, numbers[0], now(), browser=page.evaluate("navigator.userAgent"))
    page.context.add_cookies([{"name": "lead", "value": token, "url": address}])

    @contextmanager
    def begin() -> Iterator[tuple[Session, Leads]]:
        with app.state.sessions.begin() as session:
            me, other = (session.get(Lead, number) for number in ids)
            assert me is not None and other is not None
            yield session, Leads(me, other)

    return Desk(page, f"{address}/inbox", begin)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param(state, id=state.__name__, marks=[] if state in (mine, waiting, referred) else pytest.mark.whole)
        for state in STATES
    ],
)
def test_the_pages_of_a_draft(state: State, desk: Desk) -> None:
    reference = desk.draft(state)
    for path in ("", "/record", "/history"):
        opened(desk.page, f"{desk.inbox}/{reference}{path}")


def test_the_list(desk: Desk) -> None:
    for _ in range(51):
        desk.draft(unclaimed, area="birmingham")  # whom no other test looks for in the list
    for query in ("", "?number=2", "?status=reviewing", "?status=all", "?status=sent&search=nothing"):
        opened(desk.page, desk.inbox + query, keyboard=not query)
    opened(desk.page, f"{desk.inbox}?search={'x' * 101}", 400)
    opened(desk.page, f"{desk.inbox}/CSPR-0000-0000", 404)


@pytest.mark.parametrize("page", [True], ids=["with JavaScript"], indirect=True)  # without: the form's, the same
def test_every_page_that_changes_the_record(desk: Desk, whole: bool) -> None:
    reference = desk.draft(mine)
    for record, paths in pages_by_record("walsall", whole=whole):
        with desk.begin() as (session, _):
            draft = session.query(Referral).filter_by(reference=reference).one()
            save_record(session, draft, record, PRACTITIONER)
        for path in paths:
            opened(desk.page, f"{desk.inbox}/{reference}/record/{path}", keyboard=False)  # the form's fields
    opened(desk.page, f"{desk.inbox}/{desk.draft(referred, whole=True)}/record/sending/sent")


def test_deciding(desk: Desk) -> None:
    page, reference = desk.page, desk.draft(unclaimed)
    page.goto(f"{desk.inbox}/{reference}")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    fine_everywhere(page)
    page.locator("input[name=decision][value=refer]").check()
    page.locator("textarea[name=reason]").fill("The test is met. NHS number 943 476 5919.")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="The record still needs")).to_be_visible()
    fine_everywhere(page)
    page.locator("input[name=gaps]").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("I took an NHS number out")).to_be_visible()
    fine_everywhere(page)
    with desk.begin() as (session, leads):
        claim(session, session.query(Referral).filter_by(reference=reference).one(), leads.other)
    page.get_by_role("button", name="Confirm and record").click()
    expect(page.get_by_role("heading", name="Nothing was recorded")).to_be_visible()
    fine_everywhere(page)


def test_handing_over_to_nobody_and_a_form_that_is_out_of_date(desk: Desk) -> None:
    page, reference = desk.page, desk.draft(mine)
    page.goto(f"{desk.inbox}/{reference}")
    page.get_by_text("Hand it over to another lead").click()
    page.get_by_role("button", name="Hand over").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    fine_everywhere(page)
    page.goto(f"{desk.inbox}/{reference}")
    page.locator("form[action$=release] input[name=csrf]").evaluate("token => { token.value = 'x' }")
    page.get_by_role("button", name="Give back").click()
    fine_everywhere(page)


@pytest.mark.parametrize(
    "step", [pytest.param(step.id, marks=pytest.mark.whole if n else []) for n, step in enumerate(STEPS)]
)
def test_each_step_after_the_decision(step: str, desk: Desk) -> None:
    reference = desk.draft(referred, whole=True)
    opened(desk.page, f"{desk.inbox}/{reference}/after/{step}")
    desk.page.get_by_role("button", name="Record").click()
    desk.page.get_by_role("heading", name="There is a problem").wait_for()
    fine_everywhere(desk.page)


def test_a_step_is_recorded_by_keyboard_and_its_clock_shown(desk: Desk) -> None:
    page = desk.page
    page.goto(f"{desk.inbox}/{desk.draft(referred, whole=True)}")
    page.get_by_role("link", name="Change notification sent to the national panel").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/after/notification-sent")
    page.get_by_role("textbox", name="Day").focus()
    for typed in ("23", "11", "2026"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Monday 14 December 2026").first.wait_for()
    fine_everywhere(page)
