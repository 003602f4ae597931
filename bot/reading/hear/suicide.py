"""Is suicide suspected?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

SUSPECTED_SUICIDE = YesNo(
    Patterns.of("suicide"),
    believed="yes",
    doubted="no",
    supposed="yes",
    of_child=True,
)
