"""`cspr guidance new`: a partnership's pack with every blank to fill."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from string import Template

from bot.commands.output import BadInput
from bot.guidance.load import load_packs

BLANK = files("bot.guidance").joinpath("blank_pack")
FILES = ("pack.yaml", "source.yaml", "words.yaml")
NAME = re.compile("[a-z][a-z0-9_]{1,39}")
TAKEN = ("national", "unknown", "england", "elsewhere_uk", "abroad")
"""Names that mean something else where areas are named."""


def new_pack(name: str, guidance: Path) -> list[Path]:
    """The files written. Raises BadInput for a name that is taken or cannot be one, GuidanceFaults."""
    packs = load_packs(guidance)
    if not NAME.fullmatch(name):
        raise BadInput(f"name: found {name!r}, expected small letters, digits and underscores, as in north_yorkshire")
    if name in TAKEN or name in packs.by_area or (guidance / name).exists():
        raise BadInput(f"name: found {name!r}, expected a name that no area or folder of the guidance has yet")
    called = name.replace("_", " ")
    words = {"id": name, "name": called.title(), "place": called, "upper": name.upper().replace("_", "")}
    local = [answer for answer in packs.for_area(None).answers.values() if answer.depends_on_area]
    topics = "".join(_topic(name, answer.topic, answer.title) for answer in local)
    texts = {file: Template(BLANK.joinpath(file).read_text(encoding="utf-8")).substitute(words) for file in FILES}
    texts["words.yaml"] += topics
    try:
        (guidance / name).mkdir()
        for file, text in texts.items():
            (guidance / name / file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(
            f"folder of the guidance: found {guidance}, expected one to write to ({error.strerror})"
        ) from None
    return [guidance / name / file for file in texts]


def _topic(name: str, topic: str, title: str) -> str:
    return f'  # {title}\n  {topic}:\n    text: ""\n    cite: [{name}-page/refer]\n'
