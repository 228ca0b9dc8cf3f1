## Commitments as supervisors see them: coverage, lists, reminders, another colour, called back

to-coverage = 📜 Pledges
coverage-title = <b>Coverage of safety commitments</b>
coverage-all = In force: { $n } of { $total } enterprises
coverage-colour = { $colour ->
    [orange] 🟧 Orange
    [yellow] 🟨 Yellow
    [blue] 🟦 Blue
    [white] ⬜ White
   *[green] 🟩 Green
}: { $n } / { $total }
coverage-town = { $name }: { $n } / { $total }
coverage-search = To find an enterprise, send a part of its name or its credit code.
colour-name = { $colour ->
    [orange] 🟧 Orange
    [yellow] 🟨 Yellow
    [blue] 🟦 Blue
    [white] ⬜ White
   *[green] 🟩 Green
}
pile-unsigned = Unsigned { $n }
pile-old = Old { $n }
pile-expiring = Ending { $n }
pile-title = { $pile ->
    [unsigned] <b>Not signed, or to be signed again: { $n }</b>
    [old] <b>An old text, another colour or another principal: { $n }</b>
   *[expiring] <b>Ending within 30 days: { $n }</b>
}
found-title = <b>Found: { $n }</b>
holding-item = { $n }. { $enterprise } ({ $colour ->
    [orange] orange
    [yellow] yellow
    [blue] blue
    [white] white
   *[green] green
}): { $state }
holding-owed = { $why ->
    [never] not signed yet
    [expired] ended
    [principal_changed] the principal has changed, to be signed again
    [colour_changed] the colour has changed, to be signed again
    [text_changed] the text has changed, to be signed again
    [major_hazard_confirmed] a major hazard was confirmed, to be signed again
    [accident] after an accident, to be signed again
   *[moved_or_extended] after a move or an extension, to be signed again
}
holding-until = valid to { $due }
holding-title = <b>{ $enterprise }</b>
    { $town } · { $colour ->
    [orange] 🟧 Orange
    [yellow] 🟨 Yellow
    [blue] 🟦 Blue
    [white] ⬜ White
   *[green] 🟩 Green
}
holding-state = Commitment: { $state }
holding-signed = Latest: { $number }, { $person }, signed on { $day }{ $record ->
    [yes] {""}
   *[no] {" "}(the name is not on the list, please check)
}
holding-colour-reason = Colour set by a supervisor: { $reason }
holding-nobody = No principal has joined yet, so nobody can sign.
ask-to-sign = 🔔 Remind them
signing-asked = The principal is reminded, once a day at most.
change-activity = 🏭 Change activity
activity-name = { $activity ->
    [producing] in production
    [stopped] stopped
    [resumed] working again
   *[closed] closed for good
}
holding-activity = Activity: { activity-name }
activity-pick = <b>{ $enterprise }</b> is now: { activity-name }. What shall it be? While it is stopped only hazards are reminded of, once it is closed nothing is; when it works again the term of the first lesson begins.
activity-why = <b>{ $enterprise }</b> becomes: { activity-name }. Please type the reason.
activity-changed = ✅ Changed; what it owes follows.
change-colour = 🎨 Change colour
call-back = ↩️ Sign again
colour-pick = Which colour should <b>{ $enterprise }</b> have? It then reads the new notice, signs the new commitment and fills in other forms.
colour-why = Why does <b>{ $enterprise }</b> get another colour? Please type the reason; the enterprise will be told.
accepts-reason = Please type the reason, or tap a button below.
accepts-place = Please tap a button below, or send a part of a name; if nothing is found, try other words.
colour-why-short = Please give a little more of a reason.
colour-sure = <b>{ $enterprise }</b>: { $before } becomes { $after }
    Reason: { $reason }
    The present commitment ends, and the enterprise is told at once.
colour-yes = ✅ Change the colour
colour-changed = The colour is changed. The enterprise is told of its new notice and commitment.
recall-pick = Why does <b>{ $enterprise }</b> have to sign again (now { $number })? A tap tells the enterprise.
recall-reason = { $why ->
    [accident] An accident
    [major_hazard_confirmed] Major hazard confirmed
   *[moved_or_extended] Moved or extended
}
pledge-called-back = Called back. The enterprise is told at once.
record-broken = 🚫 Record a breach
broken-pick = <b>{ $enterprise }</b>, commitment { $number }: which item was not kept?
broken-item = { $n }. { $text }
broken-why = <b>{ $enterprise }</b>: what was found? Please write it to me; the enterprise is told in these words.
broken-why-short = Please say it a little more clearly.
broken-sure = <b>{ $enterprise }</b> has broken commitment { $number }
    What was found: { $reason }
    It cannot be deleted afterwards and will count in the safety credit{ $days ->
        [0] .
        [one] ; the enterprise may object within 1 day.
       *[other] ; the enterprise may object within { $days } days.
    }
broken-yes = 🚫 Record the breach
broken-recorded = Recorded, and the enterprise is told; it may object within { $days ->
    [one] 1 day
   *[other] { $days } days
}.
broken-recorded-plain = Recorded, and the enterprise is told.
broken-told = 🚫 Broken { $times ->
    [one] once
   *[other] { $times } times
}, last { $time }, item { $n }: { $reason }
pledge-not-broken = This commitment has no such item, please choose again.
letter-commitment-broken = <b>A commitment was found to be broken</b>
    Enterprise: { $enterprise }, commitment { $number }
    What was found: { $reason }
    Please put it right at once; to object, turn to the safety staff of your town.
open-pledges = 📜 Read and sign
letter-colour-changed = <b>The notice colour is now { $colour ->
    [orange] 🟧 orange
    [yellow] 🟨 yellow
    [blue] 🟦 blue
    [white] ⬜ white
   *[green] 🟩 green
}</b>
    Enterprise: { $enterprise }
    Reason: { $reason }
    Please read the new notice; the principal signs the new commitment in person.
letter-pledge-recalled = <b>Commitment { $number } has to be signed again</b>
    Enterprise: { $enterprise }
    Reason: { $why ->
        [accident] an accident
        [major_hazard_confirmed] a major hazard was confirmed
       *[moved_or_extended] a move or an extension
    }
    The principal reads it item by item and signs in person.
letter-signing-asked = The safety commitment of { $enterprise } is not signed yet. The principal reads and signs it in person, about 5 minutes.
letter-pledge-text = The commitment { $number } that { $enterprise } has signed has a new text, and the old one no longer counts. The principal reads it item by item and signs in person, about 5 minutes.
