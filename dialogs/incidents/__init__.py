"""Incidents (事故): reported in a few taps, on record with a number, added to and answered. Near misses stand apart."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import PAGE, Row, button
from dialogs.context import Context
from dialogs.drills.home import REAL
from dialogs.drills.wording import FLOW as DRILL
from dialogs.drills.wording import at_card
from dialogs.incidents import reporting, saying
from dialogs.incidents.draft import FLOW, SEND, WHAT, WHERE, Draft
from dialogs.talk import Commanded, Input, Line, Opened, Screen, SentPhoto, State, Step, Tapped, Wrote
from safety.drills import Drill
from safety.errors import Refusal
from safety.events_hazards import Picture
from safety.events_incidents import IncidentAdded, IncidentAnswered
from safety.incidents import LONGEST_WORDS, Incident, Status
from safety.people import Right

__all__ = ["FLOW", "UNNUMBERED", "accepts", "claims", "show", "step", "writes"]

LIST, CARD, PHOTOS, NEAR = "list", "card", "photos", "near"
UNNUMBERED = frozenset({WHAT, WHERE, SEND, CARD})
ANSWERS = {"k": Status.SEEN, "c": Status.COMING, "p": Status.CALL, "o": Status.OVER}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer an input: of the enterprise, or of who watches over it."""
    context.need(Right.HANDLE_INCIDENT if context.supervises else Right.REPORT_INCIDENT)
    if isinstance(told, Commanded):
        return Step(State(FLOW, LIST) if context.supervises else Draft().at(WHAT))
    if isinstance(told, Opened):
        incident_of(state, context)
        return Step(state)
    if isinstance(told, Wrote):
        return None if told.edited or not told.text.strip() else _wrote(state, told.text.strip(), context)
    if isinstance(told, SentPhoto):
        return _photographed(state, told, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at == CARD:
        return _said(incident_of(state, context), text, context)
    return (
        None
        if context.supervises or state.at not in reporting.STEPS
        else reporting.wrote(state, text, context)
    )


def _said(one: Incident, text: str, context: Context) -> Step:
    """More from the enterprise; from a supervisor a word that goes back."""
    words = text[:LONGEST_WORDS]
    if context.supervises:
        return Step(
            _card(one), (IncidentAnswered(one.number, Status.CALL, words),), say=Line("incident-answered")
        )
    return Step(_card(one), (IncidentAdded(one.number, words),), say=Line("incident-added"))


def _photographed(state: State, photo: SentPhoto, context: Context) -> Step | None:
    if context.supervises:
        return None
    if state.at != CARD:
        return reporting.photographed(state, photo) if state.at in reporting.STEPS else None
    one = incident_of(state, context)
    picture = Picture(photo.file, photo.unique, photo.size, photo.caption)
    return Step(
        _card(one), (IncidentAdded(one.number, photo.caption, (picture,)),), say=Line("incident-added")
    )


def _card(one: Incident) -> State:
    return State(FLOW, CARD, {"number": one.number})


def incident_of(state: State, context: Context) -> Incident:
    """The incident that a state names; without a number the one just reported. Refusal outside the scope."""
    number = str(state.data.get("number", ""))
    book = context.ledger.incidents()
    found = book.one(number) if number else book.last()
    if found is None:
        raise Refusal("incident-gone")
    return found


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if state.at in {LIST, NEAR} or (state.at == WHAT and context.supervises):
        return _on_list(state, option, context)
    if state.at in reporting.STEPS:
        return reporting.tapped(state, option, context)
    one = incident_of(state, context)
    return _on_photos(state, one, option) if state.at == PHOTOS else _on_card(one, option, context)


def _on_card(one: Incident, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW, NEAR if one.near else LIST))
    if option == "t":
        return Step(State("responders"))
    if option == "l" and _rolls(one, context):
        running = _running(context)
        return Step(State(DRILL, REAL) if running is None else at_card(running))
    if option == "f" and one.photos:
        return Step(State(FLOW, PHOTOS, {"number": one.number}))
    status = ANSWERS.get(option) if context.supervises and one.over is None else None
    if status is None:
        return None
    return Step(_card(one), (IncidentAnswered(one.number, status),), say=Line("incident-answered"))


def _on_photos(state: State, one: Incident, option: str) -> Step | None:
    place = state.data.get("photo")
    if option == "n":
        following = ((place if isinstance(place, int) else 0) + 1) % max(1, len(one.photos))
        return Step(State(FLOW, PHOTOS, {"number": one.number, "photo": following}))
    return Step(_card(one)) if option == "b" else None


