"""What rides to somebody who cannot be reached rides to who stands in for them too."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from storage import people, reachability, riders
from storage.riders import Riding


def ride_on(
    connection: Connection, person: int, kind: Riding, subject: str, now: datetime, lives: timedelta
) -> None:
    """Have a person told of this by their next message, and who stands in for them while they are out of reach."""
    riders.put(connection, person, kind, subject, now, lives)
    if people.reader_of(connection, person) is not None:
        return
    instead = reachability.stand_in(connection, person)
    if instead is not None and reachability.away(connection, person) is not None:
        riders.put(connection, instead.person, kind, subject, now, lives, absent=person)
