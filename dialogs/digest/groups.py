"""A group that is to get the digest of an area: what it will see is said before it is confirmed; how its message reads."""

from datetime import date

from checklists.words import Words
from dialogs.cards import button
from dialogs.context import Context
from dialogs.digest import lines, spans
from dialogs.digest.cases import FLOW
from dialogs.digest.lines import concerns
from dialogs.talk import Line, Screen, State, Step
from safety.areas import Area
from safety.digests import Group, Report
from safety.errors import Refusal
from safety.events_digests import GroupLinked, GroupUnlinked

AT = "group"


def lines_of(area: Area, report: Report | None, today: date) -> list[Line | Words]:
    """The message: as its readers know it from their own digest, without what opens anything."""
    return lines.lines_of(area, today) if report is None else spans.whole(area, report, list(concerns(area)))


def _group(state: State, context: Context) -> Group:
    """Refusal for everybody but who asked for it."""
    found = context.ledger.digests().group(str(state.data.get("code", "")))
    if found is None:
        raise Refusal("group-gone")
    return found


def show(state: State, context: Context) -> Screen:
    """What the group gets, and the way to begin or end it."""
    group = _group(state, context)
    args = {"title": group.title, "name": group.place}
    line = Line("group-linked" if group.linked else "group-link", args)
    way = button("group-end", "x") if group.linked else button("group-yes", "y")
    return Screen((line,), ((way,), (button("back", "b"),)))


def step(state: State, option: str, context: Context) -> Step | None:
    """Begin it, end it."""
    if option == "b":
        return Step(State(FLOW))
    group = _group(state, context)
    if option == "y" and not group.linked:
        return Step(state, (GroupLinked(group.code),), say=Line("group-begun", {"title": group.title}))
    if option == "x" and group.linked:
        return Step(
            State(FLOW), (GroupUnlinked(group.code),), say=Line("group-ended", {"title": group.title})
        )
    return None
