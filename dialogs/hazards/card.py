"""The card of one hazard: what and where, by when, who; its timeline, the next step, and a button for what may be done."""

from collections.abc import Sequence
from datetime import date

from checklists.schema import Severity
from checklists.words import Words
from dialogs import whence
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.hazards import (
    asking,
    causes,
    chase,
    cost,
    details,
    gallery,
    listed,
    parts,
    snapshot,
    timeline,
    trust,
)
from dialogs.hazards.listing import question_words
from dialogs.hazards.ways import (
    ASK,
    CARD,
    EVIDENCE,
    LABELS,
    LIST,
    VERDICT,
    act,
    actions,
    at,
    hand,
    reason,
    to_list,
)
from dialogs.selfcheck.asides import basis
from dialogs.selfcheck.correcting import because
from dialogs.talk import Argument, Button, Input, Line, Screen, SentPhoto, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.deeds import Deed
from safety.events_hazards import HazardNoted
from safety.hazard_ledger import Case, Hazard, HazardState, Move
from safety.hazards import OVER, WHO, HazardAction

ORDER = tuple(WHO)
LOOKED_AT = frozenset({HazardAction.ACCEPT, HazardAction.DELIST, HazardAction.RETURN, HazardAction.VISIT})
FIRST = HazardAction.PROGRESS
SPENT = frozenset(
    {HazardState.FIXING, HazardState.EVIDENCE, HazardState.CLOSED}
)  # something may have been paid
MOST = 8  # buttons of a screen
PHOTOGRAPHED = frozenset({HazardAction.FIX_ON_SPOT, HazardAction.SEND_EVIDENCE})
FRESH = frozenset({HazardState.REPORTED, HazardState.REVIEW})


def step(state: State, told: Input, hazard: Hazard, context: Context) -> Step | None:
    """Look at photos, act, or leave a note."""
    if isinstance(told, Wrote) and not told.edited:
        return _noted(state, told.text, hazard, context)
    if isinstance(told, SentPhoto):
        return listed.another(state, told, hazard) or snapshot.taken(state, told, hazard, context)
    return _tapped(state, told.option, hazard, context) if isinstance(told, Tapped) else None


def _tapped(state: State, option: str, hazard: Hazard, context: Context) -> Step | None:
    if option in {"f", "t"}:
        return gallery.turned(state, option, hazard)
    went = parts.tapped(state, option, hazard) or _away(state, option, context)
    if went is not None:
        return went
    if option == "m":
        return Step(at(state, CARD, more=_page(state) + 1))
    if option == "h":
        return Step(at(state, timeline.HISTORY))
    if option == "v" and _may_look(hazard, context):
        return Step(at(state, VERDICT))
    return _did(state, option, hazard, context)


def _away(state: State, option: str, context: Context) -> Step | None:
    """Back to the list, to where it was opened from, to the menu."""
    if option == whence.BACK and _straight(state, context):
        return Step(None)
    ways = {"b": to_list(state), "e": State("menu")}
    return Step(ways[option]) if option in ways else None


def _straight(state: State, context: Context) -> bool:
    """Whether it was opened without a list, from a conversation that one goes back to."""
    return LIST[0] not in state.data and whence.before(context) is not None


def _did(state: State, option: str, hazard: Hazard, context: Context) -> Step | None:
    """An action's button: what has to be said first is asked, the rest is done at once."""
    if option == details.MARK:
        return details.begin(state, hazard, context)
    if option == chase.MARK:
        return chase.tapped(state, hazard, context)
    action = next((one for one in offered(hazard, context) if option == mark(one)), None)
    if action is None:
        return None
    if action in PHOTOGRAPHED:
        return Step(at(state, EVIDENCE, spot=action is HazardAction.FIX_ON_SPOT))
    if asking.fields(action, hazard):
        return Step(at(state, ASK, do=action.value, said={}))
    return act(state, hazard, action, Deed(), context)


