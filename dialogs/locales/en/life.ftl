## Putting hazards right, and verifying it

do-confirm-major = ⚠️ It is major
do-not-major = Not major
do-grade-up = ⬆️ Grade up
do-plan = 📋 Plan
do-start = 🔧 Start
do-fix-on-spot = 📷 Fixed on the spot
do-send-evidence = 📷 It is fixed
do-accept = ✅ Accept
do-return = ↩️ Return
do-visit = 🚶 Visit
do-ask-extension = ⏳ More time
do-grant-extension = ✅ Grant more time
do-refuse-extension = Refuse
do-transfer = 🤝 Hand over
do-suspend = ⏸️ Suspend
do-resume = ▶️ Resume
do-mark-duplicate = 🔁 Duplicate
do-reopen = 🔓 Reopen
do-list = 🚩 List
do-progress = ✏️ Progress
do-delist = ✅ Accept, remove
do-cost = 💰 Cost
do-divide = 🧩 Add a part
do-cause = 🧭 Root cause
part-list = 🧩 Parts: { $n }
part-parent = ⬆️ Its parent
card-more = ⋯ More
do-verify = 👀 Verify
hazard-did = { $action ->
    [confirm_major] Confirmed as a major hazard. The enterprise now plans it with all five implements.
    [not_major] Judged a general hazard.
    [grade_up] Graded up: a supervisor verifies and closes it.
    [plan] The plan is kept.
    [start] Work has begun.
    [fix_on_spot] Sent to be verified.
    [send_evidence] Sent to be verified.
    [accept] Accepted; the hazard is closed.
    [return] Returned; who puts it right will hear of it.
    [visit] Noted: somebody will come and look.
    [ask_extension] The request is sent; until it is granted the due day stays.
    [grant_extension] More time is granted.
    [refuse_extension] More time is refused; the due day stays.
    [transfer] It is with the new owner now.
    [suspend] Suspended.
    [resume] Resumed.
    [mark_duplicate] Marked as a duplicate.
    [list] Listed. The enterprise tells its progress every week; it is closed only when it is accepted and removed.
    [progress] Progress is kept.
    [cost] The cost is kept.
    [divide] A part is added with a number of its own; its owner will hear of it.
    [cause] Cause and prevention are noted.
    [delist] Accepted; it is off the list and closed.
   *[reopen] Opened again.
}
hazard-graded-up = ⬆️ Graded up: a supervisor verifies and closes it.
hazard-recurs = 🔁 It recurs; last time it was { $number }.
recurs-now = 🔁 Found again within { $months } months (last time { $number }, closed): less time, and a supervisor verifies it.
hazard-receipt = Receipt of the closure: { $receipt } (/verify checks it)
hazard-words = { $place }: { $words }
hazard-owner = Put right by: { $person }
hazard-wanted = ⏳ More time asked for, until { $day }: { $reason }
hazard-counts = Extended: { $extensions } · returned: { $returned } · opened again: { $reopened }
hazard-plan = Measures: { $measures } (done by { $day })
hazard-plan-major = Money: { $money } yuan · if it goes wrong: { $contingency }
hazard-measures = Measures: { $measures }
hazard-reason = { $reason ->
    [unclear] photo not clear
    [not-done] not fully put right
    [elsewhere] another place
    [not-mine] not my area
    [away] I will be away
    [knows-better] they know it better
    [parts] waiting for parts
    [crew] waiting for a crew
    [shutdown] waiting for a shutdown
    [stopped] out of use
    [season] closed for the season
    [again] it is back
    [never] never really fixed
    [same] same place and matter
    [twice] reported twice
    [cut-off] cut off, out of use
    [clear-out] people out first
    [watch] somebody on watch
    [serious] it could do much harm
    [repeated] it comes back again and again
    [untrusted] we want to see it ourselves
    [under-way] work is under way
    [almost] nearly done
    [stuck] we are stuck
   *[other] { $reason }
}
hazard-timeline = <b>History</b> (steps: { $n })
hazard-move = • { $time } { $person } { $action ->
    [find] found it in a self-check
    [report] reported it
    [report_major] reported it as suspected major
    [confirm_major] confirmed it as major
    [not_major] judged it general
    [grade_up] graded it up; a supervisor verifies it
    [plan] planned it
    [start] began work
    [fix_on_spot] fixed it on the spot, sent it to be verified
    [send_evidence] sent it to be verified
    [accept] accepted it; closed
    [return] returned it
    [visit] wants to visit
    [ask_extension] asked for more time
    [grant_extension] granted more time
    [refuse_extension] refused more time
    [transfer] handed it over
    [suspend] suspended it
    [resume] resumed it
    [mark_duplicate] marked it as a duplicate
    [reopen] opened it again
    [list] listed it
    [progress] told the progress
    [cost] told the cost
    [divide] added a part
    [divided] took it out of its parent
    [cause] said the cause and what prevents it
    [delist] accepted it, took it off the list; closed
    [word_seen] saw the word of the day
    [word_missed] did not see the word of the day
    [detailed] added details
   *[note] noted
}{ $to }{ $day }{ $text }{ $why }
hazard-by = , to be put right by { $person }
hazard-to = {" "}to { $person }
hazard-day = {" "}({ $day })
hazard-text = : { $text }
hazard-next = { $state ->
    [reported] Next: plan it, or photograph it once it is fixed on the spot.
    [major] Next: plan it with all five implements.
    [review] Next: a supervisor says whether it is a major hazard.
    [planned] Next: put it right as planned, then photograph it.
    [fixing] Next: once it is put right, photograph the same place.
    [removal] Next: a supervisor accepts it and takes it off the list.
    [evidence] Next: somebody else verifies it. Who found it or put it right does not close it.
    [suspended] Next: go on once it is resumed.
   *[found] Next: submit the self-check.
}
hazard-noted = Kept in the history.
hazard-accepts = { $at ->
    [list] Please tap a number to look at a hazard, or type what to look for: a number, the name of an enterprise, words of a hazard.
    [sift] Please tap a button.
    [pick] Please tap one, or type its name.
    [many] Please tap numbers to tick them.
    [whom] Please tap one, or type a name.
    [why] Please tap one, or write a sentence.
    [sure] Please tap a button.
    [card] You can write a line about how it goes, or tap a button.
    [details] Please tap one or type it; skip it if you do not know.
    [ask] Please tap one, or write it to me.
    [evidence] Please send a photo of how it looks now, or where you are.
    [snap] Please tap one, or write a sentence about it.
   *[verdict] Please tap a button.
}
hazard-asked = <b>{ $number }</b> · { $action ->
    [confirm_major] It is major
    [not_major] Not major
    [grade_up] Grade up
    [start] Start
    [fix_on_spot] Fixed on the spot
    [send_evidence] It is fixed
    [accept] Accept
    [return] Return
    [visit] Visit
    [ask_extension] More time
    [grant_extension] Grant more time
    [refuse_extension] Refuse
    [transfer] Hand over
    [suspend] Suspend
    [resume] Resume
    [mark_duplicate] Duplicate
    [reopen] Reopen
    [list] List
    [progress] Progress
    [cost] Cost
    [divide] Add a part
    [cause] Root cause
    [delist] Accept, remove
   *[plan] Plan
}
hazard-ask = { $field ->
    [side] On which side does the cause lie?
    [root] What was it? Tap one.
    [measures] { $action ->
        [cause] What keeps it from happening again? Write a sentence; somebody does it by a day.
       *[other] How will it be put right? Tap one, or write a sentence.
    }
    [money] { $action ->
        [cost] How much has it cost in all? Tap one, or write a number (yuan).
       *[other] About how much will it cost? Tap one, or write a number (yuan).
    }
    [contingency] What keeps people safe until then? Tap one, or write a sentence.
    [of] Which one is it a duplicate of?
    [words] { $action ->
        [divide] What is this part about? Write a sentence; the place is that of its parent.
        [cause] How did it come about? Write a sentence, or leave it.
       *[other] How far has it come this week? Tap one, write a sentence, or send a photo.
    }
    [reason] { $action ->
        [list] What is demanded? Tap one, or write a sentence.
       *[other] Why? Tap one, or write a sentence.
    }
    [owner] { $action ->
        [transfer] To whom? Tap one, or write a name.
        [cause] Who takes care of the prevention? Tap one, or write a name.
       *[other] Who will put it right? Tap one, or write a name.
    }
   *[day] { $action ->
        [ask_extension] Until which day? Tap one, or write a date.
        [reopen] What is the new due day? Tap one, or write a date.
        [list] By which day must it be put right? Tap one, or write a date.
        [cause] By which day is the prevention in place? Tap one, or write a date.
       *[other] By which day? Tap one, or write a date.
    }
}
hazard-not-read = { $field ->
    [money] I could not read that number.
    [owner] There is no such colleague.
    [of] There is no such hazard.
    [side] Please tap one of these.
    [root] Please tap one of these.
   *[day] I could not tell which day.
}
hazard-listed-at = 🚩 Listed { $listing }: since { $day }, in charge: { $person }
hazard-demand = Demanded: { $demand }
hazard-progress = Last progress ({ $day }): { $said }{ $missed ->
    [0] {""}
   *[other] {" "}· ⚠️ weeks without: { $missed }
}
hazard-no-progress = { $missed ->
    [0] No progress told yet.
   *[other] ⚠️ No progress told; weeks without: { $missed }.
}
hazard-delisted = 🚩 Listed { $listing }: removed { $day }, in charge: { $person }
hazard-cost-ask = What has it cost? Tap one or write a number, or leave it.
hazard-cost = 💰 It has cost: { $yuan ->
    [0] nothing
   *[other] { $yuan } yuan
}
hazard-yuan = { $yuan ->
    [0] nothing
   *[other] { $yuan } yuan
}
hazard-part-of = ⬆️ A part of { $number }{ $over ->
    [yes] .
   *[no] , which is closed only after it.
}
hazard-parts = <b>Parts</b> ({ $n }): { $open ->
    [0] all closed.
   *[other] still open: { $open }; this hazard is closed after all of them.
}
hazard-part = { $mark } { $number }: { $words }, { $state ->
    [closed] ✅ closed
    [duplicate] a duplicate
    [evidence] waiting to be verified, { $owner }
    [suspended] suspended, { $owner }
   *[other] { $owner }, { $late ->
        [yes] ⚠️ overdue ({ $due })
       *[no] by { $due }
    }
}
hazard-parts-open = Parts still open ({ $n }): { $numbers }. This hazard is closed after all of them.
hazard-is-part = This is a part of { $number } already and cannot be broken up further.
hazard-parent-over = Its parent { $number } is over; please open that one again first.
progress-photo = 📷 Received. Please say in a line how far it has come.
progress-photo-too = 📷 Received as well.
hazard-other = { $number }: { $question }
hazard-as-advised = As advised
hazard-myself = Myself
hazard-money = { $yuan ->
    [0] Nothing
    [1000] Up to 1,000
    [10000] Up to 10,000
   *[100000] Up to 100,000
}
hazard-evidence = { $ready ->
    [yes] All photos are there. Send it to be verified below, or add some more.
   *[no] { $total ->
        [0] Please send a photo of how it looks now.
       *[other] Above is photo { $n } / { $total } from before. Please stand in the same place and photograph how it looks now. { $missing ->
            [0] After a return one new photo is wanted.
           *[other] Missing: { $missing }.
        }
    }
}
hazard-photo-in = 📷 Received. Photos from after: { $n }.
hazard-send = ✅ Send to verify
hazard-other-photo = Another photo
hazard-verdict = <b>Verify { $number }</b> · { $enterprise }
hazard-no-picture = The photos are still being kept; look again in a moment.
hazard-not-yours = Somebody else has to do this: who found it or put it right does not close it, and major hazards are for supervisors.
hazard-asked-already = More time was asked for already and waits for a decision.
hazard-photo-same = This photo is there already. Please take a new one.
hazard-needs-reason = Please give a reason.
hazard-needs-day = That day does not fit: a plan keeps within the due day, more time goes beyond it.
hazard-needs-day-of-part = That day does not fit: it cannot have passed, and no part has more time than its parent.
hazard-needs-owner = Please choose a colleague of the enterprise.
hazard-needs-measures = Please say how it will be put right.
hazard-needs-money = Please say what it will cost.
hazard-needs-contingency = Please say what keeps people safe until then.
hazard-needs-original = Please choose an open hazard of the enterprise.
hazard-needs-pairs = Each photo from before wants a new photo of how it looks now.
hazard-needs-words = Please write a line.
hazard-needs-root = Please choose a cause.
hazard-needs-cause = The enterprise has not said the cause and what prevents it; it cannot be closed before. Return it, or wait until they have.
hazard-listed = This hazard is listed; it is closed only when a supervisor accepts it and takes it off the list.
hazard-needs-request = Nobody is asking for more time now.
letter-hazard = <b>{ $number }</b> { $what }
    { $enterprise } ({ $town })
    { $action ->
        [confirm_major] ⚠️ { $person } confirmed it as a major hazard. Please plan it with all five implements.
        [not_major] { $person } judged it a general hazard. Please plan it.
        [grade_up] ⬆️ { $person } graded it up: a supervisor verifies it once it is put right. Reason: { hazard-reason }.
        [plan] 📋 { $person } asks you to put it right by { $day }.
        [transfer] 🤝 { $person } handed it over to you: { hazard-reason }. Due { $day }.
        [fix_on_spot] 👀 { $person } says it was fixed on the spot. Please verify it.
        [send_evidence] 👀 { $person } sent photos of how it looks now. Please verify it.
        [accept] ✅ { $person } accepted it; it is closed.{ $receipt ->
            [none] {""}
           *[other] {" "}Receipt { $receipt }, please keep it.
        }
        [return] ↩️ { $person } returned it: { hazard-reason }. Please photograph it again once it is right.
        [visit] 🚶 { $person } wants to come and look.
        [ask_extension] ⏳ { $person } asks for more time, until { $day }: { hazard-reason }.
        [grant_extension] ✅ { $person } granted more time, until { $day }.
        [refuse_extension] { $person } refused more time; it stays due { $day }.
        [suspend] ⏸️ { $person } suspended it: { hazard-reason }.
        [resume] ▶️ { $person } resumed it; due { $day }.
        [divided] 🧩 { $person } took this out of another hazard; please put it right by { $day }.
        [list] 🚩 { $person } listed it as { $listing }, to be put right by { $day }. Demanded: { $reason }
        [delist] ✅ { $person } accepted it; { $listing } is off the list and the hazard closed.{ $receipt ->
            [none] {""}
           *[other] {" "}Receipt { $receipt }, please keep it.
        }
        [reopen] 🔓 { $person } opened it again: { hazard-reason }. It is now due { $day }.
       *[mark_duplicate] 🔁 { $person } marked it as a duplicate: { hazard-reason }.
    }
