"""The hub of statistics and of what is kept about reading and taking out data: for supervisors."""

from dialogs import auditing, bulk, sendup, statistics
from dialogs.hubs import Hub, Place
from dialogs.talk import Line
from safety.people import Right

FLOW = "records"
HUB = Hub(
    FLOW,
    Line("records-title"),
    (
        Place("t", "to-statistics", statistics.FLOW, (Right.SEE_STATISTICS,)),
        Place(
            "k",
            "to-bulk",
            bulk.FLOW,
            (Right.DECIDE_BULK,),
            args=lambda context: {"n": context.ledger.bulk().count()},
        ),
        Place("u", "to-send-up", sendup.FLOW, (Right.SEND_UP,)),
        Place("a", "to-audit", auditing.FLOW, (Right.SEE_AUDIT,)),
    ),
)
