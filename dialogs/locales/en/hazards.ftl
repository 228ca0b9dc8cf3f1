## Hazards

hazards-title = <b>Hazards: { $n }</b>
hazards-none = No hazards on record.
hazards-none-found = { $what }
    { $searched ->
        [yes] Nothing found. Try other words, or clear the filter to see all.
       *[no] There are no such hazards. Clear the filter to see all.
    }
hazard-at = { $enterprise }:{" "}
hazard-item = { $n }. { $place }{ $severity ->
    [listed] 🚩 listed,{" "}
    [confirmed] ⚠️ major,{" "}
    [major] ⚠️ suspected major,{" "}
   *[general] {""}
}{ $question } · { $late ->
    [yes] overdue ({ $due })
    [over] {""}
   *[no] by { $due }
}{ $state ->
    [closed] closed
    [duplicate] duplicate
    [withdrawn] withdrawn
    [review] {" "}(waiting for review)
    [planned] {" "}(planned)
    [fixing] {" "}(being put right)
    [evidence] {" "}(to be verified)
    [suspended] {" "}(suspended)
   *[other] {""}
}
hazard-title = <b>{ $number }</b> { $severity ->
    [major] ⚠️ suspected major hazard
    [confirmed] ⚠️ major hazard
   *[general] general hazard
}
hazard-question = <b>{ $question }</b>
hazard-where = { $enterprise } ({ $town })
hazard-found = { $source ->
    [check] Found { $time } by { $person } in a self-check
    [report] Reported { $time } by { $person }
    [tip] From a tip, { $time }{ $person }
    [drill] Found { $time } by { $person } in a drill
    [department] Found { $time } by { $person } in an inspection on site
    [expert] Found { $time } by { $person } in an expert's inspection
    [supervision] Found { $time } by { $person } in the weekly supervision
   *[inspection] Found { $time } by { $person } in an inspection
}, { $state ->
    [found] not submitted yet
    [reported] reported
    [review] waiting for review
    [planned] planned
    [fixing] being put right
    [evidence] to be verified
    [suspended] suspended
    [closed] closed
    [duplicate] a duplicate
   *[withdrawn] withdrawn
}
hazard-withdrawn = Withdrawn by a correction. Reason: { $reason }
hazard-due = { $days ->
    [0] Due: today
   *[other] Due: put right by { $due }
}
hazard-major-note = Whether it is a major hazard is for the supervisors to judge. Stop using it and keep people away first.
hazard-photo = { $number ->
    [none] Photo
   *[other] Photo of { $number }:
} { $n } / { $total }{ $kind ->
    [pair] {" "}– before on the left, after on the right
    [after] {" "}– after
    [note] {" "}– added later
   *[before] {""}
}
hazard-gone = This hazard cannot be seen any more.
hazard-not-now = This hazard cannot be changed like that now.
photo-look = 🖼️ Photos: { $n }
photo-next = Next photo ➡️
back-to-card = ⬅️ To the hazard
back-to-check = ⬅️ To the check
back-to-list = ⬅️ To the list

## Filters of the list of hazards

to-sift = 🔎 Filter
sift-clear = ✖️ Clear filter
sift-stage = State
sift-town = Town
sift-industry = Industry
sift-source = Source
sift-cause = Causes
sift-caused = { $cause }{ $n ->
    [0] {""}
   *[other] {" "}· { $n }
}
sift-mine = 👤 Mine
sift-major = ⚠️ Major only
sifted = <b>{ $what } · { $n }</b>
sift-typed = Tap below, several together if you like; or type on the list: a number or its last digits, { $who ->
    [many] the name of an enterprise,{" "}
   *[one] {""}
}words of a hazard.
sift-which = { $what ->
    [stage] Which hazards?
    [town] Which town? Tap a number, or type its name.
    [industry] Which industry? Tap a number, or type its name.
    [cause] Open hazards and those closed lately, by their causes. Tap a number to see which.
   *[source] Where do the hazards come from?
}
sift-is = { $stage ->
    [open] Open
    [overdue] Overdue
    [waiting] For me to decide
   *[closed] Recently closed
}
sift-stage-is = { $stage ->
    [open] Open
    [overdue] Open · overdue
    [waiting] For me to decide
    [found] Found
    [closed_then] Closed
   *[closed] Closed in the last { $days } days
}
sift-from = { $source ->
    [check] Self-check
    [report] Report
    [tip] Tip
    [drill] Drill
    [department] Department
    [expert] Expert
    [supervision] Supervision
   *[inspection] Inspection
}
sift-is-major = Major (suspected too)
sift-is-timely = closed in time
sift-is-again = recurring
sift-is-mine = Mine
sift-number = Number ends with { $number }
sift-text = “{ $text }”
sift-item = { $n }. { $label }
sift-enterprise = enterprise { $code }
sift-name = { $text }
