"""Printed invitations: whom they are for, one file with every code, hashes alone kept, the file gone once it has left, 0 rows across."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import Connection, select, text, update

from bot import discreet
from bot.invitations import command
from bot.invitations.deck import Deck, Printed
from bot.invitations.layout import laid_out, wrapped
from bot.invitations.rounds import SheetRounds
from bot.settings import load
from bot.shelf import Shelf
from bot.turn import House
from dialogs.texts import Texts
from safety.enterprises import Colour
from safety.errors import Refusal
from safety.events import ConsentGiven, InvitationRedeemed, JoinApproved, JoinRequested
from safety.events_handovers import HandoverOffered
from safety.events_invites import SheetsAsked, SheetsRevoked
from safety.invites import INVITED, SheetState
from safety.people import Role, Seat
from safety.queries import Query
from storage import enterprises, handovers, invitations, sheets
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invitations import new_code
from storage.tables.people import invitations as codes
from storage.tables.people import joins, seats
from storage.tables.post import outbox
from storage.tables.sheets import sheets as table
from storage.tips.vault import Vault
from tests.bot.small_catalogue import code
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

TEXTS = Texts.load(strict=True)
CODES = re.compile(r"start=([A-Za-z0-9_-]{22})")
STRANGER = Speaker(7001, "新人", "13700007001")


def words_of(document: bytes) -> str:
    """Everything that is written in a PDF, line breaks taken out."""
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(document)]
    return "".join(pages).replace("\r\n", "").replace("\n", "")


def more_shops(connection: Connection, cast: Cast) -> None:
    """Two shops in the east and one in the west that nobody has joined."""
    both = [("一号店", "东镇"), ("二号店", "东镇"), ("三号店", "西镇")]
    entries = [
        Entry(code(n), name, Colour.WHITE, town, contacts=[Listed("新人", STRANGER.phone, Role.OFFICER)])
        for n, (name, town) in enumerate(both, 1)
    ]
    enterprises.save(connection, entries, cast.now, "test")


class Office:
    """The rounds of one process, on a cast of its own, with a Telegram that knows its name."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self.cast, self.folder, self.woken = cast, folder, 0
        clock = SimpleNamespace(now=lambda: cast.now)
        house = House(cast.catalogue, TEXTS, clock, 1, "test")  # type: ignore[arg-type]  # a clock that stands
        self.rounds = SheetRounds(self, cast.database, house, Shelf(folder), self.wake, self)  # type: ignore[arg-type]

    def wake(self) -> None:
        self.woken += 1

    async def call(self, _method: str, *_rest: Any) -> Any:
        return SimpleNamespace(ok=True, result={"username": "anwen_bot"})

    async def run(self, job: Any, _name: str) -> Any:
        with self.cast.database.writing() as connection:
            return job(connection)

    def tick(self) -> None:
        asyncio.run(self.rounds._work())

    def letters(self) -> list[Any]:
        with self.cast.database.reading() as connection:
            return list(connection.execute(select(outbox).where(outbox.c.key.startswith("sheets:"))))

    def file(self) -> bytes:
        (letter,) = self.letters()
        return (self.folder / "media" / letter.media).read_bytes()

    def files(self) -> list[Path]:
        return list((self.folder / "media" / "sheets").glob("*"))


@pytest.fixture
def office(cast: Cast, tmp_path: Path) -> Office:
    with cast.database.writing() as connection:
        more_shops(connection, cast)
    return Office(cast, tmp_path)


def ask(office: Office, who: Speaker, *roles: str, query: Query | None = None) -> None:
    asked = SheetsAsked((query or Query()).to_json(), roles or ("officer",), 1)
    with office.cast.database.writing() as connection:
        office.cast.does(connection, who, asked)


def test_a_town_gets_cards_for_its_own_that_nobody_has_joined(office: Office) -> None:
    ask(office, TANG, "officer", "principal")
    office.tick()
    said = words_of(office.file())
    assert len(CODES.findall(said)) == 4
    assert "一号店" in said
    assert "二号店" in said
    assert "三号店" not in said, "of the other town"
    assert "东风面馆" not in said, "somebody answers for it"


