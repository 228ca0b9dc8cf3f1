"""The self-checks of this period: which one to do, and the receipts of those that are done."""

from dialogs import cards
from dialogs.cards import button
from dialogs.context import Context
from dialogs.duties import owed_now
from dialogs.selfcheck import asking, trail
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import on_day
from safety.checks import Duty, DutyState

MOST = 6


def listed(context: Context) -> list[Duty]:
    """Owed ones first, then those that are done."""
    done = [duty for duty in context.ledger.duties(context.today) if duty.state is DutyState.DONE]
    return [*owed_now(context), *done][:MOST]


def show(_state: State, context: Context) -> Screen:
    """One line and one button each."""
    duties = listed(context)
    lines = [Line("list-title") if duties else Line("menu-nothing-owed")]
    for number, duty in enumerate(duties, 1):
        title = context.ledger.form(duty.key.checklist).title
        form = Line("owed-by-campaign", {"title": duty.campaign}) if duty.campaign else title
        args: dict[str, Argument] = {
            "n": number,
            "form": form,
            "state": duty.state.value,
            "due": on_day(duty.due, context.today),
        }
        lines.append(Line("list-item", args))
    return Screen(lines, (*cards.list_rows(len(duties), 0, len(duties)), (button("to-menu", "e"),)))


def tapped(_state: State, option: str, context: Context) -> Step | None:
    """Enter the one that was chosen."""
    duties = listed(context)
    place = cards.index_in("a", option, len(duties))
    if place is not None:
        return asking.enter(duties[place].key, context)
    return Step(State("menu")) if option == "e" else None


def looked_over(context: Context) -> Step:
    """To the review of the self-check under way."""
    waiting = next((state for state in reversed(context.under) if state.flow == "check" and state.data), None)
    if waiting is None:
        return straight(context)
    return Step(trail.moved(waiting, "review"))


def straight(context: Context) -> Step:
    """To the open question when there is no choice, else to the list."""
    owed = owed_now(context)
    if len(owed) == 1 or (owed and owed[0].state is not DutyState.OPEN):
        return asking.enter(owed[0].key, context)
    return Step(State("check"))
