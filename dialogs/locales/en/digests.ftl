## Digests: numbers as buttons, longer spans, chasing, when they come

digest-number = { $measure ->
    [overdue] ⏰ Overdue { $n }
    [open] 🔧 Open { $n }
    [current] 🧾 Handed in { $n }
    [found] 🔎 Found { $n }
    [closed] ✅ Closed { $n }
    [visits] 🧭 Visits { $n }
   *[zero] 📄 Zero { $n }
}
digest-accepts = { $at ->
    [wishes] Tap a time, or write one, like “9:00”.
   *[other] Please tap a button below.
}
to-digest-more = { $chase ->
    [yes] 🔔 Chase, more
   *[no] 📊 More
}
digest-more = <b>More digests</b>
    { $spans ->
    [yes] Of which span? Each number opens its list.
   *[no] What wants somebody is above; the numbers of longer spans open their lists too.
}
to-spans = 📊 Week to year
back-whence = ⬅️ { $place ->
    [digest-day] To the digest
    [digest-week] To the week
    [digest-month] To the month
    [digest-quarter] To the quarter
    [digest-year] To the year
    [supervise] To the hub
    [card] To the enterprise
    [enterprise] To the list
    [campaigns] To the campaign
    [samples] To the sample
   *[quarter] To the quarter
}
to-span = { $span ->
    [week] Last week
    [month] Last month
    [quarter] Last quarter
   *[year] Last year
}
to-digest-wishes = ⏱ Comes at { $time }
digest-wishes = <b>When does the digest come?</b>
    Now on working days at { $time }. Tap a time, or write one between 8:00 and 20:00.
    { $report ->
    [yes] On the first working day of a month a report (PDF) comes with it.
   *[no] On the first working day of a month a report (PDF) can come with it.
}
    For a group of supervisors, call /group in that group.
digest-report-on = 📄 With the report
digest-report-off = 📄 No report
digest-hour-said = Good: from now on it comes on working days at { $time }.
digest-hour-quiet = No messages before 8:00 or after 20:00. Please choose another time.

span-title = <b>{ $name }</b> · { $span ->
    [week] last week
    [month] last month
    [quarter] last quarter
   *[year] last year
} ({ $days })
span-found = Hazards found: { $n }{ $change }
span-closed = Closed: { $n }{ $change }{ $timely ->
    [-1] {""}
   *[other] , { $timely }% in time
}{ $days ->
    [-1] {""}
   *[other] , { $days } d on average
}
span-overdue = Overdue: { $n }{ $change }{ $major ->
    [0] {""}
   *[other] , major: { $major }
}
span-checks = Self-checks: { $done } / { $owed } handed in{ $share ->
    [-1] {""}
   *[other] {" "}({ $share }%)
} · zero reports: { $zero }
span-visits = Inspections: { $n }, hazards they found: { $items }{ $agreed ->
    [-1] {""}
   *[other] , in line with self-checks: { $agreed }%
}
span-again = recurring: { $n }{ $share ->
    [-1] {""}
   *[other] {" "}({ $share }%)
}
span-source = { $source ->
    [check] self-check
    [report] report
    [tip] tip
    [drill] drill
    [expert] expert
    [department] department
   *[inspection] inspection
} { $n }
span-sources = from { $sources }
span-more = {" "}({ $n } more than the { $span ->
    [week] week
    [month] month
    [quarter] quarter
   *[year] year
} before)
span-fewer = {" "}({ $n } fewer than the { $span ->
    [week] week
    [month] month
    [quarter] quarter
   *[year] year
} before)
span-same = {" "}(same as the { $span ->
    [week] week
    [month] month
    [quarter] quarter
   *[year] year
} before)
letter-digest-same = { $name } · { $day }: nothing new; told before and still open: { $n }.

to-chase = 🔔 Chase
chase-title = <b>Whom to chase?</b> Tap a number: its principal and safety officers are told at once. Once a day for each enterprise.
chase-none = Nobody is to be chased now.
chase-item = { $n }. { $concern }{ $chased }
chase-by = {" "}· chased today by { $person }
hazard-chased = 🔔 Chased today by { $person }
chase-one = 🔔 { $n }
chase-all = 🔔 Chase all ({ $n })
chase-said = { $n ->
    [1] { $enterprise } has been chased.
   *[other] { $enterprise } and others have been chased, { $n } in all.
}
chase-quiet = Enterprises are not disturbed from 20:00 to 8:00; chase in the morning. Major hazards can be chased at any time.
chased-today = It has been chased today already; it can be chased again tomorrow.
letter-chased = 🔔 { $person } asks you to act: { $why ->
    [unsubmitted] a self-check is { $days } d late; please finish and submit it.
    [overdue] hazard { $hazard } is { $days } d overdue; please put it right soon, or ask for an extension.
    [listed] the listed hazard { $hazard } is not put right; please hurry, and report progress.
   *[major] the suspected major hazard { $hazard } is not put right; make it safe first, then put it right soon.
}

