## What is known of an enterprise: confirmed each quarter, changes asked for and reviewed

firm-facts = 🏷 Profile
profile-title = <b>🏷 Profile</b>
profile-fact = { $what }: { $value }
profile-flag = ✔️ { $what }
profile-nothing = Nothing is known yet.
profile-done = { $done ->
    [yes] Confirmed { $day } by { $person }
   *[no] Never confirmed
}{ $old ->
    [0] .
    [1] ; 1 item should be confirmed again.
   *[other] ; { $old } items should be confirmed again.
}
profile-check = ✅ Confirm
profile-missing = { $n } still missing:
    { $what }{ $number ->
        [yes] {" "}Please write a number.
       *[no] {""}
    }
profile-yes = ✅ Yes
profile-no = ❌ No
profile-ask = <b>Is it still like this?</b> (what is not named: no, or not known)
profile-all = ✅ That is all
profile-same = ✅ All as it was
profile-change = ✏️ Something changed
profile-alter = <b>What has changed?</b> Tap a number; then “Done”. Name, address, town and industry have to be asked for; the town reviews them.
profile-item = { $n }. { $what }: { $value }
profile-done-changing = 👌 Done
profile-number = { $what } Please write a number.
profile-no-number = That is no number; please write digits only, like 12.
profile-confirmed = ✅ The profile is confirmed for this quarter.
value-none = not known
value-yes = yes
value-no = no
value-number = { $value } { $unit }
value-text = { $text }
attribute = { $what ->
    [colour] colour
    [department] department
    [grid] grid
    [name] Name
    [code] Credit code
    [address] Address
    [town] Town
    [activity] Activity
    [industry] Industry etc.
   *[other] Something else
}

to-requests = 📝 Requests{ $n ->
    [0] {""}
   *[other] {" "}{ $n }
}
amend-new = ✏️ Ask for a change
amend-history = 🗂 Changes
amend-ask = <b>What has changed?</b> It counts once the town has reviewed it.
amend-to = <b>{ $what }</b> is now: { $now }
    { $typed ->
        [yes] What does it become? Please write it.
       *[no] Which one does it become?
    }
amend-which = { $what ->
    [fact] <b>Which one has changed?</b> Tapping a number asks for the opposite.
   *[town] <b>Which town is it in now?</b> Tap a number, or write its name.
}
amend-item = { $n }. { $what }{ $now ->
    [yes] : yes now
    [no] : no now
   *[none] {""}
}
amend-why = <b>{ $what }</b> → { $after }
    Please write why; the town reviews it.
amend-why-missing = Please write the reason more clearly.
amend-impossible = That is not possible; please write it again.
amend-same = It is like that already.
amend-waiting = A request for this waits for review already.
amend-code-wrong = This is no credit code: 18 characters, and the last one has to fit. Please copy it from the business licence.
amend-code-taken = Another enterprise has this credit code; please ask the town.
amend-no-town = There is no such town.
amend-gone = There is no such request.
amend-decided = This request has been decided already.
amend-sent = ✅ The town has your request; you will hear of the result.
amend-taken-back = The request was taken back.
amend-accepted = ✅ Accepted; the change counts at once.
amend-refused = Refused; who asked is told why.
amend-line = { $what }: { $before } → { $after }
amend-state = { $state ->
    [waiting] ⏳ waits for review
    [accepted] ✅ accepted { $day } by { $person }
    [refused] ❌ refused { $day } by { $person }
   *[withdrawn] ↩️ taken back { $day }
}
amend-brought = 📥 { $day }, by an imported list: { $changes }
amend-list = { $where ->
    [waiting] { $n ->
        [0] <b>No request waits for review.</b>
       *[other] <b>Requests that wait for review: { $n }</b>
    }
   *[one] { $n ->
        [0] <b>No change was ever asked for.</b>
       *[other] <b>Changes: { $n }</b>
    }
}
amend-waits = { $n }. { $enterprise }, { $day }
    { $change }
amend-past = { $n }. { $change }
    { $state }
amend-card = <b>Request { $number }</b>
    { $enterprise } ({ $town })
    { $change }
    Reason: { $reason }
    Asked by { $person }, { $day }
amend-colour = 🎨 When it is accepted, the notice colour becomes { colour-name }, and a new commitment has to be signed.
amend-answer = Reason: { $reason }
amend-refuse-why = Why not? Please write the reason; who asked is told.
request-accept = ✅ Accept
request-refuse = ❌ Refuse
request-back = ↩️ Take it back
request-card = 🏢 Enterprise
way-activity = 🏭 Activity
letter-change-asked = <b>Request { $number }</b>
    { $person } of { $enterprise } asks for a change of what is known of it. Please review it.
open-request = 📝 See the request
letter-change-decided = { $accepted ->
    [yes] <b>Request { $number } accepted</b>
   *[no] <b>Request { $number } refused</b>
}
    Enterprise: { $enterprise }{ $accepted ->
        [yes] {""}
       *[no] , reason: { $reason }
    }
