"""Reading a notice or commitment item by item: each confirmed alone, the moment recorded, going on where one stopped."""

from checklists.documents import Commitment, CommitmentItem, Notice, NoticeItem
from checklists.words import Words
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.pledges import breaking
from dialogs.pledges.owing import owed_lines
from dialogs.talk import Argument, Button, Line, Screen, State, Step
from dialogs.words import listed, on_day
from safety.calendar import today as day_of
from safety.events_pledges import ItemRead
from safety.people import Right
from safety.pledges import Pack

FLOW = "pledges"
ITEM, WHY = "item", "why"
NOTICE, COMMITMENT = "notice", "commitment"


# --- the overview -------------------------------------------------------------------------------------------------


def overview(pack: Pack, context: Context) -> Screen:
    """Both texts with how far they are read, what is owed, what stands."""
    lines: list[Line | Words] = [
        Line("pack-title", {"name": context.ledger.enterprise().name}),
        _progress(NOTICE, pack),
        *([_progress(COMMITMENT, pack)] if pack.to_sign else []),
        GAP,
        *_standing(pack, context),
    ]
    rows = (_to_read(pack), _to_sign(pack, context), (button("to-menu", "e"),))
    return Screen(lines, tuple(row for row in rows if row))


def _progress(document: str, pack: Pack) -> Line:
    text, left = text_of(document, pack), left_of(document, pack)
    total = len(text.items)
    return Line("pack-progress", {"title": text.title, "n": total - len(left), "total": total})


def _standing(pack: Pack, context: Context) -> list[Line | Words]:
    pledge = pack.pledge
    lines: list[Line | Words] = []
    if pledge is not None:
        args: dict[str, Argument] = {
            "number": pledge.number,
            "person": pledge.name,
            "day": on_day(day_of(pledge.signed_at), context.today),
            "due": on_day(pledge.valid_to, context.today),
        }
        lines += [Line("pack-signed", args), *breaking.told(pledge)]
    return [*lines, *owed_lines(pack, context)] or [Line("pack-all-done")]


def _to_read(pack: Pack) -> Row:
    return tuple(
        Button(Line(label, {"left": len(left_of(document, pack))}), option)
        for document, label, option in ((NOTICE, "read-notice", "n"), (COMMITMENT, "read-commitment", "c"))
    )


def _to_sign(pack: Pack, context: Context) -> Row:
    mine = context.actor.may(Right.SIGN_COMMITMENT)
    sign = (button("to-sign", "s"),) if mine and pack.to_sign else ()
    kept = (button("see-pledge", "r"),) if pack.pledge is not None else ()
    return (*sign, *kept)


def overview_step(option: str, pack: Pack, context: Context) -> Step | None:
    """To the first item that is not read yet; to the signature; to what was signed."""
    if option in {"n", "c"}:
        return Step(begun(NOTICE if option == "n" else COMMITMENT, pack))
    if option == "s":
        context.need(Right.SIGN_COMMITMENT)
        return Step(towards_signature(pack))
    if option == "r" and pack.pledge is not None:
        return Step(State(FLOW, "receipt"))
    return Step(State("menu")) if option == "e" else None


def towards_signature(pack: Pack) -> State:
    """What comes next on the way to the signature: the rest of the notice, of the commitment, then the whole text."""
    if pack.notice_left:
        return begun(NOTICE, pack)
    return begun(COMMITMENT, pack) if pack.commitment_left else State(FLOW, "whole")


# --- item by item -------------------------------------------------------------------------------------------------


def text_of(document: str, pack: Pack) -> Notice | Commitment:
    return pack.commitment if document == COMMITMENT else pack.notice


def left_of(document: str, pack: Pack) -> list[str]:
    return list(pack.commitment_left if document == COMMITMENT else pack.notice_left)


def begun(document: str, pack: Pack) -> State:
    """At the first item that is not read yet; at the first one when all are."""
    left = left_of(document, pack)
    names = [item.id for item in text_of(document, pack).items]
    return at(document, pack, names.index(left[0]) if left else 0)


