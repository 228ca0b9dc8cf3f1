"""What a conversation is given to answer with: who speaks, what may be read, when. Nothing is changed through it."""

from dataclasses import dataclass
from datetime import date, datetime, time

from dialogs.talk import State
from dialogs.texts import SHANGHAI
from safety.errors import Refusal
from safety.ledger import Ledger
from safety.people import Actor, Right


@dataclass(frozen=True, slots=True)
class Context:
    """One turn as a conversation sees it. `under` is what waits below the present conversation, innermost last."""

    actor: Actor
    ledger: Ledger
    now: datetime
    under: tuple[State, ...] = ()
    visit: int | None = None  # the inspection in which a form is walked

    @property
    def today(self) -> date:
        """The day on the wall clock of the people who use it."""
        return self.now.astimezone(SHANGHAI).date()

    @property
    def clock(self) -> time:
        """The time of day on that clock, to the minute."""
        return self.now.astimezone(SHANGHAI).time().replace(second=0, microsecond=0)

    def need(self, right: Right) -> None:
        """Refuse what this seat may not do."""
        if not self.actor.may(right):
            raise Refusal("not-allowed")

    @property
    def supervises(self) -> bool:
        seat = self.actor.seat
        return seat is not None and seat.supervises
