"""A lead signs in with the account of their organisation, and only with a lead's role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from pydantic import SecretStr, ValidationError
from sqlalchemy import select

from bot.referrals.access.identity import LeadIdentity
from bot.referrals.access.request_link import request_link
from bot.referrals.lead import Lead, find_lead
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions
from bot.web.proof import signature
from bot.web.signin.guard import FORM
from bot.web.signin.issuer import make_issuer
from tests.web.signin.stub_issuer import (
    CLIENT,
    SECRET,
    TENANT,
    StubIssuer,
    another_key,
    curve_key,
    public_key_as_secret,
    running_issuer,
)

ROLES = {"Lead.Walsall": ["walsall"], "Lead.Darlington": ["darlington"], "Lead.Everywhere": []}
Way = Callable[..., Response]


@pytest.fixture(scope="module")
def running() -> Iterator[StubIssuer]:
    with running_issuer() as issuer:
        yield issuer


@pytest.fixture
def issuer(running: StubIssuer) -> StubIssuer:
    running.be_honest()
    return running


@pytest.fixture
def settings(settings: Settings, issuer: StubIssuer) -> Settings:
    given = {
        "oidc_issuer": issuer.url,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": SecretStr(SECRET),
        "oidc_tenant": TENANT,
        "oidc_roles": ROLES,
    }
    return settings.model_copy(update=given)


@pytest.fixture
def sign_in(client: TestClient) -> Way:
    """Go to the issuer and come back; returns the last answer."""

    def go(wanted: str = "/inbox", browser: TestClient = client) -> Response:
        away = browser.get("/sign-in/organisation", params={"next": wanted})
        assert away.status_code == 302, away.text
        back = httpx.get(away.headers["location"]).headers["location"]
        return browser.get(back)

    return go


def test_an_account_with_the_role_of_a_lead_signs_in(client: TestClient, sign_in: Way, database: Sessions) -> None:
    assert "Sign in with your work account" in client.get("/sign-in").text
    answer = sign_in("/inbox?status=SENT")
    assert (answer.status_code, answer.headers["location"]) == (303, "/inbox?status=SENT")
    assert client.get("/inbox").json()["lead"] == "Ada Lead"
    with database() as session:
        lead = find_lead(session, "ada.lead@example.org")
        assert lead is not None
        assert lead.areas == ["walsall"]


def test_the_same_account_is_the_same_lead_whatever_its_address_is_now(
    sign_in: Way, issuer: StubIssuer, database: Sessions
) -> None:
    sign_in()
    issuer.claims = {"email": "ada.married@example.org"}
    assert sign_in().status_code == 303
    with database() as session:
        assert len(session.scalars(select(LeadIdentity)).all()) == 1
        assert find_lead(session, "ada.married@example.org") is None


@pytest.mark.parametrize(
    ("roles", "areas"),
    [
        (["Lead.Darlington", "Lead.Walsall"], ["darlington", "walsall"]),
        (["Lead.Walsall", "Lead.Everywhere"], []),
        ("Lead.Darlington", ["darlington"]),
        (["Other", "Lead.Walsall", 7], ["walsall"]),
    ],
)
def test_the_roles_of_today_open_the_areas(
    sign_in: Way, issuer: StubIssuer, database: Sessions, roles: Any, areas: list[str]
) -> None:
    sign_in()
    issuer.claims = {"roles": roles}
    assert sign_in().status_code == 303
    with database() as session:
        lead = find_lead(session, "ada.lead@example.org")
        assert lead is not None
        assert lead.areas == areas


@pytest.mark.parametrize("roles", [None, [], "", ["Teacher"], ["lead.walsall"], [["Lead.Walsall"]]])
def test_an_account_without_a_leads_role_is_refused(
    sign_in: Way, client: TestClient, issuer: StubIssuer, roles: Any
) -> None:
    issuer.claims = {"roles": roles}
    answer = sign_in()
    assert answer.status_code == 403
    assert "has not given your account the role" in answer.text
    assert client.get("/inbox").status_code == 303


def test_losing_the_role_ends_every_session_and_every_other_way_in(
    browser: Callable[[], TestClient], sign_in: Way, issuer: StubIssuer, database: Sessions
) -> None:
    here, there = browser(), browser()
    sign_in(browser=here)
    issuer.claims = {"roles": []}
    assert sign_in(browser=there).status_code == 403
    assert here.get("/inbox").status_code == 303
    with database.begin() as session:
        former = session.scalars(select(Lead).join(LeadIdentity, LeadIdentity.lead_id == Lead.id)).one()
        assert not former.active
        assert request_link(session, former.email, now()) is None


def test_an_address_of_a_lead_is_taken_over_only_when_the_issuer_has_proved_it(
    sign_in: Way, client: TestClient, issuer: StubIssuer
) -> None:
    issuer.claims = {"email": "sam.lee@example.org", "email_verified": False}
    assert sign_in().status_code == 403
    issuer.claims = {"email": "sam.lee@example.org", "email_verified": None}
    assert sign_in().status_code == 403
    issuer.claims = {"email": "sam.lee@example.org", "email_verified": None, "xms_edov": "1"}
    assert sign_in().status_code == 303
    assert client.get("/inbox").json()["lead"] == "Sam Lee"


def test_a_former_lead_is_refused(sign_in: Way, database: Sessions) -> None:
    sign_in()
    with database.begin() as session:
        for lead in session.scalars(select(Lead)):
            lead.active = False
    assert sign_in().status_code == 403


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.test"},
        {"aud": "another-service"},
        {"tid": "another-tenant"},
        {"tid": None},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"iat": None},
        {"sub": None},
        {"iat": 4_000_000_000},
    ],
    ids=str,
)
def test_a_token_with_a_wrong_claim_signs_nobody_in(
    client: TestClient, sign_in: Way, issuer: StubIssuer, claims: dict[str, Any]
) -> None:
    issuer.claims = claims
    assert sign_in().status_code == 403
    assert client.get("/inbox").status_code == 303


def _other_key(issuer: StubIssuer) -> None:
    issuer.signed_with = another_key()


def _no_signature(issuer: StubIssuer) -> None:
    issuer.algorithm, issuer.signed_with = "none", b""


def _public_key_as_secret(issuer: StubIssuer) -> None:
    issuer.algorithm, issuer.signed_with = "HS256", public_key_as_secret(issuer)


def _other_kind(issuer: StubIssuer) -> None:
    issuer.algorithm, issuer.signed_with = "ES256", curve_key()


@pytest.mark.parametrize("forge", [_other_key, _no_signature, _public_key_as_secret, _other_kind])
def test_a_token_that_the_issuer_did_not_sign_signs_nobody_in(
    client: TestClient, sign_in: Way, issuer: StubIssuer, forge: Callable[[StubIssuer], None]
) -> None:
    forge(issuer)
    assert sign_in().status_code == 403
    assert client.get("/inbox").status_code == 303


def test_a_code_works_once_and_only_in_the_browser_that_asked(browser: Callable[[], TestClient]) -> None:
    mine, theirs = browser(), browser()
    away = mine.get("/sign-in/organisation")
    back = httpx.get(away.headers["location"]).headers["location"]
    assert theirs.get(back).status_code == 403
    assert mine.get(back).status_code == 303
    assert mine.get(back).status_code == 403


def test_coming_back_with_an_error_or_with_nothing_says_so(client: TestClient) -> None:
    for query in ("", "?error=access_denied&error_description=<script>", "?code=x&state=y"):
        answer = client.get(f"/sign-in/organisation/back{query}")
        assert answer.status_code == 403
        assert "You are not signed in" in answer.text
        assert "<script>" not in answer.text


def test_an_issuer_that_does_not_answer_or_calls_itself_otherwise_lets_nobody_in(
    client: TestClient, issuer: StubIssuer
) -> None:
    issuer.answering = False
    assert client.get("/sign-in/organisation").status_code == 503
    issuer.answering, issuer.metadata = True, {"issuer": "https://evil.test"}
    assert client.get("/sign-in/organisation").status_code == 503


def test_an_issuer_that_offers_weak_signatures_only_is_refused(client: TestClient, issuer: StubIssuer) -> None:
    issuer.metadata = {"id_token_signing_alg_values_supported": ["HS256", "none"]}
    assert client.get("/sign-in/organisation").status_code == 503


def test_what_failed_is_logged_without_what_was_sent(
    sign_in: Way, issuer: StubIssuer, caplog: pytest.LogCaptureFixture
) -> None:
    issuer.claims = {"aud": "another-service"}
    sign_in()
    assert "sign-in with the organisation's account failed" in caplog.text
    assert "ada.lead" not in caplog.text.lower()
    assert "another-service" not in caplog.text


def test_links_by_email_can_be_switched_off(app: FastAPI, client: TestClient, settings: Settings, mailbox: Any) -> None:
    app.state.settings = settings.model_copy(update={"sign_in_links": False})
    page = client.get("/sign-in").text
    assert "Email address" not in page
    csrf = client.cookies.get("lead_visit")
    assert csrf
    data = {"csrf": signature(settings, FORM, csrf), "email": "sam.lee@example.org"}
    assert client.post("/sign-in", data=data).status_code == 404
    assert mailbox.sent == []


def test_without_an_issuer_there_is_no_such_door(app: FastAPI, client: TestClient) -> None:
    app.state.issuer = None
    assert client.get("/sign-in/organisation").status_code == 404
    assert client.get("/sign-in/organisation/back").status_code == 404
    assert "work account" not in client.get("/sign-in").text


def test_an_issuer_needs_the_rest_and_an_encrypted_address() -> None:
    with pytest.raises(ValidationError, match="CSPR_OIDC_CLIENT_SECRET"):
        Settings(oidc_issuer="https://login.example.org", oidc_client_id="x", oidc_roles=ROLES)
    with pytest.raises(ValidationError, match="https"):
        Settings(
            oidc_issuer="http://login.example.org",
            oidc_client_id="x",
            oidc_client_secret=SecretStr("y"),
            oidc_roles=ROLES,
        )


def test_no_issuer_makes_no_client() -> None:
    assert make_issuer(Settings()) is None
