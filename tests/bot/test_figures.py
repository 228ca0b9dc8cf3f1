"""The figures of the conversation rules, counted on whole turns: taps, typed texts, messages left in the chat.

`python -m pytest tests/bot/test_figures.py -rP | grep figure` says what was counted.
"""

import re
from collections.abc import Collection
from dataclasses import replace

import pytest
from sqlalchemy import select

from checklists.answers import Carried
from checklists.catalogue import Catalogue
from checklists.schema import Carry
from dialogs.render import Texts
from safety.enterprises import Colour
from safety.people import Role
from storage import invitations
from storage.database import Database
from storage.invitations import Place
from storage.tables.checks import answers, checks
from tests import cast as casting
from tests.cast import ALICE, Cast, Speaker
from tests.dialogs.carryform import ONE, TWO
from tests.phone import Exchange, Phone

ALL_FACTS = {
    "staff": 320,
    "has_contractors": True,
    "has_special_ops": True,
    "has_special_equipment": True,
    "has_dangerous_work": True,
    "public_gathering": True,
    "retail_service": True,
}
SAME = re.compile("✅ 都|同上次|没变")  # what a person taps whose answers have not changed
FINE = ("✅", "是", "有", "没有", "能", "都", "今天", "12", "24", "32", "1人", "2人", "5人")


@pytest.fixture
def cast(sqlite_database: Database, catalogue: Catalogue) -> Cast:
    """Everybody, owing the general form alone: its 25 questions are what is counted."""
    alone = replace(catalogue, checklists={"general": catalogue.checklists["general"]})
    return casting.seat(sqlite_database, alone, colour=Colour.GREEN, facts=ALL_FACTS)


@pytest.fixture
def exchange(cast: Cast) -> Exchange:
    return Exchange(cast.database, cast.catalogue, Texts.load(strict=True))


def told(phone: Phone, what: str) -> None:
    """Say what was counted."""
    texts, photos, left = phone.texts, phone.photos, len(phone.messages)
    print(f"figure: {what}: {phone.taps} taps, {texts} texts, {photos} photos, {left} messages left")


def fine_button(phone: Phone, form: str) -> str:
    """The button a careful officer with nothing wrong would tap."""
    question = next(
        (one for one in phone.exchange.catalogue.checklists[form].questions if one.text.zh in phone.sees),
        None,
    )
    labels = phone.screen.labels
    if question is not None and question.options:
        fine = next((option for option in question.options if option.outcome.value == "ok"), None)
        if fine is not None and any(fine.label.zh == label for label in labels):
            return fine.label.zh
    bad = {option.label.zh for option in question.options} if question is not None else set()
    labels = [label for label in labels if label not in bad]
    found = next((label for want in FINE for label in labels if want in label), None)
    assert found is not None, (phone.sees, labels)
    return found


def worst_button(phone: Phone, form: str, bad: Collection[str]) -> str | None:
    """The bad answer, when the question on the screen is one of these."""
    questions = [phone.exchange.catalogue.checklists[form].question(one) for one in bad]
    asked = next((one for one in questions if one.text.zh in phone.sees), None)
    if asked is None:
        return None
    label = next(option.label.zh for option in asked.options if option.outcome.value == "bad")
    return label if label in phone.screen.labels else None


def answer_all(phone: Phone, form: str, bad: Collection[str] = ()) -> None:
    """Answer everything well but for these, with a photo wherever one is asked for, then submit.

    What stands from before is taken over as it is offered; a hazard gets a sentence and a photo.
    """
    for _ in range(90):
        if "⚠️ <b>已记为" in phone.sees:
            phone.says("已经安排人改")
            phone.photographs()
            continue
        same = next((label for label in phone.screen.labels if SAME.match(label)), None)
        worst = worst_button(phone, form, bad)
        if worst is not None or same is not None:
            phone.taps_on(worst or same or "")
            continue
        if "📷 请发" in phone.sees:
            phone.photographs()
            continue
        if any("提交" in label for label in phone.screen.labels):
            phone.taps_on("提交")
            continue
        if "ZC-" in phone.sees:
            return
        if "»" in phone.screen.labels:
            phone.taps_on("»")
            phone.taps_on("15")
            continue
        phone.taps_on(fine_button(phone, form))
    raise AssertionError(phone.sees)


