"""Documents, question bank and rules of the small content, and what is complained about in them. No tests here."""

CONTACTS, TERMS = "rules/contacts.yaml", "rules/commitments.yaml"
NOTICE, COMMITMENT = "notices/white.yaml", "commitments/white.yaml"
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

SMALL_RULES = {**DOCUMENTS, **EXAMS}

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
]
