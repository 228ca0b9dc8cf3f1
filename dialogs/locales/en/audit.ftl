# The record of who has read or exported personal data

to-records = 📑 Statistics and records
said-to-records = records|statistics and records
records-title = <b>Statistics and records</b>
    Quarterly statistics, the send-up file, approval of bulk exports, and who has read personal data.
to-audit = 👁 Who has read what
said-to-audit = audit|who has read what
audit-title = <b>Who has read what</b>: { $n } in all
    Whoever saw a phone or a paper's number, exported, corrected or erased personal data stands here. Nothing is ever changed.
audit-of = { $what ->
    [whom] Whose: { $person }
   *[reader] Read by: { $person }
}
audit-of-enterprise = Enterprise: { $enterprise }
audit-of-day = Day: { $day }
audit-none = { $all ->
    [yes] Nothing yet. It begins when somebody is shown a phone or a paper's number.
   *[no] Nothing fits. Tap a button with ✕ to search more widely.
}
audit-what = { $what ->
    [phone] saw the phone
    [number] saw a paper's number
    [people] saw the list of people
    [export] exported a table
    [asked] asked for approval
    [approved] approved
    [refused] refused
    [corrected] corrected
    [erased] erased
   *[other] { $what }
}
audit-item = { $time } { $officer } ({ $role }) { $doing }{ $person ->
    [none] {""}
   *[other] : { $person }
}{ $enterprise ->
    [none] {""}
   *[other] {" "}({ $enterprise })
}{ $n ->
    [0] {""}
   *[other] , { $n } rows
}
    <i>{ $place }</i>
audit-mine = { $day } { $officer } ({ $role }) { $doing }
audit-place = { $flow ->
    [approvals] on an approval
    [reach] on the list of people out of reach
    [warnings] on a warning
    [incident] on an incident
    [responders] among the responders
    [supplies] among the emergency supplies
    [papers] among the papers
    [staff] on the roster
    [enterprise] on the enterprise's card
    [privacy] under privacy
    [hazards] the hazard ledger
    [audit] this record
   *[other] on another screen
}
audit-filter = { $on ->
    [yes] ✕{" "}
   *[no] {""}
}{ $name }
audit-filter-name = { $what ->
    [whom] Whose
    [reader] Read by
    [enterprise] Enterprise
   *[day] Day
}
audit-ask = { $what ->
    [whom] Whose data: write a name or a whole phone.
    [reader] Who read it: write a name or a whole phone.
    [enterprise] Write part of the enterprise's name, or its credit code.
   *[day] Which day? "yesterday" and "3 November" both work.
}
audit-no-day = That is not clear as a day. "yesterday" and "3 November" both work.
audit-accepts = Write a name, a phone, an enterprise or a day to search.
