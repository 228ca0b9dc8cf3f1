"""From a screen to letters: edit the live one, or send a new one below what the person wrote and remove the old."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import Connection

from bot import paper
from dialogs.codec import state_to_json
from dialogs.desk import Session
from dialogs.render import Rendered, Texts, render
from dialogs.talk import Button, Line, Screen, State
from safety.letters import LetterKind, Notice
from safety.people import Actor
from safety.reachability import key_for, may_be_passed_on
from storage import outbox, people, reachability, riders
from storage.outbox import Kind, Letter, Posted
from storage.people import Reader
from storage.riders import Riding
from storage.sessions import Place

SETTLE = timedelta(seconds=1)
KINDS = {LetterKind.ALERT: Kind.ALERT, LetterKind.NOTICE: Kind.NOTICE}


@dataclass(frozen=True, slots=True)
class Posting:
    """Where a screen goes: the transaction, the reader and their chat, and the process that will send it.

    seal      locks letters of a discreet conversation: what takes its last screen away
    discreet  the new screen belongs to one as well
    """

    connection: Connection
    texts: Texts
    actor: Actor
    chat: int
    now: datetime
    holder: str
    seal: Callable[[str], str] | None = None
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What was posted, and where the conversation stands with it. `waits`: a letter leaves a moment later."""

    session: Session
    place: Place | None
    letters: Sequence[Posted] = ()
    waits: bool = False


def show(posting: Posting, session: Session, screen: Screen, place: Place | None, *, below: bool) -> Shown:
    """Post a screen. `below`: something of the person's stands under the live screen, so it cannot stay there."""
    session = replace(session, screen=session.screen + 1)
    place = settled(posting, place)
    rendered = render(screen, posting.actor.language, posting.texts, session.screen)
    form = paper.form_of(rendered)
    live = place.live if place else None
    if live is not None and place is not None and not below and paper.editable(place.form, form):
        letters = [edit(posting, rendered, live, place.message)]
        kept = live
    else:
        letters, kept = anew(posting, rendered, form, place, settle=screen.settle)
    after = Place("", None if screen.final else kept, form, screen.settle)
    ready = [letter for letter in letters if letter is not None]
    return Shown(session, after, ready, waits=screen.settle)


def settled(posting: Posting, place: Place | None) -> Place | None:
    """A screen that waited for more photos: taken back when it has not left yet, otherwise live like any other."""
    if place is None or not place.settling or place.live is None:
        return place
    gone = outbox.withdraw(posting.connection, place.live)
    return replace(place, live=None if gone else place.live, settling=False)


def edit(posting: Posting, rendered: Rendered, live: int, message: int | None) -> Posted | None:
    """Change the live screen in place."""
    letter = Letter(
        posting.chat,
        Kind.EDIT,
        "editMessageText",
        paper.body_of(rendered),
        person=posting.actor.person,
        target=live,
    )
    return post(posting, letter, message)


def anew(
    posting: Posting, rendered: Rendered, form: str, place: Place | None, *, settle: bool
) -> tuple[list[Posted | None], int]:
    """Send the screen as a new message, then remove the old one."""
    later = posting.now + SETTLE if settle else None
    letter = Letter(
        posting.chat,
        Kind.PROMPT,
        paper.method_of(form),
        paper.body_of(rendered),
        person=posting.actor.person,
        media=rendered.photo,
        not_before=later,
    )
    number, sent = posted(posting, letter)
    gone = remove(posting, place, later)
    return [sent, gone], number


def remove(posting: Posting, place: Place | None, later: datetime | None) -> Posted | None:
    """Delete the screen that was live: one live screen a task, and no trail of dead ones."""
    if place is None or place.live is None:
        return None
    letter = Letter(posting.chat, Kind.DELETE, "deleteMessage", "{}", target=place.live, not_before=later)
    return post(posting, letter, place.message)


def post(posting: Posting, letter: Letter, message: int | None) -> Posted | None:
    return posted(posting, letter, message)[1]


def posted(posting: Posting, letter: Letter, message: int | None = None) -> tuple[int, Posted | None]:
    """Keep a letter; what leaves at once is held by this process."""
    holder = None if letter.not_before else posting.holder
    if posting.seal is not None and (posting.discreet or letter.kind is Kind.DELETE):
        letter = replace(letter, body=posting.seal(letter.body), sealed=True)
    number = outbox.post(posting.connection, letter, posting.now, holder)
    if number is None:
        raise LookupError("a screen has no key and is always new")
    if holder is None:
        return number, None
    ready = Posted(
        number,
        letter.chat,
        letter.person,
        letter.kind,
        letter.method,
        letter.body,
        letter.media,
        letter.target,
        message,
        sealed=letter.sealed,
    )
    return number, ready


