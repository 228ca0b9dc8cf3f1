"""A list of hazards is narrowed down: the screen with what can be chosen, one choice at a time, all of them together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from checklists.cause_rules import CauseRules
from checklists.words import Words
from dialogs import cards, taking
from dialogs.cards import PAGE, Row, button, index_in
from dialogs.context import Context
from dialogs.hazards.ways import FLOW
from dialogs.talk import Button, Input, Json, Line, Screen, State, Step, Tapped, Wrote
from dialogs.words import days_of, dotted
from safety.events_exports import ExportAsked
from safety.exported import Exported, FileForm
from safety.lists import EVERYTHING, Sieve, Stage, sought
from safety.people import Right
from safety.sources import OFFERED

SIFT, PICK = "sift", "pick"
STAGES = (Stage.OPEN, Stage.OVERDUE, Stage.WAITING, Stage.CLOSED)
CHOICES = {
    "s": "stage",
    "t": "town",
    "i": "industry",
    "q": "source",
    "c": "cause",
}  # a button, and what it chooses
LABELS = {
    "stage": "sift-stage",
    "town": "sift-town",
    "industry": "sift-industry",
    "source": "sift-source",
    "cause": "sift-cause",
}
Choice = tuple[Line | Words, str]


def sieve_of(state: State) -> Sieve:
    """What the list is narrowed down to."""
    return Sieve.read(state.data.get("f"))


def listed(sieve: Sieve, offset: int = 0) -> State:
    """The list through this sieve."""
    return State(FLOW, "", {"offset": offset, **kept(sieve)})


def kept(sieve: Sieve) -> Mapping[str, Json]:
    """What a state remembers of it."""
    return {"f": sieve.plain()} if sieve.active else {}


# --- the screen with everything that can be chosen ----------------------------------------------------------------


def sift(state: State, told: Input, context: Context) -> Step | None:
    """Choose something, take everything back, or go back to the list."""
    if not isinstance(told, Tapped):
        return None
    sieve, option = sieve_of(state), told.option
    if option in CHOICES and CHOICES[option] in _offered(context):
        return Step(State(FLOW, PICK, {"what": CHOICES[option], "first": 0, **state.data}))
    if option == "m" and context.actor.may(Right.TREAT_HAZARD):
        return Step(listed(replace(sieve, mine=not sieve.mine, digits="")))
    if option == "x":
        return exported(state, sieve, context)
    if option == "n":
        return Step(listed(EVERYTHING))
    return Step(State(FLOW, "", state.data)) if option == "b" else None


def exported(state: State, sieve: Sieve, context: Context, form: str = FileForm.XLSX) -> Step:
    """The table of the list, made after the turn; what it would hold is counted now."""
    return taking.begun(
        State(FLOW, "", state.data),
        context.ledger.count_hazards(sieve),
        ExportAsked(sieve.plain(), 0, Exported.HAZARDS, form),
        context,
        stays=state,
    )


def show_sift(state: State, context: Context, more: Sequence[Button] = ()) -> Screen:
    """What is chosen, how many there are, what else can be chosen, and `more` that is done to all of them."""
    sieve = sieve_of(state)
    lines = [narrowed(sieve, context), Line("sift-typed", {"who": "many" if context.supervises else "one"})]
    buttons = [
        _marked(button(LABELS[what], mark), chosen=_is_chosen(sieve, what))
        for mark, what in CHOICES.items()
        if what in _offered(context)
    ]
    if context.actor.may(Right.TREAT_HAZARD):
        buttons.append(_marked(button("sift-mine", "m"), chosen=sieve.mine))
    if context.actor.may(Right.EXPORT_HAZARDS):
        buttons.append(button("to-export", "x"))
    buttons += more
    clear = (button("sift-clear", "n"),) if sieve.active else ()
    return Screen(lines, (*_pairs(buttons), (*clear, button("back-to-list", "b"))))


def _offered(context: Context) -> frozenset[str]:
    """Nobody is asked among one: towns for who sees several, industries for who sees several enterprises."""
    found = {"stage", "source"}
    if context.ledger.causes():
        found.add("cause")
    if context.supervises:
        found.add("industry")
        if context.ledger.towns():
            found.add("town")
    return frozenset(found)


def _is_chosen(sieve: Sieve, what: str) -> bool:
    values = {
        "stage": sieve.stage is not Stage.OPEN or sieve.major,
        "town": sieve.town,
        "industry": sieve.industry,
        "source": sieve.source,
        "cause": sieve.cause,
    }
    return bool(values[what])


def _marked(one: Button, *, chosen: bool) -> Button:
    return replace(one, label=Line("chosen", {"label": one.label})) if chosen else one


def _pairs(buttons: Sequence[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


# --- one choice ---------------------------------------------------------------------------------------------------


def pick(state: State, told: Input, context: Context) -> Step | None:
    """A choice leads to the list at once; a town or an industry may be typed as well."""
    what = str(state.data.get("what", ""))
    offered = _choices(what, context)
    if isinstance(told, Wrote) and not told.edited:
        named = _named(told.text, offered)
        return Step(_chosen(state, what, named)) if named is not None else None
    if not isinstance(told, Tapped):
        return None
    first = _first(state, len(offered))
    turned = cards.turned(told.option, first, len(offered))
    if turned is not None:
        return Step(State(FLOW, PICK, {**state.data, "first": turned}))
    if told.option == "b":
        return Step(State(FLOW, SIFT, _without(state)))
    if told.option == "g" and what == "stage":
        sieve = sieve_of(state)
        return Step(listed(replace(sieve, major=not sieve.major, digits="")))
    place = index_in("a", told.option, len(offered))
    return Step(_chosen(state, what, offered[place][1])) if place is not None else None


def _chosen(state: State, what: str, value: str) -> State:
    """The list with this choice; the same again takes it back."""
    sieve = replace(sieve_of(state), digits="")
    same = what != "stage" and getattr(sieve, what) == value
    return listed(Sieve.read({**sieve.plain(), what: "" if same else value}))


def _without(state: State) -> Mapping[str, Json]:
    return {name: value for name, value in state.data.items() if name not in {"what", "first"}}


def _first(state: State, total: int) -> int:
    first = state.data.get("first")
    return first if isinstance(first, int) and 0 <= first < max(total, 1) else 0


def _choices(what: str, context: Context) -> Sequence[Choice]:
    known: dict[str, Callable[[], list[Choice]]] = {
        "stage": lambda: [(Line("sift-is", {"stage": one.value}), one.value) for one in STAGES],
        "source": lambda: [(Line("sift-from", {"source": one.value}), one.value) for one in OFFERED],
        "town": lambda: [(Line("sift-name", {"text": town}), town) for town in context.ledger.towns()],
        "cause": lambda: _causes(context),
        "industry": lambda: [(words, fact) for fact, words in context.ledger.industries().items()],
    }
    return known[what]() if what in known and what in _offered(context) else []


def _causes(context: Context) -> list[Choice]:
    """What was behind the hazards, with how many there are; the most frequent first."""
    return [
        (Line("sift-caused", {"cause": caused(root, context.ledger.rules().causes), "n": n}), root)
        for root, n in context.ledger.causes().items()
    ]


def _named(text: str, offered: Sequence[Choice]) -> str | None:
    """The one of these that is meant by its name, else by a part of it that no other has."""
    wanted = sought(text).casefold()
    if not wanted:
        return None
    for means in (lambda one: one == wanted, lambda one: wanted in one):
        found = {value for label, value in offered if any(map(means, _spelled(label)))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _spelled(label: Line | Words) -> Sequence[str]:
    """How it is called, in short and whole, in both languages."""
    if isinstance(label, Words):
        names = (label.zh, label.en, short(label).zh, short(label).en)
        return [name.casefold() for name in names]
    text = label.args.get("text")
    cause = label.args.get("cause")
    if isinstance(cause, Words):
        return [cause.zh.casefold(), cause.en.casefold()]
    return [text.casefold()] if isinstance(text, str) else []


def show_pick(state: State, context: Context) -> Screen:
    """Few choices are buttons; names of towns and industries are numbered lines, for they are long."""
    what = str(state.data.get("what", ""))
    offered, sieve = _choices(what, context), sieve_of(state)
    back = (button("back", "b"),)
    if what in {"stage", "source"}:
        now = {sieve.stage.value, sieve.source}
        buttons = [
            _marked(Button(label, f"a{place}"), chosen=value in now)
            for place, (label, value) in enumerate(offered)
        ]
        grave = [_marked(button("sift-major", "g"), chosen=sieve.major)] if what == "stage" else []
        return Screen([Line("sift-which", {"what": what})], (*_pairs([*buttons, *grave]), back))
    first = _first(state, len(offered))
    shown = offered[first : first + PAGE]
    items = [
        Line("sift-item", {"n": number, "label": label}) for number, (label, _) in enumerate(shown, first + 1)
    ]
    rows = cards.list_rows(len(shown), first, len(offered))
    return Screen([Line("sift-which", {"what": what}), *items], (*rows, back))


# --- what it comes to, in one line --------------------------------------------------------------------------------


def narrowed(sieve: Sieve, context: Context) -> Line:
    """未销号 · 已超期 · 德惠街道 · 12 处."""
    days = context.ledger.rules().defaults.ledger.closed_days
    industries, causes = context.ledger.industries(), context.ledger.rules().causes
    what = described(sieve, days, industries, causes, _firm(sieve, context))
    return Line("sifted", {"what": what, "n": context.ledger.count_hazards(sieve)})


def _firm(sieve: Sieve, context: Context) -> str:
    """What the enterprise is called that a list is narrowed down to; empty when the reader looks no enterprises up."""
    found = context.ledger.enterprises().find(sieve.enterprise, limit=1) if sieve.enterprise else ()
    return found[0].name if found else ""


def described(
    sieve: Sieve, days: int, industries: Mapping[str, Words], causes: CauseRules, firm: str = ""
) -> Line | Words:
    """What a list is narrowed down to.

    days   for which closed ones stand in the list of closed ones
    firm   name of the enterprise; its credit code stands for it else
    """
    if sieve.digits:
        return Line("sift-number", {"number": sieve.digits.lstrip("-")})
    parts = _when(sieve, days)
    if sieve.major:
        parts.append(Line("sift-is-major"))
    if sieve.mine:
        parts.append(Line("sift-is-mine"))
    parts += _whose(sieve, firm)
    if sieve.industry:
        industry = industries.get(sieve.industry)
        parts.append(short(industry) if industry else Line("sift-name", {"text": sieve.industry}))
    if sieve.source:
        parts.append(Line("sift-from", {"source": sieve.source}))
    if sieve.cause:
        parts.append(Line("sift-caused", {"cause": caused(sieve.cause, causes), "n": 0}))
    if sieve.text:
        parts.append(Line("sift-text", {"text": sieve.text}))
    return dotted(parts)


def _whose(sieve: Sieve, firm: str) -> list[Line | Words]:
    """Of which town, campaign, enterprise."""
    parts: list[Line | Words] = []
    if sieve.town:
        parts.append(Line("sift-name", {"text": sieve.town}))
    if sieve.campaign:
        parts.append(Line("sift-campaign", {"number": sieve.campaign}))
    if sieve.enterprise:
        named = (
            Line("sift-name", {"text": firm}) if firm else Line("sift-enterprise", {"code": sieve.enterprise})
        )
        parts.append(named)
    return parts


def _when(sieve: Sieve, days: int) -> list[Line | Words]:
    """Where they stand, and in which days that was."""
    dated = bool(sieve.since or sieve.until)
    stage = "closed_then" if dated and sieve.stage is Stage.CLOSED else sieve.stage.value
    parts: list[Line | Words] = [Line("sift-stage-is", {"stage": stage, "days": days})]
    if dated:
        parts.append(days_of(sieve.since, sieve.until))
    if sieve.timely:
        parts.append(Line("sift-is-timely"))
    if sieve.again:
        parts.append(Line("sift-is-again"))
    return parts


def short(words: Words) -> Words:
    """Without what stands in brackets: 工贸（冶金、有色…）→ 工贸."""
    return Words(words.zh.partition("（")[0], words.en.partition(" (")[0])


def caused(root: str, rules: CauseRules) -> Words:
    """A cause as people read it, with its side: 人·没培训到位."""
    pair = rules.named(root)
    if pair is None:
        return Words(root, root)
    group, cause = pair
    return Words(f"{group.name.zh[0]}·{cause.name.zh}", f"{group.name.en}: {cause.name.en}")
