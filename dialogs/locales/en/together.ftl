## Several at once

to-hand-over-many = 🤝 Hand over many
to-accept-many = ✅ Accept many
together-which = { $action ->
    [transfer] <b>Hand over which?</b> Tap numbers to tick them, tap again to untick. Ticked: { $n }.
   *[accept] <b>Accept which?</b> Look at the photos first, then tap numbers to tick them. Ticked: { $n }.
}
together-all = { $action ->
    [transfer] Tick all of mine
   *[accept] Tick all I may accept
}
together-on = Go on ({ $n })
together-not-this = This one cannot be done together with others; please open it.
together-most = At most { $most } at once; the rest another time.
together-none = { $action ->
    [transfer] There are no hazards here that you can hand over.
   *[accept] There are no hazards here that can be accepted together.
}
together-title = { $action ->
    [transfer] <b>Hand over: { $n }</b>
   *[accept] <b>Accept: { $n }</b>
}
together-sure = { $action ->
    [transfer] Hand hazards over to <b>{ $person }</b>? Hazards: { $n }.
   *[accept] <b>Accept and close? Hazards: { $n }.</b>
}
together-because = Reason: { $reason }
together-looked = Please make sure you have looked at all photos. Major hazards are verified one by one and are not among them.
together-yes = { $action ->
    [transfer] ✅ Hand over: { $n }
   *[accept] ✅ Accept: { $n }
}
together-did = { $action ->
    [transfer] Handed over: { $n }.
   *[accept] Accepted and closed: { $n }.
}
together-refused = { $before }
    • { $number } was not done: { $why }
together-more = { $before }
    • Not done either: { $n } more.
hazard-by-itself = A major hazard is dealt with by itself.
letter-hazards = { $action ->
    [transfer] 🤝 { $person } has handed hazards over to you: { $n }. Reason: { hazard-reason }.
   *[accept] ✅ { $person } has accepted hazards, which are closed: { $n }.
}
    { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}…
    }
