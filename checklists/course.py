"""The whole way through a form: groups that repeat, values that are worked out, texts that are filled in.

Forms without any of these take the quick way in walk.py; both give the same Sight.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from checklists import piping
from checklists.answers import Answer, Facts, NotApplicable
from checklists.conditions import Answers, Holds
from checklists.expressions import Known
from checklists.repeats import Repeat, instance
from checklists.schema import Checklist, Question, Section
from checklists.words import Words


@dataclass(frozen=True, slots=True)
class Beyond:
    """What only forms have that repeat, work out or fill in.

    judged    the questions that are asked and the worked out values that are known, in order
    figures   the worked out values by id
    shown     the questions whose text was filled in, by id
    sizes     how often each repeated section is asked, by id
    """

    judged: tuple[Question, ...]
    figures: Mapping[str, Decimal]
    shown: Mapping[str, Question]
    sizes: Mapping[str, int]


NOTHING = Beyond((), {}, {}, {})


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen of a form: the questions that are asked, as people see them, and everything known by the end."""

    asked: tuple[Question, ...]
    facts: Facts
    beyond: Beyond | None = None

    @property
    def judged(self) -> tuple[Question, ...]:
        """What is judged: what was asked, and what was worked out."""
        return self.asked if self.beyond is None else self.beyond.judged

    @property
    def more(self) -> Beyond:
        """What goes beyond, empty in a plain form."""
        return self.beyond or NOTHING


@dataclass(frozen=True, slots=True)
class Gate:
    """A question with its own compiled condition (None: always asked)."""

    question: Question
    own: Holds | None


@dataclass(frozen=True, slots=True)
class Stage:
    """A section with its compiled condition and its gates."""

    section: Section
    holds: Holds | None
    gates: tuple[Gate, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FormKey:
    """A checklist as a cache key, by identity."""

    checklist: Checklist

    def __hash__(self) -> int:
        return id(self.checklist)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FormKey) and other.checklist is self.checklist


@lru_cache(maxsize=256)
def stages(form: FormKey) -> tuple[Stage, ...]:
    """The sections of a form, compiled."""
    return tuple(
        Stage(
            section,
            section.when.compiled() if section.when else None,
            tuple(
                Gate(question, question.when.compiled() if question.when else None)
                for question in section.questions
            ),
        )
        for section in form.checklist.sections
    )


def with_stated(form: Checklist, facts: Facts, said: Mapping[str, bool | Decimal]) -> Facts:
    """The facts with those that an answer states, and what follows from them."""
    known = {**facts, **said}
    for derived in form.derived if said else ():
        known[derived.id] = derived.when.compiled()({}, known)
    return known


def stated(question: Question, answer: Answer | None) -> dict[str, bool | Decimal]:
    """Facts about the enterprise that an answer states."""
    if answer is None or answer.value is None:
        return {}
    if question.sets is not None and isinstance(answer.value, Decimal):
        return {question.sets: answer.value}
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    options = [option for option in question.options if option.value in chosen]
    return {fact: value for option in options for fact, value in option.sets.items()}


def is_open(answer: Answer | None) -> bool:
    """Neither answered nor skipped, or answered and to be confirmed."""
    return answer is None or answer.to_confirm or (answer.value is None and not answer.skipped)


