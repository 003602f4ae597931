"""Only paths of this service are gone to after sign-in."""

from __future__ import annotations

import pytest

from bot.web.signin.local_path import local_path


@pytest.mark.parametrize("path", ["/inbox", "/inbox/CSPR-7K4M-92QX", "/inbox?status=SENT&number=2"])
def test_own_paths_are_kept(path: str) -> None:
    assert local_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "inbox",
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "https://evil.test/inbox",
        "javascript:alert(1)",
        "/\t/evil.test",
        "/inbox\r\nSet-Cookie: a=b",
        " /inbox",
        "/" + "x" * 600,
    ],
)
def test_anything_else_becomes_the_inbox(path: str) -> None:
    assert local_path(path) == "/inbox"
