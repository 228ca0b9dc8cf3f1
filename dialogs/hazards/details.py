"""What else is good to know of a hazard of its kind (补充情况): one field a screen, each can be skipped, nothing waits for it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from checklists.extra_fields import LONGEST, ExtraField, FieldKind
from checklists.reading.dates import Side, read_date
from checklists.reading.numerals import read_number
from checklists.reading.plain import plain
from checklists.words import Words
from dialogs.cards import Row, button, index_in
from dialogs.context import Context
from dialogs.hazards.listing import question_words
from dialogs.hazards.ways import CARD, DETAILS, at, hand
from dialogs.talk import Button, Input, Line, Screen, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.events_hazards import HazardDetailed
from safety.hazard_ledger import Hazard, Move
from safety.hazards import OVER

MARK, SKIP = "i", "s"
MINUS = ("-", "−", "－")
NUMBERS = ("0", "1", "2", "3", "5", "10")
Choice = tuple[Line | Words, str]


def fields(hazard: Hazard, context: Context) -> Sequence[ExtraField]:
    """The extra fields of its kind."""
    kind = context.ledger.suggester().kind_of(hazard.kind, hazard.clause or hazard.question)
    return kind.fields if kind is not None else ()


def open_to(hazard: Hazard, context: Context) -> bool:
    """Whether this person may say something here."""
    who = hand(context)
    return bool((who.inside or who.supervises) and hazard.state not in OVER and fields(hazard, context))


def begin(state: State, hazard: Hazard, context: Context) -> Step | None:
    """Through the fields, those that nobody has filled in first."""
    if not open_to(hazard, context):
        return None
    ids = [one.id for one in fields(hazard, context)]
    return Step(
        at(state, DETAILS, left=[*_missing(ids, hazard), *(one for one in ids if one in hazard.details)])
    )


def _missing(ids: Sequence[str], hazard: Hazard) -> list[str]:
    return [one for one in ids if one not in hazard.details]


def _left(state: State, hazard: Hazard, context: Context) -> list[ExtraField]:
    """What is still to be asked; what content knows no more is left out."""
    kept, known = state.data.get("left"), {one.id: one for one in fields(hazard, context)}
    ids = [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []
    return [known[one] for one in ids if one in known] if open_to(hazard, context) else []


# --- answers ------------------------------------------------------------------------------------------------------


def step(state: State, told: Input, hazard: Hazard, context: Context) -> Step | None:
    """An answer by button or in words, the next field, or back to the card."""
    left = _left(state, hazard, context)
    if not left:
        return Step(at(state, CARD))
    if isinstance(told, Wrote) and not told.edited:
        value = read(left[0], told.text, context.today)
        if value is None:
            return Step(state, say=Line("detail-not-read", {"kind": left[0].kind.value}))
        return _said(state, value, left, hazard)
    return _tapped(state, told.option, left, hazard, context) if isinstance(told, Tapped) else None


def _tapped(
    state: State, option: str, left: Sequence[ExtraField], hazard: Hazard, context: Context
) -> Step | None:
    if option == "b":
        return Step(at(state, CARD))
    if option == SKIP:
        return Step(_next(state, [one.id for one in left[1:]]))
    offered = choices(left[0], context.today)
    place = index_in("c", option, len(offered))
    return _said(state, offered[place][1], left, hazard) if place is not None else None


def _said(state: State, value: str, left: Sequence[ExtraField], hazard: Hazard) -> Step:
    """Kept; after the last one that was missing there is nothing more to ask."""
    field, rest = left[0], [one.id for one in left[1:]]
    if field.id not in hazard.details:
        rest = _missing(rest, hazard)
    same = hazard.details.get(field.id) == value
    events = () if same else (HazardDetailed(hazard.number, field.id, value),)
    return Step(_next(state, rest), events, say=Line("detail-kept", _about(field, value)))


def _next(state: State, left: Sequence[str]) -> State:
    return at(state, DETAILS, left=list(left)) if left else at(state, CARD)


def read(field: ExtraField, text: str, today: date) -> str | None:
    """What these words say of the field; None when it is not clear."""
    said = text.strip()
    value: str | None = said[:LONGEST]
    if field.kind is FieldKind.NUMBER:
        number = None if said.startswith(MINUS) else read_number(plain(said), field.unit, field.title.zh)
        value = _plain(number) if number is not None else None
    elif field.kind is FieldKind.DATE:
        day = read_date(plain(said), today, Side.EITHER)
        value = day.isoformat() if day is not None else None
    elif field.kind is FieldKind.CHOICE:
        value = _chosen(field, said.casefold())
    return value if value is not None and field.takes(value) else None


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _chosen(field: ExtraField, said: str) -> str | None:
    """An option by its place, by its name, or by a part of only one name."""
    if said.isascii() and said.isdigit():
        place = int(said[:2]) - 1
        return field.options[place].id if 0 <= place < len(field.options) else None
    names = [(one.id, (one.label.zh.casefold(), one.label.en.casefold())) for one in field.options]
    same = [id_ for id_, labels in names if said in labels]
    near = [id_ for id_, labels in names if len(said) > 1 and any(said in label for label in labels)]
    found = same or near
    return found[0] if len(found) == 1 else None


def choices(field: ExtraField, today: date) -> Sequence[Choice]:
    """The usual answers; words are typed."""
    if field.kind is FieldKind.CHOICE:
        return [(one.label, one.id) for one in field.options]
    if field.kind is FieldKind.NUMBER:
        return [(field.told(one), one) for one in NUMBERS]
    if field.kind is FieldKind.DATE:
        year = today.year
        days = (date(year, 12, 31), date(year + 1, 6, 30), date(year + 1, 12, 31))
        return [(on_day(day, today), day.isoformat()) for day in days]
    return []


# --- what is seen -------------------------------------------------------------------------------------------------


def _about(field: ExtraField, value: str) -> dict[str, Words]:
    return {"field": field.title, "value": field.told(value)}


def show(state: State, hazard: Hazard, context: Context) -> Screen:
    """One field with its usual answers, and what is known of it."""
    left = _left(state, hazard, context)
    if not left:
        return Screen((Line("hazard-gone"),), ((button("back-to-card", "b"),),))
    field = left[0]
    lines: list[Line | Words] = [
        Line("detail-title", {"number": hazard.number}),
        Line("hazard-question", {"question": question_words(hazard)}),
        Line("detail-ask", {"field": field.title, "kind": field.kind.value}),
    ]
    if field.id in hazard.details:
        lines.append(Line("detail-now", {"value": field.told(hazard.details[field.id])}))
    buttons = [
        Button(label, f"c{place}") for place, (label, _value) in enumerate(choices(field, context.today))
    ]
    wide = 3 if field.kind is FieldKind.NUMBER else 2
    rows: list[Row] = [tuple(buttons[start : start + wide]) for start in range(0, len(buttons), wide)]
    return Screen(lines, (*rows, (button("detail-skip", SKIP), button("back-to-card", "b"))))


def lines(hazard: Hazard, context: Context) -> list[Line]:
    """On the card: what is known, in the order of the fields; what content knows no more stands last."""
    known = {one.id: one for one in fields(hazard, context)}
    ids = [
        *(one for one in known if one in hazard.details),
        *(one for one in hazard.details if one not in known),
    ]
    return [Line("detail-is", _titled(one, hazard.details[one], context)) for one in ids]


def _titled(id_: str, value: str, context: Context) -> dict[str, Words]:
    field = context.ledger.suggester().field(id_)
    return (
        _about(field, value)
        if field is not None
        else {"field": Words(id_, id_), "value": Words(value, value)}
    )


def moved(move: Move, context: Context) -> Line:
    """A step of the timeline: what was said, and what stood there before."""
    id_, value, former = (str(move.body.get(one) or "") for one in ("field", "value", "former"))
    if not former:
        return Line("detail-is-plain", _titled(id_, value, context))
    before = _titled(id_, former, context)["value"]
    return Line("detail-was", {**_titled(id_, value, context), "former": before})
