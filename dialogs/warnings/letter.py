"""How a warning reads: to those whom it is for, to its sender before it leaves, and its count. Screens of letters."""

from checklists.warnings import Level
from checklists.words import Words
from dialogs.cards import GAP
from dialogs.talk import Argument, Button, Line, Screen, State
from safety.warnings import OWN, Stage, Tallied, Warned

FLOW, CONFIRM, CARD, MISSING = "warnings", "confirm", "card", "missing"
TOWNS = 12  # towns named in a count


def letter(warned: Warned, enterprise: str, *, again: bool = False) -> Screen:
    """A warning to somebody of an enterprise; `again`: it was sent before and nobody has confirmed."""
    below = [] if warned.file is None else [Line("warning-file-below")]
    lines = [*_head(warned, again=again), *body(warned.lines), *below, GAP, *_foot(warned, enterprise)]
    if not warned.stage.confirmed:
        return Screen(lines)
    opens = State(FLOW, CONFIRM, {"number": warned.number})
    return Screen(lines, ((Button(Line("warning-confirm"), opens=opens),),))


def _head(warned: Warned, *, again: bool) -> list[Line | Words]:
    head = heading(warned.title, warned.level, warned.stage, own=warned.template == OWN)
    return [Line("warning-again"), head] if again else [head]


def heading(title: Words, level: Level, stage: Stage, *, own: bool) -> Line:
    """The first line: how grave, what about, whether it is news or over."""
    args: dict[str, Argument] = {"title": title, "level": level.value, "stage": stage.value}
    return Line("warning-heading", args | {"own": "yes" if own else "no"})


def body(lines: tuple[Words, ...]) -> list[Line | Words]:
    """What is to be done, numbered when there is more than one thing."""
    if len(lines) == 1:
        return [Line("warning-only-line", {"text": lines[0]})]
    return [Line("warning-line", {"n": number, "text": line}) for number, line in enumerate(lines, 1)]


def _foot(warned: Warned, enterprise: str) -> list[Line | Words]:
    args: dict[str, Argument] = {
        "number": warned.number,
        "place": warned.place,
        "person": warned.person,
        "time": warned.issued_at,
        "until": warned.valid_to,
        "enterprise": enterprise,
    }
    name = "warning-foot" if warned.stage.confirmed else "warning-foot-clear"
    return [Line(name, args)]


def count(warned: Warned, tallied: Tallied) -> list[Line | Words]:
    """How it stands: what was sent, delivered, confirmed, and by town."""
    head = heading(warned.title, warned.level, warned.stage, own=warned.template == OWN)
    args: dict[str, Argument] = {
        "n": tallied.targets,
        "posted": tallied.posted,
        "delivered": tallied.delivered,
        "confirmed": tallied.confirmed,
        "missing": tallied.missing,
        "silent": tallied.silent,
        "answered": tallied.answered,
        "confirms": "yes" if warned.stage.confirmed else "no",
    }
    lines: list[Line | Words] = [head, Line("warning-number", {"number": warned.number}), GAP]
    lines.append(Line("warning-count", args))
    if tallied.silent:
        lines.append(Line("warning-silent", args))
    towns = tallied.towns if len(tallied.towns) > 1 and warned.stage.confirmed else ()
    lines += [
        Line("warning-town", {"name": one.name, "n": one.targets, "confirmed": one.confirmed})
        for one in towns[:TOWNS]
    ]
    return lines


def counted(warned: Warned, tallied: Tallied) -> Screen:
    """The sender's letter with the count, which is edited in place."""
    here = {"number": warned.number}
    opens = Button(Line("warning-open"), opens=State(FLOW, CARD, {**here}))
    missing = Button(Line("warning-to-missing", {"n": tallied.missing}), opens=State(FLOW, MISSING, {**here}))
    row = (missing, opens) if warned.stage.confirmed and tallied.missing else (opens,)
    return Screen(count(warned, tallied), (row,))


def to_call(warned: Warned, n: int) -> Screen:
    """To a town: so many of its enterprises have not confirmed; somebody has to call."""
    head = heading(warned.title, warned.level, warned.stage, own=warned.template == OWN)
    line = Line("warning-to-call", {"n": n, "number": warned.number})
    opens = State(FLOW, MISSING, {"number": warned.number})
    return Screen((head, line), ((Button(Line("warning-to-missing", {"n": n}), opens=opens),),))
