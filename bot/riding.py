"""What rides in the message of a day beside what is owed (捎带的事): one function a kind says it, or that nobody needs it any more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection

from bot import chore_rounds, exam_rounds, idle_rounds, listing_rounds, reach_rounds
from bot.exam_rounds import early
from bot.turn import House
from dialogs.owing.letter import Ride
from storage import riders
from storage.riders import Rider, Riding

__all__ = ["Waits", "early", "waiting", "wanted"]

Saying: TypeAlias = Callable[[Connection, House, Rider, int, datetime], Ride | None]

RIDES: Mapping[Riding, Saying] = {
    Riding.LISTING: listing_rounds.ride,
    Riding.STANDING_IN: reach_rounds.ride_standing_in,
    Riding.COPY: reach_rounds.ride_copy,
    Riding.CHORE: chore_rounds.ride,
    Riding.DRAFT: idle_rounds.ride,
    Riding.PRACTICE: exam_rounds.ride,
}


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing that rides, with how it is said."""

    rider: Rider
    ride: Ride


def waiting(connection: Connection, house: House, person: int, now: datetime) -> Sequence[Waits]:
    """What a person is to be told of now; what nobody needs any more is let go."""
    found: list[Waits] = []
    for one in riders.waiting(connection, person, now):
        place = 1 + sum(before.rider.kind is one.kind for before in found)
        ride = RIDES[one.kind](connection, house, one, place, now)
        if ride is None:
            riders.drop(connection, one)
        else:
            found.append(Waits(one, ride))
    return found


def wanted(connection: Connection, house: House, letter: int, now: datetime) -> bool:
    """Whether everything that rides in a message is still of interest."""
    rides = riders.of_letter(connection, letter)
    return all(RIDES[one.kind](connection, house, one, 1, now) is not None for one in rides)
