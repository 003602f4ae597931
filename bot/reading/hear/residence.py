"""Did the child normally live in this area?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

NORMALLY_RESIDENT = YesNo(
    Patterns.of("residence"),
    believed="yes",
)
