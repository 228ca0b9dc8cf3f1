"""The card of one enterprise: what matters on one screen, each section one tap away, the ways on behind *more*."""

from collections.abc import Sequence

from checklists.words import Words
from dialogs import cards
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.enterprise.grading import CLASS
from dialogs.enterprise.people import PEOPLE
from dialogs.enterprise.places import CARD, MORE, before, card_of, on
from dialogs.enterprise.profile import FACTS
from dialogs.enterprise.ways import WAYS, Way, hazards_of
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import listed, on_day
from safety import credit_code
from safety.enterprises import Card, Ready

WIDE, WAYS_A_PAGE = 2, 5
INDUSTRIES = 3  # that are named


def step(state: State, option: str, context: Context) -> Step | None:
    """Open a section, go back to where one came from."""
    card = card_of(state, context)
    if option == "b":
        return Step(before(state))
    sections = {"f": FACTS, "m": MORE, "p": PEOPLE, **({"g": CLASS} if card.supervision else {})}
    if option in sections:
        return Step(on(state, sections[option]))
    if option == "k" and card.checked is not None:
        return Step(State("submissions", "card", {"receipt": card.checked.receipt}))
    if option == "z" and card.hazards.open:
        return Step(hazards_of(card))
    return None


def step_more(state: State, option: str, context: Context) -> Step | None:
    """Take one of the ways on."""
    card = card_of(state, context)
    if option == "b":
        return Step(on(state, CARD))
    ways = open_ways(card, context)
    turned = cards.turned(option, cards.offset_of(state, len(ways)), len(ways), WAYS_A_PAGE)
    if turned is not None:
        return Step(on(state, MORE, offset=turned))
    way = next((one for one in ways if one.option == option), None)
    return None if way is None else Step(way.opens(card))


def open_ways(card: Card, context: Context) -> list[Way]:
    """The ways that this reader has from this card now."""
    return [one for one in WAYS if one.open_to(card, context)]


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The first screen."""
    card = card_of(state, context)
    return Screen(lines_of(card, context), _rows(card, context))


def _rows(card: Card, context: Context) -> tuple[Row, ...]:
    check: Row = () if card.checked is None else (button("firm-to-check", "k"),)
    hazards: Row = (button("firm-to-hazards", "z", n=card.hazards.open),) if card.hazards.open else ()
    facts: Row = (button("firm-facts", "f"), button("firm-people-more", "p"))
    graded: Row = (button("firm-class", "g", **_class(card)),) if card.supervision else ()
    more: Row = (button("firm-more", "m"),) if open_ways(card, context) else ()
    rows: tuple[Row, ...] = (
        (*facts, *graded),
        (*check, *hazards),
        (button("back", "b"), *more, button("to-menu", "e")),
    )
    return tuple(row for row in rows if row)


def show_more(state: State, context: Context) -> Screen:
    """The ways on, five a page."""
    card = card_of(state, context)
    ways = open_ways(card, context)
    offset = cards.offset_of(state, len(ways))
    buttons = [button(one.label, one.option) for one in ways[offset : offset + WAYS_A_PAGE]]
    rows: list[Row] = [tuple(buttons[start : start + WIDE]) for start in range(0, len(buttons), WIDE)]
    turns: list[Row] = (
        [cards.list_rows(len(buttons), offset, len(ways))[-1]] if len(ways) > WAYS_A_PAGE else []
    )
    title = Line("firm-more-title", {"enterprise": card.brief.name})
    return Screen((title,), (*rows, *turns, (button("back", "b"),)))


def lines_of(card: Card, context: Context) -> Sequence[Line | Words]:
    """At most twelve lines: who it is, what it does, where it stands."""
    one = card.brief
    head: dict[str, Argument] = {
        "enterprise": one.name,
        "town": one.town,
        "colour": one.colour,
        "activity": one.activity.value,
    }
    lines: list[Line | Words] = [Line("firm-head", head), _code(card)]
    if card.industries:
        lines.append(Line("firm-industries", {"what": listed(card.industries[:INDUSTRIES])}))
    lines += [_checked(card, context), _hazards(card)]
    if card.pledge is not None:
        lines.append(Line("firm-pledge", {"state": _pledge(card, context)}))
    lines += [_people(card), _papers(card), _ready(card, context)]
    if card.ready.own.wrote or card.ready.spots.wrote:
        lines.append(_exams(card.ready))
    if context.supervises or card.department:
        lines.insert(2, _charge(card))
    return lines


def _class(card: Card) -> dict[str, str]:
    return {"class": card.supervision, "hand": "yes" if card.by_hand else "no"}


def _charge(card: Card) -> Line:
    return Line("firm-charge", {"department": card.department or "none", "grid": card.grid or "none"})


def _ready(card: Card, context: Context) -> Line:
    ready = card.ready
    args: dict[str, Argument] = {
        "hours": ready.hours,
        "drilled": "no" if ready.drilled is None else "yes",
        "day": "" if ready.drilled is None else on_day(ready.drilled, context.today),
        "n": ready.unconfirmed,
    }
    return Line("firm-ready", args)


def _exams(ready: Ready) -> Line:
    """What people wrote by themselves, beside what they wrote on site."""
    own: dict[str, Argument] = {"own": ready.own.wrote, "mean": ready.own.points}
    return Line("firm-exams", {**own, "n": ready.spots.wrote, "points": ready.spots.points})


def _code(card: Card) -> Line:
    code = card.brief.credit_code
    args: dict[str, Argument] = {
        "code": code,
        "right": "yes" if credit_code.fault(code) is None else "no",
        "twins": len(card.twins),
        "twin": card.twins[0].name if card.twins else "",
        "town": card.twins[0].town if card.twins else "",
    }
    return Line("firm-code", args)


def _checked(card: Card, context: Context) -> Line:
    checked = card.checked
    if checked is None:
        return Line("firm-never-checked")
    args: dict[str, Argument] = {
        "form": checked.form,
        "day": on_day(checked.day, context.today),
        "score": checked.score,
        "bad": checked.bad,
    }
    return Line("firm-checked", args)


def _hazards(card: Card) -> Line:
    found = card.hazards
    args: dict[str, Argument] = {
        "n": found.open,
        "major": found.major,
        "overdue": found.overdue,
        "closed": found.closed,
    }
    return Line("firm-hazards", args)


def _pledge(card: Card, context: Context) -> Line:
    """Where its commitment stands, in a few words."""
    one = card.pledge
    if one is not None and one.owed is not None:
        return Line("holding-owed", {"why": one.owed.value})
    if one is None or one.pledge is None:
        return Line("pack-none-yet")
    return Line("holding-until", {"due": on_day(one.pledge.valid_to, context.today)})


def _people(card: Card) -> Line:
    people = card.people
    args: dict[str, Argument] = {
        "n": people.answering,
        "others": people.others,
        "away": people.answering - people.reachable,
        "listed": people.listed,
    }
    return Line("firm-people", args)


def _papers(card: Card) -> Line:
    papers = card.papers
    return Line("firm-papers", {"n": papers.all, "over": papers.over, "soon": papers.soon})
