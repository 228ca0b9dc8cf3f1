"""A rendered message as plain text with numbered buttons, for a terminal. Nothing of any one conversation."""

import html
from collections.abc import Iterator

from checklists.harmless import WORD_JOINER
from dialogs.cards import IDLE
from dialogs.render import TAG, Rendered

FRAME = "─" * 48


def plain(seen: Rendered) -> str:
    """The text between two lines, then the rows of buttons, numbered through but for cells that do nothing."""
    body = html.unescape(TAG.sub("", seen.html)).replace(WORD_JOINER, "")
    return "\n".join([FRAME, body, *_rows(seen), FRAME])


def _rows(seen: Rendered) -> Iterator[str]:
    number = 0
    for row in seen.rows:
        cells = []
        for label, data in row:
            if data.endswith(f".{IDLE}"):
                cells.append(label)
                continue
            number += 1
            cells.append(f"[{number}] {label}")
        yield "  ".join(cells)
