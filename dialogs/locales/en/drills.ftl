## Emergency drills and roll calls. Every line of a drill begins with [DRILL]; a real one says that it is none.

to-drills = 🧯 Drills
to-rollcall = 🚨 Real emergency
said-to-rollcall = roll call|rollcall|real emergency

drill-home = <b>Emergency drills</b>
drill-heading = <b>[DRILL] { $title }</b> · { $state ->
    [planned] planned
    [running] running
    [ended] to be evaluated
    [done] on record
    [stopped] broken off
   *[cancelled] cancelled
}
drill-due = The next drill is due by { $day }{ $late ->
    [yes] {" "}and overdue.
   *[no] .
}
drill-due-none = No day is set for the next drill.
drill-line = { $n }. { $title } · { $at } · { $state ->
    [planned] planned
    [running] running
    [ended] to be evaluated
    [done] on record
    [stopped] broken off
   *[cancelled] cancelled
}
drill-plan = ➕ Plan a drill
drill-records = 📚 Records { $n }
drill-records-title = <b>Records of drills</b> ({ $n })
drill-go-on = ▶️ To the drill
roll-go-on = 🚨 To the roll call

drill-pick = <b>Choose a drill</b>
drill-script-line = { $n }. { $title } · { $minutes } min{ $fits ->
    [yes] {""}
   *[no] {" "}(seldom needed here)
}
drill-new = <b>[DRILL] { $title }</b>
drill-never = ⛔ { $text }
drill-when = When? You can also write it: Monday 8:40
drill-slot = { $at }
drill-when-unclear = That is no day and time I know. Write for example: 1 December 9:00
drill-when-outside = Choose a time within { $days } days from now.
drill-sure-when = Time: { $at }, about { $minutes } minutes
drill-place = Muster point: { $place ->
    [none] not said
   *[other] { $place }
}
drill-sure-who = Taking part: { $n } with accounts{ $extra ->
    [0] {""}
   *[other] , { $extra } without
}
drill-tests = Tests the plan: { $title }
drill-tests-none = Tests the plan: none chosen
drill-choose-plan = 🗂 Choose plan
drill-which-plan = <b>Which emergency plan does this drill test?</b>
drill-plan-line = { $n }. { $title }
drill-no-plan = None of them
drill-sure-how = A few words are the muster point, a number is the headcount without accounts. You command.
drill-tell-all = 📣 Tell everybody
drill-planned-now = [DRILL] Planned. { $n } people are told.
drill-accepts-when = Tap a time, or write day and time.
drill-accepts-place = Write the muster point, or the headcount without accounts.
drill-accepts-words = Tap a button, or write a few words.
drill-accepts-answer = At the roll call tap a button or write “I am safe” or “I need help”; photos are sent right here.
drill-changed = This drill has changed. Please choose again.
drill-gone = There is no such drill.
drill-over = [DRILL] It is over and can no longer be changed.
drill-moved-on = [DRILL] Somebody else was quicker. This is how it stands.
drill-runs = [DRILL] A drill is running here. Begin the next one after it.

drill-planned-for = Time: { $at }, commander: { $person }
drill-wait = Follow the messages then, and tap when the roll is called.
drill-start = ▶️ Begin now
drill-too-early = [DRILL] Too early. It can begin from { $at }.
drill-cancel = ❌ Cancel
drill-take-command = 🎙️ Take command
drill-you-command = You command now.
drill-commander-gone = ⚠️ The commander { $person } has left. Please take over.

drill-now = 📍 Minute { $minute }: { $text }
drill-not-called = [DRILL] The roll has not been called yet. Follow the scenario.
drill-answer-late = It is over; this was not counted.
drill-said-before = Noted before: you took { $took } to the muster point.
drill-noted = { $answer ->
    [safe] ✅ Noted: you are safe.
    [help] { $real ->
        [yes] 🆘 Noted, the commander is told. In danger of life call 119 or 120 first!
       *[no] 🆘 [DRILL] Noted, the commander is told. In real danger call 119 or 120!
    }
   *[note] 📝 Noted. If you are safe, please tap that as well.
}
drill-own = My answer: { $answer ->
    [safe] ✅ safe, after { $took }
    [help] 🆘 I need help
   *[none] none yet
}
drill-took = { $m ->
    [0] { $s } s
   *[other] { $m } min { $s } s
}
drill-took-none = nobody yet
drill-photo-here = 📷 Please photograph: { $what }. Send it right here.
drill-photo-kept = 📷 Received: { $what }
drill-photo-any = a photo of the scene
drill-safe = ✅ I am at the muster point
drill-help = 🆘 I need help
roll-safe = ✅ I am safe

