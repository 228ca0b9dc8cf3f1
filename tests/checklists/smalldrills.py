"""A small drill for tests of content, and what can be wrong with one."""

SCRIPT = "drills/fire.yaml"
SMALL_DRILLS = {
    "rules/drills.yaml": """\
basis: [{law: 消防法, article: 16}]
chase_minutes: 3
""",
    "en/rules/drills.yaml": "{}\n",
    SCRIPT: """\
id: fire
title: 火灾疏散
plan: special
when: {fact: gas}
minutes: 10
basis: [{law: 消防法, article: 16}]
scenario: 锅着火了。
never:
  - {id: n1, text: 不真点火。}
injects:
  - id: alarm
    minute: 0
    text: 着火了！
    expects:
      - {id: e1, text: 先喊人。}
  - id: leave
    minute: 2
    rollcall: true
    text: 全部撤。
  - id: exit
    minute: 4
    to: officer
    text: 拍安全出口。
    photo: 安全出口
hotwash:
  - {id: h1, text: 听见了吗？}
measures:
  - id: m1
    text: 一分钟内报警。
    category: fire
    advice: 再练一次。
    basis: [{law: 消防法, article: 16}]
  - id: m2
    text: 阀门关了。
    category: gas
    advice: 挂牌。
    ours: true
""",
    "en/drills/fire.yaml": """\
title: Fire
scenario: A pan is on fire.
never: {n1: No real fire.}
injects:
  alarm: {text: Fire!, expects: {e1: Call first.}}
  leave: {text: Everybody out.}
  exit: {text: Photograph the exit., photo: The exit}
hotwash: {h1: Did you hear it?}
measures:
  m1: {text: Alarm within a minute., advice: Once more.}
  m2: {text: The valve was shut., advice: Label it.}
""",
}

# code, file, what is replaced, by what. The complaint belongs to the line marked "# <-".
BROKEN_DRILLS = [
    ("file-name", SCRIPT, "id: fire\n", "id: fires # <-\n"),
    ("drill-start", SCRIPT, "    minute: 0\n", "    minute: 1 # <-\n"),
    ("drill-order", SCRIPT, "    minute: 4\n", "    minute: 1 # <-\n"),
    ("drill-too-short", SCRIPT, "    minute: 4\n", "    minute: 10\n"),
    ("bad-value", SCRIPT, "minutes: 10\n", "minutes: 4 # <-\n"),
    ("drill-rollcall", SCRIPT, "    rollcall: true\n", ""),
    ("drill-rollcall", SCRIPT, "    rollcall: true\n", "    to: officer\n    rollcall: true\n"),
    ("drill-rollcall", SCRIPT, "    to: officer\n", "    rollcall: true\n"),
    ("unknown-kind", SCRIPT, "category: fire", "category: fier # <-"),
    ("not-one-of", SCRIPT, "plan: special", "plan: specal # <-"),
    ("not-one-of", SCRIPT, "to: officer", "to: everybody # <-"),
    ("ground-missing", SCRIPT, "    ours: true\n", ""),
    ("unknown-fact", SCRIPT, "when: {fact: gas}", "when: {fact: gaz} # <-"),
    ("duplicate-id", SCRIPT, "  - id: leave", "  - id: alarm # <-"),
    ("text-too-long", SCRIPT, "text: 全部撤。", f"text: {'撤' * 121} # <-"),
    ("english-missing", "en/drills/fire.yaml", ", photo: The exit", ""),
    ("bad-value", "rules/drills.yaml", "chase_minutes: 3", "chase_minutes: 0 # <-"),
]
