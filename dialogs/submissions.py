"""What was submitted (自查提交): the latest of the seat's scope, each version with its answers, and the return for correction."""

from checklists.schema import Checklist, Outcome, Question
from checklists.words import Words
from dialogs import cards, taking, whence
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.check_lists import described
from dialogs.context import Context
from dialogs.selfcheck import changes, correcting, trail
from dialogs.selfcheck.receipt import short
from dialogs.selfcheck.sheet import sheet_of
from dialogs.taking import wants_csv
from dialogs.talk import Input, Json, Line, Opened, Screen, State, Step, Tapped, Wrote
from safety.check_lists import EVERY_CHECK, CheckSieve
from safety.checks import Submission
from safety.errors import Refusal
from safety.events import CheckReturned
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.people import Right

FLOW, CARD, PICK, WHY, SURE = "submissions", "card", "pick", "why", "sure"
ANSWERS = 6  # on a page
BUTTONS = 8  # on a screen
WISHES = {"photo": "return-photo", "doubt": "return-doubt", "missing": "return-missing"}  # with their buttons


def step(state: State, told: Input, context: Context) -> Step | None:
    """Look, page, and give back with a reason."""
    context.need(Right.SEE_SUBMISSIONS)
    if isinstance(told, Opened):
        return Step(told.state)
    if isinstance(told, Wrote) and not told.edited:
        return _wrote(state, told.text, context)
    if not isinstance(told, Tapped):
        return None
    if state.at == "":
        return _on_list(state, told.option, context)
    steps = {CARD: _on_card, PICK: _on_pick, WHY: _on_why, SURE: _on_sure}
    return steps[state.at](state, told.option, _meant(state, context), context)


def writes(state: State, _context: Context) -> bool:
    """The reason of a return may be any words."""
    return state.at == WHY


def _wrote(state: State, text: str, context: Context) -> Step | None:
    """A reason in one's own words, or the numbers of the questions meant."""
    if state.at == WHY:
        return _because(state, text.strip()[: correcting.LONGEST])
    if state.at == "" and wants_csv(text) and context.actor.may(Right.EXPORT_HAZARDS):
        return _exported(state, context, FileForm.CSV)
    if state.at != PICK:
        return None
    one = _meant(state, context)
    return correcting.numbered(state, text, changes.in_order(one.form, one.answers))


def _meant(state: State, context: Context) -> Submission:
    """The submission of a card; outside the scope it does not exist."""
    found = context.ledger.submission(str(state.data.get("receipt", "")))
    if found is None:
        raise Refusal("submission-gone")
    return found


def _at(state: State, at: str, **data: object) -> State:
    kept = {
        "receipt": state.data.get("receipt"),
        "from": state.data.get("from"),
        "f": state.data.get("f"),
        **data,
    }
    return State(FLOW, at, {name: value for name, value in kept.items() if value is not None})  # type: ignore[misc]  # JSON only


# --- what a tap does ----------------------------------------------------------------------------------------------


def _on_list(state: State, option: str, context: Context) -> Step | None:
    sieve = _sieve(state)
    total = context.ledger.count_submissions(sieve)
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(listed(sieve, turned))
    place = cards.index_in("a", option, PAGE)
    shown = context.ledger.submissions(offset=offset, limit=PAGE, sieve=sieve) if place is not None else ()
    if place is not None and place < len(shown):
        return Step(State(FLOW, CARD, {"receipt": shown[place].receipt, "from": offset, **_narrowed(sieve)}))
    if option == "x":
        return _exported(state, context)
    if option == whence.BACK and whence.before(context) is not None:
        return Step(None)
    ways = {"e": State("menu"), "n": listed(EVERY_CHECK)}
    return Step(ways[option]) if option in ways else None


def listed(sieve: CheckSieve, offset: int = 0) -> State:
    """The list through this sieve."""
    return State(FLOW, "", {"offset": offset, **_narrowed(sieve)} if offset else _narrowed(sieve))


def _sieve(state: State) -> CheckSieve:
    return CheckSieve.read(state.data.get("f"))


def _narrowed(sieve: CheckSieve) -> dict[str, Json]:
    return {"f": sieve.plain()} if sieve.active else {}


def _exported(state: State, context: Context, form: str = FileForm.XLSX) -> Step:
    sieve = _sieve(state)
    event = ExportAsked(sieve.plain(), 0, Exported.CHECKS, form)
    return taking.begun(state, context.ledger.count_submissions(sieve), event, context)