def test_who_has_an_officer_alone_gets_a_principals_card(office: Office) -> None:
    cast = office.cast
    with cast.database.writing() as connection:
        bob = cast.actor(connection, BOB).person
        connection.execute(update(seats).where(seats.c.person == bob).values(until=cast.now))
        book = cast.ledger(connection, TANG).invites()
        counted = [book.wanted(Query(), roles) for roles in ((Role.OFFICER,), (Role.PRINCIPAL,), INVITED)]
    assert counted == [2, 3, 5]
    ask(office, TANG, "officer", "principal")
    office.tick()
    said = words_of(office.file())
    assert len(CODES.findall(said)) == 5
    assert said.count("东风面馆") == 1


def test_an_enterprise_that_was_picked_gets_what_it_lacks(office: Office) -> None:
    cast = office.cast
    with cast.database.writing() as connection:
        alice = cast.actor(connection, ALICE).person
        connection.execute(update(seats).where(seats.c.person == alice).values(until=cast.now))
        book = cast.ledger(connection, TANG).invites()
        east, west = Query(codes=("91370000000000001A",)), Query(codes=("91370000000000002B",))
        counted = [book.wanted(one, (role,)) for one in (east, west) for role in INVITED]
        assert book.wanted(Query(text="东风"), INVITED) == 0, "somebody answers for it"
    assert counted == [1, 0, 0, 0]


def test_a_query_narrows_but_never_widens(office: Office) -> None:
    ask(office, TANG, query=Query(towns=("西镇",)))
    office.tick()
    (letter,) = office.letters()
    assert letter.media is None
    assert "每家都有人加入" in letter.body


def test_a_code_lets_one_in_and_only_its_hash_is_kept(office: Office) -> None:
    ask(office, DONG, query=Query(text="三号店"))
    office.tick()
    (found,) = CODES.findall(words_of(office.file()))
    cast = office.cast
    with cast.database.writing() as connection:
        kept = str([tuple(row) for row in connection.execute(text("SELECT * FROM invitations"))])
        assert found not in kept
        invitation = invitations.find(connection, found, cast.now)
        assert invitation is not None
        assert (invitation.place, invitation.role, invitation.usable) == ("三号店", Role.OFFICER, True)
        late = cast.now + timedelta(days=cast.catalogue.rules.defaults.inviting.sheet_days)
        assert not invitations.find(connection, found, late).usable  # type: ignore[union-attr]
        version = cast.catalogue.privacy.version
        redeemed = InvitationRedeemed(invitation.number, STRANGER.phone)
        cast.does(connection, STRANGER, ConsentGiven(version), redeemed)
        with pytest.raises(Refusal, match="invitation-invalid"):
            cast.does(connection, NOBODY, redeemed)
        (mine,) = cast.ledger(connection, DONG).invites().latest()
        assert (mine.cards, mine.used) == (1, 1)
        assert not mine.open(cast.now), "used up"


def test_the_file_goes_once_it_has_left(office: Office) -> None:
    ask(office, TANG)
    office.tick()
    office.tick()
    assert len(office.files()) == 1, "it waits"
    with office.cast.database.writing() as connection:
        connection.execute(update(outbox).where(outbox.c.key == "sheets:1").values(state="sent"))
    office.tick()
    assert office.files() == []
    assert len(office.letters()) == 1


def test_killed_in_the_middle_it_is_printed_again_with_other_codes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(office, TANG)
    with office.cast.database.reading() as connection:
        (printing,) = sheets.waiting(connection, 9)
    settle = office.rounds._settle
    monkeypatch.setattr(office.rounds, "_settle", lambda *_: (_ for _ in ()).throw(SystemExit))
    with pytest.raises(SystemExit):
        asyncio.run(office.rounds._one(printing))
    monkeypatch.setattr(office.rounds, "_settle", settle)
    asyncio.run(office.rounds._one(printing))
    asyncio.run(office.rounds._one(printing))  # a second process
    with office.cast.database.reading() as connection:
        known = set(connection.execute(select(codes.c.code_hash).where(codes.c.sheet == 1)).scalars())
    printed = CODES.findall(words_of(office.file()))
    assert {invitations.hash_of(one) for one in printed} == known


