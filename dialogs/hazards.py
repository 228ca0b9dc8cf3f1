"""The hazards of the seat's scope: a list in pages, and the card of one with its photo. Reading only, so far."""

from checklists.schema import Severity
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, button
from dialogs.context import Context
from dialogs.selfcheck.asides import basis
from dialogs.selfcheck.correcting import because
from dialogs.talk import Input, Line, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.errors import Refusal
from safety.ledger import Hazard, HazardState
from safety.people import Right

CARD = "card"


def step(state: State, told: Input, context: Context) -> Step | None:
    """Turn pages, open a card, look at its photos."""
    context.need(Right.SEE_HAZARDS)
    if not isinstance(told, Tapped):
        return None
    return (
        _on_card(state, told.option, context) if state.at == CARD else _on_list(state, told.option, context)
    )


def _on_list(state: State, option: str, context: Context) -> Step | None:
    total = context.ledger.count_hazards()
    offset = offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State("hazards", "", {"offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = context.ledger.hazards(offset=offset, limit=PAGE) if place is not None else ()
    if place is not None and place < len(shown):
        return Step(State("hazards", CARD, {"number": shown[place].number, "offset": offset}))
    if option == "k":
        back = waiting(context)
        return Step(back) if back else None
    return Step(State("menu")) if option == "e" else None


def _on_card(state: State, option: str, context: Context) -> Step | None:
    hazard = hazard_of(state, context)
    if option == "b":
        return Step(State("hazards", "", {"offset": state.data.get("offset", 0)}))
    if option == "t" and "photo" in state.data:
        return Step(State("hazards", CARD, {k: v for k, v in state.data.items() if k != "photo"}))
    if option == "f" and hazard.photos:
        return Step(
            State("hazards", CARD, {**state.data, "photo": (_shown(state, hazard) + 1) % len(hazard.photos)})
        )
    return Step(State("menu")) if option == "e" else None


def offset_of(state: State, total: int) -> int:
    kept = state.data.get("offset")
    return kept if isinstance(kept, int) and 0 <= kept < max(total, 1) else 0


def hazard_of(state: State, context: Context) -> Hazard:
    """The hazard of a card; outside the scope it does not exist."""
    hazard = context.ledger.hazard(str(state.data.get("number", "")))
    if hazard is None:
        raise Refusal("hazard-gone")
    return hazard


def _shown(state: State, hazard: Hazard) -> int:
    kept = state.data.get("photo")
    return kept if isinstance(kept, int) and kept < len(hazard.photos) else -1


def show(state: State, context: Context) -> Screen:
    """The list or one card."""
    context.need(Right.SEE_HAZARDS)
    return _card(state, context) if state.at == CARD else _list(state, context)


def _list(state: State, context: Context) -> Screen:
    total = context.ledger.count_hazards()
    offset = offset_of(state, total)
    shown = context.ledger.hazards(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("hazards-title", {"n": total}) if total else Line("hazards-none")]
    for number, hazard in enumerate(shown, offset + 1):
        lines.append(_item(number, hazard, context))
    waits = (button("back-to-check", "k"),) if waiting(context) else ()
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), (*waits, button("to-menu", "e"))))


def waiting(context: Context) -> State | None:
    """The self-check that was left to look at hazards."""
    return next(
        (state for state in reversed(context.under) if state.flow == "check" and state.at != "receipt"), None
    )


def _item(number: int, hazard: Hazard, context: Context) -> Line:
    place = Line("hazard-at", {"enterprise": hazard.enterprise}) if context.supervises else GAP
    return Line(
        "hazard-item",
        {
            "n": number,
            "place": place,
            "severity": hazard.severity.value,
            "question": question_words(hazard),
            "due": on_day(hazard.due, context.today),
            "late": "yes" if hazard.due < context.today else "no",
        },
    )


def question_words(hazard: Hazard) -> Words | Line:
    """The question that found it, as it was asked."""
    if hazard.form is not None and hazard.question in hazard.form.places:
        return hazard.form.told(hazard.question, hazard.instance)
    return Line("typed", {"text": hazard.question})


def _card(state: State, context: Context) -> Screen:
    hazard = hazard_of(state, context)
    place = _shown(state, hazard)
    photo = hazard.photos[place] if place >= 0 else None
    if photo is not None:
        lines: list[Line | Words] = [
            Line("hazard-photo", {"number": hazard.number, "n": place + 1, "total": len(hazard.photos)})
        ]
        more = (button("photo-next", "f"),) if len(hazard.photos) > 1 else ()
        return Screen(lines, ((*more, button("back-to-card", "t")),), photo=photo)
    look = (button("photo-look", "f", n=len(hazard.photos)),) if hazard.photos else ()
    ways = (button("back-to-list", "b"), button("to-menu", "e"))
    return Screen(_card_lines(hazard, context), tuple(row for row in (look, ways) if row))


def _card_lines(hazard: Hazard, context: Context) -> list[Line | Words]:
    severity = hazard.severity.value
    lines: list[Line | Words] = [
        Line("hazard-title", {"number": hazard.number, "severity": severity}),
        Line("hazard-question", {"question": question_words(hazard)}),
        Line("hazard-where", {"enterprise": hazard.enterprise, "town": hazard.town}),
        Line(
            "hazard-found", {"time": hazard.found_at, "person": hazard.found_by, "state": hazard.state.value}
        ),
        Line(
            "hazard-due",
            {"due": on_day(hazard.due, context.today), "days": (hazard.due - context.today).days},
        ),
        GAP,
        *_from_form(hazard),
    ]
    if hazard.withdrawn_reason and hazard.state is HazardState.WITHDRAWN:
        lines.append(Line("hazard-withdrawn", {"reason": because(hazard.withdrawn_reason)}))
    if hazard.note:
        lines.append(Line("own-note", {"note": hazard.note}))
    if hazard.photos_pending:
        lines.append(Line("copies-pending", {"kind": "photo", "n": hazard.photos_pending}))
    if hazard.severity is Severity.MAJOR:
        lines.append(Line("hazard-major-note"))
    return lines


def _from_form(hazard: Hazard) -> list[Line | Words]:
    if hazard.form is None or hazard.question not in hazard.form.places:
        return []
    question = hazard.form.question(hazard.question)
    return [*basis(question), Line("why-advice", {"advice": question.advice})]
