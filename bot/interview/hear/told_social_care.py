"""Have children's services (MASH) been told?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

TOLD_SOCIAL_CARE = YesNo(
    Patterns.of("told_social_care"),
    believed="unknown",
    doubted="unknown",
)
