"""Telling a tip: which enterprise, what is wrong, where, then everything on one screen to send it. At each step photos may come."""

from collections.abc import Callable
from dataclasses import replace

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.pictures import unusable
from dialogs.talk import Input, Line, Screen, SentPhoto, SentPlace, State, Step, Wrote
from dialogs.tips import draft as drafts
from dialogs.tips import mine
from dialogs.tips.draft import FLOW, Draft, event_of, read, standing, state_of
from dialogs.tips.wording import passages
from safety.errors import Refusal
from safety.tips import Unit, number_in

NAMED = 8  # characters of a button


def asked(argument: str, context: Context) -> Step:
    """`/tip`, with a relay number, an enterprise (a poster's link has its credit code), or nothing."""
    number = number_in(argument)
    if number is not None:
        return mine.opened(State(FLOW, "letter", {"number": number}), context)
    kept = drafts.waiting(context)
    draft = read(kept) if kept is not None else Draft()
    if argument:
        return _found(draft, argument, context, notice=True)
    return Step(State(FLOW) if draft.empty else standing(draft))


# --- words, photos, places ----------------------------------------------------------------------------------------


def wrote(state: State, told: Wrote, context: Context) -> Step | None:
    """Words say whose, what or where; the second of two quick texts belongs to the first; an edit changes the words."""
    draft = read(state)
    if told.edited:
        return _edited(draft, told, context)
    if state.at in {"which", "pick"}:
        return _found(draft, told.text, context)
    if state.at == "where" and not drafts.at_once(draft, context):
        place = " ".join(told.text.split())[: drafts.LONGEST_PLACE]
        return Step(standing(replace(draft, place=place)))
    if state.at == "drop":
        return None
    long = len(" ".join(told.text.split())) > context.ledger.rules().tips.characters
    said = Line("tip-cut", {"n": context.ledger.rules().tips.characters}) if long else None
    noted = Line("report-noted") if draft.words else None
    return Step(standing(drafts.with_words(draft, told.text, told.message, context)), say=said or noted)


def _edited(draft: Draft, told: Wrote, context: Context) -> Step | None:
    if not told.message or told.message != draft.said:
        return None
    after = drafts.with_words(replace(draft, words=""), told.text, told.message, context)
    return Step(standing(after), say=Line("report-changed"))


def photographed(state: State, photo: SentPhoto, context: Context) -> Step:
    """A photo at any step."""
    refusal = unusable(photo)
    if refusal is not None:
        return Step(state, say=refusal)
    draft = read(state)
    after = drafts.with_photo(draft, photo, context)
    most = context.ledger.rules().tips.photos
    full = len(draft.pictures) >= most
    said = Line("tip-full", {"n": most}) if full else Line("report-photo", {"n": len(after.pictures)})
    return Step(standing(after, settle=True), say=said)


def placed(state: State, told: Input) -> Step | None:
    """A place of the map, where a place is asked for."""
    if not isinstance(told, SentPlace) or state.at != "where":
        return None
    spot = told.address or f"{told.lat:.5f}, {told.lon:.5f}"
    return Step(standing(replace(read(state), place=spot[: drafts.LONGEST_PLACE])))


# --- which enterprise ---------------------------------------------------------------------------------------------


def _found(draft: Draft, text: str, context: Context, *, notice: bool = False) -> Step:
    """The enterprise of this name or code; several, or none, are asked about."""
    wanted = " ".join(text.split())
    units = context.ledger.tips().units(wanted)
    exact = [
        one for one in units if wanted in {one.name, one.name.upper()} or wanted.upper() == one.credit_code
    ]
    if len(exact) == 1:
        return Step(standing(drafts.about(draft, exact[0]), notice=notice))
    if not wanted:
        return Step(state_of(draft, "which"))
    return Step(state_of(draft, "pick", asked=wanted[: drafts.LONGEST_NAME], notice=notice))


def _candidates(state: State, context: Context) -> tuple[str, list[Unit]]:
    wanted = state.data.get("asked")
    text = wanted if isinstance(wanted, str) else ""
    return text, list(context.ledger.tips().units(text))


def _own(context: Context) -> Unit | None:
    seat = context.actor.seat
    if not context.actor.consented or seat is None or seat.enterprise is None:
        return None
    one = context.ledger.enterprise()
    return Unit(one.name, one.credit_code, one.town)


# --- taps ---------------------------------------------------------------------------------------------------------


def tapped(state: State, option: str, context: Context) -> Step | None:
    """The tap of one step; None when its screen has no such button."""
    if option == "b":
        return _back(state)
    return TAPS[state.at](state, option, context) if state.at in TAPS else None


def _back(state: State) -> Step:
    """From an aside to the tip; from the tip to where one was, and it waits."""
    draft = read(state)
    if state.at in {"drop", "pick"}:
        return Step(state_of(draft, "which") if state.at == "pick" else standing(draft))
    return Step(None) if draft.empty else Step(None, keep=standing(draft))


def _which(state: State, option: str, context: Context) -> Step | None:
    own = _own(context)
    if option == "o" and own is not None:
        return Step(standing(drafts.about(read(state), own)))
    return None


def _pick(state: State, option: str, context: Context) -> Step | None:
    wanted, units = _candidates(state, context)
    if option == "u" and wanted:
        return Step(standing(drafts.named(read(state), wanted)))
    place = cards.index_in("a", option, len(units))
    return None if place is None else Step(standing(drafts.about(read(state), units[place])))


