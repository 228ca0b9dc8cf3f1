"""`python -m checklists check` and `schema`: says every problem of the content at once; writes the files for editors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from checklists.catalogue import Catalogue
from checklists.editors import write_schemas
from checklists.issues import ContentError
from checklists.load import CONTENT, load_catalogue, read_folders
from checklists.options import coloured, parser, roots, say
from checklists.report import problems_json, problems_told, shown, where
from checklists.tree import Tree
from checklists.unchecked import Unchecked, unchecked_clauses, unchecked_lists
from checklists.words import Language, Words

ABOUT = Words(
    "检查全部内容，一次说完所有问题。", "Check all content and say every problem at once, with file and line."
)
ABOUT_SCHEMA = Words("写出编辑器用的 JSON Schema。", "Write the JSON Schemas that editors use.")
_AS_JSON = Words("按 JSON 输出，供编辑器和 CI 使用", "print JSON, for editors and CI")
_LIST = Words("列出尚未与官方文本核对的条款", "list the clauses not held against the official text yet")
_GOOD = Words(
    "没有问题：{checklists}张自查表，{questions}个问题，{facts}项企业情况；"
    "告知和承诺{items}条，考题{exam}道，课程{courses}门，提醒规则{reminders}条。",
    "No problems: {checklists} checklists, {questions} questions, {facts} facts; "
    "{items} items of notices and commitments, {exam} exam questions, {courses} courses, {reminders} reminder rules.",
)
_UNCHECKED = Words(
    "还有{unchecked}处依据没有与官方文本核对（check --unchecked 逐条列出）。",
    "{unchecked} clauses are not held against the official text yet (check --unchecked lists them).",
)
_ALL_CHECKED = Words("所有依据都已核对。", "Every clause has been held against the official text.")
_LISTS = Words("重大隐患判定标准：", "Published lists of major hazards:")
_THING = Words("{thing}：{what}", "{thing}: {what}")


def main(arguments: Sequence[str]) -> int:
    """Check; 0 when there is nothing to complain about."""
    options = parser("check", ABOUT)
    said_language = Language(options.get_default("language"))
    options.add_argument("--json", action="store_true", help=_AS_JSON.to(said_language))
    options.add_argument("--unchecked", action="store_true", help=_LIST.to(said_language))
    said = options.parse_args(arguments)
    folders, language = roots(said), Language(said.language)
    try:
        catalogue = load_catalogue(*folders)
    except ContentError as error:
        plain = (problems_json(error.issues, folders, {}),)
        say(plain if said.json else problems_told(error.issues, folders, language, coloured=coloured()))
        return 1
    trees = read_folders(folders, [])
    figures = _figures(catalogue, trees)
    if said.json:
        say(problems_json((), folders, figures))
        return 0
    say(_GOOD.to(language).format(**figures))
    if said.unchecked:
        say(_listed(unchecked_clauses(trees), folders, language))
        say(_LISTS.to(language))
        say(_listed(unchecked_lists(catalogue.criteria, trees), folders, language))
    say((_UNCHECKED if figures["unchecked"] else _ALL_CHECKED).to(language).format(**figures))
    return 0


def schema(arguments: Sequence[str]) -> int:
    """Write the schemas below the content folder."""
    said = parser("schema", ABOUT_SCHEMA).parse_args(arguments)
    folder: Path = said.content if said.content != CONTENT else CONTENT
    say(str(path) for path in write_schemas(folder / "schema"))
    return 0


def _figures(catalogue: Catalogue, trees: Mapping[str, Tree]) -> dict[str, int]:
    forms = catalogue.checklists.values()
    return {
        "checklists": len(forms),
        "questions": sum(len(form.questions) for form in forms),
        "facts": len(catalogue.facts.ids),
        "items": sum(len(one.items) for one in catalogue.documents()),
        "exam": len(catalogue.bank.items),
        "courses": len(catalogue.courses),
        "reminders": len(catalogue.rules.reminders.rules),
        "unchecked": sum(1 for _ in unchecked_clauses(trees)),
    }


def _listed(found: Iterable[Unchecked], folders: Sequence[Path], language: Language) -> Iterator[str]:
    for one in found:
        place = f"{shown(where(one.file, folders))}:{one.line}"
        yield f"  {place}: {_THING.to(language).format(thing=one.thing, what=one.what.to(language))}"
