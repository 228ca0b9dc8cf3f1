"""Writes down what a person decided about themself: consent, language, seat; and what they said beside the point."""

from typing import Any

from sqlalchemy import update

from safety.errors import Refusal
from safety.events import ConsentGiven, ConsentWithdrawn, LanguageChosen, Said, SeatChosen
from storage import reachability
from storage.people import seats_of
from storage.recording.turn import Turn, Written
from storage.tables.people import people
from storage.tips import contacts


def consent_given(turn: Turn, event: ConsentGiven) -> Written:
    """From here on the name may be kept."""
    _set(turn, consent_version=event.version, consent_at=turn.now, name=turn.actor.name)
    _reckon(turn)
    return _own(turn)


def consent_withdrawn(turn: Turn, _event: ConsentWithdrawn) -> Written:
    """What was kept only because of the consent goes, and with it every link to an anonymous tip.

    Answers stay, attributed by number.
    """
    if turn.vault is not None:
        contacts.forget(turn.connection, contacts.own(turn.connection, turn.vault, turn.actor.person))
    _set(turn, consent_version=None, consent_at=None, name="", username=None, phone=None)
    _reckon(turn)
    return _own(turn)


def _reckon(turn: Turn) -> None:
    """Nobody may write to who has not agreed: whether their enterprises can be reached depends on the others."""
    for enterprise, _role in reachability.answers_for(turn.connection, turn.actor.person):
        reachability.reckon(turn.connection, enterprise, turn.now)


def language_chosen(turn: Turn, event: LanguageChosen) -> Written:
    _set(turn, language=event.language)
    return _own(turn)


def seat_chosen(turn: Turn, event: SeatChosen) -> Written:
    """Act from another of one's own seats. Refusal when it has ended meanwhile."""
    own = seats_of(turn.connection, turn.actor.person)
    if not 0 <= event.index < len(own):
        raise Refusal("not-allowed")
    _set(turn, seat=own[event.index][0])
    return _own(turn)


def said(turn: Turn, _event: Said) -> Written:
    return _own(turn)


def _own(turn: Turn) -> Written:
    return Written(f"person/{turn.actor.person}")


def _set(turn: Turn, **values: Any) -> None:
    turn.connection.execute(update(people).where(people.c.id == turn.actor.person).values(**values))
