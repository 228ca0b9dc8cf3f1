"""Requests for changes and the quarterly profile on both databases: what may be asked, who decides, what follows, two at once, outsiders."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert, select, update

from checklists.answers import JsonValue
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from checklists.reminders import Activity
from safety import credit_code
from safety.calendar import Calendar, today
from safety.errors import Refusal
from safety.events import FactStated
from safety.events_changes import ChangeAsked, ChangeDecided, ChangeWithdrawn, ProfileConfirmed
from safety.events_owed import ActivityChanged
from safety.notices import of
from safety.requests import FACT, Attribute, RequestState
from safety.seals import register
from storage import duties, owing
from storage.audience import AudienceOf
from storage.bringing import CHANGED
from storage.database import Database
from storage.receipts import fingerprint_over
from storage.sealing import documents
from storage.tables.classes import requests
from storage.tables.events import events
from storage.tables.ledger import duties as owed_forms
from storage.tables.ledger import enterprises
from storage.tables.obligations import obligations
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

EAST, WEST = "91370000000000001A", "91370000000000002B"
FREE = "91371400MA3C12345" + credit_code.check_character("91371400MA3C12345")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The content as it is shipped: its colours say what is reviewed."""
    return load_catalogue()


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def asks(connection: Connection, cast: Cast, what: str, after: JsonValue, who: Speaker = ALICE) -> str:
    cast.does(connection, who, ChangeAsked(what, after, "营业执照换了"))
    return cast.ledger(connection, who).requests().of(EAST)[0].number


def row(connection: Connection, cast: Cast) -> object:
    return connection.execute(select(enterprises).where(enterprises.c.id == cast.east)).one()


@pytest.mark.parametrize(
    ("what", "after", "column", "value"),
    [
        (Attribute.NAME, "东风大面馆", "name", "东风大面馆"),
        (Attribute.ADDRESS, "新河路 9 号", "address", "新河路 9 号"),
        (Attribute.CODE, f" {FREE.lower()} ", "credit_code", FREE),
        (Attribute.ACTIVITY, "stopped", "activity", Activity.STOPPED),
    ],
)
def test_it_stands_only_once_it_is_accepted(
    connection: Connection, cast: Cast, what: str, after: str, column: str, value: object
) -> None:
    number = asks(connection, cast, what, after)
    assert getattr(row(connection, cast), column) != value
    cast.does(connection, TANG, ChangeDecided(number, accepted=True))
    assert getattr(row(connection, cast), column) == value
    code = FREE if what == Attribute.CODE else EAST
    (one,) = cast.ledger(connection, ALICE).requests().of(code)
    assert (one.state, one.decided_by, one.after) == (RequestState.ACCEPTED, "唐静", value)
    assert one.before != one.after


def test_moved_to_another_town_it_is_watched_over_there(connection: Connection, cast: Cast) -> None:
    number = asks(connection, cast, Attribute.TOWN, "西镇")
    cast.does(connection, TANG, ChangeDecided(number, accepted=True))
    assert cast.ledger(connection, TANG).enterprises().card(EAST) is None
    assert cast.ledger(connection, WEI).enterprises().card(EAST) is not None


@pytest.mark.parametrize(
    ("what", "after"),
    [
        (Attribute.NAME, "东风面馆"),
        (Attribute.NAME, " "),
        (Attribute.CODE, "91371400MA3C123450"),
        (Attribute.CODE, "12345"),
        (Attribute.TOWN, "没有的镇"),
        (Attribute.ACTIVITY, "flying"),
        (Attribute.ACTIVITY, "producing"),
        (Attribute.NAME, 7),
        ("colour", "green"),
        ("fact:", True),
        ("fact:x'; drop", True),
        ("fact:hazchem", "yes"),
    ],
)
def test_what_cannot_be_is_refused_at_once(
    connection: Connection, cast: Cast, what: str, after: JsonValue
) -> None:
    with pytest.raises(Refusal):
        asks(connection, cast, what, after)
    assert cast.ledger(connection, TANG).requests().count_waiting() == 0


def test_a_code_of_another_enterprise_is_not_taken(connection: Connection, cast: Cast) -> None:
    first = FREE[:-1]
    number = asks(connection, cast, Attribute.CODE, FREE)
    cast.does(connection, CHARLIE, ChangeAsked(Attribute.CODE, FREE, "也想要"))
    cast.does(connection, TANG, ChangeDecided(number, accepted=True))
    west = cast.ledger(connection, CHARLIE).requests().of(WEST)[0].number
    with pytest.raises(Refusal):
        cast.does(connection, WEI, ChangeDecided(west, accepted=True))
    assert first


