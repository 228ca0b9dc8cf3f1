"""The card of an inspection: to its inspectors the way through it, to the second officer the question, to others the record."""

from collections.abc import Sequence

from checklists.schema import Checklist
from checklists.words import Words
from dialogs import cards, report
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.hazards.narrowing import listed as hazards_through
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.visits import beside, hosting
from dialogs.visits.meant import at, needed, open_one, own
from dialogs.visits.wording import findings, forms, title
from dialogs.words import on_day
from safety.calendar import today
from safety.events_visits import FormOpened, SecondConfirmed, VisitTakenBack
from safety.lists import Sieve
from safety.people import Right
from safety.visits import Visit, VisitState, Walked, period_of

PAGE = 5


def show(state: State, context: Context) -> Screen:
    """Whatever it is to the reader now."""
    one = needed(state, context)
    if one.state is VisitState.CLOSED:
        return beside.show(one, context)
    if not context.supervises:
        return hosting.show(one, context)
    if _waits_for_me(one, context):
        rows: tuple[Row, ...] = (
            (button("visit-i-am-here", "y"), button("visit-not-me", "q")),
            (button("to-menu", "e"),),
        )
        return Screen([*title(one), GAP, Line("visit-are-you-here", {"officer": one.lead.name})], rows)
    return _presented(one, context) if one.state is VisitState.PRESENTED else _open(one, context)


def _waits_for_me(one: Visit, context: Context) -> bool:
    second = one.second
    return second is not None and second.person == context.actor.person and second.confirmed_at is None


def _open(one: Visit, context: Context) -> Screen:
    lines: list[Line | Words] = [*title(one), *_before(one, context)]
    lines += [GAP, *forms(one)] if one.walked else []
    lines += [GAP, *findings(one, context)] if one.walked or one.findings else []
    lines += [Line("visit-remark", {"words": one.remark})] if one.remark else []
    lines += [GAP, Line("visit-objection", {"words": one.objection})] if one.objection else []
    if not one.walked and not one.findings:
        lines += [GAP, Line("visit-hint")]
    going = next((it for it in one.walked if it.answered < it.asked), None)
    first: Row = (button("visit-go-on", "g"),) if going is not None else ()
    pocket = context.ledger.spots().pocket(one.firm.credit_code)
    rows: tuple[Row, ...] = (
        first,
        (button("visit-forms", "f"), button("visit-beside", "p")),
        (button("visit-old-hazards", "o", n=pocket.open if pocket else 0), button("visit-finish", "x")),
        (button("visit-more", "m"), button("to-menu", "e")),
    )
    return Screen(lines, tuple(row for row in rows if row))


def _before(one: Visit, context: Context) -> list[Line | Words]:
    """What was known when they came: the newest self-check and what is still open."""
    pocket = context.ledger.spots().pocket(one.firm.credit_code)
    if pocket is None:
        return []
    checked = pocket.checked_at
    args: dict[str, Argument] = {
        "checked": "no" if checked is None else "yes",
        "day": "" if checked is None else on_day(today(checked), context.today),
        "score": pocket.score if pocket.score is not None else "none",
        "n": pocket.open,
        "major": pocket.major,
    }
    return [Line("visit-before", args)]


def _presented(one: Visit, context: Context) -> Screen:
    lines = [*title(one), GAP, *findings(one, context), GAP, Line("visit-waits", {"person": one.present})]
    rows: tuple[Row, ...] = (
        (button("visit-take-back", "t"), button("visit-nobody-confirms", "r")),
        (button("spot-refresh", "u"), button("to-menu", "e")),
    )
    return Screen(lines, rows)


# --- what a tap does ----------------------------------------------------------------------------------------------


def tapped(state: State, option: str, context: Context) -> Step | None:
    """A button of whatever the card is to the reader."""
    one = needed(state, context)
    if one.state is VisitState.CLOSED:
        return beside.tapped(one, option, context)
    if not context.supervises:
        return hosting.tapped(state, option, one)
    if _waits_for_me(one, context):
        return _answered(one, option)
    if not one.mine:
        return None
    if one.state is VisitState.PRESENTED:
        return _on_presented(one, option)
    return _on_open(one, option, context)


def _answered(one: Visit, option: str) -> Step | None:
    if option == "y":
        return Step(own(one), (SecondConfirmed(one.id),), say=Line("visit-you-are-in"))
    if option == "q":
        return Step(State("menu"), (SecondConfirmed(one.id, there=False),), say=Line("visit-not-you"))
    return None


