"""Days that people name instead of dating: Christmas Day, Good Friday, the August bank holiday."""

import re
from collections.abc import Callable
from datetime import date

from dateutil.easter import easter
from dateutil.relativedelta import FR, MO, SU, relativedelta


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + relativedelta(days=days)


# Moved by royal proclamation for anniversaries: https://www.gov.uk/bank-holidays keeps them.
_MOVED = {
    ("spring", 2002): date(2002, 6, 4),
    ("spring", 2012): date(2012, 6, 4),
    ("early may", 2020): date(2020, 5, 8),
    ("spring", 2022): date(2022, 6, 2),
}
_DAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    (r"new years? day|new year bank holiday", _fixed(1, 1)),
    (r"new years? eve|hogmanay|nye", _fixed(12, 31)),
    (r"christmas eve", _fixed(12, 24)),
    (r"christmas day", _fixed(12, 25)),
    (r"boxing day|st stephens day", _fixed(12, 26)),
    (r"(?:st )?valentines(?: day)?", _fixed(2, 14)),
    (r"st davids day", _fixed(3, 1)),
    (r"st patricks day|paddys day", _fixed(3, 17)),
    (r"april fools?(?: day)?", _fixed(4, 1)),
    (r"st georges day", _fixed(4, 23)),
    (r"halloween|all hallows eve", _fixed(10, 31)),
    (r"(?:bonfire|guy fawkes|fireworks) (?:night|day)|guy fawkes", _fixed(11, 5)),
    (r"armistice day", _fixed(11, 11)),
    (r"burns night", _fixed(1, 25)),
    (r"twelfth night", _fixed(1, 5)),
    (r"may day(?! bank)", _fixed(5, 1)),
    (r"st andrews day", _fixed(11, 30)),
    (r"shrove tuesday|pancake (?:day|tuesday)", _easter(-47)),
    (r"ash wednesday", _easter(-46)),
    (r"mothering sunday|mothers day", _easter(-21)),
    (r"palm sunday", _easter(-7)),
    (r"maundy thursday", _easter(-3)),
    (r"good friday", _easter(-2)),
    (r"easter (?:saturday|eve)|holy saturday", _easter(-1)),
    (r"easter (?:sunday|day)", _easter(0)),
    (r"easter (?:bank holiday )?monday", _easter(1)),
    (r"fathers day", lambda year: date(year, 6, 1) + relativedelta(weekday=SU(3))),
    (r"whit sunday|pentecost", _easter(49)),
    (r"trinity sunday", _easter(56)),
    (r"black friday", lambda year: date(year, 11, 23) + relativedelta(weekday=FR(1))),
    (r"advent sunday", lambda year: date(year, 11, 27) + relativedelta(weekday=SU(1))),
    (r"remembrance sunday", lambda year: date(year, 11, 1) + relativedelta(weekday=SU(2))),
    (
        r"(?:early may|may day) bank holiday(?: monday)?",
        lambda year: _MOVED.get(("early may", year)) or date(year, 5, 1) + relativedelta(weekday=MO(1)),
    ),
    (
        r"(?:late may|spring|whitsun|whit) bank holiday(?: monday)?|whit monday",
        lambda year: _MOVED.get(("spring", year)) or date(year, 5, 31) + relativedelta(weekday=MO(-1)),
    ),
    (
        r"(?:late )?(?:august|summer) bank holiday(?: monday)?",
        lambda year: date(year, 8, 31) + relativedelta(weekday=MO(-1)),
    ),
)
_COMPILED = tuple((re.compile(rf"\b(?:{pattern})\b"), day) for pattern, day in _DAYS)
FEAST = "|".join(pattern for pattern, _ in _DAYS)


def feast_day(words: str, year: int) -> date | None:
    """The date in that year of the day so named, or None when the words name none."""
    for pattern, day in _COMPILED:
        if pattern.fullmatch(words):
            return day(year)
    return None
