## Approvals, the digest, letters

approvals-title = <b>Waiting for you: { $n }</b>
approvals-none = Nobody waits for approval.
approvals-item = { $n }. { $person }, { $place }, { $role }
approval-title = <b>{ $person }</b> wants to join { $place } as { $role }.
approval-phone = Phone: { $phone }, asked { $time }
approval-hint = This number is not on the enterprise's list. Please make sure who it is before you decide.
approve = ✅ Approve
refuse = Refuse
approved = { $person } may join.
refused = { $person } was turned down.
request-gone = Somebody has already dealt with this request.
revoke-title = { $person } is { $role } at { $place }.
revoke-sure = End this seat? The person can then neither see nor change anything of the enterprise.
revoke-yes = End the seat
seat-ended = The seat of { $person } has been ended.

digest-title = <b>{ $name }</b> · { $day }
headline-major = { $n ->
    [one] ⚠️ One suspected major hazard needs a look at once.
   *[other] ⚠️ { $n } suspected major hazards need a look at once.
}
headline-overdue = { $n ->
    [one] One hazard is past its due date.
   *[other] { $n } hazards are past their due date.
}
headline-some = { $n ->
    [one] One thing wants attention.
   *[other] { $n } things want attention.
}
headline-fine = All is fine today.
digest-checks = Self-checks: { $submitted } / { $owed } submitted{ $change }{ $zero ->
    [0] {""}
   *[other] {" "}· zero reports: { $zero }
}
digest-hazards = Hazards: { $open } open, { $found } new today{ $change }
digest-overdue = Overdue: { $overdue }{ $change }
digest-joined = Joined: { $joined } / { $enterprises } enterprises{ $away ->
    [0] {""}
   *[other] {" "}· somebody out of reach: { $away }
}
change-up = {" "}({ $n } more than the last working day)
change-down = {" "}({ $n } fewer than the last working day)
change-none = {" "}(same as the last working day)
digest-item = { $n }. { $concern }
concern = { $enterprise }: { $kind ->
    [listed] 🚩 listed major hazard, { $days ->
        [0] found today
       *[other] found { $days } d ago
    }
    [major] ⚠️ suspected major hazard, { $days ->
        [0] found today
       *[other] found { $days } d ago
    }
    [overdue] hazard overdue for { $days } d
    [silent] 📵 out of reach { $days ->
        [0] since today
       *[other] for { $days } d
    }
    [never_joined] invited { $days } d ago, not joined
   *[unsubmitted] self-check { $days } d late
}{ $owner }
concern-flagged = { $n ->
    [one] one self-check is worth a look
   *[other] { $n } self-checks are worth a look
}
concern-owner = , owner { $owner }
case-next = { $kind ->
    [never_joined] A call may help; send a new invitation.
   *[other] A call may help: ask what they need.
}

digest-guessed = 📅 The public holidays of { $year } are not known yet: only weekends count as days off. Please ask the operator to add them.
letter-digest-fine = { $name } · { $day }: all is fine today, nothing waits for you.
letter-major-found = ⚠️ <b>Suspected major hazard</b>
    { $enterprise } ({ $town })
    { $question }{ $coded ->
        [0] {""}
       *[other] {"\u000A"}Criteria: { $criteria }
    }
    Number { $number }, found by { $officer } on { $time } in a self-check. Please get in touch soon.
