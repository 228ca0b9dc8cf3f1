"""The veto list (一票否决名单): supervisors put people and enterprises on it and take them off, the enterprise reads its entries and answers."""

from datetime import timedelta

from checklists.veto_rules import Target, VetoReason
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button, index_in
from dialogs.context import Context
from dialogs.talk import Argument, Button, Input, Line, Opened, Screen, State, Step, Tapped, Wrote
from dialogs.words import dotted, on_day
from safety.errors import Refusal
from safety.events_staff import VetoAppealed, VetoLifted, VetoSet
from safety.people import Right
from safety.vetoes import Veto

FLOW = "veto"
CARD, FIRM, WHO, REASON, SURE, LIFT, APPEAL = "card", "firm", "who", "reason", "sure", "lift", "appeal"
TYPED = frozenset({FIRM, WHO, SURE, LIFT, APPEAL})
PAGE, SHOWN = 4, 6
SHORTEST, LONGEST = 2, 300


def step(state: State, told: Input, context: Context) -> Step | None:
    """Go through the list; put somebody on it in three questions; lift, or answer, with a sentence."""
    _need(context)
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, Wrote):
        return None if told.edited else _wrote(state, told.text.strip(), context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "e":
        return Step(State("menu"))
    steps = {CARD: _on_card, FIRM: _on_firm, WHO: _on_who, REASON: _on_reason, SURE: _on_sure}
    steps |= {LIFT: _on_words, APPEAL: _on_words}
    return steps.get(state.at, _on_list)(state, told.option, context)


def _need(context: Context) -> None:
    context.need(Right.SET_VETO if context.supervises else Right.KEEP_STAFF)


def _on_list(state: State, option: str, context: Context) -> Step | None:
    book = context.ledger.vetoes()
    if option == "b":
        return Step(State("learning"))
    if option == "n" and context.actor.may(Right.SET_VETO):
        return Step(State(FLOW, FIRM))
    total = book.count()
    offset = cards.offset_of(state, total)
    shown = book.listed(offset=offset, limit=PAGE)
    place = index_in("a", option, len(shown))
    if place is not None:
        return Step(State(FLOW, CARD, {"number": shown[place].number}))
    turned = cards.turned(option, offset, total, PAGE)
    return None if turned is None else Step(State(FLOW, "", {"offset": turned}))


def _on_card(state: State, option: str, context: Context) -> Step | None:
    one = _of(state, context)
    if option == "b":
        return Step(State(FLOW))
    if option == "x" and one.lifted is None and context.actor.may(Right.SET_VETO):
        return Step(State(FLOW, LIFT, state.data))
    if option == "w" and one.lifted is None and context.actor.may(Right.KEEP_STAFF):
        return Step(State(FLOW, APPEAL, state.data))
    return None


def _on_words(state: State, option: str, context: Context) -> Step | None:
    del context
    return Step(State(FLOW, CARD, state.data)) if option == "b" else None


def _on_firm(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW))
    found = context.ledger.holdings_named(str(state.data.get("text", "")))[:SHOWN]
    place = index_in("a", option, len(found))
    return None if place is None else Step(State(FLOW, WHO, {"code": found[place].credit_code}))


def _on_who(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW, FIRM))
    if option == "f":
        return Step(State(FLOW, REASON, {"code": state.data.get("code")}))
    people = context.ledger.staff(_code(state)).workers(offset=0, limit=SHOWN)
    place = index_in("a", option, len(people))
    return None if place is None else _person(state, people[place].id)


def _person(state: State, worker: int) -> Step:
    return Step(State(FLOW, REASON, {"code": state.data.get("code"), "worker": worker}))


