"""A bound on what anybody may send: nobody can make the service hold more than a little of it."""

from __future__ import annotations

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 256 * 1024
"""Bytes. The longest message of the chat, in the widest characters, several times over."""

FORMS = ("/form/", "/inbox/", "/chat", "/sign-in")
"""Pages that people type into; under other addresses are doors for programs."""

KEPT = 256 * 1024
"""Bytes that are kept of what was sent to a page: it is shown again, with the reason beside its field."""

LARGEST_FORM = 32 * 1024 * 1024
"""Bytes. Read to their end and thrown away, because a browser shows no answer to what it could not send whole."""

CUT = "cut"

UTF_8 = (b"", b"utf-8", b"utf8", b"us-ascii")
"""Character sets that text may come in, as every page asks for it. Python knows some that make half characters."""

_NOT_UTF_8 = b'{"type":"about:blank","title":"Malformed","status":400,"detail":"Body: expected text in UTF-8."}'

_REFUSAL = (
    b'{"type":"about:blank","title":"Too large","status":413,'
    b'"detail":"Body: expected at most 256 KiB. Shorten the message and send it again."}'
)


class BodyLimit:
    """ASGI middleware: 413 for a body over the limit, told by its header or found while reading.

    On the pages of FORMS a body over KEPT is cut, and the page is told (`was_cut`), to refuse it in its own words.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        form = scope["path"].startswith(FORMS)
        largest, kept = (LARGEST_FORM, KEPT) if form else (LARGEST, LARGEST)
        headers = dict(scope["headers"])
        if _charset(headers.get(b"content-type", b"")) not in UTF_8:
            await _refuse(send, 400, _NOT_UTF_8)
            return
        declared = number(headers.get(b"content-length", b"0").decode("latin-1"))
        too_large = declared is None or declared > largest
        body, length, more = b"", 0, True
        while more and not too_large:
            message = await receive()
            if message["type"] != "http.request":
                return
            piece = message.get("body", b"")
            length += len(piece)
            body += piece[: max(kept - len(body), 0)]
            more = message.get("more_body", False)
            too_large = length > largest
        if too_large:
            await _refuse(send, 413, _REFUSAL)
            return
        if length > len(body):
            scope[CUT] = True
        await self.app(scope, _replay(body, receive), send)


def number(typed: str) -> int | None:
    """The whole number that was sent, if it is one of at most nine digits: Python refuses to read thousands of them."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None


def was_cut(request: Request) -> bool:
    """Whether more was sent than was kept: then nothing of it may be stored."""
    return bool(request.scope.get(CUT))


def _charset(content_type: bytes) -> bytes:
    _, _, charset = content_type.lower().partition(b"charset=")
    return charset.partition(b";")[0].strip(b' "')


async def _refuse(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-type", b"application/problem+json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _replay(body: bytes, receive: Receive) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
