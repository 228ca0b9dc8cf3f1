"""What speaks for a photo beside what it shows, on the card of the verdict: when it came, from where, seen before, the word of the day."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.hazards.gallery import pictures
from dialogs.hazards.whereabouts import as_written
from dialogs.talk import Argument, Line, State, Step
from dialogs.words import on_day
from safety.events_evidence import HazardWordLooked
from safety.evidence import Kin, Proof, Spot
from safety.hazard_ledger import Hazard, HazardState
from safety.people import Right

SEEN, MISSED = "w", "u"  # buttons: the word is in the picture, or is not
TOLD = 2  # earlier photos that are named with one
KILOMETRE = 1000
FRESH = frozenset({HazardState.REPORTED, HazardState.REVIEW})


def lines(hazard: Hazard, place: int, context: Context) -> list[Line]:
    """Of the picture that is shown: the photo "after" first, then what is odd about the one "before" beside it."""
    found: list[Line] = []
    for proof, later in _shown(hazard, place, context):
        if later:
            found += [Line("proof-arrived", {"time": proof.at, "spot": _spot(proof.spot, hazard)})]
        found += _odd(proof, context, "after" if later else "before")
        if later and proof.word is not None:
            seen = {None: "asked", True: "yes", False: "no"}[proof.seen]
            found.append(Line("proof-word", {"word": as_written(proof.word), "seen": seen}))
    return found


def report(hazard: Hazard, context: Context) -> list[Line]:
    """What a supervisor is told of the photos of a fresh report: that one of them is old."""
    if hazard.state not in FRESH or not hazard.shots or not context.actor.may(Right.VERIFY_HAZARD):
        return []
    found = context.ledger.proofs().of(hazard.number)
    return [line for proof in found for line in _odd(proof, context, "report")][:TOLD]


def rows(hazard: Hazard, place: int, context: Context) -> tuple[Row, ...]:
    """Whether the word is there: two buttons for a supervisor, until one was tapped."""
    proof = _asked(hazard, place, context)
    if proof is None or proof.seen is not None:
        return ()
    return ((button("proof-seen", SEEN), button("proof-missed", MISSED)),)


def tapped(state: State, option: str, hazard: Hazard, place: int, context: Context) -> Step | None:
    """One of these two; the picture stays."""
    proof = _asked(hazard, place, context)
    if option not in {SEEN, MISSED} or proof is None:
        return None
    looked = HazardWordLooked(hazard.number, proof.name, option == SEEN)
    return Step(state, (looked,), say=Line("proof-looked"))


def _asked(hazard: Hazard, place: int, context: Context) -> Proof | None:
    """The shown photo that was to have a word in it, for who may say whether it has."""
    if hazard.state is not HazardState.EVIDENCE or not context.actor.may(Right.VERIFY_HAZARD):
        return None
    shown = _shown(hazard, place, context)
    return next((proof for proof, later in shown if later and proof.word is not None), None)


def _shown(hazard: Hazard, place: int, context: Context) -> Sequence[tuple[Proof, bool]]:
    """What is known of the photos in a picture, each with whether it is one "after"; those come first."""
    shown = pictures(hazard)
    if not 0 <= place < len(shown):
        return ()
    later = {one.name for one in hazard.answers}
    found = [one for one in context.ledger.proofs().of(hazard.number) if one.name in shown[place].names]
    return sorted(((one, one.name in later) for one in found), key=lambda pair: not pair[1])


def _odd(proof: Proof, context: Context, which: str) -> Iterable[Line]:
    if proof.blank:
        yield Line("proof-blank", {"which": which})
    for kin in proof.kin[:TOLD]:
        yield Line("proof-known", {"which": which, **_kin(kin, context)})


def _kin(kin: Kin, context: Context) -> dict[str, Argument]:
    what = "before" if kin.before else "number" if kin.number else "own" if kin.own else "other"
    return {
        "what": what,
        "number": kin.number,
        "enterprise": kin.enterprise if not kin.own else "",
        "own": "yes" if kin.own else "no",
        "day": on_day(kin.day, context.today),
        "exact": "yes" if kin.exact else "no",
    }


def _spot(spot: Spot | None, hazard: Hazard) -> Line:
    """Where its sender was; that nobody has said so is told of a major one alone."""
    if spot is None:
        major = hazard.case is not None and hazard.case.major
        return Line("proof-nowhere", {"asked": "yes" if major else "no"})
    if spot.metres is None:
        return Line("proof-somewhere", {"minutes": spot.minutes})
    far = spot.metres >= KILOMETRE
    way = Decimal(spot.metres) / KILOMETRE if far else Decimal(spot.metres)
    args: dict[str, Argument] = {
        "minutes": spot.minutes,
        "way": round(way, 1) if far else way,
        "unit": "km" if far else "m",
        "near": "yes" if spot.near else "no",
    }
    return Line("proof-spot", args)
