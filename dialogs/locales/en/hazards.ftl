## Hazards

hazards-title = <b>Hazards: { $n }</b>
hazards-none = No hazards on record.
hazard-at = { $enterprise }:{" "}
hazard-item = { $n }. { $place }{ $severity ->
    [major] ⚠️ suspected major,{" "}
   *[general] {""}
}{ $question } · { $late ->
    [yes] overdue ({ $due })
   *[no] by { $due }
}{ $state ->
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
hazard-photo = Photo of { $number }: { $n } / { $total }{ $kind ->
    [pair] {" "}– before on the left, after on the right
    [after] {" "}– after
   *[before] {""}
}
hazard-gone = This hazard cannot be seen any more.
hazard-not-now = This hazard cannot be changed like that now.
photo-look = 🖼️ Photos: { $n }
photo-next = Next photo ➡️
back-to-card = ⬅️ To the hazard
back-to-check = ⬅️ To the check
back-to-list = ⬅️ To the list
