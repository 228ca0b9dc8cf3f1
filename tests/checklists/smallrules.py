"""Documents, question bank and rules of the small content, and what is complained about in them. No tests here."""

from tests.checklists.smalldrills import BROKEN_DRILLS, SMALL_DRILLS
from tests.checklists.smallstaff import BROKEN_STAFF, SMALL_STAFF

CONTACTS, TERMS = "rules/contacts.yaml", "rules/commitments.yaml"
NOTICE, COMMITMENT = "notices/white.yaml", "commitments/white.yaml"
REMINDERS, GRADING = "rules/reminders.yaml", "rules/grading.yaml"
CREDIT, ASSESSMENT = "rules/credit.yaml", "rules/assessment.yaml"
PAPERS, TOPIC = "bank/papers.yaml", "bank/fire.yaml"

DOCUMENTS = {
    CONTACTS: 'contacts:\n  - {id: fire, name: 火警, number: "119"}\n',
    "en/rules/contacts.yaml": "contacts:\n  fire: Fire\n",
    TERMS: """\
valid_days: 365
signer: principal
renew_on: [accident, text_changed]
preamble: "{enterprise}由{principal}承诺："
closing: 自{date}起，至{valid_to}止。
""",
    "en/rules/commitments.yaml": """\
preamble: "{principal} commits for {enterprise}:"
closing: From {date} to {valid_to}.
""",
    NOTICE: """\
colour: white
title: 告知书
items:
  - id: N1
    kind: duty
    text: 要有人管。
    basis: [{law: 消防法, article: 16}]
  - id: N2
    kind: right
    text: 可以求助。
    ours: true
""",
    "en/notices/white.yaml": """\
title: Notice
items:
  N1: Somebody is in charge.
  N2: You may ask for help.
""",
    "notices/green.yaml": """\
colour: green
title: 告知书
items: [{id: N1, kind: ban, text: 不准堵。, basis: [{law: 消防法, article: 28}]}]
""",
    "en/notices/green.yaml": "title: Notice\nitems: {N1: Do not block.}\n",
    COMMITMENT: """\
colour: white
title: 承诺书
items:
  - id: C1
    text: 有人管。
    basis: [{law: 消防法, article: 16}]
  - id: C2
    text: 如实填写。
    ours: true
""",
    "en/commitments/white.yaml": "title: Commitment\nitems: {C1: Somebody is in charge., C2: We fill in truthfully.}\n",
    "commitments/green.yaml": """\
colour: green
title: 承诺书
items: [{id: C1, text: 不堵。, basis: [{law: 消防法, article: 28}]}]
""",
    "en/commitments/green.yaml": "title: Commitment\nitems: {C1: We do not block.}\n",
}

EXAMS = {
    PAPERS: """\
judge:
  - {id: T, label: 对}
  - {id: F, label: 错}
partly: 0.5
papers:
  - id: short
    title: 小考
    roles: [officer, worker]
    topics: [fire]
    parts:
      - {kind: single, count: 1, points: 40}
      - {kind: judge, count: 1, points: 60}
    pass_points: 60
    minutes: 5
""",
    "en/bank/papers.yaml": """\
judge: {T: "True", F: "False"}
papers: {short: Short exam}
""",
    TOPIC: """\
id: fire
title: 消防
items:
  - id: Q1
    kind: single
    text: 火警电话是？
    choices:
      - {id: A, label: "119"}
      - {id: B, label: "114"}
    right: [A]
    why: 火警打119。
    ours: true
    roles: [officer, worker]
  - id: Q2
    kind: judge
    text: 出口可以锁。
    right: [F]
    why: 不能锁。
    basis: [{law: 消防法, article: 28}]
    roles: [officer, worker]
  - id: Q3
    kind: multi
    text: 闻到气味怎么办？
    choices:
      - {id: A, label: 关阀}
      - {id: B, label: 开窗}
      - {id: C, label: 点火}
    right: [A, B]
    why: 不能点火。
    basis: [{law: 消防法, article: 16}]
    roles: [worker]
    when: {fact: gas}
    level: 2
""",
    "en/bank/fire.yaml": """\
title: Fire
items:
  Q1: {text: Which number?, choices: {A: "119", B: "114"}, why: Call 119.}
  Q2: {text: Exits may be locked., why: They may not.}
  Q3: {text: You smell gas?, choices: {A: Shut the valve, B: Open windows, C: Light a fire}, why: No fire.}
""",
}

