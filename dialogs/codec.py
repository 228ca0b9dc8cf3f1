"""A session as JSON and back. What cannot be read any more becomes a fresh session, never an error."""

from collections.abc import Mapping
from typing import Any

import orjson

from dialogs.desk import Session
from dialogs.talk import Json, State


def session_to_json(session: Session) -> str:
    """Compact text, kept between two turns."""
    whole: dict[str, Any] = {
        "state": state_to_json(session.state),
        "screen": session.screen,
        "under": [state_to_json(state) for state in session.under],
    }
    if session.parked:
        whole["parked"] = {
            seat: [state_to_json(state) for state in states] for seat, states in session.parked.items()
        }
    return orjson.dumps(whole).decode()


def session_from_json(text: str) -> Session:
    """Read a kept session; an empty or foreign text is a fresh one."""
    try:
        whole = orjson.loads(text)
        under = tuple(state_from_json(state) for state in whole["under"])
        parked = {
            str(seat): tuple(state_from_json(state) for state in states)
            for seat, states in whole.get("parked", {}).items()
        }
        return Session(state_from_json(whole["state"]), int(whole["screen"]), under, parked)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Session()


def state_to_json(state: State) -> dict[str, Json]:
    """One state as plain JSON, as letters keep it."""
    return {"flow": state.flow, "at": state.at, "data": dict(state.data), "v": state.version}


def state_from_json(kept: Mapping[str, Any]) -> State:
    """Read one state."""
    return State(
        str(kept["flow"]), str(kept.get("at", "")), dict(kept.get("data", {})), int(kept.get("v", 1))
    )
