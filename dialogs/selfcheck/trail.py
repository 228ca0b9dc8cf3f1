"""What the state of a self-check remembers from step to step, and how it moves on. Plain JSON only."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from checklists.schema import Question
from dialogs.context import Context
from dialogs.selfcheck import memory
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Json, State
from safety.checks import CheckKey

FLOW = "check"
KEPT = (
    *("list", "period", "typed", "sent", "last", "album", "then", "there", "seen", "passed"),
)  # the rest belongs to one step
THERE = "there"  # the way leads back to a whole screen, not only to a question
ONCE = frozenset({"undo", "settle", "then", THERE})  # what a screen left aside does not bring back
SHOWS_ANSWER = frozenset({"ask", "rival"})  # the answer that stands is on the screen
MESSAGES = 20  # typed answers that an edit can still reach


def key_of(state: State) -> CheckKey:
    """Which self-check a state is about."""
    return CheckKey(str(state.data.get("list", "")), str(state.data.get("period", "")))


def begin(key: CheckKey) -> State:
    return State(FLOW, "review", {"list": key.checklist, "period": key.period})


def moved(state: State, at: str, **data: Json) -> State:
    """The same self-check at another step."""
    kept = {name: state.data[name] for name in KEPT if name in state.data}
    return State(FLOW, at, {**kept, **{name: value for name, value in data.items() if value is not None}})


def changed(state: State, **data: Json) -> State:
    """The same step, remembering something more; None forgets."""
    merged = {**state.data, **data}
    return State(FLOW, state.at, {name: value for name, value in merged.items() if value is not None})


def asking(state: State, question: Question, context: Context, **data: Json) -> State:
    """At a question; when it was put is remembered for the record."""
    return moved(state, "ask", q=question.id, shown=context.now.isoformat(), **data)


def noticed(state: State, context: Context) -> State:
    """Remember how often the question on the screen had been answered when the person saw its answer there."""
    question = state.data.get("q")
    if state.at not in SHOWS_ANSWER or not isinstance(question, str):
        return state
    draft = context.ledger.draft(key_of(state))
    saved = draft.saves.get(question) if draft else None
    return changed(state, seen=[question, saved.revision if saved else 0])


def saw(state: State, question: Question, revision: int) -> bool:
    """Whether the person has seen the answer that stands now."""
    return state.data.get("seen") == [question.id, revision]


def leaving(state: State, question: Question) -> State:
    """Remember the screen a person leaves for a question somewhere else; a second such step leads back as far."""
    if state.data.get("q") == question.id or state.data.get("then") == THERE:
        return state
    own = {name: value for name, value in state.data.items() if name not in {*KEPT, *ONCE}}
    before = {name: state.data[name] for name in ("then",) if name in state.data}
    return changed(state, then=THERE, there={**own, **before, "at": state.at})


def onward(state: State, sheet: Sheet, question: Question, context: Context, **data: Json) -> State:
    """After a question: back to where the person came from, else the next open one, else the review."""
    then, there = state.data.get("then"), _mapping(state.data.get(THERE))
    bare = changed(state, then=None, there=None)
    if then == "review":
        return moved(bare, "review", **data)
    if then == THERE and isinstance(there.get("at"), str) and _stands(there.get("q"), sheet):
        return _again(bare, there, context, data)
    if isinstance(then, str) and then not in {question.id, THERE}:
        return asking(bare, sheet.question(then), context, **data)
    return toward(bare, sheet, sheet.next_open(question), context, **data)


def _stands(question: Json, sheet: Sheet) -> bool:
    """Whether a screen can be gone back to: it is about no question, or about one that is still asked or worked out."""
    return question is None or (question in sheet.form.places and sheet.counts(sheet.question(question)))


def _again(state: State, there: Mapping[str, Any], context: Context, data: Mapping[str, Json]) -> State:
    """The screen that was left, as it was."""
    at = str(there["at"])
    kept = {name: value for name, value in there.items() if name not in {"at", *KEPT}}
    back = changed(state, then=there["then"]) if isinstance(there.get("then"), str) else state
    shown = {"shown": context.now.isoformat()} if "shown" in kept else {}
    more = data if at == "ask" else {name: value for name, value in data.items() if name != "undo"}
    return moved(back, at, **{**kept, **shown, **more})


def toward(state: State, sheet: Sheet, question: Question | None, context: Context, **data: Json) -> State:
    """To a question, or first to the screen of what is known already; to the review when none is left."""
    if question is None:
        return moved(state, "review", **data)
    first = memory.waits(sheet, question, passed(state))
    if first is None:
        return asking(state, question, context, **data)
    return moved(state, first, **{"from": question.id, "shown": context.now.isoformat(), **data})


def passed(state: State) -> list[str]:
    """The sections whose old answers were offered all at once and refused."""
    kept = state.data.get("passed")
    return [str(one) for one in kept] if isinstance(kept, list) else []


def forgetting(state: State, name: str) -> State:
    return changed(state, **{name: None})


def shown_at(state: State) -> datetime | None:
    """When the question was put."""
    return moment(state.data.get("shown"))


def moment(kept: Json) -> datetime | None:
    """A moment as it was remembered, None when it is not one."""
    try:
        read = datetime.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
    return read if read is not None and read.tzinfo is not None else None


def within(kept: Json, now: datetime, seconds: int) -> bool:
    """Whether something remembered with its time `at` happened within so many seconds."""
    at = moment(kept.get("at")) if isinstance(kept, dict) else None
    return at is not None and abs(now - at) <= timedelta(seconds=seconds)


def typed(state: State, message: int, question: Question, context: Context) -> State:
    """Remember which message answered which question, so that an edit of it can find its way."""
    known = {**_mapping(state.data.get("typed")), str(message): question.id}
    latest = dict(list(known.items())[-MESSAGES:])
    return changed(state, typed=latest, last={"q": question.id, "at": context.now.isoformat()})


def sent(state: State, message: int | None, question: Question) -> State:
    """Remember which question a photo or file was for, so that a reply to it can find its way."""
    if message is None:
        return state
    known = {**_mapping(state.data.get("sent")), str(message): question.id}
    return changed(state, sent=dict(list(known.items())[-MESSAGES:]))


def typed_question(state: State, message: int | None) -> Json:
    """The question that a message answered."""
    return _mapping(state.data.get("typed")).get(str(message))


def question_of(state: State, message: int | None) -> Json:
    """The question that a message, a photo or a file was for."""
    return typed_question(state, message) or _mapping(state.data.get("sent")).get(str(message))


def _mapping(kept: Json) -> Mapping[str, Any]:
    return kept if isinstance(kept, dict) else {}
