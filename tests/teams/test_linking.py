"""`cspr teams link`: an account is a lead's because an administrator said so."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.channels.teams.lead_accounts import lead_of
from bot.cli import app
from bot.referrals.lead import make_lead
from bot.settings import load_settings
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.migrate import load_models, upgrade

TENANT, ACCOUNT = "11111111-0000-4000-8000-00000000000a", "33333333-0000-4000-8000-000000000009"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sessions:
    """An empty database with one lead."""
    monkeypatch.setenv("CSPR_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("CSPR_SECRET_KEY", "s" * 40)
    load_settings.cache_clear()
    settings = load_settings()
    load_models()
    engine = open_database(settings.database, settings.keyring)
    upgrade(engine)
    kept = sessions(engine)
    with kept.begin() as session:
        make_lead(session, email="lee@example.org", name="Lee")
    return kept


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["teams", *words])


def link(email: str = "lee@example.org", tenant: str = TENANT, account: str = ACCOUNT) -> Result:
    return run("link", email, "--tenant", tenant, "--object-id", account)


def name_of(kept: Sessions, tenant: str = TENANT, account: str | None = ACCOUNT) -> str | None:
    with kept() as session:
        lead = lead_of(session, "s" * 40, tenant, account)
        return lead.name if lead else None


def test_a_linked_account_is_the_leads_in_that_tenant_only_until_it_is_unlinked(kept: Sessions) -> None:
    assert link().exit_code == 0
    assert name_of(kept) == "Lee"
    assert name_of(kept, account=ACCOUNT.upper()) == "Lee"
    assert name_of(kept, tenant="22222222-0000-4000-8000-00000000000a") is None
    assert name_of(kept, account=None) is None
    assert run("unlink", "lee@example.org").output == "1 account unlinked.\n"
    assert name_of(kept) is None


def test_a_lead_who_may_no_longer_act_is_none(kept: Sessions) -> None:
    link()
    with kept.begin() as session:
        make_lead(session, email="lee@example.org", name="Lee").active = False
    assert name_of(kept) is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "nobody@example.org"}, "email: found"),
        ({"tenant": "walsall"}, "tenant: found"),
        ({"account": "lee"}, "object-id: found"),
    ],
)
def test_what_cannot_be_linked_is_refused_in_one_line(kept: Sessions, wrong: dict[str, str], said: str) -> None:
    result = link(**wrong)
    assert result.exit_code == 2
    assert result.stderr.startswith(said) and len(result.stderr.splitlines()) == 1
