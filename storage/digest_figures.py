"""The figures of a span, counted once when it has ended and never again, so that yesterday's numbers stay what they were."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from checklists.catalogue import Catalogue
from safety.areas import Figures
from safety.digests import Counts, Report, Span, Window, before, ended
from safety.measures import MEASURES, Measure
from safety.people import Actor
from storage import digest, exchanges
from storage.measures import Counter
from storage.prepared import Prepared
from storage.scope import Scope
from storage.tables.digests import digest_figures as table
from storage.upsert import Upsert

_OF = Prepared(
    select(table.c.body).where(
        table.c.place == bindparam("place"),
        table.c.span == bindparam("span"),
        table.c.first == bindparam("first", type_=table.c.first.type),
    )
)
_KEEP = Upsert(lambda insert: insert(table).on_conflict_do_nothing())


def key_of(scope: Scope) -> str:
    """How far it reaches, as text: two readers of one area share their figures."""
    return f"{scope.reach.value}:{scope.place or ''}"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Reads what was counted, and counts what has not been yet."""

    connection: Connection
    catalogue: Catalogue
    actor: Actor
    scope: Scope
    now: datetime

    def kept(self, span: Span, window: Window) -> Mapping[str, Any] | None:
        """As it was counted; None when nobody has."""
        asked = {"place": key_of(self.scope), "span": span.value, "first": window.first}
        found: Mapping[str, Any] | None = _OF.scalar(self.connection, asked)
        return found

    def keep(self, span: Span, window: Window) -> Mapping[str, Any]:
        """Count it and write it down, unless it is there already. What stands there is what counts."""
        known = self.kept(span, window)
        if known is not None:
            return known
        row = {
            "place": key_of(self.scope),
            "span": span.value,
            "first": window.first,
            "last": window.last,
            "body": self._counted(span, window),
            "at": self.now,
        }
        _KEEP.run(self.connection, row)
        return self.kept(span, window) or row["body"]  # type: ignore[return-value]  # what was just counted

    def _counted(self, span: Span, window: Window) -> dict[str, Any]:
        if span is Span.DAY:
            return asdict(digest.at_end_of(self.connection, self.catalogue, self.scope, window.last))
        counter = Counter(self.connection, self.catalogue, self.actor, self.scope, self.now)
        counts = {measure.value: number for measure, number in counter.all(window).items()}
        owed = digest.at_end_of(self.connection, self.catalogue, self.scope, window.last)
        sources = dict(counter.sources(window))
        handed = self._handed(window)
        return {**counts, "owed": owed.owed, "done": owed.submitted, "sources": sources, "handed": handed}

    def _handed(self, window: Window) -> int:
        """Seats that have changed hands."""
        days = self.catalogue.rules.defaults.handover.offer_days
        when = exchanges.time_within(window, self.now, days)
        return exchanges.count(self.connection, self.scope, when)[0]

    def yesterday(self, today: date) -> Figures | None:
        """The figures of the day before, as they were counted when it ended."""
        body = self.kept(Span.DAY, ended(Span.DAY, today))
        return None if body is None else Figures(**body)

    def report(self, span: Span, today: date) -> Report:
        """Of the last span that has ended. What nobody has written down is counted now and not kept: reading writes nothing."""
        window = ended(span, today)
        body = self.kept(span, window) or self._counted(span, window)
        then, sources = self._before(span, window), body.get("sources", {})
        return Report(span, window, counts_of(body), then, sources, int(body.get("handed", 0)))

    def _before(self, span: Span, window: Window) -> Counts:
        """The span before; where nobody wrote it down, what happened within its days can still be counted, what stood then cannot."""
        past = before(span, window)
        body = self.kept(span, past)
        if body is not None:
            return counts_of(body)
        counter = Counter(self.connection, self.catalogue, self.actor, self.scope, self.now)
        return {
            measure: counter.count(measure, past) for measure, one in MEASURES.items() if not one.standing
        }


def counts_of(body: Mapping[str, Any]) -> Counts:
    """The measures of a kept row; one that did not exist yet is missing."""
    return {measure: int(body[measure.value]) for measure in MEASURES if measure.value in body} | {
        Measure(name): int(body[name]) for name in ("owed", "done") if name in body
    }
