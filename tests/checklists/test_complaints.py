"""Each complaint about content: made by one wrong line, found in that line, and nothing else is complained about."""

from collections.abc import Callable, Mapping

import pytest

from checklists.complaints import COMPLAINTS
from checklists.complaints_rules import RULE_COMPLAINTS
from checklists.issues import Issue
from checklists.words import Language
from tests.checklists import boilers
from tests.checklists.smallrules import BROKEN_RULES

Refused = Callable[[Mapping[str, str | bytes | None]], tuple[Issue, ...]]
KITCHEN, FACTS, COLOURS, CHOICES = "checklists/kitchen.yaml", "facts.yaml", "colours.yaml", "choices.yaml"
LIST, OLD = "criteria/LIST.yaml", "criteria/OLD.yaml"
ENGLISH = "en/checklists/kitchen.yaml"

REASONS = "        na_reasons:\n          - {value: a, label: 没有, outcome: neutral}\n"
MORE_REASONS = "".join(f"          - {{value: r{n}, label: 原因{n}, outcome: neutral}}\n" for n in range(3))

# code, file, what is replaced, by what. The complaint belongs to the line marked "# <-".
BROKEN = [
    (
        "unknown-key",
        KITCHEN,
        "        advice: 指定人员。\n",
        "        advise: 指定人员。 # <-\n        advice: 指定人员。\n",
    ),
    ("unknown-key", KITCHEN, "{ask: fail, required: true}", "{ask: fail, requird: true} # <-"),
    ("unknown-key", KITCHEN, "cycle_days: 30\n", "cycle_days: 30\nmajor_cap: 100 # <-\n"),
    ("missing-key", KITCHEN, "      - id: K-7\n        kind: text\n", "      - id: K-7 # <-\n"),
    ("not-one-of", KITCHEN, "kind: yesno", "kind: yesmo # <-"),
    ("not-text", KITCHEN, "text: 有人管吗？", "text: 12 # <-"),
    ("not-whole", KITCHEN, "cycle_days: 30", "cycle_days: thirty # <-"),
    ("not-whole", KITCHEN, "        rectify_days: 3", '        rectify_days: "3" # <-'),
    ("not-number", KITCHEN, "minimum: 0", "minimum: nil # <-"),
    ("not-flag", KITCHEN, "critical: true", "critical: yes # <-"),
    ("not-flag", KITCHEN, "checked: false", "checked: off # <-\n          "),
    ("not-date", "rules/holidays.yaml", "2027-01-01", "2027-13-01 # <-\n  "),
    ("not-list", KITCHEN, "colours: [white, green]", "colours: white # <-"),
    ("not-mapping", KITCHEN, "photo: {ask: always}", "photo: always # <-"),
    ("bad-value", KITCHEN, "cycle_days: 30", "cycle_days: 0 # <-"),
    (
        "condition-shape",
        KITCHEN,
        "when: {answer: K-1, in: [pipe]}",
        "when: {fact: gas, answer: K-1, in: [pipe]} # <-",
    ),
    ("condition-answer", KITCHEN, "when: {answer: K-1, in: [pipe]}", "when: {answer: K-1} # <-"),
    (
        "condition-number",
        KITCHEN,
        "when: {answer: K-1, in: [pipe]}",
        "when: {answer: K-1, in: [pipe], at_least: 1} # <-",
    ),
    ("file-name", KITCHEN, "id: kitchen", "id: kitchens # <-"),
    ("duplicate-id", KITCHEN, "- id: K-3", "- id: K-2 # <-"),
    ("duplicate-id", KITCHEN, "- id: B", "- id: A # <-"),
    (
        "duplicate-id",
        KITCHEN,
        "{value: wall, label: 穿墙, outcome: bad}",
        "{value: aged, label: 穿墙, outcome: bad} # <-",
    ),
    ("bad-id", KITCHEN, "- id: K-7", "- id: 第七题 # <-"),
    ("bad-id", KITCHEN, "- id: B", "- id: 乙 # <-"),
    ("unknown-fact", KITCHEN, "accept: {at_most: 2}", "accept: {at_most_fact: staf} # <-"),
    ("fact-not-number", KITCHEN, "accept: {at_most: 2}", "accept: {at_least_fact: gas} # <-"),
    ("fact-is-number", KITCHEN, "sets: {gas: true}", "sets: {staff: true} # <-\n           "),
    ("fact-not-number", KITCHEN, "        unit: 米\n", "        unit: 米\n        sets: gas # <-\n"),
    ("bad-option-value", KITCHEN, "{value: aged,", "{value: 2-old, # <-\n             "),
    ("unknown-fact", KITCHEN, "when: {fact: gas}", "when: {fact: gass} # <-"),
    ("unknown-fact", KITCHEN, "sets: {gas: true}", "sets: {gaz: true} # <-\n           "),
    ("fact-not-number", KITCHEN, "when: {fact: large}", "when: {fact: gas, at_least: 3} # <-"),
    ("fact-is-number", KITCHEN, "when: {fact: large}", "when: {fact: staff} # <-"),
    ("fact-derived", KITCHEN, "sets: {gas: true}", "sets: {burning: true} # <-\n           "),
    ("fact-later", KITCHEN, "    title: 燃料\n", "    title: 燃料\n    when: {fact: gas} # <-\n"),
    ("unknown-question", KITCHEN, "{answer: K-1, in: [pipe]}", "{answer: K-11, in: [pipe]} # <-"),
    ("question-later", KITCHEN, "{answer: K-1, in: [pipe]}", "{answer: K-3, in: [aged]} # <-"),
    (
        "question-no-options",
        KITCHEN,
        "        text: 还有",
        "        when: {answer: K-4, in: [a]} # <-\n        text: 还有",
    ),
    ("unknown-option", KITCHEN, "{answer: K-1, in: [pipe]}", "{answer: K-1, in: [pipes]} # <-"),
    ("unreachable", KITCHEN, "when: {fact: gas}", "when: {all: [{fact: gas}, {not: {fact: gas}}]} # <-"),
    (
        "unreachable",
        KITCHEN,
        "        text: 还有",
        "        when: {answer: K-1, in: [wood]} # <-\n        text: 还有",
    ),
    ("answer-in-rule", KITCHEN, "when: {fact: large}", "when: {answer: K-1, in: [pipe]} # <-"),
    ("unknown-choice", KITCHEN, "choice: never", "choice: nevr # <-"),
    (
        "choice-and-options",
        KITCHEN,
        "        text: 用什么燃料？",
        "        choice: yes_no # <-\n        text: 用什么燃料？",
    ),
    ("unknown-law", KITCHEN, "[{law: 消防法, article: 27}]", "[{law: 消妨法, article: 27}] # <-"),
    ("bad-article", KITCHEN, "article: 10章", "article: 第十章 # <-\n         "),
    ("unknown-colour", KITCHEN, "colours: [white, green]", "colours: [white, green, gren] # <-"),
    (
        "unknown-checklist",
        COLOURS,
        "id: green, label: 绿色, emoji: 🟩, group: 其他, industries: [], checklist: kitchen}",
        "id: green, label: 绿色, emoji: 🟩, group: 其他, industries: [], checklist: kitchn} # <-",
    ),
    ("checklist-colour", KITCHEN, "colours: [white, green]", "colours: [white]"),
    ("colour-missing", COLOURS, "precedence: [white, green]", "precedence: [white] # <-"),
    ("unknown-colour", COLOURS, "default: green", "default: gren # <-"),
    (
        "unknown-fact",
        COLOURS,
        "industries: [catering], checklist: kitchen}",
        "industries: [catring], checklist: kitchen} # <-",
    ),
    ("text-empty", KITCHEN, "text: 有人管吗？", 'text: " " # <-'),
    ("text-too-long", KITCHEN, "text: 有人管吗？", f"text: {'有' * 61} # <-"),
    ("text-too-long", KITCHEN, "label: 老化,", "label: 老化得用不了九个字, # <-\n            "),
    (
        "options-missing",
        KITCHEN,
        "          - {value: aged, label: 老化, outcome: bad}\n          - {value: wall, label: 穿墙, outcome: bad}\n",
        "",
    ),
    ("options-unwanted", KITCHEN, "        text: 还有", "        choice: never\n        text: 还有"),
    (
        "option-first",
        KITCHEN,
        "{value: none, label: 都没有, outcome: ok, affirms: false, alone: true}",
        "{value: none, label: 都没有, outcome: neutral, affirms: false, alone: true} # <-",
    ),
    ("option-none-bad", KITCHEN, "outcome: bad, severity: major}", "outcome: ok, severity: major}"),
    ("option-same-label", KITCHEN, "label: 穿墙", "label: 老化 # <-\n           "),
    (
        "alone-not-multi",
        KITCHEN,
        "outcome: ok, sets: {gas: false}}",
        "outcome: ok, alone: true, sets: {gas: false}}",
    ),
    (
        "measure-unwanted",
        KITCHEN,
        "        text: 有人管吗？",
        "        unit: 米 # <-\n        text: 有人管吗？",
    ),
    (
        "measure-unwanted",
        KITCHEN,
        "accept: {not_expired: true}",
        "accept: {not_expired: true, at_least: 1} # <-",
    ),
    ("measure-unwanted", KITCHEN, "        text: 还有", "        ahead_days: 1 # <-\n        text: 还有"),
    (
        "measure-unwanted",
        KITCHEN,
        "        text: 有人管吗？",
        "        longest: 9 # <-\n        text: 有人管吗？",
    ),
    (
        "measure-unwanted",
        KITCHEN,
        "        text: 有人管吗？",
        "        accept: {anything: true} # <-\n        text: 有人管吗？",
    ),
    ("accept-missing", KITCHEN, "      - id: K-6", "      - id: K-6 # <-"),
    ("accept-empty", KITCHEN, "accept: {not_expired: true}", "accept: {} # <-"),
    ("not-clock", KITCHEN, 'times: ["21:00", "22:00"]', "times: [21.00] # <-"),
    ("not-clock", KITCHEN, 'latest: "02:00"', 'latest: "26:00" # <-\n                 '),
    ("accept-missing", KITCHEN, '        accept: {earliest: "20:00", latest: "02:00"}\n', ""),
    (
        "measure-unwanted",
        KITCHEN,
        'accept: {earliest: "20:00", latest: "02:00"}',
        'accept: {earliest: "20:00", at_most: 3} # <-',
    ),
    ("measure-unwanted", KITCHEN, "photo: {at_least: 2}", "photo: {at_least: 2, ask: always} # <-"),
    (
        "measure-unwanted",
        KITCHEN,
        "        text: 有人管吗？",
        '        pattern: "[0-9]" # <-\n        text: 有人管吗？',
    ),
    ("not-one-of", KITCHEN, "files: [pdf, word]", "files: [pdf, words] # <-"),
    (
        "presets-too-many",
        KITCHEN,
        'times: ["21:00", "22:00"]',
        'times: ["01:00", "02:00", "03:00", "04:00", "05:00", "06:00", "07:00"] # <-',
    ),
    ("pattern-broken", KITCHEN, 'pattern: "[0-9]{8}"', 'pattern: "[0-9{8}" # <-'),
    ("pattern-too-open", KITCHEN, 'pattern: "[0-9]{8}"', 'pattern: "([0-9]+)+" # <-'),
    ("pattern-too-open", KITCHEN, 'pattern: "[0-9]{8}"', 'pattern: ".*.*.*.*8" # <-'),
    ("example-missing", KITCHEN, '        example: "37140001"\n', ""),
    ("example-unfit", KITCHEN, 'example: "37140001"', 'example: "3714" # <-'),
    ("unit-missing", KITCHEN, "      - id: K-4", "      - id: K-4 # <-"),
    ("range-missing", KITCHEN, "      - id: K-4", "      - id: K-4 # <-"),
    ("range-empty", KITCHEN, "minimum: 0", "minimum: 60 # <-"),
    ("accept-outside", KITCHEN, "accept: {at_most: 2}", "accept: {at_most: 51} # <-"),
    ("preset-outside", KITCHEN, "presets: [1, 1.5, 2]", "presets: [1, 1.5, 51] # <-"),
    ("presets-too-many", KITCHEN, "presets: [1, 1.5, 2]", "presets: [1, 2, 3, 4, 5, 6, 7] # <-"),
    ("clause-missing", KITCHEN, "      - id: K-3", "      - id: K-3 # <-"),
    (
        "major-missing",
        KITCHEN,
        "        text: 有人管吗？",
        "        severity: major # <-\n        text: 有人管吗？",
    ),
    (
        "major-never",
        KITCHEN,
        "        text: 有人管吗？",
        "        major: {official: false} # <-\n        text: 有人管吗？",
    ),
    (
        "major-no-basis",
        KITCHEN,
        "major: {official: true, criterion: 某标准第1条}",
        "major: {official: true} # <-",
    ),
    (
        "unknown-criterion",
        KITCHEN,
        "criterion: 某标准第1条}",
        "criterion: 某标准第1条, criteria: [LIST-3-3]} # <-",
    ),
    ("criterion-old", KITCHEN, "criterion: 某标准第1条}", "criterion: 某标准第1条, criteria: [OLD-1]} # <-"),
    (
        "major-not-official",
        KITCHEN,
        "{official: true, criterion: 某标准第1条}",
        "{official: false, criterion: 某标准第1条, criteria: [LIST-3-1]} # <-",
    ),
    ("not-text", KITCHEN, "criterion: 某标准第1条}", "criterion: 某标准第1条, criteria: [3]} # <-"),
    ("file-name", LIST, "id: LIST", "id: LISTS # <-"),
    ("unknown-law", LIST, "law: 消防法", "law: 消妨法 # <-"),
    ("not-date", LIST, "2026-10-01", "2026-13 # <-"),
    ("not-one-of", OLD, "status: replaced", "status: replased # <-"),
    ("criteria-count", LIST, "count: 2", "count: 3 # <-"),
    ("criteria-followed", OLD, "status: replaced", "status: in_force # <-"),
    ("criterion-code", LIST, "{code: LIST-9,", "{code: LIS-9, # <-\n     "),
    ("criterion-code", LIST, "{code: LIST-9,", "{code: LIST-IX, # <-\n     "),
    ("duplicate-id", LIST, "{code: LIST-3-2,", "{code: LIST-3-1, # <-\n     "),
    ("bad-article", LIST, "article: 3(2)", "article: 第三条 # <-\n      "),
    ("missing-key", LIST, "group: gas, text: 漏气", "text: 漏气"),
    ("unknown-group", LIST, "group: fire", "group: fira # <-\n      "),
    ("group-empty", LIST, "groups: {fire: 用火,", "groups: {fire: 用火, smoke: 冒烟, # <-\n         "),
    ("text-empty", LIST, "text: 烧柴", 'text: " " # <-\n      '),
    ("text-too-long", LIST, "text: 烧柴", f"text: {'烧' * 61} # <-\n      "),
    (
        "english-missing",
        "en/criteria/LIST.yaml",
        "groups: {fire: Fire, gas: Gas}",
        "groups: {fire: Fire} # <-",
    ),
    ("season-day", KITCHEN, "cycle_days: 30", "cycle_days: 30\nseasons: [{begins: 06-31, ends: 09-30}] # <-"),
    ("season-day", KITCHEN, "cycle_days: 30", "cycle_days: 30\nseasons: [{begins: 6-1, ends: 09-30}] # <-"),
    (
        "season-order",
        KITCHEN,
        "cycle_days: 30",
        "cycle_days: 30\nseasons: [{begins: 2027-03-01, ends: 2027-02-01}] # <-",
    ),
    (
        "season-order",
        KITCHEN,
        "cycle_days: 30",
        "cycle_days: 30\nseasons: [{begins: 06-01, ends: 2027-09-30}] # <-",
    ),
    ("photo-required", KITCHEN, "{ask: fail, required: true}", "{ask: sample, required: true} # <-"),
    ("critical-missing", KITCHEN, "        critical: true\n", ""),
    (
        "carry-critical",
        KITCHEN,
        "        critical: true\n",
        "        critical: true\n        carry: keep # <-\n",
    ),
    ("not-one-of", KITCHEN, "        critical: true\n", "        critical: true\n        carry: keap # <-\n"),
    ("na-critical", KITCHEN, "        critical: true\n", "        critical: true\n        na: true # <-\n"),
    ("na-critical", KITCHEN, "        critical: true\n", f"        critical: true\n{REASONS}"),
    ("unknown-choice", KITCHEN, "text: 有人管吗？\n", "text: 有人管吗？\n        na: not_aplicable # <-\n"),
    ("not-flag", KITCHEN, "text: 有人管吗？\n", "text: 有人管吗？\n        na: 1 # <-\n"),
    ("na-twice", KITCHEN, "text: 有人管吗？\n", f"text: 有人管吗？\n        na: true # <-\n{REASONS}"),
    (
        "na-reasons",
        KITCHEN,
        "text: 有人管吗？\n",
        f"text: 有人管吗？\n{REASONS.replace('neutral', 'bad')}",
    ),
    ("na-reasons", KITCHEN, "text: 有人管吗？\n", f"text: 有人管吗？\n{REASONS}{MORE_REASONS}"),
    (
        "text-too-long",
        KITCHEN,
        "text: 有人管吗？\n",
        f"text: 有人管吗？\n{REASONS}".replace("label: 没有", "label: 本单位从来就没有过"),
    ),
    (
        "date-ahead",
        KITCHEN,
        "        accept: {max_age_days: 30}\n",
        "        ahead_days: 3 # <-\n        accept: {max_age_days: 30}\n",
    ),
    ("duplicate-id", FACTS, "{id: stove, prompt", "{id: catering, # <-\n     prompt"),
    ("bad-id", FACTS, "{id: stove, prompt", "{id: 有灶, # <-\n     prompt"),
    ("unknown-fact", FACTS, "only_if: {fact: gas}", "only_if: {fact: gaz}"),
    ("fact-is-number", FACTS, "when: {fact: staff, at_least: 100}", "when: {fact: staff}"),
    ("answer-in-rule", FACTS, "when: {fact: staff, at_least: 100}", "when: {answer: K-1, in: [a]}"),
    ("english-missing", ENGLISH, "    advice: Use piped gas.\n", ""),
    ("english-missing", ENGLISH, "title: Kitchen check", 'title: "" # <-'),
    ("english-orphan", ENGLISH, "questions:\n", "questions:\n  K-9: {text: Left over} # <-\n"),
    ("english-orphan", ENGLISH, "wood: Wood}", "wood: Wood, coal: Coal} # <-"),
    ("not-text", ENGLISH, "title: Kitchen check", "title: 12 # <-"),
]
# What a change leaves out besides, and complaints that follow from it.
ALSO = {
    "accept-missing": (KITCHEN, "        accept: {not_expired: true}\n"),
    "unit-missing": (KITCHEN, "        unit: 米\n"),
    "range-missing": (KITCHEN, "        maximum: 50\n"),
    "clause-missing": (KITCHEN, "        basis: [{law: 消防法}]\n"),
}
FOLLOWS = {
    "english-missing",
    "english-orphan",
    "unknown-option",
    "unknown-question",
    "fact-later",
    "group-empty",
    "placeholder-uneven",
    "unknown-topic",
    "paper-too-few",
    "industry-no-colour",
}
ALL_BROKEN = [*BROKEN, *BROKEN_RULES]


