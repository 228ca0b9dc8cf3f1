"""Submissions worth a look (质量提示): a list, and the card of one with its reasons. Facts only; nothing is judged here."""

from datetime import date
from decimal import Decimal

from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.talk import Argument, Input, Json, Line, Opened, Screen, State, Step, Tapped
from dialogs.words import on_day
from safety.calendar import today as day_of
from safety.errors import Refusal
from safety.events import QualityLooked
from safety.people import Right
from safety.quality import Flag, Flagged, Sign

FLOW = "quality"
CARD = "card"
REASONS = 8  # sentences on a card
MINUTE = 60
SENTENCES = {
    Sign.HURRIED: "sign-hurried",
    Sign.FASTER: "sign-faster",
    Sign.STRAIGHT: "sign-straight",
    Sign.SAME_AS_LAST: "sign-same-as-last",
    Sign.SAME_TEXT: "sign-same-text",
    Sign.RECYCLED: "sign-recycled-own",
    Sign.ONE_PHOTO: "sign-one-photo",
    Sign.BLANK: "sign-blank",
    Sign.SET_ASIDE: "sign-set-aside",
    Sign.ZERO_AGAIN: "sign-zero-again",
    Sign.FOUND_LATER: "sign-found-later",
}


def step(state: State, told: Input, context: Context) -> Step | None:
    """Turn pages, open a card, look at its photos."""
    context.need(Right.SEE_QUALITY)
    if isinstance(told, Opened):
        return Step(State(FLOW))
    if not isinstance(told, Tapped):
        return None
    hear = _on_card if state.at == CARD else _on_list
    return hear(state, told.option, context)


def _on_list(state: State, option: str, context: Context) -> Step | None:
    total = context.ledger.count_flagged()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total)
    if turned is not None:
        return Step(State(FLOW, "", {"offset": turned}))
    place = cards.index_in("a", option, PAGE)
    shown = context.ledger.flagged(offset=offset, limit=PAGE) if place is not None else ()
    if place is not None and place < len(shown):
        opened: dict[str, Json] = {"receipt": shown[place].receipt, "offset": offset}
        return Step(State(FLOW, CARD, opened), (QualityLooked(shown[place].receipt),))
    ways = {"d": State("digest"), "e": State("menu")}
    return Step(ways[option]) if option in ways else None


def _on_card(state: State, option: str, context: Context) -> Step | None:
    one = _of(state, context)
    if option == "b":
        return Step(State(FLOW, "", {"offset": state.data.get("offset", 0)}))
    if option == "t" and "photo" in state.data:
        return Step(State(FLOW, CARD, {name: kept for name, kept in state.data.items() if name != "photo"}))
    if option == "f" and one.photos:
        following: Json = (_shown(state, one) + 1) % len(one.photos)
        return Step(State(FLOW, CARD, {**state.data, "photo": following}))
    return Step(State("menu")) if option == "e" else None


def _of(state: State, context: Context) -> Flagged:
    """The submission of a card; outside the scope, or once its last sign is gone, it does not exist."""
    one = context.ledger.flagged_one(str(state.data.get("receipt", "")))
    if one is None:
        raise Refusal("quality-gone")
    return one


def _shown(state: State, one: Flagged) -> int:
    kept = state.data.get("photo")
    return kept if isinstance(kept, int) and 0 <= kept < len(one.photos) else -1


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The list or one card."""
    context.need(Right.SEE_QUALITY)
    return _card(state, context) if state.at == CARD else _list(state, context)


def _list(state: State, context: Context) -> Screen:
    total = context.ledger.count_flagged()
    offset = cards.offset_of(state, total)
    shown = context.ledger.flagged(offset=offset, limit=PAGE)
    lines: list[Line | Words] = (
        [Line("quality-title", {"n": total}), Line("quality-hint"), GAP] if total else [Line("quality-none")]
    )
    for number, one in enumerate(shown, offset + 1):
        args: dict[str, Argument] = {
            "n": number,
            "new": "no" if one.looked else "yes",
            "enterprise": one.enterprise,
            "form": one.form.title,
            "day": on_day(day_of(one.submitted_at), context.today),
            "signs": len(one.flags),
        }
        lines.append(Line("quality-item", args))
    ways = (button("back-to-digest", "d"), button("to-menu", "e"))
    return Screen(lines, (*cards.list_rows(len(shown), offset, total), ways))


def _card(state: State, context: Context) -> Screen:
    one = _of(state, context)
    place = _shown(state, one)
    if place >= 0:
        return _photo(one, place)
    look: Row = (button("photo-look", "f", n=len(one.photos)),) if one.photos else ()
    ways = (button("back-to-list", "b"), button("to-menu", "e"))
    return Screen(_lines(one, context), tuple(row for row in (look, ways) if row))


def _photo(one: Flagged, place: int) -> Screen:
    said = Line("quality-photo", {"receipt": one.receipt, "n": place + 1, "total": len(one.photos)})
    more = (button("photo-next", "f"),) if len(one.photos) > 1 else ()
    return Screen((said,), ((*more, button("back-to-reasons", "t")),), photo=one.photos[place])


def _lines(one: Flagged, context: Context) -> list[Line | Words]:
    who: dict[str, Argument] = {"person": one.submitted_by, "time": one.submitted_at}
    minutes, seconds = divmod(one.seconds, MINUTE)
    took: dict[str, Argument] = {
        "minutes": minutes,
        "seconds": seconds,
        "changes": one.changes,
        "people": one.people,
    }
    return [
        Line("quality-card", {"enterprise": one.enterprise, "town": one.town}),
        Line("quality-form", {"form": one.form.title}),
        Line("quality-sent", {**who, "receipt": one.receipt}),
        GAP,
        Line("quality-why"),
        *[
            Line("quality-reason", {"reason": reason(flag, one, context.today)})
            for flag in one.flags[:REASONS]
        ],
        GAP,
        *([Line("quality-took", took)] if one.seconds else []),
        Line("quality-fair"),
    ]


def reason(flag: Flag, one: Flagged, today: date) -> Line:
    """A sign with its figures in one sentence."""
    args: dict[str, Argument] = {name: _figure(value) for name, value in flag.figures.items()}
    if "day" in flag.figures:
        args["day"] = _day(str(flag.figures["day"]), today)
    for name, question in (("question", flag.question), ("earlier", flag.figures.get("earlier", ""))):
        if question:
            args[name] = _question(one, str(question))
    if flag.sign is Sign.RECYCLED and not flag.figures.get("own"):
        return Line("sign-recycled-other", args)
    return Line(SENTENCES[flag.sign], args)


def _figure(value: float | str) -> Argument:
    return Decimal(str(value)) if isinstance(value, float) else value


def _day(kept: str, today: date) -> Line | Words:
    try:
        return on_day(date.fromisoformat(kept), today)
    except ValueError:
        return GAP


def _question(one: Flagged, question: str) -> Line:
    """A question by its place in the form and its words."""
    if question not in one.form.places:
        return Line("typed", {"text": question})
    asked = one.form.question(question)
    return Line("quality-question", {"question": asked.text})
