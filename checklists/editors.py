"""JSON Schemas of the content files, for editors that complete and check while one writes."""

from pathlib import Path

import orjson
from pydantic import BaseModel

from checklists.assemble import FILES
from checklists.bank import Topic
from checklists.courses import Course
from checklists.criteria import Standard
from checklists.documents import CommitmentSheet, NoticeSheet
from checklists.drills import Script
from checklists.sheets import ChecklistSheet
from checklists.warnings import WarningTemplate

_FOLDERS: dict[str, type[BaseModel]] = {
    "checklist": ChecklistSheet,
    "criteria": Standard,
    "notice": NoticeSheet,
    "commitment": CommitmentSheet,
    "topic": Topic,
    "warning": WarningTemplate,
    "drill": Script,
    "course": Course,
}
SCHEMAS = _FOLDERS | {Path(file).stem: model for file, model in FILES.items()}


def schema_text(name: str) -> str:
    """Return the JSON Schema of one kind of content file."""
    schema = SCHEMAS[name].model_json_schema() | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode() + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all of them, one file each."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / f"{name}.json" for name in SCHEMAS]
    for path in written:
        path.write_text(schema_text(path.stem), encoding="utf-8")
    return written
