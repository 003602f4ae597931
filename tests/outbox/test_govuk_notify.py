"""GOV.UK Notify is asked by its own client for a mail that carries the key as its reference."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest
from notifications_python_client.errors import HTTPError

from bot.outbox.govuk_notify import GovukNotify
from bot.outbox.letter import Letter
from bot.outbox.mail import choose_transport
from bot.settings import Settings
from tests.outbox.servers import Notify, notify_api

KEY = f"a_test_key-{uuid4()}-{uuid4()}"
NOTICE = Letter(
    "sam@x.org",
    "7d9f8a1e-0000-5f57-9c39-2f0a2a9f8a51",
    "Draft",
    "Words.",
    "notice",
    {
        "what": "A draft referral is waiting for a safeguarding lead.",
        "reference": "CSPR-7K4M-92QX",
        "urgent": "yes, read it now",
        "link": "https://g.test/x",
    },
)


def transport(notify: Notify) -> GovukNotify:
    return GovukNotify(KEY, notify.url, {"notice": "template-of-notices", "sign_in": "template-of-links"})


def test_a_repeat_carries_the_same_reference_and_nothing_but_what_a_notice_may_say() -> None:
    with notify_api() as notify:
        for _ in range(2):
            asyncio.run(transport(notify).send(NOTICE))
    [(path, token, body), (_, _, again)] = notify.asked
    assert path == "/v2/notifications/email"
    assert token.startswith("Bearer ")
    assert (
        body
        == again
        == {
            "email_address": "sam@x.org",
            "template_id": "template-of-notices",
            "reference": NOTICE.key,
            "personalisation": NOTICE.fields,
        }
    )


def test_what_notify_does_not_take_is_an_error_and_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with notify_api() as notify, caplog.at_level("DEBUG"):
        notify.status = 500
        with pytest.raises(HTTPError):
            asyncio.run(transport(notify).send(NOTICE))
    assert "sam@x.org" not in caplog.text


def test_a_sign_in_link_goes_by_its_own_template() -> None:
    with notify_api() as notify:
        link = {"link": "https://g.test/sign-in/link/abc"}
        asyncio.run(transport(notify).send(Letter("sam@x.org", "k1", "Link", "Words.", "sign_in", link)))
    assert notify.asked[0][2] == {
        "email_address": "sam@x.org",
        "template_id": "template-of-links",
        "reference": "k1",
        "personalisation": {"link": "https://g.test/sign-in/link/abc"},
    }


def test_a_key_in_the_settings_chooses_notify() -> None:
    settings = Settings(govuk_notify_key=KEY, mail_host="mail.example.org")
    assert isinstance(choose_transport(settings), GovukNotify)