def test_25_fine_answers_take_at_most_30_taps_no_typing_and_leave_two_messages(exchange: Exchange) -> None:
    alice = Phone(exchange, ALICE.id, ALICE.name, ALICE.phone)
    alice.says("/start")
    alice.taps = alice.texts = 0
    alice.taps_on("自查")
    assert "/25" in alice.sees
    answer_all(alice, "general")
    assert "ZC-" in alice.sees
    told(alice, "25 fine")
    assert alice.texts == 0
    assert alice.taps <= 30
    assert len(alice.messages) <= 2


@pytest.fixture
def returning(exchange: Exchange) -> Phone:
    """Alice, who handed in all 25 in November and comes back in January."""
    alice = Phone(exchange, ALICE.id, ALICE.name, ALICE.phone)
    alice.says("/start")
    alice.taps_on("自查")
    answer_all(alice, "general")
    exchange.clock.pass_(days=60)
    alice.says("/start")
    alice.taps = alice.texts = alice.photos = 0
    return alice


def test_25_unchanged_answers_take_at_most_12_taps_with_two_photos_of_today(
    returning: Phone, cast: Cast
) -> None:
    returning.taps_on("自查")
    answer_all(returning, "general")
    assert "ZC-" in returning.sees
    assert "合格 25 / 25" in returning.sees
    assert (returning.texts, returning.photos) == (0, 2)
    told(returning, "25 unchanged")
    assert returning.taps <= 12
    assert len(returning.messages) <= 2
    with cast.database.reading() as connection:
        found = connection.execute(
            select(answers.c.question, answers.c.carried, checks.c.period).join(checks)
        )
        carried = {row.question: row.carried for row in found if row.period == "2027-Q1"}
    assert len(carried) == 25
    form = cast.catalogue.checklists["general"]
    for question, how in carried.items():
        assert how is None or form.question(question).carrying.carried
        assert (how is Carried.QUESTION) is (form.question(question).carry is Carry.CONFIRM)
    assert f"同上次 {list(carried.values()).count(Carried.SECTION)} 题" in returning.sees


def test_what_went_wrong_last_time_is_asked_again_and_never_taken_over(exchange: Exchange) -> None:
    alice = Phone(exchange, ALICE.id, ALICE.name, ALICE.phone)
    alice.says("/start")
    alice.taps_on("自查")
    answer_all(alice, "general", {"GEN-01", "GEN-16"})
    exchange.clock.pass_(days=60)
    alice.says("/start")
    alice.taps_on("自查")
    first = exchange.catalogue.checklists["general"].question("GEN-01")
    assert "上次查出的隐患还没有销号" in alice.sees
    assert first.text.zh not in alice.sees
    alice.taps_on("都和上次一样")
    assert first.text.zh in alice.sees
    assert "YH-2026-" in alice.sees
    assert not any(SAME.match(label) for label in alice.screen.labels)


def test_three_hazards_with_a_photo_each_take_at_most_50_taps_and_3_texts(exchange: Exchange) -> None:
    alice = Phone(exchange, ALICE.id, ALICE.name, ALICE.phone)
    alice.says("/start")
    alice.taps = alice.texts = 0
    alice.taps_on("自查")
    answer_all(alice, "general", {"GEN-01", "GEN-08", "GEN-16"})
    assert "隐患 3 处" in alice.sees
    assert "ZC-" in alice.sees
    told(alice, "25 with three hazards")
    assert alice.texts <= 3
    assert alice.taps <= 50
    assert len(alice.messages) <= 2


