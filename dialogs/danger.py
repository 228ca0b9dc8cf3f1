"""Words of danger in what people type bring the emergency numbers as well."""

from collections.abc import Sequence

from dialogs.context import Context
from dialogs.talk import Line


def dangerous(text: str, words: Sequence[str]) -> bool:
    """Whether a text speaks of danger now."""
    plain = text.casefold()
    return any(word.casefold() in plain for word in words)


def with_danger(said: Line | None, text: str, context: Context) -> Line | None:
    """What is said to a text, below the emergency numbers when it speaks of danger."""
    return Line("danger", {"then": said or ""}) if dangerous(text, context.ledger.danger_words()) else said
