"""The content that is shipped: complete, in both languages, short enough for a phone, and able to be walked through."""

from datetime import date
from decimal import Decimal

import pytest

from checklists.answers import Answer, Facts, Value
from checklists.catalogue import Catalogue
from checklists.criteria import Status
from checklists.editors import SCHEMAS, schema_text
from checklists.findings import review, score
from checklists.load import CONTENT, load_catalogue
from checklists.period import period_of
from checklists.reading import read
from checklists.schema import Checklist, Outcome, PhotoAsk, Question, QuestionKind
from checklists.walk import check, judge, next_open, outline
from checklists.words import Language

TODAY = date(2026, 11, 23)
CATALOGUE = load_catalogue()
FORMS = list(CATALOGUE.checklists.values())
QUESTIONS = [(form, question) for form in FORMS for question in form.questions]
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
every_question = pytest.mark.parametrize(
    ("form", "question"), QUESTIONS, ids=[question.id for _, question in QUESTIONS]
)


def test_the_checklists_are_whole() -> None:
    assert {form.id: len(form.questions) for form in FORMS} == {
        "general": 25,
        "industrial_trade": 30,
        "hazchem": 30,
        "catering_gas": 20,
        "nine_small": 20,
        "construction": 25,
        "flood": 12,
        "fire_emergency": 15,
        "resumption": 15,
    }
    assert len(QUESTIONS) == 192


PUBLISHED = {"GM10": 64, "AQ3067": 53, "HC17": 20, "GS23": 22, "MC24": 53, "FW17": 20, "FR17": 10}


def test_the_published_criteria_are_whole() -> None:
    assert {one.id: len(one.items) for one in CATALOGUE.criteria.standards} == PUBLISHED
    assert len({item.code for item in CATALOGUE.criteria.items}) == sum(PUBLISHED.values()) == 242
    for item in CATALOGUE.criteria.items:
        assert item.clause is not None
        assert any("\u4e00" <= sign <= "\u9fff" for sign in item.text.zh)
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in item.text.en)


@every_question
def test_an_official_major_hazard_names_its_code(form: Checklist, question: Question) -> None:
    major = question.major
    if major is None or not major.official:
        return
    assert major.criteria, f"{form.id} {question.id}"
    for one in major.criteria:
        assert one == CATALOGUE.criteria.by_code[one.code]
        assert CATALOGUE.criteria.standard_of[one.code].status is Status.IN_FORCE


def test_question_ids_are_unique_over_all_forms() -> None:
    ids = [question.id for _, question in QUESTIONS]
    assert len(set(ids)) == len(ids)


@every_form
def test_one_to_three_questions_are_critical_and_few_photos_are_required(form: Checklist) -> None:
    assert 1 <= sum(question.critical for question in form.questions) <= 3
    assert 1 <= sum(question.photo.required for question in form.questions) <= 3
    assert all(question.critical for question in form.questions if question.photo.required)


@every_question
def test_a_question_fits_a_phone(form: Checklist, question: Question) -> None:
    assert len(question.text.zh) <= 60
    assert len(form.section_of(question.id).title.zh) <= 12
    for option in question.options:
        assert len(option.label.zh) <= 8
    assert "是否" not in question.text.zh, "spoken Chinese asks …吗"


@every_question
def test_the_languages_are_not_mixed_up(form: Checklist, question: Question) -> None:
    pairs = [question.text, question.advice, *(option.label for option in question.options)]
    pairs += [words for words in (question.note, question.unit, form.title) if words]
    for words in pairs:
        assert words.zh == "%" or any("\u4e00" <= sign <= "\u9fff" for sign in words.zh), words
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in words.en), words


@every_question
def test_a_question_names_its_law(form: Checklist, question: Question) -> None:
    assert form.questions
    assert question.basis
    for clause in question.basis:
        assert clause.text.zh.startswith(clause.law.zh)


