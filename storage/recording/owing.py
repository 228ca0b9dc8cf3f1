"""What events mean for what is owed: which tasks they settle, and that the clock has to look at the enterprise again."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import bindparam, select

from checklists.period import is_special
from checklists.reminders import Task
from safety import events as happened
from safety import events_hazards as hazardous
from safety import events_pledges as pledged
from safety import events_reports as reporting
from safety import events_tips as tipped
from safety.events import Event
from safety.hazards import HazardAction
from storage import obligations
from storage.prepared import Prepared
from storage.recording.turn import Turn, Written
from storage.tables.obligations import obligations as table

_EARLIER = Prepared(  # a form that was submitted late also stands for the periods that were missed
    select(table.c.about).where(
        table.c.enterprise == bindparam("enterprise"),
        table.c.newest == 1,
        table.c.state == "open",
        table.c.about.like(bindparam("like")),
    )
)


def follow(turn: Turn, event: Event, written: Written) -> None:
    """Say to the clock what one event has changed."""
    react = REACTIONS.get(type(event))
    seat = turn.actor.seat
    enterprise = written.enterprise or (seat.enterprise if seat else None)
    if react is not None and enterprise is not None:
        react(turn, event, written, enterprise)


def _changed(turn: Turn, _event: Any, _written: Written, enterprise: int) -> None:
    obligations.mark(turn.connection, enterprise, turn.now)


def _submitted(turn: Turn, event: happened.CheckSubmitted, _written: Written, enterprise: int) -> None:
    prefix = f"check:{enterprise}/{event.key.checklist}/"
    named = {"enterprise": enterprise, "like": f"{prefix}%"}
    found = [row.about for row in _EARLIER.rows(turn.connection, named) if row.about.startswith(prefix)]
    special = is_special(event.key.period)  # a campaign's check stands for itself alone
    earlier = [one for one in found if not special and not is_special(one.removeprefix(prefix))]
    for about in {f"{prefix}{event.key.period}", *earlier}:
        obligations.settle(turn.connection, Task.CHECK, about, turn.now, turn.actor.person)


def _closed(turn: Turn, event: hazardous.HazardClosed, written: Written, enterprise: int) -> None:
    obligations.settle(turn.connection, Task.FIX, f"hazard:{event.number}", turn.now, turn.actor.person)
    _changed(turn, event, written, enterprise)


def _moved(turn: Turn, event: hazardous.HazardMoved, written: Written, enterprise: int) -> None:
    if event.action is HazardAction.PROGRESS:
        about = f"hazard:{event.number}"
        obligations.settle(turn.connection, Task.PROGRESS, about, turn.now, turn.actor.person)
    _changed(turn, event, written, enterprise)


def _signed(turn: Turn, _event: Any, _written: Written, enterprise: int) -> None:
    about = f"enterprise:{enterprise}"
    obligations.settle(turn.connection, Task.COMMITMENT, about, turn.now, turn.actor.person)


REACTIONS: Mapping[type[Event], Callable[[Turn, Any, Written, int], None]] = {
    happened.CheckSubmitted: _submitted,
    happened.CheckCorrected: _changed,
    happened.HazardFound: _changed,
    happened.HazardWithdrawn: _changed,
    reporting.HazardJoined: _changed,
    hazardous.HazardReported: _changed,
    hazardous.HazardMoved: _moved,
    hazardous.HazardMovedTogether: _changed,
    hazardous.HazardDivided: _changed,
    hazardous.HazardClosed: _closed,
    tipped.TipHazardMade: _changed,
    pledged.CommitmentSigned: _signed,
}
