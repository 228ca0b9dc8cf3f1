## What is owed: one message a day, the to-do list, recording what was done, handing over

to-todo = 📋 To do { $n }
command-todo = What is to be done
letter-owed = ⏰ { $n } things to do
letter-owed-one = ⏰ One thing to do
letter-owed-more = { $n } more stand in the to-do list.
letter-owed-others = { $n } others are not due to be told yet; they stand in the to-do list.
alert-owed = 🔴 <b>{ $title }</b>{ $detail }, { $late ->
    [0] due { $due }
   *[other] { $late } days late
}. Please do it now.
owed-item = { $n }. { $place }{ $title }{ $detail }: { $late ->
    [0] { $soon ->
        [today] due today
        [tomorrow] due tomorrow
       *[later] due { $due }
    }
    [1] 1 day late
   *[other] { $late } days late
}{ $minutes ->
    [0] {""}
   *[other] , about { $minutes } min
}{ $above }
owed-place = { $enterprise }{" · "}
owed-detail = {" "}({ $detail })
owed-person = {" "}({ $person })
owed-now = ▶️ Do it now
owed-later = 🌅 { $when ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
    [sun] Sunday
    [date] { $on }
   *[tomorrow] Tomorrow
}{ $early ->
    [no] {""}
   *[yes] {" "}morning
}
owed-hand = 👤 Hand to someone
owed-back = ↩️ Give back
owed-done-already = This is done already, or somebody else does it now.
owed-void = This need not be done any more.
owed-put-off = { $rests ->
    [yes] Tomorrow is a day off.{" "}
   *[no] {""}
}{ $n ->
    [1] Fine, you will be reminded on { $moment }. The due date stays.
   *[other] Fine, you will be reminded of all { $n } on { $moment }. The due dates stay.
}
owed-which = { $why ->
    [not] Which one is not yours?
    [ask] Which one needs more time?
   *[hand] Which one do you hand over?
}
owed-whom = <b>{ $title }</b>{ $detail }: to whom?
owed-colleague = { $n }. { $person } ({ $role })
owed-nobody = Nobody else of the enterprise can take over yet. Ask the principal to invite a colleague.
owed-handed = Handed to { $person }: { $title }. They are reminded from now on.
owed-given-back = Given back: { $title }.
owed-gone = This is done already, or need not be done any more.
owed-no-colleague = They cannot take this over now. Please choose somebody else.
owed-other-day = Not a day that can be recorded: only today, or a day of the last year.
owed-principal-signs = Statistics are signed by the principal. Please ask them to record it.
owed-no-hour = Please choose an hour at which reminders may leave.
activity-not-changed = Nothing has changed, or the reason is missing.

letter-owed-handed = 👤 { $person } has handed something to you: <b>{ $title }</b>, due { $due }.
letter-owed-given-back = ↩️ { $person } has given back what you handed over: <b>{ $title }</b>, due { $due }.
open-owed = Have a look

todo-title = { $done ->
    [yes] <b>📋 Done in the last month</b> · { $n }
   *[no] { $n ->
        [0] <b>📋 To do</b> · nothing now.
       *[other] <b>📋 To do</b> · { $n }
    }
}
todo-held = { $item } · { $person } does it
todo-others = { $item } · somebody else's
todo-done-item = { $n }. ✅ { $title }{ $detail }: { $day }{ $by ->
    [yes] {", "}{ $person }
   *[no] {""}
}
todo-open = 📋 To do
todo-done = ✅ Done
todo-hour = ⏰ Hour
todo-hour-title = You are reminded once a working day at { $time }. Another hour?
todo-hour-chosen = Fine, at { $time } from the next time on.
owed-card = <b>{ $title }</b>{ $detail }
    { $late ->
        [0] { $soon ->
            [today] Due today
            [tomorrow] Due tomorrow
           *[later] Due { $due }
        }
        [1] Was due { $due }, 1 day late
       *[other] Was due { $due }, { $late } days late
    }{ $minutes ->
        [0] {""}
       *[other] , about { $minutes } minutes
    }.
owed-ours = Basis: our own default.
owed-card-done = ✅ Done { $day }{ $by ->
    [yes] {", "}{ $person }
   *[no] {""}
}.
owed-card-held = { $person } does it now.
owed-card-who = { $who ->
    [principal] The principal does it.
    [person] Whom it is about does it.
   *[other] The safety officer does it.
}
record-day = <b>{ $title }</b>{ $detail }
    When was it done? Tap, or write the date.
record-statistics = Record the statistics once the form is filled in and signed. You can send a photo of the signed form.
record-principal = <b>{ $title }</b> is signed and recorded by the principal. You can hand it to them.
record-today = Today
record-yesterday = Yesterday
record-no-day = That is no date, or it has not come yet. Please write it like 20 November.
record-words = <b>{ $title }</b>, done { $day }.
    Write what was done in a few words, or send a photo. Nothing to add: tap “Record”.
