"""The photos of a hazard, one after another: both sides in one picture where there is one, else what there is."""

from dataclasses import dataclass

from dialogs.cards import button
from dialogs.hazards.ways import CARD, at
from dialogs.talk import Argument, Line, Screen, State, Step
from safety.hazard_ledger import Hazard


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture to be shown. `kind`: pair (before and after side by side), after, before, note (joined, or with progress).

    `names`: of the photos in it, as in Shot.name.
    """

    path: str
    kind: str
    names: tuple[str, ...] = ()


def pictures(hazard: Hazard) -> tuple[Picture, ...]:
    """What can be shown: pairs and photos after first, then photos before that nothing answers yet."""
    answered = {one.answers for one in hazard.answers}
    later = [
        Picture(one.pair, "pair", (one.name, one.answers))
        if one.pair
        else Picture(one.path or "", "after", (one.name,))
        for one in hazard.answers
        if one.pair or one.path
    ]
    paths = {one.path for one in hazard.shots if one.name in answered and later}
    named = {one.path: (one.name,) for one in hazard.shots}
    earlier = [Picture(path, "before", named.get(path, ())) for path in hazard.photos if path not in paths]
    notes = [Picture(one.path, "note", (one.name,)) for one in hazard.notes if one.path]
    return (*later, *earlier, *notes)


def turned(state: State, option: str, hazard: Hazard) -> Step | None:
    """The next picture, or back to the card."""
    shown = pictures(hazard)
    if option == "t":
        return Step(at(state, CARD)) if "photo" in state.data else None
    return Step(at(state, CARD, photo=(index(state, hazard) + 1) % len(shown))) if shown else None


def index(state: State, hazard: Hazard) -> int:
    """Which one is shown; -1: none."""
    kept = state.data.get("photo")
    return kept if isinstance(kept, int) and 0 <= kept < len(pictures(hazard)) else -1


def screen(state: State, hazard: Hazard) -> Screen | None:
    """The picture the state stands at, None when it stands at the card itself."""
    place = index(state, hazard)
    if place < 0:
        return None
    shown = pictures(hazard)
    more = (button("photo-next", "f"),) if len(shown) > 1 else ()
    line = caption(hazard, place)
    return Screen((line,), ((*more, button("back-to-card", "t")),), photo=shown[place].path)


def caption(hazard: Hazard, place: int, *, named: bool = True) -> Line:
    """Which picture it is, of how many, and what it shows. `named`: with the hazard's number, where nothing else says it."""
    shown = pictures(hazard)
    args: dict[str, Argument] = {
        "number": hazard.number if named else "none",
        "n": place + 1,
        "total": len(shown),
        "kind": shown[place].kind,
    }
    return Line("hazard-photo", args)
