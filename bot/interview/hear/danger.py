"""Is this child, or any other child, in danger now or not yet protected?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.safe import SAFE, SAFE_FIXED
from bot.interview.hear.unsafe import UNSAFE, UNSAFE_FIXED
from bot.interview.hear.yes_no import YesNo

IMMEDIATE_DANGER = YesNo(
    Patterns(
        yes=UNSAFE,
        yes_=UNSAFE_FIXED,
        no=SAFE,
        no_=SAFE_FIXED,
        unknown="""
        havent|hasnt|not|wont said|told|saying where|what|if ...
        no|havent|cant|unable ... answer|door|contact|hold|reach|get
        hoping|hope ...
        not met|seen them|the|others
        where the others|siblings|other ...
        dont|not|havent|hasnt|cant|unsure|unclear know|sure|checked|seen|heard|say|certain|
            about .. siblings|sibs|brother|sister|baby|others|other|kids|children|little|younger
        """,
    ),
    supposed="unknown",
    weighs="yes",
)
