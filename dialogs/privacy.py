"""What is stored about the person and for how long, who saw it, correcting it, having it erased, withdrawing the consent (S16)."""

from checklists.words import Language, Words
from dialogs import auditing, cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.register import DOOR, SHORTEST, digits, role_line
from dialogs.talk import Argument, Input, Line, Opened, Screen, SharedContact, State, Step, Tapped
from safety.bulk import BulkKind, BulkState
from safety.events import ConsentWithdrawn
from safety.events_exports import ExportAsked
from safety.events_personal import ErasureAsked, ErasureTakenBack, PhoneCorrected
from safety.exported import Exported

FLOW = "privacy"
SURE, KEPT, SEEN, FIX, PHONE, ERASE = "sure", "kept", "seen", "fix", "phone", "erase"
BEFORE = {SURE: "", KEPT: "", SEEN: KEPT, FIX: "", PHONE: FIX, ERASE: ""}
WAYS = {"w": SURE, "k": KEPT, "c": FIX, "d": ERASE}
PAGE = 5


def step(state: State, told: Input, context: Context) -> Step | None:
    """Look, correct, have it erased, withdraw after a second look, go back."""
    if isinstance(told, Opened):
        return Step(state)
    if isinstance(told, SharedContact) and state.at == PHONE:
        return _shared(state, told)
    if not isinstance(told, Tapped):
        return None
    if told.option == "b":
        return Step(State(FLOW, BEFORE[state.at])) if state.at in BEFORE else Step(None)
    return _tapped(state, told.option, context) if context.actor.consented else None


def _tapped(state: State, option: str, context: Context) -> Step | None:
    if state.at == "" and option in WAYS:
        return Step(State(FLOW, WAYS[option]))
    if state.at == SURE and option == "ok":
        return Step(DOOR, (ConsentWithdrawn(),), say=Line("consent-withdrawn"))
    steps = {KEPT: _on_kept, SEEN: _on_seen, FIX: _on_fix, ERASE: _on_erase}
    return steps[state.at](state, option, context) if state.at in steps else None


def _on_kept(state: State, option: str, context: Context) -> Step | None:
    if option == "s":
        return Step(State(FLOW, SEEN))
    if option != "f" or context.actor.seat is None:
        return None
    return Step(state, (ExportAsked({}, 1, Exported.PERSONAL),), say=Line("kept-file-comes"))


def _on_seen(_state: State, option: str, context: Context) -> Step | None:
    total = context.ledger.audits().count_of_me()
    turned = cards.turned(option, cards.offset_of(_state, total), total, PAGE)
    return None if turned is None else Step(State(FLOW, SEEN, {"offset": turned}))


def _on_fix(_state: State, option: str, _context: Context) -> Step | None:
    return {"p": Step(State(FLOW, PHONE)), "l": Step(State("language"))}.get(option)


def _on_erase(state: State, option: str, context: Context) -> Step | None:
    waiting = _waiting(context)
    if option == "y" and not waiting and context.actor.seat is not None:
        return Step(state, (ErasureAsked(),), say=Line("erase-asked"))
    if option == "x" and waiting:
        return Step(State(FLOW), (ErasureTakenBack(),), say=Line("erase-taken-back"))
    return None


def _shared(state: State, card: SharedContact) -> Step:
    """Only the own card."""
    if not card.own:
        return Step(state, say=Line("contact-not-own"))
    phone = digits(card.phone)
    if len(phone) < SHORTEST:
        return Step(state, say=Line("contact-not-own"))
    return Step(State(FLOW, FIX), (PhoneCorrected(phone),), say=Line("phone-corrected"))


