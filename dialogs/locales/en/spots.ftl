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
spot-exams = 🎓 Own exams in a year: { $n ->
    [0] nobody wrote one
   *[other] { $n } people, average { $points }, { $passed } passed
}
spot-average = 🔎 Spot exams in a year: { $n } people, average { $points }, { $passed } passed
spot-open = 📝 Spot exam
spot-running = 👀 See how it goes
spot-last = 📄 Last results
spot-title = <b>🔎 Spot exam</b>: { $enterprise }
    Opened by: { $officer }
spot-code = Code <b>{ $code }</b>; people can come in until { $time }.
    A QR code follows below: whoever scans it writes, members or not; members may also write the code under Exams → Spot code.
spot-shut = { $writing ->
    [0] Nobody can come in any more and all have handed in; tap “Close” for the record.
   *[other] Nobody can come in any more; waiting for those who still write.
}
spot-record = ✅ Over, record { $number }
spot-figures = { $n } handed in, { $writing } writing, { $passed } passed, average { $points }
spot-writer = { $n }. { $done ->
    [no] ✏️ { $who }: writing
    [passed] ✅ { $who }: { $points }
   *[failed] ❌ { $who }: { $points }
}
spot-more = and { $n } more
spot-refresh = 🔄 Refresh
spot-close = ✅ Close
spot-enter = 🔢 Spot code
spot-code-ask = Please write the code that the inspector shows. When it is right the exam begins at once, against time, once a person.
spot-code-wrong = The code is wrong or out of date, or it is not for your enterprise. After several wrong ones you have to wait.
spot-again = You have written this spot exam; it can be written once.
spot-over = This spot exam is over.
spot-who = { $person }{ $guest ->
    [yes] {" "}(not a member)
   *[no] {""}
}
spot-own-open = 📝 Open one
spot-own = <b>📝 Spot exam of our own</b>
    For { $minutes } minutes whoever is here scans the code and writes, members or not. It counts as an exam of the enterprise itself, not as an inspector's.
spot-picture = <b>🔎 Spot exam</b>: { $enterprise }
    Scan to begin, until { $time }, once a person. Who cannot scan gets this link:
spot-link-wrong = The link is wrong, out of date or full, or you belong to an enterprise already. Ask the inspector to show the code anew.
spot-full = This spot exam is full; ask the inspector to open another one.
spot-guest-welcome = A spot exam at <b>🔎 { $enterprise }</b>. Read the privacy notice first; agree, give your name, and it begins.
spot-guest-ask = A spot exam at <b>🔎 { $enterprise }</b>: { $n } questions, { $minutes } minutes, once a person.
    Please write your name; it begins at once and the clock runs.
spot-guest-name = Please write your real name: 2 to 30 letters, no digits or signs.
spot-guest-away = 🚪 Leave
spot-accepts-own-name = Please write your name.
