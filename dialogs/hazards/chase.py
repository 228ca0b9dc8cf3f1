"""A supervisor has the enterprise of one hazard told from its card (催办): once a day whoever asks, by night only what is red."""

from checklists.words import Words
from dialogs.cards import button
from dialogs.context import Context
from dialogs.hazards.ways import CARD, at
from dialogs.talk import Button, Line, State, Step
from safety.chasing import days_of, why_chased
from safety.digests import Chase, may_come_at
from safety.events_digests import EnterpriseChased
from safety.hazard_ledger import Hazard
from safety.news import RED
from safety.people import Right

MARK = "c"  # the option of its button


def buttons(hazard: Hazard, context: Context) -> list[Button]:
    """The button, where somebody is waited for whom nobody has told today."""
    return [button("to-chase", MARK)] if _why(hazard, context) and _chased(hazard, context) is None else []


def lines(hazard: Hazard, context: Context) -> list[Line | Words]:
    """Who has chased its enterprise today."""
    by = _chased(hazard, context) if _why(hazard, context) else None
    return [] if by is None else [Line("hazard-chased", {"person": by.person})]


def _why(hazard: Hazard, context: Context) -> str | None:
    """Only for who watches over an area; they chase in it alone, for nothing outside it has a card."""
    return why_chased(hazard, context.today) if context.actor.may(Right.SEE_DIGEST) and hazard.code else None


def _chased(hazard: Hazard, context: Context) -> Chase | None:
    return context.ledger.digests().chased([hazard.code]).get(hazard.code)


def tapped(state: State, hazard: Hazard, context: Context) -> Step | None:
    """Have it told."""
    context.need(Right.SEE_DIGEST)
    why = _why(hazard, context)
    if why is None:
        return None
    here = at(state, CARD)
    if _chased(hazard, context) is not None:
        return Step(here, say=Line("chased-today"))
    if why not in RED and not may_come_at(context.clock.hour * 60 + context.clock.minute):
        return Step(here, say=Line("chase-quiet"))
    event = EnterpriseChased(hazard.code, why, hazard.number, days_of(hazard, why, context.today))
    return Step(here, (event,), say=Line("chase-said", {"enterprise": hazard.enterprise, "n": 1}))
