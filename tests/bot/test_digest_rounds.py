"""The digest on its morning: one letter a reader, the longer span merged, only what is news, at the reader's hour, figures counted at night."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import orjson
import pytest
from sqlalchemy import Connection, insert, select

from bot import digest_rounds
from bot.rounds import some_digests, tick
from bot.turn import House
from checklists.schema import Severity
from dialogs.texts import Texts
from safety.calendar import Calendar, at
from safety.digests import Span, ended
from safety.events import SeatRevoked
from safety.events_digests import DigestWished, EnterpriseChased
from safety.hazard_ledger import HazardState
from safety.people import Role
from storage import due
from storage.tables.digests import digest_figures, digest_told
from storage.tables.ledger import hazards
from storage.tables.people import joins
from storage.tables.post import outbox
from tests.cast import ALICE, BOB, DONG, TANG, WEI, Cast, Speaker

CALENDAR = Calendar()
TEXTS = Texts.load(strict=True)
HALF_PAST = time(8, 30)


class Mornings:
    """Moves the clock, ticks, and reads what was posted."""

    def __init__(self, cast: Cast, connection: Connection) -> None:
        self.cast, self.connection = cast, connection
        clock = type("Clock", (), {"now": lambda _self: cast.now})()
        self.house = House(cast.catalogue, TEXTS, clock, 1, "test")
        digest_rounds.plan(connection, cast.now, CALENDAR)

    def at(self, day: date, clock: time = HALF_PAST) -> None:
        self.cast.now = at(day, clock)
        while some_digests(self.connection, self.house, CALENDAR, self.cast.now):
            pass

    def letters(self, speaker: Speaker) -> list[Any]:
        person = self.cast.actor(self.connection, speaker).person
        found = select(outbox).where(outbox.c.key.startswith("digest:"), outbox.c.person == person)
        return list(self.connection.execute(found.order_by(outbox.c.id)))

    def text(self, speaker: Speaker) -> str:
        return str(orjson.loads(self.letters(speaker)[-1].body)["text"])

    def found(self, number: int, day: date, **more: Any) -> None:
        moment = at(day, time(10))
        usual = {
            "number": f"YH-2026-{number:06d}", "enterprise": self.cast.east, "severity": Severity.GENERAL,
            "suspected_major": False, "state": HazardState.REPORTED, "due": day + timedelta(days=1),
            "found_at": moment, "reported_at": moment, "found_by": self.cast.actor(self.connection, ALICE).person,
        }  # fmt: skip
        self.connection.execute(insert(hazards), usual | more)


@pytest.fixture
def mornings(cast: Cast) -> Any:
    with cast.database.writing() as connection:
        yield Mornings(cast, connection)


TUESDAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 30)


def test_a_digest_comes_on_working_mornings_and_once(mornings: Mornings) -> None:
    mornings.at(TUESDAY)
    mornings.at(TUESDAY, time(8, 31))
    assert [len(mornings.letters(one)) for one in (TANG, WEI, DONG, ALICE)] == [1, 1, 1, 0]
    mornings.at(date(2026, 11, 28))  # the whole week at once, on a Saturday, late
    mornings.at(date(2026, 11, 29))
    assert len(mornings.letters(TANG)) == 2
    assert mornings.letters(TANG)[-1].not_before <= mornings.cast.now


def test_the_mondays_digest_is_the_weekly_one_and_the_only_one(mornings: Mornings) -> None:
    mornings.found(1, date(2026, 11, 25))
    mornings.found(2, date(2026, 11, 18))
    mornings.at(MONDAY)
    assert len(mornings.letters(TANG)) == 1
    text = mornings.text(TANG)
    assert "上周（11月23日—11月29日）" in text
    assert "发现隐患 1 处" in text
    assert "有 2 处隐患过了期限" in text
    assert "1. 东风面馆：隐患超期" in text
    lines = [line for line in text.split("\n") if line]
    assert len(lines) <= 12
    assert len(text) <= 900


def test_the_first_of_a_month_brings_the_month_against_the_one_before(mornings: Mornings) -> None:
    mornings.found(1, date(2026, 10, 20))
    mornings.found(2, date(2026, 11, 20))
    mornings.found(3, date(2026, 11, 21))
    mornings.at(date(2026, 12, 1))
    text = mornings.text(DONG)
    assert "上月（11月1日—11月30日）" in text
    assert "发现隐患 2 处（比前一月多 1）" in text
    assert "超期没改 3 处\n" in text  # nobody knows how many there were a month ago


def test_numbers_and_cases_are_buttons_that_open_what_they_count(mornings: Mornings) -> None:
    mornings.found(1, date(2026, 11, 18))
    mornings.at(TUESDAY)
    letter = mornings.letters(TANG)[-1]
    labels = [
        button["text"]
        for row in orjson.loads(letter.body)["reply_markup"]["inline_keyboard"]
        for button in row
    ]
    opened = dict(zip(labels, letter.opens, strict=True))
    assert opened["1"]["data"] == {"number": "YH-2026-000001"}
    day = TUESDAY.isoformat()
    assert opened["⏰ 超期 1"]["flow"] == "digest"
    assert opened["⏰ 超期 1"]["data"] == {"measure": "overdue", "first": day, "last": day}
    assert opened["🔔 催办"]["at"] == "chase"
    assert len(labels) <= 8


def test_what_was_told_is_not_told_again_until_it_is_worse(mornings: Mornings) -> None:
    mornings.found(1, date(2026, 11, 21), due=date(2026, 11, 23))
    said = []
    for day in range(24, 28):
        mornings.at(date(2026, 11, day))
        said.append("东风面馆：隐患超期" in mornings.text(TANG))
    assert said == [True, False, False, False]
    assert "没有新情况，说过的 1 件还没办完" in mornings.text(TANG)
    assert orjson.loads(mornings.letters(TANG)[-1].body)["disable_notification"] is True
    mornings.at(date(2026, 12, 2))  # nine days over: a week has passed since it was told
    assert "隐患超期 9 天" in mornings.text(TANG)


def test_a_red_one_is_told_every_morning_and_a_promise_on_its_day(mornings: Mornings) -> None:
    mornings.found(1, date(2026, 11, 20), suspected_major=True)
    plan = {"measures": "x", "day": "2026-11-26"}
    mornings.found(2, date(2026, 11, 20), due=date(2026, 11, 23), plan=plan)
    said = []
    for day in range(24, 28):
        mornings.at(date(2026, 11, day))
        text = mornings.text(TANG)
        said.append(("疑似重大隐患，发现" in text, "隐患超期" in text))
    assert said == [(True, True), (True, False), (True, True), (True, False)]


def test_the_sixth_case_is_told_when_the_first_five_are_known(mornings: Mornings) -> None:
    for number in range(1, 8):
        mornings.found(number, date(2026, 11, 20), due=date(2026, 11, 23))
    mornings.at(TUESDAY)
    first = mornings.text(TANG)
    mornings.at(date(2026, 11, 25))
    second = mornings.text(TANG)
    assert (first.count("隐患超期"), second.count("隐患超期")) == (5, 2)


def test_it_comes_at_the_hour_that_its_reader_has_chosen(mornings: Mornings) -> None:
    mornings.cast.does(mornings.connection, TANG, DigestWished(14 * 60, report=False))
    mornings.at(TUESDAY)
    assert [len(mornings.letters(one)) for one in (TANG, DONG)] == [0, 1]
    mornings.at(TUESDAY, time(14, 0))
    assert len(mornings.letters(TANG)) == 1
    mornings.at(date(2026, 11, 25), time(13, 59))
    assert len(mornings.letters(TANG)) == 1


def test_figures_are_counted_at_night_of_what_has_ended_then(mornings: Mornings) -> None:
    mornings.at(date(2026, 12, 1), time(0, 5))
    kept = mornings.connection.execute(select(digest_figures.c.place, digest_figures.c.span)).all()
    spans = sorted({row.span for row in kept})
    assert (spans, len(kept)) == (["day", "month"], 6)  # two towns and the district
    mornings.at(date(2026, 12, 7), time(0, 5))
    spans = mornings.connection.execute(select(digest_figures.c.span)).scalars().all()
    assert spans.count("week") == 3


def test_without_the_nights_count_the_morning_counts_and_keeps(mornings: Mornings) -> None:
    mornings.at(MONDAY)
    week = ended(Span.WEEK, MONDAY)
    kept = mornings.connection.execute(select(digest_figures.c.first).where(digest_figures.c.span == "week"))
    assert set(kept.scalars()) == {week.first}


def test_who_lost_the_seat_gets_none_and_leaves_no_count_behind(mornings: Mornings) -> None:
    connection, cast = mornings.connection, mornings.cast
    person = cast.actor(connection, TANG).person
    join = connection.execute(select(joins.c.id).where(joins.c.person == person)).scalar_one()
    cast.does(connection, DONG, SeatRevoked(join))
    mornings.at(TUESDAY)
    assert mornings.letters(TANG) == []
    mornings.at(date(2026, 11, 25), time(0, 5))
    assert due.of(connection, f"digest-figures:area:{cast.east_town}") is None
    assert connection.execute(select(digest_told)).all() == []


def test_the_common_tick_leaves_digests_to_their_own_round(mornings: Mornings) -> None:
    mornings.cast.now = at(TUESDAY, HALF_PAST)
    assert tick(mornings.connection, mornings.house, CALENDAR, mornings.cast.now) >= 0
    assert mornings.letters(TANG) == []


def test_a_few_are_sent_in_one_transaction(mornings: Mornings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest_rounds, "AT_ONCE", 1)
    mornings.cast.now = at(TUESDAY, HALF_PAST)
    claimed = []
    while claimed[-1:] != [0]:
        claimed.append(some_digests(mornings.connection, mornings.house, CALENDAR, mornings.cast.now))
    assert set(claimed) == {0, 1}
    assert len(mornings.letters(DONG)) == 1


def test_a_chased_enterprise_hears_of_it_once(cast: Cast) -> None:
    from safety import notices, notices_digests  # noqa: PLC0415 - it makes notices.of know its event
    from storage.audience import AudienceOf  # noqa: PLC0415

    assert timedelta() < notices_digests.LIVES
    with cast.database.writing() as connection:
        mornings = Mornings(cast, connection)
        mornings.found(1, date(2026, 11, 18))
        event = EnterpriseChased("91370000000000001A", "overdue", "YH-2026-000001", 4)
        cast.does(connection, TANG, event)
        audience = AudienceOf(connection, cast.actor(connection, TANG), cast.catalogue, cast.now)
        letters = notices.of(event, audience, cast.now)
        people = {cast.actor(connection, one).person for one in (ALICE, BOB)}
        assert {one.to for one in letters} == people
        assert {one.buttons[0].data["number"] for one in letters} == {"YH-2026-000001"}
        assert len({one.key for one in letters}) == 2


def test_roles_that_watch_and_no_others_have_a_row(mornings: Mornings) -> None:
    rows = list(due.of_kind(mornings.connection, "digest", datetime(2027, 1, 1, tzinfo=UTC), 99))
    people = {mornings.cast.actor(mornings.connection, one).person for one in (TANG, WEI, DONG)}
    assert {int(row.subject) for row in rows} == people
    assert mornings.cast.actor(mornings.connection, TANG).seat.role == Role.TOWN  # type: ignore[union-attr]
