## Lists of the enterprise's own, people and emergency supplies, brought in from a spreadsheet

ownlist-staff-begin = 📥 Bring in a list
ownlist-supplies-begin = 📥 Bring in a list
ownlist-staff = 👷 Roster
ownlist-supplies = 🧰 Supplies
ownlist-which = A spreadsheet came. What is it a list of?
ownlist-no-depot = There is no cabinet or depot on record yet. Make one first, then send the list.
ownlist-how = { $what ->
    [staff] <b>📥 Bring in a roster</b>
        Send an Excel or CSV file: one row a person and certificate; somebody with several certificates takes several rows.
        Headings: name, post, since, certificate, number, issued, expires, review. Only “name” is needed.
   *[supplies] <b>📥 Bring in a list of supplies</b>
        Send an Excel or CSV file, one row a thing.
        Headings: name, quantity, unit, expires. “name” and “quantity” are needed; a thing of the same name is counted and dated anew.
}
    You see the result first and then bring it in; rows with problems come back to you.
ownlist-title = 📥 <b>{ $name }</b> ({ $what ->
    [staff] roster
   *[supplies] supplies
})
ownlist-state = { $state ->
    [reading] ⏳ Reading it; this changes when it is done.
   *[other] Cancelled, nothing was written.
}
ownlist-refused = ❌ It could not be read: { $why }
ownlist-why = { $reason ->
    [headings] No headings were found. Please write “name”, or “name” and “quantity”, in the first row.
   *[other] Too many rows; 500 at most, please send it in parts.
}
ownlist-read = { $done ->
    [yes] ✅ Brought in:{" "}
   *[no] Read, nothing is written yet:{" "}
}{ $what ->
    [staff] people { $n } (new { $new }, known { $known }), certificates { $papers }
   *[supplies] things { $n } (new { $new }, known { $known })
}{ $bad ->
    [0] .
   *[other] ; { $bad } rows with problems are left out.
}
ownlist-faults = ⚠️ Rows with problems:
ownlist-row = · Row { $row }: { $wrong }
ownlist-more-faults = · and { $n } more
ownlist-sure = One tap writes it, as if each entry had been typed. { $what ->
    [staff] People who are on the roster get their certificates alone.
   *[supplies] Things that are there are counted and dated, nothing else changes.
}
ownlist-bring-in = ✅ Bring in { $n }
ownlist-get-rows = 📄 Bad rows
ownlist-drop = 🗑 Cancel
ownlist-dropped = Cancelled, nothing was written.
ownlist-rows-coming = A file of the rows with problems follows; put it right and send it to me.
ownlist-rows-sent = 📄 { $n } rows with problems. Put them right and send this file back; only these are brought in.
ownlist-open = 📥 See the result
ownlist-letter = 📥 { $name }
    { $stands }
ownlist-changed = This list has changed; please look at it as it is now.
ownlist-gone = This list was not found; please send it once more.
ownlist-accepts = Please send an Excel or CSV file, or tap a button.
ownlist-problem = Problem
ownlist-bad-rows = bad rows
ownlist-about = About
ownlist-about-rows = The last column says what is wrong with each row. Put it right and send the file back; only these rows are brought in.
ownlist-fault = { $code ->
    [no-name] no name
    [name] “{ $said }” is no name of a person
    [day] the date “{ $said }” is not clear
    [day-ahead] the first day “{ $said }” is yet to come
    [days] it ends (“{ $said }”) before it was issued
    [no-kind] a number or a date, but no certificate
    [kind] the certificate “{ $said }” is not known
    [kind-of-enterprise] “{ $said }” is a licence or equipment of the enterprise, not a person's
    [no-end] “{ $said }” says no last day
   *[quantity] the quantity “{ $said }” is no whole number
}
