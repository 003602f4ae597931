"""From gathered entries to a typed pack, with a fault for everything that does not fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.guidance.expression import Always, Expression
from bot.guidance.fault import Fault
from bot.guidance.gather import Entry, Gathered
from bot.guidance.misfit import misfits
from bot.guidance.model import (
    Answer,
    AnswerLine,
    Citation,
    Condition,
    Contact,
    DeadlineRule,
    Fact,
    Note,
    Offered,
    Pack,
    PackHead,
    Question,
    Rule,
    Wording,
)

T = TypeVar("T", bound=BaseModel)
NAMED_BY: dict[type[BaseModel], str | None] = {Fact: "name", Question: "fact", Answer: "topic", Wording: None}
"""The field that takes an entry's key; `id` for all others."""

_condition: TypeAdapter[Expression] = TypeAdapter(Condition)
_names: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[str, ...])
_text: TypeAdapter[str] = TypeAdapter(str)
_answer: TypeAdapter[tuple[AnswerLine, ...]] = TypeAdapter(tuple[AnswerLine, ...])
_contacts: TypeAdapter[tuple[Contact, ...]] = TypeAdapter(tuple[Contact, ...])


def build(gathered: Gathered, national: Gathered, area: str | None) -> tuple[Pack | None, list[Fault]]:
    """The typed pack, or None with the faults that prevent it."""
    faults: list[Fault] = []

    def many(section: str, kind: type[T]) -> dict[str, T]:
        made = {key: _part(entry, kind, key, faults) for key, entry in gathered.sections[section].items()}
        return {key: value for key, value in made.items() if value is not None}

    def plain(section: str, adapter: TypeAdapter[Any]) -> dict[str, Any]:
        return {key: _value(entry, adapter, faults) for key, entry in gathered.sections[section].items()}

    def setting(key: str, adapter: TypeAdapter[Any], default: Any) -> Any:
        entry = gathered.single.get(key)
        return default if entry is None or entry.raw is None else _value(entry, adapter, faults)

    evaluates = setting("evaluates", _names, None)
    setting("not_covered", _names, ())  # read by the merge, which needs it before there is a pack
    parts: dict[str, Any] = {
        "head": _head(gathered, faults),
        "national": _head(national, faults),
        "facts": many("facts", Fact),
        "definitions": plain("definitions", _condition),
        "rules": tuple(many("rules", Rule).values()),
        "notes": tuple(many("notes", Note).values()),
        "answer": setting("answer", _answer, ()),
        "evaluates": None if evaluates is None else frozenset(evaluates),
        "ask_for_notes_while": setting("ask_for_notes_while", _condition, Always()),
        "wording": many("wording", Wording),
        "questions": _in_asking_order(many("questions", Question).values()),
        "deadlines": tuple(many("deadlines", DeadlineRule).values()),
        "answers": many("answers", Answer),
        "contacts": tuple(contact for contact in setting("contacts", _contacts, ()) or () if contact.text),
        "offered": offered(gathered, faults),
        "citations": many("citations", Citation),
        "vocabulary": plain("vocabulary", _text),
        "abbreviations": plain("abbreviations", _text),
    }
    # Every part has been checked already: conditions, once parsed, could not be read a second time.
    return (None, faults) if faults else (Pack.model_construct(area=area, **parts), [])


def offered(gathered: Gathered, faults: list[Fault]) -> Offered | None:
    """How the pack offers its area; None where it is the national pack that does, or where it no longer is offered."""
    entry = gathered.single.get("offered")
    return None if entry is None or entry.raw is None else _part(entry, Offered, None, faults)


def _in_asking_order(questions: Iterable[Question]) -> tuple[Question, ...]:
    """As they stand in the files, except those that say after which fact they come."""
    order: list[Question] = []
    for question in questions:
        before = [index for index, other in enumerate(order) if other.fact == question.after]
        order.insert(before[0] + 1 if before else len(order), question)
    return tuple(order)


def _head(pack: Gathered, faults: list[Fault]) -> PackHead | None:
    entry = pack.single.get("pack")
    if entry is None or entry.pack != pack.id:
        faults.append(Fault(f"{pack.id}/pack.yaml", 1, "pack", "nothing", "the pack's id, version, name and date"))
        return None
    head = _part(entry, PackHead, None, faults)
    if head is not None and head.id != pack.id:
        faults.append(entry.fault(("id",), f"'{head.id}'", f"'{pack.id}', as the folder is called"))
    return head


def _part(entry: Entry, kind: type[T], key: str | None, faults: list[Fault]) -> T | None:
    if not isinstance(entry.raw, dict):
        faults.append(entry.fault((), repr(entry.raw), "a mapping"))
        return None
    name = NAMED_BY.get(kind, "id")
    ours = {"pack": entry.pack} if "pack" in kind.model_fields else {}
    if key is not None and name is not None:
        ours[name] = key
    try:
        return kind.model_validate({**entry.raw, **ours})
    except ValidationError as error:
        faults += misfits(entry, error, (field for field in kind.model_fields if field not in ours))
        return None


def _value(entry: Entry, adapter: TypeAdapter[Any], faults: list[Fault]) -> Any:
    try:
        return adapter.validate_python(entry.raw)
    except ValidationError as error:
        faults += misfits(entry, error)
        return None
