"""The minimal mode: messages carry aliases instead of the names and phones of people (个人信息保护法 art. 6, 36, 38).

A text's arguments that name a person are called so everywhere; a test plays every conversation and looks for names.
"""

from collections.abc import Mapping

from dialogs.talk import Argument

PEOPLE = frozenset({"person", "officer", "owner"})
PHONE = "phone"
LAST = 4  # digits of a phone by which two people can be told apart


def alias(name: str) -> str:
    """The first character only: 王*, W*."""
    first = name.strip()[:1]
    return f"{first.upper()}*" if first else ""


def veiled(args: Mapping[str, Argument]) -> dict[str, Argument]:
    """The arguments of a text, people and phones veiled."""
    return {name: _veiled(name, value) for name, value in args.items()}


def _veiled(name: str, value: Argument) -> Argument:
    if not isinstance(value, str):
        return value
    if name in PEOPLE:
        return alias(value)
    return f"*{value[-LAST:]}" if name == PHONE else value
