"""Facts that a free message states of itself. A wrong fact is worse than a missed one: only the explicit is taken."""

from datetime import date

from spacy.tokens import Doc

from bot.interview.hear import case_words, scope
from bot.interview.hear.age import group_of
from bot.interview.hear.gazetteer import LOCAL, places
from bot.interview.hear.model import Heard
from bot.interview.hear.numbers import in_digits
from bot.interview.hear.patterns import Hit, Patterns
from bot.interview.hear.statements import statements


def hear_all(text: str, today: date) -> dict[str, Heard]:
    """The facts that a free message volunteers, by name; empty when it asks, supposes or denies.

    `today` stands for the day of the message. Every value is to be read back: `sure` says only that the
    words were explicit.
    """
    docs = [statement.doc for statement in statements(text)]
    heard: dict[str, str] = {}
    clashes: set[str] = set()
    case = any(_about_a_child(doc) for doc in docs)
    adults = any(hit.key == "adult" for doc in docs for hit in case_words.PEOPLE.find(doc))
    for doc in docs:
        for fact, value in _stated(doc, case, adults).items():
            if heard.setdefault(fact, value) != value:
                clashes.add(fact)
    if heard.get("outcome") in ("died", "seriously_harmed") and "outcome" in clashes:
        heard["outcome"] = "died"
        clashes.discard("outcome")
    if len({hit.key for doc in docs for hit in places(doc)}) > 1:
        clashes.add("area")  # "based in Leeds, the family lived in Walsall": whose partnership is not said
    if "abuse_neglect" in clashes:
        heard["abuse_neglect"] = "known"
        clashes.discard("abuse_neglect")
    return {fact: Heard(value, sure=True) for fact, value in heard.items() if fact not in clashes}


def _about_a_child(doc: Doc) -> bool:
    return bool(case_words.EVENT.find(doc)) and any(hit.key == "child" for hit in case_words.PEOPLE.find(doc))


def _stated(doc: Doc, case: bool, adults: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    event = bool(case_words.EVENT.find(doc))
    if role := _first(doc, case_words.ROLE):
        found["works_for_la"] = role
    if _first(doc, case_words.TOLD) and case:
        found["told_social_care"] = "yes"
    if area := _area(doc, event and case):
        found["area"] = area
    if not case:
        return found
    if event and (age := _age(doc)):
        found["age_group"] = age
    for outcome in ("died", "seriously_harmed"):
        if any(hit.key == outcome and _of_the_child(doc, hit, adults) for hit in case_words.EVENT.find(doc)):
            found.setdefault("outcome", outcome)
    for fact, patterns in (
        ("looked_after", case_words.CARE),
        ("care_leaver", case_words.LEAVER),
        ("suspected_suicide", case_words.SUICIDE),
        ("setting", case_words.SETTING),
    ):
        hits = [hit for hit in patterns.find(doc) if _of_the_child(doc, hit, adults)]
        if hits and len({hit.key for hit in hits}) == 1 and (event or fact == "looked_after"):
            found[fact] = hits[0].key
    if abuse := [
        hit.key for hit in case_words.ABUSE.find(doc) if not scope.negated(doc, hit) and not _nearly(doc, hit)
    ]:
        found["abuse_neglect"] = "known" if "known" in abuse else "suspected"
    if (abroad := _abroad(doc)) and event:
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


def _nearly(doc: Doc, hit: Hit) -> bool:
    start = scope.clause_start(doc, hit.start)
    return any(
        near.start >= start and near.end <= hit.end for near in case_words.NEARLY.find(doc[start : hit.end].as_doc())
    ) or any(start <= near.start < hit.end for near in case_words.NEARLY.find(doc))


def _of_the_child(doc: Doc, hit: Hit, adults: bool) -> bool:
    """True when the clause is about a child: the person named nearest before, or "she" with no adult in sight."""
    if scope.negated(doc, hit) or _within_negation(doc, hit) or _nearly(doc, hit):
        return False
    people = [
        person
        for person in case_words.PEOPLE.find(doc)
        if person.start < hit.end and person.start >= scope.clause_start(doc, hit.start)
    ]
    if people:
        return people[-1].key == "child" and not any(p.key == "adult" for p in people)
    after = [person for person in case_words.PEOPLE.find(doc) if hit.end <= person.start <= hit.end + 3]
    return not adults or bool(after and after[0].key == "child" and doc[hit.start].text == "death")


def _age(doc: Doc) -> str | None:
    groups: set[str] = set()
    words = read_numbers(doc)
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


def read_numbers(doc: Doc) -> Doc:
    """The document with number words as digits."""
    return Doc(doc.vocab, words=in_digits([token.text for token in doc]))


def _area(doc: Doc, event: bool) -> str | None:
    named = [hit for hit in places(doc) if not scope.negated(doc, hit)]
    introduced = {hit.end for hit in case_words.OURS.find(doc)}
    regions = set()
    for hit in named:
        near = {token.text for token in doc[max(0, hit.start - 4) : hit.end + 4]}
        placed = hit.start > 0 and doc[hit.start - 1].text in ("in", "for", "at")
        if not placed or near & case_words.SOMEWHERE_ELSE:
            continue
        if hit.key in LOCAL and (event or hit.start in introduced):
            regions.add(hit.key)
        elif hit.start in introduced and hit.key in ("england", "elsewhere_uk"):
            regions.add("england_other" if hit.key == "england" else "not_england")
    return regions.pop() if len(regions) == 1 else None


def _abroad(doc: Doc) -> str | None:
    regions = {
        hit.key
        for hit in places(doc)
        if hit.key in ("abroad", "elsewhere_uk")
        and hit.start > 0
        and doc[hit.start - 1].text == "in"
        and not scope.negated(doc, hit)
    }
    return regions.pop() if len(regions) == 1 else None
