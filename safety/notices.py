"""Which letters an event sends, to whom, and under which key. Wording lives in the locales, sending in the bot."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import singledispatch

from checklists.parts import Criterion
from checklists.words import Words
from safety import notices_hazards, together
from safety.audience import Audience
from safety.events import (
    CheckCorrected,
    CheckReturned,
    CheckSubmitted,
    Event,
    HazardFound,
    HazardWithdrawn,
    JoinApproved,
    JoinRefused,
    JoinRequested,
    MemberJoined,
    PhotoFailed,
    SectionHanded,
    SectionTaken,
)
from safety.events_evidence import HazardPhotoKnown
from safety.events_hazards import (
    HazardDivided,
    HazardMoved,
    HazardMovedTogether,
    HazardPhotoFailed,
    HazardsMoved,
)
from safety.letters import LetterKind, Notice, Opens, Value
from safety.visits import visit_of


@singledispatch
def of(_event: Event, _audience: Audience, _now: datetime) -> list[Notice]:
    """Letters that this event sends. Events without letters give none."""
    return []


@of.register
def major_found(event: HazardFound, audience: Audience, now: datetime) -> list[Notice]:
    """A suspected major hazard goes to the supervisors at once (安全生产法 art. 41; 24 h is our default)."""
    if not event.suspected_major or visit_of(event.key.period) is not None:
        return []  # what an inspection finds is told when it ends
    number, subject = audience.hazard_number(event), audience.subject()
    coded = audience.criteria(event)
    args: dict[str, Value] = {
        "enterprise": subject.enterprise,
        "town": subject.town,
        "question": audience.question_text(event),
        "coded": len(coded),
        "criteria": _in_one_line(coded),
        "number": number,
        "officer": subject.person,
        "time": now,
    }
    button = Opens("open-hazard", "hazards", "card", {"number": number})
    again = audience.times_withdrawn(number)
    name = f"major:{number}:{again}" if again else f"major:{number}"
    return [
        Notice(to, "letter-major-found", f"{name}:{to}", args, (button,), LetterKind.ALERT)
        for to in audience.supervisors()
    ]


@of.register
def major_withdrawn(event: HazardWithdrawn, audience: Audience, now: datetime) -> list[Notice]:
    """A suspected major hazard that a correction takes back: who was alarmed hears it, with the reason."""
    if not event.suspected_major or not event.reason:
        return []
    number, subject = audience.hazard_number(event), audience.subject()
    args: dict[str, str | int | date | datetime | Words] = {
        "enterprise": subject.enterprise,
        "town": subject.town,
        "question": audience.question_text(event),
        "number": number,
        "officer": subject.person,
        "reason": event.reason,
        "time": now,
    }
    button = Opens("open-hazard", "hazards", "card", {"number": number})
    name = f"unmajor:{number}:{audience.times_withdrawn(number)}"
    return [
        Notice(to, "letter-major-withdrawn", f"{name}:{to}", args, (button,), LetterKind.ALERT)
        for to in audience.supervisors()
    ]


@of.register
def check_returned(event: CheckReturned, audience: Audience, _now: datetime) -> list[Notice]:
    """The people of the enterprise hear what is to be corrected and why, with the way to it."""
    returned = audience.returned(event.receipt)
    args: dict[str, str | int | date | datetime | Words] = {
        "form": returned.form,
        "receipt": event.receipt,
        "reason": event.reason,
        "n": len(event.questions),
        "person": audience.subject().person,
    }
    data = {"list": returned.key.checklist, "period": returned.key.period}
    button = Opens("open-returned", "check", "returned", data)
    return [
        Notice(to, "letter-returned", f"returned:{event.receipt}:{to}", args, (button,), LetterKind.ALERT)
        for to in returned.to
    ]


@of.register
def check_corrected(event: CheckCorrected, audience: Audience, now: datetime) -> list[Notice]:
    """Who had given it back hears that it is corrected."""
    corrected, subject = audience.corrected(event), audience.subject()
    args: dict[str, str | int | date | datetime | Words] = {
        "enterprise": subject.enterprise,
        "form": corrected.form,
        "receipt": corrected.receipt,
        "person": subject.person,
        "time": now,
    }
    button = Opens("open-submission", "submissions", "card", {"receipt": corrected.receipt})
    key = f"corrected:{corrected.receipt}"
    return [Notice(to, "letter-corrected", f"{key}:{to}", args, (button,)) for to in corrected.to]


def _in_one_line(coded: Sequence[Criterion]) -> Words:
    """Codes with their texts, one behind the other."""
    zh = "；".join(f"{one.code} {one.text.zh}" for one in coded)
    return Words(zh, "; ".join(f"{one.code} {one.text.en}" for one in coded))


@of.register
def join_requested(_event: JoinRequested, audience: Audience, _now: datetime) -> list[Notice]:
    """A person whose phone is not on the list waits for a supervisor (S1)."""
    request = audience.newest_request()
    if request is None:
        return []
    person, place, role, phone = audience.request_text(request)
    args = {"person": person, "place": place, "role": role, "phone": phone}
    button = Opens("open-approvals", "approvals", "card", {"request": request})
    return [
        Notice(to, "letter-join-request", f"join:{request}:{to}", args, (button,), LetterKind.ALERT)
        for to in audience.approvers(request)
    ]


@of.register
def member_joined(event: MemberJoined, audience: Audience, _now: datetime) -> list[Notice]:
    """The principal is told who has joined, and can end it with one tap (S1)."""
    newcomer = audience.requester(event.request)
    args = {"person": event.person, "place": event.place, "role": event.role.value}
    button = Opens("revoke-seat", "approvals", "revoke", {"request": event.request})
    return [
        Notice(to, "letter-member-joined", f"joined:{event.request}:{to}", args, (button,))
        for to in audience.principals_of_request(event.request)
        if to != newcomer
    ]


@of.register(JoinApproved)
@of.register(JoinRefused)
def join_decided(event: JoinApproved | JoinRefused, audience: Audience, _now: datetime) -> list[Notice]:
    """The person who waited hears the decision."""
    to = audience.requester(event.request)
    if to is None:
        return []
    _person, place, role, _phone = audience.request_text(event.request)
    approved = isinstance(event, JoinApproved)
    line = "letter-join-approved" if approved else "letter-join-refused"
    buttons = (Opens("open-check", "menu"),) if approved else ()
    args = {"place": place, "role": role}
    return [Notice(to, line, f"decided:{event.request}:{to}", args, buttons, LetterKind.ALERT)]


@of.register
def section_handed(event: SectionHanded, audience: Audience, now: datetime) -> list[Notice]:
    """The colleague hears which section of which form, and by when; the button leads straight to it."""
    args = {**_section(event, audience), "due": audience.due(event.key)}
    return [_to_section(event, event.to, "letter-section-handed", args, "open-section", now)]


@of.register
def section_taken(event: SectionTaken, audience: Audience, now: datetime) -> list[Notice]:
    """Whose section was taken over hears who does it now."""
    if event.over is None:
        return []
    args = _section(event, audience)
    return [_to_section(event, event.over, "letter-section-taken", args, "open-check", now)]


def _section(event: SectionHanded | SectionTaken, audience: Audience) -> dict[str, Value]:
    form = audience.form(event.key)
    titles = {section.id: section.title for section in form.sections}
    section = titles.get(event.section, form.title)
    return {"person": audience.subject().person, "form": form.title, "section": section}


def _to_section(
    event: SectionHanded | SectionTaken,
    to: int,
    line: str,
    args: Mapping[str, Value],
    button: str,
    now: datetime,
) -> Notice:
    place = {"checklist": event.key.checklist, "period": event.key.period, "section": event.section}
    key = f"section:{event.key.checklist}:{event.key.period}:{event.section}:{to}:{now:%Y%m%d%H%M%S%f}"
    return Notice(to, line, key, args, (Opens(button, "check", "section", place),))


@of.register
def check_submitted(event: CheckSubmitted, audience: Audience, now: datetime) -> list[Notice]:
    """One person signs; the others who worked on it hear it once (P13)."""
    key, others = event.key, audience.sharing(event.key)
    if not others:
        return []
    form = audience.form(key)
    args: dict[str, Value] = {"person": audience.subject().person, "form": form.title, "time": now}
    place = {"checklist": key.checklist, "period": key.period}
    moment = f"{now:%Y%m%d%H%M%S%f}"
    button = Opens("open-receipt", "check", "receipt", place)
    return [
        Notice(
            to, "letter-submitted", f"submitted:{key.checklist}:{key.period}:{to}:{moment}", args, (button,)
        )
        for to in others
    ]


@of.register
def photo_failed(event: PhotoFailed, audience: Audience, _now: datetime) -> list[Notice]:
    """Every photo or file that could not be kept is named to its sender (P11)."""
    args: dict[str, Value] = {
        "question": audience.question_text(event),
        "reason": event.reason,
    }
    data = {"checklist": event.key.checklist, "period": event.key.period, "question": event.question}
    button = Opens("open-check", "check", "photos", data)
    return [
        Notice(
            event.sender,
            "letter-file-failed" if event.what == "file" else "letter-photo-failed",
            f"photo:{event.photo}",
            args,
            (button,),
            LetterKind.ALERT,
        )
    ]


of.register(HazardMoved)(notices_hazards.moved)
of.register(HazardDivided)(notices_hazards.divided)
of.register(HazardsMoved)(together.moved)
of.register(HazardPhotoFailed)(notices_hazards.photo_failed)
of.register(HazardPhotoKnown)(notices_hazards.photo_known)


@of.register
def moved_together(_event: HazardMovedTogether, _audience: Audience, _now: datetime) -> list[Notice]:
    """The letter for all of them speaks of it (HazardsMoved)."""
    return []
