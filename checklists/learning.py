"""Checks of courses and of the rules of training: every name leads somewhere, every quiz can be asked and passed."""

from collections.abc import Collection, Iterator, Mapping

from checklists.bank import Bank, ExamItem, Trainee
from checklists.courses import Course
from checklists.examining import check_item
from checklists.issues import Issue, issue, meant
from checklists.reminders import Reminders
from checklists.training_rules import TrainingRules
from checklists.tree import Path, Tree

LEAST = 2  # questions of every quiz that everybody can be asked


def check_training(rules: TrainingRules, tree: Tree, reminders: Reminders) -> Iterator[Issue]:
    """Check that the reminder rules that lessons settle exist."""
    known = [one.id for one in reminders.rules]
    for place, subject in enumerate(rules.subjects):
        for where, name in enumerate(subject.settles):
            if name not in known:
                line = tree.line(("subjects", place, "settles", where))
                yield issue(
                    "unknown-rule", tree.file, line, meant(name, known), id=name, known=", ".join(known)
                )


def check_course(
    course: Course, tree: Tree, bank: Bank, subjects: Collection[str], colours: Collection[str]
) -> Iterator[Issue]:
    """Check one course beside the bank, the subjects of training, and the colours."""
    if tree.file != f"courses/{course.id}.yaml":
        yield issue("file-name", tree.file, tree.line(("id",)), id=course.id)
    if course.subject not in subjects:
        guess = meant(course.subject, subjects)
        yield issue("unknown-subject", tree.file, tree.line(("subject",)), guess, id=course.subject)
    for place, colour in enumerate(course.colours):
        if colours and colour not in colours:
            line = tree.line(("colours", place))
            yield issue("unknown-colour", tree.file, line, meant(colour, colours), id=colour)
    if not course.mandatory and (course.events or course.every_months is not None):
        yield issue("course-optional", tree.file, tree.line(("mandatory",)))
    yield from _quiz(course, tree, bank.items)


def _quiz(course: Course, tree: Tree, known: Mapping[str, ExamItem]) -> Iterator[Issue]:
    path: Path = ("quiz",)
    for place, name in enumerate(course.quiz.items):
        if name not in known:
            line = tree.line((*path, "items", place))
            yield issue("unknown-exam-item", tree.file, line, meant(name, known), id=name)
        elif name in course.quiz.items[:place]:
            yield issue("duplicate-id", tree.file, tree.line((*path, "items", place)), id=name)
    for place, item in enumerate(course.quiz.own):
        if item.id in known:
            yield issue("duplicate-id", tree.file, tree.line((*path, "own", place, "id")), id=item.id)
        yield from check_item(item, tree, (*path, "own", place))
    for role in course.roles:
        count = len([one for one in _asked(course, known) if _everybody(one, role, course)])
        if count < max(LEAST, course.quiz.wrong + 1):
            wanted = max(LEAST, course.quiz.wrong + 1)
            names = {"count": count, "wanted": wanted, "role": role.value}
            yield issue("quiz-too-short", tree.file, tree.line(path), None, **names)


def _asked(course: Course, known: Mapping[str, ExamItem]) -> Iterator[ExamItem]:
    yield from (known[name] for name in course.quiz.items if name in known)
    yield from course.quiz.own


def _everybody(item: ExamItem, role: Trainee, course: Course) -> bool:
    return role in item.roles and item.when in (None, course.when)
