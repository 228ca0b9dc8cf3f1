"""What is stored about the person, the notice agreed to, and the way to withdraw (S16)."""

from checklists.words import Language, Words
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.register import DOOR, role_line
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from safety.events import ConsentWithdrawn

SURE = "sure"


def step(state: State, told: Input, context: Context) -> Step | None:
    """Look, withdraw after a second look, go back."""
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        return Step(State("privacy") if state.at == SURE else None)
    if told.option == "w" and context.actor.consented and state.at != SURE:
        return Step(State("privacy", SURE))
    if told.option == "ok" and state.at == SURE and context.actor.consented:
        return Step(DOOR, (ConsentWithdrawn(),), say=Line("consent-withdrawn"))
    return None


def show(state: State, context: Context) -> Screen:
    """The notice and what is stored; or what withdrawing means."""
    if state.at == SURE:
        return Screen((Line("withdraw-sure"),), ((button("withdraw-yes", "ok"), button("back", "b")),))
    privacy = context.ledger.privacy()
    lines: list[Line | Words] = [
        Line("privacy-title"),
        Line("notice", {"text": privacy.text}),
        GAP,
        *_stored(context),
    ]
    withdraw = ((button("withdraw", "w"),),) if context.actor.consented else ()
    return Screen(lines, (*withdraw, (button("back", "b"),)))


def _stored(context: Context) -> list[Line]:
    """Name, language and seats, as they are stored."""
    actor = context.actor
    if not actor.consented:
        return [Line("stored-nothing")]
    speaks = "zh" if actor.language is Language.ZH else "en"
    lines = [Line("stored", {"person": actor.name, "language": Line("language-name", {"language": speaks})})]
    for seat, place in context.ledger.seats():
        lines.append(Line("stored-seat", {"place": place, "role": role_line(seat.role)}))
    return lines
