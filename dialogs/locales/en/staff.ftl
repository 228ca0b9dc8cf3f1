## The roster: who works here, may they start work, who comes, changes, returns, leaves

to-staff = { $keeps ->
    [yes] 👷 People
   *[no] 👷 My post
}
staff-title = <b>Roster</b>: { $n ->
    [one] 1 person
   *[other] { $n } people
}
staff-found = <b>Found: { $n }</b>
staff-item = { $n }. { $person }{ $post }{ $state }
staff-item-post = {" "}· { $post }
start-short = {" "}{ $n ->
    [0] ✅
   *[other] ⛔ { $n }
}
staff-how = Write a name to see whether they may start work; “Zhang electrician 2026-11-01” adds somebody, one a line.
staff-add = ➕ Add
staff-worker = <b>{ $person }</b> · { $post }
staff-no-post = no post given
staff-since = Here since { $day }{ $back ->
    [yes] , back since { $again }
   *[no] {""}
}.
staff-not-listed = You are not in the roster yet. Ask your safety officer to add you.
staff-accepts = Please tap a button, or write a name: “Zhang”, “Zhang electrician 2026-11-01”.
staff-accepts-day = Please tap a button, or write a date like 2026-11-01.

staff-ask-name = Write the name, or a whole line: <b>Zhang electrician 2026-11-01</b>. One person a line.
staff-ask-post = What is { $person }'s post? Tap one, or write it.
staff-more-posts = More posts
staff-ask-since = Since when is { $person } here ({ $post })? Tap one, or write the date.
staff-ask-back = When did { $person } come back? Tap one, or write the date.
staff-ask-left = What was { $person }'s last day? Tap one, or write the date.
staff-ask-link = Which account is { $person }'s?
month-first = The 1st
staff-unknown = “{ $person }” is not in the roster. To add them choose a post, else go back.
staff-not-read = I could not read a name. Please write a line like “Zhang electrician 2026-11-01”.
staff-no-day = I could not read the date, or it is still to come.
staff-no-name = The name is missing.
staff-day-ahead = That day is still to come; enter it then.
staff-day-before = The last day cannot be before the first.
staff-gone = This person is not in the roster any more.
staff-not-linked = This account cannot be linked now.
staff-added = { $n ->
    [1] { $person } is in the roster.
   *[other] { $person } and others, { $n } in all, are in the roster.
}
staff-changed = Post changed from today on. A new post wants training again.
staff-returned = { $person } is back. Training is due before work.
staff-left = { $person } has left the roster.
staff-linked = { $person } now has their account.
staff-post = 🔁 Post
staff-back = ↩️ Returned
staff-leave = 🚪 Left
staff-link = 🔗 Link account

## May this person start work?

start-yes = ✅ <b>{ $whole ->
    [yes] May start work
   *[no] Nothing found against it
}</b>
start-no = ⛔ <b>May not start work now</b>:
start-reason = · { $why } ({ $basis })
start-ours = our own rule
start-why = { $ground ->
    [no_certificate] has no certificate that the post needs ({ $what })
    [expired] { $what } expired on { $day }
    [review_overdue] { $what } was to be reviewed by { $day } and was not
    [hours_short] { $done } hours of training before work, { $needed } are needed
    [not_examined] has passed no exam within a year
    [exam_failed] failed the last exam ({ $day })
   *[vetoed] is on the veto list: { $what }, until { $until }
}
start-unknown-post = This post is not in the list, so certificates were not looked at.
start-hours-unknown = No hours of training are on record, so they were not looked at.
start-no-account = Has no account, so exams are not known and were not looked at.
