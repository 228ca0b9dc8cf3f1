"""Conversations of which nothing may stay beside the person's account: locked while they last, forgotten when they end.

What a discreet conversation remembers, and the letters it sends, stand in the database with the vault's key only. The raw
updates of such a turn are emptied with its commit. Which conversations these are: `Flow.discreet`.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import orjson
from sqlalchemy import Connection

from bot import routers
from bot.routers import LetterTap, Utterance
from dialogs.codec import session_from_json, session_to_json, state_from_json, state_to_json
from dialogs.desk import DOOR, HOME, Session
from dialogs.flow import FLOWS
from dialogs.talk import Commanded, Input, State, Wrote
from safety.tips import NUMBER, code_in
from storage import sessions
from storage.inbox import Taken
from storage.tips.vault import Vault

LOCKED = "locked"
ENTRIES = frozenset({"tip"})  # commands that begin one
POSTER = "t_"  # a link from a poster does so too
LETTER = "letter"


def discreet(state: State) -> bool:
    """Whether this conversation is one."""
    flow = FLOWS.get(state.flow)
    return flow is not None and flow.discreet


def kept(session: Session, vault: Vault | None, person: int) -> str:
    """A session as the database keeps it: what a discreet conversation remembers is locked."""
    under = tuple(_locked(state, vault, person) for state in session.under)
    return session_to_json(replace(session, state=_locked(session.state, vault, person), under=under))


def session_of(text: str, vault: Vault | None, person: int) -> Session:
    """A kept session. What cannot be opened (another key) is gone, and the person is at home."""
    session = session_from_json(text)
    under = (_opened(state, vault, person) for state in session.under)
    state = _opened(session.state, vault, person) or HOME
    return replace(session, state=state, under=tuple(one for one in under if one is not None))


def _locked(state: State, vault: Vault | None, person: int) -> State:
    if not discreet(state):
        return state
    if vault is None:
        return HOME
    whole = orjson.dumps(state_to_json(state)).decode()
    return State(state.flow, "", {LOCKED: vault.lock_text(whole, f"session/{person}")}, state.version)


def _opened(state: State, vault: Vault | None, person: int) -> State | None:
    if not discreet(state):
        return state
    locked = state.data.get(LOCKED)
    plain = vault.open_text(locked, f"session/{person}") if vault and isinstance(locked, str) else None
    return None if plain is None else state_from_json(orjson.loads(plain))


def of_letter(told: LetterTap) -> State | None:
    """What the button of a relay letter opens: it names the tip itself, so that no letter has to be kept for it."""
    return State("tip", "letter", {"number": told.token}) if NUMBER.fullmatch(told.token) else None


def presented(told: Input) -> bool:
    """Whether a reward code was typed: it stands in the database as a hash only, so not in the inbox either."""
    text = told.text if isinstance(told, Wrote) else told.argument if isinstance(told, Commanded) else ""
    return code_in(text) is not None


def suspected(connection: Connection, update: Taken) -> bool:
    """Whether an update that could not be handled belongs, or may belong, to a discreet conversation."""
    try:
        heard = routers.read(orjson.loads(update.body))
    except Exception:  # noqa: BLE001 - a hostile update may hold anything; it fails for the same reason
        heard = None
    if isinstance(heard, Utterance) and _enters(heard):
        return True
    place = sessions.of_account(connection, update.lane)
    return place is not None and discreet(session_from_json(place).state)


def _enters(heard: Utterance) -> bool:
    told = heard.input
    if isinstance(told, LetterTap):
        return of_letter(told) is not None
    return isinstance(told, Commanded) and (
        told.name in ENTRIES or (told.name == "start" and told.argument.startswith(POSTER))
    )


def forget_drafts(connection: Connection, now: datetime, hours: int) -> None:
    """Discreet conversations that nobody has gone on with for so long begin anew."""
    _leave(connection, sessions.with_flow(connection, _flows(), before=now - timedelta(hours=hours)))


def forget_with(connection: Connection, persons: list[int]) -> None:
    """The same for these persons, whenever they were last here: what they were connected with is gone."""
    _leave(connection, sessions.with_flow(connection, _flows(), persons=persons))


def _leave(connection: Connection, found: list[tuple[int, str]]) -> None:
    for person, text in found:
        session = session_from_json(text)
        under = tuple(state for state in session.under if not discreet(state))
        state = DOOR if discreet(session.state) else session.state
        sessions.rewrite(connection, person, session_to_json(replace(session, state=state, under=under)))


def _flows() -> list[str]:
    return [name for name, flow in FLOWS.items() if flow.discreet]
