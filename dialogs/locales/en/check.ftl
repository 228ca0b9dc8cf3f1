## The self-check

list-title = <b>Self-checks of this period</b>
list-item = { $n }. { $form }: { $state ->
    [open] not begun
    [begun] begun
    [returned] returned, to be corrected
    [correcting] being corrected
   *[done] submitted
}, by { $due }
check-gone = This self-check cannot be found any more. Please start again from the menu.

ask-where = { $section } · question { $n }/{ $total }
ask-worked = { $section } · worked out
instance = { $title } { $n }/{ $total }
instance-named = { $title } { $n }/{ $total }: { $name }
ask-question = <b>{ $question }</b>
ask-answered = Answer so far: { $answer }
ask-answered-by = Answer so far: { $answer } ({ $author })
author = { $person } { $time }
colleague = a colleague
answer-changed = A colleague has just answered this question. Your answer is not noted yet; please look and choose again.
rival-theirs = 👥 { $person } answered “{ $answer }” { $ago }.
rival-mine = You chose “{ $answer }”. Which one holds?
keep-theirs = Keep theirs
take-mine = Take mine
kept-theirs = Fine, your colleague's answer stays.
ask-confirm = Answered before: { $answer }. Something has changed; please confirm with “Still so”, or change it.
still-so = ✅ Still so
newer-title = <b>{ $form } has a newer version</b>
newer-counts = New questions: { $new }, changed: { $changed }, gone: { $gone }.
newer-answers = If you move, { $kept ->
    [one] one answer comes along
   *[other] { $kept } answers come along
}{ $confirm ->
    [0] .
   *[other] , and { $confirm } want to be confirmed.
}
newer-both = You may also finish and submit the old version. Both exact texts are kept, and nothing you answered is lost.
newer-look = See what changed
newer-move = ➡️ Move to the new
newer-stay = Stay on the old
newer-is-new = • New: { $question }
newer-reads = • Changed: { $was } → { $now }
newer-rules = • Other rules: { $question }
newer-is-gone = • Gone: { $question }
newer-more = … and { $n } more
newer-stayed = Very well, this one is finished on the old version.
newer-moved = Moved to the new version{ $confirm ->
    [0] ; please go on.
   *[other] ; please confirm { $confirm }.
}
form-moved = A colleague has just moved this self-check to the new version; please go on.
ask-hint = { $kind ->
    [number] Tap a button, or just send a number.
    [multi] Tap all that apply, then “Done”.
    [time] Tap a button, or just write the time, for example 8:30.
    [photo] { $n ->
        [one] 📷 Please take a photo and send it; the photo is the answer.
       *[other] 📷 Please take { $n } photos and send them; the photos are the answer.
    }
    [file] 📎 Please send the file ({ $files }; 20 MB at most).
    [place] 📍 Tap 📎 beside the text field and send your location; or write the address.
    [code] Send the scanned code, or a photo with the code written beside it.{ $shown ->
        [yes] {" "}For example { $example }
       *[no] {""}
    }
   *[text] Just write a few words.
}
not-applicable = Not applicable
na-why = <b>Why does it not apply?</b>
na-hint = Tap a reason, or write one.
answer-na = not applicable ({ $reason })
na-not-here = “Not applicable” is no answer to this question; please answer it as it is. Your words are kept as a note on question { $n }. { $accepts }
ask-more-sent = { $kind ->
    [file] 📎 Files still wanted: { $n }.
   *[photo] 📷 Photos still wanted: { $n }.
}
ask-photos = { $n ->
    [one] 📷 One photo received
   *[other] 📷 { $n } photos received
}
own-note = 📝 Your note: { $note }

why-basis = Basis: { $clauses }
why-criterion = Criterion { $code }: { $text } ({ $clause })
why-advice = What to do: { $advice }
why-note = Note: { $note }
back-to-question = ⬅️ To the question
overview = 📋 Overview
pause = ⏸️ Pause

sure-title = <b>Is this really so?</b>
sure-answer = You chose: { $answer }
sure-first = If it is, please stop first: get people out, close valves, cut the power, keep everybody safe.
sure-after = This may be a major hazard. When you confirm, the supervisors hear of it at once and help you judge.
sure-yes = ⚠️ Yes, it is so
sure-no = No, change it