def _waiting(context: Context) -> bool:
    own = context.ledger.bulk().own(BulkKind.ERASE)
    return own is not None and own.state is BulkState.WAITING


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The notice and what is stored; or one of the ways from there."""
    if not context.actor.consented:
        return _home(context)
    screens = {SURE: _sure, KEPT: _kept, FIX: _fix, PHONE: _phone, ERASE: _erase}
    if state.at == SEEN:
        return _seen(state, context)
    return screens[state.at](context) if state.at in screens else _home(context)


def _home(context: Context) -> Screen:
    text = context.ledger.privacy().text
    lines: list[Line | Words] = [
        Line("privacy-title"),
        Line("notice", {"text": text}),
        GAP,
        *_stored(context),
    ]
    back: Row = (button("back", "b"),)
    if not context.actor.consented:
        return Screen(lines, (back,))
    rows: tuple[Row, ...] = (
        (button("privacy-kept", "k"), button("privacy-fix", "c")),
        (button("privacy-erase", "d"), button("withdraw", "w")),
        back,
    )
    return Screen(lines, rows)


def _sure(_context: Context) -> Screen:
    return Screen((Line("withdraw-sure"),), ((button("withdraw-yes", "ok"), button("back", "b")),))


def _stored(context: Context) -> list[Line]:
    """Name, language and seats, as they are stored."""
    actor = context.actor
    if not actor.consented:
        return [Line("stored-nothing")]
    speaks = "zh" if actor.language is Language.ZH else "en"
    lines = [Line("stored", {"person": actor.name, "language": Line("language-name", {"language": speaks})})]
    for seat, place in context.ledger.seats():
        lines.append(Line("stored-seat", {"place": place, "role": role_line(seat.role)}))
    return lines


def _kept(context: Context) -> Screen:
    """Each class: for what, how long, how much there is."""
    counts = context.ledger.personal().counts()
    lines: list[Line | Words] = [Line("kept-title")]
    for one in context.ledger.privacy().classes:
        args: dict[str, Argument] = {
            "title": one.title,
            "purpose": one.purpose,
            "kept": one.kept,
            "n": counts.get(one.id, 0),
        }
        lines.append(Line("kept-class", args))
    file: Row = (button("kept-file", "f"),) if context.actor.seat is not None else ()
    seen = button("kept-seen", "s", n=context.ledger.audits().count_of_me())
    return Screen(lines, ((seen, *file), (button("back", "b"),)))


def _seen(state: State, context: Context) -> Screen:
    """Who was shown what, the newest first."""
    book = context.ledger.audits()
    total = book.count_of_me()
    offset = cards.offset_of(state, total)
    shown = book.of_me(offset=offset, limit=PAGE)
    lines: list[Line | Words] = [Line("seen-title", {"n": total}), *(auditing.mine(one) for one in shown)]
    paging = cards.list_rows(len(shown), offset, total)[1:] if shown else ()
    return Screen(lines, (*paging, (button("back", "b"),)))


def _fix(context: Context) -> Screen:
    phone = context.ledger.personal().phone() or "none"
    lines = (Line("privacy-fix-title", {"person": context.actor.name, "phone": phone}),)
    return Screen(lines, ((button("privacy-phone", "p"), button("to-language", "l")), (button("back", "b"),)))


def _phone(_context: Context) -> Screen:
    return Screen((Line("privacy-phone-how"),), ((button("back", "b"),),), ask_contact=Line("share-contact"))


def _erase(context: Context) -> Screen:
    """What goes, what stays and why; a second person decides."""
    back = button("back", "b")
    if context.actor.seat is None:
        return Screen((Line("erase-no-seat"),), ((back,),))
    own = context.ledger.bulk().own(BulkKind.ERASE)
    if own is not None and own.state is BulkState.WAITING:
        return Screen((Line("erase-waits", {"until": own.until}),), ((button("erase-drop", "x"), back),))
    lines = [Line("erase-what"), Line("erase-stays"), Line("erase-who")]
    return Screen(lines, ((button("erase-yes", "y"), back),))


def accepts(state: State, _context: Context) -> Line:
    """What can be sent here."""
    return Line("accepts-contact") if state.at == PHONE else Line("accepts-buttons")
