"""What was told about a case cannot be read in the database, and the keys can be changed while it is in use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData, Table, insert, select

from bot.dialogue.tables import ConversationRow, DialogueState, MessageRow
from bot.referrals.audit import verify_all
from bot.referrals.drafts import make_draft
from bot.referrals.history import events_of
from bot.referrals.referral import Referral
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import open_database, sessions
from bot.storage.encryption import SealedIsNotSearched
from bot.storage.keyring import BadKey, Keyring, SealedByAnotherKey, make_key
from bot.storage.migrate import alembic_config, differences, migrating, upgrade
from bot.storage.reseal import reseal
from tests.storage.conftest import AsStored

MARKER = "Zebedee Quillfeather"
ASSESSMENT = json.loads(Path("tests/referrals/assessment.json").read_text(encoding="utf-8"))


def fill(engine: Engine, marker: str = MARKER) -> None:
    """A conversation and its draft, the marker in everything that can hold words."""
    with sessions(engine).begin() as session:
        session.add(
            ConversationRow(
                id="c1", token_hash="h", offered={"no": {"label": marker}}, created_at=now(), expires_at=now()
            )
        )
        session.flush()
        session.add(MessageRow(conversation_id="c1", n=1, case_number=1, who="user", text=marker, at=now()))
        reply = {"text": marker}
        session.add(
            MessageRow(conversation_id="c1", n=2, case_number=1, who="guide", text=marker, reply=reply, at=now())
        )
        session.add(DialogueState(sender_id="c1.1", state={"slots": {"area": marker}}, updated_at=now()))
        make_draft(
            session,
            conversation_id="c1",
            area="walsall",
            facts={"outcome": marker},
            assessment=ASSESSMENT | {"notes": [{"text": marker}]},
            own_words=marker,
            contact={"telephone": marker},
        )


def read_back(engine: Engine) -> list[Any]:
    with sessions(engine)() as session:
        referral = session.scalars(select(Referral)).one()
        first, second = session.scalars(select(MessageRow).order_by(MessageRow.n))
        state = session.scalars(select(DialogueState)).one().state["slots"]["area"]
        offered = session.scalars(select(ConversationRow)).one().offered["no"]["label"]
        assert first.reply is None
        assert second.reply is not None
        assert [dict(event.data).keys() - {"content"} for event in events_of(session, referral)] == [set(), set()]
        assert list(verify_all(session)) == [None]
        referral = session.scalars(select(Referral)).one()
        first, second = session.scalars(select(MessageRow).order_by(MessageRow.n))
        told = [referral.own_words, referral.contact["telephone"], referral.facts["told"]["outcome"]]
        assert second.reply is not None
        return [*told, referral.assessment["notes"][0]["text"], first.text, second.reply["text"], state, offered]


def test_nothing_that_was_told_can_be_read_in_the_database(url: str, as_stored: AsStored) -> None:
    engine = open_database(url, Keyring([make_key()]))
    upgrade(engine)
    fill(engine)
    assert set(read_back(engine)) == {MARKER}
    assert MARKER not in as_stored(engine)
    assert "walsall" in as_stored(engine)
    engine.dispose()


def test_migrating_seals_what_was_stored_before_and_can_be_undone(url: str, as_stored: AsStored) -> None:
    engine = open_database(url, Keyring([make_key()]))
    with migrating(engine) as connection:
        command.upgrade(alembic_config(connection), "0001")
    fill_first_tables(engine)
    assert MARKER in as_stored(engine)
    upgrade(engine)
    assert differences(engine) == []
    assert set(read_back(engine)) == {MARKER}
    assert MARKER not in as_stored(engine)
    with migrating(engine) as connection:
        command.downgrade(alembic_config(connection), "0001")
    assert MARKER in as_stored(engine)
    engine.dispose()


def fill_first_tables(engine: Engine) -> None:
    """Rows as the first version wrote them."""
    tables = MetaData()
    tables.reflect(engine)
    at = now()
    made = {"created_at": at, "updated_at": at, "expires_at": at, "at": at, "made_at": at}
    rows: list[tuple[str, dict[str, Any]]] = [
        ("conversations", {"id": "c1", "token_hash": "h", "case_number": 1, "turns": 1, "messages": 2,
                           "offered": {"no": {"label": MARKER}}}),
        ("messages", {"id": 1, "conversation_id": "c1", "n": 1, "case_number": 1, "who": "user", "text": MARKER,
                      "reply": None, "typed": True}),
        ("messages", {"id": 2, "conversation_id": "c1", "n": 2, "case_number": 1, "who": "guide", "text": MARKER,
                      "reply": {"text": MARKER}, "typed": False}),
        ("dialogue_states", {"sender_id": "c1.1", "state": {"slots": {"area": MARKER}}}),
        ("referral", {"id": 1, "reference": "CSPR-0000-0000", "conversation_id": "c1", "case_number": 1,
                      "area": "walsall", "status": "WITH_LEAD", "facts": {"told": {"outcome": MARKER}, "unknown": []},
                      "assessment": {"notes": [{"text": MARKER}]}, "pack_id": "walsall", "pack_version": "1",
                      "rules": [], "own_words": MARKER, "contact": {"telephone": MARKER}, "urgent": False,
                      "last_event": 2}),
        ("referral_event", {"id": 1, "referral_id": 1, "n": 1, "type": "DraftMade", "actor": "practitioner",
                            "data": {}}),
        ("referral_event", {"id": 2, "referral_id": 1, "n": 2, "type": "PutBeforeLead", "actor": "practitioner",
                            "data": {}}),
    ]  # fmt: skip
    with engine.begin() as connection:
        for name, values in rows:
            table: Table = tables.tables[name]
            connection.execute(
                insert(table), {**values, **{key: value for key, value in made.items() if key in table.columns}}
            )


def test_a_new_key_seals_and_the_old_one_still_opens_until_everything_is_sealed_again(url: str) -> None:
    old, new = make_key(), make_key()
    engine = open_database(url, Keyring([old]))
    upgrade(engine)
    fill(engine)
    engine.dispose()
    engine = open_database(url, Keyring([new, old]))
    assert set(read_back(engine)) == {MARKER}
    steps = list(reseal(engine, at_once=1))
    assert [(step.rows, step.of) for step in steps if step.table == "messages"] == [(1, 2), (2, 2)]
    assert sum({step.table: step.resealed for step in steps}.values()) > 8
    assert [step for step in reseal(engine) if step.resealed] == []
    engine.dispose()
    engine = open_database(url, Keyring([new]))
    assert set(read_back(engine)) == {MARKER}
    engine.dispose()
    engine = open_database(url, Keyring([old]))
    with pytest.raises(SealedByAnotherKey, match="CSPR_ENCRYPTION_KEYS"):
        read_back(engine)
    engine.dispose()


def test_a_sealed_column_cannot_be_searched_by_mistake() -> None:
    with pytest.raises(SealedIsNotSearched, match="own_words"):
        select(Referral).where(Referral.own_words == MARKER)
    with pytest.raises(SealedIsNotSearched):
        select(Referral).order_by(Referral.own_words.desc())
    select(MessageRow).where(MessageRow.reply.is_(None))


def test_changed_text_is_refused() -> None:
    keyring = Keyring([make_key()])
    token = keyring.seal(MARKER)
    changed = token[:-8] + ("A" if token[-8] != "A" else "B") + token[-7:]
    with pytest.raises(SealedByAnotherKey):
        keyring.open(changed)


def test_without_a_setting_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    token = Settings(data_dir=tmp_path).keyring.seal(MARKER)
    assert Settings(data_dir=tmp_path).keyring.open(token) == MARKER
    assert (tmp_path / "encryption.key").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["encryption.key"]


@pytest.mark.parametrize(("given", "sentence"), [
    ("", "found nothing, expected at least one key"),
    ("short", "found 5 characters as key 1, expected 32 bytes in URL-safe base64"),
])  # fmt: skip
def test_a_key_that_is_none_is_refused_without_being_shown(tmp_path: Path, given: str, sentence: str) -> None:
    with pytest.raises(BadKey, match=sentence):
        _ = Settings(data_dir=tmp_path, encryption_keys=given).keyring
