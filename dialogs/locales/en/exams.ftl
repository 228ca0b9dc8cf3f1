## Training exams: choose a paper, write it against time, see what was wrong, practise it

to-exam = 🎓 Exams
exam-title = <b>Training exams</b>
exam-none = There is no paper for you to write now.
exam-heading = <b>{ $title }</b>
exam-line = { $n }. { $title }: { $last }
exam-parts = { $parts }: { $n } questions, { $total } points, { $pass } to pass.
exam-part = { $n } { $kind ->
    [single] single choice
    [multi] multiple choice
   *[judge] true or false
}
exam-time = { $minutes } minutes. The clock runs on when you leave; when time is up it is handed in by itself.
exam-never = Not written yet.
exam-last-time = Last time { $points } points, { $passed ->
    [yes] passed.
   *[no] not passed.
}
exam-left = Tries left today: { $n }.
exam-tomorrow = No tries left today; again after { $time }.
exam-wait = { $n } failures in a row: practise first; again after { $time }.
exam-begin = ▶️ Begin
exam-last = 🧾 Last result
exam-book = 📕 Mistakes { $n }
exam-running = You are writing: { $title }, { $n } / { $total } answered, { $left ->
    [0] less than 1 minute
   *[other] { $left } min
} left.
exam-go-on = ▶️ Go on

exam-question = Question { $n }/{ $total } · { $kind ->
    [single] one answer
    [multi] one or more answers
   *[judge] true or false
} · { $points } points · { $left ->
    [0] under 1 min
   *[other] { $left } min
} left{ $marked ->
    [yes] {" "}· 🔖
   *[no] {""}
}
exam-choice = { $letter }. { $text }
exam-choice-chosen = ✅ { $letter }. { $text }
exam-mark = 🔖 Mark
exam-unmark = 🔖 Unmark
exam-review = 📋 Review
exam-accepts = Please tap a button, or write the answer: A, BD, true.
exam-review-title = <b>Review</b>: { $n } / { $total } answered, { $left ->
    [0] less than 1 minute
   *[other] { $left } min
} left.
exam-open = Not answered: { $list }
exam-marked = 🔖 Marked: { $list }
exam-review-how = Write “question 7” to look at it.
exam-jump = Question { $n }
exam-hand-in = 📨 Hand in
exam-sure = Not answered: { $n }. They earn nothing, and nothing can be changed afterwards.
exam-hand-in-so = 📨 Hand in as it is

exam-points = { $passed ->
    [yes] ✅ Passed
   *[no] ❌ Not passed
}: <b>{ $points } points</b> (of { $total }, { $pass } to pass)
exam-counts = Right { $right }, wrong { $wrong }{ $open ->
    [0] .
   *[other] , of these { $open } not answered.
}
exam-by-time = Time was up: handed in by itself.
exam-number = Number: { $number }
exam-of = Enterprise: { $enterprise }
exam-handed-in = Handed in: { $time }, { $person }
exam-see-wrong = 📖 Mistakes { $n }
exam-wrong-heading = Mistake { $n }/{ $total } · question { $number } · { $kind ->
    [single] one answer
    [multi] several answers
   *[judge] true or false
}
exam-not-answered = none
exam-said = Your answer: { $said }, { $points } / { $full } points
exam-right = Right answer: { $right }
exam-why = Why: { $why }
exam-next-wrong = Next ➡️

exam-book-title = <b>Mistakes to practise</b>: { $n }. One leaves after { $times } right answers in a row.
exam-book-line = • { $text } ({ $failed ->
    [0] a hazard of this kind was found
   *[other] wrong { $failed }
}, right since { $right })
exam-book-empty = Nothing to practise.
exam-practise = ▶️ Practise
exam-drill = Practice · { $kind ->
    [single] one answer
    [multi] one or more answers
   *[judge] true or false
}
exam-drill-right = ✅ Right. { $more ->
    [0] It has left your mistakes.
   *[other] Right { $more } more in a row and it leaves.
}
exam-drill-wrong = ❌ You said: { $said }

exam-tallies = <b>Training exams</b> · last 12 months: { $n ->
    [0] nobody has written one.
   *[other] enterprises with results: { $n }.
}
exam-tally = • { $enterprise }: { $n ->
    [0] none by themselves
   *[other] { $n } by themselves, average { $points }, { $passed } passed
}
exam-tally-spot = {"    "}🔎 on site { $n }, average { $points }, { $passed } passed

exam-time-over = Time is up: handed in with what you had answered.
exam-over-already = This paper is handed in and cannot be changed.
exam-runs = Another paper is not handed in yet; finish that one first.
exam-no-tries = No tries left today; please come back tomorrow.
exam-changed = This page is out of date; please go on from here.

letter-exam-over = Time is up, your paper was handed in: { $title }, { $points } points, { $passed ->
    [yes] passed.
   *[no] not passed.
}
letter-exam-refresh = Time to look again: { $n } questions to practise, about { $minutes } min.
open-exam-result = 🧾 See the result
open-exam-book = ▶️ Practise
