"""Digests in groups (群简报): once a working day, numbers and names of enterprises alone, no buttons.

Whoever is in a group reads it, so nobody's name, phone or number of a paper leaves that way: what looks like a number is masked.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import orjson
from sqlalchemy import Connection

from bot.digest_rounds import news_of
from bot.turn import House
from checklists.words import Language
from dialogs.digest.groups import lines_of
from dialogs.texts import Texts
from safety.areas import Area
from safety.calendar import Calendar, next_time
from safety.calendar import today as day_of
from safety.digests import Report, Span, comes_on, ended
from storage import digest_groups, due, outbox
from storage.digest_figures import Keeper
from storage.digest_groups import Linked
from storage.digestbook import scope_for
from storage.due import Due
from storage.ledger import LedgerOf
from storage.outbox import Kind, Letter
from storage.recording.digest_groups import HOUR, KIND

__all__ = ["KIND", "masked", "send"]
LIVES = timedelta(hours=12)
PERSONAL = re.compile(
    r"\d[\d\s-]{6,}[\dXx]|\d{7,}"
)  # seven signs and more: phones, numbers of papers, credit codes


def masked(text: str) -> str:
    """A text without long numbers: the first two digits stay, so that one sees that there was one."""
    return PERSONAL.sub(lambda found: f"{found.group()[:2]}****", text)


def send(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """The digest of one group; gone once nobody answers for it. Whether the row was claimed."""
    group = digest_groups.linked(connection, int(row.subject))
    if group is None:
        digest_groups.end(connection, int(row.subject), now)
        return due.move(connection, row, None)
    if not due.move(connection, row, next_time(now, HOUR, calendar)):
        return False
    if not calendar.is_working(day_of(now)):
        return True
    text = _text(connection, house, calendar, group, now)
    body = {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    letter = Letter(
        group.chat,
        Kind.NOTICE,
        "sendMessage",
        orjson.dumps(body).decode(),
        key=f"{KIND}:{group.id}:{row.due_at:%Y%m%d}",
        expires_at=now + LIVES,
    )
    outbox.post(connection, letter, now)
    return True


def _text(connection: Connection, house: House, calendar: Calendar, group: Linked, now: datetime) -> str:
    """In Chinese, the language of the area."""
    today = day_of(now)
    whole, mark = LedgerOf(connection, group.actor, house.catalogue, now).area(today), f"g{group.id}"
    area, _ = news_of(connection, house, whole, group.actor, mark, now)
    report = _report(connection, house, group, comes_on(today, calendar), now)
    return masked(said(nameless(area), report, house.texts, now))


def nameless(area: Area) -> Area:
    """The area without anybody's name, and without what one reader alone is told."""
    cases = tuple(replace(one, owner=None) for one in area.exceptions)
    return replace(area, exceptions=cases, flagged=0, late=0, waiting_joins=0)


def said(area: Area, report: Report | None, texts: Texts, now: datetime) -> str:
    """The whole message."""
    return "\n".join(texts.say(line, Language.ZH) for line in lines_of(area, report, day_of(now)))


def _report(connection: Connection, house: House, group: Linked, span: Span, now: datetime) -> Report | None:
    scope = scope_for(group.actor)
    if span is Span.DAY or scope is None:
        return None
    keeper, today = Keeper(connection, house.catalogue, group.actor, scope, now), day_of(now)
    keeper.keep(span, ended(span, today))
    return keeper.report(span, today)
