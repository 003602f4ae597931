"""What happened to the child: died, seriously harmed, a near miss, or something less serious."""

from bot.reading.hear.choice import Choice
from bot.reading.hear.patterns import Patterns

OUTCOME = Choice(
    Patterns.of("outcome"),
    wins=("died", "near_miss", "seriously_harmed", "less_serious"),
    cancelled={"seriously_harmed": "less_serious"},
    of_child=True,
)