bad-title = { $severity ->
    [major] ⚠️ <b>Noted as a suspected major hazard</b>; the supervisors are being told
   *[general] ⚠️ <b>Noted as a hazard</b>
}
bad-due = { $days ->
    [0] Due: today
   *[other] Due: put right by { $due }
}
bad-hint = { $photo ->
    [required] Please send a photo of it; it is needed before submission.{" "}
    [optional] Please send a photo of it.{" "}
   *[none] {""}
}{ $explain ->
    [1] Please write what happened, or just go on below.
    [2] Go on below when you are ready.
   *[0] You can also write a sentence, or just go on below.
}
go-on-now = Go on ➡️

photo-please = { $need ->
    [required] 📷 Photos wanted: { $n }. They are needed before submission.
    [site] 📷 Photos wanted: { $n }. They stay with the record of the inspection.
   *[optional] 📷 Photos wanted: { $n }. Without a photo this question does not count.
}
photo-drawn = 🎯 This question was drawn for a photo of today.
photo-later = Later
photo-none = No photo, go on
photo-enough = That is all
photo-later-said = Fine. Please add the photo before you submit; the overview leads there.
photo-received = { $n ->
    [one] 📷 Received, one photo.
   *[other] 📷 Received, { $n } photos.
}
photo-added = 📷 Put with question { $n }, which now has { $count }.
photo-then-answer = { $n ->
    [one] 📷 Received, one photo for this question. Please tap the answer as well.
   *[other] 📷 Received, { $n } photos for this question. Please tap the answer as well.
}
photo-too-large = This file has { $mb } MB; more than 20 MB cannot be taken. Please send it as a photo, or take a smaller one.
photo-format = Files of the kind { $format } cannot be taken. Please send it as a photo.
code-then = { $n ->
    [one] 📷 Received, one photo for this question. { $accepts }
   *[other] 📷 Received, { $n } photos for this question. { $accepts }
}
file-received = { $n ->
    [one] 📎 Received, one file.
   *[other] 📎 Received, { $n } files.
}
file-too-large = This file has { $mb } MB; more than 20 MB cannot be taken. Please send a smaller one.
file-format = Only these files can be taken here: { $files }.

recorded-as = Noted as “{ $answer }”. Tap “Change” if that is wrong.
noted = Your words are kept as a note on question { $n }. { $accepts }
noted-second = This one is kept as a note on question { $n }.
danger = 🚨 <b>If there is danger now, get people out first, then call: fire 119, ambulance 120, police 110.</b>
    { $then }
corrected = Question { $n } is changed to “{ $answer }”.
correction-noted = Your words are kept as a note on question { $n }; the answer stays.
correction-unfit = Question { $n } is not changed: { $why } Your words are kept as a note on question { $n }.
correction-unasked = That question is not asked any more; your words are kept as a note on it.
point-here = This is question { $n }; please answer it again.{ $back ->
    [yes] { " " }Afterwards you are back where you were.
   *[no] {""}
}
point-noted = Your words are kept as a note on question { $n }; the answer stays. To change it, answer here.
point-none = This self-check has { $total } questions now and no question { $n }. What you filled in is all there.
point-again = Question { $n } is taken into this correction; please answer it again.
point-correct = This self-check is submitted, so a change is a correction: the reason first; question { $n } is chosen already.
point-too-late = This self-check is submitted, and the time to correct it yourselves is over; the answer stays. If it has to be changed, ask your town to return it.
edited-too-late = This self-check is submitted, and editing a message no longer changes it. To change an answer tap “Correct” below.
edited-and-late = This self-check is submitted, and the time to correct it yourselves is over. Editing a message no longer changes it.
already-submitted = This self-check has been submitted

