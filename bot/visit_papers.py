"""Prints reports of ended inspections and sends each to both sides. Woken by the clock; what has no row is printed again."""

import asyncio
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import orjson
import structlog
from sqlalchemy import Connection

from bot import child
from bot.beside import Beside
from bot.papers.press import BEGINS, SECONDS
from bot.papers.report import LINE_MOST, Item, Part, Report
from bot.papers.sheet import Sheet
from bot.shelf import Shelf
from bot.turn import House
from bot.turns import Writers
from checklists.words import Language, Words
from dialogs.render import Texts
from dialogs.talk import Line
from dialogs.visits.wording import forms, officers
from safety.calendar import local
from safety.visits import Finding, Visit
from storage import outbox, people
from storage.outbox import Kind, Letter
from storage.visits import papers
from storage.visits.papers import Unprinted

log = structlog.get_logger(__name__)
MODULE = "bot.papers.report_worker"
AT_ONCE, TRIES, PHOTOS = 4, 3, 6
BAND = (47, 90, 130)
SIGNS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u2060]|</?[bi]>")  # of a chat, not of a paper


class VisitPapers(Beside):
    """The reports of one process."""

    def __init__(self, writers: Writers, house: House, shelf: Shelf, wake: Callable[[], None]) -> None:
        super().__init__(house)
        self._writers, self._shelf, self._wake = writers, shelf, wake
        self._failed: Counter[int] = Counter()

    async def _work(self) -> None:
        now, catalogue = self._house.clock.now(), self._house.catalogue
        most = AT_ONCE + len(self._failed)
        waiting: Sequence[Unprinted] = await self._writers.run(
            lambda c: papers.waiting(c, catalogue, now, most), "visit papers"
        )
        for one in waiting:
            if self._failed[one.visit.id] < TRIES:
                await self._one(one)

    async def _one(self, one: Unprinted) -> None:
        number = one.visit.notes[-1].number if one.version > 1 and one.visit.notes else one.visit.number
        try:
            report = report_of(one.visit, number, self._house.texts, self._shelf.media)
            document = await child.made(MODULE, report.to_json(), SECONDS, BEGINS)
            path = await asyncio.to_thread(self._shelf.keep_paper, number, document)
        except (child.ChildFailed, OSError) as trouble:
            self._failed[one.visit.id] += 1
            log.warning("a report was not printed", number=number, trouble=str(trouble))
            return
        digest, now = hashlib.sha256(document).hexdigest(), self._house.clock.now()
        await self._writers.run(lambda c: self._settle(c, one, number, (path, digest), now), "visit paper")
        self._wake()

    def _settle(
        self, connection: Connection, one: Unprinted, number: str, kept: tuple[str, str], now: datetime
    ) -> None:
        """Note where it lies, and post it to both sides."""
        path, digest = kept
        if not papers.keep(connection, one.visit.id, one.version, path, digest, now):
            return
        for person in one.to:
            reader = people.reader_of(connection, person)
            if reader is None:
                continue
            line = Line("letter-visit-paper", {"number": number, "enterprise": one.visit.firm.name})
            caption = self._house.texts.say(line, reader.language)
            body = orjson.dumps({"caption": caption, "parse_mode": "HTML"}).decode()
            key = f"visit-paper:{number}:{person}"
            letter = Letter(
                reader.chat, Kind.NOTICE, "sendDocument", body, person=person, media=path, key=key
            )
            outbox.post(connection, letter, now)


def report_of(one: Visit, number: str, texts: Texts, media: Path) -> Report:
    """The report in Chinese, from the record."""

    def say(line: Line | Words) -> str:
        return " ".join(SIGNS.sub("", texts.plain(line, Language.ZH)).split())[:LINE_MOST]

    ended = one.closed_at or one.begun_at
    rows = [
        (say(Line("visit-paper-firm")), f"{one.firm.name}（{one.firm.town}） {one.firm.credit_code}"),
        (say(Line("visit-paper-kind")), say(Line("visit-kind", {"kind": one.kind.value}))),
        (say(Line("visit-paper-time")), f"{_moment(one.begun_at)} — {_moment(ended)}"),
        (say(Line("visit-paper-officers")), say(officers(one))),
    ]
    spots = [f"{_moment(at)} {lat:.5f}, {lon:.5f}" for at, lat, lon, _ in one.places]
    rows += [(say(Line("visit-paper-places")), "；".join(spots))] if spots else []
    parts = [
        Part(say(Line("visit-paper-walked")), [Item(say(line)) for line in forms(one)]),
        Part(
            say(Line("visit-paper-found", {"n": len(one.standing)})),
            [_item(n, it, say, media) for n, it in enumerate(one.standing, 1)],
        ),
    ]
    if one.remark:
        parts.append(Part(say(Line("visit-paper-remark")), [Item(one.remark[:LINE_MOST])]))
    parts.append(Part(say(Line("visit-paper-confirmed")), [Item(say(_ending(one)))]))
    parts += [
        Part(note.number, [Item(say(_note(note.words, note.person, note.hazard, note.number)))])
        for note in one.notes
    ]
    sheet = Sheet(
        title=say(Line("visit-paper-title")),
        number=number,
        preamble="",
        items=(),
        closing="",
        rows=rows,
        seal="",
        meaning=say(Line("visit-paper-meaning")),
        code=f"/verify {number}",
        code_label=say(Line("paper-verify", {"number": number})),
        footer=say(Line("visit-paper-hash", {"hash": one.sha256})),
        pages=say(Line("paper-pages", {"n": "{n}", "total": "{total}"})),
        colour=BAND,
        made=ended.isoformat(),
    )
    return Report(sheet, [part for part in parts if part.items])


def _item(n: int, it: Finding, say: Callable[[Line | Words], str], media: Path) -> Item:
    """A finding with its clause, day and photos."""
    about = Line(
        "visit-paper-finding",
        {
            "n": n,
            "number": it.number,
            "severity": "major" if it.major else "general",
            "listed": "yes" if it.question else "no",
            "what": it.what,
            "place": it.place or "none",
            "note": it.note or "none",
            "clause": it.clause or "none",
            "due": it.due.isoformat(),
        },
    )
    return Item(say(about), [str(media / path) for path in it.photos[:PHOTOS]])


def _ending(one: Visit) -> Line:
    return Line(
        "visit-record",
        {
            "number": one.number,
            "time": one.closed_at or one.begun_at,
            "ending": one.ending.value if one.ending is not None else "none",
            "person": one.present or "none",
            "reason": one.reason or "none",
        },
    )


def _note(words: str, person: str, hazard: str, number: str) -> Line:
    return Line(
        "visit-note", {"number": number, "words": words, "person": person, "hazard": hazard or "none"}
    )


def _moment(moment: datetime) -> str:
    return f"{local(moment):%Y-%m-%d %H:%M}"
