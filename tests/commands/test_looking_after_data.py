"""The operator's commands: what is sealed is sealed again, what waits is sent, a backup is restored."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.cli import app
from bot.referrals.drafts import make_draft
from bot.referrals.lead import make_lead
from bot.referrals.referral import Referral
from bot.settings import load_settings
from bot.storage.canary import leave_canary
from bot.storage.database import open_database, sessions
from bot.storage.keyring import Keyring, make_key
from bot.storage.migrate import upgrade
from tests.conftest import ROOT
from tests.outbox.servers import Postbox, mail_server_in_thread

ASSESSMENT = json.loads((ROOT / "tests/referrals/assessment.json").read_text(encoding="utf-8"))
KEY = make_key()


def run(monkeypatch: pytest.MonkeyPatch, *command: str, **settings: str) -> Any:
    """The command under these settings."""
    for name, value in settings.items():
        monkeypatch.setenv(f"CSPR_{name.upper()}", value)
    load_settings.cache_clear()
    return CliRunner().invoke(app, list(command))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder with a draft that one lead is to be told of."""
    engine = open_database(f"sqlite:///{tmp_path / 'guide.db'}", Keyring([KEY]))
    upgrade(engine)
    with sessions(engine).begin() as session:
        make_lead(session, email="sam@example.org", name="Sam Lee", areas=["walsall"])
        make_draft(session, conversation_id="c1", area="walsall", facts={}, assessment=ASSESSMENT, own_words="Words.")
    engine.dispose()
    monkeypatch.setenv("CSPR_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("CSPR_ENCRYPTION_KEYS", KEY)
    yield tmp_path
    load_settings.cache_clear()


def own_words(folder: Path, key: str) -> str:
    with sessions(open_database(f"sqlite:///{folder / 'guide.db'}", Keyring([key])))() as session:
        return session.scalars(select(Referral.own_words)).one()


def test_after_rotating_the_old_key_can_be_taken_away(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = run(monkeypatch, "encryption", "new-key").stdout.strip()
    rotated = run(monkeypatch, "encryption", "rotate", encryption_keys=f"{new},{KEY}")
    assert rotated.exit_code == 0, rotated.stderr
    assert "referral: 1 of 1 rows" in rotated.stdout
    assert own_words(data, new) == "Words."
    again = run(monkeypatch, "encryption", "rotate", "--json", encryption_keys=new)
    assert set(json.loads(again.stdout).values()) == {0}


def test_a_key_that_opens_nothing_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = run(monkeypatch, "audit", "verify", encryption_keys=make_key())
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1
    assert "CSPR_ENCRYPTION_KEYS" in refused.stderr


def test_what_waits_is_sent_once_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = {"not addressed": {"waiting": 1, "done": 0, "given_up": 0}}
    assert json.loads(run(monkeypatch, "outbox", "status", "--json").stdout) == waits
    with mail_server_in_thread(Postbox()) as (postbox, port):
        server = {"mail_host": "127.0.0.1", "mail_port": str(port)}
        assert run(monkeypatch, "outbox", "run", "--once", **server).stdout == "Sent 1.\n"
        assert run(monkeypatch, "outbox", "run", "--once", **server).stdout == "Sent 0.\n"
    assert [to for to, _ in postbox.mails] == [["sam@example.org"]]
    assert run(monkeypatch, "outbox", "status").stdout == "mail: 0 waiting, 1 done, 0 given up\n"


def test_with_keys_that_open_nothing_what_waits_is_left_to_wait(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_canary(open_database(f"sqlite:///{data / 'guide.db'}", Keyring([KEY])))
    refused = run(monkeypatch, "outbox", "run", "--once", mail_host="127.0.0.1", encryption_keys=make_key())
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "CSPR_ENCRYPTION_KEYS" in refused.stderr
    assert '"waiting": 1' in run(monkeypatch, "outbox", "status", "--json", encryption_keys=KEY).stdout


def test_without_a_way_to_tell_the_outbox_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = run(monkeypatch, "outbox", "run", "--once")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "CSPR_MAIL_HOST" in refused.stderr


def test_a_backup_made_as_the_task_page_says_is_whole(
    data: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs/tasks/restore-a-backup.md").read_text(encoding="utf-8")
    [command] = re.findall(r'python3 -c "(.*)"', page)
    subprocess.run([sys.executable, "-c", command], cwd=data, check=True)
    restored = tmp_path_factory.mktemp("restored")
    (data / "guide-backup.db").rename(restored / "guide.db")
    assert own_words(restored, KEY) == "Words."
    whole = run(monkeypatch, "audit", "verify", data_dir=str(restored))
    assert whole.stdout == "The audit chain is whole: 1 record verified.\n"


def test_every_period_on_the_task_page_is_the_settings_default() -> None:
    page = (ROOT / "docs/tasks/set-how-long-things-are-kept.md").read_text(encoding="utf-8")
    told = {name.lower(): int(days) for name, days in re.findall(r"`CSPR_(RETAIN_\w+)` \| (\d+)", page)}
    fields = type(load_settings()).model_fields
    assert told == {name: field.default for name, field in fields.items() if name.startswith("retain_")}
