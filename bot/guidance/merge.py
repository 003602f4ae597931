"""Laying an overlay over the national pack: it may add, reword and fill in, never delete or relax."""

from __future__ import annotations

from bot.guidance.fault import Fault
from bot.guidance.gather import Entry, Gathered

ADDS = ("rules", "citations", "vocabulary", "abbreviations")
"""Sections where an overlay may only add entries of its own."""

REWORDS = {
    "notes": {"text", "cite"},
    "wording": {"title", "text", "possible", "do_now", "cite"},
    "questions": {"ask", "hint", "why", "cite"},
    "deadlines": {"text", "strength_note", "cite"},
    "answers": {"title", "text", "next", "cite"},
}
"""Sections where an overlay may replace these keys of a national entry, and add entries of its own."""

NATIONAL_ONLY = ("facts", "definitions", "answer", "ask_for_notes_while", "not_covered")


def merge(national: Gathered, overlay: Gathered) -> tuple[Gathered, list[Fault]]:
    """The overlay over the national pack, and a fault for everything that an overlay may not do.

    An entry with a blank in it is left out until it is filled: what the national pack says there holds.
    """
    merged = Gathered(overlay.id)
    merged.single = {**national.single, **overlay.single}
    merged.sections = {name: dict(found) for name, found in national.sections.items()}
    faults: list[Fault] = []
    for section, found in overlay.sections.items():
        for key, entry in found.items():
            if section in REWORDS and _has_blank(entry.raw):
                continue
            before = merged.sections[section].get(key)
            if section in NATIONAL_ONLY or (section in ADDS and before is not None):
                faults.append(entry.fault((), "a change of a national entry", "an id of the overlay's own"))
            elif before is None:
                merged.sections[section][key] = entry
            else:
                merged.sections[section][key] = _reword(section, before, entry, faults)
    for key in NATIONAL_ONLY:
        if key in overlay.single:
            faults.append(overlay.single[key].fault((), "a national setting", "nothing: overlays may not set it"))
    if "evaluates" in overlay.single and overlay.id not in _not_covered(national):
        expected = "all national outcomes, in an area that the national pack does not list as 'not_covered'"
        faults.append(overlay.single["evaluates"].fault((), "only some outcomes", expected))
    return merged, faults


def _has_blank(raw: object) -> bool:
    """Whether an entry is still to be filled in: then it says nothing yet."""
    return isinstance(raw, dict) and any(value is None or value == "" for value in raw.values())


def _not_covered(national: Gathered) -> list[str]:
    """The areas outside England, to which most national rules say nothing."""
    entry = national.single.get("not_covered")
    return entry.raw if entry is not None and isinstance(entry.raw, list) else []


def _reword(section: str, before: Entry, entry: Entry, faults: list[Fault]) -> Entry:
    allowed = REWORDS[section]
    raw = entry.raw if isinstance(entry.raw, dict) else {}
    for key in raw:
        if key not in allowed:
            expected = f"only {', '.join(sorted(allowed))} (an overlay rewords, it never changes when something holds)"
            faults.append(entry.fault((key,), f"'{key}'", expected))
    reworded = {key: value for key, value in raw.items() if key in allowed}
    national = before.raw if isinstance(before.raw, dict) else {}
    kept = {key: before.place for key in national if key not in reworded}
    return Entry({**national, **reworded}, entry.place, entry.pack, kept)