@every_question
def test_the_first_option_is_the_good_one_and_every_preset_can_be_answered(
    form: Checklist, question: Question
) -> None:
    assert form.questions
    if question.kind in {QuestionKind.YESNO, QuestionKind.SINGLE, QuestionKind.MULTI}:
        assert question.options[0].outcome is Outcome.OK
    for preset in question.presets:
        assert check(question, preset, TODAY) is None


@every_question
def test_what_a_button_says_can_be_typed(form: Checklist, question: Question) -> None:
    assert form.questions
    for option in question.options:
        expected: Value = (option.value,) if question.kind is QuestionKind.MULTI else option.value
        for language in Language:
            assert read(question, option.label.to(language), TODAY) == expected


def test_suspected_majors_of_ours_stop_work_at_once() -> None:
    """What a published list calls major may need days of work; its alert leaves at once all the same."""
    for _, question in QUESTIONS:
        if question.major is not None and not question.major.official:
            assert question.rectify_days == 0, question.id


FACTS: dict[str, Facts] = {
    "nothing known": {},
    "a small restaurant on bottled gas": {"catering": True, "gas_lpg": True, "staff": 6},
    "a machine shop": {
        "industrial_trade": True,
        "staff": 120,
        "has_special_ops": True,
        "has_contractors": True,
    },
    "everything": dict.fromkeys(CATALOGUE.facts.ids - CATALOGUE.facts.number_ids, True) | {"staff": 2000},
}


def best(question: Question, facts: Facts) -> Value:
    """An answer that is in order."""
    candidates: list[Value] = [option.value for option in question.options] + list(question.presets)
    candidates += [TODAY, TODAY.replace(year=2027), "好", Decimal(facts.get("staff", 0))]
    if question.kind is QuestionKind.MULTI:
        candidates = [(option.value,) for option in question.options]
    fits = [value for value in candidates if check(question, value, TODAY) is None]
    return next(value for value in fits if judge(question, value, facts, TODAY).outcome is not Outcome.BAD)


@every_form
@pytest.mark.parametrize("facts", FACTS.values(), ids=FACTS)
def test_a_good_enterprise_reaches_a_hundred(form: Checklist, facts: Facts) -> None:
    known = CATALOGUE.facts.derive(facts)
    answers: dict[str, Answer] = {}
    while (question := next_open(form, answers, known)) is not None:
        answers = {**answers, question.id: Answer(value=best(question, known), photos=1)}
    assert score(form, answers, known, TODAY).points == 100
    assert review(form, answers, known, TODAY).blocking == ()


@pytest.mark.parametrize(
    ("fuel", "hidden"),
    [
        ("pipe", {"CG-13", "CG-15", "CG-16", "CG-17"}),
        ("lpg", set()),
        ("electric", {f"CG-{place:02}" for place in (*range(2, 18), 20)}),
        ("other", {"CG-13", "CG-15", "CG-16", "CG-17"}),
    ],
)
def test_a_kitchen_is_asked_about_the_fuel_it_says_it_uses(fuel: str, hidden: set[str]) -> None:
    form = CATALOGUE.checklists["catering_gas"]
    answers = {"CG-01": Answer(value=fuel), "CG-05": Answer(value="ok")}
    asked = {question.id for question in outline(form, answers, {"gas_lpg": True, "all_electric": False})}
    assert {question.id for question in form.questions} - asked == hidden


def test_a_kitchen_without_an_alarm_is_not_asked_how_the_alarm_is() -> None:
    form = CATALOGUE.checklists["catering_gas"]
    answers = {"CG-01": Answer(value="lpg"), "CG-05": Answer(value="bad")}
    asked = {question.id for question in outline(form, answers, {})}
    assert asked.isdisjoint({"CG-06", "CG-07", "CG-08", "CG-09"})


