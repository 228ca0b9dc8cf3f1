"""Sharing a self-check (分工): who does which section, taken by name, given back, handed to a colleague."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checklists.schema import Question, Section
from checklists.words import Words
from dialogs import cards
from dialogs.cards import GAP, PAGE, Row, button
from dialogs.context import Context
from dialogs.register import role_line
from dialogs.selfcheck import inside, recording, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.selfcheck.together import name_of
from dialogs.talk import Argument, Line, Screen, State, Step
from dialogs.words import since
from safety.checks import Holder
from safety.errors import Refusal
from safety.events import Event, SectionGivenBack, SectionHanded, SectionTaken

MOST = 6  # colleagues that are offered


@dataclass(frozen=True, slots=True)
class Part:
    """One section as it is asked here: its questions, and who does it."""

    section: Section
    questions: Sequence[Question]
    holder: Holder | None

    def answered(self, sheet: Sheet) -> int:
        return sum(not sheet.is_open(one) for one in self.questions)


def parts_of(sheet: Sheet) -> list[Part]:
    """The sections of which something is asked, in order."""
    asked = sheet.asked()
    by_section = [
        (section, [one for one in asked if sheet.form.section_of(one.id).id == section.id])
        for section in sheet.form.sections
    ]
    return [Part(section, some, sheet.held.get(section.id)) for section, some in by_section if some]


def part_of(state: State, sheet: Sheet) -> Part:
    """The section a state is about; a Refusal when nothing of it is asked any more."""
    wanted = state.data.get("part")
    found = next((part for part in parts_of(sheet) if part.section.id == wanted), None)
    if found is None:
        raise Refusal("part-gone")
    return found


def first_of(part: Part, sheet: Sheet) -> Question:
    """The first open question of a section, else its first."""
    return next((one for one in part.questions if sheet.is_open(one)), part.questions[0])


def _who(part: Part, sheet: Sheet) -> dict[str, Argument]:
    """Who does it, as the words choose by it."""
    holder = part.holder
    if holder is None:
        return {"who": "none", "person": ""}
    return {"who": "me" if holder.person == sheet.me else "other", "person": name_of(holder)}


# --- all sections -------------------------------------------------------------------------------------------------


def show_parts(state: State, sheet: Sheet, _context: Context) -> Screen:
    """One line and one button a section."""
    parts = parts_of(sheet)
    offset = _offset(state, len(parts))
    shown = parts[offset : offset + PAGE]
    lines: list[Line | Words] = [Line("parts-title"), GAP]
    for number, part in enumerate(shown, offset + 1):
        counts: dict[str, Argument] = {"answered": part.answered(sheet), "asked": len(part.questions)}
        args: dict[str, Argument] = {
            "n": number,
            "section": part.section.title,
            **counts,
            **_who(part, sheet),
        }
        lines.append(Line("part-item", args))
    rows = cards.list_rows(len(shown), offset, len(parts))
    return Screen(lines, (*rows, (button("back", "b"), button("overview", "r"))))


def _offset(state: State, count: int) -> int:
    kept = state.data.get("page")
    return kept if isinstance(kept, int) and 0 <= kept < max(count, 1) else 0


def tapped_parts(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """Turn the page, open a section, go on answering, or to the review."""
    parts = parts_of(sheet)
    offset = _offset(state, len(parts))
    turned = cards.turned(option, offset, len(parts))
    if turned is not None:
        return Step(trail.changed(state, page=turned))
    place = cards.index_in("a", option, min(PAGE, len(parts) - offset))
    if place is not None:
        return Step(trail.moved(state, "part", part=parts[offset + place].section.id))
    if option == "b":
        return Step(trail.toward(state, sheet, sheet.next_open(), context))
    return Step(trail.moved(state, "review")) if option == "r" else None


# --- one section --------------------------------------------------------------------------------------------------


def show_part(state: State, sheet: Sheet, context: Context) -> Screen:
    """How far it is, who does it, and what can be done about that."""
    part = part_of(state, sheet)
    counts: dict[str, Argument] = {"answered": part.answered(sheet), "asked": len(part.questions)}
    who = _who(part, sheet)
    time = since(part.holder.since, context.now) if part.holder else GAP
    lines = [
        Line("part-title", {"section": part.section.title, **counts}),
        Line("part-holder", {**who, "time": time}),
    ]
    return Screen(lines, (*_ways(part, sheet, context), (button("back", "b"),)))


def _ways(part: Part, sheet: Sheet, context: Context) -> Sequence[Row]:
    if inside.on_site(sheet) is not None:
        left = any(sheet.is_open(one) for one in part.questions)
        return ((button("part-go", "g"), *((button("part-none", "x"),) if left else ())),)
    hand: Row = (button("part-hand", "h"),) if context.ledger.colleagues() else ()
    if part.holder is None:
        return ((button("part-take", "t"), *hand),)
    if part.holder.person != sheet.me:
        return ((button("part-over", "o"),),)
    return ((button("part-go", "g"), *hand), (button("part-leave", "l"),))


def tapped_part(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """Take it, do it, take it over, give it back, hand it on."""
    if option == "b":
        return Step(trail.moved(state, "parts"))
    ways: dict[str, Callable[[State, Part, Sheet, Context], Step | None]] = {
        "t": _take,
        "g": _go,
        "o": _take_over,
        "l": _give_back,
        "h": _hand,
    }
    if inside.on_site(sheet) is not None:
        ways = {"g": _go, "x": _none}
    way = ways.get(option)
    return way(state, part_of(state, sheet), sheet, context) if way else None


def _none(state: State, part: Part, sheet: Sheet, context: Context) -> Step | None:
    """A whole section that is not there, or not looked at: every open question of it is passed over."""
    events: list[Event] = []
    after = sheet
    for question in part.questions:
        if after.is_open(question):
            after, more = recording.skipped(after, question, None)
            events += more
    if not events:
        return None
    onward = trail.toward(state, after, after.next_open(), context)
    return Step(onward, events, say=_said("part-passed", part))


def _take(state: State, part: Part, sheet: Sheet, context: Context) -> Step | None:
    if part.holder is not None:
        return None
    event = SectionTaken(sheet.key, part.section.id)
    return Step(_first(state, part, sheet, context), (event,), say=_said("part-taken", part))


def _go(state: State, part: Part, sheet: Sheet, context: Context) -> Step | None:
    return Step(_first(state, part, sheet, context))


def _take_over(state: State, part: Part, sheet: Sheet, context: Context) -> Step | None:
    if part.holder is None or part.holder.person == sheet.me:
        return None
    event = SectionTaken(sheet.key, part.section.id, over=part.holder.person)
    return Step(_first(state, part, sheet, context), (event,), say=_said("part-taken", part))


def _give_back(state: State, part: Part, sheet: Sheet, _context: Context) -> Step | None:
    if part.holder is None or part.holder.person != sheet.me:
        return None
    event = SectionGivenBack(sheet.key, part.section.id)
    return Step(trail.moved(state, "parts"), (event,), say=_said("part-left", part))


def _hand(state: State, part: Part, _sheet: Sheet, _context: Context) -> Step | None:
    return Step(trail.moved(state, "hand", part=part.section.id))


def _first(state: State, part: Part, sheet: Sheet, context: Context) -> State:
    return trail.toward(trail.forgetting(state, "then"), sheet, first_of(part, sheet), context)


def _said(text: str, part: Part) -> Line:
    return Line(text, {"section": part.section.title})


# --- to whom ------------------------------------------------------------------------------------------------------


def show_hand(state: State, sheet: Sheet, context: Context) -> Screen:
    """One line and one button a colleague."""
    part = part_of(state, sheet)
    lines: list[Line | Words] = [_said("hand-title", part), GAP]
    colleagues = context.ledger.colleagues()[:MOST]
    for number, one in enumerate(colleagues, 1):
        lines.append(Line("hand-item", {"n": number, "person": name_of(one), "role": role_line(one.role)}))
    return Screen(lines, (*cards.list_rows(len(colleagues), 0, len(colleagues)), (button("back", "b"),)))


def tapped_hand(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    """The colleague gets a letter; the section is theirs from now on."""
    part = part_of(state, sheet)
    if option == "b":
        return Step(trail.moved(state, "part", part=part.section.id))
    colleagues = context.ledger.colleagues()[:MOST]
    place = cards.index_in("a", option, len(colleagues))
    if place is None or (part.holder is not None and part.holder.person != sheet.me):
        return None
    event = SectionHanded(sheet.key, part.section.id, colleagues[place].person)
    args: dict[str, Argument] = {"section": part.section.title, "person": name_of(colleagues[place])}
    return Step(trail.moved(state, "parts"), (event,), say=Line("part-handed", args))


def opened(state: State, sheet: Sheet, context: Context) -> Step:
    """A letter about a section leads straight to its first open question, or to its card when somebody else has it."""
    part = part_of(state, sheet)
    if part.holder is None or part.holder.person == sheet.me:
        return _go(state, part, sheet, context) or Step(state)
    return Step(trail.moved(state, "part", part=part.section.id))