def _on_card(state: State, option: str, one: Submission, context: Context) -> Step | None:
    total = len(answered(one))
    turned = cards.turned(option, cards.offset_of(state, total), total, ANSWERS)
    if turned is not None:
        return Step(_at(state, CARD, offset=turned))
    if option == "r" and may_return(one, context):
        return Step(_at(state, PICK))
    if option == "f" and may_correct(one, context):
        own = State(trail.FLOW, "receipt", {"list": one.key.checklist, "period": one.key.period})
        return correcting.begin(own, sheet_of(one.key, context), context)
    if option == "v":
        return _another(state, one, context)
    if option == whence.BACK and _straight(state, context):
        return Step(None)
    first = state.data.get("from")
    back = listed(_sieve(state), first if isinstance(first, int) else 0)
    ways = {"b": back, "e": State("menu")}
    return Step(ways[option]) if option in ways else None


def _straight(state: State, context: Context) -> bool:
    """Whether it was opened without a list, from a conversation that one goes back to."""
    return "from" not in state.data and whence.before(context) is not None


def _another(state: State, one: Submission, context: Context) -> Step | None:
    """The version before, and from the first one the newest."""
    versions = context.ledger.versions_of(one.receipt)
    if len(versions) == 1:
        return None
    wanted = versions[-1] if one.version == 1 else versions[one.version - 2]
    return Step(_at(state, CARD, receipt=wanted.receipt))


def _on_pick(state: State, option: str, one: Submission, context: Context) -> Step | None:
    asked = changes.in_order(one.form, one.answers)
    moved = correcting.ticked(state, option, asked)
    if moved is not None:
        return Step(moved)
    if option == "b":
        return Step(_at(state, CARD))
    questions = correcting.chosen(state, asked)
    _need_return(one, context)
    return Step(_at(state, WHY, picked=list(questions))) if option == "ok" and questions else None


def _on_why(state: State, option: str, _one: Submission, _context: Context) -> Step | None:
    if option == "b":
        return Step(_at(state, PICK, picked=state.data.get("picked")))
    place = cards.index_in("r", option, len(WISHES))
    return _because(state, [*WISHES][place]) if place is not None else None


def _because(state: State, reason: str) -> Step | None:
    return Step(_at(state, SURE, picked=state.data.get("picked"), reason=reason)) if reason else None


def _on_sure(state: State, option: str, one: Submission, context: Context) -> Step | None:
    if option == "b":
        return Step(_at(state, WHY, picked=state.data.get("picked")))
    questions = correcting.chosen(state, changes.in_order(one.form, one.answers))
    reason = str(state.data.get("reason", ""))
    _need_return(one, context)
    if option != "ok" or not questions or not reason:
        return None
    event = CheckReturned(one.receipt, reason, questions)
    return Step(_at(state, CARD), (event,), say=Line("return-said", {"enterprise": one.enterprise}))


def may_return(one: Submission, context: Context) -> bool:
    """Only the newest version, once, and by who may."""
    return context.actor.may(Right.RETURN_CHECK) and one.newest and one.returned is None


def _need_return(one: Submission, context: Context) -> None:
    context.need(Right.RETURN_CHECK)
    if not may_return(one, context):
        raise Refusal("return-done")


def may_correct(one: Submission, context: Context) -> bool:
    """The enterprise's own people, while there is time or when a supervisor wants it."""
    if not one.newest or not context.actor.may(Right.SUBMIT_CHECK):
        return False
    if one.returned is not None or context.today <= correcting.last_day(one.key, context):
        return True
    draft = context.ledger.draft(one.key)
    return draft is not None and draft.correcting is not None


def answered(one: Submission) -> tuple[Question, ...]:
    """The questions of a submission: what was found first, then what is said not to apply."""
    there = changes.in_order(one.form, one.answers)
    return tuple(sorted(there, key=lambda question: _rank(one, question)))


