"""Origins of websites, as a setting gives them."""

from __future__ import annotations

import re

ORIGIN = re.compile(r"(?P<origin>(?P<scheme>https?)://(?P<host>[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?)/?")
AT_HOME = ("localhost", "127.0.0.1")


def read_origins(text: str) -> tuple[str, ...]:
    """The origins in a list with commas or spaces, such as "https://walsall.example, https://www.walsall.example".

    Raises ValueError with one sentence for what is not an origin. "*" is not one: who may frame a page that shows
    a case is always named. Plain http is taken for this machine only.
    """
    return tuple(dict.fromkeys(_origin(part) for part in text.replace(",", " ").split()))


def _origin(text: str) -> str:
    found = ORIGIN.fullmatch(text.lower())
    if found is None or (found["scheme"] == "http" and found["host"] not in AT_HOME):
        raise ValueError(f"found {text!r}, expected an origin such as https://www.example.org")
    return found["origin"]
