"""What a signed head (封条) says to the people who keep it for the day on which somebody asks."""

from dialogs.talk import Line, Screen
from safety.seals.heads import Head


def letter(head: Head) -> Screen:
    """The head of a day in a few lines: no name, no content, only how far the record goes and its hash."""
    count = head.last - head.first + 1
    return Screen(
        (
            Line("head-title", {"day": head.date}),
            Line("head-entries", {"last": head.last, "new": count}),
            Line("head-hash", {"hash": head.chained}),
            Line("head-why"),
        )
    )
