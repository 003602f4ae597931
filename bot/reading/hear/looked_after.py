"""Was the child looked after by a council (in care)?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

LOOKED_AFTER = YesNo(
    Patterns.of("looked_after"),
    believed="yes",
    doubted="no",
    of_child=True,
)
