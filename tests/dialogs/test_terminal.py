"""A message as plain text: no tags, no joiners, buttons numbered but for cells that do nothing."""

from dialogs.render import Rendered
from dialogs.terminal import FRAME, plain


def test_it_is_plain_text_with_numbered_buttons() -> None:
    seen = Rendered(
        "<b>A &lt; B</b>\nx.\u2060example",
        ((("one", "f.1.a"), ("two", "f.1.b")), (("·", "f.1.x"), ("three", "f.1.c"))),
    )
    assert plain(seen).splitlines() == [
        FRAME,
        "A < B",
        "x.example",
        "[1] one  [2] two",
        "·  [3] three",
        FRAME,
    ]