def names(row: tuple[str, str, str, str]) -> str:
    return f"{row[0]}: {row[3].strip()[:30]}"


@pytest.mark.parametrize(
    ("code", "file", "old", "new"), [pytest.param(*row, id=names(row)) for row in ALL_BROKEN]
)
def test_it_complains_in_the_right_line(
    refused: Refused, texts: Mapping[str, str], code: str, file: str, old: str, new: str
) -> None:
    text = texts[file]
    for gone in (old, ALSO.get(code, ("", ""))[1]):
        assert gone in text
    text = text.replace(old, new, 1)
    if code in ALSO:
        text = text.replace(ALSO[code][1], "", 1)
    issues = refused({file: text})
    mine = [issue for issue in issues if issue.code == code]
    assert mine, [str(issue) for issue in issues]
    assert not {issue.code for issue in issues} - FOLLOWS - {code}
    if "# <-" in new:
        marked = text[: text.index("# <-")].count("\n") + 1
        assert (file, marked) in {(issue.file, issue.line) for issue in mine}


@pytest.mark.parametrize(
    ("file", "old", "new", "guess"),
    [
        (KITCHEN, "advice: 指定人员。", "advise: 指定人员。", "advice"),
        (KITCHEN, "kind: yesno", "kind: yesmo", "yesno"),
        (KITCHEN, "when: {fact: gas}", "when: {fact: gass}", "gas"),
        (KITCHEN, "law: 消防法, article: 27", "law: 消妨法, article: 27", "消防法"),
        (KITCHEN, "choice: never", "choice: nevr", "never"),
        (COLOURS, "default: green", "default: gren", "green"),
        (KITCHEN, "criterion: 某标准第1条}", "criterion: 某, criteria: [LIST-3-3]}", "LIST-3-2"),
        (LIST, "group: fire", "group: fira", "fire"),
        (ENGLISH, "wood: Wood", "wod: Wood", "questions / K-1 / options / wood"),
    ],
)
def test_it_says_what_was_probably_meant(
    refused: Refused, texts: Mapping[str, str], file: str, old: str, new: str, guess: str
) -> None:
    issues = refused({file: texts[file].replace(old, new, 1)})
    assert any(f"是不是想写“{guess}”" in issue.todo.zh for issue in issues)
    assert any(f"Did you mean “{guess}”" in issue.todo.en for issue in issues)