drill-board-told = 📍 Minute { $minute } ({ $to ->
    [all] all
    [commander] commander
    [principal] principal
    [officer] officer
   *[worker] workers
}): { $text }{ $late ->
    [0] {""}
   *[other] {" "}({ $late } min late)
}
drill-board-expects = 　👀 { $text }
drill-board-next = The next inject goes out at { $at }.
drill-board-all-told = All injects are out. Review and end it.
drill-board-photos = 📷 Photos: { $n }
drill-board-roll = <b>Roll call</b>: safe { $safe } / { $total }{ $help ->
    [0] {""}
   *[other] , help { $help }
}{ $open ->
    [0] , all have answered
   *[other] , no answer { $open }
}
    Slowest: { $slowest }
drill-board-help = 🆘 { $who }{ $words ->
    [none] {""}
   *[other] : { $words }
}
drill-board-open = No answer: { $list }
drill-name = { $person }
drill-and-more = { $list } and { $n } more
drill-extra = Count the { $extra } without accounts on the spot.
drill-as-of = <i>As of { $clock }; it changes by itself as people answer</i>
drill-end = 🏁 End the drill
drill-stop = 🛑 Break off
roll-end = 🏁 End the roll call
drill-ask-end = End it now?{ $open ->
    [0] {""}
   *[other] {" "}{ $open } have not answered.
}
drill-ask-stop = Break it off? It will not count, and another one is needed.
drill-end-now = 🏁 End
drill-stop-now = 🛑 Break off

roll-title = Real roll call
roll-heading = <b>🚨 [REAL, NOT A DRILL] Roll call</b> · { $state ->
    [running] running
   *[other] over
}
roll-ask = <b>🚨 Is it real?</b>
roll-call-first = First save lives and call: { $numbers }
roll-ask-how = One tap asks all { $n } people here whether they are safe, at night as well.
roll-call-now = 🚨 Call the roll now
roll-no = No, back
roll-runs = 🚨 The roll is being called already.
drill-call = { $name } { $phone }

drill-wash-ask = Question { $n } of { $total }: <b>{ $text }</b>
drill-wash-how = If there was a problem, you can write it in a sentence.
drill-wash-fine = 👍 Fine
drill-wash-problem = ⚠️ A problem
drill-wash-thanks = Thank you, all noted.
drill-wash = 💬 Say what was wrong
drill-judge = 📝 Evaluate
drill-judge-ask = Point { $n } of { $total }: <b>{ $text }</b>
drill-judge-basis = Basis: { $basis }
drill-judge-how = If it was weak, you can write what was wrong.
drill-judge-fine = ✅ Fine
drill-judge-weak = ⚠️ Weak
drill-judge-again = ✏️ Once more
drill-sum = Evaluated: { $total } points, { $weak ->
    [0] all fine.
   *[other] { $weak } weak:
}
drill-sum-hazards = Weak points become hazards, each with its own day.
drill-weak-line = ⚠️ { $text }{ $words ->
    [none] {""}
   *[other] {" "}({ $words })
}{ $hazard ->
    [none] {""}
   *[other] {" "}→ { $hazard }
}
    Advice: { $advice }
drill-close-hazards = 📌 Report { $n } hazards
drill-close = 📁 Close the record
drill-close-only = 📁 Close only
drill-closed-now = [DRILL] The record is closed.{ $n ->
    [0] {""}
   *[other] {" "}Hazards reported: { $n }.
}
drill-not-evaluated = [DRILL] Some points are not evaluated yet.