def test_who_lost_the_seat_gets_none_and_nothing_is_entered(office: Office) -> None:
    ask(office, TANG)
    with office.cast.database.writing() as connection:
        person = office.cast.actor(connection, TANG).person
        connection.execute(update(seats).where(seats.c.person == person).values(until=office.cast.now))
    office.tick()
    (letter,) = office.letters()
    assert letter.media is None
    with office.cast.database.reading() as connection:
        assert connection.execute(select(table.c.state)).scalar_one() is SheetState.DROPPED
        assert not connection.execute(select(codes.c.id).where(codes.c.sheet.is_not(None))).all()


@pytest.mark.parametrize("who", [ALICE, CHARLIE, NOBODY])
def test_who_may_not_invite_prints_nothing(office: Office, who: Speaker) -> None:
    with pytest.raises(Refusal, match="not-allowed"):
        ask(office, who)
    with office.cast.database.writing() as connection:
        book = office.cast.ledger(connection, who).invites()
        assert (book.wanted(Query(), (Role.OFFICER,)), book.latest()) == (0, ())


@pytest.mark.parametrize("roles", [("town",), ("officer", "district"), ()])
def test_no_other_roles_are_printed(office: Office, roles: tuple[str, ...]) -> None:
    with office.cast.database.writing() as connection, pytest.raises(Refusal, match="not-allowed"):
        office.cast.does(connection, DONG, SheetsAsked({}, roles, 1))


def test_one_at_a_time_for_each_person(office: Office) -> None:
    ask(office, TANG)
    ask(office, DONG)
    with pytest.raises(Refusal, match="sheets-running"):
        ask(office, TANG)


def test_only_ones_own_are_ended_and_who_came_in_stays(office: Office) -> None:
    ask(office, TANG)
    office.tick()
    first, second = CODES.findall(words_of(office.file()))
    cast = office.cast
    with cast.database.writing() as connection:
        used = invitations.find(connection, first, cast.now)
        assert used is not None
        redeemed = InvitationRedeemed(used.number, STRANGER.phone)
        cast.does(connection, STRANGER, ConsentGiven(cast.catalogue.privacy.version), redeemed)
    for other in (WEI, DONG):
        with cast.database.writing() as connection, pytest.raises(Refusal, match="sheets-gone"):
            cast.does(connection, other, SheetsRevoked(1))
    with cast.database.writing() as connection:
        cast.does(connection, TANG, SheetsRevoked(1))
        assert not invitations.find(connection, second, cast.now).usable  # type: ignore[union-attr]
        assert cast.actor(connection, STRANGER).seat is not None
        (mine,) = cast.ledger(connection, TANG).invites().latest()
        assert (mine.state, mine.used) == (SheetState.REVOKED, 1)


def test_no_code_reads_like_another_kind_of_link() -> None:
    assert not [one for one in (new_code() for _ in range(20_000)) if one[1] == "_"]


# --- the link for a successor -------------------------------------------------------------------------------------


def offer_by_link(office: Office, vault: Vault | None) -> list[Any]:
    """Alice wants a link for whoever takes her seat; the letters that were locked."""
    office.rounds._house.vault = vault
    with office.cast.database.writing() as connection:
        office.cast.does(connection, ALICE, HandoverOffered(None))
    office.tick()
    office.tick()
    with office.cast.database.reading() as connection:
        return list(connection.execute(select(outbox).where(outbox.c.sealed)))


def test_a_link_leaves_locked_and_whoever_comes_by_it_takes_the_seat(office: Office) -> None:
    vault = Vault([b"k" * 32])
    (letter,) = offer_by_link(office, vault)
    said = vault.open_text(letter.body, discreet.LETTER) or ""
    (found,) = CODES.findall(said)
    assert "东风面馆" in said
    cast = office.cast
    with cast.database.writing() as connection:
        for name in ("invitations", "outbox", "handovers", "events"):
            kept = str([tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))])
            assert found not in kept
        invitation = invitations.find(connection, found, cast.now)
        assert invitation is not None
        assert (invitation.place, invitation.role) == ("东风面馆", Role.OFFICER)
        asked = JoinRequested(invitation.number, STRANGER.phone)
        cast.does(connection, STRANGER, ConsentGiven(cast.catalogue.privacy.version), asked)
        newest = connection.execute(select(joins.c.id).order_by(joins.c.id.desc()).limit(1)).scalar_one()
        cast.does(connection, TANG, JoinApproved(newest))
        assert cast.actor(connection, ALICE).seat is None
        assert cast.actor(connection, STRANGER).seat == Seat(Role.OFFICER, cast.east)