@pytest.mark.parametrize(
    ("question", "value", "facts", "bad"),
    [
        ("CG-11", Decimal(2), {}, False),
        ("CG-11", Decimal("2.1"), {}, True),
        ("CG-16", Decimal(101), {}, True),
        ("CG-16", Decimal(420), {"has_cylinder_room": True}, False),
        ("GEN-04", Decimal(12), {}, False),
        ("GEN-04", Decimal(12), {"hazchem": True}, True),
        ("GEN-22", date(2026, 4, 1), {}, False),
        ("GEN-22", date(2026, 4, 1), {"public_gathering": True}, True),
        ("NS-04", Decimal(1), {}, True),
        ("NS-04", Decimal(1), {"small_area_one_exit_ok": True}, False),
        ("NS-20", date(2026, 10, 23), {}, False),
        ("NS-20", date(2026, 10, 22), {}, True),
        ("IT-13", Decimal("19.5"), {}, False),
        ("IT-13", Decimal("19.4"), {}, True),
        ("IT-13", Decimal("23.6"), {}, True),
        ("IT-21", Decimal(9), {}, False),
        ("IT-21", Decimal(10), {}, True),
        ("HC-01", TODAY, {}, False),
        ("HC-01", date(2026, 11, 22), {}, True),
        ("HC-25", Decimal(8), {}, False),
        ("HC-25", Decimal(9), {}, True),
        ("HC-28", date(2023, 11, 24), {}, False),
        ("HC-28", date(2023, 11, 23), {}, True),
        ("HC-30", date(2026, 5, 25), {}, False),
        ("HC-30", date(2026, 5, 24), {}, True),
        ("CS-02", Decimal(1), {}, False),
        ("CS-02", Decimal(1), {"site_area": 9999}, False),
        ("CS-02", Decimal(1), {"site_area": 10000}, True),
        ("CS-02", Decimal(2), {"site_area": 10000}, False),
        ("CS-02", Decimal(2), {"site_area": 50000}, True),
        ("CS-02", Decimal(3), {"site_area": 50000}, False),
        ("FD-04", Decimal(19), {}, True),
        ("FE-13", date(2026, 4, 1), {}, False),
        ("FE-13", date(2026, 4, 1), {"fire_key_unit": True}, True),
        ("FE-13", date(2026, 4, 1), {"labour_intensive": True}, True),
        ("FE-15", Decimal(1), {}, False),
        ("FE-15", Decimal(1), {"public_gathering": True}, True),
        ("RW-07", date(2026, 10, 24), {}, False),
        ("RW-07", date(2026, 10, 23), {}, True),
        ("RW-09", Decimal(8), {"staff": 9}, True),
        ("RW-09", Decimal(9), {"staff": 9}, False),
        ("RW-10", Decimal(99), {}, True),
    ],
)
def test_the_limits_are_those_of_the_domain_guide(
    question: str, value: Value, facts: Facts, bad: bool
) -> None:
    form = next(form for form in FORMS if question in form.places)
    assert judge(form.question(question), value, CATALOGUE.facts.derive(facts), TODAY).bad is bad


@pytest.mark.parametrize(
    ("question", "value"), [("CG-11", "-3"), ("CG-11", "10000"), ("CG-16", "99999"), ("NS-11", "2.5")]
)
def test_nonsense_is_refused_with_a_sentence(question: str, value: str) -> None:
    form = next(form for form in FORMS if question in form.places)
    assert check(form.question(question), Decimal(value), TODAY) is not None


def test_a_missing_certificate_is_major_where_a_criterion_says_so() -> None:
    question = CATALOGUE.checklists["general"].question("GEN-13")
    assert not judge(question, "bad", {}, TODAY).suspected_major
    assert judge(question, "bad", {"construction": True}, TODAY).suspected_major


