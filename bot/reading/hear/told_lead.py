"""Have you spoken to your safeguarding lead?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

TOLD_LEAD = YesNo(
    Patterns.of("told_lead"),
    believed="unknown",
    doubted="unknown",
)
