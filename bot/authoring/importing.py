"""`python -m checklists import-xlsform`: a spreadsheet form into a checklist file, its English, and the rows it could not take.

What the form means is read in checklists/xlsform; the file is opened by a walled child (xlsform.py).
"""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.authoring.said import Speaker
from bot.authoring.tally import tally
from bot.authoring.xlsform import FormRefused, read_form
from checklists.issues import Issue
from checklists.load import load_draft_issues, read_folders
from checklists.options import coloured, language_spoken, parser, roots, say
from checklists.plain_text import plain_text
from checklists.report import problems_told
from checklists.words import Words
from checklists.xlsform.conditions import Plain
from checklists.xlsform.left import Left, Weight
from checklists.xlsform.taking import Taken, take

ABOUT = Words(
    "把 XLSForm 表格变成自查表文件，并说出哪些行没能收下。",
    "Make a checklist file of an XLSForm, and say which rows could not be taken.",
)
_FORM = Words("表格文件（.xlsx、.xls、.csv、.md）", "the form (.xlsx, .xls, .csv, .md)")
_OUT = Words(
    "写到哪个文件，默认 草稿/checklists/编号.yaml",
    "file to write; default: checklists/ID.yaml below the present folder",
)
_ID = Words("自查表的编号", "the id of the checklist")
_SOURCE = Words("哪种语言当中文", "the language that becomes the Chinese")
_ENGLISH = Words("哪种语言当英文", "the language that becomes the English")
_TALLY = Words("只试读，统计收下多少、为什么", "only try the forms, and count what is taken and why not")
MARK = {Weight.ROW: "xls-row", Weight.RULE: "xls-rule", Weight.LOOK: "xls-look"}


def main(arguments: Sequence[str]) -> int:
    """Import; 0 when everything came over, 1 when something was left, 2 when the file cannot be read."""
    options = parser("import-xlsform", ABOUT)
    spoken = language_spoken()
    options.add_argument("form", nargs="+", type=Path, metavar="FILE", help=_FORM.to(spoken))
    options.add_argument("-o", "--out", type=Path, metavar="FILE", help=_OUT.to(spoken))
    options.add_argument("--id", metavar="ID", help=_ID.to(spoken))
    options.add_argument("--chinese", metavar="LANGUAGE", help=_SOURCE.to(spoken))
    options.add_argument("--english", metavar="LANGUAGE", help=_ENGLISH.to(spoken))
    options.add_argument("--tally", action="store_true", help=_TALLY.to(spoken))
    said = options.parse_args(arguments)
    speaker = Speaker.of(said)
    if said.tally:
        return tally(said.form, speaker)
    if len(said.form) > 1:
        return speaker.complain("xls-one")
    try:
        survey = read_form(said.form[0])
    except FormRefused as refused:
        return speaker.complain(f"xls-{refused.reason}", file=str(said.form[0]), said=refused.said)
    taken = take(survey, source=said.chinese, english=said.english, choices=choices_of(said))
    if said.id is not None:
        taken.checklist["id"] = said.id
    return _written(said, speaker, taken)


def choices_of(said: Namespace) -> Mapping[str, Sequence[Plain]]:
    """The named sets of options of the content."""
    tree = read_folders(roots(said), []).get("choices.yaml")
    found = tree.at(("choices",)) if tree is not None else None
    return found if isinstance(found, dict) else {}  # type: ignore[return-value]  # as choices.yaml is written


def _written(said: Namespace, speaker: Speaker, taken: Taken) -> int:
    """Write both files, say what was left, and what is still to do."""
    out = said.out or Path("checklists") / f"{taken.checklist['id']}.yaml"
    english = out.parent.parent / "en" / "checklists" / out.name
    head = [speaker.text("xls-head", file=said.form[0].name)]
    for path, plain in ((out, taken.checklist), (english, taken.english)):
        if plain:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(plain_text(plain, head), "utf-8")
            speaker.say("xls-written", file=str(path))
    say_left(taken, speaker)
    issues = load_draft_issues(out, english if taken.english else None, said.content)
    if issues:
        speaker.say("xls-todo", n=len(issues))
        say(problems_told(issues, (out.parent.parent,), speaker.language, coloured=coloured()))
    return 0 if not taken.left else 1


def say_left(taken: Taken, speaker: Speaker) -> None:
    """How much came over, and each thing that did not with its row, its name and the reason."""
    asked = sum(len(section["questions"]) for section in taken.checklist["sections"])
    speaker.say("xls-taken", rows=taken.rows, questions=asked, recorded=taken.recorded)
    for weight in Weight:
        for left in (one for one in taken.left if one.weight is weight):
            speaker.say(MARK[weight], row=left.row or 0, name=left.name, reason=reason(left, speaker))
    if not taken.left:
        speaker.say("xls-all")


def reason(left: Left, speaker: Speaker) -> str:
    """Why something was left, in words."""
    when = left.code.startswith("when-")
    told = speaker.text(f"left-{left.code.removeprefix('when-')}", detail=left.detail)
    return speaker.text("left-when", reason=told) if when else told


def told_issues(issues: Sequence[Issue]) -> Mapping[str, int]:
    """How often each kind of problem is there."""
    codes = [issue.code for issue in issues]
    return {code: codes.count(code) for code in dict.fromkeys(codes)}
