"""Questions named by their numbers: `3、5`, `第3题和第5题`, `question 3`. A sentence that only holds a number names none."""

import re

from checklists.reading.plain import plain

_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)", re.ASCII)
_BETWEEN = re.compile(r"[\d\s,、.;。和与及第题号改#&]|change|questions?|and|no", re.ASCII)


def read_numbers(text: str) -> list[int]:
    """The numbers, in the order of writing; empty when anything else is said."""
    said = plain(text)
    return [] if _BETWEEN.sub("", said) else [int(one) for one in _NUMBER.findall(said)]
