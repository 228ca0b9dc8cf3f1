"""What is owed of notices and commitments, in a line for the home screen. Reading only."""

from dialogs.context import Context
from dialogs.talk import Argument, Line
from dialogs.words import on_day
from safety.errors import Refusal
from safety.people import Right
from safety.pledges import Pack


def pack_of(context: Context) -> Pack:
    """The pack of the actor's enterprise. Refusal for a seat that reads none, or when content has none for the colour."""
    context.need(Right.READ_PACK)
    pack = context.ledger.pack(context.today)
    if pack is None:
        raise Refusal("pack-none")
    return pack


def owed_lines(pack: Pack, context: Context) -> list[Line]:
    """What is to be read, and what is to be signed and why; nothing when all is done."""
    lines = []
    if pack.notice_left:
        lines.append(Line("pack-to-read", {"title": pack.notice.title, "n": len(pack.notice_left)}))
    if pack.to_sign:
        lines.append(Line("pack-to-sign", owed(pack, context)))
    return lines


def owed(pack: Pack, context: Context) -> dict[str, Argument]:
    """Why a signature is owed, who gives it, and until when the standing one holds."""
    pledge = pack.pledge
    return {
        "title": pack.commitment.title,
        "why": pack.owed.value if pack.owed else "soon",
        "due": on_day(pledge.valid_to, context.today) if pledge else Line("pack-none-yet"),
        "signs": "you" if context.actor.may(Right.SIGN_COMMITMENT) else "principal",
    }
