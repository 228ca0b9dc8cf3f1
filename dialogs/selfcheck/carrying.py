"""Several answers at once: one screen for a section as last time, one for facts that are known already.

What may be offered is decided in memory.py. A tap takes over exactly what its screen has shown, never anything newer.
"""

import hashlib
from dataclasses import dataclass

from checklists.answers import Carried
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, Row, button
from dialogs.context import Context
from dialogs.selfcheck import answering, memory, recording, trail
from dialogs.selfcheck.again import TAKE, source
from dialogs.selfcheck.memory import FACTS, Item, Items
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Argument, Json, Line, Screen, State, Step
from dialogs.words import listed, on_day
from safety.events import Event

PAGE = 4
SCREENS = frozenset({"known", "same"})


@dataclass(frozen=True, slots=True)
class Shown:
    """The answers of a screen: those it takes over, and those that were put aside to be asked.

    `after` is the sheet as it would be: questions that only then are asked have their number there.
    """

    known: bool
    items: Items
    aside: frozenset[str]
    after: Sheet

    @property
    def taken(self) -> Items:
        return tuple(item for item in self.items if item.question.id not in self.aside)

    @property
    def mark(self) -> str:
        """Changes with anything that is seen."""
        seen = "".join(f"{item.question.id}={item.offer.mark}" for item in self.taken)
        return hashlib.sha256(seen.encode()).hexdigest()[:8]


def shown(state: State, sheet: Sheet) -> Shown:
    """What stands on the screen now."""
    kept, known = state.data.get("not"), state.at == "known"
    aside = frozenset(str(one) for one in kept) if isinstance(kept, list) else frozenset()
    items = memory.known(sheet, aside) if known else _block(state, sheet, aside)
    taken = tuple(item for item in items if item.question.id not in aside)
    return Shown(known, items, aside, memory.taken(sheet, taken))


def _block(state: State, sheet: Sheet, aside: frozenset[str]) -> Items:
    start = state.data.get("from")
    return memory.block(sheet, sheet.question(start), aside) if start in sheet.form.places else ()


def show(state: State, sheet: Sheet, _context: Context) -> Screen:
    """The old answers, every one of them with its value; all at once, one to be changed, or one by one."""
    here = shown(state, sheet)
    picking = _page(state, here) is not None
    title = Line("change-which") if picking else _title(here, sheet)
    lines: list[Line | Words] = [_where(here, sheet), title, GAP]
    lines += [_item(here, item, sheet) for item in here.items]
    lines += [] if picking else _rest(here, sheet)
    rows = _picking(state, here) if picking else _ways(state, here)
    return Screen(lines, rows, settle=state.data.get("settle") is True)


def _where(here: Shown, sheet: Sheet) -> Line:
    if here.known:
        return Line("known-where", {"form": sheet.form.title})
    titles = {section.id: section.title for section in map(sheet.form.section_of, _ids(here))}
    _number, total = here.after.position(here.items[0].question)
    return Line("same-where", {"sections": listed([*titles.values()]), "total": total})


def _ids(here: Shown) -> list[str]:
    return [item.question.id for item in here.items]


def _title(here: Shown, sheet: Sheet) -> Line:
    count = len(here.items)
    if here.known:
        return Line("known-title", {"n": count})
    newest = max(item.offer.since for item in here.items)
    return Line("same-title", {"n": count, "day": on_day(newest, sheet.today)})


def _item(here: Shown, item: Item, sheet: Sheet) -> Line:
    question, found = item
    position, _total = here.after.position(question)
    answer = answering.answer_words(question, found.value, sheet.today)
    args: dict[str, Argument] = {"n": position, "question": question.text, "answer": answer}
    if question.id in here.aside:
        return Line("carry-item-aside", args)
    if here.known:
        return Line("carry-item-from", {**args, "source": source(sheet, found)})
    newest = max(one.offer.since for one in here.items)
    older = found.since != newest
    day = on_day(found.since, sheet.today)
    return Line("carry-item-since", {**args, "day": day}) if older else Line("carry-item", args)


