"""Classes of supervision (分级 I-IV): what makes an enterprise's class, and how often it is looked at."""

from enum import StrEnum


class EnterpriseClass(StrEnum):
    """How closely an enterprise is supervised: I most, IV least."""

    I = "I"  # noqa: E741 - the Roman numeral is its name
    II = "II"
    III = "III"
    IV = "IV"
