"""What each answer of Telegram means for a letter."""

import pytest

from bot.outcome import Outcome, Verdict, judge
from bot.telegram import Reply, read_reply
from storage.outbox import Kind


def no(code: int, text: str) -> Reply:
    return Reply(ok=False, code=code, description=text)


@pytest.mark.parametrize(
    ("kind", "reply", "verdict"),
    [
        (Kind.EDIT, no(400, "Bad Request: message is not modified: specified new…"), Verdict.SENT),
        (Kind.EDIT, no(400, "Bad Request: message to edit not found"), Verdict.ANEW),
        (Kind.EDIT, no(400, "Bad Request: message can't be edited"), Verdict.ANEW),
        (Kind.DELETE, no(400, "Bad Request: message to delete not found"), Verdict.SENT),
        (Kind.DELETE, no(400, "Bad Request: message can't be deleted for everyone"), Verdict.CLOSE),
        (Kind.NOTICE, no(403, "Forbidden: bot was blocked by the user"), Verdict.UNREACHABLE),
        (Kind.NOTICE, no(403, "Forbidden: user is deactivated"), Verdict.UNREACHABLE),
        (Kind.NOTICE, no(400, "Bad Request: chat not found"), Verdict.UNREACHABLE),
        (Kind.NOTICE, no(502, "Bad Gateway"), Verdict.AGAIN),
        (Kind.NOTICE, no(401, "Unauthorized"), Verdict.AGAIN),
        (Kind.PROMPT, no(400, "Bad Request: can't parse entities"), Verdict.FAILED),
        (Kind.PROMPT, no(400, "Bad Request: message to edit not found"), Verdict.FAILED),
    ],
)
def test_it_judges_refusals(kind: Kind, reply: Reply, verdict: Verdict) -> None:
    assert judge(kind, reply).verdict is verdict


def test_it_takes_the_number_of_the_sent_message() -> None:
    assert judge(Kind.PROMPT, Reply(ok=True, result={"message_id": 9})) == Outcome(Verdict.SENT, message=9)
    assert judge(Kind.DELETE, Reply(ok=True, result=True)) == Outcome(Verdict.SENT)


def test_it_waits_as_long_as_it_is_told() -> None:
    reply = Reply(ok=False, code=429, description="Too Many Requests: retry after 7", retry_after=7)
    assert judge(Kind.NOTICE, reply) == Outcome(Verdict.LATER, wait=7.0)
    assert judge(Kind.NOTICE, no(429, "Too Many Requests")).wait == 1.0


def test_it_follows_a_group_that_moved() -> None:
    reply = Reply(ok=False, code=400, description="group chat was upgraded", migrate_to=-1009)
    assert judge(Kind.NOTICE, reply) == Outcome(Verdict.MOVED, chat=-1009)


@pytest.mark.parametrize("raw", [b"", b"<html>", b"[]", b'{"result": 1}', b"null"])
def test_an_answer_that_is_not_telegrams_counts_as_a_server_error(raw: bytes) -> None:
    assert read_reply(200, raw).code == 500
    assert not read_reply(200, raw).ok


def test_it_reads_parameters() -> None:
    raw = b'{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":3}}'
    assert read_reply(429, raw).retry_after == 3
