"""Looks submissions through for signs (safety/quality.py) soon after they came in, and again when a photo or a like one follows.

Which ones are to be looked through is a column; whoever takes one clears it in the same transaction as the flags it writes.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, distinct, func, insert, select, update

from checklists.catalogue import Catalogue
from checklists.quality import SameText
from safety.quality import Flag, Sign, Submission
from safety.sameness import phrases as phrases_of
from safety.signs import flags_of
from storage import surroundings
from storage.content import form_of
from storage.drafts import ANSWER, answers_of
from storage.paradata import trace_of
from storage.prepared import Prepared
from storage.surroundings import Sent
from storage.tables.checks import answers, checks
from storage.tables.ledger import enterprises
from storage.tables.media import media
from storage.tables.quality import flags, phrases

MOST = 10  # at once, so that turns never wait long
MANY = 50  # submissions that are looked through again because another one said the same

_WAITING = Prepared(
    select(checks.c.id)
    .where(checks.c.inspect)
    .order_by(checks.c.id)
    .limit(MOST)
    .with_for_update(skip_locked=True)
)
_TAKEN = Prepared(update(checks).where(checks.c.id == bindparam("check")).values(inspect=False))
_WANTED = Prepared(
    update(checks)
    .where(checks.c.id == bindparam("check"), checks.c.receipt.is_not(None))
    .values(inspect=True)
)
_OF_PHOTO = Prepared(select(media.c.check_id).where(media.c.id == bindparam("photo")))
_SENT = Prepared(
    select(
        checks.c.id,
        checks.c.enterprise,
        checks.c.checklist,
        checks.c.period,
        checks.c.form,
        checks.c.submitted_at,
        checks.c.zero,
        enterprises.c.colour,
    )
    .join(enterprises, enterprises.c.id == checks.c.enterprise)
    .where(checks.c.id == bindparam("check"))
)
_ANSWERS = Prepared(select(*ANSWER).where(answers.c.check_id == bindparam("check")))
_FLAGS = select(flags.c.sign, flags.c.question, flags.c.figures).where(flags.c.check_id == bindparam("check"))


def wanted(connection: Connection, check: int) -> None:
    """Have a submission looked through; nothing to do for a draft, which will be when it comes in."""
    _WANTED.run(connection, {"check": check})


def wanted_by_photo(connection: Connection, photo: int) -> None:
    """Have the submission looked through that this photo belongs to."""
    check = _OF_PHOTO.scalar(connection, {"photo": photo})
    if check is not None:
        wanted(connection, check)


def take(connection: Connection) -> list[int]:
    """Submissions that wait to be looked through, oldest first; nobody else gets them in this transaction."""
    taken = [row.id for row in _WAITING.rows(connection, {})]
    _TAKEN.run_many(connection, [{"check": check} for check in taken])
    return taken


def look_through(connection: Connection, catalogue: Catalogue, check: int, now: datetime) -> Sequence[Flag]:
    """Look for every sign at one submission; its flags are what is found now."""
    row = _SENT.first(connection, {"check": check})
    form = form_of(connection, catalogue, row.checklist, row.form)
    given = answers_of(form, _ANSWERS.rows(connection, {"check": check}))
    submission = Submission(form, given, trace_of(connection, check))
    sent = Sent(check, row.enterprise, row.checklist, row.submitted_at, bool(row.zero))
    rules = catalogue.rules.quality
    _note_phrases(connection, sent, submission, rules.same_text)
    around = surroundings.around(connection, catalogue, sent, row.colour)
    found = flags_of(submission, around, rules)
    _replace(connection, check, found, now)
    return found


def _note_phrases(connection: Connection, sent: Sent, submission: Submission, rule: SameText | None) -> None:
    """Keep the marks of what was written; others who said the same are looked through again."""
    connection.execute(delete(phrases).where(phrases.c.check_id == sent.check))
    marks = (
        {mark: question for question, mark in phrases_of(submission, rule.least_characters)} if rule else {}
    )
    if rule is None or not marks:
        return
    connection.execute(
        insert(phrases),
        [
            {
                "check_id": sent.check,
                "mark": mark,
                "question": question,
                "enterprise": sent.enterprise,
                "said_at": sent.at,
            }
            for mark, question in marks.items()
        ],
    )
    _tell_others(connection, sent, list(marks), rule)


def _tell_others(connection: Connection, sent: Sent, marks: Sequence[int], rule: SameText) -> None:
    """Those who said the same first are looked through again when there are enough of them by now."""
    since = sent.at - timedelta(days=rule.days)
    said = (phrases.c.mark.in_(marks), phrases.c.said_at >= since)
    often = (
        select(phrases.c.mark)
        .where(*said)
        .group_by(phrases.c.mark)
        .having(func.count(distinct(phrases.c.enterprise)) >= rule.enterprises)
    )
    flagged = select(flags.c.check_id).where(flags.c.sign == surroundings.SAME_TEXT)
    others = (
        select(phrases.c.check_id)
        .where(*said, phrases.c.mark.in_(often), phrases.c.check_id != sent.check)
        .where(phrases.c.check_id.not_in(flagged))
        .limit(MANY)
    )
    connection.execute(update(checks).where(checks.c.id.in_(others)).values(inspect=True))


def _replace(connection: Connection, check: int, found: Sequence[Flag], now: datetime) -> None:
    """The flags that stand are those found now; one that stood before keeps the time it was raised.

    What an inspection on site has shown stays (storage/visits/agreeing.py).
    """
    kept = connection.execute(_FLAGS, {"check": check}).all()
    before = {(row.sign, row.question): row.figures for row in kept if row.sign is not Sign.FOUND_LATER}
    after: dict[tuple[Any, str], Any] = {(one.sign, one.question): dict(one.figures) for one in found}
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    for sign, question in changed & before.keys():
        one = (flags.c.check_id == check, flags.c.sign == sign, flags.c.question == question)
        connection.execute(delete(flags).where(*one))
    rows = [
        {
            "check_id": check,
            "sign": sign,
            "question": question,
            "figures": after[sign, question],
            "raised_at": now,
        }
        for sign, question in after
        if (sign, question) in changed
    ]
    if rows:
        connection.execute(insert(flags), rows)
