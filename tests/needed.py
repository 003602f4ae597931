"""What the tests need beside Python's packages: Chromium and Redis, from the distribution where they are missing.

`python -m tests.needed` before the tests, so that no two of them install at once. PostgreSQL comes with a wheel where
no server answers (tests/databases.py).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(what: str, *packages: str) -> None:
    """Install these packages of the distribution, where that is allowed; whoever asks looks whether it worked."""
    if not shutil.which("apt-get"):
        return
    print(f"No {what} found: installing the distribution's (about a minute)", flush=True)
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run([*sudo, "apt-get", *arguments], check=False, stdout=subprocess.DEVNULL)


def redis_server() -> str:
    """Path of redis-server, installed now if need be. Exits with a sentence when none can be had."""
    if not shutil.which("redis-server"):
        install("redis-server", "redis-server")
    return shutil.which("redis-server") or sys.exit("The tests need redis-server: install it.")


if __name__ == "__main__":
    from tests.chromium import ensure

    ensure()
    redis_server()
