"""How long it takes to gather a filled-in referral from the database and write it: `python -m bench.documents`."""

from __future__ import annotations

import json
import time
from statistics import median

import typst

from bench.service import ROOT
from bot.documents.as_json import to_data
from bot.documents.export import Form, export
from bot.documents.pdf.drawable import drawn_all
from bot.documents.pdf.write import FOLDER
from bot.documents.referral.gather import gather
from bot.documents.word.forms import load_forms
from bot.guidance.load import load_packs
from bot.storage.base import Base
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.keyring import Keyring, make_key
from bot.storage.migrate import load_models
from bot.web.pack_words import PackWords
from tests.documents.case import TODAY, make_case
from tests.filled_record import filled_record

ROUNDS = 15
PICTURE = ROOT / "docs" / "pictures" / "document.png"


def rates() -> dict[str, str]:
    """Milliseconds (median) and kilobytes for each form. Every draft is another, so that no cache helps."""
    packs = load_packs(ROOT / "guidance")
    words, template = PackWords(packs, lambda: TODAY), load_forms(ROOT / "guidance").ours
    gathering: list[float] = []
    took: dict[Form, list[float]] = {form: [] for form in Form}
    size: dict[Form, int] = {}
    with _memory()() as session:
        for number in range(ROUNDS):
            referral = make_case(session, packs, filled=filled_record(), conversation_id=f"c{number}")
            began = time.perf_counter()
            document = gather(session, referral, words, packs, TODAY)
            gathering.append(time.perf_counter() - began)
            for form in Form:
                began = time.perf_counter()
                size[form] = len(export(document, form, template))
                took[form].append(time.perf_counter() - began)
    figures = {f"{form.value}": f"{median(took[form]) * 1000:.0f} ms, {size[form] / 1000:.0f} kB" for form in Form}
    return {"gathered from the database": f"{median(gathering) * 1000:.0f} ms", **figures}


def picture() -> None:
    """The first page of a made-up draft, by the PDF's own template, into docs/pictures."""
    packs = load_packs(ROOT / "guidance")
    with _memory()() as session:
        words = PackWords(packs, lambda: TODAY)
        document = gather(session, make_case(session, packs), words, packs, TODAY)
    given = {"document": json.dumps(drawn_all(to_data(document)))}
    pages = typst.compile(
        FOLDER / "referral.typ", root=FOLDER, ignore_system_fonts=True, sys_inputs=given, format="png", ppi=110
    )
    PICTURE.write_bytes(pages[0] if isinstance(pages, list) else pages)


def _memory() -> Sessions:
    load_models()
    engine = open_database("sqlite://", Keyring([make_key()]))
    Base.metadata.create_all(engine)
    return sessions(engine)


if __name__ == "__main__":
    for name, figure in rates().items():
        print(f"{name:28}{figure}")
