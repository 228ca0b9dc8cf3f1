"""Papers with a date (证件): certificates of people, licences, special equipment. What is over or soon due stands first; renewal keeps the versions."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.certificates import entering
from dialogs.certificates.draft import (
    CHECK,
    DATE,
    END,
    FLOW,
    PLACE,
    REVIEW,
    STEPS,
    WHO,
    Draft,
    known_of,
    renewal_of,
)
from dialogs.context import Context
from dialogs.staff.wording import basis_line, kind_words, rules, standing
from dialogs.talk import (
    Argument,
    Commanded,
    Input,
    Json,
    Line,
    Opened,
    Screen,
    SentPhoto,
    State,
    Step,
    Tapped,
    Wrote,
)
from safety.certificates import Certificate
from safety.errors import Refusal
from safety.events_staff import CertificateDropped
from safety.people import Right

CARD, PICTURE, WHY = "card", "picture", "why"
PAGE = 4
SHORTEST = 2
TYPED = frozenset({WHO, DATE, PLACE, CHECK, END, REVIEW, WHY})
UNNUMBERED = TYPED

__all__ = ["FLOW", "UNNUMBERED", "accepts", "show", "step", "writes"]


def step(state: State, told: Input, context: Context) -> Step | None:
    """Go through the list, open a paper, enter one by photo and a few answers."""
    context.need(Right.SEE_OWN_PAPERS)
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Commanded):
        return Step(State(FLOW))
    if isinstance(told, SentPhoto):
        return _photographed(state, told, context)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text.strip(), context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _photographed(state: State, photo: SentPhoto, context: Context) -> Step | None:
    """A photo begins a new paper, or belongs to the one that is being entered."""
    if state.at in STEPS:
        return entering.photographed(state, photo)
    if state.at in {CARD, PICTURE, WHY}:
        return _with_photo(state, photo, _of(state, context), context)
    return entering.photographed(entering.began(_new(state, context), context), photo)


def _with_photo(state: State, photo: SentPhoto, one: Certificate, context: Context) -> Step | None:
    """The photo that a paper lacks is added to it; one that has a photo is renewed with the new one."""
    kind = rules(context).by_id.get(one.kind)
    if kind is None or not one.current:
        return None
    if one.photo is None and not one.waits:
        return entering.photographed(known_of(one, kind, _only(state)).state(CHECK), photo)
    renewed = renewal_of(one, kind, _only(state))
    return entering.photographed(entering.began(renewed, context), photo)


def _new(state: State, context: Context) -> Draft:
    """A paper of the one whose list it is; who only works here enters their own."""
    only = _only(state)
    me = None if context.actor.may(Right.KEEP_STAFF) else context.ledger.staff().me()
    if not context.actor.may(Right.KEEP_STAFF) and me is None:
        raise Refusal("staff-gone")
    return Draft(worker=me.id if me is not None else only, only=only)


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at == WHY:
        return _dropped(state, text, context)
    return entering.wrote(state, text, context) if state.at in STEPS and text else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if state.at in STEPS:
        return entering.step(state, option, context)
    if state.at in {CARD, PICTURE, WHY}:
        return _on_card(state, option, context)
    return _on_list(state, option, context)


def _on_list(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        only = _only(state)
        return Step(State("learning") if only is None else State("staff", "card", {"worker": only}))
    if option == "n":
        return Step(entering.began(_new(state, context), context))
    found = _listed(state, context)
    offset = cards.offset_of(state, len(found))
    place = cards.index_in("a", option, len(found[offset : offset + PAGE]))
    if place is not None:
        return Step(_at(state, CARD, found[offset + place].id))
    turned = cards.turned(option, offset, len(found), PAGE)
    return None if turned is None else Step(State(FLOW, "", {**_kept(state), "offset": turned}))


def _on_card(state: State, option: str, context: Context) -> Step | None:
    one = _of(state, context)
    if option == "b":
        return Step(State(FLOW, "", _kept(state)) if state.at == CARD else _at(state, CARD, one.id))
    if option == "f" and one.photo is not None:
        return Step(_at(state, PICTURE, one.id))
    if option == "w":
        renewed = _renewed(state, one, context)
        return None if renewed is None else Step(renewed)
    drops = one.current and context.actor.may(Right.KEEP_STAFF)
    return Step(_at(state, WHY, one.id)) if option == "x" and drops else None


def _renewed(state: State, one: Certificate, context: Context) -> State | None:
    kind = rules(context).by_id.get(one.kind)
    if kind is None or not one.current:
        return None
    return entering.began(renewal_of(one, kind, _only(state)), context)


def _dropped(state: State, text: str, context: Context) -> Step:
    context.need(Right.KEEP_STAFF)
    one = _of(state, context)
    kind = rules(context).by_id.get(one.kind)
    if len(text) < SHORTEST or kind is None:
        return Step(state, say=Line("paper-why-short"))
    event = CertificateDropped(one.id, kind.family, text)
    return Step(State(FLOW, "", _kept(state)), (event,), say=Line("paper-dropped"))


def _only(state: State) -> int | None:
    kept = state.data.get("worker")
    return kept if isinstance(kept, int) else None


def _kept(state: State) -> dict[str, Json]:
    only = _only(state)
    return {} if only is None else {"worker": only}


def _at(state: State, at: str, paper: int) -> State:
    return State(FLOW, at, {**_kept(state), "paper": paper})


def _of(state: State, context: Context) -> Certificate:
    """The paper of a card. Refusal when the reader may not see it."""
    kept = state.data.get("paper")
    one = context.ledger.staff().certificate(kept) if isinstance(kept, int) else None
    if one is None:
        raise Refusal("paper-gone")
    return one


def _listed(state: State, context: Context) -> list[Certificate]:
    only = _only(state)
    every = context.ledger.staff().certificates()
    return [one for one in every if only is None or one.worker == only]


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The list, a paper, or what is asked of a new one."""
    context.need(Right.SEE_OWN_PAPERS)
    if state.at in STEPS:
        return entering.show(state, context)
    if state.at == PICTURE:
        one = _of(state, context)
        return Screen((_title(one, context),), ((button("back", "b"),),), photo=one.photo)
    if state.at == WHY:
        return Screen((Line("paper-ask-why"),), ((button("back", "b"),),))
    return _card(state, context) if state.at == CARD else _list(state, context)


