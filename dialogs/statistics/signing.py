"""The signature under statistics, with the gesture of commitments: own contact card, full name, two taps five seconds apart."""

from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.pledges.signing import STALE, is_name, moment_of
from dialogs.register import digits
from dialogs.statistics.form import FLOW, corrections_of, figures, period_of, seen_of
from dialogs.talk import Argument, Input, Json, Line, Screen, SharedContact, State, Step, Tapped, Wrote
from safety.events_statistics import StatisticsSigned
from safety.people import Right
from safety.pledges import NAMES, name_fault, still_to_wait

CARD, NAME, SURE, AGAIN, RECEIPT = "card", "name", "sure", "again", "receipt"
STEPS = frozenset({CARD, NAME, SURE, AGAIN})
BACK = {CARD: "form", NAME: "form", SURE: NAME, AGAIN: SURE}


def step(state: State, told: Input, context: Context) -> Step | None:
    """One step of the signature."""
    context.need(Right.SIGN_STATISTICS)
    if isinstance(told, SharedContact) and state.at == CARD:
        return _card(state, told, context)
    if isinstance(told, Wrote) and state.at == NAME and not told.edited:
        return _named(state, told.text, context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        return Step(_at(state, BACK[state.at]))
    if state.at == SURE and told.option == "y":
        return Step(
            _at(state, AGAIN, first=context.now.isoformat()), toast=Line("sign-wait", _seconds(context))
        )
    return _second(state, context) if state.at == AGAIN and told.option == "z" else None


def _at(state: State, at: str, **more: Json) -> State:
    return State(FLOW, at, {**state.data, **more})


def _card(state: State, card: SharedContact, context: Context) -> Step:
    if not card.own:
        return Step(state, say=Line("contact-not-own"))
    phone = digits(card.phone)
    if phone not in context.ledger.signatories():
        return Step(state, say=Line("pledge-other-phone"))
    return Step(_at(state, NAME, phone=phone))


def _named(state: State, typed: str, context: Context) -> Step:
    recorded = context.ledger.signatories().get(str(state.data.get("phone", "")))
    if recorded is None:
        return Step(_at(state, CARD), say=Line("pledge-other-phone"))
    fault = name_fault(typed, recorded)
    if fault is not None:
        return Step(state, say=Line("name-fault", {"fault": fault.value, "person": typed[: NAMES[1]]}))
    return Step(_at(state, SURE, name=" ".join(typed.split())))


def _second(state: State, context: Context) -> Step:
    first = moment_of(state.data.get("first"))
    if first is None or context.now - first > STALE:
        return Step(_at(state, SURE), say=Line("sign-again"))
    left = still_to_wait(first, context.now, context.ledger.rules().defaults.pledging)
    if left:
        return Step(state, toast=Line("sign-wait", {"n": left}), same=True)
    said: dict[str, Json] = {
        name: {"value": one.value, "reason": one.reason} for name, one in corrections_of(state).items()
    }
    signed = StatisticsSigned(
        period_of(state),
        seen_of(state),
        said,
        str(state.data.get("phone", "")),
        str(state.data.get("name", "")),
        first,
    )
    return Step(State(FLOW, RECEIPT, {"period": period_of(state)}), (signed,))


def _seconds(context: Context) -> dict[str, Argument]:
    return {"n": context.ledger.rules().defaults.pledging.second_tap_seconds}


def claims(state: State, told: Wrote, context: Context) -> bool:
    """A name is a name, even where a button has the same words."""
    return state.at == NAME and not told.edited and is_name(told.text, context)


def show(state: State, context: Context) -> Screen:
    """The screen of a step."""
    place = context.ledger.enterprise().name
    if state.at == CARD:
        return Screen((Line("sign-card", {"place": place}),), ask_contact=Line("share-contact"))
    if state.at == NAME:
        return Screen((Line("sign-name"),), ((button("back", "b"),),))
    args: dict[str, Argument] = {"person": str(state.data.get("name", "")), "place": place}
    lines = [
        *figures(state, context),
        GAP,
        Line("statistics-promise", args),
        Line("statistics-meaning"),
    ]
    if state.at == AGAIN:
        lines += [GAP, Line("sign-once-more", _seconds(context))]
    sure = button("statistics-promise-yes", "y") if state.at == SURE else button("sign-now", "z")
    return Screen(lines, ((sure,), (button("back", "b"),)))