def _noted(state: State, text: str, hazard: Hazard, context: Context) -> Step | None:
    """Words on the card are kept in its timeline, from who treats or verifies it."""
    who = hand(context)
    if not text.strip() or hazard.state in OVER or not (who.inside or who.supervises):
        return None
    return Step(at(state, CARD), (HazardNoted(hazard.number, text.strip()),), say=Line("hazard-noted"))


def mark(action: HazardAction) -> str:
    return f"d{ORDER.index(action)}"


def offered(hazard: Hazard, context: Context) -> tuple[HazardAction, ...]:
    """What gets a button of its own here: verdicts want the photos to be looked at, some ways are the longer ones."""
    hidden = set(LOOKED_AT)
    if hazard.state not in FRESH:
        hidden |= {HazardAction.FIX_ON_SPOT, HazardAction.MARK_DUPLICATE}
    if hazard.state is HazardState.EVIDENCE:
        hidden.add(HazardAction.TRANSFER)
    if hazard.state not in SPENT:
        hidden |= {HazardAction.COST, HazardAction.CAUSE}
    seen = [action for action in actions(hazard, context) if action not in hidden]
    return tuple(sorted(seen, key=lambda action: action is not FIRST))


def _may_look(hazard: Hazard, context: Context) -> bool:
    return not LOOKED_AT.isdisjoint(actions(hazard, context))


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, hazard: Hazard, context: Context) -> Screen:
    """The card, or one of its photos."""
    seen = gallery.screen(state, hazard)
    if seen is not None:
        return seen
    photos = len(gallery.pictures(hazard))
    acts = [button(LABELS[one], mark(one)) for one in offered(hazard, context)]
    if _may_look(hazard, context):
        acts.insert(0, button("do-verify", "v"))
    acts += chase.buttons(hazard, context)
    if details.open_to(hazard, context):
        acts.append(button("do-details", details.MARK))
    look: Row = (button("photo-look", "f", n=photos),) if photos else ()
    if timeline.longer(context.ledger.moves(hazard.number)):
        look = (*look, button("timeline-all", "h"))
    look = (*look, *parts.buttons(hazard))
    back = whence.ways(context) if _straight(state, context) else (button("back-to-list", "b"),)
    ways = (*back, button("to-menu", "e"))
    acts = _fitting(acts, MOST - len(look) - len(ways), _page(state))
    rows: list[Row] = [tuple(acts[start : start + 2]) for start in range(0, len(acts), 2)]
    return Screen(_lines(hazard, context), (*rows, *((look,) if look else ()), ways))


def _page(state: State) -> int:
    kept = state.data.get("more")
    return kept if isinstance(kept, int) and kept >= 0 else 0


def _fitting(acts: list[Button], most: int, page: int) -> list[Button]:
    """As many as fit, the others behind one button that leads round."""
    if len(acts) <= most:
        return acts
    pages = [acts[start : start + most - 1] for start in range(0, len(acts), most - 1)]
    return [*pages[page % len(pages)], button("card-more", "m")]


