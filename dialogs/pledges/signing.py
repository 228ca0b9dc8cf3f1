"""The signature in person (承诺确认): the whole text, the own contact card, the full name, two taps five seconds apart.

Each step is checked here for the sentence it deserves, and all of them again when it is recorded (storage/recording/pledges.py).
"""

from datetime import datetime, timedelta

from checklists.words import Words
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.register import digits
from dialogs.talk import (
    Argument,
    Input,
    Line,
    Screen,
    SharedContact,
    State,
    Step,
    Tapped,
    Wrote,
)
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.events_pledges import CommitmentSigned
from safety.people import Right
from safety.pledges import NAMES, PRINCIPAL, Pack, Pledge, name_fault, still_to_wait, valid_to

FLOW = "pledges"
WHOLE, CARD, NAME, SURE, AGAIN = "whole", "card", "name", "sure", "again"
STEPS = frozenset({WHOLE, CARD, NAME, SURE, AGAIN})
STALE = timedelta(minutes=10)  # between the two taps; later it begins again with the first


def ready(pack: Pack, context: Context) -> bool:
    """Whether this person may sign now: a principal, everything read, a signature owed or due soon."""
    unread = bool(pack.notice_left or pack.commitment_left)
    return context.actor.may(Right.SIGN_COMMITMENT) and pack.to_sign and not unread


def step(state: State, told: Input, pack: Pack, context: Context) -> Step | None:
    """One step of the signature."""
    if isinstance(told, SharedContact) and state.at == CARD:
        return _card(state, told, context)
    if isinstance(told, Wrote) and state.at == NAME and not told.edited:
        return _named(state, told.text, context)
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        back = {WHOLE: "", NAME: WHOLE, SURE: NAME, AGAIN: SURE}
        return Step(_moved(state, back.get(state.at, "")))
    return _tapped(state, told.option, pack, context)


def _tapped(state: State, option: str, pack: Pack, context: Context) -> Step | None:
    if state.at == WHOLE and option == "s":
        return Step(State(FLOW, CARD))
    if state.at == SURE and option == "y":
        first = context.now.isoformat()
        return Step(
            State(FLOW, AGAIN, {**state.data, "first": first}), toast=Line("sign-wait", _seconds(context))
        )
    return _second(state, pack, context) if state.at == AGAIN and option == "z" else None


def _seconds(context: Context) -> dict[str, Argument]:
    return {"n": context.ledger.rules().defaults.pledging.second_tap_seconds}


def _moved(state: State, at: str) -> State:
    return State(FLOW, at, state.data if at in {NAME, SURE} else {})


def _card(state: State, card: SharedContact, context: Context) -> Step:
    """Only the own card, and only with a number of the principal."""
    if not card.own:
        return Step(state, say=Line("contact-not-own"))
    phone = digits(card.phone)
    if phone not in context.ledger.signatories():
        return Step(state, say=Line("pledge-other-phone"))
    return Step(State(FLOW, NAME, {"phone": phone}))


def is_name(text: str, context: Context) -> bool:
    """Whether words that were typed are one of the names on record."""
    names = context.ledger.signatories().values()
    return any(name and name_fault(text, name) is None for name in names)


def _named(state: State, typed: str, context: Context) -> Step | None:
    """The full name on record; what is wrong with another one is said."""
    phone = str(state.data.get("phone", ""))
    recorded = context.ledger.signatories().get(phone)
    if recorded is None:
        return Step(State(FLOW, CARD), say=Line("pledge-other-phone"))
    fault = name_fault(typed, recorded)
    if fault is not None:
        return Step(state, say=Line("name-fault", {"fault": fault.value, "person": typed[: NAMES[1]]}))
    name = " ".join(typed.split())
    return Step(State(FLOW, SURE, {"phone": phone, "name": name}))