def test_without_a_key_no_code_is_made(office: Office) -> None:
    assert offer_by_link(office, None) == []
    with office.cast.database.reading() as connection:
        assert len(handovers.without_link(connection)) == 1, "it waits for the key"


# --- the page -----------------------------------------------------------------------------------------------------


def deck(*names: str) -> Deck:
    cards = [
        Printed(name, "安全管理员", "东镇", f"https://t.me/anwen_bot?start={new_code()}") for name in names
    ]
    return Deck(
        "安稳邀请卡",
        "安稳",
        ("1. 扫码", "2. 同意"),
        "明天前有效",
        "第{n}页，共{total}页",
        "2026-11-23T01:00:00+00:00",
        cards,
    )


def test_rare_characters_and_long_names_are_written() -> None:
    said = words_of(laid_out(deck("龘𠮷记", "很长的名字" * 20, "Tianqu Foods Co. Ltd.")))
    assert "龘𠮷记" in said
    assert "Tianqu Foods" in said
    assert "…" in said
    assert len(CODES.findall(said)) == 3


@pytest.mark.parametrize(("cards", "pages"), [(1, 1), (8, 1), (9, 2), (17, 3)])
def test_eight_cards_fill_a_page(cards: int, pages: int) -> None:
    assert len(pypdfium2.PdfDocument(laid_out(deck(*["店"] * cards)))) == pages


def test_a_line_does_not_begin_with_a_comma() -> None:
    lines = wrapped("再分享自己的手机号，就能自查。" * 4, 40, 9, most=9)
    assert not [line for line in lines if line[0] in "，。"]
    assert "".join(lines) == "再分享自己的手机号，就能自查。" * 4


# --- the command --------------------------------------------------------------------------------------------------


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the command on a database of its own; the exit code."""

    async def named(_settings: object) -> str:
        return "anwen_bot"

    monkeypatch.setattr(command, "username_of", named)
    settings = load(data_dir=tmp_path / "data", token="12345:sheets-test-token-sheets-test-token")
    (tmp_path / "data").mkdir()
    database = Database.open(settings.database)
    database.migrate()
    with database.writing() as connection:
        both = [Entry(code(n), f"{n}号店", Colour.WHITE, town) for n, town in ((1, "东镇"), (2, "西镇"))]
        enterprises.save(connection, both, Cast.now, "test")
    yield (
        lambda *towns, role=None: command.main(settings, tmp_path / "cards.pdf", towns, role),
        database,
        settings,
    )
    database.close()


def test_the_command_prints_one_town(
    printed: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, database, settings = printed
    assert run("西镇", role=Role.PRINCIPAL) == 0
    said = words_of((tmp_path / "cards.pdf").read_bytes())
    assert "2号店" in said
    assert "1号店" not in said
    assert (tmp_path / "cards.pdf").stat().st_mode & 0o077 == 0, "nobody else reads the codes"
    assert "1 invitations" in capsys.readouterr().out
    with database.reading() as connection:
        (kept,) = connection.execute(select(codes.c.role, codes.c.code_hash))
        assert (kept.role, kept.code_hash) == (Role.PRINCIPAL, invitations.hash_of(CODES.findall(said)[0]))
    assert command.revoke(settings, 1) == 0
    assert command.revoke(settings, 1) == 1


@pytest.mark.parametrize("more", [{"towns": ("北镇",)}, {"role": Role.TOWN}])
def test_the_command_says_what_is_wrong_and_leaves_nothing(printed: Any, tmp_path: Path, more: Any) -> None:
    run, database, _ = printed
    assert run(*more.get("towns", ()), role=more.get("role")) == 1
    assert not list(tmp_path.glob("*.pdf"))
    with database.reading() as connection:
        assert not connection.execute(select(codes.c.id)).all()


def test_a_file_that_cannot_be_written_enters_nothing(
    printed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, database, _ = printed
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    assert run() == 1
    assert not list(tmp_path.glob("*.pdf"))
    with database.reading() as connection:
        assert not connection.execute(select(codes.c.id)).all()
