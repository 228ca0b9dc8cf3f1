"""Drills of the demo: the restaurant's is planned for next Monday 08:40, so that the phones hear of it at 08:30 and it can be begun; the machine shop's for a week later."""

from datetime import datetime, time, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, act
from bot.routers import Speaker
from safety.calendar import at, today
from safety.events_drills import DrillPlanned

BEGINS = time(8, 40)
WEEK = 7


def plan(diary: Diary, principal: Speaker, machinist: Speaker) -> None:
    """Both plan theirs a day ago, and say where people gather: a roll call in earnest goes by it too."""
    for who, script, weeks, place in (
        (principal, "gas_leak", 1, "门口停车场"),
        (machinist, "fire_evacuation", 2, "厂区东门空地"),
    ):
        deed = partial(_plan, diary=diary, who=who, script=script, weeks=weeks, place=place)
        diary.note(diary.ago(1, "15:20"), deed)


def _plan(connection: Connection, diary: Diary, who: Speaker, script: str, weeks: int, place: str) -> None:
    day = today(diary.now)
    begins = at(day + timedelta(days=WEEK * weeks - day.weekday()), BEGINS)
    chosen, before = diary.catalogue.scripts[script], diary.catalogue.rules.drills.before_minutes
    soon: datetime = begins - timedelta(minutes=before)
    event = DrillPlanned(script, chosen.fingerprint, begins, place, soon)
    act(connection, who, diary.ago(1, "15:20"), event)