drill-number = Number: { $number }
drill-record-times = Time: { $from } to { $until }, { $minutes } minutes
drill-record-led = Commander: { $person }
drill-record-who = { $total } took part{ $extra ->
    [0] {""}
   *[other] , and { $extra } without accounts
}. Roll call: safe { $safe }, help { $help }, no answer { $open }; slowest: { $slowest }
drill-record-told = Injects { $n } of { $total }{ $late ->
    [0] , all in time
   *[other] , { $late } late
}
drill-record-stopped = It was broken off{ $reason ->
    [none] {""}
    [real] {" "}for a real emergency
   *[other] : { $reason }
} and does not count as a drill.
drill-wash-line = 💬 { $text } fine for { $fine } of { $total }
drill-wash-words = 　“{ $words }” ({ $person })
drill-next-due = The next drill is due by { $day }.
drill-sha = Fingerprint { $sha }…

drills-title = <b>Emergency drills</b>
drills-quarter = { $year } Q{ $quarter }: { $drills } drills ({ $special } special, { $onsite } on-site), { $enterprises } enterprises, { $people } people{ $stopped ->
    [0] .
   *[other] ; { $stopped } broken off.
}
drills-late = { $n ->
    [0] Nobody is overdue with a drill.
   *[other] Overdue with a drill: { $n }
}
drills-late-line = · { $enterprise }, due by { $day }
drills-line = { $n }. { $enterprise } · { $title } · { $at } · { $people } people · { $state ->
    [ended] to be evaluated
    [stopped] broken off
   *[done] on record
}

drill-soon = It begins soon: { $at }. Put your work aside and listen.
drill-soon-late = It was planned for { $at } and has not begun. Wait for the commander.
drill-soon-command = You command: begin when everybody is there.
drill-scenario = Scenario: { $text }
drill-told = <b>Minute { $minute }{ $late ->
    [0] {""}
   *[other] {" "}({ $late } min late)
}</b>
    { $text }
drill-chase = No answer from you yet. Are you safe? Please tap.
roll-chase = No answer from you yet. Are you safe? Tap now; in danger call 119 or 120 first.
drill-chased = { $n } have not answered and were asked once more: { $list }

letter-drill-planned = [DRILL] { $title }: { $at }, about { $minutes } minutes. Commander { $person }, muster point: { $place ->
    [none] will be said
   *[other] { $place }
}.
letter-drill-cancelled = [DRILL] { $title } ({ $at }) is cancelled.
letter-drill-stopped = [DRILL] { $title } was broken off. Back to work, please.
letter-drill-ended = [DRILL] { $title } is over, thank you. Please answer three short questions.
letter-drill-help = { $real ->
    [yes] 🚨 [REAL, NOT A DRILL]{" "}
   *[no] 🆘 [DRILL]{" "}
}{ $person } needs help{ $words ->
    [none] {""}
   *[other] : { $words }
} ({ $time })
letter-drill-command = { $real ->
    [yes] 🚨 [REAL, NOT A DRILL] Roll call
   *[no] [DRILL] { $title }
}: { $person } commands now.
letter-drill-closed = [DRILL] { $person } has closed the record of { $title }: { $weak ->
    [0] all fine
   *[other] { $weak } weak points
}{ $hazards ->
    [0] .
   *[other] , { $hazards } hazards reported.
}
letter-roll-called = 🚨 [REAL, NOT A DRILL] { $person } calls the roll at { $time }. Save lives first: fire 119, ambulance 120, police 110. Answer from a safe place. Any drill stops now.
letter-roll-watch = 🚨 [REAL, NOT A DRILL] { $enterprise } ({ $town }): { $person } called the roll at { $time }.
letter-roll-ended = 🚨 [REAL, NOT A DRILL] The roll call is over. Do not go back into danger before you are told.
open-drill = 🧯 Open the drill
open-roll = 🚨 See the roll call
open-drill-start = ▶️ To the start
open-drill-photo = 📷 Send a photo
open-drill-safe = ✅ I am safe
open-roll-safe = ✅ I am safe
open-drill-help = 🆘 I need help
open-drill-wash = 💬 Answer
said-to-drills = drill|drills
