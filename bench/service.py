"""The service as its own process on a free port, with a database of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Service:
    """A running service: its address, its process, and the seconds it took to be ready."""

    address: str
    pid: int
    start_seconds: float
    log: Path

    def link(self) -> str:
        """The link that signs the demonstration lead in, as the service printed it."""
        found = re.search(r"Sign in as lead +(\S+)", self.log.read_text(encoding="utf-8"))
        assert found
        return found.group(1)

    def memory_mb(self) -> float:
        """Resident memory, from the kernel."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found
        return int(found.group(1)) / 1024


@contextmanager
def running() -> Iterator[Service]:
    """Start the service, wait until it is ready, and stop it at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "model").symlink_to(ROOT / "models")
        environment = {
            **os.environ,
            "CSPR_DATA_DIR": folder,
            "CSPR_DEMO": "true",
            "CSPR_TURNS_A_MINUTE": "1000000",
            "CSPR_BEGINNINGS_A_MINUTE": "1000000",
            "CSPR_TODAY": "2026-11-23",
            "CSPR_PUBLIC_URL": address,
        }
        log = Path(folder) / "out.log"
        began = time.perf_counter()
        with log.open("w") as out:
            command = [sys.executable, "-c", "from bot.cli import main; main()", "serve", "--port", str(port)]
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.DEVNULL)
        try:
            while not _ready(address):
                if process.poll() is not None:
                    sys.exit("the service stopped while starting; run `make run` to see why")
                time.sleep(0.05)
            yield Service(address, process.pid, time.perf_counter() - began, log)
        finally:
            process.terminate()
            process.wait()


def _ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health/ready", timeout=1).status_code == 200
    except httpx.HTTPError:
        return False
