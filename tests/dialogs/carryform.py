"""A form with every carry-over class, and last period's submission of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from checklists.answers import Answer, Value
from checklists.judging import judge
from checklists.period import due_of, period_of
from checklists.schema import (
    Accept,
    Carry,
    Checklist,
    Option,
    Outcome,
    PhotoAsk,
    PhotoRule,
    Question,
    QuestionKind,
    Section,
)
from checklists.words import Words
from safety.calendar import today
from safety.checks import CheckKey, Draft
from safety.hazard_ledger import Hazard, HazardState
from tests.dialogs.paper import World, days


def option(value: str, zh: str, en: str, outcome: str = "ok", **more: object) -> Option:
    return Option(value=value, label=Words(zh, en), outcome=Outcome(outcome), **more)  # type: ignore[arg-type]  # fields by name


YES_NO = (option("ok", "是", "Yes", affirms=True), option("bad", "否", "No", "bad", affirms=False))


def question(name: str, kind: str, zh: str, en: str, **more: object) -> Question:
    if kind == "yesno":
        more.setdefault("options", YES_NO)
    advice = Words("马上改好。", "Put it right at once.")
    return Question(id=name, kind=QuestionKind(kind), text=Words(zh, en), advice=advice, **more)  # type: ignore[arg-type]  # fields by name


PAPERS = (
    question("C-1", "yesno", "责任制签了吗？", "Is responsibility assigned in writing?"),
    question(
        "C-2",
        "single",
        "谁管安全？",
        "Who looks after safety?",
        options=(
            option("full", "专职人员", "A full-time officer"),
            option("part", "兼职人员", "A part-time officer"),
            option("none", "没人管", "Nobody", "bad"),
        ),
    ),
    question(
        "C-3",
        "number",
        "灭火器有几具？",
        "How many extinguishers are there?",
        carry=Carry.CONFIRM,
        unit=Words("具", "pcs"),
        presets=(Decimal(2), Decimal(4), Decimal(6), Decimal(8)),
        minimum=Decimal(0),
        maximum=Decimal(500),
        whole=True,
        accept=Accept(at_least=Decimal(2)),
    ),
    question(
        "C-4",
        "date",
        "最近一次演练是哪天？",
        "When was the last drill?",
        accept=Accept(max_age_days=365),
        oldest_days=3650,
    ),
)
PLACE = (
    question("C-5", "yesno", "今天有漏气吗？", "Does gas leak today?", carry=Carry.ALWAYS, options=(
        option("ok", "没有", "No", affirms=False), option("bad", "有", "Yes", "bad", affirms=True))),
    question("C-6", "yesno", "灶台周围干净吗？", "Is it clear around the stove?", carry=Carry.FRESH),
    question(
        "C-7",
        "yesno",
        "安全出口都开着吗？",
        "Are all exits open?",
        critical=True,
        photo=PhotoRule(ask=PhotoAsk.ALWAYS, required=True),
    ),
    question(
        "C-8",
        "multi",
        "配电箱有哪些情况？",
        "What is wrong with the switch box?",
        options=(
            option("none", "都没有", "None of these", alone=True),
            option("door", "门坏了", "Door broken", "bad"),
            option("label", "没有标识", "No labels", "bad"),
        ),
    ),
    question("C-9", "yesno", "应急灯能亮吗？", "Do the emergency lights work?"),
)  # fmt: skip

CARRY = Checklist(
    id="carry",
    title=Words("沿用自查表", "Carry-over checklist"),
    colours=("white",),
    cycle_days=30,
    sections=(
        Section(id="A", title=Words("证照和人员", "Papers and people"), questions=PAPERS),
        Section(id="B", title=Words("现场", "On site"), questions=PLACE),
    ),
)
GOOD: Mapping[str, Value] = {
    "C-1": "ok",
    "C-2": "part",
    "C-3": Decimal(4),
    "C-4": date(2026, 5, 3),
    "C-5": "ok",
    "C-6": "ok",
    "C-7": "ok",
    "C-8": ("none",),
    "C-9": "ok",
}


def submitted_before(world: World, form: Checklist, answers: Mapping[str, Answer], ago: int = 31) -> Draft:
    """Put a check of this form into the past, handed in so many days ago, its bad answers as open hazards."""
    then = world.now - days(ago)
    key = CheckKey(form.id, period_of(form.cycle_days, today(then)))
    receipt = f"ZC-2026-9{len(world.drafts):05d}"
    draft = Draft(key, form, answers, then, due_of(key.period), receipt, then, "李梅", form.fingerprint)
    world.drafts[key] = draft
    for name, answer in answers.items():
        if answer.value is not None:
            meant = judge(form.question(name), answer.value, {}, today(then))
            if meant.bad:
                _find(world, draft, name, today(then) + timedelta(days=meant.rectify_days))
    return draft


def _find(world: World, draft: Draft, name: str, due: date) -> None:
    number, place = f"YH-2026-9{len(world.found):05d}", world.enterprise
    severity = draft.form.question(name).severity
    found = Hazard(
        number, place.name, place.town, draft.key.checklist, name, severity, HazardState.REPORTED,
        draft.begun_at, due, "李梅", form=draft.form,
    )  # fmt: skip
    world.found.append(found)


def given(**changed: Value | None) -> dict[str, Answer]:
    """Last time's answers, all good and with a photo, but for these; None leaves one out."""
    values = {**GOOD, **{name.replace("_", "-"): value for name, value in changed.items()}}
    return {name: Answer(value, photos=1) for name, value in values.items() if value is not None}


# --- facts --------------------------------------------------------------------------------------------------------

FLAGS: Mapping[str, tuple[str, str]] = {
    "has_contractors": ("有外包作业吗？", "Is any work contracted out?"),
    "has_dispatched": ("用劳务派遣工吗？", "Are there agency workers?"),
    "has_special_ops": ("有特种作业吗？", "Is there special work that needs a licence?"),
    "hot_work": ("会动火吗？", "Is there hot work?"),
    "dust": ("有可燃粉尘吗？", "Is there combustible dust?"),
}


def _stating(name: str, fact: str) -> Question:
    yes = option("ok", "有", "Yes", affirms=True, sets={fact: True})
    no = option("no", "没有", "No", affirms=False, sets={fact: False})
    return question(name, "yesno", *FLAGS[fact], options=(yes, no))


def fact_form(name: str, zh: str, en: str) -> Checklist:
    """Six facts and one thing of its own."""
    staff = question(
        f"{name}-6",
        "number",
        "一共多少人？",
        "How many people work here?",
        sets="staff",
        unit=Words("人", "people"),
        minimum=Decimal(0),
        maximum=Decimal(9999),
        whole=True,
        presets=(Decimal(5), Decimal(20)),
        accept=Accept(anything=True),
    )
    asked = [_stating(f"{name}-{place}", fact) for place, fact in enumerate(FLAGS, 1)]
    own = question(f"{name}-7", "yesno", "消防通道畅通吗？", "Is the fire lane clear?", carry=Carry.ALWAYS)
    section = Section(id="A", title=Words("基本情况", "The enterprise"), questions=(*asked, staff, own))
    return Checklist(id=name, title=Words(zh, en), colours=("white",), cycle_days=30, sections=(section,))


ONE = fact_form("one", "人员情况表", "People")
TWO = fact_form("two", "作业情况表", "Work")
