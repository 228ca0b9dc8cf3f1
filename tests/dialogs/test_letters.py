"""The words of every letter, with the arguments that safety/notices.py gives them, in both languages."""

from datetime import UTC, date, datetime

import pytest

from checklists.words import Language, Words
from dialogs.talk import Line
from safety.enterprises import Colour
from safety.hazards import HazardAction
from safety.people import Role
from safety.pledges import RECALLS
from tests.dialogs.talking import TEXTS

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
PLACE = {"place": "<老王>饭店", "role": "officer"}
ROLES = [role.value for role in Role]
WHY = ["mistake", "missed", "again", "photo", "doubt", "missing", "<老王>说错了"]
REASONS = ["too-big", "not-an-image", "unsupported", "too-many-pixels", "broken", "gone", "unheard-of"]
REPORTED = {
    "enterprise": "<老王>饭店",
    "town": "宋官屯街道",
    "number": "YH-2026-000001",
    "person": "李梅",
    "time": NOW,
    "due": date(2026, 11, 30),
}
HAZARD = {
    "number": "YH-2026-000001",
    "enterprise": "<老王>饭店",
    "town": "宋官屯街道",
    "what": Words("装了吗？", "Installed?"),
    "person": "李梅",
    "day": date(2026, 11, 30),
    "listing": "GP-2026-000001",
}
STEPS = [one.value for one in HazardAction] + ["divided", "unheard-of"]
LETTERS = [
    *(
        Line("letter-hazard", {**HAZARD, "action": step, "reason": why, "receipt": receipt})
        for step in STEPS
        for why, receipt in (("parts", "none"), ("<老王>", "XH-2026-000001"))
    ),
    *(
        Line(line, {**HAZARD, "due": date(2026, 11, 30), "days": days, "late": late, "missed": missed})
        for line in ("letter-listing-asked", "letter-listing-silent")
        for days, late in ((0, "no"), (5, "no"), (5, "yes"))
        for missed in (0, 2)
    ),
    *(
        Line(
            "letter-hazard-photo-failed",
            {"number": "YH-2026-000001", "what": Words("装了吗？", "Installed?"), "reason": reason},
        )
        for reason in REASONS
    ),
    Line("letter-still-fixed", HAZARD),
    *(
        Line(line, {**PLACE, "role": role, "person": "李<梅>", "officer": "小李", "owner": "赵强", "by": by, "hazards": n, "hours": 72})
        for line in (
            "letter-handover",
            "letter-handover-for",
            "letter-handover-declined",
            "letter-handover-withdrawn",
            "letter-handover-gone",
            "letter-handover-done",
            "letter-handover-link",
        )
        for role in ("principal", "officer")
        for by, n in (("own", 0), ("other", 3))
    ),
    *(
        Line(
            line,
            {
                "number": "SG-2026-000001",
                "enterprise": "<老王>饭店",
                "town": "宋官屯街道",
                "kind": Words("触电", "Electric shock"),
                "person": "李梅",
                "words": words,
                "place": place,
                "going": going,
                "time": NOW,
                "n": 2,
                "status": status,
                **dict.fromkeys(("nobody", "hurt", "trapped", "missing", "unknown"), harm),
            },
        )
        for line in ("letter-incident", "letter-near-miss", "letter-incident-added", "letter-incident-answered")
        for words, place, going, harm, status in (
            ("<着火>了", "后厨", "yes", "yes", "coming"),
            ("none", "none", "none", "no", "call"),
            ("来电", "none", "no", "no", "over"),
        )
    ),
    *(
        Line("letter-attachment-failed", {"what": what, "reason": reason})
        for what in ("warning", "incident", "unheard-of")
        for reason in REASONS
    ),
    *(
        Line("letter-exam-over", {"title": Words("<小考>", "Exam"), "points": "62.5", "passed": passed})
        for passed in ("yes", "no")
    ),
    *(Line("letter-exam-refresh", {"n": n, "minutes": 1}) for n in (1, 5)),
    Line("open-exam-result"),
    Line("open-exam-book"),
    Line(
        "letter-major-found",
        {
            "enterprise": "老王饭店",
            "town": "宋官屯街道",
            "question": Words("装了吗？", "Installed?"),
            "coded": 1,
            "criteria": Words("GM10-3-2 特种作业人员未取证上岗", "GM10-3-2 No certificate"),
            "number": "YH-2026-000001",
            "officer": "李梅",
            "time": NOW,
        },
    ),
    *(Line("letter-join-request", {**PLACE, "role": role, "person": "小周", "phone": "139****0001"}) for role in ROLES),
    *(Line("letter-member-joined", {**PLACE, "role": role, "person": "小周"}) for role in ROLES),
    *(Line("letter-join-approved", {**PLACE, "role": role}) for role in ROLES),
    *(Line("letter-join-refused", {**PLACE, "role": role}) for role in ROLES),
    *(Line("letter-photo-failed", {"question": Words("装了吗？", "Installed?"), "reason": reason}) for reason in REASONS),
    *(
        Line(name, {**REPORTED, "what": what, "place": place})
        for name in ("letter-hazard-reported", "letter-major-reported")
        for what, place in (("电线<裸露>", "后厨"), (Words("用电", "Electricity"), "none"))
    ),
    *(
        Line("letter-hazard-joined", {"number": "YH-2026-000001", "words": words, "n": n, "person": "小李", "time": NOW})
        for words, n in (("<又>坏了", 2), ("none", 1))
    ),
    Line(
        "letter-section-handed",
        {
            "person": "<老王>",
            "form": Words("自查表", "Self-check"),
            "section": Words("气源", "Gas"),
            "due": date(2026, 11, 30),
        },
    ),
    *(
        Line(
            "letter-major-withdrawn",
            {
                "enterprise": "<老王>饭店",
                "town": "宋官屯街道",
                "question": Words("装了吗？", "Installed?"),
                "number": "YH-2026-000001",
                "officer": "李梅",
                "reason": why,
                "time": NOW,
            },
        )
        for why in WHY
    ),
    *(
        Line(
            "letter-returned",
            {
                "form": Words("自查表", "Self-check"),
                "receipt": "ZC-2026-000001",
                "reason": why,
                "n": 2,
                "person": "<老王>",
            },
        )
        for why in WHY
    ),
    Line(
        "letter-corrected",
        {
            "enterprise": "<老王>饭店",
            "form": Words("自查表", "Self-check"),
            "receipt": "ZC-2026-000001-2",
            "person": "李梅",
            "time": NOW,
        },
    ),
    Line("letter-section-taken", {"person": "<老王>", "form": Words("自查表", "Self-check"), "section": Words("气源", "Gas")}),
    Line("letter-submitted", {"person": "<老王>", "form": Words("自查表", "Self-check"), "time": NOW}),
    Line("letter-check-due", {"form": Words("自查表", "Self-check"), "due": date(2026, 11, 30), "minutes": 7}),
    Line("letter-digest-fine", {"name": "宋官屯街道", "day": date(2026, 11, 23)}),
    *(Line(button) for button in ("open-hazard", "open-approvals", "open-check", "open-digest", "revoke-seat", "open-section", "open-receipt", "open-returned", "open-submission")),
    *(Line(said) for said in ("after-outage", "turn-set-aside", "screen-closed", "group-private-only", "toast-not-yours")),
    *(
        Line(
            "letter-colour-changed",
            {"enterprise": "<老王>饭店", "colour": colour.value, "reason": "<b>改了</b>"},
        )
        for colour in Colour
    ),
    *(
        Line(
            "letter-pledge-recalled",
            {"enterprise": "<老王>饭店", "number": "CN-2026-000001", "why": why.value},
        )
        for why in RECALLS
    ),
    Line("letter-signing-asked", {"enterprise": "<老王>饭店"}),
    Line("letter-pledge-text", {"enterprise": "<老王>饭店", "number": "CN-2026-000001"}),
    Line(
        "letter-commitment-broken",
        {"enterprise": "<老王>饭店", "number": "CN-2026-000001", "reason": "<b>出口上锁"},
    ),
]  # fmt: skip
MAJOR = next(line for line in LETTERS if line.id == "letter-major-found")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("line", LETTERS, ids=lambda line: line.id)
def test_it_has_words_and_escapes_names(line: Line, language: Language) -> None:
    said = TEXTS.say(line, language)
    assert said.strip()
    assert "<老王>" not in said
    assert "{" not in said


