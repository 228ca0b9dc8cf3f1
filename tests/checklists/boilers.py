"""A checklist with repeated sections, calculated values, texts that are filled in, and an eye on another checklist."""

BOILERS, BOILERS_EN = "checklists/boilers.yaml", "en/checklists/boilers.yaml"

TEXT = """\
id: boilers
title: 锅炉自查
colours: [white]
cycle_days: 30
sections:
  - id: A
    title: 总数
    questions:
      - id: B-1
        kind: number
        text: 有几台锅炉？
        unit: 台
        minimum: 0
        maximum: 5
        whole: true
        accept: {anything: true}
        advice: 数一数。
        rectify_days: 0
      - id: B-2
        kind: yesno
        text: 有专人管这{answer:B-1}台锅炉吗？
        when: {answer: B-1, at_least: 1}
        basis: [{law: 消防法, article: 16}]
        advice: 指定人员。
        rectify_days: 0
        critical: true
      - id: B-3
        kind: yesno
        text: 锅炉房里还烧柴吗？
        when: {form: kitchen, answer: K-1, in: [wood, pipe]}
        basis: [{law: 消防法, article: 16}]
        advice: 不要烧柴。
        rectify_days: 0
  - id: B
    title: 每台锅炉
    repeat: {answer: B-1, maximum: 5, title: 锅炉, name: B-4}
    questions:
      - id: B-4
        kind: text
        text: 第{n}台锅炉叫什么？
        advice: 写大家叫惯的名字。
        rectify_days: 0
      - id: B-5
        kind: number
        text: “{answer:B-4}”每天用几个小时？
        unit: 小时
        minimum: 0
        maximum: 24
        accept: {anything: true}
        advice: 大概就行。
        rectify_days: 0
      - id: B-6
        kind: single
        text: 压力表检验过吗？
        options:
          - {value: ok, label: 检过, outcome: ok}
          - {value: bad, label: 没检, outcome: bad}
          - {value: none, label: 没有压力表, outcome: bad}
        basis: [{law: 消防法, article: 16}]
        advice: 送检。
        rectify_days: 3
      - id: B-7
        kind: text
        text: 没检的原因是什么？
        when: {answer: B-6, in: [bad]}
        advice: 写一句。
        rectify_days: 0
  - id: C
    title: 合计
    questions:
      - id: B-8
        kind: calculated
        text: 每天一共用气的小时数
        unit: 小时
        calculate: {sum: [{answer: B-5}]}
        accept: {at_most: 40}
        basis: [{law: 消防法, article: 16}]
        advice: 错开使用。
        rectify_days: 1
      - id: B-9
        kind: calculated
        text: 每人管的锅炉数
        calculate: {ratio: [{answer: B-1}, {fact: staff}]}
        accept: {at_most: 1}
        severity: major
        major: {official: false}
        basis: [{law: 消防法, article: 16}]
        advice: 加人。
        rectify_days: 0
      - id: B-10
        kind: calculated
        text: 没问题的项数
        calculate: {count: [{answer: B-2, in: [ok]}, {not: {answer: B-6, in: [bad, none]}}]}
        accept: {anything: true}
        advice: 只是计数。
        rectify_days: 0
      - id: B-11
        kind: yesno
        text: 一共{fact:staff}人，都知道哪台没检吗？
        when: {answer: B-6, in: [bad]}
        basis: [{law: 消防法, article: 16}]
        advice: 告诉大家。
        rectify_days: 0
  - id: D
    title: 每个车间
    repeat: {more: B-13, minimum: 1, maximum: 3, title: 车间}
    questions:
      - id: B-12
        kind: yesno
        text: 第{n}个车间的通道都通吗？
        basis: [{law: 消防法, article: 16}]
        advice: 清通道。
        rectify_days: 0
      - id: B-13
        kind: yesno
        text: 还有别的车间吗？
        options:
          - {value: more, label: 还有, outcome: neutral, affirms: true}
          - {value: enough, label: 没有了, outcome: neutral, affirms: false}
        advice: 一个一个来。
        rectify_days: 0
"""

