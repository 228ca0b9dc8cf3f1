"""The figures of the conversation rules, counted: taps, typed texts, resuming."""

import pytest

from checklists.schema import Outcome, QuestionKind
from dialogs.codec import session_from_json
from safety.events import AnswerSaved, CheckSubmitted, HazardFound
from tests.dialogs.paper import CODE, NEWCOMER, PHONE, World, days
from tests.dialogs.talking import Talker

MOST_TURNS = 120


def fine(talker: Talker) -> None:
    """Answer the question on the screen so that all is in order, with taps alone."""
    form = talker.world.drafts[next(reversed(talker.world.drafts))].form
    question = form.question(str(talker.question))
    if question.kind is QuestionKind.NUMBER:
        best = next(place for place, value in enumerate(question.presets) if accepted(question, value))
        talker.taps += 1
        talker.press(f"p{best}")
    elif question.kind is QuestionKind.DATE and question.accept and question.accept.not_expired:
        talker.tap("28")
    elif question.kind is QuestionKind.DATE:
        talker.tap("今天")
    else:
        place = next(i for i, option in enumerate(question.options) if option.outcome is Outcome.OK)
        talker.taps += 1
        talker.press(f"t{place}" if question.kind is QuestionKind.MULTI else f"a{place}")


def accepted(question: object, value: object) -> bool:
    accept = question.accept  # type: ignore[attr-defined]  # a question of a number
    rules = [accept, *(other.accept for other in question.accept_when)]  # type: ignore[attr-defined]  # likewise
    return all(
        (rule.at_least is None or value >= rule.at_least) and (rule.at_most is None or value <= rule.at_most)
        for rule in rules
    )


def run(talker: Talker, bad: frozenset[str] = frozenset()) -> None:
    """From the question on the screen to the review: photos where they are wanted, `bad` answered badly."""
    for turn in range(MOST_TURNS):
        step = talker.at
        if step == "check.review":
            return
        if step in {"check.photo", "check.bad"}:
            talker.photo(f"p{turn}")
        elif step == "check.sure":
            talker.tap("⚠️ 是这样")
        elif talker.question in bad:
            worst(talker)
        else:
            fine(talker)
    raise AssertionError("the self-check never came to its review")


def worst(talker: Talker) -> None:
    form = talker.world.drafts[next(reversed(talker.world.drafts))].form
    question = form.question(str(talker.question))
    place = next(i for i, option in enumerate(question.options) if option.outcome is Outcome.BAD)
    talker.taps += 1
    talker.press(f"a{place}")


@pytest.fixture
def whole(world: World) -> World:
    """The general form with every one of its 25 questions."""
    world.owed = ("general",)
    flags = world.catalogue.facts.ids - world.catalogue.facts.number_ids
    world.facts = {**dict.fromkeys(flags, True), "staff": 400}
    return world


def test_it_takes_at_most_30_taps_and_no_text_when_all_25_are_fine(whole: World, officer: Talker) -> None:
    officer.command("/start").tap("自查")
    run(officer)
    assert "全部做完" in officer.page()
    officer.tap("提交", "签字提交")
    assert len([event for event in officer.all_events if isinstance(event, AnswerSaved)]) == 25
    assert isinstance(officer.events[0], CheckSubmitted)
    assert officer.events[0].score == 100
    assert officer.taps <= 30
    assert officer.writes == 0
    assert officer.at == "check.receipt"


def test_it_takes_at_most_50_taps_with_three_hazards_and_photos(whole: World, officer: Talker) -> None:
    officer.command("/start").tap("自查")
    run(officer, frozenset({"GEN-01", "GEN-08", "GEN-15"}))
    officer.tap("提交")
    assert len([event for event in officer.all_events if isinstance(event, HazardFound)]) == 3
    assert officer.taps <= 50
    assert officer.writes == 0


def test_it_leads_from_the_invitation_to_the_first_question_in_three_steps(world: World) -> None:
    newcomer = Talker(world, NEWCOMER).command(f"/start {CODE}").tap("同意并继续").contact(PHONE).tap("自查")
    assert newcomer.at == "check.ask"
    assert newcomer.taps + 1 <= 3  # sharing the card is a tap as well


def test_it_leads_back_to_the_open_question_with_one_tap_at_every_pause(
    whole: World, officer: Talker
) -> None:
    officer.command("/start").tap("自查")
    for turn in range(MOST_TURNS):
        if officer.at == "check.review":
            break
        where = (officer.question, officer.at)
        whole.now += days(1)
        officer.command("/start")
        assert "继续第" in officer.page()
        officer.press("k")
        assert (officer.question, officer.at) == where
        officer.photo(f"p{turn}") if officer.at == "check.photo" else fine(officer)
    else:
        raise AssertionError("no end")


def test_it_resumes_at_the_open_question_when_the_session_itself_is_lost(
    whole: World, officer: Talker
) -> None:
    officer.command("/start").tap("自查")
    for _ in range(6):
        officer.photo("x") if officer.at == "check.photo" else fine(officer)
    open_question = officer.question
    officer.kept = ""
    officer.command("/start").press("k")
    assert officer.question == open_question


def test_the_kept_session_stays_small(whole: World, officer: Talker) -> None:
    officer.command("/start").tap("自查")
    for number in range(30):
        officer.write(f"说明 {number}", message=number)
        officer.command("/help").command("/privacy").command("/language").command("/hazards").press("k")
    assert len(officer.kept) < 2000
    assert len(session_from_json(officer.kept).under) <= 4
