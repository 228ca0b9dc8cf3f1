"""What is seen while a hazard is reported: only what is missing is asked, then everything on one screen to send it."""

from collections.abc import Callable, Sequence

from checklists.hazard_kinds import HazardKind
from checklists.schema import Severity
from checklists.suggest import Hit
from checklists.words import Words
from dialogs import recurring
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.report.draft import Draft, known, owed, read, standing
from dialogs.talk import Argument, Button, Line, Screen, State
from dialogs.words import on_day
from safety.hazard_ledger import Hazard

PAGE = 6  # kinds on one screen


def show(state: State, context: Context) -> Screen:
    """Draw where the report stands."""
    draft = read(state)
    screen = SCREENS.get(state.at, _what)(state, draft, context)
    return Screen(screen.lines, screen.rows, photo=screen.photo, settle=state.data.get("settle") is True)


def _site(draft: Draft) -> str:
    """Whether it is a finding of an inspection on site: noted now, told when that ends."""
    return "yes" if draft.visit else "no"


def _heading(draft: Draft) -> list[Line | Words]:
    lines: list[Line | Words] = [Line("report-title", {"site": _site(draft)})]
    if draft.pictures:
        lines.append(Line("report-photos", {"n": len(draft.pictures)}))
    if draft.words:
        lines.append(Line("report-words", {"words": draft.words}))
    return lines


def kinds(draft: Draft, context: Context) -> list[HazardKind]:
    """All kinds, those that the words are about first."""
    suggester = context.ledger.suggester()
    first = suggester.suggest(draft.words, owed(context)).kinds
    return [*first, *(kind for kind in suggester.kinds.values() if kind not in first)]


def page_of(state: State) -> int:
    kept = state.data.get("page")
    return kept if isinstance(kept, int) and kept >= 0 else 0


def _what(state: State, draft: Draft, context: Context) -> Screen:
    lines = [*_heading(draft), GAP, Line("report-what"), Line("report-what-hint")]
    return Screen(lines, (*_kind_rows(state, draft, context), (_leave(), button("report-kinds-on", "kn"))))


def _kinds(state: State, draft: Draft, context: Context) -> Screen:
    lines = [*_heading(draft), GAP, Line("report-kind")]
    rows = _kind_rows(state, draft, context)
    return Screen(lines, (*rows, (button("back", "b"), button("report-kinds-on", "kn"))))


