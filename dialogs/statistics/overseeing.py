"""The statistics of an area, for supervisors: how many enterprises have sent them, who has not, what they say together."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.statistics.form import FLOW, corrections, period_line, said
from dialogs.talk import Argument, Button, Input, Line, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.statistics import closed, due

AREA, MISSING, SENT, ONE = "area", "missing", "sent", "one"
PAGE = 4  # with paging and the two ways on, eight buttons


def step(state: State, told: Input, context: Context) -> Step | None:
    """Choose a period; who has sent it, who has not."""
    if not isinstance(told, Tapped):
        return None
    return Step(State("menu")) if told.option == "e" else _tapped(state, told.option, context)


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if state.at == "":
        periods = {f"a{place}": one for place, one in enumerate(closed(context.today))}
        return Step(State(FLOW, AREA, {"period": periods[option]})) if option in periods else None
    if option == "b":
        back = {AREA: State(FLOW), ONE: State(FLOW, SENT, _kept(state))}
        return Step(back.get(state.at, State(FLOW, AREA, _kept(state))))
    if state.at == AREA and option in {"m", "s"}:
        return Step(State(FLOW, {"m": MISSING, "s": SENT}[option], _kept(state)))
    if state.at not in {MISSING, SENT}:
        return None
    total = _total(state, context)
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, PAGE)
    if turned is not None:
        return Step(State(FLOW, state.at, {**_kept(state), "offset": turned}))
    return _opened(state, option, offset, context)


def _opened(state: State, option: str, offset: int, context: Context) -> Step | None:
    """A signed form, or the card of an enterprise that has sent none."""
    book, period = context.ledger.statistics(), _kept(state)["period"]
    if state.at == SENT:
        sent = book.sent(period, offset=offset, limit=PAGE)
        place = cards.index_in("a", option, len(sent))
        return (
            None if place is None else Step(State(FLOW, ONE, {**_kept(state), "number": sent[place].number}))
        )
    missing = book.missing(period, offset=offset, limit=PAGE)
    place = cards.index_in("a", option, len(missing))
    return None if place is None else Step(State("enterprise", "card", {"code": missing[place].credit_code}))


def _kept(state: State) -> dict[str, str]:
    return {"period": str(state.data.get("period", ""))}


def _total(state: State, context: Context) -> int:
    whole = context.ledger.statistics().whole(_kept(state)["period"])
    return whole.sent if state.at == SENT else whole.enterprises - whole.sent


def show(state: State, context: Context) -> Screen:
    """The periods, one of them, or a list."""
    period = _kept(state)["period"]
    if state.at not in {AREA, MISSING, SENT, ONE} or period not in closed(context.today):
        return _periods(context)
    if state.at == AREA:
        return _area(period, context)
    if state.at == ONE:
        return _one(str(state.data.get("number", "")), context)
    return _list(state, period, context)


def _periods(context: Context) -> Screen:
    book, periods = context.ledger.statistics(), closed(context.today)
    lines: list[Line | Words] = [Line("statistics-heading")]
    for one in periods:
        whole = book.whole(one)
        args: dict[str, Argument] = {"period": period_line(one), "n": whole.sent, "total": whole.enterprises}
        lines.append(Line("statistics-area-row", args))
    labels = [Button(period_line(one), f"a{place}") for place, one in enumerate(periods)]
    rows: list[Row] = [tuple(labels[start : start + 2]) for start in range(0, len(labels), 2)]
    return Screen(lines, (*rows, (button("to-menu", "e"),)))


def _area(period: str, context: Context) -> Screen:
    whole = context.ledger.statistics().whole(period)
    missing = whole.enterprises - whole.sent
    args: dict[str, Argument] = {
        "period": period_line(period),
        "n": whole.sent,
        "total": whole.enterprises,
        "missing": missing,
        "day": on_day(due(period), context.today),
    }
    lines: list[Line | Words] = [
        Line("statistics-area", args),
        GAP,
        Line("statistics-together"),
        *said(whole.counts),
    ]
    ways = []
    if missing:
        ways.append(button("statistics-missing", "m", n=missing))
    if whole.sent:
        ways.append(button("statistics-sent", "s", n=whole.sent))
    return Screen(lines, (tuple(ways), (button("back", "b"), button("to-menu", "e"))))


def _one(number: str, context: Context) -> Screen:
    """One signed form, with what was corrected and why."""
    signed, ways = context.ledger.statistics().one(number), (button("back", "b"), button("to-menu", "e"))
    if signed is None:
        return Screen((Line("statistics-period-gone"),), (ways,))
    args: dict[str, Argument] = {
        "number": signed.number,
        "place": signed.enterprise,
        "period": period_line(signed.period),
        "person": signed.name,
        "time": signed.signed_at,
        "version": signed.version,
        "hash": signed.sha256[:16],
    }
    lines: list[Line | Words] = [
        Line("statistics-one", args),
        GAP,
        *said(signed.counts),
        *corrections(signed),
    ]
    return Screen(lines, (ways,))


def _list(state: State, period: str, context: Context) -> Screen:
    book, total = context.ledger.statistics(), _total(state, context)
    offset = cards.offset_of(state, total)
    named: dict[str, Argument] = {"period": period_line(period), "n": total}
    if state.at == MISSING:
        lines: list[Line | Words] = [Line("statistics-missing-title", named)]
        lines += [
            Line("statistics-missing-item", {"n": place, "enterprise": one.enterprise, "town": one.town})
            for place, one in enumerate(book.missing(period, offset=offset, limit=PAGE), offset + 1)
        ]
    else:
        lines = [Line("statistics-sent-title", named)]
        for place, one in enumerate(book.sent(period, offset=offset, limit=PAGE), offset + 1):
            args: dict[str, Argument] = {
                "n": place,
                "enterprise": one.enterprise,
                "number": one.number,
                "time": one.signed_at,
                "fixed": len(one.corrections),
            }
            lines.append(Line("statistics-sent-item", args))
    shown = len(lines) - 1
    rows = cards.list_rows(shown, offset, total)
    return Screen(lines, (*rows, (button("back", "b"), button("to-menu", "e"))))
