"""The supervisors' hub (企业与检查): the way to enterprises, campaigns, inspections, reports. Each leads on by itself."""

from dialogs import records
from dialogs.context import Context
from dialogs.hubs import Hub, Place
from dialogs.talk import Argument, Line
from safety.people import Right

FLOW = "supervise"


def _waiting(context: Context) -> dict[str, Argument]:
    return {"n": context.ledger.requests().count_waiting()}


RECORDS = tuple({right for place in records.HUB.places for right in place.rights})

HUB = Hub(
    FLOW,
    Line("supervise-heading"),
    (
        Place("f", "to-enterprises", "enterprise", (Right.SEE_ENTERPRISES,)),
        Place("t", "to-submissions", "submissions", (Right.SEE_SUBMISSIONS,)),
        Place("i", "to-inspections", "visit", (Right.INSPECT,)),
        Place("c", "to-campaigns", "campaigns", (Right.SEE_CAMPAIGNS,)),
        Place("a", "to-coverage", "pledges", (Right.SEE_PLEDGES,)),
        Place("q", "to-requests", "enterprise", (Right.DECIDE_CHANGE,), at="requests", args=_waiting),
        Place("n", "to-interviews", "interview", (Right.HOLD_INTERVIEW,)),
        Place("g", "to-groups", "groups", (Right.KEEP_GROUPS,)),
        Place("b", "to-sheets", "sheets", (Right.INVITE,)),
        Place("m", "to-import", "import", (Right.IMPORT,)),
        Place("r", "to-records", records.FLOW, RECORDS),
    ),
)
