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
}
hazard-title = <b>{ $number }</b> { $severity ->
    [major] ⚠️ suspected major hazard
   *[general] general hazard
}
hazard-question = <b>{ $question }</b>
hazard-where = { $enterprise } ({ $town })
hazard-found = Found { $time } by { $person } in a self-check, { $state ->
    [found] not submitted yet
    [reported] reported
   *[withdrawn] withdrawn
}
hazard-withdrawn = Withdrawn by a correction. Reason: { $reason }
hazard-due = { $days ->
    [0] Due: today
   *[other] Due: put right by { $due }
}
hazard-major-note = Whether it is a major hazard is for the supervisors to judge. Stop using it and keep people away first.
hazard-photo = Photo of { $number }: { $n } / { $total }
hazard-gone = This hazard cannot be seen any more.
hazard-not-now = This hazard cannot be changed like that now.
photo-look = 🖼️ Photos: { $n }
photo-next = Next photo ➡️
back-to-card = ⬅️ To the hazard
back-to-check = ⬅️ To the check
back-to-list = ⬅️ To the list