ENGLISH = """\
title: Boiler check
sections: {A: Number, B: Each boiler, C: Together, D: Each workshop}
repeats: {B: Boiler, D: Workshop}
questions:
  B-1: {text: How many boilers are there?, unit: boilers, advice: Count them.}
  B-2: {text: "Is somebody in charge of these {answer:B-1} boilers?", advice: Name somebody.}
  B-3: {text: Is wood burned in the boiler room?, advice: Burn no wood.}
  B-4: {text: "What is boiler {n} called?", advice: Its usual name.}
  B-5: {text: "How many hours a day does “{answer:B-4}” run?", unit: hours, advice: About so many.}
  B-6:
    text: Has the gauge been inspected?
    options: {ok: Inspected, bad: Not inspected, none: No gauge}
    advice: Have it inspected.
  B-7: {text: Why not?, advice: One sentence.}
  B-8: {text: Hours of all boilers a day, unit: hours, advice: Use them one after the other.}
  B-9: {text: Boilers for each person, advice: Find more people.}
  B-10: {text: Things in order, advice: Only counted.}
  B-11: {text: "Do all {fact:staff} people know which one was not inspected?", advice: Tell them.}
  B-12: {text: "Are the aisles of workshop {n} free?", advice: Clear them.}
  B-13: {text: Is there another workshop?, options: {more: "Yes", enough: "No"}, advice: One after the other.}
"""

