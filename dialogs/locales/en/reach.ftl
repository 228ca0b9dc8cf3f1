# People who cannot be reached: what they, who stands in for them and the town read

to-unreachable = 📵 Out of reach: { $n }
open-silent = Whom to call
open-unreachable = See the list

letter-stands-in = <i>{ $person } gets no messages at present: please take this one.</i>
letter-standing-in = 📵 { $person } gets no messages at present (the bot was stopped, or the number has changed).
    What concerns the enterprise comes to you until { $person } is back. Please tell { $person } when you can.
letter-kept = { $n } messages could not be brought to you meanwhile:
kept-item = { $n }. { $time } { $text }
kept-more = { $n } older ones: hazards and what is to be done show them all.
letter-silent = 📵 <b>{ $n ->
        [one] One enterprise is out of reach
       *[other] { $n } enterprises are out of reach
    }</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
    Neither principal nor safety officer gets messages. Please call them.

reach-title = <b>Enterprises within reach</b>: { $n } / { $total } ({ $percent }%)
reach-town = { $name }: { $n } / { $total } ({ $percent }%)
reach-some = { $n ->
    [0] Everybody can be reached now.
   *[other] Enterprises with somebody out of reach: { $n }{ $silent ->
        [0] ; others stand in for all of them.
       *[other] ; of { $silent } nobody can be reached.
    }
}
reach-item = { $n }. { $enterprise }: { $state ->
    [silent] 📵 out of reach
   *[other] others stand in
}, since { $day }
reach-figures = Towns, delivery
reach-card = <b>{ $enterprise }</b> ({ $town })
    { $state ->
        [silent] 📵 Neither principal nor safety officer gets messages.
       *[other] Somebody gets no messages; others stand in.
    }
reach-absent = { $role } { $person }: no messages since { $day }{ $known ->
    [no] {""}
   *[yes] , phone { $phone }
}
reach-call = On the list: { $person }{ $role }, phone { $phone }
reach-role = {" "}({ $role })
reach-others = Still within reach: { $person }{ $n ->
    [1] {""}
   *[other] {" "}and others, { $n } in all
}
reach-next = { $state ->
    [silent] Please call: has the bot been stopped, or the number changed? One message to the bot, and all is well again; new people need an invitation.
   *[other] No hurry. One message to the bot from them, and all is well again.
}
reach-back-again = This enterprise can be reached now.

reach-sent = 📬 Delivery
sent-title = <b>Messages of the last { $days } days</b>
sent-all = Written { $written }, delivered { $delivered } ({ $percent }%)
sent-acted = Acted on by a button: { $n } ({ $percent }% of those delivered)
sent-kept = Kept, because their reader is out of reach: { $n }
sent-failed = Failed: { $n }
sent-none = No message has been written.
sent-topic = { $topic ->
    [hazard] Hazards
    [major] Suspected major hazards
    [listing] Listed supervision
    [check] Self-checks
    [owed] Reminders of what is owed
    [commitment] Notices and commitments
    [exam] Exams
    [drill] Drills
    [warning] Warnings
    [digest] Daily digests
    [reach] Standing in, silent enterprises
    [join] Joining
    [tip] Anonymous tips
   *[other] Others
}: { $written }, delivered { $delivered }, acted on { $acted }
