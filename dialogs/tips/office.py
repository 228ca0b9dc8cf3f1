"""Tips as the office works on them: the list, the card, a question to the reporter, the enterprise that is meant, a code that is presented.

Making a hazard of it and closing it: deciding.py. Nobody here learns who sent a tip.
"""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Button, Commanded, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from dialogs.tips import deciding
from dialogs.tips.case import CARD, FLOW, at, tip_of
from dialogs.tips.draft import LONGEST_NAME, cut
from dialogs.tips.wording import about, photos, result, talk, words
from safety.events_tips import TipAsked, TipPaid, TipPlaced
from safety.people import Right
from safety.tips import Contact, Side, Tip, TipState, Unit, code_in, number_in

__all__ = ["FLOW", "accepts", "claims", "show", "step", "writes"]

TYPED = frozenset({"ask", "place", *deciding.TYPED})


def step(state: State, told: Input, context: Context) -> Step | None:
    """Answer one input; a number or a code may be typed anywhere."""
    context.need(Right.HANDLE_TIPS)
    if isinstance(told, Commanded):
        return _sought(told.argument, context) if told.argument else Step(State(FLOW))
    if isinstance(told, Opened):
        tip_of(state, context)
        return Step(state)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text, context)
    return _tapped(state, told.option, context) if isinstance(told, Tapped) else None


def _sought(text: str, context: Context) -> Step | None:
    """The tip of a relay number or of a reward code; what is paid for stands on its card then."""
    tips, number, code = context.ledger.tips(), number_in(text), code_in(text)
    if number is not None:
        found = tips.one(number)
        return (
            Step(State(FLOW, CARD, {"number": number}))
            if found
            else Step(State(FLOW), say=Line("tip-none-such"))
        )
    if code is None:
        return Step(State(FLOW), say=Line("tip-office-accepts"))
    paid = tips.of_code(code)
    if paid is None:
        return Step(State(FLOW), say=Line("tip-code-unknown"))
    said = Line("tip-code-known", {"number": paid.number, "paid": "yes" if paid.paid_at else "no"})
    return Step(State(FLOW, CARD, {"number": paid.number, "presented": paid.paid_at is None}), say=said)


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at in deciding.TYPED:
        return deciding.wrote(state, text, context)
    if state.at == "ask":
        event = TipAsked(tip_of(state, context).number, cut(text, context))
        return Step(at(state, CARD), (event,), say=Line("tip-question-sent"))
    if state.at == "place":
        return _placing(state, text, context)
    return _sought(text, context) if number_in(text) or code_in(text) else None


def _placing(state: State, text: str, context: Context) -> Step:
    wanted = " ".join(text.split())[:LONGEST_NAME]
    if not context.ledger.tips().units(wanted):
        return Step(state, say=Line("tip-no-candidates", {"name": wanted}))
    return Step(at(state, "place", asked=wanted))


# --- taps ---------------------------------------------------------------------------------------------------------


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if state.at in deciding.STEPS:
        return deciding.tapped(state, option, context)
    if state.at == "":
        return _on_list(state, option, context)
    if option == "b":
        return Step(State(FLOW, "", _page(state)) if state.at == CARD else at(state, CARD))
    if state.at == "place":
        return _place(state, option, context)
    if state.at == "photos":
        return _next_photo(state, option, context)
    return _on_card(state, option, context) if state.at == CARD else None


def _page(state: State) -> dict[str, int]:
    offset = state.data.get("offset")
    return {"offset": offset} if isinstance(offset, int) else {}


def _on_list(state: State, option: str, context: Context) -> Step | None:
    tips = context.ledger.tips()
    total = tips.count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = tips.listed(offset=offset, limit=PAGE) if place is not None else ()
    if place is not None and place < len(shown):
        return Step(State(FLOW, CARD, {"number": shown[place].number, "offset": offset}))
    ways = {"e": State("menu"), "g": State("tip")}
    return Step(ways[option]) if option in ways else None


def _on_card(state: State, option: str, context: Context) -> Step | None:
    tip = tip_of(state, context)
    if option not in {one.option for row in _ways(tip, state) for one in row}:
        return None
    if option == "m":
        return Step(at(state, CARD), (TipPaid(tip.number),), say=Line("tip-paid"))
    if option == "z":
        return Step(State("hazards", "card", {"number": tip.hazard}))
    return Step(at(state, {"q": "ask", "e": "place", "p": "photos", "h": "words", "c": "close"}[option]))


def _units(state: State, context: Context) -> list[Unit]:
    wanted = state.data.get("asked")
    return list(context.ledger.tips().units(wanted)) if isinstance(wanted, str) else []


def _place(state: State, option: str, context: Context) -> Step | None:
    units = _units(state, context)
    place = cards.index_in("a", option, len(units))
    if place is None:
        return None
    event = TipPlaced(tip_of(state, context).number, units[place].credit_code)
    return Step(at(state, CARD), (event,), say=Line("tip-placed", {"enterprise": units[place].name}))


def _next_photo(state: State, option: str, context: Context) -> Step | None:
    count = len(tip_of(state, context).photos)
    return Step(at(state, "photos", photo=(_photo(state) + 1) % max(1, count))) if option == "n" else None


