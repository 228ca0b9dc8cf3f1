"""What an action has to say first, asked one thing at a time: by button where it can be, in one's own words where it must."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from checklists.reading.dates import Side, read_date
from checklists.reading.money import read_money
from checklists.words import Language, Words
from dialogs.cards import button, index_in
from dialogs.context import Context
from dialogs.hazards import causes, listed
from dialogs.hazards.cost import AMOUNTS
from dialogs.hazards.listing import question_words
from dialogs.hazards.ways import ASK, CARD, act, at, reason, standing
from dialogs.talk import Button, Input, Json, Line, Screen, SentPhoto, State, Step, Tapped, Wrote
from dialogs.words import on_day
from safety.deeds import Deed, fits, lack
from safety.hazard_ledger import Hazard
from safety.hazards import HazardAction, Need

Choice = tuple[Line | Words, Json]
CAUSE = HazardAction.CAUSE
LONGEST = 500  # characters
MOST = 6  # buttons of one question

_FIVE = ("measures", "money", "contingency", "owner", "day")
_FIELDS: dict[HazardAction, tuple[str, ...]] = {
    HazardAction.PLAN: ("measures", "owner", "day"),
    HazardAction.GRADE_UP: ("reason",),
    HazardAction.RETURN: ("reason",),
    HazardAction.TRANSFER: ("owner", "reason"),
    HazardAction.ASK_EXTENSION: ("day", "reason"),
    HazardAction.SUSPEND: ("reason",),
    HazardAction.REOPEN: ("reason", "day"),
    HazardAction.MARK_DUPLICATE: ("of", "reason"),
    HazardAction.LIST: ("reason", "day"),
    HazardAction.PROGRESS: ("words",),
    HazardAction.COST: ("money",),
    HazardAction.DIVIDE: ("words", "owner", "day"),
    HazardAction.CAUSE: ("side", "root", "words", "measures", "owner", "day"),
}
REASONS: dict[HazardAction, tuple[str, ...]] = {
    HazardAction.GRADE_UP: ("serious", "repeated", "untrusted"),
    HazardAction.RETURN: ("unclear", "not-done", "elsewhere"),
    HazardAction.TRANSFER: ("not-mine", "away", "knows-better"),
    HazardAction.ASK_EXTENSION: ("parts", "crew", "shutdown"),
    HazardAction.SUSPEND: ("stopped", "season"),
    HazardAction.REOPEN: ("again", "never"),
    HazardAction.MARK_DUPLICATE: ("same", "twice"),
}
CONTINGENCIES = ("cut-off", "clear-out", "watch")
SOON, LATER = (0, 1, 3, 7, 15), (3, 7, 15, 30)  # days


def fields(action: HazardAction, hazard: Hazard) -> tuple[str, ...]:
    """What has to be said for it, in the order in which it is asked; a major hazard's plan wants all five implements."""
    if action is HazardAction.PLAN and standing(hazard).major:
        return _FIVE
    return _FIELDS.get(action, ())


def _said(state: State) -> dict[str, Json]:
    kept = state.data.get("said")
    return dict(kept) if isinstance(kept, dict) else {}


def _action(state: State) -> HazardAction | None:
    kept = state.data.get("do")
    return HazardAction(kept) if isinstance(kept, str) and kept in set(HazardAction) else None


def _asked(state: State, hazard: Hazard) -> str | None:
    """The field that is asked now; None when the state makes no sense any more."""
    action = _action(state)
    open_ = [] if action is None else [one for one in fields(action, hazard) if one not in _said(state)]
    return open_[0] if open_ else None


def step(state: State, told: Input, hazard: Hazard, context: Context) -> Step | None:
    """An answer by button or in words; back to the field before, or to the card."""
    field, action = _asked(state, hazard), _action(state)
    if field is None or action is None:
        return Step(at(state, CARD))
    if isinstance(told, Wrote) and not told.edited:
        return _written(state, field, told.text, hazard, context)
    if isinstance(told, SentPhoto) and action is HazardAction.PROGRESS:
        return listed.photographed(state, told, hazard, context)
    return _tapped(state, told.option, hazard, context) if isinstance(told, Tapped) else None


