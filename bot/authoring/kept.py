"""`python -m checklists kept`: the versions of the checklists that this installation has ever shown, by fingerprint."""

from collections.abc import Sequence
from pathlib import Path

from bot.authoring.said import Speaker
from bot.settings import SettingsError, load
from checklists.options import language_spoken, parser, say
from checklists.schema import Checklist
from checklists.words import Words
from dialogs.texts import SHANGHAI
from storage.content import Kept, kept_versions
from storage.database import Database
from storage.readiness import NotReady, look

ABOUT = Words(
    "列出本系统展示过的自查表版本（按设置里的数据库）。",
    "List the versions of checklists that this installation has shown (in the database of the settings).",
)
_ONE = Words("只看一张自查表", "one checklist only")
_OUT = Words("把每个版本写成 .json 文件", "write each version to a .json file")
SHORT = 12  # characters of a fingerprint that are shown


def main(arguments: Sequence[str]) -> int:
    """List them, and write them out where asked to."""
    options = parser("kept", ABOUT)
    options.add_argument("checklist", nargs="?", metavar="CHECKLIST", help=_ONE.to(language_spoken()))
    options.add_argument("--out", type=Path, metavar="DIR", help=_OUT.to(language_spoken()))
    said = options.parse_args(arguments)
    speaker = Speaker.of(said)
    try:
        versions = [one for one in _versions() if said.checklist in {None, one.name}]
    except SettingsError as error:
        say(error.sentences)
        return 2
    except NotReady as reason:
        return speaker.complain("kept-away", why=str(reason))
    if said.out is not None:
        said.out.mkdir(parents=True, exist_ok=True)
    for one in versions:
        speaker.say("kept-version", checklist=one.name, fingerprint=one.fingerprint[:SHORT], since=_day(one))
        if said.out is not None:
            (said.out / f"{one.name}-{one.fingerprint[:SHORT]}.json").write_text(one.text, "utf-8")
    if not versions:
        speaker.say("kept-none")
    return 0


def _day(one: Kept) -> str:
    return f"{one.since.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def form(start: str) -> Checklist:
    """The one kept form whose fingerprint starts so; LookupError when there is none, or more than one."""
    try:
        found = [one for one in _versions() if one.fingerprint.startswith(start)]
    except (SettingsError, NotReady) as error:
        raise LookupError(start) from error
    if len(found) != 1:
        raise LookupError(start)
    return Checklist.from_json(found[0].text)


def _versions() -> Sequence[Kept]:
    """What the database of the settings has kept; nothing where it has not been made yet. Raises NotReady."""
    url = load().database
    if look(url).new:
        return ()
    database = Database.open(url)
    try:
        with database.reading() as connection:
            return kept_versions(connection)
    finally:
        database.close()
