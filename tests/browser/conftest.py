"""The real service on a port, and a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page

from tests.browsing import VIOLATIONS, chromium_running, serving


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    """Where the service listens."""
    with serving(app) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Headless Chromium. One a module: while it runs, no test may have a loop of its own."""
    with chromium_running() as browser:
        yield browser


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
