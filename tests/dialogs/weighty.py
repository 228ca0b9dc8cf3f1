"""A form of two sections with a heavy question and a critical one, for scores in conversations."""

from checklists.schema import Checklist, Question, QuestionKind, Section
from checklists.words import Words
from tests.dialogs.smallform import YES_NO


def ask(name: str, zh: str, en: str, **more: object) -> Question:
    advice = Words("改好。", "Put it right.")
    asked = {"id": name, "kind": QuestionKind.YESNO, "text": Words(zh, en), "options": YES_NO}
    return Question(**asked, advice=advice, **more)  # type: ignore[arg-type]  # fields by name


EXITS = Section(
    id="A",
    title=Words("疏散", "Exits"),
    questions=(
        ask("W-1", "安全出口都能打开吗？", "Can all exits be opened?", critical=True),
        ask("W-2", "通道里没有杂物吗？", "Are the ways clear?", weight=3),
    ),
)
POWER = Section(
    id="B",
    title=Words("用电", "Power"),
    questions=(
        ask("W-3", "电线没有老化吗？", "Is the wiring sound?"),
        ask("W-4", "下班拉闸了吗？", "Is the power cut after work?"),
    ),
)
WEIGHTY = Checklist(
    id="weighty",
    title=Words("轻重小表", "Weighty form"),
    colours=("white",),
    cycle_days=30,
    sections=(EXITS, POWER),
    critical_cap=59,
    pass_mark=60,
)
