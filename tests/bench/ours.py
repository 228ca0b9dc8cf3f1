"""Anwen as it is measured: its own program, durable, on forms of twenty yes/no questions without photos."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from checklists.load import CONTENT, load_catalogue
from safety.enterprises import Colour
from safety.events import ConsentGiven, InvitationRedeemed
from safety.people import Role
from storage import content, enterprises, invitations, people
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from storage.record import record
from tests.bench.people import FIRST_PERSON
from tests.bench.scripts import Move, Taps, Writes
from tests.bench.standin import Said
from tests.cast import START, Speaker

FORMS: Final = 8
QUESTIONS: Final = 20
CONTENT_FOLDER: Final = "content"


def prepare(data: Path, size: int) -> None:
    """Forms of their own, and everybody seated as the officer of an enterprise of their own."""
    folder = data / CONTENT_FOLDER
    write_content(folder)
    catalogue = load_catalogue(folder)
    database = Database.open(f"sqlite:///{data / 'anwen.db'}")
    database.migrate()
    with database.writing() as connection:
        enterprises.name_district(connection, "测试区")
        entries = [
            Entry(f"9137{n:014d}", f"测试企业{n}", Colour.GREEN, "测试镇", contacts=(officer(n),))
            for n in range(size)
        ]
        enterprises.save(connection, entries, START, "bench")
        content.publish(connection, catalogue, START)
        for n, entry in enumerate(entries):
            speaker = Speaker(FIRST_PERSON + n, "person", f"139{n:08d}")
            own = enterprises.by_code(connection, entry.credit_code)
            actor = people.meet(connection, speaker, speaker.id, START)
            record(connection, actor, [ConsentGiven(catalogue.privacy.version)], START, None)
            actor = people.meet(connection, speaker, speaker.id, START)
            number = invitations.invite(connection, f"bench-{n}", Place(Role.OFFICER, own), START)
            record(connection, actor, [InvitationRedeemed(number, speaker.phone)], START, None)
    database.close()


def officer(n: int) -> Listed:
    """The officer of the nth enterprise as its list has them."""
    return Listed(f"P{FIRST_PERSON + n}", f"139{n:08d}", Role.OFFICER)


def write_content(folder: Path) -> None:
    """The shipped content with other forms."""
    shutil.copytree(CONTENT, folder)
    for old in (*(folder / "checklists").iterdir(), *(folder / "en" / "checklists").iterdir()):
        old.unlink()
    names = [f"form{n:02d}" for n in range(1, FORMS + 1)]
    for name in names:
        (folder / "checklists" / f"{name}.yaml").write_text(form(name), "utf-8")
        (folder / "en" / "checklists" / f"{name}.yaml").write_text(english(name), "utf-8")
    colours, kinds = folder / "colours.yaml", folder / "rules" / "hazard_kinds.yaml"
    colours.write_text(only_ours(colours.read_text("utf-8"), names), "utf-8")
    kinds.write_text(covering_nothing(kinds.read_text("utf-8")), "utf-8")


def form(name: str) -> str:
    """One form of twenty questions."""
    head = f"id: {name}\ntitle: 测试表{name[-2:]}\ncolours: [orange, yellow, blue, white, green]\ncycle_days: 30\nsections:\n  - id: A\n    title: 第一部分\n    questions:\n"
    return head + "".join(
        f"      - id: {name.upper()}-{n:02d}\n        kind: yesno\n        text: 第{n}项都做到了吗？\n"
        f"        basis:\n          - {{law: 安全生产法, article: 41}}\n        advice: 当天改好第{n}项。\n"
        + ("        critical: true\n" if n == 1 else "")
        for n in range(1, QUESTIONS + 1)
    )


def english(name: str) -> str:
    """Its English."""
    questions = "".join(
        f"  {name.upper()}-{n:02d}:\n    text: Is item {n} done?\n    advice: Put item {n} right today.\n"
        for n in range(1, QUESTIONS + 1)
    )
    return f"title: Test form {name[-2:]}\nsections:\n  A: Part one\nquestions:\n{questions}"


def only_ours(colours: str, names: list[str]) -> str:
    """Every colour owes all our forms."""
    lines = []
    for line in colours.splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        if line.strip().startswith("checklist:"):
            lines += [f"{indent}checklist: {names[0]}", f"{indent}extra_checklists: [{', '.join(names[1:])}]"]
        elif not line.strip().startswith("extra_checklists:"):
            lines.append(line)
    return "\n".join(lines) + "\n"


def covering_nothing(kinds: str) -> str:
    """Kinds of hazards without what belongs to them: the forms are others."""
    return "".join(line for line in kinds.splitlines(keepends=True) if not line.strip().startswith("covers:"))


@dataclass(frozen=True, slots=True)
class Officer:
    """Answer every question with the first button, submit, begin the next form."""

    def opening(self) -> Move:
        return Writes("/start")

    def reply(self, said: Said) -> bool:
        return bool(said.rows)

    def next(self, said: Said) -> Move:
        buttons = [button for row in said.rows for button in row]
        submit = (button for button in buttons if "提交" in button["text"])
        return Taps(str(next(submit, buttons[0])["callback_data"]))
