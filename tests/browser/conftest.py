"""The real service on a port, and a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from socket import socket

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import FLAGS, ensure

VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


class Started(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = threading.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    """Where the service listens."""
    server = Started(uvicorn.Config(app, port=0, ws="none", log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert server.listens.wait(60)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Headless Chromium from the distribution. One a module: while it runs, no test may have a loop of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """An empty page, once with JavaScript and once without."""
    context = chromium.new_context(viewport={"width": 1000, "height": 900}, java_script_enabled=request.param)
    if request.param:
        context.add_init_script(VIOLATIONS)
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()
