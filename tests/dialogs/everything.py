"""A form with every kind of question, a section for each of several things, worked out values and texts filled in."""

from datetime import time
from decimal import Decimal

from checklists.conditions import Condition
from checklists.expressions import Expression
from checklists.repeats import Repeat
from checklists.schema import (
    Accept,
    AcceptWhen,
    Checklist,
    FileType,
    Outcome,
    PhotoAsk,
    PhotoRule,
    Question,
    QuestionKind,
    Section,
    Severity,
)
from tests.dialogs.smallform import YES_NO, option, question, w


def when(**plain: object) -> Condition:
    return Condition.model_validate(plain)


def calculated(number: int, text: str, accept: Accept, **expression: object) -> Question:
    return question(
        number,
        QuestionKind.CALCULATED,
        text=w(text),
        accept=accept,
        calculate=Expression.model_validate(expression),
    )


FUEL = (
    option("gas", "用气", sets={"gas_pipe": True}),
    option("none", "不用", sets={"gas_pipe": False}),
    option("wood", "烧柴", Outcome.BAD, severity=Severity.MAJOR),
)
WHY_NOT = (option("absent", "本单位没有", Outcome.NEUTRAL), option("idle", "停用了", Outcome.NEUTRAL))
ONE = (
    question(1, QuestionKind.SINGLE, options=FUEL, critical=True),
    question(2, QuestionKind.YESNO, options=YES_NO, when=when(fact="gas_pipe"), photo=PhotoRule(ask=PhotoAsk.ALWAYS, required=True)),
    question(3, QuestionKind.MULTI, options=(option("no", "都没有", alone=True), option("a", "甲", Outcome.BAD), option("b", "乙", Outcome.BAD))),
    question(4, QuestionKind.NUMBER, unit=w("人"), minimum=Decimal(0), maximum=Decimal(500), whole=True, presets=(Decimal(3),), accept=Accept(at_least=Decimal(2)), sets="staff"),
    question(5, QuestionKind.NUMBER, unit=w("台"), minimum=Decimal(0), maximum=Decimal(4), whole=True, presets=(Decimal(1), Decimal(3)), accept=Accept(at_most_fact="staff")),
    question(6, QuestionKind.DATE, accept=Accept(max_age_days=30), options=(option("never", "没做过", Outcome.BAD),)),
    question(7, QuestionKind.DATE, accept=Accept(not_expired=True), accept_when=(AcceptWhen(when=when(fact="staff", at_least=100), accept=Accept(max_age_days=3)),)),
    question(8, QuestionKind.TIME, times=(time(21),), accept=Accept(earliest=time(20), latest=time(2))),
    question(9, QuestionKind.TEXT, longest=50, required=False, na_reasons=WHY_NOT),
)  # fmt: skip
TWO = (
    question(11, QuestionKind.TEXT, text=w("第{n}台叫什么？"), longest=20),
    question(12, QuestionKind.YESNO, text=w("“{answer:Q-11}”好用吗？"), options=YES_NO, photo=PhotoRule(ask=PhotoAsk.FAIL)),
    question(13, QuestionKind.NUMBER, text=w("{answer:Q-05}台里的第{n}台用几小时？"), unit=w("小时"), minimum=Decimal(0), maximum=Decimal(24), accept=Accept(anything=True), when=when(answer="Q-12", **{"in": ["ok"]}), na_reasons=WHY_NOT),
    calculated(14, "每天几分钟", Accept(at_most=Decimal(600)), product=[{"answer": "Q-13"}, {"number": 60}]),
    question(15, QuestionKind.PHOTO, photo=PhotoRule(at_least=2), options=(option("dark", "拍不了", Outcome.BAD),)),
)  # fmt: skip
THREE = (
    question(21, QuestionKind.FILE, files=(FileType.PDF, FileType.IMAGE), required=False),
    question(22, QuestionKind.PLACE, text=w("{fact:staff}人在哪里集合？")),
    question(23, QuestionKind.CODE, pattern="[A-Z]{2}[0-9]{4}", example="GL0012", options=(option("gone", "看不清", Outcome.BAD),), na_reasons=WHY_NOT),
    calculated(24, "一共几小时", Accept(at_most=Decimal(30)), sum=[{"answer": "Q-13"}]),
    calculated(25, "坏了几项", Accept(at_most=Decimal(1)), count=[{"answer": "Q-12", "in": ["bad"]}, {"answer": "Q-03", "in": ["a", "b"]}, {"fact": "gas_pipe"}]),
    question(26, QuestionKind.YESNO, text=w("修过吗？"), options=YES_NO, when=when(answer="Q-25", at_least=2), carry="always"),
)  # fmt: skip
MORE = (option("more", "还有", Outcome.NEUTRAL, affirms=True), option("enough", "没有了", Outcome.NEUTRAL, affirms=False))  # fmt: skip
FOUR = (
    question(31, QuestionKind.YESNO, text=w("第{n}个车间通畅吗？"), options=YES_NO, na_reasons=WHY_NOT),
    question(32, QuestionKind.YESNO, text=w("还有车间吗？"), options=MORE),
)
EVERYTHING = Checklist(
    id="everything",
    title=w("样样都有"),
    colours=("white",),
    cycle_days=30,
    sections=(
        Section(id="A", title=w("总体"), questions=ONE),
        Section(
            id="B",
            title=w("每台"),
            questions=TWO,
            repeat=Repeat(answer="Q-05", maximum=4, title=w("锅炉"), name="Q-11"),
        ),
        Section(id="C", title=w("其他"), questions=THREE),
        Section(
            id="D",
            title=w("车间"),
            questions=FOUR,
            when=when(**{"form": "catering_gas", "answer": "CG-01", "in": ["lpg", "pipe"]}),
            repeat=Repeat(more="Q-32", minimum=1, maximum=3, title=w("车间")),
        ),
    ),
)
