"""What may be chosen about a child."""

from __future__ import annotations

from bot.referrals.record.options import Options


class Age(Options):
    """Age bands; the broad ones are what the check asks."""

    UNBORN = "unborn", "Not yet born"
    UNDER_1 = "under_1", "Under 1"
    FROM_1 = "1_to_4", "1 to 4"
    FROM_5 = "5_to_9", "5 to 9"
    FROM_10 = "10_to_15", "10 to 15"
    FROM_16 = "16_to_17", "16 or 17"
    UNDER_18 = "under_18", "Under 18, I do not know more"
    FROM_18 = "18_to_24", "18 to 24"
    FROM_25 = "25_or_over", "25 or over"
    UNKNOWN = "unknown", "Not known"


class Carer(Options):
    """Who was looking after the child."""

    PARENT = "parent", "A parent"
    FAMILY = "family", "Another member of the family"
    FOSTER = "foster", "A foster carer"
    RESIDENTIAL = "residential", "Staff of a home, school or other setting"
    OTHER = "other", "Somebody else"
    NOBODY = "nobody", "Nobody: the young person was on their own"
    UNKNOWN = "unknown", "Not known"


class Legal(Options):
    """Legal status, now or before."""

    LOOKED_AFTER = "looked_after", "Looked after by a council (in care)"
    CARE_LEAVER = "care_leaver", "Care leaver"
    PLAN_NOW = "plan_now", "On a child protection plan now"
    PLAN_PAST = "plan_past", "On a child protection plan in the past"
    IN_NEED = "in_need", "A child in need"
    SECTION_47 = "section_47", "A child protection enquiry is open (section 47)"
    NONE = "none", "None of these", True
    UNKNOWN = "unknown", "Not known", True


class Setting(Options):
    """As the check asks it."""

    RESIDENTIAL = "residential", "A children's home, residential school or other place to live"
    CUSTODY = "custody_or_detention", "Custody, or detained (including under the Mental Health Act)"
    OTHER = "other_regulated", "Another regulated setting or service, such as a nursery or hospital"
    NONE = "none", "None of these"
    UNKNOWN = "unknown", "Not known"


class Sex(Options):
    """As recorded by the practitioner's organisation."""

    FEMALE = "female", "Female"
    MALE = "male", "Male"
    OTHER = "other", "Another description"
    UNKNOWN = "unknown", "Not known"


class Ethnicity(Options):
    """The five broad groups of the census of England and Wales."""

    ASIAN = "asian", "Asian or Asian British"
    BLACK = "black", "Black, Black British, Caribbean or African"
    MIXED = "mixed", "Mixed or multiple ethnic groups"
    WHITE = "white", "White"
    OTHER = "other", "Another ethnic group"
    UNKNOWN = "unknown", "Not known"


class Language(Options):
    """First language; which other one is told to the lead when it matters."""

    ENGLISH = "english", "English"
    SIGN = "sign", "British Sign Language"
    OTHER = "other", "Another language"
    NOT_YET = "not_yet", "Too young to speak, or does not speak"
    UNKNOWN = "unknown", "Not known"
