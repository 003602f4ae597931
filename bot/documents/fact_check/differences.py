"""What changes between two editions or packs, in words: which cases, how many of all, and which entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.criteria.compare import Change, compare
from bot.criteria.every_case import Way
from bot.documents.fact_check.cases import example
from bot.guidance.model import Citation, Clock, DeadlineRule, Pack, Part

APART = {"pack", "cite"}
"""Not what an entry says: whose it is, and its sources, which are compared by themselves."""


def differences(old: Pack, new: Pack) -> dict[str, Any]:
    """What changes, as JSON holds it: `cases` with counts out of `sets_of_facts`, and `entries` by section."""
    compared = compare(old, new)
    return {
        "old": _named(old),
        "new": _named(new),
        "sets_of_facts": compared.total,
        "facts": list(compared.facts),
        "cases": [_case(change, old, new) for change in compared.changes],
        "entries": {section: found for section, found in _entries(old, new).items() if any(found.values())},
    }


def in_text(told: Mapping[str, Any]) -> Iterator[str]:
    """The same as lines to read."""
    old, new = (f"{side['pack']} {side['version']}" for side in (told["old"], told["new"]))
    yield f"From {old} to {new}"
    yield ""
    total = told["sets_of_facts"]
    if not told["cases"]:
        yield f"No case changes: answers, outcomes and notes are the same on all {total:,} sets of facts."
    else:
        yield f"Cases that change, out of all {total:,} sets of facts: every combination of the values of the"
        yield f"{len(told['facts'])} facts that a rule or note of either rests on. A case with facts not known changes"
        yield "if one of its completions does."
    for case in told["cases"]:
        share = case["count"] / total
        yield ""
        yield f"- {case['says']}"
        yield (
            f"  {case['count']:,} of {total:,} ({share:.2%})"
            if share >= 0.0001
            else f"  {case['count']:,} of {total:,}"
        )
        yield f"  For example: {case['example']}"
        yield f"  {case['before']} -> {case['after']}"
    for section, found in told["entries"].items():
        yield ""
        yield f"{section}:"
        for what, titles in found.items():
            yield from (f"- {what}: {title}" for title in titles)
    if not told["entries"]:
        yield ""
        yield "No wording, question, deadline, answer, contact or source changes."


def _named(pack: Pack) -> dict[str, str]:
    return {"pack": pack.area or pack.head.id, "version": pack.version, "name": pack.head.name}


def _case(change: Change, old: Pack, new: Pack) -> dict[str, Any]:
    before, after = change.before, change.after
    if change.of == "answer":
        before, after = _in_short(old, before), _in_short(new, after)
        says = f"the answer: {before} -> {after}"
    else:
        title = _title(change, new) or _title(change, old) or change.name
        before, after = (word.replace("absent", "does not apply") for word in (before, after))
        says = f"{change.of} “{title}” {'now applies' if after == 'applies' else 'no longer applies'}"
    return {
        "of": change.of,
        "name": change.name,
        "says": says,
        "before": before,
        "after": after,
        "count": change.count,
        "example": _example(change.example, old, new),
    }


def _example(way: Way, old: Pack, new: Pack) -> str:
    """In the new pack's words; where it has a fact or a value that only the old one knows, in that one's."""
    known = all(
        axis.fact in new.facts
        and {value for kind in kinds for value in kind.values} <= set(new.facts[axis.fact].values)
        for axis, kinds in way.items()
    )
    return example(way, new if known else old)


def _title(change: Change, pack: Pack) -> str | None:
    if change.of == "note":
        return next((note.text for note in pack.notes if note.id == change.name), None)
    wording = pack.wording.get(change.name)
    return wording.title if wording else None


def _in_short(pack: Pack, answer: str) -> str:
    """The words of all lines that give the answer."""
    return " / ".join(dict.fromkeys(line.in_short for line in pack.answer if line.answer == answer)) or answer


def _entries(old: Pack, new: Pack) -> dict[str, dict[str, list[str]]]:
    return {
        "Words of outcomes": _changed(_wordings(old), _wordings(new)),
        "Words of the answer": _changed(
            {str(place): (line, line.said) for place, line in enumerate(old.answer)},
            {str(place): (line, line.said) for place, line in enumerate(new.answer)},
        ),
        "Notes": _changed(_parts(old.notes, "id", "text"), _parts(new.notes, "id", "text")),
        "Questions": _changed(_parts(old.questions, "fact", "ask"), _parts(new.questions, "fact", "ask")),
        "Deadlines": _deadlines(old, new),
        "Answers to questions": _changed(
            _parts(old.answers.values(), "topic", "title"), _parts(new.answers.values(), "topic", "title")
        ),
        "Contacts": _changed(_parts(old.contacts, "role", "role"), _parts(new.contacts, "role", "role")),
        "Sources": _sources(old, new),
    }


Entries = Mapping[str, tuple[Part, str]]
"""By id, an entry and what it is called in a list."""


def _parts(parts: Iterable[Part], key: str, title: str) -> Entries:
    return {getattr(part, key): (part, getattr(part, title)) for part in parts}


def _wordings(pack: Pack) -> Entries:
    given = {rule.outcome for rule in pack.rules if pack.evaluates is None or rule.outcome in pack.evaluates}
    return {name: (wording, wording.title) for name, wording in pack.wording.items() if name in given}


def _sources(old: Pack, new: Pack) -> dict[str, list[str]]:
    """Documents by title, each with the number of places in it that are cited anew, no longer or otherwise."""

    def counted(titles: Iterable[str]) -> list[str]:
        return [f"{title} ({count} places)" if count > 1 else title for title, count in Counter(titles).items()]

    def becomes(before: Citation, after: Citation) -> str:
        titles = dict.fromkeys((before.source.title, after.source.title))
        return " -> ".join(titles)

    was, now = old.citations, new.citations
    return {
        "added": counted(found.source.title for key, found in now.items() if key not in was),
        "gone": counted(found.source.title for key, found in was.items() if key not in now),
        "changed": counted(becomes(was[key], found) for key, found in now.items() if was.get(key, found) != found),
    }


def _changed(old: Entries, new: Entries) -> dict[str, list[str]]:
    """The titles of what is new, of what is gone and of what says something else."""

    def says(part: Part) -> dict[str, Any]:
        return part.model_dump(exclude=APART)

    return {
        "added": [title for key, (_, title) in new.items() if key not in old],
        "gone": [title for key, (_, title) in old.items() if key not in new],
        "changed": [t for key, (part, t) in new.items() if key in old and says(part) != says(old[key][0])],
    }


def _deadlines(old: Pack, new: Pack) -> dict[str, list[str]]:
    """As for other entries; of a clock that changes, both times."""
    before = {rule.id: rule for rule in old.deadlines}
    named = {rule.id: (rule, _timed(rule, before.get(rule.id))) for rule in new.deadlines}
    return _changed(_parts(old.deadlines, "id", "title"), named)


def _timed(rule: DeadlineRule, before: DeadlineRule | None) -> str:
    if before is None or before.clock == rule.clock:
        return rule.title
    return f"{rule.title}: {_time(before.clock)} -> {_time(rule.clock)}"


def _time(clock: Clock | None) -> str:
    return f"{clock.count} {clock.unit.replace('_', ' ')}" if clock else "as soon as possible"
