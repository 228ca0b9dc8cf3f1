"""What an exported table of the hazard ledger says of each hazard, read in portions; always inside the scope of who asked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from checklists.catalogue import Catalogue
from checklists.schema import Checklist, Severity
from checklists.words import Words
from safety.hazard_ledger import HazardSource, HazardState
from safety.lists import Sieve
from safety.people import Actor, Right
from storage import instances
from storage.content import form_of
from storage.hazards import sifted
from storage.media import AFTER
from storage.scope import scope_of
from storage.sifting import Sifter
from storage.tables.checks import checks
from storage.tables.ledger import areas, enterprises, facts, hazards
from storage.tables.media import media
from storage.tables.people import people

PORTION = 500  # hazards that are read at once

_finders, _owners, _senders, _closers = (
    people.alias(name) for name in ("finders", "owners", "senders", "closers")
)
_SOURCE = (
    hazards.join(enterprises, enterprises.c.id == hazards.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .outerjoin(checks, checks.c.id == hazards.c.check_id)
    .outerjoin(_finders, _finders.c.id == hazards.c.found_by)
    .outerjoin(_owners, _owners.c.id == hazards.c.owner)
    .outerjoin(_senders, _senders.c.id == hazards.c.evidence_by)
    .outerjoin(_closers, _closers.c.id == hazards.c.closed_by)
)
_ROWS = (
    select(
        hazards,
        enterprises.c.name.label("enterprise_name"),
        areas.c.name.label("town"),
        checks.c.checklist,
        func.coalesce(hazards.c.form, checks.c.form).label("read_in"),
        _finders.c.name.label("finder"),
        _owners.c.name.label("owner_name"),
        _senders.c.name.label("sender"),
        _closers.c.name.label("closer"),
    )
    .select_from(_SOURCE)
    .where(hazards.c.id.in_(bindparam("ids", expanding=True)))
)
_PHOTOS = (
    select(media.c.hazard, func.count().label("count"))
    .where(
        media.c.hazard.in_(bindparam("ids", expanding=True)),
        media.c.stage == AFTER,
        media.c.state.in_(["safe", "pending"]),
    )
    .group_by(media.c.hazard)
)
_TRADES = (
    select(facts.c.enterprise, facts.c.fact, facts.c.value)
    .where(
        facts.c.fact.in_(bindparam("trades", expanding=True)),
        facts.c.enterprise.in_(bindparam("enterprises", expanding=True)),
    )
    .order_by(facts.c.id)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One hazard as a row of a table. People stand by name; `evidence`: photos of how it looks after."""

    number: str
    enterprise: str
    town: str
    industries: Sequence[Words]
    kind: Words | None
    place: str
    question: Words | None
    words: str
    severity: Severity
    source: HazardSource
    state: HazardState
    found_at: datetime
    found_by: str
    owner: str
    due: date
    plan: Mapping[str, Any] | None
    evidence: int
    evidence_by: str
    closed_at: datetime | None
    closed_by: str
    extensions: int
    returned: int
    reopened: int
    listing: str
    cost: int | None
    cause: Words | None = None
    prevention: str = ""
    details: Sequence[tuple[Words, Words]] = ()  # extra fields of its kind: title, what was said
    recurs: str = ""  # number of the closed hazard that this one is again


