"""What came of a simulated self-check: findings, what does not apply, score, facts it stated. Printed at its end."""

import sys
from collections.abc import Iterator

from bot.authoring.said import Speaker
from bot.authoring.stage import Chat
from checklists.answers import NotApplicable
from checklists.schema import Checklist
from dialogs.cards import GAP
from dialogs.selfcheck.answering import answer_words, na_words
from dialogs.selfcheck.sheet import Sheet, sheet_of
from dialogs.texts import Texts
from dialogs.words import on_day
from safety.events import FactStated


def say(chat: Chat, form: Checklist, speaker: Speaker) -> None:
    """Print it."""
    sheet = sheet_of(chat.stage.key(form), chat.stage.context())
    score = sheet.score()
    speaker.say("simulate-end" if sheet.submitted else "simulate-left", form=form.title)
    speaker.say(
        "simulate-score",
        points=score.points,
        passed=score.passed,
        asked=score.asked,
        bad=score.bad,
        uncounted=score.uncounted,
    )
    for line in _findings(sheet, speaker):
        sys.stdout.write(f"{line}\n")
    for line in _aside(sheet, speaker):
        sys.stdout.write(f"{line}\n")
    for event in chat.events:
        if isinstance(event, FactStated):
            speaker.say("simulate-fact", fact=event.fact, value=str(event.value))


def _aside(sheet: Sheet, speaker: Speaker) -> Iterator[str]:
    """What does not apply, with its reason."""
    texts = Texts.load()
    for question in sheet.asked():
        value = sheet.answer(question).value
        if isinstance(value, NotApplicable):
            answer = texts.plain(na_words(question, value), speaker.language)
            yield speaker.text("simulate-na", id=question.id, question=question.text, answer=answer)


def _findings(sheet: Sheet, speaker: Speaker) -> Iterator[str]:
    """Every finding with the answer that made it, its day and its clauses."""
    texts = Texts.load()
    for finding in sheet.findings():
        question, value = finding.question, sheet.answer(finding.question).value
        answer = answer_words(question, value, sheet.today) if value is not None else GAP
        due = on_day(sheet.due(question.id, finding.judgement), sheet.today)
        yield speaker.text(
            "simulate-finding",
            id=question.id,
            question=question.text,
            answer=texts.plain(answer, speaker.language),
            severity=finding.judgement.severity.value,
            due=texts.plain(due, speaker.language),
        )
        clauses = "; ".join(clause.text.to(speaker.language) for clause in question.basis)
        if clauses:
            yield f"    {clauses}"
        if finding.note:
            yield f"    “{finding.note}”"
