"""The kinds of exported tables, in one place: how each is read, what its columns say, what its list was narrowed down to.

The rows are those of the list, read by the same conditions in SQL (storage/sifting.py, storage/check_sifting.py).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from bot.exports import check_columns, enterprise_columns, own_columns, visit_columns, words
from bot.exports.speech import ColumnOf
from checklists.catalogue import Catalogue
from checklists.words import Words
from dialogs.check_lists import described as checks_described
from dialogs.context import Context
from dialogs.groups.sentence import sentence
from dialogs.hazards.narrowing import described as hazards_described
from dialogs.talk import Line
from dialogs.words import days_of, dotted
from safety.audits import AuditSieve
from safety.check_lists import CheckSieve
from safety.exported import Exported
from safety.lists import Sieve
from safety.people import Actor, Right
from safety.queries import Query
from safety.visit_lists import VisitSieve
from storage import audits, exporting, exporting_checks, exporting_enterprises, exporting_visits
from storage.ledger import LedgerOf
from storage.personal import PersonalOf


@dataclass(frozen=True, slots=True)
class Asked:
    """One export as it is read: by whom, on which day, through which sieve in its plain form, how many rows at most."""

    connection: Connection
    catalogue: Catalogue
    actor: Actor
    sieve: Mapping[str, Any]
    today: date
    most: int
    now: datetime


@dataclass(frozen=True, slots=True)
class KindOf:
    """One kind of table."""

    columns: Sequence[ColumnOf]
    read: Callable[[Asked], Iterable[Any]]
    described: Callable[[Asked], Line | Words]


def _hazards(asked: Asked) -> Iterable[Any]:
    sieve = Sieve.read(asked.sieve)
    return exporting.entries(asked.connection, asked.catalogue, asked.actor, sieve, asked.today, asked.most)


def _of_hazards(asked: Asked) -> Line | Words:
    rules = asked.catalogue.rules
    industries = {fact.id: fact.prompt for fact in asked.catalogue.facts.industries}
    return hazards_described(
        Sieve.read(asked.sieve), rules.defaults.ledger.closed_days, industries, rules.causes
    )


def _checks(asked: Asked) -> Iterable[Any]:
    sieve = CheckSieve.read(asked.sieve)
    return exporting_checks.entries(asked.connection, asked.catalogue, asked.actor, sieve, asked.most)


def _of_checks(asked: Asked) -> Line | Words:
    titles = {name: form.title for name, form in asked.catalogue.checklists.items()}
    return checks_described(CheckSieve.read(asked.sieve), titles)


def _enterprises(asked: Asked) -> Iterable[Any]:
    query = Query.from_json(asked.sieve)
    return exporting_enterprises.entries(
        asked.connection, asked.catalogue, asked.actor, query, asked.now, asked.most
    )


def _of_enterprises(asked: Asked) -> Line | Words:
    """The query in the words that its list and its groups have."""
    ledger = LedgerOf(asked.connection, asked.actor, asked.catalogue, asked.now)
    return sentence(Query.from_json(asked.sieve), Context(asked.actor, ledger, asked.now))


def _personal(asked: Asked) -> Iterable[Any]:
    return PersonalOf(asked.connection, asked.actor).whole()


def _of_personal(_asked: Asked) -> Line | Words:
    return Line("export-sheet", {"kind": Exported.PERSONAL})


def _audit(asked: Asked) -> Iterable[Any]:
    """Nothing for whom the right was taken from meanwhile."""
    if not asked.actor.may(Right.SEE_AUDIT):
        return ()
    where = audits.conditions(asked.connection, AuditSieve.read(asked.sieve))
    return audits.every(asked.connection, where, asked.most)


def _of_audit(_asked: Asked) -> Line | Words:
    return Line("export-sheet", {"kind": Exported.AUDIT})


def _visits(asked: Asked) -> Iterable[Any]:
    sieve = VisitSieve.read(asked.sieve)
    return exporting_visits.entries(asked.connection, asked.actor, sieve, asked.most)


def _of_visits(asked: Asked) -> Line | Words:
    sieve = VisitSieve.read(asked.sieve)
    parts: list[Line | Words] = [Line("export-visits", {"code": sieve.code or "none"})]
    return dotted([*parts, days_of(sieve.since, sieve.until)] if sieve.since or sieve.until else parts)


KINDS: Mapping[Exported, KindOf] = {
    Exported.PERSONAL: KindOf(own_columns.PERSONAL, _personal, _of_personal),
    Exported.AUDIT: KindOf(own_columns.AUDIT, _audit, _of_audit),
    Exported.HAZARDS: KindOf(words.COLUMNS, _hazards, _of_hazards),
    Exported.CHECKS: KindOf(check_columns.COLUMNS, _checks, _of_checks),
    Exported.ENTERPRISES: KindOf(enterprise_columns.COLUMNS, _enterprises, _of_enterprises),
    Exported.INSPECTIONS: KindOf(visit_columns.COLUMNS, _visits, _of_visits),
}
