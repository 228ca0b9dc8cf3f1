"""Checks that every name in content leads somewhere: facts, questions, options, colours, articles. Not their sense."""

import re
from collections.abc import Callable, Iterator

from checklists.articles import is_article
from checklists.conditions import Condition
from checklists.facts import Named
from checklists.issues import issue
from checklists.kinds import FIGURES
from checklists.reach import reachable
from checklists.schema import Accept, Question, Section
from checklists.sight import Sight, written
from checklists.tree import Path

ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,31}")
_VALUE = re.compile(r"[a-z][a-z0-9_]{0,15}")


def check_names(sight: Sight) -> None:
    """Run every check of names on one checklist."""
    for check in CHECKS:
        check(sight)


def _file_name(sight: Sight) -> None:
    if not sight.tree.file.endswith(f"/{sight.form.id}.yaml"):
        sight.complain("file-name", None, "id", id=sight.form.id)


def _ids(sight: Sight) -> None:
    for section in sight.form.sections:
        if not ID.fullmatch(section.id):
            sight.complain("bad-id", section, "id", id=section.id)
    for question in sight.form.questions:
        if not ID.fullmatch(question.id):
            sight.complain("bad-id", question, "id", id=question.id)


def _duplicates(sight: Sight) -> None:
    seen: set[str] = set()
    for name, path in written(sight.tree):
        if name in seen:
            line = sight.tree.line((*path, "id"))
            sight.found.append(issue("duplicate-id", sight.tree.file, line, id=name))
        seen.add(name)
    sections: set[str] = set()
    for place, section in enumerate(sight.form.sections):
        if section.id in sections:
            sight.complain("duplicate-id", None, "sections", place, "id", id=section.id)
        sections.add(section.id)


def _options(sight: Sight) -> None:
    for question in sight.form.questions:
        values = [option.value for option in question.options]
        for place, value in enumerate(values):
            if not _VALUE.fullmatch(value):
                sight.complain("bad-option-value", question, "options", place, "value", id=value)
            if value in values[:place]:
                sight.complain("duplicate-id", question, "options", place, "value", id=value)


def _articles(sight: Sight) -> None:
    for question in sight.form.questions:
        major = question.major.basis if question.major is not None else ()
        for key, clauses in ((("basis",), question.basis), (("major", "basis"), major)):
            for place, clause in enumerate(clauses):
                if not is_article(clause.article):
                    sight.complain("bad-article", question, *key, place, "article", article=clause.article)


def _colours(sight: Sight) -> None:
    known = [colour.id for colour in sight.colours.colours] if sight.colours is not None else []
    for place, colour in enumerate(sight.form.colours if known else ()):
        if colour not in known:
            sight.complain("unknown-colour", None, "colours", place, id=colour, known=known)


def _conditions(sight: Sight) -> None:
    """Conditions that decide what is asked: they see facts and earlier answers."""
    places = sight.form.places
    for section in sight.form.sections:
        first = min((places[question.id] for question in section.questions), default=0)
        check_condition(sight, section, section.when, first, "when")
        for question in section.questions:
            check_condition(sight, question, question.when, places[question.id], "when")


def _rules(sight: Sight) -> None:
    """Conditions that decide what an answer means, or whether a form is owed: they see facts only."""
    _check_facts_only(sight, None, sight.form.when, "when")
    for question in sight.form.questions:
        for place, other in enumerate(question.accept_when):
            _check_facts_only(sight, question, other.when, "accept_when", place, "when")
        if question.major is not None:
            _check_facts_only(sight, question, question.major.when, "major", "when")
        for key, accept in accepts(question):
            for name, fact in (
                ("at_least_fact", accept.at_least_fact),
                ("at_most_fact", accept.at_most_fact),
            ):
                check_number(sight, question, fact, *key, name)


def _check_facts_only(
    sight: Sight, question: Question | None, when: Condition | None, *steps: str | int
) -> None:
    for part in when.parts() if when is not None else ():
        if part.answer is not None:
            sight.complain("answer-in-rule", question, *steps)
    _check_facts(sight, question, when, *steps)


def check_condition(
    sight: Sight, thing: Question | Section, when: Condition | None, place: int, *steps: str | int
) -> None:
    _check_facts(sight, thing, when, *steps)
    for part in when.parts() if when is not None else ():
        if part.answer is not None and part.form is None:
            _check_answer(sight, thing, part, place, *steps)
        if part.fact is not None:
            _check_stated_before(sight, thing, part.fact, place, *steps)


def _check_answer(
    sight: Sight, thing: Question | Section, part: Condition, place: int, *steps: str | int
) -> None:
    asked = earlier(sight, thing, str(part.answer), place, *steps)
    if asked is None:
        return
    if part.compares:
        check_figure(sight, thing, asked, *steps)
    elif not asked.options:
        sight.complain("question-no-options", thing, *steps, id=asked.id)
    else:
        check_options(sight, thing, asked, part, *steps)


