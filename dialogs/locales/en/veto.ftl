## The veto list: who, why, until when, what the enterprise says

to-veto = 🚫 Veto list
veto-title = <b>Veto list</b>: { $n }
veto-item = { $n }. { $person }: { $reason }, until { $day }
veto-add = ➕ Add
veto-card = <b>{ $person }</b> ({ $enterprise }) { $number }
veto-why = Reason: { $reason }{ $words ->
    [none] {""}
   *[other] , { $words }
}
veto-bars = Kept from: { $bars }
veto-bar = { $bar ->
    [post] work in the post
   *[praise] praise and promotion
}
veto-until = Set by { $officer } on { $since }, until { $day }.
veto-appeal = The enterprise says: { $words }
veto-is-lifted = Taken off on { $day }: { $reason }
veto-lift = ✅ Take off
veto-answer = 💬 Explain
veto-ask = { $what ->
    [lift] Why is it taken off early? One sentence.
   *[appeal] Write what you have to say; supervisors read it.
}
veto-ask-firm = Which enterprise? Write part of its name.
veto-firm = { $n }. { $enterprise } ({ $town })
veto-no-firm = Not found; try other words.
veto-ask-who = Who? Tap one, or write the name.
veto-whole = 🏢 The enterprise
veto-no-person = Not found in the roster; please write the whole name.
veto-ask-reason = For which reason?
veto-sure = Put { $who ->
    [firm] <b>{ $enterprise }</b>
   *[person] <b>{ $person }</b> ({ $enterprise })
} on the list until { $day }.
    Reason: { $reason }{ $words ->
    [none] {""}
   *[other] {" "}{ $words }
}
    Write a sentence to add something.
veto-yes = 🚫 Put on the list
veto-set = On the list. The enterprise sees it and may explain.
veto-lifted = Taken off the list.
veto-appealed = Noted; supervisors can read it.
veto-short = A little more, please.
veto-accepts = Please write a sentence, or tap a button.
veto-gone = This entry is not on the list any more.
veto-day-over = That day is over.
