"""Replies to questions whose answer is one of several values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from bot.reading.hear import hedging, not_known, polarity, scope
from bot.reading.hear.model import NOTHING, UNKNOWN, Heard
from bot.reading.hear.patterns import Hit, Patterns


@dataclass(frozen=True)
class Choice:
    """How one question with several answers is answered.

    `says` has a key for each value ("value_" where a "not" before it does not cancel it). `wins` lists values
    that outrank others when several are said. `bare` maps a plain yes or no to a value, or to nothing.
    `believed` and `supposed` replace a value that is only thought or presumed (`{}`: it stands, not sure).
    `opinion` is what a bare "I think so" amounts to; `read_as` names the value of a key that is only a mention.
    `of_child`: what is said of a relative is read back.
    """

    says: Patterns
    wins: tuple[str, ...]
    bare: Mapping[str, str] = field(default_factory=dict)
    cancelled: Mapping[str, str] = field(default_factory=dict)
    believed: Mapping[str, str] = field(default_factory=dict)
    supposed: Mapping[str, str] = field(default_factory=dict)
    opinion: str | None = None
    of_child: bool = False
    read_as: Mapping[str, str] = field(default_factory=dict)

    def hear(self, doc: Doc) -> Heard:
        """The value that the reply's content gives, else what its yes, no or "don't know" amounts to."""
        hits = self.says.find(doc)
        lead = polarity.lead(doc)
        doubts = beside(not_known.unknowns(doc), hits)
        hedges = {hit.key for hit in beside(hedging.hedges(doc), hits)}
        values = [value for hit in hits if (value := self._value(doc, hit)) is not None]
        known = sorted({v for v in values if v != UNKNOWN}, key=self._rank)
        if not known:
            return self._without_content(doc, lead, bool(doubts) or UNKNOWN in values, hedges)
        value = known[0]
        if UNKNOWN in values and self._rank(UNKNOWN) < self._rank(value):
            return Heard(UNKNOWN, sure=len(known) == 1)
        if not_known.own_doubt(doc) and not doubts:
            return Heard(UNKNOWN, sure=False)
        if doubts:
            return self._doubted(doc, doubts, hits, value)
        if value in self.read_as and not hedges:
            return Heard(self.read_as[value], sure=False)
        if hedges & {"guess", "hearsay"}:
            return Heard(self.supposed.get(value, value), sure=value in self.supposed)
        if "belief" in hedges or "limit" in hedges:
            return Heard(self.believed.get(value, value), sure=value in self.believed)
        another = self.of_child and any(scope.of_another(doc, hit) for hit in hits)
        return Heard(value, sure=len(known) == 1 and UNKNOWN not in values and not another and not scattered(doc, hits))

    def _doubted(self, doc: Doc, doubts: list[Hit], hits: list[Hit], value: str) -> Heard:
        if min(d.start for d in doubts) < min(h.start for h in hits):
            return Heard(UNKNOWN, sure=False)
        aside = scope.clause_start(doc, doubts[0].start) >= max(h.end for h in hits)
        return Heard(value if aside else UNKNOWN, sure=False)

    def _value(self, doc: Doc, hit: Hit) -> str | None:
        key = hit.key
        if key.endswith("_"):
            return key[:-1]
        if key != UNKNOWN and scope.negated(doc, hit):
            return self.cancelled.get(key)
        return key

    def _rank(self, value: str) -> int:
        return self.wins.index(value) if value in self.wins else len(self.wins)

    def _without_content(self, doc: Doc, lead: str | None, doubt: bool, hedges: set[str]) -> Heard:
        if doubt:
            return Heard(UNKNOWN, sure=lead is None and not_known.mostly_doubt(doc))
        if self.opinion and "belief" in hedges and lead != "no" and not _denied(doc) and len(doc) <= 10:
            return Heard(self.opinion, sure=True)
        if lead is not None and lead in self.bare and not hedges & {"guess", "hearsay"}:
            return Heard(self.bare[lead], sure=lead == "no" and polarity.bare(doc))
        if hedges and len(doc) <= 8:
            return Heard(self.opinion or UNKNOWN, sure=False)
        return NOTHING


def _denied(doc: Doc) -> bool:
    return any(token.text in ("dont", "not", "doubt", "unlikely") for token in doc)


def scattered(doc: Doc, hits: list[Hit]) -> bool:
    """True when a long reply was understood only here and there: what the rest says is not known."""
    return len(doc) > 12 and sum(hit.end - hit.start for hit in hits) < len(doc) / 5


def beside(found: list[Hit], content: list[Hit]) -> list[Hit]:
    """Those hits that are not part of a content pattern."""
    return [hit for hit in found if not any(hit.start < c.end and c.start < hit.end for c in content)]
