"""What the clock says in a drill: the announcement shortly before, injects with the roll call, and the question to who has not answered."""

from collections.abc import Sequence

from checklists.drills import Inject
from checklists.words import Words
from dialogs.cards import GAP, Row
from dialogs.drills.wording import FLOW, heading, names, place_line
from dialogs.talk import Button, Line, Screen, State
from safety.drills import Drill, Participant, hears, leads


def _to(label: str, at: str, drill: Drill) -> Button:
    return Button(Line(label), opens=State(FLOW, at, {"number": drill.number}))


def soon(drill: Drill, person: int, *, late: bool = False) -> Screen:
    """Once more, shortly before; who commands can begin it from here. `late`: the time has passed meanwhile."""
    said = Line("drill-soon-late" if late else "drill-soon", {"at": drill.planned_at})
    lines = [heading(drill), said, place_line(drill)]
    mine = leads(drill, person)
    lines += [Line("drill-soon-command")] if mine else []
    return Screen(lines, ((_to("open-drill-start" if mine else "open-drill", "card", drill),),))


def told(
    drill: Drill, one: Participant, injects: Sequence[Inject], late: Sequence[int], *, begins: bool
) -> Screen | None:
    """What somebody hears of these injects, in one message; None when they hear none. `begins`: the drill starts with them."""
    heard = [
        (inject, minutes) for inject, minutes in zip(injects, late, strict=True) if hears(inject, one, drill)
    ]
    if not heard or drill.script is None:
        return None
    lines: list[Line | Words] = [heading(drill)]
    if begins:
        never = [Line("drill-never", {"text": point.text}) for point in drill.script.never]
        lines += [Line("drill-scenario", {"text": drill.script.scenario}), *never, GAP]
    for inject, minutes in heard:
        lines.append(Line("drill-told", {"minute": inject.minute, "late": minutes, "text": inject.text}))
        lines += [Line("drill-photo-here", {"what": inject.photo})] if inject.photo is not None else []
    rolls = any(inject.rollcall for inject, _minutes in heard)
    lines += [place_line(drill)] if rolls else []
    photo = any(inject.photo is not None for inject, _minutes in heard)
    return Screen(lines, _rows(drill, rolls=rolls, photo=photo))


def _rows(drill: Drill, *, rolls: bool, photo: bool) -> tuple[Row, ...]:
    page: Row = (_to("open-drill-photo" if photo else "open-drill", "card", drill),)
    return (_answers(drill), page) if rolls else (page,)


def _answers(drill: Drill) -> Row:
    safe = "open-roll-safe" if drill.real else "open-drill-safe"
    return (_to(safe, "safe", drill), _to("open-drill-help", "help", drill))


def chase(drill: Drill) -> Screen:
    """Who has not answered is asked once more."""
    line = Line("roll-chase" if drill.real else "drill-chase")
    return Screen((heading(drill), line, place_line(drill)), (_answers(drill),))


def missing(drill: Drill, open_: Sequence[Participant]) -> Screen:
    """Who commands is told that some were asked once more."""
    line = Line("drill-chased", {"n": len(open_), "list": names(open_)})
    return Screen(
        (heading(drill), line), ((_to("open-roll" if drill.real else "open-drill", "card", drill),),)
    )