def _on_list(state: State, option: str, context: Context) -> Step | None:
    near, book = state.at == NEAR, context.ledger.incidents()
    if option == "w" and not context.supervises:
        return Step(State(FLOW, LIST if near else NEAR))
    if option == "n" and not context.supervises:
        return Step(Draft().at(WHAT))
    total = book.count(near=near)
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, state.at, {"offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = book.listed(near=near, offset=offset, limit=PAGE) if place is not None else ()
    return Step(_card(shown[place])) if place is not None and place < len(shown) else None


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.HANDLE_INCIDENT if context.supervises else Right.REPORT_INCIDENT)
    if state.at in {LIST, NEAR} or (state.at == WHAT and context.supervises):
        return _list(state, context)
    if state.at in reporting.STEPS:
        return reporting.show(state, context)
    one = incident_of(state, context)
    if state.at == PHOTOS and one.photos:
        return _gallery(state, one)
    return Screen(saying.told(one, context) + _hint(one, context), _ways(one, context))


def _rolls(one: Incident, context: Context) -> bool:
    """Whether the roll can be called from here: by the enterprise, while it goes on."""
    ours = not context.supervises and context.actor.may(Right.JOIN_DRILL)
    return ours and one.over is None and not one.near


def _running(context: Context) -> Drill | None:
    """The roll call in earnest that goes on."""
    found = context.ledger.drills().running()
    return found if found is not None and found.real else None


def _hint(one: Incident, context: Context) -> list[Line | Words]:
    reader = "office" if context.supervises else "own"
    return [Line("incident-hint", {"reader": reader})] if one.over is None else []


def _ways(one: Incident, context: Context) -> tuple[Row, ...]:
    answers: list[Row] = []
    if context.supervises and one.over is None:
        labels = {"k": "incident-seen", "c": "incident-coming", "p": "incident-call", "o": "incident-over"}
        buttons = [button(label, option) for option, label in labels.items()]
        answers = [tuple(buttons[:2]), tuple(buttons[2:])]
    call: Row = (button("to-responders", "t"),) if one.over is None and not one.near else ()
    photos: Row = (button("incident-see-photos", "f", n=len(one.photos)),) if one.photos else ()
    roll: Row = ()
    if _rolls(one, context):
        roll = (button("to-rollcall" if _running(context) is None else "roll-go-on", "l"),)
    rows = (*answers, roll, (*photos, *call), (button("back-to-list", "b"), button("to-menu", "e")))
    return tuple(row for row in rows if row)


def _gallery(state: State, one: Incident) -> Screen:
    kept = state.data.get("photo")
    place = (kept if isinstance(kept, int) and kept >= 0 else 0) % len(one.photos)
    line = Line("incident-photo", {"number": one.number, "n": place + 1, "total": len(one.photos)})
    more: Row = (button("incident-next-photo", "n"),) if len(one.photos) > 1 else ()
    return Screen((line,), ((*more, button("back", "b")),), photo=one.photos[place])


def _list(state: State, context: Context) -> Screen:
    near, book = state.at == NEAR, context.ledger.incidents()
    total = book.count(near=near)
    offset = cards.offset_of(state, total)
    shown = book.listed(near=near, offset=offset, limit=PAGE)
    title = Line("incidents-near" if near else "incidents-title", {"n": total})
    lines: list[Line | Words] = [title, *(_item(n, one, context) for n, one in enumerate(shown, offset + 1))]
    ways: list[Row] = [*cards.list_rows(len(shown), offset, total)]
    if not context.supervises:
        other = button("incidents-to-real" if near else "incidents-to-near", "w")
        ways.append((button("incident-new", "n"), other))
    return Screen(lines, (*ways, (button("to-menu", "e"),)))


def _item(number: int, one: Incident, context: Context) -> Line:
    return Line("incident-item", {
        "n": number, "number": one.number, "kind": saying.named(one.kind, context), "enterprise": one.enterprise,
        "time": one.reported_at, "over": "yes" if one.over is not None or one.near else "no",
    })  # fmt: skip


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if state.at in reporting.STEPS and not context.supervises:
        return Line("incident-accepts")
    reader = "office" if context.supervises else "own"
    return Line("incident-hint", {"reader": reader}) if state.at == CARD else Line("accepts-buttons")


def writes(state: State, context: Context) -> bool:
    """Where any words may be an answer."""
    return state.at == CARD or (state.at in {WHERE, SEND} and not context.supervises)


def claims(state: State, told: Wrote, _context: Context) -> bool:
    """A place with a number in it is no button."""
    return state.at == WHERE and any(sign.isdigit() for sign in told.text)