def _on_reason(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(State(FLOW, WHO, {"code": state.data.get("code")}))
    offered = reasons(state, context)
    place = index_in("a", option, len(offered))
    return None if place is None else Step(State(FLOW, SURE, {**state.data, "reason": offered[place].id}))


def _on_sure(state: State, option: str, context: Context) -> Step | None:
    if option == "b":
        kept = {name: value for name, value in state.data.items() if name in {"code", "worker"}}
        return Step(State(FLOW, REASON, kept))
    reason = _reason(state, context)
    if option != "y" or reason is None:
        return None
    until = context.today + timedelta(days=reason.days)
    event = VetoSet(
        _code(state), _worker(state), reason.id, str(state.data.get("words", "")), until, reason.bars
    )
    return Step(State(FLOW), (event,), say=Line("veto-set"))


def _wrote(state: State, text: str, context: Context) -> Step | None:
    if state.at not in TYPED:
        return None
    if len(text) < SHORTEST:
        return Step(state, say=Line("veto-short"))
    if state.at == FIRM:
        found = context.ledger.holdings_named(text)
        return Step(State(FLOW, FIRM, {"text": text[:40]}), say=None if found else Line("veto-no-firm"))
    if state.at == WHO:
        people = context.ledger.staff(_code(state)).named(text)
        same = [one for one in people if one.name == text] or list(people)
        return _person(state, same[0].id) if len(same) == 1 else Step(state, say=Line("veto-no-person"))
    if state.at == SURE:
        return Step(State(FLOW, SURE, {**state.data, "words": text[:LONGEST]}))
    return _said(state, text, context)


def _said(state: State, text: str, context: Context) -> Step:
    one, card = _of(state, context), State(FLOW, CARD, state.data)
    if state.at == APPEAL:
        context.need(Right.KEEP_STAFF)
        return Step(card, (VetoAppealed(one.number, text),), say=Line("veto-appealed"))
    context.need(Right.SET_VETO)
    return Step(card, (VetoLifted(one.number, text),), say=Line("veto-lifted"))


def _of(state: State, context: Context) -> Veto:
    one = context.ledger.vetoes().one(str(state.data.get("number", "")))
    if one is None:
        raise Refusal("veto-gone")
    return one


def _code(state: State) -> str:
    return str(state.data.get("code", ""))


def _worker(state: State) -> int | None:
    kept = state.data.get("worker")
    return kept if isinstance(kept, int) else None


def _reason(state: State, context: Context) -> VetoReason | None:
    return context.ledger.rules().veto.reason(str(state.data.get("reason", "")))


def reasons(state: State, context: Context) -> list[VetoReason]:
    """Those that suit a person, or an enterprise; as many as fit."""
    target = Target.ENTERPRISE if _worker(state) is None else Target.PERSON
    return [one for one in context.ledger.rules().veto.reasons if target in one.targets][:SHOWN]


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The list, an entry, or what is asked."""
    _need(context)
    if context.supervises and state.at in {FIRM, WHO, REASON, SURE}:
        return {FIRM: _firm, WHO: _who, REASON: _why, SURE: _sure}[state.at](state, context)
    if state.at in {LIFT, APPEAL}:
        return Screen((Line("veto-ask", {"what": state.at}),), ((button("back", "b"),),))
    return _card(state, context) if state.at == CARD else _list(state, context)


def _list(state: State, context: Context) -> Screen:
    book = context.ledger.vetoes()
    total = book.count()
    offset = cards.offset_of(state, total)
    shown = book.listed(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("veto-title", {"n": total})]
    for n, one in enumerate(shown, offset + 1):
        args: dict[str, Argument] = {"n": n, "person": one.name, "reason": _title(one, context)}
        lines.append(Line("veto-item", {**args, "day": on_day(one.until, context.today)}))
    add: Row = (button("veto-add", "n"),) if context.actor.may(Right.SET_VETO) else ()
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), (*add, button("back", "b"))))


def _title(one: Veto, context: Context) -> Words:
    found = context.ledger.rules().veto.reason(one.reason)
    return found.title if found is not None else Words(one.reason, one.reason)


def _card(state: State, context: Context) -> Screen:
    one = _of(state, context)
    bars = dotted([Line("veto-bar", {"bar": bar.value}) for bar in sorted(one.bars)])
    args: dict[str, Argument] = {"number": one.number, "person": one.name, "enterprise": one.enterprise}
    until: dict[str, Argument] = {"officer": one.by, "day": on_day(one.until, context.today)}
    lines: list[Line | Words] = [
        Line("veto-card", args),
        Line("veto-why", {"reason": _title(one, context), "words": one.words or "none"}),
        Line("veto-bars", {"bars": bars}),
        Line("veto-until", {**until, "since": on_day(one.since, context.today)}),
    ]
    if one.appeal:
        lines += [GAP, Line("veto-appeal", {"words": one.appeal})]
    if one.lifted is not None:
        day = on_day(one.lifted, context.today)
        lines.append(Line("veto-is-lifted", {"day": day, "reason": one.lifted_why}))
    lift: Row = (button("veto-lift", "x"),) if context.actor.may(Right.SET_VETO) else ()
    answer: Row = (button("veto-answer", "w"),) if context.actor.may(Right.KEEP_STAFF) else ()
    ways = (*lift, *answer) if one.lifted is None else ()
    return Screen(lines, tuple(row for row in (ways, (button("back", "b"), button("to-menu", "e"))) if row))


def _firm(state: State, context: Context) -> Screen:
    found = context.ledger.holdings_named(str(state.data.get("text", "")))[:SHOWN]
    lines = [Line("veto-ask-firm")]
    lines += [
        Line("veto-firm", {"n": n, "enterprise": one.enterprise, "town": one.town})
        for n, one in enumerate(found, 1)
    ]
    return Screen(lines, (*cards.list_rows(len(found), 0, len(found)), (button("back", "b"),)))


def _who(state: State, context: Context) -> Screen:
    people = context.ledger.staff(_code(state)).workers(offset=0, limit=SHOWN)
    named = [Button(Line("colleague-named", {"person": one.name}), f"a{n}") for n, one in enumerate(people)]
    rows = ((button("veto-whole", "f"),), tuple(named[:3]), tuple(named[3:]), (button("back", "b"),))
    return Screen((Line("veto-ask-who"),), tuple(row for row in rows if row))


def _why(state: State, context: Context) -> Screen:
    named = [Button(one.title, f"a{n}") for n, one in enumerate(reasons(state, context))]
    rows = (tuple(named[:3]), tuple(named[3:]), (button("back", "b"),))
    return Screen((Line("veto-ask-reason"),), tuple(row for row in rows if row))


def _sure(state: State, context: Context) -> Screen:
    reason, worker = _reason(state, context), _worker(state)
    holding = context.ledger.holding(_code(state))
    if reason is None or holding is None:
        raise Refusal("enterprise-gone")
    one = context.ledger.staff(_code(state)).worker(worker) if worker is not None else None
    args: dict[str, Argument] = {
        "person": one.name if one is not None else "",
        "who": "firm" if one is None else "person",
        "enterprise": holding.enterprise,
        "reason": reason.text,
        "words": str(state.data.get("words", "")) or "none",
        "day": on_day(context.today + timedelta(days=reason.days), context.today),
    }
    return Screen((Line("veto-sure", args),), ((button("veto-yes", "y"),), (button("back", "b"),)))


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("veto-accepts") if state.at in TYPED else Line("accepts-buttons")


def writes(state: State, _context: Context) -> bool:
    """Where any words may be meant."""
    return state.at in TYPED
