"""Replies to questions whose answer is yes or no."""

from dataclasses import dataclass

from spacy.tokens import Doc

from bot.interview.hear import idioms, scope
from bot.interview.hear.choice import beside
from bot.interview.hear.model import NOTHING, UNKNOWN, Heard
from bot.interview.hear.patterns import Hit, Patterns

_OTHER = {"yes": "no", "no": "yes"}


@dataclass(frozen=True)
class YesNo:
    """How one yes-or-no question is answered.

    `says` holds patterns under the keys yes, no, unknown, and their fixed forms yes_, no_ that a "not" before
    them does not turn. `believed` is what "I think so" amounts to, `doubted` what "I don't think so" does,
    `supposed` what a presumption or hearsay does. `weighs` is the answer that wins when both are said.
    """

    says: Patterns
    believed: str = "yes"
    doubted: str = "no"
    supposed: str = UNKNOWN
    weighs: str | None = None

    def hear(self, doc: Doc) -> Heard:
        """What the reply says, by its content first and its opening yes or no second."""
        hits = self.says.find(doc)
        lead = idioms.lead(doc)
        values = [_turned(doc, hit) for hit in hits]
        doubts = beside(idioms.unknowns(doc), hits)
        hedges = {hit.key for hit in beside(idioms.hedges(doc), hits)}
        if not hits:
            return self._without_content(doc, lead, bool(doubts), hedges)
        content = self._weigh(values)
        if idioms.own_doubt(doc) and not doubts:
            return Heard(UNKNOWN, sure=lead is None)
        if content == UNKNOWN:
            return Heard(UNKNOWN, sure=lead is None)
        if doubts:
            governs = any(hit.start < hits[-1].start for hit in doubts)
            told_first = lead == content and not governs
            return Heard(content, sure=False) if told_first else Heard(UNKNOWN, sure=lead is None)
        if hedges & {"guess", "hearsay", "limit"} and lead is None:
            value = self.supposed if content == "yes" else self._denied_to_knowledge()
            return Heard(value, sure=value == UNKNOWN)
        if hedges and content == "yes":
            return Heard(content if lead else self.believed, sure=self.believed == UNKNOWN)
        agreed = lead in (None, content) and len(set(values)) == 1
        return Heard(content, sure=agreed and not hedges)

    def _denied_to_knowledge(self) -> str:
        return UNKNOWN if self.doubted == UNKNOWN else "no"

    def _weigh(self, values: list[str]) -> str:
        if self.weighs in values and self.weighs is not None:
            return self.weighs
        known = [value for value in values if value != UNKNOWN]
        if UNKNOWN in values and len(set(known)) != 1:
            return UNKNOWN
        return known[-1] if known and UNKNOWN not in values else UNKNOWN

    def _without_content(self, doc: Doc, lead: str | None, doubt: bool, hedges: set[str]) -> Heard:
        if doubt:
            return Heard(UNKNOWN, sure=lead is None or len(doc) < 8)
        if hedges & {"guess", "hearsay", "limit"}:
            return Heard(UNKNOWN, sure=lead is None)
        if "belief" in hedges:
            negative = lead == "no" or any(token.text in ("dont", "not", "doubt", "unlikely") for token in doc)
            if negative:
                return Heard("no" if lead == "no" else self.doubted, sure=False)
            return Heard(self.believed if len(doc) <= 8 or lead else None, sure=self.believed == UNKNOWN or bool(lead))
        if lead is not None:
            return Heard(lead, sure=idioms.bare(doc) or len(doc) <= 5)
        return NOTHING


def _turned(doc: Doc, hit: Hit) -> str:
    key = hit.key.rstrip("_")
    if hit.key.endswith("_") or key == UNKNOWN:
        return key
    return _OTHER[key] if scope.negated(doc, hit) else key
