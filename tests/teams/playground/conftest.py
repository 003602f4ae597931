"""The service and the Playground, once for all these tests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.migrate import load_models
from tests.teams.playground.client import Playground
from tests.teams.playground.running import running, settings_in


@pytest.fixture(scope="session")
def place() -> Iterator[Settings]:
    """Where the service keeps its things."""
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        yield settings_in(Path(folder))


@pytest.fixture(scope="session")
def playground(place: Settings) -> Iterator[Playground]:
    """Running, with the service behind it."""
    with running(place) as playground:
        yield playground


@pytest.fixture(scope="session")
def kept(place: Settings, playground: Playground) -> Sessions:
    """The service's database."""
    load_models()
    return sessions(open_database(place.database, place.keyring))


@pytest.fixture
def personal(playground: Playground) -> Playground:
    """The practitioner's personal chat, as if the app had just been installed; the welcome has been read."""
    playground.uninstall()
    playground.install()
    playground.message(holding="Should I refer?")
    return playground