def _rank(one: Submission, question: Question) -> int:
    if one.outcomes.get(question.id) is Outcome.BAD:
        return 0
    return 1 if one.answers[question.id].not_applicable else 2


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The list, one version, or the return."""
    context.need(Right.SEE_SUBMISSIONS)
    if state.at == "":
        return _list(state, context)
    one = _meant(state, context)
    if state.at == PICK:
        sheet = _Paper(one, context)
        title = Line("return-pick", {"enterprise": one.enterprise, "form": one.form.title})
        return correcting.pick_screen(title, changes.in_order(one.form, one.answers), sheet, state)
    if state.at == WHY:
        return _why()
    return _sure(state, one, context) if state.at == SURE else _card(state, one, context)


class _Paper:
    """A submission where questions are picked: its form, answers, and the day."""

    def __init__(self, one: Submission, context: Context) -> None:
        self.form = one.form
        self.answers = one.answers
        self.today = context.today


def _list(state: State, context: Context) -> Screen:
    sieve = _sieve(state)
    total = context.ledger.count_submissions(sieve)
    offset = cards.offset_of(state, total)
    shown = context.ledger.submissions(offset=offset, limit=PAGE, sieve=sieve)
    lines = [_title(sieve, total, context)]
    for number, one in enumerate(shown, offset + 1):
        place: Line | Words = Line("hazard-at", {"enterprise": one.enterprise}) if context.supervises else GAP
        args = {
            "n": number,
            "place": place,
            "form": one.form.title,
            "time": one.submitted_at,
            "bad": one.bad,
            "mark": _mark(one),
        }
        lines.append(Line("submissions-item", args))
    rows = cards.list_rows(len(shown), offset, total)
    return Screen(lines, (*rows, _bottom(sieve, total, rows, context)))


def _title(sieve: CheckSieve, total: int, context: Context) -> Line:
    if not sieve.active:
        return Line("submissions-title", {"n": total}) if total else Line("submissions-none")
    titles = {sieve.checklist: form.title} if (form := _form(sieve, context)) else {}
    what = described(sieve, titles)
    return Line("submissions-narrowed" if total else "submissions-none-found", {"what": what, "n": total})


def _form(sieve: CheckSieve, context: Context) -> Checklist | None:
    return context.ledger.newest_form(sieve.checklist) if sieve.checklist else None


def _bottom(sieve: CheckSieve, total: int, rows: tuple[Row, ...], context: Context) -> Row:
    """A screen has eight buttons at most: the menu, which can be typed, gives way first, then the table, which can be asked for in words."""
    row = [*whence.ways(context), *([button("sift-clear", "n")] if sieve.active else [])]
    if total and context.actor.may(Right.EXPORT_HAZARDS):
        row.append(button("to-export", "x"))
    return (*row, button("to-menu", "e"))[: BUTTONS - sum(map(len, rows))]


def _mark(one: Submission) -> str:
    if one.returned is not None:
        return "returned"
    return "corrected" if one.version > 1 else "none"


def _card(state: State, one: Submission, context: Context) -> Screen:
    questions = answered(one)
    offset = cards.offset_of(state, len(questions))
    lines = [*_head(one), *_history(one, context), GAP]
    numbers = changes.numbered(one.form, one.answers)
    for question in questions[offset : offset + ANSWERS]:
        said = changes.answered(one.form, one.answers, question, numbers[question.id], context.today)
        bad = one.outcomes.get(question.id) is Outcome.BAD
        lines.append(Line("said-bad", {"answer": said}) if bad else said)
    paging = cards.list_rows(min(ANSWERS, len(questions) - offset), offset, len(questions))[1:]
    ways: list[Row] = []
    if may_return(one, context):
        ways.append((button("return", "r"),))
    if may_correct(one, context):
        ways.append((button("fix", "f"),))
    if not one.newest or one.version > 1:
        ways.append((button("version-before", "v"),))
    back = whence.ways(context) if _straight(state, context) else (button("back-to-list", "b"),)
    return Screen(lines, (*paging, *ways, (*back, button("to-menu", "e"))))


def _head(one: Submission) -> list[Line | Words]:
    return [
        Line("submission-title", {"enterprise": one.enterprise, "form": one.form.title}),
        Line("receipt-number", {"number": one.receipt}),
        Line("receipt-time", {"time": one.submitted_at, "person": one.submitted_by}),
        Line("receipt-fingerprint", {"fingerprint": short(one.fingerprint)}),
        Line(
            "submission-score",
            {"points": one.score, "passed": one.passed, "asked": one.asked, "bad": one.bad},
        ),
    ]


def _history(one: Submission, context: Context) -> list[Line | Words]:
    """Why it was corrected, what has changed against the version before, and whether it was given back."""
    lines: list[Line | Words] = []
    if one.version > 1:
        before = context.ledger.versions_of(one.receipt)[one.version - 2]
        lines.append(Line("fix-version", {"n": one.version, "reason": correcting.because(one.reason)}))
        lines += changes.listed(one.form, before.answers, one.answers, context.today)
    if one.returned is not None:
        back = one.returned
        lines.append(
            Line(
                "returned-by",
                {
                    "person": back.by,
                    "time": back.at,
                    "reason": correcting.because(back.reason),
                    "n": len(back.questions),
                },
            )
        )
    return lines


def _why() -> Screen:
    rows = tuple((button(label, f"r{place}"),) for place, label in enumerate(WISHES.values()))
    return Screen((Line("return-why"),), (*rows, (button("back", "b"),)))


def _sure(state: State, one: Submission, context: Context) -> Screen:
    chosen = set(correcting.chosen(state, changes.in_order(one.form, one.answers)))
    lines: list[Line | Words] = [
        Line("return-sure", {"enterprise": one.enterprise, "form": one.form.title}),
        Line(
            "fix-because", {"reason": correcting.because(str(state.data.get("reason", ""))), "returned": "no"}
        ),
    ]
    for number, question in enumerate(changes.in_order(one.form, one.answers), 1):
        if question.id in chosen:
            lines.append(changes.answered(one.form, one.answers, question, number, context.today))
    return Screen(lines, ((button("return-yes", "ok"), button("back", "b")),))
