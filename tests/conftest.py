"""What many tests share: the packs, and the service itself with its trained model."""

from __future__ import annotations

import os

os.environ["RASA_TELEMETRY_ENABLED"] = "false"

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.guidance.load import Packs, load_packs
from bot.settings import Settings, load_settings

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def packs() -> Packs:
    """The real guidance."""
    return load_packs(ROOT / "guidance")


@pytest.fixture(scope="session")
def fixed_today() -> Iterator[None]:
    """Rasa's components read the date from the settings: they get Monday 23 November 2026."""
    os.environ["CSPR_TODAY"] = TODAY.isoformat()
    load_settings.cache_clear()
    load_settings()  # kept: the variable itself must not reach other tests
    del os.environ["CSPR_TODAY"]
    yield
    load_settings.cache_clear()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a service on a database of its own."""
    folder = tmp_path_factory.mktemp("service")
    return Settings(
        data_dir=folder,
        today=TODAY,
        demo=True,
        guidance_dir=ROOT / "guidance",
        turns_a_minute=10_000,
        secret_key="s" * 40,
    )


@pytest.fixture(scope="session")
def app(settings: Settings, fixed_today: None) -> FastAPI:
    """The whole service, with the model that `make train` keeps in the data folder."""
    from bot.dialogue.train import train_if_changed
    from bot.web.app import make_app

    return make_app(settings, train_if_changed(ROOT, ROOT / "var" / "model"))


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A browser without a browser: cookies, no JavaScript."""
    with TestClient(app) as client:
        yield client