def _photo(state: State) -> int:
    kept = state.data.get("photo")
    return kept if isinstance(kept, int) and kept >= 0 else 0


# --- what is seen -------------------------------------------------------------------------------------------------


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("tip-accepts", {"what": "words"}) if state.at in TYPED else Line("tip-office-accepts")


def writes(state: State, _context: Context) -> bool:
    """Whether any words may be an answer."""
    return state.at in TYPED


def claims(state: State, told: Wrote, _context: Context) -> bool:
    """A number or a code is never a button."""
    return state.at not in TYPED and (number_in(told.text) or code_in(told.text)) is not None


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    context.need(Right.HANDLE_TIPS)
    if state.at == "":
        return _list(state, context)
    tip = tip_of(state, context)
    if state.at in deciding.STEPS:
        return deciding.show(state, tip, context)
    if state.at == "ask":
        lines = [Line("tip-ask", {"number": tip.number, "contact": tip.contact.value})]
        return Screen(lines, ((button("back", "b"),),))
    if state.at == "place":
        return _candidates(tip, state, context)
    if state.at == "photos" and tip.photos:
        return _gallery(tip, state)
    return Screen(_card(tip), _ways(tip, state))


def _list(state: State, context: Context) -> Screen:
    tips = context.ledger.tips()
    total = tips.count()
    offset = cards.offset_of(state, total)
    shown = tips.listed(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [
        Line("tip-office-title", {"n": tips.open()}) if total else Line("tip-office-none")
    ]
    lines += [_item(number, tip) for number, tip in enumerate(shown, offset + 1)]
    lines += [GAP, Line("tip-office-hint")]
    return Screen(
        lines, (*cards.list_rows(len(shown), offset, total), (button("to-tip", "g"), button("to-menu", "e")))
    )


def _item(number: int, tip: Tip) -> Line:
    last = tip.said[-1].side if tip.said else None
    answered = "yes" if last is Side.REPORTER and tip.state is not TipState.CLOSED else "no"
    return Line(
        "tip-office-item",
        {
            "n": number,
            "number": tip.number[3:],
            "enterprise": tip.enterprise or tip.named or "—",
            "words": tip.words[:30] or "—",
            "state": tip.state.value,
            "answered": answered,
        },
    )


def _card(tip: Tip) -> list[Line | Words]:
    """Everything that is known of it."""
    lines: list[Line | Words] = [
        Line("tip-office-card", {"number": tip.number, "day": tip.sent_at}),
        *about(tip),
    ]
    lines += [*words(tip), *photos(tip), *_again(tip), *talk(tip, Side.OFFICE), GAP]
    lines.append(Line("tip-office-stands", {"state": tip.state.value, "hazard": tip.hazard or "none"}))
    if tip.state is TipState.CLOSED:
        lines += [Line("tip-came-of-it", {"true": "yes" if tip.true else "no"}), *result(tip.result)]
    if tip.rewarded:
        lines.append(Line("tip-reward", {"paid": "yes" if tip.paid_at else "no"}))
    lines.append(Line("tip-contact", {"contact": tip.contact.value}))
    return lines


def _again(tip: Tip) -> list[Line]:
    """That the same picture came with another tip."""
    return [Line("tip-photo-again", {"numbers": ", ".join(tip.again)})] if tip.again else []


def _ways(tip: Tip, state: State) -> tuple[Row, ...]:
    """What can be done now."""
    open_ = tip.state is not TipState.CLOSED
    first: list[Button] = []
    if open_ and tip.contact is not Contact.GONE:
        first.append(button("tip-do-ask", "q"))
    if open_ and not tip.hazard:
        first.append(button("tip-do-take", "h") if tip.enterprise else button("tip-do-place", "e"))
    if open_:
        first.append(button("tip-do-close", "c"))
    second: list[Button] = [button("tip-do-photos", "p")] if tip.photos else []
    if tip.hazard:
        second.append(button("open-hazard", "z"))
    if tip.rewarded and tip.paid_at is None and state.data.get("presented") is True:
        second.append(button("tip-do-pay", "m"))
    rows = (tuple(first), tuple(second), (button("back-to-list", "b"),))
    return tuple(row for row in rows if row)


def _candidates(tip: Tip, state: State, context: Context) -> Screen:
    lines: list[Line | Words] = [Line("tip-place", {"number": tip.number, "named": tip.named or "—"})]
    units = _units(state, context)
    lines += [
        Line("tip-candidate", {"n": number, "enterprise": one.name, "town": one.town})
        for number, one in enumerate(units, 1)
    ]
    numbers = tuple(button("item-number", f"a{place}", n=place + 1) for place in range(len(units)))
    return Screen(lines, (*((numbers,) if numbers else ()), (button("back", "b"),)))


def _gallery(tip: Tip, state: State) -> Screen:
    place = _photo(state) % len(tip.photos)
    line = Line("tip-photo", {"number": tip.number, "n": place + 1, "total": len(tip.photos)})
    more = (button("tip-next-photo", "n"),) if len(tip.photos) > 1 else ()
    return Screen((line,), ((*more, button("back", "b")),), photo=tip.photos[place])