def earlier(
    sight: Sight, thing: Question | Section, name: str, place: int, *steps: str | int
) -> Question | None:
    """The question of this name, which has to stand before a place in the form; None when there is none."""
    places = sight.form.places
    if name not in places:
        if name not in sight.places:  # a question that does not fit has been complained about already
            sight.complain("unknown-question", thing, *steps, id=name, known=list(places))
        return None
    if places[name] >= place:
        sight.complain("question-later", thing, *steps, id=name)
    return sight.form.question(name)


def check_figure(sight: Sight, thing: Question | Section, asked: Question, *steps: str | int) -> None:
    """Check that a number stands there, and one alone."""
    if asked.kind not in FIGURES:
        sight.complain("answer-not-number", thing, *steps, id=asked.id)
    elif outside(sight, thing, asked):
        sight.complain("repeat-outside", thing, *steps, id=asked.id)


def outside(sight: Sight, thing: Question | Section, asked: Question) -> bool:
    """Whether a question of a repeated section is looked at from without, where it has many answers."""
    section = sight.form.section_of(asked.id)
    own = thing if isinstance(thing, Section) else sight.form.section_of(thing.id)
    return section.repeat is not None and section.id != own.id


def check_options(
    sight: Sight, thing: Question | Section, asked: Question, part: Condition, *steps: str | int
) -> None:
    """Check that each option that a condition names exists."""
    known = [option.value for option in asked.options]
    for value in part.in_:
        if value not in known:
            sight.complain("unknown-option", thing, *steps, question=asked.id, id=value, known=known)


def _check_stated_before(
    sight: Sight, thing: Question | Section, fact: str, place: int, *steps: str | int
) -> None:
    for question in sight.form.questions:
        if fact in dict(_stated(question)) and sight.form.places[question.id] >= place:
            sight.complain("fact-later", thing, *steps, id=fact, question=question.id)


def _check_facts(
    sight: Sight, thing: Question | Section | None, when: Condition | None, *steps: str | int
) -> None:
    for part in when.parts() if when is not None else ():
        if part.fact is not None and sight.facts is not None:
            code = wrong_fact(part, sight.facts)
            if code is not None:
                sight.complain(code, thing, *steps, id=part.fact, known=sorted(sight.facts.ids))


def wrong_fact(part: Condition, facts: Named) -> str | None:
    """Return what is wrong with naming a fact in this way, None when nothing is."""
    if part.fact not in facts.ids:
        return "unknown-fact"
    compares = part.at_least is not None or part.at_most is not None
    if part.fact in facts.number_ids:
        return None if compares else "fact-is-number"
    return "fact-not-number" if compares else None


def check_number(sight: Sight, thing: Question | Section, fact: str | None, *steps: str | int) -> None:
    """Check that a fact is a number."""
    if fact is None or sight.facts is None or fact in sight.facts.number_ids:
        return
    code = "fact-not-number" if fact in sight.facts.ids else "unknown-fact"
    sight.complain(code, thing, *steps, id=fact, known=sorted(sight.facts.number_ids))


def accepts(question: Question) -> Iterator[tuple[Path, Accept]]:
    """What counts as fine, each rule with its place in the question."""
    if question.accept is not None:
        yield ("accept",), question.accept
    for place, other in enumerate(question.accept_when):
        yield ("accept_when", place, "accept"), other.accept


def _stated(question: Question) -> Iterator[tuple[str, Path]]:
    """The facts that the answers to a question state, each with its place in the question."""
    for place, option in enumerate(question.options):
        for fact in option.sets:
            yield fact, ("options", place, "sets", fact)
    if question.sets is not None:
        yield question.sets, ("sets",)


def _stating(sight: Sight) -> None:
    """Facts that answers state: known, asked ones, and of the right kind."""
    if sight.facts is None:
        return
    derived = {fact.id for fact in sight.facts.derived}
    for question in sight.form.questions:
        for fact, path in _stated(question):
            number = fact in sight.facts.number_ids
            if fact not in sight.facts.ids:
                sight.complain("unknown-fact", question, *path, id=fact, known=sorted(sight.facts.ids))
            elif fact in derived:
                sight.complain("fact-derived", question, *path, id=fact)
            elif number != (path == ("sets",)):
                sight.complain("fact-is-number" if number else "fact-not-number", question, *path, id=fact)


def _reach(sight: Sight) -> None:
    for section in sight.form.sections:
        for question in section.questions:
            if _resolved(sight, section, question) and not reachable(sight.form, section, question):
                sight.complain("unreachable", question, "when" if question.when else "id", id=question.id)


def _resolved(sight: Sight, section: Section, question: Question) -> bool:
    """Whether all answers that the conditions speak of exist; others have been complained about."""
    conditions = [when for when in (section.when, question.when) if when is not None]
    leaves = [part for when in conditions for part in when.parts()]
    parts = [part for part in leaves if part.answer is not None and part.form is None]
    places, form = sight.form.places, sight.form
    return all(
        part.answer in places and all(form.question(part.answer).option(value) for value in part.in_)
        for part in parts
    )


CHECKS: tuple[Callable[[Sight], None], ...] = (
    _file_name,
    _ids,
    _duplicates,
    _options,
    _articles,
    _colours,
    _conditions,
    _rules,
    _stating,
    _reach,
)
