"""The receipt of a submitted self-check: it stays in the chat, the menu is the next step."""

from collections.abc import Sequence

from checklists.answers import Carried
from checklists.words import Words
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.selfcheck import changes, correcting, scoring, zero
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import listed, on_day
from safety.checks import Draft, Submission
from safety.hazard_ledger import Hazard, HazardState

SHORT = 12  # characters of a fingerprint that people compare
GROUP = 4
LISTED = 8


def show(_state: State, sheet: Sheet, context: Context) -> Screen:
    """Number, time, fingerprint, score; the hazards with their days; whether our copies of the photos are safe."""
    draft = sheet.draft
    if draft is None or draft.receipt is None or draft.submitted_at is None:
        return Screen((Line("receipt-pending"),), ((button("to-menu", "e"),),))
    score, versions = sheet.score(), context.ledger.versions(draft.key) if draft.version > 1 else ()
    at, by = draft.submitted_at, draft.submitted_by or ""
    if versions:
        at, by = versions[-1].submitted_at, versions[-1].submitted_by
    lines: list[Line | Words] = [
        Line("receipt-title", {"form": sheet.form.title}),
        Line("receipt-number", {"number": draft.receipt}),
        Line("receipt-time", {"time": at, "person": by}),
        Line("receipt-fingerprint", {"fingerprint": short(draft.fingerprint or "")}),
        Line(
            "receipt-score",
            {"points": scoring.points(score), "passed": score.passed, "asked": score.asked},
        ),
        *scoring.reasons(sheet, score),
        *_aside(sheet),
    ]
    lines += _corrected(versions, context)
    lines += saved(sheet)
    hazards = of_check(draft, context)
    lines += [GAP, *_hazards(hazards, context)] if hazards else [_clean(sheet, draft)]
    lines += [GAP, *copies(draft)] if copies(draft) else []
    ways = [button("to-menu", "e")]
    ways += [button("to-hazards", "z")] if hazards else []
    ways += [button("fix", "f")] if correcting.possible(sheet, context) else []
    return Screen(lines, (ways,), final=True)


def _corrected(versions: Sequence[Submission], context: Context) -> list[Line | Words]:
    """Of a corrected version: why, and what differs from the one before, which stays as it was."""
    if len(versions) <= 1:
        return []
    before, now = versions[-2], versions[-1]
    changed = changes.listed(now.form, before.answers, now.answers, context.today)
    reason = Line("fix-version", {"n": now.version, "reason": correcting.because(now.reason)})
    return [GAP, reason, *changed, Line("fix-before", {"receipt": before.receipt})]


def _clean(sheet: Sheet, draft: Draft) -> Line:
    """Nothing was found; where that was signed, what was declared and by whom."""
    if not draft.zero:
        return Line("receipt-clean")
    args: dict[str, Argument] = {"person": draft.submitted_by or "", "declared": zero.declared(sheet)}
    return Line("receipt-zero", args)


def _aside(sheet: Sheet) -> list[Line]:
    """How many questions do not apply, and by which numbers: they are not counted."""
    numbers = [
        Line("score-question", {"n": sheet.number(one.id)})
        for one in sheet.asked()
        if sheet.answer(one).not_applicable
    ]
    return [Line("receipt-na", {"n": len(numbers), "questions": listed(numbers)})] if numbers else []


def short(fingerprint: str) -> str:
    """The first characters in groups, to compare by eye."""
    cut = fingerprint[:SHORT]
    return " ".join(cut[start : start + GROUP] for start in range(0, len(cut), GROUP))


def saved(sheet: Sheet) -> list[Line]:
    """How many questions did not have to be asked: those as last time, and those answered elsewhere."""
    how = [sheet.answer(question).carried for question in sheet.asked()]
    last, facts = how.count(Carried.SECTION), how.count(Carried.FACT)
    return [Line("receipt-saved", {"n": last + facts, "last": last, "facts": facts})] if last + facts else []


def of_check(draft: Draft, context: Context) -> list[Hazard]:
    """The hazards that this self-check has reported; of a corrected one those that were withdrawn too."""
    return [
        one
        for one in context.ledger.hazards_of(draft.key)
        if one.state is not HazardState.WITHDRAWN or one.withdrawn_reason
    ]


def _hazards(hazards: list[Hazard], context: Context) -> list[Line]:
    standing = [hazard for hazard in hazards if hazard.state is not HazardState.WITHDRAWN]
    lines = [Line("receipt-hazards", {"n": len(standing)})]
    for hazard in hazards[:LISTED]:
        if hazard.state is HazardState.WITHDRAWN:
            lines.append(Line("receipt-withdrawn", {"number": hazard.number}))
            continue
        due = on_day(hazard.due, context.today)
        lines.append(
            Line("receipt-hazard", {"number": hazard.number, "due": due, "severity": hazard.severity.value})
        )
    return lines


def copies(draft: Draft) -> list[Line]:
    """How many photos, and how many files, are safe with us, on their way, or unusable."""
    photos = _copies("photo", draft.photos_safe, draft.photos_pending, draft.photos_failed)
    return [*photos, *_copies("file", draft.files_safe, draft.files_pending, draft.files_failed)]


def _copies(kind: str, safe: int, pending: int, failed: int) -> list[Line]:
    total = safe + pending + failed
    lines = [Line("copies-safe", {"kind": kind, "safe": safe, "total": total})] if total else []
    lines += [Line("copies-pending", {"kind": kind, "n": pending})] if pending else []
    return [*lines, Line("copies-failed", {"kind": kind, "n": failed})] if failed else lines


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """On to the hazards, the menu, or a correction."""
    if option == "z" and state.at == "receipt":
        return Step(State("hazards"))
    if option == "f":
        return correcting.begin(state, sheet, context)
    return Step(State("menu")) if option == "e" else None
