"""The options' own labels and values: what is typed word for word needs no reading back."""

from bot.interview.hear.words import plain

_YES_NO = {
    "yes": ("yes", "y", "true"),
    "no": ("no", "n", "false"),
}
_UNKNOWN = ("unknown", "dont know", "i dont know", "not sure", "im not sure", "not known", "not known yet", "i do not know")

YES_NO_FACTS = (
    "immediate_danger", "suspected_suicide", "normally_resident", "looked_after", "care_leaver", "agencies_together",
    "told_social_care", "told_lead", "works_for_la",
)
DATE_FACTS = (
    "incident_on", "practitioner_aware_on", "la_aware_on", "notified_on", "decided_on", "publish_on", "published_on",
)
_CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "area": {
        "walsall": ("walsall",), "wolverhampton": ("wolverhampton",), "birmingham": ("birmingham",), "darlington": ("darlington",),
        "england_other": ("england other", "somewhere else in england", "elsewhere in england", "another area in england", "another area of england"),
        "not_england": ("not england", "outside england", "not in england", "wales scotland or northern ireland"),
    },
    "age_group": {
        "unborn": ("unborn", "not yet born", "unborn baby"),
        "under_18": ("under 18", "under eighteen"),
        "18_to_24": ("18 to 24", "18 24"),
        "25_or_over": ("25 or over", "25 and over", "25 or older", "25 +", "25 plus", "over 25"),
    },
    "outcome": {
        "died": ("died", "they died", "the child died"),
        "seriously_harmed": ("seriously harmed", "serious harm", "they were seriously harmed"),
        "near_miss": ("near miss", "a near miss"),
        "less_serious": ("less serious", "something less serious"),
    },
    "abuse_neglect": {
        "known": ("known", "yes known"), "suspected": ("suspected", "yes suspected"), "no_sign": ("no sign", "no sign of it", "no signs"),
    },
    "place": {
        "this_area": ("this area", "in this area"),
        "other_area_england": ("other area england", "another area in england", "another area of england", "elsewhere in england", "somewhere else in england"),
        "elsewhere_uk": ("elsewhere uk", "elsewhere in the uk", "wales scotland or northern ireland"),
        "abroad": ("abroad", "outside the uk"),
    },
    "setting": {
        "residential": ("residential", "residential provision", "childrens home", "residential school"),
        "custody_or_detention": ("custody or detention", "custody", "detention", "in custody or detained", "detained", "in custody"),
        "other_regulated": ("other regulated", "another regulated setting or service", "another regulated setting", "other regulated setting"),
        "none": ("none", "none of these", "none of them", "none of those", "no", "neither"),
    },
}
_SETS: dict[str, dict[str, tuple[str, ...]]] = {
    "harm_kinds": {
        "life_threatening": ("life threatening injury", "life threatening", "a life threatening injury"),
        "lasting_physical": ("lasting physical", "lasting physical harm"),
        "mental_health": ("mental health", "harm to mental health"),
        "development": ("development", "harm to development"),
        "other_serious": ("other serious", "other serious harm"),
    },
    "features": {
        "improvements_needed": ("improvements needed",), "repeat_theme": ("repeat theme",), "single_agency": ("single agency",),
        "no_agency_known": ("no agency known",), "cross_boundary": ("cross boundary",), "panel_suggested": ("panel suggested",),
        "good_practice": ("good practice",),
    },
    "other_routes": {
        "allegation_against_worker": ("allegation against worker", "allegation against a worker"),
        "adult_victim": ("adult victim", "an adult victim"),
        "domestic_abuse_death_16_plus": ("domestic abuse death 16 plus",),
        "staff_conduct_only": ("staff conduct only",),
        "position_of_trust_adults": ("position of trust adults",),
    },
}
SET_FACTS = tuple(_SETS)
_NONE = frozenset(("none", "none of these", "none of them", "none of those", "no", "nothing", "none apply"))


def _flat(text: str) -> str:
    return " ".join(word for word in plain(text.replace("_", " ")).split() if word not in (".", ",", "!"))


_KNOWN: dict[str, dict[str, str]] = {
    fact: {_flat(form): value for value, forms in values.items() for form in (value, *forms)}
    for fact, values in {**_CHOICES, **_SETS, **{fact: _YES_NO for fact in YES_NO_FACTS}}.items()
}


def exact(question: str, text: str) -> str | frozenset[str] | None:
    """The value whose own label or name is the whole text, or None. A set question takes a list with commas."""
    words = _flat(text)
    if words in map(_flat, _UNKNOWN):
        return "unknown"
    known = _KNOWN.get(question, {})
    if question not in _SETS:
        return known.get(words)
    if words in _NONE:
        return frozenset()
    parts = [known.get(_flat(part)) for part in text.replace(" and ", ",").replace("\n", ",").split(",") if part.strip()]
    values = frozenset(part for part in parts if part is not None)
    return values if values and None not in parts else None
