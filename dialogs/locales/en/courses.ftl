## Training courses: card by card, a few questions at the end

to-courses = 📚 Courses
course-none = There is no course for you now.
course-list = <b>📚 Courses</b> · { $n } mandatory, { $open ->
    [0] all done
   *[other] { $open } to do
}
course-line = { $n }. { $standing ->
    [late] 🔴
    [ended] 🔴
    [owed] 🟡
    [soon] 🔁
    [open] ⚪
   *[done] ✅
} { $title } · { $minutes } min · { $standing ->
    [late] overdue, was due { $day }
    [ended] ended { $day }, take it again
    [owed] due { $day }
    [soon] ends { $day }, may be taken again
    [open] optional
   *[done] done { $day }
}
course-heading = <b>{ $title }</b>
course-counts = { $cards } cards, { $n } questions, about { $minutes } minutes. { $wrong } may be wrong.
course-must = Mandatory{ $months ->
    [0] .
    [12] , every year.
   *[other] , every { $months } months.
}
course-may = Optional.
course-standing = { $standing ->
    [late] 🔴 Overdue, was due { $day }.
    [ended] 🔴 Ended { $day }, take it again.
    [owed] 🟡 Due { $day }.
    [soon] 🔁 Ends { $day }, may be taken again now.
    [open] ⚪ Not taken yet.
   *[done] ✅ Done { $day }.
}
course-begin = ▶️ Begin
course-go-on = ▶️ Go on
course-again = 🔁 Once more
course-why = ❓ Basis
course-ours = This course was written for this system; no clause asks for it.
course-card = { $title } · card { $n }/{ $total }
course-text = { $text }
course-next = Next card ➡️
course-to-quiz = To the quiz ➡️
course-cards = 📖 Cards
course-question = { $title } · question { $n }/{ $total } · { $kind ->
    [single] one answer
    [multi] several answers
   *[judge] true or false
}
course-told = Question { $n }/{ $total }
course-right = ✅ Right.
course-failed = ❌ { $n } wrong this time; { $most } may be.
course-book = What was wrong is in your mistakes; you are reminded in { $days } days.
course-once-more = 🔁 Answer again
course-passed = ✅ <b>Done: { $title }</b>
course-quiz-counts = { $right } of { $n } right
course-counted = Counts { $minutes } minutes, { $hours } hours of training
course-until = Valid until { $day }
course-following = ▶️ Next course
course-changed = This page is out of date; go on from below.
course-over = This course is done already.
