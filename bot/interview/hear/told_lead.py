"""Have you spoken to your safeguarding lead?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

TOLD_LEAD = YesNo(
    Patterns.of("told_lead"),
    believed="unknown",
    doubted="unknown",
)
