"""Letters: posted once, claimed once, best first, and what a crash leaves behind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from storage import outbox
from storage.database import Database
from storage.outbox import Kind, Letter, Mark
from storage.tables import post

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
LETTER = Letter(5, Kind.NOTICE, "sendMessage", '{"text":"x"}', person=5)


def letter(kind: Kind, key: str | None = None, chat: int = 5) -> Letter:
    return replace(LETTER, kind=kind, key=key, chat=chat)


def test_a_key_is_posted_once(database: Database) -> None:
    with database.writing() as connection:
        assert outbox.post(connection, letter(Kind.NOTICE, "k"), NOW) is not None
        assert outbox.post(connection, letter(Kind.NOTICE, "k"), NOW) is None
        assert len(outbox.claim(connection, "me", NOW, 10)) == 1


def test_the_best_leaves_first(database: Database) -> None:
    with database.writing() as connection:
        for kind in (Kind.NOTICE, Kind.ALERT, Kind.PROMPT):
            outbox.post(connection, letter(kind), NOW)
        assert [one.kind for one in outbox.claim(connection, "me", NOW, 10)] == [
            Kind.PROMPT,
            Kind.ALERT,
            Kind.NOTICE,
        ]


def test_nothing_leaves_before_its_time(database: Database) -> None:
    with database.writing() as connection:
        outbox.post(connection, replace(LETTER, not_before=NOW + timedelta(hours=1)), NOW)
        assert outbox.claim(connection, "me", NOW, 10) == []
        assert outbox.next_waiting(connection) == NOW + timedelta(hours=1)
        assert len(outbox.claim(connection, "me", NOW + timedelta(hours=1), 10)) == 1


def test_a_letter_that_nobody_needs_any_more_does_not_leave(database: Database) -> None:
    with database.writing() as connection:
        outbox.post(connection, replace(LETTER, expires_at=NOW + timedelta(hours=1)), NOW)
        assert outbox.claim(connection, "me", NOW + timedelta(hours=2), 10) == []
        assert outbox.next_waiting(connection) is None


def test_an_edit_knows_the_message_of_its_screen(database: Database) -> None:
    with database.writing() as connection:
        screen = outbox.post(connection, letter(Kind.PROMPT), NOW, "me")
        assert screen is not None
        outbox.mark(connection, [Mark(screen, "sent", message=77, at=NOW)])
        outbox.post(connection, replace(LETTER, kind=Kind.EDIT, target=screen), NOW)
        (edit,) = outbox.claim(connection, "me", NOW, 10)
        assert (edit.target, edit.target_message) == (screen, 77)


def test_a_screen_that_was_sent_anew_has_a_new_message(database: Database) -> None:
    with database.writing() as connection:
        screen = outbox.post(connection, letter(Kind.PROMPT), NOW, "me") or 0
        edit = outbox.post(connection, replace(LETTER, kind=Kind.EDIT, target=screen), NOW, "me") or 0
        outbox.mark(connection, [Mark(screen, "sent", message=77, at=NOW)])
        outbox.mark(connection, [Mark(edit, "sent", message=88, target=screen, at=NOW)])
        assert outbox.message_of(connection, screen) == 88


def test_a_postponed_letter_waits_again(database: Database) -> None:
    with database.writing() as connection:
        number = outbox.post(connection, LETTER, NOW, "me") or 0
        outbox.mark(connection, [Mark(number, "waiting", again_at=NOW + timedelta(minutes=1), doubt=True)])
        assert outbox.claim(connection, "me", NOW, 10) == []
        (again,) = outbox.claim(connection, "me", NOW + timedelta(minutes=1), 10)
        assert (again.doubts, again.attempts) == (1, 1)


def test_a_dead_process_s_letters_go_again_and_no_notice_a_third_time(database: Database) -> None:
    with database.writing() as connection:
        notice = outbox.post(connection, letter(Kind.NOTICE), NOW, "dead") or 0
        prompt = outbox.post(connection, letter(Kind.PROMPT, chat=6), NOW, "dead") or 0
        for expected in ({notice, prompt}, {prompt}, {prompt}):
            outbox.take_over(connection, ["dead"], NOW)
            claimed = outbox.claim(connection, "dead", NOW, 10)
            assert {one.id for one in claimed} == expected


def test_a_living_process_keeps_its_letters(database: Database) -> None:
    with database.writing() as connection:
        outbox.post(connection, LETTER, NOW, "alive")
        assert outbox.take_over(connection, ["dead"], NOW) == 0
        assert outbox.take_over(connection, [], NOW) == 0


def test_a_screen_is_taken_back_only_while_it_waits(database: Database) -> None:
    with database.writing() as connection:
        waiting = outbox.post(connection, replace(LETTER, kind=Kind.PROMPT, not_before=NOW), NOW) or 0
        leaving = outbox.post(connection, letter(Kind.PROMPT, chat=6), NOW, "me") or 0
        assert outbox.withdraw(connection, waiting)
        assert not outbox.withdraw(connection, waiting)
        assert not outbox.withdraw(connection, leaving)
        assert outbox.claim(connection, "me", NOW, 10) == []


def test_after_a_crash_an_older_screen_does_not_come_back_over_a_newer_one(database: Database) -> None:
    with database.writing() as connection:
        screen = outbox.post(connection, letter(Kind.PROMPT), NOW, "dead") or 0
        old = outbox.post(connection, replace(letter(Kind.EDIT), target=screen), NOW, "dead")
        new = outbox.post(connection, replace(letter(Kind.EDIT), target=screen), NOW, "dead")
        other = outbox.post(connection, replace(letter(Kind.EDIT), target=screen + 100), NOW, "dead")
        outbox.take_over(connection, ["dead"], NOW)
        assert [one.id for one in outbox.claim(connection, "me", NOW, 10)] == [screen, new, other]
        state = select(post.outbox.c.state).where(post.outbox.c.id == old)
        assert connection.execute(state).scalar() == "merged"


def test_a_button_finds_its_letter_by_token_only(database: Database) -> None:
    with database.writing() as connection:
        token = outbox.token()
        outbox.post(connection, replace(LETTER, token=token, opens=[{"flow": "menu"}]), NOW)
        found = outbox.opened(connection, token, NOW)
        assert found is not None
        assert (found.person, found.opens) == (5, [{"flow": "menu"}])
        assert outbox.opened(connection, "guess", NOW) is None


def test_two_processes_never_claim_the_same_letter(postgresql_database: Database) -> None:
    with postgresql_database.writing() as connection:
        for _ in range(4):
            outbox.post(connection, LETTER, NOW)
    with postgresql_database.writing() as first, postgresql_database.writing() as second:
        mine = {one.id for one in outbox.claim(first, "a", NOW, 2)}
        yours = {one.id for one in outbox.claim(second, "b", NOW, 10)}
    assert len(mine) == len(yours) == 2
    assert not mine & yours


def test_it_knows_who_holds_letters(database: Database) -> None:
    with database.writing() as connection:
        outbox.post(connection, letter(Kind.NOTICE), NOW, "a")
        outbox.post(connection, letter(Kind.NOTICE), NOW, "b")
        outbox.post(connection, letter(Kind.NOTICE), NOW)
        assert outbox.holders(connection) == {"a", "b"}
