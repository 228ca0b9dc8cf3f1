"""Joining: privacy notice and consent first, then the invitation and the person's own contact card (S1, S2, S16)."""

import re

from checklists.words import Words
from dialogs.cards import button
from dialogs.context import Context
from dialogs.talk import Argument, Commanded, Input, Line, Screen, SharedContact, State, Step, Tapped, Wrote
from safety.errors import Refusal
from safety.events import ConsentGiven, InvitationRedeemed, JoinRequested
from safety.joining import Invitation
from safety.spots import key_in

DOOR = State("join")
CODE = re.compile(r"(?:start=|/start )?([A-Za-z0-9_-]{16,64})\s*$")
COUNTRY = "86"
MOBILE = 11  # digits of a Chinese mobile number
SHORTEST = 5
SPOT = "s_"  # the link of a spot exam
INVITATION = "invitation"


def step(state: State, told: Input, context: Context) -> Step | None:
    """Consent, then the invitation, then the contact card."""
    if isinstance(told, Commanded):
        return _invited(told.argument, context)
    if not context.actor.consented:
        return consenting(state, told, context)
    if isinstance(told, SharedContact) and state.at == "contact":
        return _contact(state, told, context)
    if isinstance(told, Wrote) and not told.edited:
        found = CODE.search(told.text)
        key = key_in(told.text) if SPOT in told.text else None
        if key is not None:
            return Step(State("guest", "name", {"key": key}))
        return _invited(found.group(1), context) if found else None
    return _waited(state, told.option) if isinstance(told, Tapped) else None


def _waited(state: State, option: str) -> Step | None:
    if option == "r":
        said = Line("still-waiting" if state.at == "waiting" else "no-seat-yet")
        return Step(state, toast=said, same=True)
    return Step(State({"h": "help", "g": "tip"}[option])) if option in {"h", "g"} else None


def _invited(code: str, context: Context) -> Step:
    """An invitation link was opened. Unknown, used, expired, revoked: one wording."""
    usable_invitation(code, context)
    at = "contact" if context.actor.consented else ""
    return Step(State(DOOR.flow, at, {"code": code}))


def usable_invitation(code: str, context: Context) -> Invitation:
    """The invitation behind a code; one and the same refusal whatever is wrong with it (S2)."""
    found = context.ledger.invitation(code)
    if found is None or not found.usable:
        raise Refusal("invitation-invalid", guess=INVITATION)
    return found


def consenting(state: State, told: Input, context: Context) -> Step | None:
    """Nothing is stored before the notice is agreed to; the language may be chosen, to be able to read it.

    An anonymous tip has a notice of its own.
    """
    if not isinstance(told, Tapped):
        return None
    if told.option == "y":
        at = "contact" if "code" in state.data else ""
        return Step(State(DOOR.flow, at, state.data), (ConsentGiven(context.ledger.privacy().version),))
    if told.option in {"l", "g"}:
        return Step(State("language" if told.option == "l" else "tip"))
    return Step(state, say=Line("consent-needed")) if told.option == "n" else None


def _contact(state: State, card: SharedContact, context: Context) -> Step:
    """Only the sender's own card counts. A listed phone joins at once, another one waits for a supervisor."""
    if not card.own:
        return Step(state, say=Line("contact-not-own"))
    try:
        invitation = usable_invitation(str(state.data.get("code", "")), context)
    except Refusal as refusal:
        return Step(DOOR, say=Line(refusal.line))
    phone = digits(card.phone)
    args: dict[str, Argument] = {"place": invitation.place, "role": role_line(invitation.role)}
    if len(phone) >= SHORTEST and phone in {digits(one) for one in invitation.phones}:
        return Step(State("menu"), (InvitationRedeemed(invitation.number, phone),), say=Line("joined", args))
    waiting = State(DOOR.flow, "waiting", {"place": invitation.place})
    return Step(waiting, (JoinRequested(invitation.number, phone),), say=Line("join-asked", args))


def digits(phone: str) -> str:
    """A phone as bare digits, without the country code of China."""
    bare = "".join(one for one in phone if one.isascii() and one.isdigit()).removeprefix("00")
    return bare[len(COUNTRY) :] if len(bare) == MOBILE + len(COUNTRY) and bare.startswith(COUNTRY) else bare


def role_line(role: str) -> Line:
    return Line("role", {"role": str(role)})


def show(state: State, context: Context) -> Screen:
    """The privacy notice, the request for the contact card, the wait, or how to join."""
    if not context.actor.consented:
        return notice(context)
    if state.at == "contact":
        return _asking_contact(state, context)
    if state.at == "waiting":
        place = Line("waiting", {"place": str(state.data.get("place", ""))})
        return Screen((place,), ((button("look-again", "r"),), (button("to-help", "h"),)))
    rows = ((button("look-again", "r"), button("to-help", "h")), (button("to-tip", "g"),))
    return Screen((Line("how-to-join"),), rows)


def notice(context: Context) -> Screen:
    """What is told before anything is kept, and whether one agrees."""
    privacy = context.ledger.privacy()
    lines: tuple[Line | Words, ...] = (
        Line("welcome"),
        Line("notice", {"text": privacy.text}),
        Line("notice-version", {"version": privacy.version}),
    )
    ways = (button("disagree", "n"), button("language-other", "l"))
    rows = ((button("agree", "y"),), ways, (button("to-tip", "g"),))
    return Screen(lines, rows)


def _asking_contact(state: State, context: Context) -> Screen:
    found = context.ledger.invitation(str(state.data.get("code", "")))
    if found is None or not found.usable:
        return Screen((Line("invitation-invalid"),), ((button("look-again", "r"), button("to-help", "h")),))
    args: dict[str, Argument] = {"place": found.place, "role": role_line(found.role)}
    return Screen((Line("contact-please", args),), ask_contact=Line("share-contact"))


def accepts(state: State, context: Context) -> Line:
    """What can be sent here."""
    if context.actor.consented and state.at == "contact":
        return Line("accepts-contact")
    return Line("accepts-invitation") if context.actor.consented else Line("accepts-buttons")