letter-join-request = { $person } wants to join { $place } as { $role ->
    [principal] principal
    [officer] safety officer
    [worker] worker
    [town] town supervisor
    [department] department supervisor
    [expert] expert
    [grid] grid officer
   *[district] district supervisor
}. The number { $phone } is not on the list; please decide.
letter-member-joined = { $person } has joined { $place } as { $role ->
    [principal] principal
    [officer] safety officer
    [worker] worker
    [town] town supervisor
    [department] department supervisor
    [expert] expert
    [grid] grid officer
   *[district] district supervisor
}. If you do not know this person, you can end the seat.
letter-join-approved = A supervisor has approved: you join { $place } as { $role ->
    [principal] principal
    [officer] safety officer
    [worker] worker
    [town] town supervisor
    [department] department supervisor
    [expert] expert
    [grid] grid officer
   *[district] district supervisor
}. You can begin now.
letter-join-refused = A supervisor did not approve that you join { $place } ({ $role ->
    [principal] principal
    [officer] safety officer
    [worker] worker
    [town] town supervisor
    [department] department supervisor
    [expert] expert
    [grid] grid officer
   *[district] district supervisor
}). If you have questions, ask your principal or your town.
letter-file-failed = One file could not be kept; please send another one.
    Question: { $question }
    Reason: { $reason ->
    [too-big] the file is too large
    [not-a-document] it is no PDF, Word, Excel file or picture, or it carries macros
    [gone] the original can no longer be fetched
   *[other] it could not be fetched or read
}
letter-photo-failed = One photo could not be kept; please send another one.
    Question: { $question }
    Reason: { $reason ->
    [too-big] the file is too large
    [too-many-pixels] the picture has too many pixels
    [not-an-image] it is not a picture
    [unsupported] this picture format cannot be read
    [broken] the picture cannot be opened
    [gone] the original can no longer be fetched
   *[other] it could not be fetched or read
}
letter-check-due = { $form }: please finish by { $due }, about { $minutes } min.
letter-section-handed = { $person } asks you to do “{ $section }” of { $form }, by { $due }.
letter-section-taken = “{ $section }” of { $form } is now done by { $person }; you need not do it. All you answered is kept.
letter-submitted = { $person } submitted { $form } at { $time }; your answers are in it, nothing is left to do.
open-section = Do this section
open-receipt = See the receipt
section-taken = A colleague has just taken this section.
open-hazard = See this hazard
open-approvals = Decide
open-check = Open
open-digest = See today
revoke-seat = End this seat

## Submissions, return for correction

to-submissions = 🧾 Submissions
submissions-title = <b>Submitted self-checks: { $n }</b>
submissions-narrowed = <b>{ $what } · { $n }</b>
submissions-none-found = No self-check is left after filtering.
    { $what }
checks-are = { $what ->
    [zero] zero reports
    [bad] with hazards
    [all] submitted self-checks
   *[on] owed now and submitted
}
submissions-none = Nothing has been submitted yet.
submissions-item = { $n }. { $place }{ $form } · { $time } · hazards: { $bad }{ $mark ->
    [returned] {" "}· returned
    [corrected] {" "}· corrected
   *[none] {""}
}
submission-title = <b>{ $enterprise }</b>: { $form }
submission-score = Score { $points }, in order { $passed } / { $asked }, hazards: { $bad }
submission-gone = This submission can no longer be seen.
returned-by = ↩️ Returned by { $person } on { $time }, questions: { $n }. Reason: { $reason }
version-before = Other version
return = ↩️ Return it
return-pick = <b>Which questions are meant?</b>
    { $enterprise }: { $form }
return-why = <b>Why is it returned?</b> Tap a reason, or write it to me.
return-photo = Photo unclear
return-doubt = May not fit the facts
return-missing = Explanation unclear
return-sure = <b>Return to { $enterprise }: { $form }</b>
return-yes = ↩️ Return
return-said = Returned to { $enterprise }; you will hear when it is corrected.
return-done = This version was returned before, or there is a corrected one.
return-correcting = The enterprise is correcting this self-check; please wait for the new version.

letter-major-withdrawn = <b>Suspected major hazard withdrawn</b>
    { $enterprise } ({ $town })
    { $question }
    No. { $number }; { $officer } corrected the self-check on { $time }. Reason: { $reason ->
    [mistake] filled in wrongly
    [missed] left out
    [again] looked again
    [photo] the photo is unclear or wrong
    [doubt] the answer may not fit the facts
    [missing] the explanation is unclear
   *[other] { $reason }
}. Please check if in doubt.
letter-returned = ↩️ <b>Self-check returned</b>: { $form } ({ $receipt })
    { $person } asks you to correct { $n ->
    [one] one question
   *[other] { $n } questions
}. Reason: { $reason ->
    [mistake] filled in wrongly
    [missed] left out
    [again] looked again
    [photo] the photo is unclear or wrong
    [doubt] the answer may not fit the facts
    [missing] the explanation is unclear
   *[other] { $reason }
}. Only these are meant; the version before is kept.
letter-corrected = ✅ { $enterprise } has corrected what you returned: { $form }
    Submitted by { $person } on { $time }, receipt { $receipt }.
open-returned = Correct it
open-submission = See it
