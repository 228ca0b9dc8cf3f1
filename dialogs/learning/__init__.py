"""Training (培训): the way to everything that is learned and examined."""

from dialogs import certificates, courses, exams, lessons, spots, staff, training, veto
from dialogs.context import Context
from dialogs.hubs import Hub, Place
from dialogs.talk import Argument, Line
from safety.people import Right

FLOW = "learning"


def _keeps(context: Context) -> dict[str, Argument]:
    """Who keeps the roster, and who only stands in it."""
    return {"keeps": "yes" if context.actor.may(Right.KEEP_STAFF) else "no"}


HUB = Hub(
    FLOW,
    Line("learning-heading"),
    (
        Place("c", "to-courses", courses.FLOW, (Right.TAKE_EXAM,)),
        Place("s", "to-lessons", lessons.FLOW, (Right.TAKE_EXAM, Right.HOLD_LESSON)),
        Place("o", "to-exam", exams.FLOW, (Right.TAKE_EXAM, Right.SEE_EXAMS)),
        Place("h", "to-hours", training.FLOW, (Right.TAKE_EXAM, Right.SEE_TRAINING)),
        Place("r", "to-staff", staff.FLOW, (Right.SEE_OWN_PAPERS,), args=_keeps),
        Place("p", "to-papers", certificates.FLOW, (Right.SEE_OWN_PAPERS,)),
        Place("i", "to-spot", spots.FLOW, (Right.INSPECT,)),
        Place("v", "to-veto", veto.FLOW, (Right.KEEP_STAFF, Right.SET_VETO)),
    ),
)
