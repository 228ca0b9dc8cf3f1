"""`python -m checklists export-xlsform`: a checklist as an Excel file that ODK, Kobo and Ona take. What is in it: checklists/xlsform/exporting.py."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from bot.authoring.preview import unknown
from bot.authoring.said import Speaker
from checklists.assemble import CHECKLISTS, ENGLISH
from checklists.load import read_folders
from checklists.options import language_spoken, parser, read_content, roots
from checklists.tree import Plain
from checklists.words import Words
from checklists.xlsform.exporting import Sheets, sheets_of

ABOUT = Words("把自查表写成 XLSForm 表格。", "Write a checklist as an XLSForm.")
_WHICH = Words("自查表编号", "the checklist by its id")
_OUT = Words("写到哪个文件，默认 编号.xlsx", "file to write; default: ID.xlsx")
WIDTHS = {"type": 22, "name": 16, "list_name": 16}
WIDE = 40
TEXT_ONLY = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


def main(arguments: Sequence[str]) -> int:
    """Export; 0 when the file is there."""
    options = parser("export-xlsform", ABOUT)
    options.add_argument("checklist", metavar="CHECKLIST", help=_WHICH.to(language_spoken()))
    options.add_argument("-o", "--out", type=Path, metavar="FILE", help=_OUT.to(language_spoken()))
    said = options.parse_args(arguments)
    speaker = Speaker.of(said)
    catalogue = read_content(said)
    if catalogue is None:
        return 1
    if said.checklist not in catalogue.checklists:
        return unknown(speaker, said.checklist, catalogue)
    file = f"{CHECKLISTS}{said.checklist}.yaml"
    trees = read_folders(roots(said), [])
    written, english = (
        _mapping(trees[name].data if name in trees else {}) for name in (file, ENGLISH + file)
    )
    sheets = sheets_of(catalogue.checklists[said.checklist], written, english, catalogue.facts)
    out = said.out or Path(f"{said.checklist}.xlsx")
    write(sheets, out)
    speaker.say("xls-exported", file=str(out), rows=len(sheets.survey))
    return 0


def _mapping(data: Plain) -> Mapping[str, Any]:
    return data if isinstance(data, dict) else {}


def write(sheets: Sheets, out: Path) -> None:
    """The Excel file; every cell is a text and stays one."""
    with xlsxwriter.Workbook(str(out), {**TEXT_ONLY, "in_memory": True}) as book:
        head = book.add_format({"bold": True, "bg_color": "#D9EEEA", "border": 1})
        body = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for name in ("survey", "choices", "settings"):
            rows: list[dict[str, str]] = getattr(sheets, name)
            columns = list(dict.fromkeys(column for row in rows for column in row)) or [
                "list_name",
                "name",
                "label",
            ]
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 2)
            for place, column in enumerate(columns):
                sheet.set_column(place, place, WIDTHS.get(column, WIDE if "::" in column else 18))
                sheet.write_string(0, place, column, head)
            for line, row in enumerate(rows, 1):
                for place, column in enumerate(columns):
                    if row.get(column):
                        sheet.write_string(line, place, row[column], body)
