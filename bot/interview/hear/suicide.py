"""Is suicide suspected?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

SUSPECTED_SUICIDE = YesNo(
    Patterns.of("suicide"),
    believed="yes",
    doubted="no",
    supposed="yes",
    of_child=True,
)
