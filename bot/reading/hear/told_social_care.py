"""Have children's services (MASH) been told?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

TOLD_SOCIAL_CARE = YesNo(
    Patterns.of("told_social_care"),
    believed="unknown",
    doubted="unknown",
)
