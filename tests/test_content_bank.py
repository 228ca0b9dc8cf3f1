"""The question bank that is shipped: whole, in both languages, and enough of it for every paper and everybody."""

import pytest

from checklists.bank import ExamItem, ExamKind, Paper
from checklists.load import load_catalogue

BANK = load_catalogue().bank
ITEMS = list(BANK.items.values())
every_item = pytest.mark.parametrize("item", ITEMS, ids=[item.id for item in ITEMS])


def test_the_bank_is_whole() -> None:
    assert [item.id for item in sorted(ITEMS, key=lambda item: item.id)] == [
        f"QB-{number:03}" for number in range(1, 116)
    ]
    assert len(BANK.topics) == 17


@every_item
def test_a_question_is_one_thing_in_two_languages(item: ExamItem) -> None:
    for words in (item.text, item.why):
        assert any("\u4e00" <= sign <= "\u9fff" for sign in words.zh)
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in words.en)
    for choice in item.choices:
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in choice.label.en)
    assert len(item.text.zh) <= 90
    assert item.text.zh[-1] in "？。）"


@every_item
def test_letters_run_from_a(item: ExamItem) -> None:
    letters = "".join(choice.id for choice in item.choices)
    assert letters == "TF" if item.kind is ExamKind.JUDGE else "ABCDEFGH".startswith(letters)


@every_item
def test_the_right_answer_is_worth_everything_and_all_wrong_ones_nothing(item: ExamItem) -> None:
    wrong = {choice.id for choice in item.choices} - set(item.right)
    assert item.share(item.right, BANK.partly) == 1
    assert item.share(wrong, BANK.partly) == 0


def test_answers_cannot_be_guessed_from_their_place() -> None:
    """No letter is right in more than half of the single choices, and judge questions are not all false."""
    singles = [item.right[0] for item in ITEMS if item.kind is ExamKind.SINGLE]
    assert all(singles.count(letter) <= len(singles) / 2 for letter in "ABCD")
    judges = [item.right[0] for item in ITEMS if item.kind is ExamKind.JUDGE]
    assert 0.25 <= judges.count("T") / len(judges) <= 0.75


@pytest.mark.parametrize("paper", BANK.papers, ids=lambda paper: paper.id)
def test_a_paper_is_of_a_hundred_points_and_two_of_one_person_differ(paper: Paper) -> None:
    assert paper.total == 100
    for role in paper.roles:
        pool = BANK.pool(paper, role, {})
        for part in paper.parts:
            assert len(pool[part.kind]) >= 2 * part.count, (role, part.kind)


def test_some_questions_are_for_the_enterprises_they_concern() -> None:
    facts = {part.fact for item in ITEMS if item.when for part in item.when.parts() if part.fact}
    assert {"hazchem", "construction", "catering", "gas_lpg", "dust", "ammonia"} <= facts


def test_what_was_not_held_against_the_source_is_marked() -> None:
    unchecked = {item.id for item in ITEMS if not all(clause.checked for clause in item.basis)}
    assert {"QB-016", "QB-029", "QB-032"} <= unchecked
