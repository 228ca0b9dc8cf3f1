"""Opening a campaign: which form, whom, when; then one look at everything, and it is sent off. Changing a plan is the last look again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from checklists.reading.spans import read_span
from checklists.words import Words
from dialogs import cards
from dialogs.campaigns.draft import DAYS, FLOW, FORM, SURE, TITLE, WHEN, WHOM, Draft, draft_of, event_of
from dialogs.campaigns.wording import lasts, rhythm
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.groups.draft import vocabulary
from dialogs.groups.sentence import not_understood, sentence
from dialogs.talk import Button, Line, Screen, State, Step
from dialogs.words import on_day
from safety.asking import read
from safety.campaigns import LONGEST_TITLE, LONGEST_WINDOW, Rhythm, Terms, Who, audience, coming
from safety.errors import Refusal
from safety.groups import Group
from safety.people import Right
from safety.queries import EVERYBODY

T = TypeVar("T")
STEPS = frozenset({FORM, WHOM, WHEN, SURE, TITLE, DAYS})
TYPED = frozenset({WHOM, WHEN, SURE, TITLE})
GROUPS = 4  # on a page
SHOWN = 3  # rounds to come
LATES = (0, 7, 30)  # days after the last one
SPANS = {"d7": 7, "d15": 15, "d30": 30}
PLANS = {
    "rd": (Rhythm.DAILY, 1),
    "rw": (Rhythm.WEEKLY, 5),
    "rm": (Rhythm.MONTHLY, 15),
    "rq": (Rhythm.QUARTERLY, 30),
}
EVERY = {
    Rhythm.DAILY: "campaign-daily",
    Rhythm.WEEKLY: "campaign-weekly",
    Rhythm.MONTHLY: "campaign-monthly",
    Rhythm.QUARTERLY: "campaign-quarterly",
}
BY = {Who.ONE: "campaign-by-one", Who.PRINCIPAL: "campaign-by-principal", Who.ALL: "campaign-by-all"}


def step(state: State, option: str, context: Context) -> Step | None:
    """Choose, go back, send off."""
    context.need(Right.RUN_CAMPAIGN)
    steps = {FORM: _on_form, WHOM: _on_whom, WHEN: _on_when, SURE: _on_sure, DAYS: _on_days}
    draft = draft_of(state)
    if state.at == TITLE:
        return Step(draft.state(SURE)) if option == "b" else None
    return steps[state.at](state, draft, option, context)


def _on_form(state: State, draft: Draft, option: str, context: Context) -> Step | None:
    forms = list(context.ledger.campaigns().forms())
    offset = cards.offset_of(state, len(forms))
    turned = cards.turned(option, offset, len(forms))
    if turned is not None:
        return Step(draft.state(FORM, turned))
    if option == "b":
        return Step(draft.state(SURE) if draft.number else State(FLOW))
    place = cards.index_in("a", option, min(PAGE, len(forms) - offset))
    if place is None:
        return None
    chosen = replace(draft, checklist=forms[offset + place])
    if draft.terms is not None:
        return Step(chosen.state(SURE))
    return Step(chosen.state(WHEN if draft.given else WHOM))


def _on_whom(state: State, draft: Draft, option: str, context: Context) -> Step | None:
    total = context.ledger.groups().count()
    offset = cards.offset_of(state, total)
    turned = cards.turned(option, offset, total, GROUPS)
    if turned is not None:
        return Step(draft.state(WHOM, turned))
    if option == "b":
        return Step(draft.state(SURE if draft.terms else FORM))
    if option == "w":
        return _whom(replace(draft, query=EVERYBODY, group=0))
    if option == "k" and draft.query.active:
        return _whom(draft)
    groups = _groups(offset, context)
    place = cards.index_in("a", option, len(groups))
    if place is None:
        return None
    return _whom(replace(draft, query=groups[place].query, group=groups[place].number))


def _groups(offset: int, context: Context) -> Sequence[Group]:
    return context.ledger.groups().listed(offset=offset, limit=GROUPS)


def _whom(draft: Draft) -> Step:
    chosen = replace(draft, given=True)
    return Step(chosen.state(SURE if draft.terms else WHEN))


def _on_when(_state: State, draft: Draft, option: str, context: Context) -> Step | None:
    if option == "b":
        return Step(draft.state(SURE if draft.terms else FORM if draft.group else WHOM))
    terms = draft.terms or Terms(context.today, 1)
    starts = max(terms.starts, context.today)
    if option in SPANS:
        chosen = replace(terms, rhythm=Rhythm.ONCE, days=SPANS[option], starts=starts, weekdays=())
    elif option in PLANS:
        repeats, days = PLANS[option]
        chosen = replace(terms, rhythm=repeats, days=days, starts=starts, weekdays=())
    else:
        return None
    return Step(replace(draft, terms=chosen).state(SURE))


def _on_days(_state: State, draft: Draft, option: str, _context: Context) -> Step | None:
    """Which days of the week; a second tap takes one back."""
    if option == "b":
        return Step(draft.state(SURE))
    day = cards.index_in("a", option, 7)
    if day is None or draft.terms is None:
        return None
    kept = set(draft.terms.weekdays) ^ {day + 1}
    return Step(replace(draft, terms=replace(draft.terms, weekdays=tuple(sorted(kept)))).state(DAYS))


def _on_sure(_state: State, draft: Draft, option: str, context: Context) -> Step | None:
    ways = {"n": TITLE, "f": FORM, "u": WHOM, "t": WHEN}
    terms = draft.terms
    if terms is None:
        return Step(draft.state(WHEN))
    if option in ways:
        return Step(draft.state(ways[option]))
    if option == "y" and terms.rhythm in {Rhythm.DAILY, Rhythm.WEEKLY}:
        return Step(draft.state(DAYS))
    if option == "l":
        return Step(replace(draft, terms=replace(terms, late=_next(LATES, terms.late))).state(SURE))
    if option == "o":
        return Step(replace(draft, terms=replace(terms, who=_next(tuple(Who), terms.who))).state(SURE))
    return _sent(draft, context) if option == "k" else None


def _next(values: Sequence[T], now: T) -> T:
    """The value behind this one, the first behind the last."""
    return values[(values.index(now) + 1) % len(values)] if now in values else values[0]


def _sent(draft: Draft, context: Context) -> Step:
    if not draft.number and not context.ledger.queries().count(audience(draft.query)):
        raise Refusal("campaign-nobody")
    event = event_of(draft, context)
    if draft.number:
        after = State(FLOW, "card", {"number": draft.number})
        return Step(after, (event,), say=Line("campaign-changed", {"title": event.title}))
    starts = draft.terms.starts if draft.terms else context.today
    later = "yes" if starts > context.today else "no"
    said = Line(
        "campaign-opened", {"title": event.title, "later": later, "starts": on_day(starts, context.today)}
    )
    return Step(State(FLOW), (event,), say=said)


# --- what is typed ------------------------------------------------------------------------------------------------


def wrote(state: State, text: str, context: Context) -> Step | None:
    """Words: whom it is for, when, what it is called."""
    draft = draft_of(state)
    if state.at == TITLE:
        title = " ".join(text.split())[:LONGEST_TITLE]
        return Step(replace(draft, title=title).state(SURE)) if title else None
    if state.at == WHOM:
        found = read(text, vocabulary(context), draft.query)
        after = replace(draft, query=found.query, group=0)
        say = not_understood(found.left)
        return Step(after.state(WHOM), say=say)
    terms = typed_terms(draft.terms or Terms(context.today, 7), text, context.today)
    return None if terms is None else Step(replace(draft, terms=terms).state(SURE))


def typed_terms(terms: Terms, text: str, today: date) -> Terms | None:
    """A window in words: 10天, 12月1日开始, 12月15日前; None when it is not clear, or over."""
    said = read_span(text, today)
    if said is None:
        return None
    if said.starts is not None:
        return replace(terms, starts=said.starts) if said.starts >= today else None
    days = said.days or ((said.until - terms.starts).days + 1 if said.until else 0)
    return replace(terms, days=days) if 1 <= days <= LONGEST_WINDOW else None


# --- what is seen -------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """Draw one of the steps."""
    context.need(Right.RUN_CAMPAIGN)
    draft = draft_of(state)
    if state.at == TITLE:
        asked = Line("campaign-title", {"n": LONGEST_TITLE, "title": draft.named(context)})
        return Screen((asked,), ((button("back", "b"),),))
    if state.at == FORM:
        return _form(state, context)
    if state.at == WHOM:
        return _whom_screen(state, draft, context)
    if state.at == DAYS and draft.terms is not None:
        return _days_screen(draft.terms)
    return (
        _when(draft, context)
        if state.at == WHEN or draft.terms is None
        else _sure(draft, draft.terms, context)
    )


def _form(state: State, context: Context) -> Screen:
    forms = list(context.ledger.campaigns().forms().values())
    offset = cards.offset_of(state, len(forms))
    shown = forms[offset : offset + PAGE]
    lines = [Line("campaign-form-item", {"n": n, "form": one}) for n, one in enumerate(shown, offset + 1)]
    rows = cards.list_rows(len(shown), offset, len(forms))
    return Screen((Line("campaign-which-form"), *lines), (*rows, (button("back", "b"),)))


def _whom_screen(state: State, draft: Draft, context: Context) -> Screen:
    total = context.ledger.groups().count()
    offset = cards.offset_of(state, total)
    groups = _groups(offset, context)
    lines: list[Line | Words] = [Line("campaign-whom")]
    if draft.query.active:
        n = context.ledger.queries().count(audience(draft.query))
        lines += [GAP, sentence(draft.query, context), Line("campaign-count", {"n": n})]
    lines += [Line("campaign-group", {"n": n, "name": one.name}) for n, one in enumerate(groups, offset + 1)]
    rows = cards.list_rows(len(groups), offset, total)
    these: Row = (
        (button("campaign-these", "k"),) if draft.query.active else (button("campaign-everybody", "w"),)
    )
    return Screen(lines, (*rows, (*these, button("back", "b"))))


def _when(draft: Draft, context: Context) -> Screen:
    lines = (Line("campaign-when"), sentence(draft.query, context))
    once = tuple(button("campaign-within", one, n=days) for one, days in SPANS.items())
    plans = [button(EVERY[repeats], one) for one, (repeats, _) in PLANS.items()]
    return Screen(lines, (once, tuple(plans[:2]), tuple(plans[2:]), (button("back", "b"),)))


def _days_screen(terms: Terms) -> Screen:
    chosen = terms.weekdays
    labels = [Line("weekday-long", {"weekday": day}) for day in range(1, 8)]
    buttons = [
        Button(Line("chosen", {"label": label}) if place + 1 in chosen else label, f"a{place}")
        for place, label in enumerate(labels)
    ]
    rows = (tuple(buttons[:4]), tuple(buttons[4:]), (button("done", "b"),))
    return Screen((Line("campaign-which-days"), rhythm(terms)), rows)


def _sure(draft: Draft, terms: Terms, context: Context) -> Screen:
    calendar = context.ledger.calendar()
    since = max(terms.starts, context.today)
    rounds = coming(terms, since, calendar, SHOWN)
    lines: list[Line | Words] = [
        Line("campaign-sure", {"title": draft.named(context), "changed": "yes" if draft.number else "no"}),
        _form_line(draft, context),
        sentence(draft.query, context),
        Line("campaign-count", {"n": context.ledger.queries().count(audience(draft.query))}),
        rhythm(terms),
        lasts(terms, context.today),
        *(
            Line(
                "campaign-round",
                {
                    "n": 0 if terms.rhythm is Rhythm.ONCE else number,
                    "starts": on_day(one.starts, context.today),
                    "due": on_day(one.due, context.today),
                },
            )
            for number, one in enumerate(rounds, 1)
        ),
        GAP,
        Line("campaign-type"),
    ]
    which: Row = (button("campaign-weekdays", "y"),) if terms.rhythm in {Rhythm.DAILY, Rhythm.WEEKLY} else ()
    rows = (
        (button("campaign-rename", "n"), button("campaign-audience", "u")),
        (button("campaign-time", "t"), *which),
        (button("campaign-late", "l", n=terms.late), button(BY[terms.who], "o")),
        (button("campaign-save" if draft.number else "campaign-send", "k"), button("leave", "e")),
    )
    return Screen(lines, rows)


def _form_line(draft: Draft, context: Context) -> Line:
    form = context.ledger.campaigns().forms().get(draft.checklist, Words(draft.checklist, draft.checklist))
    return Line("campaign-form", {"form": form})
