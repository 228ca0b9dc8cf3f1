"""Which courses the reader owes: worked out from who they are and what they have passed."""

from datetime import date

from dialogs.context import Context
from safety.courses import OWING, Assigned, assigned


def courses_of(context: Context) -> tuple[Assigned, ...]:
    """The reader's courses, what is owed first."""
    known = context.ledger.courses()
    learner = known.learner()
    if learner is None:
        return ()
    passed: dict[str, date] = {one.course.id: one.day for one in known.passed()}
    soon = context.ledger.rules().training.soon_days
    return assigned(known.every().values(), learner, passed, context.today, soon)


def following(context: Context) -> str | None:
    """The next course that is owed."""
    return next((one.course.id for one in courses_of(context) if one.standing in OWING), None)
