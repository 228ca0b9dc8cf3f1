"""`python -m bot verify` and `receipt`: exit codes, the first bad entry in both languages, a receipt proved offline."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import keys, verifying
from bot.importing import LOCALES
from bot.settings import Settings
from checklists.words import Language
from safety.events import CheckSubmitted, Said
from safety.seals import receipts
from safety.seals.findings import Tampering
from storage.sealing.heads import every
from tests.cast import ALICE, Cast
from tests.tampering import seal_now, sign_head, unguard

NUMBER = "ZC-2026-000001"


@dataclass
class Installation:
    """A data folder with a sealed record."""

    cast: Cast
    settings: Settings

    @property
    def key(self) -> str:
        found = keys.load(self.settings.data_dir / "seal.key")
        assert found is not None
        return found.public

    def verify(self, *given: str, heads: Path | None = None) -> int:
        return verifying.main(self.settings, given, heads, photos=True)

    def sql(self, statement: str) -> None:
        with self.cast.database.writing() as connection:
            unguard(connection)
            connection.execute(text(statement))


@pytest.fixture
def installed(cast: Cast, tmp_path: Path) -> Installation:
    url = cast.database.engine.url.render_as_string(hide_password=False)
    settings = Settings(data_dir=tmp_path, database_url=url, language=Language.EN)
    check = cast.key(first_of(cast))
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun(check.checklist), CheckSubmitted(check, 67, 2, 3, 1))
        cast.does(connection, ALICE, Said("text", "一"), key="1:1")
        seal_now(connection, cast.now)
    with cast.database.writing() as connection:
        sign_head(connection, tmp_path, keys.load_or_make(tmp_path / "seal.key"), cast.now)
    return Installation(cast, settings)


def test_a_whole_record(installed: Installation, capsys: pytest.CaptureFixture[str]) -> None:
    assert installed.verify() == verifying.FINE
    assert "Everything fits" in capsys.readouterr().out


def test_the_first_bad_entry_is_named(installed: Installation, capsys: pytest.CaptureFixture[str]) -> None:
    installed.sql("UPDATE events SET person = 99 WHERE id = 3")
    assert installed.verify() == verifying.WRONG
    out = capsys.readouterr().out
    assert "The first that is wrong: entry 3 (event 3): it looks as if the person" in out
    assert "Change nothing for now" in out


def test_heads_kept_elsewhere_are_used(
    installed: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "usb"
    (tmp_path / "heads").rename(elsewhere)
    assert installed.verify(heads=elsewhere) == verifying.FINE
    (elsewhere / "2026-11-23.json").write_text("{}")
    assert installed.verify(heads=elsewhere) == verifying.WRONG
    assert "2026-11-23.json" in capsys.readouterr().out


def test_without_our_key_it_has_to_be_given(installed: Installation, tmp_path: Path) -> None:
    public = installed.key
    (tmp_path / "seal.key").unlink()
    assert installed.verify() == verifying.WRONG
    assert installed.verify(public) == verifying.FINE


def test_a_key_file_that_cannot_be_used_is_said(installed: Installation, tmp_path: Path) -> None:
    (tmp_path / "seal.key").chmod(0o644)
    assert installed.verify() == verifying.USAGE


@pytest.mark.parametrize("language", list(Language))
def test_a_receipt_is_proved_offline(
    installed: Installation, tmp_path: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "receipt.json"
    assert verifying.fetch(installed.settings, NUMBER, file) == verifying.FINE
    assert verifying.prove(file, [installed.key], language) == verifying.FINE
    out = capsys.readouterr().out
    assert NUMBER in out
    assert "verify-" not in out
    file.write_text(file.read_text("utf-8").replace('"score": 67', '"score": 99'), "utf-8")
    assert verifying.prove(file, [installed.key], language) == verifying.WRONG


def test_a_receipt_wants_the_right_key(installed: Installation, tmp_path: Path) -> None:
    file = tmp_path / "receipt.json"
    verifying.fetch(installed.settings, NUMBER, file)
    assert verifying.prove(file, [], Language.EN) == verifying.USAGE
    assert verifying.prove(file, ["00" * 32], Language.EN) == verifying.WRONG
    assert verifying.prove(tmp_path / "none.json", [installed.key], Language.EN) == verifying.USAGE


def test_a_receipt_goes_to_the_screen_too(
    installed: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verifying.fetch(installed.settings, NUMBER, None) == verifying.FINE
    assert '"anwen-receipt-1"' in capsys.readouterr().out


def test_why_there_is_no_receipt_file(installed: Installation, capsys: pytest.CaptureFixture[str]) -> None:
    assert verifying.fetch(installed.settings, "ZC-2026-000009", None) == verifying.WRONG
    assert "No receipt" in capsys.readouterr().out
    installed.sql("UPDATE submissions SET score = 100")
    assert verifying.fetch(installed.settings, NUMBER, None) == verifying.WRONG
    assert "does not fit any more" in capsys.readouterr().out


def test_a_receipt_waits_for_its_head(installed: Installation, capsys: pytest.CaptureFixture[str]) -> None:
    cast = installed.cast
    other = next(name for name in cast.catalogue.checklists if name != first_of(cast))
    with cast.database.writing() as connection:
        check = cast.key(other)
        cast.does(connection, ALICE, cast.begun(other), CheckSubmitted(check, 1, 1, 1, 0))
        seal_now(connection, cast.now)
        assert len(every(connection)) == 1
    assert verifying.fetch(installed.settings, "ZC-2026-000002", None) == verifying.WRONG
    assert "waits for a head" in capsys.readouterr().out


def first_of(cast: Cast) -> str:
    return next(iter(cast.catalogue.checklists))


def test_everything_it_can_say_has_words_in_both_languages() -> None:
    ids = [
        {
            line.partition(" = ")[0]
            for line in (LOCALES / one / "verify.ftl").read_text("utf-8").splitlines()
            if " = " in line and line.startswith("verify-")
        }
        for one in Language
    ]
    assert ids[0] == ids[1]
    wrong = (
        receipts.EVENT,
        receipts.DOCUMENT,
        receipts.NUMBER,
        receipts.ENTRY,
        receipts.PATH,
        receipts.KEY,
        receipts.SIGNATURE,
    )
    assert {f"verify-{one.value}" for one in Tampering} | {f"verify-failed-{one}" for one in wrong} <= ids[0]
