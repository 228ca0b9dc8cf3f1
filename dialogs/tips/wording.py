"""Sentences about a tip that several screens and letters build: long words in passages, the result, the conversation."""

from collections.abc import Sequence

from dialogs.talk import Line
from safety.tips import Side, Tip

PASSAGE = 280  # characters: a text's argument is cut at 300
LATEST = 6  # messages that a card shows
PREPARED = ":"  # before the id of a result that was tapped instead of written


def passages(text: str) -> list[Line]:
    """Words of any length, whole."""
    plain = " ".join(text.split()) or "—"
    return [Line("tip-passage", {"text": plain[at : at + PASSAGE]}) for at in range(0, len(plain), PASSAGE)]


def words(tip: Tip) -> list[Line]:
    """What the reporter wrote; nothing when there are only photos."""
    return passages(tip.words) if tip.words else []


def result(said: str) -> list[Line]:
    """What came of it, tapped or written."""
    if said.startswith(PREPARED):
        return [Line("tip-result-prepared", {"result": said.removeprefix(PREPARED)})]
    return passages(said)


def talk(tip: Tip, side: Side) -> list[Line]:
    """The newest messages, as the reader on this side sees them."""
    lines: list[Line] = []
    for one in tip.said[-LATEST:]:
        first, *more = passages(one.text)
        lines += [
            Line("tip-said", {"who": _who(one.side, side), "text": first}),
            *more,
        ]
    return lines


def _who(speaker: Side, reader: Side) -> str:
    """The reporter is alone; the office is several people."""
    return "me" if speaker is reader is Side.REPORTER else speaker.value


def about(tip: Tip) -> list[Line]:
    """Which enterprise and where."""
    known = "yes" if tip.enterprise else "no"
    lines = [Line("tip-about", {"enterprise": tip.enterprise or tip.named or "—", "known": known})]
    return [*lines, *([Line("report-place", {"place": tip.place})] if tip.place else [])]


def photos(tip: Tip) -> Sequence[Line]:
    """How many photos there are, and how many did not get through."""
    if not (tip.photos or tip.pending or tip.failed):
        return ()
    args = {"n": len(tip.photos) + tip.pending, "failed": tip.failed}
    return (Line("tip-photos", args),)
