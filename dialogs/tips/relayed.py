"""What the relay brings to a reporter: a question, that a hazard was made of it, the result. Which chat that is nobody here knows."""

from dialogs.talk import Line, Screen
from dialogs.tips.wording import passages, result
from safety.events import Event
from safety.events_tips import TipAsked, TipClosed, TipPhotoFailed, TipTaken

BUTTON = Line("tip-answer")


def number_of(event: Event) -> str | None:
    """The tip whose reporter hears of this event."""
    return event.number if isinstance(event, TipAsked | TipTaken | TipClosed | TipPhotoFailed) else None


def letter(event: Event, code: str) -> Screen | None:
    """The letter. `code`: the reward code, once there is one."""
    match event:
        case TipAsked(number, question):
            return Screen((Line("relay-asked", {"number": number}), *passages(question)))
        case TipTaken(number):
            return Screen((Line("relay-taken", {"number": number}),))
        case TipClosed(number, true, said):
            reward = [Line("tip-code", {"code": code})] if code else []
            first = Line("relay-closed", {"number": number, "true": "yes" if true else "no"})
            return Screen((first, *result(said), *reward))
        case TipPhotoFailed(number, reason):
            return Screen((Line("relay-photo-failed", {"number": number, "reason": reason}),))
        case _:
            return None
