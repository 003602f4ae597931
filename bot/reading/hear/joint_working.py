"""Any concern about how two or more organisations worked together?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

AGENCIES_TOGETHER = YesNo(
    Patterns.of("joint_working"),
    believed="yes",
    doubted="no",
    supposed="unknown",
)