def test_two_forms_that_share_six_facts_ask_for_six(sqlite_database: Database, catalogue: Catalogue) -> None:
    """What the first form has learned is confirmed in the second with one tap; each fact is asked once."""
    owing = {"checklist": ONE.id, "extra_checklists": (TWO.id,)}
    sheet = catalogue.colours
    colours = [one.model_copy(update=owing if one.id == "white" else {}) for one in sheet.colours]
    both = replace(
        catalogue,
        checklists={ONE.id: ONE, TWO.id: TWO},
        colours=sheet.model_copy(update={"colours": tuple(colours)}),
    )
    casting.seat(sqlite_database, both, colour=Colour.WHITE)
    alice = Phone(Exchange(sqlite_database, both, Texts.load(strict=True)), ALICE.id, ALICE.name, ALICE.phone)
    alice.says("/start")
    first, second = asking(alice, ONE.id), asking(alice, TWO.id)
    facts = {one.text.zh for one in ONE.questions if one.states}
    assert len(facts) == 6
    assert facts <= set(first)
    assert not facts & set(second)
    assert [text for text in (*first, *second) if text in facts] == [text for text in first if text in facts]
    assert "别处报过 6 题" in alice.sees
    told(alice, f"two forms with six facts in common, {len([*first, *second])} questions asked")


def asking(phone: Phone, form: str) -> list[str]:
    """Do the most urgent self-check, all fine; the questions that were asked, each as often as it was."""
    asked: list[str] = []
    phone.taps_on("自查")
    if "本期自查" in phone.sees:
        phone.taps_on("1")
    for _ in range(30):
        on_screen = [
            one.text.zh
            for one in phone.exchange.catalogue.checklists[form].questions
            if f"<b>{one.text.zh}</b>" in phone.sees
        ]
        asked += on_screen
        if "ZC-" in phone.sees:
            phone.taps_on("主菜单") if form == ONE.id else None
            return asked
        same = next((label for label in phone.screen.labels if SAME.match(label)), None)
        submit = next((label for label in phone.screen.labels if "提交" in label), None)
        phone.taps_on(same or submit or fine_button(phone, form))
    raise AssertionError(phone.sees)


@pytest.mark.parametrize("colour", list(Colour))
def test_from_the_invitation_to_the_first_question_in_three_taps_and_three_messages(
    sqlite_database: Database, catalogue: Catalogue, colour: Colour
) -> None:
    """Whatever the colour, and however many forms it owes."""
    cast = casting.seat(sqlite_database, catalogue, colour=colour, facts=ALL_FACTS)
    exchange = Exchange(cast.database, cast.catalogue, Texts.load(strict=True))
    newcomer = Speaker(7001, "孙燕", "13800001001")
    with cast.database.writing() as connection:
        invitations.invite(connection, "fresh-code-of-many-bits", Place(Role.OFFICER, cast.east), cast.now)
    sun = Phone(exchange, newcomer.id, newcomer.name, newcomer.phone)
    sun.says("/start fresh-code-of-many-bits")
    sun.taps_on("同意")
    sun.shares_contact()
    contact = 1
    if "第1/" not in sun.sees:
        sun.taps_on("自查")
    assert "第1/" in sun.sees
    assert sun.taps + contact <= 3
    assert exchange.sent.get(newcomer.id, 0) <= 3


def test_who_returns_is_at_the_open_question_with_one_tap(exchange: Exchange) -> None:
    alice = Phone(exchange, ALICE.id, ALICE.name, ALICE.phone)
    alice.says("/start")
    alice.taps_on("自查")
    for _ in range(3):
        alice.taps_on(fine_button(alice, "general"))
    question = alice.sees.splitlines()[0]
    exchange.clock.pass_(days=3)
    alice.says("/start")
    alice.taps = 0
    alice.taps_on(alice.screen.labels[0])
    assert alice.sees.splitlines()[0] == question
    assert alice.taps == 1
