"""Quarter and year statistics of hazards (order 16 art. 14): counted from the ledger, corrected with a reason, signed in person."""

from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.statistics import form, overseeing, signing
from dialogs.statistics.form import period_line
from dialogs.talk import Argument, Button, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.people import Right
from safety.statistics import Signed, closed, due, newest

FLOW = form.FLOW
ENDS = frozenset({signing.RECEIPT})
UNNUMBERED = frozenset({signing.CARD, signing.NAME, signing.AGAIN, form.VALUE, form.WHY})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Choose a period, look at its form, correct, sign."""
    context.need(Right.SEE_STATISTICS)
    if isinstance(told, Opened):
        return Step(state)
    if context.supervises:
        return overseeing.step(state, told, context)
    if state.at in signing.STEPS:
        return signing.step(state, told, context)
    if state.at in form.STEPS:
        return form.step(state, told, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if option == "b":
        return Step(State(FLOW)) if state.at == signing.RECEIPT else Step(None)
    periods = {f"a{place}": one for place, one in enumerate(closed(context.today))}
    period = periods.get(option)
    return None if period is None else Step(State(FLOW, form.FORM, {"period": period}))


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.SEE_STATISTICS)
    if context.supervises:
        return overseeing.show(state, context)
    if state.at in signing.STEPS and context.actor.may(Right.SIGN_STATISTICS):
        return signing.show(state, context)
    if state.at in form.STEPS:
        return form.show(state, context)
    if state.at == signing.RECEIPT:
        signed = context.ledger.statistics().signed(form.period_of(state))
        if signed is not None:
            return receipt(signed)
    return _periods(context)


def _periods(context: Context) -> Screen:
    book, periods = context.ledger.statistics(), closed(context.today)
    lines: list[Line | Words] = [Line("statistics-heading")]
    for one in periods:
        signed = book.signed(one)
        args: dict[str, Argument] = {
            "period": period_line(one),
            "number": signed.number if signed is not None else "none",
            "day": on_day(due(one), context.today),
            "past": _past(one, context),
        }
        lines.append(Line("statistics-row", args))
    labels = [Button(period_line(one), f"a{place}") for place, one in enumerate(periods)]
    rows: list[Row] = [tuple(labels[start : start + 2]) for start in range(0, len(labels), 2)]
    back = (button("back", "b"),) if context.under else ()
    return Screen(lines, (*rows, (*back, button("to-menu", "e"))))


def _past(period: str, context: Context) -> str:
    """Older ones than the reminders ask for can be sent still, and nobody is late with them."""
    if not newest(period, context.today):
        return "old"
    return "yes" if due(period) < context.today else "no"


def receipt(signed: Signed) -> Screen:
    """The numbered receipt; the page follows."""
    args: dict[str, Argument] = {
        "number": signed.number,
        "place": signed.enterprise,
        "period": period_line(signed.period),
        "person": signed.name,
        "time": signed.signed_at,
        "version": signed.version,
        "hash": signed.sha256[:16],
    }
    lines: list[Line | Words] = [Line("statistics-receipt", args), GAP, *form.said(signed.counts)]
    return Screen(lines, ((button("back-to-list", "b"), button("to-menu", "e")),), final=True)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if not context.supervises:
        if state.at == signing.CARD:
            return Line("accepts-contact")
        if state.at == signing.NAME:
            return Line("accepts-name")
        if state.at in {form.VALUE, form.WHY}:
            return Line("statistics-no-number") if state.at == form.VALUE else Line("statistics-why")
    return Line("accepts-buttons")


def claims(state: State, told: Wrote, context: Context) -> bool:
    """A name is a name, even where a button has the same words."""
    return signing.claims(state, told, context)


def writes(state: State, _context: Context) -> bool:
    """Where any words may be an answer."""
    return state.at in {signing.NAME, form.VALUE, form.WHY}
