"""Sheets into content: options of a named choice, titles of laws, defaults, the English beside each text."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklists.criteria import Criteria, Status
from checklists.english import English
from checklists.facts import ColourSheet, Fact, FactSheet
from checklists.issues import Issue, issue, meant
from checklists.parts import Criterion
from checklists.repeats import Repeat
from checklists.rules import Defaults
from checklists.schema import Checklist, Clause, MajorSource, Option, Question, QuestionKind, Rule, Section
from checklists.sheets import ChecklistSheet, ChoicesSheet, QuestionSheet
from checklists.sight import written
from checklists.tree import Path, Tree
from checklists.words import Words

YES_NO = "yes_no"  # the choice of a yes/no question that names none


@dataclass(frozen=True, slots=True)
class Library:
    """What checklists borrow from: titles of laws, named choices, defaults, coded criteria."""

    laws: Mapping[str, Words]
    choices: Mapping[str, tuple[Option, ...]]
    defaults: Defaults
    criteria: Criteria


def joined_choices(sheet: ChoicesSheet, english: English) -> dict[str, tuple[Option, ...]]:
    """Return the named choices in both languages."""
    choices = {
        name: tuple(
            option.model_copy(update={"label": english.of(option.label, "choices", name, option.value)})
            for option in options
        )
        for name, options in sheet.choices.items()
    }
    english.finish()
    return choices


def joined_facts(sheet: FactSheet, english: English) -> FactSheet:
    """Return the facts in both languages."""

    def join(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(
            fact.model_copy(
                update={
                    "prompt": english.of(fact.prompt, "facts", fact.id, "prompt"),
                    "unit": english.maybe(fact.unit, "facts", fact.id, "unit"),
                }
            )
            for fact in facts
        )

    derived = tuple(
        fact.model_copy(update={"note": english.maybe(fact.note, "derived", fact.id)})
        for fact in sheet.derived
    )
    joined = FactSheet(
        numbers=join(sheet.numbers),
        industries=join(sheet.industries),
        asked=join(sheet.asked),
        derived=derived,
    )
    english.finish()
    return joined


def joined_colours(sheet: ColourSheet, english: English) -> ColourSheet:
    """Return the colours in both languages."""
    colours = tuple(
        colour.model_copy(
            update={
                "label": english.of(colour.label, "colours", colour.id, "label"),
                "group": english.of(colour.group, "colours", colour.id, "group"),
                "examples": english.maybe(colour.examples, "colours", colour.id, "examples"),
            }
        )
        for colour in sheet.colours
    )
    english.finish()
    return ColourSheet(default=sheet.default, precedence=sheet.precedence, colours=colours)


def joined_checklist(
    sheet: ChecklistSheet,
    tree: Tree,
    library: Library,
    facts: FactSheet | None,
    english: English,
    found: list[Issue],
) -> Checklist:
    """Return the form in both languages; names that lead nowhere go into `found`."""
    joiner = _Joiner(tree, library, english, found)
    sections = tuple(
        Section(
            id=section.id,
            title=english.of(section.title, "sections", section.id),
            when=section.when,
            repeat=_repeat(section, english),
            questions=tuple(joiner.question(question) for question in section.questions),
        )
        for section in sheet.sections
    )
    form = Checklist(
        id=sheet.id,
        title=english.of(sheet.title, "title"),
        colours=sheet.colours,
        cycle_days=sheet.cycle_days,
        when=sheet.when,
        seasons=sheet.seasons,
        sections=sections,
        major_cap=library.defaults.scoring.major_cap,
        carry_days=library.defaults.carry_days,
        critical_cap=library.defaults.scoring.critical_cap,
        pass_mark=library.defaults.scoring.pass_mark,
    )
    return form.model_copy(update={"derived": _derived(form, facts)})


def _repeat(section: Section, english: English) -> Repeat | None:
    """What one of several is called, in both languages."""
    if section.repeat is None:
        return None
    return section.repeat.model_copy(
        update={"title": english.of(section.repeat.title, "repeats", section.id)}
    )


def _derived(form: Checklist, facts: FactSheet | None) -> tuple[Rule, ...]:
    """The derived facts that change when this form's answers state facts."""
    moving = {fact for question in form.questions for option in question.options for fact in option.sets}
    moving |= {question.sets for question in form.questions if question.sets is not None}
    rules: list[Rule] = []
    for derived in facts.derived if facts is not None else ():
        if any(part.fact in moving for part in derived.when.parts()):
            moving.add(derived.id)
            rules.append(Rule(id=derived.id, when=derived.when))
    return tuple(rules)


