"""The ways that lead on from an enterprise's card. A part of the product that has one adds a row here, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from dialogs import invites
from dialogs.context import Context
from dialogs.talk import Json, State
from safety.enterprises import Card
from safety.lists import Sieve
from safety.people import Right
from safety.queries import Query

Opens = Callable[[Card], State]


def _always(_card: Card, _context: Context) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Way:
    """One button of the card's second screen: what it opens, who may (None: whoever sees the card), and when it makes sense."""

    option: str
    label: str
    opens: Opens
    right: Right | None = None
    when: Callable[[Card, Context], bool] = _always

    def open_to(self, card: Card, context: Context) -> bool:
        """Whether the reader has this button now."""
        return (self.right is None or context.actor.may(self.right)) and self.when(card, context)


def by_code(flow: str, at: str, **data: Json) -> Opens:
    """What most ways open: a step of a conversation that takes the credit code as `code`."""
    return lambda card: State(flow, at, {"code": card.brief.credit_code, **data})


def hazards_of(card: Card) -> State:
    """The list of hazards, narrowed down to this enterprise."""
    return State("hazards", "", {"offset": 0, "f": Sieve(enterprise=card.brief.credit_code).plain()})


def _invited(card: Card) -> State:
    """Cards for this enterprise alone."""
    return invites.opened(Query(codes=(card.brief.credit_code,)), card.brief.name)


def _supervises(_card: Card, context: Context) -> bool:
    return context.supervises


def _own(_card: Card, context: Context) -> bool:
    """Its own people open their own."""
    return not context.supervises


def _spoken_with(card: Card, context: Context) -> bool:
    """Where there was an interview that the reader may read."""
    return context.ledger.interviews().count(card.brief.credit_code) > 0


WAYS: tuple[Way, ...] = (
    Way("wp", "way-pledge", by_code("pledges", "card"), Right.SEE_PLEDGES),
    Way("wd", "way-department", by_code("department", ""), Right.SEE_ENTERPRISES, _supervises),
    Way("wi", "way-invite", _invited, Right.INVITE),
    Way("wh", "way-handover", by_code("handover", "office"), Right.INVITE),
    Way("wa", "way-activity", by_code("pledges", "act"), Right.SET_COLOUR),
    Way("ws", "way-spot", by_code("spot", "card"), Right.INSPECT),
    Way("wt", "to-statistics", lambda _card: State("statistics"), Right.SEE_STATISTICS, _own),
    Way("wg", "way-agreed", by_code("quarter", "firm"), Right.SEE_COVERAGE),
    Way("wn", "way-interview", by_code("interview", "who"), Right.HOLD_INTERVIEW),
    Way("wl", "to-interviews", by_code("interview", "list"), when=_spoken_with),
    Way("wv", "visit-start", by_code("visit", "kind"), Right.HOLD_VISIT),
)
