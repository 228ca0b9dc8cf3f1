"""What is sent as the answer itself: photos, files, places, a code beside a photo. Photos that only prove: photos.py."""

from dataclasses import replace
from datetime import datetime

from checklists.answers import Location
from checklists.reading import read
from checklists.schema import FileType, Question, QuestionKind
from dialogs import pictures
from dialogs.context import Context
from dialogs.selfcheck import answering, belonging, recording, saying, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line, SentFile, SentPhoto, SentPlace, State, Step
from safety.events import Event, FileReceived, PhotoReceived

NAME = 60  # characters of a file's name that are kept
FILES: dict[FileType, tuple[str, ...]] = {
    FileType.PDF: (".pdf",),
    FileType.WORD: (".doc", ".docx", ".wps"),
    FileType.EXCEL: (".xls", ".xlsx", ".et"),
}
MIMES: dict[str, FileType] = {
    "application/pdf": FileType.PDF,
    "application/msword": FileType.WORD,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": FileType.WORD,
    "application/vnd.ms-works": FileType.WORD,
    "application/vnd.ms-excel": FileType.EXCEL,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": FileType.EXCEL,
}


def attached(
    sheet: Sheet, question: Question, sent: SentPhoto | SentFile, shown: datetime | None
) -> tuple[Sheet, list[Event]]:
    """The sheet with one more photo or file as the answer; the same one again changes nothing."""
    before = sheet.answer(question).value
    known = before if isinstance(before, tuple) else ()
    name = sent.unique if question.kind is QuestionKind.PHOTO else _name(sent, len(known) + 1)
    return recording.answered(sheet, question, (*(one for one in known if one != name), name), shown)


def _name(sent: SentPhoto | SentFile, number: int) -> str:
    """What people call a file; a photo of a document has no name of its own."""
    return (sent.name if isinstance(sent, SentFile) else "")[:NAME] or f"{number}.jpg"


def refused(question: Question) -> Line | None:
    """Why a photo cannot be this answer: a file question that wants no pictures."""
    return (
        _wanted(question)
        if question.kind is QuestionKind.FILE and not _may(question, FileType.IMAGE)
        else None
    )


def _may(question: Question, kind: FileType | None) -> bool:
    return kind is not None and (question.files is None or kind in question.files)


def _wanted(question: Question) -> Line:
    return Line("file-format", {"files": saying.files(question)})


# --- a code beside a photo ----------------------------------------------------------------------------------------


def coded(
    state: State,
    photo: SentPhoto,
    sheet: Sheet,
    question: Question,
    received: PhotoReceived,
    context: Context,
) -> Step:
    """The words beside the photo are the code; without any the photo is kept and the code still wanted."""
    value = read(question, photo.caption, sheet.today) if photo.caption else None
    if value is None:
        count = sheet.answer(question).photos
        wanted = Line("code-then", {"n": count, "accepts": saying.accepts(question)})
        return Step(trail.changed(state, settle=True), (received,), say=wanted)
    said = Line("recorded-as", {"answer": answering.bare_words(question, value, sheet.today)})
    step = answering.pick(state, sheet, question, value, context, said)
    return replace(step, events=(received, *step.events))


# --- a file -------------------------------------------------------------------------------------------------------


def filed(state: State, sent: SentFile, sheet: Sheet, context: Context) -> Step | None:
    """Keep a file as the answer of a file question; elsewhere files are of no use."""
    target = belonging.belongs(state, sent, sheet, context)
    if target is None or target.kind is not QuestionKind.FILE:
        return None
    refusal = unusable(target, sent)
    if refusal is not None:
        return Step(state, say=refusal)
    name = _name(sent, 1)
    received = FileReceived(
        sheet.key, target.id, sent.file, sent.unique, sent.size, name, sent.mime, sent.caption
    )
    answer = sheet.answer(target)
    with_file = sheet.having(target, replace(answer, photos=answer.photos + 1))
    after, events = attached(with_file, target, sent, trail.shown_at(state))
    here = trail.changed(
        trail.sent(state, sent.message, target), album=belonging.series(sent, target, context)
    )
    return _filed(here, after, target, [received, *events], context)


def _filed(state: State, sheet: Sheet, target: Question, events: list[Event], context: Context) -> Step:
    thanks = Line("file-received", {"n": sheet.answer(target).photos})
    if state.data.get("q") == target.id and sheet.wish(target).missing == 0:
        onward = trail.onward(state, sheet, target, context, settle=True, undo=target.id)
        return Step(onward, events, say=thanks)
    return Step(trail.changed(state, settle=True), events, say=thanks)


def unusable(question: Question, sent: SentFile) -> Line | None:
    """Why a file cannot be taken, said at once: too large, or not what is wanted."""
    if sent.size is not None and sent.size > pictures.LARGEST:
        return Line("file-too-large", {"mb": round(sent.size / 1_000_000)})
    return None if _may(question, kind_of(sent)) else _wanted(question)


def kind_of(sent: SentFile) -> FileType | None:
    """What a file says it is, by its kind or the end of its name; what it really is shows when our copy is made."""
    ending = next((kind for kind, ends in FILES.items() if sent.name.lower().endswith(ends)), None)
    return MIMES.get(sent.mime.lower(), ending)


# --- a place ------------------------------------------------------------------------------------------------------


def placed(state: State, sent: SentPlace, sheet: Sheet, context: Context) -> Step | None:
    """A place shared in the chat answers the place question on the screen."""
    if state.at != "ask" or "q" not in state.data:
        return None
    question = sheet.question(state.data["q"])
    if question.kind is not QuestionKind.PLACE:
        return None
    value = Location(
        lat=round(sent.lat, 6),
        lon=round(sent.lon, 6),
        accuracy=sent.accuracy,
        live=sent.live,
        address=" ".join(sent.address.split())[:NAME],
    )
    said = Line("recorded-as", {"answer": answering.bare_words(question, value, sheet.today)})
    return answering.pick(state, sheet, question, value, context, said)
