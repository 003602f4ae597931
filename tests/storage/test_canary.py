"""A start with other keys than the database's is refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, delete, func, select
from sqlalchemy.orm import Session

from bot.channels.record import begin, keep
from bot.dialogue.tables import MessageRow
from bot.settings import MissingKey, Settings
from bot.storage.base import now
from bot.storage.canary import Canary, check_keys, leave_canary
from bot.storage.database import open_database
from bot.storage.keyring import Keyring, SealedByAnotherKey, make_key
from bot.storage.migrate import upgrade
from bot.storage.reseal import reseal

ONE, OTHER = make_key(), make_key()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'guide.db'}"


def start(url: str, *keys: str) -> Engine:
    """As the service starts."""
    engine = open_database(url, Keyring(list(keys)))
    check_keys(engine)
    upgrade(engine)
    leave_canary(engine)
    return engine


def test_the_same_keys_open_it_again_and_one_row_is_kept(url: str) -> None:
    start(url, ONE)
    engine = start(url, OTHER, ONE)
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Canary)) == 1


def test_other_keys_are_refused_and_nothing_is_written(url: str, tmp_path: Path) -> None:
    start(url, ONE).dispose()
    before = (tmp_path / "guide.db").read_bytes()
    with pytest.raises(SealedByAnotherKey, match="CSPR_ENCRYPTION_KEYS"):
        start(url, OTHER)
    assert (tmp_path / "guide.db").read_bytes() == before


def test_a_database_from_before_the_canary_is_judged_by_what_is_in_it(url: str) -> None:
    engine = start(url, ONE)
    with Session(engine) as session, session.begin():
        session.execute(delete(Canary))
        row = begin(session, "token", None, now())
        session.flush()
        keep(session, row, "Words.", typed=True, replies=[])
    with pytest.raises(SealedByAnotherKey, match="CSPR_ENCRYPTION_KEYS"):
        start(url, OTHER)
    engine = start(url, ONE)
    with Session(engine) as session:
        assert session.scalar(select(Canary.words))
        assert session.scalar(select(MessageRow.text)) == "Words."


def test_after_a_rotation_the_old_key_is_no_longer_needed(url: str) -> None:
    start(url, ONE)
    engine = start(url, OTHER, ONE)
    list(reseal(engine))
    start(url, OTHER)


@pytest.mark.parametrize(
    ("given", "setting"),
    [({"secret_key": "s" * 40}, "CSPR_ENCRYPTION_KEYS"), ({"encryption_keys": SecretStr(ONE)}, "CSPR_SECRET_KEY")],
)
def test_no_key_is_made_in_silence_where_the_database_is_on_a_server(
    given: dict[str, object], setting: str, tmp_path: Path
) -> None:
    settings = Settings.model_validate({"database_url": "postgresql://127.0.0.1/guide", "data_dir": tmp_path, **given})
    with pytest.raises(MissingKey, match=setting):
        settings.need_keys()
    assert not list(tmp_path.iterdir())


def test_with_sqlite_both_keys_are_made_and_kept(tmp_path: Path) -> None:
    Settings(data_dir=tmp_path).need_keys()
    assert {file.name for file in tmp_path.iterdir()} == {"secret.key", "encryption.key"}