to-chart = 📈 12 weeks
chart-begun = The chart of the last 12 weeks is being drawn; it is sent to you when it is ready.
chart-title = { $name } · hazards in { $weeks } weeks
chart-series = { $what ->
    [found] found
   *[closed] closed
}
chart-message = Last week { $n } found, { $way ->
    [more] { $more } more than the average of { $weeks } weeks before ({ $usual })
    [fewer] { $more } fewer than the average of { $weeks } weeks before ({ $usual })
   *[same] as in the { $weeks } weeks before
}; { $closed } closed
to-paper-report = 📄 Report as PDF
paper-report-begun = The report of last month is being made; it is sent to you when it is ready.
paper-report-letter = 📄 <b>Monthly report: { $name }</b>
paper-report-title = Work safety in { $name }: monthly report
paper-report-subtitle = { $days } · made { $day }
paper-report-sentence = Last month { $found } hazards were found and { $closed } closed{ $timely ->
    [-1] {""}
   *[other] {" "}({ $timely }% in time{ $days ->
        [-1] {""}
       *[other] , { $days } d on average
    })
}; at its end { $overdue } were overdue.
paper-report-footer = The main figures were counted once when the month had ended and do not change; towns and enterprises to watch stand as in the ledger when this was made. Lists can be opened and exported in the chat.
paper-report-grid = { $grid ->
    [numbers] Main figures
    [towns] Towns
   *[exceptions] Enterprises to watch
}
paper-report-head = { $head ->
    [what] Measure
    [now] Last month
    [then] Month before
    [change] Change
    [town] Town
    [found] Found
    [closed] Closed
    [overdue] Overdue
    [enterprise] Enterprise
    [kind] Case
   *[days] Days
}
paper-report-kind = { $kind ->
    [listed] listed major hazard
    [major] suspected major hazard
    [overdue] hazard overdue
    [silent] out of reach
    [never_joined] never joined
   *[unsubmitted] self-check missing
}
measure = { $measure ->
    [found] Hazards found
    [closed] Closed
    [timely] of them in time
    [again] Recurring
    [open] Open at the end
    [overdue] Overdue at the end
    [major] Major or suspected, at the end
    [major_overdue] Major and overdue, at the end
    [submitted] Self-checks submitted
    [zero] of them zero reports
    [visits] Inspections on site
    [items] Hazards they found
    [owed] Self-checks owed now
    [done] of them handed in
    [enterprises] Enterprises
   *[never_joined] Never joined
}

group-asked = Please confirm it in our private chat; then this group gets a digest each working morning.
letter-group-asked = 👥 You asked for a digest in the group “{ $title }”. Tap below to confirm what the group will see.
open-group = 👥 Confirm
group-link = <b>Send the digest of { $name } to the group “{ $title }”?</b>
    Once on working days at 08:30: numbers and names of enterprises, no names of people, no phones. Everybody in the group reads it; please make sure that they are all supervisors.
group-linked = <b>The group “{ $title }” gets the digest of { $name }</b>
    Once on working days at 08:30: numbers and names of enterprises. It ends by itself when you leave your post.
group-yes = ✅ Begin
group-end = ⏹ Stop
group-begun = Good: from tomorrow on the group “{ $title }” gets it.
group-ended = The group “{ $title }” gets no digest any more.
group-gone = The digest of this group has ended, or was not confirmed within a day. Please call /group in the group again.
group-linked-already = Somebody has set up a digest for this group already; ask them to stop it first.

## Seats that change hands

digest-seats = 🤝 Seats: { $n ->
    [0] {""}
   *[other] handed over { $n }
}{ $waiting ->
    [0] {""}
   *[other] { $n ->
        [0] {""}
       *[other] ,{" "}
    }waiting to be taken { $waiting }
}
to-exchanges = 🤝 Seats: { $n }
exchanges-title = <b>Seats handed over</b> · { $span ->
    [day] since the last working day
    [week] last week
    [month] last month
    [quarter] last quarter
   *[year] last year
}: { $n }; waiting to be taken now: { $waiting }. A number opens the enterprise.
exchanges-item = { $n }. { $enterprise } · { $role } · { $state ->
    [waits] ⏳ offered { $time }, not taken yet
   *[handed] ✅ taken { $time }
}
