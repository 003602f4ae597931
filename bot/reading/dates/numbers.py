"""Numbers in words: "seventeen", "twenty three", "fourteenth", "twenty-third"."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
CARDINALS = {word: n for n, word in enumerate(_UNITS.split())} | {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SMALL_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = {word: n for n, word in enumerate(_SMALL_ORDINALS.split(), 1)} | {
    "nineth": 9,
    "twelth": 12,
    "twentieth": 20,
    "thirtieth": 30,
    "fourteeth": 14,
}


def in_digits(words: list[str], ordinals: bool = True) -> list[str]:
    """The words with number words as digits ("twenty", "three" -> "23"), ordinals too if wished ("third" -> "3")."""
    out: list[str] = []
    i = 0
    while i < len(words):
        word, following = words[i], words[i + 1] if i + 1 < len(words) else ""
        tens = CARDINALS.get(word, 0)
        unit = CARDINALS.get(following) or (ORDINALS.get(following) if ordinals else 0) or 0
        if tens >= 20 and 1 <= unit <= 9:
            out.append(str(tens + unit))
            i += 2
            continue
        if word in CARDINALS or (ordinals and word in ORDINALS and word != "second"):
            out.append(str(CARDINALS.get(word, ORDINALS.get(word, 0))))
        else:
            out.append(word)
        i += 1
    return out