@dataclass(frozen=True, slots=True)
class _Reading:
    """One pass over the ledger; the forms it has met are not read again."""

    connection: Connection
    catalogue: Catalogue
    forms: dict[tuple[str, str], Checklist] = field(default_factory=dict)

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        """These hazards, in this order."""
        rows = {row.id: row for row in self.connection.execute(_ROWS, {"ids": ids})}
        ordered = [rows[one] for one in ids]
        photos = {row.hazard: int(row[1]) for row in self.connection.execute(_PHOTOS, {"ids": ids})}
        trades = self._trades({row.enterprise for row in ordered})
        forms = [self._form(row) for row in ordered]
        asked = [(row.check_id, row.question, form) for row, form in zip(ordered, forms, strict=True) if form]
        names = instances.named(self.connection, asked)
        return [
            self._entry(
                row,
                _question(row, form, names.get((row.check_id, row.question), "")),
                photos.get(row.id, 0),
                trades[row.enterprise],
            )
            for row, form in zip(ordered, forms, strict=True)
        ]

    def _form(self, row: Row[Any]) -> Checklist | None:
        if not row.checklist:
            return None
        key = (row.checklist, row.read_in)
        if key not in self.forms:
            self.forms[key] = form_of(self.connection, self.catalogue, *key)
        return self.forms[key]

    def _trades(self, known: set[int]) -> Mapping[int, Sequence[Words]]:
        """What the enterprises mainly do, as it was said last."""
        prompts = {fact.id: fact.prompt for fact in self.catalogue.facts.industries}
        said: dict[int, dict[str, bool]] = defaultdict(dict)
        asked = {"trades": list(prompts), "enterprises": sorted(known)}
        for row in self.connection.execute(_TRADES, asked):
            said[row.enterprise][row.fact] = row.value is True
        return {one: [prompts[fact] for fact, yes in said[one].items() if yes] for one in known}

    def _cause(self, row: Row[Any]) -> Words | None:
        """What was behind it, with the words for it."""
        if not row.cause:
            return None
        pair = self.catalogue.rules.causes.named(row.cause["root"])
        name = Words(row.cause["root"], row.cause["root"]) if pair is None else pair[1].name
        said = f"：{row.cause['words']}" if row.cause["words"] else ""
        return Words(name.zh + said, name.en + said.replace("：", ": "))

    def _details(self, row: Row[Any]) -> Sequence[tuple[Words, Words]]:
        """What else is known of it; under its id where content knows the field no more."""
        suggester, said = self.catalogue.suggester, row.details or {}
        known = [(suggester.field(one), one, value) for one, value in said.items()]
        return [
            (field.title, field.told(value)) if field else (Words(id_, id_), Words(value, value))
            for field, id_, value in known
        ]

    def _entry(self, row: Row[Any], question: Words | None, photos: int, trades: Sequence[Words]) -> Entry:
        kind = self.catalogue.suggester.kinds.get(row.kind)
        return Entry(
            number=row.number,
            enterprise=row.enterprise_name,
            town=row.town,
            industries=trades,
            kind=kind.name if kind else None,
            place=row.place,
            question=question,
            words=row.words,
            severity=row.severity,
            source=row.source,
            state=row.state,
            found_at=row.found_at,
            found_by=row.finder or "",
            owner=row.owner_name or "",
            due=row.due,
            plan=row.plan,
            evidence=photos,
            evidence_by=row.sender or "",
            closed_at=row.closed_at,
            closed_by=row.closer or "",
            extensions=row.extensions,
            returned=row.returned,
            reopened=row.reopened,
            listing=str((row.listing or {}).get("number") or ""),
            cost=row.cost,
            cause=self._cause(row),
            prevention=_prevention(row),
            details=self._details(row),
            recurs=row.recurs or "",
        )


def _prevention(row: Row[Any]) -> str:
    """What prevents it from now on, and until when."""
    kept = row.cause
    return f"{kept['measures']}（{kept['day']}）" if kept and kept["measures"] else ""


def _question(row: Row[Any], form: Checklist | None, name: str) -> Words | None:
    """The question that found it, as it was asked."""
    if form is None or row.question not in form.places:
        return None
    return form.told(row.question, name)


def entries(
    connection: Connection, catalogue: Catalogue, actor: Actor, sieve: Sieve, today: date, most: int
) -> Iterator[Entry]:
    """The hazards that the actor's list would show, in its order, at most so many. Nothing without the right to export."""
    scope = scope_of(actor, Right.EXPORT_HAZARDS)
    if scope is None:
        return
    sifter, reading = Sifter(actor, catalogue, today), _Reading(connection, catalogue)
    found = sifted(select(hazards.c.id), scope, sifter, sieve).order_by(*sifter.order(sieve)).limit(most)
    ids = list(connection.execute(found, {"place": scope.place}).scalars())
    for start in range(0, len(ids), PORTION):
        yield from reading.entries(ids[start : start + PORTION])
