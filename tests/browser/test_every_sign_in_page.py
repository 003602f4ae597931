"""Every page of signing in and out: accessible, by keyboard, at 320 pixels, at twice the text size, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect
from pydantic import SecretStr

from bot.referrals.access.request_link import request_link
from bot.referrals.lead import make_lead
from bot.storage.base import now
from bot.web.signin.issuer import make_issuer
from tests.browser.looking import fine_everywhere, opened
from tests.web.signin.stub_issuer import CLIENT, SECRET, TENANT, StubIssuer, running_issuer


@pytest.fixture
def issuer(app: FastAPI, address: str) -> Iterator[StubIssuer]:
    """The organisation's accounts, set up in the service."""
    with running_issuer() as issuer:
        given = {
            "oidc_issuer": issuer.url,
            "oidc_client_id": CLIENT,
            "oidc_client_secret": SecretStr(SECRET),
            "oidc_tenant": TENANT,
            "oidc_roles": {"Lead.Walsall": ["walsall"]},
            "public_url": address,
        }
        settings = app.state.settings.model_copy(update=given)
        before = app.state.settings, app.state.issuer
        app.state.settings, app.state.issuer = settings, make_issuer(settings)
        yield issuer
        app.state.settings, app.state.issuer = before


def test_by_a_link(page: Page, address: str, app: FastAPI) -> None:
    email = f"link-{uuid4().hex}@walsall.example"
    with app.state.sessions.begin() as session:
        make_lead(session, email=email, name="A lead", areas=["walsall"])
        token = request_link(session, email, now())
    opened(page, f"{address}/sign-in")
    page.get_by_label("Email address").fill("sam")
    page.get_by_role("button").first.click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page.get_by_label("Email address")).to_have_value("sam")
    fine_everywhere(page)
    opened(page, f"{address}/sign-in/check-your-email")
    opened(page, f"{address}/sign-in/link/{token}")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Draft referrals")).to_be_visible()
    page.get_by_role("button", name="Sign out").first.click()
    expect(page).to_have_url(f"{address}/sign-in/signed-out")
    fine_everywhere(page)
    page.goto(f"{address}/sign-in/link/{token}")
    page.get_by_role("button", name="Sign in").click()
    fine_everywhere(page)  # a link works once
    page.goto(f"{address}/sign-in")
    page.locator("main input[name=csrf]").evaluate("token => { token.value = 'x' }")
    page.get_by_label("Email address").fill("sam@walsall.example")
    page.get_by_role("button").first.click()
    fine_everywhere(page)  # a form that is not ours
    opened(page, f"{address}/sign-in/organisation", 404)


def test_with_the_organisations_account(page: Page, address: str, issuer: StubIssuer) -> None:
    opened(page, f"{address}/sign-in")
    issuer.claims = {"roles": ["Somebody"]}
    page.goto(f"{address}/sign-in/organisation")
    expect(page.get_by_text("has not given your account the role")).to_be_visible()
    fine_everywhere(page)
    issuer.be_honest()
    opened(page, f"{address}/sign-in/organisation/back?code=x&state=y", 403)
    page.goto(f"{address}/sign-in/organisation")
    expect(page.get_by_role("heading", name="Draft referrals")).to_be_visible()
