"""Verifying a receipt (核对回执): what it is, whether it is unchanged, and under which signed head it stands.

What was signed is shown only to those in whose scope it lies. Everybody else, strangers too, hears that the receipt
exists, of which day it is and whether it is unchanged: nothing more.
"""

import re
from datetime import datetime
from unicodedata import normalize

from checklists.words import Words
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.hazards.listing import question_words
from dialogs.selfcheck.receipt import short
from dialogs.talk import Commanded, Input, Line, Screen, State, Step, Tapped, Wrote
from safety.events_seals import ReceiptAsked
from safety.people import Right
from safety.seals.verified import Verified

FLOW, CARD = "verify", "card"
NUMBER = re.compile(r"[A-Z]{2,4}-\d{4}-\d{6}(?:-\d{1,3})?", re.ASCII)
DASHES = re.compile(r"\s*[‐-―−_]\s*|\s*-\s*")


def step(state: State, told: Input, context: Context) -> Step | None:
    """A number is typed, with the command or after it; another one follows, or back to where one was."""
    if isinstance(told, Commanded):
        return _asked(told.argument) if told.argument.strip() else Step(State(FLOW))
    if isinstance(told, Wrote):
        return None if told.edited else _asked(told.text)
    return _tapped(state, told, context) if isinstance(told, Tapped) else None


def _tapped(state: State, told: Tapped, context: Context) -> Step | None:
    if told.option == "b":
        return Step(None)
    if told.option == "n":
        return Step(State(FLOW))
    if told.option == "o":
        return _opened(_number(state), context)
    if told.option == "f" and _in_scope(state, context):
        say = Line("verifying-file-comes")
        return Step(state, (ReceiptAsked(_number(state)),), say=say)
    return None


def _opened(number: str, context: Context) -> Step | None:
    """What was signed: a submission, or a hazard that was closed."""
    if context.ledger.submission(number) is not None:
        return Step(State("submissions", "card", {"receipt": number}))
    closure = context.ledger.closure(number)
    return Step(State("hazards", "card", {"number": closure.hazard})) if closure is not None else None


def _in_scope(state: State, context: Context) -> bool:
    ledger, number = context.ledger, _number(state)
    seen = ledger.submission(number) or ledger.pledge(number) or ledger.closure(number)
    return seen is not None and context.actor.may(Right.SEE_SUBMISSIONS)


def _asked(text: str) -> Step:
    number = number_in(text)
    if number is None:
        return Step(State(FLOW), say=Line("verifying-no-number"))
    return Step(State(FLOW, CARD, {"number": number}))


def number_in(text: str) -> str | None:
    """The number of a receipt in what somebody wrote: small letters, wide digits and other dashes are meant as well."""
    found = NUMBER.search(DASHES.sub("-", normalize("NFKC", text)).upper())
    return found.group() if found else None


def claims(_state: State, told: Wrote, _context: Context) -> bool:
    """A number of a receipt is never a button."""
    return number_in(told.text) is not None


def writes(state: State, _context: Context) -> bool:
    """Where a number is asked for, a number is what is written."""
    return state.at == ""


def accepts(_state: State, _context: Context) -> Line:
    return Line("verifying-accepts")


def _number(state: State) -> str:
    return str(state.data.get("number", ""))


def show(state: State, context: Context) -> Screen:
    """Ask for a number, or say what is known of it."""
    number = _number(state)
    if state.at != CARD or number_in(number) != number:
        return Screen((Line("verifying-ask"),), ((button("back", "b"),),))
    found = context.ledger.verified(number)
    lines = [Line("verifying-title", {"number": number})]
    if found is None:
        return Screen((*lines, Line("verifying-unknown")), (_ways(),))
    return _card(lines, found, context)


def _card(lines: list[Line], found: Verified, context: Context) -> Screen:
    """What it is, what was signed for those who may see it, and whether it is unchanged."""
    lines.append(Line("verifying-what", {"what": found.what, "day": found.day}))
    one, pledge = context.ledger.submission(found.number), context.ledger.pledge(found.number)
    closure = context.ledger.closure(found.number)
    hazard = context.ledger.hazard(closure.hazard) if closure is not None else None
    if one is not None:
        lines += _said(one.enterprise, one.form.title, one.submitted_at, one.submitted_by, one.fingerprint)
    elif pledge is not None:
        lines += _said(pledge.enterprise, pledge.text.title, pledge.signed_at, pledge.name, pledge.sha256)
    elif closure is not None and hazard is not None:
        what = Line("hazard-other", {"number": closure.hazard, "question": question_words(hazard)})
        lines += [
            Line("verifying-of", {"enterprise": closure.enterprise, "form": what}),
            Line("verifying-closed", {"time": closure.closed_at, "person": closure.person}),
            Line("receipt-fingerprint", {"fingerprint": short(closure.sha256)}),
        ]
    look: Row = (button("verifying-open", "o"),) if one is not None or hazard is not None else ()
    wants = found.unchanged and any(seen is not None for seen in (one, pledge, closure))
    file: Row = (button("verifying-file", "f"),) if wants and context.actor.may(Right.SEE_SUBMISSIONS) else ()
    rows = ((*look, *file),) if look or file else ()
    return Screen((*lines, *_state(found)), (*rows, _ways()))


def _said(enterprise: str, title: Words, at: datetime, person: str, fingerprint: str) -> tuple[Line, ...]:
    return (
        Line("verifying-of", {"enterprise": enterprise, "form": title}),
        Line("receipt-time", {"time": at, "person": person}),
        Line("receipt-fingerprint", {"fingerprint": short(fingerprint)}),
    )


def _state(found: Verified) -> list[Line]:
    """Whether it is unchanged, and what vouches for that."""
    if not found.unchanged:
        return [Line("verifying-changed", {"entry": found.entry})]
    said = [Line("verifying-unchanged", {"entry": found.entry})]
    if found.head is None:
        return [*said, Line("verifying-no-head")]
    return [*said, Line("verifying-head", {"day": found.head})]


def _ways() -> Row:
    return (button("verifying-another", "n"), button("back", "b"))
