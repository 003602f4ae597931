"""Words with which people steer the conversation: closed lists, so that nothing else is caught (data/phrases.yaml)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from bot.reading.hear.words import plain

LONGEST = 20
"""Words: steering is short; what is longer tells a story, and a story is read as one."""


OPENS_WITH_REPLY = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|aye|no|nope|nah|not|none|dont|don't|unsure|maybe|think)\b", re.IGNORECASE
)


def words_of(text: str) -> str:
    """Lower case, no apostrophes, no punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", plain(text)).strip()


def steering(text: str) -> str | None:
    """The act that the words carry out, by its intent's name; None where they are no such words."""
    words = words_of(text)
    if len(words.split()) > LONGEST:
        return None
    whole, within = _acts()
    found = next((name for name, pattern in whole if pattern.search(words)), None)
    return found or next((name for name, pattern in within if pattern.search(words)), None)


def is_insult(text: str) -> bool:
    """Whether the message swears or is rude to the guide."""
    return bool(_one("insult").search(text.lower().replace("'", "")))


def corrects(text: str) -> bool:
    """Whether the message opens as a correction does: "sorry, ..."; "actually ..."."""
    return bool(_one("corrections").match(_stripped(_raw(text))))


def says_yes(text: str) -> bool:
    """A bare yes."""
    return _bare("bare_yes", text)


def says_no(text: str) -> bool:
    """A bare no."""
    return _bare("bare_no", text)


def says_keep(text: str) -> bool:
    """Whether the answer that is being changed is to stay as it was."""
    return bool(_one("keep").fullmatch(words_of(text)))


def denies_alarm(text: str, *, just_said: bool) -> bool:
    """Whether the message says that no child is in danger; right after the alarm (`just_said`), that it was wrong."""
    words = words_of(text)
    return bool(_one("denies_danger").search(words)) or (just_said and bool(_one("denies_this").fullmatch(words)))


def opens_with_reply(text: str) -> bool:
    """Whether the message opens with words that answer a yes-or-no question, whatever it goes on to say."""
    return bool(OPENS_WITH_REPLY.match(text))


def wishes_check(text: str) -> bool:
    """Whether the message wishes to go through a case, whatever else it says."""
    return bool(_one("wishes_check").search(words_of(text)))


def _bare(key: str, text: str) -> bool:
    return bool(re.fullmatch(rf"(?:(?:{_data()[key]})(?: |$))+", words_of(text)))


def _raw(text: str) -> str:
    """As `words_of`, with "sorry" kept: the hearing room drops it as a filler."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower().replace("'", "").replace("\u2019", "")).strip()


def _stripped(words: str) -> str:
    return re.sub(rf"^(?:(?:{_data()['corrects']}) )*", "", words)


@cache
def _data() -> dict[str, Any]:
    text = files("bot.reading.acts").joinpath("data/phrases.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@cache
def _one(key: str) -> re.Pattern[str]:
    value = _data()[key]
    return re.compile(rf"\b(?:{'|'.join(value) if isinstance(value, list) else value})(?!\w)")


@cache
def _acts() -> tuple[list[tuple[str, re.Pattern[str]]], list[tuple[str, re.Pattern[str]]]]:
    data = _data()
    polite = f"(?:(?:{data['polite']}) )*"
    names = {"{polite}": polite, **{f"{{{key}}}": f"(?:{data[key]})" for key in ("child", "hurt", "rules")}}
    whole = [
        (name, re.compile(rf"^{polite}(?:{'|'.join(lines)})(?: (?:please|pls|then))*$"))
        for name, lines in data["whole"].items()
    ]
    return whole, [(name, re.compile(_filled("|".join(lines), names))) for name, lines in data["within"].items()]


def _filled(pattern: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        pattern = pattern.replace(name, value)
    return pattern