DUTIES = {
    REMINDERS: """\
hours:
  windows: [{begin: 08:30, end: 11:30}, {begin: 14:00, end: 18:00}]
rules:
  - id: R1
    title: 清洗管道
    source: statute
    basis: [{law: 消防法, article: 16}]
    when: {fact: gas}
    colours: [white]
    task: record
    who: officer
    due: {every: {days: 30}}
    remind: [T-7, T]
    escalate: [{to: principal, at: T+1}, {to: town, at: T+3}]
  - id: R2
    title: 报表
    source: ours
    task: statistics
    who: principal
    due: {on: [01-15, 07-15]}
    remind: [T-1]
  - id: R3
    title: 报告
    source: ours
    subject: major_hazard
    task: report_major
    who: officer
    due: {after: {event: major_hazard_found, hours: 24}}
    remind: [T]
    urgent: true
""",
    "en/rules/reminders.yaml": "rules: {R1: Clean the ducts, R2: Statistics, R3: Report}\n",
}

SUPERVISION = {
    GRADING: """\
dimensions:
  - id: industry
    title: 行业
    most: 60
    take: highest
    factors:
      - {id: large, title: 大, points: 60, when: {fact: large}}
      - {id: reports, title: 举报, points: 3, each: verified_reports, most: 9}
  - {id: performance, title: 绩效, most: 40, credit: true}
classes:
  - {id: I, title: 一, from_points: 70, hint: red, self_check_days: 30, inspect_days: 30}
  - {id: II, title: 二, from_points: 50, hint: orange, self_check_days: 30, inspect_days: 90}
  - {id: III, title: 三, from_points: 30, hint: yellow, self_check_days: 90, inspect_days: 180}
  - {id: IV, title: 四, from_points: 0, hint: blue, self_check_days: 90, inspect_days: 365, sample: 0.1}
overrides:
  - {id: gas, title: 用气, when: {fact: gas}, at_least: III}
  - {id: credit, title: 积分, credit: [B], worse: 1}
coverage:
  {text: 每季一次。, counts: [expert_check], sampling:
  {classes: {I: 1, IV: 0.1}, unknown: 0.3, flagged: 1, unreached: 1, last_days: 30, again: 1, days: 7}, target: 1}
review: 每年一次。
caution: {text: 有上限。, basis: [{law: 消防法, article: 1}]}
""",
    "en/rules/grading.yaml": """\
dimensions:
  industry: {title: Industry, factors: {large: Large, reports: Reports}}
  performance: {title: Performance}
classes: {I: One, II: Two, III: Three, IV: Four}
overrides: {gas: Gas, credit: Credit}
coverage: {text: Once a quarter.}
review: Once a year.
caution: {text: There is a limit.}
""",
    CREDIT: """\
base: 100
least: 0
most: 120
window_days: 365
appeal_days: 10
notice: 内部分。
rules:
  - {id: N1, title: 逾期, points: -3, most: 6, keep_days: 180}
  - {id: P1, title: 达标, by_level: {"1": 15}}
grades:
  - {id: A, title: 好, from_points: 90, effect: 少查, check_factor: 0.5}
  - {id: B, title: 差, from_points: 0, effect: 多查, check_factor: 2}
hard:
  - {id: late, title: 逾期, rules: [N1], at_best: B}
repair: {text: 可以修复。, after_days: 90, share: 0.5}
effects: [{id: E1, text: 公开。, basis: [{law: 消防法, article: 1}]}]
""",
    "en/rules/credit.yaml": """\
notice: Internal.
rules: {N1: Late, P1: Reached}
grades: {A: {title: Good, effect: Fewer}, B: {title: Bad, effect: More}}
hard: {late: Late}
repair: {text: Can be repaired.}
effects: {E1: Published.}
""",
    ASSESSMENT: """\
assessed: [town]
total: 100
sources: {data: 0.6, supervision: 0.3, review: 0.1}
digits: 1
indicators:
  - id: K1
    title: 自查
    weight: 60
    measures: [{id: forms, title: 按时率, points: 60, part: on_time, whole: due}]
  - id: K2
    title: 零报
    weight: 40
    measures: [{id: zero, title: 异常率, points: 40, part: zero, whole: due, inverse: true}]
bonus: 创新。
most_bonus: 5
deductions: [{id: accident, title: 事故, points: 5}]
vetoes: [{id: hidden, title: 瞒报}]
veto_band: poor
no_data_band: poor
bands:
  - {id: good, title: 好, from_points: 60}
  - {id: poor, title: 差, from_points: 0, action: 约谈}
weekly: {weekday: 1, text: 每周。}
monthly: {day: 5, appeal_days: 3, text: 每月。}
yearly: {months: 0.7, review: 0.2, accidents: 0.1, text: 每年。}
""",
    "en/rules/assessment.yaml": """\
indicators:
  K1: {title: Self-checks, measures: {forms: In time}}
  K2: {title: Zeroes, measures: {zero: Suspicious}}
bonus: New practice.
deductions: {accident: Accident}
vetoes: {hidden: Hidden}
bands: {good: {title: Good}, poor: {title: Poor, action: Interview}}
weekly: {text: Weekly.}
monthly: {text: Monthly.}
yearly: {text: Yearly.}
""",
}

