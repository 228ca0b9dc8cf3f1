"""How an inspection ends: put before somebody of the enterprise, or closed with the reason why nobody confirms; or given up."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.talk import Button, Line, Screen, State, Step
from dialogs.visits.meant import at, needed, open_one, own
from dialogs.visits.wording import findings, forms, title
from safety.errors import Refusal
from safety.events_visits import VisitClosed, VisitDropped, VisitPresented
from safety.visits import UNFINISHED, Ending, Visit, VisitState

SHOWN = 4
REASONS: dict[Ending, tuple[str, ...]] = {
    Ending.REFUSED: ("disputes", "no-word"),
    Ending.ABSENT: ("closed", "no-manager", "no-phone"),
}


def show(state: State, context: Context) -> Screen:
    """The summary, and who was there."""
    one = open_one(state, context)
    hosts = context.ledger.visits().hosts(one.id)[:SHOWN]
    lines: list[Line | Words] = [*title(one), *forms(one), *findings(one, context), GAP]
    lines.append(Line("visit-who-was-there" if hosts else "visit-nobody-joined"))
    for n, host in enumerate(hosts, 1):
        lines.append(Line("visit-host", {"n": n, "person": host.name, "role": role_line(host.role)}))
    rows: tuple[Row, ...] = (
        *cards.list_rows(len(hosts), 0, len(hosts)),
        (button("visit-nobody-confirms", "r"),),
        (button("back", "b"), button("to-menu", "e")),
    )
    return Screen(lines, rows)


def tapped(state: State, option: str, context: Context) -> Step | None:
    """Put it before one of them, or say why nobody confirms."""
    one = open_one(state, context)
    if option == "b":
        return Step(own(one))
    if option == "r":
        return Step(at("why", one))
    hosts = context.ledger.visits().hosts(one.id)[:SHOWN]
    place = cards.index_in("a", option, len(hosts))
    if place is None:
        return None
    said = Line("visit-presented", {"person": hosts[place].name})
    return Step(own(one), (VisitPresented(one.id, hosts[place].person),), say=said)


# --- nobody confirms ----------------------------------------------------------------------------------------------


def _mine(state: State, context: Context) -> Visit:
    one = needed(state, context)
    if not one.mine:
        raise Refusal("visit-gone")
    if one.state not in UNFINISHED:
        raise Refusal("visit-over")
    return one


def ending_of(state: State) -> Ending | None:
    """Whether it is refusal or absence that is being explained; None: not said yet."""
    kept = state.data.get("ending")
    return next((one for one in REASONS if one.value == kept), None)


def show_why(state: State, context: Context) -> Screen:
    """Refused or nobody there, then why: usual reasons, or typed."""
    one, ending = _mine(state, context), ending_of(state)
    if ending is None:
        ways: Row = (button("visit-refused", "r"), button("visit-absent", "n"))
        return Screen([*title(one), Line("visit-why-nobody")], (ways, (button("back", "b"),)))
    usual = [Button(Line("visit-reason", {"reason": why}), f"a{n}") for n, why in enumerate(REASONS[ending])]
    rows: list[Row] = [(one,) for one in usual]
    return Screen((Line("visit-why-ask", {"ending": ending.value}),), (*rows, (button("back", "b"),)))


def tapped_why(state: State, option: str, context: Context) -> Step | None:
    """A usual reason ends it."""
    one, ending = _mine(state, context), ending_of(state)
    if option == "b":
        return Step(own(one) if ending is None else at("why", one))
    if ending is None:
        kinds = {"r": Ending.REFUSED, "n": Ending.ABSENT}
        return Step(at("why", one, ending=kinds[option].value)) if option in kinds else None
    place = cards.index_in("a", option, len(REASONS[ending]))
    return None if place is None else _closed(one, ending, REASONS[ending][place])


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A reason in one's own words ends it too, once it is said what it is the reason of."""
    one, ending = _mine(state, context), ending_of(state)
    return None if ending is None else _closed(one, ending, text)


def _closed(one: Visit, ending: Ending, reason: str) -> Step:
    if one.ready:
        return Step(own(one), say=Line(one.ready))
    return Step(own(one), (VisitClosed(one.id, ending, reason),), say=Line("visit-closed-said"))


# --- given up -----------------------------------------------------------------------------------------------------


def _lead(state: State, context: Context) -> Visit:
    one = open_one(state, context)
    if one.lead.person != context.actor.person or one.state is not VisitState.OPEN:
        raise Refusal("not-allowed")
    return one


def show_gone(state: State, context: Context) -> Screen:
    """Asked once: nothing of it counts then."""
    one = _lead(state, context)
    rows: tuple[Row, ...] = ((button("visit-give-up-yes", "y"), button("back", "b")),)
    return Screen([*title(one), Line("visit-give-up-sure", {"n": len(one.standing)})], rows)


def tapped_gone(state: State, option: str, context: Context) -> Step | None:
    """Nothing of it counts."""
    one = _lead(state, context)
    if option == "b":
        return Step(own(one))
    return (
        Step(State("menu"), (VisitDropped(one.id),), say=Line("visit-gone-said")) if option == "y" else None
    )
