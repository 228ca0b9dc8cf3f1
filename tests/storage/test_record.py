"""The record of events: everything that happened, in order, once, for ever, and without phone numbers."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import Connection, Row, select
from sqlalchemy.exc import IntegrityError

from checklists.schema import Severity
from checklists.words import Language
from safety import events as happened
from safety.errors import Refusal
from safety.events import (
    AnswerSaved,
    CheckSubmitted,
    Event,
    FactStated,
    HazardFound,
    InvitationRedeemed,
    JoinRequested,
    LanguageChosen,
    MemberJoined,
    Said,
)
from safety.people import Role
from storage.invitations import Place
from storage.record import WRITERS, body_of
from storage.tables.events import events
from tests.cast import ALICE, NOBODY, TANG, Cast, Speaker


def rows(connection: Connection, after: int = 0) -> list[Row[tuple[object, ...]]]:
    return list(connection.execute(select(events).where(events.c.id > after).order_by(events.c.id)).all())


def last(connection: Connection) -> int:
    return int(connection.execute(select(events.c.id).order_by(events.c.id.desc()).limit(1)).scalar_one())


def kinds() -> Iterator[type[Event]]:
    """Every event of the rules, in whatever module beside events.py it stands."""
    for path in sorted(Path(happened.__file__).parent.glob("events*.py")):
        for value in vars(import_module(f"safety.{path.stem}")).values():
            own = isinstance(value, type) and issubclass(value, Event) and value is not Event
            if own and value.__module__ == f"safety.{path.stem}":
                yield value


def test_every_kind_of_event_can_be_written_down() -> None:
    assert set(WRITERS) == set(kinds())


def test_names_of_kinds_are_given_once_and_fit() -> None:
    names = [kind.kind for kind in kinds()]
    assert len(names) == len(set(names))
    assert max(map(len, names)) <= 40


def test_an_event_is_kept_with_who_when_where_and_what(cast: Cast) -> None:
    key, shown = cast.key("kitchen"), datetime(2026, 11, 23, 0, 59, 59, 123456, tzinfo=UTC)
    with cast.database.writing() as connection:
        before = last(connection)
        cast.does(
            connection,
            ALICE,
            cast.begun("kitchen"),
            AnswerSaved(key, "exit", "no", "bad", shown),
            key="1:811",
        )
        actor = cast.actor(connection, ALICE)
        begun, saved = rows(connection, before)
    assert (saved.kind, saved.subject, saved.at) == ("check:answer:saved", "kitchen/2026-11/exit", cast.now)
    assert (saved.person, saved.role, saved.enterprise, saved.area) == (
        actor.person,
        Role.OFFICER,
        cast.east,
        None,
    )
    assert saved.body == {
        "key": {"checklist": "kitchen", "period": "2026-11"},
        "question": "exit",
        "value": "no",
        "outcome": "bad",
        "shown_at": "2026-11-23T00:59:59.123456+00:00",
        "carried": None,
        "since": None,
        "over": None,
    }
    assert [(row.update_key, row.ordinal) for row in (begun, saved)] == [("1:811", 0), ("1:811", 1)]
    assert begun.body["due"] == "2026-11-30"


def test_numbers_that_storage_gives_are_in_the_record(cast: Cast) -> None:
    key = cast.key("kitchen")
    hazard = HazardFound(key, "gas", Severity.MAJOR, date(2026, 11, 24), suspected_major=True)
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"), hazard, CheckSubmitted(key, 0, 0, 1, 1))
        draft = cast.ledger(connection, ALICE).draft(key)
        found, submitted = rows(connection)[-2:]
    assert draft is not None
    assert (found.subject, found.body["severity"]) == ("YH-2026-000001", "major")
    assert submitted.body["receipt"] == draft.receipt
    assert submitted.body["fingerprint"] == draft.fingerprint


def test_what_a_supervisor_does_is_placed_where_it_happened(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "a-code")
        cast.does(connection, NOBODY, JoinRequested(number, NOBODY.phone))
        (request,) = cast.ledger(connection, TANG).waiting_joins()
        cast.does(connection, TANG, happened.JoinApproved(request.number))
        asked, approved, joined = rows(connection)[-3:]
    assert [row.enterprise for row in (asked, approved)] == [cast.east, cast.east]
    assert (approved.role, approved.area) == (Role.TOWN, cast.east_town)
    assert joined.kind == MemberJoined.kind


def test_the_record_keeps_no_phone_and_no_name(cast: Cast) -> None:
    """It can never be changed, so nothing may be in it that a person can have deleted."""
    speaker = Speaker(9002, "孙悦", "13912345678", "sunyue")
    with cast.database.writing() as connection:
        cast.list_phone(connection, cast.east, speaker)
        first, second = (
            cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), f"code-{number}")
            for number in (1, 2)
        )
        cast.does(connection, speaker, happened.ConsentGiven("1"), InvitationRedeemed(first, speaker.phone))
        cast.does(connection, speaker, JoinRequested(second, "+8613912345678"))
        cast.does(
            connection, TANG, happened.JoinApproved(cast.ledger(connection, TANG).waiting_joins()[0].number)
        )
        everything = repr([row._mapping for row in rows(connection)])
    assert "139****5678" in everything
    for secret in (speaker.phone, speaker.name, "sunyue"):
        assert secret not in everything


def test_an_update_is_recorded_once_even_when_everything_else_fails_to_notice(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, Said("sticker", "😀"), key="1:7")
        before = last(connection)
        savepoint = connection.begin_nested()
        with pytest.raises(IntegrityError):
            cast.does(connection, ALICE, Said("sticker", "😀"), key="1:7")
        savepoint.rollback()
        cast.does(connection, ALICE, Said("sticker", "😀"), key="1:8")
        cast.does(connection, ALICE, Said("sticker", "😀"))
        cast.does(connection, ALICE, Said("sticker", "😀"))
        assert [row.update_key for row in rows(connection, before)] == ["1:8", None, None]


def test_a_turn_that_is_refused_leaves_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        before = last(connection)
        savepoint = connection.begin_nested()
        with pytest.raises(Refusal):
            cast.does(
                connection,
                ALICE,
                LanguageChosen(Language.EN),
                FactStated("gas_lpg", value=True, source="s"),
                AnswerSaved(cast.key("kitchen"), "exit", "yes", "ok"),
            )
        savepoint.rollback()
        assert rows(connection, before) == []
        assert cast.actor(connection, ALICE).language is Language.ZH
        assert cast.ledger(connection, ALICE).facts() == {"uses_lpg": False}


def test_nothing_happened_leaves_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        before = last(connection)
        assert cast.does(connection, ALICE) == []
        assert rows(connection, before) == []


def test_derived_events_come_right_after_what_they_follow_from(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "a-code")
        cast.list_phone(connection, cast.east, NOBODY)
        told = cast.does(connection, NOBODY, InvitationRedeemed(number, NOBODY.phone), Said("x", "y"))
        kept = [row.kind for row in rows(connection)[-3:]]
    assert (
        [event.kind for event in told]
        == kept
        == ["join:invitation:redeemed", "join:member:joined", "person:said"]
    )


def test_the_body_of_each_kind_is_plain_json() -> None:
    event = HazardFound(
        happened.CheckKey("a", "b"), "q", Severity.GENERAL, date(2026, 1, 2), suspected_major=False
    )
    assert body_of(event) == {
        "key": {"checklist": "a", "period": "b"},
        "question": "q",
        "severity": "general",
        "due": "2026-01-02",
        "suspected_major": False,
        "recurs": "",
    }
