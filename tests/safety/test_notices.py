"""Which letters an event sends, to whom, and that nobody else hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from checklists.parts import Criterion
from checklists.schema import Checklist, Question, QuestionKind, Section, Severity
from checklists.words import Words
from safety.audience import Corrected, Returned, Subject
from safety.checks import CheckKey
from safety.events import (
    CheckCorrected,
    CheckReturned,
    CheckSubmitted,
    Event,
    HazardFound,
    HazardWithdrawn,
    JoinApproved,
    JoinRefused,
    JoinRequested,
    MemberJoined,
    PhotoFailed,
    SectionGivenBack,
    SectionHanded,
    SectionTaken,
)
from safety.letters import LetterKind, Notice
from safety.notices import of
from safety.people import Role

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
KEY = CheckKey("catering_gas", "2026-11")
QUESTION = Question(id="Q", kind=QuestionKind.TEXT, text=Words("问", "Q"), advice=Words("做", "Do"))
FORM = Checklist(
    id="catering_gas",
    title=Words("餐饮自查表", "Catering"),
    colours=("white",),
    cycle_days=30,
    sections=(Section(id="B", title=Words("报警", "Alarm"), questions=(QUESTION,)),),
)
OFFICER, PRINCIPAL, TOWN, DISTRICT = 1, 2, 3, 4


@dataclass
class PaperAudience:
    """Fixed answers."""

    requested: int | None = 9
    coded: Sequence[Criterion] = ()
    hands: Sequence[int] = ()
    withdrawn: int = 0
    gave_back: Sequence[int] = ()

    def supervisors(self) -> Sequence[int]:
        return [TOWN, DISTRICT]

    def principals(self) -> Sequence[int]:
        return [PRINCIPAL]

    def approvers(self, request: int) -> Sequence[int]:
        return [TOWN]

    def requester(self, request: int) -> int | None:
        return OFFICER if request == 9 else None

    def newest_request(self) -> int | None:
        return self.requested

    def subject(self) -> Subject:
        return Subject("安澜小馆", "东关镇", "王芳")

    def hazard_number(self, event: HazardFound | HazardWithdrawn) -> str:
        return "YH-2026-000001"

    def times_withdrawn(self, number: str) -> int:
        return self.withdrawn

    def returned(self, receipt: str) -> Returned:
        return Returned(FORM.title, KEY, [OFFICER, PRINCIPAL])

    def corrected(self, event: CheckCorrected) -> Corrected:
        return Corrected(FORM.title, "ZC-2026-000001-2", self.gave_back)

    def question_text(self, event: HazardFound | HazardWithdrawn | PhotoFailed) -> Words:
        return Words("装了报警器吗？", "Is there an alarm?")

    def criteria(self, event: HazardFound) -> Sequence[Criterion]:
        return self.coded

    def request_text(self, request: int) -> tuple[str, str, str, str]:
        return "王芳", "安澜小馆", "officer", "138****0000"

    def sharing(self, key: CheckKey) -> Sequence[int]:
        return self.hands

    def form(self, key: CheckKey) -> Checklist:
        return FORM

    def due(self, key: CheckKey) -> date:
        return date(2026, 11, 30)

    def principals_of_request(self, request: int) -> Sequence[int]:
        return [PRINCIPAL, OFFICER]


def letters(event: Event, audience: PaperAudience | None = None) -> list[Notice]:
    return of(event, audience or PaperAudience(), NOW)


def found(*, major: bool) -> HazardFound:
    severity = Severity.MAJOR if major else Severity.GENERAL
    return HazardFound(KEY, "CG-05", severity, date(2026, 11, 23), suspected_major=major)


def test_a_suspected_major_hazard_alerts_town_and_district_at_once() -> None:
    sent = letters(found(major=True))
    assert [(one.to, one.kind) for one in sent] == [(TOWN, LetterKind.ALERT), (DISTRICT, LetterKind.ALERT)]
    assert sent[0].args["number"] == "YH-2026-000001"
    assert sent[0].buttons[0].data == {"number": "YH-2026-000001"}
    assert len({one.key for one in sent}) == 2


def test_the_alert_carries_the_codes_that_the_question_points_at() -> None:
    coded = (Criterion(code="GM10-3-2", text=Words("无证", "No certificate")), Criterion(code="MC24-4-3"))
    args = letters(found(major=True), PaperAudience(coded=coded))[0].args
    assert args["coded"] == 2
    assert args["criteria"] == Words("GM10-3-2 无证；MC24-4-3 ", "GM10-3-2 No certificate; MC24-4-3 ")
    assert letters(found(major=True))[0].args["coded"] == 0


def test_a_general_hazard_sends_nothing() -> None:
    assert letters(found(major=False)) == []


def test_a_suspected_major_hazard_found_again_after_it_was_taken_back_alerts_again() -> None:
    first, again = letters(found(major=True)), letters(found(major=True), PaperAudience(withdrawn=1))
    assert [one.to for one in again] == [TOWN, DISTRICT]
    assert not {one.key for one in first} & {one.key for one in again}


def test_who_was_alarmed_hears_that_a_suspected_major_hazard_is_taken_back_and_why() -> None:
    sent = letters(HazardWithdrawn(KEY, "CG-05", "mistake", suspected_major=True), PaperAudience(withdrawn=1))
    assert [(one.to, one.line, one.kind) for one in sent] == [
        (TOWN, "letter-major-withdrawn", LetterKind.ALERT),
        (DISTRICT, "letter-major-withdrawn", LetterKind.ALERT),
    ]
    assert (sent[0].args["number"], sent[0].args["reason"]) == ("YH-2026-000001", "mistake")
    assert sent[0].buttons[0].data == {"number": "YH-2026-000001"}
    assert len({one.key for one in sent}) == 2


def test_what_was_never_reported_or_is_not_major_is_taken_back_in_silence() -> None:
    assert letters(HazardWithdrawn(KEY, "CG-05", suspected_major=True)) == []
    assert letters(HazardWithdrawn(KEY, "CG-05", "mistake")) == []


def test_a_return_reaches_the_people_of_the_enterprise_with_the_way_to_it() -> None:
    sent = letters(CheckReturned("ZC-2026-000001", "photo", ("CG-05", "CG-06")))
    assert [(one.to, one.line) for one in sent] == [
        (OFFICER, "letter-returned"),
        (PRINCIPAL, "letter-returned"),
    ]
    assert (sent[0].args["reason"], sent[0].args["n"]) == ("photo", 2)
    (button,) = sent[0].buttons
    assert (button.flow, button.at) == ("check", "returned")
    assert button.data == {"list": "catering_gas", "period": "2026-11"}


def test_who_gave_a_check_back_hears_that_it_is_corrected_and_nobody_else() -> None:
    event = CheckCorrected(KEY, "photo", 90, 9, 10, 1)
    assert letters(event) == []
    (sent,) = letters(event, PaperAudience(gave_back=[TOWN]))
    assert (sent.to, sent.line) == (TOWN, "letter-corrected")
    (button,) = sent.buttons
    assert (button.flow, button.data) == ("submissions", {"receipt": "ZC-2026-000001-2"})


def test_a_check_submitted_by_who_did_it_alone_sends_nothing() -> None:
    assert letters(CheckSubmitted(KEY, 100, 20, 20, 0)) == []


def test_who_worked_on_a_submitted_check_hears_it_once() -> None:
    sent = letters(CheckSubmitted(KEY, 100, 20, 20, 0), PaperAudience(hands=(PRINCIPAL, 7)))
    assert [(one.to, one.line, one.kind) for one in sent] == [
        (PRINCIPAL, "letter-submitted", LetterKind.NOTICE),
        (7, "letter-submitted", LetterKind.NOTICE),
    ]
    assert len({one.key for one in sent}) == 2
    assert sent[0].args == {"person": "王芳", "form": FORM.title, "time": NOW}
    (button,) = sent[0].buttons
    assert (button.flow, button.at) == ("check", "receipt")
    assert button.data == {"checklist": "catering_gas", "period": "2026-11"}


def test_a_section_that_is_handed_on_reaches_the_colleague() -> None:
    (sent,) = letters(SectionHanded(KEY, "B", PRINCIPAL))
    assert (sent.to, sent.line) == (PRINCIPAL, "letter-section-handed")
    assert sent.args == {
        "person": "王芳",
        "form": FORM.title,
        "section": Words("报警", "Alarm"),
        "due": date(2026, 11, 30),
    }
    (button,) = sent.buttons
    assert (button.flow, button.at, button.data["section"]) == ("check", "section", "B")


def test_a_section_handed_on_twice_is_two_letters() -> None:
    first, second = (
        of(SectionHanded(KEY, "B", PRINCIPAL), PaperAudience(), NOW + timedelta(hours=hours))
        for hours in (0, 2)
    )
    assert first[0].key != second[0].key


def test_whose_section_is_taken_over_hears_it_and_a_free_one_sends_nothing() -> None:
    (sent,) = letters(SectionTaken(KEY, "B", over=OFFICER))
    assert (sent.to, sent.line) == (OFFICER, "letter-section-taken")
    assert letters(SectionTaken(KEY, "B")) == []
    assert letters(SectionGivenBack(KEY, "B")) == []


def test_a_section_the_form_does_not_know_is_called_by_the_form() -> None:
    (sent,) = letters(SectionHanded(KEY, "Z", PRINCIPAL))
    assert sent.args["section"] == FORM.title


def test_a_join_request_goes_to_those_who_may_decide_it() -> None:
    sent = letters(JoinRequested(1, "13800000000"))
    assert [one.to for one in sent] == [TOWN]
    assert "13800000000" not in str(sent)


def test_a_join_request_that_is_gone_sends_nothing() -> None:
    assert letters(JoinRequested(1, "x"), PaperAudience(requested=None)) == []


def test_the_principal_hears_of_a_newcomer_who_does_not_hear_of_himself() -> None:
    sent = letters(MemberJoined(9, "王芳", Role.OFFICER, "安澜小馆"))
    assert [one.to for one in sent] == [PRINCIPAL]
    assert sent[0].buttons[0].at == "revoke"


def test_the_person_who_waited_hears_the_decision() -> None:
    approved, refused = letters(JoinApproved(9)), letters(JoinRefused(9))
    assert [one.line for one in (*approved, *refused)] == ["letter-join-approved", "letter-join-refused"]
    assert approved[0].key == refused[0].key == "decided:9:1"
    assert approved[0].buttons
    assert not refused[0].buttons


def test_a_decision_about_nobody_sends_nothing() -> None:
    assert letters(JoinApproved(8)) == []


def test_a_photo_that_could_not_be_kept_is_named_to_its_sender() -> None:
    sent = letters(PhotoFailed(5, OFFICER, KEY, "CG-05", "broken"))
    assert [(one.to, one.line, one.args["reason"]) for one in sent] == [
        (OFFICER, "letter-photo-failed", "broken")
    ]
    assert sent[0].buttons[0].data["question"] == "CG-05"
