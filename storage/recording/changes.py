"""Writes down requests for changes and what supervisors decide, and confirmations of the profile. An accepted change is made here."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from checklists.answers import JsonValue
from checklists.reminders import Activity, Task
from safety import credit_code
from safety.calendar import today
from safety.errors import Refusal
from safety.events_changes import (
    ChangeAsked,
    ChangeDecided,
    ChangeReceived,
    ChangeWithdrawn,
    ProfileConfirmed,
)
from safety.people import Right
from safety.requests import (
    FACT,
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_REASON,
    SHORTEST,
    Attribute,
    RequestState,
)
from storage import duties, facts, obligations
from storage.changes import document
from storage.numbers import Series, next_number
from storage.places import TOWN
from storage.receipts import fingerprint_over
from storage.recording.turn import Turn, Written
from storage.scope import scope_of, within
from storage.tables.classes import confirmations, requests
from storage.tables.ledger import areas, enterprises

MANY = 200  # facts of one confirmation
_FACT = re.compile(r"[a-z][a-z0-9_]{0,31}")
_town = areas.alias("town_of")


def change_asked(turn: Turn, event: ChangeAsked) -> Written:
    """Refusal for what cannot be: no reason, the same as now, a wrong or taken code, a town that there is not, one that waits already."""
    enterprise = turn.enterprise(Right.ASK_CHANGE)
    reason = event.reason.strip()[:LONGEST_REASON]
    if len(reason) < SHORTEST:
        raise Refusal("amend-why-missing")
    after = _possible(turn, enterprise, event.what, event.after)
    before = _now(turn, enterprise, event.what)
    if before == after:
        raise Refusal("amend-same")
    waits = select(requests.c.number).where(
        requests.c.enterprise == enterprise,
        requests.c.what == event.what,
        requests.c.state == RequestState.WAITING,
    )
    if turn.connection.execute(waits).first() is not None:
        raise Refusal("amend-waiting")
    number = next_number(turn.connection, Series.REQUEST, turn.now)
    row = {
        "number": number,
        "enterprise": enterprise,
        "what": event.what,
        "before": before,
        "after": after,
        "reason": reason,
        "state": RequestState.WAITING,
        "asked_at": turn.now,
        "asked_by": turn.actor.person,
    }
    turn.connection.execute(insert(requests), row)
    return Written(f"change/{number}", {"number": number, "before": before}, (ChangeReceived(number),))


def change_received(_turn: Turn, event: ChangeReceived) -> Written:
    """Nothing but the letters that come of it."""
    return Written(f"change/{event.number}")


def change_withdrawn(turn: Turn, event: ChangeWithdrawn) -> Written:
    """Only while nobody has decided."""
    enterprise = turn.enterprise(Right.ASK_CHANGE)
    row = _waiting(turn, requests.c.enterprise == enterprise, event.number, {})
    _end(turn, row, RequestState.WITHDRAWN, "")
    return Written(f"change/{event.number}")


def change_decided(turn: Turn, event: ChangeDecided) -> Written:
    """Of two who decide at once the second is told that it is decided. Refusal outside the scope, or without a word why not."""
    scope = scope_of(turn.actor, Right.DECIDE_CHANGE)
    if scope is None:
        raise Refusal("not-allowed")
    inside = within(scope.reach, requests.c.enterprise)
    row = _waiting(turn, inside, event.number, {"place": scope.place})
    answer = event.answer.strip()[:LONGEST_REASON]
    if not event.accepted and len(answer) < SHORTEST:
        raise Refusal("amend-why-missing")
    if event.accepted:
        _make(turn, row)
    _end(turn, row, RequestState.ACCEPTED if event.accepted else RequestState.REFUSED, answer)
    digest = fingerprint_over(document(turn.connection, event.number) or {})
    added: Mapping[str, JsonValue] = {
        "what": row.what,
        "before": row.before,
        "after": row.after,
        "sha256": digest,
    }
    return Written(f"change/{event.number}", added, enterprise=row.enterprise)


def profile_confirmed(turn: Turn, event: ProfileConfirmed) -> Written:
    """The quarter's confirmation is done; what was answered otherwise came as facts of their own."""
    enterprise = turn.enterprise(Right.ASK_CHANGE)
    if len(event.facts) > MANY:
        raise Refusal("not-allowed")
    row = {
        "enterprise": enterprise,
        "at": turn.now,
        "day": today(turn.now),
        "person": turn.actor.person,
        "facts": dict(event.facts),
        "changed": list(event.changed),
    }
    turn.connection.execute(insert(confirmations), row)
    about = f"enterprise:{enterprise}"
    obligations.settle(turn.connection, Task.PROFILE, about, turn.now, turn.actor.person)
    return Written("profile/confirmed")


# --- what may be asked for ----------------------------------------------------------------------------------------


