"""Which self-checks are owed now, most urgent first. Reading only."""

from dialogs.context import Context
from safety.checks import Duty, DutyState

ORDER = (DutyState.RETURNED, DutyState.CORRECTING, DutyState.BEGUN, DutyState.OPEN)


def owed_now(context: Context) -> list[Duty]:
    """What is not done yet: what a supervisor gave back first, then begun before not begun, then by due date."""
    duties = [duty for duty in context.ledger.duties(context.today) if duty.state is not DutyState.DONE]
    return sorted(duties, key=lambda duty: (ORDER.index(duty.state), duty.due))
