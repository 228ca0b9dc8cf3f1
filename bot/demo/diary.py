"""What people of the demo did and when, lived through in order of time: events as everybody's, recorded by the same rules."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from bot.routers import Speaker
from checklists.catalogue import Catalogue
from safety.calendar import at, today
from safety.events import ConsentGiven, Event, InvitationRedeemed
from safety.people import Actor, Role
from storage import enterprises, invitations, people
from storage.enterprises import Entry
from storage.invitations import Place
from storage.record import record

Deed = Callable[[Connection], None]
JUST_NOW = timedelta(minutes=3)
FIRST: Mapping[Role, int] = {
    Role.OFFICER: 799_000_000,
    Role.PRINCIPAL: 799_100_000,
}  # accounts nobody holds a phone of


class Diary:
    """Deeds with their moments. Nothing happens before `live`, and nothing lies in the future."""

    def __init__(self, catalogue: Catalogue, now: datetime) -> None:
        self.catalogue = catalogue
        self.now = now
        self._deeds: list[tuple[datetime, Deed]] = []

    @property
    def today(self) -> date:
        return today(self.now)

    def ago(self, days: int, clock: str) -> datetime:
        """A moment so many days before today, by the local clock (08:30), but never later than a moment ago."""
        return min(at(self.today - timedelta(days=days), time.fromisoformat(clock)), self.now - JUST_NOW)

    def note(self, moment: datetime, deed: Deed) -> None:
        """Something that is done at a moment; of two at the same moment, the one noted first."""
        self._deeds.append((moment, deed))

    def live(self, connection: Connection) -> None:
        """Do everything, oldest first."""
        for _moment, deed in sorted(self._deeds, key=lambda noted: noted[0]):
            deed(connection)


def act(connection: Connection, speaker: Speaker, moment: datetime, *events: Event) -> Actor:
    """Somebody does something, from the seat they have."""
    actor = people.meet(connection, speaker, speaker.id, moment)
    record(connection, actor, events, moment, None)
    return actor


def join(
    connection: Connection, catalogue: Catalogue, speaker: Speaker, place: Place, phone: str, moment: datetime
) -> None:
    """Consent and take a seat by an invitation of one's own."""
    invitation = invitations.invite(connection, invitations.new_code(), place, moment)
    act(
        connection,
        speaker,
        moment,
        ConsentGiven(catalogue.privacy.version),
        InvitationRedeemed(invitation, phone),
    )


class Staff:
    """The officers and principals of the district who have joined, but for those on the demo's phones."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._speakers: dict[tuple[str, Role], Speaker] = {}
        self.accounts: list[int] = []

    def seat(self, entry: Entry, role: Role, speaker: Speaker) -> None:
        """Somebody on the demo's phones, who joins by themselves."""
        self._speakers[entry.credit_code, role] = speaker

    def hired(self, entry: Entry, role: Role) -> bool:
        return (entry.credit_code, role) in self._speakers

    def speaker(self, entry: Entry, role: Role) -> Speaker:
        return self._speakers[entry.credit_code, role]

    def hire(self, entry: Entry, role: Role, since: datetime) -> Speaker:
        """Let the officer, or the principal, of an enterprise join, once."""
        if self.hired(entry, role):
            return self.speaker(entry, role)
        contact = entry.contacts[0 if role is Role.PRINCIPAL else -1]
        speaker = Speaker(FIRST[role] + len(self._speakers) + 1, contact.name, None, "zh-hans")
        self._speakers[entry.credit_code, role] = speaker
        self.accounts.append(speaker.id)

        def arrive(connection: Connection) -> None:
            place = Place(role, enterprise=enterprises.by_code(connection, entry.credit_code))
            join(connection, self._diary.catalogue, speaker, place, contact.phone, since)

        self._diary.note(since, arrive)
        return speaker