def _written(state: State, field: str, text: str, hazard: Hazard, context: Context) -> Step:
    value = _READ[field](text, hazard, context)
    if value is None:
        return Step(state, say=Line("hazard-not-read", {"field": field}))
    return _answered(state, field, value, hazard, context)


def _tapped(state: State, option: str, hazard: Hazard, context: Context) -> Step | None:
    field, action = _asked(state, hazard), _action(state)
    assert field is not None and action is not None  # noqa: S101, PT018 - it is asked now
    if option == "b":
        return _back(state, action, hazard)
    offered = choices(field, action, hazard, context, _said(state))
    place = index_in("c", option, len(offered))
    return _answered(state, field, offered[place][1], hazard, context) if place is not None else None


def _back(state: State, action: HazardAction, hazard: Hazard) -> Step:
    said = _said(state)
    given = [one for one in fields(action, hazard) if one in said]
    if not given:
        return Step(at(state, CARD))
    return Step(at(state, ASK, do=action.value, said={k: v for k, v in said.items() if k != given[-1]}))


def _answered(state: State, field: str, value: Json, hazard: Hazard, context: Context) -> Step:
    action, said = _action(state), {**_said(state), **causes.skipped(field, value), field: value}
    assert action is not None  # noqa: S101 - a field was asked, so there is an action
    if field == "day" and value and not _day_fits(str(value), action, hazard, context):
        return Step(state, say=Line(lack(Need.DAY, standing(hazard), action)))
    if all(one in said for one in fields(action, hazard)):
        return act(state, hazard, action, _deed(said), context)
    return Step(at(state, ASK, do=action.value, said=said))


def _day_fits(day: str, action: HazardAction | None, hazard: Hazard, context: Context) -> bool:
    return action is not None and fits(standing(hazard), action, date.fromisoformat(day), context.today)


def _deed(said: dict[str, Json]) -> Deed:
    day, owner, money = said.get("day"), said.get("owner"), said.get("money")
    return Deed(
        str(said.get("reason", "")),
        date.fromisoformat(day) if isinstance(day, str) else None,
        owner if isinstance(owner, int) else None,
        str(said.get("measures", "")),
        money if isinstance(money, int) else None,
        str(said.get("contingency", "")),
        str(said.get("of", "")),
        str(said.get("words", "")),
        str(said.get("root", "")),
    )


# --- what can be tapped -------------------------------------------------------------------------------------------


def choices(
    field: str, action: HazardAction, hazard: Hazard, context: Context, said: Mapping[str, Json]
) -> Sequence[Choice]:
    """The usual answers, at most as many as fit."""
    usual: dict[str, Callable[[], list[Choice]]] = {
        "side": lambda: causes.sides(context),
        "root": lambda: causes.roots(said, context),
        "measures": lambda: causes.prevention(hazard) if action is CAUSE else _measures(hazard, context),
        "money": lambda: [(Line("hazard-money", {"yuan": yuan}), yuan) for yuan in AMOUNTS],
        "contingency": lambda: [(reason(one), one) for one in CONTINGENCIES],
        "owner": lambda: _owners(action, hazard, context),
        "day": lambda: _days(action, hazard, context),
        "reason": lambda: _reasons(action, context),
        "words": lambda: _words(action),
        "of": lambda: [
            (Words(one.number[3:], one.number[3:]), one.number) for one in others(hazard, context)
        ],
    }
    return usual[field]()[:MOST]


def _words(action: HazardAction) -> list[Choice]:
    if action is CAUSE:
        return causes.nothing()
    return listed.progress() if action is HazardAction.PROGRESS else []


def _reasons(action: HazardAction, context: Context) -> list[Choice]:
    if action is HazardAction.LIST:
        return listed.demands(context)
    return [(reason(one), one) for one in REASONS[action]]