LISTING = {
    "rules/listing.yaml": """\
basis: [{law: 消防法, article: 16}]
days: [15, 30]
weekday: 1
hour: 09:00
demands:
  - {id: halt, title: 停产整改, text: 先停产。}
""",
    "en/rules/listing.yaml": """\
demands:
  halt: {title: Stop, text: Stop first.}
""",
}
EXAM_RULES = {
    "rules/exams.yaml": """\
basis: [{law: 消防法, article: 16}]
fails: 3
wait_hours: 24
leaves_after: 2
refresh_days: [7, 21]
refresh_hour: 09:00
""",
    "en/rules/exams.yaml": "{}\n",
    "rules/evidence.yaml": """\
ours: true
place_minutes: 15
near_metres: 500
words:
  - {id: umbrella, word: 雨伞}
""",
    "rules/causes.yaml": """\
ours: true
groups:
  - id: people
    name: 人
    causes:
      - {id: untrained, name: 没培训}
""",
    "rules/departments.yaml": """\
ours: true
departments:
  - {id: emergency, name: 应急局, also: [安监局], when: {fact: staff, at_least: 1000}}
  - {id: commerce, name: 商务局}
""",
    "en/rules/departments.yaml": "departments: {emergency: Emergency Bureau, commerce: Commerce Bureau}\n",
    "en/rules/causes.yaml": "groups:\n  people: {name: People, causes: {untrained: not trained}}\n",
    "en/rules/evidence.yaml": "words: {umbrella: umbrella}\n",
    "rules/asking.yaml": """\
days: [30]
facts:
  - {id: burning, label: 用燃气, words: [gas users]}
  - {id: catering, label: 餐饮}
""",
    "en/rules/asking.yaml": "facts: {burning: Use gas, catering: Catering}\n",
}
TRAINING, COURSE = "rules/training.yaml", "courses/exits.yaml"
COURSES = {
    TRAINING: """\
basis: [{law: 消防法, article: 16}]
hours:
  - {id: all, title: 全员, basis: [{law: 消防法, article: 16}], roles: [officer, worker], initial: 8}
subjects:
  - {id: fire, title: 消防, ours: true, settles: [R1]}
""",
    "en/rules/training.yaml": "hours: {all: Everybody}\nsubjects: {fire: Fire}\n",
    COURSE: """\
id: exits
title: 出口
basis: [{law: 消防法, article: 28}]
minutes: 5
subject: fire
roles: [worker]
colours: [white]
events: [new_worker]
mandatory: true
every_months: 12
cards:
  - {id: C1, title: 两个出口, text: 看好出口。}
quiz:
  wrong: 1
  items: [Q1, Q2]
  own:
    - id: OWN-1
      kind: judge
      text: 可以堵。
      right: [F]
      why: 不能堵。
      ours: true
      roles: [worker]
""",
    "en/courses/exits.yaml": """\
title: Exits
cards: {C1: {title: Two exits, text: Look for exits.}}
quiz: {own: {OWN-1: {text: They may be blocked., why: They may not.}}}
""",
}
KINDS = {
    "rules/hazard_kinds.yaml": """\
kinds:
  - {id: gas, name: 燃气, advice: 先关阀。, days: 1, words: [煤气, 软管], covers: [kitchen/A, LIST/gas], fields: [{id: n, title: 数量, kind: number, unit: 个}]}
  - {id: fire, name: 消防, advice: 先清通道。, days: 3, words: [灭火器], covers: [K-22, LIST/fire], fields: [{id: m, title: 名称, kind: text}]}
  - {id: other, name: 其他, advice: 先围起来。, days: 7}
same:
  - {means: 燃料, said: [烧的]}
""",
    "en/rules/hazard_kinds.yaml": """\
kinds:
  gas: {name: Gas, advice: Shut the valve., fields: {n: {title: Number, unit: pieces}}}
  fire: {name: Fire, advice: Clear the way., fields: {m: {title: Name}}}
  other: {name: Other, advice: Fence it off.}
""",
}
WARNINGS = {
    "rules/warnings.yaml": """\
ours: true
levels:
  - {id: circular, night: false, again: 60, others: 120, listed: 180}
  - {id: blue, night: false, again: 60, others: 120, listed: 180}
  - {id: yellow, night: false, again: 60, others: 120, listed: 180}
  - {id: orange, night: false, again: 60, others: 120, listed: 180}
  - {id: red, night: true, again: 10, others: 20, listed: 30}
""",
    "en/rules/warnings.yaml": "{}\n",
    "warnings/heat.yaml": """\
id: heat
title: 高温
kind: weather
levels: [yellow, red]
level: yellow
concerns: [gas]
hours: 12
lines:
  - {id: A, text: 多喝水。}
  - {id: B, text: 轮换休息。}
  - {id: C, text: 查线路。}
  - {id: D, text: 停工。, at_least: red}
clear: 解除了。
ours: true
""",
    "rules/supplies.yaml": """\
ours: true
items:
  - {id: torch, title: 手电, unit: 只, quantity: 2, when: {fact: gas}, ours: true}
""",
    "en/rules/supplies.yaml": """\
items:
  torch: {title: Torch, unit: pcs}
""",
    "rules/incidents.yaml": """\
basis: [{law: 消防法, article: 28}]
calls: [fire]
kinds:
  - {id: fire, title: 火灾, call: fire, first: 先撤人。}
""",
    "en/rules/incidents.yaml": """\
kinds:
  fire: {title: Fire, first: Out first.}
""",
    "en/warnings/heat.yaml": """\
title: Heat
lines: {A: Drink., B: Rotate., C: Check the cables., D: Stop work.}
clear: It is over.
""",
}
SMALL_RULES = {
    **COURSES,
    **SMALL_DRILLS,
    **SMALL_STAFF,
    **WARNINGS,
    **KINDS,
    **LISTING,
    **EXAM_RULES,
    **DOCUMENTS,
    **EXAMS,
    **DUTIES,
    **SUPERVISION,
}

