"""What is owed goes up the ladder: seen coming in the one message, told once each, stopped when done, moved by granted time."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import orjson
import pytest
from sqlalchemy import Connection, func, select

from bot import owed_rounds
from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.reminders import Recipient, Task
from safety.calendar import Calendar, local, today
from safety.errors import Refusal
from safety.events_ladder import ExtensionAsked, ExtensionDecided
from safety.ladder import Answer
from storage import obligations
from storage.database import Database
from storage.tables.ladder import extensions, rises
from storage.tables.obligations import obligations as table
from storage.tables.people import people
from storage.tables.post import due, outbox
from tests import cast as casting
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WALT, WEI, Cast, Speaker

CALENDAR = Calendar()
RULE = "R02"  # every 30 days, officer; to the principal three days after, to the town a week after


@pytest.fixture
def catalogue() -> Catalogue:
    """The shipped content with this one rule."""
    from checklists.load import load_catalogue  # noqa: PLC0415

    return load_catalogue()


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    rules = catalogue.rules
    only = rules.reminders.model_copy(
        update={"rules": tuple(rule for rule in rules.reminders.rules if rule.id in {RULE, "R07"})}
    )
    return casting.seat(database, replace(catalogue, rules=rules.model_copy(update={"reminders": only})))


def go(connection: Connection, cast: Cast, until: datetime) -> None:
    """Tick at each moment at which something is due."""
    house = House(cast.catalogue, TEXTS, RealClock(), 1, "test")
    while True:
        moment = connection.execute(select(func.min(due.c.due_at)).where(due.c.due_at <= until)).scalar()
        if moment is None:
            cast.now = until
            return
        cast.now = max(cast.now, moment)
        owed_rounds.work_out(connection, house, CALENDAR, cast.now)
        tick(connection, house, CALENDAR, cast.now)
        _leaves(connection)


def _leaves(connection: Connection) -> None:
    connection.execute(outbox.update().where(outbox.c.state == "waiting").values(state="sent"))


def begun(connection: Connection, cast: Cast) -> int:
    """The matter of the east enterprise, with the day it is due."""
    obligations.mark(connection, cast.east, cast.now)
    go(connection, cast, cast.now + timedelta(seconds=1))
    found = select(table.c.id).where(
        table.c.enterprise == cast.east, table.c.rule == RULE, table.c.state == "open"
    )
    return int(connection.execute(found).scalar_one())


def due_of(connection: Connection, number: int) -> date:
    return today(connection.execute(select(table.c.due_at).where(table.c.id == number)).scalar_one())


def said(connection: Connection, speaker: Speaker, words: str) -> list[tuple[str, str]]:
    """Days on which somebody read these words, with the letter."""
    mine = select(outbox.c.body, outbox.c.posted_at).where(outbox.c.chat == speaker.id).order_by(outbox.c.id)
    found = [(row.posted_at, orjson.loads(row.body).get("text", "")) for row in connection.execute(mine)]
    return [(local(at).date().isoformat(), text) for at, text in found if words in text]


def person(connection: Connection, speaker: Speaker) -> int:
    return int(connection.execute(select(people.c.id).where(people.c.account == speaker.id)).scalar_one())


def test_nobody_is_told_that_it_is_reported_to_themselves(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        bob = person(connection, BOB)
        connection.execute(table.update().where(table.c.id == number).values(holder=bob))
        go(connection, cast, cast.now + timedelta(days=60))
        assert said(connection, BOB, "单位综合隐患排查")
        assert not said(connection, BOB, "报给负责人")
        assert said(connection, BOB, "报给东镇")


def test_its_owner_sees_it_coming_and_everybody_above_hears_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        assert due_of(connection, number) == date(2026, 12, 23)
        go(connection, cast, cast.now + timedelta(days=60))
        coming = said(connection, ALICE, "⬆️")
        assert [(day, "报给负责人王强" in text) for day, text in coming] == [
            ("2026-12-25", True),  # the 26th is a Saturday, so it goes up on Monday
            ("2026-12-29", False),
        ]
        assert "12月28日 周一还没办好，就报给负责人" in coming[0][1]
        assert "24 小时内没办好，就报给东镇" in coming[1][1]
        assert all("要延期" in str(one) for one in _buttons(connection, ALICE, "⬆️"))
        assert [day for day, _ in said(connection, BOB, "已报给负责人")] == ["2026-12-28"]
        assert not said(connection, TANG, "单位综合隐患排查")
        told = connection.execute(select(rises.c.recipient, rises.c.told_at).where(rises.c.step >= 0)).all()
        assert {row.recipient for row in told if row.told_at} == {Recipient.PRINCIPAL, Recipient.TOWN}
        assert not any(said(connection, who, "⬆️") for who in (BOB, TANG, DONG, WEI))
        assert not said(connection, ALICE, "西风")
        assert not said(connection, CHARLIE, "东风")


def _buttons(connection: Connection, speaker: Speaker, words: str) -> list[object]:
    mine = select(outbox.c.body).where(outbox.c.chat == speaker.id)
    bodies = [orjson.loads(body) for body in connection.execute(mine).scalars()]
    return [body["reply_markup"] for body in bodies if words in body.get("text", "")]


def test_nobody_gets_more_than_one_message_a_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begun(connection, cast)
        go(connection, cast, cast.now + timedelta(days=60))
        mine = select(outbox.c.chat, outbox.c.key).where(outbox.c.key.like("owed:%"))
        keys = [(row.chat, row.key) for row in connection.execute(mine)]
        assert len(keys) == len(set(keys))


def test_it_stops_when_it_is_done(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        go(connection, cast, datetime.combine(date(2026, 12, 24), datetime.min.time(), cast.now.tzinfo))
        obligations.settle(connection, Task.RECORD, f"enterprise:{cast.east}", cast.now, None, rule=RULE)
        go(connection, cast, cast.now + timedelta(days=10))
        assert not said(connection, ALICE, "⬆️")
        assert not said(connection, BOB, "已报给负责人")
        assert connection.execute(select(due.c.id).where(due.c.key == f"ladder:{number}")).first() is None


def test_a_late_clock_tells_each_step_once(cast: Cast) -> None:
    """Nothing ticked for two months: what is past is told, not announced."""
    with cast.database.writing() as connection:
        begun(connection, cast)
        cast.passes(days=60)
        go(connection, cast, cast.now + timedelta(days=3))
        assert not said(connection, ALICE, "⬆️")
        assert len(said(connection, BOB, "已报给负责人")) == 1


def asks(connection: Connection, cast: Cast, number: int, until: date, who: Speaker = ALICE) -> int:
    cast.does(connection, who, ExtensionAsked(number, until, "等配件", Recipient.PRINCIPAL))
    return int(connection.execute(select(func.max(extensions.c.id))).scalar_one())


def test_granted_time_moves_the_ladder_and_reminds_of_the_new_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        go(
            connection,
            cast,
            datetime.combine(date(2026, 12, 25), datetime.min.time(), cast.now.tzinfo) + timedelta(hours=3),
        )
        assert len(said(connection, ALICE, "⬆️")) == 1
        request = asks(connection, cast, number, date(2027, 1, 8))
        cast.does(connection, BOB, ExtensionDecided(request, granted=True))
        go(connection, cast, cast.now + timedelta(days=40))
        assert due_of(connection, number) == date(2026, 12, 23)  # by its rule
        coming = [day for day, _ in said(connection, ALICE, "⬆️")]
        assert coming == ["2026-12-25", "2027-01-08", "2027-01-14"]
        assert [day for day, _ in said(connection, BOB, "已报给负责人")] == ["2027-01-11"]
        reminded = [day for day, text in said(connection, ALICE, "1月8日")]
        assert reminded  # before the new day


def test_a_refusal_changes_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        request = asks(connection, cast, number, date(2027, 1, 8))
        cast.does(connection, BOB, ExtensionDecided(request, granted=False))
        go(connection, cast, cast.now + timedelta(days=60))
        assert [day for day, _ in said(connection, BOB, "已报给负责人")] == ["2026-12-28"]


def test_only_the_rule_s_person_decides_and_only_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        request = asks(connection, cast, number, date(2027, 1, 8))
        with pytest.raises(Refusal, match="extension-waits"):
            asks(connection, cast, number, date(2027, 1, 9))
        for outsider in (ALICE, TANG, DONG):
            with pytest.raises(Refusal, match="not-allowed"):
                cast.does(connection, outsider, ExtensionDecided(request, granted=True))
        for outsider in (CHARLIE, WALT, WEI):
            with pytest.raises(Refusal, match="extension-gone"):
                cast.does(connection, outsider, ExtensionDecided(request, granted=True))
        cast.does(connection, BOB, ExtensionDecided(request, granted=True))
        with pytest.raises(Refusal, match="extension-gone"):
            cast.does(connection, BOB, ExtensionDecided(request, granted=False))
        assert connection.execute(select(extensions.c.answer)).scalar_one() is Answer.GRANTED


def test_nobody_decides_for_themselves(cast: Cast) -> None:
    """A principal's request goes to the town whatever the event says."""
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        request = asks(connection, cast, number, date(2027, 1, 8), BOB)
        with pytest.raises(Refusal, match="not-allowed"):
            cast.does(connection, BOB, ExtensionDecided(request, granted=True))
        with pytest.raises(Refusal, match="extension-gone"):
            cast.does(connection, WEI, ExtensionDecided(request, granted=True))
        assert cast.ledger(connection, TANG).exceptions().request(request) is not None
        assert cast.ledger(connection, WEI).exceptions().request(request) is None
        cast.does(connection, TANG, ExtensionDecided(request, granted=True))