def test_one_request_of_a_kind_waits_and_may_be_taken_back(connection: Connection, cast: Cast) -> None:
    number = asks(connection, cast, Attribute.NAME, "东风大面馆")
    with pytest.raises(Refusal):
        asks(connection, cast, Attribute.NAME, "东风小面馆", BOB)
    with pytest.raises(Refusal):
        cast.does(connection, CHARLIE, ChangeWithdrawn(number))
    cast.does(connection, BOB, ChangeWithdrawn(number))
    with pytest.raises(Refusal):
        cast.does(connection, TANG, ChangeDecided(number, accepted=True))
    assert asks(connection, cast, Attribute.NAME, "东风小面馆", BOB) != number


def test_of_two_who_decide_the_second_is_told(connection: Connection, cast: Cast) -> None:
    number = asks(connection, cast, Attribute.NAME, "东风大面馆")
    with pytest.raises(Refusal):
        cast.does(connection, TANG, ChangeDecided(number, accepted=False))
    cast.does(connection, TANG, ChangeDecided(number, accepted=False, answer="执照没有变"))
    with pytest.raises(Refusal):
        cast.does(connection, DONG, ChangeDecided(number, accepted=True))
    (one,) = cast.ledger(connection, ALICE).requests().of(EAST)
    assert (one.state, one.answer) == (RequestState.REFUSED, "执照没有变")
    assert row(connection, cast).name == "东风面馆"  # type: ignore[attr-defined]  # a row


@pytest.mark.parametrize("who", [ALICE, BOB, CHARLIE, WEI, NOBODY])
def test_nobody_else_decides(connection: Connection, cast: Cast, who: Speaker) -> None:
    number = asks(connection, cast, Attribute.NAME, "东风大面馆")
    with pytest.raises(Refusal):
        cast.does(connection, who, ChangeDecided(number, accepted=True))
    assert row(connection, cast).name == "东风面馆"  # type: ignore[attr-defined]  # a row


@pytest.mark.parametrize("who", [CHARLIE, WEI, NOBODY])
def test_nobody_else_reads_it(connection: Connection, cast: Cast, who: Speaker) -> None:
    number = asks(connection, cast, Attribute.NAME, "东风大面馆")
    book = cast.ledger(connection, who).requests()
    assert book.one(number) is None
    assert not book.of(EAST)
    assert book.count_of(EAST) == 0
    assert not book.waiting()
    assert cast.ledger(connection, who).profiles().facts(EAST) == {}
    assert cast.ledger(connection, who).profiles().confirmed(EAST) is None


@pytest.mark.parametrize("who", [TANG, DONG, NOBODY])
def test_only_its_own_people_ask(connection: Connection, cast: Cast, who: Speaker) -> None:
    with pytest.raises(Refusal):
        cast.does(connection, who, ChangeAsked(Attribute.NAME, "好名字", "我想改"))


def test_a_fact_that_moves_the_colour_says_so_before_it_is_accepted(
    connection: Connection, cast: Cast
) -> None:
    number = asks(connection, cast, f"{FACT}hazchem", True)
    one = cast.ledger(connection, TANG).requests().one(number)
    assert one is not None
    assert one.colour == "orange"
    cast.does(connection, TANG, ChangeDecided(number, accepted=True))
    facts = cast.ledger(connection, ALICE).profiles().facts(EAST)
    assert facts["hazchem"].value is True


def test_who_decides_and_who_asked_hear_of_it(connection: Connection, cast: Cast) -> None:
    events = cast.does(connection, ALICE, ChangeAsked(Attribute.NAME, "东风大面馆", "换了执照"))
    audience = AudienceOf(connection, cast.actor(connection, ALICE), cast.catalogue, cast.now)
    import safety.notices_changes  # noqa: PLC0415, F401 - makes the letters known

    letters = [letter for event in events for letter in of(event, audience, cast.now)]
    assert [one.to for one in letters] == [cast.actor(connection, TANG).person]
    number = str(letters[0].args["number"])
    events = cast.does(connection, TANG, ChangeDecided(number, accepted=True))
    audience = AudienceOf(connection, cast.actor(connection, TANG), cast.catalogue, cast.now)
    letters = [letter for event in events for letter in of(event, audience, cast.now)]
    assert [one.to for one in letters] == [cast.actor(connection, ALICE).person]


def rules_owed(connection: Connection, cast: Cast) -> set[str]:
    owing.refresh(connection, cast.catalogue, Calendar(), cast.east, cast.now)
    found = select(obligations.c.rule).where(
        obligations.c.enterprise == cast.east, obligations.c.state == "open", obligations.c.newest == 1
    )
    return set(connection.execute(found).scalars())