def _kind_rows(state: State, draft: Draft, context: Context) -> list[Row]:
    found = kinds(draft, context)
    pages = max(1, -(-len(found) // PAGE))
    start = (page_of(state) % pages) * PAGE
    shown = found[start : start + PAGE]
    buttons = [
        Button(_marked(kind.name, chosen=kind.id == draft.kind), f"k{start + place}")
        for place, kind in enumerate(shown)
    ]
    return [tuple(buttons[place : place + 3]) for place in range(0, len(buttons), 3)]


def _marked(label: Words, *, chosen: bool) -> Line | Words:
    return Line("chosen", {"label": label}) if chosen else label


def _where(_state: State, draft: Draft, context: Context) -> Screen:
    places = context.ledger.places_named()[:4]
    buttons = [Button(Words(place[:8], place[:20]), f"p{number}") for number, place in enumerate(places)]
    rows = [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
    lines = [*_heading(draft), GAP, Line("report-where"), Line("report-where-hint")]
    return Screen(lines, (*rows, (_leave(), button("report-no-place", "pn"))))


def noticed(state: State, context: Context) -> State:
    """Where it stands when it was just entered; which hazard the person is about to see as perhaps the same."""
    state = standing(read(state), context) if not state.at else state
    found = known(read(state), context) if state.at == "like" else ()
    return State(state.flow, state.at, {**state.data, "shown": found[0].number}) if found else state


def _like(_state: State, draft: Draft, context: Context) -> Screen:
    """A hazard that is reported already, with its photo: is it the same?"""
    found = known(draft, context)
    if not found:
        return _how(_state, draft, context)
    hazard = found[0]
    lines = [*_heading(draft), GAP, Line("report-like"), *_of(hazard, context)]
    more = (button("report-like-next", "ln"),) if len(found) > 1 else ()
    rows = ((button("report-same", "lj"),), (*more, button("report-other", "lo")), (_leave(),))
    return Screen(lines, rows, photo=hazard.photos[0] if hazard.photos else None)


def _of(hazard: Hazard, context: Context) -> list[Line | Words]:
    lines: list[Line | Words] = [
        Line(
            "report-known",
            {
                "number": hazard.number,
                "what": what_of(hazard, context),
                "time": hazard.found_at,
                "person": hazard.found_by,
            },
        )
    ]
    if hazard.place:
        lines.append(Line("report-place", {"place": hazard.place}))
    return [
        *lines,
        Line("report-known-due", {"due": on_day(hazard.due, context.today), "owner": hazard.owner or "—"}),
    ]


def what_of(hazard: Hazard, context: Context) -> Words | Line:
    """What a hazard is, in a few words: what was said, else the question, else the kind."""
    if hazard.words:
        return Line("typed", {"text": hazard.words})
    if hazard.form is not None and hazard.question in hazard.form.places:
        return hazard.form.told(hazard.question)
    kind = context.ledger.suggester().kinds.get(hazard.kind)
    return kind.name if kind else Line("typed", {"text": hazard.number})


def hits_of(draft: Draft, context: Context) -> Sequence[Hit]:
    """What the words are about; of the chosen kind only, when any is."""
    hits = context.ledger.suggester().suggest(draft.words, owed(context)).hits
    return [hit for hit in hits if hit.kind == draft.kind] or hits


def chosen_hit(draft: Draft, context: Context) -> Hit | None:
    """The question or criterion that the report goes by: the one taken, else the first one that fits its kind."""
    hits = [hit for hit in hits_of(draft, context) if hit.kind == draft.kind or hit.id == draft.hit]
    return next((hit for hit in hits if hit.id == draft.hit), hits[0] if hits else None)


def recurring_of(draft: Draft, context: Context) -> str:
    """Number of the closed hazard that this one is again; empty when there is none."""
    hit = chosen_hit(draft, context)
    return recurring.of_report(hit.id if hit else "", draft.kind, draft.place or "", context)


def _how(_state: State, draft: Draft, context: Context) -> Screen:
    """Everything that goes out with it; how bad it is decides and sends it."""
    kind = context.ledger.suggester().kinds.get(draft.kind)
    hit, hits = chosen_hit(draft, context), hits_of(draft, context)
    lines: list[Line | Words] = [*_heading(draft)]
    if draft.place:
        lines.append(Line("report-place", {"place": draft.place}))
    if kind is not None:
        lines.append(Line("report-kind-is", {"kind": kind.name}))
    lines += [
        GAP,
        *_suggested(draft, hits, hit, kind),
        *recurring.said(recurring_of(draft, context), context),
    ]
    hint = "major" if hit and hit.severity is Severity.MAJOR else "none"
    lines += [
        GAP,
        Line("report-how", {"hint": hint, "site": _site(draft)}),
    ]
    numbered = tuple(
        button("report-hit", f"h{place}", n=place + 1, chosen="yes" if one is hit else "no")
        for place, one in enumerate(hits)
    )
    send = (button("report-general", "g", site=_site(draft)), button("report-major", "m"))
    rows = (send, numbered if len(hits) > 1 else (), (_leave(), button("report-more", "o")))
    return Screen(lines, tuple(row for row in rows if row))


def _suggested(
    draft: Draft, hits: Sequence[Hit], hit: Hit | None, kind: HazardKind | None
) -> list[Line | Words]:
    lines: list[Line | Words] = []
    if hits:
        lines.append(Line("report-suggested"))
        lines += [
            Line("report-suggestion", {"n": place, "text": one.text}) for place, one in enumerate(hits, 1)
        ]
    if hit is not None and hit.clause is not None:
        lines.append(Line("why-basis", {"clauses": hit.clause.text}))
    advice = hit.advice if hit is not None else kind.advice if kind is not None else None
    if advice is not None:
        days, working = recurring.term(hit, kind)
        term: dict[str, Argument] = {"days": days, "working": "yes" if working else "no"}
        lines += [Line("why-advice", {"advice": advice}), Line("report-days", term)]
    return lines if draft.words or draft.kind else []


def _more(_state: State, _draft: Draft, _context: Context) -> Screen:
    change = (button("report-change-kind", "ck"), button("report-change-place", "cp"))
    rows = (change, (button("report-change-words", "cw"), button("report-drop", "d")), (button("back", "b"),))
    return Screen([*_heading(_draft), GAP, Line("report-more-hint")], rows)


def _drop(_state: State, draft: Draft, _context: Context) -> Screen:
    lines = [*_heading(draft), GAP, Line("report-drop-sure")]
    return Screen(lines, ((button("report-drop-yes", "dy"), button("back", "b")),))


def _elsewhere(_state: State, draft: Draft, _context: Context) -> Screen:
    return Screen([*_heading(draft), GAP, Line("report-elsewhere")], ((button("to-menu", "e"),),))


def _leave() -> Button:
    return button("report-later", "b")


SCREENS: dict[str, Callable[[State, Draft, Context], Screen]] = {
    "what": _what,
    "words": _what,
    "kinds": _kinds,
    "where": _where,
    "like": _like,
    "how": _how,
    "more": _more,
    "drop": _drop,
    "elsewhere": _elsewhere,
}
