"""From gathered entries to a typed pack, with a fault for everything that does not fit."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.guidance.expression import Expression, NotAnExpression, parse
from bot.guidance.fault import Fault
from bot.guidance.gather import Entry, Gathered
from bot.guidance.model import Answer, Citation, Contact, DeadlineRule, Fact, Note, Pack, PackHead, Question, Rule, Wording

T = TypeVar("T", bound=BaseModel)
KEYED = {Fact: "name", Question: "fact", Answer: "topic"}


def build(gathered: Gathered, national: Gathered, area: str | None) -> tuple[Pack | None, list[Fault]]:
    """The typed pack, or None with the faults that prevent it."""
    faults: list[Fault] = []

    def many(section: str, kind: type[T], **more: Any) -> dict[str, T]:
        made = {key: _one(entry, kind, key, faults, more) for key, entry in gathered.sections[section].items()}
        return {key: value for key, value in made.items() if value is not None}

    definitions: dict[str, Expression] = {}
    for name, entry in gathered.sections["definitions"].items():
        try:
            definitions[name] = parse(entry.raw)
        except NotAnExpression as error:
            faults.append(entry.place.fault((), *_found_expected(str(error))))
    parts: dict[str, Any] = {
        "head": _head(gathered, faults),
        "national": _head(national, faults),
        "facts": many("facts", Fact),
        "rules": tuple(many("rules", Rule).values()),
        "notes": tuple(many("notes", Note).values()),
        "wording": many("wording", Wording),
        "questions": tuple(many("questions", Question).values()),
        "deadlines": tuple(many("deadlines", DeadlineRule).values()),
        "answers": many("answers", Answer),
        "citations": many("citations", Citation),
    }
    single = {key: entry.raw for key, entry in gathered.single.items()}
    if faults:
        return None, faults
    pack = Pack(
        area=area,
        definitions=definitions,
        headline=tuple(single.get("headline") or ()),
        evaluates=frozenset(single["evaluates"]) if single.get("evaluates") else None,
        ask_for_notes_while=single.get("ask_for_notes_while", "always"),
        contacts=tuple(Contact(**raw) for raw in single.get("contacts") or ()),
        **parts,
    )
    return pack, []


def _head(pack: Gathered, faults: list[Fault]) -> PackHead | None:
    entry = pack.single.get("pack")
    if entry is None:
        faults.append(Fault(f"{pack.id}/pack.yaml", 1, "pack", "nothing", "the pack's id, version, name and date"))
        return None
    return _one(entry, PackHead, None, faults, {})


def _one(entry: Entry, kind: type[T], key: str | None, faults: list[Fault], more: dict[str, Any]) -> T | None:
    raw = entry.raw
    if not isinstance(raw, dict):
        faults.append(entry.place.fault((), repr(raw), "a mapping"))
        return None
    fields = kind.model_fields
    given = {**raw, **more}
    if key is not None:
        given[KEYED.get(kind, "id") if KEYED.get(kind, "id") in fields else "id"] = key
    if "id" not in fields:
        given.pop("id", None)
    if "pack" in fields:
        given["pack"] = entry.pack
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        for problem in error.errors():
            found, expected = _explain(problem)
            faults.append(entry.place.fault(tuple(problem["loc"]), found, expected))
        return None


def _explain(problem: Any) -> tuple[str, str]:
    if problem["type"] == "extra_forbidden":
        return f"the unknown key '{problem['loc'][-1]}'", "only known keys"
    if problem["type"] == "missing":
        return "nothing", f"'{problem['loc'][-1]}'"
    if isinstance((problem.get("ctx") or {}).get("error"), NotAnExpression):
        return _found_expected(str(problem["ctx"]["error"]))
    return repr(problem["input"]), problem["msg"].removeprefix("Input should be ")


def _found_expected(sentence: str) -> tuple[str, str]:
    found, _, expected = sentence.partition(", expected ")
    return found.removeprefix("found "), expected
