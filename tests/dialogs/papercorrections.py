"""What corrections and returns do to the world on paper: versions of what was submitted, and the way to the next one."""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from checklists.schema import Outcome
from checklists.scoring import Score
from safety import events as happened
from safety.checks import CheckKey, Correction, Draft, Return, Submission
from safety.hazard_ledger import HazardState

if TYPE_CHECKING:
    from tests.dialogs.paper import World


class Signed(Protocol):
    """An event by which a version is signed."""

    key: CheckKey
    score: int
    passed: int
    asked: int
    bad: int
    zero: bool


def numbered(receipt: str, version: int) -> str:
    return receipt if version == 1 else f"{receipt}-{version}"


def keep(world: "World", person: int, event: Signed, reason: str = "") -> None:
    """One more version, with the answers as they stand."""
    draft, before = world.drafts[event.key], world.versions.get(event.key, ())
    version, place = len(before) + 1, world.enterprise
    base = draft.receipt or f"ZC-2026-{len(world.versions) + 1:06d}"
    base = before[0].receipt if before else base
    made = Submission(
        numbered(base, version),
        version,
        event.key,
        place.name,
        place.town,
        draft.form,
        draft.answers,
        outcomes(world, person, event.key),
        world.now,
        world.people[person].name,
        draft.form.fingerprint,
        event.score,
        event.passed,
        event.asked,
        event.bad,
        reason=reason,
        zero=event.zero,
    )
    world.versions[event.key] = (*(replace(one, newest=False) for one in before), made)


def outcomes(world: "World", person: int, key: CheckKey) -> dict[str, Outcome]:
    """What each answer means, as its hazards say."""
    bad = {
        one.question for one in world.ledger(person).hazards_of(key) if one.state is not HazardState.WITHDRAWN
    }
    return {one: Outcome.BAD if one in bad else Outcome.OK for one in world.drafts[key].answers}


def begin(world: "World", event: happened.CorrectionBegun) -> None:
    draft = world.drafts[event.key]
    assert draft.receipt is not None
    assert draft.correcting is None
    correction = Correction(event.reason, tuple(event.questions), event.returned)
    world.drafts[event.key] = asked_again(replace(draft, correcting=correction), event.questions)


def reopen(world: "World", event: happened.AnswersReopened) -> None:
    draft = world.drafts[event.key]
    assert draft.correcting is not None
    both = dict.fromkeys((*draft.correcting.questions, *event.questions))
    correction = replace(draft.correcting, questions=tuple(both))
    world.drafts[event.key] = asked_again(replace(draft, correcting=correction), event.questions)


def asked_again(draft: Draft, questions: tuple[str, ...]) -> Draft:
    again = {one: replace(draft.answers[one], to_confirm=True) for one in questions if one in draft.answers}
    return replace(draft, answers={**draft.answers, **again})


def drop(world: "World", event: happened.CorrectionDropped) -> None:
    draft = world.drafts[event.key]
    last = world.versions[event.key][-1]
    world.drafts[event.key] = replace(draft, correcting=None, answers=last.answers)


def correct(world: "World", person: int, event: happened.CheckCorrected) -> None:
    draft = world.drafts[event.key]
    assert draft.correcting is not None
    keep(world, person, event, event.reason)  # type: ignore[arg-type]  # frozen fields read just as well
    last = world.versions[event.key][-1]
    score = Score.from_json(event.result) if event.result else None
    world.drafts[event.key] = replace(
        draft, correcting=None, receipt=last.receipt, version=last.version, zero=event.zero, score=score
    )


def give_back(world: "World", person: int, event: happened.CheckReturned) -> None:
    key, versions = next(
        (key, all_) for key, all_ in world.versions.items() if all_[-1].receipt == event.receipt
    )
    assert versions[-1].returned is None
    back = Return(event.reason, tuple(event.questions), world.now, world.people[person].name)
    world.versions[key] = (*versions[:-1], replace(versions[-1], returned=back))
