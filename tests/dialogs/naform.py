"""A form in which some questions may not apply, and last period's submission of it."""

from decimal import Decimal

from checklists.answers import Answer, NotApplicable
from checklists.schema import Accept, Carry, Checklist, PhotoAsk, PhotoRule, Section
from checklists.words import Words
from tests.dialogs.carryform import option, question

REASONS = (
    option("absent", "本单位没有", "We have none", "neutral"),
    option("landlord", "由房东物业管", "The landlord's duty", "neutral"),
)
ASKED = (
    question("N-1", "yesno", "消火栓有水吗？", "Do the hydrants have water?", na_reasons=REASONS),
    question(
        "N-2",
        "number",
        "有几台叉车？",
        "How many forklifts are there?",
        na_reasons=REASONS,
        unit=Words("台", "pcs"),
        presets=(Decimal(1), Decimal(2)),
        minimum=Decimal(0),
        maximum=Decimal(50),
        whole=True,
        accept=Accept(at_most=Decimal(5)),
    ),
    question("N-3", "yesno", "安全出口都开着吗？", "Are all exits open?", critical=True),
    question(
        "N-4",
        "yesno",
        "仓库里有灭火器吗？",
        "Are there extinguishers in the store room?",
        na_reasons=REASONS,
        carry=Carry.ALWAYS,
        photo=PhotoRule(ask=PhotoAsk.ALWAYS, required=True),
    ),
)
MAY_NOT = Checklist(
    id="na",
    title=Words("不一定适用的表", "Not for everybody"),
    colours=("white",),
    cycle_days=30,
    sections=(Section(id="A", title=Words("检查", "Check"), questions=ASKED),),
)
LAST = {
    "N-1": Answer(NotApplicable("absent")),
    "N-2": Answer(NotApplicable("只租了一间房")),
    "N-3": Answer("ok"),
    "N-4": Answer(NotApplicable("absent")),
}