record-done = ✅ Record
record-kept = ✅ Recorded: { $title }.
accepts-record = here you can write a date or a few words, or send a photo

late-title = { $n ->
    [0] <b>Overdue</b> · nothing.
   *[other] <b>Overdue</b> · { $n }
}
late-item = { $n }. { $enterprise }: { $title }{ $detail }, { $days ->
    [0] more time wanted
    [1] 1 day late
   *[other] { $days } days late
}
late-card = <b>{ $title }</b>{ $detail }
    { $enterprise }, { $legal ->
        [yes] due by law
       *[no] due
    } { $due }{ $days ->
        [0] {""}
        [1] , 1 day late
       *[other] , { $days } days late
    }
late-who = { $person } has to do it.
late-next = A call may help: ask what they need.
concern-owed = { $n } things overdue by the rules, see the list

## Going up, more time, not mine

owed-goes-up = {"\u000A"}   ⬆️ if not done it goes to { $to ->
    [town] { $area }
    [district] { $area }
   *[other] the principal { $person }
} { $tomorrow ->
    [yes] within 24 h
   *[no] on { $on }
}
owed-risen = {" "}· told to the principal
owed-more = ⏳ Need more time
owed-not-mine = 🙅 Not mine
owed-whose = <b>{ $title }</b>{ $detail }: whose is it?
owed-to-principal = Not sure: ask the principal
ladder-coming = ⬆️ Not done by { $on }, it goes to { $to ->
    [town] { $area }
    [district] { $area }
   *[other] the principal { $person }
}.
ladder-asked = ⏳ Asked for until { $until }; not answered yet.
ladder-until = ⏳ Granted until { $until } (extension { $count }).
ladder-legal = By law it is due { $due }; that stays.
ladder-risen = ⬆️ Told to the principal.
more-day = <b>{ $title }</b>{ $detail }: until when?
    Tap a day, or write the date.
more-why = <b>{ $title }</b>{ $detail }, until { $until }.
    Why? Tap, or write a sentence. { $whom ->
        [principal] The principal
       *[other] The town's supervisors
    } will answer.
more-parts = Parts to come
more-workers = Workers to come
more-money = Money to come
more-no-day = Please write a day after it is due and within half a year, like 15 Dec.
more-why-short = Please say in a sentence why more time is needed.
more-asked = { $whom ->
    [principal] The principal
   *[other] The town's supervisors
} will answer, and you will hear. Until then it stays due.
accepts-more = { $what ->
    [more] a date can be written here
   *[why] the reason can be written here
}
extension-wanted = ⏳ { $person } asks for until { $until }: { $why ->
    [parts] waiting for parts or equipment
    [workers] waiting for workers
    [money] waiting for the money
   *[words] { $reason }
}{ $count ->
    [0] {""}
   *[other] {" "}(extended { $count } times so far)
}
extension-yes = ✅ Grant
extension-no = ❌ Refuse
extension-answered = { $granted ->
    [yes] Granted until { $until }: { $title }.
   *[no] Refused: { $title }.
}
extension-waits = More time was asked for already; the answer is not here yet.
extension-gone = This request was answered already, or the matter is done.
extension-other-day = This day will not do, or the reason is missing.
letter-extension-asked = ⏳ <b>More time wanted</b>: { $enterprise }
    { $title } { $detail }
    { $legal ->
        [yes] By law due
       *[no] Due
    } { $due }; { $person } asks for until { $until }: { $why ->
        [parts] waiting for parts or equipment
        [workers] waiting for workers
        [money] waiting for the money
       *[words] { $reason }
    }{ $count ->
        [0] {""}
       *[other] {" "}(extended { $count } times so far)
    }
letter-extension-decided = { $granted ->
    [yes] ✅ { $person } grants until { $until }: { $title }.
   *[no] ❌ { $person } does not grant more time: { $title }, due { $due }.
}
letter-risen = 🔴 <b>{ $title }</b> { $detail }
    { $enterprise } ({ $town }): not done by { $due }.
open-late = See what is overdue

## What rides in the day's message

ride-progress = 🚩 Progress{ $n ->
    [1] {""}
   *[other] {" "}{ $n }
}
ride-copy = 📨 { $n }. For { $person }: { $text }
ride-open-copy = 📨 { $n }
ride-draft = 📝 The self-check “{ $form }” has { $n } answers and has waited { $days } { $days ->
    [1] day
   *[other] days
}. Everything is kept; go on where you were, it is due by { $due }.
ride-go-on = 📝 Go on{ $n ->
    [1] {""}
   *[other] {" "}{ $n }
}
