"""The record of who has read personal data, for the district's office: newest first, narrowed down by name, enterprise and day."""

from collections.abc import Mapping
from datetime import date

from checklists.reading.dates import Side, read_date
from checklists.words import Words
from dialogs import bulk, cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.talk import Argument, Input, Json, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.audits import Access, AuditSieve
from safety.calendar import today as day_of
from safety.events_exports import ExportAsked
from safety.exported import Exported
from safety.people import Right

FLOW = "audit"
ASK = "ask"
PAGE = 5
LONGEST = 40
FILTERS = {"w": "whom", "r": "reader", "c": "enterprise", "d": "day"}
SCREENS = frozenset(
    {
        "approvals",
        "reach",
        "warnings",
        "incident",
        "responders",
        "supplies",
        "papers",
        "staff",
        "enterprise",
        "privacy",
        "hazards",
        "audit",
    }
)  # that have a name of their own in the list


def step(state: State, told: Input, context: Context) -> Step | None:
    """Narrow it down, turn the page."""
    context.need(Right.SEE_AUDIT)
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Wrote) and not told.edited:
        return _written(state, told.text.strip()[:LONGEST], context)
    if not isinstance(told, Tapped):
        return None
    return _asked(state, told.option) if state.at == ASK else _on_list(state, told.option, context)


def _asked(state: State, option: str) -> Step | None:
    return Step(State(FLOW, "", _kept(state))) if option == "b" else None


def _on_list(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if option == "x":
        return _exported(state, context)
    if option in FILTERS:
        name = FILTERS[option]
        if name in state.data:
            return Step(State(FLOW, "", {key: one for key, one in _kept(state).items() if key != name}))
        return Step(State(FLOW, ASK, {**_kept(state), "asks": name}))
    total = context.ledger.audits().count(sieve_of(state))
    turned = cards.turned(option, cards.offset_of(state, total), total, PAGE)
    return None if turned is None else Step(State(FLOW, "", {**_kept(state), "offset": turned}))


def _exported(state: State, context: Context) -> Step:
    """The lines of the list as a table, made after the turn; many of them wait for a second person."""
    sieve = sieve_of(state)
    rows, most = context.ledger.audits().count(sieve), context.ledger.rules().defaults.ledger.most_rows
    kind = {"kind": Exported.AUDIT.value}
    if not rows or rows > most:
        none = (
            Line("export-none", kind) if not rows else Line("export-many", {"n": rows, "most": most, **kind})
        )
        return Step(state, say=none)
    said = bulk.begun(rows, context, Line("export-begun", {"n": rows, **kind}))
    return Step(state, (ExportAsked(sieve.plain(), rows, Exported.AUDIT),), say=said)


def _written(state: State, text: str, context: Context) -> Step | None:
    """The answer to what was asked; on the list a day, or the first of the three in which it is found."""
    if not text:
        return None
    day = read_date(text, context.today, Side.BACK)
    asks = state.data.get("asks") if state.at == ASK else None
    if asks == "day" or (asks is None and day is not None):
        if day is None:
            return Step(state, say=Line("audit-no-day"))
        return Step(State(FLOW, "", {**_kept(state), "day": day.isoformat()}))
    names = [asks] if isinstance(asks, str) else ["whom", "enterprise", "reader"]
    tries = [{**_kept(state), name: text} for name in names]
    book = context.ledger.audits()
    found = next((one for one in tries if book.count(_sieve(one))), tries[0])
    return Step(State(FLOW, "", found))


def _kept(state: State) -> dict[str, Json]:
    """What the list is narrowed down to."""
    return {name: one for name, one in state.data.items() if name in FILTERS.values()}


def sieve_of(state: State) -> AuditSieve:
    """What the list is narrowed down to."""
    return _sieve(state.data)


def _sieve(kept: Mapping[str, Json]) -> AuditSieve:
    def text(name: str) -> str:
        return str(kept.get(name) or "")

    day = text("day")
    return AuditSieve(
        text("whom"), text("reader"), text("enterprise"), date.fromisoformat(day) if day else None
    )


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The list, or what it is to be narrowed down to."""
    context.need(Right.SEE_AUDIT)
    if state.at == ASK:
        asks = str(state.data.get("asks", "whom"))
        return Screen((Line("audit-ask", {"what": asks}),), ((button("back", "b"),),))
    book, sieve = context.ledger.audits(), sieve_of(state)
    total = book.count(sieve)
    offset = cards.offset_of(state, total)
    shown = book.listed(sieve, offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("audit-title", {"n": total}), *_narrowed(sieve)]
    for one in shown:
        lines += [GAP, access(one)]
    if not shown:
        lines += [GAP, Line("audit-none", {"all": "no" if state.data else "yes"})]
    paging = cards.list_rows(len(shown), offset, total)[1:] if shown else ()
    export = (button("to-export", "x"),) if shown else ()
    return Screen(lines, (*_filters(state), *paging, (*export, button("to-menu", "e"))))


def _narrowed(sieve: AuditSieve) -> list[Line | Words]:
    said: list[Line | Words] = []
    if sieve.whom:
        said.append(Line("audit-of", {"what": "whom", "person": sieve.whom}))
    if sieve.reader:
        said.append(Line("audit-of", {"what": "reader", "person": sieve.reader}))
    if sieve.enterprise:
        said.append(Line("audit-of-enterprise", {"enterprise": sieve.enterprise}))
    if sieve.day is not None:
        said.append(Line("audit-of-day", {"day": sieve.day}))
    return said


def _filters(state: State) -> tuple[Row, ...]:
    """A button each; one that narrows already takes it away."""
    labels = [
        button(
            "audit-filter",
            option,
            name=Line("audit-filter-name", {"what": name}),
            on="yes" if name in state.data else "no",
        )
        for option, name in FILTERS.items()
    ]
    return (tuple(labels[:2]), tuple(labels[2:]))


def access(one: Access) -> Line:
    """One line of the record."""
    args: dict[str, Argument] = {
        "time": one.at,
        "doing": doing(one),
        "officer": one.reader or "—",
        "role": role_line(one.role) if one.role is not None else "—",
        "person": one.whom or "none",
        "enterprise": one.enterprise or "none",
        "place": place_of(one.where),
        "n": one.rows,
    }
    return Line("audit-item", args)


def doing(one: Access) -> Line:
    """What was read or done."""
    return Line("audit-what", {"what": one.what.value})


def place_of(where: str) -> Line:
    """The screen as people call it."""
    flow = where.partition("/")[0]
    return Line("audit-place", {"flow": flow if flow in SCREENS else "other"})


def mine(one: Access) -> Line:
    """One line of the record, as the person it is about reads it: who it was, with which role."""
    args: dict[str, Argument] = {
        "day": day_of(one.at),
        "doing": doing(one),
        "officer": one.reader or "—",
        "role": role_line(one.role) if one.role is not None else "—",
    }
    return Line("audit-mine", args)


def accepts(_state: State, _context: Context) -> Line:
    return Line("audit-accepts")


def writes(state: State, _context: Context) -> bool:
    return state.at == ASK
