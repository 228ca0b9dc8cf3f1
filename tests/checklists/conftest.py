"""A small folder of content with every kind of question in it, to be loaded as it is or broken on purpose."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from checklists.catalogue import Catalogue
from checklists.issues import ContentError, Issue
from checklists.load import load_catalogue
from tests.checklists import boilers
from tests.checklists.smallrules import SMALL_RULES

SMALL: Mapping[str, str] = {
    "laws.yaml": "laws:\n  消防法: 《消防法》\n",
    "en/laws.yaml": "laws:\n  消防法: Fire Law\n",
    "choices.yaml": """\
choices:
  yes_no:
    - {value: ok, label: 是, outcome: ok, affirms: true}
    - {value: bad, label: 否, outcome: bad, affirms: false}
  never:
    - {value: never, label: 没做过, outcome: bad, affirms: false}
  not_applicable:
    - {value: absent, label: 本单位没有, outcome: neutral}
    - {value: idle, label: 停用了, outcome: neutral}
""",
    "en/choices.yaml": 'choices:\n  yes_no: {ok: "Yes", bad: "No"}\n  never: {never: Never}\n  not_applicable: {absent: We have none, idle: Out of use}\n',
    "facts.yaml": """\
industries:
  - {id: catering, prompt: 餐饮}
numbers:
  - {id: staff, prompt: 多少人？, unit: 人}
asked:
  - {id: gas, prompt: 用气吗？}
  - {id: stove, prompt: 有灶吗？, only_if: {fact: gas}}
derived:
  - id: large
    when: {fact: staff, at_least: 100}
    note: 依据
  - id: burning
    when: {any: [{fact: gas}, {fact: large}]}
""",
    "en/facts.yaml": """\
facts:
  catering: {prompt: Catering}
  staff: {prompt: How many people?, unit: people}
  gas: {prompt: Is gas used?}
  stove: {prompt: Is there a stove?}
derived:
  large: The reason
""",
    "colours.yaml": """\
default: green
precedence: [white, green]
colours:
  - {id: white, label: 白色, emoji: ⬜, group: 餐饮, industries: [catering], checklist: kitchen}
  - {id: green, label: 绿色, emoji: 🟩, group: 其他, industries: [], checklist: kitchen}
""",
    "en/colours.yaml": """\
colours:
  white: {label: White, group: Catering}
  green: {label: Green, group: Others}
""",
    "privacy.yaml": "version: '1'\ntext: 告知\n",
    "en/privacy.yaml": "text: Notice\n",
    "rules/danger.yaml": "words: [漏气]\n",
    "rules/tips.yaml": "per_day: 3\n",
    "rules/quality.yaml": "shown_days: 30\nzero_again: {in_a_row: 3, by_colour: {white: 2}}\n",
    "rules/defaults.yaml": "scoring: {major_cap: 59}\ndates: {oldest_days: 3650, ahead_days: 3650}\nlongest_text: 200\n",
    "rules/holidays.yaml": "years: {2027: {off: [2027-01-01], worked: []}}\n",
    "criteria/LIST.yaml": """\
id: LIST
law: 消防法
name: 某判定标准
number: 某令第1号
effective: 2026-10-01
count: 2
checked: false
check: 未核对
groups: {fire: 用火, gas: 用气}
rules:
  - {code: LIST-9, article: 9, text: 失效视同没有设置}
items:
  - {code: LIST-3-1, article: 3(1), group: fire, text: 烧柴}
  - {code: LIST-3-2, article: 3(2), group: gas, text: 漏气, checked: true}
""",
    "en/criteria/LIST.yaml": """\
name: Some criteria
number: Some order 1
check: Not checked
groups: {fire: Fire, gas: Gas}
rules: {LIST-9: What fails counts as missing}
items: {LIST-3-1: Wood is burnt, LIST-3-2: Gas leaks}
""",
    "criteria/OLD.yaml": """\
id: OLD
law: 消防法
name: 旧判定标准
number: 某令第0号
effective: 2017-07
status: replaced
replaced_by: 某令第1号
count: 1
checked: false
check: 未核对
groups: {all: 全部}
items:
  - {code: OLD-1, article: 1项, group: all, text: 烧煤}
""",
    "en/criteria/OLD.yaml": """\
name: Old criteria
number: Some order 0
replaced_by: Some order 1
check: Not checked
groups: {all: All}
items: {OLD-1: Coal is burnt}
""",
    "checklists/kitchen.yaml": """\
