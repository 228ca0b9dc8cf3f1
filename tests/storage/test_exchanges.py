"""Seats that changed hands in a digest: counted once more in plain Python, on both databases; nothing of another town."""

import random
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from safety.calendar import CHINA, calendar_of, today
from safety.digests import Span, ended
from safety.errors import Refusal
from safety.events_handovers import HandoverAccepted, HandoverOffered
from safety.handovers import OfferState
from safety.people import Role
from storage.tables.handovers import handovers as table
from tests.cast import ALICE, BOB, DONG, TANG, WEI, Cast, Speaker

EAST, WEST = "91370000000000001A", "91370000000000002B"
READERS = {"TANG": (TANG, {EAST}), "WEI": (WEI, {WEST}), "DONG": (DONG, {EAST, WEST})}


def person(connection: Connection, cast: Cast, speaker: Speaker) -> int:
    return cast.actor(connection, speaker).person


def scattered(connection: Connection, cast: Cast) -> list[dict[str, Any]]:
    """Offers of five weeks, some on the very edge of a day, in every state; the rows as they are."""
    dice = random.Random(124)
    who = person(connection, cast, ALICE)
    rows = []
    for number in range(160):
        offered = cast.now - timedelta(minutes=dice.randrange(35 * 24 * 60))
        midnight = offered.astimezone(CHINA).replace(hour=0, minute=0, second=0, microsecond=0)
        state = dice.choice(list(OfferState))
        over = min(
            cast.now, midnight + timedelta(days=1) if number % 5 == 0 else offered + timedelta(hours=9)
        )
        rows.append({
            "enterprise": dice.choice([cast.east, cast.west]), "role": Role.OFFICER, "giver": who, "receiver": who,
            "offered_by": who, "offered_at": offered, "state": state,
            "ended_at": None if state is OfferState.OFFERED else over,
        })  # fmt: skip
    connection.execute(insert(table), rows)
    return rows


def days(cast: Cast, span: Span) -> tuple[date, date]:
    now = today(cast.now)
    if span is Span.DAY:
        return calendar_of(cast.catalogue.holidays).previous_working(now), now
    window = ended(span, now)
    return window.first, window.last


def local(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()


@pytest.mark.parametrize("name", list(READERS))
@pytest.mark.parametrize("span", [Span.DAY, Span.WEEK, Span.MONTH])
def test_the_numbers_are_those_of_an_independent_count(cast: Cast, name: str, span: Span) -> None:
    speaker, codes = READERS[name]
    with cast.database.writing() as connection:
        rows = scattered(connection, cast)
        inside = {cast.east: EAST, cast.west: WEST}
        mine = [one for one in rows if inside[one["enterprise"]] in codes]
        first, last = days(cast, span)
        handed = [
            one
            for one in mine
            if one["state"] is OfferState.ACCEPTED and first <= local(one["ended_at"]) <= last
        ]
        lasts = timedelta(days=cast.catalogue.rules.defaults.handover.offer_days)
        waits = [
            one for one in mine if one["state"] is OfferState.OFFERED and cast.now < one["offered_at"] + lasts
        ]
        book = cast.ledger(connection, speaker).digests()
        assert book.count_exchanges(span, today(cast.now)) == (len(handed), len(waits))
        listed = book.exchanges(span, today(cast.now), limit=500)
        assert [one.handed_at is None for one in listed] == [True] * len(waits) + [False] * len(handed)
        assert {one.code for one in listed} <= codes
        moments = [one.handed_at for one in listed if one.handed_at is not None]
        assert moments == sorted((one["ended_at"] for one in handed), reverse=True)
        pages = [
            book.exchanges(span, today(cast.now), offset=start, limit=5) for start in range(0, len(listed), 5)
        ]
        assert [one for page in pages for one in page] == list(listed)
        area = cast.ledger(connection, speaker).area(today(cast.now))
        if span is Span.DAY:
            assert (area.handed, area.offered) == (len(handed), len(waits))
        else:
            assert book.report(span, today(cast.now)).handed == len(handed)


def test_a_seat_that_goes_over_is_told_of_in_its_own_town_until_the_next_working_day_is_over(
    cast: Cast,
) -> None:
    def numbers(connection: Connection, speaker: Speaker) -> tuple[int, int]:
        area = cast.ledger(connection, speaker).area(today(cast.now))
        return area.handed, area.offered

    with cast.database.writing() as connection:
        assert numbers(connection, TANG) == (0, 0)
        cast.does(connection, ALICE, HandoverOffered(person(connection, cast, BOB)))
        assert (numbers(connection, TANG), numbers(connection, WEI)) == ((0, 1), (0, 0))
        number = connection.execute(select(table.c.id)).scalar_one()
        cast.does(connection, BOB, HandoverAccepted(number))
        assert (numbers(connection, TANG), numbers(connection, WEI)) == ((1, 0), (0, 0))
        assert numbers(connection, DONG) == (1, 0)
        cast.passes(days=1)
        assert numbers(connection, TANG) == (1, 0)
        cast.passes(days=1)
        assert numbers(connection, TANG) == (0, 0)


def test_an_offer_that_nobody_answers_waits_no_longer_than_it_stands(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, HandoverOffered(person(connection, cast, BOB)))
        cast.passes(days=cast.catalogue.rules.defaults.handover.offer_days)
        assert cast.ledger(connection, TANG).area(today(cast.now)).offered == 0


def test_what_a_week_had_stays_what_it_was_when_it_was_written_down(cast: Cast) -> None:
    with cast.database.writing() as connection:
        scattered(connection, cast)
        book = cast.ledger(connection, TANG).digests()
        before = book.report(Span.WEEK, today(cast.now)).handed
        assert before
        book.keeper().keep(Span.WEEK, ended(Span.WEEK, today(cast.now)))
        connection.execute(table.delete())
        assert book.report(Span.WEEK, today(cast.now)).handed == before


@pytest.mark.parametrize("speaker", [ALICE, BOB])
def test_nobody_of_an_enterprise_reads_them(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        book = cast.ledger(connection, speaker).digests()
        for ask in (book.count_exchanges, book.exchanges):
            with pytest.raises(Refusal, match="not-allowed"):
                ask(Span.DAY, today(cast.now))
