"""The link for a successor who has not joined yet: the letter is locked until it leaves and nothing of it stays, so that the code is kept nowhere."""

from datetime import datetime, timedelta

import orjson
from sqlalchemy import Connection

from bot import discreet
from bot.invite import link
from bot.turn import House
from dialogs.talk import Line
from storage import enterprises, handovers, invitations, outbox, people
from storage.invitations import Place
from storage.outbox import Kind, Letter


def invite(connection: Connection, house: House, username: str, now: datetime) -> int:
    """Post the links that wait; how many. Without a key nothing is posted: the code would stay in the database."""
    if house.vault is None:
        return 0
    done, hours = 0, house.catalogue.rules.defaults.inviting.hours
    life = timedelta(hours=hours)
    for row in handovers.without_link(connection):
        reader = people.reader_of(connection, row.giver)
        if reader is None:
            continue
        code = invitations.new_code()
        place = Place(row.role, enterprise=row.enterprise)
        invitation = invitations.invite(connection, code, place, now, by=row.giver, life=life)
        if not handovers.link(connection, row.id, invitation):
            invitations.revoke(connection, invitation, now)
            continue
        name = enterprises.one(connection, row.enterprise).name
        said = house.texts.say(Line("letter-handover-link", {"place": name, "hours": hours}), reader.language)
        text = f"{said}\n{link(username, code)}"  # a link in an argument would not come to life
        body = orjson.dumps({"text": text, "parse_mode": "HTML"}).decode()
        locked = house.vault.lock_text(body, discreet.LETTER)
        letter = Letter(reader.chat, Kind.ALERT, "sendMessage", locked, sealed=True, expires_at=now + life)
        outbox.post(connection, letter, now)
        done += 1
    return done


def waits(connection: Connection) -> bool:
    """Whether a giver waits for a link."""
    return bool(handovers.without_link(connection))
