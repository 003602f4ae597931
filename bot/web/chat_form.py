"""What a practitioner sent with the chat page's form, and whether it is one clear answer."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import NamedTuple

from starlette.datastructures import FormData

from bot.channels.model import Reply, Transcript
from bot.deadlines.spoken import short_date
from bot.web.chat_date import DateFields, NotADate
from bot.web.chat_view import exclusive_options
from bot.web.english import ENGLISH
from bot.web.limits import number

REFUSED = ENGLISH.refused


class FieldError(ValueError):
    """The form cannot be sent on. `field` is the field to be put right: text, choice, date-day and so on."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class Submitted(NamedTuple):
    """The fields as they came, to be shown again whenever the answer is not taken."""

    text: str = ""
    choices: tuple[str, ...] = ()
    button: str = ""
    date: DateFields = DateFields()
    seen: int = 0
    area: str | None = None
    proof: str = ""
    key: str = ""

    @property
    def name(self) -> str | None:
        """What this message is known by when it comes again: its form and its content; None without a form's key."""
        content = json.dumps((self.key, self.text, self.choices, self.button, self.date))
        return sha256(content.encode()).hexdigest() if self.key else None


class ChatAnswer(NamedTuple):
    """One thing to tell the guide: `text`, or `choice` (with `text` as a note). `button`: one beside the question."""

    text: str | None = None
    choice: str | list[str] | None = None
    button: bool = False


def read_form(form: FormData) -> Submitted:
    """The fields of the form; what is absent, or is a file, counts as empty."""

    def field(name: str) -> str:
        value = form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    return Submitted(
        text=field("text"),
        choices=tuple(value for value in form.getlist("choice") if isinstance(value, str) and value),
        button=field("button"),
        date=DateFields(field("date-day"), field("date-month"), field("date-year")),
        seen=number(field("seen")) or 0,
        area=field("area") or None,
        proof=field("csrf"),
        key=field("key")[:64],
    )


def answer_of(sent: Submitted, transcript: Transcript) -> ChatAnswer:
    """The one answer that the form holds; where both are given, a choice with words as its note. Raises FieldError when
    it holds none, or a date and words."""
    if sent.button:
        return ChatAnswer(choice=sent.button, button=True)
    asked = transcript.pending
    given = [name for name, value in (("text", sent.text), ("choice", sent.choices)) if value]
    if asked and asked.expects == "date" and not sent.date.is_empty():
        given.append("date-day")
    if set(given) == {"text", "choice"}:  # the words are a note to the choice
        return ChatAnswer(text=sent.text, choice=_chosen(sent.choices, asked))
    if len(given) > 1:
        raise FieldError(given[-1], REFUSED.one_way)
    if not given:
        raise FieldError(_first_field(asked), _how_to_answer(asked))
    if given == ["text"]:
        return ChatAnswer(text=sent.text)
    return (
        ChatAnswer(text=_date(sent.date)) if given == ["date-day"] else ChatAnswer(choice=_chosen(sent.choices, asked))
    )


def _date(fields: DateFields) -> str:
    try:
        return short_date(fields.read())
    except NotADate as fault:
        raise FieldError(f"date-{fault.part}", str(fault)) from fault


def _chosen(choices: tuple[str, ...], asked: Reply | None) -> str | list[str]:
    alone = [option for option in exclusive_options(asked) if option.value in choices] if asked else []
    if alone and len(choices) > 1:
        raise FieldError("choice", REFUSED.not_both.format(alone=alone[0].label))
    return list(choices) if len(choices) > 1 or (asked and asked.expects == "set") else choices[0]


def _first_field(asked: Reply | None) -> str:
    expects = asked.expects if asked else None
    return {"choice": "choice", "set": "choice", "date": "date-day"}.get(expects or "", "text")


def _how_to_answer(asked: Reply | None) -> str:
    expects = asked.expects if asked else None
    words = {"choice": REFUSED.choose, "set": REFUSED.select, "date": REFUSED.date}
    return str(words.get(expects or "", REFUSED.text))
