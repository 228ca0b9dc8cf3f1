"""Each sign as a table of cases: what raises it, with which figures, and what does not."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from checklists.answers import Answer, Carried, NotApplicable
from checklists.catalogue import Catalogue
from checklists.quality import (
    Faster,
    Hurried,
    Photos,
    Quality,
    SameAsLast,
    SameText,
    SetAside,
    Straight,
    ZeroAgain,
)
from checklists.schema import Checklist, Question
from checklists.words import Words
from safety.paradata import CheckTrace, Saving, traced
from safety.quality import Around, Flag, Sign, Submission, Twin
from safety.sameness import phrases
from safety.signs import flags_of
from tests.checklists.forms import form, option, question, words

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = date(2026, 10, 12)
ALL = Quality(
    hurried=Hurried(),
    faster=Faster(),
    straight=Straight(),
    same_as_last=SameAsLast(),
    same_text=SameText(),
    photos=Photos(),
    set_aside=SetAside(),
    zero_again=ZeroAgain(by_colour={"orange": 2}),
)
LONG = words("通道、楼梯间、安全出口有没有被锁住或者堵住？")  # 22 characters: 2.2 seconds to read
YESNO = tuple(question(f"Q{place}").model_copy(update={"text": LONG}) for place in range(20))
FORM = form(*YESNO)


def trace(seconds: Sequence[float], *, carried: frozenset[int] = frozenset()) -> CheckTrace:
    """Questions Q0, Q1 … answered one after another, each after so many seconds."""
    savings, now = [], START
    for place, span in enumerate(seconds):
        shown, now = now, now + timedelta(seconds=span)
        savings.append(Saving(f"Q{place}", "ok", now, 1, shown, place in carried))
    return traced(savings)


def fine(count: int, value: str = "ok") -> dict[str, Answer]:
    return {f"Q{place}": Answer(value=value) for place in range(count)}


def found(
    sent: Submission, around: Around | None = None, rules: Quality = ALL, sign: Sign | None = None
) -> list[Flag]:
    flags = flags_of(sent, around or Around("white"), rules)
    return [flag for flag in flags if sign is None or flag.sign is sign]


def only(sign: Sign, **figures: float | str) -> list[Flag]:
    return [Flag(sign, "", figures)]


# --- time ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "figures"),
    [
        ([1.0] * 10, {"quick": 10, "of": 10, "seconds": 1.0, "reading": 2.2}),
        ([1.0] * 8 + [9.0] * 2, {"quick": 8, "of": 10, "seconds": 2.6, "reading": 2.2}),
        ([1.0] * 7 + [9.0] * 3, None),
        ([2.2] * 10, None),  # time to read it once
        ([1.0] * 7, None),  # too few to say anything
        ([], None),
    ],
)
def test_hurried_is_faster_than_reading(seconds: list[float], figures: dict[str, float] | None) -> None:
    flags = found(Submission(FORM, fine(len(seconds)), trace(seconds)), sign=Sign.HURRIED)
    assert flags == ([] if figures is None else only(Sign.HURRIED, **figures))


def test_what_was_taken_over_is_not_hurried() -> None:
    sent = Submission(FORM, fine(12), trace([0.1] * 12, carried=frozenset(range(5))))
    assert found(sent, sign=Sign.HURRIED) == []


def test_without_known_times_nothing_is_said_of_haste() -> None:
    savings = [Saving(f"Q{place}", "ok", START, 1, None) for place in range(20)]
    assert found(Submission(FORM, fine(20), traced(savings)), Around("white", usual=(9, 9, 9))) == []


@pytest.mark.parametrize(
    ("seconds", "usual", "expected"),
    [
        (2.3, (12.0, 10.0, 9.0), {"seconds": 2.3, "usual": 10.0}),
        (2.3, (12.0, 10.0), None),  # too few earlier ones
        (2.3, (9.0, 9.0, 9.0), None),  # a quarter of nine is less
        (3.9, (16.0, 16.0, 16.0), {"seconds": 3.9, "usual": 16.0}),
        (4.0, (60.0, 60.0, 60.0), None),  # four seconds a question are never called fast
        (2.3, (), None),
    ],
)
def test_faster_is_measured_by_the_enterprise_itself(
    seconds: float, usual: tuple[float, ...], expected: dict[str, float] | None
) -> None:
    sent = Submission(FORM, fine(10), trace([seconds] * 10))
    flags = found(sent, Around("white", usual=usual), sign=Sign.FASTER)
    assert flags == ([] if expected is None else only(Sign.FASTER, **expected))


@pytest.mark.parametrize(
    ("seconds", "values", "n"),
    [
        ([1.0] * 12, ["ok"] * 12, 12),
        ([1.0] * 12, ["bad"] * 12, 12),
        ([1.0] * 9, ["ok"] * 9, None),
        ([1.0] * 5 + [7.0] + [1.0] * 6, ["ok"] * 12, None),  # a look in between
        ([1.0] * 12, ["ok"] * 6 + ["bad"] + ["ok"] * 5, None),
        ([2.0] * 12, ["ok"] * 12, None),
        ([1.0] * 10 + [7.0] + [1.0] * 4, ["ok"] * 15, 10),
    ],
)
def test_straight_lines_are_the_same_place_without_time_to_read(
    seconds: list[float], values: list[str], n: int | None
) -> None:
    given = {f"Q{place}": Answer(value=value) for place, value in enumerate(values)}
    flags = found(Submission(FORM, given, trace(seconds)), sign=Sign.STRAIGHT)
    assert flags == ([] if n is None else only(Sign.STRAIGHT, n=n, seconds=2.0))


def test_questions_without_such_buttons_neither_count_nor_end_a_straight_line() -> None:
    mixed = tuple(
        question(f"Q{place}", "number") if place % 3 == 2 else question(f"Q{place}") for place in range(16)
    )
    given = {one.id: Answer(value=Decimal(1) if one.kind == "number" else "ok") for one in mixed}
    flags = found(Submission(form(*mixed), given, trace([1.0] * 16)), sign=Sign.STRAIGHT)
    assert flags == only(Sign.STRAIGHT, n=11, seconds=2.0)


def test_the_first_button_of_one_question_is_another_answer_of_the_next() -> None:
    """What counts is the place that was tapped, not the word on it."""
    odd = question("Q1", "single", options=(option("none"), option("some", "bad")))
    asked = (YESNO[0], odd, *YESNO[2:12])
    given = {**fine(12), "Q1": Answer(value="none")}
    assert found(Submission(form(*asked), given, trace([1.0] * 12)), sign=Sign.STRAIGHT)


# --- the same again -----------------------------------------------------------------------------------------------

TEXT, NUMBER = question("T", "text"), question("N", "number")
FACT = question("F", "number", sets="staff")
WRITTEN = form(*YESNO, TEXT, NUMBER, FACT)
GIVEN: Mapping[str, Answer] = {
    **fine(8),
    "T": Answer(value="灭火器已换新"),
    "N": Answer(value=Decimal("1.8")),
    "F": Answer(value=Decimal(12)),
}


def last(now: Mapping[str, Answer], before: Mapping[str, Answer] | None) -> list[Flag]:
    around = Around("white", previous=before, previous_day=DAY)
    return found(Submission(WRITTEN, now), around, sign=Sign.SAME_AS_LAST)


def test_every_answer_as_last_time_down_to_words_and_numbers() -> None:
    expected = only(Sign.SAME_AS_LAST, n=11, words=1, numbers=1, day="2026-10-12")
    assert last(GIVEN, GIVEN) == expected
    passed_over = {**GIVEN, "Q9": Answer(skipped=True)}
    assert last(passed_over, GIVEN) == expected


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (GIVEN, None),
        ({**GIVEN, "Q3": Answer(value="bad")}, GIVEN),
        ({**GIVEN, "N": Answer(value=Decimal("1.9"))}, GIVEN),
        ({**GIVEN, "T": Answer(value="灭火器已换新。")}, GIVEN),
        ({**GIVEN, "Q3": Answer(value="ok", note="门口堆了箱子")}, GIVEN),
        (GIVEN, {**GIVEN, "Q9": Answer(value="ok")}),
        ({name: one for name, one in GIVEN.items() if name != "T"}, GIVEN),
    ],
)
def test_one_difference_is_enough(now: Mapping[str, Answer], before: Mapping[str, Answer] | None) -> None:
    assert last(now, before) == []


@pytest.mark.parametrize(
    "taken_over",
    [("T",), ("N",), ("T", "N")],
)
def test_what_was_taken_over_by_its_button_tells_nothing(taken_over: tuple[str, ...]) -> None:
    now = {
        name: Answer(value=one.value, carried=Carried.SECTION) if name in taken_over else one
        for name, one in GIVEN.items()
    }
    assert last(now, GIVEN) == []


def test_answers_that_may_well_stay_tell_nothing() -> None:
    plain = {name: one for name, one in GIVEN.items() if name != "T"}
    short = {**plain, "T": Answer(value="无")}
    assert last(plain, plain) == last(short, short) == []
    assert (
        last({**fine(3), "T": GIVEN["T"], "N": GIVEN["N"]}, {**fine(3), "T": GIVEN["T"], "N": GIVEN["N"]})
        == []
    )


def test_a_note_that_is_the_same_again_tells() -> None:
    noted = {**fine(10), "Q1": Answer(value="ok", note="已检查，一切正常"), "N": Answer(value=Decimal(3))}
    assert last(noted, noted) == only(Sign.SAME_AS_LAST, n=11, words=1, numbers=1, day="2026-10-12")


@pytest.mark.parametrize(("count", "raised"), [(1, False), (2, False), (3, True), (9, True)])
def test_the_same_words_from_enough_enterprises(count: int, raised: bool) -> None:
    flags = found(Submission(WRITTEN, {}), Around("white", said_by={"T": count}), sign=Sign.SAME_TEXT)
    assert flags == ([Flag(Sign.SAME_TEXT, "T", {"n": count, "days": 45})] if raised else [])


@pytest.mark.parametrize(
    ("text", "like", "same"),
    [
        ("灭火器全部在有效期内", "灭火器，全部在有效期内。", True),
        ("All hoses were changed", "all hoses  were CHANGED!", True),
        ("灭火器全部在有效期内", "灭火器都在有效期内", False),
    ],
)
def test_words_are_compared_without_their_punctuation(text: str, like: str, same: bool) -> None:
    def marks(said: str) -> list[tuple[str, int]]:
        return list(phrases(Submission(WRITTEN, {"T": Answer(value=said)}), 8))

    assert len(marks(text)) == 1
    assert (marks(text) == marks(like)) is same


def test_notes_count_line_by_line_and_short_words_not_at_all() -> None:
    given = {
        "Q1": Answer(value="ok", note="后门的锁已经换掉了\n正常\n前门的锁下周一换"),
        "T": Answer(value="没有"),
        "Q2": Answer(value="ok"),
        "gone": Answer(note="表里没有这道题也不要紧"),
    }
    marks = list(phrases(Submission(WRITTEN, given), 8))
    assert [name for name, _ in marks] == ["Q1", "Q1", "gone"]
    assert all(-(1 << 63) <= mark < 1 << 63 for _, mark in marks)


# --- photos -------------------------------------------------------------------------------------------------------


def twin(
    at: str = "Q1", earlier: str = "Q1", *, same: bool = False, own: bool = True, hours: float = 999
) -> Twin:
    return Twin(at, same, own, earlier, DAY, hours)


@pytest.mark.parametrize(
    ("twins", "flags"),
    [
        ([], []),
        ([twin()], [Flag(Sign.RECYCLED, "Q1", {"own": 1, "day": "2026-10-12", "earlier": "Q1"})]),
        ([twin(earlier="Q7")], [Flag(Sign.RECYCLED, "Q1", {"own": 1, "day": "2026-10-12", "earlier": "Q7"})]),
        ([twin(own=False)], [Flag(Sign.RECYCLED, "Q1", {"own": 0})]),
        ([twin(own=False, hours=0.1)], [Flag(Sign.RECYCLED, "Q1", {"own": 0})]),
        ([twin(hours=3)], []),  # the same thing for two forms of one day
        (
            [twin(own=False), twin()],
            [Flag(Sign.RECYCLED, "Q1", {"own": 1, "day": "2026-10-12", "earlier": "Q1"})],
        ),
        (
            [twin("Q2", own=False), twin("Q2", own=False), twin("Q4", own=False)],
            [Flag(Sign.RECYCLED, "Q2", {"own": 0}), Flag(Sign.RECYCLED, "Q4", {"own": 0})],
        ),
        ([twin("Q2", "Q1", same=True)], []),
        ([twin("Q2", "Q1", same=True), twin("Q3", "Q1", same=True)], [Flag(Sign.ONE_PHOTO, "Q1", {"n": 3})]),
        ([twin("Q2", "Q1", same=True), twin("Q3", "Q2", same=True)], [Flag(Sign.ONE_PHOTO, "Q1", {"n": 3})]),
        ([twin("Q2", "Q1", same=True), twin("Q4", "Q3", same=True)], []),
        (
            [twin("Q2", "Q1", same=True), twin("Q4", "Q3", same=True), twin("Q4", "Q2", same=True)],
            [Flag(Sign.ONE_PHOTO, "Q1", {"n": 4})],
        ),
        ([twin("Q1", "Q1", same=True), twin("Q1", "Q1", same=True)], []),  # several photos of one thing
    ],
)
def test_photos_that_stood_elsewhere(twins: list[Twin], flags: list[Flag]) -> None:
    sent = Submission(FORM, fine(5), trace([9.0] * 5))
    assert found(sent, Around("white", twins=twins)) == flags


def test_photos_that_show_nothing_are_named_once_a_question() -> None:
    flags = found(Submission(FORM, {}), Around("white", blank=("Q2", "Q2", "Q1")))
    assert flags == [Flag(Sign.BLANK, "Q2"), Flag(Sign.BLANK, "Q1")]


# --- zero reports -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "zeros", "raised"),
    [
        *[("white", zeros, zeros in {3, 6, 9}) for zeros in range(10)],
        *[("orange", zeros, zeros in {2, 4, 6}) for zeros in range(7)],
    ],
)
def test_zero_reports_in_a_row_are_told_at_every_so_many(colour: str, zeros: int, raised: bool) -> None:
    flags = found(Submission(FORM, {}), Around(colour, zeros=zeros))
    assert flags == (only(Sign.ZERO_AGAIN, n=zeros) if raised else [])


# --- not applicable -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aside", "of", "raised"), [(0, 20, False), (2, 4, False), (3, 15, True), (3, 16, False), (4, 20, True)]
)
def test_many_questions_that_do_not_apply_are_told_with_their_number(
    aside: int, of: int, raised: bool
) -> None:
    given = {**fine(of - aside), **{f"A{n}": Answer(NotApplicable("absent")) for n in range(aside)}}
    given["S"] = Answer(skipped=True)
    assert found(Submission(FORM, given)) == (only(Sign.SET_ASIDE, n=aside, of=of) if raised else [])


# --- all together -------------------------------------------------------------------------------------------------


def everything() -> tuple[Submission, Around]:
    """A submission at which every sign can be found."""
    asked: tuple[Question, ...] = (*YESNO, TEXT, NUMBER, *(question(f"A{n}") for n in range(6)))
    aside = {f"A{n}": Answer(NotApplicable("absent")) for n in range(6)}
    given = {**fine(20), **aside, "T": Answer(value="已经全部检查过了"), "N": Answer(value=Decimal(3))}
    around = Around(
        "white",
        previous=given,
        previous_day=DAY,
        usual=(9.0, 9.0, 9.0),
        zeros=3,
        said_by={"T": 4},
        twins=(twin(), twin("Q3", "Q2", same=True), twin("Q4", "Q2", same=True)),
        blank=("Q5",),
    )
    return Submission(form(*asked), given, trace([1.0] * 20)), around


LOOKED_FOR = set(Sign) - {Sign.FOUND_LATER}  # that one an inspection on site shows


def test_every_sign_can_be_found_in_a_steady_order() -> None:
    assert {flag.sign for flag in found(*everything())} == LOOKED_FOR
    assert found(*everything()) == found(*everything())


def test_what_content_leaves_out_is_not_looked_for() -> None:
    sent, around = everything()
    assert found(sent, around, Quality()) == []
    for part, signs in {
        "hurried": {Sign.HURRIED},
        "faster": {Sign.FASTER},
        "straight": {Sign.STRAIGHT},
        "same_as_last": {Sign.SAME_AS_LAST},
        "same_text": {Sign.SAME_TEXT},
        "photos": {Sign.RECYCLED, Sign.ONE_PHOTO, Sign.BLANK},
        "set_aside": {Sign.SET_ASIDE},
        "zero_again": {Sign.ZERO_AGAIN},
    }.items():
        rules = Quality(**{part: getattr(ALL, part)})
        assert {flag.sign for flag in found(sent, around, rules)} == signs


def test_shipped_content_looks_for_every_sign(catalogue: Catalogue) -> None:
    assert {flag.sign for flag in found(*everything(), catalogue.rules.quality)} == LOOKED_FOR


def test_a_question_that_the_form_does_not_have_any_more_is_passed_over() -> None:
    shorter: Checklist = form(*YESNO[:2])
    assert found(Submission(shorter, fine(20), trace([1.0] * 20))) == []


def test_an_honest_submission_has_no_sign() -> None:
    given = {**fine(19), "Q19": Answer(value="bad", note="后门锁着，明天换锁")}
    before = {**given, "Q19": Answer(value="ok")}
    around = Around("white", previous=before, previous_day=DAY, usual=(7.0, 8.0, 9.0), said_by={"Q19": 1})
    assert found(Submission(FORM, given, trace([6.0 + place % 5 for place in range(20)])), around) == []


def test_the_words_of_a_question_tell_how_long_reading_takes() -> None:
    short = tuple(one.model_copy(update={"text": Words("锁了吗？", "Locked?")}) for one in YESNO)
    assert found(Submission(form(*short), fine(20), trace([1.2, 6.0] * 10)), sign=Sign.HURRIED) == []
