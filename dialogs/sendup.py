"""The file for a platform above (报送文件), for the district's office: a quarter chosen by one tap, made beside the turn."""

from checklists.words import Words
from dialogs import bulk
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.statistics.form import period_line
from dialogs.talk import Argument, Button, Input, Line, Opened, Screen, State, Step, Tapped
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.people import Right
from safety.statistics import closed, is_year

FLOW = "sendup"


def step(state: State, told: Input, context: Context) -> Step | None:
    """Ask for a quarter."""
    context.need(Right.SEND_UP)
    if isinstance(told, Opened):
        return Step(State(FLOW))
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    quarter = {f"a{place}": one for place, one in enumerate(_quarters(context))}.get(told.option)
    if quarter is None:
        return None
    rows = context.ledger.statistics().whole(quarter).enterprises
    event = ExportAsked({"quarter": quarter}, rows, Exported.SEND_UP, FileForm.ZIP)
    usual = Line("send-up-begun", {"period": period_line(quarter)})
    return Step(state, (event,), say=bulk.begun(rows, context, usual))


def _quarters(context: Context) -> list[str]:
    return [one for one in closed(context.today) if not is_year(one)]


def show(_state: State, context: Context) -> Screen:
    """The quarters, with how many principals have signed each."""
    context.need(Right.SEND_UP)
    book, quarters = context.ledger.statistics(), _quarters(context)
    lines: list[Line | Words] = [Line("send-up-title")]
    for one in quarters:
        whole = book.whole(one)
        args: dict[str, Argument] = {"period": period_line(one), "n": whole.sent, "total": whole.enterprises}
        lines.append(Line("send-up-row", args))
    labels = [Button(period_line(one), f"a{place}") for place, one in enumerate(quarters)]
    rows: list[Row] = [tuple(labels[start : start + 2]) for start in range(0, len(labels), 2)]
    return Screen(lines, (*rows, (button("to-menu", "e"),)))
