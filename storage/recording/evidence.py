"""Writes down what goes with photos of what was put right: where their sender is, whether the word of the day was seen."""

import secrets
from typing import Any

from sqlalchemy import Row, insert, update

from safety.errors import Refusal
from safety.events_evidence import HazardPhotoKnown, HazardPlaceSent, HazardWordLooked
from safety.hazard_ledger import HazardState
from safety.hazards import HazardAction
from storage import media
from storage.recording.moves import moved
from storage.recording.standing import SENDING, hand, standing
from storage.recording.turn import Turn, Written
from storage.tables.evidence import hazard_places
from storage.tables.media import media as photos

SEEN, MISSED = "word_seen", "word_missed"
DIGITS = 5  # decimals of a degree: about a metre
NORTH, EAST = 90, 180


def hazard_place_sent(turn: Turn, event: HazardPlaceSent) -> Written:
    """Where the sender is. Refusal when no photos can be sent now, or it is nowhere on earth."""
    row, _album = standing(turn, event.number)
    if row.state not in SENDING or abs(event.lat) > NORTH or abs(event.lon) > EAST:
        raise Refusal("hazard-not-now")
    if not hand(turn).inside:
        raise Refusal("hazard-not-yours")
    place = {
        "hazard": row.id,
        "person": turn.actor.person,
        "at": turn.now,
        "lat": round(event.lat, DIGITS),
        "lon": round(event.lon, DIGITS),
        "accuracy": event.accuracy,
        "live": event.live,
    }
    turn.connection.execute(insert(hazard_places).values(place))
    return Written(event.number, enterprise=row.enterprise)


def hazard_word_looked(turn: Turn, event: HazardWordLooked) -> Written:
    """A supervisor's word stands with the photo and in the timeline. Refusal when no word was asked for, or nothing waits."""
    row, album = standing(turn, event.number)
    if not hand(turn).supervises:
        raise Refusal("hazard-not-yours")
    mine = next((one.id for one in album.after if one.unique_name == event.photo), None)
    if mine is None or row.state is not HazardState.EVIDENCE:
        raise Refusal("hazard-not-now")
    here = (photos.c.id == mine) & photos.c.word.is_not(None)
    looked = update(photos).where(here).values(word_seen=event.seen).returning(photos.c.word)
    word = turn.connection.execute(looked).scalar_one_or_none()
    if word is None:
        raise Refusal("hazard-not-now")
    moved(turn, row.id, row.state, row.state, SEEN if event.seen else MISSED, {"text": word})
    return Written(event.number, enterprise=row.enterprise)


def hazard_photo_known(turn: Turn, event: HazardPhotoKnown) -> Written:
    """The record that a sender was told; the pair itself stands in `twins`."""
    enterprise = media.enterprise_of(turn.connection, event.photo)
    if enterprise is None:
        raise Refusal("hazard-gone")
    return Written(event.number, enterprise=enterprise)


def salted(action: HazardAction, row: Row[Any]) -> dict[str, Any]:
    """What a major hazard's words of the day are drawn by, from its confirmation on."""
    if action is not HazardAction.CONFIRM_MAJOR or row.salt:
        return {}
    return {"salt": secrets.token_hex(16)}
