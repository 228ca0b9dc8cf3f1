"""Tries many XLSForms and counts: how many come over whole, and why the others do not. Writes nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.authoring.said import Speaker
from bot.authoring.xlsform import FormRefused, read_form
from checklists.xlsform.left import Weight
from checklists.xlsform.taking import Taken, take
from dialogs.talk import Argument

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".csv", ".md"})
RULES, ROWS = (Weight.RULE,), (Weight.ROW,)


@dataclass(slots=True)
class Count:
    """What was seen. `reasons` by weight and code: things and the forms they are in."""

    forms: int = 0
    whole: int = 0
    plain: int = 0
    rows: int = 0
    rows_left: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    things: Counter[tuple[str, str]] = field(default_factory=Counter)
    within: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, taken: Taken) -> None:
        """One form that could be read."""
        self.forms += 1
        self.whole += taken.whole
        self.plain += not taken.left
        self.rows += taken.rows
        self.rows_left += sum(left.weight is Weight.ROW for left in taken.left)
        found = [(left.weight.value, left.code) for left in taken.left]
        self.things.update(found)
        self.within.update(set(found))


def tally(paths: Sequence[Path], speaker: Speaker) -> int:
    """Try them all and print the figures, a line a form first."""
    count = Count()
    for path in _files(paths):
        try:
            taken = take(read_form(path))
        except FormRefused as refused:
            count.refused[refused.reason] += 1
            speaker.say("tally-refused", file=path.name, why=refused.said or refused.reason)
            continue
        count.add(taken)
        lost = sum(left.weight is not Weight.LOOK for left in taken.left)
        speaker.say(
            "tally-form", file=path.name, rows=taken.rows, lost=lost, whole="yes" if taken.whole else "no"
        )
    for line, args in _figures(count, speaker):
        speaker.say(line, **args)
    return 0


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (
            one for one in found if one.is_file() and (one.suffix.lower() in ENDINGS or not path.is_dir())
        )


def _figures(count: Count, speaker: Speaker) -> Iterator[tuple[str, dict[str, Argument]]]:
    share = 100 * count.whole // count.forms if count.forms else 0
    yield "tally-whole", {"forms": count.forms, "whole": count.whole, "share": share, "plain": count.plain}
    yield "tally-rows", {"rows": count.rows, "left": count.rows_left}
    for why, number in count.refused.most_common():
        yield "tally-not-read", {"n": number, "why": why}
    for (weight, code), number in count.things.most_common():
        what = speaker.text(f"left-{code.removeprefix('when-')}", detail="…")
        said = speaker.text("left-when", reason=what) if code.startswith("when-") else what
        forms = count.within[weight, code]
        yield "tally-reason", {"weight": weight, "n": number, "forms": forms, "reason": said}