def test_a_role_reads_the_same_in_letters_and_on_screens() -> None:
    for language in Language:
        for role in ROLES:
            name = TEXTS.plain(Line("role", {"role": role}), language)
            assert name in TEXTS.plain(Line("letter-join-approved", {"place": "x", "role": role}), language)


def test_the_alert_says_the_criteria_on_a_line_of_their_own_where_there_are_any() -> None:
    alert = MAJOR
    assert "装了吗？\n对照条目：GM10-3-2 特种作业人员未取证上岗\n编号" in TEXTS.plain(alert, Language.ZH)
    assert "Installed?\nCriteria: GM10-3-2 No certificate\nNumber" in TEXTS.plain(alert, Language.EN)
    without = Line(alert.id, {**alert.args, "coded": 0, "criteria": Words("", "")})
    assert "装了吗？\n编号" in TEXTS.plain(without, Language.ZH)
    assert "Installed?\nNumber" in TEXTS.plain(without, Language.EN)


def test_a_usual_reason_is_said_in_words_and_another_as_it_was_typed() -> None:
    told = {line.args["reason"]: line for line in LETTERS if line.id == "letter-returned"}
    assert "照片看不清" in TEXTS.plain(told["photo"], Language.ZH)
    assert "photo" in TEXTS.plain(told["photo"], Language.EN)
    assert "说错了" in TEXTS.plain(told["<老王>说错了"], Language.EN)


def test_the_alert_names_place_item_number_and_time() -> None:
    said = TEXTS.plain(MAJOR, Language.ZH)
    for part in ("老王饭店", "宋官屯街道", "装了吗？", "YH-2026-000001", "李梅", "11月23日 周一 09:00"):
        assert part in said
