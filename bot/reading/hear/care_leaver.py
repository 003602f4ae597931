"""Was the young person a care leaver?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

CARE_LEAVER = YesNo(
    Patterns.of("care_leaver"),
    believed="yes",
    doubted="no",
    of_child=True,
)