def at(document: str, pack: Pack, place: int, step: str = ITEM) -> State:
    """At one item of exactly this version."""
    version = text_of(document, pack).fingerprint[:12]
    return State(FLOW, step, {"doc": document, "version": version, "item": place})


def placed(state: State, pack: Pack) -> tuple[str, int] | None:
    """The text and the item of a state; None when the text has changed since."""
    document, place = str(state.data.get("doc", "")), state.data.get("item")
    text = text_of(document, pack)
    known = state.data.get("version") == text.fingerprint[:12]
    inside = isinstance(place, int) and 0 <= place < len(text.items)
    return (document, place) if known and inside and isinstance(place, int) else None


def step(state: State, option: str, pack: Pack, context: Context) -> Step | None:
    """Confirm an item, look behind it, go back one."""
    found = placed(state, pack)
    if found is None:
        return Step(State(FLOW), say=Line("pledge-changed"))
    document, place = found
    if state.at == WHY:
        return Step(at(document, pack, place)) if option == "b" else None
    if option == "b":
        return Step(at(document, pack, place - 1) if place else State(FLOW))
    if option == "m":
        return Step(at(document, pack, place, WHY))
    return _confirmed(document, place, pack, context) if option == "y" else None


def _confirmed(document: str, place: int, pack: Pack, context: Context) -> Step:
    """Recorded once; then the next item that is not read, or what follows the text."""
    text, left = text_of(document, pack), left_of(document, pack)
    item = text.items[place].id
    events = (ItemRead(text.fingerprint, item),) if item in left else ()
    rest = [name for name in left if name != item]
    after = place + 1 if place + 1 < len(text.items) else None
    if not rest and (events or after is None):
        return _finished(document, pack, context, events)
    names = [one.id for one in text.items]
    if events or after is None:
        later = [name for name in rest if names.index(name) > place]
        after = names.index((later or rest)[0])
    return Step(at(document, pack, after), events)


def _finished(document: str, pack: Pack, context: Context, events: tuple[ItemRead, ...]) -> Step:
    """The notice leads on to the commitment, the commitment to the signature; an officer only reads along."""
    signs = context.actor.may(Right.SIGN_COMMITMENT) and pack.to_sign
    if document == NOTICE and pack.commitment_left and pack.to_sign:
        return Step(begun(COMMITMENT, pack), events, say=Line("notice-read"))
    if document == COMMITMENT and signs and not pack.notice_left:
        return Step(State(FLOW, "whole"), events)
    return Step(State(FLOW), events, say=Line("text-read", {"title": text_of(document, pack).title}))


def show(state: State, pack: Pack) -> Screen:
    """One item, or what it rests on; the overview's door when the text has changed."""
    found = placed(state, pack)
    if found is None:
        return Screen((Line("pledge-changed"),), ((button("to-overview", "b"),),))
    document, place = found
    item = text_of(document, pack).items[place]
    lines = [_heading(document, place, item, pack), Line("item-text", {"text": item.text})]
    if state.at == WHY:
        return Screen((*lines, GAP, *grounds(item)), ((button("back", "b"),),))
    read = item.id not in left_of(document, pack)
    confirm = button("item-next", "y") if read else button("item-read", "y")
    return Screen(lines, ((confirm,), (button("back", "b"), button("more", "m"))))


def _heading(document: str, place: int, item: NoticeItem | CommitmentItem, pack: Pack) -> Line:
    kind = item.kind.value if isinstance(item, NoticeItem) else "promise"
    total = len(text_of(document, pack).items)
    return Line("item-heading", {"doc": document, "n": place + 1, "total": total, "kind": kind})


def grounds(item: NoticeItem | CommitmentItem) -> list[Line]:
    """The clauses an item rests on, or that it is a rule of our own."""
    lines = [Line("why-basis", {"clauses": listed([one.text for one in item.basis])})] if item.basis else []
    return [*lines, Line("item-ours")] if item.ours else lines
