"""An upgrade keeps open drafts (P19): each released schema, with a draft at every step, is upgraded and gone on with."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from checklists.catalogue import Catalogue
from checklists.codec import value_to_json
from checklists.schema import Checklist
from dialogs.codec import session_from_json
from dialogs.render import Texts
from dialogs.talk import State
from safety.checks import CheckKey, Draft
from storage import migration, people, sessions
from storage.database import Database
from storage.ledger import LedgerOf
from storage.receipts import stands
from tests.conftest import KINDS
from tests.phone import Exchange, Message, Phone, rows_of
from tests.postgres import Server
from tests.released import dumping, living

DUMPS = sorted(dumping.FOLDER.glob("*.json"))
NOTHING = {"json": None}
FEWEST = 15  # questions of the form
AFTER_ALL = 1_000_000  # updates of the time after the upgrade


class Upgraded:
    """A dump in a database of today, and the people who were in it."""

    def __init__(self, database: Database, dumped: dict[str, Any], catalogue: Catalogue) -> None:
        dumping.fill(database, dumped)
        database.migrate()
        self.rows = dumped["tables"]
        self.exchange = Exchange(database, catalogue, Texts.load(strict=True))
        self.exchange.updates = iter(range(AFTER_ALL, 2 * AFTER_ALL))  # type: ignore[assignment]  # counts just as well
        self.people = {row["id"]: row for row in self.rows["people"]}
        self._show()

    def _show(self) -> None:
        """Put the live screens into the chats as they were left."""
        for row in self.rows["outbox"]:
            body, chat = orjson.loads(row["body"]), self.exchange.chats.setdefault(row["chat"], [])
            number = row["message"] if "message" in row else chat[-1].number
            chat[:] = [Message(number, body["text"], rows_of(body))]

    def stood(self) -> Iterator[tuple[Phone, State]]:
        """Everybody, and where they stood when the old program stopped."""
        for row in self.rows["sessions"]:
            person = self.people[row["person"]]
            state = session_from_json(row["state"]).state
            yield Phone(self.exchange, person["account"], person["name"], person["phone"]), state

    def asked(self) -> list[tuple[Phone, State]]:
        """Those who stood at a question."""
        found = [(phone, state) for phone, state in self.stood() if state.at == "ask"]
        assert len(found) >= FEWEST
        return found

    def ledger(self, phone: Phone) -> LedgerOf:
        connection = self.exchange.database.engine.connect()
        actor = people.meet(
            connection,
            living.Speaker(phone.account, phone.name, None, "zh-hans"),
            phone.account,
            self.exchange.clock.now(),
        )
        return LedgerOf(connection, actor, self.exchange.catalogue, self.exchange.clock.now())

    def draft(self, phone: Phone, state: State) -> Draft:
        ledger = self.ledger(phone)
        try:
            draft = ledger.draft(CheckKey(str(state.data["list"]), str(state.data["period"])))
        finally:
            ledger.connection.close()
        assert draft is not None
        return draft

    def standing(self, phone: Phone) -> State:
        with self.exchange.database.reading() as connection:
            person = next(row["id"] for row in self.rows["people"] if row["account"] == phone.account)
            place = sessions.load(connection, person)
        assert place is not None
        return session_from_json(place.state).state


@pytest.fixture(
    scope="module",
    params=[(path, kind) for path in DUMPS for kind in KINDS],
    ids=lambda one: f"{one[0].stem}-{one[1]}",
)
def upgraded(
    request: pytest.FixtureRequest,
    catalogue: Catalogue,
    tmp_path_factory: pytest.TempPathFactory,
    postgres_server: Callable[[], Server],
) -> Iterator[Upgraded]:
    """A released schema with its drafts on today's program. One for all tests: what they do to it does not disturb others."""
    path, kind = request.param
    on_disk = kind == "sqlite"
    url = f"sqlite:///{tmp_path_factory.mktemp('old') / 'old.db'}" if on_disk else postgres_server().empty()
    database = Database.open(url)
    yield Upgraded(database, dumping.read(path), catalogue)
    database.close()
    if not on_disk:
        postgres_server().drop(url)


def goes_on(phone: Phone) -> None:
    """From the menu back to where one was."""
    phone.says("/start")
    phone.taps_on("▶️")
    if "先用旧版" in phone.screen.labels:  # the content has moved on since: they finish what they began
        phone.taps_on("先用旧版")


