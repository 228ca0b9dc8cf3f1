"""The last answers of other checklists, as far as a form's conditions speak of them, put among the facts."""

from collections.abc import Callable, Iterator

from checklists.answers import Answer, Facts
from checklists.conditions import Answers, elsewhere
from checklists.repeats import parted
from checklists.schema import Checklist


def with_elsewhere(form: Checklist, facts: Facts, last: Callable[[str], Answers]) -> Facts:
    """The facts with what was last submitted elsewhere; the same mapping when the form asks for nothing."""
    if not form.elsewhere:
        return facts
    others = {other: last(other) for other in sorted({other for other, _ in form.elsewhere})}
    return {
        **facts,
        **{key: True for other, answers in others.items() for key in _keys(form, other, answers)},
    }


def _keys(form: Checklist, other: str, answers: Answers) -> Iterator[str]:
    """One key for each option that was chosen, in any instance."""
    for name, answer in answers.items():
        question = parted(name)[0]
        if (other, question) in form.elsewhere:
            yield from (elsewhere(other, question, one) for one in _chosen(answer))


def _chosen(answer: Answer) -> tuple[str, ...]:
    if isinstance(answer.value, tuple):
        return answer.value
    return (answer.value,) if isinstance(answer.value, str) else ()
