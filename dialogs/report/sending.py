"""What a tap on a report's screens does: a kind, a place, the same one as another, sent; and what happens then."""

from collections.abc import Callable
from dataclasses import fields, replace

from checklists.schema import Severity
from dialogs import cards, recurring
from dialogs.context import Context
from dialogs.report import draft as drafts
from dialogs.report.draft import FLOW, Draft, known, standing
from dialogs.report.screens import PAGE, chosen_hit, hits_of, kinds, page_of, recurring_of, what_of
from dialogs.talk import Json, Line, State, Step
from dialogs.words import on_day
from safety.events import Said
from safety.events_hazards import HazardReported
from safety.events_reports import HazardJoined
from safety.events_visits import FindingReported
from safety.ledger import Ledger

MANY = 99  # kinds and places that an option can count


def tapped(state: State, option: str, draft: Draft, context: Context) -> Step | None:
    """The tap of one step; None when its screen has no such button."""
    taps = TAPS.get(state.at)
    return taps(state, option, draft, context) if taps else None


def _kind(state: State, option: str, draft: Draft, context: Context) -> Step | None:
    if option == "kn":
        pages = -(-len(kinds(draft, context)) // PAGE)
        return Step(_at(state.at, draft, page=(page_of(state) + 1) % max(1, pages)))
    found = kinds(draft, context)
    place = cards.index_in("k", option, len(found))
    if place is None:
        return None
    return Step(standing(replace(draft, kind=found[place].id, hit=None, refused=()), context))


def _place(_state: State, option: str, draft: Draft, context: Context) -> Step | None:
    if option == "pn":
        return Step(standing(replace(draft, place=""), context))
    places = context.ledger.places_named()
    number = cards.index_in("p", option, len(places))
    return (
        None
        if number is None
        else Step(standing(drafts.with_place(draft, places[number], 0, context), context))
    )


def _like(state: State, option: str, draft: Draft, context: Context) -> Step | None:
    """Only what was on the screen is joined or refused."""
    shown, found = state.data.get("shown"), known(draft, context)
    if all(hazard.number != shown for hazard in found):
        return Step(standing(draft, context), say=Line("report-like-changed"))
    if option == "lj":
        return _joined(str(shown), draft, context)
    gone = {"ln": [one for one in found if one.number == shown], "lo": found}.get(option)
    if gone is None:
        return None
    refused = (*draft.refused, *(hazard.number for hazard in gone))
    return Step(standing(replace(draft, refused=refused), context))


def _how(_state: State, option: str, draft: Draft, context: Context) -> Step | None:
    if option == "o":
        return Step(_at("more", draft))
    if option in {"g", "m"}:
        return _reported(draft, context, major=option == "m")
    hits = hits_of(draft, context)
    place = cards.index_in("h", option, len(hits))
    if place is None:
        return None
    hit = hits[place]
    return Step(standing(replace(draft, hit=hit.id, kind=hit.kind), context))


def _more(_state: State, option: str, draft: Draft, _context: Context) -> Step | None:
    ways = {"ck": "kinds", "cw": "words", "d": "drop"}
    if option in ways:
        return Step(_at(ways[option], draft))
    return Step(_at("where", replace(draft, place=None, refused=()))) if option == "cp" else None


def _drop(_state: State, option: str, draft: Draft, context: Context) -> Step | None:
    """Given up: the words stay in the record, as everything that was sent."""
    if option != "dy":
        return None
    said = (Said("hazard", draft.words[: drafts.LONGEST_WORDS]),) if draft.words else ()
    return replace(_after(draft, context), events=said, say=Line("report-dropped"))


TAPS: dict[str, Callable[[State, str, Draft, Context], Step | None]] = {
    "what": _kind,
    "words": _kind,
    "kinds": _kind,
    "where": _place,
    "like": _like,
    "how": _how,
    "more": _more,
    "drop": _drop,
}


def _at(at: str, draft: Draft, **data: Json) -> State:
    return State(FLOW, at, {**drafts.kept(draft), **data})


# --- in the end ---------------------------------------------------------------------------------------------------


def _after(draft: Draft, context: Context) -> Step:
    """To the draft that was not finished before this one, else to where one was."""
    if not draft.others:
        return Step(None)
    *rest, last = draft.others
    before = replace(drafts.read(State(FLOW, "", dict(last))), others=tuple(rest))
    return Step(standing(before, context))


def _reported(draft: Draft, context: Context, *, major: bool) -> Step:
    """Into the ledger; by when is what its clause says, else its kind."""
    hit, kind = chosen_hit(draft, context), context.ledger.suggester().kinds.get(draft.kind)
    days, working = recurring.term(hit, kind)
    recurs = recurring_of(draft, context)
    event = HazardReported(
        draft.words,
        draft.place or "",
        draft.kind,
        Severity.MAJOR if major else Severity.GENERAL,
        recurring.due(days, recurs, context, working=working),
        suspected_major=major,
        pictures=draft.pictures,
        clause=hit.id if hit else "",
        recurs=recurs,
    )
    if draft.visit:
        found = FindingReported(
            **{it.name: getattr(event, it.name) for it in fields(event)}, visit=draft.visit
        )
        return replace(_after(draft, context), events=(found,), say=Line("visit-beside-noted"))
    return replace(_after(draft, context), events=(event,), say=lambda ledger: received(ledger, context))


def received(ledger: Ledger, context: Context) -> Line:
    """The receipt in one line, on top of what comes back: number, what, by when, who was told."""
    hazard = ledger.last_reported()
    if hazard is None:  # never: it was recorded in this turn
        return Line("report-noted")
    return Line(
        "report-received",
        {
            "number": hazard.number,
            "what": what_of(hazard, context),
            "due": on_day(hazard.due, context.today),
            "major": "yes" if hazard.severity is Severity.MAJOR else "no",
        },
    )


def _joined(number: str, draft: Draft, context: Context) -> Step:
    event = HazardJoined(number, draft.words, draft.pictures)
    said = Line("report-joined", {"number": number, "n": len(draft.pictures)})
    return replace(_after(draft, context), events=(event,), say=said)