def _what(state: State, option: str, _context: Context) -> Step | None:
    draft = read(state)
    if option != "p" or not draft.pictures:
        return None
    return Step(state_of(draft, "where"))


def _where(state: State, option: str, _context: Context) -> Step | None:
    return Step(standing(replace(read(state), place=""))) if option == "n" else None


def _review(state: State, option: str, context: Context) -> Step | None:
    draft = read(state)
    if option == "s":
        if not context.ledger.tips().left():
            raise Refusal("tip-too-many", {"n": context.ledger.rules().tips.per_day})
        return Step(State(FLOW, "sent"), (event_of(draft, context),))
    if option == "w":
        return Step(state_of(replace(draft, words=""), "what"))
    if option == "e":
        return Step(state_of(replace(draft, enterprise="", name="", named=""), "which"))
    return Step(state_of(draft, "drop")) if option == "d" else None


def _drop(_state: State, option: str, _context: Context) -> Step | None:
    return Step(State(FLOW, "over", {"said": "dropped"})) if option == "dy" else None


TAPS: dict[str, Callable[[State, str, Context], Step | None]] = {
    "which": _which,
    "pick": _pick,
    "what": _what,
    "where": _where,
    "review": _review,
    "drop": _drop,
}


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw where it stands."""
    lines, rows = SCREENS[state.at if state.at in SCREENS else "which"](state, context)
    return Screen(lines, rows, settle=state.data.get("settle") is True)


Drawn = tuple[list[Line | Words], tuple[Row, ...]]


def _heading(draft: Draft) -> list[Line | Words]:
    lines: list[Line | Words] = [Line("tip-title")]
    if draft.whose:
        known = "yes" if draft.enterprise else "no"
        lines.append(Line("tip-about", {"enterprise": draft.whose, "known": known}))
    if draft.pictures:
        lines.append(Line("report-photos", {"n": len(draft.pictures)}))
    return lines


def _words(draft: Draft) -> list[Line]:
    return passages(draft.words) if draft.words else []


def _draw_which(state: State, context: Context) -> Drawn:
    """The notice stands with the first question: nothing is kept before it was seen."""
    rules, own = context.ledger.rules().tips, _own(context)
    if not context.ledger.tips().left() and read(state).empty:
        return [Line("tip-title"), Line("tip-too-many", {"n": rules.per_day})], ((button("back", "b"),),)
    lines = [*_heading(read(state)), _notice(context), GAP, Line("tip-which")]
    mine_ = ((button("tip-own-enterprise", "o"),),) if own is not None else ()
    return lines, (*mine_, (button("back", "b"),))


def _notice(context: Context) -> Line:
    rules = context.ledger.rules().tips
    return Line("tip-notice", {"days": rules.contact_days, "quiet": rules.quiet_days})


def _draw_pick(state: State, context: Context) -> Drawn:
    wanted, units = _candidates(state, context)
    lines: list[Line | Words] = [Line("tip-title"), *_unseen(state, context)]
    lines.append(Line("tip-candidates" if units else "tip-no-candidates", {"name": wanted}))
    lines += [
        Line("tip-candidate", {"n": number, "enterprise": one.name, "town": one.town})
        for number, one in enumerate(units, 1)
    ]
    numbers = tuple(button("item-number", f"a{place}", n=place + 1) for place in range(len(units)))
    rows = ((numbers,) if numbers else ()) + ((button("tip-as-typed", "u"), button("back", "b")),)
    return lines, rows


def _unseen(state: State, context: Context) -> tuple[Line, ...]:
    """Who came by a poster's link has not seen the notice yet."""
    return (_notice(context),) if state.data.get("notice") is True else ()


def _draw_what(state: State, context: Context) -> Drawn:
    draft = read(state)
    lines = [*_heading(draft), *_unseen(state, context), GAP, Line("tip-what"), Line("tip-what-hint")]
    only = (button("tip-only-photos", "p"),) if draft.pictures else ()
    return lines, ((*only, button("report-later", "b")),)


def _draw_where(state: State, _context: Context) -> Drawn:
    draft = read(state)
    lines = [*_heading(draft), *_words(draft), GAP, Line("report-where"), Line("tip-where-hint")]
    return lines, ((button("report-no-place", "n"), button("report-later", "b")),)


def _draw_review(state: State, _context: Context) -> Drawn:
    draft = read(state)
    lines = [*_heading(draft), *_words(draft)]
    if draft.place:
        lines.append(Line("report-place", {"place": draft.place}))
    lines += [GAP, Line("tip-review")]
    change = (button("report-change-words", "w"), button("tip-change-enterprise", "e"))
    rows = ((button("tip-send", "s"),), change, (button("report-drop", "d"), button("report-later", "b")))
    return lines, rows


def _draw_drop(state: State, _context: Context) -> Drawn:
    lines = [*_heading(read(state)), GAP, Line("tip-drop-sure")]
    return lines, ((button("report-drop-yes", "dy"), button("back", "b")),)


SCREENS: dict[str, Callable[[State, Context], Drawn]] = {
    "which": _draw_which,
    "pick": _draw_pick,
    "what": _draw_what,
    "where": _draw_where,
    "review": _draw_review,
    "drop": _draw_drop,
}