problem-unknown-option = There is no such option, please tap a button below.
problem-nothing-chosen = Please choose at least one.
problem-not-together = “{ $option }” cannot be chosen with others.
problem-wrong-kind = This cannot answer the question, please see the hint below.
problem-too-small = This number is too small; the least is { $limit } { $unit }.
problem-too-large = This number is too large; the most is { $limit } { $unit }.
problem-not-whole = Please give a whole number.
problem-too-precise = Too many decimals; three at most.
problem-in-future = { $date } has not come yet; please choose today or earlier.
problem-too-early = This day is too long ago; the earliest is { $limit }.
problem-too-late = This day is too far ahead; the latest is { $limit }.
problem-code = This code does not look right; please check it, for example { $example }
problem-applies = “Not applicable” is no answer to this question; please answer it as it is.
problem-no-reason = Please say why it does not apply.
problem-no-place = There is no such place on the map; please send it again.
problem-empty = Please write a few words.
problem-too-long = Too long; { $limit } characters at most, please.

review-title = <b>Please look it over: { $form }</b>
review-counts = In order { $passed } / { $asked }, hazards: { $bad }
review-carried = Taken over from before: { $n }
review-clean = All done, nothing is missing. Just tap “Submit”.
review-points = If submitted now: { $points }
review-item = Question { $n } { $reason }: { $question }
review-item-of = Question { $n } { $reason }: { $instance } · { $question }
review-item-worked = 🧮 { $reason }: { $question }
review-figure = 🧮 { $question }: { $value }
review-figure-of = 🧮 { $instance } · { $question }: { $value }
jump-worked = 🧮 See
review-bad = { $severity ->
    [major] ⚠️ suspected major hazard
   *[general] ⚠️ hazard
}
review-open = ◻️ not answered
review-skipped = ⏭️ skipped
review-photo = { $kind ->
    [file] 📎 file missing
   *[other] 📷 photo missing
}
review-and-photo = { $reason }, photo missing
review-not-yours = Submission is for the principal or the safety officer.
jump = No. { $n }
complete = First complete { $n }
submit = ✅ Submit

score-points = score { $points }{ $mark ->
    [reached] , which is enough
    [missed] {" "}({ $needed } are needed)
   *[none] {""}
}
score-limit = { $cap ->
    [major] A suspected major hazard ({ $questions }) leaves at most { $points } points until it is put right.
   *[critical] A critical question that failed ({ $questions }) leaves at most { $points } points.
}
score-question = question { $n }
score-uncounted = { $n ->
    [one] One question in order does not count because its photo is missing.
   *[other] { $n } questions in order do not count because their photos are missing.
}
score-sections = Sections below full marks: { $sections }
score-section = { $section } { $points }
score-weighted = Questions do not all weigh the same; grave ones count more.

zero-title = <b>Zero report: { $form }</b>
zero-declared = “I looked at { $n ->
    [one] one point and found nothing wrong.
   *[other] { $n } points one by one and found nothing wrong.
}{ $aside ->
    [0] {""}
    [one] {" "}One point does not apply, and the reason stands beside it.
   *[other] {" "}{ $aside } points do not apply, and the reasons stand beside them.
}{ $left ->
    [0] {""}
   *[other] {" "}I did not look at { $left } more.
}”
zero-who = Declared by { $person }, { $role }, { $place }
zero-when = Time: { $time }
zero-unsure = That nothing was found is signed by somebody as well: this is the zero report. If you are unsure of a point, go back and look first.
zero-sign = ✍️ Sign and submit
zero-back = ⬅️ Look again
zero-changed = Somebody has just changed an answer; please look it over again.

to-parts = 👥 Share
parts-title = <b>Who does which section</b>
part-item = { $n }. { $section }: { $answered } / { $asked } answered, { $who ->
    [none] free
    [me] mine
   *[other] done by { $person }
}
part-title = <b>{ $section }</b>, { $answered } / { $asked } answered
part-holder = { $who ->
    [none] Nobody does this section yet.
    [me] You do this section (since { $time }).
   *[other] { $person } does this section (since { $time }). When you take it over, your colleague is told.
}
part-take = 🙋 I do it
part-go = ▶️ Do it now
part-over = 🙋 Take it over
part-leave = Give it back
part-hand = 🤝 To a colleague
part-taken = Fine, “{ $section }” is yours.
part-left = Fine, “{ $section }” is free again; anybody may do it.
part-gone = Nothing of this section is asked now.
part-handed = “{ $section }” is with { $person } now; a letter is on its way.
hand-title = <b>Who shall do “{ $section }”?</b>
hand-item = { $n }. { $person }, { $role }
review-shares = 👥 Answered: { $people }
share = { $person } { $n }
review-signed = { $reason } ({ $author })
review-held = { $reason } ({ $person } does it)

