## Reporting a hazard

to-report = 🚩 Report
to-report-on = 🚩 Go on reporting
command-hazard = Report a hazard
report-title = 🚩 <b>{ $site ->
    [yes] Found off the list
   *[no] Report a hazard
}</b>
report-photos = { $n ->
    [one] 1 photo
   *[other] { $n } photos
}
report-words = “{ $words }”
report-what = <b>What is wrong?</b>
report-what-hint = Write a sentence or tap a kind below; more photos can follow.
report-kind = <b>Which kind is it?</b>
report-kinds-on = More kinds ➡️
report-where = <b>Where is it?</b>
report-where-hint = Write a few words, such as “east wall of the kitchen”, or tap below.
report-no-place = No place
report-place = Place: { $place }
report-kind-is = Kind: { $kind }
report-like = <b>Has this one been reported already?</b>
report-known = { $number }: { $what }
    { $time }, reported by { $person }
report-known-due = To be put right by { $due }; in charge: { $owner }
report-same = ✅ Yes, add to it
report-other = No, another one
report-like-next = Next one
report-like-changed = The ledger has changed meanwhile; please look again.
report-suggested = Perhaps this (for reference):
report-suggestion = { $n }. { $text }
report-hit = { $chosen ->
    [yes] ✅ { $n }
   *[no] { $n }
}
report-days = Suggested: { $days ->
    [0] today
    [one] within 1 { $working ->
        [yes] working day
       *[no] day
    }
   *[other] within { $days } { $working ->
        [yes] working days
       *[no] days
    }
}
report-how = <b>How bad is it?</b> One tap { $site ->
    [yes] notes
   *[no] sends
} it. { $hint ->
    [major] It may be a major hazard.
   *[none] {""}
}
report-general = { $site ->
    [yes] General, note
   *[no] General, send
}
report-major = ⚠️ Perhaps major
report-later = ⬅️ Later
report-more = ✏️ Change
report-more-hint = What is to be changed? More photos can simply be sent.
report-change-kind = Kind
report-change-place = Place
report-change-words = Words
report-drop = 🗑 Drop it
report-drop-sure = Drop it? This draft will not appear again.
report-drop-yes = Drop it
report-dropped = This one is not reported.
report-kept = The draft is kept; /hazard goes on with it.
report-noted = Added.
report-changed = Changed.
report-photo = 📷 { $n ->
    [one] 1 photo
   *[other] { $n } photos
} received.
report-full = A hazard has { $n } photos at most; this one was not added.
report-elsewhere = You wrote this draft in another enterprise. Change back to that seat to go on.
report-received = ✅ Reported as { $number }: { $what }, to be put right by { $due }. { $major ->
    [yes] The supervisors have it too. Stop using it and get people away first.
   *[no] {""}
}
report-joined = ✅ Added to { $number }{ $n ->
    [0] {""}
    [one] , 1 photo
   *[other] , { $n } photos
}; no second entry.
accepts-report = { $at ->
    [where] Write where it is, or tap below; more photos can follow.
    [how] Send more photos, add a sentence, or tap below.
   *[what] Write what is wrong, or tap a kind below; more photos can follow.
}
own-hazard = 🚩 A hazard of its own
own-hazard-hint = Is the photo about something else? Tap “A hazard of its own”.
own-hazard-begun = The photo went to a new hazard; this question waits for you.
letter-hazard-reported = 🚩 <b>New hazard</b> { $number }
    { $what }{ $place ->
        [none] {""}
       *[other] {" "}({ $place })
    }
    Reported by { $person }, { $time }; to be put right by { $due }.
letter-major-reported = ⚠️ <b>Suspected major hazard</b>
    { $enterprise } ({ $town })
    { $what }{ $place ->
        [none] {""}
       *[other] {" "}({ $place })
    }
    Number { $number }, reported by { $person }, { $time }. Please check soon.
letter-hazard-joined = 🚩 { $number }, something was added: { $words ->
    [none] { $n } photos
   *[other] “{ $words }”, { $n } photos
}.
    { $person }, { $time }
