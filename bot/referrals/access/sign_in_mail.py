"""The mail with a sign-in link. Its row is sealed, emptied once it is sent, and of no use when the link has ended."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from bot.outbox import queue
from bot.outbox.item import Item
from bot.outbox.letter import Letter
from bot.outbox.way import GiveUp
from bot.referrals.access.request_link import LINK_LASTS
from bot.storage.base import now

SIGN_IN = "sign_in"
SUBJECT = "Your sign-in link"
TEXT = """Use this link to sign in:

{url}

It works once, for 15 minutes, and replaces any link sent before it.
If you did not ask for it, do nothing: nobody can sign in without it.
"""


def mail_link(session: Session, email: str, url: str | None) -> None:
    """Have the link mailed. None, because nobody has the address: a row is written as well, so that asking costs the
    same work, but one that is settled and says nothing.
    """
    item = queue.add(session, SIGN_IN, LINK_LASTS, body=None if url is None else {"to": email, "url": url})
    if url is None:
        item.due_at, item.done_at = None, now()


def sign_in_letter(_session: Session, item: Item, body: dict[str, Any] | None) -> Letter:
    """The link as a mail. Raises GiveUp when the link has ended."""
    if body is None or item.ends_at <= now():
        raise GiveUp("the sign-in link has ended")
    text = TEXT.format(url=body["url"])
    return Letter(str(body["to"]), item.key, SUBJECT, text, "sign_in", {"link": str(body["url"])})
