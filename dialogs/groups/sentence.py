"""A query over enterprises as one sentence: everything that holds them back, in the order in which people say it."""

from collections.abc import Iterator, Mapping, Sequence

from checklists.words import Words
from dialogs.context import Context
from dialogs.talk import Argument, Line
from dialogs.words import listed
from safety.queries import MOST_DAYS, NOW, Query, Range

FLAGS = {"unsigned": "query-unsigned", "never_joined": "query-never-joined", "silent": "query-silent"}
SPELLED = 3  # names of one kind that are spelled out


def sentence(query: Query, context: Context) -> Line:
    """Whom a query means."""
    found = list(parts(query, context))
    place: dict[str, Argument] = {"place": context.ledger.queries().place()}
    if query.nobody:
        return Line("query-nobody")
    return Line("query-some", place | {"parts": listed(found)}) if found else Line("query-everybody", place)


def parts(query: Query, context: Context) -> Iterator[Line | Words]:
    """Everything that holds enterprises back, one after the other."""
    yield from _places(query)
    yield from _kinds(query, context)
    if query.not_checked_days:
        yield _since("query-not-checked", query.not_checked_days)
    if query.not_inspected_days:
        yield _since("query-not-inspected", query.not_inspected_days)
    if query.not_covered:
        now = query.not_covered == NOW
        yield Line("query-not-covered", {"now": "yes" if now else "no", "quarter": query.not_covered})
    if query.undone:
        yield Line("query-undone", {"form": _form(query.undone, context)})
    if query.hazards:
        yield Line("query-hazards", {"kind": query.hazards})
    for name, line in FLAGS.items():
        if getattr(query, name):
            yield Line(line)
    if query.text:
        yield Line("query-text", {"text": query.text})
    if query.codes:
        yield Line("query-codes", {"n": len(query.codes)})


def _since(line: str, days: int) -> Line:
    return Line(line, {"days": days, "ever": "no" if days >= MOST_DAYS else "yes"})


def _places(query: Query) -> Iterator[Line | Words]:
    for names in (query.towns, query.departments, query.grids):
        if names:
            yield _either([Words(one, one) for one in names])


def _kinds(query: Query, context: Context) -> Iterator[Line | Words]:
    labels = fact_labels(context)
    if query.industries:
        yield _either([labels.get(one, Words(one, one)) for one in query.industries])
    if query.colours:
        yield _either([Line("colour-name", {"colour": one}) for one in query.colours])
    if query.classes:
        yield _either([Line("query-class", {"class": one}) for one in query.classes])
    if query.unlooked:
        yield Line("query-unlooked", {"look": query.unlooked})
    if query.activities:
        yield _either([Line("activity-name", {"activity": one}) for one in query.activities])
    for fact, value in query.facts:
        label = labels.get(fact, Words(fact, fact))
        yield label if value else Line("query-not", {"label": label})
    for one in query.ranges:
        yield _range(one)
    if query.missed:
        yield Line("query-missed", {"number": query.missed})


def _range(one: Range) -> Line:
    args: dict[str, Argument] = {
        "low": one.at_least if one.at_least is not None else "none",
        "high": one.at_most if one.at_most is not None else "none",
    }
    return Line("query-range", args)


def _either(names: Sequence[Line | Words]) -> Line | Words:
    """One of these; the rest is counted."""
    whole, *rest = names[:SPELLED]
    for one in rest:
        whole = Line("query-or", {"first": whole, "then": one})
    more = len(names) - SPELLED
    return Line("query-or-more", {"first": whole, "n": more}) if more > 0 else whole


def fact_labels(context: Context) -> Mapping[str, Words]:
    """The short names of facts."""
    return {one.id: one.label for one in context.ledger.rules().asking.facts}


def _form(form: str, context: Context) -> Line | Words:
    known = context.ledger.campaigns().forms()
    return known.get(form, Line("query-any-form"))


def not_understood(left: Sequence[str]) -> Line | None:
    """What of the words meant nothing, said back; None when nothing was left."""
    return Line("group-not-understood", {"text": listed([Words(one, one) for one in left])}) if left else None
