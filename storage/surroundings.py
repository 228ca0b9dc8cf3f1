"""What has to be known around a submission to look for signs: earlier ones of the same form, like words, like photos."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, distinct, func, select

from checklists.catalogue import Catalogue
from checklists.quality import SameText
from safety.calendar import today
from safety.quality import Around, Sign, Twin
from storage.content import form_of
from storage.drafts import ANSWER, answers_of
from storage.paradata import trace_of
from storage.prepared import Prepared
from storage.tables.checks import answers, checks
from storage.tables.likeness import twins
from storage.tables.media import media
from storage.tables.quality import phrases

SAME_TEXT = Sign.SAME_TEXT
LOOKED_BACK = 24  # earlier self-checks of the same form that are looked at
USUAL = 5  # of which the times are

_EARLIER = Prepared(
    select(checks.c.id, checks.c.form, checks.c.submitted_at, checks.c.zero)
    .where(
        checks.c.enterprise == bindparam("enterprise"),
        checks.c.checklist == bindparam("checklist"),
        checks.c.receipt.is_not(None),
        checks.c.submitted_at < bindparam("at", type_=checks.c.submitted_at.type),
    )
    .order_by(checks.c.submitted_at.desc())
    .limit(LOOKED_BACK)
)
_ANSWERS = Prepared(select(*ANSWER).where(answers.c.check_id == bindparam("check")))
_new, _old = media.alias("new"), media.alias("old")
_checks = checks.alias("theirs")
_TWINS = Prepared(
    select(
        _new.c.question,
        _new.c.received_at,
        _old.c.question.label("earlier"),
        _old.c.received_at.label("earlier_at"),
        _old.c.check_id,
        _checks.c.enterprise,
    )
    .select_from(
        _new.join(twins, twins.c.photo == _new.c.id)
        .join(_old, _old.c.id == twins.c.earlier)
        .join(_checks, _checks.c.id == _old.c.check_id)
    )
    .where(_new.c.check_id == bindparam("check"))
    .order_by(_new.c.id, _old.c.id)
)
_BLANK = Prepared(
    select(media.c.question).where(media.c.check_id == bindparam("check"), media.c.plain).order_by(media.c.id)
)
_mine = phrases.alias("mine")
_SAID = (
    select(_mine.c.question, func.count(distinct(phrases.c.enterprise)).label("count"))
    .where(
        _mine.c.check_id == bindparam("check"),
        phrases.c.mark == _mine.c.mark,
        phrases.c.said_at >= bindparam("since", type_=phrases.c.said_at.type),
        phrases.c.said_at <= bindparam("until", type_=phrases.c.said_at.type),
    )
    .group_by(_mine.c.question, _mine.c.mark)
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission by its row."""

    check: int
    enterprise: int
    checklist: str
    at: datetime
    zero: bool


def around(connection: Connection, catalogue: Catalogue, sent: Sent, colour: str) -> Around:
    """Everything around one submission."""
    place = {"enterprise": sent.enterprise, "checklist": sent.checklist, "at": sent.at}
    earlier = _EARLIER.rows(connection, place)
    last = earlier[0] if earlier else None
    form = form_of(connection, catalogue, sent.checklist, last.form) if last else None
    rows = _ANSWERS.rows(connection, {"check": last.id}) if last else []
    rule = catalogue.rules.quality.same_text
    return Around(
        colour=colour,
        previous=answers_of(form, rows) if form else None,
        previous_day=today(last.submitted_at) if last else None,
        usual=_usual(connection, earlier),
        zeros=_in_a_row(sent, earlier),
        said_by=_said_by(connection, sent, rule) if rule else {},
        twins=_twins(connection, sent),
        blank=[row.question for row in _BLANK.rows(connection, {"check": sent.check})],
    )


def _usual(connection: Connection, earlier: Sequence[Any]) -> list[float]:
    medians = (trace_of(connection, row.id).median_seconds for row in earlier[:USUAL])
    return [seconds for seconds in medians if seconds is not None]


def _in_a_row(sent: Sent, earlier: Sequence[Any]) -> int:
    """Zero reports in a row, this one the last."""
    if not sent.zero:
        return 0
    found = next((place for place, row in enumerate(earlier) if not row.zero), len(earlier))
    return found + 1


def _said_by(connection: Connection, sent: Sent, rule: SameText) -> dict[str, int]:
    """By question, how many enterprises have said its most common words within the days before and after."""
    span = timedelta(days=rule.days)
    around_it = {"check": sent.check, "since": sent.at - span, "until": sent.at + span}
    said: dict[str, int] = {}
    for question, count in connection.execute(_SAID, around_it):
        said[question] = max(count, said.get(question, 0))
    return said


def _twins(connection: Connection, sent: Sent) -> list[Twin]:
    return [
        Twin(
            question=row.question,
            same_check=row.check_id == sent.check,
            own=row.enterprise == sent.enterprise,
            earlier=row.earlier,
            day=today(row.earlier_at),
            hours=(row.received_at - row.earlier_at) / timedelta(hours=1),
        )
        for row in _TWINS.rows(connection, {"check": sent.check})
    ]
