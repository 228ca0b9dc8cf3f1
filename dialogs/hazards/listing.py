"""The list of hazards in pages, worst first: a number opens the card, typed words are looked for."""

from dataclasses import replace

from checklists.schema import Severity
from checklists.words import Words
from dialogs import cards, whence
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.danger import with_danger
from dialogs.hazards.narrowing import SIFT, exported, kept, listed, narrowed, sieve_of
from dialogs.hazards.ways import CARD, FLOW
from dialogs.taking import wants_csv
from dialogs.talk import Button, Commanded, Input, Line, Screen, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.events import Said
from safety.exported import FileForm
from safety.hazard_ledger import Hazard
from safety.hazards import OVER, UNSAID
from safety.lists import EVERYTHING, Sieve, number_end, sought
from safety.people import Right
from safety.visits import visit_of

PAGE = 4
BUTTONS = 8  # on a screen
LONGEST = 1000  # characters that are kept of words that found nothing
MANY = 5  # digits that are no number of a line


def step(state: State, told: Input, context: Context) -> Step | None:
    """Turn pages, open a card, look for words."""
    if isinstance(told, Tapped):
        return _on_list(state, told.option, context)
    if isinstance(told, Wrote) and not told.edited:
        return found(state, told.text, context)
    return found(state, told.argument, context) if isinstance(told, Commanded) else None


def _on_list(state: State, option: str, context: Context) -> Step | None:
    sieve = sieve_of(state)
    total = context.ledger.count_hazards(sieve)
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, PAGE)
    if turned is not None:
        return Step(listed(sieve, turned))
    place = cards.index_in("a", option, PAGE)
    shown = context.ledger.hazards(offset=offset, limit=PAGE, sieve=sieve) if place is not None else ()
    if place is not None and place < len(shown):
        return Step(State(FLOW, CARD, {"number": shown[place].number, "offset": offset, **kept(sieve)}))
    return _left(state, option, context)


def _left(state: State, option: str, context: Context) -> Step | None:
    """The ways away from the list."""
    back = waiting(context)
    if option == whence.BACK and whence.before(context) is not None:
        return Step(None)
    ways = {"e": State("menu"), "s": State(FLOW, SIFT, state.data), "n": listed(EVERYTHING)}
    if option == "k":
        return Step(back) if back else None
    return Step(ways[option]) if option in ways else None


def claims(state: State, told: Wrote, _context: Context) -> bool:
    """Whether what was typed on the list is a hazard's number, and no line of it."""
    end = number_end(told.text) if state.at == "" else None
    return end is not None and (not end.isdigit() or end.startswith("0") or len(end) >= MANY)


# --- looking for words --------------------------------------------------------------------------------------------


def found(state: State, text: str, context: Context) -> Step | None:
    """What was typed: a number or its last digits, else words, within what the list is narrowed down to already."""
    if wants_csv(text) and context.actor.may(Right.EXPORT_HAZARDS):
        return exported(state, sieve_of(state), context, FileForm.CSV)
    words, end = sought(text), number_end(text)
    if not words:
        return None
    numbered = Sieve(digits=end) if end else EVERYTHING
    many = context.ledger.count_hazards(numbered) if end else 0
    if many == 1:
        (one,) = context.ledger.hazards(limit=1, sieve=numbered)
        return Step(State(FLOW, CARD, {**state.data, "number": one.number}))
    sieve = numbered if many else replace(sieve_of(state), digits="", text=words)
    hits = many or context.ledger.count_hazards(sieve)
    say = with_danger(None, text, context)
    return Step(listed(sieve), () if hits else (Said("text", text[:LONGEST]),), say=say)


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """One page."""
    sieve = sieve_of(state)
    total = context.ledger.count_hazards(sieve)
    offset = cards.offset_of(state, total)
    shown = context.ledger.hazards(offset=offset, limit=PAGE, sieve=sieve)
    lines = [_title(sieve, total, context)]
    for number, hazard in enumerate(shown, offset + 1):
        lines.append(item(number, hazard, context))
    rows = cards.list_rows(len(shown), offset, total)
    return Screen(lines, (*rows, _bottom(sieve, total, rows, context)))


def _title(sieve: Sieve, total: int, context: Context) -> Line:
    if not sieve.active:
        return Line("hazards-title", {"n": total}) if total else Line("hazards-none")
    if total:
        return narrowed(sieve, context)
    return Line(
        "hazards-none-found", {"what": narrowed(sieve, context), "searched": "yes" if sieve.text else "no"}
    )


def _bottom(sieve: Sieve, total: int, rows: tuple[Row, ...], context: Context) -> Row:
    """A screen has eight buttons at most: the menu, which can be typed, gives way first, then what the next screen has as well."""
    back = waiting(context)
    row: list[Button] = [button("visit-back" if _on_site(back) else "back-to-check", "k")] if back else []
    row += whence.ways(context)
    clear = [button("sift-clear", "n")] if sieve.active else []
    sift: list[Button] = []
    if total or sieve.active:
        exports = context.actor.may(Right.EXPORT_HAZARDS)
        sift = [button("to-sift-and-export" if exports else "to-sift", "s")]
    room = BUTTONS - sum(map(len, rows)) - len(row) - len(sift)
    home = [button("to-menu", "e")] if room > len(clear) else []
    return (*row, *(clear if room > 0 else []), *sift, *home)


def waiting(context: Context) -> State | None:
    """The self-check or the inspection that was left to look at hazards."""
    return next(
        (
            state
            for state in reversed(context.under)
            if (state.flow == "check" and state.at != "receipt") or _on_site(state)
        ),
        None,
    )


def _on_site(state: State) -> bool:
    """Whether it is about an inspection: its card, or a form that is walked in it."""
    if state.flow == "visit":
        return "visit" in state.data
    return state.flow == "check" and visit_of(str(state.data.get("period", ""))) is not None


def item(number: int, hazard: Hazard, context: Context) -> Line:
    """One hazard in one line."""
    place = Line("hazard-at", {"enterprise": hazard.enterprise}) if context.supervises else GAP
    return Line(
        "hazard-item",
        {
            "n": number,
            "place": place,
            "severity": _severity(hazard),
            "question": question_words(hazard),
            "due": on_day(hazard.due, context.today),
            "late": "over" if hazard.state in OVER else "yes" if hazard.due < context.today else "no",
            "state": hazard.state.value,
        },
    )


def _severity(hazard: Hazard) -> str:
    """general, major (suspected), confirmed by a supervisor, or listed."""
    if hazard.case is not None and hazard.case.listed:
        return "listed"
    said = hazard.severity is Severity.MAJOR and hazard.state not in UNSAID
    return "confirmed" if said else hazard.severity.value


def question_words(hazard: Hazard) -> Words | Line:
    """The question that found it, as it was asked; else what its reporter said, and where."""
    if hazard.form is not None and hazard.question in hazard.form.places:
        return hazard.form.told(hazard.question, hazard.instance)
    if hazard.place and hazard.words:
        return Line("hazard-words", {"place": hazard.place, "words": hazard.words})
    return Line("typed", {"text": hazard.words or hazard.place or hazard.question})
