"""A service on a port and a browser before it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket

import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Frame, Page, sync_playwright

from tests.chromium import FLAGS, ensure

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_OPTIONS = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"]}
VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


class Started(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, app: FastAPI, port: int = 0) -> None:
        super().__init__(uvicorn.Config(app, port=port, ws="none", log_level="error", timeout_graceful_shutdown=1))
        self.listens = threading.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.servers[0].sockets[0].getsockname()[1]}"


@contextmanager
def serving(app: FastAPI, port: int = 0) -> Iterator[str]:
    """The app on a port of this machine; gives its address."""
    server = Started(app, port)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert server.listens.wait(60)
    yield server.address
    server.should_exit = True
    thread.join()


@contextmanager
def chromium_running() -> Iterator[Browser]:
    """Headless Chromium. While it runs, no test may have a loop of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(FLAGS))
        yield browser
        browser.close()


def tell(page: Page | Frame, words: str) -> None:
    """Type and press Continue."""
    page.get_by_role("textbox").last.fill(words)
    page.get_by_role("button", name="Continue").click()


def axe_finds(page: Page) -> list[str]:
    """What axe finds wrong with a page and the frames in it: the rule, and where."""
    found = Axe().run(page, options=AXE_OPTIONS)
    return [
        f"{violation['id']}: {node['target']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
