"""The words of a case in a free message: who, what happened, and what was stated about it."""

from bot.reading.hear.patterns import Patterns

ADULTS = frozenset(
    "woman women man men mum mums mam dad dads mother mothers father fathers parent parents grandmother grandfather "
    "nan gran aunt uncle "
    "stepdad stepfather teacher worker wife husband partner boyfriend girlfriend carer carers neighbour colleague "
    "tenant adult adults friend staff driver".split()
)
PEOPLE = Patterns.of("case_words.people")
YOUNG = Patterns.of("case_words.young")
EVENT = Patterns.of("case_words.event")
NEARLY = Patterns.of("case_words.nearly")
CARE = Patterns.of("case_words.care")
LEAVER = Patterns.of("case_words.leaver")
ABUSE = Patterns.of("case_words.abuse")
SUICIDE = Patterns.of("case_words.suicide")
SETTING = Patterns.of("case_words.setting")
TOLD = Patterns.of("case_words.told")
ROLE = Patterns.of("case_words.role")
OURS = Patterns.of("case_words.ours")
SOMEWHERE_ELSE = frozenset(
    "hospital hospitals university prison airport college holiday visiting friend cousin aunt panel court crown".split()
)