@dataclass(slots=True)
class _Way:
    """One way through a form as it goes on.

    seen      only answers to questions that are asked count; within an instance also by the plain id
    several   the numbers given in all instances of a repeated question, once its group is behind
    """

    form: Checklist
    answers: Answers
    facts: Facts
    asked: list[Question] = field(default_factory=list)
    judged: list[Question] = field(default_factory=list)
    figures: dict[str, Decimal] = field(default_factory=dict)
    shown: dict[str, Question] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    seen: dict[str, Answer] = field(default_factory=dict)
    several: dict[str, tuple[Decimal | None, ...]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)

    def take(self, stage: Stage) -> None:
        """One section, once or again and again. What an answer states counts at once, for the rest of its own section too."""
        if stage.section.repeat is not None:
            if self.holds(stage):
                self.repeat(stage, stage.section.repeat)
            return
        for gate in stage.gates:
            if self.holds(stage):
                self.ask(gate, gate.question.id, 0)

    def holds(self, stage: Stage) -> bool:
        """Whether the section is asked, as far as is known here."""
        return stage.holds is None or stage.holds(self.seen, self.facts)

    def repeat(self, stage: Stage, repeat: Repeat) -> None:
        number, size = 0, self.size(repeat)
        while self.another(repeat, number, size):
            number += 1
            self.forget(stage)
            for gate in stage.gates:
                if gate.question.id != repeat.more or repeat.least <= number < repeat.maximum:
                    self.ask(gate, instance(gate.question.id, number), number)
        self.sizes[stage.section.id] = number
        self.gather(stage, number)

    def size(self, repeat: Repeat) -> int:
        """How many an answer or a fact says; as many as there have to be while nobody has said it."""
        said: object = None
        if repeat.answer is not None:
            answer = self.seen.get(repeat.answer)
            said = answer.value if answer is not None else None
        elif repeat.fact is not None:
            said = self.facts.get(repeat.fact)
        if isinstance(said, bool) or not isinstance(said, int | Decimal):
            return repeat.minimum
        return min(max(int(said), repeat.minimum), repeat.maximum)

    def another(self, repeat: Repeat, number: int, size: int) -> bool:
        """Whether there is one more instance behind this one."""
        if repeat.more is None:
            return number < size
        if number < repeat.least:
            return True
        answer = self.seen.get(instance(repeat.more, number))
        option = self.form.question(repeat.more).option(answer.value) if answer is not None else None
        return number < repeat.maximum and option is not None and option.affirms is True

    def forget(self, stage: Stage) -> None:
        """A new instance knows nothing of the one before."""
        for gate in stage.gates:
            self.seen.pop(gate.question.id, None)
            self.known.discard(gate.question.id)
            self.open.discard(gate.question.id)

    def gather(self, stage: Stage, size: int) -> None:
        """Behind the group its questions stand for all instances: any of their options, all of their numbers."""
        self.forget(stage)
        for gate in stage.gates:
            name = gate.question.id
            ids = [one for number in range(1, size + 1) if (one := instance(name, number)) in self.known]
            values = [self.seen[one].value if one in self.seen else None for one in ids]
            self.several[name] = tuple(
                value if isinstance(value, Decimal) else None
                for value in values
                if not isinstance(value, NotApplicable)
            )
            chosen = tuple(
                one for value in values for one in (value if isinstance(value, tuple) else (value,))
            )
            options = tuple(one for one in chosen if isinstance(one, str))
            self.seen.update({name: Answer(value=options)} if options else {})
            self.known.update([name] if ids else [])
            self.open.update([name] if not self.open.isdisjoint(ids) else [])

    def ask(self, gate: Gate, id_: str, number: int) -> None:
        """One question, or one instance of it."""
        question = gate.question
        if gate.own is not None and not gate.own(self.seen, self.facts):
            return
        self.known.update((question.id, id_))
        answer = self.answers.get(id_)
        if question.calculate is not None:
            answer = self.worked(question, id_, answer)
        elif is_open(answer):
            self.open.update((question.id, id_))
        self.enter(question, id_, number, answer)
        if answer is not None and question.states:
            self.facts = with_stated(self.form, self.facts, stated(question, answer))

    def worked(self, question: Question, id_: str, kept: Answer | None) -> Answer | None:
        """The value as it is now; what was kept of it before does not count, only notes and photos."""
        expression = question.calculate
        known = Known(self.seen, self.facts, self.several, self.known, self.open)
        value = expression.worked(known) if expression is not None else None
        if value is None:
            self.open.update((question.id, id_))
            return None
        self.figures[id_] = value
        return replace(kept or Answer(), value=value, skipped=False)

    def enter(self, question: Question, id_: str, number: int, answer: Answer | None) -> None:
        """Put it into its lists, as people see it."""
        seen = self.as_seen(question, id_, number)
        if question.calculate is None:
            self.asked.append(seen)
        if question.calculate is None or answer is not None:
            self.judged.append(seen)
        if answer is not None:
            self.seen[id_] = self.seen[question.id] = answer

    def as_seen(self, question: Question, id_: str, number: int) -> Question:
        if not question.dynamic:
            return self.form.question(id_)
        found = self.shown[id_] = question.shown(self.finding(number), id_)
        return found

    def finding(self, number: int) -> Callable[[str, str], Words]:
        """What stands for a fact, an answer, the number of the instance at this place."""

        def find(kind: str, name: str) -> Words:
            if kind == "n":
                return piping.same(str(number))
            if kind == "fact":
                fact = self.facts.get(name)
                return piping.value_words(None if fact is None or isinstance(fact, bool) else Decimal(fact))
            return self.words(name)

        return find

    def words(self, name: str) -> Words:
        """An earlier answer in a sentence: labels of options, else the value."""
        answer = self.seen.get(name)
        value = answer.value if answer is not None else None
        question = self.form.question(name)
        chosen = value if isinstance(value, tuple) else (value,)
        labels = [option.label for one in chosen if (option := question.option(one)) is not None]
        return piping.joined(labels) if labels else piping.value_words(value)


def course(form: Checklist, answers: Answers, facts: Facts) -> Sight:
    """The way through a form with these answers."""
    way = _Way(form, answers, facts)
    for stage in stages(FormKey(form)):
        way.take(stage)
    return Sight(tuple(way.asked), way.facts, Beyond(tuple(way.judged), way.figures, way.shown, way.sizes))
