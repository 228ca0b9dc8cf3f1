## Register of emergency plans

to-plans = 📘 Plans
plan-list = <b>Emergency plans</b> ({ $n })
plan-line = { $n }. { $enterprise ->
    [none] {""}
   *[other] { $enterprise } ·{" "}
}{ $title } ({ $kind ->
    [overall] overall
    [special] special
   *[on_site] on-site
})
plan-new = ➕ Register a plan
plan-kind-ask = Which kind of plan is it?
plan-overall = Overall plan
plan-special = Special plan
plan-on-site = On-site plan
plan-title-ask = What is it called? Tap one or write it.
plan-title-short = At least two characters, please.
plan-day-ask = When was it published? Tap Today, or write the day.
plan-today = Today
plan-day-unclear = That is no day I know. Write it like 2026-11-20.
plan-day-ahead = It cannot have been published after today.
plan-day-wrong = The day lies between publication and today.
plan-entered-now = ✅ Registered. Send its cover or the whole document here, and it is kept with it.
plan-gone = There is no such plan.
plan-card = <b>{ $title }</b> ({ $kind ->
    [overall] overall
    [special] special
   *[on_site] on-site
})
plan-version = In force: { $version }, published { $day }
plan-older = Earlier: { $version }, published { $day }
plan-filed = Filed: { $day }{ $number ->
    [none] {""}
   *[other] , number { $number }
}
plan-file-by = Not filed yet, due by { $day }{ $late ->
    [yes] {" "}and overdue
   *[no] {""}
}.
plan-review-by = To be evaluated again by { $day }.
plan-files = Files and photos: { $n }
plan-card-how = Send photos or files right here.
plan-ended = In force no more, kept for the record.
plan-file = 🏛️ Filed
plan-filing-ask = What is the number of the filing? ({ $title })
plan-no-number = No number
plan-filed-now = ✅ Noted as filed today.
plan-review = 🔁 Evaluated
plan-reviewed-now = ✅ Noted as evaluated today, unchanged.
plan-new-version = ⬆️ New version
plan-withdraw = 🗑️ Withdraw
plan-file-kept = 📎 Received, it is being kept.
plan-accepts-title = Write the title of the plan.
plan-accepts-day = Write the day of publication.
plan-accepts-filing = Write the number of the filing.
plan-accepts-file = Photos and files can be sent here.
