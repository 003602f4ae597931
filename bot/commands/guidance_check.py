"""`cspr guidance check`: every mistake in a folder of guidance, at once."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from bot.criteria.soundness import unreached
from bot.guidance.fault import Fault
from bot.guidance.load import Packs, read_packs
from bot.guidance.says import FILE
from bot.guidance.unneeded import unneeded_questions, unused_wording


def check_guidance(folder: Path) -> tuple[Packs, list[Fault]]:
    """The packs, and their faults in the order of files and lines.

    What needs a whole pack (words, reach, purpose) is looked at only when everything can be read.
    """
    # The list of English syllables takes a tenth of a second to load, which only this command need spend.
    from bot.guidance.wording.check import conversation_faults, wording_faults

    packs, faults = read_packs(folder)
    if faults:
        return packs, faults
    editions = list(chain.from_iterable(packs.by_area.values()))
    for edition in editions:
        faults += chain(wording_faults(edition), unneeded_questions(edition), unreached(edition))
    faults += unused_wording(editions)
    if folder.resolve() == FILE.parent:  # the service's own, and so with its words
        faults += conversation_faults(packs.for_area(None))
    return packs, sorted(set(faults))
