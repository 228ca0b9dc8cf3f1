# Quarter and year statistics of hazards (order 16, article 14)

to-statistics = 📈 Hazard statistics
said-to-statistics = hazard statistics|statistics
statistics-heading = <b>Statistics of hazards</b>
    Counted from the ledger, signed by the principal: a quarter by the 15th of the month after it, a year by 31 January.
statistics-period = { $what ->
    [year] { $year }
   *[quarter] Q{ $quarter } { $year }
}
statistics-row = { $number ->
    [none] { $past ->
        [yes] ⏰ { $period }: not sent, was due { $day }
        [old] ⬜ { $period }: not sent, can be sent still
       *[no] ⬜ { $period }: not sent, due { $day }
    }
   *[other] ✅ { $period }: { $number }
}
statistics-title = <b>{ $place }</b>
    Statistics of hazards, { $period }
statistics-figures = General hazards: { $general_found } found, { $general_fixed } put right, { $general_rate }%
    Major hazards: { $major_found } found, { $major_fixed } put right, { $major_rate }%
    of these in a treatment plan: { $major_planned }
    Open at the end: { $open }, overdue { $overdue }
    Spent on putting right: { $money } yuan
statistics-field = { $field ->
    [general_found] General found
    [general_fixed] General put right
    [major_found] Major found
    [major_fixed] Major put right
    [major_planned] In a plan
    [open] Open at the end
    [overdue] Overdue
   *[money] Money
}
statistics-correction = ✏️ { $field }: ledger { $n }, corrected to { $value } ({ $reason })
statistics-signed-before = Signed already: { $number }, { $day }. Signing again makes the new one count; the old one is kept.
statistics-due = { $past ->
    [yes] It was due { $day }; please sign soon.
   *[no] Due { $day }.
}
statistics-sign = ✍️ Sign
statistics-ask = ✍️ Ask the principal
statistics-asked = The principal has been asked to sign.
statistics-fix = ✏️ Correct a figure
statistics-which = Which figure? Both the ledger's and the corrected one are kept.
statistics-value = { $field }: the ledger says { $n }.
    Write the right number.
statistics-no-number = Write a whole number, 0 or more.
statistics-why = Why does it differ from the ledger? One sentence.
statistics-fixed = Corrected; it is kept with the signature.
statistics-fault-in = "{ $field }" is more than the total it belongs to. Correct it before signing.
statistics-fault = The figures do not fit together. Correct them before signing.
statistics-changed = The ledger has just changed and the figures were counted anew. Look again before signing.
statistics-period-gone = This period cannot be filled in now.
statistics-promise = I, { $person }, principal of { $place }, confirm that these statistics are true and send them.
statistics-promise-yes = ✅ I confirm
statistics-meaning = This is a signature in person: your number, your name and the moments of both taps are kept. It is no certified electronic signature.
statistics-receipt = ✅ <b>Statistics signed and sent</b>
    { $place }, { $period }
    Number: { $number } (version { $version })
    Signed: { $person }, { $time }
    Checksum: { $hash }
    Send "/verify { $number }" to check it. The page to be stamped follows.
statistics-one = <b>{ $place }</b>, statistics of hazards, { $period }
    Number: { $number } (version { $version })
    Signed: { $person }, { $time }
    Checksum: { $hash }
statistics-corrected = ✏️ { $field } corrected to { $value } ({ $reason })
letter-statistics-asked = ✍️ { $officer } has looked through the statistics of hazards for { $what ->
        [year] { $year }
       *[quarter] Q{ $quarter } { $year }
    } and asks you to sign in person.
statistics-open = Open the form
statistics-area-row = { $period }: { $n } of { $total } sent
statistics-area = <b>{ $period }</b>: { $n } of { $total } sent, { $missing } missing
    Due { $day }
statistics-together = Together, of those sent:
statistics-missing = 📭 Not sent: { $n }
statistics-sent = 📬 Sent: { $n }
statistics-missing-title = <b>{ $period }, not sent</b>: { $n }
statistics-missing-item = { $n }. { $enterprise } ({ $town })
statistics-sent-title = <b>{ $period }, sent</b>: { $n }
statistics-sent-item = { $n }. { $enterprise } { $number }, { $time }{ $fixed ->
    [0] {""}
   *[other] , { $fixed } corrected
}
statistics-paper-title = Statistics of hazards found and put right
statistics-paper-preamble = { $place } (credit code { $code }), hazards found and put right in { $period }:
statistics-paper-closing = Compiled from the ledger and found true by the principal.
statistics-paper-correction = { $field }: ledger { $n }, corrected to { $value }, because: { $reason }
letter-statistics-paper = Statistics { $number } are signed; this page is for stamping and filing.
statistics-paper-meaning = This page records a signature: the own number was checked, the full name written, two taps at least five seconds apart. It is no certified electronic signature.
statistics-paper-version = Checksum { $hash }

# The send-up file
to-send-up = 📤 Send-up file
said-to-send-up = send-up file|send up
send-up-title = <b>The file for the platform above</b>
    One archive: enterprises, statistics and hazards, as JSON and as CSV, with schema and checksums. No personal data is in it.
send-up-row = { $period }: signed by { $n } of { $total } principals
send-up-begun = The send-up file of { $period } is being made and comes as soon as it is ready.
send-up-letter = 📤 Send-up file of { $period }, { $n } rows. Fields: docs/send-up.md; checksums: SHA256SUMS.
