"""A group is to get the digest of an area: a supervisor calls /group in it, and confirms in private what it will see."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.routers import Utterance
from bot.screens import post_screen
from dialogs.digest.groups import AT
from dialogs.talk import Button, Commanded, Line, Screen, State
from dialogs.texts import Texts
from storage import digest_groups, people
from storage.outbox import Kind

COMMAND = "group"
LIVES = timedelta(days=1)


def asked(connection: Connection, texts: Texts, heard: Utterance, now: datetime) -> bool:
    """Whether it was asked for by somebody who may: then a letter to them leads to the confirmation."""
    if not isinstance(heard.input, Commanded) or heard.input.name != COMMAND:
        return False
    person = people.person_of(connection, heard.speaker.id)
    if person is None:
        return False
    actor, code = people.actor_of(connection, person), secrets.token_hex(6)
    known = digest_groups.ask(connection, actor, heard.chat, heard.title, code, now)
    if known is None:
        return False
    button = Button(Line("open-group"), opens=State("digest", AT, {"code": known}))
    screen = Screen((Line("letter-group-asked", {"title": heard.title}),), ((button,),))
    key = f"group-asked:{heard.chat}:{now:%Y%m%d%H%M}"
    post_screen(connection, texts, person, screen, key=key, kind=Kind.NOTICE, now=now, lives=LIVES)
    return True
