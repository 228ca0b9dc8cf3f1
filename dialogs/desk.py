"""The desk: who hears an input. Commands, stale taps, admission, messages that fit nowhere; the rest is the flows'.

Every input ends on a screen with a next step. What no conversation can use is kept and answered with one line.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogs import drills, imports, own_lists, reading, typed, unfit
from dialogs.context import Context
from dialogs.danger import dangerous
from dialogs.flow import FLOWS
from dialogs.spots import guest
from dialogs.talk import (
    Commanded,
    Input,
    Line,
    Opened,
    Says,
    Screen,
    SentPhoto,
    State,
    Step,
    Tapped,
    Wrote,
)
from dialogs.texts import Texts
from dialogs.whence import ASIDE
from safety.errors import Refusal
from safety.events import Event
from safety.ledger import Ledger
from safety.people import Actor, Right, Seat

HOME = State("menu")
DOOR = State("join")
DEEPEST = 4  # conversations that may wait below the present one
COMMANDS = {
    "help": "help",
    "language": "language",
    "privacy": "privacy",
    "check": "check",
    "review": "check",
    "hazards": "hazards",
    "hazard": "report",
    "digest": "digest",
    "approvals": "approvals",
    "unreachable": "reach",
    "verify": "verify",
    "pledge": "pledges",
    "tip": "tip",
    "exam": "exam",
    "warn": "warnings",
    "supplies": "supplies",
    "call": "responders",
    "incident": "incident",
    "drill": "drill",
    "rollcall": "drill",
    "training": "learning",
    "course": "course",
    "lesson": "lesson",
    "inspect": "spot",
    "enterprise": "enterprise",
    "hours": "hours",
    "emergency": "emergency",
    "supervise": "supervise",
    "campaign": "campaigns",
    "groups": "groups",
    "interview": "interview",
    "seats": "seats",
    "records": "records",
    "statistics": "statistics",
    "audit": "audit",
    "invite": "sheets",
    "handover": "handover",
    "todo": "todo",
    "import": "import",
}
ARRIVED = frozenset({"", "waiting"})  # steps of joining that are over once there is a seat
DRAFTS = frozenset({"check", "report"})  # wait below the menu, and longer than others
POSTER = re.compile(r"t_([0-9A-Z]{18})", re.ASCII)  # a link from a poster: /start t_<credit code>
SPOT = "s_"  # a link to a spot exam: /start s_<key>, or its code: /start s_471123
LESSON = "k_"  # a link that signs in to a lesson: /start k_4711
RECEIPT = "v_"  # a link from a printed paper: /start v_ZC-2026-000001
AT_ANY_SEAT = frozenset({"seats", "handover"})  # over with the seat that they were begun in
IDLE = frozenset({"menu", "emergency", "learning", "supervise", "help"})  # where nothing is under way
HOMEWARD = frozenset({"start", "menu", "cancel"})


@dataclass(frozen=True, slots=True)
class Session:
    """One person's conversation: where it stands, the number of the screen last drawn, what waits below.

    parked   what waits in the person's other seats, by seat: a draft of one enterprise is never gone on with in another
    """

    state: State = HOME
    screen: int = 0
    under: tuple[State, ...] = ()
    parked: Mapping[str, tuple[State, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heard:
    """What an input came to. `redraw` false: the screen stays as it is, only the toast is shown; `guess`: a wrong secret of this kind."""

    session: Session
    events: Sequence[Event] = field(default_factory=tuple)
    toast: Line | None = None
    redraw: bool = True
    say: Says | None = None
    guess: str | None = None


def hear(
    session: Session, told: Input, actor: Actor, ledger: Ledger, now: datetime, texts: Texts | None = None
) -> Heard:
    """Let the right conversation answer an input. Nothing is written; the events say what happened.

    With `texts` the words of buttons are known, and typing them is as good as tapping.
    """
    standing, lost = standing_of(session, actor)
    context = Context(actor, ledger, now, standing.under)
    try:
        heard = _mustered(standing, told, context) or _typed(standing, told, context, texts)
        heard = heard or _heard(standing, told, context)
    except Refusal as refusal:
        heard = refused(standing, refusal)
    heard = _noticed(heard, context)
    return heard if heard.say or lost is None else replace(heard, say=lost)


def _mustered(session: Session, told: Input, context: Context) -> Heard | None:
    """Plain words that answer a roll call count wherever they are typed, until their person has answered."""
    if not isinstance(told, Wrote) or told.edited or not _inside(context.actor):
        return None
    state = drills.called(session.state, told.text, context)
    return None if state is None else _entered(session, state, Opened(state), context)


def _noticed(heard: Heard, context: Context) -> Heard:
    """The conversation remembers what it is about to show."""
    state = heard.session.state
    notice = FLOWS[state.flow].noticed
    if notice is None or not heard.redraw:
        return heard
    return replace(heard, session=replace(heard.session, state=notice(state, context)))


def draw(session: Session, actor: Actor, ledger: Ledger, now: datetime, say: Says | None = None) -> Screen:
    """Draw where a session stands, from what is recorded now. `say` stands on top, once."""
    say = say(ledger) if callable(say) else say
    standing, lost = standing_of(session, actor)
    context = Context(actor, ledger, now, standing.under)
    state = standing.state
    try:
        screen = FLOWS[state.flow].show(state, context)
    except Refusal as refusal:
        state, say = _door_or_home(actor), Line(refusal.line, refusal.arguments)
        screen = FLOWS[state.flow].show(state, context)
    top = say or lost
    whole = replace(screen, flow=state.flow, lines=(top, *screen.lines) if top else screen.lines)
    return replace(whole, reads=reading.reads(whole, state))


def refused(session: Session, refusal: Refusal) -> Heard:
    """A rule said no, here or when the events were recorded: the sentence stands on the same screen."""
    return Heard(session, say=Line(refusal.line, refusal.arguments), guess=refusal.guess)


def standing_of(session: Session, actor: Actor) -> tuple[Session, Line | None]:
    """The session as it may go on: known flow and version, admitted person. A line when it had to start again."""
    flow = FLOWS.get(session.state.flow)
    if flow is None or flow.version != session.state.version:
        return Session(_door_or_home(actor), session.screen), Line("started-again")
    if not _inside(actor) and not flow.open:
        return Session(DOOR, session.screen), None
    if _inside(actor) and session.state.flow == DOOR.flow and session.state.at in ARRIVED:
        return replace(session, state=HOME), None
    return session, None


def reseated(session: Session, before: Seat, after: Seat) -> Session:
    """The session of who acts from another seat now: what was under way waits in the old one, what waited in the new one is back."""
    whole = [one for one in (*session.under, session.state) if one.flow in FLOWS and one.flow not in IDLE]
    personal = [one for one in whole if FLOWS[one.flow].open or FLOWS[one.flow].discreet]
    left = tuple(one for one in whole if one not in personal and one.flow not in AT_ANY_SEAT)
    parked = {name: states for name, states in session.parked.items() if name != _name(after)}
    if left:
        parked[_name(before)] = left
    back = session.parked.get(_name(after), ())
    return replace(session, state=HOME, under=(*back, *personal), parked=parked)


def _name(seat: Seat) -> str:
    return f"{seat.role}/{seat.enterprise or ''}/{seat.area or ''}"


def _inside(actor: Actor) -> bool:
    return actor.consented and actor.seat is not None


def _door_or_home(actor: Actor) -> State:
    return HOME if _inside(actor) else DOOR


def _heard(session: Session, told: Input, context: Context) -> Heard:
    if isinstance(told, Tapped):
        return _tapped(session, told, context)
    if isinstance(told, Commanded):
        return _commanded(session, told, context)
    if isinstance(told, Opened):
        return _entered(session, told.state, told, context)
    step = FLOWS[session.state.flow].step(session.state, told, context)
    return _after(session, step, context) if step is not None else _kept(session, told, context)


def _typed(session: Session, told: Input, context: Context, texts: Texts | None) -> Heard | None:
    """Words that stand for a button of the screen, or for a command; None when they are anything else."""
    flow, state = FLOWS[session.state.flow], session.state
    if texts is None or not isinstance(told, Wrote) or told.edited:
        return None
    if flow.claims is not None and flow.claims(state, told, context):
        return None
    numbers = state.at not in flow.unnumbered and context.actor.consented
    option = typed.option_of(told.text, flow.show(state, context), texts, numbers=numbers)
    if option is not None:
        return _said(_tapped(session, Tapped(state.flow, session.screen, option), context))
    writes = flow.writes is not None and flow.writes(state, context)
    command = typed.command_of(told.text, texts, strong=writes) if _inside(context.actor) else None
    return None if command is None else _commanded(session, Commanded(command), context)


def _said(heard: Heard) -> Heard:
    """What a tap came to, for somebody who typed: a toast has to stand on the screen."""
    return replace(heard, toast=None, redraw=True, say=heard.say or heard.toast)


def _tapped(session: Session, tap: Tapped, context: Context) -> Heard:
    """A tap counts only on the screen last drawn; the home screen may stand in for one that could not be drawn."""
    state = session.state
    if tap.screen == session.screen and tap.flow in {HOME.flow, DOOR.flow} and tap.flow != state.flow:
        state = _door_or_home(context.actor)
    if tap.screen != session.screen or tap.flow != state.flow:
        return Heard(session, toast=Line("toast-stale"))
    here = replace(session, state=state)
    step = FLOWS[state.flow].step(state, tap, context)
    return _after(here, step, context) if step is not None else Heard(here, toast=Line("toast-stale"))


def _commanded(session: Session, command: Commanded, context: Context) -> Heard:
    if command.name == "start" and command.argument:
        return _linked(session, command, context)
    if command.name in HOMEWARD:
        written = guest.going_on(context)
        if written is not None:
            return Heard(_on_top(session, written))
        say = Line("cancelled") if command.name == "cancel" else None
        return Heard(_on_top(session, _door_or_home(context.actor)), say=say)
    name = COMMANDS.get(command.name)
    if name == "tip" and context.actor.consented and context.actor.may(Right.HANDLE_TIPS):
        name = "tips"
    if name is None:
        return Heard(session, say=Line("unknown-command"))
    if command.name == name == session.state.flow == "check" and session.state.at not in FLOWS[name].ends:
        return Heard(session)
    return _entered(session, State(name), command, context)


def _linked(session: Session, command: Commanded, context: Context) -> Heard:
    """A link was opened: of a printed paper, of a poster, else an invitation."""
    if command.argument.startswith(RECEIPT):
        told = Commanded("verify", command.argument.removeprefix(RECEIPT))
        return _entered(session, State("verify"), told, context)
    if command.argument.startswith(LESSON):
        told = Commanded("lesson", command.argument.removeprefix(LESSON))
        return _entered(session, State("lesson"), told, context)
    if command.argument.startswith(SPOT):
        told = Commanded("inspect", command.argument.removeprefix(SPOT))
        seated = context.actor.seat is not None
        return _entered(session, State("spot" if seated else guest.FLOW), told, context)
    poster = POSTER.fullmatch(command.argument)
    if poster is not None and _inside(context.actor) and context.actor.may(Right.INSPECT):
        pocket = State(
            "spot", "card", {"code": poster.group(1)}
        )  # the code at the gate, read by an inspector
        return _entered(session, pocket, Opened(pocket), context)
    if poster is not None:
        return _entered(session, State("tip"), Commanded("tip", poster.group(1)), context)
    return _entered(session, DOOR, command, context)


def _entered(session: Session, state: State, told: Input, context: Context) -> Heard:
    """Open a conversation on top of the present one, which waits below and comes back afterwards."""
    flow = FLOWS.get(state.flow)
    if flow is None or flow.version != state.version:
        return Heard(session, say=Line("started-again"))
    if not _inside(context.actor) and not flow.open:
        return Heard(replace(session, state=guest.going_on(context) or DOOR))
    above = _on_top(session, state)
    step = flow.step(state, told, replace(context, under=(*session.under, session.state)))
    return _after(above, step, context) if step is not None else Heard(above)


def _after(session: Session, step: Step, context: Context) -> Heard:
    """The session as a step leaves it. A conversation that ends gives way to the one below, or to the menu."""
    if step.left is not None:
        session = replace(session, state=step.left)
    if step.state is None:
        going_on = _below(session, step.keep, context)
    elif step.state.flow != session.state.flow:
        going_on = _on_top(session, step.state)
    else:
        going_on = replace(session, state=step.state)
    return Heard(going_on, step.events, step.toast, not step.same, step.say)


def _below(session: Session, keep: State | None, context: Context) -> Session:
    """What comes back when a conversation ends; drafts that were put aside stay where they are."""
    aside = [state for state in session.under if state.data.get(ASIDE)]
    rest = [state for state in session.under if not state.data.get(ASIDE)]
    if keep is not None:
        aside = [*aside, replace(keep, data={**keep.data, ASIDE: True})]
    state = rest[-1] if rest else _door_or_home(context.actor)
    return replace(session, state=state, under=(*aside, *rest[:-1]))


def _on_top(session: Session, state: State) -> Session:
    """A new conversation above the present one: each conversation waits at most once, the door never."""
    waiting = [*session.under, session.state] if session.state != state else [*session.under]
    kept = [one for one in waiting if one.flow != state.flow and one != DOOR and _lasts(one)]
    unique = {one.flow: one for one in kept}
    short = [one for one in unique.values() if one.flow not in DRAFTS][-DEEPEST:]
    under = tuple(one for one in unique.values() if one.flow in DRAFTS or (one in short and state != HOME))
    return Session(state, session.screen, under)


def _lasts(state: State) -> bool:
    flow = FLOWS.get(state.flow)
    return flow is None or flow.lasts is None or flow.lasts(state)


def _alarms(session: Session, told: Input, context: Context) -> bool:
    """Words of danger that are said to nothing in particular begin the report of an incident."""
    if (
        not isinstance(told, Wrote)
        or told.edited
        or session.state.flow not in IDLE
        or not _inside(context.actor)
    ):
        return False
    may = context.actor.may(Right.REPORT_INCIDENT)
    return may and dangerous(told.text, context.ledger.danger_words())


def _kept(session: Session, told: Input, context: Context) -> Heard:
    """A message that fits nowhere: kept, and answered with what is accepted here. Before consent nothing is kept."""
    flow = FLOWS[session.state.flow]
    if session.state.at in flow.ends:
        session = _on_top(session, _door_or_home(context.actor))
        flow = FLOWS[session.state.flow]
    if isinstance(told, SentPhoto) and _inside(context.actor) and context.actor.may(Right.REPORT_HAZARD):
        return _entered(session, State("report"), told, context)
    if imports.fits(told) and _inside(context.actor) and context.actor.may(Right.IMPORT):
        return _entered(session, State(imports.FLOW), told, context)
    if _inside(context.actor) and own_lists.fits(told, context):
        return _entered(session, State(own_lists.FLOW, own_lists.WHICH), told, context)
    if _alarms(session, told, context):
        return _entered(session, State("incident"), told, context)
    said = unfit.answer(told, flow, session.state, context)
    return Heard(session, (unfit.kept(told),) if context.actor.consented else (), say=said)
