"""Entering a paper: a photo when there is one, and at most what is missing. Everything that follows from a rule is worked out and can be corrected."""

from dataclasses import replace
from datetime import date

from checklists.certificates import CertificateKind, Family
from checklists.reading.dates import Side, read_date
from checklists.reading.plain import plain
from checklists.words import Words
from dialogs.cards import GAP, Row, button, index_in
from dialogs.certificates.draft import (
    CHECK,
    DATE,
    END,
    FAMILY,
    FLOW,
    KIND,
    PLACE,
    REVIEW,
    WHO,
    Draft,
    draft_of,
)
from dialogs.context import Context
from dialogs.staff.wording import rules
from dialogs.talk import Argument, Button, Json, Line, Screen, SentPhoto, State, Step
from dialogs.words import on_day
from safety.people import Right

SHOWN = 6
FAMILIES = {
    Family.SPECIAL: "paper-family-special",
    Family.MANAGER: "paper-family-manager",
    Family.OPERATOR: "paper-family-operator",
    Family.LICENCE: "paper-family-licence",
    Family.EQUIPMENT: "paper-family-equipment",
}
LONGEST = 64  # characters of a number


def kind_of(draft: Draft, context: Context) -> CertificateKind | None:
    """Its kind, when it is one of the content."""
    return rules(context).by_id.get(draft.kind)


def families(context: Context) -> list[Family]:
    """What the reader may enter: who only works here, what people hold."""
    keeps = context.actor.may(Right.KEEP_STAFF)
    return [one for one in Family if rules(context).of_family(one) and (keeps or one.personal)]


def began(draft: Draft, context: Context) -> State:
    """The first thing that is missing."""
    return draft.state(draft.step_of(kind_of(draft, context)))


def step(state: State, option: str, context: Context) -> Step | None:
    """What a button answers."""
    draft = draft_of(state)
    if option == "b":
        return Step(_before(state, draft))
    steps = {FAMILY: _family, KIND: _kind, WHO: _who}
    if state.at in steps:
        return steps[state.at](draft, option, context)
    kind = kind_of(draft, context)
    if kind is None:
        return Step(began(draft, context))
    if state.at == PLACE and option == "s":
        return Step(began(replace(draft, place=""), context))
    return _check(draft, kind, option, context) if state.at == CHECK else None


def _before(state: State, draft: Draft) -> State:
    """Back never loses what was said; from the first question to the list."""
    if state.at in {END, REVIEW}:
        return draft.state(CHECK)
    if draft.replaces is not None:
        data: dict[str, Json] = {"paper": draft.replaces}
        return State(FLOW, "card", data | ({"worker": draft.only} if draft.only is not None else {}))
    if state.at == FAMILY:
        return _list(draft)
    if state.at == KIND:
        return replace(draft, family=None, kind="").state(FAMILY)
    kept = Draft(draft.family, only=draft.only, worker=draft.only, pictures=draft.pictures)
    return kept.state(KIND)


def _list(draft: Draft) -> State:
    return State(FLOW, "", {"worker": draft.only} if draft.only is not None else {})


def _family(draft: Draft, option: str, context: Context) -> Step | None:
    offered = families(context)
    place = index_in("a", option, len(offered))
    return None if place is None else Step(replace(draft, family=offered[place]).state(KIND))


def _kind(draft: Draft, option: str, context: Context) -> Step | None:
    offered = rules(context).of_family(draft.family) if draft.family is not None else ()
    place = index_in("a", option, len(offered))
    return None if place is None else Step(began(replace(draft, kind=offered[place].id), context))


def _who(draft: Draft, option: str, context: Context) -> Step | None:
    offered = context.ledger.staff().workers(offset=0, limit=SHOWN)
    place = index_in("a", option, len(offered))
    return None if place is None else Step(began(replace(draft, worker=offered[place].id), context))


def _check(draft: Draft, kind: CertificateKind, option: str, context: Context) -> Step | None:
    if option in {"v", "r"}:
        return Step(draft.state(END if option == "v" else REVIEW))
    asks = draft.asks_review(kind, context.today)
    if option in {"y", "n"} and asks:
        said = replace(draft, missed=option == "n").reviewed(kind, context.today)
        return Step(said.state(CHECK))
    if option == "s" and not asks:
        said_so = Line("paper-renewed" if draft.replaces is not None else "paper-saved")
        return Step(_list(draft), (draft.event(kind),), say=said_so)
    return None


# --- typed and sent -----------------------------------------------------------------------------------------------


def photographed(state: State, photo: SentPhoto) -> Step:
    """A photo at any moment of it."""
    draft = draft_of(state).photographed(photo)
    return Step(draft.state(state.at), say=Line("paper-photo", {"n": len(draft.pictures)}))


def wrote(state: State, text: str, context: Context) -> Step | None:
    """A day, a name, a place, a number: whatever is asked."""
    draft = draft_of(state)
    kind = kind_of(draft, context)
    if state.at == WHO:
        return _named(draft, text, context)
    if kind is None:
        return None
    if state.at == PLACE:
        return Step(began(replace(draft, place=text[:100]), context))
    if state.at == CHECK:
        return Step(replace(draft, number=text[:LONGEST]).state(CHECK), say=Line("paper-numbered"))
    return _dated(state.at, draft, kind, text, context)


