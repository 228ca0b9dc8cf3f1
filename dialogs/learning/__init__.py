"""Training (培训): the way to everything that is learned and examined."""

from dialogs import courses, exams, lessons, training
from dialogs.hubs import Hub, Place
from dialogs.talk import Line
from safety.people import Right

FLOW = "learning"
HUB = Hub(
    FLOW,
    Line("learning-heading"),
    (
        Place("c", "to-courses", courses.FLOW, (Right.TAKE_EXAM,)),
        Place("s", "to-lessons", lessons.FLOW, (Right.TAKE_EXAM, Right.HOLD_LESSON)),
        Place("o", "to-exam", exams.FLOW, (Right.TAKE_EXAM, Right.SEE_EXAMS)),
        Place("h", "to-hours", training.FLOW, (Right.TAKE_EXAM, Right.SEE_TRAINING)),
    ),
)