def kept_answers(upgraded: Upgraded, phone: Phone) -> dict[str, object]:
    """What the old database had, by question."""
    person = next(row["id"] for row in upgraded.rows["people"] if row["account"] == phone.account)
    check = next(row["id"] for row in upgraded.rows["checks"] if row["begun_by"] == person)
    rows = [row for row in upgraded.rows["answers"] if row["check_id"] == check]
    return {
        row["question"]: (row.get("value", NOTHING)["json"], bool(row["skipped"]), row["note"])
        for row in rows
    }


def test_the_first_schema_has_its_dump() -> None:
    assert [path.stem for path in DUMPS][:1] == ["0001"]
    assert all(path.stem <= migration.newest() for path in DUMPS)


def test_a_dump_has_a_draft_at_every_question() -> None:
    for path in DUMPS:
        dumped = dumping.read(path)
        states = [session_from_json(row["state"]).state for row in dumped["tables"]["sessions"]]
        asked = {state.data.get("q") for state in states if state.at == "ask"}
        texts = [orjson.loads(row["text"]) for row in dumped["tables"]["contents"]]
        (form,) = (Checklist.model_validate(text) for text in texts if text["id"] == living.FORM)
        answered = {row["question"] for row in dumped["tables"]["answers"]}
        assert asked == answered
        assert len(asked) >= FEWEST
        assert asked <= set(form.places)
        assert {"bad", "photo", "review", "receipt"} <= {state.at for state in states}


def test_no_answer_is_lost(upgraded: Upgraded) -> None:
    for phone, state in upgraded.stood():
        draft = upgraded.draft(phone, state)
        now = {
            question: (
                value_to_json(answer.value) if answer.value is not None else None,
                answer.skipped,
                answer.note,
            )
            for question, answer in draft.answers.items()
        }
        assert now == kept_answers(upgraded, phone)


def test_a_receipt_is_still_there(upgraded: Upgraded) -> None:
    (found,) = ((phone, state) for phone, state in upgraded.stood() if state.at == "receipt")
    (row,) = (row for row in upgraded.rows["checks"] if "receipt" in row)
    draft = upgraded.draft(*found)
    assert (draft.receipt, draft.fingerprint) == (row["receipt"], row["fingerprint"])
    assert draft.version == 1
    with upgraded.exchange.database.reading() as connection:
        assert stands(connection, row["receipt"])


def test_the_buttons_that_were_left_on_the_screen_still_lead_on(upgraded: Upgraded) -> None:
    for phone, state in upgraded.asked():
        phone.taps_on("说明")
        assert upgraded.standing(phone).at == "why"
        phone.taps_on("回到本题")
        if "先用旧版" in phone.screen.labels:
            phone.taps_on("先用旧版")
        assert upgraded.standing(phone).data["q"] == state.data["q"]


def test_everybody_goes_on_at_the_same_question(upgraded: Upgraded) -> None:
    for phone, state in upgraded.asked():
        goes_on(phone)
        question = upgraded.draft(phone, state).form.question(str(state.data["q"]))
        assert upgraded.standing(phone).data["q"] == question.id
        assert question.text.zh in phone.sees


def test_a_dump_of_this_very_revision_can_be_made_and_read(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    life = living.live(sqlite_database, catalogue, Texts.load(strict=True))
    with sqlite_database.reading() as connection:
        dumping.write(dumping.dump(connection), tmp_path / "now.json")
    again = Database.open(f"sqlite:///{tmp_path / 'again.db'}")
    try:
        upgraded = Upgraded(again, dumping.read(tmp_path / "now.json"), catalogue)
        for phone, state in upgraded.stood():
            assert upgraded.draft(phone, state).answers.keys() == drafted(life, phone, state)
    finally:
        again.close()


def drafted(life: living.Life, phone: Phone, state: State) -> set[str]:
    """The questions that the living officer has answered."""
    with life.exchange.database.reading() as connection:
        actor = people.meet(connection, life.speaker(phone.account), phone.account, life.exchange.clock.now())
        ledger = LedgerOf(connection, actor, life.exchange.catalogue, life.exchange.clock.now())
        draft = ledger.draft(CheckKey(str(state.data["list"]), str(state.data["period"])))
    assert draft is not None
    return set(draft.answers)