def _rest(here: Shown, sheet: Sheet) -> list[Line | Words]:
    """What these sections ask all the same, and that last time's hazards are among it."""
    if here.known:
        return []
    sections = {sheet.form.section_of(one).id for one in _ids(here)}
    rest = [
        one
        for one in here.after.all_open()
        if sheet.form.section_of(one.id).id in sections and one.id not in _ids(here)
    ]
    hazards = sum(memory.open_hazard(sheet, one) is not None for one in rest)
    lines = [Line("same-rest", {"n": len(rest)})] if rest else []
    lines += [Line("same-hazards", {"n": hazards})] if hazards else []
    return [GAP, *lines] if lines else []


def _ways(state: State, here: Shown) -> tuple[Row, ...]:
    label = "carry-all-others" if here.aside else ("known-all" if here.known else "same-all")
    take = (button(label, TAKE + here.mark),) if here.taken else ()
    back = button("change", "b") if state.data.get("undo") else button("back", "b")
    bottom = (back, button("one-by-one", "d"), button("overview", "r"))
    return tuple(row for row in (take, (button("change-one", "c"),), bottom) if row)


def _page(state: State, here: Shown) -> int | None:
    """The first of the numbers to pick from, None when nothing is being picked."""
    kept = state.data.get("pick")
    return kept if isinstance(kept, int) and 0 <= kept < len(here.items) else None


def _picking(state: State, here: Shown) -> tuple[Row, ...]:
    offset = _page(state, here) or 0
    page = here.items[offset : offset + PAGE]
    jumps = tuple(
        button("jump", f"a{place}", n=here.after.position(item.question)[0])
        for place, item in enumerate(page)
    )
    back = (button("page-back", "p0"),) if offset else ()
    on = (button("page-on", "p1"),) if offset + len(page) < len(here.items) else ()
    return tuple(row for row in (jumps, (*back, *on), (button("back", "b"),)) if row)


# --- what a tap does ----------------------------------------------------------------------------------------------


def tapped(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """All, all but some, one by one; which one is to be changed; back; the overview."""
    here = shown(state, sheet)
    if _page(state, here) is not None:
        return _picked(state, option, here)
    if option.startswith(TAKE):
        return _take(state, option, here, sheet, context)
    if option == "c":
        return Step(trail.changed(state, pick=0, settle=None))
    if option == "d":
        return _declined(state, here, sheet, context)
    if option == "b":
        return _back(state, here, sheet, context)
    return Step(trail.moved(state, "review")) if option == "r" else None


def _picked(state: State, option: str, here: Shown) -> Step | None:
    offset = _page(state, here) or 0
    if option == "b":
        return Step(trail.changed(state, pick=None))
    turned = cards.turned(option, offset, len(here.items), PAGE)
    if turned is not None:
        return Step(trail.changed(state, pick=turned))
    place = cards.index_in("a", option, min(PAGE, len(here.items) - offset))
    if place is None:
        return None
    one = here.items[offset + place].question.id
    aside: list[Json] = [*sorted(here.aside ^ {one})]
    return Step(trail.changed(state, pick=None, **{"not": aside}))


def _take(state: State, option: str, here: Shown, sheet: Sheet, context: Context) -> Step:
    """Save every answer that was seen; those put aside are asked."""
    if not here.taken or option != TAKE + here.mark:
        return Step(state, say=Line("carry-moved"))
    events: list[Event] = []
    for question, found in here.taken:
        carried = Carried.FACT if here.known else Carried.SECTION
        sheet, more = recording.answered(
            sheet, question, found.value, trail.shown_at(state), carried, found.since
        )
        events += more
    rest = _passing(state, here, sheet) if here.aside else state
    say = Line("carry-done", {"n": len(here.taken)})
    return Step(trail.toward(rest, sheet, sheet.next_open(), context), events, say=say)


def _declined(state: State, here: Shown, sheet: Sheet, context: Context) -> Step:
    return Step(trail.toward(_passing(state, here, sheet), sheet, sheet.next_open(), context))


def _passing(state: State, here: Shown, sheet: Sheet) -> State:
    """Do not offer the same once more."""
    sections = [FACTS] if here.known else [sheet.form.section_of(one).id for one in _ids(here)]
    kept: list[Json] = [*dict.fromkeys([*trail.passed(state), *sections])]
    return trail.changed(state, passed=kept)


def _back(state: State, here: Shown, sheet: Sheet, context: Context) -> Step:
    """To the question before, or out to the menu."""
    undo = state.data.get("undo")
    before = sheet.question(undo) if undo else None
    if before is None and here.items and not here.known:
        before = sheet.before(here.items[0].question)
    return Step(trail.asking(state, before, context) if before else None)
