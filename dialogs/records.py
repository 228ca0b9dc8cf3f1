"""The hub of statistics and of what is kept about reading and taking out data: for supervisors."""

from dialogs import auditing
from dialogs.hubs import Hub, Place
from dialogs.talk import Line
from safety.people import Right

FLOW = "records"
HUB = Hub(
    FLOW,
    Line("records-title"),
    (Place("a", "to-audit", auditing.FLOW, (Right.SEE_AUDIT,)),),
)
