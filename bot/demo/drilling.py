"""The drill of the demo: planned for next Monday 08:40, so that the phones hear of it at 08:30 and it can be begun."""

from datetime import datetime, time, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, act
from bot.routers import Speaker
from safety.calendar import at, today
from safety.events_drills import DrillPlanned

SCRIPT = "gas_leak"
BEGINS = time(8, 40)
WEEK = 7


def plan(diary: Diary, who: Speaker) -> None:
    """Somebody plans it, a day ago."""
    diary.note(diary.ago(1, "15:20"), partial(_plan, diary=diary, who=who))


def _plan(connection: Connection, diary: Diary, who: Speaker) -> None:
    day = today(diary.now)
    begins = at(day + timedelta(days=WEEK - day.weekday()), BEGINS)
    script, before = diary.catalogue.scripts[SCRIPT], diary.catalogue.rules.drills.before_minutes
    soon: datetime = begins - timedelta(minutes=before)
    place = "门口停车场"
    event = DrillPlanned(SCRIPT, script.fingerprint, begins, place, soon)
    act(connection, who, diary.ago(1, "15:20"), event)
