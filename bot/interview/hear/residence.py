"""Did the child normally live in this area?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

NORMALLY_RESIDENT = YesNo(
    Patterns.of("residence"),
    believed="yes",
)
