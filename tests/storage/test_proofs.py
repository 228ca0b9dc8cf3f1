"""What goes with a hazard's photos, on both databases: old photos with the record they came with, places, words; and who may know."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection, select, update

from checklists.quality import Photos, Quality
from checklists.schema import Severity
from safety.errors import Refusal
from safety.events_evidence import HazardPlaceSent, HazardWordLooked
from safety.events_hazards import HazardMoved, HazardPhotoSent, HazardReported, Picture
from safety.evidence import Kin, Proof
from safety.hazards import HazardAction as A
from safety.likeness import Nearness, Print
from storage import facts, kin, likeness, media
from storage.media import Copy
from storage.tables.events import events
from storage.tables.ledger import hazards
from storage.tables.media import media as table
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WALT, WEI, Cast, Speaker
from tests.storage.test_likeness import whole

DUE = date(2026, 11, 30)
NUMBER, THEIRS = "YH-2026-000001", "YH-2026-000002"
NEAR = Nearness()


def report(connection: Connection, cast: Cast, who: Speaker, photo: str, *, major: bool = False) -> None:
    severity = Severity.MAJOR if major else Severity.GENERAL
    cast.does(
        connection,
        who,
        HazardReported(
            "漏气",
            "后厨",
            "gas",
            severity,
            DUE,
            suspected_major=major,
            pictures=(Picture(f"f-{photo}", photo),),
        ),
    )


def fetched(connection: Connection, cast: Cast, prints: list[Print], sha256: str = "s") -> int:
    """Our copy of the one photo that waits is safe; its row."""
    (pending,) = media.claim(connection, cast.now)
    media.keep(connection, pending.id, Copy("p", sha256, 1, 1, 1, plain=not prints), cast.now)
    likeness.enter(connection, pending.id, prints, NEAR)
    return pending.id


def planned(connection: Connection, cast: Cast) -> None:
    own = cast.actor(connection, ALICE).person
    if cast.ledger(connection, TANG).hazard(NUMBER).case.major:  # type: ignore[union-attr]  # it is there
        cast.does(connection, TANG, HazardMoved(NUMBER, A.CONFIRM_MAJOR))
    plan = HazardMoved(NUMBER, A.PLAN, owner=own, day=DUE, measures="换软管", money=1, contingency="关阀看守")
    cast.does(connection, ALICE, plan)


def proofs(connection: Connection, cast: Cast, who: Speaker, number: str = NUMBER) -> list[Proof]:
    return list(cast.ledger(connection, who).proofs().of(number))


def test_an_old_photo_is_named_with_its_record_to_who_may_see_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        fetched(connection, cast, whole(1), "one")
        cast.passes(days=3)
        report(connection, cast, CHARLIE, "b")
        fetched(connection, cast, whole(1), "two")
        day = date(2026, 11, 23)
        for who, number, name in ((WEI, "", ""), (CHARLIE, "", ""), (DONG, NUMBER, "东风面馆")):
            (found,) = proofs(connection, cast, who, THEIRS)
            assert found.kin == (Kin(number, name, day),), who.name
        assert proofs(connection, cast, TANG, THEIRS) == [], "another town"
        assert proofs(connection, cast, ALICE, THEIRS) == []
        (first,) = proofs(connection, cast, TANG)
        assert first.kin == (), "the earlier one is not old"


def test_a_photo_after_that_is_the_one_before(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        fetched(connection, cast, whole(1), "one")
        planned(connection, cast)
        cast.does(connection, ALICE, HazardPhotoSent(NUMBER, Picture("f-b", "b"), "a"))
        after = fetched(connection, cast, whole(1), "two")
        assert kin.itself(connection, after) == kin.Itself(NUMBER, cast.actor(connection, ALICE).person)
        assert kin.copied(connection, after, "one")
        assert not kin.copied(connection, after, "two")
        before, later = proofs(connection, cast, BOB)
        assert before.kin == ()
        assert [(one.before, one.exact, one.number) for one in later.kin] == [(True, False, NUMBER)]
        assert kin.itself(connection, after - 1) is None, "the photo before answers nothing"


def test_the_same_bytes_are_known_even_where_nothing_can_be_seen(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        fetched(connection, cast, [], "black")
        report(connection, cast, CHARLIE, "b")
        fetched(connection, cast, [], "black")
        (found,) = proofs(connection, cast, DONG, THEIRS)
        assert found.blank
        assert [one.exact for one in found.kin] == [True]


def test_photos_of_one_visit_are_no_news_but_those_given_back_are(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        fetched(connection, cast, whole(9), "z")
        planned(connection, cast)
        for name in ("b", "c"):
            cast.does(connection, ALICE, HazardPhotoSent(NUMBER, Picture(f"f-{name}", name), "a"))
            fetched(connection, cast, whole(1), name)
            cast.passes(minutes=1)
        assert [one.kin for one in proofs(connection, cast, TANG)] == [(), (), ()]
        cast.does(connection, ALICE, HazardMoved(NUMBER, A.SEND_EVIDENCE))
        cast.does(connection, TANG, HazardMoved(NUMBER, A.RETURN, "unclear"))
        cast.passes(days=1)
        cast.does(connection, ALICE, HazardPhotoSent(NUMBER, Picture("f-d", "d"), "a"))
        fetched(connection, cast, whole(1), "d")
        last = proofs(connection, cast, TANG)[-1]
        assert {one.number for one in last.kin} == {NUMBER}


def test_ones_own_photo_of_the_same_hours_may_be_reported(cast: Cast) -> None:
    rules = cast.catalogue.rules.model_copy(update={"quality": Quality(photos=Photos(allowed_hours=24))})
    cast.catalogue = replace(cast.catalogue, rules=rules)
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        fetched(connection, cast, whole(1), "one")
        report(connection, cast, BOB, "b")
        fetched(connection, cast, whole(1), "two")
        assert proofs(connection, cast, TANG, THEIRS)[0].kin == ()
        cast.passes(hours=25)
        report(connection, cast, BOB, "c")
        fetched(connection, cast, whole(1), "three")
        assert proofs(connection, cast, TANG, "YH-2026-000003")[0].kin[0].own


def test_a_place_goes_with_the_photos_of_its_sender_in_these_minutes(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        fetched(connection, cast, whole(1))
        planned(connection, cast)
        facts.state(
            connection,
            [facts.Statement(cast.east, "latitude", "37.45", "t"), facts.Statement(cast.east, "longitude", "116.3", "t")],
            cast.now,
        )  # fmt: skip
        assert cast.ledger(connection, ALICE).proofs().place(NUMBER) is None
        cast.does(connection, ALICE, HazardPlaceSent(NUMBER, 37.451, 116.3, 8, live=True))
        assert cast.ledger(connection, ALICE).proofs().place(NUMBER) == cast.now
        assert cast.ledger(connection, BOB).proofs().place(NUMBER) is None
        cast.passes(minutes=4)
        for who, name in ((ALICE, "b"), (BOB, "c")):
            cast.does(connection, who, HazardPhotoSent(NUMBER, Picture(f"f-{name}", name), "a"))
            fetched(connection, cast, whole(2))
        cast.passes(minutes=20)
        cast.does(connection, ALICE, HazardPhotoSent(NUMBER, Picture("f-d", "d"), "a"))
        fetched(connection, cast, whole(3))
        before, *later = (one.spot for one in proofs(connection, cast, TANG))
        assert before is None
        assert [one and (one.minutes, one.metres, one.near, one.live) for one in later] == [
            (4, 111, True, True),
            None,
            None,
        ]


@pytest.mark.parametrize(
    ("who", "lat", "why"),
    [(TANG, 37, "hazard-not-yours"), (CHARLIE, 37, "hazard-gone"), (ALICE, 91, "hazard-not-now")],
)
def test_who_cannot_send_a_place(cast: Cast, who: Speaker, lat: float, why: str) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        with pytest.raises(Refusal, match=why):
            cast.does(connection, who, HazardPlaceSent(NUMBER, lat, 116.3))


@pytest.fixture
def waiting(cast: Cast) -> Cast:
    """A major one whose photo with its word waits for a look."""
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a", major=True)
        fetched(connection, cast, whole(1))
        planned(connection, cast)
        cast.does(connection, ALICE, HazardPhotoSent(NUMBER, Picture("f-b", "b"), "a", word="雨伞"))
        fetched(connection, cast, whole(2))
        cast.does(connection, ALICE, HazardMoved(NUMBER, A.SEND_EVIDENCE))
    return cast


def test_the_word_stands_with_the_photo_and_who_looked_in_the_timeline(waiting: Cast) -> None:
    with waiting.database.writing() as connection:
        assert [(one.word and one.word.zh, one.seen) for one in proofs(connection, waiting, TANG)] == [
            (None, None),
            ("雨伞", None),
        ]
        waiting.does(connection, TANG, HazardWordLooked(NUMBER, "b", seen=True))
        assert proofs(connection, waiting, TANG)[-1].seen is True
        waiting.does(connection, DONG, HazardWordLooked(NUMBER, "b", seen=False))
        assert proofs(connection, waiting, ALICE)[-1].seen is False
        last = waiting.ledger(connection, TANG).moves(NUMBER)[-2:]
        assert [(one.action, one.person, one.body["text"]) for one in last] == [
            ("word_seen", TANG.name, "雨伞"),
            ("word_missed", DONG.name, "雨伞"),
        ]


@pytest.mark.parametrize(
    ("who", "photo", "why"),
    [
        (BOB, "b", "hazard-not-yours"),
        (WEI, "b", "hazard-gone"),
        (WALT, "b", "hazard-gone"),
        (TANG, "a", "hazard-not-now"),
        (TANG, "nowhere", "hazard-not-now"),
    ],
)
def test_who_cannot_say_that_the_word_is_there(waiting: Cast, who: Speaker, photo: str, why: str) -> None:
    with waiting.database.writing() as connection, pytest.raises(Refusal, match=why):
        waiting.does(connection, who, HazardWordLooked(NUMBER, photo, seen=True))


def test_each_major_hazard_has_its_own_salt_from_its_confirmation_on(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a", major=True)
        report(connection, cast, CHARLIE, "b", major=True)
        salts = select(hazards.c.salt).order_by(hazards.c.id)
        assert connection.execute(salts).scalars().all() == [None, None]
        cast.does(connection, TANG, HazardMoved(NUMBER, A.CONFIRM_MAJOR))
        cast.does(connection, WEI, HazardMoved(THEIRS, A.CONFIRM_MAJOR))
        one, other = connection.execute(salts).scalars().all()
        assert len(one or "") == len(other or "") == 32
        assert one != other
        kept = str(connection.execute(select(events.c.body)).all())
        assert one not in kept, "nobody reads it out of the record"
        assert cast.ledger(connection, ALICE).proofs().word(NUMBER) is None, "this content has no words"


def test_a_photo_that_was_taken_off_tells_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        old = fetched(connection, cast, whole(1), "one")
        cast.passes(days=2)
        report(connection, cast, CHARLIE, "b")
        fetched(connection, cast, whole(1), "two")
        connection.execute(update(table).where(table.c.id == old).values(state="moved"))
        assert proofs(connection, cast, DONG, THEIRS)[0].kin == ()


def test_nobody_without_a_seat(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, ALICE, "a")
        stranger = Speaker(9901, "路人", "13900000000")
        assert proofs(connection, cast, stranger) == []
        assert cast.ledger(connection, stranger).proofs().word(NUMBER) is None
        assert cast.ledger(connection, stranger).proofs().place(NUMBER) is None
