"""Which websites may frame the chat."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.settings import Settings
from bot.settings.origins import read_origins


def test_origins_are_read_from_a_list():
    listed = "https://walsall.example, https://WWW.walsall.example:8443/ http://localhost:9000 https://walsall.example"
    assert read_origins(listed) == (
        "https://walsall.example",
        "https://www.walsall.example:8443",
        "http://localhost:9000",
    )
    assert read_origins("") == ()


@pytest.mark.parametrize(
    "wrong",
    [
        "*", "https://*.example.org", "http://walsall.example", "walsall.example", "https://", "https://a.example/page",
        "https://user@a.example", "https://a.example?x", "'self'", "data:text/html,x", "https://a.example;script-src",
    ],
)  # fmt: skip
def test_what_is_no_origin_is_refused_by_name(wrong):
    with pytest.raises(ValueError, match=r"expected an origin such as https://www\.example\.org"):
        read_origins(wrong)


def test_the_setting_refuses_it_too(monkeypatch):
    monkeypatch.setenv("CSPR_FRAME_ORIGINS", "*")
    with pytest.raises(ValidationError, match=r"found '\*'"):
        Settings()
    monkeypatch.setenv("CSPR_FRAME_ORIGINS", "https://a.example,https://b.example")
    assert Settings().frame_origins == ("https://a.example", "https://b.example")
