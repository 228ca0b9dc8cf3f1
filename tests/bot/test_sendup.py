"""The file for a platform above: as documented, equal to the digest and the ledger, text that stays text, nobody in it."""

import csv
import hashlib
import io
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import orjson
import pytest
from pydantic import SecretStr
from sqlalchemy import Connection, update

from bot.sendup.command import main
from bot.sendup.gathering import gathered
from bot.sendup.package import COUNTS, FIELDS, TABLES, files, schema, zipped
from bot.settings import Settings
from checklists.catalogue import Catalogue
from safety.statistics import NAMES, Counts
from storage import digest, tallies
from storage.database import Database
from storage.scope import Reach, Scope
from storage.tables.ledger import enterprises
from tests import cast as casting
from tests.cast import ALICE, BOB, DONG, Cast
from tests.storage.test_statistics import Q3, scattered, signing

DOC = Path(__file__).parents[2] / "docs" / "send-up.md"


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    return casting.seat(database, catalogue)


def opened(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def fits(value: object, rule: dict[str, object]) -> bool:
    """Enough of JSON Schema for ours."""
    if "const" in rule or "enum" in rule:
        return value == rule.get("const") or value in rule.get("enum", ())  # type: ignore[operator]
    kinds = {
        "string": str,
        "integer": int,
        "boolean": bool,
        "null": type(None),
        "object": dict,
        "array": list,
    }
    named = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    good = any(type(value) is kinds[str(one)] for one in named)
    if isinstance(value, str) and "pattern" in rule:
        good = good and re.search(str(rule["pattern"]), value) is not None
    if isinstance(value, dict) and "properties" in rule:
        inside = rule["properties"]
        assert isinstance(inside, dict)
        return good and set(value) == set(inside) and all(fits(value[one], inside[one]) for one in inside)
    if isinstance(value, list):
        return good and all(fits(one, rule["items"]) for one in value)  # type: ignore[arg-type]
    return good


def test_every_field_is_documented_and_nothing_else() -> None:
    text = DOC.read_text(encoding="utf-8")
    for name in TABLES:
        part = text.split(f"## `{name}`")[1].split("\n## ")[0]
        told = {
            one
            for row in re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)
            for one in re.findall(r"`(\w+)`", row)
        }
        assert told == set(FIELDS[name]), name
    assert COUNTS == NAMES


def test_it_is_what_the_ledger_and_the_digest_say(cast: Cast) -> None:
    with cast.database.writing() as connection:
        rows = scattered(cast, connection, 120, seed=11)
        cast.does(connection, BOB, signing(cast, connection))
        package = gathered(connection, cast.catalogue, Q3, None, cast.now)
        assert fits(orjson.loads(orjson.dumps(package)), schema())
        counted = tallies.tallied(connection, Q3)
        whole = Counts()
        for one in counted.values():
            whole = whole.plus(one)
        assert {name: package["totals"][name] for name in NAMES} == whole.plain()
        assert package["totals"]["signed"] == 1
        scope = Scope(Reach.DISTRICT, None)
        figures = digest.figures(connection, cast.catalogue, scope, cast.now.date(), cast.now)
        assert package["now"]["open_hazards"] == figures.open_hazards
        assert package["now"]["overdue_hazards"] == figures.overdue_hazards
        first, after = tallies.bounds(Q3)
        of_quarter = [
            row
            for row in rows
            if not row["withdrawn_at"]
            and not row["of"]
            and row["reported_at"] < after  # type: ignore[operator]
            and (row["reported_at"] >= first or row["closed_at"] is None or row["closed_at"] >= first)  # type: ignore[operator]
        ]
        assert len(package["hazards"]) == len(of_quarter)
        found = [
            one for one in package["hazards"] if first.isoformat() <= one["reported_at"] < after.isoformat()
        ]
        assert len(found) == whole.general_found + whole.major_found


def test_files_agree_prove_themselves_and_name_nobody(cast: Cast) -> None:
    with cast.database.writing() as connection:
        scattered(cast, connection, 30, seed=2)
        evil = update(enterprises).where(enterprises.c.id == cast.east).values(name='=cmd|"x",1')
        connection.execute(evil)
        cast.does(connection, BOB, signing(cast, connection))
        package = gathered(connection, cast.catalogue, Q3, None, cast.now)
    made = files(package)
    for line in made["SHA256SUMS"].decode().splitlines():
        digest_, name = line.split("  ")
        assert hashlib.sha256(made[name]).hexdigest() == digest_
    for name in TABLES:
        assert len(opened(made[f"{name}.csv"])) == len(package[name]) == package["rows"][name]
    names = {row["name"] for row in opened(made["enterprises.csv"])}
    assert '\'=cmd|"x",1' in names
    everything = b"".join(made.values()).decode()
    for speaker in (ALICE, BOB, DONG):
        assert speaker.name not in everything
        assert speaker.phone not in everything
    assert zipped(package) == zipped(package)
    with zipfile.ZipFile(io.BytesIO(zipped(package))) as archive:
        assert archive.read("send-up.json") == made["send-up.json"]


def numbers(connection: Connection, cast: Cast, **since: int) -> tuple[int, int, int]:
    moment = cast.now - timedelta(**since)
    package = gathered(connection, cast.catalogue, Q3, moment, cast.now)
    return tuple(package["rows"][name] for name in TABLES)  # type: ignore[return-value]


def test_an_incremental_one_holds_what_has_changed_since(cast: Cast) -> None:
    with cast.database.writing() as connection:
        scattered(cast, connection, 60, seed=4)
        cast.passes(days=40)
        assert numbers(connection, cast, days=1) == (0, 0, 0)
        cast.does(connection, BOB, signing(cast, connection))
        assert numbers(connection, cast, days=1) == (0, 1, 0)
        whole = gathered(connection, cast.catalogue, Q3, None, cast.now)
        assert numbers(connection, cast, days=4000) == (2, 1, len(whole["hazards"]))


def test_the_command_writes_a_folder_and_refuses_nonsense(
    sqlite_database: Database, catalogue: Catalogue, tmp_path: Path
) -> None:
    casting.seat(sqlite_database, catalogue)
    url = sqlite_database.engine.url.render_as_string(hide_password=False)
    settings = Settings(token=SecretStr("1:x"), data_dir=tmp_path, database_url=url)
    assert main(settings, "Q4", tmp_path, None)[0] == 2
    code, said = main(settings, "2026q3", tmp_path / "up", None)
    assert (code, said.startswith("2026-Q3: 2 enterprises")) == (0, True)
    assert orjson.loads((tmp_path / "up" / "schema.json").read_bytes()) == schema()
