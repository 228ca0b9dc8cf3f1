## Lessons (the first lesson among them): notice, signing in, roll, record, counts

to-lessons = 🏫 Lessons
lessons-title = <b>🏫 Lessons</b>: { $n ->
    [0] none yet.
   *[other] { $n }
}
lesson-line = { $n }. { $standing ->
    [held] ✅
    [open] 🟢
    [past] 🟡
   *[coming] 📅
} { $title }{ $titled ->
    [no] {""}
   *[other] {" "}({ $topic })
} · { $time }{ $standing ->
    [held] {" "}· { $people } people
    [open] {" "}· signing in now
   *[other] {""}
}{ $here ->
    [yes] {" "}· I was there
   *[no] {""}
}
lesson-sign-in = 🔢 Sign in
lesson-new = ➕ Announce one
lesson-counts = 📊 Counts
lesson-heading = <b>{ $title }</b>{ $titled ->
    [no] {""}
   *[other] : { $topic }
}{ $area ->
    [yes] {" "}· held by { $named ->
        [no] the district
       *[other] { $holder }
    }
   *[no] {""}
}
lesson-when = 🕘 { $time }, { $minutes } minutes
    📍 { $placed ->
        [no] no place yet
       *[other] { $place }
    }
lesson-lecturer = 👤 Lecturer: { $officer }
lesson-what = What is it about?
lesson-subject = { $n }. { $title }
lesson-goes-to = { $kind ->
    [own] Everybody of the enterprise is told.
    [area] Principals and officers of all enterprises of the area are told.
   *[industry] Only principals and officers of this industry are told: { $industry }
}
lesson-edit-at = 🕘 Time
lesson-edit-minutes = ⏱ Length
lesson-edit-place = 📍 Place
lesson-edit-topic = ✏️ Topic
lesson-edit-lecturer = 👤 Lecturer
lesson-whom = 👥 Industry
lesson-everybody = 👥 All industries
lesson-edit-ask = { $field ->
    [at] When? You may write it, for example “1 December 9:00”. For one that was held, its own time.
    [minutes] How many minutes? You may write a number.
    [place] Where? One sentence.
    [topic] What is its topic? One sentence.
    [industry] Which industry is told?
   *[lecturer] Who speaks? Write the name.
}
lesson-moment = { $time }
lesson-minutes = { $n } minutes
lesson-no-topic = No topic
lesson-announce = 📢 Send the notice
lesson-write-down = 📝 Write it down
lesson-announced = They are being told.
lesson-written-later = Written down; call the roll, then close it.
lesson-day-wrong = This time was not understood, or it is too far from today. Write “1 December 9:00”.
lesson-too-long = { $n } characters at most, please.
lesson-accepts-code = Please write the code, a few digits.
lesson-accepts-others = Please write how many and their names, for example “3 Zhang Li Wang”.
lesson-accepts-edit = Please tap a button, or write it.

lesson-code-ask = Please write the code that the lecturer shows.
lesson-code-wrong = The code is wrong, or signing in has not begun. After several wrong ones you have to wait.
lesson-signed = ✅ Signed in.
lesson-signed-already = You have signed in already.
lesson-code = Code: <b>{ $code }</b>. Everybody writes it under Lessons → Sign in.
lesson-standing = { $standing ->
    [held] ✅ It was held.
    [open] 🟢 Signing in now.
    [past] 🟡 Its time has come; not closed yet.
   *[coming] 📅 Not begun yet.
}{ $here ->
    [yes] {" "}You have signed in.
   *[no] {""}
}
lesson-there = { $n } there{ $others ->
    [0] {""}
   *[other] , and { $others } without an account
}.
lesson-open = 🟢 Open signing in
lesson-new-code = 🔁 New code
lesson-roll = 👥 Roll
lesson-others = ➕ Others
lesson-close = ✅ Close
lesson-call-off = ✖️ Call off
lesson-roll-title = <b>Roll</b>: { $n } / { $total }. Tap a number to change it.
lesson-roll-line = { $n }. { $here ->
    [yes] ✅
   *[no] ⬜
} { $person }
lesson-others-ask = How many came without an account? Write the number and names, for example “3 Zhang Li Wang”. So far: { $n }.
lesson-close-sure = { $n } people in all. The record is written and cannot be changed.
lesson-close-yes = ✅ Close and record
lesson-off-sure = Call this lesson off?
lesson-off-yes = ✖️ Call it off
lesson-called-off = It is called off.
lesson-held = ✅ <b>Training record { $number }</b>
lesson-people = 👥 { $n } people{ $others ->
    [0] {""}
   *[other] {" "}({ $others } without an account)
}
lesson-names = Without an account: { $officer }
lesson-counts-for-you = Counts { $minutes } minutes of training for you.
lesson-empty = Nobody is there yet, so it cannot be closed. Call it off when nobody came.
lesson-early = Its time has not come; it cannot be closed.
lesson-over = This lesson is closed or called off already.
lesson-changed = This page is out of date; go on from below.

lessons-held = <b>📊 { $first } to { $last }</b>
    { $lessons } lessons, { $people } people.
lessons-held-line = • { $title }: { $lessons } lessons, { $people } people
lesson-span = { $span ->
    [m] Month
    [q] Quarter
   *[y] Year
}
lesson-before = ⬅️ Before

letter-lesson = 🏫 Lesson: { $title }{ $titled ->
    [no] {""}
   *[other] {" "}({ $topic })
}
    🕘 { $time }, 📍 { $place }, lecturer { $officer }{ $named ->
        [no] {""}
       *[other] , held by { $holder }
    }. Sign in there with the code.
open-lesson = 🏫 See the notice