@pytest.mark.parametrize(
    ("colour", "facts", "owed"),
    [
        ("white", {"catering": True, "nine_small": True}, ("nine_small", "catering_gas")),
        ("white", {"nine_small": True, "gas_pipe": True}, ("nine_small", "catering_gas")),
        ("white", {"nine_small": True}, ("nine_small",)),
        ("white", {"nine_small": True, "public_gathering": True}, ("nine_small", "fire_emergency")),
        ("white", {"nine_small": True, "has_fire_facilities": True}, ("nine_small", "fire_emergency")),
        ("white", {"catering": True}, ("nine_small", "catering_gas", "fire_emergency")),
        ("green", {"retail_service": True}, ("general", "fire_emergency")),
        ("blue", {"industrial_trade": True}, ("industrial_trade", "general", "fire_emergency")),
        ("yellow", {"construction": True}, ("construction", "general", "fire_emergency")),
        ("yellow", {"transport": True}, ("general", "fire_emergency")),
        ("orange", {"hazchem": True}, ("hazchem", "general", "fire_emergency")),
        ("orange", {"fireworks": True}, ("general", "fire_emergency")),
        ("orange", {"gas_supply": True}, ("general", "fire_emergency")),
    ],
)
def test_each_colour_owes_its_checklists(colour: str, facts: Facts, owed: tuple[str, ...]) -> None:
    assert CATALOGUE.owed_on(colour, CATALOGUE.facts.derive(facts), TODAY) == owed


@pytest.mark.parametrize("colour", [colour.id for colour in CATALOGUE.colours.colours])
@pytest.mark.parametrize(
    ("day", "seasonal"),
    [
        (date(2026, 5, 31), set()),
        (date(2026, 6, 1), {"flood"}),
        (date(2026, 9, 30), {"flood"}),
        (date(2026, 10, 1), set()),
        (date(2027, 2, 8), {"resumption"}),
        (date(2027, 3, 31), {"resumption"}),
        (date(2027, 4, 1), set()),
    ],
)
def test_some_checklists_are_owed_in_their_season_only(colour: str, day: date, seasonal: set[str]) -> None:
    wanted = seasonal - ({"flood"} if colour in {"white", "green"} else set())
    assert set(CATALOGUE.owed_on(colour, {}, day)) & {"flood", "resumption"} == wanted


def test_a_site_is_asked_every_week() -> None:
    form = CATALOGUE.checklists["construction"]
    assert period_of(form.cycle_days, TODAY) == "2026-W48"
    assert form.due_in("2026-W48") == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({}, {"A", "F"}),
        ({"dust": True}, {"A", "C", "F"}),
        ({"ammonia": True}, {"A", "D", "F"}),
        ({"limited_space": True, "molten_metal": True, "hot_work": True}, {"A", "B", "E", "F"}),
    ],
)
def test_industry_is_asked_about_the_dangers_it_has(facts: Facts, asked: set[str]) -> None:
    form = CATALOGUE.checklists["industrial_trade"]
    known = CATALOGUE.facts.derive({**facts, "gas_burner": True})
    assert {form.section_of(question.id).id for question in outline(form, {}, known)} == asked


def test_a_first_lesson_that_is_still_to_come_is_not_asked_about() -> None:
    form = CATALOGUE.checklists["resumption"]
    facts = CATALOGUE.facts.derive({"has_contractors": True})
    lesson = {"RW-08", "RW-09", "RW-10", "RW-11"}
    held = {q.id for q in outline(form, {"RW-07": Answer(value=TODAY)}, facts)}
    to_come = {q.id for q in outline(form, {"RW-07": Answer(value="never")}, facts)}
    assert lesson <= held
    assert lesson.isdisjoint(to_come)


@pytest.mark.parametrize(("chosen", "major"), [("both", False), ("one", False), ("none", True)])
def test_a_confined_space_without_list_and_sign_is_major_and_without_one_of_them_is_not(
    chosen: str, *, major: bool
) -> None:
    question = CATALOGUE.checklists["industrial_trade"].question("IT-09")
    assert judge(question, chosen, {}, TODAY).suspected_major is major


