"""Alembic knows every table, and what it writes makes the tables that the models describe."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import inspect

from bot.referrals.access.lead_session import open_session
from bot.referrals.lead import make_lead
from bot.storage import migrate
from bot.storage.base import now
from bot.storage.database import open_database, sessions

TABLES = {"lead", "referral", "referral_event", "sign_in_link", "lead_session"}


def test_a_first_migration_makes_all_tables_and_leaves_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A copy of the migrations without any version, so that the file written here stays here.
    package = Path(migrate.__file__).parent
    shutil.copytree(
        package / "migrations",
        tmp_path / "migrations",
        ignore=shutil.ignore_patterns("versions", "__pycache__"),
    )
    (tmp_path / "migrations" / "versions").mkdir()
    monkeypatch.setattr(migrate, "MIGRATIONS", tmp_path / "migrations")
    engine = open_database(f"sqlite:///{tmp_path / 'guide.db'}")
    assert migrate.differences(engine)
    migrate.draw_up(engine, "first")
    [written] = (tmp_path / "migrations" / "versions").glob("*.py")
    assert "import bot" not in written.read_text(encoding="utf-8")
    migrate.upgrade(engine)
    migrate.upgrade(engine)
    assert set(inspect(engine).get_table_names()) >= TABLES
    assert migrate.differences(engine) == []
    with sessions(engine).begin() as session:
        open_session(session, make_lead(session, email="a@example.org", name="A"), now())
