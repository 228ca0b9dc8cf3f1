"""A spot exam as whoever opened it sees it: how people come in, who writes, what came out; closing it."""

from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.talk import Argument, Line, Screen, State, Step
from safety.events_spots import SpotClosed
from safety.spots import Spot, Writer

SHOWN = 20  # people of the list


def step(state: State, option: str, spot: Spot) -> Step | None:
    """Look again, close it."""
    if option == "r" and spot.record is None:
        return Step(state)
    if option == "x" and spot.closable:
        return Step(state, (SpotClosed(spot.number),))
    return None


def show(spot: Spot) -> Screen:
    """The live list, or the record."""
    lines: list[Line | Words] = [
        Line("spot-title", {"enterprise": spot.firm.name, "officer": spot.inspector}),
        _standing(spot),
        Line("spot-figures", _figures(spot)),
    ]
    if spot.writers:
        lines += [GAP, *(_writer(n, one) for n, one in enumerate(spot.writers[:SHOWN], 1))]
    if len(spot.writers) > SHOWN:
        lines.append(Line("spot-more", {"n": len(spot.writers) - SHOWN}))
    return Screen(lines, _rows(spot))


def _standing(spot: Spot) -> Line:
    if spot.record is not None:
        return Line("spot-record", {"number": spot.record})
    if spot.code is not None:
        return Line("spot-code", {"code": Words(spot.code, spot.code), "time": spot.until})
    return Line("spot-shut", {"writing": len(spot.writers) - len(spot.done)})


def _figures(spot: Spot) -> dict[str, Argument]:
    return {
        "n": len(spot.done),
        "writing": len(spot.writers) - len(spot.done),
        "passed": sum(one.passed for one in spot.done),
        "points": spot.average,
    }


def _writer(place: int, one: Writer) -> Line:
    done = "no" if one.points is None else "passed" if one.passed else "failed"
    points: dict[str, Argument] = {
        "done": done,
        "points": one.points if one.points is not None else 0,
    }
    who = Line("spot-who", {"person": one.name, "guest": "yes" if one.guest else "no"})
    return Line("spot-writer", {"n": place, "who": who, **points})


def _rows(spot: Spot) -> tuple[Row, ...]:
    again: Row = () if spot.record is not None else (button("spot-refresh", "r"),)
    close: Row = (button("spot-close", "x"),) if spot.closable else ()
    rows = ((*again, *close), (button("back", "b"), button("to-menu", "e")))
    return tuple(row for row in rows if row)