def _lines(hazard: Hazard, context: Context) -> list[Line | Words]:
    moves = context.ledger.moves(hazard.number)
    lines: list[Line | Words] = [
        Line("hazard-title", {"number": hazard.number, "severity": severity(hazard, moves)}),
        Line("hazard-question", {"question": question_words(hazard)}),
        Line("hazard-where", {"enterprise": hazard.enterprise, "town": hazard.town}),
        Line(
            "hazard-found",
            {
                "time": hazard.found_at,
                "person": hazard.found_by,
                "source": hazard.source.value,
                "state": hazard.state.value,
            },
        ),
        *_dues(hazard, context.today),
        *chase.lines(hazard, context),
        *listed.lines(hazard, context.today),
        *(parts.lines(hazard, context.today) if hazard.case and hazard.case.parent else ()),
        *_plan(hazard.case, context.today),
        *cost.lines(hazard),
        *causes.lines(hazard, context),
        *details.lines(hazard, context),
        *(parts.lines(hazard, context.today) if hazard.parts else ()),
        GAP,
        *_from_form(hazard),
    ]
    if hazard.withdrawn_reason and hazard.state is HazardState.WITHDRAWN:
        lines.append(Line("hazard-withdrawn", {"reason": because(hazard.withdrawn_reason)}))
    if hazard.closure and hazard.state is HazardState.CLOSED:
        lines.append(Line("hazard-receipt", {"receipt": hazard.closure}))
    if hazard.note:
        lines.append(Line("own-note", {"note": hazard.note}))
    if hazard.photos_pending:
        lines.append(Line("copies-pending", {"kind": "photo", "n": hazard.photos_pending}))
    if hazard.severity is Severity.MAJOR and hazard.state in {HazardState.FOUND, HazardState.REVIEW}:
        lines.append(Line("hazard-major-note"))
    lines += trust.report(hazard, context)
    return _spaced([*lines, *timeline.lines(moves, context), *_next(hazard)])


def _spaced(lines: list[Line | Words]) -> list[Line | Words]:
    """One empty line between parts, never two."""
    return [one for place, one in enumerate(lines) if one != GAP or (place and lines[place - 1] != GAP)]


def severity(hazard: Hazard, moves: Sequence[Move]) -> str:
    """general, major (suspected), or confirmed by a supervisor."""
    said = [one.action for one in moves]
    if hazard.severity is Severity.MAJOR and HazardAction.CONFIRM_MAJOR.value in said:
        return "confirmed"
    return hazard.severity.value


def _dues(hazard: Hazard, today: date) -> list[Line]:
    if hazard.state in OVER:
        return []
    days = (hazard.due - today).days
    lines = [Line("hazard-due", {"due": on_day(hazard.due, today), "days": days})]
    if hazard.owner:
        lines.append(Line("hazard-owner", {"person": hazard.owner}))
    case = hazard.case
    if case is not None and case.wanted is not None:
        wanted: dict[str, Argument] = {
            "day": on_day(case.wanted.day, today),
            "reason": reason(case.wanted.reason),
        }
        lines.append(Line("hazard-wanted", wanted))
    if hazard.campaign:
        lines.append(Line("hazard-campaign", {"title": hazard.campaign}))
    if hazard.recurs:
        lines.append(Line("hazard-recurs", {"number": hazard.recurs}))
    if case is not None and case.graded_up and not case.major:
        lines.append(Line("hazard-graded-up"))
    if case is not None and case.extensions + case.returned + case.reopened:
        counts: dict[str, Argument] = {
            "extensions": case.extensions,
            "returned": case.returned,
            "reopened": case.reopened,
        }
        lines.append(Line("hazard-counts", counts))
    return lines


def _plan(case: Case | None, today: date) -> list[Line]:
    if case is None or case.plan is None:
        return []
    plan = case.plan
    lines = [Line("hazard-plan", {"measures": plan.measures, "day": on_day(plan.day, today)})]
    if plan.contingency:
        five: dict[str, Argument] = {"money": plan.money or 0, "contingency": reason(plan.contingency)}
        lines.append(Line("hazard-plan-major", five))
    return lines


def _next(hazard: Hazard) -> list[Line | Words]:
    if hazard.state in OVER:
        return []
    major = hazard.state is HazardState.REPORTED and hazard.severity is Severity.MAJOR
    removal = hazard.state is HazardState.EVIDENCE and hazard.case is not None and hazard.case.listed
    state = "major" if major else "removal" if removal else hazard.state.value
    return [GAP, Line("hazard-next", {"state": state})]


def _from_form(hazard: Hazard) -> list[Line | Words]:
    if hazard.form is None or hazard.question not in hazard.form.places:
        return []
    question = hazard.form.question(hazard.question)
    return [*basis(question), Line("why-advice", {"advice": question.advice})]
