"""Where the conversation about a hazard stands, and whose hand acts. No screens here."""

from dialogs.context import Context
from dialogs.talk import Json, Line, State, Step
from safety.deeds import Deed, Hand, done, possible
from safety.errors import Refusal
from safety.events_hazards import HazardMoved
from safety.hazard_ledger import Case, Hazard
from safety.hazards import HazardAction
from safety.people import Right

FLOW, CARD, ASK, EVIDENCE, VERDICT = "hazards", "card", "ask", "evidence", "verdict"
PARTS, DETAILS = "parts", "details"
LIST = ("offset", "f")  # what a state remembers of the list: page and sieve

LABELS = {
    HazardAction.CONFIRM_MAJOR: "do-confirm-major",
    HazardAction.NOT_MAJOR: "do-not-major",
    HazardAction.GRADE_UP: "do-grade-up",
    HazardAction.PLAN: "do-plan",
    HazardAction.START: "do-start",
    HazardAction.FIX_ON_SPOT: "do-fix-on-spot",
    HazardAction.SEND_EVIDENCE: "do-send-evidence",
    HazardAction.ACCEPT: "do-accept",
    HazardAction.RETURN: "do-return",
    HazardAction.VISIT: "do-visit",
    HazardAction.ASK_EXTENSION: "do-ask-extension",
    HazardAction.GRANT_EXTENSION: "do-grant-extension",
    HazardAction.REFUSE_EXTENSION: "do-refuse-extension",
    HazardAction.TRANSFER: "do-transfer",
    HazardAction.SUSPEND: "do-suspend",
    HazardAction.RESUME: "do-resume",
    HazardAction.MARK_DUPLICATE: "do-mark-duplicate",
    HazardAction.REOPEN: "do-reopen",
    HazardAction.LIST: "do-list",
    HazardAction.PROGRESS: "do-progress",
    HazardAction.DELIST: "do-delist",
    HazardAction.COST: "do-cost",
    HazardAction.DIVIDE: "do-divide",
    HazardAction.CAUSE: "do-cause",
}


def hazard_of(state: State, context: Context) -> Hazard:
    """The hazard of a card; outside the scope it does not exist."""
    hazard = context.ledger.hazard(str(state.data.get("number", "")))
    if hazard is None:
        raise Refusal("hazard-gone")
    return hazard


def to_list(state: State) -> State:
    """The list as it was left."""
    return State(FLOW, "", {name: state.data[name] for name in LIST if name in state.data})


def at(state: State, where: str, **more: Json) -> State:
    """Another step about the same hazard; the page of the list and what it is narrowed down to are kept."""
    kept = {name: state.data[name] for name in ("number", *LIST) if name in state.data}
    return State(FLOW, where, {**kept, **more})


def reason(text: str) -> Line:
    """A reason in words: one of the usual ones, or as it was typed."""
    return Line("hazard-reason", {"reason": text})


def hand(context: Context) -> Hand:
    """Who acts, as the rules see them."""
    actor = context.actor
    return Hand(actor.person, actor.may(Right.TREAT_HAZARD), actor.may(Right.VERIFY_HAZARD))


def actions(hazard: Hazard, context: Context) -> tuple[HazardAction, ...]:
    """Everything this person may do to it now."""
    return possible(hazard.case, hand(context)) if hazard.case is not None else ()


def standing(hazard: Hazard) -> Case:
    """What the rules know of it. Refusal when nothing is known: nothing can be done then."""
    if hazard.case is None:
        raise Refusal("hazard-not-now")
    return hazard.case


def act(state: State, hazard: Hazard, action: HazardAction, deed: Deed, context: Context) -> Step:
    """The event of an action, and back to the card. Refusal when the rules do not allow it."""
    done(standing(hazard), action, deed, hand(context), context.today)
    event = HazardMoved(
        hazard.number,
        action,
        deed.reason,
        deed.day,
        deed.owner,
        deed.measures,
        deed.money,
        deed.contingency,
        deed.of,
        deed.words,
        deed.root,
    )
    return Step(at(state, CARD), (event,), say=Line("hazard-did", {"action": action.value}))
