"""What is asked for beside photos of what was put right: the word of the day on paper in the picture, and where one is."""

from checklists.words import Words
from dialogs.context import Context
from dialogs.hazards.ways import standing
from dialogs.talk import Line, SentPlace, State, Step
from safety.events_evidence import HazardPlaceSent
from safety.hazard_ledger import Hazard


def word_written(hazard: Hazard, context: Context) -> str:
    """Today's word as it is to be written: always the Chinese one. Empty: none is asked for."""
    word = context.ledger.proofs().word(hazard.number) if standing(hazard).major else None
    return word.zh if word is not None else ""


def as_written(word: Words) -> Words:
    """In English the word as it stands on the paper as well."""
    return Words(word.zh, f"{word.zh} ({word.en})")


def asked(hazard: Hazard, context: Context, *, ready: bool) -> list[Line]:
    """The word and the place, as far as they are wanted; the word only before the photos are complete."""
    case, lines = standing(hazard), []
    word = context.ledger.proofs().word(hazard.number) if case.major and not ready else None
    if word is not None:
        lines.append(Line("proof-write", {"word": as_written(word)}))
    if case.major or context.ledger.rules().evidence.place_of_general:
        sent = context.ledger.proofs().place(hazard.number) is not None
        lines.append(Line("proof-place", {"sent": "yes" if sent else "no"}))
    return lines


def sent(state: State, told: SentPlace, hazard: Hazard) -> Step:
    """Where the sender is goes with the photos of these minutes."""
    place = HazardPlaceSent(hazard.number, told.lat, told.lon, told.accuracy, told.live)
    return Step(state, (place,), say=Line("proof-place-in"))
