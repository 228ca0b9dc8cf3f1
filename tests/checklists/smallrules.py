"""Documents, question bank and rules of the small content, and what is complained about in them. No tests here."""

CONTACTS, TERMS = "rules/contacts.yaml", "rules/commitments.yaml"
NOTICE, COMMITMENT = "notices/white.yaml", "commitments/white.yaml"
REMINDERS = "rules/reminders.yaml"
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

SMALL_RULES = {**DOCUMENTS, **EXAMS, **DUTIES}

# code, file, what is replaced, by what. The complaint belongs to the line marked "# <-".
BROKEN_RULES = [
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
]
