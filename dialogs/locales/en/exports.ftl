## Exported tables: hazards, self-checks, enterprises, inspections

to-export = 📤 Export table
to-sift-and-export = 🔎 Filter, export
export-begun = The table is being made; { $kind ->
    [hazards] hazards
    [checks] self-checks
    [audit] lines
    [enterprises] enterprises
   *[inspections] inspections
}: { $n }. It is sent to you when it is ready.
export-none = { $kind ->
    [hazards] There are no hazards here to export.
   *[other] There is nothing here to export.
}
export-many = There are { $n } { $kind ->
    [hazards] hazards
    [checks] self-checks
    [audit] lines
    [enterprises] enterprises
   *[inspections] inspections
} here, a table holds { $most } at most. Please filter more and export in several parts.
export-csv-hint = For a CSV file, write “export csv” in a list.
export-running = Your last table is still being made. Export again once it has been sent to you.
export-letter = 📤 { $kind ->
    [hazards] Hazard ledger; hazards
    [checks] Self-checks; number
    [personal] My personal data
    [audit] Who has read what
    [enterprises] Enterprise ledger; enterprises
   *[inspections] Inspections; number
}: { $n }, exported { $time }.
export-failed = { $kind ->
    [hazards] The table of hazards
    [checks] The table of self-checks
    [personal] The table of your own data
    [audit] The table of who read what
    [send_up] The send-up file
    [enterprises] The table of enterprises
    [chart] The chart
    [report] The report
   *[inspections] The table of inspections
} could not be made. Please ask for it again in a while.
export-gone = Your seat has changed; the table that you asked for was not exported.
export-sheet = { $kind ->
    [hazards] Hazards
    [checks] Self-checks
    [personal] My personal data
    [audit] Who has read what
    [send_up] Send-up file
    [enterprises] Enterprises
    [chart] Twelve weeks
    [report] Monthly report
   *[inspections] Inspections
}
export-about-sheet = About
export-head = { $column ->
    [class] Class
    [value] Value
    [kept_at] Time
    [line] Line
    [reader] Read by
    [role] Role
    [done] What
    [whom] Whose
    [where] Where
    [lines] Rows
    [number] Number
    [enterprise] Enterprise
    [town] Town
    [industry] Industry
    [kind] Kind
    [place] Place
    [question] Question
    [words] Description
    [severity] Severity
    [source] Source
    [state] State
    [found_at] Found at
    [found_by] Found by
    [owner] Owner
    [due] Due
    [overdue] Days overdue
    [plan] Plan
    [evidence] Photos after
    [evidence_by] Evidence by
    [closed_at] Closed at
    [closed_by] Closed by
    [extensions] Extensions
    [returned] Returns
    [reopened] Reopened
    [listing] Listing number
    [cause] Cause
    [prevention] Prevention
    [details] Details
    [withdrawn_at] Withdrawn at
    [recurs] Earlier number
    [credit_code] Credit code
    [department] Department
    [grid] Grid
    [colour] Notice colour
    [activity] Activity
    [address] Address
    [added_at] Filed at
    [joined] Joined
    [open_hazards] Open hazards
    [overdue_hazards] Overdue hazards
    [major_hazards] Major hazards
    [last_check] Last self-check
    [visit_kind] Kind of inspection
    [begun_at] Begun at
    [ended_at] Ended at
    [ending] Confirmed by the enterprise
    [items] Hazards it found
    [compared] Answers compared
    [agreed] Answers that agree
    [receipt] Receipt
    [form] Form
    [period] Period
    [form_due] Owed by
    [submitted_at] Submitted at
    [late] Days late
    [score] Score
    [passed] In order
    [asked] Asked
    [bad] Hazards found
    [zero] Zero report
    [version] Version
   *[cost] Cost (yuan)
}
export-detail = { $field }: { $value }
export-colour = { $colour ->
    [orange] orange
    [yellow] yellow
    [blue] blue
    [white] white
   *[green] green
}
export-activity = { $activity ->
    [producing] in production
    [stopped] stopped
    [resumed] resumed
   *[closed] closed
}
export-visits = { $code ->
    [none] Inspections on site
   *[other] Inspections on site { $code }
}
export-visit = { $kind ->
    [department] department
    [expert] expert
    [supervision] weekly supervision
   *[recheck] re-check
}
export-ending = { $ending ->
    [confirmed] confirmed
    [refused] refused
    [absent] nobody there
   *[none] none
}
export-yes = { $yes ->
    [yes] yes
   *[no] no
}
export-severity = { $severity ->
    [major] Major
    [suspected] Suspected major
   *[general] General
}
export-state = { $state ->
    [found] Not submitted
    [reported] Reported
    [review] Under review
    [planned] Planned
    [fixing] Being put right
    [evidence] To be verified
    [suspended] Suspended
    [closed] Closed
    [duplicate] Duplicate
   *[withdrawn] Withdrawn
}
export-plan-day = Done by: { $day }
export-plan-money = Money: { $money } yuan
export-plan-contingency = Contingency: { $contingency }
export-about = { $what ->
    [what] Filter
    [rows] Rows
    [time] Exported at
    [person] Exported by
   *[note] Note
}
export-moment = { $time }
export-note = The ledger in the system prevails. Exports are on record; keep this table safe and do not pass it on.
