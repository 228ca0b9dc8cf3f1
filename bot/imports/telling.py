"""Tells who sent a list how it stands: on the screen that shows it, else in a letter that leads there."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.redrawing import redraw
from bot.screens import post_screen
from bot.turn import House
from dialogs.imports.finding import CARD, FLOW
from dialogs.imports.saying import refused
from dialogs.talk import Button, Line, Screen, State
from safety.imports import Import, ImportState
from storage import imports
from storage.imports import Job
from storage.outbox import Kind

LIVES = timedelta(days=2)


def tell(connection: Connection, house: House, job: Job, now: datetime, *, aloud: bool = True) -> None:
    """Say how it stands now. Not `aloud`: only where somebody looks at it."""
    if job.person is None:
        return

    def shows(state: State) -> bool:
        return (state.flow, state.at) == (FLOW, CARD) and state.data.get("number", job.id) == job.id

    if redraw(connection, house, job.person, shows, now) or not aloud:
        return
    one = imports.one(connection, job.id)
    line = None if one is None else _said(one)
    if line is None:
        return
    opens = State(FLOW, CARD, {"number": job.id})
    screen = Screen((line,), ((Button(Line("upload-open"), opens=opens),),))
    key = f"import:{job.id}:{one.state if one else ''}:{now:%Y%m%d%H%M%S%f}"
    post_screen(connection, house.texts, job.person, screen, key=key, kind=Kind.NOTICE, now=now, lives=LIVES)


def _said(one: Import) -> Line | None:
    seen = one.understood
    if one.state is ImportState.READY:
        return Line(
            "upload-read", {"name": one.name, "new": seen.new, "changed": seen.changed, "bad": seen.bad}
        )
    if one.state is ImportState.REFUSED:
        return Line("upload-not-read", {"name": one.name, "why": refused(one.reason)})
    if one.state is ImportState.WRITTEN:
        args = {"new": seen.new, "changed": seen.changed, "same": seen.same}
        return Line("upload-written", {"name": one.name, **args})
    if one.state is ImportState.STOPPED:
        args = {"done": one.done, "total": one.total}
        return Line("upload-stopped", {"name": one.name, "why": refused(one.reason), **args})
    return None
