"""Days as people write and say them. Pure: today, and what was told before, are arguments.

The conventions: day first; a date without a year, or a bare weekday, is the latest one not after today unless the
words point forward; what is vague or a range is less than a day, in EDTF; a future date keeps its date.
"""

from bot.reading.dates.find import Found, find_dates
from bot.reading.dates.reply import Reply, read_date, read_reply

__all__ = ["Found", "Reply", "find_dates", "read_date", "read_reply"]
