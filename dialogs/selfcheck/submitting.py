"""The one way a self-check is submitted: the event with its score, and the receipt."""

from dialogs.context import Context
from dialogs.selfcheck import trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import State, Step
from safety.events import CheckSubmitted, Event
from safety.events_exams import Taught
from safety.mistakes import book, refresher_at
from safety.people import Right
from safety.teaching import lessons


def submit(state: State, sheet: Sheet, context: Context, *, zero: bool) -> Step:
    """Hand it in; `zero`: signed as a zero report on its own screen."""
    score = sheet.score()
    event = CheckSubmitted(
        sheet.key, score.points, score.passed, score.asked, score.bad, zero=zero, result=score.to_json()
    )
    return Step(trail.moved(state, "receipt"), (event, *teaches(sheet, context)))


def teaches(sheet: Sheet, context: Context) -> tuple[Event, ...]:
    """What was found leads to a question or two for who hands it in, to be practised some days later."""
    found = sheet.findings()
    seat = context.actor.seat
    if not found or seat is None or not context.actor.may(Right.TAKE_EXAM):
        return ()
    ledger, rules = context.ledger, context.ledger.rules().exams
    suggester = ledger.suggester()
    kinds = [kind.id for one in found if (kind := suggester.kind_of("", one.question.id)) is not None]
    kept = {one.item for one in book(ledger.exams().tries(), rules.leaves_after)}
    seed = f"{sheet.key.checklist}/{sheet.key.period}/{context.actor.person}"
    items = lessons(ledger.exams().bank(), rules, kinds, seat.role, ledger.facts(), kept, seed)
    if not items:
        return ()
    again = refresher_at(context.now, context.now, rules, ledger.calendar())
    return (Taught(tuple((item.id, item.fingerprint) for item in items), again),)
