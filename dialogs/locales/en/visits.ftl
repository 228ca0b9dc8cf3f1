## Inspections on site: begin, who came along, forms, findings, the enterprise confirms, the end, corrections

to-inspections = 🧭 Inspections
to-visits = 🧭 My inspections
visit-start = 🧭 Inspect
visit-past = 📚 Past ones
visit-home = <b>Inspections on site</b>{ $n ->
    [0] : none is under way.
   *[other] : { $n } under way
}
visit-open-item = { $n }. { $enterprise }, { $kind ->
    [department] department
    [expert] expert
    [supervision] weekly supervision
   *[recheck] re-check
}, { $mine ->
    [yes] { $state ->
        [presented] waits for the enterprise
       *[open] under way
    }
   *[no] confirm that you are there
}
visit-new = 🔎 Find one
visit-ended = 📚 Ended
visit-list = <b>Inspections ended{ $dated ->
    [yes] {" "}({ $days })
   *[no] {""}
}: { $n }</b>
visit-list-item = { $n }. { $enterprise }, { $kind ->
    [department] department
    [expert] expert
    [supervision] weekly supervision
   *[recheck] re-check
}, { $day }, { $number }
visit-which-kind = What kind of inspection at <b>{ $enterprise }</b>?
visit-kind = { $kind ->
    [department] Department
    [expert] Expert
    [supervision] Weekly
   *[recheck] Re-check
}
visit-who-came = <b>Who inspects with you?</b>
    { $alone ->
        [yes] Tap a name or write part of one; “Alone” if you came by yourself.
       *[no] An inspection takes two people or more. Tap a name or write part of one; they confirm on their own phone.
    }
visit-officer = { $n }. { $person }, { $role ->
    [town] town
    [department] department
    [expert] expert
   *[district] district
}{ $place ->
    [none] {""}
   *[other] , { $place }
}
visit-no-officer = Nobody found. Try other letters, or ask them to join this bot first.
visit-come-alone = 🙋 Alone
visit-begun = { $asked ->
    [yes] The inspection has begun; the second officer is asked to confirm on their phone.
   *[no] The inspection has begun; the record will say that the expert came alone.
}
visit-second-asked = { $person } is asked to confirm.
visit-title = <b>🧭 { $kind ->
    [department] Department inspection
    [expert] Expert inspection
    [supervision] Weekly supervision
   *[recheck] Re-check
}</b>: { $enterprise } ({ $town })
visit-alone = 👤 { $officer } ({ $alone ->
    [expert] expert, came alone
   *[missing] a second officer is missing: see “More”
})
visit-officers = 👥 { $officer }, { $person }{ $there ->
    [yes] {""}
   *[no] {" "}(not confirmed yet)
}
visit-before = 📋 { $checked ->
    [yes] Last self-check: { $day }{ $score ->
        [none] {""}
       *[other] , { $score } points
    }
   *[no] No self-check was ever handed in
}; { $n ->
    [0] no open hazards
   *[other] hazards not put right: { $n }
}{ $major ->
    [0] {""}
   *[other] {" "}({ $major } major)
}
visit-form = 📝 { $form }: { $answered } of { $asked } looked at{ $bad ->
    [0] {""}
   *[other] , { $bad } bad
}
visit-findings = { $n ->
    [0] { $walked ->
        [yes] ✅ Nothing found
       *[no] No form was walked, and nothing was noted
    }
   *[other] <b>Found: { $n }</b>{ $major ->
        [0] {""}
       *[other] , { $major } suspected major
    }
}
visit-finding = { $n }. { $severity ->
    [major] ⚠️ Suspected major:{" "}
   *[general] {""}
}{ $what }{ $place ->
    [none] {""}
   *[other] {" "}({ $place })
}{ $listed ->
    [yes] {" "}Not fulfilled,
   *[no] ,
} by { $due }
visit-findings-more = { $n } more: “Findings” under “More”.
visit-remark = 💬 Remark: { $words }
visit-objection = ✋ The enterprise objects: { $words }
    Put it before them again when it is corrected, or end it as refused.
