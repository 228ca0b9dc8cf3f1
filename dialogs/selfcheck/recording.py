"""The events that an answer makes: the answer itself, facts it states, hazards it opens or takes back."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from checklists import walk
from checklists.answers import Carried, Value
from checklists.codec import value_to_json
from checklists.judging import Judgement
from checklists.schema import Outcome, Question, Severity
from dialogs.selfcheck import memory
from dialogs.selfcheck.sheet import Sheet
from safety.errors import Refusal
from safety.events import AnswerSaved, AnswersReopened, Event, FactStated, HazardFound, HazardWithdrawn
from safety.hazards import TRANSITIONS, HazardAction


def answered(
    sheet: Sheet,
    question: Question,
    value: Value,
    shown: datetime | None,
    carried: Carried | None = None,
    since: date | None = None,
) -> tuple[Sheet, list[Event]]:
    """The sheet with this answer, given anew or taken over, and what has happened by it."""
    reached(sheet, question)
    answer = replace(
        sheet.answer(question), value=value, skipped=False, carried=carried, since=since, to_confirm=False
    )
    after = sheet.having(question, answer)
    outcome = after.judge(question, value).outcome
    saved = AnswerSaved(
        sheet.key,
        question.id,
        value_to_json(value),
        outcome.value,
        shown,
        carried,
        since,
        over=sheet.revision(question),
    )
    followed = [
        *_facts(after, question),
        *worked(sheet, after),
        *_hazards(sheet, after, question),
    ]
    again = _dependants(sheet, after)
    if again:
        followed.append(AnswersReopened(after.key, again))
        doubted = {one: replace(after.answers[one], to_confirm=True) for one in again}
        after = after.on(after.form, {**after.answers, **doubted})
    return after, [saved, *followed]


def worked(before: Sheet, after: Sheet) -> list[Event]:
    """The values that are worked out anew; what cannot be worked out any more is saved as not known."""
    old, new = before.figures(), after.figures()
    changed = [one for one in {**old, **new} if old.get(one) != new.get(one)]
    return [_worked(after, one, new.get(one)) for one in changed]


def _worked(sheet: Sheet, name: str, value: Decimal | None) -> AnswerSaved:
    question = sheet.question(name)
    outcome = sheet.judge(question, value).outcome if value is not None else Outcome.NEUTRAL
    return AnswerSaved(sheet.key, name, value_to_json(value), outcome.value)


def reached(sheet: Sheet, question: Question) -> None:
    """A correction changes the questions it is about and no others."""
    if not sheet.may_change(question):
        raise Refusal("fix-not-this")


def skipped(sheet: Sheet, question: Question, shown: datetime | None) -> tuple[Sheet, list[Event]]:
    """The sheet with this question passed over."""
    reached(sheet, question)
    answer = replace(
        sheet.answer(question), value=None, skipped=True, carried=None, since=None, to_confirm=False
    )
    after = sheet.having(question, answer)
    saved = AnswerSaved(
        sheet.key, question.id, None, Outcome.NEUTRAL.value, shown, over=sheet.revision(question)
    )
    return after, [saved, *worked(sheet, after), *_hazards(sheet, after, question)]


def _facts(after: Sheet, question: Question) -> list[Event]:
    """Facts about the enterprise that were not known like this before, or had to be stated again (asked once)."""
    source = f"{after.key.checklist}/{question.id}"
    stated = walk.stated(question, after.answer(question))
    old = memory.expired(after, question) if stated else frozenset()
    return [
        FactStated(fact, _plain(value), source)
        for fact, value in stated.items()
        if after.facts.get(fact) != value or fact in old
    ]


def _plain(value: bool | Decimal) -> bool | int | float:  # noqa: FBT001 - a fact is a flag or a number
    if isinstance(value, bool):
        return value
    return int(value) if value == int(value) else float(value)


def _hazards(before: Sheet, after: Sheet, question: Question) -> list[Event]:
    """Hazards that appear, change or disappear with the change from one sheet to the other.

    Where the answer moves neither the questions asked nor the facts, only its own hazard can change; judging the
    whole form twice for every tap costs three times the rest of the step.
    """
    if before.seen() == after.seen() and before.figures() == after.figures():
        old, new = _of_one(before, question), _of_one(after, question)
    else:
        old, new = _of_all(before), _of_all(after)
    return _apart(old, new, after)


def hazards_between(before: Sheet, after: Sheet) -> list[Event]:
    """Hazards that appear, change or disappear when the whole form may have changed."""
    return _apart(_of_all(before), _of_all(after), after)


def _apart(old: dict[str, Judgement], new: dict[str, Judgement], after: Sheet) -> list[Event]:
    """What became of the hazards. One that was reported waits for the correction to be submitted, unless it gets graver."""
    gone = [HazardWithdrawn(after.key, one) for one in old if one not in new and one not in after.reported]
    changed = {one: judged for one, judged in new.items() if old.get(one) != judged}
    return [*gone, *(_found(after, one, it) for one, it in changed.items() if not _waits(after, one, it))]


def _waits(sheet: Sheet, question: str, judged: Judgement) -> bool:
    reported = sheet.reported.get(question)
    return reported is not None and not (judged.suspected_major and reported.severity is not Severity.MAJOR)


def hazards_of_correction(sheet: Sheet, reason: str) -> list[Event]:
    """What the submission of a correction does to hazards that were reported: taken back with its reason, or changed."""
    new = _of_all(sheet)
    gone = [
        HazardWithdrawn(sheet.key, one, reason, suspected_major=it.severity is Severity.MAJOR)
        for one, it in sheet.reported.items()
        if one not in new and HazardAction.WITHDRAW in TRANSITIONS[it.state]
    ]
    changed = [
        _found(sheet, one, judged)
        for one, judged in new.items()
        if one in sheet.reported and sheet.reported[one].severity is not judged.severity
    ]
    return [*gone, *changed]


def hazards_of_drop(sheet: Sheet) -> list[Event]:
    """A correction that is given up takes back what it has found."""
    old, new = _of_all(sheet.before_correction()), _of_all(sheet)
    gone = [HazardWithdrawn(sheet.key, one) for one in new if one not in old and one not in sheet.reported]
    back = [
        _found(sheet, one, judged)
        for one, judged in old.items()
        if one in sheet.reported and sheet.reported[one].severity is not judged.severity
    ]
    return [*gone, *back]


def _dependants(before: Sheet, after: Sheet) -> tuple[str, ...]:
    """In a correction: questions that are asked only now and have an answer from some earlier time are asked again."""
    if after.correcting is None or before.seen() == after.seen():
        return ()
    known = {one.id for one in before.asked()} | {one.id for one in after.before_correction().asked()}
    return tuple(one.id for one in after.asked() if one.id not in known and one.id in after.answers)


def _of_one(sheet: Sheet, question: Question) -> dict[str, Judgement]:
    judged = sheet.judgement(question) if sheet.bad(question) else None
    return {question.id: judged} if judged is not None else {}


def _of_all(sheet: Sheet) -> dict[str, Judgement]:
    return {finding.question.id: finding.judgement for finding in sheet.findings()}


def _found(sheet: Sheet, question: str, judged: Judgement) -> HazardFound:
    due, recurs = sheet.due(question, judged), sheet.recurs(question)
    return HazardFound(sheet.key, question, judged.severity, due, judged.suspected_major, recurs)