@dataclass(slots=True)
class _Joiner:
    """Joins the questions of one file."""

    tree: Tree
    library: Library
    english: English
    found: list[Issue]

    def question(self, sheet: QuestionSheet) -> Question:
        plain = {name: getattr(sheet, name) for name in Question.model_fields}
        return Question(**{**plain, **self._texts(sheet), **self._bounds(sheet)})

    def _texts(self, sheet: QuestionSheet) -> dict[str, object]:
        say, key = self.english, ("questions", sheet.id)
        return {
            "text": say.of(sheet.text, *key, "text"),
            "advice": say.of(sheet.advice, *key, "advice"),
            "note": say.maybe(sheet.note, *key, "note"),
            "unit": say.maybe(sheet.unit, *key, "unit"),
            "options": self._options(sheet),
            "na_reasons": self._reasons(sheet),
            "basis": self._clauses(sheet, sheet.basis, "basis"),
            "major": self._major(sheet),
        }

    def _bounds(self, sheet: QuestionSheet) -> dict[str, object]:
        if sheet.kind is QuestionKind.TEXT:
            return {"longest": sheet.longest or self.library.defaults.longest_text}
        if sheet.kind is not QuestionKind.DATE:
            return {}
        dates = self.library.defaults.dates
        done = sheet.accept is not None and sheet.accept.max_age_days is not None
        ahead = 0 if done and sheet.ahead_days is None else sheet.ahead_days
        return {
            "oldest_days": dates.oldest_days if sheet.oldest_days is None else sheet.oldest_days,
            "ahead_days": dates.ahead_days if ahead is None else ahead,
        }

    def _options(self, sheet: QuestionSheet) -> tuple[Option, ...]:
        if sheet.options:
            if sheet.choice is not None:
                self._complain("choice-and-options", sheet, "choice")
            return tuple(self._option(sheet, option) for option in sheet.options)
        choice = sheet.choice or (YES_NO if sheet.kind is QuestionKind.YESNO else None)
        if choice is None:
            return ()
        if choice not in self.library.choices:
            self._complain("unknown-choice", sheet, "choice", known=self.library.choices, id=choice)
        return self.library.choices.get(choice, ())

    def _reasons(self, sheet: QuestionSheet) -> tuple[Option, ...]:
        """Why it may not apply: a named set, or reasons of its own."""
        if sheet.na_reasons:
            if sheet.na is not None:
                self._complain("na-twice", sheet, "na")
            return tuple(self._option(sheet, one, "na_reasons") for one in sheet.na_reasons)
        if sheet.na is not None and sheet.na not in self.library.choices:
            self._complain("unknown-choice", sheet, "na", known=self.library.choices, id=sheet.na)
        return self.library.choices.get(sheet.na, ()) if sheet.na is not None else ()

    def _option(self, sheet: QuestionSheet, option: Option, among: str = "options") -> Option:
        label = self.english.of(option.label, "questions", sheet.id, among, option.value)
        return option.model_copy(update={"label": label})

    def _major(self, sheet: QuestionSheet) -> MajorSource | None:
        if sheet.major is None:
            return None
        criterion = self.english.maybe(sheet.major.criterion, "questions", sheet.id, "criterion")
        basis = self._clauses(sheet, sheet.major.basis, "major", "basis")
        criteria = self._criteria(sheet, sheet.major.criteria)
        return sheet.major.model_copy(update={"criterion": criterion, "basis": basis, "criteria": criteria})

    def _criteria(self, sheet: QuestionSheet, coded: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
        """The items behind the codes, of lists in force."""
        known, of = self.library.criteria.by_code, self.library.criteria.standard_of
        for place, one in enumerate(coded):
            path, standard = ("major", "criteria", place), of.get(one.code)
            if standard is None:
                self._complain("unknown-criterion", sheet, *path, known=known, id=one.code)
            elif standard.status is not Status.IN_FORCE:
                by = standard.replaced_by.zh if standard.replaced_by else ""
                self._complain("criterion-old", sheet, *path, id=one.code, standard=standard.id, by=by)
        return tuple(known.get(one.code, one) for one in coded)

    def _clauses(self, sheet: QuestionSheet, clauses: tuple[Clause, ...], *steps: str) -> tuple[Clause, ...]:
        for place, clause in enumerate(clauses):
            if clause.law.zh not in self.library.laws:
                self._complain("unknown-law", sheet, *steps, place, known=self.library.laws, id=clause.law.zh)
        return tuple(
            clause.model_copy(update={"law": self.library.laws.get(clause.law.zh, clause.law)})
            for clause in clauses
        )

    def _complain(
        self,
        code: str,
        sheet: QuestionSheet,
        *steps: str | int,
        known: Mapping[str, object] | None = None,
        **names: object,
    ) -> None:
        path: Path = dict(reversed(list(written(self.tree)))).get(sheet.id, ())
        guess = meant(names.get("id"), known) if known else None
        self.found.append(issue(code, self.tree.file, self.tree.line((*path, *steps)), guess, **names))
