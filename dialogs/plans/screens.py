"""What is seen of emergency plans: the list, the steps of registering one, and the card with its days."""

from checklists.drills import PlanKind
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Button, Line, Screen, State
from dialogs.words import on_day
from safety.errors import Refusal
from safety.people import Right
from safety.plans import PlanOf, file_by, review_by

FLOW, KIND, TITLE, DAY, NEW_DAY, CARD, FILING = "plan", "kind", "title", "day", "newday", "card", "filing"
TYPED = frozenset({TITLE, DAY, NEW_DAY, FILING})
KINDS = (PlanKind.OVERALL, PlanKind.SPECIAL, PlanKind.ON_SITE)
LABELS = ("plan-overall", "plan-special", "plan-on-site")  # of the kinds, in their order
TITLES = 5  # that are offered
VERSIONS = 5  # that are shown


def plan_of(state: State, context: Context) -> PlanOf:
    """The plan that a state is about. Refusal when it is out of reach."""
    plans, number = context.ledger.plans(), state.data.get("plan")
    found = plans.plan(number) if isinstance(number, int) else plans.newest_plan()
    if found is None:
        raise Refusal("plan-gone")
    return found


def titles(context: Context) -> list[Words]:
    """Usual titles: what the scripts of drills are about."""
    return [one.title for one in context.ledger.drills().scripts().values()][:TITLES]


def show(state: State, context: Context) -> Screen:
    """The list, or a step of registering."""
    back = (button("back", "b"),)
    if state.at == KIND:
        rows: list[Row] = [(button(label, f"k{n}"),) for n, label in enumerate(LABELS)]
        return Screen((Line("plan-kind-ask"),), (*rows, back))
    if state.at == TITLE:
        buttons = [Button(one, f"t{n}") for n, one in enumerate(titles(context))]
        rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
        return Screen((Line("plan-title-ask"),), (*rows, back))
    if state.at in {DAY, NEW_DAY}:
        return Screen((Line("plan-day-ask"),), ((button("plan-today", "d"),), back))
    return _list(state, context)


def _list(state: State, context: Context) -> Screen:
    plans = context.ledger.plans()
    total = plans.count_plans()
    offset = cards.offset_of(state, total)
    page = plans.plans(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("plan-list", {"n": total})]
    lines += [_line(n, one, context) for n, one in enumerate(page, offset + 1)]
    new: Row = (button("plan-new", "n"),) if context.actor.may(Right.RUN_DRILL) else ()
    rows = (*cards.list_rows(len(page), offset, total), (*new, button("back", "e")))
    return Screen(lines, rows)


def _line(n: int, one: PlanOf, context: Context) -> Line:
    whose = one.enterprise if context.supervises else "none"
    return Line("plan-line", {"n": n, "title": one.title, "kind": one.kind.value, "enterprise": whose})


def card(one: PlanOf, context: Context) -> Screen:
    """One plan: its version, filing, review, files, and what can be done."""
    newest, today = one.newest, context.today
    lines: list[Line | Words] = [
        Line("plan-card", {"title": one.title, "kind": one.kind.value}),
        Line("plan-version", {"version": newest.version, "day": on_day(newest.published_on, today)}),
        *_days(one, context),
        Line("plan-files", {"n": newest.files}),
    ]
    older = one.versions[1 : VERSIONS + 1]
    lines += [GAP] if older else []
    lines += [
        Line("plan-older", {"version": old.version, "day": on_day(old.published_on, today)}) for old in older
    ]
    back: Row = (button("back", "b"),)
    if not context.actor.may(Right.RUN_DRILL) or one.ended:
        return Screen((*lines, Line("plan-ended")) if one.ended else lines, (back,))
    lines.append(Line("plan-card-how"))
    file = () if newest.filed_on is not None else (button("plan-file", "f"),)
    rows = (
        (*file, button("plan-review", "r")),
        (button("plan-new-version", "v"), button("plan-withdraw", "x")),
    )
    return Screen(lines, (*rows, back))


def _days(one: PlanOf, context: Context) -> list[Line]:
    """Filed or to be filed, and when it is evaluated again, where rules ask for it of this enterprise."""
    newest, today, lines = one.newest, context.today, []
    if newest.filed_on is not None:
        filed: dict[str, Argument] = {
            "day": on_day(newest.filed_on, today),
            "number": newest.filing or "none",
        }
        lines.append(Line("plan-filed", filed))
    if context.supervises:
        return lines
    rules, facts, calendar = (
        context.ledger.rules().reminders,
        context.ledger.facts(),
        context.ledger.calendar(),
    )
    by = file_by(one, rules, facts, calendar)
    if by is not None:
        late = "yes" if by < today else "no"
        lines.append(Line("plan-file-by", {"day": on_day(by, today), "late": late}))
    again = review_by(one, rules, facts, calendar)
    return lines if again is None else [*lines, Line("plan-review-by", {"day": on_day(again, today)})]
