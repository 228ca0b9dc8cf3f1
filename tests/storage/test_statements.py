"""What a tap costs, counted in statements: the figure that decides how many people one machine can serve."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, event

from checklists.schema import Severity
from safety.events import AnswerSaved, Event, FactStated, HazardFound, PhotoReceived
from storage.database import Database
from storage.ledger import LedgerOf
from storage.record import record
from tests.cast import ALICE, TANG, Cast

TODAY = date(2026, 11, 23)


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that reach the database inside the block."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


def cost(cast: Cast, what: Callable[[], object]) -> int:
    with counted(cast.database) as statements:
        what()
    return len(statements)


def recording(cast: Cast, connection: Connection, *events: Event) -> int:
    actor = cast.actor(connection, ALICE)
    return cost(cast, lambda: record(connection, actor, events, cast.now, None))


def reading(cast: Cast, connection: Connection, what: Callable[[LedgerOf], object]) -> int:
    ledger = cast.ledger(connection, ALICE)
    return cost(cast, lambda: what(ledger))


def test_knowing_who_speaks_costs_one(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.actor(connection, ALICE)
        assert cost(cast, lambda: cast.actor(connection, ALICE)) == 1


def test_an_answer_costs_three(cast: Cast) -> None:
    key = cast.key("kitchen")
    answer = AnswerSaved(key, "exit", "no", "bad", cast.now)
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        assert recording(cast, connection, answer) == 3
        assert recording(cast, connection, answer) == 3


def test_more_events_of_one_turn_share_one_row_of_the_record(cast: Cast) -> None:
    key = cast.key("kitchen")
    found = HazardFound(key, "exit", Severity.GENERAL, TODAY, suspected_major=False)
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        answer = AnswerSaved(key, "exit", "no", "bad", cast.now)
        again = 1 + 1  # the clock looks again at what is owed, and the enterprise's class is worked out anew
        assert recording(cast, connection, answer, found) == 2 + 4 + again + 1
        assert recording(cast, connection, answer, found) == 2 + 2 + again + 1
        assert recording(cast, connection, FactStated("gas_lpg", value=True, source="s")) == 3
        assert recording(cast, connection, PhotoReceived(key, "exit", "f", "u", 1)) == 5


def test_a_draft_costs_one_and_once_a_ledger(cast: Cast) -> None:
    with cast.database.writing() as connection:
        events = [AnswerSaved(cast.key("kitchen"), name, "yes", "ok") for name in ("exit", "gas", "wiring")]
        cast.does(connection, ALICE, cast.begun("kitchen"), *events)
        assert reading(cast, connection, lambda ledger: ledger.draft(cast.key("kitchen"))) == 1
        assert (
            reading(cast, connection, lambda ledger: [ledger.draft(cast.key("kitchen")) for _ in "abc"]) == 1
        )


def test_facts_and_duties_cost_one_each_and_the_enterprise_and_its_campaigns_one(cast: Cast) -> None:
    """What campaigns ask for is looked up by an index of its own: nothing else that is read says whether there is any."""
    with cast.database.writing() as connection:
        assert reading(cast, connection, lambda ledger: ledger.facts()) == 1
        assert reading(cast, connection, lambda ledger: (ledger.facts(), ledger.facts())) == 1
        assert reading(cast, connection, lambda ledger: ledger.duties(TODAY)) == 4
        assert reading(cast, connection, lambda ledger: (ledger.duties(TODAY), ledger.duties(TODAY))) == 4


def test_a_page_of_hazards_costs_three_however_many_there_are(cast: Cast) -> None:
    """The hazards, photos of their own, photos of their checks: both kinds of photos in one would walk all media."""
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        for question in ("exit", "gas", "wiring", "staff"):
            found = HazardFound(cast.key("kitchen"), question, Severity.GENERAL, TODAY, suspected_major=False)
            cast.does(connection, ALICE, found)
        assert reading(cast, connection, lambda ledger: ledger.hazards()) == 3


def test_an_area_costs_the_same_however_large_it_is(cast: Cast) -> None:
    """Name, two days, exceptions, who waits, what is worth a look, who is out of reach, seats that change hands; no rule here goes up a ladder.

    A day: units, what was handed in, hazards, each by its own index. The day before is looked up first: it may have been
    written down. Five kinds of exception, of which one for each period that has ended: week and month.
    """
    day, written_down, exceptions = 3, 1, 4 + 2
    with cast.database.writing() as connection:
        ledger = cast.ledger(connection, TANG)
        costs = cost(cast, lambda: ledger.area(TODAY))
        assert costs == 1 + day + written_down + day + exceptions + 1 + 1 + 1 + 1