def test_a_missing_english_file_is_one_complaint(refused: Refused) -> None:
    issues = refused({ENGLISH: None})
    assert [(issue.code, issue.file) for issue in issues] == [("file-missing", ENGLISH)]


def test_a_question_that_does_not_fit_hides_no_other_problem(
    refused: Refused, texts: Mapping[str, str]
) -> None:
    text = texts[KITCHEN].replace("kind: yesno", "kind: yesmo").replace("minimum: 0", "minimum: 60")
    assert {"not-one-of", "range-empty"} <= {issue.code for issue in refused({KITCHEN: text})}


def test_a_section_that_does_not_fit_hides_no_other_problem(
    refused: Refused, texts: Mapping[str, str]
) -> None:
    text = texts[KITCHEN].replace("    title: 其他\n", "").replace("text: 有人管吗？", 'text: ""')
    assert {issue.code for issue in refused({KITCHEN: text})} >= {"missing-key", "text-empty"}


@pytest.mark.parametrize(
    "file",
    [
        "facts.yaml",
        "colours.yaml",
        "laws.yaml",
        "choices.yaml",
        "privacy.yaml",
        "notices/green.yaml",
        "commitments/white.yaml",
        "rules/contacts.yaml",
        "bank/papers.yaml",
        "rules/reminders.yaml",
        "rules/grading.yaml",
        "rules/credit.yaml",
        "rules/assessment.yaml",
        "rules/commitments.yaml",
        "rules/hazard_kinds.yaml",
        "rules/listing.yaml",
        "rules/exams.yaml",
        "rules/drills.yaml",
        "rules/training.yaml",
        "rules/certificates.yaml",
        "rules/veto.yaml",
        "rules/evidence.yaml",
        "rules/causes.yaml",
        "rules/departments.yaml",
        "rules/asking.yaml",
    ],
)
def test_a_missing_file_is_one_complaint(refused: Refused, file: str) -> None:
    issues = refused({file: None, f"en/{file}": None})
    assert [(issue.code, issue.file) for issue in issues] == [("file-missing", file)]


