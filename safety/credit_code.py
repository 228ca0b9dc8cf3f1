"""The unified social credit code (统一社会信用代码): 18 characters, the last one checks the others (GB 32100-2015)."""

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z
LENGTH = 18
BASE = 31
WEIGHTS = tuple(pow(3, place, BASE) for place in range(LENGTH - 1))


def normal(text: str) -> str:
    """As it is kept: half-width, capitals, no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).upper().split())


def check_character(first: str) -> str:
    """The last character for the first seventeen (GB 32100-2015, appendix A)."""
    total = sum(weight * ALPHABET.index(char) for weight, char in zip(WEIGHTS, first, strict=True))
    return ALPHABET[-total % BASE]


def fault(code: str) -> str | None:
    """What is wrong with a normal code: length, number, characters or check; None when it is right."""
    if "E+" in code:
        return "number"  # the spreadsheet took it for a number and dropped its last digits
    if len(code) != LENGTH:
        return "length"
    if any(char not in ALPHABET for char in code):
        return "characters"
    return None if check_character(code[:-1]) == code[-1] else "check"
