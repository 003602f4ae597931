"""The headers of every response."""

from __future__ import annotations

import pytest
from fastapi import FastAPI, Response
from fastapi.testclient import TestClient

from bot.web.security import SecurityHeaders


@pytest.fixture
def client():
    app = FastAPI()

    @app.get("/own")
    def own() -> Response:
        return Response("x", headers={"Cache-Control": "private", "Content-Security-Policy": "default-src 'self'"})

    @app.get("/page")
    def page() -> str:
        return "x"

    @app.get("/static/x.css")
    def style() -> Response:
        return Response("", media_type="text/css")

    app.add_middleware(SecurityHeaders)
    return TestClient(app)


@pytest.mark.parametrize("path", ["/page", "/static/x.css", "/nowhere"])
def test_every_response_forbids_what_is_not_ours(client, path):
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'" and policy["base-uri"] == "'none'"
    assert {policy[d] for d in ("script-src", "style-src", "form-action", "frame-ancestors")} == {"'self'"}
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]


def test_pages_are_kept_by_no_cache_and_static_files_may_be(client):
    assert client.get("/page").headers["cache-control"] == "no-store"
    assert "cache-control" not in client.get("/static/x.css").headers


def test_a_route_that_says_otherwise_keeps_its_own(client):
    headers = client.get("/own").headers
    assert headers["cache-control"] == "private"
    assert headers["content-security-policy"] == "default-src 'self'"


def test_other_sites_that_are_named_may_frame_the_chat_alone():
    app = FastAPI()
    app.add_middleware(SecurityHeaders, frame_origins=("https://a.example", "https://b.example"))
    client = TestClient(app)
    for path, framed_by in (("/chat", "'self' https://a.example https://b.example"), ("/inbox", "'self'")):
        policy = client.get(path).headers["content-security-policy"]
        assert policy.endswith(f"frame-ancestors {framed_by}")
