"""Two versions of one form: a question that stays, one that reads differently, one with another rule, one gone, one new."""

from decimal import Decimal

from checklists.schema import Accept, Checklist, Outcome, Question, QuestionKind, Section
from checklists.words import Words
from tests.dialogs.smallform import YES_NO, option

ADVICE = Words("改好。", "Put it right.")


def ask(name: str, zh: str, en: str, **more: object) -> Question:
    asked = {"kind": QuestionKind.YESNO, "options": YES_NO, **more}
    return Question(id=name, text=Words(zh, en), advice=ADVICE, **asked)  # type: ignore[arg-type]  # fields by name


def form(*questions: Question, **more: object) -> Checklist:
    section = Section(id="A", title=Words("检查", "Check"), questions=questions)
    whole = {"id": "versions", "title": Words("两版小表", "Two-version form"), "colours": ("white",), **more}
    return Checklist(cycle_days=30, sections=(section,), **whole)  # type: ignore[arg-type]  # fields by name


def litres(limit: int) -> Question:
    unit, accept = Words("升", "l"), Accept(at_most=Decimal(limit))
    return ask("V-3", "灭火器有几具过期？", "How many extinguishers are out of date?", kind=QuestionKind.NUMBER, options=(), unit=unit, accept=accept, presets=(Decimal(0), Decimal(2)))  # fmt: skip


STAYS = ask("V-1", "安全出口能打开吗？", "Can the exits be opened?")
READS = ask("V-2", "电线有没有问题？", "Is the wiring sound?")
READS_NOW = ask("V-2", "电线、插座都没有破损吗？", "Are wires and sockets undamaged?")
GONE = ask("V-4", "挂了禁烟标志吗？", "Is there a no-smoking sign?")
NEW = ask("V-5", "电动车在外面充电吗？", "Are electric bicycles charged outside?")
MANY = (
    option("a", Words("灭火器", "Extinguisher")),
    option("b", Words("消火栓", "Hydrant")),
    option("c", Words("都没有", "Neither"), Outcome.BAD),
)
CHOICE = ask("V-6", "有哪一样？", "Which is there?", kind=QuestionKind.SINGLE, options=MANY)
FEWER = ask("V-6", "有哪一样？", "Which is there?", kind=QuestionKind.SINGLE, options=MANY[1:])

OLD = form(STAYS, READS, litres(2), GONE, CHOICE)
NEWER = form(STAYS, READS_NOW, litres(1), FEWER, NEW)
NEWEST = form(STAYS, READS_NOW, litres(1), FEWER, NEW, ask("V-7", "有台账吗？", "Are records kept?"))
