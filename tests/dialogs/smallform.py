"""A small form with every kind of question, and the way through it."""

from decimal import Decimal

from checklists.schema import (
    Accept,
    Checklist,
    Option,
    Outcome,
    PhotoAsk,
    PhotoRule,
    Question,
    QuestionKind,
    Section,
    Severity,
)
from checklists.words import Words
from safety.events import (
    AnswerSaved,
)
from tests.dialogs.talking import Talker


def w(zh: str) -> Words:
    return Words(zh, zh)


def option(value: str, label: str | Words, outcome: Outcome = Outcome.OK, **more: object) -> Option:
    words = label if isinstance(label, Words) else w(label)
    return Option(value=value, label=words, outcome=outcome, **more)  # type: ignore[arg-type]  # fields by name


YES_NO = (
    option("ok", Words("是", "Yes"), affirms=True),
    option("bad", Words("否", "No"), Outcome.BAD, affirms=False),
)


def question(number: int, kind: QuestionKind, **more: object) -> Question:
    asked = {
        "id": f"Q-{number:02d}",
        "kind": kind,
        "text": w(f"第{number}问？"),
        "advice": w("改好。"),
        **more,
    }
    return Question(**asked)  # type: ignore[arg-type]  # fields by name


QUESTIONS = (
    question(1, QuestionKind.YESNO, options=YES_NO, photo=PhotoRule(ask=PhotoAsk.FAIL), explain=True),
    question(
        2,
        QuestionKind.MULTI,
        options=(
            option("none", "都没有", alone=True),
            option("a", "甲", Outcome.BAD),
            option("b", "乙", Outcome.BAD),
            option("c", "丙", Outcome.BAD),
            option("d", "丁", Outcome.BAD),
        ),
    ),
    question(
        3,
        QuestionKind.NUMBER,
        presets=(Decimal(1), Decimal(2), Decimal(3), Decimal(4)),
        unit=w("人"),
        minimum=Decimal(0),
        maximum=Decimal(5),
        whole=True,
        accept=Accept(at_least=Decimal(1)),
        sets="staff",
    ),
    question(4, QuestionKind.DATE, accept=Accept(max_age_days=30), options=(option("never", "没做过", Outcome.BAD),)),
    question(5, QuestionKind.DATE, accept=Accept(not_expired=True)),
    question(6, QuestionKind.TEXT, longest=20),
    question(
        7, QuestionKind.YESNO, options=YES_NO, severity=Severity.MAJOR, critical=True, photo=PhotoRule(ask=PhotoAsk.ALWAYS, required=True)
    ),
    question(8, QuestionKind.YESNO, options=YES_NO, photo=PhotoRule(ask=PhotoAsk.ALWAYS, at_least=2), required=False),
)  # fmt: skip


FORM = Checklist(
    id="small",
    title=w("小表"),
    colours=("white",),
    cycle_days=30,
    sections=(Section(id="A", title=w("一段"), questions=QUESTIONS),),
)


def at(talker: Talker, number: int) -> Talker:
    """Skip to a question."""
    for _ in QUESTIONS:
        if talker.question != f"Q-{number:02d}":
            talker.press("s")
    assert talker.question == f"Q-{number:02d}"
    return talker


def to_review(talker: Talker) -> Talker:
    """Skip all the rest."""
    for _ in range(2 * len(QUESTIONS)):
        if talker.at != "check.review":
            talker.press("s")
    assert talker.at == "check.review"
    return talker


def saved(talker: Talker) -> object:
    return next(event for event in talker.events if isinstance(event, AnswerSaved)).value


def submitted(talker: Talker) -> Talker:
    talker.tap("是", "都没有", "2人", "今天", "28")
    talker.write("写了", message=1)
    talker.tap("是").photo("a").tap("是").photo("b").photo("c").tap("提交", "签字提交")
    return talker
