"""The home screen: what is owed first, then the way to everything else. It decides nothing."""

from checklists.words import Words
from dialogs import emergency, enterprise, learning, owing, report, supervision, tips
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.duties import owed_now
from dialogs.pledges.owing import owed_lines
from dialogs.selfcheck.asking import enter
from dialogs.selfcheck.moving import offered
from dialogs.selfcheck.sheet import sheet_of
from dialogs.selfcheck.trail import key_of
from dialogs.talk import Argument, Button, Input, Json, Line, Opened, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.checks import CheckKey, Duty, DutyState
from safety.people import Right

PLACES = {
    "k": ("check", None),
    "c": ("check", Right.ANSWER_CHECK),
    "z": ("hazards", Right.SEE_HAZARDS),
    "r": ("report", Right.REPORT_HAZARD),
    "t": ("submissions", Right.SEE_SUBMISSIONS),
    "d": ("digest", Right.SEE_DIGEST),
    "j": ("approvals", Right.APPROVE_JOIN),
    "l": ("language", None),
    "p": ("privacy", None),
    "h": ("help", None),
    "w": ("seats", None),
    "a": ("pledges", None),
    "g": (tips.FLOW, None),
    "y": (tips.OFFICE, Right.HANDLE_TIPS),
    "o": ("exam", Right.TAKE_EXAM),
    "n": (learning.FLOW, None),
    "u": (emergency.FLOW, None),
    "s": (supervision.FLOW, Right.INSPECT),
    "m": (owing.FLOW, Right.ANSWER_CHECK),
    "q": (enterprise.FLOW, Right.SEE_ENTERPRISES),
}
ONLY_ONE = 1
MOST = 8  # buttons on a screen
# What gives way in a full menu: privacy, language, then what each kind of reader needs least.
GIVES_WAY = ("p", "l", "q", "t", "w")
OVERSEERS_GIVE_WAY = ("p", "l", "n", "u", "w")
FIXING = frozenset({DutyState.RETURNED, DutyState.CORRECTING})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Lead to the place that was tapped."""
    if isinstance(told, Opened):
        return Step(state)
    if not isinstance(told, Tapped):
        return None
    if told.option == "k":
        return _to_check(context)
    place = PLACES.get(told.option)
    if place is None:
        return None
    flow, right = place
    if right is not None:
        context.need(right)
    draft = {report.FLOW: report.waiting, tips.FLOW: tips.waiting}.get(flow)
    return Step((draft(context) if draft else None) or State(flow))


def _to_check(context: Context) -> Step:
    """Straight to the open question of what is most urgent; to the receipts when nothing is owed."""
    context.need(Right.ANSWER_CHECK)
    waiting = next((state for state in reversed(context.under) if state.flow == "check"), None)
    owed = owed_now(context)
    first = owed[0] if owed else None
    returned = first is not None and first.state is DutyState.RETURNED
    if waiting is not None and first is not None and key_of(waiting) == first.key and not returned:
        return offered(Step(waiting), context) or Step(waiting)
    return Step(State("check")) if first is None else enter(first.key, context)


def show(_state: State, context: Context) -> Screen:
    """What is owed, and everything that can be done from this seat."""
    if context.supervises:
        return _supervisor(context)
    return _enterprise(context)


def _supervisor(context: Context) -> Screen:
    area = context.ledger.area(context.today) if context.actor.may(Right.SEE_DIGEST) else None
    lines = [Line("menu-area", {"name": area.name})] if area else [Line("menu-expert")]
    rows: list[Row] = []
    if area is not None:
        rows.append((button("to-digest", "d"),))
    if area is not None and context.actor.may(Right.APPROVE_JOIN):
        lines.append(Line("menu-waiting", {"n": area.waiting_joins}))
        rows.append((button("to-approvals", "j", n=area.waiting_joins),))
    hub = (button("to-supervise", "s"),) if supervision.HUB.open_places(context) else ()
    rows.append((button("to-hazards", "z"), *hub))
    if context.actor.may(Right.HANDLE_TIPS):
        rows.append((button("to-tips", "y", n=context.ledger.tips().open()),))
    return Screen(lines, _fitting((*rows, *_hubs(context), *_common(context)), OVERSEERS_GIVE_WAY))


def _enterprise(context: Context) -> Screen:
    name = context.ledger.enterprise().name
    if not context.actor.may(Right.ANSWER_CHECK):
        rows = (
            (_to_report(context),),
            (button("to-hazards", "z"), button("to-tip", "g")),
            *_hubs(context),
            *_common(context),
        )
        return Screen((Line("menu-place", {"name": name}),), _fitting(rows))
    owed = owed_now(context)
    lines: list[Line | Words] = [_owed_line(duty, context) for duty in owed] or [Line("menu-nothing-owed")]
    handed = (button("to-submissions", "t"),) if context.ledger.count_submissions() else ()
    pack = context.ledger.pack(context.today)
    lines += owed_lines(pack, context) if pack else []
    signs = ((button("to-pack", "a"),),) if pack else ()
    ledgers = (_to_report(context), button("to-hazards", "z"), *handed)
    writes = context.ledger.exams().sitting() is not None
    then = ((button("exam-go-on", "o"),),) if writes else signs
    (common,) = _common(context)
    common = (button("to-own-card", "q"), *common)
    rows = _fitting((*_to_checks(owed, context), ledgers, *then, *_hubs(context), common))
    return Screen((*lines, GAP, Line("menu-place", {"name": name})), rows)


def _hubs(context: Context) -> tuple[Row, ...]:
    """Training where there is something for the reader; whom to call in an emergency is for everybody."""
    learns = (button("to-learning", "n"),) if learning.HUB.open_places(context) else ()
    return ((*learns, button("to-emergency", "u")),)


def _to_report(context: Context) -> Button:
    """A new hazard, or the draft that waits."""
    return button("to-report" if report.waiting(context) is None else "to-report-on", "r")


def _owed_line(duty: Duty, context: Context) -> Line:
    form = context.ledger.form(duty.key.checklist)
    title = Line("owed-by-campaign", {"title": duty.campaign}) if duty.campaign else form.title
    args: dict[str, Argument] = {"form": title, "due": on_day(duty.due, context.today)}
    if duty.state in FIXING:
        return Line("owed-fix", {"form": title, "state": duty.state.value})
    if duty.due < context.today:
        return Line("owed-late", args)
    minutes = max(1, round(len(form.questions) / 3))
    return Line("owed-begun" if duty.state is DutyState.BEGUN else "owed", {**args, "minutes": minutes})


def _to_checks(owed: list[Duty], context: Context) -> tuple[Row, ...]:
    """What is most urgent with one tap; beside it everything else that is owed, or the list of forms."""
    much = context.ledger.owed().count_open()
    first = (_first_button(owed, context),) if owed else ()
    if much > ONLY_ONE:
        return ((*first, button("to-todo", "m", n=much)),)
    choice = (button("choose-check", "c"),) if len(owed) > ONLY_ONE else ()
    return ((*first, *choice),) if first else ()


def _first_button(owed: list[Duty], context: Context) -> Button:
    first = owed[0]
    if first.state in FIXING:
        return button("to-fix", "k")
    if first.state is not DutyState.BEGUN:
        return button("to-check", "k")
    number = _open_number(first, context)
    return button("go-on", "k", n=number) if number else button("go-on-review", "k")


def _open_number(duty: Duty, context: Context) -> int | None:
    """The number of the first open question, None when only the review is left."""
    if context.ledger.draft(duty.key) is None:
        return None
    sheet = sheet_of(duty.key, context)
    waiting = waiting_question(duty.key, context)
    question = sheet.question(waiting) if waiting in sheet.form.places else sheet.next_open()
    return sheet.position(question)[0] if question else None


def waiting_question(key: CheckKey, context: Context) -> str | None:
    """The question at which this self-check was left for the menu."""
    for state in reversed(context.under):
        if state.flow == "check" and key_of(state) == key:
            question: Json = state.data.get("q")
            return question if isinstance(question, str) else None
    return None


def _common(context: Context) -> tuple[Row, ...]:
    """Who has several seats finds the language there."""
    several = len(context.ledger.seats()) > ONLY_ONE
    first = button("to-seats", "w") if several else button("to-language", "l")
    return ((first, button("to-privacy", "p"), button("to-help", "h")),)


def _fitting(rows: tuple[Row, ...], gives_way: tuple[str, ...] = GIVES_WAY) -> tuple[Row, ...]:
    """What stands with the help as well gives way, one after the other, where there are more than eight."""
    for option in gives_way:
        if sum(map(len, rows)) <= MOST:
            break
        rows = tuple(tuple(one for one in row if one.option != option) for row in rows)
    return tuple(row for row in rows if row)
