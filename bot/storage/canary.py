"""Whether the keys at hand are those of the database: found out at start, before anything is sealed with others."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Engine, Integer, Select, column, inspect, select, table
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.base import Base
from bot.storage.encryption import EncryptedText
from bot.storage.keyring import SealedByAnotherKey

WORDS = "These keys open this database."


class Canary(Base):
    """One row, sealed by the first start on this database, and again whenever everything is."""

    __tablename__ = "canary"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(EncryptedText)


def check_keys(engine: Engine) -> None:
    """Raises SealedByAnotherKey, and writes nothing, when the canary is here and the keys do not open it.

    To be called before anything else is done with the database.
    """
    if inspect(engine).has_table(Canary.__tablename__):
        _open(engine, select(Canary.words))


def leave_canary(engine: Engine) -> None:
    """Keep a sealed row for the next start, where there is none. The tables must be up to date.

    A database from before there was a canary is judged by the newest message in it. Raises SealedByAnotherKey.
    """
    with Session(engine) as session:
        if session.scalar(select(Canary.id)) is not None:
            return
    message = table("messages", column("id", Integer), column("text", EncryptedText))
    _open(engine, select(message.c.text).order_by(message.c.id.desc()).limit(1))
    with suppress(IntegrityError), Session(engine) as session, session.begin():  # or another process was first
        session.add(Canary(id=1, words=WORDS))


def _open(engine: Engine, sealed: Select[tuple[str]]) -> None:
    try:
        with Session(engine) as session:
            session.scalar(sealed)
    except SealedByAnotherKey:
        raise SealedByAnotherKey(
            "CSPR_ENCRYPTION_KEYS: none of the keys opens this database, expected the ones that it was sealed with"
        ) from None