id: kitchen
title: 厨房自查
colours: [white, green]
cycle_days: 30
sections:
  - id: A
    title: 燃料
    questions:
      - id: K-1
        kind: single
        text: 用什么燃料？
        options:
          - {value: pipe, label: 管道气, outcome: ok, sets: {gas: true}}
          - {value: none, label: 不用气, outcome: ok, sets: {gas: false}}
          - {value: wood, label: 烧柴, outcome: bad, severity: major}
        major: {official: true, criterion: 某标准第1条}
        basis: [{law: 消防法, article: 27}]
        photo: {ask: always}
        advice: 改用管道气。
        rectify_days: 0
        critical: true
      - id: K-2
        kind: yesno
        text: 有人管吗？
        when: {fact: gas}
        basis: [{law: 消防法, article: 16, checked: false}]
        photo: {ask: fail, required: true}
        advice: 指定人员。
        note: 写明姓名。
        rectify_days: 3
      - id: K-3
        kind: multi
        text: 软管有哪些情况？
        options:
          - {value: none, label: 都没有, outcome: ok, affirms: false, alone: true}
          - {value: aged, label: 老化, outcome: bad}
          - {value: wall, label: 穿墙, outcome: bad}
        when: {answer: K-1, in: [pipe]}
        basis: [{law: 消防法}]
        advice: 换管。
        rectify_days: 1
  - id: B
    title: 其他
    when: {not: {answer: K-1, in: [wood]}}
    questions:
      - id: K-4
        kind: number
        text: 软管几米？
        unit: 米
        presets: [1, 1.5, 2]
        minimum: 0
        maximum: 50
        accept: {at_most: 2}
        accept_when:
          - when: {fact: large}
            accept: {at_most: 3}
        basis: [{law: 消防法, article: 9(1), analogy: true}]
        advice: 换短的。
        rectify_days: 1
      - id: K-5
        kind: date
        text: 最近一次检查是哪天？
        choice: never
        accept: {max_age_days: 30}
        basis: [{law: 消防法, article: 10章}]
        advice: 马上检查。
        rectify_days: 1
      - id: K-6
        kind: date
        text: 检验哪天到期？
        accept: {not_expired: true}
        basis: [{law: 消防法, article: 5.1.4}]
        advice: 送检。
        rectify_days: 0
      - id: K-7
        kind: text
        text: 还有什么要说的？
        basis: [{law: 消防法, article: 附录A}]
        advice: 没有就写“没有”。
        rectify_days: 0
  - id: C
    title: 现场
    when: {not: {answer: K-1, in: [wood]}}
    questions:
      - id: K-21
        kind: time
        text: 昨晚几点关的总阀？
        times: ["21:00", "22:00"]
        options:
          - {value: open, label: 没关, outcome: bad}
        accept: {earliest: "20:00", latest: "02:00"}
        basis: [{law: 消防法, article: 16}]
        advice: 打烊就关总阀。
        rectify_days: 0
      - id: K-22
        kind: photo
        text: 请拍灭火器的正面和压力表。
        photo: {at_least: 2}
        advice: 拍清楚。
        rectify_days: 0
      - id: K-23
        kind: file
        text: 请发检验报告。
        files: [pdf, word]
        required: false
        advice: 没有就跳过。
        rectify_days: 0
      - id: K-24
        kind: place
        text: 集合点在哪里？
        advice: 选一个开阔的地方。
        rectify_days: 0
      - id: K-25
        kind: code
        text: 气瓶上的编号是多少？
        pattern: "[0-9]{8}"
        example: "37140001"
        options:
          - {value: unreadable, label: 看不清, outcome: bad}
        basis: [{law: 消防法, article: 16}]
        advice: 换有标签的气瓶。
        rectify_days: 0
""",
    "en/checklists/kitchen.yaml": """\
title: Kitchen check
sections:
  A: Fuel
  B: Others
  C: On site
questions:
  K-1:
    text: Which fuel?
    options: {pipe: Piped gas, none: No gas, wood: Wood}
    criterion: Some standard art. 1
    advice: Use piped gas.
  K-2: {text: Is somebody in charge?, advice: Name somebody., note: With a name.}
  K-3:
    text: What is wrong with the hose?
    options: {none: Nothing, aged: Aged, wall: Through a wall}
    advice: Change it.
  K-4: {text: How long is the hose?, unit: m, advice: Use a shorter one.}
  K-5: {text: When was the last check?, advice: Check now.}
  K-6: {text: When does the inspection expire?, advice: Have it inspected.}
  K-7: {text: Anything else?, advice: "If not, write “nothing”."}
  K-21: {text: When was the main valve closed?, options: {open: Not closed}, advice: Close it at closing time.}
  K-22: {text: Photograph the extinguisher and its gauge., advice: Make it clear.}
  K-23: {text: Please send the inspection report., advice: Skip it if there is none.}
  K-24: {text: Where is the assembly point?, advice: Choose an open place.}
  K-25: {text: Which number is on the cylinder?, options: {unreadable: Unreadable}, advice: Use labelled cylinders.}
""",
    **SMALL_RULES,
}

Write = Callable[[Mapping[str, str | bytes | None]], Path]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small content, loaded."""
    return load_catalogue(written(tmp_path_factory.mktemp("small"), {}))


@pytest.fixture(scope="session")
def boiler_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small content with the checklist of boilers."""
    folder = tmp_path_factory.mktemp("boilers")
    return load_catalogue(
        written(folder, {boilers.BOILERS: boilers.TEXT, boilers.BOILERS_EN: boilers.ENGLISH})
    )


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the small content with some files changed, added, or (None) left out."""
    return lambda changes: written(tmp_path, changes)


def written(root: Path, changes: Mapping[str, str | bytes | None]) -> Path:
    for file, text in {**SMALL, **changes}.items():
        if text is not None:
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def issues_of(root: Path) -> tuple[Issue, ...]:
    """Load content that has to be refused, and return why."""
    with pytest.raises(ContentError) as caught:
        load_catalogue(root)
    return caught.value.issues


@pytest.fixture
def refused(write: Write) -> Callable[[Mapping[str, str | bytes | None]], tuple[Issue, ...]]:
    """Write changed content and return the issues it is refused with."""
    return lambda changes: issues_of(write(changes))


@pytest.fixture(scope="session")
def texts() -> Mapping[str, str]:
    """The files of the small content."""
    return SMALL
