## Submissions worth a look: facts only

quality-title = <b>Self-checks worth a look: { $n }</b>
quality-hint = These are hints, not findings.
quality-none = No self-check needs a special look now.
quality-item = { $n }. { $new ->
    [yes] 🆕{" "}
   *[no] {""}
}{ $enterprise }, { $form }, { $day }, hints: { $signs }
quality-gone = This self-check cannot be seen from here, or has no hint any more.
quality-card = <b>{ $enterprise }</b> ({ $town })
quality-form = { $form }
quality-sent = Submitted by { $person } on { $time }, receipt { $receipt }
quality-why = Why it is worth a look:
quality-reason = • { $reason }
quality-question = “{ $question }”
quality-took = Time over the questions: { $minutes ->
    [0] {""}
   *[other] { $minutes } min{" "}
}{ $seconds } s; answers changed: { $changes }; people: { $people }.
quality-fair = These are facts and do not mean that anything is wrong. A call or a visit may tell more.
quality-photo = Photo { $n } of { $total }, receipt { $receipt }
back-to-reasons = ⬅️ To the hints
back-to-digest = ⬅️ To the day

sign-hurried = { $quick } of { $of } questions went faster than reading them: { $seconds } s each on average, reading takes about { $reading } s.
sign-faster = { $seconds } s a question this time; this enterprise used to take about { $usual } s.
sign-straight = { $n } questions in a row were answered at the same place, each in less than { $seconds } s.
sign-same-as-last = All { $n } answers are those of { $day }, letter by letter, including texts ({ $words }) and numbers ({ $numbers }) that are written anew each time.
sign-same-text = { $question }: { $n } enterprises wrote the very same words within { $days } days.
sign-recycled-own = { $question }: the photo is the one that this enterprise sent on { $day } for { $earlier }.
sign-recycled-other = { $question }: the photo is the same as one of an earlier record.
sign-one-photo = { $question } and others, { $n } questions in all, have one and the same photo.
sign-blank = { $question }: the photo shows nothing (all black, all white, or a covered lens).
sign-set-aside = { $n } of { $of } questions are said not to apply, each with a reason.
sign-zero-again = This is zero report number { $n } in a row for this form.
sign-found-later = It reported no hazard; { $days } days later inspection { $number } found { $n }.
