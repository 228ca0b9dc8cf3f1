"""Writes events down: what each one changes, and the event itself in the append-only record. Nothing is sent here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Connection, bindparam, insert

from checklists.catalogue import Catalogue
from checklists.rules import Defaults
from safety import events as happened
from safety import events_attached as attaching
from safety import events_audit as audited
from safety import events_bulk as bulked
from safety import events_campaigns as campaigned
from safety import events_changes as changing
from safety import events_chores as recurring
from safety import events_classes as graded
from safety import events_courses as taught
from safety import events_departments as answering
from safety import events_digests as digested
from safety import events_drills as drilled
from safety import events_evidence as proved
from safety import events_exams as examined
from safety import events_exports as exported
from safety import events_groups as grouped
from safety import events_handovers as handed
from safety import events_hazards as hazardous
from safety import events_imports as imported
from safety import events_incidents as alarmed
from safety import events_interviews as interviewed
from safety import events_invites as invited
from safety import events_ladder as climbed
from safety import events_lessons as lectured
from safety import events_owed as owing_events
from safety import events_own_lists as own_listed
from safety import events_personal as personally
from safety import events_plans as planned
from safety import events_pledges as pledged
from safety import events_reports as reporting
from safety import events_responders as called
from safety import events_sampling as sampled
from safety import events_seals as sealed
from safety import events_spots as spotted
from safety import events_staff as staffed
from safety import events_statistics as counted
from safety import events_supplies as supplied
from safety import events_tips as tipped
from safety import events_visits as visited
from safety import events_warnings as warned
from safety.checks import CheckKey
from safety.events import Event
from safety.people import Actor
from storage.prepared import Prepared
from storage.recording import (
    answers,
    attached,
    audits,
    breaches,
    bulk,
    campaigns,
    certificates,
    changes,
    checks,
    chores,
    classes,
    corrections,
    courses,
    departments,
    details,
    digest_groups,
    digests,
    drafts,
    drill_records,
    drills,
    enterprises,
    evidence,
    exams,
    exports,
    groups,
    handovers,
    hazards,
    imports,
    incidents,
    interviews,
    joined,
    joining,
    ladder,
    lessons,
    lives,
    owed,
    owing,
    own_lists,
    parts,
    personal,
    persons,
    photos,
    plans,
    pledges,
    quality,
    receipts,
    reports,
    responders,
    sampling,
    sections,
    sheets,
    spots,
    staff,
    statistics,
    supplies,
    tip_office,
    tips,
    together,
    vetoes,
    visits,
    visits_ended,
    warnings,
)
from storage.recording.turn import Turn, Written
from storage.tables.events import events as table
from storage.tips.vault import Vault
from storage.types import hour, to_text

WRITERS: dict[type[Event], Callable[[Turn, Any], Written]] = {
    happened.ConsentGiven: persons.consent_given,
    happened.ConsentWithdrawn: persons.consent_withdrawn,
    happened.LanguageChosen: persons.language_chosen,
    happened.SeatChosen: persons.seat_chosen,
    happened.Said: persons.said,
    happened.InvitationRedeemed: joining.invitation_redeemed,
    happened.JoinRequested: joining.join_requested,
    happened.JoinApproved: joining.join_approved,
    happened.JoinRefused: joining.join_refused,
    happened.SeatRevoked: joining.seat_revoked,
    happened.MemberJoined: joining.member_joined,
    happened.CheckBegun: checks.check_begun,
    happened.DraftMoved: drafts.draft_moved,
    happened.DraftStayed: drafts.draft_stayed,
    happened.CorrectionBegun: corrections.correction_begun,
    happened.AnswersReopened: corrections.answers_reopened,
    happened.CorrectionDropped: corrections.correction_dropped,
    happened.CheckCorrected: corrections.check_corrected,
    happened.CheckReturned: corrections.check_returned,
    happened.AnswerSaved: answers.answer_saved,
    happened.SectionTaken: sections.section_taken,
    happened.SectionGivenBack: sections.section_given_back,
    happened.SectionHanded: sections.section_handed,
    happened.AnswerNoted: answers.answer_noted,
    happened.PhotosSkipped: answers.photos_skipped,
    happened.CheckSubmitted: checks.check_submitted,
    happened.HazardFound: hazards.hazard_found,
    happened.HazardWithdrawn: hazards.hazard_withdrawn,
    hazardous.HazardReported: reports.hazard_reported,
    reporting.HazardJoined: joined.hazard_joined,
    reporting.PhotoTakenOff: joined.photo_taken_off,
    hazardous.HazardMoved: lives.hazard_moved,
    hazardous.HazardMovedTogether: lives.hazard_moved,
    hazardous.HazardsMoved: together.hazards_moved,
    hazardous.HazardClosed: lives.hazard_closed,
    hazardous.HazardDivided: parts.hazard_divided,
    hazardous.HazardPhotoSent: lives.hazard_photo_sent,
    hazardous.HazardNoted: lives.hazard_noted,
    hazardous.HazardDetailed: details.hazard_detailed,
    hazardous.HazardPhotoFailed: reports.hazard_photo_failed,
    recurring.ChoreMade: chores.chore_made,
    recurring.ChoreDone: chores.chore_done,
    recurring.ChoreTurned: chores.chore_turned,
    proved.HazardPlaceSent: evidence.hazard_place_sent,
    proved.HazardWordLooked: evidence.hazard_word_looked,
    proved.HazardPhotoKnown: evidence.hazard_photo_known,
    happened.PhotoReceived: photos.photo_received,
    happened.FileReceived: photos.file_received,
    happened.PhotoKept: photos.photo_kept,
    happened.PhotoFailed: photos.photo_failed,
    happened.QualityLooked: quality.quality_looked,
    happened.FactStated: enterprises.fact_stated,
    pledged.ItemRead: pledges.item_read,
    pledged.CommitmentSigned: pledges.commitment_signed,
    pledged.CommitmentRecalled: pledges.commitment_recalled,
    pledged.CommitmentBroken: breaches.commitment_broken,
    pledged.SigningAsked: pledges.signing_asked,
    pledged.ColourChanged: pledges.colour_changed,
    graded.ClassSet: classes.class_set,
    interviewed.InterviewHeld: interviews.interview_held,
    interviewed.InterviewPresented: interviews.interview_presented,
    interviewed.InterviewConfirmed: interviews.interview_confirmed,
    interviewed.InterviewObjected: interviews.interview_objected,
    interviewed.InterviewDone: interviews.interview_done,
    changing.ChangeAsked: changes.change_asked,
    changing.ChangeReceived: changes.change_received,
    changing.ChangeWithdrawn: changes.change_withdrawn,
    changing.ChangeDecided: changes.change_decided,
    changing.ProfileConfirmed: changes.profile_confirmed,
    sealed.ReceiptAsked: receipts.receipt_asked,
    exported.ExportAsked: exports.export_asked,
    exported.ExportMade: exports.export_made,
    answering.DepartmentSet: departments.department_set,
    handed.HandoverOffered: handovers.handover_offered,
    handed.HandoverAccepted: handovers.handover_accepted,
    handed.HandoverDeclined: handovers.handover_declined,
    handed.HandoverWithdrawn: handovers.handover_withdrawn,
    handed.SeatHanded: handovers.seat_handed,
    invited.SheetsAsked: sheets.sheets_asked,
    invited.SheetsMade: sheets.sheets_made,
    invited.SheetsRevoked: sheets.sheets_revoked,
    digested.DigestWished: digests.digest_wished,
    digested.EnterpriseChased: digests.enterprise_chased,
    digested.GroupLinked: digest_groups.group_linked,
    digested.GroupUnlinked: digest_groups.group_unlinked,
    audited.PersonalDataRead: audits.personal_data_read,
    personally.PhoneCorrected: personal.phone_corrected,
    personally.ErasureAsked: personal.erasure_asked,
    personally.ErasureTakenBack: personal.erasure_taken_back,
    counted.StatisticsSigned: statistics.statistics_signed,
    counted.StatisticsAsked: statistics.statistics_asked,
    bulked.BulkAsked: bulk.bulk_asked,
    bulked.BulkDecided: bulk.bulk_decided,
    bulked.BulkExpired: bulk.bulk_expired,
    imported.ImportSent: imports.import_sent,
    imported.ImportMapped: imports.import_mapped,
    imported.ImportTried: imports.import_tried,
    imported.ImportConfirmed: imports.import_confirmed,
    imported.ImportDropped: imports.import_dropped,
    imported.ImportFileAsked: imports.import_file_asked,
    imported.ImportEnded: imports.import_ended,
    staffed.WorkerAdded: staff.worker_added,
    staffed.WorkerChanged: staff.worker_changed,
    staffed.WorkerReturned: staff.worker_returned,
    staffed.WorkerLeft: staff.worker_left,
    staffed.WorkerLinked: staff.worker_linked,
    staffed.CertificateAdded: certificates.certificate_added,
    staffed.CertificateDropped: certificates.certificate_dropped,
    staffed.CertificatePhotoFailed: certificates.certificate_photo_failed,
    staffed.VetoSet: vetoes.veto_set,
    staffed.VetoLifted: vetoes.veto_lifted,
    staffed.VetoAppealed: vetoes.veto_appealed,
    own_listed.OwnListSent: own_lists.own_list_sent,
    own_listed.OwnListConfirmed: own_lists.own_list_confirmed,
    own_listed.OwnListPapers: own_lists.own_list_papers,
    own_listed.OwnListDropped: own_lists.own_list_dropped,
    own_listed.OwnListRowsAsked: own_lists.own_list_rows_asked,
    drilled.DrillPlanned: drills.drill_planned,
    drilled.DrillCancelled: drills.drill_cancelled,
    drilled.DrillStarted: drills.drill_started,
    drilled.RollCalled: drills.roll_called,
    drilled.DrillTold: drills.drill_told,
    drilled.DrillAnswered: drills.drill_answered,
    drilled.DrillPhotoSent: drills.drill_photo_sent,
    drilled.CommandTaken: drills.command_taken,
    drilled.DrillEnded: drills.drill_ended,
    drilled.DrillWashed: drill_records.drill_washed,
    drilled.DrillMarked: drill_records.drill_marked,
    drilled.DrillHazardReported: drill_records.drill_hazard_reported,
    drilled.DrillClosed: drill_records.drill_closed,
    planned.PlanEntered: plans.plan_entered,
    planned.PlanFiled: plans.plan_filed,
    planned.PlanReviewed: plans.plan_reviewed,
    planned.PlanFileSent: plans.plan_file_sent,
    planned.PlanWithdrawn: plans.plan_withdrawn,
    examined.ExamBegun: exams.exam_begun,
    examined.ExamAnswered: exams.exam_answered,
    examined.ExamMarked: exams.exam_marked,
    examined.ExamHandedIn: exams.exam_handed_in,
    examined.PracticeAnswered: exams.practice_answered,
    examined.Taught: exams.taught,
    sampled.SampleAccepted: sampling.sample_accepted,
    visited.VisitBegun: visits.visit_begun,
    visited.SecondNamed: visits.second_named,
    visited.SecondConfirmed: visits.second_confirmed,
    visited.FormOpened: visits.form_opened,
    visited.VisitPlaced: visits.visit_placed,
    visited.VisitRemarked: visits.visit_remarked,
    visited.FindingReported: visits.finding_reported,
    visited.FindingDropped: visits.finding_dropped,
    visited.VisitPresented: visits.visit_presented,
    visited.VisitTakenBack: visits.visit_taken_back,
    visited.VisitDropped: visits.visit_dropped,
    visited.VisitObjected: visits_ended.visit_objected,
    visited.VisitConfirmed: visits_ended.visit_confirmed,
    visited.VisitClosed: visits_ended.visit_closed,
    visited.VisitCorrected: visits_ended.visit_corrected,
    spotted.SpotOpened: spots.spot_opened,
    spotted.SpotEntered: spots.spot_entered,
    spotted.SpotGuestEntered: spots.spot_guest_entered,
    spotted.SpotClosed: spots.spot_closed,
    lectured.LessonAnnounced: lessons.lesson_announced,
    lectured.LessonOpened: lessons.lesson_opened,
    lectured.LessonAttended: lessons.lesson_attended,
    lectured.LessonTicked: lessons.lesson_ticked,
    lectured.LessonCounted: lessons.lesson_counted,
    lectured.LessonClosed: lessons.lesson_closed,
    lectured.LessonCalledOff: lessons.lesson_called_off,
    taught.CourseBegun: courses.course_begun,
    taught.CardRead: courses.card_read,
    taught.QuizAnswered: courses.quiz_answered,
    taught.CoursePassed: courses.course_passed,
    owing_events.OwedPutOff: owed.owed_put_off,
    owing_events.OwedHanded: owed.owed_handed,
    owing_events.OwedGivenBack: owed.owed_given_back,
    owing_events.OwedRecorded: owed.owed_recorded,
    owing_events.HourChosen: owed.hour_chosen,
    climbed.ExtensionAsked: ladder.extension_asked,
    climbed.ExtensionDecided: ladder.extension_decided,
    owing_events.ActivityChanged: owed.activity_changed,
    tipped.TipSent: tips.tip_sent,
    tipped.TipReceived: tips.tip_received,
    tipped.TipAdded: tips.tip_added,
    tipped.TipLetGo: tips.tip_let_go,
    tipped.TipPhotoFailed: tips.tip_photo_failed,
    tipped.TipAsked: tip_office.tip_asked,
    tipped.TipPlaced: tip_office.tip_placed,
    tipped.TipTaken: tip_office.tip_taken,
    tipped.TipHazardMade: tip_office.tip_hazard_made,
    tipped.TipClosed: tip_office.tip_closed,
    tipped.TipPaid: tip_office.tip_paid,
    attaching.AttachmentFailed: attached.attachment_failed,
    called.ResponderAdded: responders.responder_added,
    called.ResponderChanged: responders.responder_changed,
    called.ResponderPlaced: responders.responder_placed,
    called.ResponderGone: responders.responder_gone,
    supplied.DepotMade: supplies.depot_made,
    supplied.DepotPlaced: supplies.depot_placed,
    supplied.SupplyAdded: supplies.supply_added,
    supplied.SupplyCounted: supplies.supply_counted,
    supplied.SupplyDated: supplies.supply_dated,
    supplied.SupplyShown: supplies.supply_shown,
    supplied.SupplyDropped: supplies.supply_dropped,
    supplied.SuppliesChecked: supplies.supplies_checked,
    alarmed.IncidentReported: incidents.incident_reported,
    alarmed.IncidentReceived: incidents.incident_received,
    alarmed.IncidentAdded: incidents.incident_added,
    alarmed.IncidentAnswered: incidents.incident_answered,
    grouped.GroupSaved: groups.group_saved,
    grouped.GroupDeleted: groups.group_deleted,
    campaigned.CampaignOpened: campaigns.campaign_opened,
    campaigned.CampaignChanged: campaigns.campaign_changed,
    campaigned.CampaignPaused: campaigns.campaign_paused,
    campaigned.CampaignResumed: campaigns.campaign_resumed,
    campaigned.CampaignEnded: campaigns.campaign_ended,
    campaigned.CampaignChased: campaigns.campaign_chased,
    campaigned.CampaignSigned: campaigns.campaign_signed,
    campaigned.CampaignFilled: campaigns.campaign_filled,
    warned.WarningIssued: warnings.warning_issued,
    warned.WarningConfirmed: warnings.warning_confirmed,
    warned.WarningAnswered: warnings.warning_answered,
    warned.WarningFileSent: warnings.warning_file_sent,
    warned.WarningFileWanted: warnings.warning_file_wanted,
}

_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in WRITERS}
_COLUMNS = ("at", "kind", "subject", "person", "role", "enterprise", "area", "body", "update_key", "ordinal")
_APPEND = Prepared(
    insert(table).values({name: bindparam(f"b_{name}", type_=table.c[name].type) for name in _COLUMNS})
)


def record(
    connection: Connection,
    actor: Actor,
    events: Sequence[Event],
    now: datetime,
    update_key: str | None,
    vault: Vault | None = None,
    rules: Defaults | None = None,
    *,
    catalogue: Catalogue | None = None,
) -> list[Event]:
    """Write events down in order, with those that follow from them; gives back all of them.

    A Refusal or any other error leaves the transaction half done: the caller rolls its savepoint back.
    With an `update_key`, the same update can be recorded only once. `rules`: what content says of terms; what the schema says when left out.
    """
    turn = Turn(connection, actor, now, vault, rules or Defaults(), catalogue)
    written: list[tuple[Event, Written]] = []
    for event in events:
        written.extend(_written(turn, event))
    if written:
        rows = [_row(turn, event, w, update_key, place) for place, (event, w) in enumerate(written)]
        _APPEND.run_many(connection, rows)
    return [event for event, _ in written]


def _written(turn: Turn, event: Event) -> Iterator[tuple[Event, Written]]:
    """The event, then what followed from it, and from that."""
    one = _write(turn, event)
    owing.follow(turn, event, one)
    classes.follow(turn, event, one)
    yield event, one
    for also in one.also:
        yield from _written(turn, also)


def _write(turn: Turn, event: Event) -> Written:
    return WRITERS[type(event)](turn, event)


def _row(turn: Turn, event: Event, written: Written, update_key: str | None, ordinal: int) -> dict[str, Any]:
    if written.unnamed:
        return _unnamed(turn, event, written, ordinal)
    seat = turn.actor.seat
    return {
        "b_at": turn.now,
        "b_kind": event.kind,
        "b_subject": written.subject,
        "b_person": turn.actor.person,
        "b_role": seat.role if seat else None,
        "b_enterprise": written.enterprise or (seat.enterprise if seat else None),
        "b_area": seat.area if seat else None,
        "b_body": {**body_of(event), **written.added},
        "b_update_key": update_key,
        "b_ordinal": ordinal,
    }


def _unnamed(turn: Turn, event: Event, written: Written, ordinal: int) -> dict[str, Any]:
    """A row that leads to nobody: it still stands in the chain of seals like any other."""
    return {
        "b_at": hour(turn.now),
        "b_kind": event.kind,
        "b_subject": written.subject,
        "b_person": None,
        "b_role": None,
        "b_enterprise": written.enterprise,
        "b_area": None,
        "b_body": dict(written.added),
        "b_update_key": None,
        "b_ordinal": ordinal,
    }


def body_of(event: Event) -> dict[str, Any]:
    """The event's own fields as JSON."""
    return {name: _plain(getattr(event, name)) for name in _NAMES[type(event)]}


def _plain(value: Any) -> Any:
    if isinstance(value, CheckKey | hazardous.Picture):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return to_text(value)
    return value.isoformat() if isinstance(value, date) else value
