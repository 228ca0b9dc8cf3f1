"""Changes a screen in place when what it shows has changed behind it: a list of a drill, a spreadsheet that was read."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from bot import discreet, paper
from bot.turn import House
from dialogs import desk
from dialogs.render import render
from dialogs.talk import State
from storage import outbox, people, sessions
from storage.ledger import LedgerOf
from storage.outbox import Kind, Letter


def redraw(
    connection: Connection, house: House, person: int, shows: Callable[[State], bool], now: datetime
) -> bool:
    """One person's screen, when it is a screen of that kind and can still be changed; the buttons on it stay good."""
    place = sessions.held(connection, person)
    reader = people.reader_of(connection, person)
    if place is None or reader is None or place.live is None or place.settling:
        return False
    session = discreet.session_of(place.state, house.vault, person)
    if not shows(session.state):
        return False
    actor = people.actor_of(connection, person, privacy=house.catalogue.privacy.version)
    ledger = LedgerOf(connection, actor, house.catalogue, now, house.vault)
    rendered = render(desk.draw(session, actor, ledger, now), reader.language, house.texts, session.screen)
    if not paper.editable(place.form, paper.form_of(rendered)):
        return False
    body = paper.body_of(rendered)
    if outbox.last_body(connection, place.live) != body:
        letter = Letter(reader.chat, Kind.EDIT, "editMessageText", body, person=person, target=place.live)
        outbox.post(connection, letter, now)
    return True
