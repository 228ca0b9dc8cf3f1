"""Incidents on both databases: at once and on record, who hears, what outsiders cannot reach, near misses apart."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select, update
from sqlalchemy.exc import DBAPIError

from bot.turn import LETTERS
from safety import notices
from safety.errors import Refusal
from safety.events import Event
from safety.events_hazards import Picture
from safety.events_incidents import IncidentAdded, IncidentAnswered, IncidentReported
from safety.incidents import Harm, Status, toggled
from safety.letters import LetterKind
from storage.audience import AudienceOf
from storage.media import fail
from storage.tables.incidents import incidents
from storage.tables.media import media
from storage.tables.people import seats
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

assert LETTERS  # they make notices.of know every event
FIRST, NEAR = "SG-2026-000001", "WS-2026-000001"


@pytest.fixture
def connection(cast: Cast) -> Iterator[Connection]:
    with cast.database.writing() as connection:
        yield connection


def does(
    connection: Connection, cast: Cast, who: Speaker, *events: Event
) -> list[tuple[str, str, LetterKind]]:
    """Record events; who gets which letters, by account."""
    actor = cast.actor(connection, who)
    audience = AudienceOf(connection, actor, cast.catalogue, cast.now)
    names = {cast.actor(connection, one).person: one.name for one in (ALICE, BOB, CHARLIE, TANG, WEI, DONG)}
    letters = []
    for event in cast.does(connection, who, *events):
        letters += [(names[one.to], one.line, one.kind) for one in notices.of(event, audience, cast.now)]
    return letters


def test_an_empty_report_is_enough_and_everybody_hears_at_once(connection: Connection, cast: Cast) -> None:
    letters = does(connection, cast, ALICE, IncidentReported("fire"))
    assert {name for name, _line, _kind in letters} == {BOB.name, TANG.name, DONG.name}
    assert {(line, kind) for _name, line, kind in letters} == {("letter-incident", LetterKind.ALERT)}
    one = cast.ledger(connection, ALICE).incidents().last()
    assert one is not None
    assert (one.number, one.kind, one.harm, one.going, one.place, one.words) == (
        FIRST,
        "fire",
        (),
        "",
        "",
        "",
    )


def test_what_was_said_is_kept_and_cut(connection: Connection, cast: Cast) -> None:
    event = IncidentReported(
        "gas", "漏" * 2000, "灶" * 300, (Harm.TRAPPED, Harm.HURT), "maybe", pictures=(Picture("f", "u"),) * 2
    )
    does(connection, cast, ALICE, event)
    one = cast.ledger(connection, TANG).incidents().one(FIRST)
    assert one is not None
    assert (len(one.words), len(one.place), one.going) == (1000, 120, "")
    assert (one.harm, one.pending, one.phone) == ((Harm.HURT, Harm.TRAPPED), 1, ALICE.phone)
    assert cast.ledger(connection, BOB).incidents().one(FIRST).phone == ""  # type: ignore[union-attr]  # it is there


def test_more_goes_to_the_same_and_answers_go_back(connection: Connection, cast: Cast) -> None:
    does(connection, cast, ALICE, IncidentReported("fire"))
    more = does(connection, cast, BOB, IncidentAdded(FIRST, "火灭了", (Picture("f", "u"),)))
    assert {name for name, _line, _kind in more} == {ALICE.name, TANG.name, DONG.name}
    back = does(connection, cast, TANG, IncidentAnswered(FIRST, Status.COMING))
    assert {name for name, _line, _kind in back} == {ALICE.name, BOB.name}
    book = cast.ledger(connection, DONG).incidents()
    assert book.open() == 1
    does(connection, cast, DONG, IncidentAnswered(FIRST, Status.OVER, "现场移交"))
    assert (book.open(), [one.what for one in book.listed()[0].notes]) == (0, ["added", "coming", "over"])


def test_two_letters_of_one_moment_have_keys_of_their_own(connection: Connection, cast: Cast) -> None:
    does(connection, cast, ALICE, IncidentReported("fire"))
    actor = cast.actor(connection, BOB)
    audience = AudienceOf(connection, actor, cast.catalogue, cast.now)
    keys = []
    for words in ("一", "二"):
        for event in cast.does(connection, BOB, IncidentAdded(FIRST, words)):
            keys += [one.key for one in notices.of(event, audience, cast.now)]
    assert len(keys) == len(set(keys)) == 6


def test_a_near_miss_stays_in_the_enterprise(connection: Connection, cast: Cast) -> None:
    letters = does(connection, cast, ALICE, IncidentReported("fall", "扣件松了", near=True))
    assert {(name, line) for name, line, _kind in letters} == {(BOB.name, "letter-near-miss")}
    own, town = (cast.ledger(connection, who).incidents() for who in (BOB, TANG))
    assert (own.count(), own.count(near=True), own.listed(near=True)[0].number) == (0, 1, NEAR)
    assert (town.count(near=True), list(town.listed(near=True)), town.one(NEAR), town.open()) == (
        0,
        [],
        None,
        0,
    )
    with pytest.raises(Refusal):
        does(connection, cast, TANG, IncidentAnswered(NEAR, Status.SEEN))
    does(connection, cast, ALICE, IncidentReported("fall"))
    assert (own.count(), own.count(near=True)) == (1, 1)


def test_outsiders_reach_nothing(connection: Connection, cast: Cast) -> None:
    does(connection, cast, ALICE, IncidentReported("fire"))
    for who in (CHARLIE, NOBODY, TANG):
        with pytest.raises(Refusal):
            does(connection, cast, who, IncidentAdded(FIRST, "我也说一句"))
    for who in (WEI, ALICE, NOBODY):
        with pytest.raises(Refusal):
            does(connection, cast, who, IncidentAnswered(FIRST, Status.SEEN))
    for who in (TANG, NOBODY):
        with pytest.raises(Refusal):
            does(connection, cast, who, IncidentReported("fire"))
    for who in (CHARLIE, WEI, NOBODY):
        book = cast.ledger(connection, who).incidents()
        assert (book.one(FIRST), book.count(), book.open(), list(book.listed())) == (None, 0, 0, [])


def test_who_has_left_hears_no_more(connection: Connection, cast: Cast) -> None:
    does(connection, cast, ALICE, IncidentReported("fire"))
    bob = cast.actor(connection, BOB).person
    connection.execute(update(seats).where(seats.c.person == bob).values(until=cast.now))
    names = {name for name, _line, _kind in does(connection, cast, ALICE, IncidentAdded(FIRST, "还有"))}
    assert names == {TANG.name, DONG.name}


def test_a_report_is_never_changed(connection: Connection, cast: Cast) -> None:
    does(connection, cast, ALICE, IncidentReported("fire"))
    with pytest.raises(DBAPIError, match="append-only"):
        connection.execute(update(incidents).values(words="没着火"))
    connection.rollback()


def test_a_photo_that_cannot_be_kept_is_told_to_its_sender(connection: Connection, cast: Cast) -> None:
    does(connection, cast, ALICE, IncidentReported("fire", pictures=(Picture("f", "u"),)))
    photo = connection.execute(select(media.c.id)).scalar_one()
    event = fail(connection, photo, "gone", cast.now)
    assert event is not None
    assert does(connection, cast, ALICE, event) == [
        (ALICE.name, "letter-attachment-failed", LetterKind.ALERT)
    ]
    book = cast.ledger(connection, ALICE).incidents()
    assert book.one(FIRST).pending == 0  # type: ignore[union-attr]  # it is there
    does(connection, cast, ALICE, IncidentAdded(FIRST, "", (Picture("f2", "u"),)))
    assert cast.ledger(connection, ALICE).incidents().one(FIRST).pending == 1  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize(
    ("before", "tap", "after"),
    [
        ((), Harm.HURT, (Harm.HURT,)),
        ((Harm.HURT,), Harm.TRAPPED, (Harm.HURT, Harm.TRAPPED)),
        ((Harm.TRAPPED,), Harm.HURT, (Harm.HURT, Harm.TRAPPED)),
        ((Harm.HURT,), Harm.HURT, ()),
        ((Harm.HURT, Harm.MISSING), Harm.NOBODY, (Harm.NOBODY,)),
        ((Harm.NOBODY,), Harm.HURT, (Harm.HURT,)),
        ((Harm.UNKNOWN,), Harm.UNKNOWN, ()),
    ],
)
def test_nobody_and_unknown_stand_alone(before: tuple[Harm, ...], tap: Harm, after: tuple[Harm, ...]) -> None:
    assert toggled(before, tap) == after
