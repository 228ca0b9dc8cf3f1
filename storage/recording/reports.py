"""Writes down hazards that somebody reports outside of a self-check, with their photos."""

from sqlalchemy import bindparam, insert, select

from safety.errors import Refusal
from safety.events_hazards import HazardPhotoFailed, HazardReported
from safety.hazards import HazardAction, entered
from safety.people import Right
from storage import media
from storage.numbers import Series, next_number
from storage.recording.found import owner_of
from storage.recording.hazards import recurring
from storage.recording.moves import moved
from storage.recording.turn import Turn, Written
from storage.tables.ledger import hazards

LONGEST_PLACE, LONGEST_WORDS, LONGEST_CLAUSE = 200, 4000, 64  # characters
RECURRING = select(recurring(bindparam("own", type_=hazards.c.enterprise.type)))


def hazard_reported(turn: Turn, event: HazardReported) -> Written:
    """In the ledger at once, with its number, an owner and a day. Refusal without the right to report."""
    enterprise = turn.enterprise(Right.REPORT_HAZARD)
    state = entered(suspected_major=event.suspected_major)
    number = next_number(turn.connection, Series.HAZARD, turn.now)
    owner = owner_of(turn, enterprise)
    recurs = turn.connection.execute(RECURRING, {"b_recurs": event.recurs, "own": enterprise}).scalar()
    row = {
        "number": number,
        "enterprise": enterprise,
        "state": state,
        "severity": event.severity,
        "suspected_major": event.suspected_major,
        "due": event.due,
        "found_at": turn.now,
        "found_by": turn.actor.person,
        "reported_at": turn.now,
        "source": event.source,
        "kind": event.category,
        "place": event.place[:LONGEST_PLACE],
        "words": event.words[:LONGEST_WORDS],
        "owner": owner,
        "clause": event.clause[:LONGEST_CLAUSE] or None,
        "recurs": recurs,
        "graded_up": recurs is not None,
        "explained": recurs is not None and turn.rules.recurring.explained,
    }
    hazard = turn.connection.execute(insert(hazards).values(row).returning(hazards.c.id)).scalar_one()
    action = HazardAction.REPORT_MAJOR if event.suspected_major else HazardAction.REPORT
    moved(turn, hazard, None, state, action.value)
    for picture in event.pictures:
        sent = media.OfHazard(hazard, media.BEFORE, picture, turn.actor.person)
        media.enter_of_hazard(turn.connection, sent, turn.now)
    return Written(number, {"owner": owner})


def hazard_photo_failed(turn: Turn, event: HazardPhotoFailed) -> Written:
    """Our copy could not be made: media.fail has moved the row on."""
    enterprise = media.enterprise_of(turn.connection, event.photo)
    if enterprise is None:
        raise Refusal("hazard-gone")
    return Written(event.number, enterprise=enterprise)
