"""Checks of what goes beyond one question after the other: repeated sections, calculated values, texts filled in, other forms."""

from collections.abc import Callable, Collection, Iterator, Mapping

from checklists import piping
from checklists.conditions import Condition
from checklists.kinds import ATTACHED, FIGURES, QuestionKind
from checklists.names import check_condition, check_figure, check_number, check_options, earlier, outside
from checklists.repeats import Repeat
from checklists.schema import Checklist, Question, Section
from checklists.sight import Sight
from checklists.words import Words

NAMING = frozenset({QuestionKind.TEXT, QuestionKind.CODE})  # kinds whose answer can name an instance


def check_beyond(sight: Sight) -> None:
    """Run all of these checks on one checklist."""
    for check in CHECKS:
        check(sight)


# --- repeated sections --------------------------------------------------------------------------------------------


def _repeats(sight: Sight) -> None:
    for section in sight.form.sections:
        if section.repeat is not None:
            for check in (_count, _more, _name, _range, _sets):
                check(sight, section, section.repeat)


def _first(sight: Sight, section: Section) -> int:
    return min((sight.form.places[question.id] for question in section.questions), default=0)


def _count(sight: Sight, section: Section, repeat: Repeat) -> None:
    """What says how many: a number that stands before, and that cannot say more than is asked."""
    check_number(sight, section, repeat.fact, "repeat", "fact")
    if repeat.answer is None:
        return
    steps = ("repeat", "answer")
    asked = earlier(sight, section, repeat.answer, _first(sight, section), *steps)
    if asked is not None:
        check_figure(sight, section, asked, *steps)
        if asked.maximum is not None and asked.maximum > repeat.maximum:
            sight.complain("repeat-too-few", section, "repeat", "maximum", id=asked.id, value=asked.maximum)


def _more(sight: Sight, section: Section, repeat: Repeat) -> None:
    """The question that asks for one more is the last one, and one of its options says yes."""
    if repeat.more is None:
        return
    last = section.questions[-1] if section.questions else None
    named = [question.id for question in section.questions]
    if repeat.more not in named:
        sight.complain("unknown-question", section, "repeat", "more", id=repeat.more, known=named)
    elif last is None or last.id != repeat.more or not any(option.affirms for option in last.options):
        sight.complain("repeat-more", section, "repeat", "more", id=repeat.more)


def _name(sight: Sight, section: Section, repeat: Repeat) -> None:
    kinds = {question.id: question.kind for question in section.questions}
    if repeat.name is None:
        return
    if repeat.name not in kinds:
        sight.complain("unknown-question", section, "repeat", "name", id=repeat.name, known=list(kinds))
    elif kinds[repeat.name] not in NAMING:
        sight.complain("repeat-name", section, "repeat", "name", id=repeat.name)


def _range(sight: Sight, section: Section, repeat: Repeat) -> None:
    if repeat.least > repeat.maximum:
        sight.complain("range-empty", section, "repeat", "minimum")


def _sets(sight: Sight, section: Section, _repeat: Repeat) -> None:
    """One fact cannot be stated by several instances."""
    for question in section.questions:
        if question.states:
            sight.complain("repeat-sets", question, "sets" if question.sets else "options", id=question.id)


# --- calculated values --------------------------------------------------------------------------------------------


def _calculations(sight: Sight) -> None:
    for question in sight.form.questions:
        if question.calculate is None:
            continue
        place = sight.form.places[question.id]
        added = {id(one) for part in question.calculate.parts() for one in part.sum}
        for part in question.calculate.parts():
            check_number(sight, question, part.fact, "calculate")
            if part.answer is not None:
                _operand(sight, question, part.answer, place, inside_sum=id(part) in added)
            for condition in part.count:
                check_condition(sight, question, condition, place, "calculate")


def _operand(sight: Sight, question: Question, name: str, place: int, *, inside_sum: bool) -> None:
    """A number that stands before; all instances of a repeated one can only be added up."""
    asked = earlier(sight, question, name, place, "calculate")
    if asked is None:
        return
    if inside_sum and asked.kind in FIGURES:
        return
    check_figure(sight, question, asked, "calculate")


# --- texts that are filled in -------------------------------------------------------------------------------------


def _pipes(sight: Sight) -> None:
    for question in sight.form.questions:
        for key, words in (("text", question.text), ("advice", question.advice), ("note", question.note)):
            if piping.piped(words) and words is not None:
                _pipe(sight, question, key, words)


def _pipe(sight: Sight, question: Question, key: str, words: Words) -> None:
    bare = [piping.PIPE.sub("", text) for text in (words.zh, words.en)]
    if any(piping.LEFT_OVER.search(text) for text in bare):
        sight.complain("pipe-broken", question, key)
    zh, en = (
        {found.group() for found in piping.PIPE.finditer(text)} for text in (words.zh, words.en or words.zh)
    )
    if zh != en:
        sight.complain("pipe-differs", question, key, names=" ".join(sorted(zh ^ en)))
    for kind, name in dict.fromkeys(piping.pipes(words)):
        _piped(sight, question, key, kind, name)


def _piped(sight: Sight, question: Question, key: str, kind: str, name: str) -> None:
    if kind == "n":
        if sight.form.section_of(question.id).repeat is None:
            sight.complain("pipe-number", question, key)
    elif kind == "fact":
        check_number(sight, question, name, key)
    else:
        asked = earlier(sight, question, name, sight.form.places[question.id], key)
        if asked is not None and asked.kind in ATTACHED:
            sight.complain("pipe-unfit", question, key, id=name)
        elif asked is not None and outside(sight, question, asked):
            sight.complain("repeat-outside", question, key, id=name)


CHECKS: tuple[Callable[[Sight], None], ...] = (_repeats, _calculations, _pipes)


# --- answers of other checklists ----------------------------------------------------------------------------------


def check_elsewhere(sight: Sight, forms: Mapping[str, Checklist], named: Collection[str]) -> None:
    """Check that what a checklist wants to know of others is there; `named` are those that stand in a file at all."""
    for thing, steps, part in _elsewhere(sight.form):
        other = str(part.form)
        if other == sight.form.id:
            sight.complain("form-itself", thing, *steps, id=other)
        elif other not in named:
            sight.complain("unknown-checklist", thing, *steps, id=other, known=sorted(named))
        elif other in forms:
            _of_other(sight, thing, part, forms[other], *steps)


def _elsewhere(form: Checklist) -> Iterator[tuple[Question | Section, tuple[str], Condition]]:
    for thing, step, when in _conditions(form):
        for part in when.parts() if when is not None else ():
            if part.form is not None:
                yield thing, (step,), part


def _conditions(form: Checklist) -> Iterator[tuple[Question | Section, str, Condition | None]]:
    for section in form.sections:
        yield section, "when", section.when
    for question in form.questions:
        yield question, "when", question.when
        for part in question.calculate.parts() if question.calculate is not None else ():
            for condition in part.count:
                yield question, "calculate", condition


def _of_other(
    sight: Sight, thing: Question | Section, part: Condition, other: Checklist, *steps: str
) -> None:
    name = str(part.answer)
    known = [question.id for question in other.questions]
    if name not in known:
        sight.complain("unknown-question", thing, *steps, id=name, known=known)
        return
    asked = other.question(name)
    if not asked.options:
        sight.complain("question-no-options", thing, *steps, id=name)
    else:
        check_options(sight, thing, asked, part, *steps)
