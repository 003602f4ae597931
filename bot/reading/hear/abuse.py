"""Is abuse or neglect known or suspected to have played any part?"""

from bot.reading.hear.choice import Choice
from bot.reading.hear.patterns import Patterns

ABUSE_NEGLECT = Choice(
    Patterns.of("abuse"),
    wins=("known", "suspected", "stated", "no_sign"),
    bare={"yes": "suspected", "no": "no_sign"},
    cancelled={"known": "unknown", "stated": "no_sign"},
    read_as={"stated": "known"},
    believed={"known": "suspected", "stated": "suspected"},
    supposed={"known": "suspected", "stated": "suspected"},
    opinion="suspected",
)