def _measures(hazard: Hazard, context: Context) -> list[Choice]:
    if hazard.form is None or hazard.question not in hazard.form.places:
        return []
    advice = hazard.form.question(hazard.question).advice
    if advice is None:
        return []
    text = advice.zh if context.actor.language is Language.ZH else advice.en
    return [(Line("hazard-as-advised"), text[:LONGEST])]


def _owners(action: HazardAction, hazard: Hazard, context: Context) -> list[Choice]:
    """Oneself first; who has it already is no one to hand it to. A supervisor leaves a part with the owner."""
    if context.supervises:
        return [(Line("colleague-named", {"person": hazard.owner}), standing(hazard).owner)]
    me = context.actor.person
    people: list[Choice] = [(Line("hazard-myself"), me)]
    people += [
        (Line("colleague-named", {"person": one.name}), one.person) for one in context.ledger.colleagues()
    ]
    owner = standing(hazard).owner if action is HazardAction.TRANSFER else None
    return [one for one in people if one[1] != owner]


def _days(action: HazardAction, hazard: Hazard, context: Context) -> list[Choice]:
    today, due = context.today, standing(hazard).due
    if action is HazardAction.LIST:
        days = listed.days(context)
    elif action is HazardAction.ASK_EXTENSION:
        days = [max(due, today) + timedelta(days=more) for more in LATER]
    elif action in {HazardAction.PLAN, HazardAction.DIVIDE} and due >= today:
        days = sorted({due, *(today + timedelta(days=more) for more in SOON if more < (due - today).days)})
    else:
        days = [today + timedelta(days=more) for more in SOON[1:]]
    fitting = [day for day in days if fits(standing(hazard), action, day, today)]
    return [(on_day(day, today), day.isoformat()) for day in fitting]


def others(hazard: Hazard, context: Context) -> list[Hazard]:
    """Other open hazards of the same enterprise that it may be a duplicate of."""
    listed = context.ledger.hazards(limit=50)
    return [one for one in listed if one.enterprise == hazard.enterprise and one.number != hazard.number][
        :MOST
    ]


# --- what can be typed --------------------------------------------------------------------------------------------


def _text(text: str, _hazard: Hazard, _context: Context) -> Json:
    return text.strip()[:LONGEST] or None


def _money(text: str, _hazard: Hazard, _context: Context) -> Json:
    return read_money(text)


def _day(text: str, _hazard: Hazard, context: Context) -> Json:
    day = read_date(text, context.today, Side.AHEAD)
    return day.isoformat() if day is not None else None


def _person(text: str, hazard: Hazard, context: Context) -> Json:
    if context.supervises:
        return standing(hazard).owner if text.strip() == hazard.owner else None
    named = [one.person for one in context.ledger.colleagues() if one.name == text.strip()]
    return named[0] if len(named) == 1 else None


def _number(text: str, hazard: Hazard, context: Context) -> Json:
    said = text.strip().upper()
    found = [one.number for one in others(hazard, context) if said and one.number.endswith(said)]
    return found[0] if len(found) == 1 else None


_READ: dict[str, Callable[[str, Hazard, Context], Json]] = {
    "side": causes.side_read,
    "root": causes.read,
    "measures": _text,
    "reason": _text,
    "words": _text,
    "contingency": _text,
    "money": _money,
    "day": _day,
    "owner": _person,
    "of": _number,
}


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, hazard: Hazard, context: Context) -> Screen:
    """One question with its usual answers."""
    field, action = _asked(state, hazard), _action(state)
    if field is None or action is None:
        return Screen((Line("hazard-gone"),), ((button("back-to-card", "b"),),))
    lines: list[Line | Words] = [
        Line("hazard-asked", {"action": action.value, "number": hazard.number}),
        Line("hazard-question", {"question": question_words(hazard)}),
        Line("hazard-ask", {"field": field, "action": action.value}),
    ]
    if field == "of":
        lines += [
            Line("hazard-other", {"number": one.number[3:], "question": question_words(one)})
            for one in others(hazard, context)
        ]
    offered = choices(field, action, hazard, context, _said(state))
    buttons = [Button(label, f"c{place}") for place, (label, _value) in enumerate(offered)]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Screen(lines, (*rows, (button("back", "b"),)))
