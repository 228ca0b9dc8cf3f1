"""The form has changed while a self-check was open: asked once whether to move to the newer version or to stay."""

from checklists import moving
from checklists.moving import Moved
from checklists.schema import Checklist
from checklists.words import Words
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.selfcheck import recording, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line, Screen, State, Step
from safety.checks import Draft
from safety.events import DraftMoved, DraftStayed

AT = "newer"
ARRIVALS = frozenset({"ask", "review"})  # steps before which it is asked
LISTED = 6  # changed questions that are named


def offered(step: Step | None, context: Context) -> Step | None:
    """A step that comes to a question or to the review, unless the form has changed: then that is asked first."""
    state = step.state if step is not None else None
    if step is None or state is None or state.flow != trail.FLOW or state.at not in ARRIVALS:
        return step
    draft = context.ledger.draft(trail.key_of(state))
    if draft is None or newer(draft, context) is None:
        return step
    asked = trail.changed(trail.moved(state, AT), was=state.at, q=state.data.get("q"))
    return Step(asked, step.events, step.toast, step.say)


def newer(draft: Draft, context: Context) -> Checklist | None:
    """The version that is asked now, when it is another one and was not declined for this draft."""
    if draft.receipt is not None:
        return None
    form = context.ledger.newest_form(draft.key.checklist)
    if form is None or form.fingerprint in {draft.form.fingerprint, draft.stayed}:
        return None
    return form if moving.difference(draft.form, form) else None


def stands(sheet: Sheet, context: Context) -> bool:
    """Whether there still is something to decide."""
    return sheet.draft is not None and newer(sheet.draft, context) is not None


def _new(sheet: Sheet, context: Context) -> tuple[Checklist, Moved]:
    form = context.ledger.newest_form(sheet.key.checklist) or sheet.form
    return form, moving.moved(sheet.form, form, sheet.answers, sheet.today)


def show(state: State, sheet: Sheet, context: Context) -> Screen:
    """How many questions are new, changed, gone, and how many answers move over."""
    form, moved = _new(sheet, context)
    apart = moving.difference(sheet.form, form)
    counts = {"new": len(apart.new), "changed": len(apart.changed), "gone": len(apart.gone)}
    lines: list[Line | Words] = [
        Line("newer-title", {"form": form.title}),
        Line("newer-counts", counts),
        Line("newer-answers", {"kept": len(moved.kept), "confirm": len(moved.confirm)}),
    ]
    if state.data.get("list-all") is True:
        lines += [GAP, *_named(sheet.form, form)]
    else:
        lines.append(Line("newer-both"))
    look = () if state.data.get("list-all") is True else ((button("newer-look", "w"),),)
    return Screen(lines, ((button("newer-move", "mv"), button("newer-stay", "st")), *look))


def _named(old: Checklist, new: Checklist) -> list[Line]:
    """The questions that are new, changed and gone, as they read."""
    apart = moving.difference(old, new)
    lines = [Line("newer-is-new", {"question": new.question(one).text}) for one in apart.new]
    for one in apart.changed:
        was, now = old.question(one), new.question(one)
        lines.append(
            Line("newer-reads", {"was": was.text, "now": now.text})
            if was.text != now.text
            else Line("newer-rules", {"question": now.text})
        )
    lines += [Line("newer-is-gone", {"question": old.question(one).text}) for one in apart.gone]
    left = len(lines) - LISTED
    return lines if left <= 0 else [*lines[:LISTED], Line("newer-more", {"n": left})]


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """Move, stay, or look at what has changed."""
    if option == "w":
        return Step(trail.changed(state, **{"list-all": True}))
    if option == "st":
        form, _moved = _new(sheet, context)
        back = came_from(state, sheet, context)
        return Step(back, (DraftStayed(sheet.key, form.fingerprint),), say=Line("newer-stayed"))
    return _moving(sheet, context) if option == "mv" else None


def came_from(state: State, sheet: Sheet, context: Context) -> State:
    """Where the person was before it was asked."""
    wanted = state.data.get("q")
    if state.data.get("was") == "ask" and isinstance(wanted, str) and wanted in sheet.form.places:
        return trail.asking(state, sheet.question(wanted), context)
    return trail.moved(state, "review")


def _moving(sheet: Sheet, context: Context) -> Step:
    """The draft lives on the newer version from now on; hazards follow the answers."""
    form, moved = _new(sheet, context)
    after = sheet.on(form, moved.answers)
    event = DraftMoved(
        sheet.key,
        sheet.form.fingerprint,
        form.fingerprint,
        moved.kept,
        moved.confirm,
        moved.left,
        {one: after.outcome(one) for one in (*moved.kept, *moved.confirm)},
    )
    events = (event, *recording.hazards_between(sheet, after))
    bare = trail.begin(sheet.key)
    following = after.next_open()
    then = trail.asking(bare, following, context) if following else bare
    return Step(then, events, say=Line("newer-moved", {"confirm": len(moved.confirm)}))
