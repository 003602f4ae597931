"""Is this child, or any other child, in danger now or not yet protected?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

IMMEDIATE_DANGER = YesNo(
    Patterns.of("danger"),
    supposed="unknown",
    weighs="yes",
)
