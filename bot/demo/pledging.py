"""Signed commitments of the demo: a good share of the enterprises has read and signed, some long ago, some for another colour."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.demo.diary import Diary, Staff, act
from bot.routers import Speaker
from safety.enterprises import Colour
from safety.events_pledges import ColourChanged, CommitmentSigned, ItemRead
from safety.people import Role
from storage.enterprises import Entry

EACH = timedelta(seconds=17)  # to read one item
TAPS = timedelta(seconds=8)  # between the two taps
FIRST_YEAR = (350, 343, 337)  # days ago that those signed who took part in the trial; they expire soon
MOVED = (
    (Colour.BLUE, "后厨改做配餐加工，按工贸行业管理"),
    (Colour.WHITE, "一楼改成便民超市，按九小场所管理"),
)  # colours given by hand since


@dataclass(frozen=True, slots=True)
class Signing:
    """Who has signed already, and by whom colours were changed since."""

    diary: Diary
    staff: Staff
    town: Speaker

    def by_everybody(self, entries: Sequence[Entry], begin: datetime, chance: random.Random) -> None:
        """Their principals join and sign within some days."""
        for entry in entries:
            since = begin + timedelta(
                days=chance.randint(1, 20), hours=chance.randint(0, 8), minutes=chance.randint(0, 59)
            )
            self._signed(entry, min(since, self.diary.ago(2, "10:00")))

    def in_the_first_year(self, entries: Sequence[Entry]) -> None:
        """They signed almost a year ago."""
        for days, entry in zip(FIRST_YEAR, entries, strict=False):
            self._signed(entry, self.diary.ago(days, "09:30"))

    def moved_since(self, entries: Sequence[Entry]) -> None:
        """A supervisor has given them another colour: what they signed is no longer theirs."""
        for place, (entry, (colour, reason)) in enumerate(zip(entries, MOVED, strict=False)):
            when = self.diary.ago(1, f"11:{10 + place}")
            event = ColourChanged(entry.credit_code, colour, reason)
            self.diary.note(when, partial(self._move, event=event, when=when))

    def _move(self, connection: Connection, event: ColourChanged, when: datetime) -> None:
        act(connection, self.town, when, event)

    def _signed(self, entry: Entry, since: datetime) -> None:
        speaker = self.staff.hire(entry, Role.PRINCIPAL, since)
        begin = since + timedelta(minutes=6)
        self.diary.note(begin, partial(self._sign, entry=entry, speaker=speaker, begin=begin))

    def _sign(self, connection: Connection, entry: Entry, speaker: Speaker, begin: datetime) -> None:
        """Read every item, then sign with two taps."""
        notice = self.diary.catalogue.notices[entry.colour]
        text = self.diary.catalogue.commitments[entry.colour]
        moment = begin
        for document in (notice, text):
            for item in document.items:
                moment += EACH
                act(connection, speaker, moment, ItemRead(document.fingerprint, item.id))
        phone = entry.contacts[0].phone
        signed = CommitmentSigned(text.fingerprint, notice.fingerprint, phone, speaker.name, moment + EACH)
        act(connection, speaker, moment + EACH + TAPS, signed)
