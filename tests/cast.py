"""The people tests speak about: two mirrored enterprises in two towns, their supervisors, and the district.

East  Alice (officer), Bob (principal), enterprise 东风面馆; Tang watches over the town
West  Charlie (officer), Walt (principal), enterprise 西风面馆; Wei watches over the town
both  Dong, of the district; Nobody has met the bot and joined nothing
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert

from checklists.answers import JsonValue
from checklists.catalogue import Catalogue
from checklists.period import due_of, period_of
from safety.calendar import today
from safety.checks import CheckKey
from safety.enterprises import Colour
from safety.events import CheckBegun, ConsentGiven, Event, InvitationRedeemed
from safety.people import Actor, Role
from storage import content, enterprises, invitations, people
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from storage.ledger import LedgerOf
from storage.places import TOWN, area_id
from storage.record import record
from storage.tables.ledger import contacts
from storage.tips.vault import Vault

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # a Monday, 09:00 in China


@dataclass(frozen=True)
class Speaker:
    """A person as the platform describes them, with the phone number on their contact card."""

    id: int
    name: str
    phone: str
    username: str | None = None
    language: str | None = "zh-hans"


ALICE = Speaker(1001, "李娜", "13800001001", "alice")
BOB = Speaker(1002, "王强", "13800001002", "bob")
CHARLIE = Speaker(1003, "赵敏", "13800001003", "charlie")
WALT = Speaker(1004, "钱伟", "13800001004", "walt")
TANG = Speaker(2001, "唐静", "13800002001")
WEI = Speaker(2002, "魏然", "13800002002")
DONG = Speaker(3001, "董华", "13800003001")
NOBODY = Speaker(9001, "路人", "13800009001")


@dataclass
class Cast:
    """The people, seated, on a database of their own. `facts` were stated for both enterprises."""

    database: Database
    catalogue: Catalogue
    now: datetime = START
    east: int = 0
    west: int = 0
    east_town: int = 0
    west_town: int = 0
    vault: Vault = field(default_factory=lambda: Vault([b"k" * 32]))

    def actor(self, connection: Connection, speaker: Speaker) -> Actor:
        """The person as an actor; somebody new is met first."""
        return people.meet(connection, speaker, speaker.id, self.now)

    def ledger(self, connection: Connection, speaker: Speaker) -> LedgerOf:
        return LedgerOf(connection, self.actor(connection, speaker), self.catalogue, self.now, self.vault)

    def does(
        self, connection: Connection, speaker: Speaker, *events: Event, key: str | None = None
    ) -> list[Event]:
        """Record events of a person; a Refusal travels, as in a turn."""
        actor = self.actor(connection, speaker)
        return record(connection, actor, events, self.now, key, self.vault, catalogue=self.catalogue)

    def passes(self, **span: float) -> None:
        """Let time go by."""
        self.now += timedelta(**span)

    def key(self, checklist: str) -> CheckKey:
        """The check of this form in the current period."""
        return CheckKey(
            checklist, period_of(self.catalogue.checklists[checklist].cycle_days, today(self.now))
        )

    def begun(self, checklist: str) -> CheckBegun:
        """The event that begins this form now."""
        key, form = self.key(checklist), self.catalogue.checklists[checklist]
        return CheckBegun(key, form.fingerprint, due_of(key.period))

    def list_phone(self, connection: Connection, enterprise: int, speaker: Speaker) -> None:
        """Put a person's phone on the list of an enterprise."""
        row = {"enterprise": enterprise, "name": speaker.name, "phone": speaker.phone}
        connection.execute(insert(contacts), row)

    def invite(self, connection: Connection, place: Place, code: str) -> int:
        """An invitation with a code of your own choice; its number."""
        return invitations.invite(connection, code, place, self.now)


def seat(
    database: Database,
    catalogue: Catalogue,
    *,
    colour: Colour = Colour.WHITE,
    facts: Mapping[str, JsonValue] | None = None,
) -> Cast:
    """Publish the content, enter both enterprises, and let everybody but Nobody join."""
    cast = Cast(database, catalogue)
    with database.writing() as connection:
        enter(connection, cast, colour, facts or {})
        content.publish(connection, catalogue, cast.now)
        for speaker, place in places(cast):
            join(connection, cast, speaker, place)
    return cast


def enter(connection: Connection, cast: Cast, colour: Colour, facts: Mapping[str, JsonValue]) -> None:
    """The district, its two towns and one enterprise in each."""
    enterprises.name_district(connection, "天衢新区")
    both = (
        Entry("91370000000000001A", "东风面馆", colour, "东镇", facts=facts, contacts=listed(BOB, ALICE)),
        Entry("91370000000000002B", "西风面馆", colour, "西镇", facts=facts, contacts=listed(WALT, CHARLIE)),
    )
    enterprises.save(connection, both, cast.now, "test")
    cast.east, cast.west = (enterprises.by_code(connection, entry.credit_code) or 0 for entry in both)
    cast.east_town, cast.west_town = (area_id(connection, TOWN, entry.town) for entry in both)
    for area, speaker in ((cast.east_town, TANG), (cast.west_town, WEI), (None, DONG)):
        enterprises.list_supervisor(connection, area, Listed(speaker.name, speaker.phone))


def listed(principal: Speaker, officer: Speaker) -> Sequence[Listed]:
    return (
        Listed(principal.name, principal.phone, Role.PRINCIPAL),
        Listed(officer.name, officer.phone, Role.OFFICER),
    )


def places(cast: Cast) -> Sequence[tuple[Speaker, Place]]:
    """Who sits where."""
    return (
        (ALICE, Place(Role.OFFICER, enterprise=cast.east)),
        (BOB, Place(Role.PRINCIPAL, enterprise=cast.east)),
        (CHARLIE, Place(Role.OFFICER, enterprise=cast.west)),
        (WALT, Place(Role.PRINCIPAL, enterprise=cast.west)),
        (TANG, Place(Role.TOWN, area=cast.east_town)),
        (WEI, Place(Role.TOWN, area=cast.west_town)),
        (DONG, Place(Role.DISTRICT)),
    )


def join(connection: Connection, cast: Cast, speaker: Speaker, place: Place) -> None:
    """Consent and take the seat by an invitation of one's own."""
    invitation = cast.invite(connection, place, f"code-{speaker.id}")
    version = cast.catalogue.privacy.version
    cast.does(connection, speaker, ConsentGiven(version), InvitationRedeemed(invitation, speaker.phone))
