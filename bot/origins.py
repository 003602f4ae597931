"""Origins of websites, as a setting gives them."""

from __future__ import annotations

from urllib.parse import urlsplit

AT_HOME = ("localhost", "127.0.0.1")


def read_origins(text: str) -> tuple[str, ...]:
    """The origins in a list with commas or spaces, such as "https://walsall.example, https://www.walsall.example".

    Raises ValueError with one sentence for what is not an origin. "*" is not one: who may frame a page that shows
    a case is always named. Plain http is taken for this machine only.
    """
    return tuple(dict.fromkeys(_origin(part) for part in text.replace(",", " ").split()))


def _origin(text: str) -> str:
    parts = urlsplit(text)
    bare = not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in AT_HOME)
    if not (safe and parts.hostname and bare and "*" not in text):
        raise ValueError(f"found {text!r}, expected an origin such as https://www.example.org")
    return f"{parts.scheme}://{parts.netloc.lower()}"
