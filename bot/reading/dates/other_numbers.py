"""What holds a number and is no date: times of day, ages, doses, telephone and reference numbers."""

from __future__ import annotations

from bot.reading.dates.value import CLOCK_TIME, MONTH, OTHER, Form, form

HOUR = r"\d{1,2}"
_AM = r"(?:am|pm|oclock|o clock)"
_NEAR = r"(?:about|around|approximately|roughly|gone|just|past|after|before|like|say)"
_DAYTIME = r"(?:(?:the )?(?:small hours|early hours|morning|afternoon|evening|night)|at night|tonight)"
_MEASURE = (
    r"%|percent|per cent|kg|kgs|kilos?|kilograms?|g|grams?|mg|mcg|ml|mls|l|litres?|cm|mm|m|metres?|miles?|mph|"
    r"stones?|st|lb|"
    r"lbs|oz|ounces?|pounds?|quid|p|degrees?|c|times?|occasions?|x|tablets?|pills?|doses?|puffs?|units?|children|"
    r"kids|people|working\sdays?|th centile|centile|birthday|child|quarter|half|floor|"
    r"(?:minutes|hours|seconds?)(?! ago)"
)
_LABEL = (
    r"log|ref|reference|crime|crn|incident|pc|badge|collar|flat|room|ward|bus|no|number|num|section|sec|s|y|"
    r"year|ks|key "
    r"stage|class|size|period|case|grade|para|paragraph|regulation|chapter|step|page|rule|unit|level|form|band|block|"
    r"house|apt|apartment|stage|day|gcs|sats|gravida|g|x|team of|group of|type|age|aged|turned|turning|urn|id|wing|"
    r"bed|nhs no|"
    r"line|platform|route|junction|version|part|item|point|question|week"
)
_PERSON = r"(?:he|she|they|hes|shes|theyre|im|child|boy|girl|baby|lad|son|daughter)"
_NOT_DATE_AFTER = (
    rf"(?! (?:{MONTH.replace('?P<month>', '?:')}|th\b|of (?:the )?\d|of {MONTH.replace('?P<month>', '?:')}|[/.-] \d))"
)

CLOCK: tuple[Form, ...] = tuple(
    form(pattern, CLOCK_TIME)
    for pattern in (
        rf"{HOUR}(?: [:.] \d\d)? (?:to|and|-|or|till?|until) {HOUR}(?: [:.] \d\d)? (?:{_AM}|in {_DAYTIME})",
        r"\d{4} (?:to|-|and|till?|until) \d{4}(?: (?:hours|h))?(?<!20\d\d)",
        rf"{HOUR} : \d\d(?: : \d\d)?(?: z| {_AM}| hours| h)?",
        rf"{HOUR} \. [0-5]\d (?:{_AM}|hours|h)",
        rf"{HOUR} \. (?:1[3-9]|[2-5]\d|00)(?! [./-])(?: meeting)?",
        rf"(?:at|by|@)(?: {_NEAR}){{0,3}} {HOUR} [.:] \d\d(?! [./-])",
        rf"{HOUR}(?: [0-5]\d)? {_AM}(?: in {_DAYTIME})?",
        rf"{HOUR} (?:ish )?(?:in {_DAYTIME}|at night|tonight)",
        rf"{HOUR} (?:noon|midday|midnight)|noon|midday|midnight",
        r"(?:0\d|1\d|2[0-3])[0-5]\d (?:hours|h)|0\d[0-5]\d",
        r"(?:1[0-8]|2[1-3])[0-5]\d",
        rf"at(?: {_NEAR}){{0,3}} (?:[01]\d|2[0-3])[0-5]\d",
        rf"half {HOUR}(?! hours)(?: {_AM})?{_NOT_DATE_AFTER}",
        (
            rf"(?:5|10|15|20|25|half|quarter|1 quarter)(?: minutes)? (?:past|to|before|after) (?:{HOUR}|noon|midday|"
            rf"midnight)"
        )
        + _NOT_DATE_AFTER,
        rf"at(?: {_NEAR}){{0,3}} {HOUR}(?: and {HOUR})?{_NOT_DATE_AFTER}",
        rf"(?:gone|just before|just after|just gone) {HOUR}(?: ish)?{_NOT_DATE_AFTER}",
        rf"(?:night|morning|evening|afternoon)(?: (?:at|{_NEAR}))+ {HOUR}(?: ish)?{_NOT_DATE_AFTER}",
    )
)
"""Tried before every date."""

NUMBERS: tuple[Form, ...] = tuple(
    form(pattern, OTHER)
    for pattern in (
        r"0\d{2,4}(?: \d{3,4}){1,3}|\d{9,20}|\d{3} \d{3} \d{4}|\d{5,7} \d{5,6}",
        r"£ \d{1,9}(?: \. \d{1,9})?",
        rf"\d{{1,9}} \. \d{{1,9}} (?:{_MEASURE}|[a-z]+(?<!ago))|\d{{1,9}}(?:th)? (?:{_MEASURE})",
        rf"(?:{_LABEL})(?: (?:number|no|ref))? \d{{1,9}}(?: [/.-] \d{{1,9}}){{0,4}}{_NOT_DATE_AFTER}",
        r"\d{1,9} / \d{1,9}",
        r"20\d\d / \d\d",
        rf"{_PERSON}(?: (?:is|was|were|are|just|only|turned|about)){{0,3}} \d{{1,2}}{_NOT_DATE_AFTER}",
        r"\d{1,9} (?:years?|months?|weeks?|days?|y|m|w) (?:old|of age|pregnant|gestation|later|on|long|after|before)",
        r"\d{1,9} (?:yo|y o)",
    )
)
"""Tried after every date."""
