"""Was the child in residential provision, in custody or detained, or in another regulated setting?"""

from bot.reading.hear.choice import Choice
from bot.reading.hear.patterns import Patterns

SETTING = Choice(
    Patterns.of("setting"),
    wins=("custody_or_detention", "residential", "unknown", "other_regulated", "none"),
    bare={"no": "none"},
)
