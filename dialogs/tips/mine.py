"""One's own tips: the list, one of them with its conversation, adding to it, and letting go of it for good."""

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.pictures import unusable
from dialogs.talk import Argument, Json, Line, Screen, SentPhoto, State, Step, Wrote
from dialogs.tips.draft import FLOW, cut
from dialogs.tips.wording import about, photos, result, talk, words
from safety.errors import Refusal
from safety.events_hazards import Picture
from safety.events_tips import TipAdded, TipLetGo
from safety.tips import Side, Tip, TipState, number_in

STEPS = frozenset({"home", "sent", "card", "sure", "letter", "over"})
SHOWN = 5


def opened(state: State, context: Context) -> Step:
    """A relay letter's button, or a number that was typed. Refusal unless the tip is one's own."""
    number = state.data.get("number")
    if not isinstance(number, str):
        return Step(State(FLOW))
    tip = context.ledger.tips().own_one(number)
    if tip is None:
        return Step(State(FLOW), say=Line("tip-gone"))
    return Step(_card(tip))


def _card(tip: Tip, at: str = "card", **more: Json) -> State:
    return State(FLOW, at, {"number": tip.number, **more})


def _tip(state: State, context: Context) -> Tip:
    """The tip that is seen; right after sending, the newest one. Refusal when it is gone."""
    number = state.data.get("number")
    own = context.ledger.tips()
    tip = own.own_one(number) if isinstance(number, str) else next(iter(own.own()[-1:]), None)
    if tip is None:
        raise Refusal("tip-gone")
    return tip


# --- what is done -------------------------------------------------------------------------------------------------


def wrote(state: State, told: Wrote, context: Context) -> Step | None:
    """Words belong to the tip on the screen. On the list a number opens one."""
    if told.edited or state.at in {"sure", "over"}:
        return None
    if state.at == "home":
        number = number_in(told.text)
        return opened(State(FLOW, "letter", {"number": number}), context) if number else None
    tip, most = _tip(state, context), context.ledger.rules().tips.added_per_day
    event = TipAdded(tip.number, most, cut(told.text, context))
    return Step(_card(tip), (event,), say=Line("tip-added"))


def photographed(state: State, photo: SentPhoto, context: Context) -> Step | None:
    """A photo more, up to as many as the content allows."""
    if state.at not in {"sent", "card"}:
        return None
    refusal = unusable(photo)
    if refusal is not None:
        return Step(state, say=refusal)
    tip, rules = _tip(state, context), context.ledger.rules().tips
    if len(tip.photos) + tip.pending >= rules.photos:
        return Step(_card(tip), say=Line("tip-full", {"n": rules.photos}))
    picture = Picture(photo.file, photo.unique, photo.size)
    event = TipAdded(tip.number, rules.added_per_day, cut(photo.caption, context), (picture,))
    return Step(_card(tip, settle=True), (event,), say=Line("tip-added"))


def tapped(state: State, option: str, context: Context) -> Step | None:
    """A button of one of these screens."""
    if state.at == "home":
        return _on_list(option, context)
    if state.at == "over" or (option == "b" and state.at != "sure"):
        return Step(None) if option == "b" else None
    tip = _tip(state, context)
    if state.at == "sure":
        return _sure(tip, option)
    if option == "q":
        return Step(_card(tip, "sure"))
    return Step(State(FLOW, "home")) if option == "l" else None


def _sure(tip: Tip, option: str) -> Step | None:
    if option == "qy":
        return Step(State(FLOW, "over", {"said": "let-go"}), (TipLetGo(tip.number),))
    return Step(_card(tip)) if option == "b" else None


def _on_list(option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(None)
    if option == "n":
        return Step(State(FLOW, "which"))
    shown = _shown(context)
    place = cards.index_in("a", option, len(shown))
    return None if place is None else Step(_card(shown[place]))


def _shown(context: Context) -> list[Tip]:
    """The newest first."""
    return list(context.ledger.tips().own())[: -SHOWN - 1 : -1]


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw one of these screens."""
    if state.at == "home":
        return _list(context)
    if state.at == "over":
        return Screen(
            (Line("tip-over-now", {"said": str(state.data.get("said"))}),), ((button("back", "b"),),)
        )
    tip = _tip(state, context)
    if state.at == "sure":
        lines = (Line("tip-let-go-sure", {"number": tip.number}),)
        return Screen(lines, ((button("tip-let-go-yes", "qy"), button("back", "b")),))
    return _one(tip, state, context)


def _list(context: Context) -> Screen:
    shown = _shown(context)
    lines = [Line("tip-title"), Line("tip-own")]
    lines += [_item(number, tip) for number, tip in enumerate(shown, 1)]
    numbers = tuple(button("item-number", f"a{place}", n=place + 1) for place in range(len(shown)))
    rows = ((numbers,) if numbers else ()) + ((button("tip-another", "n"), button("back", "b")),)
    return Screen(lines, rows)


def _item(number: int, tip: Tip) -> Line:
    args: dict[str, Argument] = {
        "n": number,
        "number": tip.number,
        "enterprise": tip.enterprise or tip.named or "—",
    }
    return Line("tip-own-item", {**args, "state": "asked" if tip.asked else tip.state.value})


def _one(tip: Tip, state: State, context: Context) -> Screen:
    """Where it stands, what was said, the result with the code, and how to go on."""
    lines: list[Line | Words] = [
        Line("tip-received" if state.at == "sent" else "tip-number", {"number": tip.number}),
        *about(tip),
    ]
    lines += [*words(tip)[:1], *photos(tip), Line("tip-stands", {"state": tip.state.value})]
    lines += talk(tip, Side.REPORTER)
    if tip.state is TipState.CLOSED:
        lines += [Line("tip-came-of-it", {"true": "yes" if tip.true else "no"}), *result(tip.result)]
    if tip.code:
        lines.append(Line("tip-code", {"code": tip.code}))
    days = context.ledger.rules().tips.contact_days
    lines.append(
        Line("tip-how-on", {"number": tip.number, "asked": "yes" if tip.asked else "no", "days": days})
    )
    several = (button("tip-others", "l"),) if len(context.ledger.tips().own()) > 1 else ()
    rows = ((button("tip-no-contact", "q"), *several), (button("back", "b"),))
    return Screen([*lines[:-1], GAP, lines[-1]], rows, settle=state.data.get("settle") is True)
