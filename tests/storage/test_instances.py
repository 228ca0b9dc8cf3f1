"""What people call the instances of repeated sections, beside their hazards; photos and files counted apart. On both databases."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection

from checklists.catalogue import Catalogue
from checklists.repeats import Repeat
from checklists.schema import Checklist, QuestionKind, Section, Severity
from safety.checks import Draft
from safety.events import AnswerSaved, CheckSubmitted, FileReceived, HazardFound, PhotoReceived
from storage.audience import AudienceOf
from tests.cast import ALICE, TANG, WEI, Cast
from tests.storage.conftest import BOTTLES, KITCHEN, other, words, yesno

DUE = date(2026, 11, 30)
EACH = Section(
    id="B",
    title=words("每台"),
    questions=(other("called", QuestionKind.TEXT), yesno("gauge")),
    repeat=Repeat(answer="count", maximum=3, title=words("锅炉"), name="called"),
)
FIRST = Section(
    id="A",
    title=words("总数"),
    questions=(other("count", QuestionKind.NUMBER), yesno("door"), other("report", QuestionKind.FILE)),
)
BOILERS = Checklist(
    id="flood", title=words("锅炉"), colours=("white",), cycle_days=90, sections=(FIRST, EACH)
)


@pytest.fixture(scope="session")
def catalogue(catalogue: Catalogue) -> Catalogue:
    """The small content with boilers in the place of floods."""
    return replace(catalogue, checklists={form.id: form for form in (KITCHEN, BOTTLES, BOILERS)})


def begun(connection: Connection, cast: Cast, *answers: tuple[str, object]) -> None:
    said = [AnswerSaved(cast.key("flood"), name, value, "ok") for name, value in answers]  # type: ignore[arg-type]  # JSON
    cast.does(connection, ALICE, cast.begun("flood"), *said)


def found(connection: Connection, cast: Cast, *questions: str) -> None:
    key = cast.key("flood")
    hazards = [HazardFound(key, one, Severity.GENERAL, DUE, suspected_major=False) for one in questions]
    cast.does(connection, ALICE, *hazards)


def test_a_hazard_of_a_named_instance_carries_its_name_and_others_none(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begun(connection, cast, ("count", "3"), ("called@1", "东锅炉房"), ("called@3", {"na": "没有名字"}))
        found(connection, cast, "gauge@1", "gauge@2", "gauge@3", "door")
        cast.does(connection, ALICE, CheckSubmitted(cast.key("flood"), 50, 0, 4, 4))
        names = {
            speaker: {one.question: one.instance for one in cast.ledger(connection, speaker).hazards()}
            for speaker in (ALICE, TANG, WEI)
        }
        one = next(it for it in cast.ledger(connection, ALICE).hazards() if it.question == "gauge@1")
        card = cast.ledger(connection, TANG).hazard(one.number)
    own = {"gauge@1": "东锅炉房", "gauge@2": "", "gauge@3": "", "door": ""}
    assert names == {ALICE: own, TANG: own, WEI: {}}
    assert card is not None
    assert card.instance == "东锅炉房"
    assert BOILERS.told("gauge@1", card.instance).zh == "锅炉 1（东锅炉房） · gauge?"
    assert BOILERS.told("gauge@2").en == "锅炉 2 · gauge?"


def test_a_name_cannot_bring_a_link_or_a_mention_into_a_title() -> None:
    told = BOILERS.told("gauge@1", "@boss t.me/x\n" + "很" * 90)
    assert "@boss" not in told.zh
    assert "t.me" not in told.zh
    assert "\n" not in told.zh
    assert len(told.zh) < 60


def test_the_alert_names_the_instance_too(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begun(connection, cast, ("count", "2"), ("called@2", "西锅炉房"))
        found(connection, cast, "gauge@2")
        event = HazardFound(cast.key("flood"), "gauge@2", Severity.GENERAL, DUE, suspected_major=False)
        heard = AudienceOf(connection, cast.actor(connection, ALICE), cast.catalogue, cast.now)
        assert heard.question_text(event).zh == "锅炉 2（西锅炉房） · gauge?"


def test_photos_and_files_are_counted_apart(cast: Cast) -> None:
    key = cast.key("flood")
    with cast.database.writing() as connection:
        begun(connection, cast, ("count", "1"))
        photo = PhotoReceived(key, "door", "f1", "u1", 9)
        files = [FileReceived(key, "report", f"f{n}", f"u{n}", 9, "报告.pdf") for n in (2, 3)]
        scanned = PhotoReceived(key, "report", "f4", "u4", 9)
        cast.does(connection, ALICE, photo, *files, scanned)
        draft = cast.ledger(connection, ALICE).draft(key)
    assert isinstance(draft, Draft)
    assert (draft.photos_pending, draft.photos_safe, draft.photos_failed) == (1, 0, 0)
    assert (draft.files_pending, draft.files_safe, draft.files_failed) == (3, 0, 0)
