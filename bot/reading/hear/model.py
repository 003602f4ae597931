"""What was heard in a reply."""

from dataclasses import dataclass
from datetime import date

UNKNOWN = "unknown"

Value = str | frozenset[str] | date | None


@dataclass(frozen=True)
class Heard:
    """The value of one fact, as far as one reply gives it.

    `value` is the fact's value in the decision table's words; "unknown" is a value ("I don't know");
    None means that nothing was heard. `sure` is False where the reply should be read back before it is
    relied on. `exact` is True when an option's own label or value was typed. `says` is one sentence to answer with
    where what was typed cannot be: "There is no 31 June. Which day was it?"
    """

    value: Value
    sure: bool = False
    exact: bool = False
    says: str = ""


NOTHING = Heard(None)
