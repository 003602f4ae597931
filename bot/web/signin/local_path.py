"""Where to go after sign-in: a page of this service and nowhere else."""

from __future__ import annotations

from urllib.parse import urlsplit

INBOX = "/inbox"


def local_path(wanted: str) -> str:
    """`wanted` when it is a path of this service, else the inbox.

    Browsers read a backslash as a slash and drop control characters, so an address with either is refused.
    """
    plain = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted and wanted.isprintable()
    if not plain or len(wanted) > 500:
        return INBOX
    parts = urlsplit(wanted)
    return wanted if not parts.scheme and not parts.netloc else INBOX
