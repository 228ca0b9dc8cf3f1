"""Who cannot be reached: noted once, letters kept, somebody of the same enterprise instead, silences, what supervisors read."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, select

from safety.calendar import today
from safety.events import ConsentWithdrawn, InvitationRedeemed, SeatRevoked
from safety.people import Role
from storage import due, enterprises, joins, kept, outbox, people, reachability
from storage.enterprises import Listed
from storage.invitations import Place
from storage.outbox import Kind, Letter
from storage.people import REACH
from storage.tables.people import people as persons
from storage.tables.post import outbox as table
from storage.tables.silences import silences
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker, join


def number(connection: Connection, speaker: Speaker) -> int:
    row = select(persons.c.id).where(persons.c.account == speaker.id)
    return int(connection.execute(row).scalar_one())


def post(connection: Connection, cast: Cast, speaker: Speaker, key: str, kind: Kind = Kind.NOTICE) -> None:
    letter = Letter(
        speaker.id, kind, "sendMessage", '{"text":"x"}', person=number(connection, speaker), key=key
    )
    outbox.post(connection, letter, cast.now)


def lose(connection: Connection, cast: Cast, *speakers: Speaker) -> None:
    for speaker in speakers:
        assert reachability.lost(connection, speaker.id, cast.now)


def states(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(table.c.key, table.c.state).where(table.c.key.is_not(None)))
    return {row.key: row.state for row in rows}


def test_it_is_news_once_and_what_waits_is_kept(cast: Cast) -> None:
    with cast.database.writing() as connection:
        post(connection, cast, ALICE, "a")
        post(connection, cast, BOB, "b")
        lose(connection, cast, ALICE)
        assert not reachability.lost(connection, ALICE.id, cast.now)
        assert states(connection) == {"a": "kept", "b": "waiting"}
        assert outbox.claim(connection, "me", cast.now, 10)[0].chat == BOB.id
        alice = number(connection, ALICE)
        assert [row.subject for row in due.of_kind(connection, REACH, cast.now)] == [str(alice)]
        assert people.reader_of(connection, alice) is None
        away = reachability.away(connection, alice)
        assert away is not None
        assert (away.reader.chat, away.name, away.since) == (ALICE.id, ALICE.name, cast.now)


def test_whoever_writes_is_back(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        (row,) = due.of_kind(connection, REACH, cast.now)
        due.move(connection, row, None)
        cast.actor(connection, ALICE)
        assert reachability.away(connection, number(connection, ALICE)) is None
        assert len(due.of_kind(connection, REACH, cast.now)) == 1


def test_what_was_kept_lets_go_or_expires(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice = number(connection, ALICE)
        late = Letter(ALICE.id, Kind.NOTICE, "sendMessage", "{}", person=alice, key="late")
        outbox.post(connection, replace(late, expires_at=cast.now + timedelta(hours=1), kept=True), cast.now)
        outbox.post(connection, replace(late, key="good", kept=True), cast.now)
        outbox.post(connection, replace(late, key="file", method="sendDocument", kept=True), cast.now)
        cast.passes(hours=2)
        found = kept.of(connection, alice, cast.now)
        assert [(one.key, one.text) for one in found] == [("good", True), ("file", False)]
        kept.let_go(connection, found[:1], cast.now)
        kept.put_together(connection, found[1:])
        assert states(connection) == {"late": "expired", "good": "waiting", "file": "merged"}
        assert kept.of(connection, alice, cast.now) == []


def test_the_principal_stands_in_for_the_officer_and_the_other_way_round(cast: Cast) -> None:
    with cast.database.writing() as connection:
        alice, bob = number(connection, ALICE), number(connection, BOB)
        cast.list_phone(connection, cast.east, NOBODY)
        join(connection, cast, NOBODY, Place(Role.OFFICER, enterprise=cast.east))
        for lost, instead in ((ALICE, bob), (BOB, alice)):
            lose(connection, cast, lost)
            found = reachability.stand_in(connection, number(connection, lost))
            assert found is not None
            assert found.person == instead
            reachability.found(connection, lost.id, cast.now)
        lose(connection, cast, ALICE, BOB)
        third = reachability.stand_in(connection, alice)
        assert third is not None
        assert third.person == number(connection, NOBODY)


def test_nobody_stands_in_for_supervisors_or_from_another_enterprise(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, TANG, ALICE, BOB)
        assert reachability.stand_in(connection, number(connection, TANG)) is None
        assert reachability.stand_in(connection, number(connection, ALICE)) is None


def test_who_answers_for_two_enterprises_needs_somebody_of_both(cast: Cast) -> None:
    """A letter does not say which of them it is about: nobody may read of an enterprise that is not theirs."""
    with cast.database.writing() as connection:
        alice = number(connection, ALICE)
        second = replace(ALICE, phone=CHARLIE.phone)
        invitation = cast.invite(connection, Place(Role.OFFICER, enterprise=cast.west), "second")
        cast.does(connection, second, InvitationRedeemed(invitation, second.phone))
        lose(connection, cast, ALICE)
        assert reachability.stand_in(connection, alice) is None


def test_an_enterprise_is_silent_while_nobody_can_be_reached(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        assert not reachability.reckon(connection, cast.east, cast.now)
        lose(connection, cast, BOB)
        assert reachability.reckon(connection, cast.east, cast.now)
        assert not reachability.reckon(connection, cast.east, cast.now)
        (one,) = reachability.untold(connection, cast.east_town)
        assert one.enterprise == "东风面馆"
        assert reachability.untold(connection, cast.west_town) == []
        reachability.told(connection, [one], cast.now)
        assert reachability.untold(connection, cast.east_town) == []
        assert reachability.last_told(connection, cast.east_town) == cast.now
        cast.list_phone(connection, cast.east, NOBODY)
        join(connection, cast, NOBODY, Place(Role.OFFICER, enterprise=cast.east))
        assert connection.execute(select(silences.c.until)).scalar_one() == cast.now


def test_who_takes_consent_back_or_loses_the_seat_is_not_counted_on(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        cast.does(connection, BOB, ConsentWithdrawn())
        assert cast.ledger(connection, TANG).reach().silent() == 1
        lose(connection, cast, CHARLIE)
        request = reachability.answers_for(connection, number(connection, WALT))
        assert request
        cast.does(connection, WEI, SeatRevoked(_join_of(connection, WALT)))
        assert cast.ledger(connection, WEI).reach().silent() == 1


def _join_of(connection: Connection, speaker: Speaker) -> int:
    found = joins.newest_of(connection, number(connection, speaker))
    assert found is not None
    return found


def test_the_town_hears_or_the_district_when_nobody_of_the_town_can(cast: Cast) -> None:
    with cast.database.writing() as connection:
        tang, dong = number(connection, TANG), number(connection, DONG)
        assert reachability.watching(connection, cast.east_town) == [tang]
        lose(connection, cast, TANG)
        assert reachability.watching(connection, cast.east_town) == [dong]
        lose(connection, cast, DONG)
        assert reachability.watching(connection, cast.east_town) == ()


def test_supervisors_read_of_their_own_area_others_of_none(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE, BOB, CHARLIE)
        reachability.reckon(connection, cast.east, cast.now)
        east, west, whole, own = (cast.ledger(connection, who).reach() for who in (TANG, WEI, DONG, WALT))
        assert [one.count() for one in (east, west, whole, own)] == [1, 1, 2, 0]
        assert [one.silent() for one in (east, west, whole, own)] == [1, 0, 1, 0]
        assert [(one.name, one.reached, one.all) for one in whole.reached()] == [
            ("东镇", 0, 1),
            ("西镇", 1, 1),
        ]
        assert [one.enterprise for one in whole.listed()] == ["东风面馆", "西风面馆"]
        assert [one.nobody for one in whole.listed()] == [True, False]
        assert whole.listed(offset=1)[0].enterprise == "西风面馆"
        assert (own.listed(), own.reached(), own.one("91370000000000002B")) == ((), (), None)
        assert west.one("91370000000000001A") is None
        card = east.one("91370000000000001A")
        assert card is not None
        assert [(one.person, one.phone) for one in card.absent] == [
            (ALICE.name, ALICE.phone),
            (BOB.name, BOB.phone),
        ]
        assert (card.reachable, card.calls) == ([], [])
        other = west.one("91370000000000002B")
        assert other is not None
        assert (other.reachable, other.nobody) == ([WALT.name], False)


def test_a_phone_is_masked_for_who_may_not_admit_people_and_contacts_of_the_list_are_named(
    cast: Cast,
) -> None:
    with cast.database.writing() as connection:
        clerk = replace(NOBODY, id=9100, phone="13800009100")
        enterprises.list_supervisor(connection, cast.east_town, Listed(clerk.name, clerk.phone))
        join(connection, cast, clerk, Place(Role.DEPARTMENT, area=cast.east_town))
        cast.list_phone(connection, cast.east, replace(NOBODY, name="门卫"))
        lose(connection, cast, ALICE)
        seen = cast.ledger(connection, clerk).reach().one("91370000000000001A")
        assert seen is not None
        assert [one.phone for one in seen.absent] == ["138****1001"]
        assert [(one.person, one.phone) for one in seen.calls] == [("门卫", "138****9001")]


def test_the_digest_names_silent_enterprises_of_the_own_area(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE, BOB)
        reachability.reckon(connection, cast.east, cast.now)
        cast.passes(days=2)
        east = cast.ledger(connection, TANG).area(today(cast.now))
        west = cast.ledger(connection, WEI).area(today(cast.now))
        assert [(one.kind, one.days, one.code) for one in east.exceptions if one.kind == "silent"] == [
            ("silent", 2, "91370000000000001A")
        ]
        assert (east.away, west.away) == (1, 0)
        assert not [one for one in west.exceptions if one.kind == "silent"]
