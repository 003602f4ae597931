"""The tables of a fact-checker's page, one for each kind of entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bot.documents.fact_check.conditions import in_words
from bot.documents.fact_check.table import table
from bot.guidance.gather import Entry
from bot.guidance.model import Citation, Pack, Question
from bot.guidance.packs import Edition
from bot.guidance.unneeded import asked_in

NATIONAL, LOCAL, REWORDED = "national", "local", "national, local words"


def _origin(edition: Edition, section: str, key: str) -> str:
    entry: Entry = edition.gathered.sections[section][key]
    if entry.pack == edition.pack.national.id:
        return NATIONAL
    return REWORDED if entry.kept else LOCAL


def _cited(pack: Pack, ids: tuple[str, ...]) -> str:
    return "\n".join(_place(pack.citations[cite]) for cite in dict.fromkeys(ids))


def _place(citation: Citation) -> str:
    checked = " (to be checked)" if citation.to_be_checked else ""
    source = citation.source
    year = "" if source.year in source.short else f", {source.year}"
    return f"{source.short}{year}: {citation.section}{checked}"


def _rules(edition: Edition) -> Iterator[str]:
    pack = edition.pack
    held = (rule for rule in pack.rules if pack.evaluates is None or rule.outcome in pack.evaluates)
    rows = (
        [rule.id, rule.outcome, in_words(rule.when, pack), _origin(edition, "rules", rule.id), _cited(pack, rule.cite)]
        for rule in held
    )
    return table(("Rule", "Outcome", "When", "Origin", "Sources"), rows)


def _definitions(edition: Edition) -> Iterator[str]:
    rows = ([name, in_words(expression, edition.pack)] for name, expression in edition.pack.definitions.items())
    return table(("Name", "Is"), rows)


def _wording(edition: Edition) -> Iterator[str]:
    pack = edition.pack
    given = {rule.outcome for rule in pack.rules if pack.evaluates is None or rule.outcome in pack.evaluates}
    rows = []
    for outcome, wording in pack.wording.items():
        if outcome not in given:
            continue
        applies = f"**{wording.title}**\n{wording.text}"
        for other in wording.fitted:
            said = " ".join(filter(None, (other.text, other.do_now)))
            applies += f"\n\nWhen {in_words(other.when, pack)}: {said}"
        origin = _origin(edition, "wording", outcome)
        rows.append([outcome, applies, wording.possible, wording.do_now or "", origin, _cited(pack, wording.cite)])
    columns = (
        "Outcome",
        "When it applies",
        "When it may apply",
        "What to do now",
        "Origin",
        "Sources of the local words",
    )
    return table(columns, rows)


def _notes(edition: Edition) -> Iterator[str]:
    pack = edition.pack
    rows = (
        [note.id, in_words(note.when, pack), note.text, _origin(edition, "notes", note.id), _cited(pack, note.cite)]
        for note in (pack.notes if pack.evaluates is None else ())
    )
    return table(("Note", "When", "Text", "Origin", "Sources"), rows)


def _questions(edition: Edition) -> Iterator[str]:
    pack = edition.pack
    rows = (
        [
            str(number),
            "\n".join(filter(None, (f"**{question.ask}**", question.hint, f"Why: {question.why}"))),
            _answers(pack, question),
            _kept_back(pack, question),
            _origin(edition, "questions", question.fact),
            _cited(pack, question.cite),
        ]
        for number, question in enumerate(asked_in(pack), start=1)
    )
    return table(("", "Question", "Answers", "Asked when", "Origin", "Sources"), rows)


def _answers(pack: Pack, question: Question) -> str:
    kind = pack.facts[question.fact].kind
    if kind == "date":
        return "a date"
    labels = [
        f"{option.label} ({option.hint})" if option.hint else option.label for option in question.options.values()
    ]
    if kind == "set":
        labels = ["any of:", *labels, question.none_label or "None of these"]
    return "\n".join([*labels, question.unknown_label])


def _kept_back(pack: Pack, question: Question) -> str:
    parts = ["its answer can still change something"]
    if question.only_when is not None:
        parts.append(f"and only when: {in_words(question.only_when, pack)}")
    return "\n".join(parts)


def _deadlines(edition: Edition) -> Iterator[str]:
    pack = edition.pack
    rows = []
    for rule in pack.deadlines if pack.evaluates is None else ():
        clock = f"{rule.clock.count} {rule.clock.unit.replace('_', ' ')}" if rule.clock else "as soon as it is apparent"
        start = pack.facts[rule.starts_on].label if rule.starts_on else ""
        text = "\n".join(filter(None, (f"**{rule.title}**", rule.text, rule.strength_note)))
        duty = f"{rule.who}: {rule.strength}"
        for other in rule.fitted:
            duty += f"\n\nWhen {in_words(other.when, pack)}: {other.who or other.text}"
        rows.append(
            [rule.id, text, clock, start, duty, _origin(edition, "deadlines", rule.id), _cited(pack, rule.cite)]
        )
    return table(("Deadline", "Text", "Time", "Runs from", "Duty", "Origin", "Sources"), rows)


def _topics(edition: Edition) -> Iterator[str]:
    pack = edition.pack
    rows = (
        [topic, f"**{answer.title}**\n\n{answer.text}", _origin(edition, "answers", topic), _cited(pack, answer.cite)]
        for topic, answer in pack.answers.items()
    )
    return table(("Topic", "Answer", "Origin", "Sources"), rows)


def _contacts(edition: Edition) -> Iterator[str]:
    return table(("Role", "Contact"), ([contact.role, contact.text] for contact in edition.pack.contacts))


def _sources(edition: Edition) -> Iterator[str]:
    rows = []
    for citation in edition.pack.citations.values():
        source = citation.source
        title = f"[{source.title}]({citation.url})" if citation.url else source.title
        checked = "to be checked" if citation.to_be_checked else ""
        origin = _origin(edition, "citations", citation.id)
        whose = f"local page: {source.area}" if source.area else source.kind
        rows.append(
            [citation.id, title, citation.section, source.year, whose, source.checked_on.isoformat(), checked, origin]
        )
    return table(("Citation", "Source", "Section", "Year", "Kind", "Checked on", "", "Origin"), rows)


def _vocabulary(edition: Edition) -> Iterator[str]:
    pack = edition.pack
    terms = ([term, reason] for term, reason in pack.vocabulary.items())
    return table(
        ("Term or abbreviation", "Reason or long form"), [*terms, *([a, b] for a, b in pack.abbreviations.items())]
    )


SECTIONS: Mapping[str, Callable[[Edition], Iterator[str]]] = {
    "Rules": _rules,
    "Definitions": _definitions,
    "What is told": _wording,
    "Notes": _notes,
    "Questions": _questions,
    "Deadlines": _deadlines,
    "Answers to questions about reviews": _topics,
    "Contacts": _contacts,
    "Sources": _sources,
    "Terms that cannot be plainer": _vocabulary,
}