receipt-na = { $n ->
    [one] One question does not apply ({ $questions }) and is not counted
   *[other] { $n } questions do not apply ({ $questions }) and are not counted
}
copies-safe = { $kind ->
    [file] 📎 Files safe with us: { $safe } / { $total }
   *[photo] 📷 Photos safe with us: { $safe } / { $total }
}
copies-pending = { $kind ->
    [file] ⏳ Files still being saved: { $n }
   *[photo] ⏳ Still being saved: { $n }
}
copies-failed = { $kind ->
    [file] ⚠️ Files that could not be saved: { $n }; please send again
   *[photo] ⚠️ Could not be saved: { $n }; please send again
}

receipt-title = ✅ <b>Submitted: { $form }</b>
receipt-number = Receipt: { $number }
receipt-time = Submitted: { $time }, { $person }
receipt-fingerprint = Fingerprint: { $fingerprint }
receipt-score = Result: { $points }, in order { $passed } / { $asked }
receipt-zero = Zero report, signed by { $person }: { $declared }
receipt-saved = Questions saved: { $n } (as last time { $last }, told elsewhere { $facts })
receipt-clean = No hazards found. Thank you.
receipt-hazards = Hazards: { $n }
receipt-hazard = • { $number }{ $severity ->
    [major] {" "}(suspected major)
   *[general] {""}
}, put right by { $due }
receipt-pending = Being registered, please look again in a moment.

## After submission: corrections, returns, versions

reason = { $reason ->
    [mistake] filled in wrongly
    [missed] left out
    [again] looked again
    [photo] the photo is unclear or wrong
    [doubt] the answer may not fit the facts
    [missing] the explanation is unclear
   *[other] { $reason }
}
fix = ✏️ Correct
fix-why = <b>Correction: { $form }</b>
    Why does it want correcting? Tap a reason, or write it to me. The version that was submitted stays as it is.
fix-mistake = Filled in wrongly
fix-missed = Left out
fix-again = Looked again
fix-pick = <b>Which questions?</b> Choose one or several, or send their numbers. Chosen: { $n }.
fix-title = <b>Being corrected: { $form }</b>
fix-because = Reason: { $reason }{ $returned ->
    [yes] {" "}(returned by a supervisor)
   *[no] {""}
}
fix-left = Still to be confirmed: { $n }
fix-submit = ✅ Submit correction
fix-more = One more
fix-drop = Give it up
fix-drop-sure = Give this correction up? The answers go back to what was submitted last, and hazards it has found are withdrawn.
fix-drop-yes = Give it up
fix-dropped = The correction is given up; what was submitted last stands.
fix-nothing = Nothing has changed yet; there is nothing to submit.
fix-too-late = The time to correct it yourselves is over. If it has to be changed, ask your town to return it.
fix-begun = This self-check is being corrected already; please go on.
fix-gone = This correction is over.
fix-not-this = This question is no part of the correction. Choose it there first.
fix-version = Version { $n }, corrected because: { $reason }
fix-before = The version before: { $receipt }, kept as it was.
said-answer = { $n }. { $question }: { $answer }
said-bad = ⚠️ { $answer }
said-skipped = passed over
said-none = not answered
change-answer = • Question { $n } { $question }: { $was } → <b>{ $now }</b>
change-beside = • Question { $n } { $question }: same answer, other words or photos
change-nothing = • Nothing has changed yet
receipt-withdrawn = • { $number } withdrawn by the correction
return-answered = This return has been dealt with.
returned-title = <b>Returned by a supervisor: { $form }</b>
returned-why = { $person } returned it on { $time }. Reason: { $reason }. Only these questions are meant:
returned-begin = ✏️ Begin