@pytest.mark.parametrize(
    ("colour", "checklist", "days"),
    [
        ("green", "general", 90),
        ("blue", "industrial_trade", 30),
        ("white", "nine_small", 30),
        ("white", "catering_gas", 30),
        ("yellow", "construction", 7),
        ("orange", "hazchem", 30),
        ("green", "fire_emergency", 30),
    ],
)
def test_a_form_is_owed_as_often_as_form_and_colour_say(colour: str, checklist: str, days: int) -> None:
    assert CATALOGUE.cycle_of(checklist, colour) == days


@pytest.mark.parametrize(
    ("industry", "facts", "colour"),
    [
        ("hazchem", {}, "orange"),
        ("construction", {}, "yellow"),
        ("industrial_trade", {}, "blue"),
        ("catering", {}, "white"),
        ("retail_service", {}, "green"),
        ("retail_service", {"public_gathering": True}, "white"),
        (None, {}, "green"),
    ],
)
def test_each_industry_has_its_colour(industry: str | None, facts: Facts, colour: str) -> None:
    assert CATALOGUE.colours.of(industry, facts) == colour


@pytest.mark.parametrize(
    ("facts", "follows"),
    [
        ({"gas_pipe": True}, {"uses_gas"}),
        ({"dust": True, "staff": 99}, {"high_risk", "half_year_drill", "needs_plan_filing"}),
        (
            {"dust": True, "staff": 100},
            {"high_risk", "half_year_drill", "needs_plan_filing", "needs_safety_director"},
        ),
        ({"staff": 300}, {"needs_safety_director"}),
        ({"staff": 1000}, {"needs_safety_director", "needs_safety_committee"}),
        ({"labour_intensive": True}, {"dense_place", "half_year_drill", "needs_plan_filing"}),
        ({"fireworks": True}, {"high_risk", "high_risk_training", "half_year_drill", "needs_plan_filing"}),
    ],
)
def test_facts_follow_as_the_law_says(facts: Facts, follows: set[str]) -> None:
    derived = {fact.id for fact in CATALOGUE.facts.derived}
    known = CATALOGUE.facts.derive(facts)
    assert {fact for fact in derived if known[fact]} == follows


def test_the_privacy_notice_says_what_it_must_on_one_screen() -> None:
    notice = CATALOGUE.privacy
    assert notice.version
    for language in Language:
        assert len(notice.text.to(language)) < 900
    for said in (
        "保存什么",
        "为什么",
        "存多久",
        "境外",
        "/privacy",
        "更正",
        "删除",
        "撤回",
        "联系",
        "精简模式",
        "同意",
    ):
        assert said in notice.text.zh
    for said in (
        "keep",
        "Why",
        "How long",
        "outside mainland China",
        "/privacy",
        "corrects",
        "deletes",
        "withdraw",
        "Contact",
        "minimal mode",
        "Agree",
    ):
        assert said in notice.text.en


def test_words_of_danger_are_known() -> None:
    assert {"漏气", "冒烟", "起火", "触电"} <= set(CATALOGUE.rules.danger.words)
    assert CATALOGUE.rules.defaults.scoring.major_cap == 59


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_files_for_editors_are_current(name: str) -> None:
    """After a change of the schema: `python -m checklists schema`."""
    assert (CONTENT / "schema" / f"{name}.json").read_text(encoding="utf-8") == schema_text(name)


def test_no_other_files_for_editors_are_left() -> None:
    assert {path.stem for path in (CONTENT / "schema").glob("*.json")} == set(SCHEMAS)


def test_photos_are_asked_for_as_the_guide_says() -> None:
    always = {question.id for _, question in QUESTIONS if question.photo.ask is PhotoAsk.ALWAYS}
    assert {"CG-05", "CG-15", "GEN-15", "NS-01", "NS-15"} <= always


def test_a_catalogue_is_read_the_same_every_time() -> None:
    again: Catalogue = load_catalogue()
    assert {form.fingerprint for form in again.checklists.values()} == {form.fingerprint for form in FORMS}