def _dated(at: str, draft: Draft, kind: CertificateKind, text: str, context: Context) -> Step:
    """The day that was asked, or one that is corrected."""
    day = read_date(plain(text), context.today, _side(at, kind))
    if day is None or (at == DATE and not _fits(kind, day, context)):
        return Step(draft.state(at), say=Line("paper-no-day"))
    if at == DATE:
        return Step(began(draft.with_day(kind, day, context.today), context))
    changed = replace(draft, valid_to=day) if at == END else replace(draft, review=day, missed=False)
    if not _in_order(changed):
        return Step(draft.state(at), say=Line("paper-days-crossed"))
    return Step(changed.state(CHECK))


def _fits(kind: CertificateKind, day: date, context: Context) -> bool:
    """A day of issue is not ahead."""
    said_issued = kind.years is not None and kind.family is not Family.EQUIPMENT
    return day <= context.today if said_issued else True


def _in_order(draft: Draft) -> bool:
    days = [day for day in (draft.issued, draft.review, draft.valid_to) if day is not None]
    return days == sorted(days)


def _side(at: str, kind: CertificateKind) -> Side:
    issued = at == DATE and kind.years is not None and kind.family is not Family.EQUIPMENT
    return Side.BACK if issued else Side.EITHER


def _named(draft: Draft, text: str, context: Context) -> Step:
    found = context.ledger.staff().named(text)
    exact = [one for one in found if one.name == text] or list(found)
    if len(exact) == 1:
        return Step(began(replace(draft, worker=exact[0].id), context))
    said = Line("paper-who-several" if exact else "paper-who-none", {"person": text[:40]})
    return Step(draft.state(WHO), say=said)


# --- screens ------------------------------------------------------------------------------------------------------


def show(state: State, context: Context) -> Screen:
    """What is asked now."""
    draft, kind = draft_of(state), kind_of(draft_of(state), context)
    if state.at == FAMILY:
        buttons = [button(FAMILIES[one], f"a{n}") for n, one in enumerate(families(context))]
        return Screen((Line("paper-ask-family"),), (*_threes(buttons), _back()))
    if state.at == KIND or kind is None:
        offered = rules(context).of_family(draft.family) if draft.family is not None else ()
        kinds = [Button(one.short, f"a{n}") for n, one in enumerate(offered)]
        return Screen((Line("paper-ask-kind"),), (*_threes(kinds), _back()))
    if state.at == WHO:
        return _ask_who(kind, context)
    if state.at == CHECK:
        return _check_screen(draft, kind, context)
    if state.at == PLACE:
        return Screen(
            (Line("paper-ask-place", {"name": kind.name}),), ((button("back", "b"), button("skip", "s")),)
        )
    return Screen((_ask_day(state.at, kind),), (_back(),))


def _back() -> Row:
    return (button("back", "b"),)


def _threes(buttons: list[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + 3]) for start in range(0, len(buttons), 3))


def _ask_who(kind: CertificateKind, context: Context) -> Screen:
    people = context.ledger.staff().workers(offset=0, limit=SHOWN)
    buttons = [Button(Line("colleague-named", {"person": one.name}), f"a{n}") for n, one in enumerate(people)]
    return Screen((Line("paper-ask-who", {"name": kind.name}),), (*_threes(buttons), _back()))


def _ask_day(at: str, kind: CertificateKind) -> Line:
    if at in {END, REVIEW}:
        return Line("paper-ask-day", {"what": at, "name": kind.name})
    what = "review" if kind.family is Family.EQUIPMENT else "issued" if kind.years is not None else "end"
    return Line("paper-ask-day", {"what": what, "name": kind.name})


def _check_screen(draft: Draft, kind: CertificateKind, context: Context) -> Screen:
    lines: list[Line | Words] = [Line("paper-check"), *details(draft, kind, context), GAP]
    asks = draft.asks_review(kind, context.today)
    lines.append(Line("paper-was-reviewed" if asks else "paper-check-how"))
    fix: list[Button] = []
    if kind.family is not Family.EQUIPMENT:
        fix.append(button("paper-fix-end", "v"))
    if kind.review_years is not None or kind.family is Family.EQUIPMENT:
        fix.append(button("paper-fix-review", "r"))
    save = (
        (button("paper-reviewed-yes", "y"), button("paper-reviewed-no", "n"))
        if asks
        else (button("paper-save", "s"),)
    )
    return Screen(lines, (save, tuple(fix), _back()))


def details(draft: Draft, kind: CertificateKind, context: Context) -> list[Line | Words]:
    """Everything that is known of it, a line each."""
    one = context.ledger.staff().worker(draft.worker) if draft.worker is not None else None
    lines: list[Line | Words] = [Line("paper-name", {"name": kind.name})]
    if one is not None:
        lines.append(Line("paper-holder", {"person": one.name}))
    if draft.number:
        about = (
            f"worker/{draft.worker}"
            if draft.worker is not None
            else f"enterprise/{context.ledger.enterprise().credit_code}"
        )
        lines.append(Line("paper-number", {"phone": draft.number}, about=about))
    days = {"issued": draft.issued, "end": draft.valid_to, "review": draft.review}
    for what, day in days.items():
        if day is not None:
            args: dict[str, Argument] = {"what": what, "day": on_day(day, context.today)}
            lines.append(Line("paper-day", args))
    if draft.place:
        lines.append(Line("paper-place", {"place": draft.place}))
    lines.append(Line("paper-photos", {"n": len(draft.pictures)}))
    return lines