letter-hazard-photo-failed = A photo of hazard { $number } ({ $what }) could not be kept: { $reason ->
    [too-big] the file is too large
    [not-an-image] it is not a photo
    [unsupported] this format cannot be opened
    [too-many-pixels] the picture is too large
    [broken] the file is broken
    [gone] the platform no longer has it
    [as-before] it is the very photo from before
   *[other] something else went wrong
}. Please take it again and send it.
letter-listing-asked = 🚩 Listed <b>{ $listing }</b> (hazard { $number })
    { $what }
    How far has it come this week? { $days ->
        [0] It is due today.
       *[other] { $late ->
            [yes] It is past its due day.
           *[no] Days left: { $days }.
        }
    }{ $missed ->
        [0] {""}
       *[other] {"\u000A"}⚠️ Weeks without progress: { $missed }; the supervisor in charge hears of it too.
    }
letter-listing-silent = 🚩 Listed <b>{ $listing }</b> (hazard { $number })
    { $enterprise } ({ $town }): { $what }
    Weeks without progress: { $missed }. { $late ->
        [yes] It is past its due day.
       *[no] Due { $due }.
    }
letter-still-fixed = Hazard { $number } ({ $what }) was closed four weeks ago. Is it still put right?
    { $enterprise }
still-yes = ✅ It holds
still-no = ⚠️ It is back
colleague-named = { $person }
timeline-all = 📜 The whole timeline
hazard-history = <b>{ $number }</b>, what was done ({ $n ->
    [one] 1 step
   *[other] { $n } steps
})
snap-what = { $n ->
    [one] A photo has come.
   *[other] { $n } photos have come.
} Is it about { $number }? One tap, please; a sentence about it first is welcome, too.
snap-progress = 📝 Progress
snap-mended = 📷 Put right
snap-other = 🚩 Another hazard
snap-drop = Leave it
snap-noted = Kept in the timeline, with { $n ->
    [one] 1 photo
   *[other] { $n } photos
}.
