"""Reads the bot's database from outside, as an auditor would: plain SQL on the file, only what is committed."""

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from checklists.catalogue import Catalogue
from checklists.walk import outline
from checklists.words import Language
from safety.checks import CheckKey
from safety.people import Actor, Role, Seat
from storage.database import Database, sqlite_module
from storage.ledger import LedgerOf
from tests.proof.judge import Books, Saved

ANSWERED: Final = """
    SELECT answers.question FROM answers JOIN checks ON checks.id = answers.check_id
    WHERE checks.enterprise = ? AND checks.checklist = ? AND (answers.skipped OR answers.outcome IS NOT NULL)
"""
SESSION: Final = (
    "SELECT state FROM sessions JOIN people ON people.id = sessions.person WHERE people.account = ?"
)
SAVED: Final = "SELECT update_key, enterprise, body FROM events WHERE kind = 'check:answer:saved' ORDER BY id"
SAVES: Final = """
    SELECT checks.enterprise, checks.checklist, saves.question, count(*) FROM saves
    JOIN checks ON checks.id = saves.check_id GROUP BY 1, 2, 3
"""
SUBMITTED: Final = "SELECT enterprise, body FROM events WHERE kind = 'check:submitted'"
PHOTOS: Final = "SELECT update_key FROM events WHERE kind = 'check:photo:received'"
RECEIPTS: Final = "SELECT enterprise, checklist, receipt FROM checks WHERE receipt IS NOT NULL"
HAZARDS: Final = """
    SELECT hazards.enterprise, checks.checklist, hazards.question FROM hazards
    JOIN checks ON checks.id = hazards.check_id WHERE hazards.state <> 'withdrawn'
"""
UNDONE: Final = "SELECT update_id, state || ': ' || coalesce(reason, '') FROM inbox WHERE state <> 'done'"
UNSENT: Final = """
    SELECT count(*) FROM outbox
    WHERE state IN ('waiting', 'sending', 'failed') AND kind IN ('edit', 'prompt')
"""


@dataclass(frozen=True, slots=True)
class Glance:
    """What was committed for one person at one moment: whether the update is dealt with, which screen was drawn."""

    done: bool
    screen: int
    checklist: str
    committed: frozenset[str]


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A connection that only reads and is closed again: a killed bot's log is recovered by the next bot alone."""
    with closing(_connected(path)) as connection:
        yield connection


def _connected(path: Path) -> Any:
    """While a new bot recovers the log nobody else can read it: try again."""
    module = sqlite_module()
    for _ in range(500):
        try:
            connection = module.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
            connection.execute("SELECT 1 FROM inbox LIMIT 1").fetchone()
        except module.OperationalError:
            time.sleep(0.01)
        else:
            return connection
    raise TimeoutError(f"{path} cannot be read")


def glance(path: Path, account: int, enterprise: int, update: int) -> Glance:
    """Look at one person's work as it is committed now."""
    with opened(path) as connection:
        done = connection.execute(
            "SELECT 1 FROM inbox WHERE update_id = ? AND state = 'done'", (update,)
        ).fetchone()
        row = connection.execute(SESSION, (account,)).fetchone()
        session: dict[str, Any] = json.loads(row[0]) if row else {"state": {}, "screen": 0}
        checklist = _checklist(session["state"])
        answered = connection.execute(ANSWERED, (enterprise, checklist)).fetchall()
    return Glance(
        done is not None, session["screen"], checklist, frozenset(question for (question,) in answered)
    )


def _checklist(state: Mapping[str, Any]) -> str:
    """The self-check in which the conversation stands."""
    return str(state.get("data", {}).get("list", "")) if state.get("flow") == "check" else ""


def plain(value: object) -> str:
    """An answer as both sides of the comparison write it."""
    return json.dumps(value, ensure_ascii=False)


def books(path: Path, owners: Mapping[int, int], catalogue: Catalogue) -> Books:
    """Read everything; `owners` says whose each enterprise is."""
    shown = asked_in(path, owners, catalogue)
    with opened(path) as connection:
        return Books(
            saved=tuple(_saved(row, owners) for row in connection.execute(SAVED)),
            asked=shown,
            saves=Counter({(owners[place], form, q): n for place, form, q, n in connection.execute(SAVES)}),
            submitted=Counter(
                (owners[place], json.loads(body)["key"]["checklist"])
                for place, body in connection.execute(SUBMITTED)
            ),
            receipts=tuple(
                (owners[place], form, receipt) for place, form, receipt in connection.execute(RECEIPTS)
            ),
            hazards=tuple(
                (owners[place], form, question) for place, form, question in connection.execute(HAZARDS)
            ),
            photos=Counter(number_of(key) for (key,) in connection.execute(PHOTOS)),
            undone=tuple(connection.execute(UNDONE)),
            unsent=connection.execute(UNSENT).fetchone()[0],
        )


def idle(path: Path) -> bool:
    """Whether nothing waits any more, neither updates nor screens."""
    with opened(path) as connection:
        waiting = connection.execute("SELECT count(*) FROM inbox WHERE state = 'waiting'").fetchone()[0]
        return not waiting and not connection.execute(UNSENT).fetchone()[0]


def number_of(update_key: str) -> int:
    """The update that an event came from."""
    return int(update_key.rpartition(":")[2])


def _saved(row: Any, owners: Mapping[int, int]) -> Saved:
    key, enterprise, text = row
    body = json.loads(text)
    person, checklist, question = owners[enterprise], str(body["key"]["checklist"]), str(body["question"])
    bad = body["outcome"] == "bad"
    return Saved(number_of(key), person, checklist, question, plain(body["value"]), bad)


def asked_in(path: Path, owners: Mapping[int, int], catalogue: Catalogue) -> frozenset[tuple[int, str, str]]:
    """The same, from the file."""
    database = Database.open(f"sqlite:///{path}")
    try:
        return asked(database, owners, catalogue, datetime.now(UTC))
    finally:
        database.close()


def asked(
    database: Database, owners: Mapping[int, int], catalogue: Catalogue, now: datetime
) -> frozenset[tuple[int, str, str]]:
    """The questions that count in the end: an answer hidden by a later one is no finding."""
    with database.reading() as connection:
        keys = connection.exec_driver_sql("SELECT enterprise, checklist, period FROM checks").all()
        return frozenset(
            (owners[enterprise], checklist, question)
            for enterprise, checklist, period in keys
            for question in _outline(
                LedgerOf(connection, officer_of(enterprise), catalogue, now), CheckKey(checklist, period)
            )
        )


def officer_of(enterprise: int) -> Actor:
    """Somebody who may read this enterprise."""
    return Actor(0, "", Language.ZH, consented=True, seat=Seat(Role.OFFICER, enterprise))


def _outline(ledger: LedgerOf, key: CheckKey) -> list[str]:
    draft = ledger.draft(key)
    if draft is None:
        return []
    return [question.id for question in outline(draft.form, draft.answers, ledger.facts())]
