"""Do you work for the council's children's services?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

WORKS_FOR_LA = YesNo(
    Patterns.of("employer"),
    believed="yes",
)
