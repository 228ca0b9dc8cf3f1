"""Writes down what is learned about an enterprise while its people answer."""

from safety.events import FactStated
from safety.people import Right
from storage import duties, facts
from storage.recording.turn import Turn, Written


def fact_stated(turn: Turn, event: FactStated) -> Written:
    """One more statement; the last one counts. What the enterprise owes is worked out anew soon after."""
    enterprise = turn.enterprise(Right.ANSWER_CHECK)
    statement = facts.Statement(enterprise, event.fact, event.value, event.source)
    facts.state(turn.connection, [statement], turn.now, turn.actor.person)
    duties.mark(turn.connection, enterprise)
    return Written(f"fact/{event.fact}")
