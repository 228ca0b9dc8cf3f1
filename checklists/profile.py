"""Checks of the facts and the colours of enterprises. Checklists are checked in names.py and sense.py."""

from collections.abc import Collection, Iterator, Mapping

from checklists.conditions import Condition
from checklists.facts import ColourSheet, FactSheet, NoticeColour
from checklists.issues import Issue, issue, meant
from checklists.names import ID, wrong_fact
from checklists.schema import Checklist
from checklists.tree import Tree


def check_facts(sheet: FactSheet, tree: Tree, found: list[Issue]) -> None:
    """Check the facts: every id once, every condition over facts that stand before."""
    seen: set[str] = set()
    for group, place, name, when in _all_facts(sheet):
        line = tree.line((group, place, "id"))
        if not ID.fullmatch(name):
            found.append(issue("bad-id", tree.file, line, id=name))
        if name in seen:
            found.append(issue("duplicate-id", tree.file, line, id=name))
        found.extend(_fact_issues(when, sheet, seen, tree.file, line))
        seen.add(name)


def _all_facts(sheet: FactSheet) -> Iterator[tuple[str, int, str, Condition | None]]:
    for group, facts in (
        ("industries", sheet.industries),
        ("numbers", sheet.numbers),
        ("asked", sheet.asked),
    ):
        for place, fact in enumerate(facts):
            yield group, place, fact.id, fact.only_if
    for place, derived in enumerate(sheet.derived):
        yield "derived", place, derived.id, derived.when


def _fact_issues(
    when: Condition | None, sheet: FactSheet, seen: Collection[str], file: str, line: int
) -> Iterator[Issue]:
    for part in when.parts() if when is not None else ():
        if part.answer is not None:
            yield issue("answer-in-rule", file, line)
        elif part.fact is not None:
            code = "unknown-fact" if part.fact not in seen else wrong_fact(part, sheet)
            if code is not None:
                yield issue(code, file, line, meant(part.fact, seen), id=part.fact)


def check_colours(
    sheet: ColourSheet,
    facts: FactSheet | None,
    forms: Mapping[str, Checklist],
    named: Collection[str],
    tree: Tree,
    found: list[Issue],
) -> None:
    """Check the colours: each in the precedence once, over known facts, owing checklists that list the colour."""
    ids = [colour.id for colour in sheet.colours]
    file, line = tree.file, tree.line(("precedence",))
    left = sorted(set(ids).symmetric_difference(sheet.precedence))
    found.extend(issue("colour-missing", file, line, id=name) for name in left)
    if sheet.default not in ids:
        guess = meant(sheet.default, ids)
        found.append(issue("unknown-colour", file, tree.line(("default",)), guess, id=sheet.default))
    known = facts.ids if facts is not None else None
    if facts is not None:
        found.extend(_industry_issues(sheet, facts, tree))
    for place, colour in enumerate(sheet.colours):
        line = tree.line(("colours", place, "id"))
        found.extend(_colour_issues(colour, known, forms, named, file, line))


def _industry_issues(sheet: ColourSheet, facts: FactSheet, tree: Tree) -> Iterator[Issue]:
    """Every industry has one colour: without one its enterprises would silently get the default."""
    for industry in facts.industries:
        places = [place for place, one in enumerate(sheet.colours) if industry.id in one.industries]
        if not places:
            yield issue("industry-no-colour", tree.file, tree.line(("colours",)), id=industry.id)
        for place in places[1:]:
            line = tree.line(("colours", place, "industries"))
            yield issue("industry-two-colours", tree.file, line, id=industry.id)


def _colour_issues(
    colour: NoticeColour,
    known: Collection[str] | None,
    forms: Mapping[str, Checklist],
    named: Collection[str],
    file: str,
    line: int,
) -> Iterator[Issue]:
    for fact in (*colour.industries, *colour.facts_any) if known is not None else ():
        if known is not None and fact not in known:
            yield issue("unknown-fact", file, line, meant(fact, known), id=fact)
    for form in (colour.checklist, *colour.extra_checklists):
        if form not in named:
            yield issue("unknown-checklist", file, line, meant(form, named), id=form)
        elif form in forms and colour.id not in forms[form].colours:
            yield issue("checklist-colour", file, line, id=form, colour=colour.id)