def test_questions_without_a_list_are_said_without_noise(refused: Refused, texts: Mapping[str, str]) -> None:
    text = texts[KITCHEN].partition("sections:")[0] + "sections: 3\n"
    assert [issue.code for issue in refused({KITCHEN: text})] == ["not-list"]


def test_a_broken_head_is_said_without_noise(refused: Refused, texts: Mapping[str, str]) -> None:
    issues = refused({KITCHEN: texts[KITCHEN].replace("title: 厨房自查\n", "")})
    assert [issue.code for issue in issues] == ["missing-key"]


def test_too_many_options_and_critical_questions_are_said(refused: Refused, texts: Mapping[str, str]) -> None:
    more = "".join(f"          - {{value: v{n}, label: 情况{n}, outcome: bad}}\n" for n in range(7))
    wall = "          - {value: wall, label: 穿墙, outcome: bad}\n"
    text = (
        texts[KITCHEN]
        .replace(wall, wall + more)
        .replace("        rectify_days: 1\n", "        rectify_days: 1\n        critical: true\n")
    )
    assert {"options-too-many", "critical-too-many"} <= {issue.code for issue in refused({KITCHEN: text})}


def test_every_complaint_speaks_both_languages_and_says_what_to_do() -> None:
    for code, complaint in (COMPLAINTS | RULE_COMPLAINTS).items():
        for words in complaint:
            assert words.zh.strip(), code
            assert words.en.strip(), code
            assert words.zh != words.en, code


def test_every_complaint_is_made_by_some_test() -> None:
    hostile = {
        "folder-missing",
        "file-ending",
        "file-unreadable",
        "file-missing",
        "file-unknown",
        "file-too-large",
        "file-not-utf8",
        "options-too-many",
        "critical-too-many",
        "field-twice",  # in two files at once: test_hazard_kinds.py
    }
    tested = (
        {row[0] for row in (*ALL_BROKEN, *boilers.BROKEN)}
        | hostile
        | {code for code in COMPLAINTS if code.startswith("yaml-")}
    )
    assert set(COMPLAINTS | RULE_COMPLAINTS) == tested


def test_an_issue_reads_as_file_line_code_what_and_what_to_do(
    refused: Refused, texts: Mapping[str, str]
) -> None:
    (issue,) = refused({COLOURS: texts[COLOURS].replace("default: green", "default: gren")})
    assert str(issue).splitlines() == [
        "colours.yaml:1: unknown-colour: there is no colour “gren”",
        "    → Did you mean “green”? take one of colours.yaml",
    ]
    assert issue.told(Language.ZH).startswith("colours.yaml:1: unknown-colour: 没有“gren”这种颜色")
