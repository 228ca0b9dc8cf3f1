"""What an answer of Telegram means for a letter. Pure; the sender acts on it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.telegram import Reply
from storage.outbox import Kind

TOO_MANY, FORBIDDEN, BAD_REQUEST, SERVER_ERROR = 429, 403, 400, 500
UNAUTHORISED, NOT_FOUND = 401, 404
DONE_ALREADY = ("message is not modified",)
GONE_ALREADY = ("message to delete not found",)
SCREEN_LOST = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
)
NOT_DELETABLE = ("message can't be deleted",)
CHAT_GONE = ("chat not found", "peer_id_invalid", "user_id_invalid")


class Verdict(StrEnum):
    """What to do with the letter now."""

    SENT = "sent"
    AGAIN = "again"  # passing trouble: the same call once more, later
    LATER = "later"  # 429: exactly after retry_after
    ANEW = "anew"  # the screen is lost: send it as a new message
    CLOSE = "close"  # it cannot be deleted: close it to one grey line
    MOVED = "moved"  # the group has a new number
    UNREACHABLE = "unreachable"  # blocked, deactivated, kicked
    FAILED = "failed"  # permanent: our own mistake or a lost chat


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict with its details."""

    verdict: Verdict
    message: int | None = None
    wait: float = 0.0
    chat: int | None = None
    error: str | None = None


def judge(kind: Kind, reply: Reply) -> Outcome:
    """Read an answer for a letter of this kind."""
    if reply.ok:
        result = reply.result if isinstance(reply.result, dict) else {}
        return Outcome(Verdict.SENT, message=result.get("message_id"))
    if reply.code == TOO_MANY:
        return Outcome(Verdict.LATER, wait=float(reply.retry_after or 1))
    if reply.migrate_to is not None:
        return Outcome(Verdict.MOVED, chat=reply.migrate_to)
    if reply.code == FORBIDDEN:
        return Outcome(Verdict.UNREACHABLE, error=reply.description)
    if reply.code >= SERVER_ERROR or reply.code in (UNAUTHORISED, NOT_FOUND):
        return Outcome(Verdict.AGAIN, error=reply.description)  # a wrong token is the operator's to mend
    return refused(kind, reply.description)


def refused(kind: Kind, description: str) -> Outcome:
    """A 400 by its words: Telegram gives no finer code."""
    words = description.lower()
    if any(sign in words for sign in DONE_ALREADY):
        return Outcome(Verdict.SENT)
    if kind is Kind.DELETE and any(sign in words for sign in GONE_ALREADY):
        return Outcome(Verdict.SENT)
    if kind is Kind.DELETE and any(sign in words for sign in NOT_DELETABLE):
        return Outcome(Verdict.CLOSE)
    if kind is Kind.EDIT and any(sign in words for sign in SCREEN_LOST):
        return Outcome(Verdict.ANEW)
    if any(sign in words for sign in CHAT_GONE):
        return Outcome(Verdict.UNREACHABLE, error=description)
    return Outcome(Verdict.FAILED, error=description)