def test_confirming_settles_the_quarter_and_renews_what_was_said(connection: Connection, cast: Cast) -> None:
    cast.does(connection, ALICE, FactStated("staff", 12, "test"))
    assert "R43" in rules_owed(connection, cast)
    cast.passes(days=100)
    assert cast.ledger(connection, ALICE).profiles().facts(EAST)["staff"].old
    cast.does(connection, ALICE, ProfileConfirmed({"staff": 12, "dust": False}))
    profile = cast.ledger(connection, TANG).profiles()
    assert not profile.facts(EAST)["staff"].old
    confirmed = profile.confirmed(EAST)
    assert confirmed is not None
    assert (confirmed.person, today(confirmed.at)) == ("李娜", today(cast.now))
    done = select(obligations.c.done_by).where(obligations.c.rule == "R43", obligations.c.state == "done")
    assert connection.execute(done).scalar_one() == cast.actor(connection, ALICE).person
    assert "R43" in rules_owed(connection, cast), "the next quarter"
    cast.passes(days=1)
    cast.does(connection, ALICE, FactStated("staff", 20, "test"))
    assert cast.ledger(connection, ALICE).profiles().facts(EAST)["staff"].value == 20


@pytest.mark.parametrize("who", [TANG, DONG, NOBODY])
def test_nobody_else_confirms(connection: Connection, cast: Cast, who: Speaker) -> None:
    with pytest.raises(Refusal):
        cast.does(connection, who, ProfileConfirmed({"staff": 12}))


def forms(connection: Connection, cast: Cast) -> set[str]:
    duties.refresh(connection, cast.catalogue, cast.now)
    found = select(owed_forms.c.checklist).where(owed_forms.c.enterprise == cast.east)
    return set(connection.execute(found).scalars())


def test_stopping_ends_duties_and_resuming_brings_them_back_with_the_first_lesson(
    connection: Connection, cast: Cast
) -> None:
    before = forms(connection, cast)
    assert before
    assert {"R37", "R43"} <= rules_owed(connection, cast)
    assert cast.ledger(connection, ALICE).duties(today(cast.now))
    cast.does(connection, TANG, ActivityChanged(EAST, Activity.STOPPED, "冬季停产"))
    assert not forms(connection, cast)
    assert not {"R37", "R43", "R39"} & rules_owed(connection, cast)
    assert not cast.ledger(connection, ALICE).duties(today(cast.now))
    cast.passes(days=60)
    number = asks(connection, cast, Attribute.ACTIVITY, "resumed")
    cast.does(connection, TANG, ChangeDecided(number, accepted=True))
    assert forms(connection, cast) == before
    assert {"R37", "R43", "R39"} <= rules_owed(connection, cast)
    lesson = select(obligations.c.due_at).where(obligations.c.rule == "R39", obligations.c.state == "open")
    assert connection.execute(lesson).scalar_one() <= cast.now + timedelta(days=4)
    assert cast.ledger(connection, ALICE).duties(today(cast.now))
    cast.does(connection, TANG, ActivityChanged(EAST, Activity.CLOSED, "注销"))
    assert not forms(connection, cast)
    assert not {"R37", "R43"} & rules_owed(connection, cast)


def test_what_was_decided_proves_itself_and_nothing_that_waits_does(
    connection: Connection, cast: Cast
) -> None:
    number = asks(connection, cast, Attribute.NAME.value, "新东风面馆")
    assert documents.document(connection, ChangeDecided.kind, number) is None
    cast.does(connection, TANG, ChangeDecided(number, accepted=True))
    body = connection.execute(select(events.c.body).where(events.c.kind == ChangeDecided.kind)).scalar_one()
    kept = documents.document(connection, ChangeDecided.kind, number)
    assert kept is not None
    assert register.receipt_of(ChangeDecided.kind, body) == number
    assert register.fingerprint_of(ChangeDecided.kind, body) == fingerprint_over(kept)
    changed = update(requests).where(requests.c.number == number).values(reason="别的理由")
    connection.execute(changed)
    tampered = documents.document(connection, ChangeDecided.kind, number)
    assert tampered is not None
    assert fingerprint_over(tampered) != register.fingerprint_of(ChangeDecided.kind, body)


@pytest.mark.parametrize(
    ("who", "seen"), [(TANG, 2), (DONG, 2), (ALICE, 2), (WEI, 0), (CHARLIE, 0), (NOBODY, 0)]
)
def test_what_lists_have_changed_is_read_by_who_sees_the_enterprise(
    connection: Connection, cast: Cast, who: Speaker, seen: int
) -> None:
    for place, name in enumerate(("东风面馆", "东风酒楼")):
        row = {
            "at": cast.now + timedelta(days=place), "kind": CHANGED, "subject": EAST, "enterprise": cast.east,
            "body": {"source": "x.xlsx", "changes": {"name": ["旧名", name], "broken": "x"}}, "ordinal": 0,
        }  # fmt: skip
        connection.execute(insert(events).values(row))
    found = cast.ledger(connection, who).requests().brought(EAST)
    assert len(found) == seen
    assert not found or found[0].changes == {"name": ("旧名", "东风酒楼")}
    if who not in (DONG, WEI, CHARLIE):
        assert cast.ledger(connection, who).requests().brought(WEST) == ()
