## Campaigns and recurring plans

to-campaigns = 🚩 Campaigns
campaigns-title = <b>🚩 Campaigns and plans</b>{ $n ->
    [0] {""}
        None yet. Tap “New”: choose a form, enterprises and a time; each of them gets a self-check.
   *[other] {" "}({ $n })
}
campaign-item = { $n }. { $title }: { $state ->
    [ended] ended, { $done } of { $all } done
    [paused] paused, { $done } of { $all } done
    [coming] begins { $starts }
    [between] next begins { $starts }
    [over] closed, { $done } of { $all } done
   *[on] { $done } of { $all } done ({ $percent }%), by { $due }
}
campaign-new = ➕ New
campaign-which-form = <b>Which form?</b>
campaign-whom = <b>Which enterprises?</b> Choose a group, or write, for example: catering that uses gas.
campaign-form-item = { $n }. { $form }
campaign-group = { $n }. 🗂 { $name }
campaign-everybody = 👥 All of them
campaign-these = ✅ These
campaign-when = <b>When?</b> Tap one, or write: 10 days, by 15 December.
campaign-within = In { $n } days
campaign-daily = 📆 Every day
campaign-weekly = 📆 Every week
campaign-monthly = 📆 Every month
campaign-quarterly = 📆 Every quarter
weekday-long = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
campaign-which-days = <b>Which days of the week?</b> A second tap takes one back. On holidays daily rounds are left out, weekly ones move on.
campaign-sure = { $changed ->
    [yes] <b>Change “{ $title }” from the next round on</b>
   *[no] <b>One look before it begins: { $title }</b>
}
campaign-form = 📝 { $form }
campaign-rhythm = 🗓 { $rhythm ->
    [once] Once
    [daily] Every day{ $named ->
        [0] {" "}(working days)
       *[other] {" "}({ $days })
    }
    [weekly] Every week{ $named ->
        [0] {""}
       *[other] {" "}({ $days })
    }
    [monthly] Every month
   *[quarterly] Every quarter
}
campaign-terms = ⏳ From { $starts }, { $days } { $days ->
    [1] day
   *[other] days
}{ $late ->
    [0] , nothing is taken later
   *[other] , taken for { $late } more days (marked late)
}; { $who ->
    [principal] by the principal in person
    [all] one fills it in, all responsible people confirm
   *[one] one person is enough
}{ $until ->
    [none] {""}
   *[other] ; until { $until }
}
campaign-count = Now <b>{ $n }</b> { $n ->
    [1] enterprise
   *[other] enterprises
}; those that have stopped or closed do not count.
campaign-round = { $n ->
    [0] 📆 { $starts } to { $due }
   *[other] Round { $n }: { $starts } to { $due }
}
campaign-type = A last day on a holiday moves on. Write to change the time: starting 1 December, 10 days, by 15 December.
campaign-rename = ✏️ Rename
campaign-audience = 👥 For whom
campaign-time = 🗓 When
campaign-weekdays = 📆 Weekdays
campaign-late = ⏰ { $n ->
    [0] None late
   *[other] Late: { $n } days
}
campaign-by-one = 👤 Anyone
campaign-by-principal = 👤 Principal
campaign-by-all = 👤 All confirm
campaign-send = ✅ Begin
campaign-save = 💾 Save
campaign-title = It is called “{ $title }”. Please write another name of at most { $n } characters.
campaign-accepts = { $at ->
    [title] Please write a name.
    [whom] Please write what should hold, for example: use gas, not checked for 90 days.
   *[other] Please write a time, for example: 10 days, starting 1 December, by 15 December.
}
campaign-opened = ✅ { $later ->
    [yes] “{ $title }” begins { $starts }; the enterprises hear of it then.
   *[no] “{ $title }” has begun. The enterprises hear of it with their reminders.
}
campaign-changed = 💾 “{ $title }” is saved; it counts from the next round on.
campaign-nobody = There is no enterprise of that kind now.
campaign-past = That day is over; please choose another time.
campaign-terms-refused = The time or the name cannot be used; please choose again.
campaign-gone = There is no such campaign, or it is not in your area.
campaign-over = This campaign has ended.
campaign-stands = It was changed already; please look how it stands.
campaign-not-on = Nothing runs now, so nobody has to be chased.
campaign-chased-lately = They were chased at { $time }; try again tomorrow.
campaign-closed = “{ $title }” is closed; nothing is taken any more.
campaign-principal = This one has to be submitted by the principal in person.
campaign-nothing-to-sign = There is nothing to confirm, or you have confirmed it.

