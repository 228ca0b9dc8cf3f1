"""`python -m bot verify`: the whole chain against events, heads, receipts and photos; or one receipt file, offline. Says what is wrong."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import typer

from bot import keys
from bot.headfiles import FOLDER, HeadFiles
from bot.importing import LOCALES
from bot.keys import KeyTrouble
from bot.settings import Settings
from checklists.words import Language
from dialogs.talk import Argument, Line
from dialogs.texts import Texts
from safety.seals import receipts
from safety.seals.findings import Finding, Report, Tampering
from safety.seals.register import fingerprint_of
from storage.database import Database
from storage.media import FILE
from storage.sealing import proving, verifying
from storage.sealing.signatures import Trust
from storage.sealing.verifying import Copy, Outside

SHOWN = 20
PIECE = 1 << 20
FINE, WRONG, USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Voice:
    """Says lines in the language of the settings."""

    texts: Texts
    language: Language

    def say(self, name: str, /, **args: Argument) -> None:
        typer.echo(self.texts.plain(Line(f"verify-{name}", args), self.language))


def voice(language: Language) -> Voice:
    return Voice(Texts.load(LOCALES), language)


# --- the whole chain ----------------------------------------------------------------------------------------------


def main(settings: Settings, given: Collection[str], folder: Path | None, *, photos: bool) -> int:
    """Check everything; 1 when something is wrong. `given`: public keys beside our own, `folder`: heads kept elsewhere."""
    speaks, began = voice(settings.language), perf_counter()
    try:
        trusted = frozenset((*given, *own_key(settings)))
    except KeyTrouble as trouble:
        speaks.say("key-trouble", why=str(trouble))
        return USAGE
    files = HeadFiles(folder or settings.data_dir / FOLDER)
    found = check(settings, files, trusted, photos=photos)
    told(found, speaks)
    speaks.say("took", seconds=f"{perf_counter() - began:.1f}")
    return FINE if found.whole else WRONG


def own_key(settings: Settings) -> Iterator[str]:
    """The public half of our key, when there is one."""
    key = keys.load(keys.path_of(settings))
    if key is not None:
        yield key.public


def check(settings: Settings, files: HeadFiles, trusted: Collection[str], *, photos: bool) -> Report:
    """The report on the whole database, read in one transaction that writes nothing."""
    read = list(files.read())
    outside = Outside(
        [head for _, head in read if head is not None],
        files.marks,
        Cupboard(settings.data_dir).look if photos else None,
        Trust(trusted, keys.checks),
    )
    database = Database.open(settings.database)
    try:
        with database.reading() as connection:
            found = verifying.report(connection, outside)
    finally:
        database.close()
    broken = [Finding(0, Tampering.HEAD, about=path.name) for path, head in read if head is None]
    return replace(found, findings=(*broken, *found.findings))


@dataclass(frozen=True, slots=True)
class Cupboard:
    """Our copies of photos and files on disk."""

    folder: Path

    def look(self, copy: Copy) -> Tampering | None:
        """What is wrong with a copy: the table names another one, it is not there, or its bytes are others."""
        if copy.path is None:
            return Tampering.GONE
        if copy.said != copy.sha256:
            return Tampering.PHOTO
        path = self.folder / ("files" if copy.kind == FILE else "media") / copy.path
        try:
            return None if digest(path) == copy.sha256 else Tampering.PHOTO
        except OSError:
            return Tampering.GONE


def digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    hashed = sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            hashed.update(piece)
    return hashed.hexdigest()


def told(report: Report, speaks: Voice) -> None:
    """Print a report: the first bad entry first."""
    for number, finding in enumerate(report.findings[:SHOWN]):
        say_finding(finding, speaks, first=number == 0)
    left = len(report.findings) - SHOWN + report.more
    if left > 0:
        speaks.say("more", n=left)
    speaks.say("looked", entries=report.entries, heads=report.heads, documents=report.documents)
    speaks.say("photos", photos=report.photos, waiting=report.waiting)
    speaks.say("whole" if report.whole else "broken")


def say_finding(finding: Finding, speaks: Voice, *, first: bool) -> None:
    what = Line(f"verify-{finding.what.value}")
    upto = finding.upto if finding.upto is not None and finding.upto > finding.entry else 0
    where = Line("verify-entry", {"entry": finding.entry, "upto": upto, "event": finding.event or 0})
    about = Line("verify-about", {"about": finding.about}) if finding.about else ""
    speaks.say("finding", where=where, what=what, about=about, first="yes" if first else "no")


# --- one receipt --------------------------------------------------------------------------------------------------


def prove(file: Path, given: Collection[str], language: Language) -> int:
    """Prove a receipt file with nothing but a public key: no database, no settings, no network."""
    speaks = voice(language)
    try:
        found = receipts.read(file.read_bytes())
    except (OSError, receipts.NoReceipt):
        speaks.say("no-receipt", file=str(file))
        return USAGE
    if not given:
        speaks.say("no-key")
        return USAGE
    wrong = receipts.wrong(found, {key.lower() for key in given}, keys.checks)
    if wrong is not None:
        speaks.say(f"failed-{wrong}", entry=found.seal.entry)
        return WRONG
    say_proof(found, speaks)
    return FINE


def say_proof(found: receipts.Receipt, speaks: Voice) -> None:
    """What a receipt proves."""
    row, head = found.row, found.head
    speaks.say("proved", number=found.number)
    speaks.say("proved-what", entry=found.seal.entry, kind=row.kind, at=row.at, person=str(row.person or "-"))
    fingerprint = fingerprint_of(row.kind, row.body) or "-"
    speaks.say("proved-head", day=head.day, last=head.last, fingerprint=fingerprint)
    if found.document is None:
        speaks.say("not-signed-content")


def fetch(settings: Settings, number: str, out: Path | None) -> int:
    """Write the receipt file of a number; says why when there is none."""
    speaks = voice(settings.language)
    database = Database.open(settings.database)
    try:
        with database.reading() as connection:
            found = proving.standing(connection, number)
            made = proving.proof(connection, found) if found is not None and found.unchanged else None
    finally:
        database.close()
    if made is None:
        state = "unknown" if found is None else "waits" if found.unchanged else "changed"
        speaks.say(f"receipt-{state}", number=number)
        return WRONG
    typer.echo(made.text(), nl=False) if out is None else out.write_text(made.text(), "utf-8")
    return FINE
