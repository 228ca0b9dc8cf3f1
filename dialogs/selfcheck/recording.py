"""The events that an answer makes: the answer itself, facts it states, hazards it opens or takes back."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from checklists import walk
from checklists.answers import Value
from checklists.codec import value_to_json
from checklists.findings import Finding
from checklists.schema import Outcome, Question
from dialogs.selfcheck.sheet import Sheet
from safety.events import AnswerSaved, Event, FactStated, HazardFound, HazardWithdrawn


def answered(
    sheet: Sheet, question: Question, value: Value, shown: datetime | None
) -> tuple[Sheet, list[Event]]:
    """The sheet with this answer, and what has happened by it."""
    after = sheet.having(question, replace(sheet.answer(question), value=value, skipped=False))
    outcome = after.judge(question, value).outcome
    saved = AnswerSaved(sheet.key, question.id, value_to_json(value), outcome.value, shown)
    return after, [saved, *_facts(after, question), *_hazards(sheet, after)]


def skipped(sheet: Sheet, question: Question, shown: datetime | None) -> tuple[Sheet, list[Event]]:
    """The sheet with this question passed over."""
    after = sheet.having(question, replace(sheet.answer(question), value=None, skipped=True))
    saved = AnswerSaved(sheet.key, question.id, None, Outcome.NEUTRAL.value, shown)
    return after, [saved, *_hazards(sheet, after)]


def _facts(after: Sheet, question: Question) -> list[Event]:
    """Facts about the enterprise that were not known like this before (asked once)."""
    source = f"{after.key.checklist}/{question.id}"
    stated = walk.stated(question, after.answer(question))
    return [
        FactStated(fact, _plain(value), source)
        for fact, value in stated.items()
        if after.facts.get(fact) != value
    ]


def _plain(value: bool | Decimal) -> bool | int | float:  # noqa: FBT001 - a fact is a flag or a number
    if isinstance(value, bool):
        return value
    return int(value) if value == int(value) else float(value)


def _hazards(before: Sheet, after: Sheet) -> list[Event]:
    """Hazards that appear, change or disappear with the change from one sheet to the other."""
    old, new = _by_question(before), _by_question(after)
    gone = [HazardWithdrawn(after.key, question) for question in old if question not in new]
    found = [
        _found(after, finding)
        for question, finding in new.items()
        if question not in old or old[question].judgement != finding.judgement
    ]
    return [*gone, *found]


def _by_question(sheet: Sheet) -> dict[str, Finding]:
    return {finding.question.id: finding for finding in sheet.findings()}


def _found(sheet: Sheet, finding: Finding) -> HazardFound:
    judged = finding.judgement
    return HazardFound(
        sheet.key, finding.question.id, judged.severity, sheet.due(judged), judged.suspected_major
    )