# code, what is replaced, by what; the complaint belongs to the line marked "# <-"
BROKEN = [
    ("condition-form", "{form: kitchen, answer: K-1, in: [wood, pipe]}", "{form: kitchen, fact: gas} # <-"),
    ("unknown-checklist", "form: kitchen", "form: kitchn"),
    ("form-itself", "{form: kitchen, answer: K-1, in: [wood, pipe]}", "{form: boilers, answer: B-2, in: [ok]} # <-"),
    ("unknown-question", "answer: K-1, in: [wood", "answer: K-99, in: [wood"),
    ("question-no-options", "answer: K-1, in: [wood, pipe]}", "answer: K-4, in: [wood]} # <-"),
    ("unknown-option", "in: [wood, pipe]", "in: [wood, pip]"),
    ("answer-not-number", "when: {answer: B-6, in: [bad]}\n        advice", "when: {answer: B-4, at_least: 1} # <-\n        advice"),
    ("question-later", "when: {answer: B-1, at_least: 1}", "when: {answer: B-8, at_least: 1} # <-"),
    ("unknown-question", "when: {answer: B-1, at_least: 1}", "when: {answer: B-99, at_least: 1} # <-"),
    ("unreachable", "when: {answer: B-1, at_least: 1}", "when: {all: [{answer: B-1, at_least: 3}, {answer: B-1, at_most: 2}]} # <-"),
    ("repeat-shape", "repeat: {answer: B-1, maximum: 5,", "repeat: {answer: B-1, fact: staff, maximum: 5, # <-\n            "),
    ("repeat-shape", "repeat: {more: B-13, minimum: 1,", "repeat: {minimum: 1, # <-\n            "),
    ("unknown-fact", "repeat: {answer: B-1,", "repeat: {fact: stff, # <-\n            "),
    ("fact-not-number", "repeat: {answer: B-1,", "repeat: {fact: gas, # <-\n            "),
    ("unknown-question", "repeat: {answer: B-1,", "repeat: {answer: B-0, # <-\n            "),
    ("question-later", "repeat: {answer: B-1,", "repeat: {answer: B-8, # <-\n            "),
    ("answer-not-number", "repeat: {answer: B-1,", "repeat: {answer: B-2, # <-\n            "),
    ("repeat-too-few", "maximum: 5, title: 锅炉", "maximum: 4, title: 锅炉"),
    ("bad-value", "maximum: 5, title: 锅炉", "maximum: 99, title: 锅炉"),
    ("repeat-more", "more: B-13", "more: B-12"),
    ("unknown-question", "more: B-13", "more: B-14"),
    ("repeat-more", "outcome: neutral, affirms: true}", "outcome: neutral}"),
    ("repeat-name", "name: B-4", "name: B-6"),
    ("unknown-question", "name: B-4", "name: B-1"),
    ("range-empty", "repeat: {more: B-13, minimum: 1,", "repeat: {more: B-13, minimum: 4,"),
    ("repeat-sets", "{value: ok, label: 检过, outcome: ok}", "{value: ok, label: 检过, outcome: ok, sets: {gas: true}}"),
    ("repeat-outside", "{ratio: [{answer: B-1},", "{ratio: [{answer: B-5},"),
    ("repeat-outside", "一共{fact:staff}人", "一共{answer:B-5}人"),
    ("repeat-outside", "when: {answer: B-6, in: [bad]}\n        basis", "when: {answer: B-5, at_least: 1} # <-\n        basis"),
    ("calculate-missing", "      - id: B-8", "      - id: B-8 # <-"),
    ("expression-shape", "{sum: [{answer: B-5}]}", "{sum: [{answer: B-5, fact: staff}]} # <-"),
    ("expression-pair", "{ratio: [{answer: B-1}, {fact: staff}]}", "{ratio: [{answer: B-1}]} # <-"),
    ("unknown-fact", "{fact: staff}]}", "{fact: stff}]} # <-"),
    ("fact-not-number", "{fact: staff}]}", "{fact: gas}]} # <-"),
    ("answer-not-number", "{ratio: [{answer: B-1},", "{ratio: [{answer: B-2},"),
    ("answer-not-number", "{sum: [{answer: B-5}]}", "{sum: [{answer: B-6}]} # <-"),
    ("unknown-question", "{sum: [{answer: B-5}]}", "{sum: [{answer: B-55}]} # <-"),
    ("question-later", "{sum: [{answer: B-5}]}", "{sum: [{answer: B-9}]} # <-"),
    ("unknown-option", "{count: [{answer: B-2, in: [ok]}", "{count: [{answer: B-2, in: [okay]}"),
    ("options-unwanted", "        text: 没问题的项数", "        choice: yes_no\n        text: 没问题的项数"),
    ("measure-unwanted", "        text: 锅炉房里还烧柴吗？", "        calculate: {number: 1} # <-\n        text: 锅炉房里还烧柴吗？"),
    ("measure-unwanted", "        text: 没问题的项数", "        na: true # <-\n        text: 没问题的项数"),
    ("pipe-broken", "第{n}台锅炉叫什么", "第{m}台锅炉叫什么"),
    ("pipe-broken", "第{n}台锅炉叫什么？", "第{n}台锅炉叫什么}？"),
    ("pipe-differs", "第{n}台锅炉叫什么", "第几台锅炉叫什么"),
    ("pipe-number", "有专人管这{answer:B-1}台", "有专人管这{n}台"),
    ("unknown-fact", "一共{fact:staff}人", "一共{fact:stff}人"),
    ("fact-not-number", "一共{fact:staff}人", "一共{fact:gas}人"),
    ("question-later", "有专人管这{answer:B-1}台", "有专人管这{answer:B-9}台"),
    ("unknown-question", "有专人管这{answer:B-1}台", "有专人管这{answer:B-0}台"),
    ("pipe-unfit", "      - id: B-4\n        kind: text", "      - id: B-4\n        kind: photo"),
]  # fmt: skip
ELSEWHERE = {"repeat-more", "repeat-sets"}  # complained about in another line than the one that was changed
ALSO = {"calculate-missing": "        calculate: {sum: [{answer: B-5}]}\n"}
FOLLOWS = {
    "clause-missing",
    "english-missing",
    "english-orphan",
    "pipe-differs",
    "unknown-option",
    "repeat-name",
}
