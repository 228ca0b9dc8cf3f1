## What comes again and again

to-chores = 🔁 Recurring{ $n ->
    [0] {""}
   *[other] {" "}{ $n }
}
chores-title = { $n ->
    [0] <b>Nothing recurring yet</b>
    Enter what has to be done again and again, like the monthly test of the gas alarm; you are reminded on the day.
   *[other] <b>Recurring: { $n }</b>
}
chore-once = once
chore-every = { $n ->
    [1] { $unit ->
        [day] every day
        [week] every week
       *[month] every month
    }
   *[other] every { $n } { $unit ->
        [day] days
        [week] weeks
       *[month] months
    }
}
chore-item = { $n }. { $title } · { $rhythm }, { $owner } · { $state ->
    [late] ⚠️ due ({ $due })
    [paused] paused
   *[open] { $due }
}
chore-card = <b>{ $title }</b>
    { $number } · { $rhythm } · done by: { $owner }
    { $state ->
        [late] ⚠️ due ({ $due })
        [paused] paused
        [done] done
        [stopped] stopped
       *[open] next: { $due }
    }
chore-last = Last time: { $day }, { $person }
chore-photo-too = Tap when it is done, or just send a photo.
chore-done = ✅ Done
chore-pause = ⏸️ Pause
chore-resume = ▶️ Resume
chore-stop = ⏹️ Stop
chore-new = ➕ New
chore-did = Noted.
chore-turned = { $to ->
    [paused] Paused; nobody is reminded.
    [open] It goes on.
   *[stopped] Stopped; what was done stays on record.
}
chore-made = Noted; whoever does it is reminded on the day.
chore-ask = { $field ->
    [title] <b>Something recurring</b>
    What is to be done? Write a line, for example: test the gas alarm
    [rhythm] <b>{ $title }</b>
    How often? Tap one, or write “every 10 days”.
    [owner] <b>{ $title }</b>
    Who does it? Tap one, or write a name.
   *[day] <b>{ $title }</b>
    When for the first time? Tap one, or write a date.
}
chore-not-read = { $field ->
    [rhythm] I could not tell how often; for example: every 2 weeks.
    [owner] There is no such colleague.
    [day] This day does not fit; please write today or a later one.
   *[title] Please write a line.
}
chore-accepts = { $at ->
    [new] Please tap one, or write to me.
    [card] Please use the buttons, or send a photo.
   *[list] Please use the buttons.
}
chore-gone = This cannot be seen any more.
chore-not-now = This cannot be done now.
chore-needs = Please say what, how often, and a day that is not over.
open-chore = Open it
letter-chore = 🔁 { $title }: { $days ->
    [0] it is due today.
   *[other] it is { $days } days late; please do it soon.
}{ $hazard ->
    [none] {""}
   *[other] {"\u000A"}It keeps hazard { $hazard } from coming back.
}
