"""No text may say or suggest that a case should not be referred: a person decides that, never this guide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.guidance.fault import Fault
from bot.guidance.wording.texts import Text

_REFER = r"(?:be\s+|mak(?:e|ing)\s+|a\s+|an\s+|the\s+|this\s+|it\s+|case\s+)*(?:refer|referred|referring|referrals?)\b"
_NOT_TO_REFER = re.compile(
    "|".join(
        (
            rf"\b(?:do|does|did|need|should|must|may|can|could|would)(?:\s+not|n['’]t)\s+(?:need\s+to\s+|have\s+to\s+)?{_REFER}",
            rf"\bcannot\s+{_REFER}",
            rf"\bno\s+(?:need|reason|point|cause)\s+(?:to|for|in)\s+{_REFER}",
            rf"\bnot\s+(?:to|necessary\s+to|worth|required\s+to|appropriate\s+to)\s+{_REFER}",
            r"\b(?:no|not\s+a|without\s+a)\s+(?:further\s+)?referral\b(?!\s+form)",
            rf"\b(?:decide|decided|choose)\s+against\s+{_REFER}",
        )
    ),
    re.IGNORECASE,
)


def discouraging(texts: Iterable[Text]) -> Iterator[Fault]:
    """A fault for each text that tells its reader not to refer."""
    for text in texts:
        found = _NOT_TO_REFER.search(text.words)
        if found:
            yield text.fault(f"'{found.group()}'", "no words that say or suggest not referring")