# code, file, what is replaced, by what. The complaint belongs to the line marked "# <-".
BROKEN_RULES = [
    ("bad-value", "rules/supplies.yaml", "quantity: 2", "quantity: 0"),
    ("unknown-fact", "rules/supplies.yaml", "fact: gas", "fact: gaz"),
    ("ground-missing", "rules/supplies.yaml", ", ours: true}", "}"),
    ("unknown-contact", "rules/incidents.yaml", "calls: [fire]", "calls: [fier] # <-"),
    (
        "unknown-contact",
        "rules/incidents.yaml",
        "call: fire, first: 先撤人。}",
        "call: feuer, first: 先撤人。} # <-",
    ),
    ("bad-value", "rules/incidents.yaml", "calls: [fire]", "calls: [fire]\nreport_hours: 0 # <-"),
    *BROKEN_DRILLS,
    *BROKEN_STAFF,
    ("warning-levels", "warnings/heat.yaml", "levels: [yellow, red]", "levels: [red, yellow] # <-"),
    ("warning-levels", "warnings/heat.yaml", "level: yellow", "level: blue"),
    ("warning-lines", "warnings/heat.yaml", "  - {id: C, text: 查线路。}\n", ""),
    ("unknown-fact", "warnings/heat.yaml", "concerns: [gas]", "concerns: [gaz] # <-"),
    ("file-name", "warnings/heat.yaml", "id: heat", "id: cold # <-"),
    (
        "warning-levels-all",
        "rules/warnings.yaml",
        "  - {id: blue, night: false, again: 60, others: 120, listed: 180}\n",
        "",
    ),
    ("unknown-fact", "rules/asking.yaml", "id: burning", "id: burned"),
    ("asked-twice", "rules/asking.yaml", "label: 餐饮", "label: 餐饮, words: [Gas users]"),
    ("bad-value", "rules/asking.yaml", "days: [30]", "days: [0] # <-"),
    ("warning-steps", "rules/warnings.yaml", "again: 10, others: 20", "again: 20, others: 20"),
    ("english-missing", "en/warnings/heat.yaml", "clear: It is over.\n", ""),
    ("unknown-cover", "rules/hazard_kinds.yaml", "covers: [kitchen/A, LIST/gas]", "covers: [kitchen/Z]"),
    ("covered-twice", "rules/hazard_kinds.yaml", "covers: [K-22, LIST/fire]", "covers: [kitchen/A]"),
    (
        "field-parts",
        "rules/hazard_kinds.yaml",
        "kind: number, unit: 个",
        "kind: text, unit: 个",
    ),
    ("bad-value", "rules/listing.yaml", "weekday: 1", "weekday: 8 # <-"),
    ("bad-value", "rules/listing.yaml", "days: [15, 30]", "days: [15, 0] # <-"),
    ("not-clock", "rules/listing.yaml", "hour: 09:00", "hour: 9 # <-"),
    ("unknown-law", "rules/listing.yaml", "law: 消防法", "law: 消妨法"),
    ("text-too-long", "rules/listing.yaml", "title: 停产整改", "title: 停产整改以后再说吧"),
    ("bad-value", "rules/evidence.yaml", "place_minutes: 15", "place_minutes: 0 # <-"),
    ("bad-value", "rules/evidence.yaml", "near_metres: 500", "near_metres: 5 # <-"),
    ("text-too-long", "rules/causes.yaml", "name: 没培训", "name: 没培训到位而且也没有人教"),
    (
        "duplicate-id",
        "rules/causes.yaml",
        "- {id: untrained, name: 没培训}",
        "- {id: untrained, name: 没培训}\n      - {id: untrained, name: 没学过} # <-",
    ),
    ("text-too-long", "rules/departments.yaml", "name: 商务局", "name: 商务局和市场监督管理局以及其他部门"),
    ("unknown-fact", "rules/departments.yaml", "fact: staff,", "fact: stuff,"),
    (
        "department-unreachable",
        "rules/departments.yaml",
        "- {id: commerce, name: 商务局}",
        "- {id: commerce, name: 商务局}\n  - {id: later, name: 后来局} # <-",
    ),
    (
        "department-name-twice",
        "rules/departments.yaml",
        "- {id: commerce, name: 商务局}",
        "- {id: commerce, name: 商务局, also: [安监局]} # <-",
    ),
    (
        "industry-no-department",
        "rules/departments.yaml",
        "- {id: commerce, name: 商务局}",
        "- {id: commerce, name: 商务局, when: {fact: staff, at_least: 2000}} # <-",
    ),
    ("text-too-long", "rules/evidence.yaml", "word: 雨伞", "word: 一把很大的红雨伞"),
    ("bad-value", "rules/exams.yaml", "fails: 3", "fails: 0 # <-"),
    ("bad-value", "rules/exams.yaml", "refresh_days: [7, 21]", "refresh_days: [7, 0] # <-"),
    ("not-clock", "rules/exams.yaml", "refresh_hour: 09:00", "refresh_hour: 9 # <-"),
    ("unknown-law", "rules/exams.yaml", "law: 消防法", "law: 消妨法"),
    ("unknown-rule", TRAINING, "settles: [R1]", "settles: [R9]"),
    ("file-name", COURSE, "id: exits", "id: exit # <-"),
    ("unknown-subject", COURSE, "subject: fire", "subject: fires # <-"),
    ("unknown-colour", COURSE, "colours: [white]", "colours: [whiter]"),
    ("course-optional", COURSE, "mandatory: true", "mandatory: false # <-"),
    ("unknown-exam-item", COURSE, "items: [Q1, Q2]", "items: [Q1, Q2, Q9]"),
    ("duplicate-id", COURSE, "items: [Q1, Q2]", "items: [Q1, Q2, Q2]"),
    ("exam-right-unknown", COURSE, "right: [F]", "right: [B] # <-"),
    ("quiz-too-short", COURSE, "quiz:\n  wrong: 1", "quiz: # <-\n  wrong: 3"),
    ("not-one-of", COURSE, "events: [new_worker]", "events: [new]"),
    ("ground-missing", TRAINING, ", ours: true, settles", ", settles"),
    ("english-missing", "en/rules/listing.yaml", ", text: Stop first.", ""),
    ("industry-no-colour", "colours.yaml", "industries: [catering]", "industries: []"),
    (
        "industry-two-colours",
        "colours.yaml",
        "group: 其他, industries: []",
        "group: 其他, industries: [catering] # <-\n    ",
    ),
    (
        "ground-missing",
        NOTICE,
        "  - id: N2\n    kind: right\n    text: 可以求助。\n    ours: true\n",
        "  - id: N2 # <-\n    kind: right\n    text: 可以求助。\n",
    ),
    (
        "ground-missing",
        COMMITMENT,
        "  - id: C2\n    text: 如实填写。\n    ours: true\n",
        "  - id: C2 # <-\n    text: 如实填写。\n    ours: false\n",
    ),
    ("unknown-law", NOTICE, "[{law: 消防法, article: 16}]", "[{law: 消妨法, article: 16}] # <-"),
    ("bad-article", NOTICE, "article: 16}]", "article: 十六}] # <-"),
    ("not-one-of", NOTICE, "kind: duty", "kind: dutty # <-"),
    ("duplicate-id", NOTICE, "- id: N2", "- id: N1 # <-"),
    ("bad-id", COMMITMENT, "- id: C2", "- id: 二 # <-"),
    ("text-empty", NOTICE, "text: 要有人管。", 'text: "" # <-'),
    ("text-too-long", COMMITMENT, "text: 有人管。", f"text: {'管' * 121} # <-"),
    ("unknown-colour", NOTICE, "colour: white", "colour: whit # <-"),
    ("file-name", NOTICE, "colour: white", "colour: green # <-"),
    ("missing-key", COMMITMENT, "  - id: C2\n    text: 如实填写。\n", "  - id: C2 # <-\n"),
    ("bad-value", TERMS, "valid_days: 365", "valid_days: 0 # <-"),
    ("not-one-of", TERMS, "signer: principal", "signer: officer # <-"),
    ("placeholder-unknown", TERMS, "至{valid_to}止", "至{valid_till}止 # <-"),
    ("placeholder-unknown", TERMS, "至{valid_to}止", "至{止 # <-"),
    ("placeholder-uneven", TERMS, "自{date}起，", ""),
    ("english-missing", "en/notices/white.yaml", "  N2: You may ask for help.\n", ""),
    ("english-orphan", "en/notices/white.yaml", "items:\n", "items:\n  N9: Left over # <-\n"),
    ("file-name", TOPIC, "id: fire", "id: fires # <-"),
    ("duplicate-id", TOPIC, "  - id: Q2", "  - id: Q1 # <-"),
    ("exam-twice", TOPIC, "text: 出口可以锁。", "text: 火警电话是 # <-"),
    ("exam-right-unknown", TOPIC, "    right: [A]\n", "    right: [C] # <-\n"),
    ("exam-right-unknown", TOPIC, "    right: [F]\n", "    right: [A] # <-\n"),
    ("exam-right-count", TOPIC, "    right: [A]\n", "    right: [A, B] # <-\n"),
    ("exam-right-count", TOPIC, "right: [A, B]", "right: [A] # <-"),
    ("exam-right-count", TOPIC, "right: [A, B]", "right: [A, A] # <-"),
    ("bad-value", TOPIC, "right: [A, B]", "right: [] # <-"),
    ("not-one-of", TOPIC, "roles: [worker]", "roles: [workers] # <-"),
    ("option-same-label", TOPIC, '{id: B, label: "114"}', '{id: B, label: "119"} # <-'),
    ("options-missing", TOPIC, '      - {id: B, label: "114"}\n', ""),
    (
        "exam-judge-choices",
        TOPIC,
        "    right: [F]\n",
        "    choices: [{id: T, label: 对}] # <-\n    right: [F]\n",
    ),
    ("unknown-fact", TOPIC, "when: {fact: gas}", "when: {fact: gaz} # <-"),
    ("answer-in-rule", TOPIC, "when: {fact: gas}", "when: {answer: K-1, in: [pipe]} # <-"),
    ("unknown-topic", PAPERS, "topics: [fire]", "topics: [fire, fier] # <-"),
    ("paper-too-few", PAPERS, "kind: judge, count: 1", "kind: judge, count: 2 # <-\n       "),
    ("paper-too-few", PAPERS, "kind: judge, count: 1", "kind: multi, count: 1 # <-\n       "),
    ("paper-not-passable", PAPERS, "points: 60}", "points: 10}"),
    ("duplicate-id", PAPERS, "kind: judge, count: 1", "kind: single, # <-\n         count: 1"),
    ("exam-judge-letters", PAPERS, "{id: T, label: 对}", "{id: Y, label: 对}"),
    ("bad-value", PAPERS, "partly: 0.5", "partly: 1.5 # <-"),
    ("not-relative-day", REMINDERS, "remind: [T-7, T]", "remind: [T-7, T0] # <-"),
    ("not-relative-day", REMINDERS, "remind: [T-7, T]", "remind: [-7, T] # <-"),
    ("not-month-day", REMINDERS, "on: [01-15, 07-15]", "on: [02-29, 07-15] # <-\n         "),
    ("not-month-day", REMINDERS, "on: [01-15, 07-15]", "on: [1-15, 07-15] # <-\n         "),
    ("not-clock", REMINDERS, "begin: 08:30", "begin: 24:00"),
    ("window-empty", REMINDERS, "end: 18:00", "end: 14:00"),
    ("span-shape", REMINDERS, "{days: 30}", "{days: 30, months: 1} # <-\n         "),
    ("span-shape", REMINDERS, ", hours: 24}", "} # <-\n         "),
    ("due-shape", REMINDERS, "due: {every: {days: 30}}", "due: {every: {days: 30}, on: [01-01]} # <-"),
    ("due-shape", REMINDERS, "due: {every: {days: 30}}", "due: {} # <-"),
    ("reminder-order", REMINDERS, "[T-7, T]", "[T, T-7] # <-"),
    ("reminder-order", REMINDERS, "[T-7, T]", "[T, T] # <-"),
    ("reminder-early", REMINDERS, "[T-7, T]", "[T-30, T] # <-"),
    ("ladder-order", REMINDERS, "{to: town, at: T+3}", "{to: officer, at: T+3}"),
    ("ladder-order", REMINDERS, "{to: town, at: T+3}", "{to: town, at: T}"),
    ("ladder-early", REMINDERS, "{to: principal, at: T+1}", "{to: principal, at: T-1}"),
    ("unknown-colour", REMINDERS, "colours: [white]", "colours: [whit] # <-"),
    ("not-one-of", REMINDERS, "colours: [white]", "classes: [V] # <-"),
    ("unknown-fact", REMINDERS, "when: {fact: gas}", "when: {fact: gaz} # <-"),
    ("not-one-of", REMINDERS, "task: statistics", "task: statistic # <-"),
    ("not-one-of", REMINDERS, "event: major_hazard_found", "event: hazard_found # <-\n             "),
    (
        "source-bare",
        REMINDERS,
        "    source: statute\n    basis: [{law: 消防法, article: 16}]\n",
        "    source: statute # <-\n",
    ),
    ("duplicate-id", REMINDERS, "- id: R2", "- id: R1 # <-"),
    ("factor-shape", GRADING, ", each: verified_reports, most: 9}", "} # <-"),
    ("factor-shape", GRADING, "when: {fact: large}}", "when: {fact: large}, each: penalties} # <-"),
    ("dimension-shape", GRADING, "most: 40, credit: true}", "most: 40} # <-"),
    ("override-shape", GRADING, "when: {fact: gas}, at_least: III}", "when: {fact: gas}} # <-"),
    ("override-shape", GRADING, "at_least: III}", "at_least: III, worse: 1} # <-"),
    (
        "classes-all",
        GRADING,
        "{id: III, title: 三, from_points: 30, hint: yellow, self_check_days: 90, inspect_days: 180}\n  - {id: IV,",
        "{id: IV, title: 三, from_points: 30, hint: yellow, self_check_days: 90, inspect_days: 180}\n  - {id: III,",
    ),
    ("unknown-grade", GRADING, "credit: [B]", "credit: [E]"),
    ("sum-wrong", GRADING, "most: 40, credit", "most: 30, credit"),
    ("scale-gap", GRADING, "from_points: 0,", "from_points: 10,"),
    ("scale-gap", GRADING, "from_points: 50,", "from_points: 70,"),
    ("unknown-fact", GRADING, "when: {fact: large}}", "when: {fact: largest}} # <-"),
    ("fact-is-number", GRADING, "when: {fact: gas}, at", "when: {fact: fatal_accidents}, at"),
    ("not-one-of", GRADING, "each: verified_reports", "each: reports"),
    ("not-number", GRADING, "target: 1}", "target: all}"),
    ("credit-shape", CREDIT, 'by_level: {"1": 15}}', 'by_level: {"1": 15}, points: 1} # <-'),
    ("credit-base", CREDIT, "base: 100", "base: 121 # <-"),
    ("scale-gap", CREDIT, "from_points: 0,", "from_points: 1,"),
    ("unknown-rule", CREDIT, "rules: [N1]", "rules: [N2]"),
    ("unknown-grade", CREDIT, "at_best: B", "at_best: C"),
    ("hard-rule-empty", CREDIT, "rules: [N1], at_best", "at_best"),
    ("sum-wrong", ASSESSMENT, "weight: 60", "weight: 59"),
    ("sum-wrong", ASSESSMENT, "data: 0.6", "data: 0.7 # <-\n        "),
    ("sum-wrong", ASSESSMENT, "months: 0.7", "months: 0.6"),
    ("unknown-band", ASSESSMENT, "veto_band: poor", "veto_band: bad # <-"),
    ("unknown-band", ASSESSMENT, "no_data_band: poor", "no_data_band: bad # <-"),
    ("scale-gap", ASSESSMENT, "from_points: 60}", "from_points: 0}"),
]
