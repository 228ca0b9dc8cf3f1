"""Which letters the life of a hazard sends, to whom, and that whoever acted gets none."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from checklists.words import Words
from safety.events_hazards import HazardMoved, HazardPhotoFailed
from safety.hazards import HazardAction
from safety.letters import Notice
from safety.notices import of
from safety.notices_hazards import About

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DUE = date(2026, 11, 30)
FINDER, OWNER, SECOND, TOWN, DISTRICT = 1, 2, 3, 4, 5
A = HazardAction
ABOUT = About(
    "YH-2026-000001",
    "老王饭店",
    "宋官屯街道",
    Words("漏气", "Gas"),
    DUE,
    major=False,
    owner=OWNER,
    found_by=FINDER,
    evidence_by=OWNER,
    treating=(FINDER, OWNER, SECOND),
    supervisors=(TOWN, DISTRICT),
    actor=9,
    person="某人",
)


@dataclass
class Paper:
    one: About

    def about(self, _number: str) -> About:
        return self.one


def letters(event: object, **more: object) -> list[Notice]:
    return of(event, Paper(replace(ABOUT, **more)), NOW)  # type: ignore[arg-type]  # all that is asked of it here


@pytest.mark.parametrize(
    ("action", "major", "to"),
    [
        (A.SEND_EVIDENCE, False, [SECOND]),
        (A.SEND_EVIDENCE, True, [TOWN, DISTRICT]),
        (A.FIX_ON_SPOT, False, [SECOND]),
        (A.ACCEPT, False, [OWNER, FINDER]),
        (A.RETURN, False, [OWNER]),
        (A.VISIT, True, [OWNER]),
        (A.ASK_EXTENSION, False, [TOWN, DISTRICT]),
        (A.GRANT_EXTENSION, False, [OWNER]),
        (A.REFUSE_EXTENSION, False, [OWNER]),
        (A.TRANSFER, False, [OWNER]),
        (A.PLAN, False, [OWNER]),
        (A.CONFIRM_MAJOR, True, [FINDER, OWNER, SECOND]),
        (A.NOT_MAJOR, False, [OWNER]),
        (A.GRADE_UP, False, [OWNER]),
        (A.SUSPEND, False, [OWNER]),
        (A.RESUME, False, [OWNER]),
        (A.MARK_DUPLICATE, False, [FINDER]),
        (A.REOPEN, False, [OWNER]),
        (A.REOPEN, True, [OWNER, TOWN, DISTRICT]),
        (A.START, False, []),
        (A.LIST, True, [FINDER, OWNER, SECOND]),
        (A.PROGRESS, True, []),
        (A.DELIST, True, [OWNER, FINDER]),
        (A.COST, False, []),
        (A.DIVIDE, False, []),
    ],
)
def test_who_hears_of_a_step(action: HazardAction, *, major: bool, to: list[int]) -> None:
    sent = letters(HazardMoved("YH-2026-000001", action, "缘由"), major=major)
    assert [one.to for one in sent] == to
    assert {one.line for one in sent} <= {"letter-hazard"}
    assert len({one.key for one in sent}) == len(sent)


def test_a_verdict_opens_on_the_photos_and_a_return_where_new_ones_are_sent() -> None:
    def at(action: HazardAction) -> str:
        return letters(HazardMoved("YH-2026-000001", action, "缘由"))[0].buttons[0].at

    assert at(A.SEND_EVIDENCE) == "verdict"
    assert at(A.RETURN) == "evidence"
    assert at(A.ASK_EXTENSION) == "card"


def test_without_a_second_person_the_supervisors_verify() -> None:
    sent = letters(HazardMoved("YH-2026-000001", A.SEND_EVIDENCE), treating=(FINDER, OWNER))
    assert [one.to for one in sent] == [TOWN, DISTRICT]


def test_whoever_acted_gets_no_letter() -> None:
    assert letters(HazardMoved("YH-2026-000001", A.PLAN), actor=OWNER) == []


def test_a_photo_that_failed_is_told_to_its_sender() -> None:
    (sent,) = letters(HazardPhotoFailed(7, FINDER, "YH-2026-000001", "broken"))
    assert (sent.to, sent.line, sent.args["reason"]) == (FINDER, "letter-hazard-photo-failed", "broken")
