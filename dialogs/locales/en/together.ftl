## Several at once

to-hand-over-many = 🤝 Hand over many
to-accept-many = ✅ Accept many
to-extend-many = ⏳ Extensions
together-which = { $action ->
    [transfer] <b>Hand over which?</b> Tap numbers to tick them, tap again to untick. Ticked: { $n }.
    [grant_extension] <b>Decide which requests for more time?</b> Look at the reasons first, then tap numbers to tick them. Ticked: { $n }.
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
    [grant_extension] There are no requests for more time here that can be decided together.
   *[accept] There are no hazards here that can be accepted together.
}
together-title = { $action ->
    [transfer] <b>Hand over: { $n }</b>
    [grant_extension] <b>More time: { $n }</b>
   *[accept] <b>Accept: { $n }</b>
}
together-sure = { $action ->
    [transfer] Hand hazards over to <b>{ $person }</b>? Hazards: { $n }.
    [grant_extension] <b>{ $n } requests for more time: grant all of them, or none?</b>
   *[accept] <b>Accept and close? Hazards: { $n }.</b>
}
together-because = Reason: { $reason }
together-looked = { $action ->
    [grant_extension] Each gets the day that it asked for. Major hazards are decided one by one and are not among them.
   *[accept] Please make sure you have looked at all photos. Major hazards are verified one by one and are not among them.
}
together-yes = { $action ->
    [transfer] ✅ Hand over: { $n }
   *[accept] ✅ Accept: { $n }
}
together-did = { $action ->
    [transfer] Handed over: { $n }.
    [grant_extension] More time granted: { $n }.
    [refuse_extension] More time refused: { $n }; their days stay.
   *[accept] Accepted and closed: { $n }.
}
together-refused = { $before }
    • { $number } was not done: { $why }
together-more = { $before }
    • Not done either: { $n } more.
hazard-by-itself = A major hazard is dealt with by itself.
letter-hazards = { $action ->
    [transfer] 🤝 { $person } has handed hazards over to you: { $n }. Reason: { hazard-reason }.
    [grant_extension] ✅ { $person } has granted more time for hazards: { $n }. Each shows its new day.
    [refuse_extension] { $person } has refused more time for hazards: { $n }. Their days stay.
   *[accept] ✅ { $person } has accepted hazards, which are closed: { $n }.
}
    { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}…
    }
together-grant = ✅ Grant all: { $n }
together-refuse = Refuse all