def post_notice(
    connection: Connection, texts: Texts, notice: Notice, now: datetime, *, not_before: datetime | None = None
) -> int | None:
    """Render a notice in its reader's language and keep it in the outbox; None when it was posted before."""
    rows = [
        [Button(Line(opens.label), opens=State(opens.flow, opens.at, dict(opens.data)))]
        for opens in notice.buttons
    ]
    screen = Screen([Line(notice.line, notice.args)], rows)
    return post_screen(
        connection,
        texts,
        notice.to,
        screen,
        key=notice.key,
        kind=KINDS[notice.kind],
        now=now,
        lives=notice.expires_in,
        not_before=not_before,
    )


def post_screen(
    connection: Connection,
    texts: Texts,
    person: int,
    screen: Screen,
    *,
    key: str,
    kind: Kind,
    now: datetime,
    lives: timedelta,
    silent: bool = False,
    not_before: datetime | None = None,
    condition: str | None = None,
) -> int | None:
    """Keep a screen as a letter to one person; its buttons open what they carry.

    It waits for somebody who cannot be reached; what is the enterprise's affair goes to who stands in for them too: an
    alert at once, the rest with their message of the day.
    """
    begins = not_before or now
    sheet = Sheet(screen, key, kind, begins, begins + lives, silent, condition)
    reader = people.reader_of(connection, person)
    if reader is not None:
        return _keep(connection, texts, person, reader, sheet, now)
    away = reachability.away(connection, person)
    if away is None:
        return None
    kept = _keep(connection, texts, person, away.reader, sheet, now, kept=True)
    if may_be_passed_on(key):
        _pass_on(connection, texts, person, away, sheet, kept, now)
    return kept


@dataclass(frozen=True, slots=True)
class Sheet:
    """A screen that is to be a letter: under which key, from when to when, and whether it makes a sound."""

    screen: Screen
    key: str
    kind: Kind
    begins: datetime
    ends: datetime
    silent: bool
    condition: str | None = None


def _pass_on(
    connection: Connection,
    texts: Texts,
    person: int,
    away: reachability.Away,
    sheet: Sheet,
    kept: int | None,
    now: datetime,
) -> None:
    """The same letter to somebody else of the enterprise, who reads for whom it is, unless they get their own of it."""
    instead = reachability.stand_in(connection, person)
    if instead is None or outbox.known(connection, key_for(sheet.key, person, instead.person)):
        return
    if sheet.kind is Kind.NOTICE:
        if kept is not None:
            subject, lives = str(kept), sheet.ends - now
            riders.put(connection, instead.person, Riding.COPY, subject, now, lives, absent=person)
        return
    lines = (Line("letter-stands-in", {"person": away.name}), *sheet.screen.lines)
    own = replace(sheet, screen=replace(sheet.screen, lines=lines))
    passed = replace(own, key=key_for(sheet.key, person, instead.person))
    _keep(connection, texts, instead.person, instead.reader, passed, now)


def _keep(
    connection: Connection,
    texts: Texts,
    person: int,
    reader: Reader,
    sheet: Sheet,
    now: datetime,
    *,
    kept: bool = False,
) -> int | None:
    screen, token = sheet.screen, outbox.token()
    buttons = [button for row in screen.rows for button in row]
    rendered = render(replace(screen, rows=()), reader.language, texts, 0)
    rows = numbered(screen.rows, token, lambda button: texts.label(button.label, reader.language))
    letter = Letter(
        reader.chat,
        sheet.kind,
        "sendMessage",
        paper.body_of(replace(rendered, rows=rows), silent=sheet.silent),
        person=person,
        key=sheet.key,
        token=token,
        opens=[state_to_json(button.opens) if button.opens else None for button in buttons],
        condition=sheet.condition,
        not_before=sheet.begins,
        expires_at=sheet.ends,
        kept=kept,
    )
    return outbox.post(connection, letter, now)


def post_edit(
    connection: Connection, texts: Texts, person: int, screen: Screen, letter: int, now: datetime
) -> None:
    """Change a letter that has left, in place. Its buttons open what they opened; there are as many as before or fewer."""
    reader, kept = people.reader_of(connection, person), outbox.buttons_of(connection, letter)
    if reader is None or kept is None:
        return
    token, _opens = kept
    buttons = [button for row in screen.rows for button in row]
    outbox.reopen(
        connection, letter, [state_to_json(button.opens) if button.opens else None for button in buttons]
    )
    rendered = render(replace(screen, rows=()), reader.language, texts, 0)
    rows = numbered(screen.rows, token, lambda button: texts.label(button.label, reader.language))
    body = paper.body_of(replace(rendered, rows=rows))
    edit = Letter(reader.chat, Kind.EDIT, "editMessageText", body, person=person, target=letter)
    outbox.post(connection, edit, now)


def numbered(
    rows: Sequence[Sequence[Button]], token: str, label: Callable[[Button], str]
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """A letter's buttons: the letter's token and the button's index, never what it opens."""
    index = count()
    return tuple(tuple((label(button), f"!.{token}.{next(index)}") for button in row) for row in rows)
