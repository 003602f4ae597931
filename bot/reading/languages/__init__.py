"""Messages in other languages than English: which language it is, and whether a child is in danger now.

`language_of` is quick and reads every message. `danger_in` loads a sentence encoder of many languages (73 MB),
and only when such a message comes.
"""

from bot.reading.languages.danger import danger_in
from bot.reading.languages.known import Language
from bot.reading.languages.noticing import language_of

__all__ = ["Language", "danger_in", "language_of"]