@pytest.mark.parametrize("until", [date(2026, 11, 23), date(2026, 12, 23), date(2028, 1, 1)])
def test_other_days_cannot_be_asked_for(cast: Cast, until: date) -> None:
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        with pytest.raises(Refusal, match="extension-other-day"):
            asks(connection, cast, number, until)
        with pytest.raises(Refusal, match="owed-gone"):
            asks(connection, cast, number, date(2027, 1, 8), CHARLIE)


def test_supervisors_read_what_is_overdue_in_their_area_and_who_wants_time_first(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        obligations.mark(connection, cast.west, cast.now)
        go(connection, cast, cast.now + timedelta(days=35))
        east, west, whole, own = (cast.ledger(connection, who).exceptions() for who in (TANG, WEI, DONG, BOB))
        assert [(one.count(), len(one.listed())) for one in (east, west, whole, own)] == [
            (1, 1),
            (1, 1),
            (2, 2),
            (0, 0),
        ]
        card = east.one(number)
        assert card is not None
        assert (card.who, card.enterprise, card.request) == (ALICE.name, "东风面馆", None)
        assert west.one(number) is None
        request = asks(connection, cast, number, date(2027, 1, 20), BOB)
        first = cast.ledger(connection, TANG).exceptions().one(number)
        assert first is not None
        assert first.request is not None
        cast.does(connection, TANG, ExtensionDecided(request, granted=True))
        assert cast.ledger(connection, TANG).exceptions().count() == 0


def test_letters_go_to_who_decides_and_back(cast: Cast) -> None:
    from safety import notices, notices_ladder  # noqa: PLC0415
    from storage.audience import AudienceOf  # noqa: PLC0415

    assert notices_ladder
    with cast.database.writing() as connection:
        number = begun(connection, cast)
        event = ExtensionAsked(number, date(2027, 1, 8), "等配件", Recipient.PRINCIPAL)
        cast.does(connection, ALICE, event)
        audience = AudienceOf(connection, cast.actor(connection, ALICE), cast.catalogue, cast.now)
        (asked,) = notices.of(event, audience, cast.now)
        assert asked.to == person(connection, BOB)
        decided = ExtensionDecided(1, granted=True)
        cast.does(connection, BOB, decided)
        audience = AudienceOf(connection, cast.actor(connection, BOB), cast.catalogue, cast.now)
        (back,) = notices.of(decided, audience, cast.now)
        assert back.to == person(connection, ALICE)
