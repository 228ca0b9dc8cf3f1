"""Queries over enterprises in words, in both languages: what is understood, and that nothing is dropped in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.catalogue import Catalogue
from safety.asking import Understood, Vocabulary, read
from safety.queries import EVERYBODY, MOST_DAYS, Query, Range

TOWNS = ("城东街道", "宋官屯街道", "抬头寺镇")


@pytest.fixture(scope="module")
def vocabulary(catalogue: Catalogue) -> Vocabulary:
    industries = frozenset(fact.id for fact in catalogue.facts.industries)
    return Vocabulary(TOWNS, "天衢新区", catalogue.rules.asking.facts, industries)


GAS = (("uses_gas", True),)
SAID: list[tuple[str, Query]] = [
    ("城东街道 用燃气 90天没检查", Query(towns=("城东街道",), facts=GAS, not_checked_days=90)),
    ("gas users in town 城东街道 not checked for 90 days", Query(towns=("城东街道",), facts=GAS, not_checked_days=90)),
    ("gas users not checked for 90 days", Query(facts=GAS, not_checked_days=90)),
    ("Gas users, no self-check in the last three months.", Query(facts=GAS, not_checked_days=90)),
    ("宋官屯和抬头寺的餐饮企业，半年没自查，没签承诺书",
     Query(towns=("宋官屯街道", "抬头寺镇"), industries=("catering",), not_checked_days=182, unsigned=True)),
    ("不用燃气的餐饮", Query(industries=("catering",), facts=(("uses_gas", False),))),
    ("restaurants without gas and with open hazards",
     Query(industries=("catering",), facts=(("uses_gas", False),), hazards="open")),
    ("三个月没查过的化工企业 100人以上", Query(industries=("hazchem",), ranges=(Range("staff", 100),), not_checked_days=90)),
    ("超过300人的工贸企业", Query(industries=("industrial_trade",), ranges=(Range("staff", 301),))),
    ("人员密集 不到10人 近30天未自查", Query(facts=(("dense_place", True),), ranges=(Range("staff", None, 9),), not_checked_days=30)),
    ("fewer than 20 people, stopped", Query(ranges=(Range("staff", None, 19),), activities=("stopped",))),
    ("危化品企业有重大隐患", Query(industries=("hazchem",), hazards="major")),
    ("重大危险源企业", Query(facts=(("major_hazard_source", True),))),
    ("有逾期隐患的工贸企业或商贸", Query(industries=("industrial_trade", "retail_service"), hazards="overdue")),
    ("本月没自查的九小", Query(industries=("nine_small",), undone="any")),
    ("没交自查表的", Query(undone="any")),
    ("从来没自查过", Query(not_checked_days=MOST_DAYS)),
    ("白色的或者绿色的企业 失联", Query(colours=("white", "green"), silent=True)),
    ("unsigned catering in orange", Query(industries=("catering",), colours=("orange",), unsigned=True)),
    ("半年没上门检查的危化企业", Query(industries=("hazchem",), not_inspected_days=182)),
    ("本季度没覆盖的企业", Query(not_covered="now")),
    ("construction sites not inspected for 60 days", Query(industries=("construction",), not_inspected_days=60)),
    ("二级和三级企业 餐饮", Query(industries=("catering",), classes=("III", "II"))),
    ("class I catering", Query(industries=("catering",), classes=("I",))),
    ("没人加入的企业", Query(never_joined=True)),
    ("全区粉尘涉爆企业", Query(facts=(("dust", True),))),
    ("高危企业里哪些30天内没有提交自查", Query(facts=(("high_risk", True),), not_checked_days=30)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "query"), SAID)
def test_words_become_a_query(vocabulary: Vocabulary, text: str, query: Query) -> None:
    assert read(text, vocabulary) == Understood(query, (), found=True)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("东风面馆", ("东风面馆",)),
        ("餐饮 限速摄像头", ("限速摄像头",)),
        ("用燃气或者有粉尘", ("或者",)),
        ("西镇的餐饮", ("西镇",)),  # a town that the reader does not watch over
        ("除了餐饮", ("除了",)),
        ("catering with purple doors", ("purple doors",)),
    ],
)
def test_what_means_nothing_is_given_back(vocabulary: Vocabulary, text: str, left: tuple[str, ...]) -> None:
    assert read(text, vocabulary).left == left


def test_words_add_to_what_was_said_before(vocabulary: Vocabulary) -> None:
    first = read("城东 餐饮 90天没检查", vocabulary).query
    second = read("还有抬头寺，不用燃气，30天没检查", vocabulary, first)
    assert second.query == Query(
        towns=("城东街道", "抬头寺镇"),
        industries=("catering",),
        facts=(("uses_gas", False),),
        not_checked_days=30,
    )
    assert second.left == ()


def test_a_town_has_no_other_towns_to_name(vocabulary: Vocabulary) -> None:
    own = Vocabulary((), "城东街道", vocabulary.facts, vocabulary.industries)
    assert read("城东街道用燃气的", own) == Understood(Query(facts=GAS), (), found=True)
    assert read("抬头寺镇用燃气的", own).left == ("抬头寺镇",)


@given(st.text(max_size=300))
def test_any_text_gives_a_query_that_survives_json(vocabulary: Vocabulary, text: str) -> None:
    found = read(text, vocabulary)
    assert Query.from_json(found.query.to_json()) == found.query
    assert found.found or found.query == EVERYBODY
