"""Replies to questions whose answer is yes or no."""

from dataclasses import dataclass

from spacy.tokens import Doc

from bot.reading.hear import hedging, not_known, polarity, scope
from bot.reading.hear.choice import beside, scattered
from bot.reading.hear.model import NOTHING, UNKNOWN, Heard
from bot.reading.hear.patterns import Hit, Patterns

_OTHER = {"yes": "no", "no": "yes"}


@dataclass(frozen=True)
class YesNo:
    """How one yes-or-no question is answered.

    `says` holds patterns under the keys yes, no, unknown, and their fixed forms yes_, no_ that a "not" before
    them does not turn. `believed` is what "I think so" amounts to, `doubted` what "I don't think so" does,
    `supposed` what a presumption or hearsay does. `weighs` is the answer that wins when both are said.
    `of_child`: what is said of a relative ("mum was in care") is read back.
    """

    says: Patterns
    believed: str = "yes"
    doubted: str = "no"
    supposed: str = UNKNOWN
    weighs: str | None = None
    of_child: bool = False

    def hear(self, doc: Doc) -> Heard:
        """What the reply says, by its content first and its opening yes or no second."""
        hits = self.says.find(doc)
        lead = polarity.lead(doc)
        values = [_turned(doc, hit) for hit in hits]
        doubts = beside(not_known.unknowns(doc), hits)
        hedges = {hit.key for hit in beside(hedging.hedges(doc), hits)}
        if not hits:
            return self._without_content(doc, lead, bool(doubts), hedges)
        content = self._weigh(values)
        if not_known.own_doubt(doc) and not doubts:
            return Heard(UNKNOWN, sure=lead is None)
        if content == UNKNOWN:
            return Heard(UNKNOWN, sure=lead is None)
        if doubts:
            if all(_aside(doc, doubt, hits) for doubt in doubts) and (lead in (None, content)):
                return Heard(content, sure=False)
            return Heard(UNKNOWN, sure=lead is None)
        if hedges & {"guess", "hearsay", "limit"} and lead is None:
            value = self.supposed if content == "yes" else self._denied_to_knowledge()
            return Heard(value, sure=value == UNKNOWN)
        if hedges and content == "yes":
            return Heard(content if lead else self.believed, sure=self.believed == UNKNOWN)
        agreed = lead in (None, content) and len(set(values)) == 1 and not scattered(doc, hits)
        agreed = agreed and not scope.turned_later(doc, hits) and not scope.hoped(doc, hits)
        agreed = agreed and not (self.of_child and any(scope.of_another(doc, hit) for hit in hits))
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
            return Heard(UNKNOWN, sure=lead is None and not_known.mostly_doubt(doc))
        if hedges == {"limit"} and self.doubted == "no" and doc[0].text in ("none", "nothing", "no"):
            return Heard("no", sure=False)  # "none that I have seen"
        if hedges & {"guess", "hearsay", "limit"}:
            return Heard(UNKNOWN, sure=lead is None and len(doc) <= 6)
        if "belief" in hedges:
            negative = lead == "no" or any(token.text in ("dont", "not", "doubt", "unlikely") for token in doc)
            if negative:
                return Heard("no" if lead == "no" else self.doubted, sure=False)
            return Heard(self.believed if len(doc) <= 8 or lead else None, sure=self.believed == UNKNOWN or bool(lead))
        if lead is not None:
            return Heard(lead, sure=polarity.bare(doc) or (len(doc) <= 5 and scope.answers_no(doc, lead)))
        return NOTHING


def _aside(doc: Doc, doubt: Hit, content: list[Hit]) -> bool:
    """True for a doubt about something else, told after the answer: "I rang them, not sure who I spoke to"."""
    words = {token.text for token in doc[doubt.start : scope.clause_end(doc, doubt.end - 1)]}
    return (
        doubt.start >= content[0].end
        and not words & {"if", "whether", "certain", "confirmed", "that"}
        and (len(doc) - doubt.end > 1)
    )


def _turned(doc: Doc, hit: Hit) -> str:
    key = hit.key.rstrip("_")
    if hit.key.endswith("_") or key == UNKNOWN:
        return key
    return _OTHER[key] if scope.negated(doc, hit) else key