visit-hint = Choose a form to walk; send a photo of anything beside the list; words become a remark; a place can be sent as well.
visit-go-on = ▶️ Go on
visit-forms = 📝 Forms
visit-beside = 📷 Off the list
visit-old-hazards = 🗂 Open ones { $n }
visit-finish = 🏁 Finish
visit-more = ⚙️ More
visit-are-you-here = Are you on site with { $officer }? Once you confirm you can both fill it in, and the record has your name.
visit-i-am-here = ✅ I am here
visit-not-me = Not me
visit-you-are-in = Confirmed; you can fill it in as well.
visit-not-you = They are told to name somebody else.
visit-waits = ⏳ Sent to { $person } to confirm. To change anything, tap “Take back” first.
visit-take-back = ↩️ Take back
visit-taken-back-said = Taken back; you can go on.
visit-nobody-confirms = ✋ Nobody can
visit-which-form = <b>Which form?</b> Those this enterprise owes come first.
visit-form-item = { $n }. { $form }{ $begun ->
    [yes] : { $answered } of { $asked }
   *[no] {""}
}
visit-more-hint = Words become a remark; a place that is sent is kept with its time.
visit-found = 🔍 Findings
visit-spot-exam = 📝 Spot exam
visit-other-second = 👥 { $named ->
    [yes] Somebody else
   *[no] Second officer
}
visit-give-up = 🗑 Give up
visit-give-up-sure = Really give it up? { $n ->
    [0] Nothing will be recorded.
   *[other] The { $n } findings are void as well.
}
visit-give-up-yes = Void it
visit-gone-said = The inspection is void.
visit-found-title = <b>Findings of this inspection: { $n }</b>
visit-drop-sure = This was noted beside the list. Take it back?
visit-drop-yes = Take it back
visit-dropped = Taken back.
visit-remarked = Kept as a remark.
visit-placed = The place and the time are kept.
visit-beside-noted = Kept as a finding of this inspection; the enterprise is told with the rest at the end.
visit-back = 🧭 To the visit
to-sections = 🗂 Sections
part-none = ⏭️ Not here
part-passed = “{ $section }” was passed over as a whole.
visit-who-was-there = <b>Who of the enterprise confirms?</b> It goes to their phone.
visit-nobody-joined = Nobody of this enterprise has joined yet: tap “Nobody can” and say why.
visit-host = { $n }. { $person }, { $role }
visit-presented = Sent to { $person }, who sees the result on their phone and confirms.
visit-why-nobody = Why did nobody of the enterprise confirm? The reason stands in the record.
visit-refused = ✋ Refused
visit-absent = 🚪 Nobody there
visit-why-ask = { $ending ->
    [refused] Why do they refuse? Tap one, or write it.
   *[absent] What is the matter? Tap one, or write it.
}
visit-reason = { $reason ->
    [disputes] Disputes the result
    [no-word] Gave no reason
    [closed] Closed, nobody there
    [no-manager] No manager there
   *[no-phone] Has not joined
}
visit-closed-said = The inspection is ended; the enterprise is told.
visit-confirm-means = Please check and confirm. It says that you have read it and that it is so. If you disagree, tap “Object” and say what is wrong.
visit-confirm = ✅ It is so
visit-object = ✋ Object
visit-object-ask = What is wrong? Write it; the inspectors are told at once.
visit-objected = The inspectors are told.
visit-confirmed = Confirmed. The record will be sent to you as a file.
visit-record = { $ending ->
    [confirmed] ✅
    [refused] ✋
   *[absent] 🚪
} Ended { $time }, { $ending ->
    [confirmed] confirmed for the enterprise by { $person }
    [refused] the enterprise refused to confirm: { $reason ->
        [disputes] disputes the result
        [no-word] gave no reason
       *[other] { $reason }
    }
   *[absent] nobody of the enterprise confirmed: { $reason ->
        [closed] closed, nobody there
        [no-manager] neither principal nor safety officer there
        [no-phone] those present have not joined this bot
       *[other] { $reason }
    }
}
    Number <b>{ $number }</b>
