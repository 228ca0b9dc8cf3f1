## Spot exams on site: the inspector's pocket card, the exam, coming in, results

to-spot = 🔎 Inspection
spot-ask-firm = Which enterprise? Write part of its name, or its credit code.
spot-firm = { $n }. { $enterprise } ({ $town })
spot-no-firm = Not found; try other words.
spot-accepts-name = Please write part of the enterprise's name.
spot-accepts-code = Please write the code, a few digits.
spot-heading = <b>{ $enterprise }</b> ({ $town })
spot-checked = 📋 { $checked ->
    [yes] Last self-check: { $day }{ $score ->
        [none] {""}
       *[other] , score { $score }
    }
   *[no] No self-check was submitted yet
}
spot-hazards = ⚠️ { $n ->
    [0] No open hazards
   *[other] Open hazards: { $n }
}{ $major ->
    [0] {""}
   *[other] , { $major } of them major
}
spot-signed = ✍️ Commitment: { $signed ->
    [yes] signed
   *[no] not signed
}
spot-people = 👷 On the roster: { $n }
spot-exams = 🎓 Own exams in a year: { $n } people wrote one, { $passed } passed
spot-average = 🔎 Spot exams in a year: { $n } people, average { $points }, { $passed } passed
spot-open = 📝 Spot exam
spot-running = 👀 See how it goes
spot-last = 📄 Last results
spot-title = <b>🔎 Spot exam</b>: { $enterprise }
    Inspector: { $officer }
spot-code = Code <b>{ $code }</b>; people can come in until { $time }.
    Have them send “/start s_{ $code }” to this bot, or write the code under Exams → Spot code.
spot-shut = { $writing ->
    [0] Nobody can come in any more and all have handed in; tap “Close” for the record.
   *[other] Nobody can come in any more; waiting for those who still write.
}
spot-record = ✅ Over, record { $number }
spot-figures = { $n } handed in, { $writing } writing, { $passed } passed, average { $points }
spot-writer = { $n }. { $done ->
    [no] ✏️ { $person }: writing
    [passed] ✅ { $person }: { $points }
   *[failed] ❌ { $person }: { $points }
}
spot-more = and { $n } more
spot-refresh = 🔄 Refresh
spot-close = ✅ Close
spot-enter = 🔢 Spot code
spot-code-ask = Please write the code that the inspector shows. When it is right the exam begins at once, against time, once a person.
spot-code-wrong = The code is wrong or out of date, or it is not for your enterprise. After several wrong ones you have to wait.
spot-again = You have written this spot exam; it can be written once.
spot-over = This spot exam is over.
spot-join-first = To write a spot exam you have to join your enterprise first. Ask its safety officer for a link.