def _second(state: State, pack: Pack, context: Context) -> Step:
    """The tap that signs, when it comes some seconds after the first."""
    first = moment_of(state.data.get("first"))
    if first is None or context.now - first > STALE:
        return Step(_moved(state, SURE), say=Line("sign-again"))
    left = still_to_wait(first, context.now, context.ledger.rules().defaults.pledging)
    if left:
        return Step(state, toast=Line("sign-wait", {"n": left}), same=True)
    signed = CommitmentSigned(
        pack.commitment.fingerprint,
        pack.notice.fingerprint,
        str(state.data.get("phone", "")),
        str(state.data.get("name", "")),
        first,
    )
    return Step(State(FLOW, "receipt"), (signed,))


def moment_of(kept: object) -> datetime | None:
    """A moment as states keep it; None when it is none."""
    try:
        found = datetime.fromisoformat(str(kept))
    except ValueError:
        return None
    return found if found.tzinfo else None


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, pack: Pack, context: Context) -> Screen:
    """The screen of a step."""
    if state.at == WHOLE:
        rows = ((button("sign", "s"),), (button("back", "b"),))
        return Screen(whole(pack), rows)
    if state.at == CARD:
        place = {"place": context.ledger.enterprise().name}
        return Screen((Line("sign-card", place),), ask_contact=Line("share-contact"))
    if state.at == NAME:
        return Screen((Line("sign-name"),), ((button("back", "b"),),))
    sure = (button("promise", "y"),) if state.at == SURE else (button("sign-now", "z"),)
    return Screen(_promise(state, pack, context), (sure, (button("back", "b"),)))


def whole(pack: Pack) -> list[Line | Words]:
    """The whole text with its names filled in, and its version."""
    text = pack.commitment
    items = [
        Line("whole-item", {"n": number, "text": item.text}) for number, item in enumerate(text.items, 1)
    ]
    return [
        Line("whole-title", {"title": text.title}),
        _named_in(pack.preamble, pack.principal),
        *items,
        _named_in(pack.closing, pack.principal),
        GAP,
        Line("whole-version", {"version": text.fingerprint[:12]}),
    ]


def _named_in(text: Words, person: str) -> Line | Words:
    """A text with the principal's name in its place, as an argument of its own: it can be veiled."""
    if PRINCIPAL not in text.zh or PRINCIPAL not in text.en:
        return text
    (zh, _, zh_rest), (en, _, en_rest) = text.zh.partition(PRINCIPAL), text.en.partition(PRINCIPAL)
    return Line("whole-named", {"before": Words(zh, en), "person": person, "after": Words(zh_rest, en_rest)})


def _promise(state: State, pack: Pack, context: Context) -> list[Line | Words]:
    """What is signed, by whom, until when; before the second tap, how long to wait."""
    until = valid_to(context.today, pack.commitment)
    args: dict[str, Argument] = {
        "person": str(state.data.get("name", "")),
        "place": context.ledger.enterprise().name,
        "n": len(pack.commitment.items),
        "due": on_day(until, context.today),
        "version": pack.commitment.fingerprint[:12],
    }
    lines: list[Line | Words] = [
        Line("sign-title", {"title": pack.commitment.title}),
        Line("sign-promise", args),
        Line("whole-version", {"version": pack.commitment.fingerprint[:12]}),
        GAP,
        Line("sign-meaning"),
    ]
    return [*lines, GAP, Line("sign-once-more", _seconds(context))] if state.at == AGAIN else lines


def receipt(pledge: Pledge, context: Context) -> Screen:
    """The numbered receipt of a signed commitment."""
    args: dict[str, Argument] = {
        "number": pledge.number,
        "title": pledge.text.title,
        "place": pledge.enterprise,
        "person": pledge.name,
        "time": pledge.signed_at,
        "due": on_day(pledge.valid_to, context.today),
        "version": pledge.fingerprint[:12],
        "hash": pledge.sha256[:16],
        "read": day_of(pledge.read_at),
    }
    lines: list[Line | Words] = [Line("pledge-receipt", args)]
    if pledge.recalled is not None:
        lines.append(Line("pledge-recalled", {"why": pledge.recalled.value}))
    ways = (button("to-overview", "b"), button("to-menu", "e"))
    return Screen(lines, (ways,), final=True)
