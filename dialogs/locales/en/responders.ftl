## Whom to call

to-responders = ☎️ Whom to call
responders-title = ☎️ <b>Whom to call</b>: first 119 (fire), 120 (ambulance), 110 (police).
responders-hint = Your town stands first; share a place to have the nearest first.
responders-by-distance = The nearest to this place first; those whose place is not known at the end.
responder-kind = { $kind ->
    [team] 🚒 Rescue teams
    [duty] ☎️ Duty desks
    [repair] 🔧 Repair
    [hospital] 🏥 Hospitals
   *[expert] 🎓 Experts
} { $n }
responders-of = <b>{ $kind ->
    [team] 🚒 Rescue teams
    [duty] ☎️ Duty desks
    [repair] 🔧 Gas and power repair
    [hospital] 🏥 Hospitals
   *[expert] 🎓 Experts
}</b> ({ $n })
responder-line = { $n ->
    [0] ☎️
   *[other] { $n }.
} <b>{ $name }</b>{ $town ->
    [none] {" "}(district)
   *[other] {" "}({ $town })
}{ $km ->
    [none] {""}
   *[other] , about { $km } km
} { $person ->
    [none] {""}
   *[other] { $person }{" "}
}{ $phone }{ $words ->
    [none] {""}
   *[other] ; { $words }
}
responder-new = ➕ Add
responder-add-how = { $kind ->
    [expert] <b>The name in the first line, what they know in the second, employer and phone in the third.</b>
   *[other] <b>The name in the first line, skills and equipment in the second, who answers and the phone in the third.</b>
}
responder-unclear = That was not clear: a name and a phone number are needed.
responder-kept = ✅ Noted.
responder-change = ✏️ Change
responder-remove = 🗑 Remove
responder-sure = <b>Really take it off the list?</b>
responder-off-yes = 🗑 Take it off
responder-off = Taken off.
responder-placed = 📍 The place is noted.
responder-place-hint = Share a place to say where they are.
responder-gone = There is no such entry, or it is not in your area.
