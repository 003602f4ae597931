"""Facts that a free message states of itself. A wrong fact is worse than a missed one: only the explicit is taken."""

from datetime import date

from spacy.tokens import Doc

from bot.reading.dates.numbers import in_digits
from bot.reading.hear import case_words, scope, stated_place
from bot.reading.hear.age import group_of
from bot.reading.hear.model import Heard
from bot.reading.hear.patterns import Hit, Patterns
from bot.reading.hear.statements import Statement, statements


def hear_all(text: str, today: date) -> dict[str, Heard]:
    """The facts that a free message volunteers, by name; empty when it asks, supposes or denies.

    `today` stands for the day of the message. Every value is to be read back: `sure` says only that the
    words were explicit.
    """
    said = statements(text)
    heard: dict[str, str] = {}
    clashes: set[str] = set()
    case = any(one.about_a_child() for one in said)
    adults = any(hit.key == "adult" for one in said for hit in one.people)
    for one in said:
        for fact, value in _stated(one, case, adults).items():
            if heard.setdefault(fact, value) != value:
                clashes.add(fact)
    if heard.get("outcome") in ("died", "seriously_harmed") and "outcome" in clashes:
        heard["outcome"] = "died"
        clashes.discard("outcome")
    if len({hit.key for one in said for hit in one.places}) > 1:
        clashes.add("area")  # "based in Leeds, the family lived in Walsall": whose partnership is not said
    if "abuse_neglect" in clashes:
        heard["abuse_neglect"] = "known"
        clashes.discard("abuse_neglect")
    return {fact: Heard(value, sure=True) for fact, value in heard.items() if fact not in clashes}


def _stated(said: Statement, case: bool, adults: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    doc, event = said.doc, bool(said.events)
    if role := _first(doc, case_words.ROLE):
        found["works_for_la"] = role
    if _first(doc, case_words.TOLD) and case:
        found["told_social_care"] = "yes"
    if area := stated_place.area(said, event and case):
        found["area"] = area
    if not case:
        return found
    if event and (age := _age(doc)):
        found["age_group"] = age
    for outcome in ("died", "seriously_harmed"):
        if any(hit.key == outcome and _of_the_child(said, hit, adults) for hit in said.events):
            found.setdefault("outcome", outcome)
    for fact, patterns in (
        ("looked_after", case_words.CARE),
        ("care_leaver", case_words.LEAVER),
        ("suspected_suicide", case_words.SUICIDE),
        ("setting", case_words.SETTING),
    ):
        hits = [hit for hit in patterns.find(doc) if _of_the_child(said, hit, adults)]
        if hits and len({hit.key for hit in hits}) == 1 and (event or fact == "looked_after"):
            found[fact] = hits[0].key
    if abuse := [
        hit.key for hit in case_words.ABUSE.find(doc) if not scope.negated(doc, hit) and not _nearly(said, hit)
    ]:
        found["abuse_neglect"] = "known" if "known" in abuse else "suspected"
    if event and (abroad := stated_place.outside_england(said)):
        found["place"] = abroad
    return found


def _first(doc: Doc, patterns: Patterns) -> str | None:
    return next(
        (hit.key for hit in patterns.find(doc) if not scope.negated(doc, hit) and not _within_negation(doc, hit)),
        None,
    )


def _within_negation(doc: Doc, hit: Hit) -> bool:
    return any(
        token.text.endswith("nt") or token.text in ("not", "never", "nobody") for token in doc[hit.start : hit.end]
    )


def _nearly(said: Statement, hit: Hit) -> bool:
    start = scope.clause_start(said.doc, hit.start)
    return any(start <= near.start < hit.end for near in said.nearly)


def _of_the_child(said: Statement, hit: Hit, adults: bool) -> bool:
    """True when the clause is about a child: the person named nearest before, or "she" with no adult in sight."""
    doc = said.doc
    if scope.negated(doc, hit) or _within_negation(doc, hit) or _nearly(said, hit):
        return False
    first = scope.clause_start(doc, hit.start)
    before = [person.key for person in said.people if first <= person.start < hit.end]
    if before:
        return "adult" not in before
    after = [person.key for person in said.people if hit.end <= person.start <= hit.end + 3]
    return not adults or (after[:1] == ["child"] and doc[hit.start].text == "death")


def _age(doc: Doc) -> str | None:
    groups: set[str] = set()
    words = Doc(doc.vocab, words=in_digits([token.text for token in doc]))
    for hit in case_words.YOUNG.find(words):
        if scope.negated(words, hit):
            continue
        if hit.key != "years":
            groups.add("under_18")
            continue
        around = {token.text for token in words[max(0, hit.start - 3) : hit.end + 2]}
        number = next(int(token.text) for token in words[hit.start : hit.end] if token.text.isdigit())
        if not around & case_words.ADULTS and number < 120:
            groups.add("under_18" if words[hit.start].text in ("year", "y") else group_of(number))
    return groups.pop() if len(groups) == 1 else None
