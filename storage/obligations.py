"""What is owed is done, begins, gets a date: said in the transaction of the event. The clock works out what follows.

The recording of an event has no content: these functions close rows, keep what terms are counted from, and have the clock
look at the enterprise again (a due row of kind `obligations`), which works out what is owed now (storage/owing.py).
`about` is "<subject>:<id>": "enterprise:7", "person:4" (a manager), "worker:9", "certificate:12", "plan:3", "hazard:YH-2026-000001",
"check:7/F01/2026-11".
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from sqlalchemy import Connection, bindparam, delete, select, union, update

from checklists.reminders import Activity, Dated, Happening, Task
from safety.calendar import at as moment_of
from storage import due
from storage.prepared import Prepared
from storage.tables.ledger import enterprises, hazards
from storage.tables.obligations import obligations, terms
from storage.tables.people import seats

KIND = "obligations"  # of the due row: what this enterprise owes is to be worked out
AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)  # the next tick
ONCE = frozenset({Task.CHECK, Task.FIX, Task.REPORT_MAJOR})  # what is done of these never comes again

_DONE = {
    "state": "done",
    "done_at": bindparam("b_at", type_=obligations.c.done_at.type),
    "done_by": bindparam("b_by"),
}
_HERE = (obligations.c.about == bindparam("b_about")) & (obligations.c.newest == 1)
_OF_TASK = _HERE & (obligations.c.task == bindparam("b_task"))
_CLOSE = Prepared(update(obligations).where(_OF_TASK, obligations.c.state == "open").values(_DONE))
_CLOSE_RESTING = Prepared(  # a hazard that waited for its verdict was of no concern while it did
    update(obligations).where(_OF_TASK, obligations.c.state != "done").values(_DONE)
)
_CLOSE_RULE = Prepared(
    update(obligations)
    .where(_HERE, obligations.c.rule == bindparam("b_rule"), obligations.c.state == "open")
    .values(_DONE)
)
_VALUES = {column.key: bindparam(f"b_{column.key}", type_=column.type) for column in terms.c}
_SAME = ["about", "what", "enterprise"]
_KEEP = Prepared.upsert(
    lambda insert: (row := insert(terms).values(_VALUES)).on_conflict_do_update(
        index_elements=_SAME, set_={"at": row.excluded.at}
    )
)
_KEEP_LATER = Prepared.upsert(
    lambda insert: (row := insert(terms).values(_VALUES)).on_conflict_do_update(
        index_elements=_SAME, set_={"at": row.excluded.at}, where=row.excluded.at > terms.c.at
    )
)
_KNOWN_OF = Prepared(
    union(
        select(obligations.c.enterprise).where(
            obligations.c.about == bindparam("about"), obligations.c.newest == 1
        ),
        select(terms.c.enterprise).where(terms.c.about == bindparam("about")),
    )
)
_OF_PERSON = Prepared(
    select(seats.c.enterprise)
    .where(seats.c.person == bindparam("person"), seats.c.until.is_(None), seats.c.enterprise.is_not(None))
    .distinct()
)
_OF_HAZARD = Prepared(select(hazards.c.enterprise).where(hazards.c.number == bindparam("number")))


def settle(
    connection: Connection, task: Task, about: str, at: datetime, by: int | None, *, rule: str | None = None
) -> None:
    """What was owed is done: the open obligations of this task about this subject are closed, with who did it.

    What recurs is counted from `at` on. With `rule` only what that rule asks for is done: several rules ask for records, or for
    training, of one enterprise. Nothing happens when nobody owes anything of the kind.
    """
    of = enterprises_of(connection, about)
    if rule is not None:
        _CLOSE_RULE.run(connection, {"b_about": about, "b_rule": rule, "b_at": at, "b_by": by})
    else:
        close = _CLOSE_RESTING if task is Task.FIX else _CLOSE
        close.run(connection, {"b_about": about, "b_task": task.value, "b_at": at, "b_by": by})
    for enterprise in of:
        if task not in ONCE:
            _keep(connection, enterprise, about, f"done:{rule or task}", at, later=True)
        mark(connection, enterprise, at)


def arise(connection: Connection, happening: Happening, enterprise: int, about: str, at: datetime) -> None:
    """Something happened that starts a term. When it happens again about the same subject, the term begins anew."""
    _keep(connection, enterprise, about, f"at:{happening}", at)
    mark(connection, enterprise, at)


def dated(connection: Connection, what: Dated, enterprise: int, about: str, on: date | None) -> None:
    """A date that the ledger keeps was set, moved or taken away (None)."""
    if on is not None:
        _keep(connection, enterprise, about, f"on:{what}", moment_of(on, time.min))
    else:
        own = (terms.c.about == about) & (terms.c.enterprise == enterprise)
        connection.execute(delete(terms).where(own, terms.c.what == f"on:{what}"))
    mark(connection, enterprise, AT_ONCE)


def gone(connection: Connection, enterprise: int, about: str, at: datetime) -> None:
    """The subject is there no more (a plan withdrawn, a worker who left): nothing is owed about it from now on."""
    connection.execute(delete(terms).where(terms.c.about == about, terms.c.enterprise == enterprise))
    mark(connection, enterprise, at)


def mark(connection: Connection, enterprise: int, at: datetime) -> None:
    """Have the clock work out anew, from `at` on, what an enterprise owes."""
    due.pull(connection, f"{KIND}:{enterprise}", KIND, str(enterprise), at)


def act(connection: Connection, enterprise: int, activity: Activity, at: datetime) -> None:
    """What the enterprise does now. Resumption begins a term; so said by a supervisor or by an import."""
    mine = (enterprises.c.id == enterprise) & (enterprises.c.activity != activity)
    changed = connection.execute(
        update(enterprises).where(mine).values(activity=activity, stale=True)
    ).rowcount
    if changed and activity is Activity.RESUMED:
        arise(connection, Happening.RESUMPTION_STARTED, enterprise, f"enterprise:{enterprise}", at)
    mark(connection, enterprise, at)


def mark_many(connection: Connection, enterprises: Sequence[int], at: datetime) -> None:
    """The same for many: content or facts have changed. The clock works them out in portions."""
    due.pull_many(connection, [(f"{KIND}:{one}", KIND, str(one), at) for one in enterprises])


def enterprises_of(connection: Connection, about: str) -> Iterable[int]:
    """The enterprises that a subject belongs to; a manager may be one in several."""
    kind, _, number = about.partition(":")
    if kind == "enterprise":
        return (int(number),)
    if kind == "check":
        return (int(number.partition("/")[0]),)
    if kind == "person":
        return [row.enterprise for row in _OF_PERSON.rows(connection, {"person": int(number)})]
    if kind == "hazard":
        return [row.enterprise for row in _OF_HAZARD.rows(connection, {"number": number})]
    return [row.enterprise for row in _KNOWN_OF.rows(connection, {"about": about})]


def _keep(
    connection: Connection, enterprise: int, about: str, what: str, at: datetime, *, later: bool = False
) -> None:
    row = {"b_about": about, "b_what": what, "b_enterprise": enterprise, "b_at": at}
    (_KEEP_LATER if later else _KEEP).run(connection, row)
