"""What many tests share: the tiers, the packs, and the service itself with its trained model.

`pytest` runs what `make test` runs; `pytest --whole` runs everything, as `make test-all` does (CONTRIBUTING.md).
"""

from __future__ import annotations

import os

os.environ["RASA_TELEMETRY_ENABLED"] = "false"

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import URL

from bot.guidance.load import Packs, load_packs
from bot.settings import Settings, load_settings
from bot.storage.database import Sessions, open_database, sessions
from tests import databases

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--whole`: tests marked `whole` too, every database test on both databases, every proof at full length."""
    parser.addoption("--whole", action="store_true", help="run everything, as `make test-all` does")


def pytest_configure(config: pytest.Config) -> None:
    """How many examples a property is tried with.

    In `make test` they are the same everywhere, so that a red build is never chance; in the whole run they are drawn
    anew each time, and `--hypothesis-seed` repeats one. Mutation testing asks for fewer (docs/mutation.md).
    """
    whole = config.getoption("--whole")
    hypothesis_settings.register_profile(
        "tier",
        max_examples=int(os.environ.get("PROOF_EXAMPLES", 1800 if whole else 200)),
        derandomize=not whole,
        database=None,
        deadline=None,  # machines of the build are shared
        suppress_health_check=[HealthCheck.too_slow],
    )
    hypothesis_settings.load_profile("tier")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is marked `whole` is for the whole run."""
    if not config.getoption("--whole"):
        later = [item for item in items if item.get_closest_marker("whole")]
        config.hook.pytest_deselected(items=later)
        items[:] = [item for item in items if not item.get_closest_marker("whole")]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that needs a database runs on SQLite; marked `both`, or in the whole run, on PostgreSQL too."""
    chosen = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "database_url" in metafunc.fixturenames and "database_url" not in chosen:
        both = metafunc.config.getoption("--whole") or metafunc.definition.get_closest_marker("both")
        metafunc.parametrize("database_url", databases.BACKENDS if both else ["sqlite"], indirect=True)


@pytest.fixture(scope="session")
def whole(pytestconfig: pytest.Config) -> bool:
    """Whether this is the whole run."""
    return bool(pytestconfig.getoption("--whole"))


@pytest.fixture(scope="session")
def packs() -> Packs:
    """The real guidance."""
    return load_packs(ROOT / "guidance")


@pytest.fixture(scope="session")
def fixed_today() -> Iterator[None]:
    """Rasa's components read the date from the settings: they get Monday 23 November 2026."""
    keep_date(TODAY)
    yield
    load_settings.cache_clear()


def keep_date(today: date) -> None:
    """The settings of this process are read with this date; the variable itself must not reach other tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CSPR_TODAY", today.isoformat())
        load_settings.cache_clear()
        load_settings()


@pytest.fixture(autouse=True)
def settings_come_back() -> Iterator[None]:
    """A test that reads settings of its own leaves the service's as it found them, its fixed date among them."""
    before = load_settings() if load_settings.cache_info().currsize else None
    yield
    if load_settings.cache_info().currsize and load_settings() is not before:
        load_settings.cache_clear()
    if before is not None and before.today is not None and not load_settings.cache_info().currsize:
        keep_date(before.today)


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
        beginnings_a_minute=100_000,  # all tests come from one address
        outbox_in_service=False,  # a test that looks at notices delivers them itself
        secret_key="s" * 40,
    )


@pytest.fixture(scope="session")
def app(settings: Settings, fixed_today: None) -> FastAPI:
    """The whole service, with the model that `make train` keeps in the data folder."""
    from bot.rasa.train import train_if_changed
    from bot.web.app import make_app

    return make_app(settings, train_if_changed(ROOT, ROOT / "models"))


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A browser without a browser: cookies, no JavaScript."""
    with TestClient(app) as client:
        yield client


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file."""
    return databases.sqlite_template(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """A migrated PostgreSQL database, on the server that answers here or else on a private one."""
    with (
        databases.postgresql_server(tmp_path_factory.mktemp("postgresql")) as server,
        databases.postgresql_database(server) as made,
    ):
        yield made


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of this worker's own."""
    with databases.redis_running(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated, empty database; which of them, `pytest_generate_tests` says."""
    if request.param == "sqlite":
        yield databases.sqlite_copy(request.getfixturevalue("sqlite_template"), tmp_path)
        return
    url: URL = request.getfixturevalue("postgresql_url")
    yield url.render_as_string(hide_password=False)
    databases.empty(url)


@pytest.fixture
def database(database_url: str) -> Iterator[Sessions]:
    """Sessions on `database_url`."""
    engine = open_database(database_url)
    yield sessions(engine)
    engine.dispose()