campaign-heading = <b>🚩 { $title }</b>{ $state ->
    [ended] {" "}(ended)
    [paused] {" "}(paused)
    [coming] {" "}(not begun)
    [over] {" "}(closed)
   *[on] {""}
}
    { $number }
campaign-round-on = { $several ->
    [yes] <b>Round { $n }</b>: { $starts } to { $due }
   *[no] <b>{ $starts } to { $due }</b>
}{ $state ->
    [closed] , closed
    [filling] , people are being told
    [late] , overdue, taken until { $closes }
   *[on] {""}
}
campaign-figures = ✅ Done: <b>{ $done }</b> of { $n } ({ $percent }%){ $late ->
    [0] {""}
   *[other] , { $late } of them late
}
campaign-left = ⏳ Not begun: { $open }, half done: { $begun }{ $silent ->
    [0] {""}
   *[other] ; out of reach: { $silent }
}
campaign-rests = ⏸ Stopped or closed: { $n }, not counted
campaign-found = ⚠️ Hazards found: { $n }, major: { $major }, closed: { $closed }
campaign-town = { $town }: { $done }/{ $n } ({ $percent }%)
campaign-more-towns = and { $n } more towns
campaign-chased = 📣 Chased { $n } { $n ->
    [1] time
   *[other] times
}, last { $time }
campaign-following = Next round: { $starts }
campaign-by = Opened by { $person }, { $place }
campaign-refresh = 🔄 Refresh
campaign-fresh = Up to date
campaign-missing = 📃 Not done { $n }
campaign-chase = 📣 Chase
campaign-chasing = 📣 Chasing { $n } { $n ->
    [1] enterprise
   *[other] enterprises
}; they hear of it in office hours.
campaign-hazards = ⚠️ Hazards { $n }
campaign-pause = ⏸ Pause
campaign-resume = ▶️ Go on
campaign-change = ✏️ Next round
campaign-end = ⏹ End
campaign-end-sure = End “{ $title }”? Whoever has not done it need not any more, and cannot.
campaign-ended = It has ended; the summary follows.
campaign-missing-title = <b>Not done: { $n }</b> ({ $title })
campaign-unreached = { $n }. { $enterprise } ({ $town }) { $share ->
    [begun] half done
    [silent] out of reach
    [missed] missed
   *[open] not begun
} · { $person } { $phone }
campaign-table = 📤 List, table
campaign-look = 👀 Look

letter-campaign-chase = 📣 <b>{ $enterprise }</b>: “{ $title }” is not done yet, { $late ->
    [0] { $soon ->
        [today] it is due today
       *[later] it is due by { $due }
    }
    [1] it is one day overdue
   *[other] it is { $late } days overdue
}. Please see to it.
letter-campaign-over = <b>🏁 The campaign is closed: { $title }</b>
letter-campaign-sign = ✍️ <b>{ $person }</b> has filled in “{ $title }”. Please read and confirm it by { $due }.
campaign-do = ▶️ Do it now
open-campaign-sign = ✍️ Confirm
campaign-sign-ask = A colleague has filled in “{ $title }”; all responsible people confirm it ({ $n } have), by { $due }. If it is so, tap “Confirm”.
campaign-sign = ✍️ It is so
campaign-view = 👀 Read it first
campaign-signed = ✅ “{ $title }” is confirmed.
campaign-done-already = ✅ “{ $title }” is done.
campaign-see-menu = The self-check of a campaign stands in the menu.
owed-by-campaign = 🚩 { $title }
hazard-campaign = 🚩 Found in the campaign: { $title }
sift-campaign = campaign { $number }
