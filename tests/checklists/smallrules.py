"""Documents, question bank and rules of the small content, and what is complained about in them. No tests here."""

CONTACTS, TERMS = "rules/contacts.yaml", "rules/commitments.yaml"
NOTICE, COMMITMENT = "notices/white.yaml", "commitments/white.yaml"

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

SMALL_RULES = {**DOCUMENTS}

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
]
