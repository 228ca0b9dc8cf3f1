"""Reporting an incident: phones first, then what, people, still going on, where; each can be passed over, and at any moment it is sent."""

from dataclasses import replace

from checklists.words import Words
from dialogs.cards import GAP, Row, button, index_in
from dialogs.context import Context
from dialogs.incidents import saying
from dialogs.incidents.draft import FLOW, GOING, ORDER, PEOPLE, SEND, WHAT, WHERE, Draft, draft_of
from dialogs.talk import Button, Line, Screen, SentPhoto, State, Step
from safety.incidents import ALONE, LONGEST_PLACE, Harm, toggled

CARD = "card"
STEPS = frozenset({WHAT, *ORDER})
HARMS = {"n": Harm.NOBODY, "h": Harm.HURT, "t": Harm.TRAPPED, "m": Harm.MISSING, "u": Harm.UNKNOWN}


def tapped(state: State, option: str, context: Context) -> Step | None:
    """A tap; `s` sends what is known, whatever is missing."""
    draft = draft_of(state)
    if option == "s" and (state.at != WHAT or draft.words or draft.pictures):
        return _sent(draft)
    if option == "b":
        return Step(draft.at(_before(state.at)))
    if option == "x" and state.at in ORDER[:-1]:
        return Step(draft.at(_after(state.at)))
    steps = {WHAT: _what, PEOPLE: _people, GOING: _going}
    found = steps.get(state.at)
    return found(draft, option, context) if found is not None else None


def _sent(draft: Draft) -> Step:
    said = Line("incident-sent-near" if draft.near else "incident-sent")
    return Step(State(FLOW, CARD), (draft.reported(),), say=said)


def _after(at: str) -> str:
    return ORDER[ORDER.index(at) + 1]


def _before(at: str) -> str:
    place = ORDER.index(at) if at in ORDER else 0
    return ORDER[place - 1] if place else WHAT


def _what(draft: Draft, option: str, context: Context) -> Step | None:
    kinds = context.ledger.rules().incidents.kinds
    place = index_in("k", option, len(kinds))
    if place is not None:
        return Step(replace(draft, what=kinds[place].id).at(WHERE if draft.near else PEOPLE))
    if option == "w":
        return Step(replace(draft, near=not draft.near).at(WHAT))
    if option == "l":
        return Step(State(FLOW, "list"))
    return Step(State("menu")) if option == "e" else None


def _people(draft: Draft, option: str, _context: Context) -> Step | None:
    harm = HARMS.get(option)
    if harm is None:
        return None
    changed = replace(draft, harm=toggled(draft.harm, harm))
    return Step(changed.at(GOING if harm in ALONE and changed.harm else PEOPLE))


def _going(draft: Draft, option: str, _context: Context) -> Step | None:
    said = {"y": "yes", "n": "no"}.get(option)
    return None if said is None else Step(replace(draft, going=said).at(WHERE))


def wrote(state: State, text: str, _context: Context) -> Step:
    """Words: of the place where it is asked for, else of what happened."""
    draft = draft_of(state)
    if state.at == WHERE:
        return Step(replace(draft, place=" ".join(text.split())[:LONGEST_PLACE]).at(SEND))
    return Step(draft.with_words(text).at(state.at), say=Line("incident-words-kept"))


def photographed(state: State, photo: SentPhoto) -> Step:
    """A photo at any step."""
    draft = draft_of(state).with_photo(photo)
    return Step(draft.at(state.at), say=Line("incident-photo-kept", {"n": len(draft.pictures)}))


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """The phones, what is known, what is asked."""
    draft = draft_of(state)
    if state.at == WHAT:
        return _ask_what(draft, context)
    lines: list[Line | Words] = [saying.calls(context), *_first(draft, context), GAP, *_known(draft, context)]
    asked = {
        PEOPLE: "incident-people",
        GOING: "incident-going",
        WHERE: "incident-where",
        SEND: "incident-review",
    }
    lines += [GAP, Line(asked[state.at])]
    send = button("incident-send-near" if draft.near else "incident-send", "s")
    last: Row = (send, button("back", "b")) if state.at == SEND else (send,)
    skip: Row = () if state.at == SEND else (button("incident-skip", "x"), button("back", "b"))
    rows = (*_choices(state.at, draft), last, skip)
    return Screen(lines, tuple(row for row in rows if row), settle=False)


def _ask_what(draft: Draft, context: Context) -> Screen:
    kinds = context.ledger.rules().incidents.kinds
    labels = [Button(one.title, f"k{place}") for place, one in enumerate(kinds)]
    rows: list[Row] = [tuple(labels[start : start + 2]) for start in range(0, len(labels), 2)]
    lines: list[Line | Words] = [saying.calls(context)]
    if draft.words:
        lines.append(Line("incident-words-said", {"words": draft.words}))
    if draft.pictures:
        lines.append(Line("incident-photos", {"n": len(draft.pictures), "pending": 0}))
    lines += [GAP, Line("incident-what", {"near": "yes" if draft.near else "no"})]
    near = button("incident-real" if draft.near else "incident-near", "w")
    known = bool(draft.words or draft.pictures)
    second = button("incident-send-near" if draft.near else "incident-send", "s") if known else _list(context)
    return Screen(lines, (*rows, (near, second or button("to-menu", "e"))))


def _list(context: Context) -> Button | None:
    """The way to former ones, where there are any."""
    book = context.ledger.incidents()
    total = book.count() + book.count(near=True)
    return button("incident-former", "l", n=total) if total else None


def _first(draft: Draft, context: Context) -> list[Line | Words]:
    """What to do before anything is written."""
    kind = saying.kind_of(draft.what, context)
    if kind is None or draft.near:
        return []
    return [Line("incident-first", {"text": kind.first})]


def _known(draft: Draft, context: Context) -> list[Line | Words]:
    lines: list[Line | Words] = [
        Line(
            "incident-kind",
            {"kind": saying.named(draft.what, context), "near": "yes" if draft.near else "no"},
        )
    ]
    if draft.harm:
        lines.append(Line("incident-people-said", {"harm": saying.harm(draft.harm)}))
    if draft.going:
        lines.append(Line("incident-going-said", {"going": draft.going}))
    if draft.place:
        lines.append(Line("incident-place-said", {"place": draft.place}))
    if draft.words:
        lines.append(Line("incident-words-said", {"words": draft.words}))
    if draft.pictures:
        lines.append(Line("incident-photos", {"n": len(draft.pictures), "pending": 0}))
    return lines


def _choices(at: str, draft: Draft) -> tuple[Row, ...]:
    if at == PEOPLE:
        buttons = [_harm(option, one, draft) for option, one in HARMS.items()]
        return (tuple(buttons[:3]), tuple(buttons[3:]))
    if at == GOING:
        return ((button("incident-goes-on", "y"), button("incident-stopped", "n")),)
    return ()


def _harm(option: str, one: Harm, draft: Draft) -> Button:
    label = Line("incident-harm", {"harm": one.value})
    return Button(Line("chosen", {"label": label}) if one in draft.harm else label, option)
