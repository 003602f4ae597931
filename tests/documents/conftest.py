"""Documents of a made-up case on a database in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.documents.referral.document import Document
from bot.documents.referral.gather import gather
from bot.documents.word.forms import load_forms
from bot.guidance.load import Packs
from bot.referrals.lead import Lead, make_lead
from bot.referrals.referral import Referral
from bot.storage.base import Base
from bot.storage.database import open_database, sessions
from bot.storage.keyring import Keyring, make_key
from bot.storage.migrate import load_models
from bot.web.pack_words import PackWords
from tests.documents.case import TODAY, make_case
from tests.filled_record import filled_record

Gathered = Callable[[Referral], Document]


@pytest.fixture(scope="session")
def template() -> bytes:
    """The Word template that comes with the guide."""
    return load_forms(Path("no such folder")).ours


@pytest.fixture(scope="module")
def memory() -> Iterator[Session]:
    load_models()
    engine = open_database("sqlite://", Keyring([make_key()]))
    Base.metadata.create_all(engine)
    with sessions(engine)() as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def session(memory: Session) -> Iterator[Session]:
    with memory.begin_nested() as inner:
        yield memory
        inner.rollback()


@pytest.fixture
def lead(session: Session) -> Lead:
    return make_lead(session, email="sam@example.org", name="Sam Lee", areas=["walsall"])


@pytest.fixture
def gathered(session: Session, packs: Packs) -> Gathered:
    def read(referral: Referral) -> Document:
        words = PackWords(packs, lambda: TODAY)
        return gather(session, referral, words, packs, TODAY)

    return read


@pytest.fixture
def referral(session: Session, packs: Packs) -> Referral:
    return make_case(session, packs)


@pytest.fixture
def document(gathered: Gathered, referral: Referral) -> Document:
    return gathered(referral)


@pytest.fixture
def full(gathered: Gathered, session: Session, packs: Packs) -> Document:
    """With an answer in every field."""
    return gathered(make_case(session, packs, filled=filled_record()))


@pytest.fixture
def saying(gathered: Gathered, session: Session, packs: Packs) -> Callable[[str], Document]:
    """A document whose own words, and one answer, are this text; it came past the form's door."""

    def make(text: str, **changes: Any) -> Document:
        return gathered(make_case(session, packs, own_words=text, **changes))

    return make
