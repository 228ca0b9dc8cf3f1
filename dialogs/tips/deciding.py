"""What the office decides about a tip: a hazard of it, in words of one's own, or the end with a result for the reporter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from checklists.schema import Severity
from checklists.suggest import Suggestion
from checklists.words import Words
from dialogs import recurring
from dialogs.cards import GAP, button, index_in
from dialogs.context import Context
from dialogs.talk import Line, Screen, State, Step
from dialogs.tips.case import CARD, at, tip_of
from dialogs.tips.draft import cut
from dialogs.tips.wording import PREPARED, about, passages, photos
from dialogs.tips.wording import words as said_in
from dialogs.words import on_day
from safety.events_tips import TipClosed, TipTaken
from safety.tips import Tip

STEPS = frozenset({"words", "grade", "close", "result"})
TYPED = frozenset({"words", "result"})
LABELS = {
    "ordered": "tip-label-ordered",
    "handed": "tip-label-handed",
    "nothing": "tip-label-nothing",
    "elsewhere": "tip-label-elsewhere",
}
RESULTS = {True: ("ordered", "handed"), False: ("nothing", "elsewhere")}


def wrote(state: State, text: str, context: Context) -> Step:
    """The words for the enterprise, or the result for the reporter."""
    said = cut(text, context)
    if state.at == "words":
        return Step(at(state, "grade", words=said))
    return _closed(state, said, context)


def tapped(state: State, option: str, context: Context) -> Step | None:
    """A button of one of these steps."""
    if option == "b":
        return Step(at(state, {"grade": "words", "result": "close"}.get(state.at, CARD)))
    return TAPS[state.at](state, option, context)


def _words(state: State, option: str, context: Context) -> Step | None:
    """The reporter's own words only by a tap of their own."""
    tip = tip_of(state, context)
    return Step(at(state, "grade", words=tip.words)) if option == "w" and tip.words else None


def _grade(state: State, option: str, context: Context) -> Step | None:
    flips = {"tp": "photos", "tl": "place"}
    if option in flips:
        kept = {name: state.data.get(name) for name in ("words", "photos", "place")}
        return Step(at(state, "grade", **kept | {flips[option]: not kept[flips[option]]}))
    if option not in {"g", "m"}:
        return None
    tip, major = tip_of(state, context), option == "m"
    words = _said(state)
    judged = _judged(words, tip, state, context)
    event = TipTaken(
        tip.number,
        words,
        _place(tip, state),
        judged.kind,
        Severity.MAJOR if major else Severity.GENERAL,
        judged.due,
        suspected_major=major,
        clause=judged.clause,
        photos=state.data.get("photos") is True,
        recurs=judged.recurs,
    )
    return Step(at(state, CARD), (event,), say=Line("tip-taken"))


def _said(state: State) -> str:
    return str(state.data.get("words", ""))


def _suggested(words: str, context: Context) -> Suggestion:
    return context.ledger.suggester().suggest(words, ())


@dataclass(frozen=True, slots=True)
class Judged:
    """What kind of hazard it is, the question or criterion it goes by, by when, and which closed one it is again."""

    kind: str
    clause: str
    due: date
    recurs: str


def _place(tip: Tip, state: State) -> str:
    """Where it is, as far as the enterprise is to see it."""
    return tip.place if state.data.get("place") is True else ""


def _judged(words: str, tip: Tip, state: State, context: Context) -> Judged:
    """As the content suggests for these words, and with what was closed lately in the same enterprise."""
    found = _suggested(words, context)
    kind = found.kinds[0] if found.kinds else None
    hit = next((one for one in found.hits if kind is None or one.kind == kind.id), None)
    days, working = recurring.term(hit, kind)
    name, clause = kind.id if kind else "", hit.id if hit else ""
    recurs = recurring.of_tip(clause, name, tip, _place(tip, state), context)
    return Judged(name, clause, recurring.due(days, recurs, context, working=working), recurs)


def _close(state: State, option: str, _context: Context) -> Step | None:
    return Step(at(state, "result", true=option == "y")) if option in {"y", "n"} else None


def _result(state: State, option: str, context: Context) -> Step | None:
    prepared = RESULTS[state.data.get("true") is True]
    place = index_in("r", option, len(prepared))
    return None if place is None else _closed(state, PREPARED + prepared[place], context)


def _closed(state: State, said: str, context: Context) -> Step:
    tip, true = tip_of(state, context), state.data.get("true") is True
    until = context.today + timedelta(days=context.ledger.rules().tips.contact_days)
    return Step(at(state, CARD), (TipClosed(tip.number, true, said, until),), say=Line("tip-closed"))


TAPS: dict[str, Callable[[State, str, Context], Step | None]] = {
    "words": _words,
    "grade": _grade,
    "close": _close,
    "result": _result,
}


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, tip: Tip, context: Context) -> Screen:
    """Draw one of these steps."""
    return SCREENS[state.at](state, tip, context)


def _draw_words(_state: State, tip: Tip, _context: Context) -> Screen:
    lines: list[Line | Words] = [Line("tip-words-for", {"number": tip.number, "enterprise": tip.enterprise})]
    lines += [*said_in(tip), GAP, Line("tip-words-warning")]
    own = (button("tip-words-as-said", "w"),) if tip.words else ()
    return Screen(lines, ((*own, button("back", "b")),))


def _draw_grade(state: State, tip: Tip, context: Context) -> Screen:
    """Everything that the enterprise will see; how bad it is decides and sends it."""
    words = _said(state)
    kinds = _suggested(words, context).kinds
    judged = _judged(words, tip, state, context)
    lines: list[Line | Words] = [Line("tip-hazard", {"enterprise": tip.enterprise}), *passages(words)]
    place, shown = state.data.get("place") is True, state.data.get("photos") is True
    if place:
        lines.append(Line("report-place", {"place": tip.place}))
    if shown:
        lines += photos(tip)
    if kinds:
        lines.append(Line("report-kind-is", {"kind": kinds[0].name}))
    lines += [
        Line("tip-hazard-due", {"due": on_day(judged.due, context.today)}),
        *recurring.said(judged.recurs, context),
        GAP,
        Line("report-how", {"hint": "none", "site": "no"}),
    ]
    more = [button("tip-with-place", "tl", on="yes" if place else "no")] if tip.place else []
    more += [button("tip-with-photos", "tp", on="yes" if shown else "no")] if tip.photos else []
    send = (button("tip-general", "g"), button("report-major", "m"))
    return Screen(lines, tuple(row for row in (send, tuple(more), (button("back", "b"),)) if row))


def _draw_close(_state: State, tip: Tip, _context: Context) -> Screen:
    lines = [Line("tip-close", {"number": tip.number}), *about(tip)]
    return Screen(lines, ((button("tip-true", "y"), button("tip-untrue", "n")), (button("back", "b"),)))


def _draw_result(state: State, tip: Tip, _context: Context) -> Screen:
    true = state.data.get("true") is True
    lines = [Line("tip-result", {"number": tip.number, "true": "yes" if true else "no"})]
    prepared = [(button(LABELS[one], f"r{place}"),) for place, one in enumerate(RESULTS[true])]
    return Screen(lines, (*prepared, (button("back", "b"),)))


SCREENS: dict[str, Callable[[State, Tip, Context], Screen]] = {
    "words": _draw_words,
    "grade": _draw_grade,
    "close": _draw_close,
    "result": _draw_result,
}
