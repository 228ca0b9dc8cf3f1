"""The people of an enterprise: who has joined and can be reached, who is only on its list. Phones are masked until they are asked for."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import button
from dialogs.context import Context
from dialogs.enterprise.places import CARD, card_of, code_of, on
from dialogs.register import role_line
from dialogs.talk import Argument, Line, Screen, State, Step
from safety.enterprises import Person
from safety.people import Right

PEOPLE = "people"
STEPS = frozenset({PEOPLE})
PAGE = 8
LONG = 7  # digits of a phone that are masked in the middle


def step(state: State, option: str, context: Context) -> Step | None:
    """Turn a page, show the phones, go back."""
    found = context.ledger.enterprises().people(code_of(state))
    offset = cards.offset_of(state, len(found))
    turned = cards.turned(option, offset, len(found), PAGE)
    if turned is not None:
        return Step(on(state, PEOPLE, offset=turned))
    if option == "t" and may_call(context):
        return Step(on(state, PEOPLE, offset=offset, phones=True))
    return Step(on(state, CARD)) if option == "b" else None


def may_call(context: Context) -> bool:
    """Supervisors who see whom to call, and who keeps the enterprise's own roster."""
    return context.actor.may(Right.SEE_REACH) or context.actor.may(Right.KEEP_STAFF)


def show(state: State, context: Context) -> Screen:
    """A page of people."""
    card, found = card_of(state, context), context.ledger.enterprises().people(code_of(state))
    offset = cards.offset_of(state, len(found))
    whole = state.data.get("phones") is True and may_call(context)
    lines: list[Line | Words] = [Line("people-title", {"enterprise": card.brief.name, "n": len(found)})]
    lines += [_line(one, whole=whole) for one in found[offset : offset + PAGE]]
    turns = cards.list_rows(0, offset, len(found)) if len(found) > PAGE else ()
    call = (button("people-phones", "t"),) if found and may_call(context) and not whole else ()
    rows = (*turns, call, (button("back", "b"), button("to-menu", "e")))
    return Screen(lines, tuple(row for row in rows if row))


def _line(one: Person, *, whole: bool) -> Line:
    role = role_line(one.role) if one.role is not None else Line("value-none")
    args: dict[str, Argument] = {
        "person": one.name,
        "role": role,
        "phone": one.phone if whole else masked(one.phone),
        "state": "listed" if not one.joined else "fine" if one.reachable else "away",
    }
    return Line("people-line", args, about=one.about)


def masked(phone: str) -> str:
    """As it may be read without asking."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) > LONG else "****" if phone else ""
