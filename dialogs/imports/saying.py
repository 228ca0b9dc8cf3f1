"""What is wrong with a list of enterprises, or worth a look, as sentences: for the chat, the command line and the file of bad rows."""

from collections.abc import Mapping, Sequence

from checklists.words import Words
from dialogs.talk import Argument, Line
from safety.imports import FACT, Fault, Field, Named, Note

REFUSED: Mapping[str, str] = {  # why a file as a whole is not used
    "empty": "upload-refused-empty",
    "unreadable": "upload-refused-unreadable",
    "too-big": "upload-refused-too-big",
    "too-much": "upload-refused-too-much",
    "too-many-rows": "upload-refused-too-many-rows",
    "too-many-columns": "upload-refused-too-many-columns",
    "long-cell": "upload-refused-long-cell",
    "old-format": "upload-refused-old-format",
    "password": "upload-refused-password",
    "not-a-sheet": "upload-refused-not-a-sheet",
    "broken": "upload-refused-broken",
    "macros": "upload-refused-macros",
    "links": "upload-refused-links",
    "embedded": "upload-refused-embedded",
    "nothing": "upload-refused-nothing",
    "fetching": "upload-refused-fetching",
    "gone": "upload-refused-gone",
    "seat": "upload-refused-seat",
}
FAULTS: Mapping[str, str] = {  # why a row is left out
    "empty": "upload-bad-empty",
    "too-long": "upload-bad-too-long",
    "formula": "upload-bad-formula",
    "clear": "upload-bad-clear",
    "code-length": "upload-bad-code-length",
    "code-characters": "upload-bad-code-characters",
    "code-check": "upload-bad-code-check",
    "code-number": "upload-bad-code-number",
    "double": "upload-bad-double",
    "colour": "upload-bad-colour",
    "industry": "upload-bad-industry",
    "activity": "upload-bad-activity",
    "flag": "upload-bad-flag",
    "number": "upload-bad-number",
    "phone": "upload-bad-phone",
    "phone-number": "upload-bad-phone-number",
    "others": "upload-bad-others",
    "other-town": "upload-bad-other-town",
}
NOTES: Mapping[str, str] = {  # what keeps no row out
    "new-town": "upload-note-new-town",
    "namesake": "upload-note-namesake",
    "hidden": "upload-note-hidden",
}
FIELDS: Mapping[Field, str] = {
    Field.NAME: "upload-field-name",
    Field.CODE: "upload-field-code",
    Field.DISTRICT: "upload-field-district",
    Field.TOWN: "upload-field-town",
    Field.GRID: "upload-field-grid",
    Field.DEPARTMENT: "upload-field-department",
    Field.INDUSTRY: "upload-field-industry",
    Field.COLOUR: "upload-field-colour",
    Field.ADDRESS: "upload-field-address",
    Field.ACTIVITY: "upload-field-activity",
    Field.PRINCIPAL: "upload-field-principal",
    Field.PRINCIPAL_PHONE: "upload-field-principal-phone",
    Field.OFFICER: "upload-field-officer",
    Field.OFFICER_PHONE: "upload-field-officer-phone",
}


def refused(reason: str) -> Line:
    """Why a file is not used, and what to do about it."""
    return Line(REFUSED.get(reason, "upload-refused-broken"))


def wrong(fault: Fault, named: Sequence[Named]) -> Line:
    """What is wrong with one cell."""
    args: dict[str, Argument] = {
        name: value for name, value in fault.args.items() if isinstance(value, str | int)
    }
    if "field" in args:
        args["field"] = called(str(args["field"]), named)
    if "fact" in args:
        args["fact"] = called(f"{FACT}{args['fact']}", named)
    return Line(FAULTS[fault.reason], args)


def noted(note: Note) -> Line:
    """What is worth a look."""
    return Line(
        NOTES[note.what], {name: value for name, value in note.args.items() if isinstance(value, str | int)}
    )


def called(field: str, named: Sequence[Named]) -> Line | Words:
    """What a field is called."""
    if field in set(Field):
        return Line(FIELDS[Field(field)])
    found = next((one for one in named if one.id == field), None)
    return found.question if found is not None and found.question is not None else Line("upload-unused")
