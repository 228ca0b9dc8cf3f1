## The menu

menu-place = <b>{ $name }</b>
menu-area = <b>{ $name }</b>
menu-expert = Hello, you can look at the hazards of the district.
menu-waiting = { $n ->
    [0] Nobody waits for approval.
    [one] One person waits for your approval.
   *[other] { $n } people wait for your approval.
}
menu-nothing-owed = All self-checks of this period are done. There is nothing to do.
owed = To do: { $form }, by { $due }, about { $minutes } min.
owed-begun = Begun: { $form }, by { $due }.
owed-late = Overdue: { $form }, was due by { $due }; you can still do it now.
owed-fix = { $state ->
    [returned] Returned by a supervisor, to be corrected: { $form }.
   *[correcting] Being corrected: { $form }.
}
to-fix = ✏️ Correct it
go-on = ▶️ Go on: question { $n }
go-on-review = ▶️ Review and submit
to-check = 📝 Self-check
choose-check = 📋 Choose one
to-hazards = ⚠️ Hazards
to-language = 🌐 Language
to-privacy = 🔒 Privacy
to-help = ❔ Help
to-seats = 👤 Change seat
to-digest = 📊 Today
to-approvals = 👥 Waiting: { $n }

## The command menu

command-start = Menu, go on where I was
command-menu = Menu
command-check = Do a self-check
command-hazards = Hazards
command-digest = Figures of the day
command-approvals = People who wait
command-language = Change language
command-privacy = Privacy and my data
command-help = Help
