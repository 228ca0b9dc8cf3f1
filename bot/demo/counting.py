"""Statistics of the demo: some principals have signed the last quarter's, one with a correction; and a phone that the town has looked up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, Staff, act
from bot.routers import Speaker
from safety.audits import Personal
from safety.calendar import today
from safety.events_audit import PersonalDataRead
from safety.events_statistics import StatisticsSigned
from safety.people import Role
from safety.statistics import closed
from storage import enterprises, statistics
from storage.enterprises import Entry

TAPS = timedelta(seconds=8)
SIGNERS = 12
REASON = "有两处当场整改，没有进台账"


@dataclass(frozen=True, slots=True)
class Counting:
    """Who has signed, and who watches."""

    diary: Diary
    staff: Staff
    town: Speaker

    def signed_by(self, entries: Sequence[Entry]) -> None:
        """The first of them that have a principal, yesterday, when all of them have joined."""
        known = [entry for entry in entries if self.staff.hired(entry, Role.PRINCIPAL)][:SIGNERS]
        for place, entry in enumerate(known):
            when = self.diary.ago(1, f"15:{10 + place}")
            self.diary.note(when, partial(self._sign, entry=entry, when=when, fixed=place == 0))
        if known:
            when = self.diary.ago(1, "16:20")
            self.diary.note(when, partial(self._looked, entry=known[0], when=when))

    def _sign(self, connection: Connection, entry: Entry, when: datetime, *, fixed: bool) -> None:
        period = closed(today(when))[0]
        number = enterprises.by_code(connection, entry.credit_code)
        if number is None:
            return
        counted = statistics.counted(connection, number, period)
        found = counted.general_found + 2
        more = {
            "general_found": {"value": found, "reason": REASON},
            "general_fixed": {"value": counted.general_fixed + 2, "reason": REASON},
        }
        speaker = self.staff.speaker(entry, Role.PRINCIPAL)
        phone, fix = entry.contacts[0].phone, more if fixed else {}
        event = StatisticsSigned(period, counted.plain(), fix, phone, speaker.name, when - TAPS)
        act(connection, speaker, when, event)

    def _looked(self, connection: Connection, entry: Entry, when: datetime) -> None:
        read = PersonalDataRead(Personal.PHONE, (f"enterprise/{entry.credit_code}",), "reach/card")
        act(connection, self.town, when, read)
