"""The roster (人员名册): who works here, whether they may start work, who comes, changes, leaves. Who only works here sees their own card."""

from checklists.words import Words
from dialogs import cards, own_lists
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.staff import adding, card
from dialogs.staff.wording import post_line, verdict_of
from dialogs.talk import (
    Argument,
    Commanded,
    Input,
    Json,
    Line,
    Opened,
    Screen,
    SentFile,
    State,
    Step,
    Tapped,
    Wrote,
)
from safety.own_lists import OwnListKind
from safety.people import Right
from safety.staff import Worker

FLOW = "staff"
FOUND = "found"
PAGE = 4  # people on a screen, so that pages and ways fit below
UNNUMBERED = adding.STEPS | {card.BACK, card.LEFT}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Go through the list, look for a name, add, open a card."""
    context.need(Right.SEE_OWN_PAPERS)
    if isinstance(told, SentFile):
        return own_lists.sent(OwnListKind.STAFF, None, told) if own_lists.fits(told, context) else None
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Commanded):
        return Step(State(FLOW))
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text.strip(), context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if option == "e":
        return Step(State("menu"))
    if not context.actor.may(Right.KEEP_STAFF):
        return _own(option, context)
    if state.at == adding.POST and "worker" in state.data:
        return _other_post(state, option, context)
    if state.at in adding.STEPS:
        return adding.step(state, option, context)
    if state.at in card.STEPS:
        return card.step(state, option, context)
    return _on_list(state, option, context)


def _own(option: str, context: Context) -> Step | None:
    """Who only works here: the own papers, and the way back."""
    me = context.ledger.staff().me()
    if option == "c" and me is not None:
        return Step(State("papers", "", {"worker": me.id}))
    return Step(State("learning")) if option == "b" else None


def _other_post(state: State, option: str, context: Context) -> Step | None:
    chosen = adding.step(state, option, context)
    if chosen is None or chosen.state is None or "post" not in chosen.state.data:
        return chosen
    return card.changed_post(card.of(state, context).id, str(chosen.state.data["post"]), context)


def _on_list(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State("learning") if state.at != FOUND else State(FLOW))
    if option == "n":
        return Step(State(FLOW, adding.NAME))
    if option == "i":
        return Step(own_lists.begin(OwnListKind.STAFF))
    total = context.ledger.staff().count()
    offset = cards.offset_of(state, total)
    shown = _shown(state, context)
    place = cards.index_in("a", option, len(shown))
    if place is not None:
        return Step(card.at(shown[place].id))
    turned = cards.turned(option, offset, total, PAGE) if state.at != FOUND else None
    return None if turned is None else Step(State(FLOW, "", {"offset": turned}))


def _shown(state: State, context: Context) -> list[Worker]:
    staff = context.ledger.staff()
    if state.at == FOUND:
        return list(staff.named(str(state.data.get("text", ""))))
    return list(staff.workers(offset=cards.offset_of(state, staff.count()), limit=PAGE))


def _wrote(state: State, text: str, context: Context) -> Step | None:
    """A name leads to its card; a line with more in it is somebody to add."""
    if not context.actor.may(Right.KEEP_STAFF) or not text:
        return None
    if state.at == adding.POST and "worker" in state.data:
        chosen = adding.wrote(state, text, context)
        post = str(chosen.state.data.get("post", "")) if chosen is not None and chosen.state else ""
        return card.changed_post(card.of(state, context).id, post, context) if post else chosen
    if state.at in adding.STEPS:
        return adding.wrote(state, text, context)
    if state.at in {card.BACK, card.LEFT}:
        return card.wrote(state, text, context)
    return _looked_for(text, context) or adding.entered(text, context, unknown=True)


def _looked_for(text: str, context: Context) -> Step | None:
    found = context.ledger.staff().named(text)
    exact = [one for one in found if one.name == text]
    if len(exact) == 1 or len(found) == 1:
        return Step(card.at((exact or found)[0].id))
    data: dict[str, Json] = {"text": text}
    return Step(State(FLOW, FOUND, data)) if found else None


def show(state: State, context: Context) -> Screen:
    """The list, a card, or what is asked."""
    context.need(Right.SEE_OWN_PAPERS)
    if not context.actor.may(Right.KEEP_STAFF):
        return _mine(context)
    if state.at in adding.STEPS:
        return adding.show(state, context)
    return card.show(state, context) if state.at in card.STEPS else _list(state, context)


def _mine(context: Context) -> Screen:
    me = context.ledger.staff().me()
    if me is None:
        return Screen((Line("staff-not-listed"),), ((button("back", "b"), button("to-menu", "e")),))
    return card.show(card.at(me.id), context)


def _list(state: State, context: Context) -> Screen:
    total = context.ledger.staff().count()
    offset = cards.offset_of(state, total)
    shown = _shown(state, context)
    found = state.at == FOUND
    heading = Line("staff-found", {"n": len(shown)}) if found else Line("staff-title", {"n": total})
    lines: list[Line | Words] = [heading]
    first = 1 if found else offset + 1
    lines += [_item(n, one, context) for n, one in enumerate(shown, first)]
    lines += [GAP, Line("staff-how")]
    rows = cards.list_rows(len(shown), 0 if found else offset, len(shown) if found else total)
    ways: Row = (button("staff-add", "n"), button("ownlist-staff-begin", "i"), button("back", "b"))
    return Screen(lines, (*rows, ways))


def _item(place: int, one: Worker, context: Context) -> Line:
    verdict = verdict_of(one, context.ledger.staff().known(one.id), context)
    args: dict[str, Argument] = {
        "n": place,
        "person": one.name,
        "post": Line("staff-item-post", {"post": post_line(one.post, context)}),
        "state": Line("start-short", {"n": len(verdict.reasons)}),
    }
    return Line("staff-item", args)


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if not context.actor.may(Right.KEEP_STAFF):
        return Line("accepts-buttons")
    if state.at in {adding.SINCE, card.BACK, card.LEFT}:
        return Line("staff-accepts-day")
    return Line("staff-accepts")


def writes(state: State, context: Context) -> bool:
    """Where a name may be any words."""
    return state.at in adding.STEPS and context.actor.may(Right.KEEP_STAFF)
