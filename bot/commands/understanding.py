"""`cspr understand` and `cspr hear`: what the guide makes of words, line by line."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.case import read_json
from bot.commands.output import BadInput, fail, print_json, refusing_bad_input
from bot.criteria.facts import plain, read_day
from bot.guidance.load import load_packs
from bot.settings import load_settings

Lines = Annotated[bool, typer.Option("--stdin-lines", help="one JSON object a line in, one a line out")]

Why = Annotated[bool, typer.Option("--why", help="print what was read and what decided too")]


def understand_command(stdin_lines: Lines = False, why: Why = False) -> None:
    """What each {"text"} is about: danger, the best three topics, and whether the guide is sure. `question`, `answers`
    and `area` say where the conversation stands."""
    with refusing_bad_input():
        _need_lines(stdin_lines)
        from bot.commands.service import model_ready
        from bot.rasa.understood import Understood
        from bot.reading.hear.gazetteer import hear_areas_of

        settings = load_settings()
        packs = load_packs(settings.guidance_dir)
        hear_areas_of(packs, settings.date_today)
        facts = packs.for_area(None, settings.date_today()).facts
        understood = Understood(model_ready(Path.cwd(), settings))
        for raw in _objects("text"):
            if raw.get("question") is not None and raw["question"] not in facts:
                raise BadInput(f"question: found {raw['question']!r}, expected one of {', '.join(facts)}")
            if not isinstance(raw.get("answers") or {}, dict):
                raise BadInput(f"answers: found {raw['answers']!r}, expected an object of facts")
            print_json(asyncio.run(understood.of(raw["text"], raw, why=why)))


def hear_command(stdin_lines: Lines = False) -> None:
    """The value heard in each {"question", "text", "today"}."""
    from bot.reading.hear import hear  # loads spaCy, which no other command should wait for
    from bot.reading.hear.gazetteer import hear_areas_of

    with refusing_bad_input():
        _need_lines(stdin_lines)
        settings = load_settings()
        packs = load_packs(settings.guidance_dir)
        hear_areas_of(packs, settings.date_today)
        facts = packs.for_area(None, settings.date_today()).facts
        for raw in _objects("question", "text"):
            if raw["question"] not in facts:
                raise BadInput(f"question: found {raw['question']!r}, expected one of {', '.join(facts)}")
            today = settings.date_today() if raw.get("today") is None else read_day("today", raw["today"])
            heard = hear(raw["question"], raw["text"], today)
            value = None if heard.value is None else plain(heard.value)
            print_json({"value": value, "sure": heard.value is not None and heard.sure})


def _need_lines(stdin_lines: bool) -> None:
    if not stdin_lines:
        fail("--stdin-lines: found nothing, expected this option (it is the only way to call this)")


def _objects(*keys: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            raw = read_json(line.rstrip(b"\r\n"))
        except BadInput as error:
            raise BadInput(f"line {number}: {error}") from None
        if not isinstance(raw, dict) or not all(isinstance(raw.get(key), str) for key in keys):
            raise BadInput(f"line {number}: expected an object with text under {' and '.join(keys)}")
        yield raw