def _on_presented(one: Visit, option: str) -> Step | None:
    if option == "t":
        return Step(own(one), (VisitTakenBack(one.id),), say=Line("visit-taken-back-said"))
    ways = {"u": own(one), "r": at("why", one)}
    return Step(ways[option]) if option in ways else None


def _on_open(one: Visit, option: str, context: Context) -> Step | None:
    going = next((it for it in one.walked if it.answered < it.asked), None)
    if option == "g" and going is not None:
        return Step(_walk(one, going.checklist), left=own(one))
    if option == "o":
        return Step(hazards_through(Sieve(enterprise=one.firm.credit_code)), left=own(one))
    if option == "p":
        return Step(report.beginning(one.id, context), left=own(one))
    if option == "x":
        return Step(own(one), say=Line(one.ready)) if one.ready else Step(at("end", one))
    ways = {"f": at("forms", one), "m": at("more", one)}
    return Step(ways[option]) if option in ways else None


def _walk(one: Visit, checklist: str) -> State:
    """Into a form: the next open question, else its overview."""
    return State("check", "walk", {"list": checklist, "period": period_of(one.id)})


# --- which form ---------------------------------------------------------------------------------------------------


def _page(state: State, one: Visit, context: Context) -> tuple[int, Sequence[Checklist], int]:
    every = context.ledger.visits().forms(one.id)
    offset = cards.offset_of(state, len(every))
    return offset, every[offset : offset + PAGE], len(every)


def _walked(one: Visit, form: Checklist) -> Walked | None:
    return next((it for it in one.walked if it.checklist == form.id), None)


def show_forms(state: State, context: Context) -> Screen:
    """The enterprise's own forms first, those begun with how far they are."""
    one = open_one(state, context)
    offset, shown, total = _page(state, one, context)
    lines: list[Line | Words] = [Line("visit-which-form"), GAP]
    for n, form in enumerate(shown, offset + 1):
        it = _walked(one, form)
        done = {"answered": it.answered, "asked": it.asked} if it is not None else {"answered": 0, "asked": 0}
        args: dict[str, Argument] = {"n": n, "form": form.title, "begun": "no" if it is None else "yes"}
        lines.append(Line("visit-form-item", {**args, **done}))
    rows = (*cards.list_rows(len(shown), offset, total), (button("back", "b"), button("to-menu", "e")))
    return Screen(lines, rows)


def tapped_forms(state: State, option: str, context: Context) -> Step | None:
    """Begin a form, or go on with it."""
    one = open_one(state, context)
    offset, shown, total = _page(state, one, context)
    turned = cards.turned(option, offset, total, PAGE)
    if turned is not None:
        return Step(at("forms", one, offset=turned))
    if option == "b":
        return Step(own(one))
    place = cards.index_in("a", option, len(shown))
    if place is None:
        return None
    form = shown[place]
    event = FormOpened(one.id, form.id, form.fingerprint)
    events = () if _walked(one, form) is not None else (event,)
    return Step(_walk(one, form.id), events, left=own(one))


# --- more ---------------------------------------------------------------------------------------------------------


def show_more(state: State, context: Context) -> Screen:
    """Findings to look through, another second officer, give it up."""
    one = open_one(state, context)
    waiting = one.second is None or one.second.confirmed_at is None
    lead = one.lead.person == context.actor.person
    ways: list[Row] = [(button("visit-found", "l"), button("visit-spot-exam", "s"))]
    named = "no" if one.second is None else "yes"
    ways += [(button("visit-other-second", "o", named=named),)] if waiting and lead else []
    ways += [(button("visit-give-up", "d"),)] if lead else []
    return Screen([*title(one), Line("visit-more-hint")], (*ways, (button("back", "b"),)))


def tapped_more(state: State, option: str, context: Context) -> Step | None:
    """The ways aside."""
    one = open_one(state, context)
    context.need(Right.HOLD_VISIT)
    lead = one.lead.person == context.actor.person
    ways = {"b": own(one), "l": at("found", one), "s": State("spot", "card", {"code": one.firm.credit_code})}
    if lead:
        ways |= {"o": at("other", one), "d": at("gone", one)}
    return Step(ways[option]) if option in ways else None
