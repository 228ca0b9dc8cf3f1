"""Writes down who has read personal data: the record of events says it for ever, the table is what is searched."""

from safety.events_audit import PersonalDataRead
from storage import auditing
from storage.recording.turn import Turn, Written


def personal_data_read(turn: Turn, event: PersonalDataRead) -> Written:
    kept = auditing.keep(
        turn.connection, turn.actor, event.what, event.about, event.where, turn.now, event.rows
    )
    return Written(f"audit/{turn.actor.person}", {"kept": kept})
