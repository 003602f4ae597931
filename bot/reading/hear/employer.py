"""Do you work for the council's children's services?"""

from bot.reading.hear.patterns import Patterns
from bot.reading.hear.yes_no import YesNo

WORKS_FOR_LA = YesNo(
    Patterns.of("employer"),
    believed="yes",
)