def _possible(turn: Turn, enterprise: int, what: str, after: JsonValue) -> JsonValue:
    """The value as it would be kept."""
    if what.startswith(FACT):
        known = _FACT.fullmatch(what.removeprefix(FACT)) is not None
        if not known or not isinstance(after, bool | int):
            raise Refusal("amend-impossible")
        return after
    checks: Mapping[str, Callable[[Turn, int, str], str]] = {
        Attribute.NAME: lambda _turn, _own, text: _text(text, LONGEST_NAME),
        Attribute.ADDRESS: lambda _turn, _own, text: _text(text, LONGEST_ADDRESS),
        Attribute.CODE: _code,
        Attribute.TOWN: _town_named,
        Attribute.ACTIVITY: _activity,
    }
    if what not in checks or not isinstance(after, str):
        raise Refusal("amend-impossible")
    return checks[what](turn, enterprise, after)


def _text(text: str, longest: int) -> str:
    said = " ".join(text.split())[:longest]
    if len(said) < SHORTEST:
        raise Refusal("amend-impossible")
    return said


def _code(turn: Turn, enterprise: int, text: str) -> str:
    code = credit_code.normal(text)
    if credit_code.fault(code) is not None:
        raise Refusal("amend-code-wrong")
    other = select(enterprises.c.id).where(enterprises.c.credit_code == code, enterprises.c.id != enterprise)
    if turn.connection.execute(other).first() is not None:
        raise Refusal("amend-code-taken")
    return code


def _town_named(turn: Turn, _enterprise: int, text: str) -> str:
    found = select(areas.c.name).where(areas.c.kind == TOWN, areas.c.name == text)
    if turn.connection.execute(found).first() is None:
        raise Refusal("amend-no-town")
    return text


def _activity(_turn: Turn, _enterprise: int, text: str) -> str:
    if text not in set(Activity):
        raise Refusal("amend-impossible")
    return text


def _now(turn: Turn, enterprise: int, what: str) -> JsonValue:
    """The value that stands."""
    if what.startswith(FACT):
        stated = facts.stated(turn.connection, enterprise).get(what.removeprefix(FACT))
        return stated if stated is None or isinstance(stated, bool | int) else str(stated)
    row = turn.connection.execute(_ROW, {"enterprise": enterprise}).one()
    values: Mapping[str, str] = {
        Attribute.NAME: row.name,
        Attribute.CODE: row.credit_code,
        Attribute.ADDRESS: row.address,
        Attribute.TOWN: row.town_name,
        Attribute.ACTIVITY: row.activity.value,
    }
    return values[what]


_ROW = (
    select(
        enterprises.c.name,
        enterprises.c.credit_code,
        enterprises.c.address,
        enterprises.c.activity,
        _town.c.name.label("town_name"),
    )
    .join(_town, _town.c.id == enterprises.c.town)
    .where(enterprises.c.id == bindparam("enterprise"))
)


# --- what is decided ----------------------------------------------------------------------------------------------


def _waiting(turn: Turn, inside: Any, number: str, bound: Mapping[str, Any]) -> Row[Any]:
    """The request, nobody else deciding it meanwhile."""
    found = select(requests).where(inside, requests.c.number == number).with_for_update()
    row = turn.connection.execute(found, bound).one_or_none()
    if row is None:
        raise Refusal("amend-gone")
    if row.state is not RequestState.WAITING:
        raise Refusal("amend-decided")
    return row


def _end(turn: Turn, row: Row[Any], state: RequestState, answer: str) -> None:
    ended = {"state": state, "answer": answer, "decided_at": turn.now, "decided_by": turn.actor.person}
    mine = (requests.c.id == row.id) & (requests.c.state == RequestState.WAITING)
    if turn.connection.execute(update(requests).where(mine).values(**ended)).rowcount != 1:
        raise Refusal("amend-decided")


def _make(turn: Turn, row: Row[Any]) -> None:
    """Carry the change out; what follows from it is worked out anew."""
    after = _possible(turn, row.enterprise, row.what, row.after)
    if row.what.startswith(FACT):
        said = facts.Statement(row.enterprise, row.what.removeprefix(FACT), after, f"request/{row.number}")
        facts.state(turn.connection, [said], turn.now, row.asked_by)
    elif row.what == Attribute.ACTIVITY:
        obligations.act(turn.connection, row.enterprise, Activity(str(after)), turn.now)
    else:
        changed = update(enterprises).where(enterprises.c.id == row.enterprise)
        turn.connection.execute(changed.values(**_values(turn, row.what, str(after))))
    duties.mark(turn.connection, row.enterprise)


def _values(turn: Turn, what: str, after: str) -> Mapping[str, Any]:
    """Moved to another town it leaves the grid of the old one."""
    if what != Attribute.TOWN:
        return {
            {Attribute.NAME: "name", Attribute.CODE: "credit_code", Attribute.ADDRESS: "address"}[
                Attribute(what)
            ]: after
        }
    found = select(areas.c.id).where(areas.c.kind == TOWN, areas.c.name == after)
    return {"town": turn.connection.execute(found).scalar_one(), "grid": None}