visit-agreed = ⚖️ Held against the self-check: { $n } questions, { $percent }% agree{ $missed ->
    [0] {""}
   *[other] ; { $missed } fine in the self-check, found on site
}
visit-clean-then-found = ⚠️ The self-check before it had reported no hazard
visit-note = ✏️ Correction { $number } ({ $person }): { $words }{ $hazard ->
    [none] {""}
   *[other] , { $hazard } taken back
}
visit-correct = ✏️ Correct
visit-fix-what = <b>Correct what?</b> { $n ->
    [0] Tap “Words only”.
   *[other] Tap a number to take a finding back, or words only.
}
visit-fix-words = ✏️ Words only
visit-fix-why = { $hazard ->
    [none] Write the correction; the enterprise is told.
   *[other] Why is { $hazard } taken back? Write it; the enterprise is told.
}
visit-fixed = Corrected, and the enterprise is told. The record before stays as it was.
visit-accepts-name = Tap a button, or write part of a name.
visit-accepts-words = Write a sentence.
visit-accepts-card = Send a photo (a finding off the list) or a place; words become a remark.
visit-gone = This inspection is not open to you now.
visit-over = This inspection is ended.
visit-is-presented = The result waits for the enterprise. Take it back first to change it.
visit-taken-back = The inspectors took it back to change it; you get it again.
visit-changed = The result has changed. Please read the new one before you confirm.
visit-empty = Nothing was looked at yet: walk a form, note a finding or write a remark first.
visit-needs-second = An inspection takes two people: choose the second officer under “More”.
visit-needs-confirmed = The second officer has not confirmed on their phone yet; it can end after that.
visit-needs-reason = Please say why.
visit-not-second = They cannot be the second officer; choose somebody else.
visit-not-host = Choose somebody of this enterprise.
visit-second-there = The second officer is settled.
visit-finding-moved-on = This hazard is being put right or is closed; it cannot be taken back. You can write words only.
letter-visit-second = 🧭 { $officer } is inspecting <b>{ $enterprise }</b> ({ $kind ->
    [department] department inspection
    [expert] expert inspection
    [supervision] weekly supervision
   *[recheck] re-check
}) and named you as the second officer. Please confirm on site.
letter-visit-there = { $there ->
    [yes] ✅ { $officer } confirmed inspecting { $enterprise } with you.
   *[no] { $officer } is not at { $enterprise }. Please name another second officer.
}
letter-visit-presented = 🧭 { $officer } has finished the { $kind ->
    [department] department inspection
    [expert] expert inspection
    [supervision] weekly supervision
   *[recheck] re-check
} of <b>{ $enterprise }</b>. Please read the result and confirm it.
letter-visit-objected = ✋ { $officer } of { $enterprise } objects to the result: { $words }
letter-visit-closed = 🧭 The { $kind ->
    [department] department inspection
    [expert] expert inspection
    [supervision] weekly supervision
   *[recheck] re-check
} of <b>{ $enterprise }</b> is ended, number { $number }.
    { $n ->
        [0] Nothing was found.
       *[other] Found: { $n }{ $major ->
            [0] {""}
           *[other] , { $major } suspected major
        }. They stand in the hazard ledger; the first is to be put right by { $due }.
    }
letter-visit-ended = 🧭 The inspection of { $enterprise } is ended, number { $number }, { $n } found. { $ending ->
    [confirmed] The enterprise confirmed.
    [refused] The enterprise refused to confirm; that is recorded.
   *[absent] Nobody of the enterprise confirmed; that is recorded.
}
letter-visit-major = ⚠️ An inspection of { $enterprise } found { $major } suspected major hazards. Please review them soon. Number { $number }.
letter-visit-corrected = ✏️ The inspection record { $number } of { $enterprise } was corrected: { $words }{ $hazard ->
    [none] {""}
   *[other] , { $hazard } taken back
}
letter-visit-open = ⏳ The inspection of { $enterprise } is not ended yet: go on, finish it, or void it.
open-visit = 🧭 Open it
letter-visit-paper = 📄 Inspection record { $number }: { $enterprise }
visit-paper-title = Record of a safety inspection on site
visit-paper-firm = Enterprise
visit-paper-kind = Kind
visit-paper-time = Time
visit-paper-officers = Inspectors
visit-paper-places = Place
visit-paper-walked = What was looked at
visit-paper-found = Findings ({ $n })
visit-paper-remark = Remark
visit-paper-confirmed = Confirmation
visit-paper-finding = { $n }. { $severity ->
    [major] Suspected major hazard:{" "}
   *[general] {""}
}{ $listed ->
    [yes] Not fulfilled:{" "}
   *[no] {""}
}{ $what }{ $place ->
    [none] {""}
   *[other] {" "}({ $place })
}{ $note ->
    [none] {""}
   *[other] ; { $note }
}{ $clause ->
    [none] {""}
   *[other] . Basis: { $clause }
}. To be put right by { $due }. Ledger number: { $number }
visit-paper-meaning = Both sides confirmed on their own phones and the record was sealed at once; the code or the number shows whether anything was changed.
visit-paper-hash = Fingerprint { $hash }
