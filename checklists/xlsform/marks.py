"""Ids and option values for the names of an XLSForm: short, plain, used once."""

import re
from collections.abc import Container

LONGEST_ID, LONGEST_VALUE = 32, 16
_NO_ID = re.compile(r"[^A-Za-z0-9_-]+")
_NO_VALUE = re.compile(r"[^a-z0-9_]+")


def id_for(name: str, used: Container[str]) -> str:
    """The name as an id that nobody has yet."""
    plain = _NO_ID.sub("_", name).strip("_-")
    plain = plain if plain[:1].isalpha() else f"q{plain}"
    return _once(plain, used, LONGEST_ID)


def value_for(name: str, used: Container[str]) -> str:
    """The name as an option value that nobody has yet."""
    plain = _NO_VALUE.sub("_", name.lower()).strip("_")
    plain = plain if plain[:1].isalpha() else f"o{plain}"
    return _once(plain, used, LONGEST_VALUE)


def _once(plain: str, used: Container[str], longest: int) -> str:
    mark, number = plain[:longest], 1
    while mark in used:
        number += 1
        end = f"_{number}"
        mark = plain[: longest - len(end)] + end
    return mark
