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
        (Path(folder) / "model").symlink_to(ROOT / "var" / "model")
        environment = {
            **os.environ,
            "CSPR_DATA_DIR": folder,
            "CSPR_DEMO": "true",
            "CSPR_TURNS_A_MINUTE": "1000000",
            "CSPR_TODAY": "2026-11-23",
        }
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve", "--port", str(port)],
            cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            while not _ready(address):
                if process.poll() is not None:
                    sys.exit("the service stopped while starting; run `make run` to see why")
                time.sleep(0.05)
            yield Service(address, process.pid, time.perf_counter() - began)
        finally:
            process.terminate()
            process.wait()


def _ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health/ready", timeout=1).status_code == 200
    except httpx.HTTPError:
        return False
