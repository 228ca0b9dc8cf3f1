## Hours of training: one's own, the enterprise's, the area's

to-hours = ⏱ Hours
hours-title = <b>⏱ Hours of training</b>
hours-no-rule = No rule asks for hours from you.
hours-rule = { $title }
hours-initial = { $standing ->
    [whole] ✅
    [late] 🔴
   *[open] 🟡
} First { $wanted } hours: { $have } so far{ $standing ->
    [whole] , enough.
    [late] , { $missing } missing, were due { $by }.
   *[open] , { $missing } missing, due { $by }.
}
hours-yearly = { $standing ->
    [whole] ✅
    [late] 🔴
   *[open] 🟡
} This year { $wanted } hours: { $have } so far{ $standing ->
    [whole] , enough.
    [late] , { $missing } missing, were due { $by }.
   *[open] , { $missing } missing, due { $by }.
}
hours-next-year = From next year { $hours } hours every year.
hours-records = My records: { $n ->
    [0] none yet.
   *[other] { $n }
}
hours-record = • { $day } { $source ->
    [course] 📚
    [exam] 📝
   *[lesson] 🏫
} { $title }, { $hours } h ({ $minutes } min)
hours-staff = 👥 My people
hours-others = { $n ->
    [0] 👥 Nobody of my people is short.
    [one] 👥 1 of my people is short.
   *[other] 👥 { $n } of my people are short.
}
hours-how = One hour of training is { $minutes } minutes. A course counts the time it took, at most its own; a passed exam counts { $exam } minutes, once a paper and year. Both are defaults of this system.

pupils-title = <b>👥 Training of my people</b>: { $n }{ $short ->
    [0] , nothing missing.
   *[other] , { $short } short.
}
pupil-line = { $n }. { $standing ->
    [whole] { $courses ->
        [0] ✅
       *[other] 🟡
    }
    [late] 🔴
   *[open] 🟡
} { $person } · { $role ->
    [principal] principal
    [officer] officer
   *[worker] worker
}{ $standing ->
    [whole] {""}
    [late] {" "}· { $missing } h short since { $by }
   *[open] {" "}· { $missing } h short, due { $by }
}{ $courses ->
    [0] {""}
    [one] {" "}· 1 course to take
   *[other] {" "}· { $courses } courses to take
}
pupil-heading = <b>{ $person }</b> · { $role ->
    [principal] principal
    [officer] safety officer
   *[worker] worker
}
pupil-courses = { $account ->
    [no] Has not joined: no courses in the chat, lessons count.
   *[yes] { $n ->
        [0] All mandatory courses are done.
       *[other] Mandatory courses to take: { $n }
    }
}
pupil-course = • { $title }, due { $day }

training-area = <b>⏱ Training · { $year }</b>
    { $people } people joined, { $whole } of them have enough hours now; courses passed: { $courses }.
training-enterprises = { $n ->
    [0] No enterprise took a course in this year yet.
    [one] 1 enterprise took courses:
   *[other] { $n } enterprises took courses:
}
training-tally = • { $enterprise }: { $people } people, { $whole } with enough hours, { $courses } courses
training-year-back = ⬅️ { $year }
training-year-on = { $year } ➡️