def _list(state: State, context: Context) -> Screen:
    found = _listed(state, context)
    offset = cards.offset_of(state, len(found))
    shown = found[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("papers-title", {"n": len(found)})]
    lines += [_item(n, one, context) for n, one in enumerate(shown, offset + 1)]
    lines += [GAP, Line("papers-how")]
    ways: Row = (button("paper-add", "n"), button("back", "b"))
    return Screen(lines, (*cards.list_rows(len(shown), offset, len(found)), ways))


def _item(place: int, one: Certificate, context: Context) -> Line:
    args: dict[str, Argument] = {
        "n": place,
        "name": kind_words(one, context),
        "person": one.holder or "none",
        "place": one.place or "none",
        "standing": standing(one, context),
    }
    return Line("papers-item", args)


def _title(one: Certificate, context: Context) -> Line:
    return Line("paper-title", {"name": kind_words(one, context)})


def _card(state: State, context: Context) -> Screen:
    one = _of(state, context)
    kind = rules(context).by_id.get(one.kind)
    lines: list[Line | Words] = [_title(one, context), standing(one, context)]
    if kind is not None:
        known = Draft(
            kind.family, kind.id, one.worker, one.number, one.issued, one.valid_to, one.review, one.place
        )
        lines += entering.details(known, kind, context)[1:-1]
        lines.append(Line("paper-rests", {"basis": basis_line(kind.basis)}))
    if one.waits:
        lines.append(Line("paper-photo-waits"))
    elif one.photo is None:
        lines.append(Line("paper-photo-missing"))
    look: Row = (button("paper-look", "f"),) if one.photo is not None else ()
    renew: Row = (button("paper-renew", "w"),) if one.current and kind is not None else ()
    drop: Row = (button("paper-drop", "x"),) if one.current and context.actor.may(Right.KEEP_STAFF) else ()
    rows = ((*renew, *look), drop, (button("back", "b"), button("to-menu", "e")))
    return Screen(lines, tuple(row for row in rows if row))


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    if state.at in TYPED:
        return Line("paper-accepts", {"at": state.at})
    return Line("paper-accepts-photo")


def writes(state: State, _context: Context) -> bool:
    """Where any words may be meant."""
    return state.at in {WHO, PLACE, CHECK, WHY}
